"""A file imported over a month that was edited by hand: what differs, and both joined.

Three sides are known of a cell: what the file said when it was first read, what stands
now, and what the new file says. What only one side changed is taken; what both changed
differently is asked (so sánh khi mở lại tệp).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from core.frozen import replace
from core.importing import replacing
from core.names import unit_identity
from core.report import (
    EMPTY,
    REPORT,
    TOTAL,
    UNIT_NAME,
    Cell,
    Change,
    Edit,
    Note,
    Place,
    Reading,
    Report,
    Row,
)


class Side(Enum):
    """Whose figure stands in the end: the one that stands now, or the new file's."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the new file says something else than what stands.

    Attributes:
        place: Where, in the kept report; of a new unit, where it would stand.
        unit: The unit's name; empty for the period and the time.
        base: What the file said when it was first read.
        mine: What stands now.
        theirs: What the new file says.
        is_row: The new file has no such unit: `THEIRS` takes the whole row away. Such a
            row is always asked about.
    """

    place: Place
    unit: str
    base: Cell
    mine: Cell
    theirs: Cell
    is_row: bool = False

    @property
    def settled(self) -> Side | None:
        """The side that alone has changed; None where a person is to be asked."""
        if self.is_row:
            return None
        if self.mine.value == self.base.value:
            return Side.THEIRS
        return Side.MINE if self.theirs.value == self.base.value else None


def differences(
    kept: Report, changes: Iterable[Change], fresh: Report
) -> tuple[Difference, ...]:
    """Where a file read anew differs from a month that is kept, in table order.

    Units are the same by their names, as read or as they stand now. What the new file
    does not speak of (another column, a criterion or a total that it lacks) is
    no difference.

    Args:
        kept: The month as it stands.
        changes: Those that made it of what was read first, from the oldest.
        fresh: The new file's report.
    """
    before = _as_read(changes)
    pairs = _pairs(kept, before, fresh)
    found = list(_of_facts(kept, before, fresh))
    for row in fresh.all_rows:
        found += _of_row(kept, before, pairs[row.id], row)
    known = set(pairs.values())
    found += [
        _gone(row, before)
        for row in kept.rows.values()
        if row.id not in known and _was_read(row, before)
    ]
    return tuple(found)


def merged(
    kept: Report,
    found: Sequence[Difference],
    sides: Mapping[Place, Side],
    at: datetime,
    known: Reading | None = None,
) -> Change | None:
    """The one step that makes of `kept` what was decided; None where all stays.

    Args:
        kept: The month as it stands.
        found: Its `differences`.
        sides: What a person decided, by place; for the rest the side that alone has
            changed, and what both have changed stays as it stands.
        at: When.
        known: The newer file's `reading`.
    """
    edits: list[Edit] = []
    for one in found:
        if sides.get(one.place, one.settled) is not Side.THEIRS:
            continue
        if one.is_row:
            row = kept.rows[one.place.row]
            edits += [kept.edit(Place(row.id, *field), None) for field in row.cells]
        else:
            edits.append(kept.edit(one.place, one.theirs))
    readings = None if known is None else (kept.reading, known)
    if not edits and (known is None or known == kept.reading):
        return None
    return Change("Nhập lại số liệu từ tệp", tuple(edits), at, readings)


def reading(kept: Report, changes: Iterable[Change], fresh: Report) -> Reading:
    """What is known of the newer file, in the kept report's rows and after its columns.

    The arguments are those of `differences`.
    """
    pairs = _pairs(kept, _as_read(changes), fresh)
    columns = tuple(dict.fromkeys((*kept.columns, *fresh.columns)))
    source = fresh.source
    if source is not None:
        notes = tuple(_moved(note, pairs) for note in source.notes)
        source = replace(source, notes=notes)
    return replacing.read_anew(kept, Reading(source, columns, fresh.dossiers))


def _moved(note: Note, pairs: Mapping[str, str]) -> Note:
    """The note, of the row that its unit has in the kept report."""
    if note.place is None or note.place.row not in pairs:
        return note
    return replace(note, place=note.place._replace(row=pairs[note.place.row]))


def _as_read(changes: Iterable[Change]) -> dict[Place, Cell]:
    """By place of what was changed: what the last file that was taken said there."""
    before: dict[Place, Cell] = {}
    for change in changes:
        for edit in change.edits:
            if change.readings is None:
                before.setdefault(edit.place, edit.before or EMPTY)
            else:
                before[edit.place] = edit.after or EMPTY
    return before


def all_to(found: Iterable[Difference], side: Side) -> dict[Place, Side]:
    """Every difference decided for one side, for `merged`."""
    return {one.place: side for one in found}


def _pairs(kept: Report, before: Mapping[Place, Cell], fresh: Report) -> dict[str, str]:
    """By id of the new file's rows the id in the kept report, a new one for new units.

    A unit is known by the name it was read with, else by the one it has now; two of one
    name go by their order. The only unit of both needs no name.
    """
    pairs = {TOTAL: TOTAL}
    if len(kept.rows) == len(fresh.rows) == 1:
        (pairs[next(iter(fresh.rows))],) = kept.rows
        return pairs
    read = {row.id: before.get(Place(row.id, UNIT_NAME)) for row in kept.rows.values()}
    names = {
        key: str(cell.value) if cell is not None else kept.rows[key].name
        for key, cell in read.items()
    }
    by_name = _numbered(names.items())
    by_own = _numbered((row.id, row.name) for row in kept.rows.values())
    taken: set[str] = set()
    next_id = int(kept.next_row_id())
    for named, row_id in _numbered((r.id, r.name) for r in fresh.rows.values()).items():
        own = by_name.get(named) or by_own.get(named)
        if own is None or own in taken:
            own, next_id = str(next_id), next_id + 1
        taken.add(own)
        pairs[row_id] = own
    return pairs


def _numbered(rows: Iterable[tuple[str, str]]) -> dict[tuple[str, int], str]:
    """Ids by the unit's identity and which of that name it is."""
    seen: Counter[str] = Counter()
    found = {}
    for row_id, name in rows:
        identity = unit_identity(name)
        found[identity, seen[identity]] = row_id
        seen[identity] += 1
    return found


def _of_facts(
    kept: Report, before: Mapping[Place, Cell], fresh: Report
) -> Iterator[Difference]:
    for key, theirs in fresh.facts.items():
        place = Place(REPORT, key)
        mine = kept.cell(place)
        if mine.value != theirs.value:
            yield Difference(place, "", before.get(place, mine), mine, theirs)


def _of_row(
    kept: Report, before: Mapping[Place, Cell], row_id: str, row: Row
) -> Iterator[Difference]:
    """Where a row of the new file differs from the row of that id."""
    own = kept.row(row_id)
    unit = row.name if own is None else own.name
    for field, theirs in row.cells.items():
        place = Place(row_id, *field)
        mine = kept.cell(place)
        if mine.value != theirs.value:
            yield Difference(place, unit, before.get(place, mine), mine, theirs)


def _was_read(row: Row, before: Mapping[Place, Cell]) -> bool:
    """Whether the row came from the file, not from the hand."""
    cells = (before.get(Place(row.id, *f), cell) for f, cell in row.cells.items())
    return any(cell.value != EMPTY.value for cell in cells)


def _gone(row: Row, before: Mapping[Place, Cell]) -> Difference:
    place = Place(row.id, UNIT_NAME)
    mine = row.cell(UNIT_NAME)
    base = before.get(place, mine)
    return Difference(place, row.name, base, mine, EMPTY, is_row=True)
