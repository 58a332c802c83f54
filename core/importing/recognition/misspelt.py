"""Headings that are one of the names we know but for a letter, or for their marks.

What differs by marks alone is that name; what differs by a letter is only like it, and
is asked. Short names are left alone: a letter makes another word of them.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from core.importing.recognition.vocabulary import Vocabulary, Words
from core.kind import Kind
from core.names import folded

SHORTEST, LONGEST = 8, 120
"""Letters of a name in which one may be wrong; what is longer is a sentence."""

_MEASURED = (Kind.RATIO, Kind.COUNT, Kind.SCORE, Kind.DAYS)


class Meant(NamedTuple):
    """The name that a heading is likely meant to be, folded as labels are.

    Attributes:
        by_marks: It differs from that name by its marks alone.
    """

    name: str
    by_marks: bool


class Names:
    """Names by how they look without marks, and with one letter less."""

    def __init__(self, names: Iterable[str]) -> None:
        """Index them."""
        self._plain: dict[str, set[str]] = {}
        for name in names:
            self._plain.setdefault(folded(name), set()).add(name)
        self._shorter: dict[str, set[str]] = {}
        for plain in self._plain:
            if SHORTEST <= len(plain) <= LONGEST:
                for one in (plain, *_shorter(plain)):
                    self._shorter.setdefault(one, set()).add(plain)

    def meant(self, text: str) -> Meant | None:
        """The one name that the folded `text` is nearly; None for none, or for several."""
        plain = folded(text)
        if (marked := self._plain.get(plain)) is not None:
            is_one = text not in marked and len(marked) == 1
            return Meant(next(iter(marked)), by_marks=True) if is_one else None
        if not SHORTEST <= len(plain) <= LONGEST:
            return None
        near = {
            name
            for one in (plain, *_shorter(plain))
            for name in self._shorter.get(one, ())
            if _is_near(plain, name)
        }
        names = {name for one in near for name in self._plain[one]}
        return Meant(names.pop(), by_marks=False) if len(names) == 1 else None


@lru_cache(maxsize=8)
def of(vocabulary: Vocabulary) -> Names:
    """The names of figures in the vocabulary."""
    return Names(
        name for one in vocabulary.all if _is_figure(one) for name in one.exact
    )


def _is_figure(one: Words) -> bool:
    return one.indicator is not None and one.indicator.kind in _MEASURED


def _shorter(text: str) -> Iterator[str]:
    return (text[:at] + text[at + 1 :] for at in range(len(text)))


def _is_near(text: str, name: str) -> bool:
    """Whether one letter more, less, other, or two turned round make them the same."""
    start = next(
        (n for n, (a, b) in enumerate(zip(text, name, strict=False)) if a != b),
        min(len(text), len(name)),
    )
    rest, other = text[start:], name[start:]
    turned = rest[1:2] + rest[:1] + rest[2:]
    return other in (turned, rest[1:]) or rest == other[1:] or rest[1:] == other[1:]
