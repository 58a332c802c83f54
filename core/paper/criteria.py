"""Which criteria a sentence names, and figures beside their names (tiêu chí được nêu).

By the names and aliases of the index and the words of sentences in the reference; the
longest words count (docs/linh-vuc.md 3.5, 7.3).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from core.catalogue import Catalogue, Indicator
from core.reference import Reference

_Phrases: TypeAlias = tuple[tuple[str, str], ...]

_IN_FULL: Final = {
    "tthc": r"(?:tthc|thủ\s+tục\s+hành\s+chính(?:\s+\(tthc\))?)",
    "dvctt": r"(?:dvctt|dịch\s+vụ\s+công\s+trực\s+tuyến)",
    "pakn": r"(?:pakn|phản\s+ánh,?\s+kiến\s+nghị(?:\s+\(pakn\))?)",
    "hóa": "(?:hóa|hoá)",
    "hs": r"(?:hs|hồ\s+sơ)",
}
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
        self._pattern, self._keys = _pattern(_phrases(catalogue, reference))

    def find(self, text: str) -> tuple[Named, ...]:
        """What `text` names, in its order."""
        return tuple(
            Named(self._keys[str(one.lastgroup)], *one.span())
            for one in self._pattern.finditer(text.lower())
        )

    def criteria(self, keys: Iterable[str]) -> frozenset[str]:
        """`keys` with each group in place of which its criteria stand."""
        told: frozenset[str] = frozenset()
        return told.union(*(self._groups.get(key, {key}) for key in keys))

    def group(self, key: str) -> str:
        """The group of a criterion, or `key` where it is a group or in none."""
        return next((one for one, all_ in self._groups.items() if key in all_), key)


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
def _pattern(phrases: _Phrases) -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    """What finds any of the phrases, and the keys by the name of its group."""
    keys: dict[str, set[str]] = {}
    for phrase, key in phrases:
        keys.setdefault(_short(phrase), set()).add(key)
    longest = sorted(keys, key=lambda one: (-len(_full(one)), one))
    names = {f"p{number}": phrase for number, phrase in enumerate(longest)}
    parts = (rf"(?P<{name}>{_worded(phrase)})" for name, phrase in names.items())
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
    return pattern, {name: frozenset(keys[one]) for name, one in names.items()}


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
