"""The sheets of an .xls, values and marks, by xlrd: BIFF 8 and 5, older ones too.

python-calamine reads the values faster, and of damaged bytes takes memory without end
and the whole process with it; xlrd must read it all for the marks anyway.
"""

import io
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from core.frozen import replace
from core.importing.books import ole, values, xls_formulas, xls_values
from core.importing.books.collected import Collected
from core.importing.books.styles import Styles, styles
from core.importing.grid import Grid, Merge, Raw, SheetMarks, Spot

_ACROSS = 6  # the alignment "centre across selection"
_UNICODE = 80  # BIFF 8; texts of older versions are of one byte a letter


def grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """Every worksheet, hidden ones too, in the workbook's order.

    Raises:
        UnreadableFileError: Damaged, or with cells too far apart to be a table.
    """
    stream = values.guarded(lambda: _stream(data), name)
    book = values.guarded(lambda: _open(stream), name)
    marks = values.guarded(lambda: _marks(stream, book), name)
    values.check(marks, name)
    return values.guarded(lambda: _grids(book, marks), name)


def _grids(book: Any, known: Sequence[SheetMarks]) -> tuple[Grid, ...]:  # noqa: ANN401 - xlrd is imported where it is used
    read = tuple(
        Grid(unicodedata.normalize("NFC", one.sheet), xls_values.rows(sheet), one.marks)
        for one, sheet in zip(known, book.sheets(), strict=True)
    )
    if book.biff_version >= _UNICODE:
        return read
    return tuple(_as_typed(grid, book.encoding) for grid in read)


def _stream(data: bytes) -> bytes:
    """The workbook's records, out of their container where they have one."""
    if data.startswith(ole.SIGNATURE):
        return ole.stream(data, ("Workbook", "Book"))
    return data


def _open(stream: bytes) -> Any:  # noqa: ANN401 - xlrd is imported where it is used
    import xlrd

    return xlrd.open_workbook(
        file_contents=stream,
        formatting_info=True,
        ragged_rows=True,  # else two far cells would take a rectangle
        logfile=io.StringIO(),
    )


def _marks(stream: bytes, book: Any) -> tuple[SheetMarks, ...]:  # noqa: ANN401 - xlrd is imported where it is used
    shown = _styles(book)
    unsaved = xls_formulas.unsaved(stream, book)
    return tuple(
        _sheet(sheet, Collected(shown), unsaved.get(number, {}))
        for number, sheet in enumerate(book.sheets())
    )


def _styles(book: Any) -> Styles:  # noqa: ANN401 - xlrd is imported where it is used
    declared = book.format_map.items()
    formats = {key: one.format_str for key, one in declared if one.format_str}
    fonts = [one.name for one in book.font_list]
    return styles(
        formats, fonts, [(one.format_key, one.font_index) for one in book.xf_list]
    )


def _sheet(sheet: Any, found: Collected, unsaved: dict[Spot, str]) -> SheetMarks:  # noqa: ANN401 - xlrd is imported where it is used
    import xlrd

    nothing = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind in nothing:
                continue
            spot = Spot(row + 1, column + 1)
            if spot in unsaved:
                found.without_value(spot, unsaved[spot])
            elif kind == xlrd.XL_CELL_ERROR:
                code = sheet.cell_value(row, column)
                found.error(spot, xlrd.error_text_from_code.get(code, "#N/A"))
            elif kind == xlrd.XL_CELL_TEXT:
                found.text(spot, sheet.cell_xf_index(row, column))
            elif kind == xlrd.XL_CELL_NUMBER:
                found.number(spot, sheet.cell_xf_index(row, column))
            else:
                found.reach(spot)
    found.merges += [
        Merge(top + 1, left + 1, bottom, right)  # xlrd counts from 0, ends left out
        for top, bottom, left, right in sheet.merged_cells
    ]
    if sheet.biff_version < _UNICODE:
        found.merges += _centred_across(sheet)
    rows, columns = sheet.rowinfo_map.items(), sheet.colinfo_map.items()
    found.hidden_rows |= {number + 1 for number, one in rows if one.hidden}
    found.hidden_columns |= {number + 1 for number, one in columns if one.hidden}
    return found.sheet(sheet.name, hidden=sheet.visibility != 0)


def _centred_across(sheet: Any) -> Iterator[Merge]:  # noqa: ANN401 - xlrd is imported where it is used
    """What Excel 5 and 95 had for merges: a text centred over the blanks beside it."""
    import xlrd

    for row in range(sheet.nrows):
        kinds = sheet.row_types(row)
        across = [
            kind in (xlrd.XL_CELL_TEXT, xlrd.XL_CELL_BLANK)
            and _alignment(sheet, row, column) == _ACROSS
            for column, kind in enumerate(kinds)
        ]
        for left, kind in enumerate(kinds):
            right = left + 1
            while right < len(kinds) and across[right] and kinds[right] != kind:
                right += 1
            if kind == xlrd.XL_CELL_TEXT and across[left] and right > left + 1:
                yield Merge(row + 1, left + 1, row + 1, right)


def _alignment(sheet: Any, row: int, column: int) -> int:  # noqa: ANN401 - xlrd is imported where it is used
    style = sheet.book.xf_list[sheet.cell_xf_index(row, column)]
    return int(style.alignment.hor_align)


def _as_typed(grid: Grid, encoding: str) -> Grid:
    """The sheet with texts in old fonts as Western European letters again.

    Before BIFF 8 a text is bytes: old fonts number their letters by those, whatever
    the code page of the machine was that saved them.
    """
    rows: list[list[Raw]] = [list(row) for row in grid.rows]
    for spot in grid.marks.fonts:
        value = rows[spot.row - 1][spot.column - 1]
        if isinstance(value, str):
            rows[spot.row - 1][spot.column - 1] = _western(value, encoding)
    return replace(grid, rows=rows)


def _western(text: str, encoding: str) -> str:
    try:
        return text.encode(encoding).decode("cp1252")
    except (UnicodeError, LookupError):
        return text
