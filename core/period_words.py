"""Periods as Vietnamese offices write them, found and read (docs/linh-vuc.md 3.1).

`core.figures` hands on what stands here, but for `told` and `with_days`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from core import period_patterns as patterns
from core.dates import clean, day_of, lowered, parse_date
from core.patterns import later
from core.period import Period, PeriodKind
from core.report import Unreadable

MOST_WEEK_DAYS = 10
"""More days than that are no week, however an office counts it."""

MOST_SHIFT = 14
"""Days by which an office's week may begin before or after that of ISO 8601."""

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_IN_WORDS = {word: number for number, word in enumerate(patterns.WORDS, 1)} | _ROMAN
_UNREAD = later(r"\b(?:tháng|quý)\s*(?:\d{1,2}|[ivx]{1,3}|năm)(?!\w)", re.IGNORECASE)
"""A month or a quarter that was not read; the year beside it is not the period."""

_COMPARED = later(
    r"(\bso sánh\b[^),;\n]*?\s)?\b(?:so với|(?(1)với|(?!)))\b(?:(?!\s[-–]\s)[^),;\n])*",
    re.IGNORECASE,
)
"""What figures are compared with, which is not what they are of."""

_YEAR = later(r"\bnăm\s*(\d{4})\b", re.IGNORECASE)
_BARE_MONTH = later(r"0?(\d{1,2})\s*[/-]\s*(\d{4})")
_BARE_YEAR = later(r"(?:năm\s*)?(\d{4})", re.IGNORECASE)
_CODE = later(
    r"(?P<year>\d{4})(?:-(?P<kind>[QHMW]?)(?P<number>\d{1,2}))?", re.IGNORECASE
)
_CODE_DAYS = later(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})")
_RUNNING = later(r"(?:(?:lũy|luỹ)\s*kế|cộng dồn)[^\d.;]{0,40}$", re.IGNORECASE)
_SUMS = "kế", "cộng dồn"
_AND = (",", "và", "&", "của", *_SUMS)
# "Quý III và 9 tháng năm 2026": the year stands behind the second alone.
_BESIDE = later(
    r"\b(?:(?:tháng|t)\s*(?P<month>\d{1,2})|(?:quý|q)\s*(?P<quarter>\d|i{1,3}|iv))"
    r"\s*(?:,|và|&)\s*(?:của\s*)?(?P<sum>(?:lũy|luỹ)\s*kế\s*|cộng dồn\s*)?$",
    re.IGNORECASE,
)
_TAKEN = "|"
"""What covers the part of a text that was read."""

Values = Sequence[Period | Unreadable] | None
"""What a part of a text tells; None where it is not to be read so."""

_Read = Callable[[re.Match[str]], Values]


class Told(NamedTuple):
    """A period that a text names.

    Attributes:
        value: It; what is a span of time but no period comes back unreadable.
        at: Where in the text it begins.
        is_total: It is what a running total (lũy kế) covers, not what is reported on.
        end: Where it ends; -1 where its words are not its alone.
    """

    value: Period | Unreadable
    at: int
    is_total: bool = False
    end: int = -1


def told(text: str) -> tuple[Told, ...]:
    """Every period named in `text`, in its order; a year only where nothing else is."""
    tidy = clean(text)
    small = lowered(tidy)
    left = _without_compared(small)
    found: list[Told] = []
    for pattern, read in _that_may(small):
        for match in pattern.finditer(left):
            values = read(match)
            if values is not None:
                found += _found(values, match, tidy, is_so_far=read is _so_far)
                left = _covered(left, match)
    found += [beside for one in found for beside in _beside(tidy, one)]
    if not found and (year := _YEAR.search(left)):
        if unread := _UNREAD.search(left):
            return (Told(Unreadable(tidy), unread.start()),)
        years = _of(PeriodKind.YEAR, year[1], "")
        found += [Told(one, year.start(), end=year.end()) for one in years]
    return tuple(sorted(found, key=lambda one: one.at))


def _without_compared(small: str) -> str:
    if "so với" not in small and "so sánh" not in small:
        return small
    return _COMPARED.sub(lambda one: (one[1] or "").ljust(len(one[0]), _TAKEN), small)


def _found(
    values: Values, match: re.Match[str], text: str, *, is_so_far: bool
) -> Iterator[Told]:
    """What was read at a match, with its words as they stand in `text`."""
    start, end = match.span()
    is_total, alone = is_so_far or _is_running(text, start), len(values or ()) == 1
    for value in values or ():
        if isinstance(value, Unreadable):
            value = Unreadable(text[start:end].strip())  # noqa: PLW2901 - as printed
        yield Told(value, start, is_total, end if alone else -1)


