"""Figures in sentences: "Số hóa hồ sơ 18,5/22 điểm", "xã Cẩm Giang: 40,25%".

A figure is one of ours only where the words before it name an indicator of the
catalogue. Aims, differences, another period's figures, money, numbers of laws and dates
are none (docs/linh-vuc.md 7.1, 8.1).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from core import figures
from core.catalogue import Catalogue, Indicator, Kind
from core.importing.recognition.recognise import Recogniser
from core.names import same_unit
from core.paper.criteria import Naming
from core.period import Period
from core.report import Part

_NUMBER = r"\d+(?:[.,]\d+)*"
_FIGURE = re.compile(
    rf"(?:(?:xếp (?:hạng|thứ)|thứ hạng|(?:đứng|vị trí) thứ|hạng)\s*:?\s*(?:thứ\s*)?"
    rf"(?P<rank>\d+)(?:\s*(?:/|trên|trong)(?: tổng số)?\s*(?P<of>\d+))?(?![\d/%])"
    rf"|(?<![\w/.,])(?P<first>{_NUMBER})(?:(?:\s*điểm)?\s*/\s*(?P<second>{_NUMBER}))?"
    r"(?:\s*(?P<unit>%|phần trăm|điểm|hồ sơ|TTHC|thủ tục|PAKN|phản ánh)(?!\w))?)",
    re.IGNORECASE,
)
_TIME = re.compile(r"\d{4}|[Tt]uần|TUẦN")
"""Without a year or a week no period is read, which takes long."""

_NO_PAIR = re.compile(r"\s*/|[.,]\d|\w")
_OF_A_DAY = re.compile(r"(?:ngày|tháng|quý|tuần|lúc|số)\s*$", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.!?…]\s+(?=[(“\"]?[^\W\d_])")
_ASIDE = re.compile(r"\([^()]*\)")
_AIM = re.compile(
    r"(?:tối thiểu|ít nhất|tối đa|không quá|chỉ tiêu|mục tiêu|kế hoạch|ngưỡng|phấn đấu"
    r"|đạt từ|từ|trên|dưới|hơn|vượt|tăng|giảm|tụt|thiếu|mất|chiếm|chênh(?: lệch)?|cách"
    r"|thêm|so với|không để|quá|khoảng|gần|mỗi)"
    r"(?:\s+(?:được giao|đề ra|là|đạt|thêm|mức|hơn|còn|khoảng|phải|quy định|năm \d{4}))*"
    r"[\s:]*$",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"\s*(?:trở (?:lên|xuống)|còn lại|phần trăm|%|so với chỉ tiêu)", re.IGNORECASE
)
_OTHERS = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|toàn tỉnh|toàn quốc|cả nước|còn thiếu|bị mất)(?!\w)",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"\b(?:chưa|không) (?:đạt|bảo đảm|đảm bảo|hoàn thành|đáp ứng)\b[^,:;]*",
    re.IGNORECASE,
)
_LINKING = re.compile(
    r"^(?:[\s,:)–-]|và|trong đó|cụ thể|là|đạt|với|được|ở mức|chỉ|mới|hiện|nay|đang|có"
    r"|còn|bằng|tương ứng|tương đương|như)*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"so với|cùng kỳ|(?:tháng|quý|kỳ|tuần|năm) trước|trước đó", re.IGNORECASE
)
_COUNTED_BEHIND = re.compile(
    r"\s*(?:số )?(?:hồ sơ|TTHC|thủ tục hành chính|phản ánh, kiến nghị|PAKN)(?!\w)[^.;,(]*",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"(?:hiện|đang|mới|chỉ)(?: nay| tại)?(?: mới| chỉ)? đạt\W*$", re.IGNORECASE
)
_OVERDUE_BEHIND = re.compile(
    r"\s*(?:TTHC )?(?:(?:đã |đang )?(?:xử lý|giải quyết) )?(?:quá|trễ) hạn",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:(?:UBND|Ủy ban nhân dân)\s+)?(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã"
    r"|thành phố|sở)(?=\s)",
    re.IGNORECASE,
)
_PARTLY = re.compile(r"trong đó|chủ yếu|điển hình|như\b|nhiều nhất", re.IGNORECASE)
_MOST_UNIT_WORDS = 8
_LEAST_OF_GROUPS = 10
"""The fewest points that a group has: less are a criterion's, also where mistyped."""

_ALL_POINTS, _TOTAL_SCORE = "100", "score_total"
OVERDUE = "overdue_total"


@dataclass(frozen=True, slots=True)
class Stated:
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


