"""Columns of several times under one heading: this month's, last month's, a running sum.

The report's own time is what a person wants of them; the others are left, and that is
said. Where only the order of months speaks for one, it is near, not sure.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from core import figures
from core.importing.recognition import words
from core.importing.recognition.recognise import Certainty, Meaning, Recogniser
from core.patterns import later
from core.period import Period, PeriodKind
from core.report import UNIT_NAME

OTHER_TIME = Meaning(facet="other_time")
"""What a column holds that is of another time than the report."""

NOW, BEFORE, SUM = "now", "before", "sum"
_FINER = (PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.QUARTER)
_SO_FAR = (PeriodKind.HALF, PeriodKind.NINE_MONTHS)
_OWN = (*_FINER, *_SO_FAR, PeriodKind.YEAR)
_NUMBERED = {
    "tháng": PeriodKind.MONTH,
    "t": PeriodKind.MONTH,
    "quý": PeriodKind.QUARTER,
}
_NUMBERED |= {"q": PeriodKind.QUARTER, "tuần": PeriodKind.WEEK}
_COUNTED = {"6": (PeriodKind.HALF, 1), "9": (PeriodKind.NINE_MONTHS, 0)}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SPAN = r"(?:tháng|quý|tuần|kỳ|năm)"
_RESULT = r"(?:(?:kết quả thực hiện|kết quả|số liệu|thực hiện|kq|th) )?"
_WORDED = (
    (NOW, later(rf"{_RESULT}(?:trong )?{_SPAN} (?:này|nay|báo cáo)|hiện tại|trong {_SPAN}")),
    (BEFORE, later(rf"{_RESULT}{_SPAN} (?:trước|liền kề)(?: liền kề)?|cùng kỳ.*")),
    (SUM, later(r"(?:số )?(?:lũy kế|luỹ kế|cộng dồn|từ đầu năm).*")),
)  # fmt: skip
_NAMED = later(
    rf"{_RESULT}(?:trong )?(?P<kind>tháng|quý|tuần|[tq](?=\d|\.|[iv]))\s*\.?\s*0?"
    r"(?P<number>\d{1,2}|i{1,3}|iv)(?:\s*(?:[/.,-]|năm)\s*(?P<year>20\d\d))?"
)
_MONTH = later(r"0?(?P<number>\d{1,2})\s*[/-]\s*(?P<year>20\d\d)")
_YEAR = later(rf"{_RESULT}(?:năm\s*)?(?P<year>20\d\d)|cả năm")
_SPEAKS = later(
    rf"(?<!\w)(?:{_SPAN}\s*(?:\d|này|nay|báo cáo|i{{1,3}}\b|iv\b)|[tq]\d)",
    re.IGNORECASE,
)
_AIMED = later(r"chỉ tiêu|kế hoạch|mục tiêu|so với", re.IGNORECASE)
_MONTHS = later(
    rf"{_RESULT}(?P<count>[69]) tháng(?: đầu năm)?(?:\s*(?:[/-]|năm)?\s*(?P<year>20\d\d))?"
)
_LAST_MONTH = 12
_OF_SUM = "Lũy kế"

Tiers: TypeAlias = tuple[str, ...]
Heading = Callable[[int, Tiers], Meaning | None]
"""What a column means under these headings, by its values too."""


class Time(NamedTuple):
    """The time that a heading names: a word for it, or a kind of period with its number."""

    kind: str | PeriodKind
    number: int = 0
    year: int = 0


class Timed(NamedTuple):
    """A column under a time, and its headings without that."""

    column: int
    time: Time
    rest: Tiers


def settled(
    tiers: Mapping[int, Tiers], meanings: Mapping[int, Meaning], heading: Heading
) -> dict[int, Meaning]:
    """What columns hold once those of other times than the latest are set aside."""
    made = dict(meanings)
    found = _timed(tiers)
    is_all = _are_all(found, meanings) and not _is_untold(tiers, meanings, found)
    for group in _groups(found):
        column, _, rest = group[-1]
        meaning = heading(column, rest) if rest else _of_names(meanings.values())
        if meaning is None or not _is_figure(meaning):
            continue
        sums = _sums(group, meaning, heading)
        own = [
            one
            for one in group
            if one.column not in sums and meanings.get(one.column) in (None, meaning)
        ]
        made |= sums | _told(own, meaning, is_all=is_all)
    return made


def _is_untold(
    tiers: Mapping[int, Tiers], meanings: Mapping[int, Meaning], found: list[Timed]
) -> bool:
    """Whether a column that is not recognised speaks of a time: of the report's own?"""
    known = {*meanings, *(one.column for one in found)}
    texts = (text for c, over in tiers.items() if c not in known for text in over)
    return any(_SPEAKS.search(text) and not _AIMED.search(text) for text in texts)


def _sums(group: list[Timed], meaning: Meaning, heading: Heading) -> dict[int, Meaning]:
    """The columns of figures that are running sums themselves: "Lũy kế chứng thực …"."""
    found = {
        column: heading(column, (" ".join((_OF_SUM, *rest)),))
        for column, time, rest in group
        if time.kind == SUM and rest
    }
    return {
        c: one
        for c, one in found.items()
        if one and one.indicator not in ("", meaning.indicator)
    }


