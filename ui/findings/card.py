"""A finding as a card: closed ones are painted, the chosen one is a real widget."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.rules.registry import Finding
from ui.tables.texts import TONES
from ui.theme import Look
from ui.widgets import painting
from ui.widgets.buttons import button
from ui.widgets.labels import label

CARD_ROLE = Qt.ItemDataRole.UserRole + 1
"""Model role of the `CardWords`."""

_TEXT = 39  # px, left edge of the words
_EDGE = 14
_TOP = 9
_CLOSED = 57  # px
_BAR = 3  # px, the accent along the chosen card


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says.

    Attributes:
        finding: The finding.
        where: Its place in full.
        short: Its place in a word or two.
        former: What stood in its cell before it was edited, as one would type it;
            None where it was not edited.
    """

    finding: Finding
    where: str
    short: str
    former: str | None = None

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
        at = QPointF(rect.left() + _EDGE, rect.top() + _TOP + 2)
        painting.icon(painter, self._look, sign.icon, sign.icon_ink, at)
        room = QRect(
            rect.left() + _TEXT, rect.top() + _TOP, rect.width() - _TEXT - _EDGE, 20
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


class OpenCard(QWidget):
    """The chosen finding: numbers, what to do, basis, the ways out.

    Args:
        look: The look in force.
        words: What it says.
        parent: The list's viewport.

    Signals:
        go: To the cell.
        take_back: Its `CardWords`: put the former figure back.
    """

    go = Signal()
    take_back = Signal(object)

    def __init__(self, look: Look, words: CardWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._sign = TONES[words.finding.severity].value
        rule = words.finding.rule
        column = QVBoxLayout(self)
        column.setContentsMargins(_TEXT, _TOP, _EDGE, 12)
        column.setSpacing(3)
        column.addWidget(label(look, rule.title, "strong", wrap=True))
        column.addWidget(label(look, words.where, "secondary", "text2", wrap=True))
        column.addWidget(label(look, words.finding.message, wrap=True))
        column.addWidget(label(look, rule.hint, wrap=True))
        basis = f"Quy tắc {rule.id}" + (f" · {rule.basis}" if rule.basis else "")
        column.addWidget(label(look, basis, "secondary", "text2", wrap=True))
        self._add_buttons(column, words)
        self.setAccessibleName(words.spoken)

    def _add_buttons(self, column: QVBoxLayout, words: CardWords) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        if words.finding.place is not None:
            go = button(self._look, "Đế&n ô", small=True)
            go.clicked.connect(self.go)
            row.addWidget(go)
        if words.former is not None:
            back = button(
                self._look, f"T&rả về {words.former or 'ô trống'}", small=True
            )
            back.clicked.connect(self._take_back)
            row.addWidget(back)
        row.addStretch()
        if row.count() > 1:
            column.addSpacing(4)
            column.addLayout(row)

    def _take_back(self) -> None:
        self.take_back.emit(self._words)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click goes to the cell."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.go.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the soft ground, the accent at left, the icon."""
        colours = self._look.theme.colours
        painter = painting.begin(self)
        painter.fillRect(self.rect(), colours.soft)
        painter.fillRect(0, 0, _BAR, self.height(), colours.accent)
        at = QPointF(_EDGE, _TOP + 2)
        painting.icon(painter, self._look, self._sign.icon, self._sign.icon_ink, at)
        painter.end()
