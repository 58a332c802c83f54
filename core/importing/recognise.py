"""Which figure a heading or a row's name stands for, by the catalogue's words.

The longest match wins; the unit ("%", "điểm"), the maximum ("(18đ)") and, where the
heading has neither, the values decide between a group's score and a ratio of the same
name (docs/linh-vuc.md 3.5, 3.6). Two matches that are equally good are none.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from core.catalogue import Catalogue, Indicator, Kind
from core.importing import candidates, lists, vocabulary, words
from core.importing.lists import ListWords
from core.importing.vocabulary import Vocabulary, Words
from core.importing.words import Label
from core.report import Part

IGNORED = frozenset(
    {"share_of_max", "status", "difference", "lost", "level", "measure", "left_out"}
)
"""Facets that are known and hold nothing that we keep."""

UNIT = "unit"
"""The facet of a column that holds one unit's figures, its name over them."""

_DECISIVE = frozenset({"target", "difference", "lost"})
_PARTS = {
    "numerator": Part.NUMERATOR,
    "denominator": Part.DENOMINATOR,
    "ratio": Part.VALUE,
    "value": Part.VALUE,
    "score": Part.SCORE,
    "score_of_max": Part.SCORE,
    "maximum": Part.MAXIMUM,
    "target": Part.TARGET,
}
MOST_CANDIDATES = 8
"""How many meanings are offered for one column."""

MOST_LABELS = 20_000
"""How many labels are kept folded; more headings than that has no file."""

