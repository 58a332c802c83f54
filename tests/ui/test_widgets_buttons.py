"""Buttons: rank, height, keys, words, and why one is disabled."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.theme import LIGHT, Look
from ui.widgets.buttons import (
    Rank,
    button,
    icon_button,
    set_available,
    set_icon,
    set_rank,
)


@pytest.mark.parametrize("rank", list(Rank))
@pytest.mark.parametrize(("small", "height"), [(False, 32), (True, 26)])
def test_buttons_of_all_ranks_are_equally_high_with_and_without_focus(
    look: Look, qtbot, show, rank, small, height
):
    made = button(look, "Lưu &tên khác…", "download", rank=rank, small=small)
    qtbot.addWidget(made)
    show(made)
    width = made.sizeHint().width()
    assert made.sizeHint().height() == height
    made.setFocus()
    assert made.hasFocus()
    assert made.sizeHint().height() == height
    assert made.sizeHint().width() == width


def test_the_filled_button_moves(look: Look, qtbot):
    made = button(look, "Lưu công văn", "download", rank=Rank.PRIMARY)
    qtbot.addWidget(made)
    made.show()
    middle = made.height() // 2
    assert made.grab().toImage().pixelColor(8, middle) == LIGHT.accent
    set_rank(look, made, Rank.PLAIN)
    assert made.grab().toImage().pixelColor(8, middle) == LIGHT.surface


def test_a_mouse_click_leaves_the_focus_where_it_was(look: Look, qtbot, show):
    window = QWidget()
    row = QHBoxLayout(window)
    cell = QLineEdit()
    made = button(look, "Chép")
    row.addWidget(cell)
    row.addWidget(made)
    qtbot.addWidget(window)
    show(window)
    cell.setFocus()
    with qtbot.waitSignal(made.clicked):
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert cell.hasFocus()
    qtbot.keyClick(cell, Qt.Key.Key_Tab)
    assert made.hasFocus()
    with qtbot.waitSignal(made.clicked):
        qtbot.keyClick(made, Qt.Key.Key_Space)


def test_a_button_without_a_word_says_its_name(look: Look, qtbot):
    made = icon_button(look, "close", "Đóng")
    qtbot.addWidget(made)
    made.show()
    assert (made.accessibleName(), made.toolTip()) == ("Đóng", "Đóng")
    assert (made.width(), made.height()) == (32, 32)


def test_a_disabled_button_says_why_and_later_its_usual_tooltip(look: Look, qtbot):
    made = button(look, "Làm lại", "redo")
    qtbot.addWidget(made)
    made.setToolTip("Làm lại (Ctrl+Y)")
    set_available(made, "Chưa có bước nào để làm lại.")
    assert not made.isEnabled()
    assert made.toolTip() == "Chưa có bước nào để làm lại."
    set_available(made)
    assert made.isEnabled()
    assert made.toolTip() == "Làm lại (Ctrl+Y)"


def test_an_icon_can_be_changed_and_taken_away(look: Look, qtbot):
    made: QPushButton = button(look, "Chi tiết", "chevron-down")
    qtbot.addWidget(made)
    down = made.icon().pixmap(16, 16).toImage()
    set_icon(look, made, "chevron-up")
    assert made.icon().pixmap(16, 16).toImage() != down
    set_icon(look, made, "")
    assert made.icon().isNull()


def test_a_toggle_stays_pressed_in_its_own_colours(look: Look, qtbot):
    made = button(look, "Chỉ dòng cần xem", "filter", rank=Rank.TOGGLE)
    qtbot.addWidget(made)
    made.show()
    middle = made.height() // 2
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(made.parentWidget() or made, made.rect().bottomRight() * 3)
    assert made.isChecked()
    made.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    assert made.grab().toImage().pixelColor(5, middle) == LIGHT.soft
