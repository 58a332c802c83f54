"""Findings in words: where they are, what the panel says when there are none."""

from collections.abc import Iterable

from core.catalogue import Catalogue, Indicator, Kind
from core.report import (
    AS_OF,
    PERIOD,
    REPORT,
    UNIT_CODE,
    UNIT_NAME,
    Part,
    Place,
    Report,
)
from core.rules.registry import Checked, Finding, Need, Rule
from ui.tables.form import is_one_unit, row_name

_FACTS = {PERIOD: "Kỳ báo cáo", AS_OF: "Số liệu tính đến"}
_NAMES = {UNIT_NAME: "Tên đơn vị", UNIT_CODE: "Mã định danh"}
_NO_FIGURES = {*_FACTS, *_NAMES, "stt"}
_PARTS = {
    Part.NUMERATOR: "Tử số",
    Part.DENOMINATOR: "Mẫu số",
    Part.SCORE: "Điểm đạt",
    Part.MAXIMUM: "Điểm tối đa",
    Part.TARGET: "Chỉ tiêu",
    Part.OF: "Tổng số đơn vị",
}
WHOLE = "Cả báo cáo"
ASKING = "Đang kiểm tra số liệu…"


def where(report: Report, catalogue: Catalogue, finding: Finding) -> str:
    """The place in full: "2.1 Hồ sơ xử lý đúng hạn · Điểm đạt"."""
    place = finding.place
    if place is None:
        return _in_file(finding.at)
    indicator = catalogue.indicators.get(place.indicator)
    if place.row == REPORT:
        return _FACTS.get(place.indicator, WHOLE)
    named = _named(place.indicator, indicator)
    if is_one_unit(report):
        return f"{named} · {_part(indicator, place)}" if _has_code(indicator) else named
    part = "" if place.part is Part.VALUE else f", {_PARTS[place.part].lower()}"
    return f"{row_name(report, place.row)} · {named}{part}"


def short_where(report: Report, catalogue: Catalogue, finding: Finding) -> str:
    """The place in a word or two: "2.1", "Xã Hiệp Thạnh"."""
    place = finding.place
    if place is None or place.row == REPORT:
        return where(report, catalogue, finding)
    if not is_one_unit(report):
        return row_name(report, place.row)
    indicator = catalogue.indicators.get(place.indicator)
    if indicator is not None and indicator.code:
        is_group = catalogue.group(indicator.key) is not None
        return f"Nhóm {indicator.code}" if is_group else indicator.code
    return _named(place.indicator, indicator)


def _in_file(at: str | None) -> str:
    """A place of the source file in words."""
    if not at:
        return WHOLE
    sheet, _, cell = at.rpartition("!")
    return f"Trang “{sheet}”, ô {cell}" if sheet else f"Trang “{cell}”"


def _has_code(indicator: Indicator | None) -> bool:
    return indicator is not None and bool(indicator.code)


def _named(key: str, indicator: Indicator | None) -> str:
    if key in _NAMES:
        return _NAMES[key]
    if indicator is None:
        return key
    return f"{indicator.code} {indicator.name}".strip()


def _part(indicator: Indicator | None, place: Place) -> str:
    if place.part in _PARTS:
        return _PARTS[place.part]
    is_score = indicator is not None and indicator.kind is Kind.SCORE
    return _PARTS[Part.SCORE] if is_score else "Tỷ lệ"


def nothing_left(report: Report, checked: Checked) -> str:
    """What is said when no finding is left: how much was looked at, and what was not."""
    criteria = {place.indicator for place, _ in report.cells()} - _NO_FIGURES
    said = (
        "Không còn điểm cần xem. "
        f"Đã kiểm {checked.rules} quy tắc trên {len(criteria)} tiêu chí, "
        f"{checked.cells} ô."
    )
    if not checked.not_judged:
        return said
    return (
        f"{said} {len(checked.not_judged)} quy tắc chưa đánh giá được, vì sao thì xem "
        "ở dòng dưới."
    )


def not_judged(rules: Iterable[tuple[Rule, tuple[Need, ...]]]) -> tuple[str, ...]:
    """What rules lack, a line for each lack: "Cần số liệu kỳ trước: N11, N12"."""
    lacking: dict[str, list[str]] = {}
    for rule, needs in rules:
        lack = " và ".join(need.value for need in needs)
        lacking.setdefault(lack, []).append(f"{rule.id} {rule.title}")
    return tuple(
        f"Cần {lack}: {'; '.join(titles)}." for lack, titles in lacking.items()
    )
