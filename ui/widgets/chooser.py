"""Choices: segments side by side, a list that drops down, a box to tick."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from ui.theme import Look
from ui.widgets import painting
from ui.widgets.buttons import one_stop


class SegmentedChoice(QWidget):
    """One of a few words, all of them seen; arrow keys move the choice.

    Args:
        look: The look in force.
        name: What is chosen, as a screen reader says it.
        words: The choices.
        chosen: The first choice's number, or -1 for none yet.
        parent: As in Qt.
    """

    chosen = Signal(int)

    def __init__(
        self,
        look: Look,
        name: str,
        words: Sequence[str],
        chosen: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        self.setFixedHeight(look.theme.metrics.control)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, word in enumerate(words):
            segment = _Segment(look, word, f"{name}: {word}")
            self._group.addButton(segment, number)
            row.addWidget(segment)
        if chosen >= 0:
            self._group.button(chosen).setChecked(True)
        elif words:  # Tab must stop somewhere
            self._group.button(0).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.idToggled.connect(self._toggled)
        self._group.buttonClicked.connect(_take_keys)

    def current(self) -> int:
        """The number of the choice, or -1."""
        return self._group.checkedId()

    def set_current(self, number: int) -> None:
        """Choose; `chosen` follows if it was another."""
        self._group.button(number).setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw frame, arrow or tick in the theme's colours."""
        theme = self._look.theme
        painter = painting.begin(self)
        painting.frame(
            painter,
            self.rect(),
            radius=theme.metrics.radius,
            line=theme.colours.input,
            ground=theme.colours.surface,
        )
        self._paint_rules(painter)
        painter.end()

    def _paint_rules(self, painter: QPainter) -> None:
        """Short lines between neighbours neither of which is chosen."""
        painter.setPen(self._look.theme.colours.border)
        segments = self._group.buttons()
        for left, right in itertools.pairwise(segments):
            if not (left.isChecked() or right.isChecked()):
                x = right.geometry().left()
                painter.drawLine(x, 6, x, self.height() - 7)

    def _toggled(self, number: int, on: bool) -> None:
        self.update()
        if on:
            self.chosen.emit(number)


def _take_keys(made: QAbstractButton) -> None:
    """Have Tab go on from the choice that was clicked."""
    made.setFocus()


class _Segment(QAbstractButton):
    """One word of a segmented choice."""

    def __init__(self, look: Look, word: str, name: str) -> None:
        super().__init__()
        self._look = look
        self.setText(word)
        self.setAccessibleName(name)
        self.setCheckable(True)
        one_stop(self)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        metrics = QFontMetrics(self._look.theme.fonts.strong)
        width = metrics.horizontalAdvance(self.text()) + 16 + 6 + 24
        return QSize(width, self._look.theme.metrics.control)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        theme = self._look.theme
        colours = theme.colours
        painter = painting.begin(self)
        on = self.isChecked()
        line = colours.accent if on or self.hasFocus() else None
        ground = colours.soft if on else colours.hover if self.underMouse() else None
        box = self.rect() if line else self.rect().adjusted(2, 2, -2, -2)
        painting.frame(
            painter,
            box,
            radius=theme.metrics.radius,
            line=line,
            width=2 if self.hasFocus() else 1.5,
            ground=ground,
        )
        painter.setFont(theme.fonts.strong if on else theme.fonts.body)
        ink = colours.accent if on else colours.text
        painter.setPen(ink if self.isEnabled() else colours.dis)
        word = painter.fontMetrics().horizontalAdvance(self.text())
        sign = 16 + 6 if on else 0
        left = (self.width() - word - sign) / 2
        if on:
            top = (self.height() - 16) / 2
            painting.icon(painter, self._look, "check", "accent", QPointF(left, top))
        rest = self.rect().adjusted(round(left) + sign, 0, 0, 0)
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class DropList(QComboBox):
    """A list that drops down, with the theme's own arrow.

    Args:
        look: The look in force.
        name: What is chosen, as a screen reader says it.
        words: The choices.
        parent: As in Qt.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        words: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.addItems(list(words))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw frame, arrow or tick in the theme's colours."""
        super().paintEvent(event)
        painter = painting.begin(self)
        at = QPointF(self.width() - 10 - 14, (self.height() - 14) / 2)
        ink = "text2" if self.isEnabled() else "dis"
        painting.icon(painter, self._look, "chevron-down", ink, at, 14)
        painter.end()


class TickBox(QCheckBox):
    """A box to tick, with the theme's own tick.

    Args:
        look: The look in force.
        text: What ticking means.
        parent: As in Qt.
    """

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw frame, arrow or tick in the theme's colours."""
        super().paintEvent(event)
        if not self.isChecked() or self._look.theme.name == "contrast":
            return  # without a sheet the style draws the tick
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(
            QStyle.SubElement.SE_CheckBoxIndicator, option, self
        )
        painter = painting.begin(self)
        at = QPointF(box.center().x() - 6.5, box.center().y() - 6.5)
        ink = "on" if self.isEnabled() else "dis"
        painting.icon(painter, self._look, "check", ink, at, 14)
        painter.end()
