"""Sheets as the bytes of an .xls of BIFF5 (Excel 5.0 and 95), written by hand.

Records as the format's published description has them; the texts are bytes of a code
page, as they were before Unicode. No merges: that record came with Excel 97.
"""

import struct

from tests.data.exports.make.model import Content, Sheet

_BIFF5, _GLOBALS, _SHEET = 0x0500, 0x0005, 0x0010
_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def biff5(*sheets: Sheet, encoding: str = "cp1252") -> bytes:
    """The workbook in a compound file; `encoding` is that of its texts."""
    fonts = [
        "Arial",
        *sorted({c.font for s in sheets for c in s.cells.values()} - {""}),
    ]
    pages = [_sheet(sheet, fonts, encoding) for sheet in sheets]
    head = _globals(sheets, fonts, encoding, [0] * len(sheets))
    places = []
    at = len(head)
    for page in pages:
        places.append(at)
        at += len(page)
    head = _globals(sheets, fonts, encoding, places)
    return _compound("Book", head + b"".join(pages))


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _short(text: str, encoding: str) -> bytes:
    coded = text.encode(encoding)
    return bytes([len(coded)]) + coded


def _globals(
    sheets: tuple[Sheet, ...], fonts: list[str], encoding: str, places: list[int]
) -> bytes:
    records = [
        _record(0x0809, struct.pack("<HHHH", _BIFF5, _GLOBALS, 0x0DBB, 0x07CC)),
        _record(0x0042, struct.pack("<H", int(encoding.removeprefix("cp")))),
    ]
    # Font 4 does not exist: the fifth entry is number 5.
    for name in fonts:
        about = struct.pack("<HHHHHBBBB", 240, 0, 0x7FFF, 400, 0, 0, 0, 0, 0)
        records.append(_record(0x0031, about + _short(name, encoding)))
    for number in range(15 + len(fonts)):
        font = max(0, number - 15)
        kind = 0xFFF5 if number < 15 else 0x0001
        about = struct.pack("<HHHHHHHH", font, 0, kind, 0x20, 0x20C0, 0, 0, 0)
        records.append(_record(0x00E0, about))
    for sheet, place in zip(sheets, places, strict=True):
        about = struct.pack("<IBB", place, int(sheet.hidden), 0)
        records.append(_record(0x0085, about + _short(sheet.name, encoding)))
    return b"".join([*records, _record(0x000A)])


def _sheet(sheet: Sheet, fonts: list[str], encoding: str) -> bytes:
    size = struct.pack("<HHHHH", 0, sheet.height, 0, sheet.width, 0)
    records = [
        _record(0x0809, struct.pack("<HHHH", _BIFF5, _SHEET, 0x0DBB, 0x07CC)),
        *(
            _record(0x007D, struct.pack("<HHHHHH", column - 1, column - 1, 0, 15, 1, 0))
            for column in sorted(sheet.hidden_columns)
        ),
        _record(0x0200, size),
    ]
    for row in sorted({row for row, _ in sheet.cells} | sheet.hidden_rows):
        state = 0x0020 if row in sheet.hidden_rows else 0
        about = (row - 1, 0, sheet.width, 255, 0, 0, 0x0100 | state, 15)
        records.append(_record(0x0208, struct.pack("<HHHHHHHH", *about)))
    for (row, column), content in sorted(sheet.cells.items()):
        records.append(_cell(row - 1, column - 1, content, fonts, encoding))
    return b"".join([*records, _record(0x000A)])


def _cell(
    row: int, column: int, content: Content, fonts: list[str], encoding: str
) -> bytes:
    style = 15 + (fonts.index(content.font) if content.font else 0)
    where = struct.pack("<HHH", row, column, style)
    value = content.value
    if isinstance(value, str):
        coded = value.encode(encoding)
        return _record(0x0204, where + struct.pack("<H", len(coded)) + coded)
    return _record(0x0203, where + struct.pack("<d", float(value)))


def _compound(name: str, stream: bytes) -> bytes:
    """A compound file with that one stream, which is made long enough for sectors."""
    stream = stream.ljust(4096, b"\0")
    count = -(-len(stream) // _SECTOR)
    chain = [number + 1 for number in range(count - 1)] + [_END]
    table = [_FAT, _END, *(number + 2 if number != _END else _END for number in chain)]
    if len(table) > _SECTOR // 4:
        message = "the table of sectors has more than one sector"
        raise ValueError(message)
    table += [_FREE] * (_SECTOR // 4 - len(table))
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108
    entries = [
        _entry("Root Entry", 5, child=1, start=_END, size=0),
        _entry(name, 2, child=_FREE, start=2, size=len(stream)),
        bytes(128),
        bytes(128),
    ]
    sectors = stream.ljust(count * _SECTOR, b"\0")
    return head + struct.pack("<128I", *table) + b"".join(entries) + sectors


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    coded = name.encode("utf-16-le") + b"\0\0"
    about = struct.pack("<HBBIII", len(coded), kind, 1, _FREE, _FREE, child)
    return (
        coded.ljust(64, b"\0") + about + bytes(36) + struct.pack("<III", start, size, 0)
    )
