"""Which reading of a doubtful number is likely, and why: kind, maximum, neighbours.

It is said beside the question and never taken without an answer (docs/linh-vuc.md 3.1).
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from core import entry, figures
from core.catalogue import Catalogue, Kind
from core.report import Field, Part, Place, Report

NEAR = 3
"""How many times less than the least, or more than the most, is still like the others."""

_NOTHING = "Chưa đủ căn cứ để gợi ý; xem lại trong tệp gốc."
_HUNDRED = Decimal(100)


class Proposal(NamedTuple):
    """Which answer is likely (None for none), and a sentence that says why."""

    answer: int | None
    reason: str


def propose(
    report: Report,
    catalogue: Catalogue,
    places: Sequence[Place],
    readings: Sequence[Sequence[Decimal]],
) -> Proposal:
    """The one reading that kind and maximum allow at every place, else by neighbours.

    `readings` holds the numbers by place, all in the order of the answers.
    """
    field = places[0].field
    kind = entry.kind_of(catalogue.indicators.get(field[0]), field[1])
    others = _others(report, field, set(places))
    answers = range(min(len(some) for some in readings))
    allowed = [
        index
        for index in answers
        if all(
            _is_allowed(report, catalogue, kind, place, some[index])
            for place, some in zip(places, readings, strict=True)
        )
    ]
    near = [
        index for index in allowed if all(_is_near(s[index], others) for s in readings)
    ]
    told = _sentence(_about(report, catalogue, kind, places[0]), others)
    if len(allowed) == 1 and (
        near or not _contradicts(kind, readings, allowed, others)
    ):
        return _proposal(allowed[0], readings[0], told)
    if len(near) == 1:
        return _proposal(near[0], readings[0], _sentence("", others))
    return Proposal(None, _NOTHING)


def is_reckoned(report: Report, places: Sequence[Place]) -> bool:
    """Whether numerator and denominator give just these ratios, as they stand."""
    told = False
    for place in places:
        above, below = (
            report.number_at(place._replace(part=part))
            for part in (Part.NUMERATOR, Part.DENOMINATOR)
        )
        number = report.number_at(place)
        if above is None or below is None or number is None or not number:
            continue
        made = figures.ratio(above, below)
        if made is None or abs(made - number) > Decimal("0.01"):
            return False
        told = True
    return told


def _others(report: Report, field: Field, asked: set[Place]) -> list[Decimal]:
    """The certain figures of the same column, without the total's."""
    found = (
        row.number(*field)
        for row in report.rows.values()
        if Place(row.id, *field) not in asked
    )
    return sorted(number for number in found if number is not None)


def _is_allowed(
    report: Report, catalogue: Catalogue, kind: Kind, place: Place, number: Decimal
) -> bool:
    """Whether a figure of that kind may be that number at that place."""
    if kind is Kind.RATIO:
        return 0 <= number <= _HUNDRED
    if kind is Kind.SCORE:
        most = _most(report, catalogue, place)
        return number >= 0 and (most is None or number <= most)
    if kind is Kind.RANK:
        return number >= 1 and number == number.to_integral_value()
    if kind is Kind.COUNT:
        return number == number.to_integral_value()
    return True


def _most(report: Report, catalogue: Catalogue, place: Place) -> Decimal | None:
    """The most points at that place, as the row says it, else the catalogue."""
    own = report.number_at(place._replace(part=Part.MAXIMUM))
    indicator = catalogue.indicators.get(place.indicator)
    if own is not None and place.part is not Part.MAXIMUM:
        return own
    return None if indicator is None else indicator.maximum


def _is_near(number: Decimal, others: Sequence[Decimal]) -> bool:
    """Whether a number is of the size of its neighbours."""
    if not others:
        return False
    return others[0] / NEAR <= number <= others[-1] * NEAR


def _contradicts(
    kind: Kind,
    readings: Sequence[Sequence[Decimal]],
    allowed: Sequence[int],
    others: Sequence[Decimal],
) -> bool:
    """Whether the neighbours speak for a reading that the kind does not allow."""
    if kind is not Kind.COUNT:
        return False  # a ratio above 100 or a score above the maximum is not possible
    rest = [i for i in range(len(readings[0])) if i not in allowed]
    return any(
        all(_is_near(some[index], others) for some in readings) for index in rest
    )


def _about(report: Report, catalogue: Catalogue, kind: Kind, place: Place) -> str:
    """What the kind of the column says of its numbers, as the begin of a sentence."""
    many = len(report.rows) > 1
    this = "Cột này" if many else "Ô này"
    if kind is Kind.RATIO:
        return f"{this} là tỷ lệ, không quá 100"
    if kind is Kind.SCORE:
        most = _most(report, catalogue, place)
        return "" if most is None else f"Điểm tối đa là {figures.show(most)}"
    if kind is Kind.COUNT:
        indicator = catalogue.indicators.get(place.indicator)
        unit = "" if indicator is None else indicator.unit
        return (
            f"{this} đếm {'hồ sơ' if unit != '' else 'số lượng'}, thường là số nguyên"
        )
    if kind is Kind.RANK:
        return f"{this} là thứ hạng, không quá số đơn vị"
    return ""


def _sentence(about: str, others: Sequence[Decimal]) -> str:
    """The begin of the reason: kind and neighbours, as far as there is something."""
    if not others:
        return about
    low, high = figures.show(others[0]), figures.show(others[-1])
    beside = (
        f"các ô khác là {low}" if low == high else f"các ô khác từ {low} đến {high}"
    )
    if not about:
        return beside[:1].upper() + beside[1:]
    return f"{about.removesuffix(', không quá 100')}, {beside}"


def _proposal(index: int, numbers: Sequence[Decimal], told: str) -> Proposal:
    likely = f"có lẽ là {figures.show(numbers[index])}"
    reason = f"{told}: {likely}." if told else f"{likely[:1].upper()}{likely[1:]}."
    return Proposal(index, reason)
