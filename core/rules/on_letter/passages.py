"""Text of a letter as rules read it: passages, sentences, and places led back to lines.

Manual line breaks cut a paragraph into lines; a passage joins them again.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from core.paper.model import Component, Line, Paper
from core.rules.registry import Remark, Severity
from core.same import Same

TEXT = (Component.BODY, Component.ANNEX_TEXT)
"""Where sentences stand."""

DASHES = ("-", "–", "—", "+")
"""What an entry of a list begins with."""

_STOP: Final = re.compile(r"[.!?][.!?]*[)”\"]*(?=\s)")  # no "+": slower to look for
# What stands before a stop that ends no sentence: an item's number or letter, and the
# short forms that the decree writes with a stop ("KT. CHỦ TỊCH"), or offices ("TP.").
_ITEM: Final = re.compile(r"\s*(?:\d+(?:\.\d+)*|[a-zđ]|[IVX]+)\.")
_SHORT: Final = re.compile(r"(?<!\w)(?:TP|TX|VP|KT|TM|TL|TUQ|Q|P|v\.v)\.$")
_SHORTS_LENGTH: Final = len("TUQ.")


class Passage(NamedTuple):
    """A paragraph's text, and where it stands in lines.

    Attributes:
        text: Its lines, joined by blanks.
        parts: Where each line begins in `text`, and that line's index.
    """

    text: str
    parts: tuple[tuple[int, int], ...]

    @property
    def line(self) -> int:
        """Index of its first line."""
        return self.parts[0][1]

    def remark(
        self, message: str, start: int, end: int, severity: Severity | None = None
    ) -> Remark:
        """A remark about its text from `start` to `end`, in the line it begins in."""
        if len(self.parts) == 1:  # as nearly all have one line
            return Remark(
                None, message, severity=severity, line=self.line, span=(start, end)
            )
        begun, line = max(part for part in self.parts if part[0] <= start)
        after = [offset for offset, _ in self.parts if offset > start]
        last = min(end, after[0] - 1) if after else end
        span = (start - begun, last - begun)
        return Remark(None, message, severity=severity, line=line, span=span)


class Sentence(NamedTuple):
    """A sentence of a passage: its text, and where it begins there."""

    passage: Passage
    start: int
    text: str

    def remark(
        self, message: str, start: int, end: int, severity: Severity | None = None
    ) -> Remark:
        """A remark about its text from `start` to `end`."""
        first, last = self.start + start, self.start + end
        return self.passage.remark(message, first, last, severity)


def passages(
    paper: Paper, components: Iterable[Component], annex: int | None = None
) -> Iterator[Passage]:
    """The paragraphs of those components that are not empty, in order."""
    yield from _passages(Same(paper.lines), tuple(components), annex)


@lru_cache(maxsize=32)  # many rules ask for those of one letter
def _passages(
    lines: Same[tuple[Line, ...]], components: tuple[Component, ...], annex: int | None
) -> tuple[Passage, ...]:
    return tuple(_grouped(Paper(lines.value), components, annex))


def _grouped(
    paper: Paper, components: tuple[Component, ...], annex: int | None
) -> Iterator[Passage]:
    group: list[int] = []
    last = None
    for index in paper.of(*components, annex=annex):
        line = paper.lines[index]
        if last is not None and (
            last.number != line.number or last.component is not line.component
        ):
            yield _joined(paper, group)
            group, last = [], None
        if last is not None or line.text.strip():
            group.append(index)
            last = line
    if group:
        yield _joined(paper, group)


def entries(paper: Paper, component: Component) -> Iterator[Passage]:
    """The entries of a list in the letter's frame (Kính gửi, Nơi nhận), in order.

    They often are lines of one paragraph: a line goes on the one before where it has
    no dash and that one has no end sign.
    """
    group: list[int] = []
    for index in paper.of(component, annex=0):
        text = paper.lines[index].text.strip()
        last = paper.lines[group[-1]] if group else None
        goes_on = (
            last is not None
            and last.number == paper.lines[index].number
            and not text.startswith(DASHES)
            and not last.text.rstrip().endswith((";", ".", ":"))
        )
        if not text:
            continue
        if group and not goes_on:
            yield _joined(paper, group)
            group = []
        group.append(index)
    if group:
        yield _joined(paper, group)


def _joined(paper: Paper, indexes: list[int]) -> Passage:
    if len(indexes) == 1:
        return Passage(paper.lines[indexes[0]].text, ((0, indexes[0]),))
    texts: list[str] = []
    parts: list[tuple[int, int]] = []
    for index in indexes:
        parts.append((sum(len(text) + 1 for text in texts), index))
        texts.append(paper.lines[index].text)
    return Passage(" ".join(texts), tuple(parts))


def sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage, with their end signs."""
    yield from _sentences(Same(passage))


@lru_cache(maxsize=1024)
def _sentences(whole: Same[Passage]) -> tuple[Sentence, ...]:
    return tuple(_cut(whole.value))


def _cut(passage: Passage) -> Iterator[Sentence]:
    start = 0
    for end in [*_ends(passage.text), len(passage.text)]:
        text = passage.text[start:end]
        if text.strip():
            begun = start + len(text) - len(text.lstrip())
            yield Sentence(passage, begun, text.strip())
        start = end


def _ends(text: str) -> Iterator[int]:
    """Where sentences end: at a stop before a capital, a figure or a bracket."""
    for found in _STOP.finditer(text):
        after = text[found.end() :].lstrip('\t (“"-–')
        if not after[:1].islower() and not _is_no_end(text, found.end()):
            yield found.end()


def _is_no_end(text: str, end: int) -> bool:
    """Whether what ends at `end` in a stop is an item's number, or a short form."""
    if _ITEM.fullmatch(text, 0, end):
        return True
    return _SHORT.search(text, max(end - _SHORTS_LENGTH, 0), end) is not None


@lru_cache(maxsize=4096)
def pattern(phrase: str) -> re.Pattern[str]:
    """Where `phrase` stands as whole words, in capitals or not."""
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)
