"""Chips that count findings by severity and filter by it."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import Look
from ui.widgets import painting
from ui.widgets.tones import Tone

_ICON = 14
_EDGE = 9  # px left and right of the content
_TALL = QSize(34, 46)


class SeverityChip(QAbstractButton):
    """A pill "▲ 3 cảnh báo"; pressed down it filters (signal `toggled`).

    Args:
        look: The look in force.
        tone: The severity.
        count: How many findings.
        filters: Whether it can be pressed; else it only tells.
        tall: The form of the folded panel: icon above the number.
        parent: As in Qt.
    """

    def __init__(
        self,
        look: Look,
        tone: Tone,
        count: int = 0,
        *,
        filters: bool = True,
        tall: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tone = tone
        self._count = -1
        self._filters = filters
        self._tall = tall
        self._shortens = False
        self.setCheckable(filters and not tall)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if filters:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._describe)
        self.set_count(count)

    def tone(self) -> Tone:
        """The severity."""
        return self._tone

    def count(self) -> int:
        """The number shown."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show another number."""
        if count != self._count:
            self._count = count
            self.setText(self._tone.counted(count))
            self._describe()
            self.updateGeometry()
            self.update()

    def let_shorten(self) -> None:
        """Tell the number alone where there is no room for its word."""
        self._shortens = True
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def shown(self) -> str:
        """What stands beside the icon: "190 cảnh báo", or "190" without room."""
        is_short = self._shortens and self.width() < self.sizeHint().width()
        return str(self._count) if is_short else self.text()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The room the content takes."""
        if self._tall:
            return _TALL
        return self._size_of(self.text())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same, or that of the number alone: nothing is cut off."""
        return self._size_of(str(self._count)) if self._shortens else self.sizeHint()

    def _size_of(self, text: str) -> QSize:
        metrics = QFontMetrics(self._look.theme.fonts.caption)
        width = _EDGE + _ICON + 6 + metrics.horizontalAdvance(text) + _EDGE + 2
        return QSize(width, self._look.theme.metrics.control_small)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw pill, icon and number."""
        painter = painting.begin(self)
        self._paint_ground(painter)
        sign = self._tone.value
        painter.setFont(self._look.theme.fonts.caption)
        painter.setPen(self._look.theme.colours.token(sign.ink))
        if self._tall:
            left = (self.width() - 16) / 2
            painting.icon(
                painter, self._look, sign.icon, sign.icon_ink, QPointF(left, 6), 16
            )
            below = QRect(0, 24, self.width(), 18)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(self._count))
        else:
            top = (self.height() - _ICON) / 2
            at = QPointF(_EDGE, top)
            painting.icon(painter, self._look, sign.icon, sign.icon_ink, at, _ICON)
            rest = self.rect().adjusted(_EDGE + _ICON + 6, 0, -_EDGE + 2, 0)
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self.shown())
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        """The pill: its line tells pressed, pointed at, in focus."""
        theme = self._look.theme
        sign = self._tone.value
        line: QColor | None = None
        width = 1.0
        if self.hasFocus():
            line, width = theme.colours.accent, 2
        elif self.isChecked() or (self._filters and self.underMouse()):
            line = theme.colours.token(sign.icon_ink)
            width = 2 if self.isChecked() else 1
        radius = theme.metrics.radius_well if self._tall else theme.metrics.radius_chip
        ground = theme.colours.token(sign.ground)
        painting.frame(
            painter, self.rect(), radius=radius, line=line, width=width, ground=ground
        )

    def _describe(self) -> None:
        """What a screen reader says, and the tooltip of a chip that filters."""
        words = self._tone.counted(self._count)
        if self.isChecked():
            words += ", đang lọc"
        self.setAccessibleName(words)
        if self._filters and not self._tall:
            act = "Bấm để hiện tất cả" if self.isChecked() else "Bấm để chỉ hiện"
            word = "" if self.isChecked() else f" {self._tone.value.word.lower()}"
            self.setToolTip(act + word)
        elif self._tall:
            self.setToolTip(f"{words}. Bấm để xem")
