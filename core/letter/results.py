"""Part 1 of a letter: total, rank, groups, criteria (kết quả)."""

from decimal import Decimal

from core import figures, scoring, weaknesses
from core.catalogue import Kind
from core.letter import annex
from core.letter.draft import Draft, body
from core.letter.facts import reckoned, tidy
from core.letter.model import Paragraph, Pieces, Section
from core.letter.naming import lowered
from core.letter.wording import join, listed
from core.office import LetterKind
from core.period import Period
from core.report import PERIOD_PLACE, Layout, Part, Place, Report

TOTAL_SCORE = scoring.TOTAL_SCORE
RANK = "rank"
_NOT_IN_SENTENCE = {"stt", "unit_name", "unit_code", "ecopy_cumulative"}


def results(draft: Draft) -> list[Paragraph]:
    """Total and rank, the groups that have a score, the criteria, what is open."""
    return [
        body("result.total", Section.RESULT, _total(draft), (".",), _compared(draft)),
        *_groups(draft),
        *_criteria(draft),
        *_unfinished(draft),
    ]


def _total(draft: Draft) -> Pieces:
    total = draft.facts.value(draft.place(TOTAL_SCORE))
    rank = draft.facts.value(draft.place(RANK))
    words = draft.say("result.total", total=total)
    if rank.missing:
        return join(words, draft.say("result.rank_alone", rank=rank))
    key = "result.rank_last" if _is_last(draft) else "result.rank"
    among = draft.report.cell(draft.place(RANK)._replace(part=Part.OF)).number
    if among is None or not draft.peers:
        key = f"{key}_alone"
    return join(words, draft.say(key, rank=rank))


def _is_last(draft: Draft) -> bool:
    place = draft.place(RANK)
    rank = draft.report.cell(place).number
    among = draft.report.cell(place._replace(part=Part.OF)).number
    return rank is not None and rank == among and among > 1


def _compared(draft: Draft) -> Pieces:
    """How total and rank stand to the previous period's, where that can be said."""
    previous, period = draft.previous, draft.report.period
    if previous is None or previous.period is None or period is None:
        return ()
    if previous.period != period.previous:
        return ()
    if not _same_basis(draft, period, previous.period):
        return ()
    now = draft.report.cell(draft.place(TOTAL_SCORE)).number
    before = previous.cell(Place(previous.head_id, TOTAL_SCORE)).number
    if now is None or before is None:
        return ()
    key = _direction(now - before, "up", "down", "same")
    difference = reckoned(tidy(abs(now - before)), draft.place(TOTAL_SCORE))
    named = reckoned(figures.show_period(previous.period), PERIOD_PLACE)
    words = draft.say(f"comparison.{key}", previous_period=named, difference=difference)
    return join(words, _rank_compared(draft, previous), (".",))


def _same_basis(draft: Draft, period: Period, previous: Period) -> bool:
    """Whether the score rules did not change between the two periods (rule N22)."""
    catalogue = draft.facts.catalogue
    dated = [scoring.formula_is_dated(catalogue, one) for one in (period, previous)]
    return dated[0] == dated[1]


def _rank_compared(draft: Draft, previous: Report) -> Pieces:
    """How the rank moved; nothing where the number of those ranked is another."""
    place = draft.place(RANK)
    old = Place(previous.head_id, RANK)
    parts = (Part.VALUE, Part.OF)
    now, of_now = (draft.report.cell(place._replace(part=p)).number for p in parts)
    before, of_before = (previous.cell(old._replace(part=p)).number for p in parts)
    if now is None or before is None or of_now != of_before:
        return ()
    key = _direction(before - now, "rank_up", "rank_down", "rank_same")
    return draft.say(
        f"comparison.{key}", places=reckoned(tidy(abs(before - now)), place)
    )


def _direction(difference: Decimal, up: str, down: str, same: str) -> str:
    if difference == 0:
        return same
    return up if difference > 0 else down


def _groups(draft: Draft) -> list[Paragraph]:
    """The groups whose score is known, then those without one."""
    if draft.head is None:
        return []
    scored = scoring.scored_groups(draft.head, draft.facts.catalogue)
    known = [one.group for one in scored if one.score is not None]
    unknown = [one.group.name for one in scored if one.score is None]
    if not known:
        return []
    said = [
        draft.say(
            "result.group",
            group=group.name,
            score=draft.facts.points(draft.place(group.key), group.maximum),
        )
        for group in known
    ]
    words = draft.say("result.groups", groups=listed(said))
    if unknown:
        key = "result.group_missing" if len(unknown) == 1 else "result.groups_missing"
        words = join(words, draft.say(key, groups="; ".join(unknown)))
    return [body("result.groups", Section.RESULT, words)]


def _criteria(draft: Draft) -> list[Paragraph]:
    """A commune's own figures of its annex, and that the rest stands there."""
    if not annex.is_due(draft):
        return []
    label = draft.facts.wording.text("annex.label")
    if draft.kind is LetterKind.SUPERIOR:
        words = draft.say("result.annex_units", annex=label)
        return [body("result.annex", Section.RESULT, words)]
    words = draft.say("result.annex", annex=label)
    quoted = _quoted(draft) if draft.report.layout is Layout.UNITS else []
    if quoted:
        first = draft.say("result.criteria", figures=listed(quoted))
        words = join(first, (" ",), words)
    return [body("result.annex", Section.RESULT, words)]


def _quoted(draft: Draft) -> list[Pieces]:
    catalogue = draft.facts.catalogue
    weak = weaknesses.weak_groups(draft.report, catalogue)
    taken_up = {key for one in weak for key in one.group.criteria}
    quoted = []
    for key in catalogue.annexes["commune"]:
        place = draft.place(key)
        is_there = draft.report.cell(place).number is not None
        if is_there and key not in _NOT_IN_SENTENCE | taken_up:
            kind = catalogue.indicators[key].kind
            is_count = kind is Kind.COUNT
            pattern = "result.criterion_count" if is_count else "result.criterion"
            name = lowered(draft.name_of(key))
            value = draft.facts.value(place)
            quoted.append(draft.say(pattern, indicator=name, value=value))
    return quoted


def _unfinished(draft: Draft) -> list[Paragraph]:
    """That the period had not ended when the figures were taken, or the letter dated."""
    period, taken = draft.report.period, draft.report.as_of
    if period is None:
        return []
    if taken is not None and taken.day <= period.last_day:
        key = "result.unfinished"
    elif draft.day <= period.last_day:
        key = "result.unfinished_signed"
    else:
        return []
    return [body("result.unfinished", Section.RESULT, draft.say(key))]
