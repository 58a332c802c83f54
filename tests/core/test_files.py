import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core import files
from core.errors import UnwritableFileError
from core.files import replacing, save

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows keeps these otherwise")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's file systems")
ROOT = Path(__file__).resolve().parents[2]


def _left(folder: Path) -> list[str]:
    """Names of what is in `folder`."""
    return [path.name for path in folder.iterdir()]


def test_a_new_file_holds_the_bytes_and_nothing_is_left_beside_it(tmp_path):
    target = tmp_path / "Công văn.docx"
    save(target, b"moi")
    assert target.read_bytes() == b"moi"
    assert _left(tmp_path) == ["Công văn.docx"]


def test_an_old_file_is_replaced(tmp_path):
    target = tmp_path / "a.docx"
    target.write_bytes(b"cu" * 1000)
    save(target, b"moi")
    assert target.read_bytes() == b"moi"


def test_a_block_that_fails_leaves_the_old_file(tmp_path):
    target = tmp_path / "a.docx"
    target.write_bytes(b"cu")

    def interrupted():
        with replacing(target) as file:
            file.write(b"nua")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert target.read_bytes() == b"cu"
    assert _left(tmp_path) == ["a.docx"]


def test_while_it_is_written_the_old_file_is_whole(tmp_path):
    target = tmp_path / "a.docx"
    target.write_bytes(b"cu")
    with replacing(target) as file:
        file.write(b"moi")
        file.flush()
        assert target.read_bytes() == b"cu"
    assert target.read_bytes() == b"moi"


@POSIX
def test_the_new_file_may_be_read_by_whom_the_old_one_could(tmp_path):
    target = tmp_path / "a.docx"
    save(target, b"")
    umask = os.umask(0)
    os.umask(umask)
    assert target.stat().st_mode & 0o777 == 0o666 & ~umask
    target.chmod(0o640)
    save(target, b"x")
    assert target.stat().st_mode & 0o777 == 0o640


@POSIX
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "xa").mkdir()
    link = tmp_path / "a.docx"
    link.symlink_to(tmp_path / "xa" / "that.docx")
    save(link, b"moi")
    assert link.is_symlink()
    assert (tmp_path / "xa" / "that.docx").read_bytes() == b"moi"


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(UnwritableFileError) as caught:
        save(tmp_path / "khong-co" / "a.docx", b"x")
    sentence = str(caught.value)
    assert sentence.startswith("Chưa lưu được vì không có thư mục “")
    assert "khong-co" in sentence
    assert sentence.endswith("Chọn thư mục khác.")
    assert caught.value.steps == ("Chọn thư mục khác",)


def test_a_file_where_a_folder_should_be_is_refused(tmp_path):
    (tmp_path / "tep").write_bytes(b"cu")
    with pytest.raises(UnwritableFileError, match="Chọn thư mục khác"):
        save(tmp_path / "tep" / "a.docx", b"x")
    assert (tmp_path / "tep").read_bytes() == b"cu"


def test_a_folder_of_that_name_is_refused(tmp_path):
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(UnwritableFileError, match="là một thư mục"):
        save(tmp_path / "a.docx", b"x")


def test_a_file_set_to_read_only_is_left_as_it_is(tmp_path):
    target = tmp_path / "a.docx"
    target.write_bytes(b"cu")
    target.chmod(0o444)
    with pytest.raises(UnwritableFileError, match="chỉ cho đọc"):
        save(target, b"moi")
    assert target.read_bytes() == b"cu"
    target.chmod(0o644)


def test_a_name_too_long_is_refused(tmp_path):
    with pytest.raises(UnwritableFileError, match="quá dài"):
        save(tmp_path / ("a" * 300 + ".docx"), b"x")
    assert _left(tmp_path) == []


