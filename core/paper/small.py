"""The words of a text in small letters."""

from collections.abc import Iterator
from operator import eq
from typing import Final

_SIGNS: Final = ',.;:()“”"/%-–!?…|'
"""What mostly stands beside words."""
_LINE_END: Final = "|"  # among the words of several lines


class Words:
    """The words of a text that is in small letters: letters and figures between signs.

    Attributes:
        known: Each of them.
    """

    __slots__ = ("_told", "known")

    def __init__(self, text: str) -> None:
        """Of a text."""
        self._told = _bare(text, _SIGNS).split()
        self.known = frozenset(self._told)
        signs = "".join(self.known.difference(_LINE_END))
        if signs and not signs.isalnum():
            odd = "".join({sign for sign in signs if not sign.isalnum()})
            self._told = _bare(text, _SIGNS + odd).split()
            self.known = frozenset(self._told)

    def twice(self) -> Iterator[int]:
        """Which lines hold a word, or two, twice in a row, be it with signs between.

        A line may be named twice.
        """
        told = self._told
        places = {at for at in _alike(told) if told[at].isalpha()}
        # Of two words that stand twice one is at an even place.
        for even in _alike(told[::2]):
            for at in (2 * even - 1, 2 * even):
                words = told[max(at, 0) : at + 4]
                if words[:2] == words[2:] and all(map(str.isalpha, words)):
                    places.add(at)
        line = last = 0
        for at in sorted(places):
            line += told[last:at].count(_LINE_END)
            last = at
            yield line


def _alike(told: list[str]) -> Iterator[int]:
    """Where a word stands that is the next one too."""
    answers = bytes(list(map(eq, told, told[1:])))  # as bytes, to find the few at once
    at = answers.find(True)
    while at >= 0:
        yield at
        at = answers.find(True, at + 1)


def _bare(text: str, signs: str) -> str:
    """`text` with blanks for signs, and its line ends marked."""
    for sign in signs:
        text = text.replace(sign, " ")
    return text.replace("\n", f" {_LINE_END} ")
