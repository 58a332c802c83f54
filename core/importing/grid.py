"""A sheet as it stands in the file: values, merges and what else must be known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeAlias, TypeVar

from core import figures
from core.frozen import field, frozen

Raw: TypeAlias = str | float | bool | date | datetime | time | timedelta
"""What a cell of a sheet holds; the empty string where it is blank."""

_T = TypeVar("_T")

LIMIT_CELLS = 3_000_000
"""Cells of the rectangle from A1 to the last value, which a reader fills whole.

A blank one takes calamine 80 bytes: half of the memory that reading may take.
"""

HEAD_ROWS = 64
"""How far down a header is looked for, in rows."""


class Spot(NamedTuple):
    """A cell of a sheet; rows and columns count from 1."""

    row: int
    column: int


class Spots(Set[Spot]):
    """A set of cells, kept by column: a column of a long table is one set of numbers."""

    def __init__(self, by_column: Mapping[int, Set[int]]) -> None:
        """The cells of these columns in these rows."""
        self._by_column = {c: frozenset(rows) for c, rows in by_column.items() if rows}

    @classmethod
    def of(cls, spots: Iterable[Spot]) -> "Spots":
        """Those cells."""
        by_column: dict[int, set[int]] = {}
        for row, column in spots:
            by_column.setdefault(column, set()).add(row)
        return cls(by_column)

    def rows(self, column: int) -> frozenset[int]:
        """The rows of those that stand in that column."""
        return self._by_column.get(column, frozenset())

    def without(self, rows: Set[int], columns: Set[int]) -> "Spots":
        """Those that stand neither in these rows nor in these columns."""
        return Spots(
            {c: own - rows for c, own in self._by_column.items() if c not in columns}
        )

    def __contains__(self, spot: object) -> bool:
        """Whether that cell is one of them."""
        return isinstance(spot, tuple) and spot[0] in self.rows(spot[1])

    def __iter__(self) -> Iterator[Spot]:
        """Each of them, column by column."""
        return (Spot(row, c) for c, rows in self._by_column.items() for row in rows)

    def __len__(self) -> int:
        """How many they are."""
        return sum(map(len, self._by_column.values()))

    @classmethod
    def _from_iterable(cls, it: Iterable[_T]) -> Set[_T]:
        """What `Set` makes of those that two sets share, and the like."""
        return frozenset(it)

    def __repr__(self) -> str:
        """Them all."""
        return f"Spots.of({sorted(self)})"


class Merge(NamedTuple):
    """A merged range, both ends included; its text stands in the first cell."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def anchor(self) -> Spot:
        """The cell that holds the range's value."""
        return Spot(self.top, self.left)


@frozen
class Marks:
    """What the values alone do not tell.

    Attributes:
        merges: The merged ranges.
        percents: Cells whose number format shows a fraction as a percentage.
        errors: Error cells with their text (`#DIV/0!`).
        unsaved: Formulas that no program has reckoned yet, with their text.
        hidden_rows: Rows that are hidden.
        hidden_columns: Columns that are hidden.
        hidden_sheet: The sheet itself is hidden.
        fonts: Fonts of before Unicode by name (`.VnTime`, `VNI-Times`); only their cells
            are here, since all others are Unicode (docs/linh-vuc.md 6.2).
    """

    merges: tuple[Merge, ...] = ()
    percents: Set[Spot] = frozenset()
    errors: Mapping[Spot, str] = field(default_factory=dict)
    unsaved: Mapping[Spot, str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden_sheet: bool = False
    fonts: Mapping[Spot, str] = field(default_factory=dict)


UNMARKED = Marks()


@frozen
class SheetMarks:
    """A sheet's name, the last row and column with a value, and its marks."""

    sheet: str
    last: Spot
    marks: Marks


@frozen
class Grid:
    """One sheet (trang tính).

    Attributes:
        sheet: Its name.
        rows: Values from A1 on; a row may be short.
        marks: What else is known of its cells.
    """

    sheet: str
    rows: Sequence[Sequence[Raw]]
    marks: Marks = UNMARKED

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @cached_property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(row) for row in self.rows), default=0)

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands anywhere, not even an error or an unreckoned formula."""
        if self.marks.errors or self.marks.unsaved:
            return False
        return not any(one != "" and text_of(one) for row in self.rows for one in row)

    def own(self, spot: Spot) -> Raw:
        """What stands in that very cell."""
        if 1 <= spot.row <= len(self.rows):
            row = self.rows[spot.row - 1]
            if 1 <= spot.column <= len(row):
                return row[spot.column - 1]
        return ""

    def values(self, column: int, rows: Sequence[int]) -> list[Raw]:
        """What stands in that column in those rows."""
        lines = self.rows
        if rows and min(rows) >= 1 and max(rows) <= len(lines):
            with suppress(IndexError):  # all rows reach as far, as they mostly do
                return [lines[row - 1][column - 1] for row in rows]
        return [self.own(Spot(row, column)) for row in rows]

    def seen(self, spot: Spot) -> Raw:
        """What is seen there: in a merged range of the head, the range's value."""
        value = self.own(spot)
        if value == "" and (merge := self.merge_at(spot)):
            return self.own(merge.anchor)
        return value

    def merge_at(self, spot: Spot) -> Merge | None:
        """The merged range over a cell among the first `HEAD_ROWS` rows, if any."""
        return self._merged.get(spot)

    def text(self, spot: Spot) -> str:
        """What stands in that very cell as clean text; empty for a blank."""
        return text_of(self.own(spot))

    def is_blank(self, spot: Spot) -> bool:
        """Whether nothing at all stands there, no error and no formula either."""
        value = self.own(spot)
        if not isinstance(value, str):
            return False
        if value and text_of(value):
            return False
        return spot not in self.marks.errors and spot not in self.marks.unsaved

    def at(self, spot: Spot) -> str:
        """The cell's address as findings name it (`Phụ lục!G7`)."""
        return f"{self.sheet}!{letters(spot.column)}{spot.row}"

    def troubled(self, column: int) -> frozenset[int]:
        """The rows in which that column has an error or a formula never reckoned."""
        return self._troubled.rows(column)

    def percents(self, column: int) -> frozenset[int]:
        """The rows in which that column shows a fraction as a percentage."""
        return self.shown_as_percents.rows(column)

    @cached_property
    def _troubled(self) -> Spots:
        return Spots.of((*self.marks.errors, *self.marks.unsaved))

    @cached_property
    def shown_as_percents(self) -> Spots:
        """The cells whose number format shows a fraction as a percentage."""
        percents = self.marks.percents
        return percents if isinstance(percents, Spots) else Spots.of(percents)

    @cached_property
    def _merged(self) -> dict[Spot, Merge]:
        return {
            Spot(row, column): merge
            for merge in self.marks.merges
            for row in range(merge.top, min(merge.bottom, HEAD_ROWS) + 1)
            for column in range(merge.left, min(merge.right, self.width) + 1)
        }


@lru_cache(maxsize=1024)
def letters(column: int) -> str:
    """The letters that name a column ("G" for 7)."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def text_of(value: Raw) -> str:
    """A value as clean text; numbers in plain decimal notation, dates day first."""
    if isinstance(value, str):
        return figures.clean(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return f"{value:.12g}"
    if isinstance(value, date):  # a datetime is one too
        return figures.show_date(value)
    return str(value)
