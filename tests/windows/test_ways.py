"""The Windows ways of the program, asked of Windows itself."""

import ctypes
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from core import catalogue, files, profiles
from core.disk_errors import Cause, cause
from core.errors import UnreadableFileError, UnwritableFileError
from core.importing import open_file
from core.importing.books import source
from core.long_paths import extended
from core.self_test import samples
from core.store.database import Store
from core.store.location import data_folder, store_file
from core.windows_files import is_held
from ui import mode, open_mark, taskbar

pytestmark = pytest.mark.skipif(
    sys.platform != "win32",
    reason="asks Windows itself; runs in `python3 dev.py windows --tests`",
)
ROOT = Path(__file__).resolve().parents[2]
GENERIC_READ, OPEN_EXISTING = 0x80000000, 3
READING = 1  # FILE_SHARE_READ
SYNCHRONIZE = 0x100000


def library(name: str) -> Any:
    """A DLL of Windows; ctypes has no such thing elsewhere."""
    return getattr(ctypes, "WinDLL")(name)  # noqa: B009 - mypy reads it for Linux


def kernel() -> Any:
    """Windows' kernel, its handles as wide as they are."""
    found = library("kernel32")
    found.CreateFileW.restype = ctypes.c_void_p
    found.OpenMutexW.restype = ctypes.c_void_p
    found.CloseHandle.argtypes = (ctypes.c_void_p,)
    return found


def hold(path: Path, share: int = 0) -> int:
    """A handle on `path` as another program has it; with 0 it shares with nobody."""
    handle = kernel().CreateFileW(
        *(str(path), ctypes.c_uint32(GENERIC_READ), share),
        *(None, OPEN_EXISTING, 0, None),
    )
    assert handle != ctypes.c_void_p(-1).value
    return int(handle)


@contextmanager
def held(path: Path, share: int = 0) -> Iterator[None]:
    """The file open in another program during the block."""
    handle = hold(path, share)
    try:
        yield
    finally:
        kernel().CloseHandle(handle)


@contextmanager
def held_shortly(path: Path) -> Iterator[None]:
    """The file held for 0.3 s from the block's beginning, as a virus scanner does."""
    handle = hold(path)
    let_go = threading.Timer(0.3, kernel().CloseHandle, (handle,))
    let_go.start()
    try:
        yield
    finally:
        let_go.join()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A sample of the user's own."""
    path = tmp_path / "Số liệu tháng 9.xlsx"
    path.write_bytes(samples()[-1].read_bytes())
    return path


# --------------------------------------------------------------------- held files


def test_a_file_another_program_holds_is_told_as_held(table: Path):
    with held(table), pytest.raises(UnreadableFileError) as caught:
        source.read(table)
    assert str(caught.value).startswith(
        "Chưa mở được “Số liệu tháng 9.xlsx” vì một chương trình khác đang giữ tệp."
    )


def test_a_file_let_go_after_a_moment_is_read(table: Path):
    with held_shortly(table):
        assert source.read(table) == samples()[-1].read_bytes()


def test_a_file_open_in_excel_is_read(table: Path):
    with held(table, READING):
        report = open_file(table, catalogue.load())
    assert len(report.rows) == 1


def test_a_letter_open_in_word_is_told_and_left_whole(tmp_path: Path):
    letter = tmp_path / "Công văn.docx"
    letter.write_bytes(b"cu")
    with held(letter, READING):
        assert is_held(letter)
        with pytest.raises(UnwritableFileError) as caught:
            files.save(letter, b"moi")
    assert str(caught.value).startswith(
        "Chưa lưu được công văn. Tệp “Công văn.docx” đang mở trong Word."
    )
    assert letter.read_bytes() == b"cu"
    assert [one.name for one in tmp_path.iterdir()] == ["Công văn.docx"]


def test_a_letter_let_go_after_a_moment_is_replaced(tmp_path: Path):
    letter = tmp_path / "Công văn.docx"
    letter.write_bytes(b"cu")
    with held_shortly(letter):
        files.save(letter, b"moi")
    assert letter.read_bytes() == b"moi"
    assert not is_held(letter)


def test_a_letter_set_to_read_only_is_not_said_to_be_open(tmp_path: Path):
    letter = tmp_path / "Công văn.docx"
    letter.write_bytes(b"cu")
    letter.chmod(0o444)
    with pytest.raises(UnwritableFileError, match="chỉ cho đọc"):
        files.save(letter, b"moi")
    letter.chmod(0o666)


def test_a_held_profile_is_told_in_one_sentence(tmp_path: Path):
    path = tmp_path / "co-quan.toml"
    profiles.save(profiles.find("xa-ea-ktur"), path)
    with held_shortly(path):
        assert profiles.load(path).name == "UBND xã Ea Ktur"


# ------------------------------------------------------------------ names and places


