"""A question as a card: its readings as large buttons, and why one of them is likely."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
)

from ui.theme import Look
from ui.widgets import painting
from ui.widgets.labels import IconLabel, label

_HEIGHT = 56
_EDGE = 14


class Choice(NamedTuple):
    """One answer: how it is written, and what it is."""

    shown: str
    words: str


class Asking(NamedTuple):
    """What a card asks.

    Attributes:
        title: The question.
        where: What it is about, in a line.
        choices: The answers.
        reason: What speaks for one of them.
    """

    title: str
    where: str
    choices: Sequence[Choice]
    reason: str


class AnswerButton(QAbstractButton):
    """One reading: the number large, what it is below."""

    def __init__(self, look: Look, choice: Choice, number: int) -> None:
        """Offer `choice`; `number` is the key that takes it."""
        super().__init__()
        self._look = look
        self.choice = choice
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{choice.shown}, {choice.words}, phím {number}")
        self.setToolTip(f"{choice.shown}: {choice.words} (phím {number})")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for both lines."""
        fonts = self._look.theme.fonts
        wide = QFontMetrics(fonts.heading).horizontalAdvance(self.choice.shown)
        below = QFontMetrics(fonts.secondary).horizontalAdvance(self.choice.words)
        return QSize(max(wide, below) + 2 * _EDGE, _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As small as a panel makes it."""
        return QSize(96, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the button."""
        theme = self._look.theme
        colours = theme.colours
        painter = painting.begin(self)
        on, focus = self.isChecked(), self.hasFocus()
        ground = colours.soft if on else colours.surface
        if not on and (self.isDown() or self.underMouse()):
            ground = colours.press if self.isDown() else colours.hover
        painting.frame(
            painter,
            self.rect(),
            radius=theme.metrics.radius_well,
            line=colours.accent if on else colours.ctl,
            width=2 if on else 1,
            ground=ground,
        )
        if focus:  # unlike a chosen one: within the border, in the ink of text
            painting.frame(
                painter,
                self.rect().adjusted(3, 3, -3, -3),
                radius=theme.metrics.radius_bar,
                line=colours.text,
            )
        room = self.rect().adjusted(_EDGE, 0, -_EDGE, 0)
        if on:
            at = QPoint(self.width() - _EDGE - 16, (self.height() - 16) // 2)
            painting.icon(painter, self._look, "check", "accent", at.toPointF())
            room.setRight(room.right() - 20)
        for text, font, ink, box in (
            (self.choice.shown, theme.fonts.heading, colours.text, (7, 24)),
            (self.choice.words, theme.fonts.secondary, colours.text2, (31, 18)),
        ):
            painter.setFont(font)
            painter.setPen(ink)
            told = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, room.width()
            )
            line = QRect(room.left(), box[0], room.width(), box[1])
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, told)
        painter.end()


class QuestionCard(QFrame):
    """Asks one question.

    Signals:
        answered: Number of the answer that was pressed; None where it is taken back.
        entered: The card was clicked, or one of its buttons has the focus.
    """

    answered = Signal(object)
    entered = Signal()

    def __init__(self, look: Look, asking: Asking) -> None:
        """Ask; nothing is chosen."""
        super().__init__()
        self._look = look
        self.asking = asking
        self._is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._icon = IconLabel(look, "warning", "warn_i")
        title = label(look, asking.title, "strong", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 11, _EDGE, 11)
        column.setSpacing(5)
        column.addLayout(head)
        if asking.where:
            where = label(look, asking.where, "secondary", "text2", wrap=True)
            column.addWidget(where)
        self.buttons = [
            AnswerButton(look, one, number)
            for number, one in enumerate(asking.choices, start=1)
        ]
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, one in enumerate(self.buttons):
            grid.addWidget(one, *divmod(number, 2))
            one.clicked.connect(lambda _=False, n=number: self._press(n))
        column.addLayout(grid)
        if asking.reason:
            reason = label(look, asking.reason, "secondary", "text2", wrap=True)
            column.addWidget(reason)
        self.setAccessibleName(asking.title)
        self.setAccessibleDescription(f"{asking.where}. {asking.reason}")

    def _press(self, number: int) -> None:
        self.entered.emit()
        is_on = self.buttons[number].isChecked()
        self.answered.emit(number if is_on else None)

    def show_answer(self, number: int | None, *, is_open: bool) -> None:
        """Show which answer was chosen."""
        for place, one in enumerate(self.buttons):
            one.setChecked(place == number)
        done = not is_open
        self._icon.set_icon(*(("check-circle", "accent") if done else _ASKED))

    def set_current(self, *, current: bool) -> None:
        """Frame the card whose cell is shown."""
        self._is_current = current
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """A card that is reached by Tab shows its cell."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.OtherFocusReason:
            self.entered.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on the card shows its cell."""
        self.entered.emit()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the frame."""
        theme = self._look.theme
        colours, current = theme.colours, self._is_current
        painter = painting.begin(self)
        painting.frame(
            painter,
            self.rect(),
            radius=theme.metrics.radius_card,
            line=colours.accent if current else colours.border,
            width=2 if self.hasFocus() else 1.5 if current else 1,
            ground=colours.surface,
        )
        painter.end()


_ASKED = ("warning", "warn_i")


class LineButton(QAbstractButton):
    """A line of a list: icon, words, and quiet words at right; pressed it goes there."""

    def __init__(
        self,
        look: Look,
        icon: tuple[str, str],
        words: str,
        beside: str,
        tail: str = "",
    ) -> None:
        """Show the line; where it is cut, `tail` is not."""
        super().__init__()
        self._tail = tail
        self._look = look
        self._icon = icon
        self._beside = beside
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{words}, {beside}")
        self.setToolTip(words)
        self.setFixedHeight(24)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room."""
        return QSize(120, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the line."""
        theme = self._look.theme
        colours, box = theme.colours, self.rect()
        painter = painting.begin(self)
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            painting.frame(
                painter,
                box,
                radius=theme.metrics.radius,
                line=colours.accent if self.hasFocus() else None,
                width=2,
                ground=colours.hover,
            )
        name, ink = self._icon
        if name:
            at = QPoint(0, (box.height() - 14) // 2).toPointF()
            painting.icon(painter, self._look, name, ink, at, 14)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.fonts.secondary)
        beside = painter.fontMetrics().horizontalAdvance(self._beside)
        painter.setPen(colours.text2)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, self._beside)
        painter.setFont(theme.fonts.body)
        painter.setPen(colours.text)
        room = box.adjusted(22, 0, -beside - 8, 0)
        painter.drawText(room, middle, self._told(painter.fontMetrics(), room.width()))
        painter.end()

    def _told(self, metrics: QFontMetrics, room: int) -> str:
        text, tail = self.text(), self._tail
        if not tail or metrics.horizontalAdvance(text) <= room:
            return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        room -= metrics.horizontalAdvance(tail)
        head = text.removesuffix(tail)
        return metrics.elidedText(head, Qt.TextElideMode.ElideRight, room) + tail
