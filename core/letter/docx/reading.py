"""The bytes of a .docx, typed by anyone, as a letter on paper.

Its lines bear no components yet: `core.paper.recognise` says what each is.
"""

from core.damaged import is_of_bytes
from core.errors import CongVanError
from core.letter.docx import reading_refusals as refusals
from core.paper.model import Paper

_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    (b"%PDF", "tệp PDF"),
    (b"\x89PNG", "ảnh"),
    (b"\xff\xd8\xff", "ảnh"),
    (b"<", "trang web hoặc tệp XML"),
    (b"\xef\xbb\xbf<", "trang web hoặc tệp XML"),
)


def read(data: bytes, name: str = "Tệp công văn") -> Paper:
    """The letter in the bytes of a .docx, line by line, as Word would print it.

    Raises:
        CongVanError: It is no .docx, has a password, or is damaged or unsafe; the
            sentence says which and what to do.
    """
    _check_kind(data, name)
    # Not at the top: lxml takes a while, and the window opens without it.
    from core.letter.docx import reading_package

    try:
        return reading_package.paper(data, name)
    except (CongVanError, MemoryError):
        raise
    except Exception as problem:
        if not is_of_bytes(problem):
            raise
        raise refusals.broken(name, repr(problem)) from problem


def _check_kind(data: bytes, name: str) -> None:
    """Nothing, for a zip file."""
    if not data.strip(b"\0 \r\n\t"):
        raise refusals.empty(name)
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise refusals.password(name)
        if "Workbook".encode("utf-16-le") in data:
            raise refusals.foreign(name, "bảng tính Excel")
        raise refusals.old_word(name)
    if data.startswith(b"{\\rtf"):
        raise refusals.old_word(name)
    if not data.startswith(_ZIP):
        kinds = (kind for begin, kind in _FOREIGN if data.startswith(begin))
        raise refusals.foreign(name, next(kinds, "không rõ loại"))
