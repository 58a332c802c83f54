"""The rules as a list by family, those that are off dimmed."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core import names
from core.rules import families
from core.rules.registry import Rule
from core.rules.subjects import FAMILIES
from ui.tables.texts import TONES
from ui.theme import Look
from ui.widgets import painting
from ui.widgets.tones import Tone

RULE = Qt.ItemDataRole.UserRole
"""Model role of the `Rule`, or of a family's name."""

_OFF = Qt.ItemDataRole.UserRole + 1
_WIDTH = 380  # px
_ROW, _HEADING = 30, 34  # px
_EDGE, _TEXT = 14, 40  # px
_Index = QModelIndex | QPersistentModelIndex


def _ordered(searched: str) -> Iterator[str | Rule]:
    """Families' names, each before its rules; those whose words hold `searched`."""
    wanted = names.folded(searched)
    for letter, name in FAMILIES.items():
        members = sorted(
            (one for one in families.RULES if one.id[0] == letter),
            key=lambda one: one.id,
        )
        found = [
            one
            for one in members
            if wanted in names.folded(f"{one.id} {one.title} {one.when}")
        ]
        if found:
            yield name
            yield from found


class _Model(QAbstractListModel):
    """Rules and families' names, one a row."""

    def __init__(self, off: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.off = frozenset(off)
        self.listed = tuple(_ordered(""))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.listed)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A family's name cannot be chosen."""
        if isinstance(self.listed[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = 0) -> object:
        """The rule or the name itself, whether it is off, or its words."""
        if not index.isValid():
            return None
        one = self.listed[index.row()]
        if role == RULE:
            return one
        is_off = isinstance(one, Rule) and one.id in self.off
        if role == _OFF:
            return is_off
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if isinstance(one, str):
                return one
            word = TONES[one.severity].value.word
            return f"{one.id} {one.title}, {word}{', đang tắt' if is_off else ''}"
        return None

    def search(self, text: str) -> None:
        """Show only rules with that text."""
        self.beginResetModel()
        self.listed = tuple(_ordered(text))
        self.endResetModel()

    def show_off(self, off: Mapping[str, str]) -> None:
        """Dim these."""
        self.off = frozenset(off)
        last = self.index(len(self.listed) - 1)
        if last.isValid():
            self.dataChanged.emit(self.index(0), last)


class _Row(QStyledItemDelegate):
    """Draws the sign of severity, id and title; of a family its name."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """One line; a family's name has air above it."""
        return QSize(10, _HEADING if isinstance(index.data(RULE), str) else _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Draw the row, its ground where it is chosen."""
        one, theme, rect = index.data(RULE), self._look.theme, option.rect
        colours, fonts = theme.colours, theme.fonts
        if isinstance(one, str):
            room = rect.adjusted(_EDGE, 8, -_EDGE, 0)
            self._write(painter, room, fonts.caption, colours.text2, one)
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.soft)
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), colours.accent)
        is_off = index.data(_OFF)
        sign = (Tone.ACCEPTED if is_off else TONES[one.severity]).value
        icon = "minus" if is_off else sign.icon
        at = QPointF(rect.left() + _EDGE, rect.center().y() - 7)
        painting.icon(painter, self._look, icon, sign.icon_ink, at)
        text = f"{one.id} {one.title}" + (" – đang tắt" if is_off else "")
        ink = colours.text2 if is_off else colours.text
        room = rect.adjusted(_TEXT, 0, -_EDGE, 0)
        self._write(painter, room, fonts.body, ink, text)

    def _write(
        self, painter: QPainter, room: QRect, font: QFont, ink: QColor, text: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        right = Qt.TextElideMode.ElideRight
        short = QFontMetrics(font).elidedText(text, right, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, short)


class RulesList(QListView):
    """The rules by family.

    Args:
        look: The look in force.
        off: Those that are off, by their ids.
    """

    def __init__(self, look: Look, off: Mapping[str, str]) -> None:
        super().__init__()
        self.listed = _Model(off, self)
        self.setModel(self.listed)
        self.setItemDelegate(_Row(look, self))
        self.setFixedWidth(_WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Các quy tắc")
        self.whole = len(families.RULES)

    def search(self, text: str) -> None:
        """Show only rules with that text, the first of them chosen."""
        self.listed.search(text)
        self.choose_first()

    def show_off(self, off: Mapping[str, str]) -> None:
        """Dim these."""
        self.listed.show_off(off)

    def choose_first(self) -> None:
        """Choose the first rule that is shown."""
        for one in self.listed.listed:
            if isinstance(one, Rule):
                self.choose(one.id)
                return

    def choose(self, rule_id: str) -> None:
        """Choose a rule, where it is shown."""
        for row, one in enumerate(self.listed.listed):
            if isinstance(one, Rule) and one.id == rule_id:
                self.setCurrentIndex(self.listed.index(row))
