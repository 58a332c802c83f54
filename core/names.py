"""Names of units compared as people compare them (tên đơn vị); docs/linh-vuc.md 3.2."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from core.figures import clean
from core.patterns import later

_BODY = later(r"^(?:ubnd|(?:ủy|uỷ) ban nhân dân|uy ban nhan dan)\s+(?:c(?:ủa|ua)\s+)?")
_ABOVE = later(
    r"\s*[-–,]\s*(?:tỉnh|tinh|thành phố|thanh pho|tp\.?)\s+(?P<province>.*)$"
)
_BODIES = later(r"^(?:(?:ubnd|uy ban nhan dan)[^\S\n]+(?:cua[^\S\n]+)?)+", re.MULTILINE)
_NO_LETTER = later(r"[^a-z0-9\n]+")
_BETWEEN = later(r"[^\w/]+")
_NAMES = 8192
"""Names kept as compared: of a table of every commune, and of the month before it."""

_TONES = dict.fromkeys("\u0300\u0301\u0303\u0309\u0323")
_MARKS = {ord("đ"): "d", ord("Đ"): "D"}


@lru_cache(maxsize=8192)  # some 7,000 syllables are all that Vietnamese has
def tone_last(word: str) -> str:
    """`word` with its tone mark at the end: hoà and hòa become the same."""
    apart = unicodedata.normalize("NFD", word)
    tones = "".join(sign for sign in apart if sign in _TONES)
    base = "".join(sign for sign in apart if sign not in _TONES)
    return unicodedata.normalize("NFC", base) + tones


def folded(text: str) -> str:
    """`text` in small letters without diacritics, white space folded.

    Both ways of placing a tone mark (hoà, hòa) fold to the same letters.
    """
    letters = unicodedata.normalize("NFD", clean(text).translate(_MARKS))
    return "".join(one for one in letters if not unicodedata.combining(one)).casefold()


@lru_cache(maxsize=8192)
def _folded_word(word: str) -> str:
    return folded(word)


def folded_words(text: str) -> str:
    """`folded`, a word at a time: for many texts of the same words, tidy already."""
    return " ".join([_folded_word(word) for word in text.split()])


@lru_cache(maxsize=_NAMES)
def unit_identity(name: str) -> str:
    """What two writings of one unit's name have in common, its marks kept.

    "UBND Phường Việt Trì - Tỉnh Phú Thọ" and "phường Việt Trì" share it; xã Thanh
    Phước and xã Thạnh Phước are two.
    """
    bare = clean(name).casefold()
    if any(sign in bare for sign in "-–,"):
        bare = _ABOVE.sub("", bare)
    if bare.startswith(("u", "ủ")):
        bare = _BODY.sub("", bare)
    return " ".join([tone_last(word) for word in _BETWEEN.sub(" ", bare).split()])


def rough_keys(names: Sequence[str]) -> list[str]:
    """For each name what all names of its unit share, and perhaps others do.

    All of them are looked at at once: to compare a single one as `unit_identity` does
    takes as long as to paint it, and a table of every commune has thousands.
    """
    # What is not plain letters may be cut by the sign that it holds: asked exactly.
    bare = [
        name if name.replace(" ", "").isalnum() else unit_identity(name)
        for name in names
    ]
    plain = _plain("\n".join([name.replace("\n", " ") for name in bare]))
    keys = _NO_LETTER.sub("", _BODIES.sub("", plain)).split("\n")
    return keys if names else []


def unit_province(name: str) -> str:
    """The province that a unit's name says it is in, folded; empty where it does not."""
    found = _ABOVE.search(clean(name).casefold())
    return folded(found["province"]) if found else ""


@lru_cache(maxsize=_NAMES)
def unit_key(name: str) -> str:
    """The same without marks: for names typed by hand, and of offices set up here."""
    return folded_words(unit_identity(name))


def same_unit(first: str, second: str) -> bool:
    """Whether two names are of one unit, marks aside."""
    return unit_key(first) == unit_key(second) != ""


class Known:
    """Units by id and name, looked through for one after another.

    Only the letters of the last word are looked for, in all of them at once: a table of
    every commune has thousands, and to compare one takes as long as to paint it.
    """

    def __init__(self, ids: Sequence[str], names: Sequence[str]) -> None:
        """Keep them, as many ids as names; nothing is compared yet."""
        self._ids, self._names = ids, names

    @cached_property
    def _plain(self) -> str:
        """The letters of all names, a line each."""
        return _plain("\n".join([name.replace("\n", " ") for name in self._names]))

    def alike(self, names: Iterable[str]) -> list[tuple[str, str]]:
        """Those (id, name) that may mean one of `names`: few, and all that do."""
        words = [unit_key(name).split()[-1:] for name in names]
        ends = [_plain(word) for (word,) in filter(None, words)]
        if not any(end in self._plain for end in ends):
            return []
        known = zip(self._ids, self._names, strict=True)
        lines = zip(known, self._plain.split("\n"), strict=True)
        return [one for one, line in lines if any(end in line for end in ends)]


def _plain(text: str) -> str:
    """The letters of `text` that are there without any mark, small."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
    return letters.encode("ascii", "ignore").decode("ascii")


def matching(name: str, known: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The ids of those in `known` (id, name) that `name` means; several where unsure.

    One of just that name goes before those of the same unit, and these before those
    that are alike without their marks.
    """
    tidy, identity, key = clean(name), unit_identity(name), unit_key(name)
    # Those that share the name or the identity share the key, too.
    alike = [(one, other) for one, other in known if unit_key(other) == key]
    return (
        tuple(one for one, other in alike if clean(other) == tidy)
        or tuple(one for one, other in alike if unit_identity(other) == identity)
        or tuple(one for one, other in alike if key)
    )
