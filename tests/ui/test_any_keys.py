"""Any keys in any order leave a window that lives and a month that can be undone."""

from random import Random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.test_main_window import EA_KTUR, GO_DAU, TRUONG_TAY, opened
from ui.dialogs import files, new_month, office

STEPS = 400
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
PLAIN = (
    "F2 F6 F8 Return Tab Backtab Escape Delete Backspace Up Down Left Right Home End "
    "PageUp PageDown Space"
)
KEYS = [(Qt.Key[f"Key_{name}"], NONE, "") for name in PLAIN.split()]
KEYS += [(Qt.Key[f"Key_{one}"], NONE, one) for one in "0123456789"] * 2
KEYS += [(Qt.Key.Key_Comma, NONE, ","), (Qt.Key.Key_Slash, NONE, "/")]
KEYS += [(Qt.Key.Key_A, NONE, "ế"), (Qt.Key.Key_F8, SHIFT, "")]
KEYS += [(Qt.Key[f"Key_{one}"], CTRL, "") for one in "ZYACXVDF12"]
KEYS += [(Qt.Key.Key_Down, SHIFT, ""), (Qt.Key.Key_Right, SHIFT, "")]
KEYS += [(Qt.Key.Key_End, CTRL, ""), (Qt.Key.Key_Home, CTRL, "")]


def press(window, key, keys, text):
    """Send a key to whatever has the focus, as the system does."""
    target = QApplication.focusWidget() or window
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, keys, text))
    QApplication.processEvents()


@pytest.mark.parametrize("path", [TRUONG_TAY, GO_DAU, EA_KTUR], ids=lambda p: p.stem)
@pytest.mark.parametrize("seed", [1, 2])
def test_any_keys_leave_a_living_window_and_an_undo_to_the_start(
    qtbot, window, path, seed, told, monkeypatch
):
    for module in (new_month, office):
        monkeypatch.setattr(module, "ask", lambda *_: None)
    monkeypatch.setattr(files, "letter_to_save", lambda *_: None)
    monkeypatch.setattr(files, "table_to_open", lambda *_: None)
    monkeypatch.setattr(QMenu, "exec", lambda *_: None)
    document = opened(qtbot, window, path)
    random = Random(seed)  # noqa: S311 - keys, not secrets
    for _ in range(STEPS):
        press(window, *random.choice(KEYS))
    assert [one.title for one in told if one.title == "Chương trình gặp lỗi"] == []
    while document.history.last is not None:
        document.undo()
    assert document.report == document.base
