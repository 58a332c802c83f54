"""Text in small letters, and its words."""

from collections.abc import Iterator
from itertools import compress, count
from operator import eq
from typing import Final

_SIGNS: Final = ',.;:()“”"/%-–!?…|¦‖'
"""What mostly stands beside words; the last three mark where a line ends."""
_LINE_END: Final = "|"
_END_OF_LINE: Final = " | ¦ ‖ "  # three, so that lines alike are no words twice


def small_letters(text: str) -> str:
    """`text` in small letters, sign by sign: what is found there is where it is here."""
    small = text.casefold()
    if len(small) == len(text):
        return small
    folded = ((sign, sign.casefold()) for sign in text)  # "ß" would be "ss"
    return "".join(after if len(after) == 1 else sign for sign, after in folded)


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
        signs = "".join(self.known.difference(_END_OF_LINE))
        if signs and not signs.isalnum():
            odd = "".join({sign for sign in signs if not sign.isalnum()})
            self._told = _bare(text, _SIGNS + odd).split()
            self.known = frozenset(self._told)

    def twice(self) -> Iterator[int]:
        """Which lines hold a word, or two, twice in a row, be it with signs between.

        A line may be named twice.
        """
        told = self._told
        one = compress(count(), map(eq, told, told[1:]))
        two = set(compress(count(), map(eq, told, told[2:])))
        line = last = 0
        for at in sorted({*one, *(at for at in two if at + 1 in two)}):
            if told[at].isalpha():
                line += told[last:at].count(_LINE_END)
                last = at
                yield line


def _bare(text: str, signs: str) -> str:
    """`text` with blanks for signs, and its line ends marked."""
    for sign in signs:
        text = text.replace(sign, " ")
    return text.replace("\n", _END_OF_LINE)
