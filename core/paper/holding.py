"""Which texts hold which words: all of them asked at once, in small letters.

A word is looked for ten times faster in one long text than a pattern is in each of its
lines, and most of what rules look for is nowhere: what holds none of the words that a
pattern needs is not worth the pattern.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from core.dates import lowered
from core.paper.model import Component, Line, Paper
from core.same import Same


class Texts:
    """Texts, asked which of them hold a word."""

    __slots__ = ("_found", "_starts", "_whole")

    def __init__(self, texts: Iterable[str]) -> None:
        """Of these, in their order."""
        small = [lowered(text) for text in texts]
        self._whole = "\n".join(small)
        self._starts = list(accumulate((len(text) + 1 for text in small), initial=0))
        self._found: dict[tuple[str, ...], tuple[int, ...]] = {}

    def holding(self, *words: str) -> tuple[int, ...]:
        """Which of them hold one of `words`, given in small letters; ascending."""
        known = self._found.get(words)
        if known is None:
            found = {index for word in words for index in self._with(word)}
            known = self._found[words] = tuple(sorted(found))
        return known

    def _with(self, word: str) -> Iterable[int]:
        at = self._whole.find(word)
        while at >= 0:
            index = bisect_right(self._starts, at) - 1
            yield index
            at = self._whole.find(word, self._starts[index + 1])


def texts(paper: Paper) -> Texts:
    """The letter's lines."""
    return _texts(Same(paper.lines))


@lru_cache(maxsize=4)  # all rules ask for those of one letter
def _texts(lines: Same[tuple[Line, ...]]) -> Texts:
    return Texts(line.text for line in lines.value)


def lines_holding(
    paper: Paper,
    words: Sequence[str],
    components: Sequence[Component],
    annex: int | None = None,
) -> list[int]:
    """Indexes of the lines of `components` that hold one of `words` (small letters)."""
    lines = paper.lines
    return [
        index
        for index in texts(paper).holding(*words)
        if lines[index].component in components
        and (annex is None or lines[index].annex == annex)
    ]
