"""A line to type a reason in: Enter gives it, Esc drops it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme import Look
from ui.widgets.buttons import button, restyle
from ui.widgets.labels import label

EMPTY = "Ghi một lý do ngắn rồi bấm Enter."


class ReasonField(QWidget):
    """Asks for a reason in one line.

    Args:
        look: The look in force.

    Signals:
        given: The reason, never empty.
        dropped: No reason will be given.
        grown: It needs another height.
    """

    given = Signal(str)
    dropped = Signal()
    grown = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._asked = label(look, "", "caption", wrap=True)
        self.edit = QLineEdit()
        self.edit.returnPressed.connect(self._give)
        self.edit.textEdited.connect(self._forgive)
        self._wrong = label(look, EMPTY, "secondary", "err", wrap=True)
        self.give = button(look, "", small=True)
        self.give.clicked.connect(self._give)
        drop = button(look, "Thôi", small=True)
        drop.clicked.connect(self.dropped)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.give)
        row.addWidget(drop)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._asked)
        column.addWidget(self.edit)
        column.addWidget(self._wrong)
        column.addLayout(row)

    def ask(self, question: str, act: str) -> None:
        """Ask anew; `act` is the button's word."""
        self._asked.setText(question)
        self.edit.setAccessibleName(question)
        self.give.setText(act)
        self.edit.clear()
        self._say_wrong(wrong=False)
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        why = " ".join(self.edit.text().split())
        if why:
            self.given.emit(why)
        else:
            self._say_wrong(wrong=True)
            self.grown.emit()

    def _forgive(self) -> None:
        if not self._wrong.isHidden():
            self._say_wrong(wrong=False)
            self.grown.emit()

    def _say_wrong(self, *, wrong: bool) -> None:
        self.edit.setProperty("bad", "true" if wrong else None)
        self.edit.setAccessibleDescription(EMPTY if wrong else "")
        restyle(self.edit)
        self._wrong.setVisible(wrong)
