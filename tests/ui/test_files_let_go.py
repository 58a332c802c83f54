"""The window keeps no file open that others want: on Windows they would be refused."""

import shutil
import sys
from pathlib import Path

import pytest

from core import resources
from ui.main_window import MainWindow

SAMPLES = resources.folder() / "samples"
TRUONG_TAY = SAMPLES / "Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx"
pytestmark = pytest.mark.skipif(
    sys.platform != "win32", reason="Windows only: run by dev.py windows --tests"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of the user's own."""
    return Path(shutil.copy(TRUONG_TAY, tmp_path))


def open_in(window: MainWindow, qtbot, path: Path) -> None:
    with qtbot.waitSignal(window.errands.month_opened, timeout=10_000):
        window.errands.open(path)


def test_the_table_of_the_open_month_may_be_replaced_by_excel(qtbot, window, table):
    open_in(window, qtbot, table)
    newer = Path(shutil.copy(table, table.with_name("mới.xlsx")))
    newer.replace(table)
    assert table.exists()


def test_a_table_that_was_refused_may_be_thrown_away(qtbot, window, told, tmp_path):
    spoilt = tmp_path / "hỏng.xlsx"
    spoilt.write_bytes(TRUONG_TAY.read_bytes()[:5000])
    window.errands.open(spoilt)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    spoilt.unlink()
    assert not spoilt.exists()


def test_the_letter_just_saved_may_be_moved(qtbot, window, table, tmp_path):
    open_in(window, qtbot, table)
    with qtbot.waitSignal(window.errands.letter_saved, timeout=20_000) as caught:
        window.commands.save.trigger()
    moved = caught.args[0].rename(tmp_path / "đã chuyển.docx")
    assert moved.read_bytes().startswith(b"PK")


def test_the_months_may_be_carried_away_once_the_window_is_closed(
    qtbot, window, table, data_folder
):
    open_in(window, qtbot, table)
    window.close()
    window.release()
    away = data_folder.rename(data_folder.with_name("mang đi"))
    assert (away / "congvan766.db").stat().st_size > 0
