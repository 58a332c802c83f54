"""The home screen: where a file is dropped, and the months as cards."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
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
from ui.theme import Look
from ui.widgets.buttons import Rank, button
from ui.widgets.cards import DropArea
from ui.widgets.labels import label

WIDTH = 1120
"""Most room the column takes, in px."""

A_ROW = 4
"""Cards side by side."""

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
        month_asked: Id of a month, and whether its letter is wanted.
        delete_asked: Id of a month.
    """

    open_asked = Signal()
    new_asked = Signal()
    sample_asked = Signal(object)
    month_asked = Signal(str, bool)
    delete_asked = Signal(str)

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
        text = "hoặc bấm Mở tệp Excel. Đọc được tệp .xlsx và .xlsm."
        area = DropArea(self._look, "Kéo tệp Excel vào đây", text)
        by_hand = button(self._look, "&Nhập tay một tháng", "pencil")
        by_hand.clicked.connect(self.new_asked)
        self.open = button(self._look, "Mở &tệp Excel…", "folder")
        self.open.clicked.connect(self.open_asked)
        area.buttons.addWidget(by_hand)
        area.buttons.addWidget(self.open)
        return area

    def _samples(self) -> QHBoxLayout:
        asked = label(self._look, "Chưa có tệp? Thử với số liệu mẫu:", "body", "text2")
        links: list[QWidget] = [asked]
        for name, file in SAMPLES:
            link = button(self._look, name, rank=Rank.LINK)
            path = resources.folder() / "samples" / file
            link.clicked.connect(lambda _=False, path=path: self._sample(path))
            links.append(link)
        return line(*links)

    def _sample(self, path: Path) -> None:
        self.sample_asked.emit(path)

    def show_months(self, months: Sequence[MonthSummary]) -> None:
        """Show the kept months, the last touched first."""
        _clear(self._months)
        self.drop.set_tall(tall=not months)
        self.open.setProperty("icon_name", "folder")
        if not months:
            told = "Chưa có tháng nào. Kéo tệp Excel vào đây, hoặc bấm Mở tệp Excel."
            self._months.addWidget(label(self._look, told, "body", "text2"))
            return
        first, *others = months
        self._months.addWidget(label(self._look, "Làm tiếp", "heading"))
        self._months.addWidget(self._work_card(first))
        if others:
            self._months.addSpacing(6)
            self._months.addWidget(label(self._look, "Các tháng đã làm", "heading"))
            self._months.addLayout(self._grid(others))

    def _work_card(self, month: MonthSummary) -> WorkCard:
        card = WorkCard(self._look, month, self._clock())
        card.go_on.connect(lambda: self.month_asked.emit(month.id, False))
        card.see_letter.connect(lambda: self.month_asked.emit(month.id, True))
        return card

    def _grid(self, months: Sequence[MonthSummary]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        for number, month in enumerate(months):
            grid.addWidget(self._month_card(month), *divmod(number, A_ROW))
        for column in range(A_ROW):
            grid.setColumnStretch(column, 1)
        return grid

    def _month_card(self, month: MonthSummary) -> MonthCard:
        card = MonthCard(self._look, month)
        card.pressed.connect(lambda: self.month_asked.emit(month.id, False))
        card.delete_asked.connect(lambda: self.delete_asked.emit(month.id))
        return card


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
