"""A window that is closed while work goes on beside it: nobody is told, nothing breaks."""

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QWidget

from core import catalogue, profiles
from core.errors import UnwritableFileError
from core.importing import open_file
from core.importing.reader import Reader
from tests.ui.audit.conftest import TYPED
from tests.ui.test_judging import table
from tests.ui.test_main_window import EA_KTUR, GO_DAU
from ui import first_file, judging, opening, rest
from ui.document import Document
from ui.file_ahead import FileAhead
from ui.first_file import FirstFile
from ui.letter import judging as letter_judging
from ui.letter.judging import LetterJudging
from ui.main_window import LETTER, MainWindow
from ui.tasks import Work, wait_for_all

NOW = datetime(2024, 10, 4, 9, 14, tzinfo=UTC)
TIMES, WINDOWS = 20, 4
"""How often work outlives what it is for: a bare widget, the whole window."""

PATIENCE = 10_000  # ms
LONG = 10  # s


class Gate:
    """Holds the work of another thread until the window is gone."""

    def __init__(self) -> None:
        self.reached, self.opened = Event(), Event()

    def wait(self) -> None:
        self.reached.set()
        assert self.opened.wait(LONG)

    def close_meanwhile(self, owner: QObject) -> None:
        """End `owner` while the work waits here, then let the work end."""
        assert self.reached.wait(LONG)
        shiboken6.delete(owner)
        self.opened.set()
        wait_for_all(PATIENCE)
        QApplication.processEvents()


def ends_well(_progress: object) -> str:
    return "xong"


def ends_badly(_progress: object) -> str:
    raise UnwritableFileError("Không ghi được.")


def breaks(_progress: object) -> str:
    raise ValueError


@pytest.mark.parametrize("call", [ends_well, ends_badly, breaks])
def test_work_that_outlives_its_window_tells_nobody(qapp, call):
    told: list[object] = []
    for _ in range(TIMES):
        window, gate = QWidget(), Gate()

        def act(progress: Callable[[int, int], None], gate: Gate = gate) -> object:
            gate.wait()
            progress(1, 2)
            return call(progress)

        Work(window).start(
            act,
            succeeded=told.append,
            failed=told.append,
            broke=told.append,
            progressed=lambda *steps: told.append(steps),
        )
        gate.close_meanwhile(window)
    assert told == []


def test_work_whose_end_is_on_its_way_when_the_window_closes_tells_nobody(qapp):
    told: list[object] = []
    for _ in range(TIMES):
        window = QWidget()
        Work(window).start(
            ends_well,
            succeeded=told.append,
            failed=told.append,
            broke=told.append,
            progressed=lambda *steps: told.append(steps),
        )
        wait_for_all(PATIENCE)
        shiboken6.delete(window)
        QApplication.processEvents()
    assert told == []


def test_what_is_told_is_told_in_the_window_s_thread_and_in_order(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    work, told = Work(window), list[object]()

    def note(*said: object) -> None:
        told.append((said, QThread.currentThread() is window.thread()))

    def act(progress: Callable[[int, int], None]) -> str:
        progress(1, 2)
        progress(2, 2)
        return "xong"

    work.start(act, succeeded=note, failed=note, broke=note, progressed=note)
    qtbot.waitUntil(lambda: not work.is_busy)
    assert told == [((1, 2), True), ((2, 2), True), (("xong",), True)]


def test_the_next_work_may_begin_from_the_end_of_the_one_before(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    work, told = Work(window), list[object]()

    def go_on(left: int) -> None:
        told.append(left)
        if left:
            begin(left - 1)

    def begin(left: int) -> None:
        work.start(
            lambda _progress: left,
            succeeded=go_on,
            failed=told.append,
            broke=told.append,
            progressed=lambda *_steps: None,
        )

    begin(3)
    qtbot.waitUntil(lambda: len(told) == 4)
    assert told == [3, 2, 1, 0]


# ---------------------------------------------------------- each work of the real window


def open_sample(window: MainWindow) -> None:
    report = open_file(EA_KTUR, catalogue.load())
    window.document.open_report(report, profiles.find("xa-ea-ktur"))


def rules_of_a_large_month(window: MainWindow) -> None:
    window.document.open_report(table(), None)
    window.document._judging._begin()


def rules_of_the_letter(window: MainWindow) -> None:
    open_sample(window)
    window.show_month(LETTER)  # it is judged a moment later
    (wanted,) = window.findChildren(LetterJudging)
    wanted._begin()


def a_file(window: MainWindow) -> None:
    window.errands.open(GO_DAU)


def a_letter(window: MainWindow) -> None:
    window.errands.open(TYPED)


def a_kept_month(window: MainWindow) -> None:
    open_sample(window)
    month_id = window.document.month_id
    assert month_id is not None
    window.document.close()
    window.errands._kept.open(month_id)


WORKS = {
    rules_of_a_large_month: (judging, "check"),
    rules_of_the_letter: (letter_judging, "found"),
    a_file: (opening.Opener, "_read"),
    a_letter: (Reader, "call"),
    a_kept_month: (Document, "prepared_month"),
}
"""What begins each work, and what it waits in until the window is gone."""


@pytest.fixture
def gate(monkeypatch) -> Callable[[object, str], Gate]:
    """Makes a function wait before it does what it does, longer than closing waits."""
    monkeypatch.setattr(opening, "RELEASE", 0)
    monkeypatch.setattr(first_file, "PAINTED", 0)

    def made(owner: object, name: str) -> Gate:
        found, doing = Gate(), getattr(owner, name)

        def wait(*given: object, **named: object) -> object:
            found.wait()
            return doing(*given, **named)

        monkeypatch.setattr(owner, name, wait)
        return found

    return made


@pytest.mark.parametrize("begin", WORKS, ids=lambda one: one.__name__)
def test_the_window_may_be_closed_while_it_works(look, documents, told, gate, begin):
    for _ in range(WINDOWS):
        window = MainWindow(look, lambda: NOW)
        held = gate(*WORKS[begin])
        begin(window)
        assert held.reached.wait(LONG)
        window.close()
        window.release()
        held.close_meanwhile(window)
    assert told == []


@pytest.mark.parametrize(
    "part", [(FirstFile, "_read"), (rest, "load")], ids=["reading", "loading"]
)
def test_the_window_may_be_closed_while_its_first_file_is_opened(
    look, documents, gate, qtbot, part
):
    for _ in range(WINDOWS):
        held = gate(*part)
        file = FirstFile(GO_DAU, FileAhead(GO_DAU, None))
        window = MainWindow(look, lambda: NOW, opened=file.begin, at_home=False)
        file.open_in(window)
        qtbot.waitUntil(held.reached.is_set, timeout=PATIENCE)
        window.close()
        window.release()
        held.close_meanwhile(window)
        file.close()


def test_a_store_that_writes_after_its_window_is_gone_tells_nobody(look, documents):
    for number in range(TIMES):
        window = MainWindow(look, lambda: NOW)
        store = window.store
        window.errands.close()
        shiboken6.delete(window)
        store.set_preference("lần", number)
        assert store.flush(LONG)
        store.close()
        QApplication.processEvents()
