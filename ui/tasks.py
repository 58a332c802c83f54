"""Long work off the window's thread: one call of a core function at a time."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from core.errors import CongVanError

PAUSE = 5
"""Ms in which what the user does is heard before the next piece of work in the window."""

Progress = Callable[[int, int], None]


def run_aside(act: Callable[[], None]) -> None:
    """Do `act` in another thread; nobody is told of its end."""
    QThreadPool.globalInstance().start(act)


def wait_for_all(patience: int) -> None:
    """Wait until no task runs any more, for at most `patience` ms."""
    QThreadPool.globalInstance().waitForDone(patience)


@contextmanager
def without_search_for_waste() -> Iterator[None]:
    """Let Python not look for waste among what is made in the block, nor later.

    A large report is a hundred thousand objects and no waste; looking through them
    stops the window, too, for longer than a key press may take.
    """
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.freeze()
            gc.enable()


class Work(QObject):
    """One task at a time; a new one can begin as soon as the old one has told."""

    def __init__(self, parent: QObject) -> None:
        """Do nothing yet."""
        super().__init__(parent)
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a task has not told its outcome yet."""
        return self._task is not None

    def start(
        self,
        call: Callable[[Progress], Any],
        succeeded: Callable[[Any], None],
        failed: Callable[[CongVanError], None],
        broke: Callable[[Exception], None],
        progressed: Callable[[int, int], None],
    ) -> None:
        """Run `call` in another thread; one of the functions hears of the outcome."""
        task = Task(call, self)
        task.progressed.connect(progressed)
        for signal, act in (
            (task.succeeded, succeeded),
            (task.failed, failed),
            (task.broke, broke),
        ):
            signal.connect(lambda outcome, act=act: self._end(outcome, act))
        self._task = task
        task.start()

    def _end(self, outcome: Any, act: Callable[[Any], None]) -> None:  # noqa: ANN401
        if self._task is not None:
            self._task.deleteLater()
        self._task = None
        act(outcome)


class Task(QObject):
    """One call of a core function in another thread.

    Connect first, then `start`. The slots run in the window's thread.

    Signals:
        progressed: Steps done, and steps in all (0 where nobody knows).
        succeeded: The function's result.
        failed: The `CongVanError` that stopped it.
        broke: Any other exception: a fault of the program's.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    broke = Signal(object)

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
