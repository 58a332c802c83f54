"""Which figure a column holds: the likely ones first, then all of them, to be searched."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.catalogue import Catalogue
from core.importing import outline
from core.importing.choosing import naming
from core.importing.choosing.choices import LEFT_OUT
from core.importing.opened import Column
from core.importing.recognition.recognise import Meaning, Recogniser
from ui.importing.sheet_model import Index, certainty_words
from ui.theme import Look
from ui.widgets.buttons import Rank, button
from ui.widgets.fields import SearchField
from ui.widgets.labels import label, surface

_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_SIZE = (420, 460)


class Offer(NamedTuple):
    """One line of the list.

    Attributes:
        words: What it says.
        meaning: What the column then holds; None: as the program finds it.
        is_heading: It is no choice, but stands above some.
    """

    words: str
    meaning: Meaning | None = None
    is_heading: bool = False


class OfferDelegate(QStyledItemDelegate):
    """Paints a line of the list: the chosen one on `soft`, headings small and quiet."""

    def __init__(self, look: Look, view: QWidget) -> None:
        """Paint in `look`."""
        super().__init__(view)
        self._look = look

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, _index: Index
    ) -> QSize:
        """As high as a row of a table."""
        return QSize(100, self._look.theme.metrics.row)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw the line."""
        theme, rect = self._look.theme, option.rect
        is_heading = not index.flags() & Qt.ItemFlag.ItemIsEnabled
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colours.soft)
            painter.fillRect(
                rect.left(), rect.top(), 3, rect.height(), theme.colours.accent
            )
        painter.setFont(theme.fonts.caption if is_heading else theme.fonts.body)
        painter.setPen(theme.colours.text2 if is_heading else theme.colours.text)
        room = rect.adjusted(4 if is_heading else 10, 0, -8, 0)
        told = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, told)


class ColumnChoice(QDialog):
    """Asks what a column holds; `chosen` is the answer once it is accepted."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        catalogue: Catalogue,
        column: Column,
    ) -> None:
        """Offer what `column` may hold."""
        super().__init__(parent)
        self._look = look
        self.chosen: Meaning | None = None
        self._offers = tuple(_offers(catalogue, column))
        self._shown: list[Offer] = []
        title = f"Cột {column.letters} là chỉ tiêu nào?"
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.search = SearchField(look, "Tìm chỉ tiêu")
        self.search.changed.connect(self._fill)
        self.search.edit.installEventFilter(self)
        self.list = self._list()
        heading = column.heading or "Cột không có tiêu đề"
        column_box = QVBoxLayout()
        column_box.setContentsMargins(20, 16, 20, 12)
        column_box.setSpacing(8)
        column_box.addWidget(label(look, title, "heading"))
        told = f"“{heading}” · đang là {_present(catalogue, column)}"
        column_box.addWidget(label(look, told, "secondary", "text2", wrap=True))
        column_box.addWidget(self.search)
        column_box.addWidget(self.list, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column_box, 1)
        whole.addWidget(self._foot())
        self.resize(*_SIZE)
        self._fill("")
        self.search.setFocus()

    def _list(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName("Các chỉ tiêu")
        made.setFrameShape(QListWidget.Shape.NoFrame)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setUniformItemSizes(True)
        made.setItemDelegate(OfferDelegate(self._look, made))
        made.itemClicked.connect(lambda _item: self._take())
        made.itemActivated.connect(lambda _item: self._take())
        return made

    def _foot(self) -> QWidget:
        foot = surface("footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        leave = button(self._look, "&Bỏ cột này", "minus")
        leave.clicked.connect(self.leave_out)
        cancel = button(self._look, "&Hủy")
        cancel.clicked.connect(self.reject)
        done = button(self._look, "&Chọn", rank=Rank.PRIMARY)
        done.setDefault(True)
        done.clicked.connect(self._take)
        row.addWidget(leave)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(done)
        return foot

    def leave_out(self) -> None:
        """Say that the column is not to be read."""
        self.chosen = LEFT_OUT
        self.accept()

    def offered(self) -> tuple[str, ...]:
        """What is offered now, from top to bottom."""
        return tuple(one.words for one in self._shown if not one.is_heading)

    def _fill(self, searched: str) -> None:
        """Offer what has words that begin with every one that is searched for."""
        wanted = _plain(searched).split()
        self.list.clear()
        self._shown = []
        for one in self._offers:
            if wanted and (one.is_heading or one in self._shown):
                continue
            told = f" {_plain(one.words)}"
            if not all(f" {word}" in told for word in wanted):
                continue
            self._shown.append(one)
            item = QListWidgetItem(one.words)
            if one.is_heading:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        if not self._shown:
            nothing = Offer("Không có chỉ tiêu nào như vậy.", is_heading=True)
            self._shown.append(nothing)
            item = QListWidgetItem(nothing.words)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        first = next((n for n, o in enumerate(self._shown) if not o.is_heading), -1)
        self.list.setCurrentRow(first)

    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown) and not self._shown[row].is_heading:
            self.chosen = self._shown[row].meaning
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Arrows move in the list while the search is typed, Esc leaves."""
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent):
            if event.key() in _ARROWS:
                self.list.event(event)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.reject()
                return True
        return super().eventFilter(watched, event)


def _offers(catalogue: Catalogue, column: Column) -> Iterator[Offer]:
    """What is offered: the likely ones, back to the program's own, all the others."""
    likely = outline.candidates(column, Recogniser(catalogue))
    if likely:
        yield Offer("Có thể là", is_heading=True)
    for one in likely:
        yield Offer(naming.meaning(catalogue, one), one)
    if column.is_chosen:
        yield Offer("Như chương trình nhận ra")
    yield Offer("Tất cả chỉ tiêu", is_heading=True)
    for one in naming.meanings(catalogue):
        words = naming.meaning(catalogue, one)
        if words:
            yield Offer("Bỏ cột này" if one == LEFT_OUT else words, one)


def _present(catalogue: Catalogue, column: Column) -> str:
    if column.meaning is None:
        return "cột chưa nhận ra"
    return f"{naming.meaning(catalogue, column.meaning)} ({certainty_words(column)})"


def _plain(text: str) -> str:
    """The text without marks and capitals: "Đúng hạn" is found by "dung han"."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
