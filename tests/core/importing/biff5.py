"""A small writer of .xls as Excel 5 and 95 wrote it: no program writes it any more.

Texts are bytes of a code page, fonts and merges are as BIFF 5 has them.
"""

import io
import struct
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from xlwt.CompoundDoc import XlsDoc

_TONES = "\u0300\u0301\u0309\u0303\u0323"
_ERRORS = {"#DIV/0!": 0x07, "#N/A": 0x2A, "#REF!": 0x17}


@dataclass
class Cell:
    """A value with its font and number format; a formula's result if `formula`."""

    value: str | float | bool
    font: str = "Arial"
    format: int = 0
    formula: bool = False
    options: int = 0


Rows: TypeAlias = list[list[Cell | str | float | None]]


@dataclass
class Sheet:
    name: str
    rows: Rows
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)  # from 0, as all here
    hidden_columns: set[int] = field(default_factory=set)
    across: set[tuple[int, int]] = field(default_factory=set)
    """A text and the blank cells to its right over which it is centred."""


def encoded(text: str, page: int) -> bytes:
    """`text` in a code page; to 1258 the five tones are letters of their own."""
    if page != 1258:
        return text.encode(f"cp{page}")
    found = ""
    for sign in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", sign)
        tone = "".join(mark for mark in parts if mark in _TONES)
        bare = "".join(mark for mark in parts if mark not in _TONES)
        found += unicodedata.normalize("NFC", bare) + tone
    return found.encode("cp1258")


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def book(sheets: Iterable[Sheet], *, page: int = 1252, contained: bool = True) -> bytes:
    """The file; `page` is the code page in which it says its texts are."""
    sheets = list(sheets)
    cells = [cell for sheet in sheets for row in sheet.rows for cell in row]
    looks = [("Arial", 0)] + [(c.font, c.format) for c in cells if isinstance(c, Cell)]
    styles = {look: number for number, look in enumerate(dict.fromkeys(looks))}
    fonts = list(dict.fromkeys(font for font, _ in styles))
    bodies = [_sheet(sheet, styles, page) for sheet in sheets]
    head = record(0x809, struct.pack("<HHHH", 0x500, 5, 0x096C, 0x07C9))
    head += record(0x42, struct.pack("<H", page))
    for font in [*fonts[:1] * 4, *fonts[1:]]:  # font 4 is never written
        name = font.encode("cp1252")
        shape = struct.pack("<HHHHHBBBx", 200, 0, 0x7FFF, 400, 0, 0, 0, 0)
        head += record(0x31, shape + bytes([len(name)]) + name)
    for look in styles:
        head += record(0xE0, _style(look, fonts, across=False))
    head += record(0xE0, _style(("Arial", 0), fonts, across=True))
    places = len(head) + sum(4 + 7 + len(encoded(s.name, page)) for s in sheets) + 4
    for sheet, body in zip(sheets, bodies, strict=True):
        name = encoded(sheet.name, page)
        where = struct.pack("<IBBB", places, sheet.hidden, 0, len(name))
        head += record(0x85, where + name)
        places += len(body)
    stream = head + record(0x0A) + b"".join(bodies)
    return _contained(stream) if contained else stream


def _style(look: tuple[str, int], fonts: list[str], *, across: bool) -> bytes:
    font, code = look
    number = fonts.index(font)
    number = number + 4 if number else 0  # after four times the first, and no font 4
    aligned = 0x20 | (6 if across else 0)
    return struct.pack("<8H", number, code, 1, aligned, 0xC0, 0, 0, 0)


def _sheet(sheet: Sheet, styles: Mapping[tuple[str, int], int], page: int) -> bytes:
    found = record(0x809, struct.pack("<HHHH", 0x500, 0x10, 0x096C, 0x07C9))
    for column in sorted(sheet.hidden_columns):
        found += record(0x7D, struct.pack("<HHHHHH", column, column, 2304, 0, 1, 0))
    width = max((len(row) for row in sheet.rows), default=0)
    found += record(0x200, struct.pack("<HHHHH", 0, len(sheet.rows), 0, width, 0))
    for row in sorted(sheet.hidden_rows):
        found += record(
            0x208, struct.pack("<HHHHHHHH", row, 0, width, 255, 0, 0, 0x120, 0)
        )
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if cell is None and (row, column) not in sheet.across:
                continue
            one = cell if isinstance(cell, Cell) else Cell("" if cell is None else cell)
            style = styles[one.font, one.format]
            if (row, column) in sheet.across:
                style = len(styles)
            place = struct.pack("<HHH", row, column, style)
            found += record(0x201, place) if cell is None else _cell(place, one, page)
    return found + record(0x0A)


def _cell(place: bytes, cell: Cell, page: int) -> bytes:
    value = cell.value
    if isinstance(value, str) and value in _ERRORS:
        return record(0x205, place + bytes([_ERRORS[value], 1]))
    if isinstance(value, bool):
        return record(0x205, place + bytes([value, 0]))
    if isinstance(value, str):
        text = encoded(value, page if cell.font == "Arial" else 1252)
        return record(0x204, place + struct.pack("<H", len(text)) + text)
    if cell.formula:
        tokens = b"\x1e" + struct.pack("<H", 1)
        result = struct.pack("<dHIH", value, cell.options, 0, len(tokens))
        return record(0x06, place + result + tokens)
    return record(0x203, place + struct.pack("<d", value))


def _contained(stream: bytes) -> bytes:
    """The stream as `Book` in an OLE container."""
    buffer = io.BytesIO()
    XlsDoc().save(buffer, stream.ljust(4096, b"\0"))
    old, new = "Workbook".encode("utf-16-le"), "Book".encode("utf-16-le")
    where = buffer.getvalue().index(old)
    data = bytearray(buffer.getvalue())
    data[where : where + len(old)] = new.ljust(len(old), b"\0")
    data[where + 64 : where + 66] = struct.pack("<H", len(new) + 2)
    return bytes(data)
