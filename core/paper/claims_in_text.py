"""Figures in sentences: "Số hóa hồ sơ 18,5/22 điểm", "xã Cẩm Giang: 40,25%".

A figure is one of ours only where the words before it name an indicator of the
catalogue. Aims, differences, another period's figures, money, numbers of laws and dates
are none (docs/linh-vuc.md 7.1, 8.1).
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from core import figures
from core.catalogue import Catalogue, Indicator, Kind
from core.dates import lowered
from core.importing.recognition.recognise import Recogniser
from core.names import same_unit
from core.paper import claims_numbers, claims_words
from core.paper.claims_numbers import FILES, POINTS, Figure
from core.paper.criteria import Naming
from core.period import Period
from core.report import Part, Value

_SENTENCE_ENDS = re.compile(r"[.!?…]\s+(?=[(“\"]?[^\W\d_])")
_NO_MORE = re.compile(r"\s*(?:trở (?:lên|xuống)|còn lại|phần trăm|%|so với chỉ tiêu)")
_COUNTED_BEHIND = re.compile(
    r"\s*(?:số )?(?:hồ sơ|TTHC|thủ tục hành chính|phản ánh, kiến nghị|PAKN)(?!\w)[^.;,(]*",
    re.IGNORECASE,
)
_OVERDUE_BEHIND = re.compile(
    r"\s*(?:tthc )?(?:(?:đã |đang )?(?:xử lý|giải quyết) )?(?:quá|trễ) hạn"
)
_MOST_UNIT_WORDS = 8
_LEAST_OF_GROUPS = 10
"""The fewest points that a group has: less are a criterion's, also where mistyped."""

_ALL_POINTS, _TOTAL_SCORE = "100", "score_total"
_NUMBER = "stt"
OVERDUE = "overdue_total"


class Stated(NamedTuple):
    """A figure that a sentence states.

    Attributes:
        start: Where its text begins in the paragraph.
        end: Where it ends.
        text: As printed.
        indicator: The indicator's key.
        part: Which of its numbers.
        unit: The unit it is of; empty for the office itself.
        is_part: It stands in a list of all the parts of a total.
    """

    start: int
    end: int
    text: str
    indicator: str
    part: Part
    unit: str = ""
    is_part: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Wanted:
    """What indicators a figure may be of: a kind, and the most points where it tells them."""

    kind: Kind
    most: Value | None = None

    def allows(self, one: Indicator) -> bool:
        """Whether an indicator is such a one."""
        if one.kind is not self.kind or one.key == _NUMBER:
            return False
        return self.most is None or one.maximum == self.most


_A_RANK, _A_SHARE = (_Wanted(Kind.RANK),), (_Wanted(Kind.RATIO),)
_A_COUNT, _A_SCORE = (_Wanted(Kind.COUNT),), (_Wanted(Kind.SCORE),)


@dataclass(slots=True)
class _State:
    """What the words so far say of the next figure."""

    text: str
    small: str
    begins: int = 0
    indicator: Indicator | None = None
    unit: str = ""
    total_ends: int = -1

    def pass_boundaries(self, end: int) -> None:
        """Begin anew behind the last ";" or full stop before the figure."""
        semicolon = self.text.rfind(";", self.begins, end)
        if semicolon >= 0:
            self.begins, self.unit = semicolon + 1, ""
        for match in _SENTENCE_ENDS.finditer(self.text, self.begins, end):
            self.begins, self.unit = match.end(), ""
            if self.text[match.end()] != "(":
                self.indicator = None


