"""The letter on white paper, to be read; its figures lead to their cells."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFont, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout

from core.letter.model import Letter
from core.paper.model import Line
from core.report import Place
from core.rules.registry import Finding
from ui.letter.html import Renderer
from ui.letter.sheet import DESK, EDGE, FAMILIES, LEAST, PAPER, Desk, Mark, Sheet
from ui.tables.texts import TONES
from ui.theme import Look


class LetterPreview(QScrollArea):
    """The desk with the sheet on it.

    Signals:
        go_to: The cell of the figure that was clicked.
        pointed: Words about the figure under the pointer; empty for none.
        mark_clicked: Number of the finding whose icon was pressed.
    """

    go_to = Signal(object)
    pointed = Signal(str)
    mark_clicked = Signal(int)

    def __init__(self, look: Look) -> None:
        """Show an empty sheet."""
        super().__init__()
        self._look = look
        self._places: list[Place] = []
        self._letter: Letter | None = None
        self._scale = 1.0
        self._found: tuple[Sequence[Line], Sequence[Finding]] = ((), ())
        self._paper = Sheet(look)
        self._paper.mark_clicked.connect(self.mark_clicked)
        self._paper.anchorClicked.connect(self._clicked)
        self._paper.highlighted.connect(self._highlighted)
        desk = Desk(look)
        column = QVBoxLayout(desk)
        column.setContentsMargins(DESK, 20, DESK, 20)
        column.addWidget(self._paper, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        # The desk is as wide as its window: the sheet is what is made to fit.
        desk.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._desk = desk
        self.setWidget(desk)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_letter(self, letter: Letter) -> None:
        """Show `letter`, scrolled as before."""
        self._letter = letter
        kept = self.verticalScrollBar().value()
        rendering = Renderer(self._look.theme.page, self._scale).render(letter)
        self._places = rendering.places
        document = self._paper.document()
        font = QFont(FAMILIES)
        font.setPointSizeF(14 * self._scale)
        document.setDefaultFont(font)
        document.setDocumentMargin(0)
        left, top, right, bottom = (edge * self._scale for edge in EDGE)
        ink = self._look.theme.page.ink.name()
        self._paper.setHtml(f'<body style="color:{ink}">{rendering.html}</body>')
        frame = document.rootFrame().frameFormat()
        frame.setLeftMargin(left)
        frame.setTopMargin(top)
        frame.setRightMargin(right)
        frame.setBottomMargin(bottom)
        document.rootFrame().setFrameFormat(frame)
        self._paper.fit(self._scale)
        self._mark()
        self.verticalScrollBar().setValue(kept)

    def scroll_to(self, key: str) -> None:
        """Bring a paragraph into sight."""
        at = _anchored(self._paper.document(), key)
        if at is not None:
            self._show_position(at)

    def _show_position(self, at: int) -> None:
        origin = self._paper.mapTo(self._desk, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(origin + self._paper.top_of(at) - 60)

    # -------------------------------------------------------------------- findings

    def show_findings(self, lines: Sequence[Line], found: Sequence[Finding]) -> None:
        """Mark findings beside the lines of the letter that they are about."""
        self._found = lines, found
        self._mark()

    def show_finding(self, number: int) -> None:
        """Mark the words that a finding is about, and bring them into sight."""
        words = self._words(number)
        if words is None:
            self._paper.emphasise(0, 0)
            return
        self._paper.emphasise(*words)
        self._show_position(words[0])

    def marks(self) -> tuple[int, ...]:
        """The numbers of the findings that have an icon."""
        return tuple(mark.number for icon in self._paper.icons() for mark in icon.marks)

    def _mark(self) -> None:
        marks = []
        for number, finding in enumerate(self._found[1]):
            words, tone = self._words(number), TONES[finding.severity]
            if words is not None:
                told = f"{tone.value.word}: {finding.rule.title}"
                marks.append(Mark(words[0], tone, told, number))
        self._paper.emphasise(0, 0)
        self._paper.set_marks(marks)

    def _words(self, number: int) -> tuple[int, int] | None:
        """Where the words stand that a finding is about; None where they are not seen."""
        lines, found = self._found
        finding, document = found[number], self._paper.document()
        if finding.line is None or finding.line >= len(lines):
            return None
        line = lines[finding.line]
        at = _anchored(document, line.key) if line.key else None
        if at is None:
            seen = document.find(line.text)
            at = None if seen.isNull() else seen.selectionStart()
        if at is None:
            return None
        begin, end = finding.span or (0, len(line.text))
        block = document.findBlock(at)
        last = block.position() + block.length() - 1
        return min(at + begin, last), min(at + end, last)

    def text(self) -> str:
        """What stands on the sheet."""
        return self._paper.toPlainText()

    def figures(self) -> tuple[Place, ...]:
        """The cells of the links, in reading order."""
        return tuple(self._places)

    def follow(self, number: int) -> None:
        """Go to the cell of the figure with that number, as a click does."""
        self.go_to.emit(self._places[number])

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
            if self._letter is not None:
                self.show_letter(self._letter)

    def _clicked(self, url: QUrl) -> None:
        if url.fragment().isdecimal():
            self.follow(int(url.fragment()))

    def _highlighted(self, url: QUrl) -> None:
        there = url.fragment().isdecimal()
        self.pointed.emit("Bấm vào số liệu để đến ô của nó." if there else "")


def _anchored(document: QTextDocument, key: str) -> int | None:
    """Where the paragraph of that key begins; None where it is not there."""
    block = document.begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            if key in fragments.fragment().charFormat().anchorNames():
                return block.position()
            fragments += 1
        block = block.next()
    return None
