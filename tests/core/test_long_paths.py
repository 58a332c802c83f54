r"""Paths beyond Windows' limit, by the name that has none."""

import sys
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import files, profiles
from core.errors import UnwritableFileError
from core.importing.books import source
from core.long_paths import extended, lengthened, plain
from core.store import schema
from core.store.database import Store

names = st.text("aâđêôơưạảãàáậẫ .()-0123456789", min_size=1, max_size=30).filter(
    lambda name: name.strip(" .") == name
)
roots = st.sampled_from(["C:\\", "D:\\", "\\\\máy-chủ\\dùng chung\\"])
paths = st.builds(
    lambda root, parts: str(PureWindowsPath(root, *parts)),
    roots,
    st.lists(names, min_size=1, max_size=12),
)


@given(paths)
def test_a_lengthened_path_is_the_same_place_by_a_name_without_a_limit(path):
    long = lengthened(path)
    assert long.startswith("\\\\?\\")
    assert plain(long) == path
    assert PureWindowsPath(long).name == PureWindowsPath(path).name
    assert lengthened(long) == long


@given(paths)
def test_what_stands_beside_a_lengthened_file_is_lengthened_too(path):
    beside = PureWindowsPath(lengthened(path)).with_name("khác.docx")
    assert plain(str(beside)) == str(PureWindowsPath(path).with_name("khác.docx"))


def test_a_share_keeps_its_server():
    assert lengthened(r"\\may-chu\chung\tệp.xlsx") == r"\\?\UNC\may-chu\chung\tệp.xlsx"
    assert plain(r"\\?\UNC\may-chu\chung\tệp.xlsx") == r"\\may-chu\chung\tệp.xlsx"


def test_a_drive_and_its_colon_stay():
    assert lengthened("C:\\Tài liệu\\a.xlsx") == "\\\\?\\C:\\Tài liệu\\a.xlsx"


@given(paths)
def test_a_plain_path_is_plain_already(path):
    assert plain(path) == path


@pytest.mark.skipif(sys.platform == "win32", reason="tried in tests/windows there")
def test_other_systems_have_no_such_limit():
    assert extended(Path("a" * 400)) == Path("a" * 400)


# Wine and a Windows that was told so take any length: that each door asks for the name
# without a limit is seen by what becomes of a path that is given another name.


@pytest.fixture
def near(tmp_path: Path, monkeypatch) -> Path:
    """A folder that everything goes to that asks for `xa`."""
    folder = tmp_path / "gần"
    folder.mkdir()

    def moved(path: Path) -> Path:
        return Path(str(path).replace(f"{tmp_path / 'xa'}", str(folder)))

    for module in (files, source, schema, profiles):
        monkeypatch.setattr(module, "extended", moved)
    return folder


@pytest.fixture
def far(tmp_path: Path) -> Path:
    """A folder that is not there by this name."""
    return tmp_path / "xa"


def test_a_file_is_saved_and_read_by_the_name_without_a_limit(near: Path, far: Path):
    files.make_folder(far / "2026")
    files.save(far / "2026" / "a.docx", b"moi")
    assert (near / "2026" / "a.docx").read_bytes() == b"moi"
    assert files.read(far / "2026" / "a.docx") == b"moi"
    assert source.read(far / "2026" / "a.docx") == b"moi"


def test_the_store_and_the_office_are_kept_by_the_name_without_a_limit(
    near: Path, far: Path
):
    with Store.open(far / "du-lieu" / "congvan766.db"):
        assert (near / "du-lieu" / "congvan766.db").is_file()
    profiles.save(profiles.find("xa-ea-ktur"), far / "du-lieu" / profiles.OWN_FILE)
    own = profiles.own(far / "du-lieu")
    assert own is not None
    assert own.name == "UBND xã Ea Ktur"


def test_a_sentence_names_the_path_as_it_was_given(near: Path, far: Path):
    with pytest.raises(UnwritableFileError) as caught:
        files.save(far / "không có" / "a.docx", b"x")
    assert f"“{far / 'không có'}”" in str(caught.value)
