"""A file as recognised: what the import window shows, and what a report was made of.

Values only, and all of them can be pickled: a child process makes them
(docs/decisions/0008-reading.md).
"""

from bisect import bisect_right
from collections.abc import Iterable
from enum import Enum

from core.frozen import frozen
from core.importing.choosing.choices import NO_CHOICES, Choices, TableKey
from core.importing.choosing.layout import Layout
from core.importing.grid import Grid, letters
from core.importing.recognition.recognise import Certainty, Meaning
from core.importing.recognition.titles import Title
from core.report import Note, Report


class RowRole(Enum):
    """What a row of a sheet is taken for; rows with nothing in them have no role."""

    TITLE = "title"
    HEADER = "header"
    UNIT = "unit"
    CRITERION = "criterion"
    DOSSIER = "dossier"
    TOTAL = "total"
    NOTE = "note"
    LEFT_OUT = "left-out"


@frozen
class Run:
    """Rows one under the other that have one role; both ends included."""

    first: int
    last: int
    role: RowRole


@frozen
class Column:
    """A column of a table: what it holds, and how sure that is.

    Attributes:
        number: Of the sheet's columns, from 1.
        tiers: The texts over it, top down; none where a person spoke of a bare column.
        meaning: What it holds; None where that is not known. `meaning.is_ignored` where
            it is known and nothing of it is kept.
        certainty: How sure that is; `SURE` where a person said it.
        is_chosen: A person said what it holds.
    """

    number: int
    tiers: tuple[str, ...]
    meaning: Meaning | None
    certainty: Certainty
    is_chosen: bool = False

    @property
    def heading(self) -> str:
        """The texts over it in one line."""
        return " – ".join(self.tiers)

    @property
    def letters(self) -> str:
        """Its name in a spreadsheet ("G")."""
        return letters(self.number)


@frozen
class FoundTable:
    """A table of a sheet.

    Attributes:
        key: Which it is, for `Choices.with_table`.
        header: Numbers of its header's rows, top down.
        last_row: Its last row with a figure, or the header's last.
        columns: Those with a heading or a choice, from left to right.
        is_read: Whether the report holds its figures: it has a shape that is known, and
            nobody left it out.
    """

    key: TableKey
    header: tuple[int, ...]
    last_row: int
    columns: tuple[Column, ...]
    is_read: bool

    def column(self, number: int) -> Column | None:
        """The column with that number, or None where nothing is known of it."""
        return next((one for one in self.columns if one.number == number), None)


@frozen
class Sheet:
    """A sheet as it stands in the file, and what it was taken for.

    Attributes:
        grid: All of it, hidden rows and columns too (`grid.marks` tells which), text of
            old fonts in Unicode.
        tables: From top to bottom; a header that was chosen is one even where nothing
            under it can be read.
        titles: The texts above its tables.
        runs: Roles of its rows, from top to bottom.
        notes: What was met before its tables were looked for (old fonts).
        is_hidden: Its author hid it.
        is_taken: It is looked at: not hidden unless asked for, not left out.
    """

    grid: Grid
    tables: tuple[FoundTable, ...] = ()
    titles: tuple[Title, ...] = ()
    runs: tuple[Run, ...] = ()
    notes: tuple[Note, ...] = ()
    is_hidden: bool = False
    is_taken: bool = True

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.grid.sheet

    def role(self, row: int) -> RowRole | None:
        """What that row is taken for; None where nothing is said of it."""
        index = bisect_right(self.runs, row, key=lambda run: run.first) - 1
        if index < 0 or row > self.runs[index].last:
            return None
        return self.runs[index].role

    def table_at(self, row: int) -> FoundTable | None:
        """The table that a row belongs to: the last whose header begins not below it."""
        above = [table for table in self.tables if table.header[0] <= row]
        return above[-1] if above else None


@frozen
class Opened:
    """A file as read with certain choices.

    Attributes:
        report: The figures; without rows where no table is read.
        sheets: All of the file's, in its order.
        layout: What files of the same make have in common.
        choices: What it was read with.
        as_last_time: They are those kept with the layout, not given for this file.
        rivals: Tables that tell the same figures of the same units: one of each is wanted.
        notes: What the reader of its kind met.
    """

    report: Report
    sheets: tuple[Sheet, ...]
    layout: Layout
    choices: Choices = NO_CHOICES
    as_last_time: bool = False
    rivals: tuple[tuple[TableKey, ...], ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def has_table(self) -> bool:
        """Whether any table is read."""
        return any(table.is_read for sheet in self.sheets for table in sheet.tables)

    @property
    def has_figures(self) -> bool:
        """Whether any table gave a figure, or a place for one, or dossiers."""
        cell = next(self.report.cells(), None)
        return self.has_table and (cell is not None or bool(self.report.dossiers))

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of all tables that are read."""
        return tuple(
            column
            for sheet in self.sheets
            for table in sheet.tables
            if table.is_read
            for column in table.columns
        )

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name, or None."""
        return next((one for one in self.sheets if one.name == name), None)


def runs_of(roles: Iterable[tuple[int, RowRole]]) -> tuple[Run, ...]:
    """The roles of rows, given from top to bottom, as runs."""
    runs: list[Run] = []
    first, last, what = 0, 0, None
    for row, role in roles:
        if what is not role or row != last + 1:
            if what is not None:
                runs.append(Run(first, last, what))
            first, what = row, role
        last = row
    if what is not None:
        runs.append(Run(first, last, what))
    return tuple(runs)
