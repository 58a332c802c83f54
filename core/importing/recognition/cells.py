"""A cell of a sheet as a cell of the report: value, raw text, address, trouble."""

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from core import figures
from core.catalogue import Kind
from core.importing.grid import Grid, Raw, Spot, letters, text_of
from core.placed import cells_of_column
from core.report import (
    Blank,
    Cell,
    NoteKind,
    Unreadable,
    Value,
)

MOST_KEPT = 20_000
"""How many different contents of a kind are kept with what they were read into."""

_WORDS = (Kind.TEXT, Kind.CODE)
_COUNTED = (Kind.COUNT, Kind.RANK)
_ASKED = re.compile("[%/]")  # a percentage, or two numbers in one
# How numbers in a row are written, none of them negative or with an exponent.
_WHOLE, _DECIMAL = re.compile("[0-9\n]*"), re.compile("[0-9.\n]*")
_USUAL = frozenset({float, str})
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


Content: TypeAlias = tuple[Value, str]
"""What the content of a cell was read into: a value and its raw text."""

_UNTOLD: Content = (Blank.MISSING, "")


class _Contents(dict[Raw, Content | None]):
    """What contents of cells of one kind were read into, found out as they are met.

    None is for a cell that has more to say than a value. Of many different contents not
    all are kept.
    """

    def __init__(self, kind: Kind, *, percent: bool) -> None:
        """Begin with nothing read; `percent` is how the cells show their numbers."""
        super().__init__()
        self._kind = kind
        self._percent = percent

    def __missing__(self, value: Raw) -> Content | None:
        """What a content is read into that is met for the first time."""
        found = None
        if isinstance(value, str):
            found = self._of_text(value)
        elif isinstance(value, float):
            found = self._of_number(value)
        if len(self) < MOST_KEPT:
            self[value] = found
        return found

    def learn(self, values: Iterable[Raw]) -> Mapping[Raw, Content | None]:
        """What texts and numbers are read into; those that are new at once, if usual."""
        new = {*values}.difference(self)
        if not new:
            return self
        some = self if len(self) + len(new) <= MOST_KEPT else {}
        some.update(self._numbers([one for one in new if type(one) is float]))
        some.update(self._texts([one for one in new if type(one) is str]))
        if some is not self:
            some.update({one: self[one] for one in {*values}.difference(some)})
        return some

    def _numbers(self, new: Sequence[float]) -> Iterable[tuple[Raw, Content]]:
        """Those numbers read, if all are written the usual way."""
        lines = "%.12g\n" * len(new) % tuple(new)
        usual = _WHOLE if self._kind in _COUNTED else _DECIMAL
        if self._kind in _WORDS or not usual.fullmatch(lines):
            return ()
        raws = lines.split()
        numbers = list(map(Decimal, raws))
        if self._percent:
            if self._kind is not Kind.RATIO:
                return ()
            numbers, shown = _hundredfold(numbers)
            raws = [f"{one}%" for one in shown]
        return zip(new, zip(numbers, raws, strict=True), strict=True)

    def _texts(self, new: Sequence[str]) -> Iterable[tuple[Raw, Content]]:
        """Those texts read, if all are clean, and figures written the usual way."""
        if self._kind in _WORDS:
            line = " ".join(new)
            is_clean = "" not in new and figures.clean(line) == line
            return zip(new, zip(new, new, strict=True), strict=True) if is_clean else ()
        numbers = figures.parse_usual(new)
        if numbers is None:
            return ()
        return zip(new, zip(numbers, new, strict=True), strict=True)

    def _of_text(self, text: str) -> Content | None:
        kind = self._kind
        if kind in _WORDS:
            return figures.clean(text) or Blank.MISSING, unicodedata.normalize(
                "NFC", text
            )
        if text.isascii() and not _ASKED.search(text):
            return figures.parse(text, kind), text
        found = of_text(text, kind, "")
        return (
            None if found.second is not None else (found.first.value, found.first.raw)
        )

    def _of_number(self, number: float) -> Content | None:
        """The same of a number; those written the usual way without more questions."""
        kind, percent = self._kind, self._percent
        digits = f"{number:.12g}"
        is_whole = digits.isdecimal()
        if is_whole or digits.replace(".", "", 1).isdecimal():
            if percent and kind is Kind.RATIO:
                shown = figures.plain(Decimal(digits) * figures.HUNDRED)
                return Decimal(shown), f"{shown}%"
            if (
                not percent
                and (is_whole or kind not in _COUNTED)
                and kind not in _WORDS
            ):
                return Decimal(digits), digits
        cell = _of_number(number, kind, "", percent=percent)
        return cell.value, cell.raw


class Kept:
    """What the contents of cells of one kind were read into."""

    def __init__(self, kind: Kind) -> None:
        """Begin with nothing read."""
        self.kind = kind
        self.plain = _Contents(kind, percent=False)
        self.percentages = _Contents(kind, percent=True)


class ColumnReader:
    """Reads the cells of one column, equal contents once: most stand there many times.

    A table of all communes has forty thousand cells, so `read_all` does without calls
    as far as it can.
    """

    def __init__(self, grid: Grid, column: int, kept: Kept) -> None:
        """Begin; `kept` is of the kind of the column's figures, and may be shared."""
        self._grid, self._column, self._kept = grid, column, kept
        self._at = f"{grid.sheet}!{letters(column)}"

    def read(self, row: int) -> Found:
        """What `read` gives of the cell in that row."""
        return read(self._grid, Spot(row, self._column), self._kept.kind)

    def read_all(self, rows: Sequence[int]) -> tuple[list[Cell], dict[int, Found]]:
        """The cells in those rows, and by place in `rows` those with more to say."""
        contents = self._contents(rows)
        alone = []
        if None in contents:
            alone = [index for index, one in enumerate(contents) if one is None]
        told = [one or _UNTOLD for one in contents]
        found = cells_of_column(
            [value for value, _ in told], [raw for _, raw in told], self._at, rows
        )
        odd: dict[int, Found] = {}
        for index in alone:
            one = self.read(rows[index])
            found[index] = one.first
            if one.second is not None or one.trouble is not None:
                odd[index] = one
        return found, odd

    def _contents(self, rows: Sequence[int]) -> Sequence[Content | None]:
        """What stands in those rows; None for what is to be looked at by itself."""
        grid, column = self._grid, self._column
        values = grid.values(column, rows)
        percents, troubled = grid.percents(column), grid.troubled(column)
        plain, percentages = self._kept.plain, self._kept.percentages
        # A truth value equals a number, and is none.
        is_usual = _USUAL.issuperset(map(type, values)) and not troubled
        if is_usual and (not percents or percents.issuperset(rows)):
            known = (percentages if percents else plain).learn(values)
            return list(map(known.__getitem__, values))
        both = list(zip(rows, values, strict=True))
        usual = [(r, v) for r, v in both if type(v) in _USUAL and r not in troubled]
        shown = percentages.learn(value for row, value in usual if row in percents)
        others = plain.learn(value for row, value in usual if row not in percents)
        return [
            (shown if row in percents else others)[value]
            if type(value) in _USUAL and row not in troubled
            else None
            for row, value in both
        ]


def _hundredfold(numbers: Sequence[Decimal]) -> tuple[list[Decimal], list[str]]:
    """Fractions as percentages, and their digits: no exponent, no zeros at the end."""
    found = [one.scaleb(2) for one in numbers]
    digits = list(map(str, found))
    if "E" in "".join(digits):  # a fraction of a few digits, or of none
        digits = [f"{one:f}" for one in found]
        found = list(map(Decimal, digits))
    return found, digits


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
