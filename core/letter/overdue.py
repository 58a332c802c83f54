"""What a letter says of overdue files: how many, whose (hồ sơ quá hạn)."""

from dataclasses import dataclass
from decimal import Decimal

from core import figures, weaknesses
from core.letter.draft import Draft
from core.letter.model import Figure, Pieces
from core.letter.naming import in_sentence, office_of
from core.letter.wording import listed
from core.office import LetterKind
from core.report import Place
from core.weaknesses import OVERDUE


@dataclass(frozen=True, slots=True)
class Late:
    """The overdue files as sentences need them.

    Attributes:
        count: How many altogether; none where only some units have a figure.
        named: "xã Thạnh Đức: 01 hồ sơ" for each unit that has some, most first.
        units: Their names alone, as one run.
    """

    count: Pieces
    named: tuple[Pieces, ...]
    units: Pieces


def late(draft: Draft) -> Late | None:
    """The overdue files, or None where there are none or nothing is known of them."""
    if draft.kind is LetterKind.COMMUNE:
        return _own_late(draft)
    found = weaknesses.overdue(draft.report)
    ordered = sorted(found.units, key=lambda unit: -unit[1])
    if not found.total and not ordered:
        return None
    named = [_named(draft, place) for place, _ in ordered]
    return Late(_count(draft, found), tuple(named), _names(draft, ordered))


def _own_late(draft: Draft) -> Late | None:
    place = draft.place(OVERDUE)
    if not draft.report.cell(place).number:
        return None
    return Late((draft.facts.value(place),), (), (draft.profile.name,))


def _count(draft: Draft, found: weaknesses.Overdue) -> Pieces:
    if found.total is None:
        return ()
    if found.total_place is not None:
        return (draft.facts.value(found.total_place),)
    places = tuple(Place(row, OVERDUE) for row in draft.report.rows)
    return (Figure(figures.show_count(found.total), places, derived=True),)


def _named(draft: Draft, place: Place) -> Pieces:
    count = draft.facts.value(place)
    return draft.say("weakness.overdue_unit", unit=unit_name(draft, place), count=count)


def _names(draft: Draft, units: list[tuple[Place, Decimal]]) -> Pieces:
    named = [office_of(_name(draft, place)) for place, _ in units]
    return (", ".join(named),) if named else ()


def unit_name(draft: Draft, place: Place) -> str:
    """The name of the unit at `place`, in the middle of a sentence."""
    return in_sentence(_name(draft, place))


def _name(draft: Draft, place: Place) -> str:
    row = draft.report.row(place.row)
    named = "" if row is None else row.name or row.code
    return named or draft.facts.wording.text("missing.unit")


def sentence(draft: Draft, found: Late) -> Pieces:
    """How many files are overdue, and whose they are."""
    units = listed(list(found.named))
    if not found.count:
        return draft.say("weakness.overdue_some", units=units)
    if not units:
        return draft.say("weakness.overdue_alone", count=found.count)
    return draft.say("weakness.overdue", count=found.count, units=units)
