"""The program's start: the window on the screen first, all the rest after it.

What this module imports stands before the first paint: docs/decisions/0006-start.md.
"""

from PySide6.QtWidgets import QApplication

from core import VERSION
from ui import mode, taskbar
from ui.frame import NAME, Frame


def application(arguments: list[str]) -> QApplication:
    """Qt's application, named."""
    app = QApplication([NAME, "-style", "Fusion", *arguments])
    app.setProperty("fusion", True)  # as `ui.theme` asks, which is loaded later
    app.setApplicationName("CongVan766")
    app.setApplicationDisplayName(NAME)
    app.setApplicationVersion(VERSION)
    return app


def run(arguments: list[str], ahead: object = None) -> int:
    """Open the window, with a file where one is named; return the exit code.

    Args:
        arguments: The file, or nothing.
        ahead: What reads it already, as `program.run` takes it.
    """
    taskbar.identify()
    app = application(arguments)
    kept = mode.kept()
    frame = Frame(app, kept)
    frame.show_at_once()
    from ui import program

    return program.run(app, frame, kept, arguments, ahead)
