"""The header's tabs, with a painted underline and a count."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from ui.theme import Look
from ui.widgets import painting
from ui.widgets.buttons import one_stop

_EDGE = 14  # px left and right of a tab's word
_LINE = 3  # px, the underline


class TabBar(QWidget):
    """Tabs side by side; exactly one is current, arrow keys move between them.

    Args:
        look: The look in force.
        words: The tabs' words.
        parent: As in Qt.
    """

    current_changed = Signal(int)

    def __init__(
        self, look: Look, words: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("Các trang của kỳ")
        self._group = QButtonGroup(self)
        self._tabs: list[_Tab] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, word in enumerate(words):
            tab = _Tab(look, word, f"Ctrl+{number + 1}")
            self._group.addButton(tab, number)
            self._tabs.append(tab)
            row.addWidget(tab)
        self._tabs[0].setChecked(True)
        self._group.idToggled.connect(self._toggled)

    def current(self) -> int:
        """The number of the current tab, from 0."""
        return self._group.checkedId()

    def set_current(self, number: int) -> None:
        """Make a tab current; `current_changed` follows if it was another."""
        self._tabs[number].setChecked(True)

    def set_count(self, number: int, count: int | None) -> None:
        """Show a count beside a tab's word; None or 0 shows none."""
        self._tabs[number].set_count(count or 0)

    def tab(self, number: int) -> QAbstractButton:
        """The tab itself, to disable it or to give it a tooltip."""
        return self._tabs[number]

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            self.current_changed.emit(number)


class _Tab(QAbstractButton):
    """One tab of the bar."""

    def __init__(self, look: Look, word: str, keys: str) -> None:
        super().__init__()
        self._look = look
        self._count = 0
        self.setText(word)
        self.setCheckable(True)
        self.setAccessibleName(word)
        self.setToolTip(f"{word} ({keys})")
        one_stop(self)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = 2 * _EDGE + self._word_width()
        if self._count:
            width += 8 + self._badge_width()
        return QSize(width, self._look.theme.metrics.header)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = painting.begin(self)
        theme = self._look.theme
        colours = theme.colours
        if self.hasFocus() or self.underMouse():
            box = self.rect().adjusted(3, 8, -3, -8)
            line = colours.accent if self.hasFocus() else None
            ground = colours.hover if self.underMouse() else None
            painting.frame(
                painter,
                box,
                radius=theme.metrics.radius,
                line=line,
                width=2,
                ground=ground,
            )
        current = self.isChecked()
        painter.setFont(theme.fonts.strong if current else theme.fonts.body)
        ink = colours.text if current else colours.text2
        painter.setPen(ink if self.isEnabled() else colours.dis)
        word = QRect(_EDGE, 0, self._word_width(), self.height())
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._count:
            self._paint_badge(painter)
        if current:
            self._paint_line(painter)
        painter.end()

    def _paint_badge(self, painter: QPainter) -> None:
        theme = self._look.theme
        left = _EDGE + self._word_width() + 8
        box = QRect(left, (self.height() - 18) // 2, self._badge_width(), 18)
        painting.frame(painter, box, radius=9, ground=theme.colours.track)
        painter.setFont(theme.fonts.caption)
        painter.setPen(theme.colours.text2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._count))

    def _paint_line(self, painter: QPainter) -> None:
        """The accent under the word and its count."""
        width = self.width() - 2 * _EDGE
        box = QRect(_EDGE, self.height() - _LINE, width, _LINE)
        painting.frame(painter, box, radius=1.5, ground=self._look.theme.colours.accent)

    def _word_width(self) -> int:
        """The width of the word in 600, so that nothing shifts when it is chosen."""
        return QFontMetrics(self._look.theme.fonts.strong).horizontalAdvance(
            self.text()
        )

    def _badge_width(self) -> int:
        metrics = QFontMetrics(self._look.theme.fonts.caption)
        return max(18, metrics.horizontalAdvance(str(self._count)) + 16)
