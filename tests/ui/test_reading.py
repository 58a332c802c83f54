"""A file read by the child while the window goes on: cancel, crash, the end."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from core import resources
from core.importing.reader import Limits, Reader
from tests.reading_child import COMMAND
from tests.ui.hands import press
from ui.main_window import FIGURES, LETTER, MainWindow
from ui.opening import PATIENCE
from ui.tasks import wait_for_all

SAMPLES = sorted((resources.folder() / "samples").glob("*.xlsx"))
EA_KTUR = SAMPLES[0]


@pytest.fixture
def readers(window: MainWindow) -> Iterator[Reader]:
    """The window's reader: a child that does what the files' names say."""
    made = Reader(COMMAND, Limits(silence=1.5, whole=6.0))
    window.errands.opener._reader.close()
    window.errands.opener._reader = made
    yield made
    made.close()


@pytest.fixture
def open_named(window: MainWindow, readers, tmp_path):
    """Begin to open a sound table under a name that says what becomes of its reader."""

    def begin(fate: str) -> Path:
        path = Path(shutil.copy(EA_KTUR, tmp_path / f"{fate} Ea Ktur.xlsx"))
        window.errands.open(path)
        return path

    return begin


def opened(qtbot, window: MainWindow, path: Path) -> None:
    with qtbot.waitSignal(window.errands.month_opened, timeout=30_000):
        window.errands.open(path)


def heard(sender: QObject, name: str) -> list[object]:
    """What a signal of `sender` says from now on."""
    said: list[object] = []
    getattr(sender, name).connect(said.append)
    return said


def test_a_long_reading_is_told_with_a_way_to_stop_it(qtbot, window, open_named):
    status = window.status
    path = open_named("treo")
    assert window.errands.opener.is_busy
    assert not status.cancel.isVisible()  # it may be over in a moment
    qtbot.waitUntil(status.cancel.isVisible, timeout=PATIENCE + 5000)
    assert status.told() == f"Đang đọc “{path.name}”…"
    assert window.progress.isVisible()
    with qtbot.waitSignal(window.errands.opener.cancelled, timeout=5000):
        QTest.mouseClick(status.cancel, Qt.MouseButton.LeftButton)
    assert status.told() == f"Đã dừng đọc “{path.name}”."
    assert not status.cancel.isVisible()
    assert not window.progress.isVisible()
    assert not window.errands.opener.is_busy


def test_escape_stops_reading_and_the_next_file_opens(qtbot, window, open_named, told):
    open_named("treo")
    qtbot.waitUntil(window.status.cancel.isVisible, timeout=PATIENCE + 5000)
    with qtbot.waitSignal(window.errands.opener.cancelled, timeout=5000):
        press(Qt.Key.Key_Escape)
    opened(qtbot, window, EA_KTUR)
    assert "Ea Ktur" in window.document.title
    assert told == []


def test_a_file_that_opens_in_a_moment_offers_nothing_to_stop(qtbot, window, readers):
    opened(qtbot, window, EA_KTUR)
    seen = heard(window.errands.opener, "began")
    window.errands.opener._patience.setInterval(5000)
    opened(qtbot, window, SAMPLES[1])
    assert seen == []
    assert not window.status.cancel.isVisible()
    assert window.status.told() == f"Đã đọc “{SAMPLES[1].name}”."


def test_the_month_that_is_open_stays_usable_while_a_file_is_read(
    qtbot, window, open_named
):
    opened(qtbot, window, EA_KTUR)
    month = window.document.month_id
    open_named("treo")
    window.show_month(LETTER)
    window.show_month(FIGURES)
    assert window.errands.opener.is_busy
    window.errands.opener.cancel()
    qtbot.waitUntil(lambda: not window.errands.opener.is_busy)
    assert window.document.month_id == month


@pytest.mark.parametrize(
    ("fate", "words"),
    [("sập", "bị dừng giữa chừng"), ("treo", "quá nặng hoặc hỏng")],
)
def test_a_file_that_ends_its_reader_is_told_and_the_next_one_opens(
    qtbot, window, open_named, told, fate, words
):
    path = open_named(fate)
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert told[0].title == f"Chưa mở được “{path.name}”"
    assert words in told[0].why
    assert told[0].details
    assert not window.status.cancel.isVisible()
    opened(qtbot, window, EA_KTUR)
    assert len(told) == 1


def test_closing_the_window_ends_the_child(qtbot, window, readers, open_named, told):
    open_named("treo")
    qtbot.waitUntil(lambda: readers._child is not None)
    process = readers._child._process
    window.close()
    window.release()
    assert process.poll() is not None
    assert window.errands.opener.is_busy  # nobody listens any more
    assert told == []


def test_a_warm_child_is_there_before_the_first_file(qtbot, window, readers):
    window.errands.opener.warm()
    wait_for_all(10_000)
    process = readers._child._process.pid
    opened(qtbot, window, EA_KTUR)
    assert readers._child._process.pid == process
