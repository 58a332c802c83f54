"""A cell of a sheet as a cell of the report: value, raw text, address, trouble."""

import math
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from core import figures
from core.catalogue import Kind
from core.importing.grid import Grid, Raw, Spot, letters, text_of
from core.report import Cell, NoteKind, Unreadable, Value

MOST_KEPT = 20_000
"""How many different contents of a kind are kept with what they were read into."""

_WORDS = (Kind.TEXT, Kind.CODE)
_COUNTED = (Kind.COUNT, Kind.RANK)
_ASKED = re.compile("[%/]")  # a percentage, or two numbers in one
_LIMIT = float(figures.LIMIT)  # exact, and compared with cells a hundred times faster


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


class Kept:
    """What the contents of cells of one kind were read into: value and raw text."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.texts: dict[str, tuple[Value, str]] = {}
        self.numbers: dict[float, tuple[Value, str]] = {}
        self.percentages: dict[float, tuple[Value, str]] = {}


class ColumnReader:
    """Reads the cells of one column, equal contents once: most stand there many times.

    A table of all communes has forty thousand cells, so `read_all` does without calls
    as far as it can.
    """

    def __init__(self, grid: Grid, column: int, kind: Kind, kept: Kept) -> None:
        """Begin; `kind` is that of the column's figures, `kept` may be shared by it."""
        self._grid, self._column, self._kind, self._kept = grid, column, kind, kept
        self._at = f"{grid.sheet}!{letters(column)}"

    def read(self, row: int) -> Found:
        """What `read` gives of the cell in that row."""
        (cell,), odd = self.read_all((row,))
        return odd.get(0) or Found(cell)

    def read_all(self, rows: Sequence[int]) -> tuple[list[Cell], dict[int, Found]]:
        """The cells in those rows, and by place in `rows` those with more to say."""
        grid, column, kept = self._grid, self._column, self._kept
        lines, height, percents = grid.rows, grid.height, grid.marks.percents
        troubled = grid.troubled(column)
        found: list[Cell] = []
        odd: dict[int, Found] = {}
        for row in rows:
            line = lines[row - 1] if 0 < row <= height else ()
            value = line[column - 1] if column <= len(line) else ""
            known: tuple[Value, str] | None = None
            if type(value) is str:
                known = kept.texts.get(value)
            elif type(value) is float:  # a truth value equals a number, and is none
                of_kind = kept.numbers
                if (row, column) in percents:
                    of_kind = kept.percentages
                known = of_kind.get(value)
            if known is None:
                known = self._usual(value, is_percent=(row, column) in percents)
            if known is not None and row not in troubled:
                found.append(Cell(known[0], known[1], f"{self._at}{row}"))
                continue
            one = read(grid, Spot(row, column), self._kind)
            if one.second is not None or one.trouble is not None:
                odd[len(found)] = one
            elif len(kept.numbers) + len(kept.texts) < MOST_KEPT:
                self._keep(value, one.first, is_percent=(row, column) in percents)
            found.append(one.first)
        return found, odd

    def _usual(self, value: Raw, *, is_percent: bool) -> tuple[Value, str] | None:
        """What `read` makes of nearly all cells, without its questions; else None."""
        kind = self._kind
        if type(value) is float and not is_percent and kind not in _WORDS:
            digits = f"{value:.12g}"
            is_whole = digits.isdecimal()
            if is_whole or (
                kind not in _COUNTED and digits.replace(".", "", 1).isdecimal()
            ):
                known: tuple[Value, str] = Decimal(digits), digits
                if len(self._kept.numbers) < MOST_KEPT:
                    self._kept.numbers[value] = known
                return known
        elif type(value) is str and value.isascii() and not _ASKED.search(value):
            return figures.parse(value, kind), value
        return None

    def _keep(self, value: Raw, cell: Cell, *, is_percent: bool) -> None:
        if type(value) is str:
            if self._kind not in _WORDS:  # names are read once each
                self._kept.texts[value] = cell.value, cell.raw
        elif type(value) is float:
            kept = self._kept.percentages if is_percent else self._kept.numbers
            kept[value] = cell.value, cell.raw


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
    if not math.isfinite(number) or abs(number) >= _LIMIT:
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
