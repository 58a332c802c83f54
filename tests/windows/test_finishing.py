"""What Debian makes of the program that Windows packed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.windows import finishing, installer, release
from tests.windows.wine import Failed

NSIS_HOME = Path("/usr/share/nsis")
FILES = {
    "CongVan766.exe": b"MZ 1",
    "congvan766-cli.exe": b"MZ 2",
    "_internal/Thư mục có dấu/tệp.txt": "chữ".encode(),
}


@pytest.fixture
def made(tmp_path: Path) -> finishing.Made:
    """A folder with the zip and the list of parts, as the packing hands them on."""
    made = finishing.Made(tmp_path / "dist")
    for name, contents in FILES.items():
        path = tmp_path / "packed" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents)
    made.folder.mkdir()
    assert release.portable(tmp_path / "packed", made.version, made.folder).exists()
    made.parts.write_text("{}", encoding="utf-8")
    return made


def test_the_program_comes_out_of_the_zip_as_it_was_packed(made):
    made.program.mkdir()
    (made.program / "left over.txt").touch()
    finishing.unpack(made)
    there = {
        one.relative_to(made.program).as_posix(): one.read_bytes()
        for one in made.program.rglob("*")
        if one.is_file()
    }
    assert there == FILES  # and no mark of a portable copy


def test_without_the_zip_nothing_is_finished(made):
    made.portable.unlink()
    with pytest.raises(Failed, match="There is no CongVan766-"):
        finishing.main(made.folder)


@pytest.mark.skipif(
    not (shutil.which("makensis") and (NSIS_HOME / installer.STUB).exists()),
    reason="NSIS is not installed here",
)
def test_the_zip_is_all_that_the_installer_and_the_sums_need(made):
    finishing.main(made.folder)
    finishing.main(made.folder)  # a second time, over the first
    assert made.installer.read_bytes()[:2] == b"MZ"
    assert made.former.read_bytes()[:2] == b"MZ"
    assert [one.name for one in made.former.parent.iterdir()] == ["former-setup.exe"]
    lines = made.sums.read_text(encoding="utf-8").splitlines()
    names = [line.partition(" *")[2] for line in lines]
    handed_out = [made.parts, made.portable, made.installer]
    assert sorted(names) == sorted(one.name for one in handed_out)


def test_it_needs_no_library_but_pythons_own(made):
    made.portable.unlink()
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-S", "-m", "tests.windows.finishing", str(made.folder)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("There is no CongVan766-")
