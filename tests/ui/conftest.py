"""What tests of the window share: one look for each test, gone afterwards."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui import theme


@pytest.fixture
def look(qapp: QApplication) -> Iterator[theme.Look]:
    """The look on the test's application, light whatever the desktop says."""
    made = theme.apply(qapp, theme.Mode.LIGHT)
    yield made
    made.deleteLater()
