"""What a zip may hold: looked at in its directory first, then as it really unpacks.

Nothing is read from a package before it has passed; a reader then meets no more than was
looked at here, whatever the directory says.
"""

import io
import re
import zipfile
import zlib
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from core.patterns import later

LIMIT_PARTS = 2000
LIMIT_MB = 200
"""What the parts may come to once unpacked, in MB."""

KEPT_MB = 8
"""How much of what was unpacked to be looked at is kept to be read, in MB."""

LIMIT_RATIO = 100
"""How many times as large as packed a large part may be: a workbook's come to 30."""

DENSE_MB = 5
"""From when a part is large, in MB. Swollen styles, and cells full of one letter, are as
dense as a bomb, and harmless as long as they are small."""

_ENTRY = b"PK\x01\x02"  # begins each entry of the directory
_LOCAL, _LOCAL_BYTES = b"PK\x03\x04", 30  # begins each part
_ENCRYPTED = 0x1  # flag of a part
_CHUNK = 1 << 20
_DEPTH = 32  # folders in one another
_DRIVE = later(r"[A-Za-z]:")
# What no reader of tables takes for XML; a picture may well begin with a DOCTYPE.
_NOT_XML = (
    *(".bin", ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bmp", ".tif", ".tiff"),
    *(".svg", ".ico", ".wdp", ".pdf", ".ole"),
)
# calamine takes memory for as many texts as are declared, and ends the process without it.
_TEXTS = ("sharedstrings.xml", "sharedstrings.bin")
_COUNT = re.compile(rb"""uniqueCount\s*=\s*["']\s*\+?(\d+)""")
_BINARY_COUNT = (
    b"\x9f\x01\x08"  # BrtBeginSst and its size; how many texts, how many unlike
)
_LEAST_TEXT = 5  # bytes of "<si/>"
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Refusals(Protocol):
    """The sentences for a package that is not opened, in the words of its kind."""

    def broken(self, name: str, detail: str) -> Exception:
        """Truncated or damaged."""

    def unsafe(self, name: str, why: str) -> Exception:
        """Built in a way that may do harm."""

    def too_large(self, name: str, megabytes: int) -> Exception:
        """More than is read, once unpacked."""

    def password(self, name: str) -> Exception:
        """Encrypted."""

    def entities(self, name: str) -> Exception:
        """With a DOCTYPE or ENTITY in it."""


def check_size(data: bytes, name: str, refusals: Refusals) -> None:
    """Nothing, for a zip whose directory is of a size to be read at all.

    Raises:
        Exception: One of the refusals: it has too many parts.
    """
    # Counted in the bytes: the number that the directory gives need not be true.
    if data.count(_ENTRY) > LIMIT_PARTS:
        raise _crowded(name, refusals)


def check(data: bytes, name: str, refusals: Refusals) -> Mapping[str, bytes]:
    """What the first parts unpack to, by name, of a package that is safe to be read.

    They come to `KEPT_MB` at the most: a workbook's parts are read again at once, and to
    unpack them twice takes as long as to look at all their cells.

    Raises:
        Exception: One of the refusals: it has too many parts, names that lead
            elsewhere, unpacks to too much or to other than it says, declares entities,
            is encrypted or damaged.
    """
    kept: dict[str, bytes] = {}
    room = KEPT_MB * 1024 * 1024
    for part in directory(data, name, refusals):
        is_kept = part.file_size <= room
        try:
            pieces = _checked(data, part, name, refusals)
            if is_kept:
                kept[part.filename] = b"".join(pieces)
            else:
                deque(pieces, maxlen=0)
        except (zlib.error, EOFError) as problem:
            raise refusals.broken(name, f"{part.filename}: {problem}") from problem
        room -= part.file_size if is_kept else 0
    return kept


def directory(data: bytes, name: str, refusals: Refusals) -> list[zipfile.ZipInfo]:
    """The parts of a package, none of which is unpacked yet.

    Raises:
        Exception: One of the refusals, for what its directory shows.
    """
    check_size(data, name, refusals)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except MemoryError:
        raise
    except Exception as problem:  # zipfile fails in many ways on damaged bytes
        raise refusals.broken(name, str(problem)) from problem
    _check_directory(parts, name, refusals)
    if sum(part.compress_size for part in parts) > len(data):
        raise refusals.unsafe(name, "các phần chồng lên nhau")
    return parts


def content(data: bytes, part: zipfile.ZipInfo, name: str, refusals: Refusals) -> bytes:
    """What a part of the package unpacks to, looked at as `check` does.

    Raises:
        Exception: One of the refusals.
    """
    try:
        return b"".join(_checked(data, part, name, refusals))
    except (zlib.error, EOFError) as problem:
        raise refusals.broken(name, f"{part.filename}: {problem}") from problem


def _check_directory(
    parts: Sequence[zipfile.ZipInfo], name: str, refusals: Refusals
) -> None:
    """What can be seen before anything is unpacked."""
    if len(parts) > LIMIT_PARTS:
        raise _crowded(name, refusals)
    names = Counter(part.orig_filename for part in parts)
    if any(times > 1 for times in names.values()):
        raise refusals.unsafe(name, "có hai phần cùng tên")
    if any(_leads_away(one) for one in names):
        raise refusals.unsafe(name, "có phần mang tên đường dẫn lạ")
    if sum(part.file_size for part in parts) > LIMIT_MB * 1024 * 1024:
        raise refusals.too_large(name, LIMIT_MB)
    if any(_is_dense(part) for part in parts):
        raise refusals.unsafe(name, f"nén quá chặt, bung ra gấp hơn {LIMIT_RATIO} lần")
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise refusals.password(name)


def _leads_away(name: str) -> bool:
    """Whether a name would be of a file outside, were it unpacked into a folder."""
    steps = name.replace("\\", "/").split("/")
    away = not steps[0] or ".." in steps or "\0" in name
    return away or len(steps) > _DEPTH or _DRIVE.match(name) is not None


def _is_dense(part: zipfile.ZipInfo) -> bool:
    large = part.file_size > DENSE_MB * 1024 * 1024
    return large and part.file_size > LIMIT_RATIO * max(part.compress_size, 1)


def _crowded(name: str, refusals: Refusals) -> Exception:
    return refusals.unsafe(name, f"hơn {LIMIT_PARTS} phần bên trong")


def _checked(
    data: bytes, part: zipfile.ZipInfo, name: str, refusals: Refusals
) -> Iterator[bytes]:
    """A part piece by piece: its size as said, and nothing declared."""
    is_xml = not part.filename.lower().endswith(_NOT_XML)
    size, tail, wide = 0, b"", None
    for chunk in _unpacked(data, part):
        if size == 0 and _declared_texts(part, chunk) * _LEAST_TEXT > part.file_size:
            message = "more texts are declared than it can hold"
            raise EOFError(message)
        size += len(chunk)
        if size > part.file_size:
            raise refusals.unsafe(name, "bung ra nhiều hơn tệp tự khai")
        if not is_xml:
            yield chunk
            continue
        if wide is None:
            wide = b"\0" in chunk[:4]  # UTF-16, where every other byte is zero
        seen = tail + (chunk.replace(b"\0", b"") if wide else chunk)
        # One sign is found many times faster than two, and most parts have none.
        if b"!" in seen and b"<!" in seen and _DECLARED.search(seen):
            raise refusals.entities(name)
        tail = seen[-10:]
        yield chunk
    if size < part.file_size:
        message = "it ends before its time"
        raise EOFError(message)


def _declared_texts(part: zipfile.ZipInfo, begin: bytes) -> int:
    """How many texts the part that a workbook's sheets share says it has."""
    if not part.filename.lower().endswith(_TEXTS):
        return 0
    if begin.startswith(_BINARY_COUNT):
        return int.from_bytes(begin[7:11], "little")
    found = _COUNT.search(begin)
    return int(found[1][:20]) if found else 0


def _unpacked(data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """What a part really unpacks to, piece by piece.

    Raises:
        zlib.error: It is damaged.
        EOFError: It is not where the directory says, or ends before its time.
    """
    at = part.header_offset
    head = data[at : at + _LOCAL_BYTES]
    if len(head) < _LOCAL_BYTES or not head.startswith(_LOCAL):
        message = "it is not where the directory says"
        raise EOFError(message)
    at += _LOCAL_BYTES + int.from_bytes(head[26:28], "little")
    at += int.from_bytes(head[28:30], "little")
    end = at + part.compress_size
    if part.compress_type == zipfile.ZIP_STORED:
        for start in range(at, end, _CHUNK):
            yield data[start : min(start + _CHUNK, end)]
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        message = f"it is packed by method {part.compress_type}"
        raise EOFError(message)
    unpack = zlib.decompressobj(-zlib.MAX_WBITS)
    for start in range(at, end, _CHUNK):
        piece = data[start : min(start + _CHUNK, end)]
        while piece and not unpack.eof:
            yield unpack.decompress(piece, _CHUNK)
            piece = unpack.unconsumed_tail
        if unpack.eof:
            return
    while not unpack.eof:
        if not (rest := unpack.decompress(b"", _CHUNK)):
            message = "it ends before its time"
            raise EOFError(message)
        yield rest
