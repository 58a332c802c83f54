"""What a letter names as weak: groups, units below target, units with overdue files.

The composer of letters and rule N06 ask here, so that what a letter says and what is
held against it are the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core import office, scoring
from core.catalogue import Catalogue, Group, Indicator, Kind
from core.office import Target, Targets
from core.report import TOTAL, Part, Place, Report, Row

GOOD_SHARE = Decimal(90)
"""From this share of its maximum (%) on a group is never called weak.

The limit of the band “Xuất sắc” (docs/linh-vuc.md 1.6).
"""

LOW_RATIO = Decimal(80)
"""A ratio (%) below this is low where the portal has no threshold of its own."""

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class WeakCriterion:
    """A criterion of a weak group that lost points by its own given score."""

    place: Place
    indicator: Indicator
    score: Decimal
    maximum: Decimal

    @property
    def lost(self) -> Decimal:
        """Points lost (điểm bị mất)."""
        return self.maximum - self.score


@dataclass(frozen=True, slots=True)
class WeakGroup:
    """A group that the letter names as weak (nhóm chỉ số đạt thấp).

    Attributes:
        place: Where its score stands.
        group: The group.
        score: Its score (điểm).
        maximum: The most it could have (điểm).
        criteria: Its criteria with a given score below the maximum, worst first.
    """

    place: Place
    group: Group
    score: Decimal
    maximum: Decimal
    criteria: tuple[WeakCriterion, ...] = ()

    @property
    def lost(self) -> Decimal:
        """Points lost (điểm bị mất)."""
        return self.maximum - self.score

    @property
    def share(self) -> Decimal:
        """The score in % of the maximum."""
        return self.score * 100 / self.maximum


def lost_points(report: Report, catalogue: Catalogue) -> Decimal:
    """Points that the head row lost altogether (điểm bị mất).

    By its total score where that is known, but never less than what its groups lost.
    """
    head = report.head
    if head is None:
        return _ZERO
    known = sum((one.lost for one in scoring.scored_groups(head, catalogue)), _ZERO)
    total = head.number(scoring.TOTAL_SCORE)
    most = catalogue.indicators[scoring.TOTAL_SCORE].maximum
    if total is None or most is None:
        return known
    return max(most - total, known)


def weak_groups(report: Report, catalogue: Catalogue) -> tuple[WeakGroup, ...]:
    """The groups of the head row that a letter names as weak, worst first.

    The policy, in one breath: groups are taken by their share of the maximum, the
    lowest first, until those taken explain more than half of the points lost.

    - Taking the lowest share first keeps a letter fair: no group is called weak while
      a known group with a lower share goes unnamed (rule N07).
    - Stopping past one half names few groups and yet enough (rule N06). Where only
      some groups are known, all the known ones may be needed.
    - A group with 90 % of its maximum or more is never called weak.
    """
    head = report.head
    if head is None:
        return ()
    scored = scoring.scored_groups(head, catalogue)
    known = [one for one in scored if one.score is not None]
    half = lost_points(report, catalogue) / 2
    named: list[WeakGroup] = []
    explained = _ZERO
    for one in sorted(known, key=lambda one: (one.share, -one.lost)):
        if one.share >= GOOD_SHARE or explained > half:
            break
        named.append(_weak_group(head, one, catalogue))
        explained += one.lost
    return tuple(named)


def _weak_group(
    head: Row, scored: scoring.ScoredGroup, catalogue: Catalogue
) -> WeakGroup:
    group = scored.group
    place = Place(head.id, group.key)
    score = group.maximum - scored.lost
    criteria = sorted(_weak_criteria(head, group, catalogue), key=lambda one: -one.lost)
    return WeakGroup(place, group, score, group.maximum, tuple(criteria))


def _weak_criteria(
    head: Row, group: Group, catalogue: Catalogue
) -> Iterator[WeakCriterion]:
    for key in group.criteria:
        criterion = catalogue.indicators[key]
        score = head.number(key, Part.SCORE)
        most = criterion.maximum
        if score is not None and most is not None and score < most:
            yield WeakCriterion(Place(head.id, key), criterion, score, most)


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit's figure beside its target; no figure is no standing (value None)."""

    place: Place
    value: Decimal | None
    level: Decimal


