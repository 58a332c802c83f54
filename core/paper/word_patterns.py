"""Patterns of lists of words, compiled once."""

import re
from collections.abc import Iterable
from functools import lru_cache

from core.dates import lowered


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of `words` as whole words; for nothing where there are none."""
    longest = sorted(words, key=len, reverse=True)
    if not longest:
        return r"(?!)"
    begin = "".join(sorted({re.escape(one[0]) for one in longest}))
    # The first letters alone are looked for first, which is much faster.
    return rf"\b(?=[{begin}])(?:{'|'.join(map(re.escape, longest))})(?!\w)"


@lru_cache(maxsize=64)
def any_word(words: tuple[str, ...], *, any_case: bool = True) -> re.Pattern[str]:
    """Where one of `words` stands."""
    return re.compile(alternatives(words), re.IGNORECASE if any_case else 0)


@lru_cache(maxsize=8)
def end_of_name(words: tuple[str, ...]) -> re.Pattern[str]:
    """Where the name of who is to act ends."""
    return re.compile(rf"{alternatives(words)}|[:;.]", re.IGNORECASE)


class Holds:
    """Whether a text holds one of some words."""

    def __init__(self, words: tuple[str, ...], *, any_case: bool = True) -> None:
        """Of these words, in capitals or not unless told otherwise."""
        self._pattern = any_word(words, any_case=any_case)
        self._words = tuple(map(lowered, words))

    def __call__(self, text: str) -> bool:
        """Whether one of them is in `text`; most texts hold none."""
        small = lowered(text)
        if any(word in small for word in self._words):
            return self._pattern.search(text) is not None
        return False


@lru_cache(maxsize=64)
def holds(words: tuple[str, ...], *, any_case: bool = True) -> Holds:
    """Whether a text holds one of `words`, prepared once."""
    return Holds(words, any_case=any_case)
