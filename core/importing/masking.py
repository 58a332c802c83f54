"""Texts of a sheet without its figures and names, for a sample that leaves the office.

What the catalogue's words say is kept; digits become 9, and whatever may be a name
becomes its shape ("Tân Phước" → "Aa Aa").
"""

import re
from collections.abc import Iterable, Iterator

from core import figures
from core.catalogue import Catalogue
from core.names import folded, unit_identity

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\W_]+")
_UNIT = re.compile(
    r"(?:ubnd|nhân dân|xã|phường|thị trấn|đặc khu|huyện|quận|thành phố|tp|tỉnh|sở|ban)"
    r"\.?$",
    re.IGNORECASE,
)
_KINDS = frozenset(
    folded("ủy ban nhân dân ubnd xã phường thị trấn đặc khu huyện quận thành phố tỉnh sở")
    .split()
)  # fmt: skip
_PLAIN = re.compile(r"[\d.,+\-–—/%\s()]*(?:%|điểm|đ|hồ sơ|ngày)?", re.IGNORECASE)


def digits(text: str) -> str:
    """`text` with every digit as 9."""
    return re.sub(r"\d", "9", figures.clean(text))


def shape(text: str) -> str:
    """The shape of each word: "Aa" begins large, "AA" is all large, "aa" small."""
    return _WORD.sub(lambda found: _shape(found[0]), digits(text))


def _shape(word: str) -> str:
    if word.isupper() and len(word) > 1:
        return "AA"
    return "Aa" if word[:1].isupper() else "aa"


def pattern(text: str) -> str:
    """A number as written with 9 for digits ("9.999", "99,9%"); else "chữ"."""
    tidy = figures.clean(text)
    if not tidy:
        return "trống"
    return digits(tidy) if _PLAIN.fullmatch(tidy) else "chữ"


class Masker:
    """Knows the catalogue's words, and the names that may not be told."""

    def __init__(self, catalogue: Catalogue, names: Iterable[str]) -> None:
        """Fold the words and the names once; a name is masked without its kind too."""
        phrases = set(_phrases(catalogue))
        self._phrases = _by_first(phrases)
        # A header that is repeated among the rows is no name.
        self._names = _by_first(set(_names(names)) - phrases)

    def heading(self, text: str) -> str:
        """A heading that was recognised, or that a person pointed at.

        Its words are kept, but what is a name of the file's, what stands behind the
        word for a kind of office, and words in a row that begin large.
        """
        tokens = list(_TOKEN.finditer(figures.clean(text)))
        masked = set(_found(tokens, self._names))
        known = set(_found(tokens, self._phrases)) - masked
        all_large = figures.clean(text).isupper()
        behind = False
        for place, token in enumerate(tokens):
            is_large = token[0][:1].isupper() or token[0].isdigit()
            if behind and is_large and place not in known:
                masked.add(place)
            elif place not in known and not all_large:
                masked |= set(_in_a_row(tokens, place, known))
            behind = bool(_UNIT.match(token[0])) or (
                behind and place in masked and is_large
            )
        return self._with(figures.clean(text), tokens, masked)

    def known(self, text: str) -> str | None:
        """Only the catalogue's words of a text, the rest by shape; None without any."""
        tokens = list(_TOKEN.finditer(figures.clean(text)))
        kept = set(_found(tokens, self._phrases)) - set(_found(tokens, self._names))
        if not kept:
            return None
        others = set(range(len(tokens))) - kept
        return self._with(figures.clean(text), tokens, others)

    @staticmethod
    def _with(text: str, tokens: list[re.Match[str]], masked: set[int]) -> str:
        parts, last = [], 0
        for place, token in enumerate(tokens):
            said = shape(token[0]) if place in masked else digits(token[0])
            parts += [text[last : token.start()], said]
            last = token.end()
        return "".join((*parts, text[last:]))


_Index = dict[str, list[tuple[str, ...]]]


def _by_first(some: Iterable[tuple[str, ...]]) -> _Index:
    index: _Index = {}
    for phrase in some:
        if phrase:
            index.setdefault(phrase[0], []).append(phrase)
    return index


def _phrases(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    for one in catalogue.indicators.values():
        for text in (*one.labels, *one.aliases, *one.percent_aliases, one.name,
                     one.full_name, one.annex_label, one.annex_group):  # fmt: skip
            yield _folded(text)
    for facet in (*catalogue.facets, *catalogue.dossier_columns):
        for text in (*facet.labels, *facet.aliases, facet.name):
            yield _folded(text)


def _names(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for name in names:
        for text in (name, unit_identity(name)):
            tokens = _folded(text)
            yield tokens
            bare = tokens
            while bare and bare[0] in _KINDS:
                bare = bare[1:]
            yield bare


def _folded(text: str) -> tuple[str, ...]:
    return tuple(folded(token) for token in _TOKEN.findall(figures.clean(text)))


def _found(tokens: list[re.Match[str]], index: _Index) -> Iterator[int]:
    """The places of the tokens that are part of a phrase of the index."""
    told = [folded(token[0]) for token in tokens]
    for start, first in enumerate(told):
        for phrase in index.get(first, ()):
            if tuple(told[start : start + len(phrase)]) == phrase:
                yield from range(start, start + len(phrase))


def _in_a_row(
    tokens: list[re.Match[str]], place: int, known: set[int]
) -> Iterator[int]:
    """This token and the next, where both begin large and neither is known."""
    pair = (place, place + 1)
    is_pair = pair[1] < len(tokens) and not known & set(pair)
    if is_pair and all(tokens[one][0][:1].isupper() for one in pair):
        yield from pair