@dataclass(frozen=True, slots=True)
class TargetResult:
    """How the units stand to the target of one indicator, in the file's order.

    Attributes:
        indicator: The indicator.
        target: The office's target, or None where only the file gives one.
        below: Units that miss the target.
        reached: Units that reach it.
        missing: Units without a figure: never said to have reached the target.
        total: The total line's own standing, or None where it has no figure.
    """

    indicator: Indicator
    target: Target | None
    below: tuple[Standing, ...]
    reached: tuple[Standing, ...]
    missing: tuple[Standing, ...]
    total: Standing | None = None

    def misses(self, standing: Standing) -> bool:
        """Whether a figure is on the wrong side of its target."""
        return _misses(self.indicator, standing)


def below_target(
    report: Report, catalogue: Catalogue, targets: Targets, year: int
) -> tuple[TargetResult, ...]:
    """Each indicator that has a target and a figure: who is below, at, without.

    A target written in the file beside the figure goes before the office's own.
    Indicators come in the order of the table, then of the catalogue.
    """
    results = []
    for key in dict.fromkeys((*report.columns, *catalogue.indicators)):
        indicator = catalogue.indicators.get(key)
        if indicator is not None:
            found = _result(report, indicator, targets.find(key, year))
            results += [] if found is None else [found]
    return tuple(results)


def _result(
    report: Report, indicator: Indicator, target: Target | None
) -> TargetResult | None:
    """The standing of all units, or None where no unit has figure and target."""
    units = [
        standing
        for row in report.rows.values()
        if (standing := _standing(row, indicator, target)) is not None
    ]
    total = None
    if report.total is not None and report.total.number(indicator.key) is not None:
        total = _standing(report.total, indicator, target)
    known = [one for one in units if one.value is not None]
    if total is None and not known:
        return None
    return TargetResult(
        indicator,
        target,
        below=tuple(one for one in known if _misses(indicator, one)),
        reached=tuple(one for one in known if not _misses(indicator, one)),
        missing=tuple(one for one in units if one.value is None),
        total=total,
    )


def _standing(row: Row, indicator: Indicator, target: Target | None) -> Standing | None:
    level = row.number(indicator.key, Part.TARGET)
    if level is None and target is not None:
        level = target.level
    if level is None:
        return None
    return Standing(Place(row.id, indicator.key), row.number(indicator.key), level)


def _misses(indicator: Indicator, standing: Standing) -> bool:
    if standing.value is None:
        return False
    if indicator.higher_is_better:
        return standing.value < standing.level
    return standing.value > standing.level


def low_ratios(
    report: Report, catalogue: Catalogue, targets: Targets, year: int
) -> tuple[Standing, ...]:
    """The ratios of the head row that a letter names as low, in the table's order.

    Criteria that bear points and have no target (those with one stand in
    `below_target`): below the portal's threshold for full points, or below 80 %
    where it has none (docs/linh-vuc.md 1.3). `Standing.level` is that mark.
    """
    head = report.head
    if head is None:
        return ()
    low = []
    for key in dict.fromkeys((*report.columns, *catalogue.indicators)):
        indicator = catalogue.indicators.get(key)
        if indicator is None or not _bears_points(indicator):
            continue
        aimed = _standing(head, indicator, targets.find(key, year)) is not None
        level = indicator.threshold or LOW_RATIO
        value = head.number(key)
        if not aimed and value is not None and value < level:
            low.append(Standing(Place(head.id, key), value, level))
    return tuple(low)


def _bears_points(indicator: Indicator) -> bool:
    return indicator.kind is Kind.RATIO and bool(indicator.maximum)


OVERDUE = office.OVERDUE
"""Key of the indicator that counts overdue files (hồ sơ quá hạn)."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """The units with overdue files (hồ sơ quá hạn), in the file's order.

    Attributes:
        units: Place and number of files of each unit that has some.
        total: The total line's figure; else the sum where every unit has a figure;
            else None.
        total_place: The total line's cell, where it holds the figure.
        missing: Units without a figure: nothing is said of them.
    """

    units: tuple[tuple[Place, Decimal], ...]
    total: Decimal | None
    total_place: Place | None
    missing: tuple[Place, ...]


def overdue(report: Report) -> Overdue:
    """Which units have overdue files, and how many there are altogether."""
    places = [(row, Place(row.id, OVERDUE)) for row in report.rows.values()]
    counted = [(place, row.number(OVERDUE)) for row, place in places]
    known = [(place, number) for place, number in counted if number is not None]
    missing = tuple(place for place, number in counted if number is None)
    stated = None if report.total is None else report.total.number(OVERDUE)
    summed = sum((number for _, number in known), _ZERO)
    is_whole = bool(known) and not missing
    return Overdue(
        units=tuple(one for one in known if one[1] > 0),
        total=stated if stated is not None else summed if is_whole else None,
        total_place=None if stated is None else Place(TOTAL, OVERDUE),
        missing=missing,
    )
