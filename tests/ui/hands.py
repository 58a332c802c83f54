"""A clerk's hands for tests: keys go to whatever has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def focused() -> QWidget:
    """The widget that has the keys."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def typed_line() -> QLineEdit:
    """The line that is being typed in."""
    line = focused()
    assert isinstance(line, QLineEdit)
    return line


def press(key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key."""
    QTest.keyClick(focused(), key, held)


def write(text: str) -> None:
    """Type letter by letter: the first may open an editor that gets the rest."""
    for letter in text:
        QTest.keyClicks(focused(), letter)
