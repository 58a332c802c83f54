"""The foot of the findings: what was accepted, what is switched off, what was not asked."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Document
from ui.findings import words
from ui.findings.folds import Fold, FoldRow, SetAside
from ui.theme import Look
from ui.widgets.labels import label, rule


class Foot(QWidget):
    """Three lines that unfold, one at a time; those with nothing to say are hidden.

    Args:
        look: The look in force.
        document: The month.

    Signals:
        go_to: A finding whose cell is wanted.
        withdrawn: A finding whose acceptance shall be taken back.
        switched_on: A rule that shall be used again.
    """

    go_to = Signal(object)
    withdrawn = Signal(object)
    switched_on = Signal(object)

    def __init__(self, look: Look, document: Document) -> None:
        super().__init__()
        self._look = look
        self._document = document
        self._line = rule()
        self.accepted, self.off, self.lacking = Fold(look), Fold(look), Fold(look)
        self.folds = (self.accepted, self.off, self.lacking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        for fold in self.folds:
            column.addWidget(fold)
            fold.turned.connect(self._turn)
        self.refresh()

    def refresh(self) -> None:
        """Say how much there is of each, and show what is unfolded as it is now."""
        document = self._document
        judged = document.is_judged
        checked = document.checked if judged else None
        accepted = sum(bool(one.accepted) for one in checked.findings) if checked else 0
        off = len(checked.switched_off) if checked else 0
        lacking = len(checked.not_judged) if checked else 0
        self.accepted.set_text(f"{accepted} điểm đã chấp nhận" if accepted else "")
        self.off.set_text(f"{off} quy tắc đang tắt" if off else "")
        self.lacking.set_text(
            f"{lacking} quy tắc chưa đánh giá được" if lacking else ""
        )
        self._line.setVisible(bool(accepted or off or lacking))
        self._fill()

    def _turn(self, unfolded: bool) -> None:
        """Fold what was unfolded before."""
        if unfolded:
            for fold in self.folds:
                if fold is not self.sender():
                    fold.head.setChecked(False)
            self._fill()

    def _fill(self) -> None:
        """Make the rows of the fold that is open; the others have none yet."""
        if not self._document.is_judged:
            return
        if self.accepted.is_open():
            self.accepted.fill(self._accepted_rows())
        elif self.off.is_open():
            self.off.fill(self._rows_off())
        elif self.lacking.is_open():
            told = words.not_judged(self._document.checked.not_judged)
            lines = (
                label(self._look, one, "secondary", "text2", wrap=True) for one in told
            )
            self.lacking.fill(lines)

    def _accepted_rows(self) -> Iterator[FoldRow]:
        document = self._document
        for one in document.checked.findings:
            if not one.accepted:
                continue
            place = words.where(document.report, document.catalogue, one)
            said = place, one.message, f"Lý do: {one.accepted}"
            goes = one.place is not None
            aside = SetAside(one, one.rule.title, said, "Bỏ chấp nhận", goes)
            row = FoldRow(self._look, aside)
            row.gone.connect(self.go_to)
            row.taken_back.connect(self.withdrawn)
            yield row

    def _rows_off(self) -> Iterator[FoldRow]:
        for switched, why in self._document.checked.switched_off:
            title = f"{switched.id} {switched.title}"
            said = (f"Lý do: {why}",)
            aside = SetAside(switched, title, said, "Dùng lại", icon="minus")
            row = FoldRow(self._look, aside)
            row.taken_back.connect(self.switched_on)
            yield row
