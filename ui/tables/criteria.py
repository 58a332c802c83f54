"""The table of one unit: six groups, their criteria as rows, then other figures."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from core import figures
from core.catalogue import Group, Kind
from core.frozen import replace
from core.report import (
    UNIT_CODE,
    UNIT_NAME,
    Layout,
    Part,
    Place,
    Report,
    Row,
)
from ui.document import Document
from ui.tables import status, texts
from ui.tables.cell import Bar, CellLook, Column, Line, LineKind, State, Trend
from ui.tables.form import Form, Spot, target_tip
from ui.tables.status import Status

OTHERS = "others"
"""Key of the section “Số liệu khác”."""

NOT_ROWS = frozenset({UNIT_NAME, UNIT_CODE, "stt", "score_total", "rank"})
"""Indicators that are no row: names, and what stands in the fact bar."""

PROVINCE_TIP = "Xã không tự sửa được chỉ tiêu này; đưa vào phần Kiến nghị."
COMPUTED_TIP = "Tự tính từ điểm đạt và điểm tối đa, không sửa trực tiếp."
CHANGE_TIP = "Tự tính từ kỳ này và kỳ trước, không sửa trực tiếp."
PREVIOUS_TIP = "Lấy từ số liệu kỳ trước đã lưu trong chương trình."

_PARTS = {
    "numerator": Part.NUMERATOR,
    "denominator": Part.DENOMINATOR,
    "value": Part.VALUE,
    "score": Part.SCORE,
    "maximum": Part.MAXIMUM,
    "target": Part.TARGET,
}
_COLUMNS = (
    Column("code", "Mã", "", 56, 40, numeric=False),
    Column("name", "Tiêu chí", "", 200, numeric=False),
    Column("numerator", "Đạt", "tử số", 60, 54, Part.NUMERATOR, decimals=False),
    Column("denominator", "Tổng", "mẫu số", 64, 56, Part.DENOMINATOR, decimals=False),
    Column("value", "Tỷ lệ", "%", 70, 66, Part.VALUE),
    Column("score", "Điểm đạt", "điểm", 82, 67, Part.SCORE),
    Column("maximum", "Tối đa", "điểm", 60, 48, Part.MAXIMUM, decimals=False),
    Column("target", "Chỉ tiêu", "%", 68, 58, Part.TARGET, decimals=False),
    Column("previous", "Kỳ trước", "điểm", 72, 63),
    Column("difference", "Chênh lệch", "điểm", 86, 78),
    Column("status", "Trạng thái", "", 134, 128, numeric=False),
)


class CriteriaForm(Form):
    """Groups and criteria of the unit that the report is of."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._drawers: dict[str, Callable[[Line], CellLook]] = {
            "code": lambda line: CellLook(line.code, State.TEXT, quiet=True),
            "name": lambda line: CellLook(line.name, State.TEXT),
            "maximum": self._maximum,
            "target": self._target,
            "previous": self._previous,
            "difference": self._difference,
            "status": self._status_look,
        }

    # ---------------------------------------------------------- columns, rows, places

    def columns(self) -> tuple[Column, ...]:
        """The eleven columns; previous and difference are in % where no points are."""
        if self._has_scores():
            return _COLUMNS
        compared = {"previous", "difference"}
        return tuple(
            replace(one, unit="%") if one.key in compared else one for one in _COLUMNS
        )

    def lines(self) -> tuple[Line, ...]:
        """Six groups with their criteria, then what is no criterion."""
        row, wanted = self.row, self._wanted()
        made: list[Line] = []
        for group in self.document.catalogue.groups:
            made.append(
                Line(group.key, LineKind.HEADING, row, group.key, _group_name(group))
            )
            made += (
                self._line(key, group.key) for key in group.criteria if key in wanted
            )
        others = [self._line(key, OTHERS) for key in self._others()]
        if others:
            made.append(Line(OTHERS, LineKind.HEADING, row, name="Số liệu khác"))
        return (*made, *others)

    @property
    def row(self) -> str:
        """Id of the report's row that is shown."""
        return self.report.head_id

    def _line(self, key: str, parent: str) -> Line:
        indicator = self.indicator(key)
        if indicator is None:
            return Line(key, LineKind.FIGURES, self.row, key, key, parent=parent)
        unit = "" if indicator.unit in ("", "%") else f" ({indicator.unit})"
        name, code = f"{indicator.name}{unit}", indicator.code
        return Line(key, LineKind.FIGURES, self.row, key, name, code, parent)

    def _wanted(self) -> frozenset[str]:
        """The criteria shown: all of the index where the report goes by it."""
        every = [one.key for one in self.document.catalogue.criteria]
        there = frozenset(self._keys())
        if self.report.layout is Layout.CRITERIA and there.intersection(every):
            return frozenset(every)
        return there

    def _keys(self) -> Iterator[str]:
        """Keys of the indicators that the report has, in its order."""
        yield from self.report.columns
        head = self.report.head
        for key, _ in head.cells if head else ():
            yield key

    def _others(self) -> list[str]:
        catalogue = self.document.catalogue
        known = {one.key for one in catalogue.criteria}
        known |= {group.key for group in catalogue.groups} | NOT_ROWS
        return [key for key in dict.fromkeys(self._keys()) if key not in known]

    def place(self, line: Line, column: Column) -> Place | None:
        """The report's cell; None where none belongs or the index says the number."""
        place = self._place(line, column)
        if place is None or column.key != "maximum":
            return place
        return place if self.report.find(place) is not None else None

    def _place(self, line: Line, column: Column) -> Place | None:
        if column.part is None or not line.indicator:
            return None
        indicator = self.indicator(line.indicator)
        if line.kind is LineKind.HEADING:
            part = {"score": Part.VALUE, "maximum": Part.MAXIMUM}.get(column.key)
            return None if part is None else Place(line.row, line.indicator, part)
        counts = indicator is None or indicator.kind is not Kind.RATIO
        only_value = counts and not (indicator and indicator.code)
        if column.key in ("score", "maximum") and not status.bears_points(indicator):
            return None
        if only_value and column.key != "value":
            return None
        return Place(line.row, line.indicator, column.part)

    def spot(self, place: Place) -> Spot | None:
        """The row of the indicator, the column of its part."""
        if place.row != self.row:
            return None
        if self.document.catalogue.group(place.indicator) is not None:
            return Spot(
                place.indicator, "maximum" if place.part is Part.MAXIMUM else "score"
            )
        names = {part: name for name, part in _PARTS.items()}
        found = names.get(place.part)
        return None if found is None else Spot(place.indicator, found)

    # ------------------------------------------------------------------------- looks

    def look(self, line: Line, column: Column) -> CellLook:
        """What the cell looks like."""
        if line.kind is LineKind.HEADING:
            made = self._heading(line, column)
            quiet = made.text == status.NO_FIGURE.word
            return replace(made, bold=not quiet, shaded=True, quiet=quiet)
        drawer = self._drawers.get(column.key)
        if drawer is not None:
            return drawer(line)
        place = self.place(line, column)
        if place is None:
            return CellLook()
        expected = column.key == "value" or (
            column.key == "score" and self._has_scores()
        )
        return self.figure(place, expected=expected, padded=self._is_padded(line))

    def _is_padded(self, line: Line) -> bool:
        indicator = self.indicator(line.indicator)
        return indicator is not None and bool(indicator.code)

    def _heading(self, line: Line, column: Column) -> CellLook:
        if column.key == "code":
            return CellLook("", State.TEXT)
        if column.key == "name":
            return CellLook(line.name, State.TEXT)
        if not line.indicator:
            return CellLook()
        match column.key:
            case "numerator" | "denominator":
                return self._bar(line, column)
            case "value":
                return _number(self._share(line), padded=True)
            case "score":
                place = Place(line.row, line.indicator)
                return self.figure(place, expected=True, padded=True)
            case "status":
                return CellLook(self._loss(line), State.TEXT)
            case "target":
                return CellLook()
            case _:
                return self._drawers[column.key](line)

    def _bar(self, line: Line, column: Column) -> CellLook:
        share = self._share(line)
        if share is None:
            return CellLook()
        side = Bar.LEFT if column.key == "numerator" else Bar.RIGHT
        length = float(min(max(share / figures.HUNDRED, Decimal(0)), Decimal(1)))
        return CellLook(bar=side, share=length)

    def _share(self, line: Line) -> Decimal | None:
        """Score over maximum of a group, in %."""
        score, most = self._score(line), self._most(line)
        if score is None or most is None:
            return None
        return figures.ratio(score, most)

    def _score(self, line: Line) -> Decimal | None:
        return self.report.cell(Place(line.row, line.indicator)).number

    def _most(self, line: Line) -> Decimal | None:
        """The maximum: the file's own, else that of the index."""
        stated = self.report.cell(Place(line.row, line.indicator, Part.MAXIMUM)).number
        indicator = self.indicator(line.indicator)
        return stated if stated is not None or not indicator else indicator.maximum

    def _loss(self, line: Line) -> str:
        score, most = self._score(line), self._most(line)
        if score is None or most is None:
            return status.NO_FIGURE.word
        if score == most:
            return "Đủ điểm"
        word = "Mất" if score < most else "Vượt"
        return f"{word} {figures.show(abs(most - score), 2)} điểm"

    def _maximum(self, line: Line) -> CellLook:
        place = Place(line.row, line.indicator, Part.MAXIMUM)
        if self.report.find(place) is not None:
            return replace(self.figure(place, expected=False), quiet=True)
        indicator = self.indicator(line.indicator)
        most = indicator.maximum if indicator and indicator.maximum else None
        return replace(_number(most), quiet=True)

    def _target(self, line: Line) -> CellLook:
        place = Place(line.row, line.indicator, Part.TARGET)
        if self.report.find(place) is not None:
            return replace(self.figure(place, expected=False), quiet=True)
        target = self.target(line.row, line.indicator)
        level = None if target is None else target.level
        return replace(_number(level), quiet=True, locked=False)

    # -------------------------------------------------------------- the period before

    def _has_scores(self) -> bool:
        """Whether the report gives points, so that points are compared."""
        head = self.report.head
        return head is None or _gives_points(self.report, head, self.document)

    def _compared(self, line: Line) -> tuple[Decimal | None, Decimal | None]:
        """The figure of this period and of the one before."""
        previous = self.document.previous
        before = None if previous is None else previous.head
        head = self.report.head
        if head is None or before is None:
            return None, None
        part = Part.VALUE
        if line.kind is not LineKind.HEADING and self._by_points(line):
            part = Part.SCORE
        return head.number(line.indicator, part), before.number(line.indicator, part)

    def _by_points(self, line: Line) -> bool:
        return self._has_scores() and status.bears_points(
            self.indicator(line.indicator)
        )

    def _previous(self, line: Line) -> CellLook:
        padded = self._is_padded(line)
        return replace(_number(self._compared(line)[1], padded=padded), quiet=True)

    def _difference(self, line: Line) -> CellLook:
        now, before = self._compared(line)
        if now is None or before is None:
            return CellLook()
        apart = now - before
        if apart == 0:
            return replace(_number(apart), quiet=True)
        indicator = self.indicator(line.indicator)
        likes_more = indicator is None or indicator.higher_is_better
        trend = Trend(apart > 0, (apart > 0) == likes_more)
        look = _number(abs(apart), padded=self._is_padded(line))
        return replace(look, trend=trend)

    # ------------------------------------------------------------------------ status

    def _status_look(self, line: Line) -> CellLook:
        standing = self.status(line)
        return CellLook(
            standing.word,
            State.TEXT,
            quiet=True,
            icon=standing.icon,
            icon_ink=standing.ink,
        )

    def status(self, line: Line) -> Status:
        """How a criterion stands."""
        indicator = self.indicator(line.indicator)
        place = Place(line.row, line.indicator)
        score = self.report.cell(place._replace(part=Part.SCORE)).number
        known = self.report.cell(place).number is not None or score is not None
        misses = self.misses(line.row, line.indicator)
        return status.of(indicator, known=known, misses=misses)

    # -------------------------------------------------------------------------- tips

    def tip(self, line: Line, column: Column) -> str:
        """Findings, edits, targets, and what a computed cell is computed from."""
        place = self._place(line, column)
        said = self.cell_tips(place) if place is not None else []
        said += self._notes(line, column)
        return "\n".join(said)

    def _notes(self, line: Line, column: Column) -> list[str]:
        heading = line.kind is LineKind.HEADING
        indicator = self.indicator(line.indicator)
        if indicator is None:
            return []
        match column.key:
            case "numerator" | "denominator" | "value" | "status" if heading:
                return [COMPUTED_TIP]
            case "previous":
                return [PREVIOUS_TIP] if self.document.previous else []
            case "difference":
                return [CHANGE_TIP] if self.document.previous else []
            case "name":
                same = indicator.full_name in ("", line.name) or heading
                return [] if same else [f"{indicator.full_name}."]
            case "target":
                target = self.target(line.row, line.indicator)
                return [] if target is None else [target_tip(target)]
            case "status" if self.status(line) is status.PROVINCE:
                return [PROVINCE_TIP]
            case _:
                return []


def _group_name(group: Group) -> str:
    return f"{group.number}  {group.name}"


def _gives_points(report: Report, head: Row, document: Document) -> bool:
    groups = {group.key for group in document.catalogue.groups}
    if groups.intersection(report.columns):
        return True
    return any(part is Part.SCORE or key in groups for key, part in head.cells)


def _number(value: Decimal | None, *, padded: bool = False) -> CellLook:
    """The look of a figure that nobody types here."""
    if value is None:
        return CellLook()
    return CellLook(texts.shown(value, padded=padded), State.NUMBER)
