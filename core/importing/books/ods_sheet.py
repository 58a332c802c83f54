"""A sheet of an .ods as it grows: rows and cells that say how often they repeat."""

from dataclasses import dataclass, field
from typing import NamedTuple

from core.importing.books.ods_styles import Styles
from core.importing.grid import LIMIT_CELLS, Grid, Marks, Merge, Raw, Spot

LIMIT_REPEATED = 1_000_000
"""Cells with something in them that may come of repeating others."""

_WIDEST = 16_384  # columns


class Look(NamedTuple):
    """How a row or a column looks: the style of its cells, and whether it is hidden."""

    style: str | None
    hidden: bool


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell holds, or what is wrong with it."""

    value: Raw = ""
    error: str | None = None
    unsaved: str | None = None
    percent: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing at all."""
        return self.value == "" and self.error is None and self.unsaved is None


class _Cell(NamedTuple):
    column: int
    times: int
    value: Value
    style: str


class _Range(NamedTuple):
    first: int
    last: int


@dataclass(slots=True)
class Sheet:
    """A sheet so far; blank rows and cells at its end take no room."""

    name: str
    hidden: bool
    styles: Styles
    _rows: list[list[Raw]] = field(default_factory=list)
    _width: int = 0
    _repeated: int = 0
    _columns: list[Look] = field(default_factory=list)
    _hidden_rows: list[_Range] = field(default_factory=list)
    _merges: list[Merge] = field(default_factory=list)
    _percents: set[Spot] = field(default_factory=set)
    _errors: dict[Spot, str] = field(default_factory=dict)
    _unsaved: dict[Spot, str] = field(default_factory=dict)
    _fonts: dict[Spot, str] = field(default_factory=dict)
    # the row that is open
    _number: int = 1
    _times: int = 1
    _look: Look = field(default_factory=lambda: Look(None, hidden=False))
    _column: int = 1
    _cells: list[_Cell] = field(default_factory=list)

    def column(self, look: Look, times: int) -> None:
        """Add columns that look alike."""
        self._columns += [look] * min(times, _WIDEST - len(self._columns))

    def begin_row(self, look: Look, times: int) -> None:
        """Open a row that stands there so many times."""
        self._look, self._times = look, times
        self._column, self._cells = 1, []

    def merge(self, height: int, width: int) -> None:
        """Let the cell that comes span so many rows and columns."""
        row, column = self._number, self._column
        self._merges.append(Merge(row, column, row + height - 1, column + width - 1))

    def blank(self, times: int) -> None:
        """Leave out so many cells of the row."""
        self._column += times

    def cell(self, value: Value, times: int, style: str | None) -> None:
        """Add a cell that stands in the row so many times."""
        if not value.is_blank:
            found = _Cell(self._column, times, value, self._style(style))
            self._cells.append(found)
        self._column += times

    def _style(self, own: str | None) -> str:
        """The style of the cell that comes: its own, its row's, its column's."""
        if own or self._look.style:
            return own or self._look.style or ""
        columns = self._columns
        there = columns[self._column - 1] if self._column <= len(columns) else None
        return (there.style or "") if there else ""

    def end_row(self) -> bool:
        """Close the row; False where the sheet has become too large to be a table."""
        first, times = self._number, self._times
        self._number += times
        if self._look.hidden:
            self._hidden_rows.append(_Range(first, self._number - 1))
        if not self._cells:
            return True
        end = self._cells[-1].column + self._cells[-1].times - 1
        self._width = max(self._width, end)
        filled = sum(one.times for one in self._cells)
        self._repeated += filled * times - len(self._cells)
        if self._width > _WIDEST or self._repeated > LIMIT_REPEATED:
            return False
        if self._number * self._width > LIMIT_CELLS:
            return False
        self._rows += [[]] * (first - 1 - len(self._rows))
        self._rows += [self._values(end)] * times
        for row in range(first, self._number):
            self._mark(row)
        return True

    def _values(self, width: int) -> list[Raw]:
        values: list[Raw] = [""] * width
        for one in self._cells:
            begin = one.column - 1
            values[begin : begin + one.times] = [one.value.value] * one.times
        return values

    def _mark(self, row: int) -> None:
        for column, times, value, style in self._cells:
            spots = [Spot(row, n) for n in range(column, column + times)]
            if value.error is not None:
                self._errors |= dict.fromkeys(spots, value.error)
            elif value.unsaved is not None:
                self._unsaved |= dict.fromkeys(spots, value.unsaved)
            elif isinstance(value.value, str):
                if (font := self.styles.font(style)) is not None:
                    self._fonts |= dict.fromkeys(spots, font)
            elif value.percent or (
                isinstance(value.value, float) and self.styles.is_percent(style)
            ):
                self._percents.update(spots)

    def grid(self) -> Grid:
        """The sheet once all of it was read."""
        height = len(self._rows)
        marks = Marks(
            merges=tuple(self._merges),
            percents=frozenset(self._percents),
            errors=self._errors,
            unsaved=self._unsaved,
            hidden_rows=frozenset(
                row
                for first, last in self._hidden_rows
                for row in range(first, min(last, height) + 1)
            ),
            hidden_columns=frozenset(
                number
                for number, look in enumerate(self._columns[: self._width], start=1)
                if look.hidden
            ),
            hidden_sheet=self.hidden,
            fonts=self._fonts,
        )
        return Grid(self.name, self._rows, marks)
