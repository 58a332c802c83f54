"""Opening a file: read in another thread, with the office it belongs to."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core import importing, names, offices, ownership
from core.errors import CongVanError
from core.office import OfficeProfile
from core.report import Report
from core.store.encoding import Json
from core.store.month import MonthSummary
from ui.document import Document
from ui.tasks import Progress, Work

MOST_RECENT = 8
RECENT = "recent"
"""Preference: paths of the files opened last, the newest first."""


class Opener(QObject):
    """Reads files into the document.

    Signals:
        began: Words for the status bar.
        progressed: Steps done, and steps in all.
        opened: The month stands in the document; words for the status bar.
        failed: What was to be done, and the error that stopped it.
        broke: An exception that is a fault of the program's.
    """

    began = Signal(str)
    progressed = Signal(int, int)
    opened = Signal(str)
    failed = Signal(str, object)
    broke = Signal(object)

    def __init__(self, document: Document) -> None:
        """Open into `document`."""
        super().__init__()
        self._document = document
        self._work = Work(self)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._work.is_busy

    def open(self, path: Path) -> None:
        """Read `path`; `opened` or `failed` follows."""
        if self.is_busy:
            return
        catalogue = self._document.catalogue

        def read(progress: Progress) -> Report:
            return importing.open_file(path, catalogue, progress=progress)

        self.began.emit(f"Đang đọc “{path.name}”…")
        self._work.start(
            read,
            succeeded=lambda report: self._take(path, report),
            failed=lambda error: self.failed.emit(_undone(path), error),
            broke=self.broke.emit,
            progressed=self.progressed.emit,
        )

    def _take(self, path: Path, report: Report) -> None:
        try:
            kept = self._kept(report)
            if kept is not None:
                self._document.open_month(kept.id)
                told = f"Đã mở lại tháng đã làm từ “{path.name}”, giữ các ô bạn đã sửa."
            else:
                self._document.open_report(report, self.office_of(report))
                told = f"Đã đọc “{path.name}”."
            self.remember(path)
        except CongVanError as error:
            self.failed.emit(_undone(path), error)
        else:
            self.opened.emit(told)

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


def _undone(path: Path) -> str:
    return f"Chưa mở được “{path.name}”"
