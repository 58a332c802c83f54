"""A page's tags and texts, one after the other, made tables: what the parser tells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from core import figures
from core.importing.books.html_looks import Looks
from core.importing.grid import Marks, Merge, Raw, Spot
from core.kind import Kind

LIMIT_WORK = 500_000
"""Cells that a page may come to, those under its spans counted: seconds of work."""

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""Of a sheet in Excel."""

DEPTH = 32
"""How many tables may stand in one another; a page's layout has three or four."""

KEPT = 12
"""How many lines over a table are kept as its titles."""

_NAME = 40  # signs of a heading that names a table
_SPAN = 1000, 65534  # the most that a browser takes for colspan and rowspan
_ERRORS = {"#DIV/0!", "#REF!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!"}
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,20})?(?:E[+-]?\d{1,2})?", re.IGNORECASE)
_DATE = re.compile(r"\d[-.]\d{1,2}[-.]\d|[:/]|[^\W\d_]")
_BARE = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


class TooMuchError(Exception):
    """More cells, or tables deeper in one another, than a table of an office has."""

    def __init__(self, *, deep: bool = False) -> None:
        """Keep whether it is the depth."""
        super().__init__("too many cells or too deep")
        self.deep = deep


@dataclass(slots=True)
class Table:
    """A table found: its name ("" for none), rows and marks."""

    name: str
    rows: list[list[Raw]]
    marks: Marks


