"""Opening a file: read by the child process, with the office it belongs to."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core import names, offices, ownership
from core.errors import CongVanError
from core.importing.reader import CancelledError, Reader
from core.office import OfficeProfile
from core.report import Report
from core.store.encoding import Json
from core.store.month import MonthSummary
from ui.document import Document, Prepared
from ui.tasks import Progress, Work, run_aside, wait_for_all

MOST_RECENT = 8
RECENT = "recent"
"""Preference: paths of the files opened last, the newest first."""


RELEASE = 5000
"""Ms that tasks are given to end once the window is closed."""

PATIENCE = 300
"""Ms of reading after which it is told, with a way to stop it (look: long work)."""


class Opener(QObject):
    """Reads files into the document.

    Signals:
        began: Words for the status bar; not where reading is done in a moment.
        progressed: Steps done, and steps in all.
        opened: The month stands in the document; words for the status bar.
        cancelled: Nothing was opened, as the user wished; words for the status bar.
        failed: What was to be done, and the error that stopped it.
        broke: An exception that is a fault of the program's.
    """

    began = Signal(str)
    progressed = Signal(int, int)
    opened = Signal(str)
    cancelled = Signal(str)
    failed = Signal(str, object)
    broke = Signal(object)

    def __init__(self, document: Document, reader: Reader | None = None) -> None:
        """Open into `document`, by a child of the usual kind unless one is given."""
        super().__init__()
        self._document = document
        self._reader = reader or Reader()
        self._work = Work(self)
        self._path = Path()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._tell)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._work.is_busy

    def use(self, reader: Reader) -> None:
        """Read by `reader`, whose child is there already."""
        self._reader.close()
        self._reader = reader

    def warm(self) -> None:
        """Have a child ready for the first file, without waiting for it."""
        run_aside(lambda: self._reader.start(warm=True))

    def open(self, path: Path) -> None:
        """Read `path`; `opened`, `cancelled` or `failed` follows."""
        if self.is_busy:
            return
        self._path = path
        self._patience.start()
        self._work.start(
            lambda progress: self._read(path, progress),
            succeeded=lambda month: self._take(path, month),
            failed=lambda error: self._fail(path, error),
            broke=self._break,
            progressed=self.progressed.emit,
        )

    def cancel(self) -> None:
        """Stop reading; `cancelled` follows, unless the file was read just now."""
        self._reader.cancel()

    def close(self) -> None:
        """Stop reading and end the child; nothing is opened any more."""
        self._patience.stop()
        self._reader.close()
        wait_for_all(RELEASE)

    def _tell(self) -> None:
        self.began.emit(f"Đang đọc “{self._path.name}”…")

    def _read(self, path: Path, progress: Progress) -> Prepared:
        """The file's month, judged; in another thread, so that the window goes on."""
        with _without_search_for_waste():
            report = self._reader.read(path, progress)
            kept = self._kept(report)
            if kept is not None:
                return self._document.prepared_month(kept.id)
            office = self.office_of(report)
            return self._document.prepared_report(report, office)

    def _take(self, path: Path, month: Prepared) -> None:
        self._patience.stop()
        told = f"Đã đọc “{path.name}”."
        if month.month_id is not None:
            told = f"Đã mở lại tháng đã làm từ “{path.name}”, giữ các ô bạn đã sửa."
        self._document.open_prepared(month)
        self.remember(path)
        self.opened.emit(told)

    def _fail(self, path: Path, error: CongVanError) -> None:
        self._patience.stop()
        if isinstance(error, CancelledError):
            self.cancelled.emit(str(error))
        else:
            self.failed.emit(_undone(path), error)

    def _break(self, error: Exception) -> None:
        self._patience.stop()
        self.broke.emit(error)

    def _kept(self, report: Report) -> MonthSummary | None:
        """The kept month that came from the very same file, or None."""
        if report.source is None:
            return None
        for month in self._document.store.months():
            if month.source_sha256 == report.source.sha256:
                return month
        return None

    def office_of(self, report: Report) -> OfficeProfile | None:
        """The office set up, unless the file is of one of the known others."""
        for known in offices.everyone():
            if _is_of(report, known):
                return known
        try:
            return offices.own()
        except CongVanError:  # told on the home screen, and before a letter is saved
            return None

    def remember(self, path: Path) -> None:
        """Put `path` first among the files opened last."""
        others = [one for one in self.recent() if one != str(path)]
        newest: Json = [*[str(path), *others][:MOST_RECENT]]
        self._document.store.set_preference(RECENT, newest)

    def recent(self) -> list[str]:
        """Paths of the files opened last, the newest first."""
        kept = self._document.store.preference(RECENT)
        return [str(one) for one in kept] if isinstance(kept, list) else []


def _is_of(report: Report, office: OfficeProfile) -> bool:
    """Whether name, code or the file's own name say that the figures are its."""
    head = report.head
    if head is not None and ownership.is_of(head, office):
        return True
    if ownership.own_row(report, office) is not None:
        return True
    file = "" if report.source is None else report.source.file
    return names.folded(office.area) in names.folded(file)


@contextmanager
def _without_search_for_waste() -> Iterator[None]:
    """Let Python not look for waste among what is made in the block, nor later.

    A large report is a hundred thousand objects and no waste; looking through them
    stops the window, too, for longer than a key press may take.
    """
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.freeze()
            gc.enable()


def _undone(path: Path) -> str:
    return f"Chưa mở được “{path.name}”"
