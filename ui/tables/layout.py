"""How the parts of a table lie: frozen columns, frozen total line, column widths."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    Signal,
)
from PySide6.QtWidgets import QTableView

from ui.tables.cell import Column
from ui.tables.model import FiguresModel
from ui.tables.paint import CellPainter
from ui.tables.panes import FrozenPane, Pane
from ui.theme import Look

_MEASURED = 400  # rows looked at to fit a column
_WIDEST = 480  # px, the most that fitting gives


class Layout(QObject):
    """The scrolling part, and the three that lie over its left and lower edges.

    Args:
        whole: The scrolling part.
        look: The look in force.
        painter: Shared by all parts.

    Signals:
        widened: The user gave a column another width.
    """

    widened = Signal()

    def __init__(self, whole: Pane, look: Look, painter: CellPainter) -> None:
        super().__init__(whole)
        self._painter = painter
        self._by_hand: dict[str, int] = {}
        self._laying = False
        self._covered = 0
        self._chosen: QItemSelectionModel | None = None
        made = [FrozenPane(look, painter, whole) for _ in range(3)]
        self.left, self.bottom, self.corner = made
        self.over: tuple[FrozenPane, ...] = tuple(made)
        self.bottom.horizontalHeader().hide()
        self.corner.horizontalHeader().hide()
        for pane in (whole, self.left):
            pane.head.sectionResized.connect(self._resized)
            pane.head.sectionHandleDoubleClicked.connect(self.fit_column)
        down, across = whole.verticalScrollBar(), whole.horizontalScrollBar()
        down.valueChanged.connect(self.left.verticalScrollBar().setValue)
        down.valueChanged.connect(self.place)
        across.valueChanged.connect(self.bottom.scroll_across)

    @property
    def _whole(self) -> Pane:
        """The scrolling part, which owns this layout."""
        whole = self.parent()
        if not isinstance(whole, Pane):
            message = "a layout belongs to a table"
            raise LookupError(message)
        return whole

    @property
    def all(self) -> tuple[Pane, ...]:
        """The scrolling part, then the frozen ones."""
        return (self._whole, *self.over)

    def show_model(self, model: FiguresModel, row_height: int) -> None:
        """Show a model in all parts, with one selection."""
        for pane in self.all:
            pane.setModel(model)
            pane.verticalHeader().setDefaultSectionSize(row_height)
        if self._chosen is not None:
            self._chosen.deleteLater()
        self._chosen = shared = self._whole.selectionModel()
        for pane in self.over:
            own = pane.selectionModel()
            pane.setSelectionModel(shared)
            own.deleteLater()
        self.set_widths()

    def _model(self) -> FiguresModel | None:
        model = self._whole.model()
        return model if isinstance(model, FiguresModel) else None

    # -------------------------------------------------------------------- column widths

    def set_widths(self) -> None:
        """Give the columns their first widths, or those that the user gave them."""
        model = self._model()
        if model is None:
            return
        for number, column in enumerate(model.columns):
            self._set_width(number, self._wanted(column))
            for pane in (self.left, self.corner):
                pane.setColumnHidden(number, number >= model.form.frozen)
        self.stretch()

    def widths(self) -> Mapping[str, int]:
        """The widths that the user gave, by column key."""
        return dict(self._by_hand)

    def take_widths(self, widths: Mapping[str, int]) -> None:
        """Use widths which the user gave earlier."""
        self._by_hand = dict(widths)

    def stretch(self) -> None:
        """Give the column that takes it the room left over; narrow others for it."""
        model = self._model()
        if model is None:
            return
        room, number = self._whole.viewport().width(), model.form.stretched
        wanted = [self._wanted(column) for column in model.columns]
        slack = [self._slack(column) for column in model.columns]
        short = min(max(sum(wanted) - room, 0), sum(slack))
        if short:
            # Each gives its share, rounded up: what is over goes to the name.
            shares = (-(-short * one // sum(slack)) for one in slack)
            wanted = [w - share for w, share in zip(wanted, shares, strict=True)]
        if model.columns[number].key not in self._by_hand:
            left = wanted[number] + room - sum(wanted)
            most = model.form.widest
            left = left if most is None else min(left, most)
            wanted[number] = max(wanted[number], left)
        for column, width in enumerate(wanted):
            if self._whole.columnWidth(column) != width:
                self._set_width(column, width)
        self.place()

    def _wanted(self, column: Column) -> int:
        """Px of a column where there is room: by hand, or its first width."""
        first = self._whole.head.first_width(column)
        return self._by_hand.get(column.key, first)

    def _slack(self, column: Column) -> int:
        """Px that a column can do without; none where the user made it so wide."""
        if not column.least or column.key in self._by_hand:
            return 0
        return self._wanted(column) - column.least

    def _set_width(self, number: int, width: int) -> None:
        self._laying = True
        for pane in self.all:
            pane.setColumnWidth(number, width)
        self._laying = False

    def _resized(self, number: int, _former: int, width: int) -> None:
        """Follow the user's hand at the edge of a column."""
        model = self._model()
        if self._laying or model is None or width == 0:
            return
        self._take_width(number, width)

    def fit_column(self, number: int) -> None:
        """Make a column as wide as what stands in it."""
        model = self._model()
        if model is None:
            return
        rows = range(min(model.rowCount(), _MEASURED))
        needed = [self._painter.needs(model.look(row, number)) for row in rows]
        least = self._whole.head.minimumSectionSize()
        width = min(max([least, *needed]), _WIDEST)
        self._take_width(number, width)

    def _take_width(self, number: int, width: int) -> None:
        model = self._model()
        if model is not None:
            self._by_hand[model.columns[number].key] = width
            self._set_width(number, width)
            self.stretch()
            self.widened.emit()

    # --------------------------------------------------------------------- frozen parts

    def frozen_width(self) -> int:
        """Px of the columns that stay."""
        model = self._model()
        frozen = 0 if model is None else model.form.frozen
        return sum(self._whole.columnWidth(n) for n in range(frozen))

    def place(self) -> None:
        """Lay the frozen parts over the edges of the scrolling one."""
        whole, room = self._whole, self._whole.viewport().geometry()
        wide = min(self.frozen_width(), room.width())
        head = room.top()
        self.left.setGeometry(QRect(0, 0, wide, head + room.height()))
        self.left.head.setFixedHeight(max(head, 0))
        model = self._model()
        shown = model is not None and self._total_is_covered(model)
        for pane in (self.bottom, self.corner):
            pane.setVisible(shown)
        if not shown or model is None:
            return
        last = model.rowCount() - 1
        high = whole.rowHeight(last)
        top = room.bottom() + 1 - high
        self.bottom.setGeometry(QRect(room.left(), top, room.width(), high))
        self.corner.setGeometry(QRect(room.left(), top, wide, high))
        for pane in (self.bottom, self.corner):
            bar = pane.verticalScrollBar()
            bar.setValue(bar.maximum())
        self.bottom.scroll_across(whole.horizontalScrollBar().value())

    def _total_is_covered(self, model: FiguresModel) -> bool:
        """Whether the total line is scrolled away, so that the frozen one is shown."""
        if not model.ends_with_total():
            return False
        last = model.rowCount() - 1
        end = self._whole.rowViewportPosition(last) + self._whole.rowHeight(last)
        return end > self._whole.viewport().height()

    def pane_of(self, row: int, column: int) -> Pane:
        """The part in which a cell is seen."""
        model = self._model()
        if model is None:
            return self._whole
        frozen = column < model.form.frozen
        if self.bottom.isVisible() and row == model.rowCount() - 1:
            return self.corner if frozen else self.bottom
        return self.left if frozen else self._whole

    def index_at(self, at: QPoint) -> QModelIndex:
        """The cell at a point of the screen, or the nearest one to it."""
        whole = self._whole.viewport()
        spot = whole.mapFromGlobal(at)
        inside = QPoint(
            min(max(spot.x(), 0), whole.width() - 1),
            min(max(spot.y(), 0), whole.height() - 1),
        )
        pane: QTableView = self._whole
        low = inside.y() >= whole.height() - self.bottom.height()
        if self.bottom.isVisible() and low:
            pane = self.bottom
            inside.setY(0)
        if inside.x() < self.frozen_width():
            pane = self.corner if pane is self.bottom else self.left
        return pane.indexAt(inside)

    def cover(self, width: int) -> None:
        """Know that something lies over so many px of the table's right edge."""
        if width != self._covered:
            self._covered = width
            self._whole.updateGeometries()

    def extend(self) -> None:
        """Let the table scroll further, so that no column stays covered."""
        if self._covered:
            bar = self._whole.horizontalScrollBar()
            length = self._whole.horizontalHeader().length()
            seen = self._whole.viewport().width() - self._covered
            bar.setMaximum(max(length - seen, 0))

    def uncover(self, row: int, column: int) -> None:
        """Scroll as little as it takes to see a cell."""
        model, whole = self._model(), self._whole
        if model is None:
            return
        last = model.rowCount() - 1
        pinned = self.bottom.isVisible()
        if not (pinned and row == last):
            covered = whole.rowHeight(last) if pinned else 0
            top = whole.rowViewportPosition(row)
            beyond = top + whole.rowHeight(row) - (whole.viewport().height() - covered)
            bar = whole.verticalScrollBar()
            if top < 0:
                bar.setValue(bar.value() + top)
            elif beyond > 0:
                bar.setValue(bar.value() + beyond)
        if column >= model.form.frozen:
            self._uncover_column(column)

    def _uncover_column(self, column: int) -> None:
        whole = self._whole
        left, wide = whole.columnViewportPosition(column), whole.columnWidth(column)
        before = left - self.frozen_width()
        beyond = left + wide - (whole.viewport().width() - self._covered)
        bar = whole.horizontalScrollBar()
        if before < 0:
            bar.setValue(bar.value() + before)
        elif beyond > 0:
            bar.setValue(bar.value() + min(beyond, before))
