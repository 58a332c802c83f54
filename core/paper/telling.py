"""Who is told to act, and by which word (động từ giao việc, kiến nghị)."""

import re
from functools import lru_cache

from core.dates import lowered
from core.paper.word_patterns import alternatives, end_of_name
from core.reference import Reference
from core.same import Same


def told(text: str, reference: Reference) -> str:
    """Who is told or asked to act in a sentence; empty where nobody is named."""
    return _told(text, Same(reference))


@lru_cache(maxsize=512)
def _told(text: str, words: Same[Reference]) -> str:
    reference = words.value
    found = telling(reference).search(text)
    if found is None:
        return ""
    rest = text[found.end() :]
    stop = end_of_name(reference.words("acting")).search(rest)
    return rest[: stop.start() if stop else len(rest)].strip(" ,")


def verb(text: str, reference: Reference) -> str:
    """The word by which a sentence tells or asks, in small letters; empty for none."""
    found = telling(reference).search(text)
    return "" if found is None else found[0].lower()


def telling(reference: Reference) -> "Telling":
    """The verbs that tell or ask, of the reference."""
    return _telling_of(Same(reference))


@lru_cache(maxsize=8)
def _telling_of(reference: Same[Reference]) -> "Telling":
    words = reference.value.words
    return Telling(
        words("telling"), words("telling.not_after"), words("telling.not_before")
    )


class Telling:
    """A verb that tells somebody to act; "có yêu cầu nghĩa vụ tài chính" is none."""

    def __init__(
        self, words: tuple[str, ...], after: tuple[str, ...], before: tuple[str, ...]
    ) -> None:
        self._words = tuple(map(lowered, words))
        begin = "".join(sorted({re.escape(one[0]) for one in words}))
        first = rf"(?=[{begin}])" if begin else ""  # much faster than what follows
        behind = "".join(rf"(?<!\b{re.escape(one)}\s)" for one in after)
        names = "|".join(map(re.escape, before))
        ahead = rf"(?!\s+(?:{names})(?!\w))" if before else ""
        pattern = rf"{first}{behind}{alternatives(words)}{ahead}"
        self._pattern = re.compile(pattern, re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """Where the first one in a text stands; most texts hold none of the words."""
        small = lowered(text)
        for word in self._words:
            if word in small:
                return self._pattern.search(text)
        return None

    def match(self, text: str) -> re.Match[str] | None:
        """Whether a text begins with one."""
        return self._pattern.match(text)
