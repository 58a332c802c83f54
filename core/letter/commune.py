"""The letter of a commune about itself (cấp xã): what is weak, what is to be done."""

from collections.abc import Iterator
from decimal import Decimal

from core import scoring, weaknesses
from core.catalogue import Actor, Group, Kind
from core.figures import HUNDRED
from core.letter import overdue, tasks
from core.letter.draft import Draft, Item, body, dashed
from core.letter.facts import reckoned, tidy
from core.letter.model import Paragraph, Pieces, Section
from core.letter.naming import lowered
from core.letter.petition import petitions
from core.letter.wording import join, listed
from core.report import Part
from core.weaknesses import Standing, WeakGroup

MOST = Decimal("0.8")
"""Criteria of a weak group are named until they explain this share of what it lost."""


def parts(draft: Draft) -> list[list[Paragraph]]:
    """The parts after the results: what is weak, the order to act, the kiến nghị."""
    groups = weaknesses.weak_groups(draft.report, draft.facts.catalogue)
    below = list(_below(draft))
    low = list(_low(draft, groups))
    late = overdue.late(draft)
    weak = [
        *_group_items(draft, groups),
        *(_below_item(draft, one) for one in below),
        *(_low_item(draft, one) for one in low),
    ]
    if late is not None:
        weak.append(("weakness.overdue", overdue.sentence(draft, late)))
    keys = [*_to_mend(draft, groups), *(one.place.indicator for one in (*below, *low))]
    wanted = list(_wanted(draft, keys))
    if late is not None:
        wanted.append(tasks.overdue_instruction(draft, late.known, late.units))
    wanted += _standing(draft, [key for key, _ in wanted])
    return [
        _weakness(draft, weak, groups),
        tasks.instructions(draft, wanted),
        petitions(draft, groups),
    ]


def _weakness(
    draft: Draft, items: list[Item], groups: tuple[WeakGroup, ...]
) -> list[Paragraph]:
    if not items:
        return []
    intro = body("weakness", Section.WEAKNESS, draft.say_kind("weakness"))
    return [intro, *dashed(Section.WEAKNESS, items, "."), *_loss(draft, groups)]


def _group_items(draft: Draft, groups: tuple[WeakGroup, ...]) -> Iterator[Item]:
    for one in groups:
        words = draft.say(
            "weakness.group",
            group=one.group.name,
            score=draft.facts.points(one.place, one.maximum),
            lost=reckoned(tidy(one.lost), one.place),
        )
        if inside := _inside(draft, one):
            words = join(
                words, draft.say("weakness.group_criteria", figures=listed(inside))
            )
        yield f"weakness.{one.group.key}", words


def _inside(draft: Draft, weak: WeakGroup) -> list[Pieces]:
    """The criteria that lose most in a weak group; else its ratios below 100 %."""
    if weak.criteria:
        return [_with_points(draft, key) for key in _heaviest(weak)]
    return [
        draft.say(
            "weakness.criterion",
            indicator=lowered(draft.name_of(key)),
            value=draft.facts.value(draft.place(key)),
        )
        for key in _short_ratios(draft, weak.group)
    ]


def _heaviest(weak: WeakGroup) -> list[str]:
    """Criteria, the worst first, until most of the group's loss is explained."""
    keys: list[str] = []
    explained = Decimal(0)
    for one in weak.criteria:
        if explained >= weak.lost * MOST:
            break
        keys.append(one.indicator.key)
        explained += one.lost
    return keys


def _short_ratios(draft: Draft, group: Group) -> list[str]:
    """Criteria of a group with a ratio below 100 %, the lowest first."""
    found = []
    for key in group.criteria:
        number = draft.report.cell(draft.place(key)).number
        is_ratio = draft.facts.catalogue.indicators[key].kind is Kind.RATIO
        if is_ratio and number is not None and number < HUNDRED:
            found.append((number, key))
    return [key for _, key in sorted(found, key=lambda one: one[0])]


