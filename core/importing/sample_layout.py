"""“Gửi mẫu tiêu đề”: the headers and shapes of a file, without a figure or a name.

An office sends it to whoever maintains the program when a file is not recognised: enough
to add a word to the catalogue or a shape, and nothing of what the file says.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from core import VERSION
from core.catalogue import Catalogue
from core.importing.choosing import layout
from core.importing.grid import HEAD_ROWS, Grid, Raw, Spot, letters, text_of
from core.importing.masking import Masker, digits, pattern, shape
from core.importing.opened import Column, FoundTable, Opened, RowRole, Sheet
from core.report import UNIT_NAME

FILE_NAME = "Mẫu tiêu đề.json"
"""What the file is called unless somebody wants another name."""

SAMPLE_ROWS = 5_000
"""Rows under a header whose cells are counted by their kind."""

PATTERNS = 8
"""Kinds of cells told of a column, the most frequent."""


def sample(opened: Opened, catalogue: Catalogue) -> str:
    """The headers and shapes of a file as text (JSON) to be looked at and sent."""
    masker = Masker(catalogue, _names(opened))
    sheets = [
        _sheet(sheet, number, masker)
        for number, sheet in enumerate(opened.sheets, start=1)
    ]
    told = {"program": "Công văn 766", "version": VERSION, "sheets": sheets}
    return json.dumps(told, ensure_ascii=False, indent=1)


def _names(opened: Opened) -> Iterator[str]:
    """The names of units and of the office, as read and as they stand in the sheets."""
    for row in opened.report.all_rows:
        yield row.name
    for sheet in opened.sheets:
        for table in sheet.tables:
            for column in table.columns:
                if column.meaning is not None and column.meaning.indicator == UNIT_NAME:
                    last = table.last_row if table.is_read else sheet.grid.height
                    rows = range(table.header[-1] + 1, last + 1)
                    yield from (sheet.grid.text(Spot(r, column.number)) for r in rows)


def _sheet(sheet: Sheet, number: int, masker: Masker) -> dict[str, Any]:
    grid, marks = sheet.grid, sheet.grid.marks
    merges = [list(merge) for merge in marks.merges if merge.top <= HEAD_ROWS]
    told: dict[str, Any] = {
        "name": masker.known(sheet.name) or f"trang {letters(number)}",
        "rows": grid.height,
        "columns": grid.width,
        "hidden": sheet.is_hidden,
        "hidden_rows": len(marks.hidden_rows),
        "hidden_columns": len(marks.hidden_columns),
        "merges": merges,
        "titles": [{"row": row, "shape": text} for row, text in _titles(sheet)],
        "tables": [_table(grid, table, masker) for table in sheet.tables],
    }
    if not sheet.tables:
        told["likely_header"] = _likely(grid, masker)
    return told


def _titles(sheet: Sheet) -> Iterator[tuple[int, str]]:
    """The texts above tables by their words' shapes."""
    for run in sheet.runs:
        if run.role is RowRole.TITLE:
            for row in range(run.first, run.last + 1):
                for value in sheet.grid.rows[row - 1]:
                    if text := text_of(value):
                        yield row, shape(text)


def _table(grid: Grid, table: FoundTable, masker: Masker) -> dict[str, Any]:
    return {
        "header_rows": list(table.header),
        "last_row": table.last_row,
        "is_read": table.is_read,
        "columns": [_column(grid, table, one, masker) for one in table.columns],
    }


def _column(
    grid: Grid, table: FoundTable, column: Column, masker: Masker
) -> dict[str, Any]:
    meaning = column.meaning
    holds = None if meaning is None else digits(meaning.indicator or meaning.facet)
    rows = range(table.header[-1] + 1, max(table.last_row, table.header[-1]) + 1)
    return {
        "column": column.letters,
        "heading": [masker.heading(text) for text in column.tiers],
        "holds": holds,
        "part": None if meaning is None else meaning.part.value,
        "certainty": column.certainty.value,
        "cells": _kinds(grid, (Spot(row, column.number) for row in rows[:SAMPLE_ROWS])),
    }


def _likely(grid: Grid, masker: Masker) -> list[dict[str, Any]]:
    """What may be the header of a sheet in which none was recognised.

    It may be a row of names: only the catalogue's words are told.
    """
    return [
        {
            "row": head.row,
            "heading": [masker.known(text) or shape(text) for text in head.texts],
        }
        for head in layout.guessed(grid)
    ]


def _kinds(grid: Grid, spots: Iterable[Spot]) -> dict[str, int]:
    """How many cells of each kind there are ("số 99.9", "chữ 9.999", "trống")."""
    counted = Counter(_kind(grid, spot) for spot in spots)
    return dict(counted.most_common(PATTERNS))


def _kind(grid: Grid, spot: Spot) -> str:
    if spot in grid.marks.errors:
        return "lỗi"
    if spot in grid.marks.unsaved:
        return "công thức chưa tính"
    value: Raw = grid.own(spot)
    if isinstance(value, bool):
        return "đúng/sai"
    if isinstance(value, int | float):
        as_percent = " %" if spot in grid.marks.percents else ""
        return f"số {digits(text_of(value))}{as_percent}"
    if not isinstance(value, str):
        return "ngày giờ"
    found = pattern(value)
    return found if found in ("chữ", "trống") else f"chữ {found}"
