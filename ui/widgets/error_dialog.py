"""The dialog for what stops the user's own command."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import Look
from ui.widgets.buttons import Rank, button, set_icon
from ui.widgets.labels import IconLabel, label, surface
from ui.widgets.tones import Tone

_EDGE = 24  # px
_ICON = 28  # px
_GAP = 19  # px, between icon and words
_TEXT = 548 - _EDGE - _ICON - _GAP - _EDGE  # px, so that the dialog is 548 wide
DISMISSED = -1


class Trouble(NamedTuple):
    """What the dialog says: what did not happen, why, what to do, what is safe."""

    title: str
    why: str
    steps: Sequence[str] = ()
    safe: str = ""
    details: str = ""  # technical text, folded away
    buttons: Sequence[str] = ("Đóng",)  # left to right; the last is the best way out
    tone: Tone = Tone.ERROR
    heading: str = "Việc cần làm"  # above the steps


class ErrorDialog(QDialog):
    """Shows a `Trouble`; `answer` is the number of the button pressed.

    Args:
        look: The look in force.
        trouble: What to say.
        parent: The window that cannot go on.
    """

    def __init__(
        self, look: Look, trouble: Trouble, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.answer = DISMISSED
        self._look = look
        self.setWindowTitle("Công văn 766")
        self.setAccessibleName(trouble.title)
        self.setAccessibleDescription(trouble.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._said(trouble))
        self._details = self._details_box(trouble.details)
        column.addWidget(self._details)
        column.addWidget(self._foot(trouble))
        self._best.setDefault(True)
        self._best.setFocus()
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    @classmethod
    def show_error(cls, look: Look, parent: QWidget | None, trouble: Trouble) -> int:
        """Ask and wait: the number of the button pressed, or DISMISSED (Esc)."""
        dialog = cls(look, trouble, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def _said(self, trouble: Trouble) -> QGridLayout:
        """Icon at left; title, reason, steps and comfort beside it."""
        grid = QGridLayout()
        grid.setContentsMargins(_EDGE, 18, _EDGE, 24)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(0)
        sign = trouble.tone.value
        icon = IconLabel(self._look, sign.icon, sign.icon_ink, _ICON)
        grid.addWidget(icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addWidget(self._text(trouble.title, "title"))
        words.addWidget(self._text(trouble.why))
        if trouble.steps:
            words.addWidget(self._steps(trouble.heading, trouble.steps))
        if trouble.safe:
            words.addSpacing(6)
            words.addLayout(self._safe(trouble.safe))
        grid.addLayout(words, 0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _steps(self, heading: str, steps: Sequence[str]) -> QFrame:
        """The well with its heading and numbered steps."""
        well = QFrame()
        well.setProperty("v", "well")
        grid = QGridLayout(well)
        grid.setContentsMargins(12, 8, 12, 10)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        grid.addWidget(label(self._look, heading, "caption", "text2"), 0, 0, 1, 2)
        for number, step in enumerate(steps, 1):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(label(self._look, f"{number}."), number, 0, top)
            grid.addWidget(self._text(step, width=_TEXT - 50), number, 1)
        grid.setColumnStretch(1, 1)
        return well

    def _safe(self, safe: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        sign = Tone.OK.value
        row.addWidget(IconLabel(self._look, sign.icon, sign.icon_ink))
        said = self._text(safe, width=_TEXT - 24)
        said.setProperty("ink", "text2")
        row.addWidget(said, 1)
        return row

    def _text(self, text: str, role: str = "body", *, width: int = _TEXT) -> QWidget:
        """A text that may be selected and that takes the height its lines need."""
        made = label(self._look, text, role, wrap=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setMinimumWidth(width)
        made.setMinimumHeight(made.heightForWidth(width))
        return made

    def _details_box(self, details: str) -> QPlainTextEdit:
        box = QPlainTextEdit(details)
        box.setReadOnly(True)
        box.setProperty("v", "well")
        box.setFont(self._look.theme.fonts.secondary)
        box.setAccessibleName("Chi tiết kỹ thuật")
        box.setFixedHeight(120)
        box.hide()
        return box

    def _foot(self, trouble: Trouble) -> QWidget:
        """The fold at left, the buttons at right, the filled one last."""
        foot = surface("footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 11, 17, 12)
        row.setSpacing(8)
        if trouble.details:
            row.addWidget(self._fold())
        row.addStretch(1)
        last = len(trouble.buttons) - 1
        for number, word in enumerate(trouble.buttons):
            rank = Rank.PRIMARY if number == last else Rank.PLAIN
            made = button(self._look, word, rank=rank)
            if number == last:
                self._best = made
            made.clicked.connect(lambda _=False, number=number: self._choose(number))
            row.addWidget(made)
        return foot

    def _fold(self) -> QPushButton:
        """The button "Chi tiết" that unfolds the technical text."""
        fold = button(self._look, "Ch&i tiết", "chevron-down", rank=Rank.GHOST)
        fold.clicked.connect(lambda: self._unfold(fold))
        return fold

    def _unfold(self, fold: QPushButton) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        set_icon(self._look, fold, "chevron-up" if shown else "chevron-down")

    def _choose(self, number: int) -> None:
        self.answer = number
        self.accept()
