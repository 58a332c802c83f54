"""The home screen: where a file is dropped, and the months as cards."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core import resources
from core.store.month import MonthSummary
from ui.home.cards import MonthCard, WorkCard, line
from ui.home.changes import before, newest_first
from ui.theme import Look
from ui.widgets.buttons import Rank, button, set_rank
from ui.widgets.cards import DropArea
from ui.widgets.labels import label

WIDTH = 1120
"""Most room the column takes, in px."""

A_ROW = 4
"""Cards side by side."""

READS = "Đọc được .xlsx, .xls, .xlsb, .ods, .csv và trang web lưu thành tệp."
DROP = ("Kéo tệp Excel vào đây", f"hoặc bấm Mở tệp Excel. {READS}")
DROP_EMPTY = (
    "Chưa có tháng nào",
    f"Kéo tệp Excel vào đây, hoặc bấm Mở tệp Excel. {READS}",
)

SAMPLES = (
    ("Xã Trường Tây", "Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx"),
    ("Huyện Gò Dầu", "Phụ lục 1 - huyện Gò Dầu - tháng 11-2024.xlsx"),
    ("Xã Ea Ktur", "Chỉ số 766 - UBND xã Ea Ktur - 10-10-2026.xlsx"),
)


class HomePage(QScrollArea):
    """Drop area, the month in work, the months done, the samples.

    Signals:
        open_asked: Choose a file.
        new_asked: Begin a month by hand.
        sample_asked: Path of a bundled sample.
        audit_asked: A letter that exists shall be looked over.
        month_asked: Id of a month, and whether its letter is wanted.
        delete_asked: Id of a month.
        paste_asked: A table on the clipboard is to be taken (Ctrl+V).
    """

    open_asked = Signal()
    new_asked = Signal()
    sample_asked = Signal(object)
    audit_asked = Signal()
    month_asked = Signal(str, bool)
    delete_asked = Signal(str)
    paste_asked = Signal()

    def __init__(self, look: Look, clock: Callable[[], datetime]) -> None:
        """Build the empty screen; `show_months` fills it."""
        super().__init__()
        self._look = look
        self._clock = clock
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.drop = self._drop_area()
        self._months = QVBoxLayout()
        self._months.setSpacing(12)
        column = QVBoxLayout()
        column.setContentsMargins(20, 18, 20, 20)
        column.setSpacing(16)
        column.addWidget(self.drop)
        column.addLayout(self._months)
        column.addStretch(1)
        column.addLayout(self._letters())
        column.addLayout(self._samples())
        self.setWidget(self._centred(column))

    def _centred(self, column: QVBoxLayout) -> QWidget:
        inner = QWidget()
        inner.setLayout(column)
        inner.setMaximumWidth(WIDTH + 40)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        return whole

    def _drop_area(self) -> DropArea:
        area = DropArea(self._look, *DROP)
        by_hand = button(self._look, "&Nhập tay một tháng", "pencil")
        by_hand.clicked.connect(self.new_asked)
        self.open = button(self._look, "Mở &tệp Excel…", "folder")
        self.open.clicked.connect(self.open_asked)
        self._filled = self.open
        area.buttons.addWidget(by_hand)
        area.buttons.addWidget(self.open)
        return area

    def _letters(self) -> QHBoxLayout:
        """What can be done without a table."""
        asked = label(self._look, "Có công văn đã gõ bằng Word?", "body", "text2")
        link = button(self._look, "Kiểm tra công văn có sẵn…", rank=Rank.LINK)
        link.clicked.connect(self.audit_asked)
        return line(asked, link)

    def _samples(self) -> QHBoxLayout:
        asked = label(self._look, "Chưa có tệp? Thử với số liệu mẫu:", "body", "text2")
        links: list[QWidget] = [asked]
        for number, (name, file) in enumerate(SAMPLES):
            if number:
                links.append(label(self._look, "·", "body", "text2"))
            link = button(self._look, name, rank=Rank.LINK)
            path = resources.folder() / "samples" / file
            link.clicked.connect(lambda _=False, path=path: self._sample(path))
            links.append(link)
        return line(*links)

    def _sample(self, path: Path) -> None:
        self.sample_asked.emit(path)

    def show_months(self, months: Sequence[MonthSummary]) -> None:
        """Show the kept months: the last touched to go on with, the others by period.

        Args:
            months: The last touched first.
        """
        _clear(self._months)
        self.drop.set_tall(tall=not months)
        self.drop.set_words(*(DROP if months else DROP_EMPTY))
        set_rank(self._look, self.open, Rank.PLAIN if months else Rank.PRIMARY)
        self._filled = self.open
        self.open.setAutoDefault(not months)
        if not months:
            return
        self._months.addWidget(label(self._look, "Làm tiếp", "heading"))
        work = self._work_card(months)
        self._filled = work.onward
        self._months.addWidget(work)
        if len(months) > 1:
            self._months.addSpacing(6)
            self._months.addWidget(label(self._look, "Các tháng đã làm", "heading"))
            self._months.addLayout(self._grid(months))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+V takes the table on the clipboard."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        else:
            super().keyPressEvent(event)

    def focus_filled(self) -> None:
        """Give the keys to the filled button: Enter goes on."""
        self._filled.setFocus()

    def _work_card(self, months: Sequence[MonthSummary]) -> WorkCard:
        month = months[0]
        card = WorkCard(self._look, month, before(month, months), self._clock())
        card.go_on.connect(lambda: self.month_asked.emit(month.id, False))
        card.see_letter.connect(lambda: self.month_asked.emit(month.id, True))
        return card

    def _grid(self, months: Sequence[MonthSummary]) -> QGridLayout:
        """The cards of all months but the first."""
        grid = QGridLayout()
        grid.setSpacing(12)
        named = len({month.title for month in months}) > 1
        for number, month in enumerate(newest_first(months[1:])):
            card = MonthCard(self._look, month, before(month, months), named=named)
            self._connect(card, month.id)
            grid.addWidget(card, *divmod(number, A_ROW))
        for column in range(A_ROW):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 0)
        return grid

    def _connect(self, card: MonthCard, month_id: str) -> None:
        card.pressed.connect(lambda: self.month_asked.emit(month_id, False))
        card.delete_asked.connect(lambda: self.delete_asked.emit(month_id))


def _clear(layout: QVBoxLayout | QGridLayout) -> None:
    """Remove everything from a layout, nested layouts too."""
    while (item := layout.takeAt(0)) is not None:
        widget, nested = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(nested, QVBoxLayout | QGridLayout):
            _clear(nested)
            nested.deleteLater()