def find_periods(text: str) -> tuple[Period | Unreadable, ...]:
    """The periods that `text` reports on: weeks, months, spans …, else a year.

    "Từ ngày 01/9/2024 đến ngày 30/9/2024" is a month. A running total counts only where
    nothing else is named; other days do not count.
    """
    found = told(text)
    outright = [one for one in found if not one.is_total]
    return tuple(dict.fromkeys(one.value for one in outright or found))


def parse_period(text: str) -> Period | None:
    """The period that the whole of `text` names, or None.

    "tháng 9/2024", "T9/2024", "09/2024", "2024-09", "Quý III/2024", "6 tháng đầu năm
    2024", "tuần 12 năm 2024", "từ ngày … đến ngày …" and "2024" are periods.
    """
    tidy = clean(text)
    if (coded := _of_code(tidy)) is not None:
        return coded
    if found := _BARE_MONTH.fullmatch(tidy):
        return next(_of(PeriodKind.MONTH, found[2], found[1]), None)
    if found := _BARE_YEAR.fullmatch(tidy):
        return next(_of(PeriodKind.YEAR, found[1], ""), None)
    tidy = re.sub(r"^(?:kỳ|lũy kế|luỹ kế)\s+", "", lowered(tidy))
    for pattern, read in _that_may(tidy):
        match = pattern.search(tidy)
        before = "" if match is None else tidy[: match.start()].strip().lower()
        if match and before in ("", "từ") and match.end() == len(tidy):
            values = read(match) or ()
            one = values[0] if len(values) == 1 else None
            return one if isinstance(one, Period) else None
    return None


def with_days(week: Period, span: Period) -> Period | None:
    """The week with the days that an office says it has; None where they are not its."""
    first, last = span.first_day, span.last_day
    is_week = (last - first).days < MOST_WEEK_DAYS
    if is_week and abs((first - week.first_day).days) <= MOST_SHIFT:
        return Period.week(week.year, week.number, (first, last))
    return None


# ------------------------------------------------------------------------------ reading


def _of(kind: PeriodKind, year: str, number: str) -> Iterator[Period]:
    """The period of that year and number, where a calendar has it."""
    try:
        yield Period(kind, int(year), _IN_WORDS.get(number.lower()) or int(number or 0))
    except ValueError:
        return


def _of_code(text: str) -> Period | None:
    """The period that `Period.code` names so."""
    week, _, days = text.rpartition("=")
    if found := _CODE_DAYS.fullmatch(days):
        first, last = (parse_date(one) for one in found.groups())
        span = _span(first, last)
        if not week or span is None:
            return span
        named = _of_code(week)
        is_week = named is not None and named.kind is PeriodKind.WEEK
        return with_days(named, span) if named is not None and is_week else None
    found = _CODE.fullmatch(text)
    if found is None:
        return None
    kind, number = (found["kind"] or "").upper(), found["number"]
    if number is None:
        return next(_of(PeriodKind.YEAR, found["year"], ""), None)
    if (kind in ("", "W")) is not (len(number) == 2) or (kind == "M" and number != "9"):
        return None
    kinds = {"": PeriodKind.MONTH, "Q": PeriodKind.QUARTER, "H": PeriodKind.HALF}
    if kind == "M":
        return next(_of(PeriodKind.NINE_MONTHS, found["year"], ""), None)
    return next(_of(kinds.get(kind, PeriodKind.WEEK), found["year"], number), None)


def _span(first: date | None, last: date | None) -> Period | None:
    try:
        return None if first is None or last is None else Period.of_days(first, last)
    except ValueError:
        return None


def _or_text(period: Period | None, match: re.Match[str]) -> Values:
    return [period or Unreadable(match[0].strip())]


def _days_of(match: re.Match[str]) -> Period | None:
    """The days of a span; what the first one leaves out is as in the second."""
    last = parse_date(match["last"])
    if last is None:
        return None
    numbers = [int(number) for number in re.findall(r"\d+", match["first"])]
    if len(numbers) > 2:
        return _span(parse_date(match["first"]), last)
    day, month = (numbers[0], numbers[1] if len(numbers) > 1 else last.month)
    year = last.year - (month > last.month)
    return _span(day_of(f"{day}", f"{month}", f"{year}"), last)


def _in_days(match: re.Match[str]) -> Values:
    return _or_text(_days_of(match), match)


def _between(kind: PeriodKind) -> _Read:
    """What reads the months, or quarters, from one to another."""

    def read(match: re.Match[str]) -> Values:
        years = (match["since"] or match["year"], match["year"])
        ends = zip(years, (match["begin"], match["end"]), strict=True)
        first, last = (next(_of(kind, *one), None) for one in ends)
        span = _span(first.first_day, last.last_day) if first and last else None
        return _or_text(span, match)

    return read


