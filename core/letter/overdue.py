"""What a letter says of overdue files: how many, whose (hồ sơ quá hạn)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from core import figures, weaknesses
from core.letter.draft import Draft
from core.letter.facts import reckoned
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
        total: How many altogether; None where only some units have a figure.
        known: The same, or the sum of those that have one.
        named: "xã Thạnh Đức: 01 hồ sơ" for each unit that has some, most first.
        units: Their names alone, as one run.
    """

    total: Figure | None
    known: Figure
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
    total = _total(draft, found)
    known = total or _sum(ordered)
    return Late(total, known, tuple(named), _names(draft, ordered))


def _own_late(draft: Draft) -> Late | None:
    place = draft.place(OVERDUE)
    if not draft.report.cell(place).number:
        return None
    count = draft.facts.value(place)
    return Late(count, count, (), (draft.profile.name,))


def _total(draft: Draft, found: weaknesses.Overdue) -> Figure | None:
    if found.total is None:
        return None
    if found.total_place is not None:
        return draft.facts.value(found.total_place)
    return _sum(found.units)


def _sum(units: Sequence[tuple[Place, Decimal]]) -> Figure:
    total = sum((number for _, number in units), Decimal(0))
    return reckoned(figures.show_count(total), *(place for place, _ in units))


def _named(draft: Draft, place: Place) -> Pieces:
    count = draft.facts.value(place)
    return draft.say("weakness.overdue_unit", unit=unit_name(draft, place), count=count)


def _names(draft: Draft, units: Sequence[tuple[Place, Decimal]]) -> Pieces:
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
    if found.total is None:
        return draft.say("weakness.overdue_some", units=units)
    if not units:
        return draft.say("weakness.overdue_alone", count=found.total)
    return draft.say("weakness.overdue", count=found.total, units=units)
