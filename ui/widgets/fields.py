"""Fields to type in: a labelled field with its explanation, and the search field."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme import Look
from ui.widgets import painting
from ui.widgets.buttons import icon_button, restyle
from ui.widgets.labels import label, set_ink


class FormField(QWidget):
    """A label, a field and a line below that explains or says what is wrong.

    Args:
        look: The look in force.
        name: The label; "&" before its mnemonic.
        help_text: What belongs into the field.
        parent: As in Qt.
    """

    def __init__(
        self, look: Look, name: str, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._help = help_text
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name.replace("&", ""))
        caption = label(look, name, "strong")
        caption.setBuddy(self.edit)
        self._below = label(look, help_text, "secondary", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(caption)
        column.addWidget(self.edit)
        column.addWidget(self._below)
        self.set_error("")

    def text(self) -> str:
        """What is typed, without spaces around it."""
        return self.edit.text().strip()

    def set_error(self, error: str) -> None:
        """Frame the field in red and say what is wrong; "" takes it back."""
        self.edit.setProperty("bad", "true" if error else None)
        restyle(self.edit)
        self._below.setText(error or self._help)
        self._below.setVisible(bool(error or self._help))
        set_ink(self._below, "err" if error else "text2")
        self.edit.setAccessibleDescription(error or self._help)

    def set_warning(self, warning: str) -> None:
        """Say below what should be looked at; the field is right all the same."""
        self.set_error("")
        if warning:
            self._below.setText(warning)
            self._below.show()
            set_ink(self._below, "warn")
            self.edit.setAccessibleDescription(warning)

    def warning(self) -> str:
        """What should be looked at, or nothing."""
        return self._below.text() if self._below.property("ink") == "warn" else ""

    def error(self) -> str:
        """What is wrong, or nothing."""
        bad = self.edit.property("bad") == "true"
        return self._below.text() if bad else ""


class SearchField(QWidget):
    """A frame with a magnifier and a line to type in; Esc empties it.

    Args:
        look: The look in force.
        hint: The grey words, which are also the accessible name.
        parent: As in Qt.
    """

    changed = Signal(str)
    entered = Signal()  # Enter: go to the next hit

    def __init__(self, look: Look, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.edit = QLineEdit()
        self.edit.setProperty("v", "bare")
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)
        self.edit.textChanged.connect(self._typed)
        self.edit.returnPressed.connect(self.entered)
        self.edit.installEventFilter(self)
        self._empty = icon_button(look, "close", "Xóa chữ đang tìm", small=True)
        self._empty.clicked.connect(self.edit.clear)
        self._empty.hide()
        self.setFixedHeight(look.theme.metrics.control)
        self.setFocusProxy(self.edit)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 2, 3, 2)
        row.setSpacing(2)
        row.addWidget(self.edit, 1)
        row.addWidget(self._empty)

    def text(self) -> str:
        """What is searched for."""
        return self.edit.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Draw the frame anew when the line gets or loses the focus."""
        kind = event.type()
        if kind in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc empties the field first."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.edit.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw frame and magnifier."""
        theme = self._look.theme
        painter = painting.begin(self)
        focus = self.edit.hasFocus()
        painting.frame(
            painter,
            self.rect(),
            radius=theme.metrics.radius,
            line=theme.colours.accent if focus else theme.colours.input,
            width=2 if focus else 1,
            ground=theme.colours.surface,
        )
        painting.icon(painter, self._look, "search", "text2", QPointF(10, 8))
        painter.end()

    def _typed(self, text: str) -> None:
        self._empty.setVisible(bool(text))
        self.changed.emit(text)
