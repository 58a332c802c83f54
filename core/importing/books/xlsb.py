"""The sheets of an .xlsb: values from python-calamine, marks from its records (BIFF 12).

Every formula of BIFF 12 has a result, so that none is ever without one here.
"""

import struct
from collections.abc import Iterator

from core.importing.books import package, values
from core.importing.books.book_parts import Package
from core.importing.books.collected import Collected
from core.importing.books.styles import Styles, styles
from core.importing.grid import Grid, Merge, SheetMarks, Spot

_ROW, _COLUMNS, _MERGE = 0, 60, 176
# Cells by what they hold: an error, a text, a number, a truth value; 8 to 11 by formula.
_ERRORS, _TEXTS, _NUMBERS, _TRUTHS = {3, 11}, {6, 7, 8, 62}, {2, 5, 9}, {4, 10}
_FONT, _FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END = 43, 44, 47, 617, 618
_SHEET = 156
_FONT_NAME = 21  # bytes before the name in a font
_HIDDEN_ROW = 0x10
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_CODES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


def grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """Every worksheet, hidden ones too, in the workbook's order.

    Raises:
        UnreadableFileError: Damaged, hostile, or with cells too far apart.
    """
    values.guarded(lambda: package.check(data, name), name)
    return values.grids(data, name, _marks)


def _marks(data: bytes) -> tuple[SheetMarks, ...]:
    parts = Package(data)
    kinds = parts.relations("").values()
    book = next((path for kind, path in kinds if kind == "officeDocument"), "")
    book = book or "xl/workbook.bin"
    related = parts.relations(book)
    shown = Styles()
    for kind, path in related.values():
        if kind == "styles" and path in parts:
            shown = _styles(parts.read(path))
        if kind == "sharedStrings" and path in parts:
            for _ in _records(parts.read(path)):  # only whether they are whole
                pass
    found = []
    for number, body in _records(parts.read(book)):
        if number != _SHEET:
            continue
        (state,) = struct.unpack_from("<I", body)
        identity, after = _text(body, 8)
        kind, path = related.get(identity, ("", ""))
        if kind == "worksheet":
            sheet = _sheet(parts.read(path), Collected(shown))
            title, _ = _text(body, after)
            found.append(sheet.sheet(title, hidden=state != 0))
    return tuple(found)


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a part: number and body.

    Raises:
        EOFError: One is longer than what is left. calamine would take up to 256 MB for
            it before it sees that.
    """
    at = 0
    while at < len(data):
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = kind & 0x7F | (data[at] & 0x7F) << 7
            at += 1
        length = 0
        for shift in (0, 7, 14, 21):
            part = data[at]
            at += 1
            length |= (part & 0x7F) << shift
            if not part & 0x80:
                break
        if at + length > len(data):
            message = "a record ends before its time"
            raise EOFError(message)
        yield kind, data[at : at + length]
        at += length


def _text(body: bytes, at: int) -> tuple[str, int]:
    """The text at `at`, and where it ends."""
    (length,) = struct.unpack_from("<I", body, at)
    if length == 0xFFFFFFFF:  # there is none
        return "", at + 4
    end = at + 4 + 2 * length
    return body[at + 4 : end].decode("utf-16-le"), end


def _styles(data: bytes) -> Styles:
    formats: dict[int, str] = {}
    fonts: list[str] = []
    cells: list[tuple[int, int]] = []
    within = False  # among the styles of cells, not those with names
    for kind, body in _records(data):
        if kind == _FORMAT:
            formats[struct.unpack_from("<H", body)[0]] = _text(body, 2)[0]
        elif kind == _FONT:
            fonts.append(_text(body, _FONT_NAME)[0])
        elif kind in (_STYLES_BEGIN, _STYLES_END):
            within = kind == _STYLES_BEGIN
        elif kind == _STYLE and within:
            _, code, font = struct.unpack_from("<HHH", body)
            cells.append((code, font))
    return styles(formats, fonts, cells)


def _sheet(data: bytes, found: Collected) -> Collected:
    row = 0
    for kind, body in _records(data):
        if kind == _ROW:
            row = struct.unpack_from("<I", body)[0] + 1
            _hold(row, _LAST_ROW)
            if body[11] & _HIDDEN_ROW:
                found.hidden_rows.add(row)
        elif kind in _ERRORS or kind in _TEXTS or kind in _NUMBERS or kind in _TRUTHS:
            _cell(kind, body, row, found)
        elif kind == _COLUMNS:
            first, last, _, _, options = struct.unpack_from("<IIIIH", body)
            if options & 1:
                found.hidden_columns |= set(
                    range(first + 1, min(last + 1, _LAST_COLUMN) + 1)
                )
        elif kind == _MERGE:
            top, bottom, left, right = struct.unpack_from("<IIII", body)
            found.merges.append(Merge(top + 1, left + 1, bottom + 1, right + 1))
    return found


def _cell(kind: int, body: bytes, row: int, found: Collected) -> None:
    column, style = struct.unpack_from("<II", body)
    _hold(column + 1, _LAST_COLUMN)
    spot, style = Spot(row, column + 1), style & 0xFFFFFF
    if kind in _ERRORS:
        found.error(spot, _CODES.get(body[8], "#N/A"))
    elif kind in _TEXTS:
        found.text(spot, style)
    elif kind in _NUMBERS:
        found.number(spot, style)
    else:
        found.reach(spot)


def _hold(number: int, last: int) -> None:
    """Nothing, for a row or column that a sheet has.

    Raises:
        ValueError: It has not that many: the file is damaged.
    """
    if number > last:
        message = f"no sheet has {number}"
        raise ValueError(message)
