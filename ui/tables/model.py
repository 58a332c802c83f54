"""The Qt model of a table: a form over the document, filtered in its own order."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from core.frozen import replace
from core.names import folded
from core.report import Place
from ui.tables import texts
from ui.tables.cell import PLACE_ROLE, CellLook, Column, Line, LineKind
from ui.tables.form import Form, spoken

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED = _CHOSEN | Qt.ItemFlag.ItemIsEditable
_MANY = 40
"""Runs of rows that come or go one by one; beyond that the model starts anew."""


class FiguresModel(QAbstractTableModel):
    """Rows and columns of a form, as far as folds and filter let them be seen.

    Args:
        form: What the table is of.
        parent: As in Qt.

    Signals:
        refiltered: Other rows are shown than before.
        followed: The month's figures or findings changed, and this shows them.
    """

    refiltered = Signal()
    followed = Signal()

    def __init__(self, form: Form, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self._looks: dict[tuple[str, int], CellLook] = {}
        self._folded: set[str] = set()
        self._wanted = ""
        self._only_findings = False
        self._kept: frozenset[str] | None = None
        form.refresh()
        self.columns: tuple[Column, ...] = form.columns()
        self._lines: tuple[Line, ...] = form.lines()
        self._report = form.report
        self._shown: list[Line] = list(self._visible())
        form.document.judged.connect(self._follow)

    # ----------------------------------------------------------------- what Qt asks

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - whatever the role is of
        """What the cell is, in the role asked for."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.look(index.row(), index.column()).text
        line, column = self._shown[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.form.tip(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index, line, column)
        place = self.form.place(line, column)
        if role == PLACE_ROLE:
            return place
        if role == Qt.ItemDataRole.EditRole:
            return self.edit_text(index)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - whatever the role is of
        """What a column's header says, its unit after it."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(part for part in (column.title, column.unit) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.goal_tip or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            goal = f"chỉ tiêu {column.goal}" if column.goal else ""
            said = (column.band, column.title, texts.spoken_unit(column.unit), goal)
            return ", ".join(part for part in said if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be chosen; those with a place can be typed into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _CHOSEN if self.place(index) is None else _TYPED

    def setData(  # noqa: N802 - Qt's name
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - Qt's signature
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Put what was typed into the report; False where that changes nothing."""
        place = self.place(index)
        if role != Qt.ItemDataRole.EditRole or place is None:
            return False
        return self.form.document.type(place, str(value))

    # -------------------------------------------------------------- places and looks

    def place(self, index: Index) -> Place | None:
        """The report's cell behind `index`, or None where nothing can be typed."""
        if not index.isValid():
            return None
        return self.form.place(self._shown[index.row()], self.columns[index.column()])

    def look(self, row: int, column: int) -> CellLook:
        """What the cell looks like; made once until the figures change."""
        line = self._shown[row]
        key = (line.key, column)
        found = self._looks.get(key)
        if found is None:
            found = self.form.look(line, self.columns[column])
            if line.kind is LineKind.HEADING and column == 0:
                found = replace(found, fold=line.key in self._folded)
            self._looks[key] = found
        return found

    def line(self, row: int) -> Line:
        """What the row is."""
        return self._shown[row]

    def edit_text(self, index: Index) -> str:
        """The cell's text as one would type it; what is computed as it is shown."""
        place = self.place(index)
        if place is None:
            return self.look(index.row(), index.column()).text
        return texts.typed(self.form.report.cell(place).value)

    def find(self, place: Place) -> QModelIndex:
        """Where a cell of the report is shown; unfolds and unfilters if it must.

        An invalid index where the table has no such cell.
        """
        spot = self.form.spot(place)
        names = [column.key for column in self.columns]
        if spot is None or spot.column not in names:
            return QModelIndex()
        line = next((one for one in self._lines if one.key == spot.line), None)
        if line is None:
            return QModelIndex()
        if line not in self._shown:
            self._folded.discard(line.parent)
            if line not in self._visible():
                self.set_filter("", only_findings=False)
            self._put(self._visible())
        return self.index(self._shown.index(line), names.index(spot.column))

    def ends_with_total(self) -> bool:
        """Whether the last row is the total line, which never scrolls away."""
        return bool(self._shown) and self._shown[-1].kind is LineKind.TOTAL

    def _spoken(self, index: Index, line: Line, column: Column) -> str:
        look = self.look(index.row(), index.column())
        tips = self.form.tip(line, column)
        return spoken(index.row() + 1, line, column, look, tips)

    # ------------------------------------------------------------- folds and filters

    def toggle(self, row: int) -> bool:
        """Fold or unfold the heading in `row`; False where there is none."""
        line = self._shown[row]
        if line.kind is not LineKind.HEADING:
            return False
        self._folded ^= {line.key}
        self._looks = {k: v for k, v in self._looks.items() if k[0] != line.key}
        self._put(self._visible())
        self._repaint()
        return True

    def is_folded(self, key: str) -> bool:
        """Whether the heading with that key is folded."""
        return key in self._folded

    def set_filter(self, text: str, *, only_findings: bool) -> None:
        """Show the rows whose name holds `text` and, if so asked, has findings.

        Which rows these are is settled now: an edit makes none of them go away.
        """
        self._wanted, self._only_findings = folded(text), only_findings
        self._kept = self._matches() if text.strip() or only_findings else None
        self._put(self._visible())
        self.refiltered.emit()

    def is_filtered(self) -> bool:
        """Whether a filter or a search hides rows."""
        return self._kept is not None

    def counts(self) -> tuple[int, int]:
        """How many rows are shown, of how many; the total line is not counted."""
        return _units(self._shown), _units(self._lines)

    def _matches(self) -> frozenset[str]:
        """Keys of the rows that the filter lets be seen, with their headings."""
        kept = set()
        for line in self._lines:
            named = self._wanted in folded(f"{line.code} {line.name}")
            if named and (not self._only_findings or self._has_findings(line)):
                kept |= {line.key, line.parent}
        return frozenset(kept)

    def _has_findings(self, line: Line) -> bool:
        places = (self.form.place(line, column) for column in self.columns)
        return any(place in self.form.findings for place in places)

    def _visible(self) -> tuple[Line, ...]:
        """The rows that folds and filter let be seen."""
        kept = self._kept
        if kept is None and not self._folded:
            return self._lines
        return tuple(
            line
            for line in self._lines
            if line.parent not in self._folded
            and (kept is None or line.key in kept or line.kind is LineKind.TOTAL)
        )

    # ------------------------------------------------------------ following the month

    def _follow(self) -> None:
        """Show the figures and findings as they are now; nothing moves."""
        self.form.refresh()
        self._looks.clear()
        if self.form.report is self._report:
            self._repaint()  # the findings alone are new
            self.followed.emit()
            return
        self._report = self.form.report
        columns, lines = self.form.columns(), self.form.lines()
        if len(columns) != len(self.columns):
            self.beginResetModel()
            self.columns, self._lines = columns, lines
            self._shown = list(self._visible())
            self.endResetModel()
            self.followed.emit()
            return
        if columns != self.columns:
            self.columns = columns
            last = len(columns) - 1
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if lines != self._lines:
            self._take(lines)
        self._repaint()
        self.followed.emit()

    def _take(self, lines: tuple[Line, ...]) -> None:
        """Have other rows; one that is new is shown whatever the filter says."""
        if self._kept is not None:
            known = {line.key for line in self._lines}
            self._kept |= {line.key for line in lines if line.key not in known}
        self._lines = lines
        self._put(self._visible())

    def _put(self, lines: tuple[Line, ...]) -> None:
        """Show `lines`, telling the views which rows go and which come."""
        wanted = {line.key for line in lines}
        held = {line.key for line in self._shown}
        going = list(_runs(n for n, s in enumerate(self._shown) if s.key not in wanted))
        coming = list(_runs(n for n, one in enumerate(lines) if one.key not in held))
        same = [one.key for one in lines if one.key in held]
        stay = [one.key for one in self._shown if one.key in wanted]
        if same != stay or len(going) + len(coming) > _MANY:
            self.beginResetModel()
            self._shown = list(lines)
            self.endResetModel()
            return
        for first, last in reversed(going):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._shown[first : last + 1]
            self.endRemoveRows()
        for first, last in coming:
            self.beginInsertRows(QModelIndex(), first, last)
            self._shown[first:first] = lines[first : last + 1]
            self.endInsertRows()
        self._shown = list(lines)

    def _repaint(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _units(lines: Sequence[Line]) -> int:
    """How many lines there are but for the total line, which is the last."""
    has_total = bool(lines) and lines[-1].kind is LineKind.TOTAL
    return len(lines) - has_total


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Runs of numbers that follow each other, as first and last."""
    first = last = None
    for number in numbers:
        if last is not None and number == last + 1:
            last = number
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = number
    if first is not None and last is not None:
        yield first, last
