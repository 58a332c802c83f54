"""The error dialog: what it says, and which way out was taken."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from tests.ui.gallery import TROUBLE
from ui.theme import Look
from ui.widgets.error_dialog import DISMISSED, ErrorDialog


@pytest.fixture
def dialog(look: Look, qtbot, show, monkeypatch) -> ErrorDialog:
    made = ErrorDialog(look, TROUBLE)
    qtbot.addWidget(made)
    show(made)
    return made


def named(dialog: QWidget | None, word: str) -> QPushButton:
    """The button with `word` on it."""
    assert dialog is not None
    found = [
        button
        for button in dialog.findChildren(QPushButton)
        if button.text().replace("&", "") == word
    ]
    return found[0]


def test_it_says_what_why_what_to_do_and_what_is_safe(dialog: ErrorDialog):
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    for said in (TROUBLE.title, TROUBLE.why, *TROUBLE.steps, TROUBLE.safe):
        assert said in texts
    assert "Việc cần làm" in texts
    assert {"1.", "2."} <= set(texts)
    assert dialog.width() == 548
    assert dialog.accessibleName() == TROUBLE.title


def test_no_sentence_is_cut_off(dialog: ErrorDialog):
    for label in dialog.findChildren(QLabel):
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_technical_text_is_folded_away_until_it_is_asked_for(
    dialog: ErrorDialog, qtbot
):
    (details,) = dialog.findChildren(QPlainTextEdit)
    assert not details.isVisible()
    height = dialog.height()
    qtbot.mouseClick(named(dialog, "Chi tiết"), Qt.MouseButton.LeftButton)
    assert details.isVisible()
    assert details.toPlainText() == TROUBLE.details
    qtbot.waitUntil(lambda: dialog.height() > height)
    qtbot.mouseClick(named(dialog, "Chi tiết"), Qt.MouseButton.LeftButton)
    assert not details.isVisible()


def test_the_best_way_out_is_filled_and_enter_takes_it(dialog: ErrorDialog, qtbot):
    best = named(dialog, "Thử lại")
    assert best.property("v") == "primary"
    assert best.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.answer == 2
    assert not dialog.isVisible()


@pytest.mark.parametrize(("word", "number"), [("Để sau", 0), ("Lưu tên khác…", 1)])
def test_the_answer_is_the_button_that_was_pressed(look: Look, qtbot, word, number):
    def press() -> None:
        shown = QApplication.activeModalWidget()
        qtbot.mouseClick(named(shown, word), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)
    assert ErrorDialog.show_error(look, None, TROUBLE) == number


def test_escape_chooses_nothing(look: Look, qtbot):
    QTimer.singleShot(
        0, lambda: qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
    )
    assert ErrorDialog.show_error(look, None, TROUBLE) == DISMISSED


def test_without_steps_comfort_or_details_nothing_empty_is_shown(look: Look, qtbot):
    bare = TROUBLE._replace(steps=(), safe="", details="", buttons=("Đóng",))
    dialog = ErrorDialog(look, bare)
    qtbot.addWidget(dialog)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert texts == [TROUBLE.title, TROUBLE.why]
    assert [b.text() for b in dialog.findChildren(QPushButton)] == ["Đóng"]
