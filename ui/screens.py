"""The screens of an open month, each made when it is first shown."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import rest
from ui.audit.door import AuditDoor
from ui.document import Document
from ui.figures.page import FiguresPage
from ui.tables.view import FiguresView
from ui.tasks import PAUSE, run_aside
from ui.theme import Look

LOADED = 100
"""Ms in which what stands beside the table is loaded aside."""


class Screens(QObject):
    """Figures and letter of the document, in the window's stack.

    Signals:
        place_asked: A cell of the figures is to be shown.
        office_asked: Show the office's details.
        file_asked: Path of a file or folder to open outside.
        told: Words for the status bar.
        result_turned: As of the letter's page.
    """

    place_asked = Signal(object)
    office_asked = Signal()
    file_asked = Signal(object)
    told = Signal(str)
    result_turned = Signal()

    def __init__(self, look: Look, document: Document, stack: QStackedWidget) -> None:
        """Make screens in `stack`."""
        super().__init__(stack)
        self._look = look
        self._document = document
        self._stack = stack
        self._table: FiguresView | None = None
        self._figures: FiguresPage | None = None
        self._has_letter = False
        self._wants_all = self._rehearses = True

    def prepare(self, *, whole: bool = True) -> None:
        """Make the screen that a file is shown on, before there is one to show.

        Its table is made now, the rest piece by piece: all at once would be felt.

        Args:
            whole: Make what stands beside the table, too; else `complete` does.
        """
        if self._figures is None and self._table is None:
            self._wants_all = whole
            self._table = FiguresView(self._look)
            pause = PAUSE if whole else 0  # the table itself is waited for
            QTimer.singleShot(pause, self, lambda: self._prepare_rest(pause))

    def _prepare_rest(self, pause: int) -> None:
        self._make_figures(whole=False)
        if self._wants_all:
            QTimer.singleShot(pause, self, self.complete)
        QTimer.singleShot(pause, self, self._rehearse)

    def complete(self) -> None:
        """Make what stands beside the table, where there is one, loaded aside."""
        self._wants_all = True
        if self._figures is not None:
            run_aside(rest.load_beside)  # holds nothing that the window may end before
            QTimer.singleShot(LOADED, self, self._complete)

    def _complete(self) -> None:
        if self._figures is not None:
            self._figures.complete()

    def _rehearse(self) -> None:
        """Paint the page for nobody: its fonts and icons are there when it is shown."""
        page = self.figures()
        if self._rehearses and not page.isVisible():
            page.grab()

    def spare_rehearsal(self) -> None:
        """Paint nothing for nobody: what is shown comes now; from any thread."""
        self._rehearses = False

    def figures(self) -> FiguresPage:
        """The figures."""
        return self._figures or self._make_figures(whole=self._wants_all)

    def _make_figures(self, *, whole: bool) -> FiguresPage:
        if self._figures is None:
            page = FiguresPage(self._look, self._document, self._table, whole=whole)
            page.status_told.connect(self.told)
            page.fit(self._stack.width())
            self._stack.addWidget(page)
            self._figures = page
        return self._figures

    def letter(self) -> QWidget:
        """The letter; it is loaded when it is first asked for."""
        if not self._has_letter:
            self._make_letter()
        return self._letter

    def _make_letter(self) -> None:
        from ui.letter.page import LetterPage

        page = LetterPage(self._look, self._document)
        page.go_to.connect(self.place_asked)
        page.office_asked.connect(self.office_asked)
        page.open_asked.connect(self.file_asked)
        page.status_told.connect(self.told)
        page.result_turned.connect(self.result_turned)
        page.fit(self._stack.width())
        self._stack.addWidget(page)
        self._letter, self._has_letter = page, True

    def show_gains(self) -> None:
        """Show the ways to more points beside the figures, and let them have the keys."""
        page = self.figures()
        page.complete()
        page.unfold()
        page.side.show_gains()
        page.side.take_keys()

    def show_saved(self, path: Path, letters: AuditDoor) -> None:
        """Say on the letter's page that it was saved to `path`."""
        self.letter()
        self._letter.show_saved(path, letters)

    def step_in_letter(self, *, forward: bool) -> bool:
        """Go to the next or previous finding of the letter, where it is shown."""
        return self._has_letter and self._letter.step(1 if forward else -1)

    def has_filled_button(self) -> bool:
        """Whether the screen that is shown has a filled button of its own."""
        if not self._has_letter or self._letter is not self._stack.currentWidget():
            return False
        return self._letter.has_filled_button()

    def fit(self, width: int) -> None:
        """Fit panels to the window's width."""
        if self._figures is not None:
            self._figures.fit(width)
        if self._has_letter:
            self._letter.fit(width)
