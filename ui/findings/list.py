"""The list of findings: only what is seen is painted, however many there are."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from core.report import Place
from core.rules.registry import Finding
from ui.findings.card import CARD_ROLE, CardDelegate, CardWords
from ui.findings.open_card import OpenCard
from ui.theme import Look

_NO_PARENT = QModelIndex()
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TRIES = 3


Identity: TypeAlias = tuple[
    str, Place | None, str | None, int | None, tuple[int, int] | None
]


def identity(finding: Finding) -> Identity:
    """What makes a finding the same one after another check."""
    return finding.rule.id, finding.place, finding.at, finding.line, finding.span


class CardsModel(QAbstractListModel):
    """Findings as cards, in the order of the check.

    Args:
        parent: As in Qt.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cards: tuple[CardWords, ...] = ()

    def show_cards(self, cards: Sequence[CardWords]) -> bool:
        """Show other cards; False where they are the same ones."""
        if tuple(cards) == self.cards:
            return False
        self.beginResetModel()
        self.cards = tuple(cards)
        self.endResetModel()
        return True

    def rowCount(  # noqa: N802 - Qt's name
        self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT
    ) -> int:
        """How many cards there are."""
        return 0 if parent.isValid() else len(self.cards)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - whatever the role is of
        """The card, its title, or how it is read aloud."""
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.finding.rule.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return card.spoken
        return None


class FindingsList(QListView):
    """Cards below each other; the chosen one is open.

    Args:
        look: The look in force.
        parent: As in Qt.

    Signals:
        go_to: The chosen finding's cell is wanted.
        take_back: The chosen finding's cell shall have its former figure.
        acted: As of the open card.
    """

    go_to = Signal(object)
    take_back = Signal(object)
    acted = Signal(object, object, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chosen: Identity | None = None
        self._open: OpenCard | None = None
        self.figures = CardsModel(self)
        self._cards = CardDelegate(look, self)
        self.setModel(self.figures)
        self.setItemDelegate(self._cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Danh sách điểm cần xem")

    def show_cards(self, cards: Sequence[CardWords]) -> None:
        """Show other cards; the chosen finding stays chosen if it is still there."""
        at = self.verticalScrollBar().value()
        if self.figures.show_cards(cards):
            self._close()
            names = [identity(card.finding) for card in cards]
            if self._chosen in names:
                self.choose(names.index(self._chosen))
            else:
                self._chosen = None
            self.verticalScrollBar().setValue(at)

    def chosen_row(self) -> int:
        """The number of the chosen card; -1 for none."""
        return self._cards.open_row

    def chosen(self) -> CardWords | None:
        """The chosen card, or None."""
        row = self.chosen_row()
        return None if row < 0 else self.figures.cards[row]

    def open_card(self) -> OpenCard | None:
        """The chosen card's widget, or None."""
        return self._open

    def choose(self, row: int) -> None:
        """Open a card, and close the one open before."""
        self._close()
        card = self.figures.cards[row]
        self._chosen = identity(card.finding)
        made = OpenCard(self._look, card, self.viewport())
        made.go.connect(self.go)
        made.take_back.connect(self.take_back)
        made.acted.connect(self.acted)
        made.resized.connect(self._fit_open_card)
        index = self.figures.index(row)
        self._open, self._cards.open_row = made, row
        self.setCurrentIndex(index)
        self._cards.sizeHintChanged.emit(index)
        self._lay_out(made)
        self.scrollTo(index)
        self._put_open_card()
        made.show()

    def _close(self) -> None:
        """Paint the open card's row as the others again."""
        row, self._cards.open_row = self._cards.open_row, -1
        closed, self._open = self._open, None
        if closed is not None:
            closed.hide()
            closed.deleteLater()
        if 0 <= row < self.figures.rowCount():
            self._cards.sizeHintChanged.emit(self.figures.index(row))

    def _lay_out(self, made: OpenCard) -> None:
        """Lay the cards out, once more where a scroll bar came or went by it."""
        for _ in range(_TRIES):
            width = self.viewport().width()
            self._cards.open_height = made.heightForWidth(width)
            self.doItemsLayout()
            if self.viewport().width() == width:
                break

    def _fit_open_card(self) -> None:
        """Give the open card the height that it needs now, and show all of it."""
        made, row = self._open, self._cards.open_row
        if made is None:
            return
        layout = made.layout()
        if layout is not None:
            layout.activate()
        index = self.figures.index(row)
        self._cards.sizeHintChanged.emit(index)
        self._lay_out(made)
        self.scrollTo(index)
        self._put_open_card()

    def _put_open_card(self) -> None:
        """Lay the open card over its row.

        The list holds it itself: Qt's index widgets die between a re-check and the
        layout that follows it, and take the program with them.
        """
        if self._open is not None:
            row = self.figures.index(self._cards.open_row)
            self._open.setGeometry(self.visualRect(row))

    def go(self) -> None:
        """Ask for the chosen finding's cell."""
        card = self.chosen()
        if card is not None:
            self.go_to.emit(card.finding)

    def step(self, count: int) -> bool:
        """Choose the card that many further, round the ends; False without cards."""
        whole = self.figures.rowCount()
        if whole == 0:
            return False
        begin = self.chosen_row()
        if begin < 0:
            begin = -1 if count > 0 else 0
        self.choose((begin + count) % whole)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up and Down choose, Enter goes to the cell."""
        key, row = Qt.Key(event.key()), self.chosen_row()
        if key in _ENTER:
            self.go()
        elif key == Qt.Key.Key_Down and row + 1 < self.figures.rowCount():
            self.choose(row + 1)
        elif key == Qt.Key.Key_Up and row > 0:
            self.choose(row - 1)
        elif key not in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click chooses the card and goes to its cell."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.choose(index.row())
            self.go()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The open card's words break anew."""
        super().resizeEvent(event)
        if self._open is not None:
            self._lay_out(self._open)
            self._put_open_card()

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """The open card moves with its row."""
        super().updateGeometries()
        self._put_open_card()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """The open card scrolls with its row."""
        super().scrollContentsBy(dx, dy)
        self._put_open_card()
