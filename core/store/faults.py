"""What SQLite and the disk say, as the sentence the clerk reads."""

import errno
import sqlite3
from enum import Enum
from pathlib import Path

from core.errors import StoreError


class Act(Enum):
    """What was being done; the value begins the sentence."""

    OPEN = "Chưa mở được kho số liệu"
    READ = "Chưa đọc được kho số liệu"
    SAVE = "Chưa lưu được thay đổi vào kho số liệu"


_FULL = (
    "ổ đĩa chứa thư mục “{folder}” đã đầy",
    ("Xóa bớt tệp trên ổ đĩa đó rồi bấm Thử lại.",),
)
_HELD = (
    "một chương trình khác đang giữ tệp “{file}”",
    ("Đóng chương trình đó rồi bấm Thử lại.",),
)
_READ_ONLY = (
    "không ghi được vào thư mục “{folder}”",
    ("Cho phép tài khoản của bạn ghi vào thư mục đó rồi bấm Thử lại.",),
)
_BROKEN = (
    "tệp “{file}” bị hỏng hoặc không phải kho số liệu của Công văn 766",
    (
        "Tệp được giữ nguyên; chép nó sang nơi khác để nhờ người hỗ trợ xem.",
        "Sau khi chép, đổi tên tệp rồi mở lại chương trình để bắt đầu kho mới.",
    ),
)
_DISK = (
    "ổ đĩa báo lỗi khi đọc hoặc ghi tệp “{file}”",
    ("Kiểm tra ổ đĩa (ổ cắm ngoài, ổ mạng còn nối không) rồi bấm Thử lại.",),
)
_OTHER = (
    "có trục trặc với tệp “{file}”",
    ("Bấm Thử lại; nếu lặp lại, nhờ người hỗ trợ.",),
)

_REASONS = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_BUSY: _HELD,
    sqlite3.SQLITE_LOCKED: _HELD,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _READ_ONLY,
    sqlite3.SQLITE_CORRUPT: _BROKEN,
    sqlite3.SQLITE_NOTADB: _BROKEN,
    sqlite3.SQLITE_IOERR: _DISK,
}


def explain(error: Exception, act: Act, file: Path) -> StoreError:
    """The error for the clerk that `error` amounts to, met while doing `act`."""
    return _told(_reason(error), act, file, f"{type(error).__name__}: {error}")


def not_ours(act: Act, file: Path, detail: str) -> StoreError:
    """The error for a file, or a text in it, that this program did not write."""
    return _told(_BROKEN, act, file, detail)


def _told(
    reason: tuple[str, tuple[str, ...]], act: Act, file: Path, detail: str
) -> StoreError:
    why, steps = reason
    why = why.format(folder=file.parent, file=file)
    return StoreError(f"{act.value} vì {why}.", steps=steps, detail=detail)


def _reason(error: Exception) -> tuple[str, tuple[str, ...]]:
    if isinstance(error, sqlite3.Error):
        # Python's own complaints (a closed connection) bear no code.
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        return _REASONS.get(code & 0xFF, _OTHER)
    if isinstance(error, OSError):
        return _FULL if error.errno == errno.ENOSPC else _READ_ONLY
    return _OTHER
