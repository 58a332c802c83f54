"""The way to looking letters over; what it needs is loaded when the first one comes."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.document import Document
from ui.theme import Look

LETTERS = (".docx", ".docm", ".doc", ".rtf")
"""Endings of files that are letters, not tables."""


class AuditDoor(QObject):
    """Has letters looked over.

    Signals:
        told: Words for the status bar.
        worked: A letter is being looked over (True), or no longer.
        open_asked: Path of a file to open outside.
        dropped: Path of a file that was let go over a letter that is shown.
        judged: An `AuditedFile`: a letter just saved, looked over.
        not_judged: Path of a letter just saved, and why it was not looked over.
        broke: An exception that is a fault of the program's.
    """

    told = Signal(str)
    worked = Signal(bool)
    open_asked = Signal(object)
    dropped = Signal(object)
    judged = Signal(object)
    not_judged = Signal(object, str)
    broke = Signal(object)

    def __init__(self, look: Look, document: Document, window: QWidget) -> None:
        """Work for `window`."""
        super().__init__(window)
        self._look, self._document, self._window = look, document, window
        self._is_open = self._has_judge = False

    def takes(self, path: Path) -> bool:
        """Whether a file is to be looked over rather than opened as a table."""
        return path.suffix.lower() in LETTERS

    def choose(self) -> None:
        """Ask for a letter and look it over."""
        self._unlock()
        self.auditing.choose()

    def open(self, path: Path) -> None:
        """Look a letter over."""
        self._unlock()
        self.auditing.open(path)

    @property
    def is_busy(self) -> bool:
        """Whether a letter is being looked over."""
        return self._is_open and self.auditing.auditor.is_busy

    def cancel(self) -> None:
        """Stop looking a letter over, where that is going on."""
        if self.is_busy:
            self.auditing.cancel()

    def judge(self, path: Path) -> None:
        """Look a letter of the open month over that was saved just now."""
        from ui.audit.auditor import Auditor
        from ui.audit.window import figures_of

        if not self._has_judge:
            self._has_judge = True
            self._judge = judge = Auditor(self)
            judge.audited.connect(self._tell_judged)
            judge.failed.connect(lambda _what, error: self._tell_not(str(error)))
            judge.cancelled.connect(self._tell_not)
            judge.broke.connect(self.broke)
        self._judging = path
        document = self._document
        self._judge.audit(path, document.today(), figures_of(document))

    def _tell_judged(self, file: object) -> None:
        self._judge.rest()
        self.judged.emit(file)

    def _tell_not(self, why: str) -> None:
        self.not_judged.emit(self._judging, why)

    def close(self) -> None:
        """Close what is shown and stop what is being done."""
        if self._is_open:
            self.auditing.close()
        if self._has_judge:
            self._judge.close()

    def _unlock(self) -> None:
        if self._is_open:
            return
        from ui.audit.flow import Auditing

        self.auditing = auditing = Auditing(self._look, self._document, self._window)
        auditing.told.connect(self.told)
        auditing.worked.connect(self.worked)
        auditing.open_asked.connect(self.open_asked)
        auditing.dropped.connect(self.dropped)
        auditing.broke.connect(self.broke)
        self._is_open = True
