"""The window “Nhận dạng tệp”: the sheet as it is, what it leaves open, what is decided."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from core.errors import CongVanError
from core.importing.choosing.choices import LEFT_OUT, TableKey
from core.importing.choosing.questions import Question
from core.importing.grid import Spot
from core.importing.opened import Column, FoundTable
from core.report import Report
from ui.importing import words
from ui.importing.column_choice import ColumnChoice
from ui.importing.panel import Panel
from ui.importing.sample import SampleDialog
from ui.importing.session import Session
from ui.importing.sheets import SheetPane
from ui.importing.spots import place_spot
from ui.theme import Look
from ui.widgets.bars import MessageBar, ThinProgress
from ui.widgets.buttons import Rank, button, set_available
from ui.widgets.chooser import TickBox
from ui.widgets.labels import label, rule, surface
from ui.widgets.tones import Tone

SMALLEST = QSize(1024, 530)
FIRST = QSize(1366, 690)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BUSY = "Đang đọc lại tệp, xong ngay."


class ImportWindow(QDialog):
    """Shows a file as recognised; closes once its report is made, or on Hủy.

    Signals:
        taken: The report with all that was decided.
        broke: An exception that is a fault of the program's.
    """

    taken = Signal(object)
    broke = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None, session: Session) -> None:
        """Show the session's file."""
        super().__init__(parent)
        self._look = look
        self.session = session
        session.setParent(self)
        self.setWindowTitle("Nhận dạng tệp – Công văn 766")
        self.setWindowFlags(Qt.WindowType.Window)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAccessibleName(f"Nhận dạng tệp {session.origin.name}")
        self.bar = MessageBar(look)
        self.sheets = SheetPane(look, session)
        self.panel = Panel(look, session)
        self._put_together()
        self.setMinimumSize(SMALLEST)
        self._connect()
        self.resize(self._first_size())
        self.panel.fit(self.width())
        self._begin()

    def _put_together(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sheets, 1)
        middle.addWidget(rule(upright=True))
        middle.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(middle, 1)
        column.addWidget(self._foot())
        self.progress = ThinProgress(self._look, self.bar)

    def _foot(self) -> QWidget:
        foot = surface("footer")
        self.remember = TickBox(self._look, "Tệp cùng &mẫu lần sau: đọc như lần này")
        self.remember.setChecked(True)
        if self.session.origin.pasted is not None:
            self.remember.setText("Bảng cùng &mẫu lần sau: đọc như lần này")
        self.told = label(self._look, "", "secondary", "text2")
        cancel = button(self._look, "&Hủy")
        cancel.clicked.connect(self.reject)
        self.done_button = button(self._look, "Đưa vào &bảng", rank=Rank.PRIMARY)
        self.done_button.clicked.connect(self.session.decide)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        row.addWidget(self.remember)
        row.addStretch(1)
        row.addWidget(self.told)
        row.addSpacing(6)
        row.addWidget(cancel)
        row.addWidget(self.done_button)
        return foot

    def _connect(self) -> None:
        session, panel = self.session, self.panel
        session.worked.connect(self._show_work)
        session.failed.connect(self._tell)
        session.broke.connect(self.broke)
        session.decided.connect(self._take)
        session.recognised_anew.connect(self._follow)
        session.answered.connect(self._follow)
        panel.question_shown.connect(self._show_question)
        panel.table_shown.connect(self._show_table)
        panel.column_asked.connect(self.ask_column)
        panel.sample_asked.connect(self.send_sample)
        self.sheets.column_asked.connect(self._ask_number)

    def _first_size(self) -> QSize:
        parent = self.parentWidget()
        size = FIRST if parent is None else parent.window().size()
        return size.boundedTo(self.screen().availableGeometry().size())

    def _begin(self) -> None:
        """Stand at the first question, else at the sheet."""
        self._follow()
        first = self.panel.first_open()
        if first is not None:
            self.panel.focus_question(first)
            return
        session = self.session
        near = words.open_columns(session.recognised.opened, session.catalogue)
        if near:
            table, column = near[0]
            self.sheets.show_spot(
                table.key.sheet, Spot(table.header[-1], column.number)
            )
        self.sheets.view.setFocus()

    # ----------------------------------------------------------------------- following

    def _follow(self) -> None:
        still = any(self.session.is_open(one) for one in self.session.questions)
        why = words.missing(self.session.recognised.opened)
        self.told.setText(why or (words.UNSURE if still else ""))
        set_available(self.done_button, why)

    def _show_work(self, working: bool) -> None:
        if working:
            self.bar.clear()
            self.progress.start()
            set_available(self.done_button, _BUSY)
        else:
            self.progress.finish()
            self._follow()

    def _tell(self, error: CongVanError) -> None:
        self.bar.show_message(Tone.ERROR, str(error))

    def _show_question(self, question: Question) -> None:
        report = self.session.recognised.opened.report
        found = place_spot(report, question.places[0])
        if found is not None:
            self.sheets.show_spot(*found)

    def _show_table(self, key: TableKey) -> None:
        self.sheets.show_spot(key.sheet, Spot(key.row, 1))

    # ------------------------------------------------------------------------- columns

    def _ask_number(self, number: int) -> None:
        """Ask what a column of the shown sheet holds, in the table at the cursor."""
        rows = self.sheets.view.rows
        table = rows.table(self.sheets.view.heads.row)
        if table is None:
            return
        column = table.column(number)
        if column is None:
            from core.importing.recognition.recognise import Certainty

            column = Column(number, (), None, Certainty.UNKNOWN)
        self.ask_column(table, column)

    def ask_column(self, table: FoundTable, column: Column) -> None:
        """Ask what a column holds; what is chosen is read at once."""
        self.sheets.show_spot(table.key.sheet, Spot(table.header[-1], column.number))
        dialog = ColumnChoice(self._look, self, self.session.catalogue, column)
        taken = bool(dialog.exec())
        chosen = dialog.chosen
        dialog.deleteLater()
        if not taken:
            return
        if chosen == LEFT_OUT:
            self.session.leave_out(table.key, column.number)
        elif chosen is None or chosen != column.meaning or not column.is_chosen:
            self.session.set_column(table.key, column.number, chosen)

    def send_sample(self) -> None:
        """Show what the file of headers holds, and save it where that is wanted."""
        session = self.session
        dialog = SampleDialog(
            self._look, self, session.recognised.opened, session.catalogue
        )
        dialog.exec()
        dialog.deleteLater()

    # ---------------------------------------------------------------------------- end

    def _take(self, report: Report) -> None:
        self.taken.emit(report)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """1, 2 … answer, Enter goes on, Esc leaves."""
        number = event.key() - Qt.Key.Key_1
        if event.key() in _ENTER:
            self._enter()
        elif 0 <= number < 9 and self.panel.answer_current(number):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.reject()
        else:
            event.ignore()

    def _enter(self) -> None:
        """Press the button that has the focus, else go to the next question."""
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and not focused.isCheckable():
            focused.click()
        elif not self.panel.go_on():
            self.done_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Only now is it known how much of the sheet is seen."""
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self.sheets.view, self.sheets.view.show_from_start)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the panel to the window's width."""
        super().resizeEvent(event)
        self.panel.fit(self.width())
