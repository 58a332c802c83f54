"""Bars, cards, drop area, empty screens, and all widgets together in both themes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QVBoxLayout, QWidget

from tests.ui.gallery import Gallery
from ui.theme import DARK, LIGHT, Look, Mode
from ui.widgets.bars import MessageBar, ThinProgress
from ui.widgets.cards import Card, DropArea, EmptyState
from ui.widgets.tones import Tone


def test_the_thin_progress_lies_under_its_header_and_moves_nothing(look: Look, qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    header, rest = QWidget(), QWidget()
    header.setFixedHeight(52)
    column.addWidget(header)
    column.addWidget(rest)
    line = ThinProgress(look, header)
    window.resize(400, 300)
    qtbot.addWidget(window)
    window.show()
    assert line.isHidden()
    place = rest.geometry()
    line.start(100)
    line.setValue(25)
    assert (line.x(), line.y(), line.width(), line.height()) == (0, 52, 400, 3)
    picture = line.grab().toImage()
    assert picture.pixelColor(98, 1) == LIGHT.accent
    assert picture.pixelColor(103, 1) == LIGHT.track
    window.resize(600, 300)
    assert line.width() == 600
    assert rest.geometry().top() == place.top()
    line.start()
    assert (line.minimum(), line.maximum()) == (0, 0)
    assert line.grab().toImage().pixelColor(5, 1) == LIGHT.accent
    line.finish()
    assert line.isHidden()


def test_a_message_stays_until_it_is_cleared(look: Look, qtbot):
    bar = MessageBar(look)
    qtbot.addWidget(bar)
    bar.show_message(Tone.ERROR, "Chưa lưu được vì ổ D: đã đầy.", "Thử lại")
    assert bar.isVisible()
    assert bar.accessibleName() == "Lỗi: Chưa lưu được vì ổ D: đã đầy."
    assert bar.grab().toImage().pixelColor(3, 3) == LIGHT.err_s
    (act,) = bar.findChildren(QAbstractButton)
    with qtbot.waitSignal(bar.acted):
        qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    assert bar.isVisible()
    bar.show_message(Tone.WARNING, "Tệp gốc đã đổi.")
    assert not act.isVisible()
    assert bar.grab().toImage().pixelColor(3, 3) == LIGHT.warn_s
    bar.clear()
    assert bar.isHidden()
    assert bar.text() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_card_that_is_a_button_is_pressed_by_mouse_and_keys(look: Look, qtbot, key):
    card = Card(look, "Tháng 9/2024", press=True)
    qtbot.addWidget(card)
    card.show()
    assert card.accessibleName() == "Tháng 9/2024"
    with qtbot.waitSignal(card.pressed):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.pressed):
        qtbot.keyClick(card, key)


def test_a_plain_card_is_no_button(look: Look, qtbot):
    card = Card(look, "Điểm theo nhóm")
    qtbot.addWidget(card)
    with qtbot.assertNotEmitted(card.pressed):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        qtbot.keyClick(card, Qt.Key.Key_Return)


def test_the_drop_area_shows_that_a_file_may_be_let_go(look: Look, qtbot):
    area = DropArea(look, "Kéo tệp Excel vào đây", "hoặc bấm Mở tệp Excel.")
    qtbot.addWidget(area)
    area.resize(600, area.height())
    assert area.height() == 66
    assert area.grab().toImage().pixelColor(300, 8) == LIGHT.surface2
    area.setActive(True)
    assert area.isActive()
    picture = area.grab().toImage()
    assert picture.pixelColor(300, 8) == LIGHT.soft
    assert picture.pixelColor(300, 1) == LIGHT.accent
    area.set_tall(tall=True)
    assert area.height() == 240


def test_an_empty_screen_offers_the_way_out(look: Look, qtbot):
    empty = EmptyState(look, "file", "Chưa có số liệu.", "Mở tệp Excel…")
    qtbot.addWidget(empty)
    empty.show()
    (act,) = empty.findChildren(QAbstractButton)
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    empty.set_text("Không có dòng nào cần xem.")
    assert [label.text() for label in empty.findChildren(QLabel)] == [
        "Không có dòng nào cần xem."
    ]


@pytest.mark.parametrize(("mode", "colours"), [(Mode.LIGHT, LIGHT), (Mode.DARK, DARK)])
def test_all_widgets_show_in_both_themes(look: Look, qtbot, mode, colours):
    look.set_mode(mode)
    gallery = Gallery(look)
    qtbot.addWidget(gallery)
    gallery.show()
    picture = gallery.grab().toImage()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(picture.height())
    }
    for token in ("bg", "surface", "accent", "err", "warn_i", "hint", "soft", "err_s"):
        assert colours.token(token).name() in seen, token


def test_no_text_of_the_gallery_is_cut_off(look: Look, qtbot):
    gallery = Gallery(look)
    qtbot.addWidget(gallery)
    gallery.show()
    for label in gallery.findChildren(QLabel):
        need = label.heightForWidth(label.width()) if label.wordWrap() else 0
        assert label.height() >= need, label.text()
        if not label.wordWrap():
            assert label.width() >= label.sizeHint().width(), label.text()


def test_everything_that_takes_keys_has_a_name(look: Look, qtbot):
    gallery = Gallery(look)
    qtbot.addWidget(gallery)
    for widget in gallery.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            words = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or words, widget
    assert len(gallery.findChildren(QLineEdit)) == 4
