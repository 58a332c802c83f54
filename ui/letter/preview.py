"""The letter on white paper, to be read; its figures lead to their cells."""

from PySide6.QtCore import QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout

from core.letter.model import Letter
from core.report import Place
from ui.letter.html import Renderer
from ui.letter.sheet import DESK, EDGE, FAMILIES, LEAST, PAPER, Desk, Sheet
from ui.theme import Look


class LetterPreview(QScrollArea):
    """The desk with the sheet on it.

    Signals:
        go_to: The cell of the figure that was clicked.
        pointed: Words about the figure under the pointer; empty for none.
    """

    go_to = Signal(object)
    pointed = Signal(str)

    def __init__(self, look: Look) -> None:
        """Show an empty sheet."""
        super().__init__()
        self._look = look
        self._places: list[Place] = []
        self._letter: Letter | None = None
        self._scale = 1.0
        self._paper = Sheet(look)
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
        self.verticalScrollBar().setValue(kept)

    def scroll_to(self, key: str) -> None:
        """Bring a paragraph into sight."""
        block = self._paper.document().begin()
        while block.isValid():
            fragments = block.begin()
            while not fragments.atEnd():
                if key in fragments.fragment().charFormat().anchorNames():
                    top = self._paper.document().documentLayout()
                    at = round(top.blockBoundingRect(block).top())
                    origin = self._paper.mapTo(self._desk, QPoint(0, 0)).y()
                    self.verticalScrollBar().setValue(origin + at - 60)
                    return
                fragments += 1
            block = block.next()

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