_WORDS = (Kind.TEXT, Kind.CODE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column holds: a part of one indicator, or a facet of the row's own.

    Attributes:
        indicator: The indicator's key; empty for a facet.
        part: Which of its numbers.
        facet: The facet's key; empty for an indicator.
    """

    indicator: str = ""
    part: Part = Part.VALUE
    facet: str = ""

    @property
    def is_ignored(self) -> bool:
        """Whether it is known and nothing of it is kept."""
        return self.facet in IGNORED or self.indicator == "stt"


LEFT_OUT = Meaning(facet="left_out")
"""What a person says of a column that is not to be read."""


class Certainty(Enum):
    """How sure it is what a column holds."""

    SURE = "sure"
    NEAR = "near"
    UNKNOWN = "unknown"


Evidence = words.Evidence
NO_EVIDENCE = Evidence()


class Recogniser:
    """The catalogue's words, ready to be looked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Fold the words of every indicator and facet once."""
        self.catalogue = catalogue
        self._indicators = vocabulary.of_indicators(
            tuple(catalogue.indicators.values())
        )
        self._facets = vocabulary.of_facets(tuple(catalogue.facets))
        self._lists = ListWords(catalogue)
        self._labels: dict[str, Label] = {}

    def _label(self, text: str) -> Label:
        """The label of a text; the same headings come again and again."""
        found = self._labels.get(text)
        if found is None:
            found = words.label(text)
            if len(self._labels) < MOST_LABELS:
                self._labels[text] = found
        return found

    def first_words(self, some: Callable[[Words], bool]) -> frozenset[str]:
        """The words that labels and aliases of those begin with, marks or none."""
        figures = self._indicators.first_words(some) | self._facets.first_words(some)
        return figures | self._lists.first_words(some)

    def is_list(self, text: str) -> bool:
        """Whether a heading is over the codes of dossiers, which every list of them has."""
        return self._lists.facet((text,)) == lists.CODE

    def of_header(
        self,
        tiers: Mapping[int, tuple[str, ...]],
        known: Mapping[int, Meaning],
    ) -> dict[int, Meaning]:
        """What columns hold once the whole header is looked at: is it a list's?

        Then nothing in it is a figure of a unit.
        """
        listed = self._lists.columns(tiers)
        if not listed:
            return dict(known)
        aside = {column: one for column, one in known.items() if one.is_ignored}
        return aside | {column: Meaning(facet=key) for column, key in listed.items()}

    def is_settled(self, tiers: Sequence[str]) -> bool:
        """Whether unit or maximum stand in the heading, so that values add nothing."""
        last, _ = self._parted(tiers)
        if last is None:
            return False
        return last.percent or last.points or last.maximum is not None

    def may_know(self, tiers: Sequence[str]) -> bool:
        """Whether any word of these headings is one of ours; a quick look."""
        if any(words.names_one_unit(tier) or words.is_total(tier) for tier in tiers):
            return True
        texts = [self._label(tier).text for tier in tiers]
        return any(
            next(some.near(text), None) is not None
            for text in texts
            for some in (self._indicators, self._facets)
        )

    def name(
        self, text: str, allowed: Callable[[Indicator], bool] = lambda _: True
    ) -> Indicator | None:
        """The indicator that a row's name or a line's label stands for, or None."""
        label = self._label(text)
        found = self._best(label.text, allowed, percent=label.percent)
        return None if found is None else found.indicator

    def heading(
        self, tiers: Sequence[str], evidence: Evidence = NO_EVIDENCE
    ) -> Meaning | None:
        """What the column under these headings (top down) holds, or None."""
        found = self._heading(tiers, evidence)
        if found is not None and found.facet not in _PARTS:
            return found
        if any(words.names_one_unit(tier) for tier in tiers):
            part = Part.VALUE if found is None else _PARTS[found.facet]
            return Meaning(part=part, facet=UNIT)
        is_total = found is None and any(words.is_total(tier) for tier in tiers[-1:])
        return Meaning(facet=UNIT) if is_total else found

    def _heading(self, tiers: Sequence[str], evidence: Evidence) -> Meaning | None:
        last, above = self._parted(tiers)
        if last is None:
            return None
        if above is not None and words.says_ratio(above):
            evidence = replace(evidence, is_share=True)
        single = self._single(last, evidence)
        if above is None:
            return single
        spanning = self._spanning(last, above, evidence)
        if spanning is not None:
            return spanning
        if single is not None and single.facet in _PARTS:
            owner = self._single(above, NO_EVIDENCE)
            if owner is not None and owner.indicator:
                kind = self.catalogue.indicators[owner.indicator].kind
                facet = single.facet
                if kind is Kind.COUNT and facet == "denominator":
                    return Meaning(owner.indicator)  # "Tổng số" of what is counted
                return Meaning(owner.indicator, part_of(kind, facet))
        return single

    def certainty(self, tiers: Sequence[str], meaning: Meaning | None) -> Certainty:
        """How sure it is that the column under these headings holds that.

        Sure where the heading is word for word one of the catalogue's, near where it
        only contains one, or where the column's values had to be asked.
        """
        last, above = self._parted(tiers)
        if meaning is None or last is None:
            return Certainty.UNKNOWN
        if meaning.facet and self._lists.facet(tiers) == meaning.facet:
            is_exact = self._lists.is_exact(tiers, meaning.facet)
            return Certainty.SURE if is_exact else Certainty.NEAR
        if self.heading(tiers) != meaning:
            return Certainty.NEAR
        whole = _joined([one for one in (above, last) if one is not None]) or last
        if meaning.facet:
            exact = _exact(self._facets, meaning.facet)
            return Certainty.SURE if last.text in exact else Certainty.NEAR
        exact = _exact(self._indicators, meaning.indicator)
        is_sure = last.text in exact or whole.text in exact
        if not is_sure and above is not None and above.text in exact:
            is_sure = any(last.text in one.exact for one in self._facets.all)
        return Certainty.SURE if is_sure else Certainty.NEAR

    def candidates(
        self, tiers: Sequence[str], evidence: Evidence = NO_EVIDENCE
    ) -> tuple[Meaning, ...]:
        """What the column may hold, the likeliest first: for a person to choose from.

        Where two meanings are equally good `heading` takes none; both are here.
        """
        last, above = self._parted(tiers)
        if last is None:
            return ()
        whole = _joined([one for one in (above, last) if one is not None]) or last
        sized = [
            (candidates.likeness(one, whole, fits=_may_be(one, whole, evidence)), one)
            for one in (*self._indicators.all, *self._facets.all)
        ]
        best = sorted((s for s in sized if s[0]), key=lambda s: s[0], reverse=True)
        taken = self.heading(tiers, evidence)
        others = (_meaning(one, last) for _, one in best)
        first = () if taken is None else (taken,)
        return tuple(dict.fromkeys((*first, *others)))[:MOST_CANDIDATES]

    def _parted(self, tiers: Sequence[str]) -> tuple[Label | None, Label | None]:
        """The lowest heading, and those above it as one; None where there is none."""
        labels = [label for label in map(self._label, tiers) if label.text]
        return (labels[-1], _joined(labels[:-1])) if labels else (None, None)

    def _single(self, label: Label, evidence: Evidence) -> Meaning | None:
        """What one label means taken alone."""
        facet = vocabulary.longest(self._facets.near(label.text), label.text)
        found = self._figure(label, evidence)
        if facet is not None and facet.key in _DECISIVE:
            if facet.key != "target" or found is None:
                return Meaning(facet=facet.key)
            return Meaning(found.key, Part.TARGET)
        if found is not None:
            return Meaning(found.key, _own_part(found, label))
        return None if facet is None else Meaning(facet=facet.key)

    def _spanning(
        self, last: Label, above: Label, evidence: Evidence
    ) -> Meaning | None:
        """What the tiers mean together where no tier alone holds the words of it."""
        whole = _joined((above, last)) or last
        found = self._figure(whole, evidence)
        if found is None:
            return None
        percent = whole.percent or evidence.percent
        alone = [_size(found, one, percent=percent) for one in (last, above)]
        if (own := self._figure(last, evidence)) is not None:
            alone.append(_size(own, last, percent=percent))
        if _size(found, whole, percent=percent) <= max(alone):
            return None
        return Meaning(found.key, _own_part(found, whole))

    def _figure(self, label: Label, evidence: Evidence) -> Words | None:
        """The indicator that a label names, as far as unit and values allow.

        A ratio's words over what may be a number of files are that number's, if any.
        """
        found = self._named(label, evidence)
        if found is None or not _is_ratio_of(found) or label.points:
            return found
        is_count = words.says_count(label)
        if words.says_ratio(label) or (
            not is_count
            and (evidence.percent or evidence.is_share or not evidence.may_count)
        ):
            return found
        own = label.text if is_count else words.counted(label.text)
        return self._best(own, _is_count)

    def _named(self, label: Label, evidence: Evidence) -> Words | None:
        if evidence.percent and not (label.percent or label.points):
            ratio = self._allowed(replace(label, percent=True), evidence)
            if ratio is not None:
                return ratio
        found = self._allowed(label, evidence)
        if found is None and self._is_no_score(label, evidence):
            return self._best(label.text, _is_ratio, percent=True)
        return found

    def _allowed(self, label: Label, evidence: Evidence) -> Words | None:
        def fits(one: Indicator) -> bool:
            return _fits(one, label, evidence)

        return self._best(label.text, fits, percent=label.percent)

    def _is_no_score(self, label: Label, evidence: Evidence) -> bool:
        """Whether only the values speak against a score, and fit a ratio."""
        if label.points or not evidence.numbers or evidence.exceeds(Decimal(100)):
            return False
        score = self._best(label.text, _is_score)
        if score is None or score.indicator is None:
            return False
        return not _fits(score.indicator, label, evidence)

    def _best(
        self, text: str, allowed: Callable[[Indicator], bool], *, percent: bool = False
    ) -> Words | None:
        near = self._indicators.near(text)
        some = (w for w in near if w.indicator and allowed(w.indicator))
        return vocabulary.longest(some, text, percent=percent)


def _size(one: Words, label: Label, *, percent: bool) -> int:
    """How much of a label `one` names, as it is or as a number of files."""
    named = one.length(label.text, percent=percent)
    counted = one.length(words.counted(label.text), percent=percent)
    return max(named, counted - len(words.counted("")))


def _fits(one: Indicator, label: Label, evidence: Evidence) -> bool:
    """Whether unit, maximum and values allow that indicator under that label."""
    if one.kind in _WORDS or one.key == "stt":
        return True
    if label.percent:
        return _is_ratio(one)
    if label.maximum is not None:
        return one.maximum == label.maximum and one.kind in (Kind.SCORE, Kind.RATIO)
    if label.points:
        return _is_score(one)
    beyond = one.maximum is not None and evidence.exceeds(one.maximum)
    return not (_is_score(one) and (beyond or evidence.percent))


def _is_ratio(one: Indicator) -> bool:
    return one.kind is Kind.RATIO


def _is_count(one: Indicator) -> bool:
    return one.kind is Kind.COUNT


def _is_ratio_of(some: Words) -> bool:
    return some.indicator is not None and _is_ratio(some.indicator)


def _is_score(one: Indicator) -> bool:
    return one.kind is Kind.SCORE


def _own_part(found: Words, label: Label) -> Part:
    """Points under a ratio's name ("… trực tuyến (6đ)") are its score."""
    kind = None if found.indicator is None else found.indicator.kind
    scored = kind is Kind.RATIO and label.points and not label.percent
    return Part.SCORE if scored else Part.VALUE


def part_of(kind: Kind, facet: str) -> Part:
    """The part of an indicator that a facet names; what has no points is its value."""
    part = _PARTS[facet]
    is_own = part is Part.SCORE and kind in (Kind.SCORE, Kind.RANK, Kind.TEXT)
    return Part.VALUE if is_own else part


def _joined(labels: Sequence[Label]) -> Label | None:
    """The labels as one, top down, with every mark that any of them bears."""
    if not labels:
        return None
    maxima = [label.maximum for label in labels if label.maximum is not None]
    return Label(
        text=" ".join(label.text for label in labels),
        percent=any(label.percent for label in labels),
        points=any(label.points for label in labels),
        maximum=maxima[-1] if maxima else None,
    )


def _exact(some: Vocabulary, key: str) -> frozenset[str]:
    """The whole labels that name the one of that key."""
    return next((one.exact for one in some.all if one.key == key), frozenset())


def _may_be(one: Words, label: Label, evidence: Evidence) -> bool:
    """Whether unit, maximum and values allow it; they say nothing of a facet."""
    return one.indicator is None or _fits(one.indicator, label, evidence)


def _meaning(one: Words, label: Label) -> Meaning:
    if one.indicator is None:
        return Meaning(facet=one.key)
    return Meaning(one.key, _own_part(one, label))
