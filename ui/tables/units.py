"""The table of many units: units as rows, targets above, the total line below."""

import re
from collections.abc import Iterator
from dataclasses import replace

from core import figures
from core.catalogue import Indicator, Kind
from core.entry import kind_of
from core.report import TOTAL, UNIT_CODE, UNIT_NAME, Field, Part, Place
from ui.document import Document
from ui.tables.cell import CellLook, Column, Line, LineKind, State
from ui.tables.form import Form, Spot, row_name, target_tip

_MARK = re.compile(r"\(\*+\)")
_NAMING = frozenset({UNIT_NAME, UNIT_CODE, "stt"})
_FACTS = frozenset({"score_total", "rank"})
_BESIDE = {
    Part.NUMERATOR: "tử số",
    Part.DENOMINATOR: "mẫu số",
    Part.SCORE: "điểm đạt",
    Part.MAXIMUM: "điểm tối đa",
}
NUMBER = Column("number", "STT", width=42, numeric=False)
NAME = Column("name", "Đơn vị", width=200, numeric=False)


class UnitsForm(Form):
    """Every unit of the report with its figures."""

    widest = 320

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._filled: frozenset[Field] = frozenset()

    def refresh(self) -> None:
        """Know also which columns units have figures in: a total could stand there."""
        super().refresh()
        self._filled = frozenset(
            field
            for row in self.report.rows.values()
            for field, cell in row.cells.items()
            if cell.number is not None
        )

    # ---------------------------------------------------------- columns, rows, places

    def columns(self) -> tuple[Column, ...]:
        """Running number, name, then the report's figures in its order."""
        made = [self._column(key, part) for key, part in self._fields()]
        return (NUMBER, replace(NAME, goal=self._goal_name(made)), *made)

    def _fields(self) -> Iterator[Field]:
        """What the units have figures of; facts of the fact bar only where units do."""
        rows = self.report.rows.values()
        there = {field for row in rows for field in row.cells}
        for key in self.report.columns:
            if key in _NAMING or (key in _FACTS and (key, Part.VALUE) not in there):
                continue
            yield key, Part.VALUE
            for part in _BESIDE:
                if (key, part) in there:
                    yield key, part

    def _column(self, key: str, part: Part) -> Column:
        indicator = self.indicator(key)
        if indicator is None:
            return Column(_name(key, part), key, width=0, part=part)
        kind = kind_of(indicator, part)
        target = self.target(TOTAL, key) if part is Part.VALUE else None
        sign = "≥" if indicator.higher_is_better else "≤"
        return Column(
            _name(key, part),
            f"{indicator.name}{_mark(indicator)}",
            _BESIDE.get(part, indicator.unit),
            width=0,
            part=part,
            numeric=kind not in (Kind.TEXT, Kind.CODE),
            decimals=kind not in (Kind.COUNT, Kind.RANK),
            band=indicator.annex_group,
            goal="" if target is None else f"{sign} {figures.show(target.level)}",
            goal_tip="" if target is None else target_tip(target),
        )

    def _goal_name(self, columns: list[Column]) -> str:
        """What the target row is called: "Chỉ tiêu năm 2024"; empty without one."""
        period = self.report.period
        if period is None or not any(column.goal for column in columns):
            return ""
        return f"Chỉ tiêu năm {period.year}"

    def lines(self) -> tuple[Line, ...]:
        """The units in the file's order, then the total line."""
        made = [
            self._line(row_id, LineKind.FIGURES, str(number))
            for number, row_id in enumerate(self.report.rows, start=1)
        ]
        return (*made, self._line(TOTAL, LineKind.TOTAL, ""))

    def _line(self, row_id: str, kind: LineKind, code: str) -> Line:
        name = row_name(self.report, row_id)
        return Line(row_id, kind, row_id, name=name, code=code)

    def place(self, line: Line, column: Column) -> Place | None:
        """The report's cell; None for the running number."""
        if column.key == NUMBER.key:
            return None
        if column.key == NAME.key:
            return Place(line.row, UNIT_NAME)
        key, _, _ = column.key.partition(".")
        return Place(line.row, key, column.part or Part.VALUE)

    def spot(self, place: Place) -> Spot | None:
        """The unit's row; names and codes stand in the name's column."""
        if place.indicator in (UNIT_NAME, UNIT_CODE):
            return Spot(place.row, NAME.key)
        return Spot(place.row, _name(place.indicator, place.part))

    # ------------------------------------------------------------------ looks and tips

    def look(self, line: Line, column: Column) -> CellLook:
        """What the cell looks like."""
        made = self._look(line, column)
        if line.kind is LineKind.TOTAL:
            return replace(made, bold=True, shaded=True, ruled=True)
        return made

    def _look(self, line: Line, column: Column) -> CellLook:
        place = self.place(line, column)
        if place is None:
            return CellLook(line.code, State.TEXT, quiet=True)
        if column.key == NAME.key:
            made = self.figure(place, expected=False)
            return replace(made, text=line.name, state=State.TEXT)
        unit = line.kind is LineKind.FIGURES
        made = self.figure(place, expected=unit or place.field in self._filled)
        below = column.part is Part.VALUE and self.misses(line.row, place.indicator)
        return replace(made, below=below is True)

    def tip(self, line: Line, column: Column) -> str:
        """Findings, edits, and the target that is not reached."""
        place = self.place(line, column)
        if place is None:
            return ""
        said = self.cell_tips(place)
        if column.part is Part.VALUE and self.misses(line.row, place.indicator):
            target = self.target(line.row, place.indicator)
            said += [] if target is None else [f"Dưới chỉ tiêu. {target_tip(target)}"]
        return "\n".join(said)


def _name(key: str, part: Part) -> str:
    return f"{key}.{part.value}"


def _mark(indicator: Indicator) -> str:
    """The footnote mark that the annex's heading bears: " (*)"."""
    found = _MARK.search(indicator.annex_label)
    return f"\u00a0{found[0]}" if found else ""
