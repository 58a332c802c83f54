"""Cards, the place where a file may be dropped, and screens that are still empty."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Look
from ui.widgets import painting
from ui.widgets.buttons import Rank, button
from ui.widgets.labels import IconLabel, label

_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class Card(QFrame):
    """A framed panel; fill `body`.

    Args:
        look: The look in force.
        title: A heading at the top, or nothing.
        press: Whether the whole card is a button (signal `pressed`).
        parent: As in Qt.
    """

    pressed = Signal()

    def __init__(
        self,
        look: Look,
        title: str = "",
        *,
        press: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("v", "card")
        self._press = press
        self.body = QVBoxLayout(self)
        edge = look.theme.metrics.card_padding
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(look.theme.metrics.gap)
        if title:
            self.body.addWidget(label(look, title, "heading"))
            self.setAccessibleName(title)
        if press:
            self.setProperty("press", "true")
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and Space press a card that is a button."""
        if self._press and Qt.Key(event.key()) in _KEYS:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A card that is a button keeps the press to itself."""
        super().mousePressEvent(event)
        event.setAccepted(self._press)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click presses a card that is a button."""
        inside = self.rect().contains(event.position().toPoint())
        if self._press and inside and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
        else:
            super().mouseReleaseEvent(event)


class DropArea(QWidget):
    """The dotted field "Kéo tệp Excel vào đây"; add buttons to `buttons`.

    It only shows; the window takes the files.

    Args:
        look: The look in force.
        title: What to do.
        text: What else to know.
        parent: As in Qt.
    """

    def __init__(
        self, look: Look, title: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._active = False
        self._title = label(look, "", "strong")
        self._text = label(look, "", "secondary", "text2")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch()
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(10)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(20, 12, 16, 12)
        self._line.setSpacing(12)
        self._line.addStretch(0)
        self._icon = IconLabel(look, "folder", "accent", 22)
        self._line.addWidget(self._icon)
        self._line.addLayout(words, 1)
        self._line.addLayout(self.buttons)
        self._line.addStretch(0)
        self.set_words(title, text)
        self.set_tall(tall=False)

    def set_words(self, title: str, text: str) -> None:
        """Say what to do, and what else to know."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(f"{title}. {text}")

    def set_tall(self, *, tall: bool) -> None:
        """Grow to 240 px, as when there is no month yet, or be 66 px high.

        What stands in one line then stands in the middle, one below the other.
        """
        across, down = (
            QBoxLayout.Direction.LeftToRight,
            QBoxLayout.Direction.TopToBottom,
        )
        middle = Qt.AlignmentFlag.AlignHCenter
        self._line.setDirection(down if tall else across)
        self._line.setAlignment(self._icon, middle if tall else Qt.AlignmentFlag(0))
        self._line.setAlignment(self.buttons, middle if tall else Qt.AlignmentFlag(0))
        for said in (self._title, self._text):
            said.setAlignment(middle if tall else Qt.AlignmentFlag.AlignLeft)
        ends = 1 if tall else 0
        for place, room in enumerate((ends, 0, 1 - ends, 0, ends)):
            self._line.setStretch(place, room)
        self.setFixedHeight(240 if tall else 66)

    def setActive(self, active: bool) -> None:  # noqa: N802 - reads as in Qt
        """Show that a file over the window may be let go."""
        self._active = active
        self.update()

    def isActive(self) -> bool:  # noqa: N802 - reads as in Qt
        """Whether a file is held over the window."""
        return self._active

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the dotted field, or the framed one while a file is over it."""
        theme = self._look.theme
        colours = theme.colours
        painter = painting.begin(self)
        radius = theme.metrics.radius_card
        if self._active:
            painting.frame(
                painter,
                self.rect(),
                radius=radius,
                line=colours.accent,
                width=2,
                ground=colours.soft,
            )
        else:
            pen = QPen(colours.input, 1, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([1, 2])
            painter.setPen(pen)
            painter.setBrush(colours.surface2)
            box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, radius, radius)
        painter.end()


class EmptyState(QWidget):
    """What a screen says while it has nothing: icon, a sentence, the way out.

    Args:
        look: The look in force.
        icon: Its name.
        text: One or two sentences.
        act: The button's word, or nothing (signal `acted`).
        rank: How loud the button is.
        parent: As in Qt.
    """

    acted = Signal()

    def __init__(
        self,
        look: Look,
        icon: str,
        text: str,
        act: str = "",
        *,
        rank: Rank = Rank.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._text = label(look, text, "body", "text2", wrap=True)
        self._text.setAlignment(centre)
        self._text.setMinimumWidth(260)
        self._text.setMaximumWidth(420)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._text, 100)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(IconLabel(look, icon, "text2", 24), 0, centre)
        column.addLayout(middle)
        if act:
            way_out = button(look, act, rank=rank)
            way_out.clicked.connect(self.acted)
            column.addWidget(way_out, 0, centre)
        column.addStretch(3)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)
