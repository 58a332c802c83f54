"""Findings of the letter as cards in a panel that scrolls as a whole."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.findings.list import FindingsList
from ui.theme import Look


class WholeList(FindingsList):
    """Cards as high as they all are: what is around them scrolls."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Show no card."""
        super().__init__(look, parent)
        self.itemDelegate().sizeHintChanged.connect(self._fit_soon)
        self.figures.modelReset.connect(self._fit_soon)

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        rows = range(self.figures.rowCount())
        self.setFixedHeight(sum(map(self.sizeHintForRow, rows)) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The open card's words break anew."""
        super().resizeEvent(event)
        self._fit_soon()
