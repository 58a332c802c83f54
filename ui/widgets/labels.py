"""Text by role, and the thin rules between things."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.theme import Look
from ui.widgets import buttons, painting


def label(
    look: Look, text: str, role: str = "body", ink: str = "text", *, wrap: bool = False
) -> QLabel:
    """A text in the font of `role` and the colour of the token `ink`.

    Args:
        look: The look in force.
        text: Plain text; it is never read as HTML.
        role: A field of `ui.fonts.Fonts`.
        ink: text, text2, accent, err, warn or hint.
        wrap: Break into lines; else the text wants its whole width.
    """
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setFont(look.theme.fonts.role(role))
    made.setProperty("ink", ink)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def set_ink(made: QLabel, ink: str) -> None:
    """Show the label in another token's colour."""
    made.setProperty("ink", ink)
    buttons.restyle(made)


def rule(*, upright: bool = False, length: int = 0) -> QFrame:
    """A line of 1 px, lying or upright; `length` 0 takes all the room there is."""
    made = QFrame()
    made.setProperty("v", "rule")
    if upright:
        made.setFixedWidth(1)
        if length:
            made.setFixedHeight(length)
    else:
        made.setFixedHeight(1)
        if length:
            made.setFixedWidth(length)
    return made


class IconLabel(QWidget):
    """An icon that follows the theme and the screen's scale.

    Args:
        look: The look in force.
        icon: Its name.
        ink: A colour token.
        size: Side in px.
    """

    def __init__(
        self, look: Look, icon: str, ink: str = "text2", size: int = 16
    ) -> None:
        super().__init__()
        self._look = look
        self._size = size
        self.setFixedSize(size, size)
        self.set_icon(icon, ink)

    def set_icon(self, icon: str, ink: str) -> None:
        """Show another icon or another colour."""
        self._icon, self._ink = icon, ink
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the icon."""
        painter = QPainter(self)
        corner = QPointF(0, 0)
        painting.icon(painter, self._look, self._icon, self._ink, corner, self._size)
        painter.end()


def surface(kind: str = "surface") -> QWidget:
    """An empty panel on the ground `kind` of the sheet: surface or footer."""
    made = QWidget()
    made.setProperty("v", kind)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made
