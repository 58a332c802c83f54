"""Chips, tabs and choices: what they say, and that the keyboard reaches them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.theme import LIGHT, Look
from ui.widgets.chips import SeverityChip
from ui.widgets.chooser import DropList, SegmentedChoice, TickBox
from ui.widgets.tabs import TabBar
from ui.widgets.tones import Tone

WORDS = ["Tổng quan", "Số liệu", "Hồ sơ quá hạn", "Công văn"]


@pytest.fixture
def tabs(look: Look, qtbot, show) -> TabBar:
    made = TabBar(look, WORDS)
    qtbot.addWidget(made)
    show(made)
    return made


def test_a_chip_says_number_and_word_and_whether_it_filters(look: Look, qtbot):
    chip = SeverityChip(look, Tone.WARNING, 3)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "3 cảnh báo"
    assert chip.toolTip() == "Bấm để chỉ hiện cảnh báo"
    with qtbot.waitSignal(chip.toggled) as heard:
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert heard.args == [True]
    assert chip.accessibleName() == "3 cảnh báo, đang lọc"
    chip.set_count(12)
    assert chip.count() == 12
    assert chip.accessibleName() == "12 cảnh báo, đang lọc"


def test_a_chip_grows_with_its_number(look: Look, qtbot):
    chip = SeverityChip(look, Tone.ERROR, 1)
    qtbot.addWidget(chip)
    narrow = chip.sizeHint()
    chip.set_count(1000)
    assert chip.sizeHint().width() > narrow.width()
    assert chip.sizeHint().height() == narrow.height() == 26


def test_chips_without_room_for_their_words_tell_whole_numbers(look: Look, qtbot, show):
    row = QWidget()
    qtbot.addWidget(row)
    chips = [
        SeverityChip(look, tone, 1190) for tone in (Tone.ERROR, Tone.WARNING, Tone.HINT)
    ]
    layout = QHBoxLayout(row)
    for chip in chips:
        chip.let_shorten()
        layout.addWidget(chip)
    layout.addStretch()
    row.resize(700, 60)
    show(row)
    assert [chip.shown() for chip in chips] == [
        "1190 lỗi",
        "1190 cảnh báo",
        "1190 gợi ý",
    ]
    row.resize(row.minimumSizeHint().width(), 60)
    assert [chip.shown() for chip in chips] == ["1190"] * 3
    assert all(chip.width() >= chip.minimumSizeHint().width() for chip in chips)
    assert chips[1].accessibleName() == "1190 cảnh báo"


def test_a_chip_that_only_tells_is_no_stop_for_keys_or_mouse(look: Look, qtbot):
    chip = SeverityChip(look, Tone.HINT, 3, filters=False)
    qtbot.addWidget(chip)
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not chip.isCheckable()
    assert chip.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


@pytest.mark.parametrize("tone", [Tone.ERROR, Tone.WARNING, Tone.HINT])
def test_severity_is_told_by_shape_colour_and_word(look: Look, qtbot, tone):
    others = {one for one in Tone if one is not tone}
    assert tone.value.icon not in {one.value.icon for one in others}
    assert tone.value.word not in {one.value.word for one in others}
    for tall in (False, True):
        chip = SeverityChip(look, tone, 2, tall=tall)
        qtbot.addWidget(chip)
        picture = chip.grab().toImage()
        ground = picture.pixelColor(chip.width() // 2, 3)
        assert ground == LIGHT.token(tone.value.ground)
        inks = {
            picture.pixelColor(x, y).name()
            for x in range(chip.width())
            for y in range(chip.height())
        }
        assert LIGHT.token(tone.value.icon_ink).name() in inks


def test_tabs_tell_the_change_once(tabs: TabBar, qtbot):
    heard: list[int] = []
    tabs.current_changed.connect(heard.append)
    assert tabs.current() == 0
    tabs.set_current(1)
    tabs.set_current(1)
    qtbot.mouseClick(tabs.tab(3), Qt.MouseButton.LeftButton)
    assert heard == [1, 3]
    assert tabs.current() == 3


def test_tab_key_stops_at_the_current_tab_and_arrows_move(tabs: TabBar, qtbot):
    tabs.set_current(1)
    stops = [n for n in range(4) if tabs.tab(n).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [1]
    tabs.tab(1).setFocus()
    qtbot.keyClick(tabs.tab(1), Qt.Key.Key_Right)
    assert tabs.current() == 2
    assert QApplication.focusWidget() is tabs.tab(2)
    qtbot.keyClick(tabs.tab(2), Qt.Key.Key_Left)
    assert tabs.current() == 1


def test_a_tab_is_named_with_its_count_and_makes_room_for_it(tabs: TabBar):
    before = tabs.sizeHint().width()
    tabs.set_count(2, 425)
    assert tabs.tab(2).accessibleName() == "Hồ sơ quá hạn, 425"
    assert tabs.sizeHint().width() > before + 20
    tabs.set_count(2, None)
    assert tabs.tab(2).accessibleName() == "Hồ sơ quá hạn"
    assert tabs.sizeHint().width() == before


def test_choosing_a_tab_shifts_nothing(tabs: TabBar):
    places = [tabs.tab(n).geometry() for n in range(4)]
    tabs.set_current(3)
    QApplication.processEvents()
    assert [tabs.tab(n).geometry() for n in range(4)] == places


def test_the_current_tab_is_underlined_in_the_accent(tabs: TabBar):
    tabs.set_current(1)
    picture = tabs.grab().toImage()
    for number in range(4):
        middle = tabs.tab(number).geometry().center().x()
        underlined = picture.pixelColor(middle, tabs.height() - 2) == LIGHT.accent
        assert underlined == (number == 1)


def test_a_segment_is_chosen_by_mouse_and_arrows(look: Look, qtbot, show):
    choice = SegmentedChoice(look, "Cấp", ["Xã", "Phường", "Đặc khu"], chosen=-1)
    qtbot.addWidget(choice)
    show(choice)
    assert choice.current() == -1
    heard: list[int] = []
    choice.chosen.connect(heard.append)
    choice.set_current(0)
    first = choice.childAt(10, 16)
    assert first is not None
    assert first.accessibleName() == "Cấp: Xã"
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert heard == [0, 1]
    assert choice.current() == 1


def test_a_choice_without_any_chosen_can_be_reached_by_tab(look: Look, qtbot):
    choice = SegmentedChoice(look, "Cấp", ["Xã", "Phường"], chosen=-1)
    qtbot.addWidget(choice)
    choice.show()
    first = choice.childAt(10, 16)
    assert first is not None
    assert first.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_list_and_box_draw_the_themes_own_signs(look: Look, qtbot):
    drop = DropList(look, "Năm", ["Năm 2024", "Năm 2025"])
    qtbot.addWidget(drop)
    assert drop.accessibleName() == "Năm"
    picture = drop.grab().toImage()
    right = {
        picture.pixelColor(x, y).name()
        for x in range(drop.width() - 26, drop.width() - 8)
        for y in range(8, 24)
    }
    assert len(right) > 3  # the chevron's line and its soft edges
    box = TickBox(look, "Đọc như lần này")
    qtbot.addWidget(box)
    empty = box.grab().toImage()
    box.setChecked(True)
    ticked = box.grab().toImage()
    where = box.rect().center().y()
    tick = [
        ticked.pixelColor(x, y)
        for x in range(3, 14)
        for y in range(where - 5, where + 6)
    ]
    assert ticked != empty
    assert LIGHT.accent in tick
    assert max(point.lightness() for point in tick) > 180
