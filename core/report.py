"""The figures of one period: places, cells, rows, the report and its changes.

Everything here is immutable. A `Change` makes a new `Report`; its inverse makes
the old one again. Undo, the store and re-checking all hang on that.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import NamedTuple, TypeAlias, TypeVar

from core import absent, placed
from core.dossier import Dossier
from core.frozen import field, frozen, replace
from core.period import Moment, Period

K = TypeVar("K")

TOTAL = "total"
"""The row id of the office's own line (TỔNG CỘNG, cả huyện)."""

REPORT = "report"
"""The row id of what concerns the report as a whole (its period, its time)."""

PERIOD = "period"
"""Indicator key, in the row `REPORT`, of the period (kỳ báo cáo)."""

AS_OF = "as_of"
"""Indicator key, in the row `REPORT`, of the time figures were taken at."""

UNIT_NAME = "unit_name"
"""Indicator key of a row's name (tên đơn vị)."""

UNIT_CODE = "unit_code"
"""Indicator key of a row's code (mã định danh)."""


class Part(Enum):
    """Which number of an indicator a cell holds."""

    VALUE = "value"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    SCORE = "score"
    MAXIMUM = "maximum"
    TARGET = "target"
    OF = "of"

    # Members are single, so their identity will do; Enum's own hash is Python code
    # and cells are looked up by it millions of times.
    __hash__ = object.__hash__


# They have modules of their own; here they are asked for.
Blank = absent.Blank
Unreadable = absent.Unreadable

Value: TypeAlias = placed.Value
Cell = placed.Cell

EMPTY = Cell()
"""The cell of a place where nothing stands."""

Field: TypeAlias = tuple[str, Part]
"""An indicator key and which of its numbers."""

_NAME, _CODE = (UNIT_NAME, Part.VALUE), (UNIT_CODE, Part.VALUE)


class Place(NamedTuple):
    """Where a cell stands: a row id, an indicator key and which of its numbers.

    `row` is a unit's id within the report, `TOTAL` or `REPORT`.
    """

    row: str
    indicator: str
    part: Part = Part.VALUE

    @property
    def field(self) -> Field:
        """The place without its row."""
        return self.indicator, self.part


PERIOD_PLACE = Place(REPORT, PERIOD)
AS_OF_PLACE = Place(REPORT, AS_OF)


@frozen
class Row:
    """The cells of one unit (đơn vị), or of the total line.

    Attributes:
        id: Stable within the report; digits for units, `TOTAL` for the total line.
        cells: By field; an absent field means that nothing stands there.
    """

    id: str
    cells: Mapping[Field, Cell] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The unit's name as the file writes it; empty when there is none."""
        return self._word(_NAME)

    @property
    def code(self) -> str:
        """The unit's code (mã định danh); empty when there is none."""
        return self._word(_CODE)

    def _word(self, field_: Field) -> str:
        value = self.cells.get(field_, EMPTY).value
        return value if isinstance(value, str) else ""

    def cell(self, indicator: str, part: Part = Part.VALUE) -> Cell:
        """The cell of `indicator`, or an empty one."""
        return self.cells.get((indicator, part), EMPTY)

    def number(self, indicator: str, part: Part = Part.VALUE) -> Decimal | None:
        """The figure of `indicator`, or None when there is none."""
        return self.cell(indicator, part).number


class Layout(Enum):
    """How the table is laid out: criteria as rows (one unit) or units as rows."""

    CRITERIA = "criteria"
    UNITS = "units"


class NoteKind(Enum):
    """What reading a file met that somebody must know of; a rule speaks for each."""

    UNKNOWN_HEADER = "unknown-header"
    SEVERAL_TABLES = "several-tables"
    NO_STORED_VALUE = "no-stored-value"
    ERROR_CELL = "error-cell"
    HIDDEN = "hidden"
    OLD_FONT = "old-font"
    CONFLICT = "conflict"
    LEFT_OUT = "left-out"
    SAME_NAME = "same-name"
    OTHER_EXTENSION = "other-extension"
    WEB_PAGE = "web-page"
    NEAR_HEADER = "near-header"
    KEPT_LISTS = "kept-lists"


@frozen
class Note:
    """One thing that reading met: kind, where, and the text that tells of it.

    Attributes:
        kind: Which rule it belongs to.
        at: `Sheet!G5`, or the sheet's name.
        text: What stood there, for the message.
        place: The cell of the report it concerns, if one.
    """

    kind: NoteKind
    at: str
    text: str
    place: Place | None = None


@frozen
class SourceTable:
    """One table as found in the source file (1-based row numbers)."""

    sheet: str
    header_rows: tuple[int, ...]
    first_row: int


@frozen
class Source:
    """Where a report was read from.

    Attributes:
        file: The file's name without its folder.
        sha256: Of the file's bytes, in hex.
        tables: The tables that were read.
        notes: What reading met.
    """

    file: str
    sha256: str
    tables: tuple[SourceTable, ...] = ()
    notes: tuple[Note, ...] = ()


@frozen
class Reading:
    """What a report knows of its file beside the cells; the attributes are `Report`'s."""

    source: Source | None
    columns: tuple[str, ...]
    dossiers: tuple[Dossier, ...]


@frozen
class Edit:
    """One cell before and after; None where nothing stands."""

    place: Place
    before: Cell | None
    after: Cell | None


