"""What tests of the window share: one look for each test, gone afterwards."""

import gc
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget

from ui import theme


@pytest.fixture(autouse=True)
def windows_go_before_their_parts(qapp: QApplication) -> Iterator[None]:
    """Delete a test's windows by Qt's own order, never by the garbage collector's.

    In the program every widget has a parent that lives as long as the window. A test
    lets go of whole windows, and Python's collector may then delete a header before
    its table, which Qt does not survive.
    """
    gc.disable()
    yield
    # A menu is a window of its own with a parent: it goes with its parent.
    for window in [one for one in qapp.topLevelWidgets() if one.parent() is None]:
        shiboken6.delete(window)
    gc.enable()


@pytest.fixture
def look(qapp: QApplication) -> Iterator[theme.Look]:
    """The look on the test's application, light whatever the desktop says."""
    made = theme.apply(qapp, theme.Mode.LIGHT)
    yield made
    made.deleteLater()


@pytest.fixture
def show(qtbot) -> Callable[[QWidget], None]:
    """Show a window and wait until it gets the keys."""

    def shown(widget: QWidget) -> None:
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)

    return shown
