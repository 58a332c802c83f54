"""The window “Kiểm tra công văn”: the letter at left, what was found in it at right."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.audited_file import Against, AuditedFile
from core.errors import CongVanError
from core.long_paths import extended
from core.rules.registry import Finding
from core.summary_of_audit import comments
from ui.audit import words
from ui.audit.auditor import Auditor
from ui.audit.page import PaperView
from ui.audit.panel import NARROW_PANEL, WIDE_PANEL, AuditPanel
from ui.dialogs import files
from ui.document import Document
from ui.drop_target import DropTarget
from ui.home.titles import period_title
from ui.theme import Look
from ui.widgets.bars import MessageBar, ThinProgress
from ui.widgets.buttons import button, set_available
from ui.widgets.error_dialog import ErrorDialog, Trouble
from ui.widgets.labels import label, rule, surface
from ui.widgets.tones import Tone

SMALLEST = QSize(1024, 530)
FIRST = QSize(1366, 690)
_WIDE = 1200

CHANGED = "Tệp đã được sửa sau lần kiểm tra này."
OTHER_FIGURES = "Số liệu của tháng đã đổi sau lần kiểm tra này."
_ABOUT_FIGURES = "Điểm này về số liệu, không thuộc dòng nào của công văn."


class AuditWindow(DropTarget):
    """Shows a letter that was looked over; looks it over again where that is asked.

    Signals:
        open_asked: Path of a file to open outside.
        broke: An exception that is a fault of the program's.
        closed: The window is closed.
        next_asked: The letter that waits is wanted.
    """

    open_asked = Signal(object)
    broke = Signal(object)
    closed = Signal()
    next_asked = Signal()

    def __init__(
        self, look: Look, document: Document, auditor: Auditor, parent: QWidget
    ) -> None:
        """Show nothing yet."""
        super().__init__(parent, Qt.WindowType.Window)
        self._look, self._document, self._auditor = look, document, auditor
        self._file: AuditedFile | None = None
        self._next = ""
        self._offered: Callable[[], None] = self.look_again
        self.page = PaperView(look)
        self.panel = AuditPanel(look)
        self.bar = MessageBar(look)
        self.again = button(look, "&Kiểm tra lại", "refresh")
        self.copy = button(look, "&Lưu bản có chú thích…", "download")
        self.told = label(look, "", "body", "text2")
        self._put_together()
        self._connect()
        self.setMinimumSize(SMALLEST)
        size = parent.window().size() if parent.isVisible() else FIRST
        self.resize(size.expandedTo(SMALLEST))
        self._fit()

    def _put_together(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._tool_bar())
        left.addWidget(rule())
        left.addWidget(self.page, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(left, 1)
        middle.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(middle, 1)
        self.progress = ThinProgress(self._look, self.bar)

    def _tool_bar(self) -> QWidget:
        bar = surface()
        bar.setFixedHeight(self._look.theme.metrics.tool_bar)
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self.told, 1)
        row.addWidget(self.again)
        row.addWidget(self.copy)
        return bar

    def _connect(self) -> None:
        panel, auditor = self.panel, self._auditor
        panel.chosen.connect(self._show_finding)
        panel.filtered.connect(self.page.show_findings)
        panel.compared.connect(self._compare)
        panel.word_asked.connect(self._open_in_word)
        self.page.chosen.connect(panel.choose)
        self.again.clicked.connect(self.look_again)
        self.copy.clicked.connect(self.save_copy)
        self.bar.acted.connect(self._take_offer)
        self._document.judged.connect(self._follow_figures)
        self._document.opened.connect(self._follow_month)
        auditor.audited.connect(self.show_file)
        auditor.commented.connect(self._tell_copy)
        auditor.looked_up.connect(self._follow_file)
        auditor.failed.connect(self._tell_failure)
        auditor.cancelled.connect(self._tell)
        auditor.broke.connect(self._break)
        for keys, act in (
            ("F8", lambda: panel.step(1)),
            ("Shift+F8", lambda: panel.step(-1)),
            ("F5", self.look_again),
            ("Ctrl+W", self.close),
        ):
            QShortcut(QKeySequence(keys), self, act)

    # ------------------------------------------------------------------- what it shows

    def show_file(self, file: AuditedFile) -> None:
        """Show what was found in a letter."""
        self.progress.finish()
        self.bar.clear()
        self.offer_next(self._next)
        self._file = file
        self.setWindowTitle(f"Kiểm tra công văn – {file.path.name} – Công văn 766")
        audited = file.audited
        report = self._document.report if file.is_compared else audited.paper.stated
        findings = words.reading_order(audited.checked.open)
        self.page.show_paper(audited.paper, findings)
        self.panel.show_file(file, findings, self._document.catalogue, report)
        self._follow_month()
        none = "" if findings else "Không có điểm nào để ghi chú thích."
        set_available(self.copy, none)
        self.told.setText("Bấm dấu ở lề phải để xem điểm cần xem." if findings else "")

    def await_letter(self, path: Path) -> None:
        """Say that another letter is being looked over; `show_file` follows."""
        self.progress.start()
        self.told.setText(f"Đang kiểm tra “{path.name}”…")

    def offer_next(self, name: str) -> None:
        """Offer the letter that waits to be looked over; an empty name: none does."""
        if name:
            self._offered = self.next_asked.emit
            told = f"“{name}” đang chờ kiểm tra."
            self.bar.show_message(Tone.HINT, told, "Kiểm tra tiếp")
        elif self._next:
            self.bar.clear()
        self._next = name

    def _show_finding(self, finding: Finding) -> None:
        self.page.show_finding(finding)
        self.told.setText("" if finding.line is not None else _ABOUT_FIGURES)
        if finding.line is None and finding.place is None:
            self.told.setText("Điểm này về cả công văn.")

    def _follow_month(self) -> None:
        """Say which month stands in the other window."""
        document, file = self._document, self._file
        title = ""
        if document.is_open:
            period = document.report.period
            title = period_title(period.code if period else "")
        self.panel.show_month(title, is_compared=file is not None and file.is_compared)

    def _follow_figures(self) -> None:
        if self._file is not None and self._file.is_compared:
            self._offer_again(OTHER_FIGURES)

    def _follow_file(self, path: Path, changed: float | None) -> None:
        """Say that the file was changed, as by Word, since it was looked at."""
        file = self._file
        if file is None or path != file.path or changed in (None, file.changed):
            return
        self._offer_again(CHANGED)

    def _offer_again(self, why: str) -> None:
        self._offered = self.look_again
        self.bar.show_message(Tone.WARNING, why, "Kiểm tra lại")

    # -------------------------------------------------------------------- what it does

    def _take_offer(self) -> None:
        self._offered()

    def look_again(self) -> None:
        """Look the file over as it is now."""
        if self._file is not None:
            self._look_over(compared=self._file.is_compared)

    def _compare(self, compared: bool) -> None:
        self._look_over(compared=compared)

    def _look_over(self, *, compared: bool) -> None:
        file, document = self._file, self._document
        if file is None or self._auditor.is_busy:
            return
        self.progress.start()
        against = figures_of(document) if compared else None
        self._auditor.audit(file.path, document.today(), against)

    def save_copy(self) -> None:
        """Ask where a copy with comments goes, and write it."""
        file = self._file
        if file is None or self._auditor.is_busy:
            return
        name = f"{file.path.stem} - chú thích.docx"
        target = files.copy_to_save(self, file.path.with_name(name))
        if target is None:
            return
        if is_same(target, file.path):
            trouble = Trouble(
                title="Chưa lưu bản có chú thích",
                why="Bản có chú thích phải là tệp khác, để tệp gốc giữ nguyên.",
                steps=("Chọn một tên khác.",),
            )
            ErrorDialog.show_error(self._look, self, trouble)
            return
        self.progress.start()
        self._auditor.comment(file, tuple(comments(file.audited)), target)

    def _tell_copy(self, path: Path) -> None:
        self.progress.finish()
        self._offered = lambda: self.open_asked.emit(path)
        told = f"Đã lưu bản có chú thích “{path.name}”; tệp gốc giữ nguyên."
        self.bar.show_message(Tone.OK, told, "Mở bản có chú thích")

    def _open_in_word(self) -> None:
        if self._file is not None:
            self.open_asked.emit(self._file.path)

    def _tell(self, told: str) -> None:
        self.progress.finish()
        self.told.setText(told)

    def _tell_failure(self, what: str, error: CongVanError) -> None:
        self._tell(what)
        self._follow_month()  # the tick stays as the letter is shown
        trouble = Trouble(
            title=what, why=str(error), steps=error.steps, details=error.detail
        )
        ErrorDialog.show_error(self._look, self, trouble)

    def _break(self, error: Exception) -> None:
        self._tell("")
        self._follow_month()
        self.broke.emit(error)

    # ---------------------------------------------------------------- Qt's own events

    def _fit(self) -> None:
        wide = self.width() >= _WIDE
        self.panel.setFixedWidth(WIDE_PANEL if wide else NARROW_PANEL)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the panel to the window's width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever comes back from Word is told that the file was changed."""
        super().changeEvent(event)
        is_back = event.type() is QEvent.Type.ActivationChange
        if is_back and self.isActiveWindow() and self._file is not None:
            self._auditor.look_up(self._file.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc stops what is being done, else closes."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._auditor.is_busy:
            self._auditor.cancel()
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is lost: the letter is only read."""
        super().closeEvent(event)
        self.closed.emit()


def figures_of(
    document: Document, *, only_of_its_period: bool = False
) -> Against | None:
    """The open month, to compare a letter with; None where none is open."""
    if not document.is_open:
        return None
    return Against(
        document.report, document.profile, document.previous, only_of_its_period
    )


def is_same(one: Path, other: Path) -> bool:
    """Whether both are one file."""
    try:
        return extended(one).samefile(extended(other))
    except OSError:  # one of them is not there yet
        return False
