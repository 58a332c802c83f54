"""Letters looked over by a child process, so that no file can stop the window."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core import files
from core.audited_file import Against, AuditedFile, changed_at, received
from core.importing.reader import CancelledError, Limits, Reader
from core.letter.docx.commenting import Comment
from ui.tasks import Progress, Work, run_aside

LIMITS = Limits(silence=20.0)
"""Rules say nothing while they look at a long letter."""

PATIENCE = 300
"""Ms after which it is told that a letter is being read."""


class Auditor(QObject):
    """Looks letters over, and writes copies with comments, one after another.

    Signals:
        began: Words for the status bar; not where it is done in a moment.
        audited: An `AuditedFile`.
        commented: Path of the copy.
        failed: What was to be done, and the error that stopped it.
        looked_up: Path of a file, and when it was changed last (None: not known).
        cancelled: It was stopped, as the user wished; words for the status bar.
        broke: An exception that is a fault of the program's.
    """

    began = Signal(str)
    audited = Signal(object)
    commented = Signal(object)
    failed = Signal(str, object)
    looked_up = Signal(object, object)
    cancelled = Signal(str)
    broke = Signal(object)

    def __init__(self, parent: QObject, reader: Reader | None = None) -> None:
        """Start nothing yet."""
        super().__init__(parent)
        self._reader = reader or Reader(limits=LIMITS)
        self._work, self._looking_up = Work(self), Work(self)
        self._told = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(lambda: self.began.emit(self._told))

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._work.is_busy

    def audit(self, path: Path, today: date, against: Against | None) -> None:
        """Look the letter at `path` over; `audited` or another signal follows."""

        def look(progress: Progress) -> AuditedFile:
            values = {"today": today, "against": against}
            sent = self._reader.call("audit", path, progress, **values)
            return received(path, sent)

        self._told = f"Đang kiểm tra “{path.name}”…"
        what = f"Chưa kiểm tra được “{path.name}”"
        self._begin(look, self.audited.emit, what)

    def comment(
        self, file: AuditedFile, comments: Sequence[Comment], target: Path
    ) -> None:
        """Write a copy of the letter with comments; `commented` follows."""

        def write(progress: Progress) -> Path:
            values = {"data": file.data, "comments": tuple(comments)}
            made = self._reader.call("commented", file.path, progress, **values)
            files.save(target, made)
            return target

        self._told = "Đang lưu bản có chú thích…"
        self._begin(write, self.commented.emit, "Chưa lưu được bản có chú thích")

    def _begin(
        self,
        call: Callable[[Progress], object],
        succeeded: Callable[[object], None],
        what: str,
    ) -> None:
        if self.is_busy:
            return
        self._patience.start()

        def ended(outcome: object) -> None:
            self._patience.stop()
            succeeded(outcome)

        self._work.start(
            call,
            succeeded=ended,
            failed=lambda error: self._fail(what, error),
            broke=self._break,
            progressed=lambda _done, _total: None,
        )

    def _fail(self, what: str, error: Exception) -> None:
        self._patience.stop()
        if isinstance(error, CancelledError):
            self.cancelled.emit(str(error))
        else:
            self.failed.emit(what, error)

    def _break(self, error: Exception) -> None:
        self._patience.stop()
        self.broke.emit(error)

    def cancel(self) -> None:
        """Stop what is being done."""
        self._reader.cancel()

    def look_up(self, path: Path) -> None:
        """Ask when a file was changed last: a slow drive must not stop the window."""
        if self._looking_up.is_busy:
            return
        self._looking_up.start(
            lambda _progress: changed_at(path),
            succeeded=lambda changed: self.looked_up.emit(path, changed),
            failed=self.broke.emit,
            broke=self.broke.emit,
            progressed=lambda _done, _total: None,
        )

    def rest(self) -> None:
        """Stop what is being done and let the child go; the next letter has a new one."""
        self.close()
        self._reader = Reader(limits=LIMITS)

    def close(self) -> None:
        """Stop what is being done and let the child go, without waiting for it."""
        self._patience.stop()
        run_aside(self._reader.close)
