"""The way to data packs; what it needs is loaded when somebody goes it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.data_pack.manifest import ENDING
from ui.theme import Look


class DataPackDoor(QObject):
    """Has data packs shown and imported.

    Signals:
        told: Words for the status bar.
    """

    told = Signal(str)

    def __init__(self, look: Look, window: QWidget) -> None:
        """Work for `window`."""
        super().__init__(window)
        self._look, self._window = look, window

    def takes(self, path: Path) -> bool:
        """Whether a file is to be imported rather than opened as a table."""
        return path.suffix.lower() == ENDING

    def show(self) -> None:
        """Show the data pack in use."""
        from ui.data_packs import DataPacks

        DataPacks(self._look, self._window, self.told.emit).show()

    def open(self, path: Path) -> None:
        """Import the data pack in a file."""
        from ui.data_packs import DataPacks

        DataPacks(self._look, self._window, self.told.emit).open(path)
