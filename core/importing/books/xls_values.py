"""The values of a sheet of xlrd, as python-calamine gives those of other workbooks."""

import re
from datetime import timedelta
from typing import Any

from core.importing.grid import Raw

_LASTING = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)  # a format of hours above 24


def rows(sheet: Any) -> list[list[Raw]]:  # noqa: ANN401 - xlrd is imported where it is used
    """The rows of a sheet from A1 on, each up to its last value."""
    return [_row(sheet, number) for number in range(sheet.nrows)]


def _row(sheet: Any, row: int) -> list[Raw]:  # noqa: ANN401 - xlrd is imported where it is used
    import xlrd

    values: list[Raw] = []
    for column, kind in enumerate(sheet.row_types(row)):
        if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR):
            continue
        value = sheet.cell_value(row, column)
        if kind == xlrd.XL_CELL_BOOLEAN:
            value = bool(value)
        elif kind == xlrd.XL_CELL_DATE:
            value = _moment(sheet, row, column)
        if value != "":
            values += [""] * (column - len(values))
            values.append(value)
    return values


def _moment(sheet: Any, row: int, column: int) -> Raw:  # noqa: ANN401 - xlrd is imported where it is used
    """A date, a time or both; how long something lasts where the format says so."""
    import xlrd

    days = float(sheet.cell_value(row, column))
    style = sheet.book.xf_list[sheet.cell_xf_index(row, column)]
    shown = sheet.book.format_map[style.format_key].format_str or ""
    try:
        if _LASTING.search(shown):
            return timedelta(seconds=round(days * 86_400))
        moment = xlrd.xldate_as_datetime(days, sheet.book.datemode)
    except (ValueError, OverflowError):
        return days
    if 0 <= days < 1:
        return moment.time()
    return moment if days % 1 else moment.date()
