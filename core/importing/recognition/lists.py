"""Lists of dossiers: which heading is over which column (docs/linh-vuc.md 3.3, no. 6).

The words are the catalogue's. They count only where a whole header is that of a list:
"Lĩnh vực" and "Trạng thái" stand over columns of figures too.
"""

from collections.abc import Callable, Mapping, Sequence

from core.catalogue import Catalogue
from core.importing.recognition import vocabulary, words
from core.importing.recognition.vocabulary import Words

CODE = "dossier.code"
"""The facet of the column that a list cannot be without."""

MOST_KNOWN = 20_000
"""How many headings are kept with what they name; more than that has no file."""

_PREFIX = "dossier."
_TELLING = frozenset(
    _PREFIX + key for key in ("received", "due", "finished", "owner", "procedure")
)
_LEAST = 3
"""Columns of a list at least: its code, one that only lists have, and any other."""


def facet_of(attribute: str) -> str:
    """The facet of the column that holds that attribute of a dossier."""
    return _PREFIX + attribute


class ListWords:
    """The words over the columns of lists, ready to be looked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Fold the words once."""
        self._words = vocabulary.of_facets(catalogue.dossier_columns)
        self._known: dict[str, str | None] = {}

    def first_words(self, some: Callable[[Words], bool]) -> frozenset[str]:
        """The words that headings of those begin with."""
        return self._words.first_words(some)

    def facet(self, tiers: Sequence[str]) -> str | None:
        """What the column under these headings holds; the lowest that is known says."""
        found = (self._of(tier) for tier in reversed(tiers))
        return next((facet for facet in found if facet is not None), None)

    def _of(self, tier: str) -> str | None:
        """What one heading names; the same ones are asked again and again."""
        if tier not in self._known:
            if len(self._known) >= MOST_KNOWN:
                return self._best(tier)
            self._known[tier] = self._best(tier)
        return self._known[tier]

    def _best(self, tier: str) -> str | None:
        text = words.label(tier).text
        near = self._words.near(text)
        sized = [(one.length(text, percent=False), one.key) for one in near]
        length, key = max(sized, default=(0, ""))
        is_only = [size for size, _ in sized].count(length) == 1
        return key if length and is_only else None

    def columns(self, tiers: Mapping[int, Sequence[str]]) -> dict[int, str]:
        """By column what it holds, each once; nothing where it is no list's header."""
        found: dict[str, int] = {}
        for column, over in tiers.items():
            key = self.facet(over)
            if key is not None:
                found.setdefault(key, column)
        is_list = CODE in found and _TELLING & found.keys() and len(found) >= _LEAST
        return {column: key for key, column in found.items()} if is_list else {}

    def is_exact(self, tiers: Sequence[str], facet: str) -> bool:
        """Whether one of the headings is word for word one of that column's."""
        own = next((one.exact for one in self._words.all if one.key == facet), ())
        return any(words.label(tier).text in own for tier in tiers)
