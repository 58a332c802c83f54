"""A cell of an annex table: the figure as tables print it (ô của phụ lục)."""

from decimal import Decimal

from core import figures
from core.catalogue import Kind
from core.letter.draft import Draft
from core.letter.facts import reckoned
from core.letter.model import Figure, Piece
from core.report import Blank, Part, Place, Unreadable

DECIMALS = 2
"""Of ratios and scores in a table, so that the figures of a column stand alike (N03)."""

_WHOLE = {Kind.COUNT, Kind.RANK}


def cell(draft: Draft, place: Place, kind: Kind) -> Piece:
    """The figure at `place`: "91,70", "2.033", "8/9"; "-" where there is none."""
    found = draft.report.cell(place)
    if isinstance(found.value, str):
        return Figure(found.value, (place,))
    if found.number is None:
        return _absent(draft, place)
    if kind is Kind.RANK:
        return draft.facts.value(place)
    return Figure(_printed(found.number, kind), (place,))


def _printed(number: Decimal, kind: Kind) -> str:
    return figures.show(number) if kind in _WHOLE else figures.show(number, DECIMALS)


def _absent(draft: Draft, place: Place) -> Piece:
    value = draft.report.cell(place).value
    wording = draft.facts.wording
    if isinstance(value, Unreadable):
        return Figure(wording.text("missing.unreadable"), (place,), missing=True)
    if value is Blank.NOT_APPLICABLE:
        return Figure(wording.text("missing.not_applicable"), (place,))
    return Figure(wording.text("missing.cell"), (place,))


def maximum(draft: Draft, place: Place, most: Decimal | None) -> Piece:
    """The most points of what stands at `place`: the file's own, else the index's."""
    own = place._replace(part=Part.MAXIMUM)
    if draft.report.cell(own).number is not None:
        return cell(draft, own, Kind.COUNT)
    return "" if not most else reckoned(figures.show(most), own)
