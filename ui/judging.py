"""Asking the rules of a large month aside: its table is painted before they are through."""

from PySide6.QtCore import QObject, QTimer, Signal

from core import rules
from core.report import Report
from core.rules.registry import Checked, Context
from ui.tasks import Work

MANY = 5000
"""Cells from which the rules take longer than a person does not notice (50 ms)."""

PAINTED = 150
"""Ms from opening until the table can be taken to be painted.

Another thread that reckons meanwhile takes the interpreter from it half the time.
"""


def is_large(report: Report) -> bool:
    """Whether the rules are asked of `report` only once it is shown."""
    return sum(len(row.cells) for row in report.rows.values()) >= MANY


class Judging(QObject):
    """Asks the rules in another thread; only what was wanted last is told.

    Args:
        parent: As in Qt.

    Signals:
        judged: What the rules say, a `Checked`.
    """

    judged = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work = Work(self)
        self._wanted: Context | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAINTED)
        self._soon.timeout.connect(self._begin)

    def want(self, context: Context) -> None:
        """Ask of `context`, in place of what was wanted before; `judged` follows."""
        self._wanted = context
        self._soon.start()

    def drop(self) -> None:
        """Want nothing any more."""
        self._wanted = None
        self._soon.stop()

    def _begin(self) -> None:
        context = self._wanted
        if context is None or self._work.is_busy:
            return
        self._work.start(
            lambda _progress: rules.check(context),
            succeeded=lambda checked: self._end(context, checked),
            failed=_raise,
            broke=_raise,
            progressed=lambda _done, _total: None,
        )

    def _end(self, context: Context, checked: Checked) -> None:
        if context is self._wanted:
            self._wanted = None
            self.judged.emit(checked)
        else:
            self._begin()


def _raise(error: Exception) -> None:
    """Let the program's own hook tell of a fault."""
    raise error
