"""What stands around a table: the period, the time of the figures, whose they are.

Two different periods are never chosen between: both are kept as text, with a note.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias, TypeGuard

from core import figures, period_words
from core.frozen import frozen
from core.importing.recognition import disagreement, words
from core.names import folded
from core.patterns import later
from core.period import Moment, Period, PeriodKind
from core.period_words import Told
from core.report import (
    AS_OF,
    AS_OF_PLACE,
    PERIOD,
    PERIOD_PLACE,
    Cell,
    Note,
    NoteKind,
    Place,
    Unreadable,
)

_CLOCK = r"\d{1,2}\s*(?:giờ|h|:)\s*(?:\d{1,2})?\s*(?:phút|p)?"
_MOMENT = rf"(?:{_CLOCK}[\s,]*)?{figures.DAY}(?:[\s,]+{_CLOCK})?"
_AS_OF = later(
    r"(?:tính đến|(?:số|dữ) liệu (?:được )?(?:lấy|trích)|thời điểm|ngày báo cáo|ngày xuất|ngày lập|cập nhật|chốt|lấy số liệu|lấy lúc|số liệu lúc)"
    rf"(?:[^\d\n]|\b\d{{3,4}}\b(?![/.-]\d)){{0,50}}?({_MOMENT})",
    re.IGNORECASE,
)
_UNIT = later(
    r"đơn vị(?: báo cáo)?\s*:\s*(?P<name>[^():;]+?)\s*"
    r"(?:\(\s*mã[^:)]*:\s*(?P<code>[^)]+?)\s*\))?\s*(?:$|[;,]|\s[-–]\s)",
    re.IGNORECASE,
)
_OPEN_DAY = later(r"ngày[\s.…_]*tháng\s*\d{1,2}\s*năm\s*\d{4}", re.IGNORECASE)
"""The date of a letter whose day is not written yet: no period."""

_DATE = later(r"ngày[\s.…_]*\d*\s*tháng\s*\d{1,2}", re.IGNORECASE)
_COMPARED = later(r"so với\b[^),;\n]*", re.IGNORECASE)
_HALF_TOLD = later(
    r"(?<!\d )(?<!\w)(?:tháng|quý|tuần|kỳ báo cáo\s*:?)\s*(?:thứ\s*|số\s*)?"
    r"(?:\d{1,2}|[ivx]{1,4}|[….]{2,})(?!\w)(?:\s*[/.,-]\s*\d{2,4}|\s*năm\s*[\d….]+)?"
    r"|(?<!\w)(?:sáu|chín|\d{1,2}) tháng (?:đầu|cuối)(?: năm)?",
    re.IGNORECASE,
)
"""What tells a period only in part, or one that no calendar has."""

_WORD = later(r"(?<!viet )(?<![^\W\d_])[a-z]+", re.IGNORECASE)
_OF_TIME = (
    "tháng quý năm tuần ngày từ đến hết đầu cuối lũy kế kỳ tính thời điểm báo cáo xuất lập"
    " cập nhật chốt lấy số liệu lúc giờ phút"
)
_MARKED = dict(zip(folded(_OF_TIME).split(), _OF_TIME.split(), strict=True))
"""Words that tell of periods and times, by how they look without diacritics."""

_ALONE = later(
    r"(?P<name>(?:ubnd|(?:ủy|uỷ) ban nhân dân)\s+(?P<kind>xã|phường|đặc khu|thị trấn|huyện"
    r"|quận|thị xã|thành phố|tỉnh)\s(?P<place>[^-–():;,.]*?\w))\s*(?:[.]?$|\s[-–]\s)",
    re.IGNORECASE,
)
_OF = later(
    r"\s(?:của|tại)\s+(?P<name>(?:ubnd|(?:ủy|uỷ) ban nhân dân)\s+(?:xã|phường|đặc khu"
    r"|thị trấn)\s.+?)(?:\s+(?:theo|trong|về|năm)\s.*)?$",
    re.IGNORECASE,
)
_COMMUNE = later(r"(?:xã|phường|đặc khu|thị trấn)$", re.IGNORECASE)
_COMMUNES = later(
    r"(?:(?:ubnd|(?:ủy|uỷ) ban nhân dân)\s+)?(?:xã|phường|đặc khu|thị trấn)\s",
    re.IGNORECASE,
)
_NO_PLACE = later(r"\b(?:báo|kết|tổng|bảng|tháng|quý|năm|số)\s", re.IGNORECASE)
MOST_WORDS = 5
"""Words of a place's name; what is longer is a sentence."""

"""A title that is the name of an office, or begins with it: "UBND xã X - Tháng 9/2025"."""

