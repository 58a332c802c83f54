"""What a letter orders, what it asks for above, and what it calls weak, by paragraph.

The body is read in its order: headings and sentences that lead in ("… yêu cầu … thực
hiện:") say what the paragraphs below them are (docs/linh-vuc.md 7.3 I, 8.3).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Final

from core.frozen import replace
from core.paper.claims_regions import TOLD_RESULTS
from core.paper.mentions import is_closing, sentences
from core.paper.model import Component, Paper
from core.paper.telling import telling, told
from core.paper.word_patterns import any_word, holds
from core.reference import Reference
from core.same import Same


class Tier(Enum):
    """Whose letter it is (cấp): the value says which `above` list is theirs."""

    COMMUNE = "1"
    DISTRICT = "2"
    PROVINCE = "3"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a line: its index in `Paper.lines`, where it begins, its text."""

    line: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Order:
    """An instruction, or a kiến nghị (việc yêu cầu, kiến nghị).

    Attributes:
        parts: Its lines, the first one without its sign.
        lead: The sentence that leads in; empty for none. Who is told there is told here.
        head: The items that it stands under ("Phòng Kinh tế:"); empty for none.
        sign: "1.", "a)", "-"; empty for a paragraph of its own.
        is_petition: It asks an office above; else it tells the office's own.
    """

    parts: tuple[Stretch, ...]
    lead: str = ""
    head: str = ""
    sign: str = ""
    is_petition: bool = False

    @property
    def line(self) -> int:
        """Index of its first line."""
        return self.parts[0].line

    @property
    def text(self) -> str:
        """All that it says, without its sign."""
        if len(self.parts) == 1:
            return self.parts[0].text
        return "\n".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Tasks:
    """What a letter orders and why.

    Attributes:
        orders: Instructions and kiến nghị, in reading order.
        weak: What it calls weak, in reading order.
        lead: Index of the line that leads the first instructions in, or None.
        closing: Index of the paragraph that ends the letter, or None.
    """

    orders: tuple[Order, ...] = ()
    weak: tuple[Stretch, ...] = ()
    lead: int | None = None
    closing: int | None = None


class _State(Enum):
    NONE = "results"
    WEAK = "weak"
    ORDERS = "orders"
    PETITIONS = "petitions"


_SIGN: Final = re.compile(
    r"\s*(?:(?P<roman>[IVX]+\.\s+)|(?P<digit>\d{1,2}(?:\.\d{1,2})*[.)]\s*(?=\D))"
    r"|(?P<letter>[a-zđ]\)\s*)|(?P<dash>[-–—+*•]\s*(?=\D)))"
)
"""What an item begins with; the groups are named by the kinds of signs."""

TWO_TIERS: Final = date(2025, 7, 1)
"""From that day on there is no city below a province (docs/linh-vuc.md 2.3)."""

_HEADING_WORDS: Final = 10
_ALONE_WORDS: Final = 3
"""So few words are a heading without a sign, too: "Kiến nghị"."""

_LIST: Final = re.compile(
    r"(?:thực hiện|tập trung|khắc phục|triển khai|lưu ý|quan tâm)[^:]*"
    r"\b(?:nội dung|nhiệm vụ|giải pháp|công việc|việc)\b[^:]*:\s*$",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r"\bkhông\s+(?:còn|có)\b[^.;]{0,30}$", re.IGNORECASE)


def tier(paper: Paper) -> Tier:
    """Whose letter it is, by its letterhead; a commune's where that does not say."""
    head = paper.text(Component.ISSUER, annex=0).upper()
    if re.search(r"(?<!THỊ )\bXÃ\b|\bPHƯỜNG\b|\bĐẶC KHU\b|\bTHỊ TRẤN\b", head):
        return Tier.COMMUNE
    if re.search(r"\bTỈNH\b", head):
        return Tier.PROVINCE
    if re.search(r"\bTHÀNH PHỐ\b", head):
        is_new = paper.day is not None and paper.day >= TWO_TIERS
        return Tier.PROVINCE if is_new else Tier.DISTRICT
    is_district = re.search(r"\bHUYỆN\b|\bQUẬN\b|\bTHỊ XÃ\b", head)
    return Tier.DISTRICT if is_district else Tier.COMMUNE


