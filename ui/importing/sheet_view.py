"""The sheet as it stands in the file: columns, merged cells, the cursor and its keys."""

from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from core.catalogue import Catalogue
from core.importing.grid import HEAD_ROWS, Spot, text_of
from core.importing.opened import RowRole, Sheet
from ui.importing import frozen
from ui.importing.heads import ColumnHead, RowHead
from ui.importing.sheet_model import Index, SheetModel
from ui.importing.sheet_paint import EDGE, SheetDelegate, wrap
from ui.theme import Look, Theme

_LEAST, _MOST, _WORDS = 52, 172, 122
"""Px of a column: least, most, and most for the sake of its name or heading."""

_NAMES = 260
"""Px of the column of names, at most: there names are read, not compared."""

_MEASURED = 64
"""Columns whose width is measured; a sheet may have 16,384."""

_SAMPLE = 40
"""Rows below a header whose texts are measured."""

_MERGES = 400
"""Merged ranges that are shown as such."""

_LINES = 5
"""Lines that a heading is given."""

_NOTES = (RowRole.NOTE, RowRole.LEFT_OUT)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Corner(QWidget):
    """The place where both heads meet."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        colours = self._look.theme.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.surface2)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.border)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colours.grid)
        painter.end()


class SheetView(QTableView):
    """Shows a sheet; rows and columns can be chosen with mouse and keys.

    Signals:
        column_asked: Number of a column (from 1) whose meaning is to be chosen.
        row_asked: Number of a row (from 1) that was clicked while rows are chosen.
        choosing_ended: Rows are chosen (True), or nothing shall change (False).
    """

    column_asked = Signal(int)
    row_asked = Signal(int)
    choosing_ended = Signal(bool)

    def __init__(
        self, look: Look, catalogue: Catalogue, sheet: Sheet, parent: QWidget
    ) -> None:
        """Show `sheet`."""
        super().__init__(parent)
        self._look = look
        self.rows = SheetModel(sheet, self)
        self.heads = ColumnHead(look, catalogue, self)
        self.numbers = RowHead(look, self)
        self._cells = SheetDelegate(look, self)
        self._corner = _Corner(look, self)
        self.setHorizontalHeader(self.heads)
        self.setVerticalHeader(self.numbers)
        self.setModel(self.rows)
        self.setItemDelegate(self._cells)
        self.rows.head_told = self.heads.spoken
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("Trang tính trong tệp")
        self.heads.sectionResized.connect(self._hold_names)
        self.heads.sectionClicked.connect(lambda n: self._ask_column(n + 1))
        self.numbers.sectionClicked.connect(lambda n: self._ask_row(n + 1))
        self.clicked.connect(lambda index: self._ask_row(index.row() + 1))
        look.changed.connect(self._paint_anew)
        self._lay_out()

    @property
    def is_choosing(self) -> bool:
        """Whether header rows are being chosen."""
        return self.rows.marked is not None

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet, or the same as recognised anew; the place stays."""
        same = sheet.name == self.rows.sheet.name
        at, current = self._place(), self.currentIndex()
        spot = Spot(current.row(), current.column())
        self.clearSpans()
        self.rows.show_sheet(sheet)
        self._lay_out()
        if same:
            self.horizontalScrollBar().setValue(at[0])
            self.verticalScrollBar().setValue(at[1])
            self.setCurrentIndex(self.rows.index(spot.row, spot.column))

    def go_to(self, spot: Spot) -> None:
        """Put the cursor on a cell and show it."""
        index = self.rows.index(spot.row - 1, spot.column - 1)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def show_from_start(self) -> None:
        """Show as much from the first row and column as leaves the cursor in sight."""
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def make_room(self, asked: Iterable[tuple[Spot, str]]) -> None:
        """Let columns be wide enough for cells that are asked about, and their sign."""
        for spot, text in islice(asked, _SAMPLE):
            needed = self._cells.body.horizontalAdvance(text) + 2 * EDGE + 22
            if needed > self.columnWidth(spot.column - 1):
                self.setColumnWidth(spot.column - 1, min(needed, _MOST))

    def mark_header(self, rows: Iterable[int] | None) -> None:
        """Show rows as the header that is being chosen; None ends it."""
        self.rows.mark_header(None if rows is None else tuple(sorted(set(rows))))
        self.numbers.viewport().update()

    # ------------------------------------------------------------------ sizes and spans

    def _place(self) -> tuple[int, int]:
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def _paint_anew(self, _theme: Theme) -> None:
        self.viewport().update()

    def _lay_out(self) -> None:
        """Give columns and header rows the room they need; merge what is merged."""
        sheet = self.rows.sheet
        self.heads.show_row(self._first_row())
        for column in range(min(self.rows.columnCount(), _MEASURED)):
            self.setColumnWidth(column, self._width(column))
        self.heads.fit_names()
        self._cells.merged = {}
        taken = self._merge(sheet)
        self._spread_titles(sheet, taken)
        self._heighten(sheet)
        self.numbers.setFixedWidth(self.numbers.sizeHint().width())
        self.updateGeometries()
        self._hold_names()

    def _first_row(self) -> int:
        table = self.rows.table(0)
        return 0 if table is None else table.header[0]

    def _width(self, column: int) -> int:
        """Px that a column takes: its cells' texts, its name, its heading's words."""
        sheet, delegate = self.rows.sheet, self._cells
        below = self.rows.table(self._first_row())
        start = 0 if below is None else below.header[-1]
        end = min(start + _SAMPLE, sheet.grid.height)
        spots = (Spot(row, column + 1) for row in range(start + 1, end + 1))
        texts = (self.rows.text(spot) for spot in spots if self._is_alone(spot))
        widest = max((delegate.body.horizontalAdvance(one) for one in texts), default=0)
        most = _NAMES if column == frozen.names(below) else _MOST
        width = max(_LEAST, min(widest + 2 * EDGE + 8, most))
        named = max(min(self.heads.needs(column), _WORDS), self._heading_width(column))
        if self.heads.column(column) is None and not widest:
            return _LEAST
        return max(width, named)

    def _is_alone(self, spot: Spot) -> bool:
        """Whether the cell's text has only its own column to stand in."""
        merge = self.rows.sheet.grid.merge_at(spot)
        wide = merge is not None and merge.right > merge.left
        return not wide and self.rows.role(spot.row) is not RowRole.TITLE

    def _heading_width(self, column: int) -> int:
        """Px in which the lowest heading takes few lines."""
        found = self.heads.column(column)
        if found is None or not found.tiers:
            return 0
        metrics, text = self._cells.strong, found.tiers[-1]
        for width in range(_LEAST, _WORDS, 8):
            if len(wrap(metrics, text, width - 12)) < _LINES:
                return width
        return _WORDS

    def _merge(self, sheet: Sheet) -> set[int]:
        """Show the merged ranges of the head; the rows they begin in."""
        taken = set()
        width, height = sheet.grid.width, sheet.grid.height
        for merge in sheet.grid.marks.merges[:_MERGES]:
            bottom, right = min(merge.bottom, height), min(merge.right, width)
            down, across = bottom - merge.top + 1, right - merge.left + 1
            if merge.top > HEAD_ROWS or down < 1 or across < 1 or down * across == 1:
                continue
            self.setSpan(merge.top - 1, merge.left - 1, down, across)
            self._cells.merged[merge.anchor] = True
            taken.add(merge.top)
        return taken

    def _spread_titles(self, sheet: Sheet, taken: set[int]) -> None:
        """Let a title run on over the empty cells right of it, as a spreadsheet does.

        So does a note below a table.
        """
        for run in sheet.runs:
            last = min(run.last, HEAD_ROWS)
            if run.role in _NOTES:
                last = min(run.last, run.first + _SAMPLE)
            elif run.role is not RowRole.TITLE:
                continue
            for row in range(run.first, last + 1):
                values = sheet.grid.rows[row - 1]
                filled = [n for n, one in enumerate(values, 1) if text_of(one)]
                across = sheet.grid.width - filled[0] + 1 if filled else 0
                if row not in taken and len(filled) == 1 and across > 1:
                    self.setSpan(row - 1, filled[0] - 1, 1, across)

    def _heighten(self, sheet: Sheet) -> None:
        """Give the rows of headers the lines that their texts need."""
        for table in sheet.tables:
            rows = [row for row in table.header if row <= sheet.grid.height]
            for row in rows:
                self.setRowHeight(row - 1, self._height(row, sheet))

    def _height(self, row: int, sheet: Sheet) -> int:
        metrics, most = self._cells.strong, 1
        for column in range(1, min(sheet.grid.width, _MEASURED) + 1):
            text = self.rows.text(Spot(row, column))
            if not text:
                continue
            down = max(1, self.rowSpan(row - 1, column - 1))
            across = max(1, self.columnSpan(row - 1, column - 1))
            numbers = range(column - 1, min(column - 1 + across, sheet.grid.width))
            width = sum(self.columnWidth(one) for one in numbers) - 12
            lines = len(wrap(metrics, text, width))
            most = max(most, -(-min(lines, _LINES) // down))
        return max(self._look.theme.metrics.row, most * metrics.lineSpacing() + 10)

    # -------------------------------------------------------------------- what it hears

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Paint anew where merged titles stand in the middle of what is seen."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self._hold_names()
            self.viewport().update()

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Let the corner have the ground of the heads."""
        super().updateGeometries()
        heads, numbers = self.heads, self.numbers
        self._corner.setGeometry(0, 0, numbers.width(), heads.height())

    def currentChanged(  # noqa: N802 - Qt's name
        self, current: Index, previous: Index
    ) -> None:
        """Frame the cell and name the columns of its table."""
        self._cells.current = Spot(current.row() + 1, current.column() + 1)
        self.heads.current = current.column()
        if current.isValid():
            self.heads.show_row(current.row() + 1)
            self._hold_names()
        super().currentChanged(current, previous)

    # ------------------------------------------------- the names, which stay in sight

    def _hold_names(self) -> None:
        """Hold the names of the shown table at the left edge where they are out of sight."""
        column = frozen.names(self.rows.table(self.heads.row))
        held = self.heads.held, self.heads.held_width
        self.heads.held = column
        self.heads.held_width = frozen.width(self, column)
        if held != (self.heads.held, self.heads.held_width):
            self.heads.viewport().update()
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the cells, then the names over those that are scrolled under them."""
        super().paintEvent(event)
        wide = self.heads.held_width
        if not wide:
            return
        painter = QPainter(self.viewport())
        edge = self._look.theme.colours.ctl
        for index, rect in frozen.cells(self, self.heads.held, wide):
            option = QStyleOptionViewItem()
            option.rect = rect
            if index == self.currentIndex():
                option.state |= QStyle.StateFlag.State_Selected
            self._cells.paint(painter, option, index)
            painter.fillRect(rect.right(), rect.top(), 1, rect.height(), edge)
        painter.end()

    def indexAt(self, at: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """The cell that is seen at a point."""
        held = frozen.at(self, self.heads.held, at)
        return super().indexAt(at) if held is None else held

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Show the cell beside the names, which are in sight already."""
        across = self.horizontalScrollBar()
        before = across.value()
        super().scrollTo(index, hint)
        column = self.heads.held
        if index.column() == column and frozen.is_held(self, index.row(), column):
            across.setValue(before)
        elif frozen.is_held(self, index.row(), column):
            covered = frozen.width(self, column)
            left = self.columnViewportPosition(index.column())
            if covered and left < covered:
                across.setValue(across.value() - covered + left)

    def _ask_column(self, column: int) -> None:
        if not self.is_choosing:
            self.column_asked.emit(column)

    def _ask_row(self, row: int) -> None:
        if self.is_choosing:
            self.row_asked.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and Alt+↓ ask for the column; while rows are chosen Space marks them."""
        key, current = event.key(), self.currentIndex()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self.is_choosing and key == Qt.Key.Key_Space:
            self._ask_row(current.row() + 1)
        elif self.is_choosing and (key in _ENTER or key == Qt.Key.Key_Escape):
            self.choosing_ended.emit(key in _ENTER)
        elif current.isValid() and (key in _ENTER or (alt and key == Qt.Key.Key_Down)):
            self._ask_column(current.column() + 1)
        elif event.text() and event.text().isprintable():
            event.ignore()  # no search by letters; 1 and 2 answer the question
        else:
            super().keyPressEvent(event)
