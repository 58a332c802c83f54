"""The start: window first, then the months, then the rest; and what may stop it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, QSize, QTimer
from PySide6.QtWidgets import QApplication

from core import resources
from core.importing.reader import Reader
from core.store.location import store_file
from tests import fresh_python
from tests.virtual_screen import virtual_screen
from ui import mode, program
from ui.colours import DARK, LIGHT
from ui.frame import NAME, SMALLEST, Frame, fits
from ui.main_window import MainWindow
from ui.mode import Mode
from ui.widgets.error_dialog import DISMISSED, ErrorDialog, Trouble

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = (
    resources.folder()
    / "samples"
    / "Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx"
)
HEAVY = {"pandas", "numpy", "openpyxl", "docx", "lxml"}

# Runs the program itself and tells which modules are loaded at three moments.
CHILD = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import main
from ui import app, frame

loaded = {}
paint, fill = frame.Frame.paintEvent, frame.Frame.fill

def note(moment):
    loaded.setdefault(moment, sorted(sys.modules))

def painted(self, event):
    paint(self, event)
    note("painted")

def filled(self, content):
    fill(self, content)
    note("home")
    QTimer.singleShot(0, at_rest)

def at_rest():
    note("rest")
    QApplication.closeAllWindows()

frame.Frame.paintEvent, frame.Frame.fill = painted, filled
code = main.main([])
print(json.dumps(loaded))
sys.exit(code)
"""


@pytest.fixture
def frame(qtbot, qapp: QApplication):
    """The frame on the screen, painted, without content."""
    made = Frame(qapp, Mode.LIGHT)
    qtbot.addWidget(made)
    made.show_at_once()
    return made


@pytest.fixture
def broken_store(data_folder: Path) -> Path:
    """A store's file that is none."""
    data_folder.mkdir(parents=True)
    file = store_file()
    file.write_bytes(b"not a database, but long enough to be taken for one" * 40)
    return file


