"""Builds the few objects of the program, ties them together and runs them."""

import sys
from collections.abc import Callable
from datetime import datetime
from types import TracebackType

from PySide6.QtWidgets import QApplication

from core import VERSION
from ui import theme
from ui.main_window import MainWindow

NAME = "Công văn 766"


def now() -> datetime:
    """The local time."""
    return datetime.now().astimezone()


def application(arguments: list[str]) -> QApplication:
    """Qt's application, named."""
    app = QApplication([NAME, *arguments])
    app.setApplicationName("CongVan766")
    app.setApplicationDisplayName(NAME)
    app.setApplicationVersion(VERSION)
    return app


def window(app: QApplication) -> MainWindow:
    """The main window, not yet shown."""
    look = theme.apply(app)
    return MainWindow(look, now)


def run(arguments: list[str]) -> int:
    """Open the window, with a file where one is named; return the exit code."""
    app = application(arguments)
    main = window(app)
    sys.excepthook = _reporter(main.report_fault)
    main.show()
    if arguments:
        main.open_when_shown(arguments[0])
    code = app.exec()
    main.release()
    return code


def _reporter(
    show: Callable[[BaseException], None],
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
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
