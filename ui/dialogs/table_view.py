"""A small table with the keys of Excel: typed, pasted into, undone within its dialog."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QFrame,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.dialogs.table_model import GHOST_ROLE, WRONG_ROLE, Index, TableModel
from ui.tables import clipboard
from ui.theme import Look
from ui.widgets import painting

_EDGE, _ICON, _FRAME = 10, 14, 2
_WRAP = Qt.TextFlag.TextWordWrap
_TOP = 5  # px above and below the text of a row
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_BACK = Qt.KeyboardModifier.ShiftModifier
_EDITORS = (QLineEdit, QPlainTextEdit)
_OFFERED = 340
"""Least width of the list of what may be meant, px."""

_LINES = 3
"""Lines of a box for a long text."""


class SmallTable(QTableView):
    """Shows a `TableModel`.

    Args:
        look: The look in force.
        model: The rows.
        name: What the table is, as a screen reader says it.
        parent: As in Qt.
    """

    def __init__(
        self, look: Look, model: TableModel, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.table = model
        self.setHorizontalHeader(_Head(look, self))
        self.setModel(model)
        self.setItemDelegate(_Cells(look, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab goes by `focusNextPrevChild`
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setMinimumHeight(140)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(look.theme.metrics.row)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads = self.horizontalHeader()
        for number, column in enumerate(model.columns):
            mode = QHeaderView.ResizeMode
            heads.setSectionResizeMode(
                number, mode.Fixed if column.width else mode.Stretch
            )
            if column.width:
                self.setColumnWidth(number, column.width)
        look.changed.connect(lambda _theme: self.viewport().update())
        self.go_to(0, self._first_typed())

    def _first_typed(self) -> int:
        columns = enumerate(self.table.columns)
        return next((number for number, one in columns if not one.fixed), 0)

    def go_to(self, row: int, column: int) -> None:
        """Put the cursor on a cell."""
        index = self.table.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def edit(  # type: ignore[override] # PySide's stubs leave Qt's three arguments out
        self,
        index: Index,
        trigger: QAbstractItemView.EditTrigger = QAbstractItemView.EditTrigger.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        """Open the line to type in; only typing on the cell itself replaces its text."""
        opened = super().edit(index, trigger, event)  # type: ignore[arg-type] # may be None
        editor = self.viewport().focusWidget()
        typed = QAbstractItemView.EditTrigger.AnyKeyPressed
        if opened and trigger != typed and isinstance(editor, QLineEdit):
            editor.end(False)
        elif opened and trigger != typed and isinstance(editor, QPlainTextEdit):
            editor.moveCursor(QTextCursor.MoveOperation.End)
        return opened

    # ------------------------------------------------------------------------ the keys

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Tab goes on by cells that are typed into, and from the last one leaves."""
        return self._step(forward=forward) or super().focusNextPrevChild(forward)

    def _step(self, *, forward: bool) -> bool:
        """Go to the next or the previous cell to type into; whether there is one."""
        here, wide = self.currentIndex(), len(self.table.columns)
        at = here.row() * wide + here.column() if here.isValid() else -1
        end = self.table.rowCount() * wide
        for place in range(at + 1, end) if forward else range(at - 1, -1, -1):
            row, column = divmod(place, wide)
            if not self.table.columns[column].fixed:
                self.go_to(row, column)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes down, Delete clears, the clipboard and Ctrl+Z do as in Excel."""
        standard = QKeySequence.StandardKey
        for keys, act in (
            (standard.Copy, self.copy),
            (standard.Cut, self.cut),
            (standard.Paste, self.paste),
            (standard.Undo, self.table.undo),
            (standard.Redo, self.table.redo),
        ):
            if event.matches(keys):
                act()
                return
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Y and ctrl:
            self.table.redo()
        elif event.key() in _ENTER and not ctrl:
            self.go_down(-1 if event.modifiers() & _BACK else 1)
        elif event.key() in _CLEARING:
            self.clear_cells()
        else:
            super().keyPressEvent(event)

    def go_down(self, rows: int) -> None:
        """Put the cursor so many rows further down, where there are any."""
        here = self.currentIndex()
        self.go_to(here.row() + rows, here.column())

    def _area(self) -> tuple[range, range]:
        """The rows and the columns that are selected."""
        chosen = self.selectionModel().selection()
        if chosen.isEmpty():
            here = self.currentIndex()
            return range(here.row(), here.row() + 1), range(
                here.column(), here.column() + 1
            )
        area = chosen.first()
        return range(area.top(), area.bottom() + 1), range(
            area.left(), area.right() + 1
        )

    def copy(self) -> None:
        """Put the selected texts on the clipboard, for Excel too."""
        rows, columns = self._area()
        block = [[self.table.row(row)[column] for column in columns] for row in rows]
        QGuiApplication.clipboard().setText(clipboard.to_text(block))

    def cut(self) -> None:
        """Put the selected texts on the clipboard and clear them."""
        self.copy()
        self.clear_cells()

    def clear_cells(self) -> None:
        """Empty the selected cells, as one step."""
        rows, columns = self._area()
        if rows.start >= 0:
            self.table.write(
                rows.start, columns.start, [[""] * len(columns) for _ in rows]
            )

    def paste(self) -> None:
        """Type what is on the clipboard, its corner at the selection's.

        One text fills the selection.
        """
        block = clipboard.from_text(QGuiApplication.clipboard().text())
        rows, columns = self._area()
        if not block or rows.start < 0:
            return
        if len(block) == 1 and len(block[0]) == 1:
            block = [[block[0][0]] * len(columns) for _ in rows]
        self.table.write(rows.start, columns.start, block)

    def leave_editor(self) -> None:
        """Take what is being typed, as pressing a button does."""
        editor = self.viewport().focusWidget()
        if isinstance(editor, _EDITORS) and editor.isVisible():
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)


class _Cells(QStyledItemDelegate):
    """Paints cells in their lines, says what is wrong, and keeps the editor's keys."""

    def __init__(self, look: Look, view: SmallTable) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def _words(self, index: Index) -> str:
        return str(index.data() or index.data(GHOST_ROLE) or "")

    def _font(self, index: Index) -> QFont:
        """The font of what was typed, or of the words that stand where nothing was."""
        fonts = self._look.theme.fonts
        return fonts.body if index.data() else fonts.empty

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, index: Index
    ) -> QSize:
        """As high as the lines of the text."""
        metrics = self._look.theme.metrics
        width = self._view.columnWidth(index.column()) - 2 * _EDGE
        beside = _ICON + 6 if index.data(WRONG_ROLE) else 0
        room = QRect(0, 0, max(40, width - beside), 10_000)
        font = self._font(index)
        text = QFontMetrics(font).boundingRect(room, _WRAP, self._words(index))
        return QSize(width, max(metrics.row, text.height() + 2 * _TOP + 1))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw the cell."""
        theme, rect = self._look.theme, option.rect
        colours = theme.colours
        column = self._view.table.columns[index.column()]
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = colours.surface2 if column.fixed else colours.surface
        painter.fillRect(rect, colours.soft if picked else ground)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.grid)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), colours.grid)
        room = rect.adjusted(_EDGE, _TOP, -_EDGE, -_TOP)
        wrong, text = str(index.data(WRONG_ROLE) or ""), str(index.data() or "")
        if wrong:
            at = room.topLeft().toPointF()
            painting.icon(painter, self._look, "error", "err", at, _ICON)
            room.setLeft(room.left() + _ICON + 6)
        painter.setFont(self._font(index))
        ink = colours.err if wrong else colours.text if text else colours.text2
        painter.setPen(ink)
        is_right = column.numeric and text and not wrong
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | _WRAP, self._words(index))
        if index == self._view.currentIndex():
            painter.fillRect(
                rect.left(), rect.top(), rect.width(), _FRAME, colours.accent
            )
            painter.fillRect(
                rect.left(), rect.bottom() - 1, rect.width(), _FRAME, colours.accent
            )
            painter.fillRect(
                rect.left(), rect.top(), _FRAME, rect.height(), colours.accent
            )
            painter.fillRect(
                rect.right() - 1, rect.top(), _FRAME, rect.height(), colours.accent
            )

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """A line to type in, with what may be meant below it."""
        column = self._view.table.columns[index.column()]
        name = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        if column.long:
            box = QPlainTextEdit(parent)
            box.setProperty("v", "cell")
            box.setFont(self._look.theme.fonts.body)
            box.setAccessibleName(name)
            return box
        editor = QLineEdit(parent)
        editor.setProperty("v", "cell")
        editor.setFont(self._look.theme.fonts.body)
        editor.setAccessibleName(name)
        if column.proposals:
            offered = QCompleter(list(column.proposals), editor)
            offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            offered.setFilterMode(Qt.MatchFlag.MatchContains)
            # The list is a window of its own, and goes with its line all the same.
            if (words := offered.popup()) is not None:
                words.setParent(editor, words.windowFlags())
                words.setMinimumWidth(_OFFERED)
            editor.setCompleter(offered)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Put the cell's text into the line, the caret at its end."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data() or ""))
        elif isinstance(editor, QPlainTextEdit) and not editor.document().isModified():
            editor.setPlainText(str(index.data() or ""))
            editor.selectAll()  # as Qt does in a line: typing takes the text's place

    def setModelData(  # noqa: N802 - Qt's name
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Take what was typed."""
        text = editor.text() if isinstance(editor, QLineEdit) else None
        if isinstance(editor, QPlainTextEdit):
            text = editor.toPlainText()
        if text is not None and text != index.data():
            model.setData(model.index(index.row(), index.column()), text)

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Lay the line over the cell's first one; a box over all of it."""
        high = min(option.rect.height(), self._look.theme.metrics.row)
        if isinstance(editor, QPlainTextEdit):
            lines = _LINES * option.fontMetrics.lineSpacing() + 2 * _TOP + 4
            high = max(option.rect.height() - 1, lines)
        editor.setGeometry(option.rect.adjusted(0, 0, -1, 0))
        editor.setFixedHeight(high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter and Tab end the typing and go on; Esc takes it back."""
        if not isinstance(watched, _EDITORS) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() != QEvent.Type.KeyPress or event.key() not in (*_ENTER, *_TABS):
            return super().eventFilter(watched, event)
        hint = QStyledItemDelegate.EndEditHint.NoHint
        self.commitData.emit(watched)
        self.closeEditor.emit(watched, hint)
        back = bool(event.modifiers() & _BACK)
        if event.key() in _ENTER:
            self._view.go_down(-1 if back else 1)
        else:
            self._view.focusNextPrevChild(event.key() == Qt.Key.Key_Tab and not back)
        return True


class _Head(QHeaderView):
    """The titles of the columns, in the theme's colours."""

    def __init__(self, look: Look, view: SmallTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._look = look
        self._view = view
        self.setFixedHeight(look.theme.metrics.control)

    def paintSection(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRect,
        logicalIndex: int,  # noqa: N803
    ) -> None:
        """Draw a title, where its column's texts are."""
        colours, column = (
            self._look.theme.colours,
            self._view.table.columns[logicalIndex],
        )
        painter.fillRect(rect, colours.surface2)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.border)
        painter.setFont(self._look.theme.fonts.caption)
        painter.setPen(colours.text2)
        side = (
            Qt.AlignmentFlag.AlignRight
            if column.numeric
            else Qt.AlignmentFlag.AlignLeft
        )
        room = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, column.title)