@dataclass(slots=True)
class _State:
    """What the words so far say of the next figure."""

    begins: int = 0
    indicator: Indicator | None = None
    unit: str = ""
    total_ends: int = -1
    found: list[Stated] = field(default_factory=list)


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

    def read(self, text: str, *, is_order: bool = False) -> tuple[Stated, ...]:
        """The figures that a paragraph states.

        In an order (`is_order`) only what is said to be so now ("hiện đạt 16,28%").
        """
        state = _State()
        for match in filter(_is_figure, _FIGURE.finditer(text)):
            self._pass_boundaries(text, match.start(), state)
            before = text[state.begins : match.start()]
            is_now = not is_order or bool(_NOW.search(before))
            for one in self._stated(text, match, before, state):
                if is_now or _is_overdue(text, match, one):
                    state.found.append(one)
            state.begins = match.end()
        return tuple(state.found)

    def _pass_boundaries(self, text: str, end: int, state: _State) -> None:
        """Begin anew behind the last ";" or full stop before the figure."""
        semicolon = text.rfind(";", state.begins, end)
        if semicolon >= 0:
            state.begins, state.unit = semicolon + 1, ""
        for match in _SENTENCE_ENDS.finditer(text, state.begins, end):
            state.begins, state.unit = match.end(), ""
            if text[match.end()] != "(":
                state.indicator = None

    def _stated(
        self, text: str, match: re.Match[str], before: str, state: _State
    ) -> Iterator[Stated]:
        """What one figure tells; nothing for an aim or what names no indicator."""
        label = _label(before)
        if match["rank"]:
            label = f"{label.rpartition(',')[2]} xếp hạng"
        own = self._named(label, match)
        if own is None and label != before:
            own = None if _OTHERS.search(label) else self._named(_whole(before), match)
        if own is None and _NOW.search(before) and _is_share(match):
            own = self._task(_whole(before))
        own = own or self._behind(text, match)
        unit = self._unit(label, own, state)
        if own is None and not unit and not _LINKING.match(label):
            return
        if own is None and _BEFORE.search(before):
            return
        one = own or state.indicator
        if unit:
            state.unit = "" if same_unit(unit, self.issuer) else unit
        if one is None:
            return
        state.indicator = one
        if self._is_no_result(text, match, before, label):
            return
        yield from self._figures(match, one, state, is_own=own is not None)

    def _is_no_result(
        self, text: str, match: re.Match[str], before: str, label: str
    ) -> bool:
        """Whether the figure is an aim, a difference, or of another time or of others."""
        return bool(
            _AIM.search(before)
            or _OTHERS.search(label)
            or _NO_MORE.match(text, match.end())
            or _is_most(text, match)
            or self._is_of_another_time(label)
        )

    def _is_of_another_time(self, label: str) -> bool:
        """Whether the words before a figure name another period than the letter's."""
        if self.period is None or not _TIME.search(label):
            return False
        return any(one != self.period for one in figures.find_periods(label))

    def _named(self, label: str, match: re.Match[str]) -> Indicator | None:
        """The indicator that the words before a figure name, as its unit allows."""
        for piece in reversed([one for one in label.split(":") if one.strip()]):
            tidy = _MISSED.sub(" ", piece)
            for allowed in self._kinds(match):
                suffix = " (%)" if _is_share(match) else ""
                found = self.recogniser.name(f"{tidy}{suffix}", allowed)
                if found is not None:
                    return found
        return None

    def _kinds(self, match: re.Match[str]) -> tuple[Callable[[Indicator], bool], ...]:
        """What indicators a figure may be of, the likelier first."""
        if match["rank"]:
            return (lambda one: one.kind is Kind.RANK,)
        if _is_share(match):
            return (lambda one: one.kind is Kind.RATIO,)
        if _unit_of(match) != "điểm":
            if match["second"]:
                return (lambda one: one.kind is Kind.RATIO,)
            return (lambda one: one.kind is Kind.COUNT and one.key != "stt",)
        most = match["second"] and figures.parse(match["second"], Kind.SCORE)
        if not most:
            return (lambda one: one.kind is Kind.SCORE,)
        if not match["unit"]:
            return (lambda one: one.kind is Kind.SCORE and one.maximum == most,)
        return (
            lambda one: one.kind is Kind.SCORE and one.maximum == most,
            lambda one: one.kind is Kind.RATIO and one.maximum == most,
            lambda one: one.kind is Kind.SCORE,
        )

    def _unit(self, label: str, own: Indicator | None, state: _State) -> str:
        """The unit that the words before a figure name; empty for none."""
        named = _unit_in(label)
        if named:
            return named
        pieces = [piece.strip(" ,-–") for piece in label.split(":")]
        is_listed = own is None and state.indicator is not None and len(pieces) > 1
        if is_listed and not pieces[-1]:
            name = pieces[-2]
            is_short = 0 < len(name.split()) <= _MOST_UNIT_WORDS
            return name if is_short and not _LINKING.match(name) else ""
        return ""

    def _task(self, before: str) -> Indicator | None:
        """The one criterion that a task is about ("Công bố TTHC … (hiện đạt 0%)")."""
        named = self.naming.find(before)
        keys = frozenset[str]().union(*(one.keys for one in named))
        return self.catalogue.indicators.get(*keys) if len(keys) == 1 else None

    def _behind(self, text: str, match: re.Match[str]) -> Indicator | None:
        """What "46 hồ sơ quá hạn" counts, or "100% hồ sơ được giải quyết đúng hạn".

        Points out of a hundred are all points, whoever has them ("Xã đạt 71,4/100 điểm").
        """
        unit = _unit_of(match)
        if match["unit"] and unit == "điểm" and match["second"] == _ALL_POINTS:
            return self.catalogue.indicators.get(_TOTAL_SCORE)
        found = _COUNTED_BEHIND.match(text, match.end()) if _is_share(match) else None
        if found is not None:
            return self.recogniser.name(
                f"tỷ lệ {found[0]} (%)", lambda one: one.kind is Kind.RATIO
            )
        is_count = unit == "hồ sơ" and not match["second"]
        if is_count and _OVERDUE_BEHIND.match(text, match.end()):
            return self.catalogue.indicators.get(OVERDUE)
        return None

    def _figures(
        self, match: re.Match[str], one: Indicator, state: _State, *, is_own: bool
    ) -> Iterator[Stated]:
        """The one or two numbers of a figure, each with its part of the indicator."""
        parts = _parts(match, one)
        if not parts:
            return
        is_total = is_own and not state.unit and one.kind is Kind.COUNT
        if is_total:
            state.total_ends = match.end()
        is_part = False
        if state.unit and one.kind is Kind.COUNT and state.total_ends >= 0:
            between = match.string[state.total_ends : match.start()]
            is_part = between.lstrip(" .").startswith("(") and not _PARTLY.search(
                between
            )
        for group, part in parts:
            if match[group]:
                start, end = match.span(group)
                yield Stated(
                    start, end, match[group], one.key, part, state.unit, is_part
                )


