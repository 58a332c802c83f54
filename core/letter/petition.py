"""Part 4 of a commune's letter: what only the province can do (kiến nghị).

A commune cannot change criteria 1.1–1.3 itself (docs/linh-vuc.md 1.4): that is a
kiến nghị, never an order to its own staff (rule I10). Each point has a figure.
"""

from collections.abc import Iterator, Sequence

from core.catalogue import Actor, Indicator
from core.figures import HUNDRED
from core.letter.draft import Draft, Item, body, lettered
from core.letter.model import Paragraph, Pieces, Section
from core.letter.naming import raised
from core.letter.wording import join
from core.weaknesses import LOW_RATIO, WeakGroup


def petitions(draft: Draft, groups: Sequence[WeakGroup]) -> list[Paragraph]:
    """The kiến nghị and its points; nothing without somebody to send it to."""
    items = [*_criteria(draft), *_groups(draft, groups)]
    if not items or not draft.profile.petition_to:
        return []
    if len(items) == 1:
        words = draft.say("petition.single", task=items[0][1])
        return [body(items[0][0], Section.PETITION, words)]
    intro = body("petition", Section.PETITION, draft.say("petition.intro"))
    raised_items = [(key, _raised(text)) for key, text in items]
    return [intro, *lettered(Section.PETITION, raised_items)]


def _raised(text: Pieces) -> Pieces:
    first = text[0]
    return (raised(first), *text[1:]) if isinstance(first, str) else text


def _criteria(draft: Draft) -> Iterator[Item]:
    for criterion in draft.facts.catalogue.criteria:
        key = criterion.key
        pattern = draft.facts.wording.find(f"criterion.{key}.petition")
        if pattern and _is_short(draft, criterion):
            value = draft.facts.value(draft.place(key))
            now = draft.say("petition.now", value=value)
            yield f"petition.{key}", join(draft.fill(pattern, {}), now)


def _is_short(draft: Draft, criterion: Indicator) -> bool:
    """Whether the figure gives ground to ask: any loss of the province's, else a low one."""
    number = draft.report.cell(draft.place(criterion.key)).number
    if number is None:
        return False
    if criterion.actor is Actor.PROVINCE:
        return number < HUNDRED
    return number < (criterion.threshold or LOW_RATIO)


def _groups(draft: Draft, groups: Sequence[WeakGroup]) -> Iterator[Item]:
    """Weak groups of which no criterion with a kiến nghị of its own has a figure."""
    for one in groups:
        pattern = draft.facts.wording.find(f"criterion.{one.group.key}.petition")
        if pattern and not _has_own(draft, one):
            now = draft.say(
                "petition.now_points",
                group=one.group.name,
                score=draft.facts.points(one.place, one.maximum),
            )
            yield f"petition.{one.group.key}", join(draft.fill(pattern, {}), now)


def _has_own(draft: Draft, weak: WeakGroup) -> bool:
    return any(
        draft.facts.wording.find(f"criterion.{key}.petition")
        and draft.report.cell(draft.place(key)).number is not None
        for key in weak.group.criteria
    )
