"""Which figure a heading or a row's name stands for, by the catalogue's words.

The longest match wins; the unit ("%", "điểm"), the maximum ("(18đ)") and, where the
heading has neither, the values decide between a group's score and a ratio of the same
name (docs/linh-vuc.md 3.5, 3.6). Two matches that are equally good are none.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from core.catalogue import Catalogue, Indicator, Kind
from core.importing import words
from core.importing.words import Label
from core.report import Part

IGNORED = frozenset(
    {"share_of_max", "status", "difference", "lost", "level", "left_out"}
)
"""Facets that are known and hold nothing that we keep."""

_DECISIVE = frozenset({"target", "difference", "lost"})
_PARTS = {
    "numerator": Part.NUMERATOR,
    "denominator": Part.DENOMINATOR,
    "ratio": Part.VALUE,
    "score": Part.SCORE,
    "score_of_max": Part.SCORE,
    "maximum": Part.MAXIMUM,
    "target": Part.TARGET,
}
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


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the values of a column say of it, where the heading leaves it open.

    Attributes:
        percent: Most of them show a "%".
        numbers: The numbers among them.
    """

    percent: bool = False
    numbers: tuple[Decimal, ...] = ()

    def exceeds(self, maximum: Decimal) -> bool:
        """Whether most of the numbers are more than `maximum`."""
        beyond = sum(1 for number in self.numbers if number > maximum)
        return 2 * beyond > len(self.numbers)


NO_EVIDENCE = Evidence()


@dataclass(frozen=True, slots=True)
class _Words:
    """One indicator or facet with its words folded; all but labels between spaces."""

    key: str
    indicator: Indicator | None
    labels: tuple[str, ...]
    aliases: tuple[str, ...]
    percent_aliases: tuple[str, ...]
    not_aliases: tuple[str, ...]

    def length(self, text: str, *, percent: bool) -> int:
        """How much of the folded `text` they name, in letters; 0 for not at all."""
        padded = f" {text} "
        if any(word in padded for word in self.not_aliases):
            return 0
        if text in self.labels:
            return len(text)
        some = (*self.aliases, *(self.percent_aliases if percent else ()))
        return max((len(word) - 2 for word in some if word in padded), default=0)


class Recogniser:
    """The catalogue's words, ready to be looked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Fold the words of every indicator and facet once."""
        self.catalogue = catalogue
        self._indicators = tuple(
            _Words(
                one.key,
                one,
                _folded((*one.labels, one.full_name)),
                _padded(one.aliases),
                _padded(one.percent_aliases),
                _padded(one.not_aliases),
            )
            for one in catalogue.indicators.values()
        )
        self._facets = tuple(
            _Words(
                one.part,
                None,
                _folded(one.labels),
                _padded(one.aliases),
                (),
                _padded(one.not_aliases),
            )
            for one in catalogue.facets
        )

    def name(
        self, text: str, allowed: Callable[[Indicator], bool] = lambda _: True
    ) -> Indicator | None:
        """The indicator that a row's name or a line's label stands for, or None."""
        label = words.label(text)
        found = self._best(label.text, allowed, percent=label.percent)
        return None if found is None else found.indicator

    def heading(
        self, tiers: Sequence[str], evidence: Evidence = NO_EVIDENCE
    ) -> Meaning | None:
        """What the column under these headings (top down) holds, or None."""
        labels = [words.label(tier) for tier in tiers]
        labels = [label for label in labels if label.text]
        if not labels:
            return None
        last, above = labels[-1], _joined(labels[:-1])
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
                return Meaning(owner.indicator, part_of(kind, single.facet))
        return single

    def _single(self, label: Label, evidence: Evidence) -> Meaning | None:
        """What one label means taken alone."""
        facet = _longest(self._facets, label.text)
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
        alone = [found.length(one.text, percent=percent) for one in (last, above)]
        if (own := self._figure(last, evidence)) is not None:
            alone.append(own.length(last.text, percent=percent))
        if found.length(whole.text, percent=percent) <= max(alone):
            return None
        return Meaning(found.key, _own_part(found, whole))

    def _figure(self, label: Label, evidence: Evidence) -> _Words | None:
        """The indicator that a label names, as far as unit and values allow."""
        if evidence.percent and not (label.percent or label.points):
            ratio = self._allowed(replace(label, percent=True), evidence)
            if ratio is not None:
                return ratio
        found = self._allowed(label, evidence)
        if found is None and self._is_no_score(label, evidence):
            return self._best(label.text, _is_ratio, percent=True)
        return found

    def _allowed(self, label: Label, evidence: Evidence) -> _Words | None:
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
    ) -> _Words | None:
        some = (w for w in self._indicators if w.indicator and allowed(w.indicator))
        return _longest(some, text, percent=percent)


def _longest(
    some: Iterable[_Words], text: str, *, percent: bool = False
) -> _Words | None:
    """The one whose words name most of `text`; None where two name as much."""
    sized = ((one.length(text, percent=percent), one) for one in some)
    found = sorted((s for s in sized if s[0]), key=lambda s: s[0], reverse=True)
    if not found or (len(found) > 1 and found[0][0] == found[1][0]):
        return None
    return found[0][1]


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


def _is_score(one: Indicator) -> bool:
    return one.kind is Kind.SCORE


def _own_part(found: _Words, label: Label) -> Part:
    """Points under a ratio's name ("… trực tuyến (6đ)") are its score."""
    kind = None if found.indicator is None else found.indicator.kind
    scored = kind is Kind.RATIO and label.points and not label.percent
    return Part.SCORE if scored else Part.VALUE


def part_of(kind: Kind, facet: str) -> Part:
    """The part of an indicator that a facet names; a group's score is its value."""
    part = _PARTS[facet]
    own_score = part is Part.SCORE and kind is Kind.SCORE
    return Part.VALUE if own_score else part


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


def _folded(some: Iterable[str]) -> tuple[str, ...]:
    folded = (words.label(text).text for text in some if text)
    return tuple(dict.fromkeys(word for word in folded if word))


def _padded(some: Iterable[str]) -> tuple[str, ...]:
    """Folded and between spaces, so that only whole words are found."""
    return tuple(f" {word} " for word in _folded(some))
