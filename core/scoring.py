"""Points by the catalogue's formulas, to explain and to warn (docs/linh-vuc.md 1.3, 1.5).

The portal's score is the official one. Nothing here overwrites a figure, and with no
catalogue valid for a period nothing is recomputed.
"""

from decimal import ROUND_HALF_UP, Decimal

from core.catalogue import Catalogue, Group, Indicator, ScoreRule
from core.figures import HUNDRED
from core.frozen import frozen
from core.period import Period
from core.report import Part, Row

_CENT = Decimal("0.01")
_ZERO = Decimal(0)

TOTAL_SCORE = "score_total"
"""Key of the indicator that holds the total score (tổng điểm)."""


def points(
    indicator: Indicator,
    *,
    ratio: Decimal | None = None,
    numerator: Decimal | None = None,
    denominator: Decimal | None = None,
) -> Decimal | None:
    """The points (điểm) that a ratio earns, rounded half up to two decimals.

    Numerator and denominator go before `ratio` (in %), which is already rounded.
    None where the criterion bears no points or there is nothing to reckon with.
    """
    most = indicator.maximum
    if indicator.score is ScoreRule.NONE or not most:
        return None
    if numerator is not None and denominator is not None:
        if denominator == 0:
            return _rounded(most if indicator.full_when_empty else _ZERO)
        share = numerator / denominator
    elif ratio is not None:
        share = ratio / HUNDRED
    else:
        return None
    if indicator.score is ScoreRule.THRESHOLD and indicator.threshold:
        share = share * HUNDRED / indicator.threshold
    return _rounded(most * min(max(share, _ZERO), Decimal(1)))


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(_CENT, ROUND_HALF_UP)


def points_in(row: Row, indicator: Indicator) -> Decimal | None:
    """The points that the ratio of `indicator` in `row` earns, or None."""
    return points(
        indicator,
        ratio=row.number(indicator.key),
        numerator=row.number(indicator.key, Part.NUMERATOR),
        denominator=row.number(indicator.key, Part.DENOMINATOR),
    )


def can_recompute(catalogue: Catalogue, period: Period | None) -> bool:
    """Whether the catalogue is valid for the whole of `period`."""
    return period is not None and catalogue.is_valid_in(period)


def formula_is_dated(catalogue: Catalogue, period: Period) -> bool:
    """Whether the formulas were observed only after `period` (1.5: from 01/01/2026)."""
    since = catalogue.formula_valid_from
    return since is not None and period.first_day < since


@frozen
class ScoredGroup:
    """A group and the score (điểm) that a row gives it, None where it gives none."""

    group: Group
    score: Decimal | None

    @property
    def lost(self) -> Decimal:
        """Points lost (điểm bị mất); 0 where the score is not known."""
        return _ZERO if self.score is None else self.group.maximum - self.score

    @property
    def share(self) -> Decimal:
        """The score in % of the maximum; 100 where it is not known."""
        return HUNDRED - self.lost * HUNDRED / self.group.maximum


def scored_groups(row: Row, catalogue: Catalogue) -> tuple[ScoredGroup, ...]:
    """The six groups with the scores in `row`, or the portal's older five.

    Five where only the joined score “Dịch vụ trực tuyến” (22 điểm) stands in place of
    its parts (1.2); it then bears the criteria of both.
    """
    found = {group.key: group for group in catalogue.groups}
    for joined in catalogue.joined_scores:
        if row.number(joined.key) is None:
            continue
        parts = [found[key] for key in joined.parts]
        if all(row.number(part.key) is None for part in parts):
            found = _joined(found, joined, parts)
    return tuple(ScoredGroup(one, row.number(one.key)) for one in found.values())


def group_keys(catalogue: Catalogue) -> tuple[str, ...]:
    """The keys of all scores that groups can have, those of joined ones too."""
    joined = (one.key for one in catalogue.joined_scores)
    return (*(group.key for group in catalogue.groups), *joined)


def _joined(
    groups: dict[str, Group], joined: Indicator, parts: list[Group]
) -> dict[str, Group]:
    """`groups` with one group where its parts stood."""
    criteria = tuple(key for part in parts for key in part.criteria)
    maximum = sum((part.maximum for part in parts), _ZERO)
    whole = Group(joined.key, parts[0].number, joined.name, maximum, criteria)
    shown: dict[str, Group] = {}
    for group in groups.values():
        one = whole if group in parts else group
        shown[one.key] = one
    return shown


@frozen
class GroupPoints:
    """What the criteria of a group earn together.

    Attributes:
        points: Their sum (điểm): the least that the group can have.
        counted: The criteria that were known.
        complete: Every criterion that bears points was known, so it is the most too.
    """

    points: Decimal
    counted: tuple[Indicator, ...]
    complete: bool

    @property
    def is_settled(self) -> bool:
        """Whether the sources agree on the score rule of at least one of them."""
        return any(one.settled for one in self.counted)

    @property
    def is_exact(self) -> bool:
        """Whether the sum is the group's score, not only the least it can be."""
        return self.complete and all(one.settled for one in self.counted)


def group_points(row: Row, group: Group, catalogue: Catalogue) -> GroupPoints:
    """What the criteria of `group` in `row` earn by their given scores, else ratios."""
    total = _ZERO
    counted: list[Indicator] = []
    scoring = [catalogue.indicators[key] for key in group.criteria]
    scoring = [one for one in scoring if one.maximum]
    known = {key for key, _ in row.cells}
    for criterion in scoring:
        if criterion.key not in known:
            continue
        given = row.number(criterion.key, Part.SCORE)
        earned = points_in(row, criterion) if given is None else given
        if earned is not None:
            total += earned
            counted.append(criterion)
    return GroupPoints(total, tuple(counted), len(counted) == len(scoring))
