"""The quickest ways to more points (cách tăng điểm nhanh nhất), most points first.

By the catalogue's formulas (docs/linh-vuc.md 1.3), which explain and never replace the
portal's score: where a formula is not settled, or was observed only later, that is said.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from core import scoring
from core.catalogue import Actor, Catalogue, Indicator, ScoreRule
from core.figures import HUNDRED
from core.report import Part, Place, Report, Row

FEW = Decimal(20)
"""Below so many in the denominator one more or less changes the ratio by over 5 %."""

_ZERO, _ONE = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Gain:
    """What a criterion can still bring (điểm còn có thể tăng).

    Attributes:
        place: Where its ratio or score stands.
        indicator: The criterion.
        earned: Points it has now (điểm): those given, else by the formula.
        points: Points still to be won, up to its maximum.
        needed: How many more of `indicator.counted` bring all of them; None where the
            numbers behind the ratio are not known.
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


def gains(report: Report, catalogue: Catalogue) -> tuple[Gain, ...]:
    """The criteria that lost points in the head row, those with most to be won first.

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
    found = [_gain(head, one, is_dated=is_dated) for one in criteria]
    return tuple(
        sorted(
            (one for one in found if one is not None),
            key=lambda one: (-one.points, not one.is_ours, one.indicator.code),
        )
    )


def _gain(row: Row, indicator: Indicator, *, is_dated: bool) -> Gain | None:
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
    return Gain(
        place=Place(row.id, indicator.key, part),
        indicator=indicator,
        earned=earned,
        points=most - earned,
        needed=needed,
        each=each,
        denominator=denominator,
        goal=goal(indicator),
        is_settled=indicator.settled,
        is_dated=is_dated,
        is_full=needed is None and reckoned is not None and reckoned >= most,
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
