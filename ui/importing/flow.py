"""How a file that must be looked at comes in: window, month that is kept, clipboard."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from core.catalogue import Catalogue, suited
from core.importing.asked import Pasted
from core.importing.comparing import Difference
from core.report import Report
from ui.dialogs import files
from ui.document import Document
from ui.importing.outcomes import Looking, Overlap
from ui.importing.session import Origin, Session
from ui.opening import Opener
from ui.theme import Look
from ui.widgets.error_dialog import ErrorDialog, Trouble
from ui.widgets.tones import Tone

_SHOW = 1
"""The button of the dialog that leads to the window all the same."""

_REPLACE, _APART = 1, 2
"""The buttons of the dialog about figures that would be gone."""


class Importing(QObject):
    """Shows the import window where a file asks for it, and takes what comes of it.

    Signals:
        told: Words for the status bar.
        broke: An exception that is a fault of the program's.
    """

    told = Signal(str)
    broke = Signal(object)

    def __init__(
        self,
        look: Look,
        document: Document,
        opener: Opener,
        window: QWidget,
        now: Callable[[], datetime],
    ) -> None:
        """Work for `window`."""
        super().__init__(window)
        self._look = look
        self._document = document
        self._opener = opener
        self._window = window
        self._now = now
        self.shown: QDialog | None = None

    # ------------------------------------------------------------------ ways to begin

    def choose(self, folder: str) -> None:
        """Ask for a file and show how it is recognised."""
        path = files.table_to_open(self._window, folder)
        if path is not None:
            self.look_at(Origin(path))

    def look_at(self, origin: Origin) -> None:
        """Show how a file is recognised."""
        self._opener.look_at(origin)

    def again(self) -> None:
        """Show how the open month's file is recognised; what is decided goes into it."""
        document = self._document
        source = document.report.source
        if source is None or document.month_id is None:
            self.told.emit("Tháng này nhập bằng tay, không có tệp để nhận dạng lại.")
            return
        path = self._opener.path_of(source.file)
        if path is None:
            self.told.emit(f"Chọn lại tệp “{source.file}” để nhận dạng lại.")
            path = files.table_to_open(self._window, "")
        if path is not None:
            self._opener.look_at(Origin(path), document.month_id)

    def paste(self) -> None:
        """Show how the table on the clipboard is recognised."""
        data: QMimeData | None = QApplication.clipboard().mimeData()
        text = data.text() if data is not None and data.hasText() else ""
        page = data.html() if data is not None and data.hasHtml() else ""
        if not text.strip() and not page.strip():
            self.told.emit(
                "Chưa có bảng nào để dán. Chép bảng trên trang web rồi bấm Ctrl+V."
            )
            return
        from core.importing.books import pasted

        self.look_at(Origin(Path(pasted.SOURCE), Pasted(text, page)))

    # --------------------------------------------------------------------- the window

    def ask(self, looking: Looking) -> None:
        """Show the file in the window.

        Where no table is recognised in a file that was only to be opened, that is said
        first.
        """
        is_lost = not looking.recognised.opened.has_table
        if is_lost and not looking.is_wanted and not self._may_show(looking):
            return
        from ui.importing.window import ImportWindow  # only where a file asks for it

        asked = looking.recognised
        catalogue = suited(self._document.editions, asked.opened.report.period)
        session = Session(self._opener, catalogue, looking.origin, asked)
        window = ImportWindow(self._look, self._window, session)
        window.taken.connect(
            lambda report: self._take(
                looking, session, report, keep=window.remember.isChecked()
            )
        )
        window.broke.connect(self.broke)
        window.finished.connect(self._close)
        self.shown = window
        window.open()

    def _may_show(self, looking: Looking) -> bool:
        from core.importing import refusals

        refusal = refusals.no_table(looking.origin.name)
        trouble = Trouble(
            title=f"Chưa mở được “{looking.origin.name}”",
            why=str(refusal),
            steps=refusal.steps,
            details=refusal.detail,
            buttons=("Đóng", "Chỉ &dòng tiêu đề…"),
        )
        return ErrorDialog.show_error(self._look, self._window, trouble) == _SHOW

    def _take(
        self, looking: Looking, session: Session, report: Report, *, keep: bool
    ) -> None:
        kept = session.choices if keep else None
        self._opener.keep_layout(session.recognised.opened.layout, kept)
        self._opener.take(looking, report)

    def _close(self) -> None:
        if self.shown is not None:
            self.shown.deleteLater()
        self.shown = None
        self.told.emit("")

    # ---------------------------------------------------------------- a month is kept

    def settle(self, over: Overlap) -> None:
        """Put a file over a kept month; what would be lost of it is asked about."""
        from ui.importing.differences import is_asked

        if over.found is None:
            self._replace(over)
        elif any(is_asked(one) for one in over.found):
            self._compare(over, over.found)
        else:
            self._opener.settle(over, {}, self._now())

    def _replace(self, over: Overlap) -> None:
        """Let the file take the place of figures that nobody has edited."""
        from ui.importing import words

        answer = _REPLACE
        if (over.lost or over.units) and not over.is_same_file:
            trouble = Trouble(
                title=f"Tệp mới thiếu số liệu đang có của {over.period}",
                why=words.lost(over, self._edition_of(over)),
                buttons=("&Hủy", "&Thay theo tệp mới", "Để thành tháng &riêng"),
                tone=Tone.WARNING,
            )
            answer = ErrorDialog.show_error(self._look, self._window, trouble)
        if answer == _REPLACE:
            self._opener.settle(over, {}, self._now())
        elif answer == _APART:
            self._opener.open_apart(over)
        else:
            self.told.emit("Chưa đưa gì vào bảng.")

    def _edition_of(self, over: Overlap) -> Catalogue:
        """The edition of the index that the kept month goes by."""
        return suited(self._document.editions, over.month.work.report.period)

    def _compare(self, over: Overlap, found: tuple[Difference, ...]) -> None:
        """Show where the file differs from what was edited by hand."""
        from ui.importing.overlap import OverlapDialog

        dialog = OverlapDialog(
            self._look,
            self._window,
            self._edition_of(over),
            over.month.work.report,
            found,
            over.period,
        )
        taken = bool(dialog.exec())
        dialog.deleteLater()
        if not taken:
            self.told.emit("Chưa đưa gì vào bảng.")
        elif dialog.is_apart:
            self._opener.open_apart(over)
        else:
            self._opener.settle(over, dialog.sides, self._now())
