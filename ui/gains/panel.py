"""The ways to more points of the open month's own row, the best first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core import gain_words, gains
from core.gains import Gain, Way
from core.letter.wording import Wording
from ui.document import Document
from ui.gains.card import GainCard
from ui.theme import Look
from ui.widgets import painting
from ui.widgets.buttons import button
from ui.widgets.cards import EmptyState
from ui.widgets.labels import label, rule, surface

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class GainsList(QScrollArea):
    """Cards below each other; the chosen one is open.

    Args:
        look: The look in force.

    Signals:
        go_to: The `Place` of the chosen card's criterion.
    """

    go_to = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.cards: list[GainCard] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(gain_words.HEADING)

    def show_cards(self, cards: Sequence[GainCard]) -> None:
        """Show other cards; the chosen criterion stays chosen where it is still there."""
        at, chosen = self.verticalScrollBar().value(), self.chosen()
        inner = surface()
        # Its height goes by the width it gets: the least height is that of a narrow one.
        inner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.cards = list(cards)
        above: Way | None = None
        for card in self.cards:
            if card.gain.way is not above:
                above = card.gain.way
                column.addWidget(_Heading(self._look, gain_words.HEADINGS[above]))
            column.addWidget(card)
            card.pressed.connect(self._press)
            card.go.connect(self.go)
            same = chosen is not None and card.gain.place == chosen.gain.place
            card.set_open(is_open=same)
        column.addStretch(1)
        former = self.takeWidget()
        if former is not None:
            former.hide()
            former.deleteLater()
        self.setWidget(inner)
        self.verticalScrollBar().setValue(at)

    def chosen(self) -> GainCard | None:
        """The open card, or None."""
        return next((card for card in self.cards if card.is_open), None)

    def choose(self, number: int) -> None:
        """Open a card, close the one open before."""
        for one, card in enumerate(self.cards):
            card.set_open(is_open=one == number)
        QTimer.singleShot(0, self, self._reveal)  # once it has its height

    def _reveal(self) -> None:
        card = self.chosen()
        if card is not None:
            self.ensureWidgetVisible(card, 0, 0)

    def go(self) -> None:
        """Ask for the chosen criterion's cell."""
        card = self.chosen()
        if card is not None:
            self.go_to.emit(card.gain.place)

    def _press(self, card: GainCard) -> None:
        self.choose(self.cards.index(card))
        self.go()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up and Down choose, Enter goes to the cell."""
        key, card = Qt.Key(event.key()), self.chosen()
        step = _STEPS.get(key)
        if key in _ENTER:
            self.go()
        elif step is not None and self.cards:
            number = 0 if card is None else self.cards.index(card) + step
            self.choose(min(max(number, 0), len(self.cards) - 1))
        else:
            super().keyPressEvent(event)


class _Heading(QWidget):
    """The words above the ways of one kind, on the ground of groups."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 7)
        column.addWidget(label(look, words, "caption", "text2", wrap=True))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground and the line below."""
        colours = self._look.theme.colours
        painter = painting.begin(self)
        painter.fillRect(self.rect(), colours.surface2)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.border)
        painter.end()


class GainsPanel(QWidget):
    """What would bring the open month more points; reckoned only while it is seen.

    Args:
        look: The look in force.
        document: The month.

    Signals:
        go_to: A `Place` that the user wants to see.
        told: Something to say in the status bar.
    """

    go_to = Signal(object)
    told = Signal(str)

    def __init__(self, look: Look, document: Document) -> None:
        super().__init__()
        self._look = look
        self._document = document
        self._wording: Wording | None = None
        self._is_stale = True
        self._found: tuple[Gain, ...] = ()
        self.list = GainsList(look)
        self.list.go_to.connect(self.go_to)
        self.whole = label(look, "", wrap=True)
        self.copy = button(look, "Chép", "copy", small=True)
        self.copy.setToolTip("Chép cả danh sách thành chữ")
        self.copy.clicked.connect(self.copy_all)
        self._empty = EmptyState(look, "target", "")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._filled())
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        document.opened.connect(self._follow)
        document.judged.connect(self._follow)

    def _filled(self) -> QWidget:
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 10)
        head.setSpacing(8)
        head.addWidget(self.whole, 1)
        head.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        assumed = label(self._look, gain_words.ASSUMED, "secondary", "text2", wrap=True)
        assumed.setContentsMargins(14, 6, 14, 8)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self.list, 1)
        column.addWidget(rule())
        column.addWidget(assumed)
        return made

    def _follow(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Reckon anew and show what there is."""
        document = self._document
        catalogue = document.catalogue
        self._is_stale = False
        found = gains.gains(document.report, catalogue)
        self._pages.setCurrentIndex(0 if found else 1)
        if not found:
            self._empty.set_text(gain_words.why_none(document.report, catalogue))
        elif found != self._found:
            self.whole.setText(gain_words.whole(found))
            words = self._words()
            self.list.show_cards(
                [
                    GainCard(self._look, one, catalogue, _advice(words, one))
                    for one in found
                ]
            )
        self._found = found

    def _words(self) -> Wording:
        """The advice by criterion; read when it is first wanted."""
        if self._wording is None:
            from core.letter import wording  # a table is shown before any letter

            self._wording = wording.load()
        return self._wording

    def copy_all(self) -> None:
        """Put the whole list on the clipboard as text."""
        catalogue = self._document.catalogue
        text = "\n".join(gain_words.lines(self._found, catalogue))
        QGuiApplication.clipboard().setText(f"{self._document.title}\n{text}")
        self.told.emit("Đã chép danh sách cách tăng điểm.")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What is seen is as the figures are."""
        if self._is_stale:
            self.refresh()
        super().showEvent(event)


def _advice(words: Wording, gain: Gain) -> tuple[str, ...]:
    return words.lines(f"criterion.{gain.indicator.key}.advice")
