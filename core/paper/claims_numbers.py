"""Numbers in a sentence with what stands at them: "18,5/22 điểm", "40,25%", "hạng 8/9".

Days, numbers of laws and numbers of nothing are none of them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from core import figures
from core.kind import Kind
from core.report import Value

_NUMBER = r"\d+(?:[.,]\d+)*"
_UNIT = r"\s*(?P<{}>%|phần trăm|điểm|hồ sơ|tthc|thủ tục|pakn|phản ánh)(?!\w)"
# A pattern that begins with a digit is found fast: what may not stand before that is
# looked at behind it.
_WITH_UNIT = (
    r"(?P<first>\d(?<![\w/.,]\d)\d*+(?:[.,]\d++)*+)"
    rf"(?:(?:\s*điểm)?\s*/\s*(?P<second>{_NUMBER})(?:{_UNIT.format('unit')})?"
    f"|{_UNIT.format('alone')})"
)
_RANK = (
    r"(?:xếp (?:hạng|thứ)|thứ hạng|(?:đứng|vị trí) thứ|hạng)\s*:?\s*(?:thứ\s*)?"
    r"(?P<rank>\d+)(?:\s*(?:/|trên|trong)(?: tổng số)?\s*(?P<of>\d+))?(?![\d/%])"
)
_NUMBERS = re.compile(_WITH_UNIT)
_NUMBERS_AND_RANKS = re.compile(f"{_RANK}|{_WITH_UNIT}")
_NO_PAIR = re.compile(r"\s*/|[.,]\d|\w")
_OF_A_DAY = ("ngày", "tháng", "quý", "tuần", "lúc", "số")

POINTS, FILES = "điểm", "hồ sơ"
_SHARES = ("%", "phần trăm")


class Figure(NamedTuple):
    """One or two numbers of a sentence that tell a figure.

    Attributes:
        start: Where it begins in the sentence.
        end: Where it ends, unit included.
        spans: Where its numbers stand.
        second: The second number; empty for none.
        told_unit: Its unit in small letters; empty for none.
        is_rank: It is a rank, of so many where it has a second number.
    """

    start: int
    end: int
    spans: Sequence[tuple[int, int]]
    second: str
    told_unit: str
    is_rank: bool

    @property
    def unit(self) -> str:
        """Its unit; "18,5/22" without one is told in points."""
        return self.told_unit or POINTS

    @property
    def is_share(self) -> bool:
        """Whether it is told in %."""
        return self.told_unit in _SHARES and not self.second


@lru_cache(maxsize=128)  # a letter says so of few numbers, and of these again and again
def most(second: str) -> Value:
    """A second number as the most points that there are."""
    return figures.parse(second, Kind.SCORE)


def find(small: str) -> Iterator[Figure]:
    """The figures of a paragraph, given in small letters, in its order."""
    may_rank = "hạng" in small or "thứ" in small
    for match in (_NUMBERS_AND_RANKS if may_rank else _NUMBERS).finditer(small):
        second, unit, alone = match.group("second", "unit", "alone")
        unit, is_rank, first, other = unit or alone or "", False, "first", "second"
        if may_rank and match["rank"]:
            second, is_rank, first, other = match["of"], True, "rank", "of"
        elif not (unit or _is_pair(small, match)):
            continue
        spans = [match.span(first), match.span(other)][: 2 if second else 1]
        yield Figure(match.start(), match.end(), spans, second or "", unit, is_rank)


def _is_pair(small: str, match: re.Match[str]) -> bool:
    """Whether two numbers with "/" between them are no day, month or law's number."""
    is_day = small[: match.start()].rstrip().endswith(_OF_A_DAY)
    return not (is_day or _NO_PAIR.match(small, match.end()))


def is_most(text: str, figure: Figure) -> bool:
    """Whether it only says how many points there are: "Thanh toán (10 điểm)"."""
    is_alone = text.startswith(")", figure.end) and text[: figure.start][-1:] == "("
    is_single = figure.is_rank or not figure.second
    return is_alone and figure.unit == POINTS and is_single
