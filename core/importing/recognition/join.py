"""The tables of one file joined into one report; what differs is kept and said.

Tables about the same unit are one row, whichever of its codes they bear. The first figure stays; a second one that
differs is a note (docs/linh-vuc.md 3.3).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from core import figures
from core.catalogue import Catalogue
from core.frozen import replace
from core.importing.recognition import disagreement, words
from core.importing.recognition.joined_units import Told, Units, are_distinct
from core.importing.recognition.shapes.model import Line, Reading, Role
from core.names import unit_identity
from core.placed import at_once
from core.report import (
    EMPTY,
    TOTAL,
    UNIT_CODE,
    UNIT_NAME,
    Blank,
    Cell,
    Field,
    Layout,
    Note,
    NoteKind,
    Part,
    Place,
    Report,
    Row,
    Source,
    Unreadable,
    Value,
    rows_of,
)


class _Joined:
    """The rows so far; ids are given in the order in which units appear."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Begin with no rows."""
        self.catalogue = catalogue
        self.rows: dict[str, Mapping[Field, Cell]] = {}
        self.notes: list[Note] = []
        self.units = Units()
        self._merged: dict[str, dict[Field, Cell]] = {}

    def add(self, row: str, line: Line) -> None:
        """Join a line's cells into the row `row`."""
        if row not in self.rows:
            self.rows[row] = line.cells
        else:
            kept = self._merged.get(row)
            if kept is None:
                kept = self.rows[row] = self._merged[row] = dict(self.rows[row])
            for place, cell in line.cells.items():
                self._put(kept, Place(row, *place), cell)
        for field_, note in line.notes:
            self.notes.append(replace(note, place=Place(row, *field_)))

    def _put(self, kept: dict[Field, Cell], place: Place, cell: Cell) -> None:
        before = kept.get(place.field)
        if before is None or before.value is Blank.MISSING:
            kept[place.field] = cell
        elif not _agree(place.indicator, before.value, cell.value):
            self.notes.append(self._conflict(place, before, cell))
            if place.row == TOTAL and place.indicator != UNIT_NAME:
                kept[place.field] = _either(before, cell)

    def _conflict(self, place: Place, first: Cell, second: Cell) -> Note:
        name = self.catalogue.indicators[place.indicator].name
        text = f"{name}: {_told(first)}; {_told(second)}"
        return Note(NoteKind.CONFLICT, second.at or "", text, place)


def report(readings: Sequence[Reading], catalogue: Catalogue) -> Report:
    """One report of what the tables of a file were read into; its facts come later."""
    joined = _Joined(catalogue)
    lines = [line for reading in readings for line in reading.lines]
    has_units = any(line.role is Role.UNIT for line in lines)
    has_office = any(line.role is Role.OFFICE for line in lines)
    left = len(lines)
    for reading in readings:
        left -= len(reading.lines)
        _add_units(joined, reading, is_asked=left > 0 or has_office)
    for line in lines:
        if line.role is Role.OFFICE:
            joined.add(_office_row(joined, line, has_units=has_units), line)
    total = joined.rows.pop(TOTAL, None)
    columns = (key for reading in readings for key in reading.columns)
    notes = _once(note for reading in readings for note in reading.notes)
    return Report(
        rows=rows_of(
            at_once(Row, len(joined.rows), id=joined.rows, cells=joined.rows.values())
        ),
        total=None if total is None else Row(TOTAL, total),
        layout=Layout.UNITS if has_units else Layout.CRITERIA,
        columns=tuple(dict.fromkeys(columns)),
        source=Source("", "", notes=(*notes, *joined.notes)),
        dossiers=tuple(one for reading in readings for one in reading.dossiers),
    )


def _add_units(joined: _Joined, reading: Reading, *, is_asked: bool) -> None:
    """Add the units and the total line of one table.

    `is_asked` says that its units may be looked for by what comes after it.

    Two rows of one table are never the same unit, even under the same name; that they
    bear one is said.
    """
    units, lines = joined.units, reading.lines
    is_first = not len(units)  # so that none of its rows can be a unit met before
    ours = [line for line in lines if line.role is Role.UNIT]
    if is_first and not is_asked and are_distinct([line.name or "" for line in ours]):
        for line in lines:
            if line.role is Role.TOTAL:
                joined.add(TOTAL, line)
            elif line.role is Role.UNIT:
                joined.add(units.new(), line)
        return
    taken: dict[str, tuple[Told, Line]] = {}
    for line in lines:
        if line.role is Role.TOTAL:
            joined.add(TOTAL, line)
        elif line.role is Role.UNIT:
            told = _told_of(line, reading.area)
            found = None if is_first else units.find(told, taken)
            row = units.new() if found is None else found
            taken[row] = told, line
            joined.add(row, line)
    # Only now, since no row is the same unit as another one.
    for row, (told, _) in taken.items() if is_asked else ():
        units.learn(row, told)
    joined.notes += _same_names(taken)


