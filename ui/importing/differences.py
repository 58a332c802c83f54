"""A file over a month edited by hand: what differs, and which side wins, cell by cell."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from core import entry, figures
from core.catalogue import Catalogue
from core.importing.comparing import Difference, Side
from core.period import Moment, Period
from core.report import AS_OF, PERIOD, REPORT, UNIT_NAME, Cell, Place, Report
from ui.importing.sheet_model import Index
from ui.tables import texts
from ui.theme import Look

_NO_PARENT = QModelIndex()
_TITLES = ("Đơn vị", "Chỉ tiêu", "Của bạn", "Trong tệp")
_SIDES = {2: Side.MINE, 3: Side.THEIRS}
_EDGE, _ICON = 10, 14


def is_asked(one: Difference) -> bool:
    """Whether a person's own figure is at stake."""
    return one.is_row or one.mine.value != one.base.value


class DifferencesModel(QAbstractTableModel):
    """Where both sides differ; of each line one side is chosen.

    Signals:
        chosen: Another side was chosen somewhere.
    """

    chosen = Signal()

    def __init__(
        self,
        report: Report,
        catalogue: Catalogue,
        found: Sequence[Difference],
        parent: QObject | None = None,
    ) -> None:
        """Begin with what the user has typed: nothing of it is lost unasked."""
        super().__init__(parent)
        self._report = report
        self._catalogue = catalogue
        self.found = tuple(found)
        self.sides = dict.fromkeys((one.place for one in self.found), Side.MINE)

    def choose(self, row: int, side: Side) -> None:
        """Let one side win in a line."""
        self.sides[self.found[row].place] = side
        self.dataChanged.emit(self.index(row, 0), self.index(row, 3))
        self.chosen.emit()

    def choose_all(self, side: Side) -> None:
        """Let one side win everywhere."""
        self.sides = dict.fromkeys(self.sides, side)
        last = self.index(self.rowCount() - 1, 3)
        self.dataChanged.emit(self.index(0, 0), last)
        self.chosen.emit()

    def side(self, row: int) -> Side:
        """The side that wins in a line."""
        return self.sides[self.found[row].place]

    # ------------------------------------------------------------------------ Qt's own

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        """How many places differ."""
        return 0 if parent.isValid() else len(self.found)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802
        """Unit, figure, both sides."""
        return 0 if parent.isValid() else len(_TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - whatever the role is of
        """The words of a cell, or how it is read aloud."""
        words = self._words(self.found[index.row()])
        text = words[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index, words)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - whatever the role is of
        """The columns' titles."""
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole and across:
            return _TITLES[section]
        return None

    def _words(self, one: Difference) -> tuple[str, str, str, str]:
        if one.is_row:
            return one.unit, "Cả đơn vị", "giữ lại", "không có trong tệp"
        what = entry.label(self._catalogue, self._report, one.place)
        if one.place.row == REPORT:
            what = {PERIOD: "Kỳ báo cáo", AS_OF: "Số liệu tính đến"}.get(
                one.place.indicator, what
            )
        elif one.place.indicator == UNIT_NAME:
            what = "Tên đơn vị"
        else:
            what = _figure(self._catalogue, one.place)
        return one.unit, what, shown(one.mine), shown(one.theirs)

    def _spoken(self, index: Index, words: tuple[str, str, str, str]) -> str:
        side = _SIDES.get(index.column())
        unit, what, mine, theirs = words
        if side is None:
            return f"{unit}, {what}: của bạn {mine}, trong tệp {theirs}"
        told = mine if side is Side.MINE else theirs
        picked = "đang chọn" if self.side(index.row()) is side else "chưa chọn"
        return f"{unit}, {what}, {_TITLES[index.column()]}: {told}, {picked}"


def _figure(catalogue: Catalogue, place: Place) -> str:
    from core.importing.choosing import naming

    return naming.figure(catalogue, place.field)


def shown(cell: Cell) -> str:
    """What stands in a cell, in words; an empty one says so."""
    value = cell.value
    if isinstance(value, Period):
        return figures.show_period(value)
    if isinstance(value, Moment):
        return figures.show_moment(value)
    return texts.typed(value) or "chưa có"


class SidesDelegate(QStyledItemDelegate):
    """Paints a line; the side that wins bears a filled ring and stands out."""

    def __init__(self, look: Look, view: QWidget) -> None:
        """Paint in `look`."""
        super().__init__(view)
        self._look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw the cell."""
        model = index.model()
        if not isinstance(model, DifferencesModel):
            return
        theme, rect = self._look.theme, option.rect
        colours = theme.colours
        side = _SIDES.get(index.column())
        wins = side is not None and model.side(index.row()) is side
        painter.fillRect(rect, colours.soft if wins else colours.surface)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.grid)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), colours.grid)
        room = rect.adjusted(_EDGE, 0, -_EDGE, -1)
        if side is not None:
            self._paint_ring(painter, room, wins=wins)
            room = room.adjusted(_ICON + 8, 0, 0, 0)
        painter.setFont(theme.fonts.strong if wins else theme.fonts.body)
        painter.setPen(colours.text if wins or side is None else colours.text2)
        told = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, told)
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_frame(painter, rect)

    def _paint_ring(self, painter: QPainter, room: QRect, *, wins: bool) -> None:
        colours = self._look.theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.accent if wins else colours.input)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        at = QPoint(room.left() + _ICON // 2, room.center().y())
        painter.drawEllipse(at, 7, 7)
        if wins:
            painter.setBrush(colours.accent)
            painter.drawEllipse(at, 3, 3)
        painter.restore()

    def _paint_frame(self, painter: QPainter, rect: QRect) -> None:
        painter.save()
        painter.setPen(self._look.theme.colours.accent)
        painter.drawRect(rect.adjusted(0, 0, -2, -2))
        painter.drawRect(rect.adjusted(1, 1, -3, -3))
        painter.restore()


class SidesHead(QHeaderView):
    """The titles of the columns, in the theme's colours."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Stretch over the width."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setFixedHeight(look.theme.metrics.control)

    def paintSection(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRect,
        logicalIndex: int,  # noqa: N803
    ) -> None:
        """Draw a title."""
        colours = self._look.theme.colours
        painter.fillRect(rect, colours.surface2)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.border)
        painter.setFont(self._look.theme.fonts.caption)
        painter.setPen(colours.text2)
        room = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, _TITLES[logicalIndex])


class DifferencesView(QTableView):
    """The lines; a click, Space or Enter on a side lets it win."""

    def __init__(self, look: Look, model: DifferencesModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._lines = model
        self.setHorizontalHeader(SidesHead(look, self))
        self.setModel(model)
        self.setItemDelegate(SidesDelegate(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("Các ô khác nhau giữa số của bạn và tệp")
        rows = self.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(look.theme.metrics.unit_row)
        self.clicked.connect(self._pick)
        self.setCurrentIndex(model.index(0, 2))

    def _pick(self, index: Index) -> None:
        side = _SIDES.get(index.column())
        if side is not None:
            self._lines.choose(index.row(), side)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space or Enter lets the side at the cursor win."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys:
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)


def counted(sides: Mapping[Place, Side]) -> str:
    """How many places each side wins: "3 ô của bạn, 1 ô theo tệp"."""
    told = list(sides.values())
    mine, theirs = told.count(Side.MINE), told.count(Side.THEIRS)
    return f"Giữ {mine} ô của bạn, lấy {theirs} ô của tệp"
