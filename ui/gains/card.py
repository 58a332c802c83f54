"""One way to more points as a card: closed it says what and how much, open all of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core import gain_words
from core.catalogue import Catalogue
from core.gains import Gain, Way
from ui.theme import Look
from ui.widgets import painting
from ui.widgets.buttons import button
from ui.widgets.labels import label

_EDGE = 14  # px
_BAR = 3  # px, the accent along the chosen card


class GainCard(QWidget):
    """A way to more points.

    Args:
        look: The look in force.
        gain: The way.
        catalogue: The index it was reckoned by.
        advice: What the office can look at, a sentence each.

    Signals:
        pressed: The card was clicked; itself.
        go: The criterion's cell is wanted.
    """

    pressed = Signal(object)
    go = Signal()

    def __init__(
        self, look: Look, gain: Gain, catalogue: Catalogue, advice: Sequence[str]
    ) -> None:
        super().__init__()
        self._look = look
        self.gain = gain
        self.is_open = False
        self._signs = gain_words.signs(gain, catalogue)
        self._more = self._details(catalogue, advice)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(look, gain_words.title(gain), "strong", wrap=True), 1)
        ink = "text2" if gain.way is Way.LOST else "accent"
        points = label(look, gain_words.points(gain), "strong", ink)
        head.addWidget(points, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 9, _EDGE, 9)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(label(look, gain_words.step(gain), wrap=True))
        below = self._signs[:1].upper() + self._signs[1:]
        self._below = label(look, below, "secondary", "text2", wrap=True)
        self._below.setVisible(bool(self._signs))
        column.addWidget(self._below)
        column.addWidget(self._more)
        self._more.hide()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = f"{gain_words.step(gain)}, {gain_words.points(gain)} điểm"
        self.setAccessibleName(
            ". ".join(one for one in (gain_words.title(gain), said, self._signs) if one)
        )

    def _details(self, catalogue: Catalogue, advice: Sequence[str]) -> QWidget:
        look, gain = self._look, self.gain
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 2, 0, 3)
        column.setSpacing(3)
        each = gain_words.each(gain)
        if each:
            column.addWidget(label(look, each, wrap=True))
        for caution in gain_words.cautions(gain, catalogue):
            column.addWidget(label(look, caution, "secondary", "warn", wrap=True))
        if advice:
            column.addSpacing(2)
            column.addWidget(label(look, "Nên xem", "caption", "text2"))
        for one in advice:
            column.addWidget(label(look, f"– {one}", wrap=True))
        go = button(look, "Đến ô", small=True)
        go.clicked.connect(self.go)
        column.addSpacing(4)
        column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def set_open(self, *, is_open: bool) -> None:
        """Show all there is to know, or only what and how much."""
        self.is_open = is_open
        self._more.setVisible(is_open)
        self._below.setVisible(bool(self._signs) and not is_open)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click chooses the card."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(self)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the line below; of the chosen card the soft ground and the accent."""
        colours = self._look.theme.colours
        painter = painting.begin(self)
        if self.is_open:
            painter.fillRect(self.rect(), colours.soft)
            painter.fillRect(0, 0, _BAR, self.height(), colours.accent)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.border)
        painter.end()
