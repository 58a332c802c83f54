"""The quickest ways to more points (cách tăng điểm nhanh nhất), most points first.

What is late stays late: what a period has lost for good is no way to points, and is told
after all that is one.

By the catalogue's formulas (docs/linh-vuc.md 1.3), which explain and never replace the
portal's score: where a formula is not settled, or was observed only later, that is said.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from enum import Enum

from core import scoring
from core.catalogue import Actor, Catalogue, Indicator, ScoreRule
from core.figures import HUNDRED
from core.report import Part, Place, Report, Row

FEW = Decimal(20)
"""Below so many in the denominator one more or less changes the ratio by over 5 %."""

_ZERO, _ONE = Decimal(0), Decimal(1)


class Way(Enum):
    """Who can win the points of a criterion, in the order in which that is told."""

    OURS = 0
    PROVINCE = 1
    LOST = 2
    """Nobody in this period."""


@dataclass(frozen=True, slots=True)
class Gain:
    """What a criterion can still bring (điểm còn có thể tăng).

    Attributes:
        place: Where its ratio or score stands.
        indicator: The criterion.
        earned: Points it has now (điểm): those given, else by the formula.
        points: Points still to be won, with `lost` up to its maximum.
        lost: Points that this period has lost for good.
        why_lost: The sentence that says why; empty where nothing is lost.
        needed: How many more of `indicator.counted` bring all of `points`, or how many
            are missed for good where there are none; None where the numbers behind the
            ratio are not known.
        each: Points that one more brings, None where that is not known.
        denominator: Of how many, or None.
        goal: The ratio (%) at which it is full.
        is_settled: The sources agree on the formula.
        is_dated: The formula was observed only after the period of the figures.
        is_full: By the formula nothing is missing; only the score given says so.
    """

    place: Place
    indicator: Indicator
    earned: Decimal
    points: Decimal
    lost: Decimal
    why_lost: str
    needed: Decimal | None
    each: Decimal | None
    denominator: Decimal | None
    goal: Decimal
    is_settled: bool
    is_dated: bool
    is_full: bool

    @property
    def of_few(self) -> bool:
        """Whether the denominator is so small that single files move it much."""
        return self.denominator is not None and self.denominator < FEW

    @property
    def is_ours(self) -> bool:
        """Whether the commune itself can change it (docs/linh-vuc.md 1.4)."""
        return self.indicator.actor is Actor.COMMUNE

    @property
    def way(self) -> Way:
        """Who can win the points."""
        if not self.points:
            return Way.LOST
        return Way.OURS if self.is_ours else Way.PROVINCE


@dataclass(frozen=True, slots=True)
class _Missed:
    """What a period has lost for good of a criterion.

    Attributes:
        points: So many points.
        why: The sentence that says why.
        best: The numerator that can still be reached, or None.
    """

    points: Decimal
    why: str = ""
    best: Decimal | None = None


_NOTHING = _Missed(_ZERO)


def gains(report: Report, catalogue: Catalogue) -> tuple[Gain, ...]:
    """The criteria that lost points in the head row, those with most to be won first.

    The commune's own come first, then the province's, at the end what is lost for good.

    Empty where no catalogue is valid for the period: then nothing is reckoned.
    """
    head, period = report.head, report.period
    if head is None or period is None:
        return ()
    if not scoring.can_recompute(catalogue, period):
        return ()
    is_dated = scoring.formula_is_dated(catalogue, period)
    criteria = (
        catalogue.indicators[key]
        for group in catalogue.groups
        for key in group.criteria
    )
    found = [_gain(head, one, catalogue, is_dated=is_dated) for one in criteria]
    return tuple(
        sorted(
            (one for one in found if one is not None),
            key=lambda one: (
                *(one.way.value, -one.points, -one.lost, one.indicator.code),
            ),
        )
    )


def _gain(
    row: Row, indicator: Indicator, catalogue: Catalogue, *, is_dated: bool
) -> Gain | None:
    """What `indicator` can still bring in `row`, or None where that is nothing."""
    most = indicator.maximum
    if not most or indicator.score is ScoreRule.NONE:
        return None
    given = row.number(indicator.key, Part.SCORE)
    reckoned = scoring.points_in(row, indicator)
    earned = reckoned if given is None else given
    if earned is None or earned >= most:
        return None
    part = Part.VALUE if reckoned is not None else Part.SCORE
    numerator = row.number(indicator.key, Part.NUMERATOR)
    denominator = row.number(indicator.key, Part.DENOMINATOR)
    needed, each = more(indicator, numerator, denominator)
    if needed is not None and needed <= _ZERO:
        needed = each = None  # full by the formula; the portal's score says otherwise
    is_full = needed is None and reckoned is not None and reckoned >= most
    missed = _NOTHING if is_full else _missed(row, indicator, catalogue, most - earned)
    if missed.points == most - earned:
        each = None  # of nothing more
    elif needed is not None and numerator is not None and missed.best is not None:
        needed = min(needed, missed.best - numerator)
    return Gain(
        place=Place(row.id, indicator.key, part),
        indicator=indicator,
        earned=earned,
        points=most - earned - missed.points,
        lost=missed.points,
        why_lost=missed.why if missed.points else "",
        needed=needed,
        each=each,
        denominator=denominator,
        goal=goal(indicator),
        is_settled=indicator.settled,
        is_dated=is_dated,
        is_full=is_full,
    )


def _missed(
    row: Row, indicator: Indicator, catalogue: Catalogue, left: Decimal
) -> _Missed:
    """What of the points that are `left` the period has lost for good."""
    numerator = row.number(indicator.key, Part.NUMERATOR)
    whole = row.number(indicator.key, Part.DENOMINATOR)
    if whole == _ZERO:
        return _NOTHING  # nothing was late
    if indicator.irrecoverable:
        return _Missed(left, indicator.irrecoverable, numerator)
    cause = catalogue.indicators.get(indicator.late_with)
    if cause is None or numerator is None or whole is None:
        return _NOTHING
    in_time = row.number(cause.key, Part.NUMERATOR)
    if in_time is None or row.number(cause.key, Part.DENOMINATOR) != whole:
        return _NOTHING  # not known how many of them are late
    best = max(in_time, numerator)
    won = _ZERO
    if best > numerator:
        won = _points(indicator, best, whole) - _points(indicator, numerator, whole)
    return _Missed(max(left - won, _ZERO), cause.irrecoverable, best)


def _points(indicator: Indicator, numerator: Decimal, denominator: Decimal) -> Decimal:
    return (
        scoring.points(indicator, numerator=numerator, denominator=denominator) or _ZERO
    )


def goal(indicator: Indicator) -> Decimal:
    """The ratio (%) at which `indicator` is full: its threshold, else 100."""
    if indicator.score is ScoreRule.THRESHOLD and indicator.threshold:
        return indicator.threshold
    return HUNDRED


def more(
    indicator: Indicator, numerator: Decimal | None, denominator: Decimal | None
) -> tuple[Decimal | None, Decimal | None]:
    """How many more make it full, and the points that one more brings.

    None and None where the numbers are not known. Where nothing was counted yet (a
    denominator of 0) the first one makes it full.
    """
    most = indicator.maximum
    if numerator is None or denominator is None or not most:
        return None, None
    share = goal(indicator) / HUNDRED
    if denominator == _ZERO:
        return (_ZERO, _ZERO) if indicator.full_when_empty else (_ONE, most)
    wanted = (share * denominator).to_integral_value(ROUND_CEILING)
    return wanted - numerator, most / (share * denominator)
