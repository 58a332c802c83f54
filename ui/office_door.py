"""The way to the office's details and its tables; the dialogs are loaded when asked for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from core import offices
from core.errors import CongVanError
from core.frozen import replace
from core.office import OfficeProfile
from ui.commands import Commands
from ui.document import Document
from ui.theme import Look


class OfficeDoor(QObject):
    """Shows the office's details and tables; what is kept is used from then on.

    Signals:
        told: Words for the status bar.
        stopped: What did not happen, and the error that says why.
    """

    told = Signal(str)
    stopped = Signal(str, object)

    def __init__(self, look: Look, document: Document, window: QWidget) -> None:
        """Work for `window`."""
        super().__init__(window)
        self._look, self._document, self._window = look, document, window

    def acts(
        self, commands: Commands
    ) -> tuple[tuple[QAction, Callable[[], None]], ...]:
        """The commands carried out here."""
        return (
            (commands.office, self.edit),
            (commands.targets, self.edit_targets),
            (commands.tasks, self.edit_tasks),
            (commands.days_off, self.edit_days_off),
            (commands.words, self.edit_words),
            (commands.rules, self.show_rules),
        )

    def edit(self) -> None:
        """Show the office's details."""
        from ui.dialogs import office

        found = self._present()
        if found is None:
            return
        present = found[0]
        catalogue, year = self._document.catalogue, self._year()
        edited = office.ask(self._look, self._window, catalogue, present, year)
        if edited is not None:
            self._keep(edited, "Đã lưu thông tin cơ quan.")

    def edit_targets(self) -> None:
        """Show the targets by year, and what the open file has of its own."""
        from core import target_proposals
        from ui.dialogs import targets

        present = self._known_office()
        if present is None:
            return
        document, year = self._document, self._year()
        known, has = document.catalogue, present.targets
        in_file = (
            target_proposals.of_file(document.report, known, has, year)
            if document.is_open
            else None
        )
        edited = targets.ask(self._look, self._window, known, has, year, in_file)
        if edited is not None:
            self._keep(replace(present, targets=edited), "Đã lưu chỉ tiêu được giao.")

    def edit_tasks(self) -> None:
        """Show who does what by when."""
        from ui.dialogs import tasks

        present = self._known_office()
        if present is None:
            return
        edited = tasks.ask(
            self._look,
            self._window,
            self._document.catalogue,
            present.tasks,
            present.kind,
        )
        if edited is not None:
            self._keep(replace(present, tasks=edited), "Đã lưu bảng phân công.")

    def edit_days_off(self) -> None:
        """Show the days off of the office's own."""
        from ui.dialogs import own_lists

        present = self._known_office()
        if present is None:
            return
        edited = own_lists.ask_days(self._look, self._window, present.days_off)
        if edited is not None:
            self._keep(replace(present, days_off=edited), "Đã lưu ngày nghỉ.")

    def edit_words(self) -> None:
        """Show the spellings and abbreviations of the office's own."""
        from ui.dialogs import own_lists

        present = self._known_office()
        if present is None:
            return
        edited = own_lists.ask_words(self._look, self._window, present.words)
        if edited is not None:
            self._keep(replace(present, words=edited), "Đã lưu từ ngữ của cơ quan.")

    def show_rules(self) -> None:
        """Show all rules, and which of them the office does not use."""
        from ui.findings import switching

        said = switching.show_all(self._look, self._window, self._document)
        if said:
            self.told.emit(said)

    def _year(self) -> int:
        """The year of the open month's figures, else this year."""
        document = self._document
        period = document.report.period if document.is_open else None
        return document.today().year if period is None else period.last_day.year

    def _present(self) -> tuple[OfficeProfile | None] | None:
        """The office of the open month, else the one set up, if any.

        None where its file is broken and to be mended, not replaced: that was told.
        """
        present = self._document.profile
        if present is None:
            try:
                present = offices.own()
            except CongVanError as error:
                self.stopped.emit("Chưa đọc được thông tin cơ quan", error)
                if offices.is_kept():  # the user's own
                    return None
        return (present,)

    def _known_office(self) -> OfficeProfile | None:
        """The office whose table is asked for; the form for it where there is none."""
        found = self._present()
        if found is None or found[0] is not None:
            return found and found[0]
        self.told.emit("Điền thông tin cơ quan trước, rồi khai bảng của cơ quan.")
        self.edit()
        return None

    def _keep(self, edited: OfficeProfile, told: str) -> None:
        try:
            kept = offices.set_own(edited)
        except CongVanError as error:
            self.stopped.emit("Chưa lưu được thông tin cơ quan", error)
            return
        if self._document.is_open:
            self._document.set_profile(kept)
        self.told.emit(told)
