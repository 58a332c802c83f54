"""Long work off the window's thread: one call of a core function at a time."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal

from core.errors import CongVanError

PAUSE = 5
"""Ms in which what the user does is heard before the next piece of work in the window."""

Progress = Callable[[int, int], None]


_POST = "post"
"""Name of the application's property that holds its `_Post`."""


class _Post(QObject):
    """Hears from other threads, in the window's.

    A window may be closed while work for it goes on, and another thread must not touch
    what Qt is deleting: it speaks to this, which lives as long as the application.
    """

    came = Signal(object)

    def __init__(self, application: QObject) -> None:
        super().__init__(application)
        self.came.connect(self._deliver)

    def _deliver(self, act: Callable[[], None]) -> None:
        act()


def in_window(owner: QObject, act: Callable[..., object]) -> Callable[..., None]:
    """What another thread calls to have `act` done in the window's thread.

    Nothing is done once `owner` is gone. To be asked for in the window's thread.
    """
    application = cast("QCoreApplication", QCoreApplication.instance())
    post = application.property(_POST)  # to look for a child loads Qt's every class
    if not isinstance(post, _Post):
        post = _Post(application)
        application.setProperty(_POST, post)

    def tell(*said: object) -> None:
        def hear() -> None:
            if shiboken6.isValid(owner):
                act(*said)

        post.came.emit(hear)

    return tell


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
    """One task at a time; a new one can begin as soon as the old one has told.

    Once it is deleted, with the window that it is for, nobody is told any more.
    """

    def __init__(self, parent: QObject) -> None:
        """Do nothing yet."""
        super().__init__(parent)
        self.is_busy = False
        """Whether a task has not told its outcome yet."""

    def start(
        self,
        call: Callable[[Progress], Any],
        succeeded: Callable[[Any], None],
        failed: Callable[[CongVanError], None],
        broke: Callable[[Exception], None],
        progressed: Callable[[int, int], None],
    ) -> None:
        """Run `call` in another thread; one of the functions hears of the outcome.

        Args:
            call: A core function, given what to tell its progress with; it must touch
                no widget.
            succeeded: Hears its result.
            failed: Hears the `CongVanError` that stopped it.
            broke: Hears any other exception: a fault of the program's.
            progressed: Hears steps done, and steps in all (0 where nobody knows).
        """
        self.is_busy = True
        progress, end = in_window(self, progressed), in_window(self, self._end)

        def run() -> None:
            try:
                outcome, act = call(progress), succeeded
            except CongVanError as error:
                outcome, act = error, failed
            except Exception as error:  # noqa: BLE001 - handed on to the window
                outcome, act = error, broke
            end(outcome, act)

        run_aside(run)

    def _end(self, outcome: Any, act: Callable[[Any], None]) -> None:  # noqa: ANN401
        self.is_busy = False
        act(outcome)
