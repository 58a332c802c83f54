"""The table of figures: one scrolling view, its frozen parts, its cursor and keys."""

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from core.report import Place
from ui.tables import acts, moves
from ui.tables.cell import Area
from ui.tables.clipboard import Paste
from ui.tables.delegate import CellEditor, Step
from ui.tables.layout import Layout
from ui.tables.model import FiguresModel
from ui.tables.paint import CellPainter
from ui.tables.panes import Pane
from ui.theme import Look

_FLASH = 600  # ms
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_CLEARING = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_STANDARD = (
    (QKeySequence.StandardKey.Copy, acts.copy),
    (QKeySequence.StandardKey.Cut, acts.cut),
    (QKeySequence.StandardKey.Paste, acts.paste),
)


class FiguresView(Pane):
    """A table of figures with the keys of Excel; show a model in it.

    Args:
        look: The look in force.
        parent: As in Qt.

    Signals:
        moved: The cursor or the selection is another.
        told: Something to say in the status bar.
        overflowed: A `Paste` that has no room; `paste_part` or `drop_paste` ends it.
        escaped: Esc was pressed with nothing to take back.
    """

    moved = Signal()
    told = Signal(str)
    overflowed = Signal(object)
    escaped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        painter = CellPainter(look)
        super().__init__(look, painter, parent)
        self.marks = painter.marks
        self.parts = Layout(self, look, painter)
        self._far = (0, 0)
        self._began: int | None = None  # the column in which Tab began
        self._area: Area | None = None
        self._glow = QVariantAnimation(self)
        self._glow.setDuration(_FLASH)
        self._glow.setStartValue(1.0)
        self._glow.setEndValue(0.0)
        self._glow.valueChanged.connect(self._fade)
        for pane in self.parts.all:
            pane.cells.ended.connect(self._end_typing)
        self.setAccessibleName("Bảng số liệu")

    def show_model(self, model: FiguresModel, row_height: int) -> None:
        """Show another table, its rows so high, the cursor on its first cell."""
        self.marks.row, self.marks.column, self.marks.pending = -1, -1, None
        self._area = None
        self.is_new = True
        if self.isVisible():
            self.paint_apart()
        self.parts.show_model(model, row_height)
        chosen = self.selectionModel()
        chosen.currentChanged.connect(self._follow_cursor)
        model.modelReset.connect(self._start_anew)
        for signal in (model.rowsInserted, model.rowsRemoved):
            signal.connect(self._follow_rows)
        self.move_to(0, self._first_column(model))

    def _first_column(self, model: FiguresModel) -> int:
        """The first column beside the frozen ones that can be typed into."""
        columns = range(model.form.frozen, model.columnCount())
        typed = (n for n in columns if model.place(model.index(0, n)) is not None)
        return next(typed, 0)

    def hand(self) -> "FiguresView":
        """This table itself takes the mouse."""
        return self

    def figures(self) -> FiguresModel:
        """The model shown.

        Raises:
            LookupError: None is (a programmer's mistake).
        """
        model = self.model()
        if not isinstance(model, FiguresModel):
            message = "no table is shown"
            raise LookupError(message)
        return model

    # ---------------------------------------------------------------------- the cursor

    def cursor_at(self) -> tuple[int, int]:
        """Row and column of the cursor; (-1, -1) in an empty table."""
        index = self.currentIndex()
        return index.row(), index.column()

    def area(self) -> Area | None:
        """The selected rectangle, the cursor's cell among them."""
        model, (row, column) = self.figures(), self.cursor_at()
        if row < 0:
            return None
        area = self._area or Area(row, column, row, column)
        bottom = min(area.bottom, model.rowCount() - 1)
        right = min(area.right, model.columnCount() - 1)
        return Area(min(area.top, bottom), min(area.left, right), bottom, right)

    def move_to(self, row: int, column: int, *, extend: bool = False) -> None:
        """Put the cursor on a cell, or draw the selection as far as there."""
        model = self.figures()
        if row >= model.rowCount() or column >= model.columnCount():
            return
        self._far, self._began = (row, column), None
        if extend:
            self.select(moves.spanned(self.cursor_at(), self._far))
        else:
            self._area = None
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(model.index(row, column), flag)
            self.moved.emit()
        self.parts.uncover(row, column)

    def select(self, area: Area) -> None:
        """Select a rectangle; the cursor stays."""
        model, self._area = self.figures(), area
        corners = (
            model.index(area.top, area.left),
            model.index(area.bottom, area.right),
        )
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(QItemSelection(*corners), flag)
        self.moved.emit()

    def jump_to(self, place: Place) -> bool:
        """Put the cursor on a cell of the report, with a flash; False if it is not here."""
        index = self.figures().find(place)
        if not index.isValid():
            return False
        self.move_to(index.row(), index.column())
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if QApplication.isEffectEnabled(Qt.UIEffect.UI_General):
            self._glow.stop()
            self._glow.start()
        return True

    def _fade(self, glow: float) -> None:
        self.marks.flash = glow
        self._redraw(self.currentIndex())

    def _follow_cursor(self, present: QModelIndex, former: QModelIndex) -> None:
        self.marks.row, self.marks.column = present.row(), present.column()
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._redraw(former)
        self._redraw(present)

    def _follow_rows(self) -> None:
        """Rows came or went: the cursor's cell may have another number."""
        self.marks.row, self.marks.column = self.cursor_at()
        self._far, self._area = self.cursor_at(), None
        self.parts.place()

    def _start_anew(self) -> None:
        """The model began anew: stay at the same row and column."""
        row, column = max(self.marks.row, 0), max(self.marks.column, 0)
        model = self.figures()
        self.parts.set_widths()
        last = model.rowCount() - 1, model.columnCount() - 1
        if min(last) >= 0:
            self.move_to(min(row, last[0]), min(column, last[1]))

    def _redraw(self, index: QModelIndex) -> None:
        if index.isValid():
            for pane in self.parts.all:
                pane.update(index)

    # -------------------------------------------------------------------------- typing

    def open_editor(self, *, replace: bool = False) -> CellEditor | None:
        """Open the cursor's cell for typing; None where nothing can be typed.

        The caret stands at the end; `replace` begins with an empty line.
        """
        index = self.currentIndex()
        if self.figures().place(index) is None:
            self.told.emit("Ô này không sửa trực tiếp được.")
            return None
        self.parts.uncover(index.row(), index.column())
        pane = self.parts.pane_of(index.row(), index.column())
        editor = pane.indexWidget(index)
        if not isinstance(editor, CellEditor):
            pane.edit(index)
            editor = pane.indexWidget(index)
        if not isinstance(editor, CellEditor):
            return None
        if replace:
            editor.replaces = True
            editor.clear()
        else:
            editor.deselect()
            editor.end(False)
        return editor

    def _end_typing(self, step: Step) -> None:
        """Go on as the key says; Enter after Tab to the column where Tab began."""
        at = self.cursor_at()
        began = at[1] if self._began is None else self._began
        row, column = moves.stepped(self.figures(), at, step)
        if step.along and step.rows:
            column = min(began, self.figures().columnCount() - 1)
        self.move_to(row, column)
        self._began = began if step.along and step.columns else None

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """What an input method begins on the cell goes on in its editor."""
        if not event.preeditString() and not event.commitString():
            return
        editor = self.open_editor(replace=True)
        if editor is not None:
            QCoreApplication.sendEvent(editor, event)

    def paste_part(self, paste: Paste) -> None:
        """Put down what there is room for."""
        self.drop_paste()
        acts.put_down(self, paste)

    def drop_paste(self) -> None:
        """Forget a paste that had no room."""
        self.show_pending(None)

    def show_pending(self, area: Area | None) -> None:
        """Draw the dashed frame of a paste that waits for an answer, or none."""
        self.marks.pending = area
        for pane in self.parts.all:
            pane.viewport().update()

    # ---------------------------------------------------------------------------- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys of Excel."""
        if self.currentIndex().isValid() and self._act(event):
            event.accept()
        else:
            event.ignore()

    def _act(self, event: QKeyEvent) -> bool:
        """Do what the key says; False where it says nothing here."""
        for sequence, act in _STANDARD:
            if event.matches(sequence):
                act(self)
                return True
        key, held = Qt.Key(event.key()), event.modifiers()
        ctrl = bool(held & Qt.KeyboardModifier.ControlModifier)
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if held & Qt.KeyboardModifier.AltModifier:
            return False
        if self._move(key, ctrl=ctrl, shift=shift):
            return True
        if ctrl or key == Qt.Key.Key_Space:
            return self._choose(key, ctrl=ctrl, shift=shift)
        return self._type(event, key)

    def _move(self, key: Qt.Key, *, ctrl: bool, shift: bool) -> bool:
        step = None if ctrl else moves.leaving(key, shift=shift)
        if step is not None:
            self._end_typing(step)
            return True
        page = max(self.viewport().height() // max(self.rowHeight(0), 1) - 1, 1)
        begin = self._far if shift else self.cursor_at()
        target = moves.target(self.figures(), begin, key, page, ctrl=ctrl)
        if target is not None:
            self.move_to(*target, extend=shift)
        return target is not None

    def _choose(self, key: Qt.Key, *, ctrl: bool, shift: bool) -> bool:
        """Ctrl+A, Ctrl+D, rows, columns, folds."""
        model, (row, column) = self.figures(), self.cursor_at()
        last_row, last_column = model.rowCount() - 1, model.columnCount() - 1
        match key:
            case Qt.Key.Key_A:
                self.select(Area(0, 0, last_row, last_column))
            case Qt.Key.Key_D:
                acts.fill_down(self)
            case Qt.Key.Key_Space if ctrl:
                self.select(Area(0, column, last_row, column))
            case Qt.Key.Key_Space if shift:
                self.select(Area(row, 0, row, last_column))
            case Qt.Key.Key_Space:
                return model.toggle(row) or self.open_editor(replace=True) is not None
            case _:
                return False
        return True

    def _type(self, event: QKeyEvent, key: Qt.Key) -> bool:
        """F2, Delete, Esc, or a character that begins anew."""
        if key == Qt.Key.Key_F2:
            self.open_editor()
        elif key in _CLEARING:
            acts.clear(self)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.text().isprintable() and event.text():
            editor = self.open_editor(replace=True)
            if editor is not None:
                QCoreApplication.sendEvent(editor, event)
        else:
            return False
        return True

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802 - Qt's
        """Tab goes from cell to cell, and at a row's end out of the table."""
        row, column = self.cursor_at()
        goal = column + (1 if onward else -1)
        if row >= 0 and 0 <= goal < self.figures().columnCount():
            self._end_typing(Step(0, goal - column, along=True))
            return True
        return super().focusNextPrevChild(onward)

    # ----------------------------------------------------------------------- the mouse

    def press(self, index: QModelIndex, at: QPoint, *, extend: bool) -> None:  # noqa: ARG002
        """Move the cursor there; a heading's arrow folds it."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not index.isValid():
            return
        if index.column() == 0 and not extend:
            self.figures().toggle(index.row())
        self.move_to(index.row(), index.column(), extend=extend)

    def drag(self, at: QPoint) -> None:
        """Draw the selection as far as the mouse is."""
        index = self.parts.index_at(at)
        if index.isValid() and (index.row(), index.column()) != self._far:
            self.move_to(index.row(), index.column(), extend=True)

    def double(self, index: QModelIndex, at: QPoint) -> None:
        """Open the cell with the caret where the mouse is."""
        if not index.isValid() or self.figures().place(index) is None:
            return
        self.move_to(index.row(), index.column())
        editor = self.open_editor()
        if editor is not None:
            inside = editor.mapFromGlobal(at)
            editor.setCursorPosition(editor.cursorPositionAt(inside))

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll, wherever the mouse is."""
        self.wheelEvent(event)

    # ---------------------------------------------------------------------------- room

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the room to the column that takes it; a cell in sight stays so."""
        row, column = self.cursor_at()
        end = self.rowViewportPosition(row) + self.rowHeight(row)
        seen = row >= 0 and 0 < end <= event.oldSize().height()
        super().resizeEvent(event)
        self.parts.stretch()
        if seen:
            self.parts.uncover(row, column)

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Lay the frozen parts over the edges."""
        if not hasattr(self, "parts"):  # Qt calls this while the view is being made
            super().updateGeometries()
            return
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().updateGeometries()
        self.parts.extend()
        bar.setValue(before)
        self.parts.place()
