"""The program once its window stands: what fills it, and what happens to faults."""

import gc
import sys
from collections.abc import Callable
from datetime import datetime
from types import TracebackType

from PySide6.QtWidgets import QApplication

from core.errors import StoreError
from ui import theme
from ui.frame import Frame
from ui.main_window import MainWindow
from ui.mode import Mode

STOPPED = 2
"""Exit code where the program cannot work, as on the command line."""

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def run(app: QApplication, frame: Frame, mode: Mode, arguments: list[str]) -> int:
    """Fill `frame`, run until it is closed, return the exit code."""
    look = theme.apply(app, mode)
    main = _filled(look, frame)
    gc.freeze()
    gc.enable()
    if main is None:
        return STOPPED
    sys.excepthook = reporter(main.report_fault)
    if arguments:
        main.open_when_shown(arguments[0])
    code = app.exec() if frame.isVisible() else 0
    main.release()
    return code


def _filled(look: theme.Look, frame: Frame) -> MainWindow | None:
    """The window's content, or None where the user gave up on the store."""
    while True:
        try:
            return MainWindow(look, now, frame.fill)
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
