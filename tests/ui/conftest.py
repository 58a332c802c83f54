"""What tests of the window share: one look for each test, gone afterwards."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from ui import theme


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
