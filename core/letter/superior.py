"""The letter of a superior body about its units (cấp trên): who is low, who acts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from core import weaknesses
from core.figures import show_count
from core.letter import overdue, tasks
from core.letter.draft import Draft, Item, body, dashed
from core.letter.facts import reckoned
from core.letter.model import Figure, Paragraph, Pieces, Section
from core.letter.overdue import unit_name
from core.letter.wording import join, listed
from core.report import Part
from core.weaknesses import Standing, TargetResult

NAMED = 8
"""Units without a figure are named up to so many, else counted."""


def parts(draft: Draft) -> list[list[Paragraph]]:
    """The parts after the results: what is low, of whom, and the order to act."""
    results = [
        one
        for one in weaknesses.below_target(
            draft.report, draft.facts.catalogue, draft.profile.targets, draft.year
        )
        if one.indicator.higher_is_better
    ]
    low = weaknesses.low_ratios(
        draft.report, draft.facts.catalogue, draft.profile.targets, draft.year
    )
    late = overdue.late(draft)
    weak = [*_low_items(draft, results, low)]
    if late is not None:
        weak.append(("weakness.overdue", overdue.sentence(draft, late)))
    weak += [_by_unit(draft, one) for one in results if one.below]
    mended = [one.place.indicator for one in low]
    mended += [one.indicator.key for one in results if _is_missed(one)]
    wanted = list(_orders(draft, mended))
    if late is not None:
        wanted.append(tasks.overdue_instruction(draft, late.known, late.units))
    return [_weakness(draft, weak), tasks.instructions(draft, wanted)]


def _weakness(draft: Draft, items: list[Item]) -> list[Paragraph]:
    if not items:
        return []
    intro = body("weakness", Section.WEAKNESS, draft.say_kind("weakness"))
    return [intro, *dashed(Section.WEAKNESS, items, ".")]


def _is_missed(result: TargetResult) -> bool:
    return bool(result.below) or _missed_by_all(result) is not None


def _missed_by_all(result: TargetResult) -> Standing | None:
    """The total line's standing where it misses the target."""
    total = result.total
    return total if total is not None and result.misses(total) else None


def _low_items(
    draft: Draft, results: Sequence[TargetResult], low: Sequence[Standing]
) -> list[Item]:
    """The total line's own low ratios, the lowest first."""
    found = [(one, "weakness.low") for one in low]
    found += [
        (total, "weakness.target_head")
        for total in map(_missed_by_all, results)
        if total is not None
    ]
    ordered = sorted(found, key=lambda one: one[0].value or 0)
    return [(_key(one), _said(draft, one, key)) for one, key in ordered]


def _key(standing: Standing) -> str:
    return f"weakness.{standing.place.indicator}"


def _said(draft: Draft, standing: Standing, key: str) -> Pieces:
    return draft.say(
        key,
        indicator=draft.name_of(standing.place.indicator),
        value=draft.facts.value(standing.place),
        target=_level(draft, standing),
    )


def _level(draft: Draft, standing: Standing) -> Figure:
    """The target that a figure is held against: the file's own, or the office's."""
    place = standing.place
    if draft.report.cell(place._replace(part=Part.TARGET)).number is None:
        place = draft.place(place.indicator)
    return draft.facts.level(place, standing.level)


def _by_unit(draft: Draft, result: TargetResult) -> Item:
    """A criterion by unit, the lowest first; then what is known of the others."""
    ordered = sorted(
        result.below,
        key=lambda one: one.value or 0,
        reverse=not result.indicator.higher_is_better,
    )
    levels = {one.level for one in result.below}
    is_common = len(levels) == 1
    pattern = "weakness.unit" if is_common else "weakness.unit_own"
    units = [
        draft.say(
            pattern,
            unit=unit_name(draft, one.place),
            value=draft.facts.value(one.place),
            target=_level(draft, one),
        )
        for one in ordered
    ]
    words = draft.say(
        "weakness.units" if is_common else "weakness.units_own",
        indicator=draft.name_of(result.indicator.key),
        target=_level(draft, ordered[0]),
        units=listed(units),
    )
    key = f"weakness.units.{result.indicator.key}"
    return key, join(words, _others(draft, result))


def _others(draft: Draft, result: TargetResult) -> Pieces:
    """What is said of units not below: those without a figure never reached it."""
    said: list[Pieces] = []
    if result.reached:
        said.append(draft.say("weakness.others_reached"))
    if result.missing:
        said.append(_missing(draft, result.missing))
    return join((" (",), listed(said), (")",)) if said else ()


def _missing(draft: Draft, missing: Sequence[Standing]) -> Pieces:
    if len(missing) > NAMED:
        places = (one.place for one in missing)
        count = reckoned(show_count(Decimal(len(missing))), *places)
        return draft.say("weakness.others_missing_many", count=count)
    names = ", ".join(unit_name(draft, one.place) for one in missing)
    return draft.say("weakness.others_missing", units=names)


def _orders(draft: Draft, mended: list[str]) -> Iterator[Item]:
    """The standing instructions in their order, then those for what else is low."""
    lines = [line.split() for line in draft.facts.wording.lines("superior.order")]
    ordered = {key for line in lines for one in line for key in one.split("/")}
    rest = [[key] for key in dict.fromkeys(mended) if key not in ordered]
    for line in [*lines, *rest]:
        keys = [key for one in line for key in _due(draft, one.split("/"), mended)]
        said = [words for key in keys if (words := tasks.instruction(draft, key))]
        if said:
            yield f"task.{keys[0]}", listed(said, ". ")


def _due(draft: Draft, alternatives: list[str], mended: list[str]) -> list[str]:
    """Those an instruction is due for; of those with one target the first speaks."""
    due: dict[Decimal | None, str] = {}
    for key in alternatives:
        target = draft.target(key)
        if key in mended or target is not None:
            due.setdefault(None if target is None else target.level, key)
    return list(due.values())
