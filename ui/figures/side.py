"""The panel beside the table: the findings, and the ways to more points."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.document import Document
from ui.findings.panel import FindingsPanel
from ui.gains.panel import GainsPanel
from ui.theme import Look
from ui.widgets.buttons import icon_button
from ui.widgets.chooser import SegmentedChoice
from ui.widgets.labels import rule, surface

FINDINGS, GAINS = range(2)


class SidePanel(QWidget):
    """Two panels in one place; the one wanted is chosen at the top.

    Args:
        look: The look in force.
        document: The month.
        parent: As in Qt.

    Signals:
        go_to: A `Place` that the user wants to see.
        told: Something to say in the status bar.
        fold_asked: The panel shall give its room to the table.
    """

    go_to = Signal(object)
    told = Signal(str)
    fold_asked = Signal()

    def __init__(
        self, look: Look, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.findings = FindingsPanel(look, document)
        self.gains = GainsPanel(look, document)
        self._pages = QStackedWidget()
        for panel in (self.findings, self.gains):
            self._pages.addWidget(panel)
            panel.go_to.connect(self.go_to)
            panel.told.connect(self.told)
        words = ("Điểm cần xem", "Cách tăng điểm")
        self.choice = SegmentedChoice(look, "Bảng bên phải", words)
        self.choice.chosen.connect(self._pages.setCurrentIndex)
        fold = icon_button(look, "chevron-right", "Gấp lại", small=True)
        fold.clicked.connect(self.fold_asked)
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 10)
        head.addWidget(self.choice)
        head.addStretch()
        head.addWidget(fold)
        ground = surface()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rule(upright=True))
        row.addWidget(ground, 1)

    def show_findings(self) -> None:
        """Show the findings, whatever was shown before."""
        self.choice.set_current(FINDINGS)

    def show_gains(self) -> None:
        """Show the ways to more points, whatever was shown before; one is chosen."""
        self.choice.set_current(GAINS)
        if self.gains.list.chosen() is None:
            self.gains.list.choose(0)

    def take_keys(self) -> None:
        """Let the list that is shown have the keys."""
        shown = self.gains if self.choice.current() == GAINS else self.findings
        shown.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_keys(self) -> bool:
        """Whether one of the lists has the keys."""
        return self.findings.list.hasFocus() or self.gains.list.hasFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc folds the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.fold_asked.emit()
        else:
            super().keyPressEvent(event)
