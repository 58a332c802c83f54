"""Asking the rules of a large month aside: its table is painted before they are through."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from core.catalogue import Catalogue
from core.findings import Checked
from core.office import OfficeProfile
from core.report import Change, Report
from ui.tasks import Work

MANY = 5000
"""Cells from which the rules take longer than a person does not notice (50 ms)."""

PAINTED = 150
"""Ms from opening until the table can be taken to be painted.

Another thread that reckons meanwhile takes the interpreter from it half the time.
"""


class Known(NamedTuple):
    """What the window knows that rules may know, as `core.rules.context.Context` has it.

    The rules are loaded when they are asked: a large table is painted before.
    """

    report: Report
    catalogue: Catalogue
    today: date
    issue_date: date
    profile: OfficeProfile | None
    previous: Report | None
    as_read: Report


def check(known: Known) -> Checked:
    """What all rules say."""
    from core import rules
    from core.rules.registry import Context

    return rules.check(Context(**known._asdict()))


def recheck(before: Checked, known: Known, change: Change) -> Checked:
    """What all rules say after `change`, given what they said before it."""
    from core import rules
    from core.rules.registry import Context

    return rules.recheck(before, Context(**known._asdict()), change)


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
        self._wanted: Known | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAINTED)
        self._soon.timeout.connect(self._begin)

    def want(self, known: Known) -> None:
        """Ask of `known`, in place of what was wanted before; `judged` follows."""
        self._wanted = known
        self._soon.start()

    def drop(self) -> None:
        """Want nothing any more."""
        self._wanted = None
        self._soon.stop()

    def _begin(self) -> None:
        known = self._wanted
        if known is None or self._work.is_busy:
            return
        self._work.start(
            lambda _progress: check(known),
            succeeded=lambda checked: self._end(known, checked),
            failed=_raise,
            broke=_raise,
            progressed=lambda _done, _total: None,
        )

    def _end(self, known: Known, checked: Checked) -> None:
        if known is self._wanted:
            self._wanted = None
            self.judged.emit(checked)
        else:
            self._begin()


def _raise(error: Exception) -> None:
    """Let the program's own hook tell of a fault."""
    raise error
