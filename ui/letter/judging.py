"""The rules about letters asked of the letter as it is composed, before it is saved."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from core.frozen import replace
from core.letter.model import Letter
from core.paper.model import Paper
from core.rules.registry import Context, Finding
from ui.document import Document
from ui.judging import is_large
from ui.tasks import Work

PAUSE = 250
"""Ms without a change after which the letter is judged."""


class Found(NamedTuple):
    """What is found in a letter.

    Attributes:
        letter: The letter.
        paper: It as lines.
        findings: At its lines, in reading order.
    """

    letter: Letter
    paper: Paper
    findings: Sequence[Finding]


class LetterJudging(QObject):
    """Judges the letter of a document aside; only what was wanted last is told.

    Signals:
        judged: What was found, a `Found`.
    """

    judged = Signal(object)

    def __init__(self, document: Document, parent: QObject) -> None:
        """Want nothing yet."""
        super().__init__(parent)
        self._document = document
        self._work = Work(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._soon.timeout.connect(self._begin)

    def want(self) -> None:
        """Judge the letter once nothing changes for a moment; `judged` follows.

        One with thousands of units is judged when it is saved.
        """
        if is_large(self._document.report):
            self._soon.stop()
        else:
            self._soon.start()

    def _begin(self) -> None:
        letter, context = self._document.letter(), self._context()
        if letter is None or self._work.is_busy:
            return
        self._work.start(
            lambda _progress: found(letter, context),
            succeeded=self._end,
            failed=_raise,
            broke=_raise,
            progressed=lambda _done, _total: None,
        )

    def _end(self, told: Found) -> None:
        if told.letter is self._document.letter():
            self.judged.emit(told)
        else:
            self.want()

    def _context(self) -> Context:
        document = self._document
        return Context(
            report=document.report,
            catalogue=document.catalogue,
            today=document.today(),
            issue_date=document.letter_day(),
            profile=document.profile,
            previous=document.previous,
        )


def found(letter: Letter, context: Context) -> Found:
    """What the rules about letters find in `letter`; `context` lacks only the paper."""
    from core.paper.of_letter import of_letter
    from core.rules import families, running
    from ui.audit.words import reading_order

    paper = of_letter(letter, context.report)
    checked = running.check(families.LETTER_RULES, replace(context, paper=paper))
    return Found(letter, paper, reading_order(checked.open))


def _raise(error: Exception) -> None:
    """Let the program's own hook tell of a fault."""
    raise error
