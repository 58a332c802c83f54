"""The file that the program was started with, opened before the window is whole.

Its table needs nothing that asks, imports or saves: that is made afterwards. What is in
doubt waits for it, and so does a month that may be kept already (`ui.opening`).
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from core import offices
from core.importing.first_look import LAYOUTS, Looked
from core.report import Report
from core.store.database import Store
from ui import rest
from ui.file_ahead import FileAhead
from ui.main_window import FIGURES, MainWindow
from ui.prepared import Prepared
from ui.tasks import Work

PATIENCE = 1000
"""Ms of reading after which the window is made whole, so that it can tell of it."""

SHOWN = 30
"""Ms after which the table is painted, and what stands beside it can be loaded."""

PAINTED = 500
"""Ms after which the table is painted and judged, and the rest can be made."""


class FirstFile(QObject):
    """Opens a file where it is a new month and all in it is clear; else leaves it."""

    def __init__(self, path: Path, ahead: FileAhead) -> None:
        """Wait for the file that `ahead` has begun to read; the store can be opened."""
        super().__init__()
        ahead.wait_for_store()
        self._path = path
        self._ahead, self._reader = ahead, ahead.reader
        self._is_awaited, self._is_closed = True, False
        self._reading, self._loading = Work(self), Work(self)

    def begin(self, store: Store) -> None:
        """Begin anew where the open store has other layouts than were seen in its file."""
        self._ahead.begin(self._path, store.preference(LAYOUTS))

    def open_in(self, window: MainWindow) -> None:
        """Show the file in `window` as soon as it is read."""
        self.setParent(window)  # what is being done ends with it
        self._reading.start(
            lambda _progress: self._read(window),
            succeeded=lambda month: self._take(month, window),
            failed=lambda _error: self._leave(window),  # told where it is asked again
            broke=lambda _error: self._leave(window),
            progressed=lambda _done, _total: None,
        )
        QTimer.singleShot(PATIENCE, self, lambda: self._leave(window))
        window.status.tell(f"Đang đọc “{self._path.name}”…")
        window.screens.prepare(whole=False)  # while the child reads

    def close(self) -> None:
        """End the reader, whoever has it; nothing is made any more."""
        self._is_closed = True
        self._reader.close()

    def _read(self, window: MainWindow) -> Prepared | None:
        """The month that it makes; None where that is not certain."""
        known, document = offices.everyone(), window.document  # while the file is read
        looked: Looked[object] = self._reader.outcome()
        window.screens.spare_rehearsal()
        report = looked.report
        if looked.asked is not None or looked.as_last_time:
            return None
        if _may_be_kept(report, document.store):
            return None
        return document.prepared_report(report, offices.of_report(report, known))

    def _take(self, month: Prepared | None, window: MainWindow) -> None:
        if self._is_closed:
            return
        if month is None or not self._is_awaited:
            self._leave(window)
            return
        self._is_awaited = False
        window.document.open_prepared(month)
        window.show_month(FIGURES)
        window.status.tell(f"Đã đọc “{self._path.name}”.")

        def remember() -> None:
            window.errands.opener.remember(self._path)

        QTimer.singleShot(SHOWN, self, lambda: self._complete(window))
        QTimer.singleShot(PAINTED, self, lambda: self._make_rest(window, remember))

    def _complete(self, window: MainWindow) -> None:
        if not self._is_closed:
            window.screens.complete()

    def _leave(self, window: MainWindow) -> None:
        """Leave it to the opener, who has the same reader; unless that is settled."""
        if self._is_closed or not self._is_awaited:
            return
        self._is_awaited = False

        def leave() -> None:
            window.screens.complete()
            if not window.document.is_open:
                window.show_home()
            window.errands.open(self._path)

        self._make_rest(window, leave)

    def _make_rest(self, window: MainWindow, then: Callable[[], None]) -> None:
        """Make what else the window needs, loaded aside, and go on."""
        if self._is_closed:
            return

        def make(_loaded: object) -> None:
            if self._is_closed:
                return
            if window.make_errands():
                window.errands.opener.use(self._reader)
            then()

        self._loading.start(
            lambda _progress: rest.load(),
            succeeded=make,
            failed=_raise,
            broke=_raise,
            progressed=lambda _done, _total: None,
        )


def _may_be_kept(report: Report, store: Store) -> bool:
    """Whether a kept month is of the same file or of the same period."""
    file = "" if report.source is None else report.source.sha256
    period = "" if report.period is None else report.period.code
    return any(
        month.source_sha256 == file or month.headline.period == period
        for month in store.months()
    )


def _raise(error: Exception) -> None:
    """Let the program's own hook tell of a fault."""
    raise error
