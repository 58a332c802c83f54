"""The left side of the import window: which sheet, the sheet itself, its legend."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.importing.grid import Spot
from core.importing.opened import Sheet
from ui.importing import words
from ui.importing.legend import Legend
from ui.importing.session import Session
from ui.importing.sheet_view import SheetView
from ui.importing.spots import asked_spots
from ui.theme import Look
from ui.widgets.bars import MessageBar
from ui.widgets.buttons import Rank, button
from ui.widgets.chooser import DropList, TickBox
from ui.widgets.labels import label, rule, surface
from ui.widgets.tones import Tone

_CHOOSE = (
    "Bấm vào các dòng là tiêu đề (bàn phím: mũi tên rồi phím cách), sau đó bấm Xong."
)


class HeaderBar(QWidget):
    """Says how header rows are chosen, with the ways to end it.

    Signals:
        done: Read with the rows that are marked.
        dropped: Change nothing.
        own_asked: Read as the program finds it.
    """

    done = Signal()
    dropped = Signal()
    own_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Hidden until rows are chosen."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        told = label(look, _CHOOSE, wrap=True)
        own = button(look, "&Như chương trình tìm", small=True)
        cancel = button(look, "Th&ôi", small=True)
        self.finish = button(look, "&Xong", small=True)
        for made, signal in (
            (own, self.own_asked),
            (cancel, self.dropped),
            (self.finish, self.done),
        ):
            made.clicked.connect(signal)
        row.addWidget(told, 1)
        for made in (own, cancel, self.finish):
            row.addWidget(made)
        self.hide()


class SheetPane(QWidget):
    """A sheet of the file as recognised, and what can be said of it.

    Signals:
        column_asked: Number of a column of the shown sheet.
    """

    column_asked = Signal(int)

    def __init__(self, look: Look, session: Session) -> None:
        """Show the first sheet that is read."""
        super().__init__()
        self._look = look
        self._session = session
        self._sheet = self._first()
        self.view = SheetView(look, session.catalogue, self._sheet, self)
        self.view.column_asked.connect(self.column_asked)
        self.view.row_asked.connect(self._turn_row)
        self.view.choosing_ended.connect(self._end_choosing)
        self.hidden_bar = MessageBar(look)
        self.hidden_bar.acted.connect(self._turn_hidden)
        self.header_bar = HeaderBar(look)
        self.header_bar.done.connect(lambda: self._end_choosing(True))
        self.header_bar.dropped.connect(lambda: self._end_choosing(False))
        self.header_bar.own_asked.connect(self._own_header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(rule())
        column.addWidget(self.hidden_bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.header_bar)  # below, so that no row moves under a click
        column.addWidget(rule())
        column.addWidget(self._foot())
        session.recognised_anew.connect(self.refresh)
        session.answered.connect(self._mark_asked)
        self.refresh()

    def _head(self) -> QWidget:
        ground = surface()
        name = label(self._look, "", "heading")
        name.setToolTip(self._session.origin.name)
        name.setMinimumWidth(120)
        self._name = name
        kept = "Chương trình chỉ đọc, không sửa tệp gốc."
        if self._session.origin.pasted is not None:
            kept = "Bảng vừa dán; chưa đưa vào tháng nào."
        words_box = QVBoxLayout()
        words_box.setSpacing(0)
        words_box.addWidget(name)
        words_box.addWidget(label(self._look, kept, "secondary", "text2"))
        self.take = TickBox(self._look, "Đọc t&rang này")
        self.take.clicked.connect(self._turn_taken)
        caption = label(self._look, "&Trang", "body", "text2")
        self.sheets = DropList(self._look, "Trang")
        self.sheets.setMinimumWidth(120)
        self.sheets.setMaximumWidth(240)
        self.sheets.activated.connect(self._choose_sheet)
        caption.setBuddy(self.sheets)
        row = QHBoxLayout(ground)
        row.setContentsMargins(16, 9, 14, 9)
        row.setSpacing(10)
        row.addLayout(words_box, 1)
        row.addWidget(self.take)
        row.addWidget(caption)
        row.addWidget(self.sheets)
        return ground

    def _foot(self) -> QWidget:
        ground = surface()
        self.legend = Legend(self._look)
        self.rechoose = button(self._look, "Chọn lại &dòng tiêu đề", rank=Rank.LINK)
        self.rechoose.clicked.connect(self.choose_header)
        row = QHBoxLayout(ground)
        row.setContentsMargins(16, 2, 12, 2)
        row.addWidget(self.legend, 1)
        row.addWidget(self.rechoose)
        return ground

    # --------------------------------------------------------------------- what is shown

    @property
    def sheet(self) -> Sheet:
        """The sheet that is shown."""
        return self._sheet

    def _first(self) -> Sheet:
        sheets = self._session.recognised.opened.sheets
        read = (s for s in sheets if any(table.is_read for table in s.tables))
        return next(read, next((s for s in sheets if s.is_taken), sheets[0]))

    def refresh(self) -> None:
        """Show the file as it was read last; the sheet stays the one that is shown."""
        opened = self._session.recognised.opened
        self._sheet = opened.sheet(self._sheet.name) or self._first()
        self._elide()
        self.sheets.clear()
        self.sheets.addItems([_sheet_words(one) for one in opened.sheets])
        names = [one.name for one in opened.sheets]
        self.sheets.setCurrentIndex(names.index(self._sheet.name))
        self.take.setVisible(len(names) > 1)
        self.take.setChecked(self._sheet.is_taken)
        self._show_hidden()
        self.view.show_sheet(self._sheet)
        self._mark_asked()

    def _elide(self) -> None:
        _elide(self._name, self._session.origin.name)

    def show_spot(self, sheet: str, spot: Spot) -> None:
        """Show a cell, on its sheet."""
        self.show_named(sheet)
        if spot.row and spot.column:
            self.view.go_to(spot)

    def show_named(self, sheet: str) -> None:
        """Show the sheet of that name."""
        if sheet != self._sheet.name:
            found = self._session.recognised.opened.sheet(sheet)
            if found is not None:
                self._sheet = found
                self.refresh()

    def _choose_sheet(self, number: int) -> None:
        self.show_named(self._session.recognised.opened.sheets[number].name)

    def _mark_asked(self) -> None:
        session = self._session
        still, answered = asked_spots(session, self._sheet.name)
        self.view.rows.show_asked(still, answered)
        self.view.make_room(still.items())
        self.legend.show_entries(words.legend(self._sheet, is_asked=bool(still)))

    def _show_hidden(self) -> None:
        session = self._session
        told = words.hidden(session.recognised.opened)
        if session.choices.hidden:
            self.hidden_bar.show_message(
                Tone.HINT, "Đã đưa cả phần bị ẩn trong tệp.", "&Bỏ phần ẩn"
            )
        elif told:
            act = "Đưa cả &phần ẩn"
            if "trang" not in told and "cột" not in told:
                act = "Đưa cả &dòng ẩn"
            self.hidden_bar.show_message(
                Tone.HINT, f"Tệp có {told}, chưa đưa vào.", act
            )
        else:
            self.hidden_bar.clear()

    # --------------------------------------------------------------------- what it does

    def _turn_hidden(self) -> None:
        self._session.set_hidden(hidden=not self._session.choices.hidden)

    def _turn_taken(self) -> None:
        self._session.take_sheet(self._sheet.name, taken=self.take.isChecked())

    def choose_header(self) -> None:
        """Let rows be marked as the header."""
        table = self.view.rows.table(self.view.currentIndex().row() + 1)
        self.view.mark_header(() if table is None else table.header)
        self.header_bar.show()
        self.rechoose.setEnabled(False)
        if not self.view.currentIndex().isValid():
            self.view.go_to(Spot(1, 1))
        self.view.setFocus()

    def _turn_row(self, row: int) -> None:
        marked = set(self.view.rows.marked or ())
        self.view.mark_header(marked ^ {row})

    def _end_choosing(self, done: bool) -> None:
        rows = self.view.rows.marked
        self._close_choosing()
        if done and rows:
            self._session.set_header(self._sheet.name, rows)

    def _own_header(self) -> None:
        self._close_choosing()
        self._session.set_header(self._sheet.name, ())

    def _close_choosing(self) -> None:
        self.view.mark_header(None)
        self.header_bar.hide()
        self.rechoose.setEnabled(True)
        self.view.setFocus()


def _sheet_words(sheet: Sheet) -> str:
    """A sheet's name, and that it is hidden or not read."""
    if sheet.is_hidden:
        return f"{sheet.name} (ẩn)"
    return sheet.name if sheet.is_taken else f"{sheet.name} (không đọc)"


def _elide(made: QLabel, text: str) -> None:
    """Show the text, cut in the middle where it is very long."""
    metrics = made.fontMetrics()
    made.setText(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, 520))