_TAIL = later(r"\s[-–]\s*(?P<name>[^-–()]+)$")
_APART = later(r"\s[-–]\s")
_TIME_BEHIND = later(
    r"[\s,]+(?:(?:tháng|quý|tuần|kỳ|t|q)\s*\d|quý\s+[ivx]+\b|năm\s+20|\d+ tháng\b).*$",
    re.IGNORECASE,
)


class Title(NamedTuple):
    """A text outside the tables and where it stands."""

    text: str
    at: str


_Said: TypeAlias = list[tuple[Period | Unreadable, Title]]


@frozen
class Owner:
    """Whose figures a table holds, as its titles say; None where they do not."""

    name: Cell | None = None
    code: Cell | None = None


@frozen
class Fact:
    """A cell of the report as a whole, and a note where sources disagree."""

    key: str
    cell: Cell
    note: Note | None = None


def owner(titles: Iterable[Title], *, bare: bool = True) -> Owner:
    """The unit that "Đơn vị: UBND xã X (Mã: H15.120)" or "… - UBND xã X" names.

    Where no title says it so, a `bare` title that is nothing but its name does: not over
    a table of units, where it may be that of the office above them.
    """
    titles = tuple(titles)
    for title in titles:
        text = figures.clean(title.text)
        found = _UNIT.search(text) or _TAIL.search(text)
        if found is None or not words.names_unit(found["name"]):
            continue
        called = _TIME_BEHIND.sub("", found["name"])
        name = Cell(called, called, title.at)
        code = found.groupdict().get("code")
        return Owner(name, Cell(code, code, title.at) if code else None)
    return _alone(titles) if bare else Owner()


def of_sheet(name: str) -> Owner:
    """The commune that a sheet is called by, as in a workbook with one for each."""
    is_unit = words.names_one_unit(name) and len(name.split()) <= MOST_WORDS
    return Owner(Cell(name, name, name)) if is_unit else Owner()


def is_commune(one: Owner) -> bool:
    """Whether titles name a commune, and not only the office above it."""
    found = None if one.name is None else _COMMUNES.match(str(one.name.value))
    return found is not None


def _alone(titles: Iterable[Title]) -> Owner:
    """The one office whose bare name is a title; nobody where two are as likely.

    Above a commune's name stands that of the office above it.
    """
    named: dict[str, Cell] = {}
    is_commune: dict[str, bool] = {}
    for title in titles:
        text = figures.clean(title.text)
        of = _OF.search(text)
        for part in (*_APART.split(text), *([] if of is None else [of["name"]])):
            found = _ALONE.match(_TIME_BEHIND.sub("", part))
            if found is None or not _is_place(found["place"]):
                continue
            key = folded(found["place"])
            named.setdefault(key, Cell(found["name"], found["name"], title.at))
            is_commune[key] = bool(_COMMUNE.match(found["kind"]))
    communes = [key for key, commune in is_commune.items() if commune]
    likely = communes or list(named)
    return Owner(named[likely[0]]) if len(likely) == 1 else Owner()


def _is_place(text: str) -> bool:
    """Whether all words are written as those of a name, and are few."""
    words_of = text.split()
    is_named = all(word[:1].isupper() or word.isdecimal() for word in words_of)
    return is_named and len(words_of) <= MOST_WORDS and not _NO_PLACE.search(text)


def period(titles: Sequence[Title], names: Sequence[Title]) -> Fact | None:
    """The period that titles, then sheet names and the file's name tell of.

    The same period is told twice by a year beside a part of it, by a month beside the
    days that an office cuts it at, by a week beside its days. What a running total
    (lũy kế) covers, and what is no period, counts only where no title names one. Any
    other difference is a conflict.
    """
    told = [(one, title) for title in titles for one in _told(title)]
    outright = _once([(one.value, title) for one, title in told if not one.is_total])
    running = [(one.value, title) for one, title in told if one.is_total]
    above = running if _is_no_more_than_years(outright, running) else outright
    named = ((one.value, title) for title in names for one in _told(title))
    said = [*above, *(one for one in named if isinstance(one[0], Period))]
    said = _with_days(said) or _half_told(titles) or _half_told(names)
    return _fact(PERIOD, PERIOD_PLACE, said)


def _half_told(titles: Sequence[Title]) -> _Said:
    """What sounds like a period and is none: "tháng 19/2024", "quý III" of no year."""
    found = ((_HALF_TOLD.search(_without_days(title)), title) for title in titles)
    return [(Unreadable(one[0].strip()), title) for one, title in found if one]


def _without_days(title: Title) -> str:
    text = _COMPARED.sub(" ", _DATE.sub(" ", with_marks(title.text)))
    return figures.clean(text)


