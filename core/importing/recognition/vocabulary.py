"""The catalogue's words, folded once and found by the words they begin with."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from core.catalogue import Facet, Indicator
from core.frozen import frozen, replace
from core.importing.recognition import turns, words
from core.kind import Kind
from core.names import folded, folded_words
from core.same import Same

_TEXTS = (Kind.TEXT, Kind.CODE)


@frozen
class Words:
    """One indicator or facet with its words folded; all but labels between spaces.

    Attributes:
        key: Its key.
        indicator: The indicator; None for a facet.
        labels: Whole labels that name it.
        aliases: Words that name it wherever they stand.
        percent_aliases: Words that name it where the label bears a "%".
        not_aliases: Words that say that it is another one.
        exact: Everything that names it when it is the whole of a label.
    """

    key: str
    indicator: Indicator | None
    labels: tuple[str, ...]
    aliases: tuple[str, ...]
    percent_aliases: tuple[str, ...]
    not_aliases: tuple[str, ...]
    exact: frozenset[str]

    @property
    def is_ratio(self) -> bool:
        """Whether they name a share."""
        return self.indicator is not None and is_ratio(self.indicator)

    @property
    def is_count(self) -> bool:
        """Whether they name a number of files."""
        return self.indicator is not None and is_count(self.indicator)

    def length(self, text: str, *, percent: bool) -> int:
        """How much of the folded `text` they name, in letters; 0 for not at all."""
        padded, found = f" {text} ", 0
        if text in self.labels:
            found = len(text)
        else:
            for some in (self.aliases, self.percent_aliases if percent else ()):
                for word in some:
                    if word in padded and len(word) - 2 > found:
                        found = len(word) - 2
        return 0 if found and self.is_denied(padded) else found

    def is_denied(self, padded: str) -> bool:
        """Whether a folded text between spaces says that it is another one."""
        return any(word in padded for word in self.not_aliases)

    def turns(self, text: str) -> frozenset[str]:
        """What they themselves say of `turns.of`, where they name that text."""
        padded = f" {text} "
        some = (*self.aliases, *self.percent_aliases)
        own = [word.strip() for word in some if word in padded]
        own += [text] if text in self.labels else []
        return frozenset(key for word in own for key in turns.of(word))


class Vocabulary:
    """Many `Words`; a text is compared only with those that begin by a word of it.

    A text without any diacritics is compared with the words without theirs.
    """

    def __init__(self, some: Iterable[Words]) -> None:
        """Index them, as they are and without their marks."""
        self.all = tuple(some)
        self._marked = _Index(self.all)
        self._plain = _Index(tuple(_without_marks(one) for one in self.all))

    def exact(self, key: str) -> frozenset[str]:
        """The whole labels that name the one of that key."""
        return next((one.exact for one in self.all if one.key == key), frozenset())

    def called(self, whole: str) -> Words | None:
        """The one that `whole`, all of a label, is a name of; None for none or several."""
        bare = folded if whole.isascii() else str
        found = [one for one in self.all if whole in map(bare, one.exact)]
        return found[0] if len(found) == 1 else None

    def first_words(self, some: Callable[[Words], bool]) -> frozenset[str]:
        """The folded words that labels and aliases of those begin with."""
        named = (
            text
            for one in self.all
            if some(one)
            for text in (*one.labels, *one.aliases)
        )
        firsts = {text.split()[0] for text in named}
        return frozenset(firsts | {folded(first) for first in firsts})

    def near(self, text: str) -> Iterator[Words]:
        """Those of which a word or label may be in the folded `text`, in order."""
        return (self._plain if text.isascii() else self._marked).near(text)

    def sized(self, text: str, *, percent: bool) -> list[tuple[int, Words]]:
        """Those that name the folded `text`, in order, each with how much of it."""
        index = self._plain if text.isascii() else self._marked
        return index.sized(text, percent=percent)


class _Index:
    """`Words` by the first words of their labels and aliases."""

    def __init__(self, some: tuple[Words, ...]) -> None:
        self._all = some
        self._by_first: dict[str, list[int]] = {}
        self._by_label: dict[str, list[int]] = {}
        self._phrases: dict[str, list[tuple[str, int, bool]]] = {}
        for place, one in enumerate(some):
            named = (*one.labels, *one.aliases, *one.percent_aliases)
            for first in {text.split()[0] for text in named}:
                self._by_first.setdefault(first, []).append(place)
            for label in one.labels:
                self._by_label.setdefault(label, []).append(place)
            self._learn(one.aliases, place, of_percent=False)
            self._learn(one.percent_aliases, place, of_percent=True)

    def _learn(self, aliases: Iterable[str], place: int, *, of_percent: bool) -> None:
        for alias in aliases:
            begin = " ".join(alias.split()[:2])
            known = self._phrases.setdefault(begin, [])
            known.append((alias, place, of_percent))

    def sized(self, text: str, *, percent: bool) -> list[tuple[int, Words]]:
        padded, sizes = f" {text} ", dict[int, int]()
        some = text.split()
        pairs = [f"{first} {second}" for first, second in pairwise(some)]
        for begin in {*some, *pairs} & self._phrases.keys():
            for alias, place, of_percent in self._phrases[begin]:
                if alias in padded and (percent or not of_percent):
                    sizes[place] = max(sizes.get(place, 0), len(alias) - 2)
        for place in self._by_label.get(text, ()):
            sizes[place] = len(text)
        found = ((sizes[place], self._all[place]) for place in sorted(sizes))
        return [pair for pair in found if not pair[1].is_denied(padded)]

    def near(self, text: str) -> Iterator[Words]:
        places = {
            place
            for word in set(text.split())
            for place in self._by_first.get(word, ())
        }
        return (self._all[place] for place in sorted(places))


def _without_marks(one: Words) -> Words:
    def plain(some: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys([folded_words(text) for text in some]))

    def padded(some: Iterable[str]) -> tuple[str, ...]:
        return tuple(f" {text} " for text in plain(some))

    return replace(
        one,
        labels=plain(one.labels),
        aliases=padded(one.aliases),
        percent_aliases=padded(one.percent_aliases),
        not_aliases=padded(one.not_aliases),
    )


def longest(some: Iterable[Words], text: str, *, percent: bool = False) -> Words | None:
    """The one whose words name most of `text`; None where two name as much."""
    return largest([(one.length(text, percent=percent), one) for one in some])


def largest(sized: Iterable[tuple[int, Words]]) -> Words | None:
    """The one of the largest size; None where two are as large, or none is."""
    most, found = 0, None
    for size, one in sized:
        if size > most:
            most, found = size, one
        elif size == most:
            found = None
    return found


def is_mistyped(text: str, names: Iterable[str]) -> bool:
    """Whether the folded `text` is one of the names but for the marks of one word."""
    own = text.split()
    return len(own) > 1 and any(
        len(own) == len(name.split())
        and sum(a != b for a, b in zip(own, name.split(), strict=True)) == 1
        and folded(text) == folded(name)
        for name in names
    )


def fits(one: Indicator, label: words.Label, evidence: words.Evidence) -> bool:
    """Whether unit, maximum and values allow that indicator under that label."""
    if one.kind in _TEXTS or one.key == "stt":
        return True
    if label.percent:
        return is_ratio(one)
    if label.maximum is not None:
        return one.maximum == label.maximum and one.kind in (Kind.SCORE, Kind.RATIO)
    if label.points:
        return is_score(one)
    beyond = one.maximum is not None and evidence.exceeds(one.maximum)
    return not (is_score(one) and (beyond or evidence.percent))


def is_ratio(one: Indicator) -> bool:
    """Whether it is a share."""
    return one.kind is Kind.RATIO


def is_count(one: Indicator) -> bool:
    """Whether it is a number of files."""
    return one.kind is Kind.COUNT


def is_score(one: Indicator) -> bool:
    """Whether it is a number of points."""
    return one.kind is Kind.SCORE


def size(one: Words, label: words.Label, *, percent: bool) -> int:
    """How much of a label `one` names, as it is or as a number of files."""
    named = one.length(label.text, percent=percent)
    counted = one.length(words.counted(label.text), percent=percent)
    return max(named, counted - len(words.counted("")))


def may_be(one: Words, label: words.Label, evidence: words.Evidence) -> bool:
    """Whether unit, maximum and values allow it; they say nothing of a facet."""
    return one.indicator is None or fits(one.indicator, label, evidence)


def of_indicators(indicators: Mapping[str, Indicator]) -> Vocabulary:
    """The words of indicators."""
    return _of_same_indicators(Same(indicators))


@lru_cache(maxsize=8)  # to compare all values takes longer than to read a paragraph
def _of_same_indicators(indicators: Same[Mapping[str, Indicator]]) -> Vocabulary:
    return _of_indicators(tuple(indicators.value.values()))


@lru_cache(maxsize=8)  # the same for every file; folding them takes as long as a sheet
def _of_indicators(indicators: tuple[Indicator, ...]) -> Vocabulary:
    return Vocabulary(_of_indicator(one) for one in indicators)


def of_facets(facets: tuple[Facet, ...]) -> Vocabulary:
    """The words of facets."""
    return _of_same_facets(Same(facets))


@lru_cache(maxsize=8)
def _of_same_facets(facets: Same[tuple[Facet, ...]]) -> Vocabulary:
    return _of_facets(facets.value)


@lru_cache(maxsize=8)
def _of_facets(facets: tuple[Facet, ...]) -> Vocabulary:
    return Vocabulary(
        Words(
            key=one.part,
            indicator=None,
            labels=_folded(one.labels),
            aliases=_padded(one.aliases),
            percent_aliases=(),
            not_aliases=_padded(one.not_aliases),
            exact=frozenset(_folded((*one.labels, *one.aliases))),
        )
        for one in facets
    )


def _of_indicator(one: Indicator) -> Words:
    # A ratio may bear its group's name; a count bears only its own.
    own = (one.name,) if one.kind is Kind.COUNT else ()
    named = (*one.labels, one.full_name, *own)
    coded = (one.code,) if "." in one.code else ()  # a criterion's, not a group's
    printed = (one.name, one.annex_label, *one.aliases, *one.percent_aliases)
    return Words(
        key=one.key,
        indicator=one,
        labels=_folded((*named, *coded)),
        aliases=_padded(one.aliases),
        percent_aliases=_padded(one.percent_aliases),
        not_aliases=_padded(one.not_aliases),
        exact=frozenset(_folded((*named, *printed))),
    )


def _folded(some: Iterable[str]) -> tuple[str, ...]:
    said = dict.fromkeys([words.said(text) for text in some if text])
    return tuple(filter(None, said))


def _padded(some: Iterable[str]) -> tuple[str, ...]:
    """Folded and between spaces, so that only whole words are found."""
    return tuple(f" {word} " for word in _folded(some))
