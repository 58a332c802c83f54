"""What is found in the letter before it is saved, below its parts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.rules.registry import Finding
from ui.document import Document
from ui.letter.cards import WholeList
from ui.letter.judging import Found
from ui.theme import Look
from ui.widgets.labels import label, rule


class FoundPanel(QWidget):
    """“Điểm cần xem của công văn”: not seen as long as there is none.

    Signals:
        chosen: Number of the finding whose card was chosen.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, document: Document) -> None:
        """Show nothing yet."""
        super().__init__()
        self._document = document
        self.list = WholeList(look)
        self.list.go_to.connect(self._go)
        title = label(look, "Điểm cần xem của công văn", "heading")
        title.setContentsMargins(16, 12, 16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(rule())
        column.addWidget(self.list)
        self.hide()

    def show_found(self, found: Found) -> None:
        """Show what was found in the letter as it stands."""
        from ui.audit import words

        about = self._document.catalogue, self._document.report
        cards = [words.card(found.paper, one, *about) for one in found.findings]
        self.list.show_cards(cards)
        self.setVisible(bool(cards))

    def choose(self, number: int) -> None:
        """Open the card of a finding."""
        self.list.choose(number)
        self.list.go()

    def step(self, count: int) -> bool:
        """Open the card that many further, round the ends; False without cards."""
        if not self.list.step(count):
            return False
        self.list.go()
        return True

    def _go(self, _finding: Finding) -> None:
        self.chosen.emit(self.list.chosen_row())
