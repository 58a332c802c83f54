"""Long work off the window's thread: one call of a core function at a time."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from core.errors import CongVanError

Progress = Callable[[int, int], None]


class Task(QObject):
    """One call of a core function in another thread.

    Connect first, then `start`. The slots run in the window's thread.

    Signals:
        progressed: Steps done, and steps in all (0 where nobody knows).
        succeeded: The function's result.
        failed: The `CongVanError` that stopped it.
        broke: Any other exception: a fault of the program's.
        ended: After one of these three.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    broke = Signal(object)
    ended = Signal()

    def __init__(self, call: Callable[[Progress], Any], parent: QObject) -> None:
        """Prepare `call`, which is given a function to tell its progress with.

        `call` must touch no widget.
        """
        super().__init__(parent)
        self._call = call

    def start(self) -> None:
        """Begin; one of the signals follows."""
        QThreadPool.globalInstance().start(self._run)

    def _run(self) -> None:
        try:
            result = self._call(self.progressed.emit)
        except CongVanError as error:
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - handed on to the window
            self.broke.emit(error)
        else:
            self.succeeded.emit(result)
        self.ended.emit()
