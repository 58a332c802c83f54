"""The delegate of a table: cells painted as they look, the editor as in Excel."""

from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.tables.cell import Bar
from ui.tables.model import FiguresModel, Index
from ui.tables.paint import CellPainter, Setting
from ui.theme import Look


class Step(NamedTuple):
    """How far the cursor goes, in rows and columns.

    `along` marks Tab and Enter: after Tab, Enter goes below where the Tabs began.
    """

    rows: int
    columns: int
    along: bool = False


_ENDS = {
    Qt.Key.Key_Return: Step(1, 0, along=True),
    Qt.Key.Key_Enter: Step(1, 0, along=True),
    Qt.Key.Key_Tab: Step(0, 1, along=True),
    Qt.Key.Key_Backtab: Step(0, -1, along=True),
    Qt.Key.Key_Up: Step(-1, 0),
    Qt.Key.Key_Down: Step(1, 0),
}
_ENDS_OF_TYPING = {Qt.Key.Key_Left: Step(0, -1), Qt.Key.Key_Right: Step(0, 1)}


class CellEditor(QLineEdit):
    """The line in which a cell is typed.

    Attributes:
        replaces: Typing began on the cell itself: arrow keys end it, as in Excel.
        original: What stood there.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("v", "cell")
        self.replaces = False
        self.original = ""


class CellDelegate(QStyledItemDelegate):
    """Paints through the table's painter, and keeps its editor's keys.

    Args:
        look: The look in force.
        painter: Shared by all parts of the table.
        view: The part.

    Attributes:
        is_over: The part lies over the scrolling one, whose frozen columns it covers.

    Signals:
        ended: The typing is over; the cursor goes that far.
    """

    ended = Signal(object)

    def __init__(self, look: Look, painter: CellPainter, view: QTableView) -> None:
        super().__init__(view)
        self.is_over = False
        self._look = look
        self._painter = painter

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw the cell."""
        model, row, number = index.model(), index.row(), index.column()
        if not isinstance(model, FiguresModel):
            return
        if number < model.form.frozen and not self.is_over:
            return  # a frozen part lies over it
        cell, marks = model.look(row, number), self._painter.marks
        column = model.columns[number]
        beside = 0
        if cell.bar is not Bar.NONE:
            other = number + (1 if cell.bar is Bar.LEFT else -1)
            view = self.parent()
            beside = view.columnWidth(other) if isinstance(view, QTableView) else 0
        setting = Setting(
            option.rect,
            column.numeric,
            column.decimals,
            beside,
            number == model.form.frozen - 1,
            self._is_selected(index),
            (marks.row, marks.column) == (row, number),
            marks.pending_sides(row, number),
        )
        self._painter.paint(painter, cell, setting)

    def _is_selected(self, index: Index) -> bool:
        """Whether the cell is; the option tells it by a class that costs 10 ms to load."""
        view = self.parent()
        chosen = view.selectionModel() if isinstance(view, QTableView) else None
        return chosen is not None and chosen.isSelected(index)

    # ---------------------------------------------------------------------- the editor

    def createEditor(  # noqa: N802 - Qt's name
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """A line in the table's font, numbers at right."""
        editor = CellEditor(parent)
        editor.setFont(self._look.theme.fonts.body)
        model = index.model()
        if isinstance(model, FiguresModel):
            column, line = model.columns[index.column()], model.line(index.row())
            editor.setAccessibleName(f"{line.name}, {column.title}")
            if column.numeric:
                editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Put the cell's text into the editor, once."""
        if isinstance(editor, CellEditor) and not editor.isModified():
            editor.original = str(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.setText(editor.original)

    def setModelData(  # noqa: N802 - Qt's name
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Put what was typed into the report, where it is another text."""
        if isinstance(editor, CellEditor) and editor.text() != editor.original:
            spot = model.index(index.row(), index.column())
            model.setData(spot, editor.text())

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Lay the editor over the cell, its frame on the cell's frame."""
        editor.setGeometry(option.rect.adjusted(0, 0, -1, -1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter, Tab and arrows end the typing; Esc takes it back."""
        if not isinstance(watched, CellEditor) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        ends = _ENDS | (_ENDS_OF_TYPING if watched.replaces else {})
        step = ends.get(key)
        if step is None:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and step.rows:
            step = step._replace(rows=-step.rows)
        self.commitData.emit(watched)
        self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
        self.ended.emit(step)
        return True
