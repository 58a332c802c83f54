"""The window: header, the screens, status bar, and what moves between them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from core.report import Place
from core.store.database import Store
from core.store.location import store_file
from core.store.writer import Failed, Saved, SaveState
from ui.commands import Commands, connect, fill
from ui.drop_target import DropTarget
from ui.frame import FIRST, NAME, SMALLEST, turn_full_screen
from ui.header import Header
from ui.home.periods import list_months
from ui.home.titles import period_title
from ui.mode import Mode, keep
from ui.status import Status, title_words
from ui.tasks import in_window
from ui.theme import Look
from ui.widgets.bars import MessageBar, ThinProgress
from ui.widgets.tones import Tone

FIGURES, LETTER = range(2)

PATIENCE = 1.0
"""Seconds that closing waits before it says that work is not saved."""


def wait(_made: object) -> None:
    """Begin nothing with a part before the rest is there."""


class MainWindow(DropTarget):
    """Everything the user sees.

    Signals:
        store_told: How saving stands.
    """

    store_told = Signal(object)

    def __init__(
        self,
        look: Look,
        clock: Callable[[], datetime],
        seen: Callable[[QWidget], None] = wait,
        opened: Callable[[Store], None] = wait,
        *,
        at_home: bool = True,
    ) -> None:
        """Build the window on the home screen.

        Args:
            look: The look in force.
            clock: Tells the time.
            seen: Called once the home screen stands; the program shows the window then.
            opened: Called as soon as the store is open.
            at_home: Begin with the home screen; else with what a file's table needs.

        Raises:
            StoreError: The store of months cannot be opened.
        """
        super().__init__()
        self._look = look
        self._clock = clock
        self._state: SaveState | None = None
        self._is_ready = self._has_home = self._has_errands = False
        self.store = Store.open(store_file(), in_window(self, self.store_told.emit))
        opened(self.store)
        self.commands = Commands.of(self)
        self.commands.modes[look.mode].setChecked(True)
        self._build(look)
        if at_home:
            self._show_months()
        self.status.show_state(self.store.state)
        seen(self)
        self._equip(look, clock)
        self._connect_document()
        self._connect_commands()
        self.store_told.connect(self._show_state)
        self._is_ready = True
        self._refresh()
        if at_home:
            self.make_errands()
            self.header.show_home(self.errands.own_name())
            self.home.focus_filled()

    # ------------------------------------------------------------------- building

    def _build(self, look: Look) -> None:
        commands = self.commands
        self.header = Header(look, commands.undo, commands.redo, commands.save)
        self._recent = fill(self.header.menu, commands)
        self.bar = MessageBar(look)
        self.status = Status(look)
        self._pages = QStackedWidget()
        self._pages.addWidget(QWidget())  # until there is something to show
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)
        column.addWidget(self.status)
        self.progress = ThinProgress(look, self.header)
        self.setWindowIcon(look.icons.app_icon())
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST)
        self.setWindowTitle(NAME)

    def _equip(self, look: Look, clock: Callable[[], datetime]) -> None:
        """Make what works on a month; it costs more to load than the home screen."""
        from core import catalogue
        from ui.document import Document
        from ui.screens import Screens

        self.document = Document(catalogue.load_all(), self.store, clock)
        self.document.setParent(self)  # what is done for it ends with the window
        self.screens = Screens(look, self.document, self._pages)

    def _make_home(self) -> None:
        """Make the home screen, unless it is there."""
        if self._has_home:
            return
        from ui.home.page import HomePage

        self._has_home = True
        self.home = home = HomePage(self._look, self._clock)
        self._pages.addWidget(home)
        home.open_asked.connect(self.commands.open.trigger)
        home.new_asked.connect(self.commands.new.trigger)
        home.sample_asked.connect(self._open)
        home.audit_asked.connect(self.commands.audit.trigger)
        home.paste_asked.connect(self.commands.paste_table.trigger)
        self.hovered.connect(home.drop.setActive)
        home.month_asked.connect(self._open_month)
        home.delete_asked.connect(self._delete_month)

    def make_errands(self) -> bool:
        """Make what reads, asks and writes; False where it is there already."""
        if self._has_errands:
            return False
        from ui import errand_commands
        from ui.errands import Errands
        from ui.home.deleting import Deleting

        self._has_errands = True
        self.deleting = Deleting(self._look, self.store, self)
        self.deleting.turned.connect(self._show_deleted)
        self._column.insertWidget(2, self.deleting.bar)
        self.errands = errands = Errands(self._look, self.document, self)
        errands.told.connect(self.status.tell)
        errands.offered.connect(self.status.offer)
        self.status.acted.connect(errands.follow)
        self.status.cancel_asked.connect(errands.cancel)
        errands.worked.connect(self._show_work)
        errands.progressed.connect(self.progress.follow)
        errands.month_opened.connect(lambda: self.show_month(FIGURES))
        errands.letter_saved.connect(self._show_saved)
        errands.findings_asked.connect(lambda: self.show_month(FIGURES))
        errands.findings_asked.connect(lambda: self._step(forward=True))
        self.screens.file_asked.connect(errands.open_outside)
        connect(*errand_commands.acts(self.commands, errands))
        return True

    def _hurry(self, action: QAction) -> None:
        """Do what was asked for before there was anybody to do it."""
        if self.make_errands():
            action.trigger()

    def _open(self, path: Path) -> None:
        self.make_errands()
        self.errands.open(path)

    def _fill_recent(self) -> None:
        self.make_errands()
        self.errands.fill_recent(self._recent)

    def _may_leave(self) -> bool:
        self.make_errands()
        return self.errands.may_leave()

    def show_fault(self, fault: BaseException) -> None:
        """Tell of a fault of the program's."""
        self.make_errands()
        self.errands.show_fault(fault)

    def _connect_document(self) -> None:
        document, screens = self.document, self.screens
        document.opened.connect(self._refresh)
        document.judged.connect(self._refresh)
        document.redo_dropped.connect(self.status.tell_dropped)
        screens.place_asked.connect(self.go_to)
        screens.office_asked.connect(self.commands.office.trigger)
        screens.told.connect(self.status.tell)
        screens.result_turned.connect(self._move_filled_button)

    def _connect_commands(self) -> None:
        commands = self.commands
        connect(
            (commands.home, self.show_home),
            (commands.quit, lambda: self.window().close()),
            (commands.undo, self._undo),
            (commands.redo, self.document.redo),
            (commands.search, self._search),
            (commands.next_finding, lambda: self._step(forward=True)),
            (commands.previous_finding, lambda: self._step(forward=False)),
            (commands.figures, lambda: self.show_month(FIGURES)),
            (commands.letter, lambda: self.show_month(LETTER)),
            (commands.gains, self._show_gains),
            (commands.full_screen, lambda: turn_full_screen(self.window())),
        )
        for action in commands.of_errands():
            action.triggered.connect(lambda _=False, asked=action: self._hurry(asked))
        for mode, action in commands.modes.items():
            action.triggered.connect(lambda _=False, mode=mode: self._set_mode(mode))
        for menu in (self._recent, self.header.menu):
            menu.aboutToShow.connect(self._fill_recent)
        self.header.home_asked.connect(self.show_home)
        self.header.office_asked.connect(self.commands.office.trigger)
        self.dropped.connect(self._open)
        self.header.tab_chosen.connect(self.show_month)
        self.header.periods.aboutToShow.connect(self._list_periods)
        self.bar.acted.connect(self.store.retry)

    # ----------------------------------------------------------------- the screens

    def show_home(self) -> None:
        """Show the months."""
        self.make_errands()
        self._show_months()
        self.header.show_home(self.errands.own_name())
        self._refresh()
        self.home.focus_filled()

    def _show_months(self) -> None:
        self._make_home()
        self.status.tell("")
        self.status.show_keys("Ctrl+O mở tệp   Ctrl+N nhập tay")
        self.home.show_months(self.store.months())
        self._pages.setCurrentWidget(self.home)

    def show_month(self, tab: int) -> None:
        """Show a screen of the open month: its figures or its letter."""
        if not self.document.is_open:
            return
        page = self.screens.letter() if tab == LETTER else self.screens.figures()
        if self._has_errands:
            self.deleting.bar.clear()
        self.header.tabs.set_current(tab)
        self._pages.setCurrentWidget(page)
        letter_keys = "Ctrl+S lưu công văn   F8 điểm cần xem kế tiếp"
        keys = "F8 điểm cần xem kế tiếp   Ctrl+S lưu công văn"
        self.status.show_keys(letter_keys if tab == LETTER else keys)
        self.status.tell("")
        page.setFocus()
        self._move_filled_button()
        self._refresh()

    def _move_filled_button(self) -> None:
        """One filled button a screen: the header's, unless the screen has its own."""
        self.header.fill_save(filled=not self.screens.has_filled_button())

    def on_home(self) -> bool:
        """Whether the months are shown."""
        return self._has_home and self._pages.currentWidget() is self.home

    def go_to(self, place: Place) -> None:
        """Show a cell of the figures."""
        self.show_month(FIGURES)
        self.screens.figures().go_to(place)

    def _open_month(self, month_id: str, letter: bool = False) -> None:
        self.make_errands()
        if self.errands.open_month(month_id, aside=not letter):
            self.show_month(LETTER if letter else FIGURES)

    def _delete_month(self, month_id: str) -> None:
        if self.deleting.ask_of(month_id):
            if self.document.month_id == month_id:
                self.document.close()
            self.deleting.tell()

    def _show_deleted(self, words: str) -> None:
        """Show the months as they are after one was deleted or brought back."""
        self.show_home()
        self.status.tell(words)

    def _undo(self) -> None:
        """Take the last step back: of the month, or on the home screen a deletion."""
        if self.on_home():
            self.deleting.undo()
        else:
            self.document.undo()

    def _list_periods(self) -> None:
        menu, present = self.header.periods, self.document.month_id
        list_months(menu, self.store.months(), present, self._open_month)

    def _search(self) -> None:
        self.show_month(FIGURES)
        if self.document.is_open:
            self.screens.figures().focus_search()

    def _step(self, *, forward: bool) -> None:
        """Go to the next or the previous finding."""
        if not self.document.is_open or self.screens.step_in_letter(forward=forward):
            return
        self.show_month(FIGURES)
        page = self.screens.figures()
        (page.next_finding if forward else page.previous_finding)()

    def _show_gains(self) -> None:
        """Show the ways to more points beside the figures."""
        self.show_month(FIGURES)
        if self.document.is_open:
            self.screens.show_gains()

    def _show_saved(self, path: Path) -> None:
        self.show_month(LETTER)
        self.screens.show_saved(path, self.errands.letters)

    def _set_mode(self, mode: Mode) -> None:
        self._look.set_mode(mode)
        keep(mode)

    # ------------------------------------------------------------ what the user reads

    def _refresh(self) -> None:
        """Follow the document: title, tabs, what can be done."""
        document, commands = self.document, self.commands
        for action in commands.of_a_month():
            action.setEnabled(document.is_open)
        in_month = document.is_open and not self.on_home()
        undoes = document.history.last is not None
        at_home = self._has_errands and self.on_home() and self.deleting.can_undo
        commands.undo.setEnabled((in_month and undoes) or at_home)
        commands.redo.setEnabled(in_month and document.history.next is not None)
        if in_month:
            self.header.show_month(self._period_words())
        self.setWindowTitle(self._title())

    def _period_words(self) -> str:
        period = self.document.report.period
        return period_title(period.code if period else "")

    def _title(self) -> str:
        if not self.document.is_open or self.on_home():
            return NAME
        saved = title_words(self._state) if self._state else ""
        parts = (self.document.title, self._period_words(), saved, NAME)
        return " – ".join(part for part in parts if part)

    def _show_state(self, state: SaveState) -> None:
        self._state = state
        self.status.show_state(state)
        if isinstance(state, Failed):
            self.bar.show_message(Tone.ERROR, str(state.error), "Thử lại")
        elif isinstance(state, Saved):
            self.bar.clear()
        self.setWindowTitle(self._title())

    def _show_work(self, working: bool) -> None:
        self.status.offer_cancel(offered=working and self.errands.is_reading)
        if working:
            self.progress.start()
        else:
            self.progress.finish()

    # ---------------------------------------------------------------- Qt's own events

    def open_when_shown(self, file: str) -> None:
        """Open `file` as soon as the window stands."""
        QTimer.singleShot(0, self, lambda: self._open(Path(file)))
        QTimer.singleShot(0, self, self.screens.prepare)  # while the child reads

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit words and panels to the window's width."""
        super().resizeEvent(event)
        self.header.fit(self.width())
        if self._is_ready:
            self.screens.fit(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Close once all work is on the disk; else say that it is not."""
        event.setAccepted(self.store.flush(PATIENCE) or self._may_leave())

    def release(self) -> None:
        """End the reading child and let the store's file go."""
        if self._has_errands:
            self.errands.close()
        self.store.close()
