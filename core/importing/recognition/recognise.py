"""Which figure a heading or a row's name stands for, by the catalogue's words.

The longest match wins; the unit ("%", "điểm"), the maximum ("(18đ)") and, where the
heading has neither, the values decide between a group's score and a ratio of the same
name (docs/linh-vuc.md 3.5, 3.6). Two matches that are equally good are none.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from core.catalogue import Catalogue, Indicator, Kind
from core.frozen import frozen, replace
from core.importing.recognition import candidates, lists, misspelt, turns, words
from core.importing.recognition.figure_words import FigureWords
from core.importing.recognition.vocabulary import (
    Words,
    is_mistyped,
    is_ratio,
    longest,
    may_be,
    of_facets,
    of_indicators,
    size,
)
from core.importing.recognition.words import Label
from core.report import UNIT_NAME, Part

IGNORED = frozenset(
    {
        *("share_of_max", "status", "difference", "lost", "level", "measure"),
        *("left_out", "other_time", "row_time"),
    }
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
_SHARES = frozenset({"numerator", "denominator", "ratio", "target"})
"""Facets that a ratio has; of a group of that name they are not."""

AIM = words.fold("chỉ tiêu")
RANK, TOTAL_SCORE = "rank", "score_total"
_WORDED = (Kind.TEXT, Kind.CODE)


@frozen
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
        self._indicators = of_indicators(catalogue.indicators)
        self._figures = FigureWords(self._indicators)
        self._facets = of_facets(catalogue.facets)
        self._lists = lists.ListWords(catalogue)
        self._unit_names = self._indicators.exact(UNIT_NAME)
        self._labels: dict[str, Label] = {}
        self._alone: dict[Label, Meaning | None] = {}

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
        if not (listed := self._lists.columns(tiers)):
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
        self,
        text: str,
        allowed: Callable[[Indicator], bool] = lambda _: True,
        *,
        is_title: bool = False,
    ) -> Indicator | None:
        """The indicator that a row's name or a line's label stands for, or None.

        A title ("Bảng xếp hạng …") names it whatever else it says.
        """
        label = self._label(text)
        found = self._figures.best(
            label.text, allowed, percent=label.percent, turned=is_title
        )
        return None if found is None else found.indicator

    def heading(
        self, tiers: Sequence[str], evidence: Evidence = NO_EVIDENCE
    ) -> Meaning | None:
        """What the column under these headings (top down) holds, or None.

        A heading that is nearly a name is that name; `certainty` tells how near.
        """
        last, above = self._parted(tiers)
        found = self._heading(last, above, evidence)
        if found is None and (meant := self._meant(last)) is not None:
            found = self._heading(meant[0], above, evidence)
        if found is not None and found.facet not in _PARTS:
            return found
        if any(words.names_one_unit(tier) for tier in tiers):
            part = Part.VALUE if found is None else _PARTS[found.facet]
            return Meaning(part=part, facet=UNIT)
        is_total = found is None and any(words.is_total(tier) for tier in tiers[-1:])
        return Meaning(facet=UNIT) if is_total else found

    def _meant(self, label: Label | None) -> tuple[Label, bool] | None:
        """A heading as it is likely meant; and whether only its marks differ."""
        if label is None:
            return None
        found = misspelt.of(self._indicators).meant(label.text)
        return found and (replace(label, text=found.name), found.by_marks)

    def _heading(
        self, last: Label | None, above: Label | None, evidence: Evidence
    ) -> Meaning | None:
        if last is None:
            return None
        if above is not None and words.says_ratio(above):
            evidence = replace(evidence, is_share=True)
        single = self._single(last, evidence)
        if above is None:
            is_name = single is None and is_mistyped(last.text, self._unit_names)
            return Meaning(UNIT_NAME) if is_name else single
        spanning = self._spanning(last, above, evidence)
        if spanning is not None:
            return spanning
        return None if single is None else self._under(single, last, above)

    def _under(self, single: Meaning, last: Label, above: Label) -> Meaning | None:
        """What a label means below those above it, where both together are no name."""
        if self._is_measured(single) and turns.are_above(above.text, last.text):
            return None
        owner = self._single(above, NO_EVIDENCE)
        is_share = single.facet in _SHARES - {"target"} or (
            last.percent and single.facet in ("target", "value")
        )
        if is_share and not (above.points or words.says_count(above)):
            ratio = self._figures.best(above.text, is_ratio, percent=True)
            owner = owner if ratio is None else Meaning(ratio.key)
        if owner is None or not owner.indicator:
            return self._unowned(single, owner, above)
        return self._owned(single, last, above, owner.indicator)

    def _owned(
        self, single: Meaning, last: Label, above: Label, owner: str
    ) -> Meaning | None:
        """What a label means below those that name the indicator `owner`."""
        kind = self.catalogue.indicators[owner].kind
        if words.is_bare_total(last.text) and owner != TOTAL_SCORE:
            return Meaning(owner) if kind is Kind.COUNT else None
        if single.facet == "indicator_name" and last.text == AIM:
            return Meaning(owner, Part.TARGET)
        if single.indicator == RANK and owner != TOTAL_SCORE:
            return None  # the rank in one figure, not that of the unit
        if single.facet not in _PARTS:
            return single
        if kind is Kind.COUNT and words.begins_as_total(last.text):
            return Meaning(owner)  # "Tổng số" of what is counted
        if kind is Kind.COUNT and single.facet in _SHARES - {"target"}:
            share = self._figures.share_of(above.text)
            return None if share is None else Meaning(share.key, _PARTS[single.facet])
        if kind is Kind.SCORE and (single.facet == "ratio" or last.percent):
            return None
        return Meaning(owner, part_of(kind, single.facet))

    def _unowned(
        self, single: Meaning, owner: Meaning | None, above: Label
    ) -> Meaning | None:
        """What a label means below those that name no indicator."""
        if turns.of(above.text) & turns.ANOTHER_TIME:
            return None
        is_aim = owner is not None and owner.facet == "target" and single.indicator
        return replace(single, part=Part.TARGET) if is_aim else single

    def _is_measured(self, meaning: Meaning) -> bool:
        """Whether it is a figure of some indicator."""
        one = self.catalogue.indicators.get(meaning.indicator)
        return one is not None and one.key != "stt" and one.kind not in _WORDED

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
        known = self._heading(last, above, NO_EVIDENCE)
        if known is None and (meant := self._meant(last)) is not None:
            last, by_marks = meant
            if not by_marks:
                return Certainty.NEAR
        whole = words.joined([one for one in (above, last) if one is not None]) or last
        if meaning.facet:
            exact = self._facets.exact(meaning.facet)
            return Certainty.SURE if last.text in exact else Certainty.NEAR
        exact = self._indicators.exact(meaning.indicator)
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
        whole = words.joined([one for one in (above, last) if one is not None]) or last
        everything = (*self._indicators.all, *self._facets.all)
        some = ((one, may_be(one, whole, evidence)) for one in everything)
        sized = [(candidates.likeness(one, whole, fits=fit), one) for one, fit in some]
        best = sorted((s for s in sized if s[0]), key=lambda s: s[0], reverse=True)
        taken = self.heading(tiers, evidence)
        others = (_meaning(one, last) for _, one in best)
        found = (*(() if taken is None else (taken,)), *others)
        return tuple(dict.fromkeys(found))[:MOST_CANDIDATES]

    def _parted(self, tiers: Sequence[str]) -> tuple[Label | None, Label | None]:
        """The lowest heading, and those above it as one; None where there is none."""
        labels = [a for a in map(self._label, tiers) if a.text not in words.EMPTY]
        return (labels[-1], words.joined(labels[:-1])) if labels else (None, None)

    def _single(self, label: Label, evidence: Evidence) -> Meaning | None:
        """What one label means taken alone; the same ones are asked again and again."""
        if evidence != NO_EVIDENCE:
            return self._by_itself(label, evidence)
        if label not in self._alone:
            if len(self._alone) >= MOST_LABELS:
                self._alone.clear()
            self._alone[label] = self._by_itself(label, evidence)
        return self._alone[label]

    def _by_itself(self, label: Label, evidence: Evidence) -> Meaning | None:
        """What one label means, found out."""
        facet = longest(self._facets.near(label.text), label.text)
        found = self._figures.of(label, evidence)
        if facet is not None and facet.key in _DECISIVE:
            if facet.key != "target" or found is None:
                return Meaning(facet=facet.key)
            return self._target(found, label, evidence)
        if (label.text == AIM and label.percent) or words.is_yearly_aim(label.text):
            return Meaning(facet="target")
        if found is not None and label.text.startswith(f"{AIM} "):
            return self._target(found, label, evidence)
        if found is not None:
            return Meaning(found.key, _own_part(found, label))
        return None if facet is None else Meaning(facet=facet.key)

    def _target(self, found: Words, label: Label, evidence: Evidence) -> Meaning | None:
        """What is aimed at; None for a number that may be one of files or a share."""
        if label.text.removeprefix(AIM).strip()[:1].isdigit():
            return Meaning(found.key, _own_part(found, label))  # "Chỉ tiêu 1: …"
        if found is not self._figures.named(label, evidence) and not words.says_count(
            label
        ):
            return None
        return Meaning(found.key, Part.TARGET)

    def _spanning(
        self, last: Label, above: Label, evidence: Evidence
    ) -> Meaning | None:
        """What the tiers mean together where no tier alone holds the words of it."""
        whole = words.joined((above, last)) or last
        found = self._figures.of(whole, evidence)
        if found is None:
            return None
        percent = whole.percent or evidence.percent
        alone = [size(found, one, percent=percent) for one in (last, above)]
        if (own := self._figures.of(last, evidence)) is not None:
            alone.append(size(own, last, percent=percent))
        if size(found, whole, percent=percent) <= max(alone):
            return None
        return Meaning(found.key, _own_part(found, whole))


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


def _meaning(one: Words, label: Label) -> Meaning:
    if one.indicator is None:
        return Meaning(facet=one.key)
    return Meaning(one.key, _own_part(one, label))
