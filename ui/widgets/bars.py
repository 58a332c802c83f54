"""Thin progress under the header, and the bar for conditions that last."""

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.theme import Look
from ui.widgets import painting
from ui.widgets.buttons import button
from ui.widgets.labels import IconLabel, label
from ui.widgets.tones import Tone

_THICK = 3  # px


class ThinProgress(QProgressBar):
    """A line of 3 px along the lower edge of `anchor`; hidden when nothing runs.

    It lies over what is below the anchor, so nothing moves when it comes and goes.

    Args:
        look: The look in force.
        anchor: The header; the line is its sibling and follows its place.
    """

    def __init__(self, look: Look, anchor: QWidget) -> None:
        super().__init__(anchor.parentWidget())
        self._look = look
        self._anchor = anchor
        self.setAccessibleName("Tiến độ công việc")
        self.setTextVisible(False)
        self.hide()
        anchor.installEventFilter(self)

    def start(self, total: int = 0) -> None:
        """Show the line; `total` steps, or 0 when nobody knows how many."""
        self.setRange(0, total)
        self.setValue(0)
        self._follow()
        self.show()
        self.raise_()

    def follow(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.setRange(0, total)
        self.setValue(done)

    def finish(self) -> None:
        """Hide the line."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay at the anchor's lower edge."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the bar."""
        colours = self._look.theme.colours
        painter = painting.begin(self)
        painter.fillRect(self.rect(), colours.track)
        part = self.value() / self.maximum() if self.maximum() > 0 else 0.3
        painter.fillRect(
            QRect(0, 0, round(self.width() * part), self.height()), colours.accent
        )
        painter.end()

    def _follow(self) -> None:
        place = self._anchor.geometry()
        self.setGeometry(place.left(), place.bottom() + 1, place.width(), _THICK)


class MessageBar(QWidget):
    """A bar "chưa lưu được vì đĩa đầy [Thử lại]" that stays until it is solved.

    Args:
        look: The look in force.
        parent: As in Qt.
    """

    acted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tone = Tone.HINT
        self._icon = IconLabel(look, "hint", "hint")
        self._text = label(look, "", wrap=True)
        self._button = button(look, "", small=True)
        self._button.clicked.connect(self.acted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self.hide()

    def show_message(self, tone: Tone, text: str, act: str = "") -> None:
        """Show `text`, with a button `act` (signal `acted`) if there is one."""
        self._tone = tone
        self._icon.set_icon(tone.value.icon, tone.value.icon_ink)
        self._text.setText(text)
        self._button.setText(act)
        self._button.setVisible(bool(act))
        self.setAccessibleName(f"{tone.value.word}: {text}")
        self.show()
        self.update()
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # 4 ms of every start

        alert = QAccessibleEvent(self, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(alert)

    def clear(self) -> None:
        """Hide the bar: the condition is over."""
        self._text.setText("")
        self.hide()

    def text(self) -> str:
        """What the bar says, or nothing."""
        return self._text.text()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the bar."""
        colours = self._look.theme.colours
        painter = painting.begin(self)
        painter.fillRect(self.rect(), colours.token(self._tone.value.ground))
        line = self.rect().adjusted(0, self.height() - 1, 0, 0)
        painter.fillRect(line, colours.border)
        painter.end()
