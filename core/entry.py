"""Figures typed by hand: from text to a change of the report (nhập số liệu)."""

from collections.abc import Iterable
from datetime import datetime

from core import figures
from core.catalogue import Catalogue, Indicator, Kind
from core.report import (
    AS_OF,
    PERIOD,
    REPORT,
    UNIT_CODE,
    UNIT_NAME,
    Blank,
    Cell,
    Change,
    Edit,
    Part,
    Place,
    Report,
    Unreadable,
)

_COUNTS = {Part.NUMERATOR, Part.DENOMINATOR, Part.OF}
_POINTS = {Part.SCORE, Part.MAXIMUM}
_TEXTS = {UNIT_NAME: "Tên đơn vị", UNIT_CODE: "Mã định danh"}
_FACTS = {PERIOD: "Kỳ báo cáo", AS_OF: "Số liệu tính đến"}
_PARTS = {
    Part.NUMERATOR: "tử số",
    Part.DENOMINATOR: "mẫu số",
    Part.SCORE: "điểm đạt",
    Part.MAXIMUM: "điểm tối đa",
    Part.TARGET: "chỉ tiêu",
    Part.OF: "tổng số đơn vị",
}


def kind_of(indicator: Indicator | None, part: Part) -> Kind:
    """What the figures at a part of an indicator are."""
    if part in _COUNTS:
        return Kind.COUNT
    if part in _POINTS:
        return Kind.SCORE
    return Kind.TEXT if indicator is None else indicator.kind


def read(text: str, place: Place, catalogue: Catalogue) -> Cell:
    """The cell that `text` typed at `place` makes; what cannot be read is kept."""
    raw = figures.clean(text)
    if place.row == REPORT:
        return _fact(raw, place.indicator)
    indicator = catalogue.indicators.get(place.indicator)
    if indicator is None and place.indicator in _TEXTS:
        return Cell(raw or Blank.MISSING, raw)
    return Cell(figures.parse(raw, kind_of(indicator, place.part)), raw)


def cells(text: str, place: Place, catalogue: Catalogue) -> dict[Place, Cell]:
    """The cells that `text` typed at `place` makes: two for "8/9" and "18,5/22"."""
    kind = kind_of(catalogue.indicators.get(place.indicator), place.part)
    second = figures.SECOND.get(kind)
    if second in (None, place.part) or "/" not in text:
        return {place: read(text, place, catalogue)}
    raw = figures.clean(text)
    first, behind = figures.parse_pair(raw, kind)
    made = {place: Cell(first, raw)}
    if behind is not Blank.MISSING:
        made[place._replace(part=second)] = Cell(behind, raw)
    return made


def _fact(raw: str, key: str) -> Cell:
    if not raw:
        return Cell()
    read_fact = figures.parse_period if key == PERIOD else figures.parse_moment
    return Cell(read_fact(raw) or Unreadable(raw), raw)


def edits(
    report: Report, catalogue: Catalogue, place: Place, text: str
) -> tuple[Edit, ...]:
    """The edits that typing `text` at `place` makes; none where nothing changes.

    Where numerator and denominator stand, the ratio follows.
    """
    typed = cells(text, place, catalogue)
    if place.part in (Part.NUMERATOR, Part.DENOMINATOR):
        typed |= _following_ratio(report, place, typed[place])
    made = (report.edit(where, cell) for where, cell in typed.items())
    return tuple(edit for edit in made if _differs(edit))


def _following_ratio(report: Report, place: Place, cell: Cell) -> dict[Place, Cell]:
    above, below = (
        cell if place.part is part else report.cell(place._replace(part=part))
        for part in (Part.NUMERATOR, Part.DENOMINATOR)
    )
    if above.number is None or below.number is None:
        return {}
    value = figures.ratio(above.number, below.number)
    if value is None:
        return {}
    return {place._replace(part=Part.VALUE): Cell(value)}


def _differs(edit: Edit) -> bool:
    """Whether the figure changes; another writing of the same one is no edit."""
    return (edit.before or Cell()).value != (edit.after or Cell()).value


def label(catalogue: Catalogue, report: Report, place: Place) -> str:
    """What a change at `place` is called: "Sửa Nộp trực tuyến, Xã Bàu Đồn"."""
    if place.row == REPORT:
        return f"Sửa {_FACTS[place.indicator]}"
    indicator = catalogue.indicators.get(place.indicator)
    known = _TEXTS.get(place.indicator, place.indicator)
    words = [indicator.name if indicator else known]
    if place.part in _PARTS:
        words.append(_PARTS[place.part])
    row = report.row(place.row)
    if row is not None and row.name and len(report.rows) > 1:
        words.append(row.name)
    return f"Sửa {', '.join(words)}"


def change(
    report: Report,
    catalogue: Catalogue,
    typed: Iterable[tuple[Place, str]],
    at: datetime,
    name: str | None = None,
) -> Change | None:
    """The one change that typing all of `typed` makes; None where nothing changes."""
    made: dict[Place, Edit] = {}
    present = report
    first: Place | None = None
    for place, text in typed:
        first = first or place
        step = edits(present, catalogue, place, text)
        present = present.apply(Change("", step, at))
        for edit in step:
            known = made.get(edit.place)
            before = known.before if known else edit.before
            made[edit.place] = Edit(edit.place, before, edit.after)
    if not made or first is None:
        return None
    return Change(name or label(catalogue, report, first), tuple(made.values()), at)
