"""How a letter comes to be looked over: from the menu, or let go over the window."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.audited_file import AuditedFile
from core.errors import CongVanError
from ui.audit.auditor import Auditor
from ui.audit.window import AuditWindow, figures_of
from ui.dialogs import files
from ui.document import Document
from ui.theme import Look
from ui.widgets.error_dialog import ErrorDialog, Trouble

NEXT = "Công văn trước chưa kiểm tra xong; “{}” được kiểm tra ngay sau đó."
"""Said of a letter that came while another was looked over."""


class Auditing(QObject):
    """Looks letters over, one after another, and shows what was found.

    Signals:
        told: Words for the status bar.
        worked: A letter is being looked over (True), or no longer.
        open_asked: Path of a file to open outside.
        dropped: Path of a file that was let go over what is shown.
        broke: An exception that is a fault of the program's.
    """

    told = Signal(str)
    worked = Signal(bool)
    open_asked = Signal(object)
    dropped = Signal(object)
    broke = Signal(object)

    def __init__(self, look: Look, document: Document, window: QWidget) -> None:
        """Work for `window`."""
        super().__init__(window)
        self._look, self._document, self._window = look, document, window
        self._folder = ""
        self._present = Path()
        self._waiting: list[Path] = []
        self.shown: AuditWindow | None = None
        self.auditor = auditor = Auditor(self)
        auditor.began.connect(self._begun)
        auditor.audited.connect(self._show)
        auditor.failed.connect(self._tell_failure)
        auditor.cancelled.connect(self._tell)
        auditor.broke.connect(self._break)

    def choose(self) -> None:
        """Ask for a letter and look it over."""
        path = files.letter_to_open(self._window, self._folder)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Look a letter over; with the open month where it is of the same period.

        One that comes while another is looked over waits its turn.
        """
        self._folder = str(path.parent)
        if not self.auditor.is_busy:
            self._begin(path)
        elif path != self._present:
            if path not in self._waiting:
                self._waiting.append(path)
            self.told.emit(NEXT.format(path.name))
            self._offer_next()

    def _begin(self, path: Path) -> None:
        self._present = path
        against = figures_of(self._document, only_of_its_period=True)
        self.auditor.audit(path, self._document.today(), against)
        if self.shown is not None:
            self.shown.await_letter(path)
        self._offer_next()

    def _go_on(self) -> None:
        """Look the letter over that waits, unless something is being done."""
        if self._waiting and not self.auditor.is_busy:
            self._begin(self._waiting.pop(0))

    def _offer_next(self) -> None:
        """What is shown does not give way by itself: it names the letter that waits."""
        if self.shown is not None:
            self.shown.offer_next(self._waiting[0].name if self._waiting else "")

    def _begun(self, words: str) -> None:
        if self.shown is None:
            self.told.emit(words)
            self.worked.emit(True)

    def _show(self, file: AuditedFile) -> None:
        self.worked.emit(False)
        if self.shown is not None:  # it hears of it itself
            self.shown.activateWindow()
            return
        self.told.emit(f"Đã kiểm tra “{file.path.name}”: {file.audited.verdict.words}.")
        self.shown = shown = AuditWindow(
            self._look, self._document, self.auditor, self._window
        )
        shown.open_asked.connect(self.open_asked)
        shown.broke.connect(self.broke)
        shown.closed.connect(self._forget)
        shown.next_asked.connect(self._go_on)
        shown.dropped.connect(self.dropped)
        shown.show_file(file)
        self._offer_next()
        shown.show()
        shown.page.setFocus()

    def _forget(self) -> None:
        shown, self.shown = self.shown, None
        if shown is not None:
            self.auditor.rest()
            shown.deleteLater()
            self._go_on()

    def _tell(self, words: str) -> None:
        if self.shown is None:
            self.worked.emit(False)
            self.told.emit(words)
            self._go_on()

    def _tell_failure(self, what: str, error: CongVanError) -> None:
        if self.shown is not None:
            return
        self.worked.emit(False)
        self.told.emit(what)
        trouble = Trouble(
            title=what, why=str(error), steps=error.steps, details=error.detail
        )
        ErrorDialog.show_error(self._look, self._window, trouble)
        self._go_on()

    def _break(self, error: Exception) -> None:
        if self.shown is None:
            self.worked.emit(False)
            self.broke.emit(error)
            self._go_on()

    def cancel(self) -> None:
        """Stop what is being done, and what waits for it."""
        self._waiting.clear()
        self.auditor.cancel()

    def close(self) -> None:
        """Close the window, stop what is being done, and let the child go."""
        self._waiting.clear()
        if self.shown is not None:
            self.shown.close()
        self.auditor.close()
