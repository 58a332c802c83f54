"""What a file is by its content; its extension is never asked (docs/linh-vuc.md 3.4)."""

import io
import re
from enum import Enum

from core.frozen import frozen
from core.importing.books import ole
from core.patterns import later


class Verdict(Enum):
    """What can be done with a file of that kind."""

    TABLE = "table"
    FOREIGN = "foreign"
    PASSWORD = "password"  # noqa: S105 - the name of a verdict, no secret
    BROKEN = "broken"
    ENTITIES = "entities"


@frozen
class FileKind:
    """What a file is: what to do with it, and its Vietnamese name for the clerk.

    Attributes:
        extensions: What such a file is called by rights; empty where that says nothing.
    """

    verdict: Verdict
    name: str = ""
    extensions: tuple[str, ...] = ()


XLSX = FileKind(Verdict.TABLE, "sổ tính .xlsx", (".xlsx", ".xlsm", ".xltx", ".xltm"))
DELIMITED = FileKind(
    Verdict.TABLE, "văn bản có dấu ngăn", (".csv", ".tsv", ".tab", ".txt")
)
XLS = FileKind(Verdict.TABLE, "sổ tính .xls", (".xls", ".xlt"))
XLSB = FileKind(Verdict.TABLE, "sổ tính .xlsb", (".xlsb",))
ODS = FileKind(Verdict.TABLE, "sổ tính .ods", (".ods", ".ots"))
HTML = FileKind(Verdict.TABLE, "trang web", (".html", ".htm", ".xhtml"))
SPREADSHEET_ML = FileKind(Verdict.TABLE, "sổ tính dạng XML của Excel 2003", (".xml",))
MHTML = FileKind(Verdict.TABLE, "trang web lưu thành một tệp", (".mht", ".mhtml"))

_IMAGE = FileKind(Verdict.FOREIGN, "ảnh")
_WORD = FileKind(Verdict.FOREIGN, "tệp Word")
_SLIDES = FileKind(Verdict.FOREIGN, "tệp PowerPoint")
_ARCHIVE = FileKind(Verdict.FOREIGN, "tệp nén")
_UNKNOWN = FileKind(Verdict.FOREIGN, "tệp không rõ loại")
_XML = FileKind(Verdict.FOREIGN, "tệp XML")
_MAIL = FileKind(Verdict.FOREIGN, "thư điện tử")
_ENTITIES = FileKind(Verdict.ENTITIES)
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
    ("xl/workbook.bin", XLSB),
    ("xl/", XLSX),
    ("word/", _WORD),
    ("ppt/", _SLIDES),
)
# Excel 2 to 5 without the container that later ones put around it.
_BARE: tuple[bytes, ...] = (
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
)
_BARE += (b"\x09\x08\x08\x00\x00\x05", b"\x09\x08\x10\x00\x00\x06")
_LOCKED = FileKind(Verdict.PASSWORD)
# Streams of an OLE container are named in UTF-16.
_STREAMS = (
    ("EncryptedPackage", _LOCKED),
    ("Workbook", XLS),
    ("WordDocument", _WORD),
    ("PowerPoint Document", _SLIDES),
    ("Book", XLS),
)
_HEAD = 65536  # bytes; even, so that UTF-16 is cut between two signs
_MIMETYPE = 200  # bytes; the longest of a package has 60
_WORKBOOK = later(r"<(?:\w+:)?workbook\b[^>]*urn:schemas-microsoft-com:office")
_ROOT = later("<html")
_PAGE = later(
    r"<(?:!doctype\s+html|html|head|body|meta|style|frameset|table|t[rdh]|div|p|h[1-6]"
    r"|center|font|br|span|b)\b"
)
_DECLARATION = later(r"<!(?:doctype|entity)", re.IGNORECASE)
_MAIL_HEADERS = (
    *("mime-version:", "from:", "content-type:", "subject:", "date:", "received:"),
    *("message-id:", "return-path:", "x-"),
)


def kind(data: bytes) -> FileKind:
    """What the bytes of a file are."""
    if data.startswith(b"PK\x03\x04"):
        return _package(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _container(data)
    if data.startswith(_BARE):
        return _LOCKED if _is_locked(data) else XLS
    for signature, found in _SIGNATURES:
        if data.startswith(signature) and not _is_word(signature, data):
            return found
    return _text(data)


def _is_word(signature: bytes, data: bytes) -> bool:
    """Whether "BM" or "MZ" begins a text (as "BM.04", a form's number), no picture."""
    return len(signature) == 2 and b"\0" not in data[:64]


def _package(data: bytes) -> FileKind:
    """What a zip holds; broken where its directory at the end is not there."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            head = b""
            if "mimetype" in names:
                with package.open("mimetype") as part:  # it may be a bomb
                    head = part.read(_MIMETYPE)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - zipfile fails in many ways on damaged bytes; the verdict says so
        return _BROKEN
    if b"opendocument.spreadsheet" in head:
        return ODS
    if b"opendocument" in head:
        return FileKind(Verdict.FOREIGN, "tệp OpenDocument, không phải bảng tính")
    for prefix, found in _PACKAGES:
        if any(name.startswith(prefix) for name in names):
            return found
    return _ARCHIVE


def _container(data: bytes) -> FileKind:
    own = _own_streams(data)
    for stream, found in _STREAMS:
        if stream in own or (not own and stream.encode("utf-16-le") in data):
            is_book = stream in {"Workbook", "Book"}
            return _LOCKED if is_book and _is_locked(data) else found
    return _BROKEN if _is_cut(data) else _UNKNOWN


def _own_streams(data: bytes) -> frozenset[str]:
    """The streams of a container that are not of an object in it; none of a damaged one.

    A Word file with a table of Excel in it has a stream "Workbook" too.
    """
    try:
        return ole.own_names(data)
    except ValueError:
        return frozenset()


def _is_cut(data: bytes) -> bool:
    """Whether a container ends before the list of its streams, which may stand last."""
    shift = int.from_bytes(data[30:32], "little")  # a sector has 2 to the power of it
    first = int.from_bytes(data[48:52], "little")
    return shift in {9, 12} and (first + 2) << shift > len(data)


def _is_locked(data: bytes) -> bool:
    """Whether an .xls is encrypted."""
    from core.importing.books import passwords  # not for an .xlsx

    return passwords.of_xls(data)


def _text(data: bytes) -> FileKind:
    from core.importing.books import plain_text  # not for an .xlsx

    head = plain_text.decoded(data[:_HEAD], "replace")
    odd = sum(1 for sign in head if sign < " " and sign not in "\t\r\n\f")
    if "\0" in head or odd > len(head) // 50:
        return _UNKNOWN
    start = head.lstrip("\ufeff \t\r\n\f").lower()
    if start.startswith("<"):
        return _marked_up(start, data)
    if start.startswith(_MAIL_HEADERS) and "content-type:" in start:
        page = "multipart/related" in start or "text/html" in start
        return MHTML if page else _MAIL
    sign, body = plain_text.said_separator(head)
    if sign or plain_text.separator(body):
        return DELIMITED
    return FileKind(Verdict.FOREIGN, "văn bản thường")


def _marked_up(start: str, data: bytes) -> FileKind:
    """What text of tags is, by its beginning in small letters."""
    if _WORKBOOK.search(start):
        return SPREADSHEET_ML
    page = _ROOT if start.startswith("<?xml") else _PAGE
    if page.search(start):
        return HTML
    from core.importing.books import plain_text

    # A declaration is refused as such, whatever the file holds.
    return (
        _ENTITIES if _DECLARATION.search(plain_text.decoded(data, "replace")) else _XML
    )
