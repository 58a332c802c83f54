"""Text of a letter as rules read it: passages, sentences, and places led back to lines.

Manual line breaks cut a paragraph into lines; a passage joins them again.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from core.paper.model import Component, Paper
from core.rules.registry import Remark, Severity

TEXT = (Component.BODY, Component.ANNEX_TEXT)
"""Where sentences stand."""

_SENTENCE_END = re.compile(r"(?<![\s(])[.!?](?=[\s)”\"]+[^\sa-zà-ỹ\d]|\s*$)")


@dataclass(frozen=True, slots=True)
class Passage:
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
        begun, line = max(part for part in self.parts if part[0] <= start)
        after = [offset for offset, _ in self.parts if offset > start]
        last = min(end, after[0] - 1) if after else end
        span = (start - begun, last - begun)
        return Remark(None, message, severity=severity, line=line, span=span)


@dataclass(frozen=True, slots=True)
class Sentence:
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
    indexes = list(paper.of(*components, annex=annex))

    def paragraph(index: int) -> tuple[int, Component]:
        return paper.lines[index].number, paper.lines[index].component

    for _, group in groupby(indexes, key=paragraph):
        texts: list[str] = []
        parts: list[tuple[int, int]] = []
        for index in group:
            parts.append((sum(len(text) + 1 for text in texts), index))
            texts.append(paper.lines[index].text)
        text = " ".join(texts)
        if text.strip():
            yield Passage(text, tuple(parts))


def sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage, with their end signs."""
    start = 0
    for end in [*(found.end() for found in _SENTENCE_END.finditer(passage.text)), None]:
        text = passage.text[start:end]
        begun = start + len(text) - len(text.lstrip())
        if text.strip():
            yield Sentence(passage, begun, text.strip())
        start = end or start


def pattern(phrase: str) -> re.Pattern[str]:
    """Where `phrase` stands as whole words, in capitals or not."""
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)
