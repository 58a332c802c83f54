"""Which criteria a sentence names, and figures beside their names (tiêu chí được nêu).

By the names and aliases of the index and the words of sentences in the reference; the
longest words count (docs/linh-vuc.md 3.5, 7.3).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from core.catalogue import Catalogue, Indicator
from core.reference import Reference
from core.same import Same

_Phrases: TypeAlias = tuple[tuple[str, str], ...]

_IN_FULL: Final = {
    "tthc": r"(?:tthc|thủ\s+tục\s+hành\s+chính(?:\s+\(tthc\))?)",
    "dvctt": r"(?:dvctt|dịch\s+vụ\s+công\s+trực\s+tuyến)",
    "pakn": r"(?:pakn|phản\s+ánh,?\s+kiến\s+nghị(?:\s+\(pakn\))?)",
    "hóa": "(?:hóa|hoá)",
    "hs": r"(?:hs|hồ\s+sơ)",
}
_BEGINS: Final = {
    "tthc": ("thủ",),
    "dvctt": ("dịch",),
    "pakn": ("phản",),
    "hs": ("hồ",),
    "hóa": ("hoá",),
}
"""How the long forms begin."""

_WORD: Final = re.compile(r"\w+")
_SHORTENED: Final = (
    ("thủ tục hành chính", "tthc"),
    ("dịch vụ công trực tuyến", "dvctt"),
    ("phản ánh, kiến nghị", "pakn"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """Words of a text that name criteria (chỗ nêu tiêu chí).

    Attributes:
        keys: What they may mean: keys of the index; a group by that of its score.
        start: Where they begin.
        end: Where they end.
    """

    keys: frozenset[str]
    start: int
    end: int


class Naming:
    """Finds the criteria that sentences name."""

    def __init__(self, catalogue: Catalogue, reference: Reference) -> None:
        """Learn the words of the index and of the reference."""
        self._groups = {one.key: frozenset(one.criteria) for one in catalogue.groups}
        self._lookup = _learnt(Same(catalogue), Same(reference))

    def find(self, text: str) -> tuple[Named, ...]:
        """What `text` names, in its order."""
        low = text.lower()
        # A sign or two of other languages grow when they become small.
        return _found(self._lookup, low if len(low) == len(text) else text)

    def criteria(self, keys: Iterable[str]) -> frozenset[str]:
        """`keys` with each group in place of which its criteria stand."""
        told: frozenset[str] = frozenset()
        return told.union(*(self._groups.get(key, {key}) for key in keys))

    def group(self, key: str) -> str:
        """The group of a criterion, or `key` where it is a group or in none."""
        return next((one for one, all_ in self._groups.items() if key in all_), key)


class _Lookup:
    """What finds phrases in a text, by the word that they begin with."""

    def __init__(self, keys: Mapping[str, frozenset[str]]) -> None:
        self._keys: list[frozenset[str]] = []
        parts: dict[str, list[str]] = {}
        for phrase in sorted(keys, key=lambda one: (-len(_full(one)), one)):
            part = rf"(?P<p{len(self._keys)}>{_worded(phrase)})"
            self._keys.append(keys[phrase])
            for word in _first_words(phrase):
                parts.setdefault(word, []).append(part)
        self._patterns = {
            word: re.compile(rf"(?:{'|'.join(some)})(?!\w)")
            for word, some in parts.items()
        }

    def find(self, text: str) -> Iterator[Named]:
        """The longest phrase at each word, one behind the other."""
        end = 0
        for word in _WORD.finditer(text):
            pattern = self._patterns.get(word[0])
            if word.start() < end or pattern is None:
                continue
            if found := pattern.match(text, word.start()):
                end = found.end()
                number = int(str(found.lastgroup)[1:])
                yield Named(self._keys[number], *found.span())


@lru_cache(maxsize=1024)  # several rules look at the lines of one letter
def _found(lookup: _Lookup, text: str) -> tuple[Named, ...]:
    return tuple(lookup.find(text))


@lru_cache(maxsize=4)
def _learnt(catalogue: Same[Catalogue], reference: Same[Reference]) -> _Lookup:
    return _lookup(_phrases(catalogue.value, reference.value))


def _phrases(catalogue: Catalogue, reference: Reference) -> _Phrases:
    groups = {one.key for one in catalogue.groups}
    found = []
    for key, indicator in catalogue.indicators.items():
        words = reference.words(f"named.{key}")
        if indicator.group or key in groups or words:
            found += [(one, key) for one in (*words, *_own(indicator))]
    return tuple(found)


def _own(indicator: Indicator) -> tuple[str, ...]:
    return tuple(
        filter(None, (indicator.name, indicator.full_name, *indicator.aliases))
    )


@lru_cache(maxsize=4)
def _lookup(phrases: _Phrases) -> _Lookup:
    keys: dict[str, frozenset[str]] = {}
    for phrase, key in phrases:
        short = _short(phrase)
        keys[short] = keys.get(short, frozenset()) | {key}
    return _Lookup(keys)


def _first_words(phrase: str) -> tuple[str, ...]:
    """The words that a phrase may begin with: its own, or its short form's in full."""
    word = phrase.split(maxsplit=1)[0].rstrip(",")
    return word, *_BEGINS.get(word, ())


def _short(phrase: str) -> str:
    """A phrase with short forms, small letters, so that two writings become one."""
    text = phrase.lower()
    for full, short in _SHORTENED:
        text = text.replace(full, short)
    return text


def _full(phrase: str) -> str:
    for full, short in _SHORTENED:
        phrase = phrase.replace(short, full)
    return phrase


def _worded(phrase: str) -> str:
    """A pattern for the words of a phrase, with or without its commas."""
    return r"\s+".join(
        _IN_FULL.get(word.rstrip(","), re.escape(word.rstrip(",")))
        + (",?" if word.endswith(",") else "")
        for word in phrase.split()
    )