@dataclass(slots=True)
class OpenCell:
    """A cell whose end has not come yet."""

    spot: Spot
    attributes: Mapping[str, str]
    percent: bool
    font: str
    parts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class OpenTable:
    """A table whose end has not come yet; its rows are by column.

    Attributes:
        above: Lines over it, each by column.
        heading: What stands over it as a heading.
        muted: How deep in hidden elements it stands.
        taken: By column the last row that a cell above reaches.
    """

    above: list[dict[int, Raw]]
    heading: str
    muted: int
    hidden: bool
    caption: list[str] | None = None
    named: str = ""
    rows: list[dict[int, Raw]] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)
    column: int = 0
    columns_told: int = 0
    cell: OpenCell | None = None
    group_hidden: bool = False
    merges: list[Merge] = field(default_factory=list)
    percents: set[Spot] = field(default_factory=set)
    errors: dict[Spot, str] = field(default_factory=dict)
    unsaved: dict[Spot, str] = field(default_factory=dict)
    fonts: dict[Spot, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden_cells: set[Spot] = field(default_factory=set)

    @property
    def is_table(self) -> bool:
        """Whether two rows or more have several cells; else it only lays out a page."""
        return sum(1 for row in self.rows if _filled(row) > 1) > 1

    def lines(self) -> list[dict[int, Raw]]:
        """What stands in it so far, for the titles of a table in or after it."""
        told = [*self.above, *self.rows]
        if self.cell is not None and (text := shown("".join(self.cell.parts))):
            told.append({self.cell.spot.column: text})
        return [row for row in told if _filled(row)][-KEPT:]

    def close_cell(self) -> None:
        """Put the open cell, if any, in its place."""
        if self.cell is None:
            return
        cell, self.cell = self.cell, None
        parts, attributes, spot = cell.parts, cell.attributes, cell.spot
        text = shown(parts[0] if len(parts) == 1 else "".join(parts))
        if text and not (cell.percent or cell.font or attributes or text[0] == "#"):
            self.rows[spot.row - 1][spot.column] = text
            return
        error = attributes.get("x:err") or (text if text in _ERRORS else "")
        if error:
            self.errors[spot] = error
            return
        number = attributes.get("x:num") or attributes.get("sdval")
        percent = cell.percent or "%" in attributes.get("sdnum", "")
        value, percent = _value(text, number, percent=percent)
        if percent:
            self.percents.add(spot)
        if value != "":
            self.rows[spot.row - 1][spot.column] = value
            if cell.font and isinstance(value, str):
                self.fonts[spot] = cell.font
        elif formula := attributes.get("x:fmla"):
            self.unsaved[spot] = formula

    def closed(self) -> Table:
        """The table with the lines above it as its first rows."""
        down = len(self.above)
        for column in self._wholly_hidden():
            self.hidden_columns.add(column)
        for spot in self.hidden_cells:
            if spot.column not in self.hidden_columns:
                self.rows[spot.row - 1].pop(spot.column, None)
        rows = [_listed(row) for row in (*self.above, *self.rows)]
        marks = Marks(
            merges=tuple(self._merges(down)),
            percents=frozenset(_down(spot, down) for spot in self.percents),
            errors={_down(spot, down): text for spot, text in self.errors.items()},
            unsaved={_down(spot, down): text for spot, text in self.unsaved.items()},
            hidden_rows=frozenset(row + down for row in self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            hidden_sheet=self.hidden,
            fonts={_down(spot, down): font for spot, font in self.fonts.items()},
        )
        return Table((self.named or self.heading)[:_NAME].strip(), rows, marks)

    def _wholly_hidden(self) -> set[int]:
        """Columns that no row shows, where rows say it cell by cell."""
        some = {spot.column for spot in self.hidden_cells}
        for number, row in enumerate(self.rows, start=1):
            some -= {
                c for c in some & row.keys() if (number, c) not in self.hidden_cells
            }
        return some

    def _merges(self, down: int) -> list[Merge]:
        last = len(self.rows)  # a span may say more rows than there are
        cut = (m._replace(bottom=min(m.bottom, last)) for m in self.merges)
        return [
            Merge(m.top + down, m.left, m.bottom + down, m.right)
            for m in cut
            if m.bottom > m.top or m.right > m.left
        ]


def shown(text: str) -> str:
    """Text as a browser shows it: runs of space are one, lines have none at their ends."""
    if "\v" not in text:
        return " ".join(text.split())
    lines = (" ".join(line.split()) for line in text.split("\v"))
    return "\n".join(line for line in lines if line)


def _value(text: str, number: str | None, *, percent: bool) -> tuple[Raw, bool]:
    """What a cell holds, and whether it is a fraction to be shown as a percentage.

    Excel's and LibreOffice's own pages give the number itself beside the text, of a date
    too. Where a page gives only the text, a bare fraction is one because of the format
    that it asks of Excel.
    """
    if number and _NUMBER.fullmatch(number) and not _DATE.search(text):
        return float(number), percent
    if percent and _BARE.fullmatch(text):
        exact = figures.parse(text, Kind.RATIO)
        if isinstance(exact, Decimal):
            return float(exact), True
    return text, False


def _listed(row: dict[int, Raw]) -> list[Raw]:
    return [row.get(column, "") for column in range(1, max(row, default=0) + 1)]


def _filled(row: dict[int, Raw]) -> int:
    return sum(1 for value in row.values() if value != "")


def _down(spot: Spot, rows: int) -> Spot:
    return Spot(spot.row + rows, spot.column)


def span(attributes: Mapping[str, str], name: str) -> int:
    """How many columns or rows an element says to take, as browsers read it."""
    said = attributes.get(name, "").strip()
    most = _SPAN[name == "rowspan"]
    return min(max(int(said[:6]), 1), most) if said.isascii() and said.isdigit() else 1


@dataclass(slots=True)
class Place:
    """Where the next cell of a table goes, within limits.

    Attributes:
        work: Cells passed or made so far, in all tables of the page.
    """

    work: int = 0

    def next_row(self, table: OpenTable) -> None:
        """Begin a row."""
        table.rows.append({})
        table.column = 0
        self._worked(1)
        if len(table.rows) > LAST_ROW:
            raise TooMuchError

    def next_cell(self, table: OpenTable, attributes: Mapping[str, str]) -> Spot:
        """Find the next free cell of the row and keep what its spans cover."""
        row, column = len(table.rows), table.column + 1
        while table.taken.get(column, 0) >= row:
            column += 1
        passed, table.column = column - table.column, column
        self.work += passed
        if "colspan" in attributes or "rowspan" in attributes:
            self._spread(table, attributes)
        if self.work > LIMIT_WORK or table.column > LAST_COLUMN:
            raise TooMuchError
        return Spot(row, column)

    def _spread(self, table: OpenTable, attributes: Mapping[str, str]) -> None:
        """Let the cell at the table's place take what its spans say."""
        right, down = span(attributes, "colspan"), span(attributes, "rowspan")
        row, column = len(table.rows), table.column
        self._worked(right - 1)
        table.column = column + right - 1
        if down > 1:
            for each in range(column, table.column + 1):
                table.taken[each] = row + down - 1
        if down > 1 or right > 1:
            table.merges.append(Merge(row, column, row + down - 1, table.column))

    def _worked(self, cells: int) -> None:
        self.work += cells
        if self.work > LIMIT_WORK:
            raise TooMuchError


@dataclass(slots=True)
class Page:
    """What of a page stands outside its tables, and its styles.

    Attributes:
        lines: Lines since the last table, each by column.
        line: The line that has not ended.
        heading: The last heading since the last table.
        names: What Excel's own note in the page calls the sheets.
    """

    looks: Looks = field(default_factory=Looks)
    lines: list[dict[int, Raw]] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    heading: str = ""
    names: list[str] = field(default_factory=list)

    def end_line(self) -> None:
        """Keep the line, if there is something in it."""
        if text := shown("".join(self.line)):
            self.lines = [*self.lines[-KEPT + 1 :], {1: text}]
        self.line.clear()
