"""The program once its window stands: what fills it, and what happens to faults."""

import gc
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLockFile, QTimer
from PySide6.QtWidgets import QApplication

from core.errors import StoreError
from core.long_paths import extended
from core.store.database import Store
from core.store.location import data_folder
from ui import open_mark, rest, starting_anew, theme
from ui.frame import Frame
from ui.main_window import MainWindow, wait
from ui.mode import Mode
from ui.tasks import run_aside

STOPPED = 2
"""Exit code where the program cannot work, as on the command line."""

TURN = 0.001
"""Seconds that a thread may keep the window waiting for the interpreter.

Painting gives it away and takes it back a thousand times; 5 ms each, as Python has it,
are a window that stands still while another thread reckons.
"""

READ = 1000
"""Ms after which the file of a start is read and shown: its values are many, none waste."""

IDLE = 500
"""Ms from the whole window to what is prepared in case it is needed."""

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def run(
    app: QApplication,
    frame: Frame,
    mode: Mode,
    arguments: list[str],
    ahead: object = None,
) -> int:
    """Fill `frame`, run until it is closed, return the exit code.

    Args:
        app: Qt's application.
        frame: The window, painted empty.
        mode: Its colours.
        arguments: The file to open, or nothing.
        ahead: What reads the file already, a `FileAhead`, which no other start loads.
    """
    with open_mark.shown():
        if not arguments:
            return _run(app, frame, mode)
        from ui.file_ahead import FileAhead
        from ui.first_file import FirstFile

        path = Path(arguments[0])
        begun = ahead if isinstance(ahead, FileAhead) else FileAhead(path, None)
        file = FirstFile(path, begun)
        code = _run(app, frame, mode, file.begin, file.open_in)
        file.close()
        return code


def _run(
    app: QApplication,
    frame: Frame,
    mode: Mode,
    opened: Callable[[Store], None] = wait,
    filled: Callable[[MainWindow], None] | None = None,
) -> int:
    """Run the window; `opened` and `filled` begin with a file, where one was named."""
    look = theme.apply(app, mode)
    lock = _lock()
    main = _filled(look, frame, lock, opened, at_home=filled is None)
    _look_for_waste(after=0 if filled is None else READ)
    sys.setswitchinterval(TURN)
    if main is None:
        return STOPPED
    sys.excepthook = reporter(main.show_fault)
    if filled is None:
        QTimer.singleShot(IDLE, main.errands.opener.warm)
        QTimer.singleShot(IDLE, main.screens.prepare)
        QTimer.singleShot(IDLE, lambda: run_aside(rest.load))
    else:
        filled(main)
    code = app.exec() if frame.isVisible() else 0
    main.release()
    lock.unlock()
    starting_anew.obey(app)
    return code


def _look_for_waste(after: int) -> None:
    """Let Python look for waste again after so many ms, in what is made from then on."""

    def begin() -> None:
        gc.freeze()
        gc.enable()

    if after:
        QTimer.singleShot(after, begin)
    else:
        begin()


def _lock() -> QLockFile:
    """The mark that the program is open; a crashed program's is seen to be stale."""
    lock = QLockFile(str(data_folder() / "dang-mo.lock"))
    lock.setStaleLockTime(0)  # not by age: a window stays open for days
    return lock


def _be_alone(lock: QLockFile) -> None:
    """Take the lock: two windows on one store would undo each other's edits.

    A folder that cannot be written to is the store's to tell of.

    Raises:
        StoreError: The program is open already.
    """
    with suppress(OSError):
        extended(data_folder()).mkdir(parents=True, exist_ok=True)
    if lock.isLocked():
        return
    if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
        raise StoreError(
            "Công văn 766 đang mở ở một cửa sổ khác trên máy này.",
            steps=(
                "Chuyển sang cửa sổ đang mở và làm tiếp ở đó.",
                "Hoặc đóng cửa sổ kia rồi bấm Thử lại ở đây.",
            ),
        )


def _filled(
    look: theme.Look,
    frame: Frame,
    lock: QLockFile,
    opened: Callable[[Store], None],
    *,
    at_home: bool,
) -> MainWindow | None:
    """The window's content, or None where the user gave up on the store."""
    while True:
        try:
            _be_alone(lock)
            if at_home:
                return MainWindow(look, now, frame.fill, opened)
            main = MainWindow(look, now, opened=opened, at_home=False)
            frame.take(main)
            return main
        except StoreError as error:
            if not _may_try_again(look, frame, error):
                return None


def _may_try_again(look: theme.Look, frame: Frame, error: StoreError) -> bool:
    """Tell that the store cannot be used; whether the user wants to try again."""
    from ui.widgets.error_dialog import ErrorDialog, Trouble

    trouble = Trouble(
        title="Chưa mở được chương trình",
        why=str(error),
        steps=error.steps,
        safe="Kho số liệu được giữ nguyên như cũ.",
        details=error.detail,
        buttons=("Đóng", "Thử lại"),
    )
    return ErrorDialog.show_error(look, frame, trouble) == 1


def now() -> datetime:
    """The local time."""
    return datetime.now().astimezone()


def reporter(show: Callable[[BaseException], None]) -> Hook:
    """A hook that tells the user of a fault, in place of a traceback nobody sees."""

    def hook(
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            show(error)

    return hook
