"""A file that is being looked at: as recognised, and what was decided of it so far."""

from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal

from core.catalogue import Catalogue
from core.errors import CongVanError
from core.frozen import replace
from core.importing.asked import Pasted, Recognised, without_answers
from core.importing.choosing import questions
from core.importing.choosing.choices import LEFT_OUT, Choices, TableKey
from core.importing.choosing.questions import Question
from core.importing.recognition.recognise import Meaning
from core.period import Moment, Period
from core.report import PERIOD, PERIOD_PLACE, Report
from ui.tasks import Progress, Work


class Origin(NamedTuple):
    """Where figures come from: a file, or a block that was pasted."""

    path: Path
    pasted: Pasted | None = None

    @property
    def name(self) -> str:
        """What it is called in words."""
        return self.path.name


class Reads(Protocol):
    """What reads the file anew, in another thread."""

    def recognise(
        self, origin: Origin, choices: Choices, progress: Progress
    ) -> Recognised:
        """The file with those choices."""

    def decided(self, origin: Origin, choices: Choices, progress: Progress) -> Report:
        """The report with those choices."""


class Session(QObject):
    """What the window shows and changes; it knows no widget.

    Answers stay while the file is read anew with other choices.

    Signals:
        recognised_anew: The file was read with other choices.
        answered: Another answer, period or time was chosen.
        worked: The file is being read (True), or no more (False).
        failed: The error that stopped the reading; what stood before still stands.
        broke: An exception that is a fault of the program's.
        decided: The report with all that was decided.
    """

    recognised_anew = Signal()
    answered = Signal()
    worked = Signal(bool)
    failed = Signal(object)
    broke = Signal(object)
    decided = Signal(object)

    def __init__(
        self,
        reads: Reads,
        catalogue: Catalogue,
        origin: Origin,
        recognised: Recognised,
    ) -> None:
        """Begin with the file as it was recognised."""
        super().__init__()
        self._reads = reads
        self._work = Work(self)
        self._wanted: Choices | None = None
        self.catalogue = catalogue
        self.origin = origin
        self.recognised = recognised
        self.choices = recognised.choices

    @property
    def is_busy(self) -> bool:
        """Whether the file is being read."""
        return self._work.is_busy

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked of the file."""
        return self.recognised.questions

    # --------------------------------------------------------------------- the answers

    def answer(self, question: Question) -> int | None:
        """The number of the answer that was chosen, or None."""
        if question.is_of_report:
            of_period = question.places[0] == PERIOD_PLACE
            value = self.choices.period if of_period else self.choices.as_of
            told = [answer.value for answer in question.answers]
            return told.index(value) if value is not None and value in told else None
        index = self.choices.styles.get((question.field, question.sign))
        return index if index is not None and index < len(question.answers) else None

    def is_open(self, question: Question) -> bool:
        """Whether nobody has answered the question, nor made it needless."""
        if question.is_of_report:
            of_period = question.places[0] == PERIOD_PLACE
            chosen = self.choices.period if of_period else self.choices.as_of
            return chosen is None
        return self.answer(question) is None

    def choose(self, question: Question, index: int | None) -> None:
        """Answer the question; None takes the answer back."""
        if index is not None:
            self.choices = questions.chosen(self.choices, question, index)
        elif not question.is_of_report:
            key = question.field, question.sign
            styles = {k: v for k, v in self.choices.styles.items() if k != key}
            self.choices = replace(self.choices, styles=styles)
        elif question.field[0] == PERIOD:
            self.choices = replace(self.choices, period=None)
        else:
            self.choices = replace(self.choices, as_of=None)
        self.answered.emit()

    def set_period(self, period: Period | None) -> None:
        """Say which period it is; None: as the file says."""
        self.choices = replace(self.choices, period=period)
        self.answered.emit()

    @property
    def period(self) -> Period | None:
        """The period as chosen, else as the file says."""
        return self.choices.period or self.recognised.opened.report.period

    @property
    def as_of(self) -> Moment | None:
        """The time of the figures as chosen, else as the file says."""
        return self.choices.as_of or self.recognised.opened.report.as_of

    # ----------------------------------------------------------------- other choices

    def set_column(self, table: TableKey, column: int, meaning: Meaning | None) -> None:
        """Say what a column holds; None: as the program finds it."""
        self.read(self.choices.with_column(table, column, meaning))

    def leave_out(self, table: TableKey, column: int) -> None:
        """Do not read a column."""
        self.set_column(table, column, LEFT_OUT)

    def set_header(self, sheet: str, rows: tuple[int, ...]) -> None:
        """Say in which rows a sheet's header stands; none: as the program finds it."""
        self.read(self.choices.with_header(sheet, rows))

    def set_hidden(self, *, hidden: bool) -> None:
        """Read hidden rows, columns and sheets too, or do not."""
        self.read(replace(self.choices, hidden=hidden))

    def take_sheet(self, sheet: str, *, taken: bool) -> None:
        """Read a sheet, or leave it out."""
        self.read(self.choices.with_sheet(sheet, taken=taken))

    def take_table(self, key: TableKey, rivals: tuple[TableKey, ...]) -> None:
        """Of the rivals read that one only."""
        self.read(self.choices.with_table(key, rivals))

    def read(self, choices: Choices) -> None:
        """Read the file anew with other choices; while it is read, the last ones count."""
        if without_answers(choices) == without_answers(self.choices):
            return
        self.choices = choices
        if self.is_busy:
            self._wanted = choices
            return
        self._start(choices)

    def _start(self, choices: Choices) -> None:
        self._wanted = None
        self.worked.emit(True)
        self._work.start(
            lambda progress: self._reads.recognise(self.origin, choices, progress),
            succeeded=self._take,
            failed=self._fail,
            broke=self._break,
            progressed=_nothing,
        )

    def _take(self, recognised: Recognised) -> None:
        if self._wanted is not None:
            self._start(self._wanted)
            return
        self.recognised = recognised
        self.worked.emit(False)
        self.recognised_anew.emit()

    def _fail(self, error: CongVanError) -> None:
        self._go_back()
        self.failed.emit(error)

    def _break(self, error: Exception) -> None:
        self._go_back()
        self.broke.emit(error)

    def _go_back(self) -> None:
        """Stay with what was read last; answers stay as they are."""
        kept, answers = self.recognised.choices, self.choices
        self._wanted = None
        self.choices = replace(
            kept, styles=answers.styles, period=answers.period, as_of=answers.as_of
        )
        self.worked.emit(False)

    # --------------------------------------------------------------------- the report

    def decide(self) -> None:
        """Make the report with all that was decided; `decided` or `failed` follows."""
        if self.is_busy:
            return
        choices = self.choices
        self.worked.emit(True)
        self._work.start(
            lambda progress: self._reads.decided(self.origin, choices, progress),
            succeeded=self._hand_on,
            failed=self._fail,
            broke=self._break,
            progressed=_nothing,
        )

    def _hand_on(self, report: Report) -> None:
        self.worked.emit(False)
        self.decided.emit(report)


def _nothing(_done: int, _total: int) -> None:
    """Steps done are not shown: most files are read in a moment."""