@dataclass(frozen=True, slots=True)
class Sentences:
    """Reads paragraphs by the catalogue's words.

    Attributes:
        catalogue: The index.
        recogniser: The catalogue's words.
        naming: How tasks name criteria.
        issuer: The office's name, whose own figures bear no unit.
        period: The letter's period; figures of another one are left out.
    """

    catalogue: Catalogue
    recogniser: Recogniser
    naming: Naming
    issuer: str
    period: Period | None
    _known: defaultdict[_Wanted, dict[str, Indicator | None]] = field(
        default_factory=lambda: defaultdict(dict), init=False, repr=False, compare=False
    )

    def read(self, text: str, *, is_order: bool = False) -> tuple[Stated, ...]:
        """The figures that a paragraph states.

        In an order (`is_order`) only what is said to be so now ("hiện đạt 16,28%").
        """
        small = lowered(text)
        state = _State(text, small)
        found: list[Stated] = []
        for figure in claims_numbers.find(small):
            state.pass_boundaries(figure.start)
            some = self._stated(figure, state)
            if some and is_order:
                is_now = claims_words.is_now(small[state.begins : figure.start])
                some = some if is_now else _overdue(small, figure, some)
            found += some
            state.begins = figure.end
        return tuple(found)

    def _stated(self, figure: Figure, state: _State) -> list[Stated]:
        """What one figure tells; nothing for an aim or what names no indicator."""
        before = state.text[state.begins : figure.start]
        low = state.small[state.begins : figure.start]
        label = claims_words.label(before)
        if figure.is_rank:
            label = f"{label.rpartition(',')[2]} xếp hạng"
        small = low if label is before else lowered(label)
        own = self._own(figure, before, label, small) or self._behind(figure, state)
        unit = self._unit(label, small, own, state)
        if own is None and not unit and not claims_words.links(small):
            return []
        if own is None and claims_words.is_of_before(low):
            return []
        one = own or state.indicator
        if unit:
            state.unit = "" if same_unit(unit, self.issuer) else unit
        if one is None:
            return []
        state.indicator = one
        if self._is_no_result(figure, state, low, small):
            return []
        return _figures(figure, one, state, is_own=own is not None)

    def _own(
        self, figure: Figure, before: str, label: str, small: str
    ) -> Indicator | None:
        """The indicator that the words before a figure name."""
        own = self._named(label, small, figure)
        if own is not None:
            return own
        if label != before and not claims_words.is_of_others(small):
            whole = claims_words.whole(before)
            own = self._named(whole, lowered(whole), figure)
        if own is None and figure.is_share and claims_words.is_now(lowered(before)):
            own = self._task(claims_words.whole(before))
        return own

    def _is_no_result(
        self, figure: Figure, state: _State, low: str, small: str
    ) -> bool:
        """Whether the figure is an aim, a difference, or of another time or of others."""
        return bool(
            claims_words.is_aim(low)
            or _NO_MORE.match(state.small, figure.end)
            or claims_numbers.is_most(state.small, figure)
            or claims_words.is_of_others(small)
            or self._is_of_another_time(small)
        )

    def _is_of_another_time(self, small: str) -> bool:
        """Whether the words before a figure name another period than the letter's."""
        if self.period is None or not claims_words.may_name_period(small):
            return False
        return any(one != self.period for one in figures.find_periods(small))

    def _named(self, label: str, small: str, figure: Figure) -> Indicator | None:
        """The indicator that the words before a figure name, as its unit allows."""
        suffix = " (%)" if figure.is_share else ""
        wanted = _wanted(figure)
        pieces = claims_words.without_missed(label, small).split(":")
        for piece in filter(str.strip, reversed(pieces)):
            for some in wanted:
                if found := self._name(f"{piece}{suffix}", some):
                    return found
        return None

    def _name(self, text: str, wanted: _Wanted) -> Indicator | None:
        """The indicator of that name; a letter says the same ones again and again."""
        known = self._known[wanted]
        if text not in known:
            known[text] = self.recogniser.name(text, wanted.allows)
        return known[text]

    def _unit(
        self, label: str, small: str, own: Indicator | None, state: _State
    ) -> str:
        """The unit that the words before a figure name; empty for none."""
        named = claims_words.unit_in(label, small)
        if named or own is not None or state.indicator is None:
            return named
        pieces = [piece.strip(" ,-–") for piece in label.split(":")]
        if len(pieces) > 1 and not pieces[-1]:
            name = pieces[-2]
            is_short = 0 < len(name.split()) <= _MOST_UNIT_WORDS
            return name if is_short and not claims_words.links(lowered(name)) else ""
        return ""

    def _task(self, before: str) -> Indicator | None:
        """The one criterion that a task is about ("Công bố TTHC … (hiện đạt 0%)")."""
        named = self.naming.find(before)
        keys = frozenset[str]().union(*(one.keys for one in named))
        return self.catalogue.indicators.get(*keys) if len(keys) == 1 else None

    def _behind(self, figure: Figure, state: _State) -> Indicator | None:
        """What "46 hồ sơ quá hạn" counts, or "100% hồ sơ được giải quyết đúng hạn".

        Points out of a hundred are all points, whoever has them ("Xã đạt 71,4/100 điểm").
        """
        if figure.told_unit == POINTS and figure.second == _ALL_POINTS:
            return self.catalogue.indicators.get(_TOTAL_SCORE)
        if figure.is_share:
            found = _COUNTED_BEHIND.match(state.text, figure.end)
            if found is None:
                return None
            return self._name(f"tỷ lệ {found[0]} (%)", _A_SHARE[0])
        is_count = figure.unit == FILES and not figure.second
        if is_count and _OVERDUE_BEHIND.match(state.small, figure.end):
            return self.catalogue.indicators.get(OVERDUE)
        return None


