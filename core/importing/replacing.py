"""A kept month made as its file reads now, in one step that can be undone."""

from datetime import datetime

from core.report import REPORT, Cell, Change, Place, Report


def replaced(kept: Report, fresh: Report, at: datetime) -> Change | None:
    """The step that leaves `kept` with the cells of `fresh`; None where all are equal.

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
    return Change("Nhận dạng lại tệp", edits, at) if edits else None


def _cells(report: Report) -> dict[Place, Cell]:
    facts = {Place(REPORT, key): cell for key, cell in report.facts.items()}
    return {**facts, **dict(report.cells())}
