"""What the colours of the sheet mean, in one line below it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Look
from ui.widgets import painting

_SWATCH, _NEAR, _GAP = 15, 7, 14


class Legend(QWidget):
    """Swatches with words; those without room are left out, but read aloud."""

    def __init__(self, look: Look) -> None:
        """Say nothing yet."""
        super().__init__()
        self._look = look
        self._entries: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(22)

    def show_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show these: a colour's token, and words."""
        self._entries = tuple(entries)
        told = ", ".join(words for _, words in self._entries)
        self.setAccessibleName(f"Chú giải: {told}")
        self.setToolTip(told)
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as need be."""
        return QSize(40, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what has room."""
        theme = self._look.theme
        colours, fonts = theme.colours, theme.fonts
        metrics = QFontMetrics(fonts.secondary)
        painter = painting.begin(self)
        painter.setFont(fonts.secondary)
        left, top = 0, (self.height() - 12) // 2
        for token, words in self._entries:
            wide = _SWATCH + _NEAR + metrics.horizontalAdvance(words)
            if left + wide > self.width():
                break
            line = {"soft": colours.accent, "warn_s": colours.warn_i}.get(token)
            painting.frame(
                painter,
                QRect(left, top, _SWATCH, 12),
                radius=2,
                line=line or colours.ctl,
                ground=colours.token(token),
            )
            painter.setPen(colours.text2)
            room = QRect(left + _SWATCH + _NEAR, 0, wide, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            left += wide + _GAP
        painter.end()
