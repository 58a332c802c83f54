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
        broke: An exception that is a fault of the program's.
    """

    told = Signal(str)
    worked = Signal(bool)
    open_asked = Signal(object)
    broke = Signal(object)

    def __init__(self, look: Look, document: Document, window: QWidget) -> None:
        """Work for `window`."""
        super().__init__(window)
        self._look, self._document, self._window = look, document, window
        self._is_open = False

    def is_letter(self, path: Path) -> bool:
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
            self.auditing.auditor.cancel()

    def close(self) -> None:
        """Close what is shown and stop what is being done."""
        if self._is_open:
            self.auditing.close()

    def _unlock(self) -> None:
        if self._is_open:
            return
        from ui.audit.flow import Auditing

        self.auditing = auditing = Auditing(self._look, self._document, self._window)
        auditing.told.connect(self.told)
        auditing.worked.connect(self.worked)
        auditing.open_asked.connect(self.open_asked)
        auditing.broke.connect(self.broke)
        self._is_open = True
