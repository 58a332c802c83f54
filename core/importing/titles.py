"""What stands around a table: the period, the time of the figures, whose they are.

Two different periods are never chosen between: both are kept as text, with a note.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core import figures
from core.importing import words
from core.period import Moment, Period, PeriodKind
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
_AS_OF = re.compile(
    r"(?:tính đến|thời điểm|ngày báo cáo|ngày xuất|ngày lập|cập nhật|chốt|lấy số liệu|lấy lúc|số liệu lúc)"
    rf"[^\d\n]{{0,40}}?({_MOMENT})",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"đơn vị(?: báo cáo)?\s*:\s*(?P<name>[^():;]+?)\s*"
    r"(?:\(\s*mã[^:)]*:\s*(?P<code>[^)]+?)\s*\))?\s*(?:$|[;,]|\s[-–]\s)",
    re.IGNORECASE,
)
_OPEN_DAY = re.compile(r"ngày[\s.…_]*tháng\s*\d{1,2}\s*năm\s*\d{4}", re.IGNORECASE)
"""The date of a letter whose day is not written yet: no period."""

_TAIL = re.compile(r"\s[-–]\s*(?P<name>[^-–()]+)$")

_TOLD = re.compile(r"(?:^|(?<=\); ))(?P<value>[^()]+) \((?P<at>.+?)\)(?=; |$)")
"""One part of the text of a conflict, as `_fact` writes it."""


class Title(NamedTuple):
    """A text outside the tables and where it stands."""

    text: str
    at: str


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose figures a table holds, as its titles say; None where they do not."""

    name: Cell | None = None
    code: Cell | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A cell of the report as a whole, and a note where sources disagree."""

    key: str
    cell: Cell
    note: Note | None = None


def owner(titles: Iterable[Title]) -> Owner:
    """The unit that "Đơn vị: UBND xã X (Mã: H15.120)" or "… - UBND xã X" names."""
    for title in titles:
        text = figures.clean(title.text)
        found = _UNIT.search(text) or _TAIL.search(text)
        if found is None or not words.names_unit(found["name"]):
            continue
        name = Cell(found["name"], found["name"], title.at)
        code = found.groupdict().get("code")
        return Owner(name, Cell(code, code, title.at) if code else None)
    return Owner()


def period(titles: Sequence[Title], names: Sequence[Title]) -> Fact | None:
    """The period that titles, then sheet names and the file's name tell of.

    A whole year in one title beside a month of it in another is the same period told
    twice, and a span that is no period ("6 tháng đầu năm") counts only where no title
    names one; any other difference is a conflict.
    """
    above = list(_periods(titles))
    named = [(one, title) for one, title in above if isinstance(one, Period)]
    said: list[tuple[Period | Unreadable, Title]] = []
    said += _without_their_years(named) or above
    said += [one for one in _periods(names) if isinstance(one[0], Period)]
    return _fact(PERIOD, PERIOD_PLACE, said)


def _periods(titles: Iterable[Title]) -> Iterable[tuple[Period | Unreadable, Title]]:
    for title in titles:
        for one in figures.find_periods(_OPEN_DAY.sub(" ", title.text)):
            yield one, title


def _without_their_years(
    said: list[tuple[Period, Title]],
) -> list[tuple[Period, Title]]:
    finer = {one.year for one, _ in said if one.kind is not PeriodKind.YEAR}
    return [
        (one, title)
        for one, title in said
        if one.kind is not PeriodKind.YEAR or one.year not in finer
    ]


def as_of(titles: Sequence[Title]) -> Fact | None:
    """The time that figures were taken at, where a title tells it."""
    said: list[tuple[Moment | Unreadable, Title]] = []
    for title in titles:
        for found in _AS_OF.finditer(figures.clean(title.text)):
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
    return bool(_AS_OF.search(figures.clean(text)))


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
    text = "; ".join(f"{_shown(one)} ({where.at})" for one, where in told.items())
    note = Note(NoteKind.CONFLICT, title.at, text, place)
    return Fact(key, Cell(Unreadable(text), text, title.at), note)


def told(text: str) -> tuple[tuple[Period | Moment, str], ...]:
    """The values that the text of a conflict names, each with where it stands."""
    found = []
    for one in _TOLD.finditer(text):
        value = figures.parse_period(one["value"]) or figures.parse_moment(one["value"])
        if value is not None:
            found.append((value, one["at"]))
    return tuple(found)


def _shown(value: Period | Moment | Unreadable) -> str:
    if isinstance(value, Period):
        return figures.show_period(value)
    return figures.show_moment(value) if isinstance(value, Moment) else value.text
