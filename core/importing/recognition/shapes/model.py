"""What every shape of table is read from, and what it is read into."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import repeat

from core import figures
from core.catalogue import Kind
from core.dossier import Dossier
from core.frozen import field, frozen
from core.importing.grid import Grid, Spot
from core.importing.recognition import disagreement
from core.importing.recognition.cells import ColumnReader, Found, Kept
from core.importing.recognition.headers import Header
from core.importing.recognition.recognise import Meaning, Recogniser
from core.importing.recognition.titles import Owner, Title
from core.placed import at_once
from core.report import EMPTY, UNIT_NAME, Blank, Cell, Field, Note, NoteKind, Part


class Role(Enum):
    """Whose figures a line holds.

    `UNIT` is a row of a table of units, `TOTAL` its total line, `OFFICE` what is said
    of the office that the titles name (criteria as rows, lines above a table).
    """

    UNIT = "unit"
    TOTAL = "total"
    OFFICE = "office"


@frozen
class Line:
    """The figures of one unit as one table tells them.

    Attributes:
        role: Whose they are.
        name: The unit's name, or None where the table does not tell it.
        cells: By field, name and code among them.
        notes: What reading them met, by field.
        rows: Numbers of the sheet's rows that they were read from.
    """

    role: Role
    name: str | None = None
    cells: Mapping[Field, Cell] = field(default_factory=dict)
    notes: tuple[tuple[Field, Note], ...] = ()
    rows: tuple[int, ...] = ()


def lines_of_units(
    rows: Sequence[int], cells: Sequence[Mapping[Field, Cell]]
) -> list[Line]:
    """A line for each of those rows: units of which nothing was noted."""
    field_ = UNIT_NAME, Part.VALUE
    names = [one.get(field_, EMPTY).value for one in cells]
    return at_once(
        Line,
        len(rows),
        role=repeat(Role.UNIT),
        name=[name if isinstance(name, str) else None for name in names],
        cells=cells,
        notes=repeat(()),
        rows=zip(rows),
    )


@frozen
class Reading:
    """What one table was read into.

    Attributes:
        lines: Its units, its total line, or the office's figures.
        columns: Keys of its indicators, in order.
        notes: What was met outside its figures.
        dossiers: Those that a list names.
        area: The district that its units are in, where a file tells several.
    """

    lines: tuple[Line, ...] = ()
    columns: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    area: str = ""

    @property
    def is_doubled(self) -> bool:
        """Whether two of its columns tell the same figure."""
        return any(note.kind is NoteKind.CONFLICT for note in self.notes)


_PART_KINDS = {
    Part.NUMERATOR: Kind.COUNT,
    Part.DENOMINATOR: Kind.COUNT,
    Part.SCORE: Kind.SCORE,
    Part.MAXIMUM: Kind.SCORE,
}


@frozen
class Table:
    """A table as found: its sheet, its header, the titles above it.

    Attributes:
        grid: The sheet.
        header: Its header, with meanings that its values have confirmed.
        titles: The texts above it.
        owner: Whose figures it holds, as far as the titles say.
        recogniser: For names of rows.
        above: The rows of its titles.
        last_row: Its last row; 0 for the sheet's.
        skipped: Rows under the header that repeat it after a page break.
        left: Its first column.
        right: The first column of the table that stands beside it; 0 for none.
        said: What its own rows say of their period.
        notes: What was met before its rows were read.
    """

    grid: Grid
    header: Header
    titles: tuple[Title, ...]
    owner: Owner
    recogniser: Recogniser
    above: range = range(0)
    last_row: int = 0
    skipped: frozenset[int] = frozenset()
    left: int = 1
    right: int = 0
    said: tuple[Title, ...] = ()
    notes: tuple[Note, ...] = ()
    _kept: dict[Kind, Kept] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _filled: list[int] = field(
        default_factory=list, init=False, repr=False, compare=False
    )

    def rows(self) -> Sequence[int]:
        """The numbers of the filled rows under the header."""
        if not self._filled:
            values = self.grid.rows
            last = min(self.last_row or len(values), len(values))
            self._filled.extend(
                row
                for row in range(self.header.first_row, last + 1)
                if values[row - 1].count("") < len(values[row - 1])
                and row not in self.skipped
            )
        return self._filled

    def holds(self, column: int) -> bool:
        """Whether the column is one of it, and not of a table that stands beside."""
        return self.left <= column and (not self.right or column < self.right)

    def text(self, row: int, column: int | None) -> str:
        """The text in a row; empty where there is no such column."""
        return "" if column is None else self.grid.text(Spot(row, column))

    def reader(self, column: int, indicator: str, part: Part) -> ColumnReader:
        """What reads a column as that part of that indicator."""
        kind = _PART_KINDS.get(part) or self.kind(indicator)
        kept = self._kept.get(kind)
        if kept is None:
            kept = self._kept[kind] = Kept(kind)
        return ColumnReader(self.grid, column, kept)

    def kind(self, indicator: str) -> Kind:
        """What an indicator's figures are."""
        return self.recogniser.catalogue.indicators[indicator].kind


