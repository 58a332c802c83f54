"""What a file is by its content; its extension is never asked (docs/linh-vuc.md 3.4)."""

import io
from dataclasses import dataclass
from enum import Enum

from core.importing import plain_text


class Verdict(Enum):
    """What can be done with a file of that kind."""

    TABLE = "table"
    NOT_YET = "not-yet"
    FOREIGN = "foreign"
    PASSWORD = "password"  # noqa: S105 - the name of a verdict, no secret
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file is: what to do with it, and its Vietnamese name for the clerk."""

    verdict: Verdict
    name: str = ""


XLSX = FileKind(Verdict.TABLE, "sổ tính .xlsx")
DELIMITED = FileKind(Verdict.TABLE, "văn bản có dấu ngăn")

_IMAGE = FileKind(Verdict.FOREIGN, "ảnh")
_WORD = FileKind(Verdict.FOREIGN, "tệp Word")
_SLIDES = FileKind(Verdict.FOREIGN, "tệp PowerPoint")
_ARCHIVE = FileKind(Verdict.FOREIGN, "tệp nén")
_UNKNOWN = FileKind(Verdict.FOREIGN, "tệp không rõ loại")
_HTML = FileKind(Verdict.NOT_YET, "trang web lưu thành tệp")
_BROKEN = FileKind(Verdict.BROKEN)

_SIGNATURES = (
    (b"%PDF", FileKind(Verdict.FOREIGN, "tệp PDF")),
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"BM", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"RIFF", _IMAGE),
    (b"{\\rtf", _WORD),
    (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"PK\x05\x06", _ARCHIVE),
    (b"MZ", FileKind(Verdict.FOREIGN, "chương trình")),
)
# The first name that is in the package tells what it is.
_PACKAGES = (
    ("xl/workbook.bin", FileKind(Verdict.NOT_YET, ".xlsb")),
    ("xl/", XLSX),
    ("word/", _WORD),
    ("ppt/", _SLIDES),
)
# Streams of an OLE container are named in UTF-16.
_STREAMS = (
    ("EncryptedPackage", FileKind(Verdict.PASSWORD)),
    ("Workbook", FileKind(Verdict.NOT_YET, ".xls")),
    ("WordDocument", _WORD),
    ("PowerPoint Document", _SLIDES),
    ("Book", FileKind(Verdict.NOT_YET, ".xls")),
)
_HEAD = 65536  # bytes; even, so that UTF-16 is cut between two signs


def kind(data: bytes) -> FileKind:
    """What the bytes of a file are."""
    if data.startswith(b"PK\x03\x04"):
        return _package(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _container(data)
    for signature, found in _SIGNATURES:
        if data.startswith(signature):
            return found
    return _text(data)


def _package(data: bytes) -> FileKind:
    """What a zip holds; broken where its directory at the end is not there."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            head = package.read("mimetype") if "mimetype" in names else b""
    except Exception:  # noqa: BLE001 - zipfile fails in many ways on damaged bytes; the verdict says so
        return _BROKEN
    if b"opendocument.spreadsheet" in head:
        return FileKind(Verdict.NOT_YET, ".ods")
    if b"opendocument" in head:
        return FileKind(Verdict.FOREIGN, "tệp OpenDocument, không phải bảng tính")
    for prefix, found in _PACKAGES:
        if any(name.startswith(prefix) for name in names):
            return found
    return _ARCHIVE


def _container(data: bytes) -> FileKind:
    for stream, found in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return found
    return _UNKNOWN


def _text(data: bytes) -> FileKind:
    head = plain_text.decoded(data[:_HEAD], "replace")
    odd = sum(1 for sign in head if sign < " " and sign not in "\t\r\n\f")
    if "\0" in head or odd > len(head) // 50:
        return _UNKNOWN
    start = head.lstrip().lower()
    if start.startswith(("<", "mime-version", "from:")):
        return _HTML
    if plain_text.separator(head):
        return DELIMITED
    return FileKind(Verdict.FOREIGN, "văn bản thường")
