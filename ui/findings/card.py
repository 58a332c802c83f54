"""A finding as a card: what it says, and how the closed ones are painted."""

from enum import Enum

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from core.frozen import frozen
from core.rules.registry import Finding
from ui.tables.texts import TONES
from ui.theme import Look
from ui.widgets import painting

CARD_ROLE = Qt.ItemDataRole.UserRole + 1
"""Model role of the `CardWords`."""

TEXT = 39
"""Px from the left edge of a card to its words."""

EDGE, TOP = 14, 9
"""Px left free at the sides, and above."""

_CLOSED = 57  # px


class Act(Enum):
    """What a card offers to do about its finding."""

    FIX = "fix"
    ACCEPT = "accept"
    SWITCH_OFF = "switch-off"


@frozen
class CardWords:
    """What a card says.

    Attributes:
        finding: The finding.
        where: Its place in full.
        short: Its place in a word or two.
        former: What stood in its cell before it was edited, as one would type it;
            None where it was not edited.
        acts: What can be done about it here, beside going there.
    """

    finding: Finding
    where: str
    short: str
    former: str | None = None
    acts: frozenset[Act] = frozenset()

    @property
    def line(self) -> str:
        """The second line of the closed card."""
        return f"{self.short} · {self.finding.message}"

    @property
    def spoken(self) -> str:
        """The closed card as it is read aloud."""
        word = TONES[self.finding.severity].value.word
        return (
            f"{word}: {self.finding.rule.title}. {self.where}. {self.finding.message}"
        )


class CardDelegate(QStyledItemDelegate):
    """Paints closed cards; of the chosen one it only keeps the room.

    Args:
        look: The look in force.
        parent: The list.
    """

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.open_row = -1
        self.open_height = _CLOSED

    def sizeHint(  # noqa: N802 - Qt's name
        self,
        _option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """The card's height."""
        is_open = index.row() == self.open_row
        return QSize(10, self.open_height if is_open else _CLOSED)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw icon, title and the short line."""
        words, rect = index.data(CARD_ROLE), option.rect
        theme = self._look.theme
        colours, fonts = theme.colours, theme.fonts
        base = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(base, colours.border)
        if index.row() == self.open_row or not isinstance(words, CardWords):
            return
        sign = TONES[words.finding.severity].value
        at = QPointF(rect.left() + EDGE, rect.top() + TOP + 2)
        painting.icon(painter, self._look, sign.icon, sign.icon_ink, at)
        room = QRect(
            rect.left() + TEXT, rect.top() + TOP, rect.width() - TEXT - EDGE, 20
        )
        for font, ink, text, high in (
            (fonts.strong, colours.text, words.finding.rule.title, 20),
            (fonts.secondary, colours.text2, words.line, 17),
        ):
            room.setHeight(high)
            painter.setFont(font)
            painter.setPen(ink)
            short = QFontMetrics(font).elidedText(
                text, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, short)
            room.translate(0, 21)
