"""A kept month made as a newer file reads, in one step that can be undone."""

from collections.abc import Set
from datetime import datetime

from core import dossier
from core.frozen import replace
from core.names import unit_identity
from core.report import (
    REPORT,
    UNIT_CODE,
    UNIT_NAME,
    Cell,
    Change,
    Note,
    NoteKind,
    Place,
    Reading,
    Report,
)

_NO_FIGURES = (UNIT_NAME, UNIT_CODE)


def replaced(kept: Report, fresh: Report, at: datetime) -> Change | None:
    """The step that leaves `kept` with what `fresh` says; None where all is equal.

    It is for a month that nobody has edited by hand: rows go by their place in the file,
    and what the file does not say any more is taken away. `comparing` is for the rest.
    """
    now = _cells(kept)
    then = _cells(fresh)
    places = dict.fromkeys((*then, *now))
    edits = tuple(
        kept.edit(place, then.get(place))
        for place in places
        if now.get(place) != then.get(place)
    )
    reading = read_anew(kept, fresh.reading)
    if not edits and reading == kept.reading:
        return None
    return Change(_label(kept, fresh), edits, at, (kept.reading, reading))


def read_anew(kept: Report, fresh: Reading) -> Reading:
    """What is known of the newer file, once it is read into `kept`.

    A newer list of dossiers takes the place of the older one. A file that has none says
    nothing of them: the older list stays, with a note of where it is from.
    """
    if fresh.dossiers or not kept.dossiers or fresh.source is None:
        return fresh
    notes = kept.source.notes if kept.source else ()
    told = next((one for one in notes if one.kind is NoteKind.KEPT_LISTS), None)
    if told is None:
        file = kept.source.file if kept.source else ""
        told = Note(NoteKind.KEPT_LISTS, file, dossier.counted(kept.dossiers))
    source = replace(fresh.source, notes=(*fresh.source.notes, told))
    return replace(fresh, source=source, dossiers=kept.dossiers)


def is_of_same_table(kept: Report, fresh: Report) -> bool:
    """Whether `fresh` may be the kept table taken once more, or another one.

    It is laid out alike, is about most of the same units, and has a figure in common;
    a list of dossiers goes over a list of dossiers.
    """
    if kept.layout is not fresh.layout:
        return False
    figures = indicators(kept), indicators(fresh)
    if any(figures) and kept.source is not None and not figures[0] & figures[1]:
        return False
    mine, theirs = _units(kept), _units(fresh)
    if not mine or not theirs:
        return True
    return 2 * len(mine & theirs) > max(len(mine), len(theirs))


def gone(kept: Report, fresh: Report) -> tuple[list[str], list[str]]:
    """The indicators, and the units' names, that `kept` has and `fresh` lacks."""
    theirs, units = indicators(fresh), _units(fresh)
    figures = [key for key in _in_order(kept) if key not in theirs]
    rows = kept.rows.values() if units else ()
    names = [one.name for one in rows if unit_identity(one.name) not in units]
    return figures, names


def indicators(report: Report) -> Set[str]:
    """The keys of what stands in the report's rows, but for names and codes."""
    return dict.fromkeys(_in_order(report)).keys()


def _in_order(report: Report) -> list[str]:
    found = dict.fromkeys(
        key
        for row in report.all_rows
        for (key, _), cell in row.cells.items()
        if cell.number is not None
    )
    return [key for key in found if key not in _NO_FIGURES]


def _units(report: Report) -> set[str]:
    names = (row.name for row in report.rows.values())
    return {unit_identity(name) for name in names if name}


def _label(kept: Report, fresh: Report) -> str:
    was, now = kept.source, fresh.source
    if was is not None and now is not None and was.sha256 != now.sha256:
        return f"Thay số liệu theo tệp “{now.file}”"
    return "Nhận dạng lại tệp"


def _cells(report: Report) -> dict[Place, Cell]:
    facts = {Place(REPORT, key): cell for key, cell in report.facts.items()}
    return {**facts, **dict(report.cells())}