@frozen
class Change:
    """One undoable step (thay đổi): a label and the cells it touches.

    Attributes:
        label: What the user did, in Vietnamese ("Sửa Điểm đạt, nhóm 2").
        edits: The cells, each at most once.
        at: When, in local time.
        readings: What was known of the file before and after, where the step took its
            cells from a file; None for what was typed.
    """

    label: str
    edits: tuple[Edit, ...]
    at: datetime
    readings: tuple[Reading, Reading] | None = None

    @property
    def inverse(self) -> "Change":
        """The change that takes this one back."""
        turned = tuple(Edit(e.place, e.after, e.before) for e in reversed(self.edits))
        readings = None if self.readings is None else self.readings[::-1]
        return Change(self.label, turned, self.at, readings)


@frozen
class Report:
    """Figures of a period as taken at one time (bảng kết quả).

    Attributes:
        rows: The units in the file's order, by id; never the total line.
        total: The office's own line, if there is one.
        facts: Cells that concern the whole: the period, the time of the figures.
        layout: Criteria as rows, or units as rows.
        columns: Indicator keys in the order of the table.
        source: Where it was read; None for a month begun by hand.
        own: Id of the row that is ours among many, where somebody said so.
        dossiers: Those that its lists name, in the file's order.
    """

    rows: Mapping[str, Row] = field(default_factory=dict)
    total: Row | None = None
    facts: Mapping[str, Cell] = field(default_factory=dict)
    layout: Layout = Layout.CRITERIA
    columns: tuple[str, ...] = ()
    source: Source | None = None
    own: str | None = None
    dossiers: tuple[Dossier, ...] = ()

    @property
    def period(self) -> Period | None:
        """The period, or None when it is not known."""
        value = self.cell(PERIOD_PLACE).value
        return value if isinstance(value, Period) else None

    @property
    def as_of(self) -> Moment | None:
        """When the figures were taken, or None when that is not known."""
        value = self.cell(AS_OF_PLACE).value
        return value if isinstance(value, Moment) else None

    @property
    def head(self) -> Row | None:
        """The row that speaks for the office.

        The one said to be ours, else the only unit, else the total line.
        """
        if self.own is not None and (row := self.row(self.own)) is not None:
            return row
        if self.total is None and len(self.rows) == 1:
            return next(iter(self.rows.values()))
        return self.total

    @property
    def head_id(self) -> str:
        """The id of `head`, also where the total line does not stand yet."""
        return TOTAL if self.head is None else self.head.id

    @property
    def all_rows(self) -> tuple[Row, ...]:
        """The units, then the total line where there is one."""
        last = () if self.total is None else (self.total,)
        return (*self.rows.values(), *last)

    def row(self, row_id: str) -> Row | None:
        """The unit or total line with that id, or None."""
        return self.total if row_id == TOTAL else self.rows.get(row_id)

    def cell(self, place: Place) -> Cell:
        """The cell at `place`, or an empty one."""
        return self.find(place) or EMPTY

    def number_at(self, place: Place) -> Decimal | None:
        """The figure at `place`, or None when there is none."""
        return self.cell(place).number

    def find(self, place: Place) -> Cell | None:
        """The cell at `place`, or None where nothing stands."""
        if place.row == REPORT:
            return self.facts.get(place.indicator)
        row = self.row(place.row)
        return None if row is None else row.cells.get(place.field)

    def cells(self) -> Iterator[tuple[Place, Cell]]:
        """Every cell of units and total line with its place, in table order."""
        for row in self.all_rows:
            for (indicator, part), cell in row.cells.items():
                yield Place(row.id, indicator, part), cell

    def apply(self, change: Change) -> "Report":
        """The report after `change`; a row appears with its first cell.

        A row that loses its last cell is gone. Rows keep the order of their ids.
        """
        facts = dict(self.facts)
        touched: dict[str, dict[Field, Cell]] = {}
        for edit in change.edits:
            if edit.place.row == REPORT:
                _put(facts, edit.place.indicator, edit.after)
            else:
                cells = touched.setdefault(edit.place.row, self._fields(edit.place.row))
                _put(cells, edit.place.field, edit.after)
        made = self._with(facts, touched)
        if change.readings is None:
            return made
        _, now = change.readings
        return replace(
            made, source=now.source, columns=now.columns, dossiers=now.dossiers
        )

    @property
    def reading(self) -> Reading:
        """What is known of the file beside the cells."""
        return Reading(self.source, self.columns, self.dossiers)

    def edit(self, place: Place, after: Cell | None) -> Edit:
        """The edit that puts `after` at `place`, knowing what stands there now."""
        return Edit(place, self.find(place), after)

    def _fields(self, row_id: str) -> dict[Field, Cell]:
        row = self.row(row_id)
        return {} if row is None else dict(row.cells)

    def _with(
        self, facts: dict[str, Cell], touched: dict[str, dict[Field, Cell]]
    ) -> "Report":
        total, rows = self.total, self.rows
        if TOTAL in touched:
            cells = touched.pop(TOTAL)
            total = Row(TOTAL, cells) if cells else None
        if touched:
            merged = {**rows, **{key: Row(key, c) for key, c in touched.items()}}
            kept = (item for item in merged.items() if item[1].cells)
            rows = dict(sorted(kept, key=lambda item: int(item[0])))
        return replace(self, rows=rows, total=total, facts=facts)

    def next_row_id(self) -> str:
        """An id for a unit to be added after the others."""
        return str(max((int(row_id) for row_id in self.rows), default=0) + 1)


def _put(cells: dict[K, Cell], key: K, cell: Cell | None) -> None:
    if cell is None:
        cells.pop(key, None)
    else:
        cells[key] = cell


def rows_of(rows: Iterable[Row]) -> dict[str, Row]:
    """Rows by id, in their order."""
    return {row.id: row for row in rows}
