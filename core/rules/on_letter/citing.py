"""Documents that a letter cites, as it prints them (văn bản viện dẫn)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from core import figures
from core.paper.model import Line, Paper
from core.reference import Citation, Reference
from core.rules.on_letter.passages import TEXT, Passage
from core.rules.on_letter.whole import whole
from core.same import Same

_KINDS: Final = (
    "Nghị quyết liên tịch",
    "Thông tư liên tịch",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư",
    "Thông báo",
    "Chỉ thị",
    "Kế hoạch",
    "Công văn",
    "Văn bản",
    "Chương trình",
    "Hướng dẫn",
    "Kết luận",
    "Báo cáo",
    "Quy định",
    "Đề án",
    "Luật",
)
_NUMBER: Final = "số"
_SYMBOL: Final = r"[A-ZĐ]{1,8}\d*(?:\s?[-–]\s?[A-ZĐ][A-ZĐa-z]*\d*)+|QH\d+"
_SLASH: Final = re.compile(rf"/\s?(?:{_SYMBOL})(?![\w/])")
# What stands before a figure is looked at behind it: looking for it first is faster.
_CODE: Final = re.compile(
    r"(?P<number>\d(?<![\w/.,]\d)\d{0,4}(?:/\d{4})?)\s?/\s?"
    rf"(?P<symbol>{_SYMBOL})(?![\w/])"
)
_DAY: Final = re.compile(rf"[\s,]*(?P<day>{figures.DAY})", re.IGNORECASE)
_VERB: Final = (
    r"(?:về việc|về|v/v|phê duyệt|ban hành|quy định|hướng dẫn|sửa đổi|công bố|giao"
    r"|triển khai|thực hiện|kết luận|công nhận|thành lập|điều chỉnh|thông qua)"
)
_ISSUER: Final = re.compile(
    rf"[\s,]*của\s+(?P<issuer>[^;:.(]+?)(?=\s+{_VERB}(?!\w)|\s*[;:,.()]|\s*$)"
)
_TITLE: Final = re.compile(rf"[\s,]*(?P<title>{_VERB}(?!\w)(?:[^;.]++|\.(?!\s|$))*+)")

_INTRODUCED: Final = re.compile(r"\([A-ZĐ]{2,}\)")  # "Ủy ban nhân dân (UBND) huyện"


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as printed.

    Attributes:
        passage: Where it stands.
        start: Where it begins there.
        end: Where number and symbol end.
        kind: "Quyết định"; empty where none is printed.
        code: Number and symbol without blanks: "766/QĐ-TTg".
        day: Its date, or None where none, or none of the calendar, is printed.
        day_text: The date as printed; empty for none.
        issuer: Who issued it, as printed; empty for none.
        title: Its title from the verb on, as printed; empty for none.
        title_start: Where the title begins in the passage, or -1.
    """

    passage: Passage
    start: int
    end: int
    kind: str
    code: str
    day: date | None = None
    day_text: str = ""
    issuer: str = ""
    title: str = ""
    title_start: int = -1

    @property
    def name(self) -> str:
        """How a finding names it: "Quyết định số 766/QĐ-TTg"."""
        return f"{self.kind or 'Văn bản'} số {self.code}"

    @property
    def is_local(self) -> bool:
        """Whether others may have issued one of the same number and symbol."""
        return "UB" in self.code or "HĐND" in self.code

    def is_same(self, other: "Cited") -> bool:
        """Whether both are one document, as far as number and issuer tell."""
        if self.code != other.code:
            return False
        both = bool(self.issuer and other.issuer)
        same = plain_issuer(self.issuer) == plain_issuer(other.issuer)
        return same or not both or not self.is_local

    def known(self, reference: Reference) -> Citation | None:
        """The document of the reference that it is, or None."""
        found = reference.cited(self.code)
        if found is None or not self.is_local:
            return found
        same = plain_issuer(found.issuer) == plain_issuer(self.issuer)
        return found if same else None


def plain_issuer(issuer: str) -> str:
    """An issuer in small letters, with its abbreviation spelled out."""
    return figures.clean(issuer).replace("UBND", "Ủy ban nhân dân").casefold()


def citations(paper: Paper) -> Iterator[Cited]:
    """The documents that the letter's sentences cite, in order."""
    yield from _citations(Same(paper.lines))


@lru_cache(maxsize=4)  # several rules ask for those of one letter
def _citations(lines: Same[tuple[Line, ...]]) -> tuple[Cited, ...]:
    told = whole(Paper(lines.value))
    slashes = (found.start() for found in _SLASH.finditer(told.text))
    every = told.at(slashes, TEXT)
    return tuple([one for passage in every for one in cited_in(passage)])


def cited_in(passage: Passage) -> Iterator[Cited]:
    """The documents that a paragraph cites, in order."""
    text = passage.text
    found = list(_CODE.finditer(text))
    ends = [0, *(one.end() for one in found)]
    named = [
        _named(text[: one.start()], end) for one, end in zip(found, ends, strict=False)
    ]
    tails = [*(start for start, _ in named[1:]), len(text)]
    for code, name, end in zip(found, named, tails, strict=False):
        yield _with_tail(passage, name, code, end)


def _named(before: str, least: int) -> tuple[int, str]:
    """Where a citation begins that ends in a code, and its kind: "Quyết định số "."""
    start = len(before)
    bare = before[least:].rstrip()
    numbered = bare.removesuffix(":").rstrip()
    if numbered.endswith(_NUMBER):
        start = least + len(numbered) - len(_NUMBER)
        bare = before[least:start].rstrip()
    is_apart = least + len(bare) < start
    if not (is_apart and bare.endswith(_KINDS)):
        return start, ""
    kind = next(kind for kind in _KINDS if bare.endswith(kind))
    return least + len(bare) - len(kind), kind


def _with_tail(
    passage: Passage, named: tuple[int, str], code: re.Match[str], end: int
) -> Cited:
    """A citation with the date, issuer and title that follow its number."""
    tail = passage.text[code.end() : end]
    if "(" in tail:
        tail = _INTRODUCED.sub(lambda one: " " * len(one[0]), tail)
    at = 0
    if day := _DAY.match(tail):
        at = day.end()
    if issuer := _ISSUER.match(tail, at):
        at = issuer.end()
    title = _TITLE.match(tail, at)
    symbol = "".join(code["symbol"].split()).replace("–", "-")
    return Cited(
        passage=passage,
        start=named[0],
        end=code.end(),
        kind=named[1],
        code=f"{code['number']}/{symbol}",
        day=figures.parse_date(day["day"]) if day else None,
        day_text=day["day"] if day else "",
        issuer=issuer["issuer"].strip() if issuer else "",
        title=title["title"].strip() if title else "",
        title_start=code.end() + title.start("title") if title else -1,
    )
