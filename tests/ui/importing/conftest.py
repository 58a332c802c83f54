"""What tests of the import window share: the corpus, and the program's real child."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from core.importing import asking
from core.importing.asked import Recognised
from core.importing.choosing.choices import Choices
from core.importing.reader import Reader
from core.report import Report
from tests.ui.months import CATALOGUE
from ui.importing.session import Origin, Session
from ui.importing.window import ImportWindow
from ui.main_window import MainWindow

EXPORTS = Path(__file__).parents[2] / "data" / "exports"


class Here:
    """Reads in this process what the program reads in its child."""

    def recognise(
        self, origin: Origin, choices: Choices, _progress: object
    ) -> Recognised:
        return asking.recognise(
            origin.path, CATALOGUE, choices=choices, pasted=origin.pasted
        )

    def decided(self, origin: Origin, choices: Choices, _progress: object) -> Report:
        return asking.decided(
            origin.path, CATALOGUE, choices=choices, pasted=origin.pasted
        )


@pytest.fixture
def window_on(qtbot, look, show) -> Callable[..., ImportWindow]:
    """The import window on a file of the corpus."""

    def made(name: str | Path, width: int = 1366, height: int = 690) -> ImportWindow:
        origin = Origin(EXPORTS / name)
        asked = asking.look(origin.path, CATALOGUE, always=True).asked
        assert asked is not None
        session = Session(Here(), CATALOGUE, origin, asked)
        window = ImportWindow(look, None, session)
        qtbot.addWidget(window)
        window.resize(width, height)
        show(window)
        return window

    return made


@pytest.fixture
def lost(tmp_path) -> Path:
    """A workbook in which no table of ours is recognised."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Danh mục", 0)
    for row in (
        ["Danh mục thiết bị của bộ phận Một cửa"],
        [],
        ["STT", "Thiết bị", "Nơi đặt"],
        [1, "Máy quét", "Quầy 1"],
        [2, "Máy in", "Quầy 2"],
    ):
        sheet.append(row)
    path: Path = tmp_path / "Danh mục thiết bị.xlsx"
    book.save(path)
    return path


@pytest.fixture(scope="session")
def child() -> Iterator[Reader]:
    """The program's own child, started once."""
    with Reader() as made:
        yield made


@pytest.fixture
def program(qtbot, window: MainWindow, child: Reader) -> Callable[[Path], ImportWindow]:
    """Open a file in the program, and wait for its import window."""
    lend(window, child)

    def asked(path: Path) -> ImportWindow:
        window.errands.open(path)
        return shown(qtbot, window)

    return asked


def shown(qtbot, window: MainWindow) -> ImportWindow:
    """The import window, once it is there."""
    importing = window.errands.importing
    qtbot.waitUntil(lambda: importing.shown is not None, timeout=30_000)
    made = importing.shown
    assert isinstance(made, ImportWindow)
    qtbot.waitUntil(made.isVisible)
    return made


def lend(window: MainWindow, child: Reader) -> None:
    """Have the window read by the child of all tests, which its end does not end."""
    window.errands.opener.use(Lent(child))


class Lent(Reader):
    """A reader that hands on to another one and ends nothing."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._lender = reader

    def call(self, *named: Any, **values: Any) -> Any:
        return self._lender.call(*named, **values)

    def cancel(self) -> None:
        self._lender.cancel()

    def close(self) -> None:
        pass
