"""A cell of a sheet as a cell of the report: value, raw text, address, trouble."""

import math
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from core import figures
from core.catalogue import Kind
from core.importing.grid import Grid, Raw, Spot, letters, text_of
from core.report import Cell, NoteKind, Unreadable, Value

MOST_KEPT = 4096
"""How many different contents of a column are kept with what they were read into."""

_WORDS = (Kind.TEXT, Kind.CODE)


class Found(NamedTuple):
    """What one cell of a sheet holds.

    Attributes:
        first: The figure.
        second: What stands behind the "/" of "8/9" or "4.33 / 6", or None.
        trouble: What is wrong with the cell itself, or None.
    """

    first: Cell
    second: Cell | None = None
    trouble: NoteKind | None = None


def read(grid: Grid, spot: Spot, kind: Kind) -> Found:
    """The figure at `spot`, read as one of that kind. Never raises."""
    at = grid.at(spot)
    for texts, trouble in (
        (grid.marks.errors, NoteKind.ERROR_CELL),
        (grid.marks.unsaved, NoteKind.NO_STORED_VALUE),
    ):
        if (text := texts.get(spot)) is not None:
            return Found(Cell(Unreadable(text), text, at), trouble=trouble)
    value = grid.own(spot)
    if isinstance(value, str):
        return of_text(value, kind, at)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Found(_of_other(value, kind, at))
    return Found(_of_number(value, kind, at, percent=spot in grid.marks.percents))


class ColumnReader:
    """Reads the cells of one column, each content once: most stand there many times."""

    def __init__(self, grid: Grid, column: int, kind: Kind) -> None:
        """Begin with nothing read; `kind` is that of the column's figures."""
        self._grid, self._column, self._kind = grid, column, kind
        self._at = f"{grid.sheet}!{letters(column)}"
        self._is_troubled = bool(grid.marks.errors or grid.marks.unsaved)
        self._kept: dict[tuple[Raw, bool], tuple[Value, str]] = {}

    def read(self, row: int) -> Found:
        """What `read` gives of the cell in that row."""
        grid, column = self._grid, self._column
        value: Raw = ""
        if 0 < row <= len(grid.rows) and column <= len(line := grid.rows[row - 1]):
            value = line[column - 1]
        is_number = type(value) is float  # a truth value equals a number, and is none
        if not (is_number or type(value) is str) or self._troubles(row):
            return read(grid, Spot(row, column), self._kind)
        content = (value, is_number and (row, column) in grid.marks.percents)
        kept = self._kept.get(content)
        if kept is None:
            found = read(grid, Spot(row, column), self._kind)
            if found.second is None and len(self._kept) < MOST_KEPT:
                self._kept[content] = found.first.value, found.first.raw
            return found
        return Found(Cell(*kept, f"{self._at}{row}"))

    def _troubles(self, row: int) -> bool:
        """Whether the cell in that row is an error, or a formula without a value."""
        if not self._is_troubled:
            return False
        spot, marks = (row, self._column), self._grid.marks
        return spot in marks.errors or spot in marks.unsaved


def of_text(text: str, kind: Kind, at: str) -> Found:
    """The figure that a text at `at` stands for, read as one of that kind."""
    if "%" in text and kind not in (Kind.RATIO, *_WORDS):
        return Found(Cell(Unreadable(text), text, at))  # no count is a percentage
    text = unicodedata.normalize("NFC", text)
    if kind in figures.SECOND and "/" in text:
        first, second = figures.parse_pair(text, kind)
        both = isinstance(second, Decimal)
        return Found(Cell(first, text, at), Cell(second, text, at) if both else None)
    return Found(Cell(figures.parse(text, kind), text, at))


def _of_number(number: float, kind: Kind, at: str, *, percent: bool) -> Cell:
    if not math.isfinite(number) or abs(number) >= figures.LIMIT:
        return Cell(Unreadable(str(number)), str(number), at)
    value = figures.of_number(number, kind, percent=percent)
    shown = value.text if isinstance(value, Unreadable) else figures.plain(value)
    raw = f"{shown}%" if percent else shown
    if kind in _WORDS:
        return Cell(raw, raw, at)
    if percent and kind is not Kind.RATIO:
        return Cell(Unreadable(raw), raw, at)  # a count or score shown as a percentage
    return Cell(value, raw, at)


def _of_other(value: object, kind: Kind, at: str) -> Cell:
    """A date, a time or a truth value: a word where words stand, else no figure."""
    text = text_of(value) if isinstance(value, bool | date) else str(value)
    if kind in _WORDS:
        return Cell(text, text, at)
    readings = _ranks(value) if kind is Kind.RANK else ()
    return Cell(Unreadable(text, readings), text, at)


def _ranks(value: object) -> tuple[Decimal, ...]:
    """What a rank that Excel made a date may have been: "8/9" → 8 (3.6).

    A rank is never above the number of units, so day and month tell which is which,
    unless Excel took the second number for a year and set the first of the month.
    """
    if not isinstance(value, date | datetime):
        return ()
    smaller, larger = sorted((value.day, value.month))
    both = (smaller, larger) if value.day == 1 else (smaller,)
    return tuple(Decimal(number) for number in dict.fromkeys(both))
