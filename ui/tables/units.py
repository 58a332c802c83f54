"""The table of many units: units as rows, targets above, the total line below."""

from collections.abc import Iterator
from itertools import count, repeat

from core import figures
from core.catalogue import Indicator, Kind
from core.entry import kind_of
from core.frozen import replace
from core.patterns import later
from core.report import TOTAL, UNIT_CODE, UNIT_NAME, Field, Part, Place
from core.rows import fields_of, words_of
from ui.document import Document
from ui.tables.cell import CellLook, Column, Line, LineKind, State
from ui.tables.form import NAMELESS, Form, Spot, row_name, target_tip

_MARK = later(r"\(\*+\)")
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
        # As made last: an edit of a figure changes none of thousands.
        self._named: tuple[list[str], list[str]] = [], []
        self._lines: tuple[Line, ...] = ()

    def _is_filled(self, field: Field) -> bool:
        """Whether units have figures in that column: a total could stand there."""
        return any(row.number(*field) is not None for row in self.report.rows.values())

    # ---------------------------------------------------------- columns, rows, places

    def columns(self) -> tuple[Column, ...]:
        """Running number, name, then the report's figures in its order."""
        made = [self._column(key, part) for key, part in self._fields()]
        return (NUMBER, replace(NAME, goal=self._goal_name(made)), *made)

    def _fields(self) -> Iterator[Field]:
        """What the units have figures of; facts of the fact bar only where units do."""
        there = fields_of(self.report.rows)
        for key in self._keys({key for key, _ in there}):
            if key in _NAMING or (key in _FACTS and (key, Part.VALUE) not in there):
                continue
            yield key, Part.VALUE
            for part in _BESIDE:
                if (key, part) in there:
                    yield key, part

    def _keys(self, there: set[str]) -> Iterator[str]:
        """The report's columns, then what came later: the file was read anew."""
        yield from self.report.columns
        for key in self.document.catalogue.indicators:
            if key in there and key not in self.report.columns:
                yield key

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
        ids = list(self.report.rows)
        names = [name or NAMELESS for name in words_of(self.report.rows, UNIT_NAME)]
        if (ids, names) != self._named:
            self._named = ids, names
            kinds, none, numbers = repeat(LineKind.FIGURES), repeat(""), count(1)
            made = map(Line, ids, kinds, ids, none, names, map(str, numbers))
            self._lines = tuple(made)
        last = Line(TOTAL, LineKind.TOTAL, TOTAL, name=row_name(self.report, TOTAL))
        return (*self._lines, last)

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
        made = self.figure(place, expected=unit or self._is_filled(place.field))
        below = column.part is Part.VALUE and self.misses(line.row, place.indicator)
        return replace(made, below=True) if below else made

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