@LINUX
def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    locked = Path("/sys/kernel") if os.geteuid() == 0 else tmp_path  # root may all
    if locked == tmp_path:
        tmp_path.chmod(0o555)
    with pytest.raises(UnwritableFileError) as caught:
        save(locked / "a.docx", b"x")
    tmp_path.chmod(0o755)
    assert (
        str(caught.value)
        == f"Không ghi được vào thư mục “{locked}”. Chọn thư mục khác."
    )


FULL = """
import sys
from pathlib import Path
from core.errors import UnwritableFileError
from core.files import save
try:
    save(Path(sys.argv[1]), b"moi" * 1_000_000)
except UnwritableFileError as error:
    print(error)
"""


def _child(*before: str, script: str = FULL, arguments: tuple[str, ...]) -> str:
    done = subprocess.run(
        [*before, sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    return done.stdout.strip()


@LINUX
def test_a_disk_that_fills_up_is_told_and_the_old_file_is_whole(tmp_path):
    """A limit on the length of files fails a write half-way, as a full disk does."""
    target = tmp_path / "a.docx"
    target.write_bytes(b"cu")
    limited = (
        "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))"
    )
    told = _child(script=limited + FULL, arguments=(str(target),))
    assert told.startswith(
        "Chưa lưu được vì ổ đĩa đã đầy. Xóa bớt tệp rồi bấm Thử lại."
    )
    assert target.read_bytes() == b"cu"
    assert _left(tmp_path) == ["a.docx"]


def _may_mount() -> bool:
    """Whether this user may have a small disk of his own."""
    if not shutil.which("unshare"):
        return False
    tried = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


@LINUX
def test_a_disk_that_is_full_is_told(tmp_path):
    """The same on a disk of 100 kB, where the system lets us have one."""
    if not _may_mount():
        pytest.skip("this system lets no user mount a disk of his own")
    mounted = (
        "import subprocess, sys, pathlib\n"
        "folder = pathlib.Path(sys.argv[1]).parent\n"
        "subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=100k', 'none', folder])\n"
        "(folder / 'a.docx').write_bytes(b'cu')\n"
    )
    after = "print([(p.name, p.read_bytes()) for p in folder.iterdir()])"
    told = _child(
        "unshare",
        "-rm",
        script=mounted + FULL + after,
        arguments=(str(tmp_path / "a.docx"),),
    )
    sentence, left = told.splitlines()
    assert sentence.startswith("Chưa lưu được vì ổ đĩa đã đầy.")
    assert left == "[('a.docx', b'cu')]"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_the_drive_that_is_full_is_named_where_drives_have_names(code):
    error = OSError(code, "no space")
    sentence, _ = files._sentence(error, Path("a.docx"))
    drive = Path.cwd().drive or "đĩa"
    assert f"ổ {drive} đã đầy" in sentence


def test_another_file_than_a_letter_is_held_by_another_program():
    error = files._held("co-quan.toml", "busy")
    close = "Đóng tệp trong chương trình đó rồi bấm Thử lại"
    assert str(error) == (
        f"Chưa lưu được. Tệp “co-quan.toml” đang mở trong chương trình khác. {close}, "
        "hoặc lưu tên khác."
    )
    assert error.steps == (close, "Lưu tên khác")


@LINUX
def test_a_file_that_another_program_holds_is_told_and_left_whole(tmp_path):
    """A file mounted on the target: the system refuses to replace it, as Windows does."""
    if not _may_mount():
        pytest.skip("this system lets no user mount a disk of his own")
    target = tmp_path / "Công văn.docx"
    target.write_bytes(b"cu")
    held = (
        "import subprocess, sys\n"
        "subprocess.run(['mount', '--bind', sys.argv[1], sys.argv[1]], check=True)\n"
    )
    told = _child("unshare", "-rm", script=held + FULL, arguments=(str(target),))
    assert told == (
        "Chưa lưu được công văn. Tệp “Công văn.docx” đang mở trong Word. Đóng tệp trong "
        "Word rồi bấm Thử lại, hoặc lưu tên khác."
    )
    assert target.read_bytes() == b"cu"
    assert _left(tmp_path) == ["Công văn.docx"]
