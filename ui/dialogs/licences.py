"""What the program carries of others, and under which licences (Giấy phép)."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.licences import Licence
from ui.dialogs.frame import fit
from ui.theme import Look
from ui.widgets.buttons import Rank, button
from ui.widgets.labels import label, rule, surface

TITLE = "Giấy phép"
NONE = (
    "Không tìm thấy thư mục giấy phép cạnh chương trình. Cài lại chương trình để có "
    "lại thư mục đó."
)
_LIST = 268  # px
_ROW = 46  # px, two lines
_EDGE = 14  # px
_BAR = 3  # px, at the chosen one
_SIZE = (900, 560)
_ITEM = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractListModel):
    """The components, one a row."""

    def __init__(self, listed: Sequence[Licence], parent: QWidget) -> None:
        super().__init__(parent)
        self.listed = listed

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """How many there are."""
        return 0 if parent.isValid() else len(self.listed)

    def data(self, index: _Index, role: int = 0) -> object:
        """The component itself, or its words for the screen reader."""
        one = self.listed[index.row()]
        if role == _ITEM:
            return one
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{_title(one)}, {one.licence}"
        return None


class _Row(QStyledItemDelegate):
    """Draws name and version above the licence."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802
        """The height of two lines."""
        return QSize(10, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Draw the row, its ground where it is chosen."""
        one = index.data(_ITEM)
        theme, rect = self._look.theme, option.rect
        colours, fonts = theme.colours, theme.fonts
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.soft)
            if option.state & QStyle.StateFlag.State_HasFocus:
                bar = QRect(rect.left(), rect.top(), _BAR, rect.height())
                painter.fillRect(bar, colours.accent)
        room = QRect(rect.left() + _EDGE, rect.top() + 4, rect.width() - 2 * _EDGE, 20)
        for font, ink, text in (
            (fonts.strong, colours.text, _title(one)),
            (fonts.secondary, colours.text2, one.licence),
        ):
            painter.setFont(font)
            painter.setPen(ink)
            right = Qt.TextElideMode.ElideRight
            short = QFontMetrics(font).elidedText(text, right, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, short)
            room.translate(0, 19)


class LicencesDialog(QDialog):
    """The components at left, the chosen one's licence at right.

    Args:
        look: The look in force.
        listed: The components, the program itself first.
        parent: The window.
    """

    def __init__(
        self, look: Look, listed: Sequence[Licence], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(TITLE)
        self.names = self._names(listed)
        self.heading = label(look, "", "heading")
        self.about = label(look, "", wrap=True)
        self.facts = label(look, "", "secondary", "text2", wrap=True)
        self.facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.facts.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.text = self._text()
        between = QHBoxLayout()
        between.setContentsMargins(0, 0, 0, 0)
        between.setSpacing(0)
        between.addWidget(self.names)
        between.addWidget(rule(upright=True))
        between.addLayout(self._right(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(rule())
        column.addLayout(between, 1)
        column.addWidget(self._foot())
        fit(self, *_SIZE)
        self.names.selectionModel().currentChanged.connect(self._show)
        self.names.setCurrentIndex(self.names.model().index(0, 0))
        self.names.setFocus()

    def _names(self, listed: Sequence[Licence]) -> QListView:
        names = QListView()
        names.setModel(_Model(listed, names))
        names.setItemDelegate(_Row(self._look, names))
        names.setFixedWidth(_LIST)
        names.setFrameShape(QFrame.Shape.NoFrame)
        names.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        names.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        names.setAccessibleName("Các phần mềm có trong chương trình")
        return names

    def _text(self) -> QPlainTextEdit:
        """The licence's words; Tab leaves them, as nothing is typed there."""
        text = QPlainTextEdit()
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setProperty("v", "well")
        text.setFont(self._look.theme.fonts.secondary)
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        mouse = Qt.TextInteractionFlag.TextSelectableByMouse
        text.setTextInteractionFlags(keys | mouse)
        text.setAccessibleName("Văn bản giấy phép")
        return text

    def _head(self) -> QWidget:
        head = surface()
        column = QVBoxLayout(head)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(4)
        column.addWidget(label(self._look, TITLE, "title"))
        said = (
            "Công văn 766 dùng các phần mềm dưới đây; mỗi phần giữ giấy phép riêng. "
            "Bấm vào tên để đọc."
        )
        column.addWidget(label(self._look, said, "body", "text2", wrap=True))
        return head

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.about)
        column.addWidget(self.facts)
        column.addSpacing(6)
        column.addWidget(self.text, 1)
        return column

    def _foot(self) -> QWidget:
        foot = surface("footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 11, 17, 12)
        row.addStretch(1)
        close = button(self._look, "Đón&g", rank=Rank.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        return foot

    def _show(self, chosen: QModelIndex) -> None:
        """Show the chosen component's licence from its beginning."""
        one: Licence = chosen.data(_ITEM)
        self.heading.setText(_title(one))
        self.about.setText(one.about)
        self.about.setVisible(bool(one.about))
        facts = [f"Giấy phép: {one.licence}"]
        facts += [f"Mã nguồn: {one.source}"] if one.source else []
        self.facts.setText("\n".join(facts))
        self.text.setPlainText(one.text() or NONE)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)


def _title(one: Licence) -> str:
    return f"{one.name} {one.version}".strip()
