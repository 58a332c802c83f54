"""The sheet of a letter: white paper with marks in its right margin."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QToolTip, QWidget

from ui.colours import LIGHT
from ui.icons import Icons
from ui.theme import Look
from ui.widgets import painting
from ui.widgets.tones import Tone

PAPER = 794
"""Width of A4 at 96 dots an inch, px."""

EDGE = (113, 76, 76, 76)
"""Margins left, top, right, bottom: 30, 20, 20, 20 mm at 96 dots an inch, px."""

DESK = 16
"""Room between the sheet and the edge of the screen, px."""

LEAST = 0.7
"""The smallest scale at which the letter can still be read."""

FAMILIES = ["Times New Roman", "Liberation Serif", "serif"]

ICON = 18
"""Side of a mark in the margin, px."""

_GRAVEST = tuple(Tone)


class Mark(NamedTuple):
    """Something to be said of a place in the text.

    Attributes:
        position: Of the character in the sheet's document at which it begins.
        tone: How grave it is.
        words: What it is, for the tooltip.
        number: What is told when it is clicked.
    """

    position: int
    tone: Tone
    words: str
    number: int


class _Icon(NamedTuple):
    """The marks of one line of print, drawn as one."""

    rect: QRect
    marks: tuple[Mark, ...]

    @property
    def tone(self) -> Tone:
        return min((one.tone for one in self.marks), key=_GRAVEST.index)


class Sheet(QTextBrowser):
    """The sheet: as high as its text, never scrolled by itself.

    Signals:
        mark_clicked: Number of a mark.
    """

    mark_clicked = Signal(int)

    def __init__(self, look: Look) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Công văn")
        self.setProperty("v", "paper")
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self._look, self._ground = look, look.theme.page.paper
        self._inked = Icons(LIGHT.token)  # the paper is white in the dark theme too
        self._marks: tuple[Mark, ...] = ()
        self._icons: list[_Icon] | None = None
        self._clicked: tuple[QRect, int] | None = None
        self._scale = 1.0
        self.setFixedWidth(PAPER)

    def fit(self, scale: float) -> None:
        """Be as wide as the paper at that scale, and as high as the text."""
        width = round(PAPER * scale)
        self._scale = scale
        self.setFixedWidth(width)
        self.document().setTextWidth(width)
        least = round(width * 1.414)
        height = max(least, round(self.document().size().height()))
        self.setFixedHeight(height)
        self._icons = None

    # ---------------------------------------------------------------------- marks

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Show other marks."""
        self._marks, self._icons = tuple(marks), None
        self.viewport().update()

    def icons(self) -> Sequence[_Icon]:
        """Where marks are drawn, from top to bottom, those of one line as one."""
        if self._icons is None:
            self._icons = self._placed()
        return self._icons

    def _placed(self) -> list[_Icon]:
        tops = sorted(
            (self.top_of(one.position), n) for n, one in enumerate(self._marks)
        )
        right = self.width() - round(EDGE[2] * self._scale * 0.62)
        icons: list[_Icon] = []
        for top, number in tops:
            mark = self._marks[number]
            if icons and top < icons[-1].rect.bottom():
                icons[-1] = icons[-1]._replace(marks=(*icons[-1].marks, mark))
            else:
                icons.append(_Icon(QRect(right, top, ICON, ICON), (mark,)))
        return icons

    def top_of(self, position: int) -> int:
        """The upper edge of the line of print that holds a character, px."""
        block = self.document().findBlock(position)
        layout = self.document().documentLayout()
        top = layout.blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        return round(top + (line.y() if line.isValid() else 0))

    def emphasise(self, begin: int, end: int) -> None:
        """Mark the characters from `begin` to `end`; none where they are equal."""
        if begin == end:
            self.setExtraSelections([])
            return
        found = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        style = QTextCharFormat()
        page = self._look.theme.page
        style.setBackground(page.figure_hover)
        style.setForeground(page.ink)
        found.cursor, found.format = cursor, style
        self.setExtraSelections([found])

    # ---------------------------------------------------------------- Qt's own events

    def _icon_at(self, at: QPoint) -> _Icon | None:
        return next((one for one in self.icons() if one.rect.contains(at)), None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw white paper below the text, in the dark theme too, and the marks."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._ground)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for icon in self.icons():
            if icon.rect.intersects(event.rect()):
                self._draw(painter, icon)
        if self.hasFocus():
            painter.setPen(QPen(self._look.theme.colours.accent, 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _draw(self, painter: QPainter, icon: _Icon) -> None:
        sign, scale = icon.tone.value, painter.device().devicePixelRatioF()
        pixmap = self._inked.pixmap(sign.icon, sign.icon_ink, ICON, scale)
        painter.drawPixmap(icon.rect.topLeft(), pixmap)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on an icon tells its mark, another click the next mark of the line."""
        icon = self._icon_at(event.position().toPoint())
        if icon is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        turn = 0
        if self._clicked is not None and self._clicked[0] == icon.rect:
            turn = (self._clicked[1] + 1) % len(icon.marks)
        self._clicked = icon.rect, turn
        self.mark_clicked.emit(icon.marks[turn].number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """An icon can be pressed: the pointer says so."""
        super().mouseMoveEvent(event)
        if self._icon_at(event.position().toPoint()) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say beside an icon what it means."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            icon = self._icon_at(event.pos())
            if icon is not None:
                told = "\n".join(one.words for one in icon.marks)
                QToolTip.showText(event.globalPos(), told, self.viewport(), icon.rect)
                return True
        return super().viewportEvent(event)


class Desk(QWidget):
    """The ground behind the sheet."""

    def __init__(self, look: Look) -> None:
        """Nothing lies on it yet."""
        super().__init__()
        self._look = look

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the desk."""
        painter = painting.begin(self)
        painter.fillRect(self.rect(), self._look.theme.colours.desk)
        painter.end()
