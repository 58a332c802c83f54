"""The letter on white paper, to be read; its figures lead to their cells."""

from PySide6.QtCore import QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QTextBrowser, QVBoxLayout, QWidget

from core.letter.model import Letter
from core.report import Place
from ui.letter.html import Renderer
from ui.theme import Look
from ui.widgets import painting

PAPER = 794
"""Width of A4 at 96 dots an inch, px."""

EDGE = (113, 76, 76, 76)
"""Margins left, top, right, bottom: 30, 20, 20, 20 mm at 96 dots an inch, px."""

FAMILIES = ["Times New Roman", "Liberation Serif", "serif"]


class _Paper(QTextBrowser):
    """The sheet: as high as its text, never scrolled by itself."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        page = look.theme.page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Công văn")
        self.setProperty("v", "paper")
        self.viewport().setAutoFillBackground(False)
        self._ink, self._ground = page.ink, page.paper
        self.setFixedWidth(PAPER)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw white paper below the text, in the dark theme too."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._ground)
        painter.end()
        super().paintEvent(event)

    def fit(self) -> None:
        """Be as high as the text."""
        self.document().setTextWidth(PAPER)
        least = round(PAPER * 1.414)
        height = max(least, round(self.document().size().height()))
        self.setFixedHeight(height)


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
        self._paper = _Paper(look)
        self._paper.anchorClicked.connect(self._clicked)
        self._paper.highlighted.connect(self._highlighted)
        desk = _Desk(look)
        column = QVBoxLayout(desk)
        column.setContentsMargins(16, 20, 16, 20)
        column.addWidget(self._paper, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._desk = desk
        self.setWidget(desk)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_letter(self, letter: Letter) -> None:
        """Show `letter`, scrolled as before."""
        kept = self.verticalScrollBar().value()
        rendering = Renderer(self._look.theme.page).render(letter)
        self._places = rendering.places
        document = self._paper.document()
        font = QFont(FAMILIES)
        font.setPointSizeF(14)
        document.setDefaultFont(font)
        document.setDocumentMargin(0)
        left, top, right, bottom = EDGE
        ink = self._look.theme.page.ink.name()
        self._paper.setHtml(f'<body style="color:{ink}">{rendering.html}</body>')
        frame = document.rootFrame().frameFormat()
        frame.setLeftMargin(left)
        frame.setTopMargin(top)
        frame.setRightMargin(right)
        frame.setBottomMargin(bottom)
        document.rootFrame().setFrameFormat(frame)
        self._paper.fit()
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

    def _clicked(self, url: QUrl) -> None:
        if url.fragment().isdecimal():
            self.follow(int(url.fragment()))

    def _highlighted(self, url: QUrl) -> None:
        there = url.fragment().isdecimal()
        self.pointed.emit("Bấm vào số liệu để đến ô của nó." if there else "")


class _Desk(QWidget):
    """The ground behind the sheet."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the desk."""
        painter = painting.begin(self)
        painter.fillRect(self.rect(), self._look.theme.colours.desk)
        painter.end()
