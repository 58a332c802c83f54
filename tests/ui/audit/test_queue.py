"""A letter that comes while another is looked over: it waits its turn, and that is said."""

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from core.importing.reader import CancelledError, Reader
from tests.ui.audit.conftest import TYPED, TYPED_SUPERIOR
from tests.ui.hands import press
from ui.audit.auditor import Auditor
from ui.audit.flow import NEXT

LONG = 30  # s
STOPPED = "Đã dừng đọc."


class Held:
    """Letters that are looked over only once they are let go."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self._free, self._stopped = Event(), Event()

    def stop(self) -> None:
        """What is held ends as one that the user stops."""
        self._stopped.set()
        self._free.set()

    def let_go(self) -> None:
        """From now on nothing is held."""
        self._free.set()

    def wait(self, path: Path) -> None:
        self.begun.append(path.name)
        assert self._free.wait(LONG)
        if self._stopped.is_set():
            raise CancelledError(STOPPED)


@pytest.fixture
def held(monkeypatch) -> Held:
    made, call = Held(), Reader.call

    def wait(
        reader: Reader,
        name: str,
        path: Path,
        progress: Callable[[int, int], None] | None = None,
        **values: object,
    ) -> object:
        if name == "audit":
            made.wait(path)
        return call(reader, name, path, progress, **values)

    monkeypatch.setattr(Reader, "call", wait)
    monkeypatch.setattr(Auditor, "cancel", lambda _auditor: made.stop())
    return made


@pytest.fixture
def shown_of(qtbot, window):
    """The window on that letter, once it is shown."""

    def shown(path: Path):
        auditing = window.errands.letters.auditing

        def stands() -> bool:
            there = auditing.shown
            return there is not None and path.name in there.windowTitle()

        qtbot.waitUntil(stands, timeout=LONG * 1000)
        return auditing.shown

    yield shown
    window.errands.letters.close()


@pytest.fixture
def third(tmp_path) -> Path:
    return Path(shutil.copy(TYPED, tmp_path / "Công văn thứ ba.docx"))


def test_it_is_told_at_once_and_offered_beside_the_first(window, held, shown_of):
    window.errands.open(TYPED)
    window.errands.open(TYPED_SUPERIOR)
    assert window.status.told() == NEXT.format(TYPED_SUPERIOR.name)
    held.let_go()
    shown = shown_of(TYPED)
    assert shown.bar.text() == f"“{TYPED_SUPERIOR.name}” đang chờ kiểm tra."
    shown.bar.acted.emit()
    assert shown_of(TYPED_SUPERIOR) is shown
    assert not shown.bar.isVisible()
    assert held.begun == [TYPED.name, TYPED_SUPERIOR.name]


def test_it_is_looked_over_once_the_first_is_closed(window, held, shown_of, third):
    window.errands.open(TYPED)
    for path in (TYPED_SUPERIOR, third, third):
        window.errands.open(path)
    held.let_go()
    shown_of(TYPED).close()
    second = shown_of(TYPED_SUPERIOR)
    assert "thứ ba" in second.bar.text()
    second.close()
    last = shown_of(third)
    assert not last.bar.isVisible()
    last.close()
    assert held.begun == [TYPED.name, TYPED_SUPERIOR.name, third.name]
    assert not window.errands.letters.is_busy


def test_the_letter_that_is_looked_over_does_not_wait_for_itself(
    window, held, shown_of
):
    window.errands.open(TYPED)
    window.errands.open(TYPED)
    held.let_go()
    assert not shown_of(TYPED).bar.isVisible()
    assert held.begun == [TYPED.name]


def test_it_follows_a_letter_that_cannot_be_read(
    window, held, shown_of, tmp_path, told
):
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04" + b"\x00" * 300)
    window.errands.open(broken)
    window.errands.open(TYPED)
    held.let_go()
    shown_of(TYPED)
    assert [one.title for one in told] == ["Chưa kiểm tra được “hỏng.docx”"]


def test_who_stops_the_first_stops_what_waits(qtbot, window, held):
    window.errands.open(TYPED)
    window.errands.open(TYPED_SUPERIOR)
    qtbot.waitUntil(window.status.cancel.isVisible)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.errands.letters.is_busy)
    assert held.begun == [TYPED.name]
    assert window.errands.letters.auditing.shown is None
    assert window.status.told() == STOPPED


def test_a_letter_let_go_over_the_one_that_is_shown_takes_its_place(
    window, audited, shown_of
):
    shown = audited(TYPED)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(TYPED_SUPERIOR))])
    keys = Qt.KeyboardModifier.NoModifier
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    sheet = shown.page.sheet.viewport()  # what is below the pointer is asked first
    enter = QDragEnterEvent(QPoint(200, 200), copy, data, left, keys)
    QApplication.sendEvent(sheet, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(200, 200), copy, data, left, keys)
    QApplication.sendEvent(sheet, drop)
    assert TYPED_SUPERIOR.name in shown.told.text()
    assert shown_of(TYPED_SUPERIOR) is shown
