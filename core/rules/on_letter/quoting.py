"""Whether the title of a document is quoted as it is (rule L01)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from core.reference import Citation, Reference
from core.rules.on_letter.citing import Cited
from core.rules.registry import Remark

_WORD: Final = re.compile(r"[^\s,;:.()“”\"]+")
_INTRODUCED: Final = re.compile(r"\([A-ZĐ]+\)")
_TAIL = 2  # words at a title's end by which it is known to be whole


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a title as printed, in small letters, and where it stands."""

    text: str
    start: int
    end: int


def misquoted(cited: Cited, known: Citation, reference: Reference) -> Iterator[Remark]:
    """The remark on a title that is printed, but not as `known` has it.

    Abbreviations count as what they stand for, and signs and capitals do not count.
    """
    expected = _expected(known.title)
    opening = " ".join(expected[:3])
    at = cited.title.casefold().find(opening)
    if at < 0:
        return
    printed = _cut(list(_printed(cited, at, reference)), expected)
    faults = list(_faults(expected, printed))
    if faults:
        said = ", ".join(fault for fault, _, _ in faults)
        message = f"Tên {known.short} ghi chưa đúng: {said}."
        start, end = faults[0][1], faults[-1][2]
        yield cited.passage.remark(message, start, end)


@lru_cache(maxsize=8)
def _expected(title: str) -> tuple[str, ...]:
    """The words of a title from its own name on, without the verb before it."""
    words = _WORD.findall(title)
    begun = next((n for n, word in enumerate(words) if word[0].isupper()), 0)
    return tuple([word.casefold() for word in words[begun:]])


def _printed(cited: Cited, at: int, reference: Reference) -> Iterator[_Word]:
    """The words of the title as printed from `at` on, abbreviations spelled out."""
    full = {one.short: one.full.casefold() for one in reference.abbreviations}
    title = _INTRODUCED.sub(lambda found: " " * len(found[0]), cited.title)
    for found in _WORD.finditer(title, at):
        start, end = (cited.title_start + place for place in found.span())
        for word in _WORD.findall(full.get(found[0], found[0].casefold())):
            yield _Word(word, start, end)


def _cut(printed: list[_Word], expected: tuple[str, ...]) -> list[_Word]:
    """The words up to the title's end: what follows is the sentence's."""
    texts = [word.text for word in printed]
    for end in range(_TAIL, len(texts) + 1):
        if tuple(texts[end - _TAIL : end]) == expected[-_TAIL:]:
            return printed[:end]
    return printed[: len(expected)]


def _faults(
    expected: tuple[str, ...], printed: list[_Word]
) -> Iterator[tuple[str, int, int]]:
    """What differs, in words, and from where to where it is printed."""
    texts = [word.text for word in printed]
    if tuple(texts) == expected:
        return
    matcher = SequenceMatcher(None, expected, texts, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        right, wrong = " ".join(expected[start:end]), " ".join(texts[first:last])
        said = {
            "insert": f"thừa “{wrong}”",
            "delete": f"thiếu “{right}”",
            "replace": f"“{wrong}” phải là “{right}”",
        }
        if kind in said:
            here = printed[first:last] or printed[first - 1 : first]
            yield said[kind], here[0].start, here[-1].end
