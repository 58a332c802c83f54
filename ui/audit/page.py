"""The letter as it is in the file, with an icon beside each line of which it is said."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout

from core.paper.model import Paper
from core.rules.registry import Finding
from ui.audit.typeset import Typeset, typeset
from ui.letter.sheet import DESK, LEAST, PAPER, Desk, Mark, Sheet
from ui.tables.texts import TONES
from ui.theme import Look

_AIR = 90  # px above a line that is scrolled to


class PaperView(QScrollArea):
    """The desk with the letter on it.

    Signals:
        chosen: Number of the finding whose icon was pressed.
    """

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        """Show an empty sheet."""
        super().__init__()
        self._look = look
        self._paper = Paper(())
        self._findings: Mapping[int, Finding] = {}
        self._numbers: tuple[int, ...] = ()
        self._meant: Finding | None = None
        self._set: Typeset | None = None
        self._scale = 1.0
        self.sheet = Sheet(look)
        self.sheet.mark_clicked.connect(self.chosen)
        self._desk = desk = Desk(look)
        column = QVBoxLayout(desk)
        column.setContentsMargins(DESK, 20, DESK, 20)
        column.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        desk.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setWidget(desk)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusProxy(self.sheet)

    def show_paper(self, paper: Paper, findings: Sequence[Finding]) -> None:
        """Show another letter, or the same one read anew."""
        self._paper, self._meant = paper, None
        self._findings = dict(enumerate(findings))
        self._numbers = tuple(self._findings)
        self._lay_out()

    def show_findings(self, numbers: Sequence[int]) -> None:
        """Mark only those of the findings."""
        self._numbers = tuple(numbers)
        made = self._set
        marks = []
        for number in numbers:
            finding = self._findings[number]
            at = None if made is None else self._begin(finding)
            if at is not None:
                tone, title = TONES[finding.severity], finding.rule.title
                words = f"{tone.value.word}: {title}"
                marks.append(Mark(at, tone, words, number))
        self.sheet.set_marks(marks)

    def show_finding(self, finding: Finding | None) -> None:
        """Mark the words that a finding is about, and bring them into sight."""
        self._meant = finding
        at = None if finding is None else self._emphasise(finding)
        if at is None:
            self.sheet.emphasise(0, 0)
            return
        origin = self.sheet.mapTo(self._desk, QPoint(0, 0)).y()
        top = origin + self.sheet.top_of(at)
        bar = self.verticalScrollBar()
        if not bar.value() <= top - 20 <= bar.value() + self.viewport().height() - 80:
            bar.setValue(top - _AIR)

    def text(self) -> str:
        """What stands on the sheet."""
        return self.sheet.toPlainText()

    def _lay_out(self) -> None:
        meant = [one.line for one in self._findings.values() if one.line is not None]
        colours = self._look.theme.page
        before = self._set
        self._set = typeset(self._paper, colours, self._scale, meant)
        self._set.document.setParent(self.sheet)
        self.sheet.emphasise(0, 0)  # marked words of a document that is gone end Qt
        self.sheet.setDocument(self._set.document)
        if before is not None:
            before.document.deleteLater()
        self.sheet.fit(self._scale)
        self.show_findings(self._numbers)

    def _begin(self, finding: Finding) -> int | None:
        """Where the words begin that a finding is about."""
        if finding.line is None or self._set is None:
            return None
        start = self._set.position(finding.line)
        if start is None or finding.span is None:
            return start
        if finding.line not in self._set.starts:
            return start
        return start + finding.span[0]

    def _emphasise(self, finding: Finding) -> int | None:
        begin = self._begin(finding)
        if begin is None or finding.line is None:
            return None
        length = len(self._paper.lines[finding.line].text)
        start, end = finding.span or (0, length)
        self.sheet.emphasise(begin, begin + end - start)
        return begin

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the whole width of the sheet."""
        return QSize(PAPER + 60, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show the whole width of the sheet, on a small screen a little smaller."""
        super().resizeEvent(event)
        room = (self.viewport().width() - 2 * DESK) / PAPER
        scale = round(max(LEAST, min(1.0, room)), 2)
        if scale != self._scale:
            self._scale = scale
            kept = self._meant
            self._lay_out()
            self.show_finding(kept)
