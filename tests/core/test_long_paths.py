r"""Paths beyond Windows' limit, by the name that has none."""

import sys
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.long_paths import extended, lengthened, plain

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