def _wanted(figure: Figure) -> tuple[_Wanted, ...]:
    """What indicators a figure may be of, the likelier first."""
    if figure.is_rank:
        return _A_RANK
    if figure.is_share:
        return _A_SHARE
    if figure.unit != POINTS:
        return _A_SHARE if figure.second else _A_COUNT
    return _of_points(figure.second, is_told=bool(figure.told_unit))


@lru_cache(maxsize=128)
def _of_points(second: str, *, is_told: bool) -> tuple[_Wanted, ...]:
    """The same of points out of so many; `is_told` says that "điểm" stands there."""
    most = claims_numbers.most(second) if second else None
    if not most:
        return _A_SCORE
    of_most = _Wanted(Kind.SCORE, most)
    return (of_most, _Wanted(Kind.RATIO, most), *_A_SCORE) if is_told else (of_most,)


def _figures(
    figure: Figure, one: Indicator, state: _State, *, is_own: bool
) -> list[Stated]:
    """The one or two numbers of a figure, each with its part of the indicator."""
    parts = _parts(figure, one)
    is_part = False
    if parts and one.kind is Kind.COUNT:
        if is_own and not state.unit:
            state.total_ends = figure.end
        elif state.unit and state.total_ends >= 0:
            between = state.small[state.total_ends : figure.start]
            is_open = between.lstrip(" .").startswith("(")
            is_part = is_open and not claims_words.is_partly(between)
    return [
        Stated(
            *span, state.text[slice(*span)], one.key, part, state.unit, is_part=is_part
        )
        for span, part in zip(figure.spans, parts, strict=False)
    ]


def _parts(figure: Figure, one: Indicator) -> tuple[Part, ...]:
    """Which part of an indicator each number of a figure is; none where none fits."""
    if figure.is_rank:
        return (Part.VALUE, Part.OF) if one.kind is Kind.RANK else ()
    if figure.is_share:
        return (Part.VALUE,) if one.kind is Kind.RATIO else ()
    if figure.unit == POINTS:
        if one.kind is Kind.SCORE:
            return Part.VALUE, Part.MAXIMUM
        most = claims_numbers.most(figure.second) if figure.second else None
        if one.kind is not Kind.RATIO or not isinstance(most, Decimal):
            return ()
        is_its = most == one.maximum or most < _LEAST_OF_GROUPS > (one.maximum or most)
        return (Part.SCORE, Part.MAXIMUM) if is_its else ()
    if figure.second:
        return (Part.NUMERATOR, Part.DENOMINATOR) if one.kind is Kind.RATIO else ()
    is_count = one.kind is Kind.COUNT and figure.unit == FILES
    return (Part.VALUE,) if is_count else ()


def _overdue(small: str, figure: Figure, some: list[Stated]) -> list[Stated]:
    """What an order says of the files that are overdue now ("46 hồ sơ quá hạn")."""
    if not _OVERDUE_BEHIND.match(small, figure.end):
        return []
    return [one for one in some if one.indicator == OVERDUE]
