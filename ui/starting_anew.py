"""The program closed and opened again, where the user wants what it just took over."""

from PySide6.QtWidgets import QApplication, QWidget

from core import reading_process

WANTED = "mở lại"
"""Property of the application: open the program again once it has ended."""


def ask(window: QWidget) -> None:
    """Close the program and open it again, unless something keeps it from closing."""
    app = QApplication.instance()
    if app is not None:
        app.setProperty(WANTED, True)
        if not window.window().close():
            app.setProperty(WANTED, False)


def obey(app: QApplication) -> None:
    """Open the program again, where that was asked for; its store is let go by now."""
    if app.property(WANTED):
        from PySide6.QtCore import QProcess  # few starts need it

        program, *arguments = reading_process.own_command()[:-1]
        QProcess.startDetached(program, arguments)