def is_above(name: str, of: Tier, reference: Reference) -> bool:
    """Whether `name` is of an office above one of that tier, not of a "Bộ phận"."""
    above = holds(reference.words(f"above.{of.value}"), any_case=False)
    others = reference.words("above.not")
    return above(name) and (not others or above(any_word(others).sub(" ", name)))


def tasks(paper: Paper, reference: Reference) -> Tasks:
    """What `paper` orders, asks for and calls weak."""
    return _tasks(Same(paper), Same(reference))


@lru_cache(maxsize=4)  # several rules ask for those of one letter
def _tasks(paper: Same[Paper], reference: Same[Reference]) -> Tasks:
    return _Reader(reference.value, tier(paper.value)).read(paper.value)


class _Reader:
    """Reads a body line by line."""

    def __init__(self, reference: Reference, of: Tier) -> None:
        self._reference = reference
        self._tier = of
        self._state = _State.NONE
        self._lead = ""
        self._heads: list[tuple[str, str]] = []
        self._items = ""
        self._paragraph = 0
        self._orders: list[Order] = []
        self._weak: list[Stretch] = []
        self._first: int | None = None
        self._closing: int | None = None
        self._is_weak = holds(reference.words("weak"))
        self._petitions = set(" ".join(self._own("petitions")).split())

    def read(self, paper: Paper) -> Tasks:
        for index in paper.of(Component.BODY, annex=0):
            line = paper.lines[index]
            self._line(index, line.text, line.number)
            self._paragraph = line.number
        return Tasks(tuple(self._orders), tuple(self._weak), self._first, self._closing)

    def _line(self, index: int, text: str, paragraph: int) -> None:
        if not text.strip():
            return
        if is_closing(text):
            self._closing = index
            self._begin(_State.NONE)
        elif (state := self._heading(text)) is not None:
            self._begin(state)
        elif (state := self._led(text)) is not None:
            self._lead_in(state, index, text)
        elif self._state in (_State.ORDERS, _State.PETITIONS):
            self._item(index, text, is_new=paragraph != self._paragraph)
        elif self._state is _State.WEAK and _kind(text):
            self._items = self._items or _kind(text)
            self._weak.append(Stretch(index, 0, text))
        else:
            self._plain(index, text)

    def _begin(self, state: _State) -> None:
        self._state, self._lead, self._items, self._heads = state, "", "", []

    def _heading(self, text: str) -> _State | None:
        """What a heading opens; None for any other paragraph."""
        if text.rstrip().endswith((".", ";", ",")):
            return None
        bare, kind = _bare(text), _kind(text)
        words = bare.rstrip(" :").lower()
        is_titled = bare.endswith(":")
        if len(words.split()) > _HEADING_WORDS:
            return None
        if kind and not is_titled:
            if kind == self._items or (self._lead and not self._items):
                is_heading = set(re.findall(r"\w+", words)) <= self._petitions
                return _State.PETITIONS if is_heading else None
            if kind in ("dash", "letter"):
                return None
        is_alone = not kind and len(words.split()) <= _ALONE_WORDS
        return self._opened(words) if kind or is_titled or is_alone else None

    def _own(self, name: str) -> tuple[str, ...]:
        return self._reference.words(f"heading.{name}")

    def _opened(self, words: str) -> _State | None:
        for state in (_State.PETITIONS, _State.WEAK, _State.ORDERS, _State.NONE):
            name = state.value
            if any(_begins(words, one) for one in self._own(name)):
                is_sentence = state is not _State.NONE and "ubnd" in words
                return None if is_sentence else state
        return None

    def _led(self, text: str) -> _State | None:
        """What a paragraph leads in: weak points or tasks; None where it does not."""
        if not text.rstrip().endswith(":") or self._is_head_of_items(text):
            return None
        if results := TOLD_RESULTS.search(text):
            behind = text[results.end() :]
            if not (telling(self._reference).search(behind) or _LIST.search(behind)):
                return None
        if telling(self._reference).search(text):
            return self._of_told(text)
        if self._is_weak(text):
            return _State.WEAK
        return _State.ORDERS if _LIST.search(text) else None

    def _is_head_of_items(self, text: str) -> bool:
        """Whether it is an item that has items of its own: "1. Phòng Kinh tế:"."""
        in_list = self._state in (_State.ORDERS, _State.PETITIONS)
        kind = _kind(text)
        return in_list and bool(kind) and (not self._items or kind == self._items)

    def _of_told(self, text: str) -> _State:
        above = is_above(told(text, self._reference), self._tier, self._reference)
        return _State.PETITIONS if above else _State.ORDERS

    def _lead_in(self, state: _State, index: int, text: str) -> None:
        self._begin(state)
        self._lead = text
        if state is _State.ORDERS and self._first is None:
            self._first = index

    def _item(self, index: int, text: str, *, is_new: bool) -> None:
        kind = _kind(text)
        if self._goes_on(kind, text, is_new=is_new):
            last = self._orders[-1]
            parts = (*last.parts, Stretch(index, 0, text))
            self._orders[-1] = replace(last, parts=parts)
            return
        self._items = self._items or kind
        if kind:
            self._take_for_head(kind)
            self._heads = [one for one in self._heads if one[0] != kind]
        if kind == self._items:
            self._heads = []
        if kind and text.rstrip().endswith(":"):
            self._heads.append((kind, _bare(text)))
            return
        self._orders.append(self._order(index, text))

    def _goes_on(self, kind: str, text: str, *, is_new: bool) -> bool:
        """Whether a paragraph without a sign goes on with the item above it."""
        last = self._orders[-1] if self._orders else None
        if kind or last is None or (last.lead, last.head) != (self._lead, self._head):
            return False
        is_item = bool(self._items) and not telling(self._reference).search(text)
        return is_item or not is_new

    @property
    def _head(self) -> str:
        return " ".join(name for _, name in self._heads)

    def _take_for_head(self, kind: str) -> None:
        """The item above, where it is but the name of who does the items below it."""
        last = self._orders[-1] if self._orders else None
        if last is None or not last.sign or len(last.parts) > 1:
            return
        is_short = len(last.text.split()) <= _HEADING_WORDS
        above = _kind(f"{last.sign} a")
        if above != kind and is_short and last.text.rstrip()[-1:].isalnum():
            self._orders.pop()
            self._heads.append((above, last.text))

    def _order(self, index: int, text: str) -> Order:
        bare = _bare(text)
        is_own = any_word(self._reference.words("telling.own")).match(bare) is not None
        is_petition = self._state is _State.PETITIONS and not is_own
        if not is_petition and (who := told(bare, self._reference)):
            starts = bool(telling(self._reference).match(bare))
            is_petition = starts and is_above(who, self._tier, self._reference)
        at = len(text) - len(bare)
        part = Stretch(index, at, text[at:])
        return Order((part,), self._lead, self._head, text[:at].strip(), is_petition)

    def _plain(self, index: int, text: str) -> None:
        """A paragraph of results: sentences that order, or that call something weak."""
        for start, end in sentences(text):
            said = text[start:end]
            if _tells(said, self._reference):
                is_petition = self._of_told(said) is _State.PETITIONS
                part = Stretch(index, start, said)
                self._orders.append(Order((part,), is_petition=is_petition))
            else:
                self._weak += self._weak_part(index, text, start, end)

    def _weak_part(
        self, index: int, text: str, start: int, end: int
    ) -> Iterator[Stretch]:
        """What a sentence calls weak: what follows "… thấp như:", else all of it."""
        said = text[start:end]
        found = any_word(self._reference.words("weak")).search(said)
        if found is None or _DENIED.search(said[: found.start()]):
            return
        colon = said.find(":", found.end())
        start += colon + 1 if colon >= 0 else 0
        yield Stretch(index, start, text[start:end])


def _tells(sentence: str, reference: Reference) -> bool:
    """Whether a sentence of its own orders: it begins so, or says who is told."""
    found = telling(reference).search(sentence)
    if found is None:
        return False
    before = sentence[: found.start()].strip()
    return not before or bool(told(sentence, reference) and "UBND" in before)


def _kind(text: str) -> str:
    """What kind of sign a paragraph begins with; empty for none."""
    found = _SIGN.match(text)
    return "" if found is None else found.lastgroup or ""


def _bare(text: str) -> str:
    """A paragraph without its sign."""
    found = _SIGN.match(text)
    return text.lstrip() if found is None else text[found.end() :]


def _begins(words: str, one: str) -> bool:
    return words == one or words.startswith((f"{one} ", f"{one},"))