@frozen
class Shape:
    """One way of laying out a table: whether a header is of it, and its reader."""

    fits: Callable[[Header], bool]
    read: Callable[[Table], Reading]


class Gathered:
    """The cells and notes of one line while it is read; what differs is kept as said."""

    def __init__(self, table: Table) -> None:
        """Begin with nothing."""
        self._table = table
        self.cells: dict[Field, Cell] = {}
        self.notes: list[tuple[Field, Note]] = []
        self._told: dict[Field, list[Cell]] = {}

    def add(self, spot: Spot, indicator: str, part: Part) -> None:
        """Read the cell at `spot` as that part of that indicator."""
        reader = self._table.reader(spot.column, indicator, part)
        self.put(reader.read(spot.row), indicator, part)

    def put(self, found: Found, indicator: str, part: Part) -> None:
        """Keep what one cell was read into; of several that differ nobody knows."""
        place = (indicator, part)
        told = self._told.setdefault(place, [])
        if found.first.value is not Blank.MISSING and len(told) < disagreement.MOST:
            told.append(found.first)
        if told:
            self.cells[place] = disagreement.differ(told) or told[0]
        else:
            self.cells.setdefault(place, found.first)
        if found.trouble is not None:
            note = Note(found.trouble, found.first.at or "", found.first.raw)
            self.notes.append((place, note))
        if found.second is not None:
            kind = self._table.kind(indicator)
            second = figures.SECOND.get(kind, Part.MAXIMUM)  # else a criterion's score
            self.cells[indicator, second] = found.second


def gathered(
    table: Table, rows: Sequence[int], columns: Sequence[tuple[int, Field]]
) -> tuple[list[dict[Field, Cell]], dict[int, Gathered]]:
    """The cells of each of those rows, read column by column.

    By place in `rows` also the lines of which more was met than their cells.
    """
    fields = [one for _, one in columns]
    read = [table.reader(c, *one).read_all(rows) for c, one in columns]
    by_row = zip(*(found for found, _ in read), strict=True)
    cells = list(map(dict, map(zip, repeat(fields), by_row)))  # a third sooner
    cells = cells or [{} for _ in rows]  # there are no columns at all
    more = {}
    for index in {index for _, odd in read for index in odd}:
        more[index] = line = Gathered(table)
        for one, (found, odd) in zip(fields, read, strict=True):
            line.put(odd.get(index) or Found(found[index]), *one)
        cells[index] = line.cells
    return cells, more


def unknown_headers(table: Table, used: set[int]) -> tuple[Note, ...]:
    """A note for each column with a heading that is neither used nor known."""
    return tuple(
        Note(
            NoteKind.UNKNOWN_HEADER,
            table.grid.at(Spot(_heading_row(table, column), column)),
            " – ".join(table.header.tiers[column]),
        )
        for column in sorted(table.header.tiers)
        if table.header.tiers[column]
        and column not in used
        and not _is_ignored(table.header.meanings.get(column))
    )


def _heading_row(table: Table, column: int) -> int:
    """The lowest header row in which that column has a text of its own."""
    rows = reversed(table.header.rows)
    own = (row for row in rows if table.text(row, column))
    return next(own, table.header.rows[-1])


def _is_ignored(meaning: Meaning | None) -> bool:
    return meaning is not None and meaning.is_ignored


def figure_columns(table: Table) -> Iterator[tuple[int, Meaning]]:
    """The columns that hold one indicator's figures, names and codes left out."""
    for column, meaning in sorted(table.header.meanings.items()):
        key = meaning.indicator
        if key not in ("", "stt", UNIT_NAME) and table.kind(key) is not Kind.CODE:
            yield column, meaning
