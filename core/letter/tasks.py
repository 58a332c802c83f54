"""Part 3 of a letter: who is told to do what (yêu cầu); docs/linh-vuc.md 8.2."""

from collections.abc import Iterable

from core.letter.draft import Draft, Item, body, lettered
from core.letter.facts import reckoned
from core.letter.model import Figure, Paragraph, Pieces, Section
from core.letter.wording import Slot, join
from core.office import LetterKind, Target, Task
from core.report import PERIOD_PLACE, Part
from core.weaknesses import OVERDUE


def instructions(draft: Draft, wanted: Iterable[Item]) -> list[Paragraph]:
    """The order to act, then its points; nothing where there is nothing to do."""
    items = [*wanted, *_general(draft)]
    if not items:
        return []
    words = draft.say_kind("tasks", aim=_aim(draft, items))
    return [body("task", Section.TASKS, words), *lettered(Section.TASKS, items)]


def _aim(draft: Draft, items: Iterable[Item]) -> Pieces:
    """Of which year the targets are, where some point names one without its basis."""
    named = {
        place.indicator
        for _, pieces in items
        for piece in pieces
        if isinstance(piece, Figure)
        for place in piece.places
        if place.part is Part.TARGET
    }
    targets = [draft.target(key) for key in named]
    if not any(one is not None and not one.basis for one in targets):
        return ()
    year = reckoned(str(draft.year), PERIOD_PLACE)
    return draft.say("tasks.aim", year=year)


def _general(draft: Draft) -> list[Item]:
    """The office's own instructions that serve no indicator."""
    general = [task for task in draft.profile.tasks if not task.indicators]
    return [
        (
            f"task.office.{number}",
            join(draft.fill(task.text.rstrip(" .;"), {}), _who(draft, task)),
        )
        for number, task in enumerate(general, start=1)
    ]


def instruction(draft: Draft, indicator: str) -> Pieces:
    """What is to be done about `indicator`, by whom and by when; empty for nothing.

    The office's own words go before the wording's. A target is said with its basis,
    where the office has given one.
    """
    own = _own(draft, indicator)
    target = draft.target(indicator)
    pattern = own.text.rstrip(" .;") or _pattern(
        draft, indicator, has_target=target is not None
    )
    if not pattern:
        return ()
    words = draft.fill(pattern, {"target": _target(draft, indicator, target)})
    if target is None or "{target}" not in pattern:
        return join(words, _who(draft, own))
    basis = draft.say("tasks.basis", basis=target.basis) if target.basis else ()
    return join(words, basis, _who(draft, own))


def _own(draft: Draft, indicator: str) -> Task:
    tasks = (one for one in draft.profile.tasks if indicator in one.indicators)
    return next(tasks, Task())


def _pattern(draft: Draft, indicator: str, *, has_target: bool) -> str:
    """The wording's own instruction; a superior body may say it in other words."""
    names = ["target", "task"] if has_target else ["task"]
    if draft.kind is LetterKind.SUPERIOR:
        own = ["superior_target", "target", "superior"] if has_target else ["superior"]
        names = [*own, "task"]
    wording = draft.facts.wording
    found = (wording.find(f"criterion.{indicator}.{name}") for name in names)
    return next((text for text in found if text), "")


def _target(draft: Draft, indicator: str, target: Target | None) -> Slot:
    place = draft.place(indicator)._replace(part=Part.TARGET)
    if target is None:
        return draft.facts.value(place)
    return draft.facts.level(place, target.level)


def _who(draft: Draft, task: Task) -> Pieces:
    """By whom and by when, where the office has said."""
    if task.unit and task.deadline:
        return draft.say("tasks.unit_deadline", unit=task.unit, deadline=task.deadline)
    if task.unit:
        return draft.say("tasks.unit", unit=task.unit)
    if task.deadline:
        return draft.say("tasks.deadline", deadline=task.deadline)
    return ()


def overdue_instruction(draft: Draft, count: Slot, units: Slot) -> Item:
    """What is to be done about overdue files; every unit that has some is named."""
    own = _own(draft, OVERDUE)
    wording = draft.facts.wording
    pattern = own.text.rstrip(" .;") or wording.text(f"overdue.{draft.kind.value}")
    if not units:  # only the total is known: nobody can be named
        pattern = pattern.replace(" ({units})", "")
    words = draft.fill(pattern, {"count": count, "units": units})
    return f"task.{OVERDUE}", join(words, _who(draft, own))