def _so_far(match: re.Match[str]) -> Values:
    """From 1 January to a day, or to the end of a month."""
    if match["last"]:
        last = parse_date(match["last"])
    else:
        month = next(_of(PeriodKind.MONTH, match["year"], match["end"]), None)
        last = None if month is None else month.last_day
    year = match["since"] or (last and f"{last.year}") or ""
    first = day_of("1", "1", year) if year else None
    return _or_text(_span(first, last), match)


def _so_many(match: re.Match[str]) -> Values:
    """The first, or the last, so many months of a year."""
    count = _IN_WORDS.get(match["count"].lower()) or int(match["count"])
    begin, end = (
        (13 - count, 12) if (match["half"] or "").lower() == "cuối" else (1, count)
    )
    first = next(_of(PeriodKind.MONTH, match["year"], f"{begin}"), None)
    last = next(_of(PeriodKind.MONTH, match["year"], f"{end}"), None)
    span = _span(first.first_day, last.last_day) if first and last else None
    return _or_text(span, match)


def _week(match: re.Match[str]) -> Values:
    """A week by its number, with its days where they are said; None without a year."""
    days = _days_of(match) if match["last"] else None
    if match["last"] and days is None:
        return [Unreadable(match[0].strip())]
    year = match["year"] or ("" if days is None else f"{days.last_day.year}")
    if not year:
        return None
    week = next(_of(PeriodKind.WEEK, year, match["week"]), None)
    if week is None:
        return [Unreadable(match[0].strip())]
    if days is None:
        return [week]
    whole = with_days(week, days)
    return [week, days] if whole is None else [whole]


def _unclear(match: re.Match[str]) -> Values:
    return [Unreadable(match[0].strip())]


def _no_period(_match: re.Match[str]) -> Values:
    return []


def _numbered(kind: PeriodKind) -> _Read:
    """What reads a month or a quarter by its number."""

    def read(match: re.Match[str]) -> Values:
        return list(_of(kind, match["year"], match["number"]))

    return read


def _is_running(text: str, start: int) -> bool:
    """Whether what begins there is what a running total covers."""
    before = text[max(0, start - 60) : start]
    is_likely = any(word in lowered(before) for word in _SUMS)
    return is_likely and _RUNNING.search(before) is not None


def _beside(text: str, one: Told) -> Iterator[Told]:
    """A month or quarter right before a period, whose year is that one's."""
    before = text[: one.at]
    if not isinstance(one.value, Period) or not before.rstrip().lower().endswith(_AND):
        return
    found = _BESIDE.search(before)
    if found is None:
        return
    kind = PeriodKind.MONTH if found["month"] else PeriodKind.QUARTER
    number = found["month"] or found["quarter"]
    for period in _of(kind, f"{one.value.year}", number):
        yield Told(period, found.start(), one.is_total and not found["sum"])


def _covered(text: str, match: re.Match[str]) -> str:
    start, end = match.span()
    return text[:start] + _TAKEN * (end - start) + text[end:]


_TILL = "đến", "tới", "-", "–"
_PATTERNS = tuple(
    (needs, later(pattern), read)
    for needs, pattern, read in (
        (("tuần",), patterns.WEEK_OF_MONTH, _unclear),
        (("tuần",), patterns.WEEK, _week),
        (("đầu",), patterns.SO_FAR, _so_far),
        (("kế",), patterns.TOTAL_TO, _unclear),
        (_TILL, patterns.DAYS, _in_days),
        (_TILL, patterns.MONTHS, _between(PeriodKind.MONTH)),
        (_TILL, patterns.QUARTER_SPAN, _between(PeriodKind.QUARTER)),
        (("tháng",), patterns.SO_MANY, _so_many),
        (("",), patterns.A_DAY, _no_period),
        ((",", "và", "&"), patterns.SEVERAL, _unclear),
        (("tháng",), rf"\btháng{patterns.LETTERS}", _numbered(PeriodKind.MONTH)),
        (("quý",), rf"\bquý{patterns.LETTERS}", _numbered(PeriodKind.QUARTER)),
        (("t",), patterns.MONTH, _numbered(PeriodKind.MONTH)),
        (("q",), patterns.QUARTER, _numbered(PeriodKind.QUARTER)),
        (("năm",), patterns.APART, _numbered(PeriodKind.MONTH)),
        (("năm",), patterns.YEAR_FIRST, _numbered(PeriodKind.MONTH)),
    )
)
"""What is looked for in small letters, in that order; what was read is not read again.

Without one of the words in front nothing can be found, and looking takes long.
"""

_NEEDED = frozenset(word for needs, _, _ in _PATTERNS for word in needs)


def _that_may(small: str) -> list[tuple[re.Pattern[str], _Read]]:
    """The patterns that may find something in a text, given in small letters."""
    held = {word for word in _NEEDED if word in small}
    return [
        (pattern, read)
        for needs, pattern, read in _PATTERNS
        if not held.isdisjoint(needs)
    ]