@pytest.fixture
def hook_kept(monkeypatch) -> None:
    """Put the exception hook back after the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


def answers(monkeypatch, answer: Callable[[Trouble], int]) -> list[Trouble]:
    """What the error dialog was asked to say, answered by `answer`."""
    told: list[Trouble] = []

    def show(_look: object, _parent: object, trouble: Trouble) -> int:
        told.append(trouble)
        return answer(trouble)

    monkeypatch.setattr(ErrorDialog, "show_error", show)
    return told


def soon(act: Callable[[], object]) -> None:
    """Do `act` at the first turn of the event loop."""
    QTimer.singleShot(0, act)


# ---------------------------------------------------------------------- what is loaded


@pytest.fixture(scope="module")
def loaded(tmp_path_factory) -> dict[str, set[str]]:
    """Modules loaded when the window is painted, with its home screen, at rest."""
    data = str(tmp_path_factory.mktemp("data"))
    names = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CONGVAN766_DATA": data}
    told = json.loads(fresh_python.printed(CHILD, names))
    return {moment: set(names) for moment, names in told.items()}


@pytest.mark.parametrize("moment", ["painted", "home", "rest"])
def test_no_heavy_library_is_loaded_before_a_file_asks_for_it(loaded, moment):
    assert "ui.frame" in loaded[moment]
    assert loaded[moment] & HEAVY == set()


def test_the_window_is_painted_before_theme_store_and_screens_are_loaded(loaded):
    waiting = {"ui.theme", "ui.main_window", "sqlite3", "core.report"}
    assert loaded["painted"] & waiting == set()
    assert waiting <= loaded["home"]
    assert "dataclasses" not in loaded["home"]  # `core.frozen` does without


def test_the_months_are_shown_before_what_works_on_one_is_loaded(loaded):
    waiting = {"core.rules", "core.importing", "ui.document", "ui.errands"}
    assert loaded["home"] & waiting == set()
    assert waiting <= loaded["rest"]
    # These are loaded aside, once nothing else is to be done.
    aside = {"core.letter.compose", "core.rules.families", "ui.dialogs.office"}
    assert loaded["rest"] & aside == set()


# ------------------------------------------------------------------------- the frame


@pytest.mark.parametrize(("chosen", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_the_first_paint_is_ground_and_header_of_the_chosen_theme(
    qtbot, qapp, chosen, colours
):
    mode.keep(Mode(chosen))
    made = Frame(qapp, mode.kept())
    qtbot.addWidget(made)
    made.show_at_once()
    picture = made.grab().toImage()
    assert picture.pixelColor(600, 26) == colours.surface
    assert picture.pixelColor(600, 400) == colours.bg
    assert made.windowTitle() == NAME


def test_the_choice_of_theme_outlives_the_program_and_a_folder_that_is_none(
    data_folder: Path,
):
    assert mode.kept() is Mode.SYSTEM
    mode.keep(Mode.DARK)
    assert mode.kept() is Mode.DARK
    (data_folder / mode.FILE).write_text("purple", encoding="ascii")
    assert mode.kept() is Mode.SYSTEM
    (data_folder / mode.FILE).unlink()
    data_folder.rmdir()
    data_folder.write_text("a file where the folder should be", encoding="ascii")
    mode.keep(Mode.DARK)
    assert mode.kept() is Mode.SYSTEM


def test_the_content_comes_into_the_same_window_without_a_change_of_size(
    frame: Frame, look
):
    before = frame.geometry()
    main = MainWindow(look, program.now, frame.fill)
    assert frame.geometry() == before
    assert main.window() is frame
    assert main.isVisible()
    main.setWindowTitle("Tháng 9/2024")
    assert frame.windowTitle() == "Tháng 9/2024"
    frame.close()
    main.release()


def test_a_window_larger_than_the_screen_is_maximised(frame: Frame):
    room = frame.screen().availableGeometry()
    assert frame.isMaximized() is not fits(room.size())
    assert frame.width() <= max(room.width(), SMALLEST.width())
    assert frame.height() <= max(room.height(), SMALLEST.height())


@pytest.mark.parametrize(
    ("room", "fit"),
    [
        (QSize(1920, 1032), True),
        (QSize(1366, 720), False),  # no room for the title bar
        (QSize(1093, 566), False),  # 1366 × 768 at 125 %
    ],
)
def test_the_first_size_fits_a_screen_with_its_title_bar(room, fit):
    assert fits(room) is fit


def test_the_window_stays_when_its_content_may_not_be_closed(
    frame: Frame, look, monkeypatch
):
    main = MainWindow(look, program.now, frame.fill)
    monkeypatch.setattr(main.store, "flush", lambda _timeout: False)
    told = answers(monkeypatch, lambda _trouble: 1)  # Quay lại
    frame.close()
    assert frame.isVisible()
    assert [one.title for one in told] == ["Còn thay đổi chưa lưu được"]
    monkeypatch.undo()
    frame.close()
    assert not frame.isVisible()
    main.release()


# ----------------------------------------------------------------------- the program


def test_a_file_named_at_the_start_is_opened(frame: Frame, qapp, hook_kept, qtbot):
    titles = []

    def note(title: str) -> None:
        if "Trường Tây" in title:
            titles.append(title)
            soon(frame.close)

    frame.windowTitleChanged.connect(note)
    assert program.run(qapp, frame, Mode.LIGHT, [str(SAMPLE)]) == 0
    assert "Tháng 9/2024" in titles[0]


def test_a_file_named_at_the_start_is_read_only_once(
    frame: Frame, qapp, hook_kept, monkeypatch
):
    asked = []
    call = Reader.call

    def note(self, name, path, progress=None, **values):
        asked.append((name, path))
        return call(self, name, path, progress, **values)

    monkeypatch.setattr(Reader, "call", note)
    frame.windowTitleChanged.connect(
        lambda title: soon(frame.close) if "Trường Tây" in title else None
    )
    assert program.run(qapp, frame, Mode.LIGHT, [str(SAMPLE)]) == 0
    assert asked == [("look", SAMPLE)]


def test_a_store_that_cannot_be_opened_is_told_and_ends_with_code_2(
    frame: Frame, qapp, broken_store: Path, monkeypatch
):
    before = broken_store.read_bytes()
    told = answers(monkeypatch, lambda _trouble: DISMISSED)
    assert program.run(qapp, frame, Mode.LIGHT, []) == 2
    assert len(told) == 1
    assert told[0].why.startswith("Chưa mở được kho số liệu vì")
    assert str(broken_store) in told[0].why
    assert told[0].steps
    assert broken_store.read_bytes() == before


def test_a_store_that_is_mended_meanwhile_opens_at_the_second_try(
    frame: Frame, qapp, broken_store: Path, monkeypatch, hook_kept
):
    def mend(_trouble: Trouble) -> int:
        broken_store.unlink()
        soon(frame.close)
        return 1  # Thử lại

    told = answers(monkeypatch, mend)
    assert program.run(qapp, frame, Mode.LIGHT, []) == 0
    assert len(told) == 1
    assert broken_store.read_bytes().startswith(b"SQLite format 3")


def test_a_second_window_on_the_same_months_is_refused(
    frame: Frame, qapp, data_folder: Path, monkeypatch
):
    data_folder.mkdir(parents=True, exist_ok=True)
    first = QLockFile(str(data_folder / "dang-mo.lock"))
    assert first.tryLock(0)
    told = answers(monkeypatch, lambda _trouble: DISMISSED)
    assert program.run(qapp, frame, Mode.LIGHT, []) == 2
    assert told[0].why == "Công văn 766 đang mở ở một cửa sổ khác trên máy này."
    first.unlock()


def test_the_second_window_opens_once_the_first_is_closed(
    frame: Frame, qapp, data_folder: Path, monkeypatch, hook_kept
):
    data_folder.mkdir(parents=True, exist_ok=True)
    first = QLockFile(str(data_folder / "dang-mo.lock"))
    assert first.tryLock(0)

    def close_the_first(_trouble: Trouble) -> int:
        first.unlock()
        soon(frame.close)
        return 1  # Thử lại

    told = answers(monkeypatch, close_the_first)
    assert program.run(qapp, frame, Mode.LIGHT, []) == 0
    assert len(told) == 1


def test_a_fault_is_told_in_a_dialog_and_the_window_stays(
    frame: Frame, qapp, monkeypatch, hook_kept
):
    told = answers(monkeypatch, lambda _trouble: 0)
    stayed = []

    def fault() -> None:
        try:
            raise ZeroDivisionError
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)
        stayed.append(frame.isVisible())
        frame.close()

    soon(lambda: soon(fault))
    assert program.run(qapp, frame, Mode.LIGHT, []) == 0
    assert stayed == [True]
    assert told[0].title == "Chương trình gặp lỗi"
    assert "ZeroDivisionError" in told[0].details
    assert "test_app.py" in told[0].details


def test_ctrl_c_at_the_terminal_is_no_fault_of_the_program(monkeypatch):
    passed_on: list[tuple[object, ...]] = []
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *all_: passed_on.append(all_))
    hook = program.reporter(told.append)
    hook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert len(passed_on) == 1
    assert told == []


# ------------------------------------------------------------------- the real process

# Ctrl+Q is sent as soon as the window is there, long before it knows its commands.
QUIT_AT_ONCE = """
timeout 30 "$0" main.py & pid=$!
until window=$(xdotool search --onlyvisible --name 766); do kill -0 $pid || break; done
xdotool windowfocus "$window" key ctrl+q
wait $pid
echo "ended with $?"
"""
ESCAPE_THE_DIALOG = """
timeout 30 "$0" main.py & pid=$!
windows() { xdotool search --onlyvisible --name 766; }
until [ "$(windows | wc -l)" = 2 ]; do kill -0 $pid || break; done
for window in $(windows); do xdotool windowfocus "$window" key Escape; done
wait $pid
echo "ended with $?"
"""


def on_a_screen(script: str) -> subprocess.CompletedProcess[str]:
    """The script's end, run with this Python as $0 on a virtual screen."""
    with virtual_screen() as name:
        return subprocess.run(
            ["sh", "-c", script, sys.executable],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": name},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )


@pytest.mark.needs_xvfb
def test_a_key_pressed_while_the_program_loads_is_not_lost():
    ended = on_a_screen(QUIT_AT_ONCE)
    assert (ended.stdout, ended.stderr) == ("ended with 0\n", "")


@pytest.mark.needs_xvfb
def test_the_process_ends_with_code_2_when_the_store_cannot_be_opened(broken_store):
    assert on_a_screen(ESCAPE_THE_DIALOG).stdout == "ended with 2\n"
