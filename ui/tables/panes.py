"""The parts of a table: the one that scrolls, and the frozen ones over its edges."""

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPalette, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from ui.tables.delegate import CellDelegate
from ui.tables.header import TableHeader
from ui.tables.model import Index
from ui.tables.paint import CellPainter
from ui.tables.viewport import put_own
from ui.theme import Look

_APART = 1
"""Ms until a table is painted apart; at none, it is before what is around it."""


class Hand(Protocol):
    """What a table does with the mouse."""

    def press(self, index: QModelIndex, at: QPoint, *, extend: bool) -> None:
        """A cell was pressed at a point of the screen."""

    def drag(self, at: QPoint) -> None:
        """The mouse moved, pressed, to a point of the screen."""

    def double(self, index: QModelIndex, at: QPoint) -> None:
        """A cell was pressed twice."""

    def wheel(self, event: QWheelEvent) -> None:
        """The wheel was turned."""


class Pane(QTableView):
    """A part of a table; the whole takes the mouse from it and the keys itself.

    Args:
        look: The look in force.
        painter: Shared by all parts.
        parent: As in Qt.
    """

    def __init__(
        self, look: Look, painter: CellPainter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        put_own(self, QPalette.ColorRole.Base)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.head = TableHeader(look, painter, self)
        self.setHorizontalHeader(self.head)
        self.cells = CellDelegate(look, painter, self)
        self.setItemDelegate(self.cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(20)
        self.is_new = False  # another table, not painted yet

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Be painted apart from what is around it, where it is new."""
        super().showEvent(event)
        if self.is_new:
            self.paint_apart()

    def paint_apart(self) -> None:
        """Paint it in a turn of its own: together with all around it, that is felt."""
        self.is_new = False
        self.setUpdatesEnabled(False)
        QTimer.singleShot(_APART, self, lambda: self.setUpdatesEnabled(True))

    def hand(self) -> Hand:
        """The whole table, asked for each time.

        Parts keep no reference to what owns them: out of such a circle, Python's
        garbage collector takes a header from under its living table, and Qt crashes.
        """
        raise NotImplementedError

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        _index: Index,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Stay: only the whole table scrolls, and it knows what is covered."""

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The whole table moves its cursor."""
        if event.button() == Qt.MouseButton.LeftButton:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            at = event.position().toPoint()
            screen = event.globalPosition().toPoint()
            self.hand().press(self.indexAt(at), screen, extend=shift)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The whole table extends its selection."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.hand().drag(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing more: the press did it."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The whole table opens the cell."""
        at = event.position().toPoint()
        screen = event.globalPosition().toPoint()
        self.hand().double(self.indexAt(at), screen)


class FrozenPane(Pane):
    """A part that lies over an edge of the scrolling one and scrolls with it.

    Args:
        look: The look in force.
        painter: Shared by all parts.
        parent: The scrolling part.
    """

    def __init__(self, look: Look, painter: CellPainter, parent: QWidget) -> None:
        super().__init__(look, painter, parent)
        self._across = 0
        self.cells.is_over = True
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def hand(self) -> Hand:
        """The table over whose edge this part lies."""
        whole = self.parentWidget()
        if not isinstance(whole, Pane):
            message = "a frozen part lies over a table"
            raise LookupError(message)
        return whole.hand()

    def scroll_across(self, offset: int) -> None:
        """Scroll sideways as far as the whole table, and stay so."""
        self._across = offset
        bar = self.horizontalScrollBar()
        bar.setMaximum(max(bar.maximum(), offset))
        bar.setValue(offset)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The keys belong to the whole table, also after an editor was closed here.

        No focus proxy: that would be a reference from part to whole.
        """
        whole = self.parentWidget()
        if whole is not None:
            whole.setFocus(event.reason())

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Keep the place: Qt knows nothing of the room that the whole has."""
        across = getattr(self, "_across", 0)  # Qt calls this while the view is made
        super().updateGeometries()
        if across:
            self.scroll_across(across)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll the whole table."""
        self.hand().wheel(event)
