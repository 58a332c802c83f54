"""A letter's whole text, and where in it phrases stand.

Looking for a phrase in each paragraph takes a hundred times as long as in all of them
at once, and most of what rules look for stands nowhere: of a letter's text one copy in
small letters and the set of its words are made, once for all rules.
"""

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from core.dates import lowered
from core.paper.model import Component, Line, Paper
from core.paper.small import Words
from core.rules.on_letter.passages import Passage, passages
from core.same import Same

_EVERY: Final = tuple(Component)


class Found(NamedTuple):
    """Where a phrase stands: from where to where in which paragraph, and as written."""

    passage: Passage
    start: int
    end: int
    text: str


class Whole:
    """A letter's paragraphs as one text, a line break between two.

    Attributes:
        passages: Those of all components that are not empty, in order.
        text: Theirs, joined.
        small: The same in small letters, sign by sign.
    """

    def __init__(self, lines: tuple[Line, ...]) -> None:
        """Of a letter's lines."""
        self.passages = tuple(passages(Paper(lines), _EVERY))
        texts = [passage.text.replace("\n", " ") for passage in self.passages]
        self.text = "\n".join(texts)
        self.small = lowered(self.text)
        self._lines = lines
        self._starts = list(accumulate((len(one) + 1 for one in texts), initial=0))

    @cached_property
    def words(self) -> Words:
        """Its words."""
        return Words(self.small)

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """The paragraphs of the letter's own body that stand in no table."""
        lines, body = self._lines, (Component.BODY,)
        own = ((lines[one.parts[0][1]], one) for one in self.of(body))
        return tuple(
            [one for line, one in own if line.annex == 0 and line.cell is None]
        )

    def of(self, components: Container[Component]) -> list[Passage]:
        """The paragraphs of `components`, in order."""
        return self._those(self.passages, components)

    def _those(
        self, passages: Iterable[Passage], components: Container[Component]
    ) -> list[Passage]:
        lines = self._lines
        return [
            one for one in passages if lines[one.parts[0][1]].component in components
        ]

    def places(self, *phrases: str) -> list[tuple[int, int]]:
        """From where to where in `text` one of `phrases` stands, in capitals or not.

        As whole words, the longest of them first, none over another.
        """
        known = self.words.known
        sought = [one for one in map(_sought, phrases) if one.words <= known]
        found = [place for one in sought for place in self._places(one.small)]
        if len(sought) > 1:
            found.sort(key=_longest_first)
        return _apart(found) if len(found) > 1 else found

    def _places(self, phrase: str) -> list[tuple[int, int]]:
        text, small, length = self.text, self.small, len(phrase)
        found = []
        at = small.find(phrase)
        while at >= 0:
            end = at + length
            if not (_is_in_word(text[at - 1 : at]) or _is_in_word(text[end : end + 1])):
                found.append((at, end))
            at = small.find(phrase, at + 1)
        return found

    def index(self, at: int) -> int:
        """Which of `passages` the sign at a place of `text` belongs to."""
        return bisect_right(self._starts, at) - 1

    def at(
        self, places: Iterable[int], components: Container[Component]
    ) -> list[Passage]:
        """The paragraphs of `components` in which one of some places is; in order."""
        indexes = sorted({self.index(place) for place in places})
        told = (self.passages[index] for index in indexes)
        return self._those(told, components)

    def with_words_twice(self, components: Container[Component]) -> list[Passage]:
        """Those in which a word, or two, may stand twice in a row, in order."""
        told = (self.passages[index] for index in dict.fromkeys(self.words.twice()))
        return self._those(told, components)

    def every(self, piece: str) -> Iterator[int]:
        """Where `piece`, given in small letters, stands in `text`, be it in a word."""
        at = self.small.find(piece)
        while at >= 0:
            yield at
            at = self.small.find(piece, at + 1)

    def found(self, components: Container[Component], *phrases: str) -> Iterator[Found]:
        """Where one of `phrases` stands in paragraphs of `components`, as in `places`."""
        return self.found_at(self.places(*phrases), components)

    def found_at(
        self, places: Iterable[tuple[int, int]], components: Container[Component]
    ) -> Iterator[Found]:
        """What stands at some `places` that are in paragraphs of `components`."""
        for start, end in places:
            index = self.index(start)
            passage = self.passages[index]
            if self._lines[passage.parts[0][1]].component in components:
                begun = self._starts[index]
                yield Found(passage, start - begun, end - begun, self.text[start:end])


class _Sought(NamedTuple):
    """A phrase in small letters, and the words without which it stands nowhere."""

    small: str
    words: frozenset[str]


@lru_cache(maxsize=4096)
def _sought(phrase: str) -> _Sought:
    small = lowered(phrase)
    return _Sought(small, Words(small).known)


def _is_in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _longest_first(place: tuple[int, int]) -> tuple[int, int]:
    return place[0], -place[1]


def _apart(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that begin behind the one before."""
    told = []
    last = 0
    for start, end in places:
        if start >= last:
            told.append((start, end))
            last = end
    return told


def whole(paper: Paper) -> Whole:
    """The letter's whole text."""
    return _whole(Same(paper.lines))


@lru_cache(maxsize=4)  # all rules ask for that of one letter
def _whole(lines: Same[tuple[Line, ...]]) -> Whole:
    return Whole(lines.value)