def _told(title: Title) -> tuple[Told, ...]:
    return period_words.told(_OPEN_DAY.sub(" ", with_marks(title.text)))


def _once(said: _Said) -> _Said:
    """What titles say, without what only says it again in another way."""
    said = _with_days(said)
    periods = list(dict.fromkeys(one for one, _ in said if isinstance(one, Period)))
    if not periods:
        return said
    finer = [one for one in periods if one.kind is not PeriodKind.YEAR]
    years = {one for one in periods if any(_is_within(part, one) for part in finer)}
    left = [one for one in periods if one not in years]
    cuts = {one for one in left if any(_is_cut_of(one, whole) for whole in left)}
    return [pair for pair in said if pair[0] in left and pair[0] not in cuts]


def _with_days(said: _Said) -> _Said:
    """Weeks with the days that are told of them elsewhere."""
    of_weeks: dict[Period | Unreadable, Period] = {}
    told = dict.fromkeys(one for one, _ in said)
    spans = [one for one in told if _is(one, PeriodKind.SPAN)]
    for week in (one for one in told if spans and _is(one, PeriodKind.WEEK)):
        for span in spans:
            whole = period_words.with_days(week, span)
            if whole is not None:
                of_weeks |= {week: whole, span: whole}
    return [(of_weeks.get(one, one), title) for one, title in said]


def _is(one: Period | Unreadable, kind: PeriodKind) -> TypeGuard[Period]:
    return isinstance(one, Period) and one.kind is kind


def _is_within(part: Period, year: Period) -> bool:
    """Whether a part of that year is meant: it begins and ends in it."""
    begins, ends = year.first_day <= part.first_day, part.last_day <= year.last_day
    return year.kind is PeriodKind.YEAR and begins and ends


def _is_cut_of(span: Period, whole: Period) -> bool:
    """Whether a span only says how an office cuts the period that another title names.

    A month that runs from the 15th to the 14th is still that month.
    """
    if span.kind is not PeriodKind.SPAN or whole.kind is PeriodKind.SPAN:
        return False
    return span.first_day <= whole.last_day and whole.first_day <= span.last_day


def _is_no_more_than_years(outright: _Said, running: _Said) -> bool:
    """Whether titles name at most the years of which running totals cover a part."""
    covered = [one for one, _ in running if isinstance(one, Period)]
    return all(
        isinstance(year, Period) and any(_is_within(one, year) for one in covered)
        for year, _ in outright
    )


def with_marks(text: str) -> str:
    """`text` with the diacritics of words about time, where it has none at all."""
    if not text.isascii():
        return text
    return _WORD.sub(lambda found: _MARKED.get(found[0].lower(), found[0]), text)


def as_of(titles: Sequence[Title]) -> Fact | None:
    """The time that figures were taken at, where a title tells it."""
    said: list[tuple[Moment | Unreadable, Title]] = []
    for title in titles:
        for found in _AS_OF.finditer(with_marks(figures.clean(title.text))):
            moment = figures.parse_moment(found[1].strip(" ,"))
            said.append((moment or Unreadable(found[1]), title))
    timed = {one.day for one, _ in said if isinstance(one, Moment) and one.clock}
    said = [
        (one, title)
        for one, title in said
        if not (isinstance(one, Moment) and one.clock is None and one.day in timed)
    ]
    return _fact(AS_OF, AS_OF_PLACE, said)


def tells_time(text: str) -> bool:
    """Whether a text, also below a table, tells when the figures were taken."""
    return bool(_AS_OF.search(with_marks(figures.clean(text))))


def _fact(
    key: str, place: Place, said: Sequence[tuple[Period | Moment | Unreadable, Title]]
) -> Fact | None:
    if not said:
        return None
    first, title = said[0]
    if all(one == first for one, _ in said):
        return Fact(key, Cell(first, title.text, title.at))
    told: dict[Period | Moment | Unreadable, Title] = {}
    for one, where in said:
        told.setdefault(one, where)
    text = disagreement.text((_shown(one), where.at) for one, where in told.items())
    note = Note(NoteKind.CONFLICT, title.at, text, place)
    return Fact(key, Cell(Unreadable(text), text, title.at), note)


def told(text: str) -> tuple[tuple[Period | Moment, str], ...]:
    """The values that the text of a conflict names, each with where it stands."""
    found = []
    for shown, at in disagreement.parts(text):
        value = figures.parse_period(shown) or figures.parse_moment(shown)
        if value is not None:
            found.append((value, at))
    return tuple(found)


def _shown(value: Period | Moment | Unreadable) -> str:
    if isinstance(value, Period):
        return figures.show_period(value)
    return figures.show_moment(value) if isinstance(value, Moment) else value.text