def _parts(match: re.Match[str], one: Indicator) -> tuple[tuple[str, Part], ...] | None:
    """Which part of an indicator each number of a figure is; None where none fits."""
    if match["rank"]:
        is_rank = one.kind is Kind.RANK
        return (("rank", Part.VALUE), ("of", Part.OF)) if is_rank else None
    if _is_share(match):
        return (("first", Part.VALUE),) if one.kind is Kind.RATIO else None
    if _unit_of(match) == "điểm":
        if one.kind is Kind.SCORE:
            return ("first", Part.VALUE), ("second", Part.MAXIMUM)
        most = match["second"] and figures.parse(match["second"], Kind.SCORE)
        if one.kind is not Kind.RATIO or not isinstance(most, Decimal):
            return None
        is_its = most == one.maximum or most < _LEAST_OF_GROUPS > (one.maximum or most)
        return (("first", Part.SCORE), ("second", Part.MAXIMUM)) if is_its else None
    if match["second"]:
        is_ratio = one.kind is Kind.RATIO
        both = ("first", Part.NUMERATOR), ("second", Part.DENOMINATOR)
        return both if is_ratio else None
    is_count = one.kind is Kind.COUNT and _unit_of(match) == "hồ sơ"
    return (("first", Part.VALUE),) if is_count else None


def _unit_of(match: re.Match[str]) -> str:
    """The unit of a figure; "18,5/22" without one is told in points."""
    return (match["unit"] or "điểm").lower()


def _is_figure(match: re.Match[str]) -> bool:
    """Whether it is more than a number: it has a unit, or is a pair and no date."""
    if match["rank"] or match["unit"]:
        return True
    text = match.string
    is_day = _OF_A_DAY.search(text[: match.start()]) is not None
    return bool(match["second"]) and not (is_day or _NO_PAIR.match(text, match.end()))


def _is_most(text: str, match: re.Match[str]) -> bool:
    """Whether it only says how many points there are: "Thanh toán (10 điểm)"."""
    is_alone = text[: match.start()].endswith("(") and text[match.end() :].startswith(
        ")"
    )
    return is_alone and _unit_of(match) == "điểm" and not match["second"]


def _is_share(match: re.Match[str]) -> bool:
    return _unit_of(match) in ("%", "phần trăm") and not match["second"]


def _is_overdue(text: str, match: re.Match[str], one: Stated) -> bool:
    """Whether an order names the files that are overdue now ("46 hồ sơ quá hạn")."""
    return one.indicator == OVERDUE and bool(_OVERDUE_BEHIND.match(text, match.end()))


def _label(before: str) -> str:
    """The words that belong to a figure: behind an open bracket, without asides."""
    return _ASIDE.sub(" ", before).rpartition("(")[2]


def _whole(before: str) -> str:
    """The words before a figure, those before an open bracket too."""
    return _ASIDE.sub(" ", before).replace("(", " ")


def _unit_in(label: str) -> str:
    """The name of the first unit named in full, as "xã Cẩm Giang"; empty for none."""
    for match in _UNIT.finditer(label):
        name: list[str] = []
        for word in label[match.end() :].split():
            is_name = word[:1].isupper() or (word[:1].isdecimal() and not name)
            if not is_name:
                break
            name.append(word.rstrip(",.:;)"))
            if word[-1] in ",.:;)":
                break
        if name:
            return f"{match[0]} {' '.join(name)}"
    return ""