def _told_of(line: Line, area: str = "") -> Told:
    code = line.cells.get((UNIT_CODE, Part.VALUE), EMPTY).value
    told = Told.of(line.name or "", code if isinstance(code, str) else "")
    return told._replace(area=told.area or area) if area else told


def _same_names(taken: Mapping[str, tuple[Told, Line]]) -> Iterator[Note]:
    """A note for each name that several rows of one table bear, codes being no help."""
    first: dict[tuple[str, str], str] = {}
    named: dict[tuple[str, str], list[str]] = {}
    for row, (told, _) in taken.items():
        name = told[:2]
        if told.identity and first.setdefault(name, row) != row:
            named.setdefault(name, [first[name]]).append(row)
    for alike in (named[name] for name in first if name in named):
        codes = [taken[row][0].code for row in alike]
        if len(set(codes) - {""}) < len(codes):
            lines = [taken[row][1] for row in alike]
            cells = [one.cells.get((UNIT_NAME, Part.VALUE), EMPTY) for one in lines]
            spots = ", ".join((cell.at or "").rpartition("!")[2] for cell in cells)
            text = f"{cells[-1].raw} ({spots})"
            place = Place(alike[-1], UNIT_NAME)
            yield Note(NoteKind.SAME_NAME, cells[-1].at or "", text, place)


def _office_row(joined: _Joined, line: Line, *, has_units: bool) -> str:
    """The row that the office's own figures belong to.

    Beside a table of units: the unit of that name, the only unit, else the total line.
    Without one: the unit of that name; what bears no name belongs to the first.
    """
    told, units = _told_of(line), joined.units
    found = units.find(told, ()) if told.identity else None
    if found is not None:
        units.learn(found, told)
        return found
    first = units.first
    if has_units:
        alone = len(units) == 1 and not told.identity
        return first if alone and first is not None else TOTAL
    if first is not None and (not told.identity or units.is_unnamed(first)):
        units.learn(first, told)
        return first
    made = units.new()
    units.learn(made, told)
    return made


def _agree(indicator: str, first: Value, second: Value) -> bool:
    if second is Blank.MISSING or first == second:
        return True
    if indicator == UNIT_NAME and isinstance(first, str) and isinstance(second, str):
        both_total = words.is_total(first) and words.is_total(second)
        return both_total or unit_identity(first) == unit_identity(second)
    # The same office bears several codes (3.2): no conflict.
    return indicator == UNIT_CODE


def _either(first: Cell, second: Cell) -> Cell:
    """What stands where two total lines differ: each may be of some of the units only.

    Which one is the office's is asked; both are kept as text, as are the first of many.
    """
    value = first.value
    said = value.text.count("; ") + 1 if isinstance(value, Unreadable) else 1
    if said >= disagreement.MOST:
        return first
    both = [(_text(one), one.at or "") for one in (first, second)]
    text = disagreement.text(both)
    if isinstance(value, Unreadable) and disagreement.cells(value.text):
        text = f"{value.text}; {disagreement.text(both[1:])}"
    return Cell(Unreadable(text), text, first.at)


def _told(cell: Cell) -> str:
    return f"{_text(cell)} ({cell.at})"


def _text(cell: Cell) -> str:
    value = cell.value
    text = value.text if isinstance(value, Unreadable) else cell.raw
    return figures.clean(text)


def _once(notes: Iterable[Note]) -> list[Note]:
    """The notes, but a heading that is printed again over the same column only once."""
    kept: dict[object, Note] = {}
    for note in notes:
        known: object = note
        if note.kind is NoteKind.UNKNOWN_HEADER:
            known = (note.at.rstrip("0123456789"), words.fold(note.text))
        kept.setdefault(known, note)
    return list(kept.values())