def of_period(
    tiers: Mapping[int, Tiers],
    meanings: Mapping[int, Meaning],
    recogniser: Recogniser,
    reported: Period | None,
) -> tuple[dict[int, Meaning], dict[int, Certainty]]:
    """What columns of several times hold, and how sure, where titles tell the period.

    Where they do not, or tell another one, the latest column is only near.
    """
    made: dict[int, Meaning] = {}
    certain: dict[int, Certainty] = {}
    for group in _groups(_timed(tiers)):
        held = {one.column: meanings.get(one.column) for one in group}
        kept = [one for one in group if held[one.column] not in (None, OTHER_TIME)]
        others = [one for one in group if held[one.column] == OTHER_TIME]
        meaning = held[kept[0].column] if len(kept) == 1 else None
        if meaning is None or not others:
            continue
        named = [one for one in group if is_of(one.time, reported)]
        now = named[0] if named else kept[0]
        columns = [one.column for one in group]
        made |= dict.fromkeys(columns, OTHER_TIME) | {now.column: meaning}
        sure = recogniser.certainty(now.rest, meaning) if now.rest else Certainty.SURE
        is_sure = bool(named) or now.time.kind == NOW
        certain |= dict.fromkeys(columns, Certainty.SURE)
        certain[now.column] = sure if is_sure else Certainty.NEAR
    return made, certain


def told(
    tiers: Mapping[int, Tiers],
    meanings: Mapping[int, Meaning],
    year: int,
) -> tuple[int, Period] | None:
    """The column whose heading names the period of all figures that are taken.

    `year` is what titles tell, where the heading does not; None for several times.
    """
    taken = [
        one
        for one in _timed(tiers)
        if one.time.kind in _OWN and meanings.get(one.column, OTHER_TIME) != OTHER_TIME
    ]
    if not taken or len({one.time for one in taken}) > 1:
        return None
    column, time, _ = taken[0]
    with suppress(ValueError):  # a month that no calendar has
        return column, Period(PeriodKind(time.kind), time.year or year, time.number)
    return None


def _told(group: list[Timed], meaning: Meaning, *, is_all: bool) -> dict[int, Meaning]:
    """What the columns of one figure hold, each of another time."""
    times = {one.time for one in group}
    if len(times) == 1:
        if BEFORE in {one.kind for one in times}:
            return dict.fromkeys((c for c, _, _ in group), OTHER_TIME)
        is_sum = SUM in {one.kind for one in times}
        return {
            c: OTHER_TIME if is_sum and not is_all else meaning for c, _, _ in group
        }
    now = latest(times)
    if now is None:
        return {}
    return {c: meaning if time == now else OTHER_TIME for c, time, _ in group}


def latest(times: set[Time]) -> Time | None:
    """The time that is likely reported on; None where they are of several kinds.

    Of months beside their quarter or their year it is a month.
    """
    named = [one for one in times if one.kind in _OWN]
    finest = next(
        (kind for kind in _FINER if any(one.kind is kind for one in named)), ""
    )
    named = [one for one in named if one.kind is finest] or named
    for one in times:
        if one.kind == NOW:
            return one
    if len({one.kind for one in named}) != 1:
        return None
    numbers = {one.number for one in named if not one.year}
    turns = {1, _LAST_MONTH} <= numbers  # December, then January of the year behind it

    def order(one: Time) -> tuple[int, int]:
        is_behind = turns and one.number <= _LAST_MONTH // 2
        return one.year, one.number + _LAST_MONTH * is_behind

    return max(named, key=order)


def is_of(time: Time, reported: Period | None) -> bool:
    """Whether a heading names the period that titles name."""
    if reported is None or time.kind is not reported.kind:
        return False
    is_year = time.kind is PeriodKind.YEAR or time.number == reported.number
    return is_year and time.year in (0, reported.year)


def _are_all(found: Iterable[Timed], meanings: Mapping[int, Meaning]) -> bool:
    """Whether every column of figures stands under a running sum."""
    sums = {one.column for one in found if one.time.kind == SUM}
    return all(c in sums for c, one in meanings.items() if _is_figure(one))


def _is_figure(meaning: Meaning) -> bool:
    if meaning.is_ignored or meaning.indicator in (UNIT_NAME, "unit_code"):
        return False
    return bool(meaning.indicator) or meaning.facet in ("value", "ratio", "score")


def _of_names(meanings: Iterable[Meaning]) -> Meaning | None:
    """What columns that only name a time hold, beside names of criteria or groups."""
    facets = {one.facet for one in meanings}
    if "indicator_name" in facets:
        return Meaning(facet="value")
    return Meaning(facet="score") if "group_name" in facets else None


def _groups(found: Iterable[Timed]) -> list[list[Timed]]:
    """The columns by their headings without the time."""
    groups: dict[Tiers, list[Timed]] = {}
    for one in found:
        groups.setdefault(tuple(map(words.fold, one.rest)), []).append(one)
    return list(groups.values())


def _timed(tiers: Mapping[int, Tiers]) -> list[Timed]:
    """The columns with just one heading that is nothing but a time."""
    found = []
    for column, over in tiers.items():
        times = [
            (place, one) for place, text in enumerate(over) if (one := time_of(text))
        ]
        if len(times) == 1:
            place, time = times[0]
            found.append(Timed(column, time, (*over[:place], *over[place + 1 :])))
    return found


@lru_cache(maxsize=4096)
def time_of(text: str) -> Time | None:
    """The time that the whole of a heading names, or None."""
    bare = figures.clean(text).strip(" ():*").lower()
    for kind, pattern in _WORDED:
        if pattern.fullmatch(bare):
            return Time(kind)
    if found := _NAMED.fullmatch(bare):
        number = _ROMAN.get(found["number"]) or int(found["number"])
        return Time(_NUMBERED[found["kind"]], number, int(found["year"] or 0))
    if found := _MONTH.fullmatch(bare):
        return Time(PeriodKind.MONTH, int(found["number"]), int(found["year"]))
    if found := _MONTHS.fullmatch(bare):
        return Time(*_COUNTED[found["count"]], int(found["year"] or 0))
    if found := _YEAR.fullmatch(bare):
        return Time(PeriodKind.YEAR, 0, int(found["year"] or 0))
    return None
