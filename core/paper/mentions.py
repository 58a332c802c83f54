"""Where a letter names a period, and how it writes it (chỗ ghi kỳ); docs/linh-vuc.md 7.3 P.

What figures are compared with, the names of other documents, deadlines, plans and
running totals name no period that the letter reports on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import Final

from core.dates import DAY, clean, lowered
from core.paper.holding import texts
from core.paper.model import Component, Line, Paper
from core.period import Period, PeriodKind
from core.period_words import Told, parse_period, told
from core.same import Same


class Spot(Enum):
    """Where in a letter a period is named; the value is what findings call it."""

    SUBJECT = "trích yếu"
    BODY = "nội dung"
    CLOSING = "đoạn kết"
    ANNEX_TITLE = "tên phụ lục"
    ANNEX = "phụ lục"

    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class Mention:
    """A period that the letter says it reports on.

    Attributes:
        line: Index of its line in `Paper.lines`.
        start: Where it begins in that line.
        end: Where it ends.
        period: It; the year of one told without is that of `year`.
        text: As printed: "tháng 08/2024".
        spot: Where in the letter it stands.
    """

    line: int
    start: int
    end: int
    period: Period
    text: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Writing:
    """How a month is written (cách ghi tháng).

    Attributes:
        sign: What stands before its year: "/", "-", "." or "năm".
        is_padded: Whether it has a zero before it; None from October on, where no
            zero can stand.
    """

    sign: str
    is_padded: bool | None

    def differs(self, other: "Writing") -> bool:
        """Whether two months are written in two ways."""
        pads = {self.is_padded, other.is_padded}
        return self.sign != other.sign or pads == {True, False}


_SPOTS: Final = {
    Component.SUBJECT: Spot.SUBJECT,
    Component.BODY: Spot.BODY,
    Component.ANNEX_TITLE: Spot.ANNEX_TITLE,
    Component.ANNEX_TEXT: Spot.ANNEX,
}
_CLOSING = re.compile(r"Trên đây\b")
_END = "./."
_TIMES = ("tháng", "quý", "năm", "tuần", "ngày")
_CENTURIES = ("19", "20")
"""What a year begins with: without it no period is told with its year."""

_SHORT_TIME = re.compile(r"\b[tqTQ]\s*\d")

_LONGEST = 80
"""More characters than any period is written with."""

_MONTH = r"tháng\s+(?:0?\d{1,2}|trước)"
_NOT_OURS = (
    # compared with it
    r"(?:so với|cùng kỳ|kỳ trước|tháng trước|quý trước|năm trước)\b[^),;\n]*",
    # a running total
    r"(?:lũy|luỹ) kế\b[^),;.\n]*",
    # a deadline, or since when
    rf"(?:trước|chậm nhất|hoàn thành|đến hết|hết|kể từ|từ|bắt đầu|sang|vào|xong)\s+(?:trong\s+)?{_MONTH}[^),;.\n]*",
    r"(?:trước|chậm nhất|hoàn thành|đến hết|hết|kể từ|bắt đầu|sang|xong)\s+(?:trong\s+|hết\s+)?(?:quý|năm)\s+[\divx]+[^),;.\n]*",
    r"(?:hoàn thành|phấn đấu)\b[^.;\n]{0,60}?\b(?:tháng|quý|năm)\s+[\divx]+(?:\s*/\s*|\s+năm\s+)?\d*",
    # what is aimed at in a year
    r"(?:chỉ tiêu|mục tiêu|kế hoạch|nhiệm vụ|chương trình|nghị quyết|giao)\b[^),;.\n]{0,40}\bnăm\s+\d{4}",
)
# the name of another document, up to what the letter itself says
_DOCUMENT = (
    r"\d+(?:/\d{4})?/[a-zđư][a-zđư0-9-]*\b(?:(?!, (?:ubnd|ủy ban|văn phòng))[^.;)\n])*"
)
_OTHERS = re.compile(rf"\b(?:{'|'.join(_NOT_OURS)})|{_DOCUMENT}")
"""For small letters: signs in any case take three times as long."""

_DAY = re.compile(DAY)
_BEFORE_BARE = ("trong", "kết quả", "kỳ", "số liệu", "của")
_BARE = re.compile(
    rf"\b(?:{'|'.join(_BEFORE_BARE)})\s+(?P<month>tháng\s+0?(?P<number>\d{{1,2}}))"
    r"(?!\s*(?:[/.,-]\s*\d|năm\s+\d|và\s+\d|đến|\d))",
    re.IGNORECASE,
)
_RISE = re.compile(r"\b(?:tăng|giảm|so sánh|trước đó)\b", re.IGNORECASE)
_THEN = re.compile(r"\s*(?::|là|đạt)\s*\d")
_RESULT = re.compile(r"\b(?:kết quả|Bộ chỉ số|số liệu)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\bso với\s+([^);\n]*)", re.IGNORECASE)
_REACHED = re.compile(r"\bđạt\s*\d", re.IGNORECASE)
_WRITTEN = re.compile(
    r"(?:tháng|t)\s*(?P<number>\d{1,2})\s*(?P<sign>[/.-]|,?\s*năm)\s*\d{4}",
    re.IGNORECASE,
)


def mentions(paper: Paper) -> tuple[Mention, ...]:
    """Every place where `paper` names the period that it reports on, in order.

    Months without a year are of the year of the mention before them, or of the letter.
    """
    return _mentions(Same(paper.lines), None if paper.day is None else paper.day.year)


@lru_cache(maxsize=4)  # several rules ask for those of one letter
def _mentions(lines: Same[tuple[Line, ...]], year: int | None) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for index in _telling_time(Paper(lines.value)):
        line = lines.value[index]
        spot = _spot(line)
        if spot is not None:
            year = found[-1].period.year if found else year
            found += _of_line(index, line.text, spot, year)
    return tuple(found)


def _telling_time(paper: Paper) -> list[int]:
    """Indexes of the lines with a word, or a sign and a year, that may name a period."""
    asked = texts(paper)
    worded = asked.holding(*_TIMES)
    signed = (
        index
        for index in set(asked.holding(*_CENTURIES)).difference(worded)
        if _SHORT_TIME.search(paper.lines[index].text)
    )
    return sorted([*worded, *signed])


def _spot(line: Line) -> Spot | None:
    spot = _SPOTS.get(line.component)
    return Spot.CLOSING if spot is Spot.BODY and is_closing(line.text) else spot


def is_closing(text: str) -> bool:
    """Whether a paragraph is what ends the letter ("Trên đây là …", "…./.")."""
    bare = text.strip()
    return bare.endswith(_END) or _CLOSING.match(bare) is not None


def writing(mention: Mention) -> Writing | None:
    """How a month in digits is written; None for another period or for words."""
    found = _WRITTEN.fullmatch(mention.text)
    if mention.period.kind is not PeriodKind.MONTH or found is None:
        return None
    number = found["number"]
    sign = "năm" if "năm" in found["sign"].lower() else found["sign"].strip()
    return Writing(sign, None if int(number) > 9 else number.startswith("0"))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """From where to where the sentences of `text` run; not cut in "80.33" or "VP."."""
    start = 0
    for stop in re.finditer(r"[.!?](?=\s+[A-ZĐÀ-Ỹ])", text):
        yield start, stop.end()
        start = stop.end()
    yield start, len(text)


def _of_line(index: int, text: str, spot: Spot, year: int | None) -> list[Mention]:
    tidy, origin = _tidied(text)
    left = _without_others(tidy)
    spans = [*_with_year(left, tidy, spot), *_without_year(left, year)]
    if not spans:
        return []
    spans.sort(key=lambda one: one[0])
    beside = {one.value for part in _against(tidy) for one in told(part)}
    return [
        Mention(
            index,
            origin[start],
            origin[end - 1] + 1,
            period,
            text[origin[start] : origin[end - 1] + 1],
            spot,
        )
        for start, end, period in spans
        if period not in beside and not _is_compared(tidy, start, end)
    ]


def _without_others(text: str) -> str:
    """`text` with what names no period of the letter covered."""
    kept: list[str] = []
    start = 0
    for one in _OTHERS.finditer(lowered(text)):
        kept += (text[start : one.start()], "|" * len(one[0]))
        start = one.end()
    return "".join((*kept, text[start:]))


def _against(text: str) -> Iterator[str]:
    """What follows each "so với": what figures are compared with."""
    if "so với" in text.lower():
        for part in _AGAINST.finditer(text):
            yield part[1]


def _with_year(left: str, tidy: str, spot: Spot) -> Iterator[tuple[int, int, Period]]:
    has_year = any(one in left for one in _CENTURIES)
    for one in told(left) if has_year or "tuần" in left.lower() else ():
        if one.is_total or not isinstance(one.value, Period):
            continue
        end = _end(left, one)
        is_ours = one.value.kind is not PeriodKind.YEAR or _is_result(
            tidy, one.at, spot
        )
        if end is not None and is_ours:
            yield one.at, end, one.value


def _end(text: str, one: Told) -> int | None:
    """Where the words for a period end; with a figure, that of its year mostly."""
    if one.end >= 0:
        return one.at + len(text[one.at : one.end].rstrip(" )"))
    for end in range(min(len(text), one.at + _LONGEST), one.at, -1):
        is_end = text[end - 1].isdecimal() and not text[end : end + 1].isalnum()
        if is_end and parse_period(text[one.at : end]) == one.value:
            return end
    return None


def _without_year(left: str, year: int | None) -> Iterator[tuple[int, int, Period]]:
    small = left.lower()
    if not any(f"{word} tháng" in small for word in _BEFORE_BARE):
        return
    for one in _BARE.finditer(_DAY.sub(lambda day: "|" * len(day[0]), left)):
        if year is not None and 1 <= int(one["number"]) <= 12:
            yield *one.span("month"), Period.month(year, int(one["number"]))


def _is_result(text: str, at: int, spot: Spot) -> bool:
    """Whether a year is that of the results, not of a plan or a law."""
    if spot is not Spot.BODY:
        return True
    start = max((begin for begin, _ in sentences(text) if begin <= at), default=0)
    return _RESULT.search(text, start, at) is not None


def is_of_results(mention: Mention, text: str) -> bool:
    """Whether its line, `text`, tells results of that period, not what is to be done."""
    if mention.spot in (Spot.SUBJECT, Spot.ANNEX_TITLE):
        return True
    begin, end = next(
        (begin, end) for begin, end in sentences(text) if mention.start < end
    )
    is_told = _RESULT.search(text, begin, mention.start)
    return (is_told or _REACHED.search(text, mention.end, end)) is not None


def _is_compared(text: str, start: int, end: int) -> bool:
    """Whether it says in brackets what another figure was: "(tháng 8/2024: 75,2)"."""
    opened = text.rfind("(", 0, start)
    if opened < 0 or ")" in text[opened:start]:
        return False
    is_beside = _RISE.search(text[max(0, opened - 60) : end]) is not None
    return is_beside or _THEN.match(text, end) is not None


def _tidied(text: str) -> tuple[str, Sequence[int]]:
    """`text` as `clean` makes it, and where each of its characters stood."""
    if clean(text) == text:
        return text, range(len(text))
    kept: list[str] = []
    origin: list[int] = []
    for is_blank, run in groupby(enumerate(text), key=lambda one: one[1].isspace()):
        if is_blank:
            if kept and kept[-1] != " ":  # none where the text begins
                kept.append(" ")
                origin.append(next(run)[0])
            continue
        for at, sign in run:
            if clean(sign):
                kept.append(sign)
                origin.append(at)
    return "".join(kept).rstrip(), origin
