"""The values of an .xls by xlrd, for what python-calamine does not read."""

import unicodedata
from collections.abc import Sequence
from typing import Any

from core.importing.grid import Grid, Raw, SheetMarks


def grids(book: Any, known: Sequence[SheetMarks]) -> tuple[Grid, ...]:  # noqa: ANN401 - xlrd has types that it must be imported for
    """The sheets of a workbook of xlrd with the marks that are known of them."""
    return tuple(
        Grid(
            unicodedata.normalize("NFC", one.sheet),
            [
                [_value(book, *cell) for cell in _cells(sheet, row)]
                for row in range(sheet.nrows)
            ],
            one.marks,
        )
        for one, sheet in zip(known, book.sheets(), strict=True)
    )


def _cells(sheet: Any, row: int) -> Any:  # noqa: ANN401 - of xlrd
    return zip(sheet.row_types(row), sheet.row_values(row), strict=True)


def _value(book: Any, kind: int, value: Any) -> Raw:  # noqa: ANN401 - of xlrd
    import xlrd

    if kind == xlrd.XL_CELL_TEXT:
        return str(value)
    if kind == xlrd.XL_CELL_NUMBER:
        return float(value)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == xlrd.XL_CELL_DATE:
        return _moment(book, float(value))
    return ""


def _moment(book: Any, days: float) -> Raw:  # noqa: ANN401 - of xlrd
    """A date, a time or both; below one day a time, as python-calamine has it."""
    import xlrd

    try:
        moment = xlrd.xldate_as_datetime(days, book.datemode)
    except (ValueError, OverflowError):
        return days
    if 0 <= days < 1:
        return moment.time()
    return moment if days % 1 else moment.date()