def _with_points(draft: Draft, key: str) -> Pieces:
    place = draft.place(key)
    maximum = draft.facts.catalogue.indicators[key].maximum
    score = draft.facts.points(place._replace(part=Part.SCORE), maximum)
    return draft.say(
        "weakness.criterion_points",
        indicator=lowered(draft.facts.catalogue.indicators[key].name),
        value=draft.facts.value(place),
        score=score,
    )


def _loss(draft: Draft, groups: tuple[WeakGroup, ...]) -> list[Paragraph]:
    """What the groups named do not explain of the points lost (rule N06).

    Said only where some groups have no score: else the results show all six.
    """
    head, catalogue = draft.head, draft.facts.catalogue
    total = draft.report.cell(draft.place(scoring.TOTAL_SCORE)).number
    if head is None or total is None or not groups:
        return []
    scored = scoring.scored_groups(head, catalogue)
    lost = weaknesses.lost_points(draft.report, catalogue)
    known = sum((one.lost for one in groups), Decimal(0))
    if all(one.score is not None for one in scored) or lost <= known:
        return []
    named = {one.group.key for one in groups}
    places = [one.place for one in groups]
    others = [one for one in scored if one.score and one.group.key not in named]
    slots = {
        "lost": reckoned(tidy(lost), draft.place(scoring.TOTAL_SCORE)),
        "known": reckoned(tidy(known), *places),
        "rest": reckoned(tidy(lost - known), draft.place(scoring.TOTAL_SCORE), *places),
    }
    key = "weakness.loss_mixed" if others else "weakness.loss_unknown"
    words = join(draft.say("weakness.loss", **slots), draft.say(key, **slots), (".",))
    return [body("weakness.loss", Section.WEAKNESS, words)]


def _below(draft: Draft) -> Iterator[Standing]:
    """The office's own figures that miss their target."""
    found = weaknesses.below_target(
        draft.report, draft.facts.catalogue, draft.profile.targets, draft.year
    )
    for result in found:
        for standing in result.below if result.indicator.higher_is_better else ():
            if standing.place.row == draft.report.head_id:
                yield standing


def _below_item(draft: Draft, standing: Standing) -> Item:
    key = standing.place.indicator
    target = draft.facts.level(standing.place, standing.level)
    words = draft.say(
        "weakness.target",
        indicator=draft.name_of(key),
        value=draft.facts.value(standing.place),
        target=target,
    )
    return f"weakness.{key}", words


def _low(draft: Draft, groups: tuple[WeakGroup, ...]) -> Iterator[Standing]:
    """Low ratios outside the weak groups that the commune itself can change."""
    named = {key for one in groups for key in one.group.criteria}
    low = weaknesses.low_ratios(
        draft.report, draft.facts.catalogue, draft.profile.targets, draft.year
    )
    for standing in low:
        criterion = draft.facts.catalogue.indicators[standing.place.indicator]
        if criterion.key not in named and criterion.actor is Actor.COMMUNE:
            yield standing


def _low_item(draft: Draft, standing: Standing) -> Item:
    key = standing.place.indicator
    value = draft.facts.value(standing.place)
    return (
        f"weakness.{key}",
        draft.say("weakness.low", indicator=draft.name_of(key), value=value),
    )


def _to_mend(draft: Draft, groups: tuple[WeakGroup, ...]) -> list[str]:
    """What an instruction is due for: the criteria named, else the group itself."""
    keys: list[str] = []
    for one in groups:
        inside = _heaviest(one) or _short_ratios(draft, one.group)
        keys += inside or [one.group.key]
    return keys


def _wanted(draft: Draft, keys: list[str]) -> Iterator[Item]:
    for key in dict.fromkeys(keys):
        if words := tasks.instruction(draft, key):
            yield f"task.{key}", words


def _standing(draft: Draft, said: list[str]) -> Iterator[Item]:
    """The standing instructions whose figure is there and that are not given yet."""
    for key in draft.facts.wording.lines("commune.standing"):
        number = draft.report.cell(draft.place(key)).number
        is_full = (
            draft.facts.catalogue.indicators[key].kind is Kind.RATIO
            and number == HUNDRED
        )
        if number is None or is_full or f"task.{key}" in said:
            continue
        if words := tasks.instruction(draft, key):
            yield f"task.{key}", words
