"""Why the disk refused: by Windows' own code, else by what all systems say."""

import errno
from pathlib import Path

import pytest

from core import files
from core.disk_errors import Cause, cause
from core.errors import UnreadableFileError
from core.importing.books import source


class WindowsError(PermissionError):
    """What Python makes of most of these: no rights, whatever the reason is."""

    def __init__(self, code: int) -> None:
        super().__init__(errno.EACCES, "Permission denied")
        self.winerror = code


CODES = {
    2: Cause.MISSING,
    5: Cause.FORBIDDEN,
    19: Cause.FORBIDDEN,
    21: Cause.AWAY,
    32: Cause.HELD,
    33: Cause.HELD,
    53: Cause.AWAY,
    64: Cause.AWAY,
    67: Cause.AWAY,
    112: Cause.FULL,
    123: Cause.NAME,
    1117: Cause.OTHER,
}


@pytest.mark.parametrize(("code", "why"), CODES.items())
def test_windows_own_code_is_looked_at_first(code, why):
    assert cause(WindowsError(code)) is why


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (errno.ENOENT, Cause.MISSING),
        (errno.EACCES, Cause.FORBIDDEN),
        (errno.EBUSY, Cause.HELD),
        (errno.ENOSPC, Cause.FULL),
        (errno.ENAMETOOLONG, Cause.NAME),
        (errno.EIO, Cause.OTHER),
    ],
)
def test_without_one_the_code_of_all_systems_tells(code, why):
    assert cause(OSError(code, "")) is why


READING = {
    2: "Không tìm thấy tệp “a.xlsx”.",
    5: "Chưa mở được “a.xlsx” vì tệp đang bị khóa hoặc bạn không có quyền đọc.",
    21: "Chưa mở được “a.xlsx” vì không kết nối được tới nơi chứa tệp.",
    32: "Chưa mở được “a.xlsx” vì một chương trình khác đang giữ tệp.",
    67: "Chưa mở được “a.xlsx” vì không kết nối được tới nơi chứa tệp.",
    123: "Không tìm thấy tệp “a.xlsx”.",
    1117: "Chưa đọc được “a.xlsx” từ ổ đĩa.",
}


@pytest.mark.parametrize(("code", "sentence"), READING.items())
def test_each_cause_is_told_to_who_opens_a_file(code, sentence, tmp_path, monkeypatch):
    def refuse(_path: Path) -> bytes:
        raise WindowsError(code)

    path = tmp_path / "a.xlsx"
    path.write_bytes(b"x")
    monkeypatch.setattr(files, "read", refuse)
    with pytest.raises(UnreadableFileError) as caught:
        source.read(path)
    assert str(caught.value).startswith(sentence)


SAVING = {
    3: "Chưa lưu được vì không có thư mục “",
    5: "Không ghi được vào thư mục “",
    21: "Chưa lưu được vì không kết nối được tới thư mục “",
    53: "Chưa lưu được vì không kết nối được tới thư mục “",
    112: "Chưa lưu được vì ổ ",
    123: "Chưa lưu được vì tên tệp “a.docx” quá dài hoặc có ký tự không dùng được.",
}


@pytest.mark.parametrize(("code", "sentence"), SAVING.items())
def test_each_cause_is_told_to_who_saves_one(code, sentence, tmp_path):
    told = files._explained(WindowsError(code), tmp_path / "a.docx")
    assert str(told).startswith(sentence)
    assert told.steps


def test_a_file_let_go_after_a_moment_is_read(tmp_path, monkeypatch):
    held = [WindowsError(32), WindowsError(32)]
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"x")
    read = files._read

    def late(asked: Path) -> bytes:
        if held:
            raise held.pop()
        return read(asked)

    monkeypatch.setattr(files, "_read", late)
    assert files.read(path) == b"x"


def test_a_file_without_rights_is_not_asked_for_again(tmp_path, monkeypatch):
    asked = []

    def refuse(path: Path) -> bytes:
        asked.append(path)
        raise WindowsError(5)

    monkeypatch.setattr(files, "_read", refuse)
    with pytest.raises(PermissionError):
        files.read(tmp_path / "a.xlsx")
    assert len(asked) == 1
