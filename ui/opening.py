"""Opening a file: read by the child process, with the office it belongs to."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core import offices
from core.errors import CongVanError
from core.frozen import replace
from core.importing import comparing, replacing
from core.importing.asked import Recognised
from core.importing.choosing.choices import Choices
from core.importing.choosing.layout import PREFERENCE, Layout, Layouts
from core.importing.comparing import Side
from core.importing.first_look import Looked
from core.importing.reader import CancelledError, Reader
from core.office import OfficeProfile
from core.report import Place, Report
from core.store.encoding import Json
from core.store.month import MonthSummary
from ui.document import Document
from ui.importing.outcomes import AsLastTime, Looking, Outcome, Overlap
from ui.importing.session import Origin
from ui.prepared import Prepared
from ui.tasks import (
    PAUSE,
    Progress,
    Work,
    run_aside,
    wait_for_all,
    without_search_for_waste,
)

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
        opened: The month stands in the document; words for the status bar, and what
            links after them are about: what was opened as last time (an `Origin`), what
            took the place of a kept month's figures (an `Overlap`).
        asked: A `Looking`: a person is to be shown the file first.
        overlapped: An `Overlap`: the file goes over a month that is kept.
        cancelled: Nothing was opened, as the user wished; words for the status bar.
        failed: What was to be done, and the error that stopped it.
        broke: An exception that is a fault of the program's.
    """

    began = Signal(str)
    progressed = Signal(int, int)
    opened = Signal(str, object)
    asked = Signal(object)
    overlapped = Signal(object)
    cancelled = Signal(str)
    failed = Signal(str, object)
    broke = Signal(object)

    def __init__(self, document: Document, reader: Reader | None = None) -> None:
        """Open into `document`, by a child of the usual kind unless one is given."""
        super().__init__()
        self._document = document
        self._reader = reader or Reader()
        self._work = Work(self)
        self._origin = Origin(Path())
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
        """Read `path`; `opened`, `asked`, `cancelled` or `failed` follows."""
        self._begin(Origin(path), self._read)

    def look_at(self, origin: Origin, month_id: str | None = None) -> None:
        """Read the file to be looked at; `asked` follows where it can be read.

        Args:
            origin: The file, or what was pasted.
            month_id: The kept month that it is to go into, where that is known.
        """

        def look(origin: Origin, progress: Progress) -> Looking | None:
            asked = self._looked(origin, progress, always=True).asked
            return None if asked is None else Looking(origin, asked, month_id)

        self._begin(origin, look)

    def take(self, looking: Looking, report: Report) -> None:
        """Put a report into its month; `opened`, `overlapped` or `failed` follows."""
        self._begin(
            looking.origin, lambda _o, _p: self._placed(report, looking.month_id)
        )

    def _begin(
        self, origin: Origin, call: Callable[[Origin, Progress], Outcome | None]
    ) -> None:
        if self.is_busy:
            return
        self._origin = origin
        self._patience.start()

        def work(progress: Progress) -> Outcome | None:
            with without_search_for_waste():
                return call(origin, progress)

        self._work.start(
            work,
            succeeded=lambda outcome: self._take(origin, outcome),
            failed=lambda error: self._fail(origin, error),
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
        self.began.emit(f"Đang đọc “{self._origin.name}”…")

    # ------------------------------------------------------------- in another thread

    def _looked(
        self, origin: Origin, progress: Progress, *, always: bool
    ) -> Looked[Recognised]:
        looked: Looked[Recognised] = self._reader.call(
            "look",
            origin.path,
            progress,
            layouts=self._document.store.preference(PREFERENCE),
            always=always,
            pasted=origin.pasted,
        )
        return looked

    def _read(self, origin: Origin, progress: Progress) -> Outcome:
        """The file's month, judged, or what is to be asked first."""
        looked = self._looked(origin, progress, always=False)
        kept = self._kept(looked.report)
        if kept is not None:
            return self._document.prepared_month(kept.id)
        if looked.asked is not None:
            return Looking(origin, looked.asked, is_wanted=False)
        placed = self._placed(looked.report, None)
        if looked.as_last_time:
            if isinstance(placed, Overlap):
                return replace(placed, as_last_time=True)
            return AsLastTime(placed)
        return placed

    def recognise(
        self, origin: Origin, choices: Choices, progress: Progress
    ) -> Recognised:
        """The file with other choices; waits."""
        values = {"choices": choices, "pasted": origin.pasted}
        found: Recognised = self._reader.call(
            "recognise", origin.path, progress, **values
        )
        return found

    def decided(self, origin: Origin, choices: Choices, progress: Progress) -> Report:
        """The file's report with all that was decided; waits."""
        values = {"choices": choices, "pasted": origin.pasted}
        report: Report = self._reader.call("decided", origin.path, progress, **values)
        return report

    def _placed(self, report: Report, month_id: str | None) -> Prepared | Overlap:
        """The month that a report makes, or the kept one that it goes over."""
        office = self.office_of(report)
        kept = month_id
        if kept is None and (same := self._kept(report)) is not None:
            kept = same.id
        if kept is None:
            kept = self._twin(report, office)
        if kept is not None and (over := self._overlap(kept, report)) is not None:
            return over
        return self._document.prepared_report(report, office)

    def _overlap(self, month_id: str, report: Report) -> Overlap | None:
        """What goes over the kept month; None where it is a table of another form."""
        month = self._document.prepared_month(month_id)
        work = month.work
        if work.report.layout is not report.layout:
            return None
        done = work.history.done
        by_hand = any(one.readings is None for one in done)
        if by_hand or work.report.source is None:
            found = comparing.differences(work.report, done, report)
            return Overlap(month, report, found)
        return Overlap(month, report, None, *replacing.gone(work.report, report))

    def _twin(self, report: Report, office: OfficeProfile | None) -> str | None:
        """The kept month of the same office, period and table, or None."""
        if report.period is None:
            return None
        store, wanted = self._document.store, (report.period.code, _id(office))
        for month in store.months():
            if (month.headline.period, month.profile) == wanted:
                kept = store.load(month.id).report
                if replacing.is_of_same_table(kept, report):
                    return month.id
        return None

    # ------------------------------------------------------------ in the window's own

    def _take(self, origin: Origin, outcome: Outcome | None) -> None:
        self._patience.stop()
        if isinstance(outcome, Looking):
            self.asked.emit(outcome)
        elif isinstance(outcome, Overlap):
            self.overlapped.emit(outcome)
        elif isinstance(outcome, AsLastTime):
            told = "Đã đọc theo cách của lần trước."
            self._open(origin, outcome.month, told, (origin,))
        elif outcome is not None:
            told = f"Đã đọc “{origin.name}”."
            if outcome.month_id is not None:
                told = (
                    f"Đã mở lại tháng đã làm từ “{origin.name}”, giữ các ô bạn đã sửa."
                )
            self._open(origin, outcome, told)

    def _open(
        self, origin: Origin, month: Prepared, told: str, links: Sequence[Origin] = ()
    ) -> None:
        self._document.open_prepared(month)
        if origin.pasted is None:
            self.remember(origin.path)
        # The table is made; that it is painted, too, would be felt in the same turn.
        QTimer.singleShot(PAUSE, self, lambda: self.opened.emit(told, links))

    def settle(self, over: Overlap, sides: Mapping[Place, Side], at: datetime) -> None:
        """Open the kept month with what was decided of the file, as one step."""
        document, work = self._document, over.month.work
        if document.month_id != over.month.month_id:
            document.open_prepared(over.month)
        if over.found is None:
            change = replacing.replaced(document.report, over.fresh, at)
        else:
            known = comparing.reading(work.report, work.history.done, over.fresh)
            change = comparing.merged(work.report, over.found, sides, at, known)
        if change is not None:
            document.apply(change)
        if self._origin.pasted is None:
            self.remember(self._origin.path)
        links: list[Origin | Overlap] = [self._origin] if over.as_last_time else []
        if change is not None and over.found is None and not over.is_same_file:
            links.append(over)
        self.opened.emit(over.told(change), links)

    def part(self, over: Overlap) -> None:
        """Give the kept month back its figures, and what replaced them its own month."""
        document, last = self._document, self._document.history.last
        is_last = last is not None and last.readings is not None
        if document.month_id == over.month.month_id and is_last:
            document.undo()
            self.open_apart(over)

    def open_apart(self, over: Overlap) -> None:
        """Make a month of its own of what the file says."""
        report = over.fresh
        month = self._document.prepared_report(report, self.office_of(report))
        self._document.open_prepared(month)
        self.opened.emit("Đã mở thành một tháng riêng.", ())

    def _fail(self, origin: Origin, error: CongVanError) -> None:
        self._patience.stop()
        if isinstance(error, CancelledError):
            self.cancelled.emit(str(error))
        else:
            self.failed.emit(f"Chưa mở được “{origin.name}”", error)

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
        return offices.of_report(report)

    def layouts(self) -> Layouts:
        """The choices that are kept with layouts."""
        return Layouts.from_json(self._document.store.preference(PREFERENCE))

    def keep_layout(self, layout: Layout, choices: Choices | None) -> None:
        """Keep the choices for the next file of that layout; None: keep nothing."""
        kept = self.layouts()
        kept = kept.without(layout)
        if choices is not None:
            kept = kept.with_choices(layout, choices)
        self._document.store.set_preference(PREFERENCE, kept.to_json())

    def remember(self, path: Path) -> None:
        """Put `path` first among the files opened last."""
        others = [one for one in self.recent() if one != str(path)]
        newest: Json = [*[str(path), *others][:MOST_RECENT]]
        self._document.store.set_preference(RECENT, newest)

    def path_of(self, file: str) -> Path | None:
        """Where the file of that name was opened last, if it is still there."""
        known = (Path(one) for one in self.recent())
        return next((p for p in known if p.name == file and p.is_file()), None)

    def recent(self) -> list[str]:
        """Paths of the files opened last, the newest first."""
        kept = self._document.store.preference(RECENT)
        return [str(one) for one in kept] if isinstance(kept, list) else []


def _id(office: OfficeProfile | None) -> str:
    return "" if office is None else office.id