@pytest.mark.parametrize("name", ["a?b.xlsx", "a<b.xlsx", "a|b.xlsx", 'a"b.xlsx'])
def test_a_name_that_no_file_can_have_is_missing(tmp_path: Path, name: str):
    with pytest.raises(UnreadableFileError, match="Không tìm thấy tệp"):
        source.read(tmp_path / name)


@pytest.mark.parametrize("name", ["a?b.docx", "a<b.docx", "a|b.docx"])
def test_a_name_that_windows_does_not_take_is_told_before_it_is_saved(
    tmp_path: Path, name: str
):
    with pytest.raises(UnwritableFileError) as caught:
        files.save(tmp_path / name, b"x")
    assert "có ký tự không dùng được" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_drive_that_is_not_there_is_told():
    with pytest.raises(UnwritableFileError) as caught:
        files.save(Path("Q:/Tài liệu/a.docx"), b"x")
    assert str(caught.value) == (
        "Chưa lưu được vì không có thư mục “Q:\\Tài liệu”. Chọn thư mục khác."
    )
    with pytest.raises(UnreadableFileError, match="Không tìm thấy tệp"):
        source.read(Path("Q:/Tài liệu/a.xlsx"))


def test_the_code_of_windows_is_kept_where_a_file_is_opened(table: Path):
    with held(table), pytest.raises(PermissionError) as caught:
        files._read(table)
    assert getattr(caught.value, "winerror", None) == 32
    assert cause(caught.value) is Cause.HELD


# --------------------------------------------------------------------- long paths


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Path]:
    """A folder of more than 300 characters, with diacritics and blanks."""
    folder = tmp_path
    while len(str(folder)) < 300:
        folder /= "Thư mục báo cáo của xã"
    files.make_folder(folder)
    assert str(extended(folder)).startswith("\\\\?\\C:\\")
    yield folder
    with suppress(OSError):  # pytest's own clean-up meets Windows' limit
        for path in sorted(extended(tmp_path / "Thư mục báo cáo của xã").rglob("*")):
            path.unlink() if path.is_file() else None


def test_a_long_path_is_written_and_read(deep: Path):
    letter = deep / "Công văn 766 - Trường Tây - tháng 9-2024.docx"
    files.save(letter, b"cu")
    files.save(letter, b"moi")
    assert files.read(letter) == b"moi"
    assert [one.name for one in extended(deep).iterdir()] == [letter.name]


def test_a_table_with_a_long_path_is_opened(deep: Path):
    table = deep / "Số liệu.xlsx"
    files.save(table, samples()[-1].read_bytes())
    report = open_file(table, catalogue.load())
    assert report.source is not None
    assert report.source.file == "Số liệu.xlsx"


def test_a_sentence_names_the_plain_path(deep: Path):
    with pytest.raises(UnwritableFileError) as caught:
        files.save(deep / "không có" / "a.docx", b"x")
    assert f"“{deep / 'không có'}”" in str(caught.value)
    assert "\\\\?\\" not in str(caught.value)


def test_the_data_folder_may_have_a_long_path(deep: Path, monkeypatch):
    monkeypatch.setenv("CONGVAN766_DATA", str(deep / "du-lieu"))
    report = open_file(samples()[-1], catalogue.load())
    with Store.open(store_file()) as store:
        month = store.create(report, "", "Xã")
    with Store.open(store_file()) as store:
        assert store.load(month).report == report
    mode.keep(mode.Mode.DARK)
    assert mode.kept() is mode.Mode.DARK
    profiles.save(profiles.find("xa-ea-ktur"), data_folder() / profiles.OWN_FILE)
    assert profiles.own() is not None


# ------------------------------------------------------------------- the open window


def is_marked() -> bool:
    """Whether the installer would see that the program is open."""
    found = kernel().OpenMutexW(SYNCHRONIZE, False, open_mark.NAME)
    if found:
        kernel().CloseHandle(found)
    return bool(found)


def test_the_mark_is_there_while_the_window_is_and_gone_afterwards():
    assert not is_marked()
    with open_mark.shown():
        assert is_marked()
        with open_mark.shown():  # a second start
            assert is_marked()
        assert is_marked()
    assert not is_marked()


def test_the_name_on_the_taskbar_is_taken():
    shell = library("shell32")
    assert shell.SetCurrentProcessExplicitAppUserModelID(taskbar.IDENTITY) == 0


# ---------------------------------------------------------------------- the output

SPEAKING = """
import sys
sys.stdout = sys.stderr = None
import main
sys.exit(main.main(["check", "không có.xlsx"]))
"""


def test_the_windowed_program_speaks_into_a_file(tmp_path: Path):
    with (tmp_path / "ra.txt").open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-c", SPEAKING],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    told = (tmp_path / "ra.txt").read_text(encoding="utf-8")
    assert told.startswith("Không tìm thấy tệp “không có.xlsx”.")


def test_without_console_and_output_it_ends_with_its_code_all_the_same():
    done = subprocess.run(
        [sys.executable, "-c", SPEAKING],
        cwd=ROOT,
        env=dict(os.environ),
        creationflags=0x00000008,  # DETACHED_PROCESS
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
