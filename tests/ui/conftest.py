"""What tests of the window share: one look for each test, gone afterwards."""

import gc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget

from core.store.database import Store
from tests.ui.months import store_in
from ui import theme
from ui.figures.page import FiguresPage
from ui.main_window import MainWindow
from ui.widgets.error_dialog import ErrorDialog, Trouble

NOW = datetime(2024, 10, 4, 9, 14, tzinfo=UTC)


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


@pytest.fixture
def told(monkeypatch) -> list[Trouble]:
    """What the error dialog was asked to say; each is put off ("Để sau")."""
    seen: list[Trouble] = []

    def show(_look: object, _parent: object, trouble: Trouble) -> int:
        seen.append(trouble)
        return 0

    monkeypatch.setattr(ErrorDialog, "show_error", show)
    return seen


@pytest.fixture
def documents(tmp_path, monkeypatch) -> Path:
    """The folder of the user's documents, empty."""
    folder: Path = tmp_path / "Tài liệu"
    monkeypatch.setattr(
        "ui.saving.QStandardPaths.writableLocation", lambda _place: str(folder)
    )
    return folder


@pytest.fixture
def window(qtbot, look, show, documents, told) -> Iterator[MainWindow]:
    """The window on the home screen, at 1366 × 690."""
    made = MainWindow(look, lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1366, 690)
    show(made)
    yield made
    made.close()
    made.release()


@pytest.fixture
def store(tmp_path) -> Iterator[Store]:
    with store_in(tmp_path) as made:
        yield made


@pytest.fixture
def page_of(qtbot, look, show):
    def made(document, width=1366, height=640):
        page = FiguresPage(look, document)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.fit(width)
        show(page)
        page.setFocus()
        return page

    return made
