"""A widget that files can be dragged to."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class DropTarget(QWidget):
    """Takes the first file that is let go over it.

    Signals:
        hovered: Whether files are dragged over it.
        dropped: Path of the file.
    """

    hovered = Signal(bool)
    dropped = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        kind: Qt.WindowType = Qt.WindowType.Widget,
    ) -> None:
        """Take files from the beginning."""
        super().__init__(parent, kind)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files that are dragged over the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.hovered.emit(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """The file went elsewhere."""
        self.hovered.emit(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take the first file that was let go."""
        self.hovered.emit(False)
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.dropped.emit(Path(url.toLocalFile()))
                return
