"""The import window on files of the corpus: what it shows, and what is decided in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.importing.grid import Spot
from core.importing.opened import RowRole
from core.period import Period
from core.report import Place
from tests.ui.hands import press
from tests.ui.months import CATALOGUE
from ui.importing import words
from ui.importing.column_choice import ColumnChoice
from ui.importing.heads import in_lines
from ui.importing.sheet_model import Asked

TWO_READINGS = "Số có hai cách đọc.xlsx"
CONFLICT = "Kỳ mâu thuẫn.xlsx"


def decided(qtbot, window):
    """Press “Đưa vào bảng” and wait for the report."""
    with qtbot.waitSignal(window.taken, timeout=20_000) as made:
        QTest.mouseClick(window.done_button, Qt.MouseButton.LeftButton)
    return made.args[0]


def test_the_sheet_is_shown_as_it_is_with_what_its_rows_were_taken_for(window_on):
    window = window_on(TWO_READINGS)
    rows = window.sheets.view.rows
    assert rows.role(1) is RowRole.TITLE
    assert rows.role(2) is RowRole.HEADER
    assert rows.role(3) is RowRole.UNIT
    assert rows.text(Spot(3, 2)) == "Xã Lộc Thạnh"
    assert window.sheets.view.heads.name(3) == "Hồ sơ quá hạn"
    assert "chắc chắn" in window.sheets.view.heads.spoken(3)


def test_nothing_is_preselected_and_the_first_asked_cell_is_shown(window_on):
    window = window_on(TWO_READINGS)
    buttons = [one for card in window.panel.cards for one in card.buttons]
    assert len(window.panel.cards) == 3
    assert not any(one.isChecked() for one in buttons)
    assert window.sheets.view.rows.asked(Spot(3, 3)) is Asked.OPEN
    current = window.sheets.view.currentIndex()
    assert (current.row() + 1, current.column() + 1) == (3, 3)


def test_keys_answer_and_enter_goes_on_until_the_report_is_made(qtbot, window_on):
    window = window_on(TWO_READINGS)
    for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_1):
        press(key)
        press(Qt.Key.Key_Return)
    assert not any(map(window.session.is_open, window.session.questions))
    assert window.done_button.hasFocus()
    report = decided(qtbot, window)
    values = [
        [report.number_at(Place(row, *question.field)) for row in ("1", "2")]
        for question in window.session.questions
    ]
    told = [[str(value) for value in some] for some in values]
    assert told == [["85.714", "92.308"], ["1024", "2500"], ["2033", "1118"]]


def test_an_answer_can_be_changed_and_taken_back_with_the_mouse(window_on):
    window = window_on(TWO_READINGS)
    card = window.panel.cards[0]
    question = window.session.questions[0]
    QTest.mouseClick(card.buttons[0], Qt.MouseButton.LeftButton)
    assert window.session.answer(question) == 0
    QTest.mouseClick(card.buttons[1], Qt.MouseButton.LeftButton)
    assert window.session.answer(question) == 1
    assert [one.isChecked() for one in card.buttons] == [False, True]
    assert window.sheets.view.rows.asked(Spot(3, 3)) is Asked.ANSWERED
    QTest.mouseClick(card.buttons[1], Qt.MouseButton.LeftButton)
    assert window.session.answer(question) is None
    assert window.sheets.view.rows.asked(Spot(3, 3)) is Asked.OPEN


def test_what_is_not_answered_stays_unreadable(qtbot, window_on):
    window = window_on(TWO_READINGS)
    press(Qt.Key.Key_2)
    report = decided(qtbot, window)
    first, second, _ = window.session.questions
    assert report.number_at(first.places[0]) is not None
    assert report.number_at(second.places[0]) is None
    assert report.cell(second.places[0]).value.readings


def test_a_conflict_of_periods_is_asked_and_answered(qtbot, window_on):
    window = window_on(CONFLICT)
    assert window.session.period is None
    press(Qt.Key.Key_2)
    chosen = window.session.questions[0].answers[1].value
    assert window.session.period == chosen
    assert decided(qtbot, window).period == chosen


def test_a_typed_period_counts_and_a_wrong_one_is_said(qtbot, window_on):
    window = window_on(TWO_READINGS)
    edit = window.panel.period.edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "13/2024")
    press(Qt.Key.Key_Tab)
    assert "Chưa đọc được kỳ này" in edit.accessibleDescription()
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "10/2024")
    press(Qt.Key.Key_Tab)
    assert window.session.period == Period.month(2024, 10)
    assert decided(qtbot, window).period == Period.month(2024, 10)


@pytest.mark.parametrize("name", [TWO_READINGS, CONFLICT, "ket qua cac xa.xlsx"])
def test_the_window_needs_no_more_room_than_the_smallest(window_on, name):
    window = window_on(name, 1024, 530)
    hint = window.minimumSizeHint()
    assert (hint.width(), hint.height()) <= (1024, 530)
    assert window.size().width() == 1024
    assert window.size().height() == 530
    assert window.panel.width() == 340


def test_a_fraction_among_percentages_is_asked_of_the_whole_column(qtbot, window_on):
    window = window_on("Theo dõi chỉ tiêu DVCTT.xlsm")
    press(Qt.Key.Key_2)
    report = decided(qtbot, window)
    question = window.session.questions[0]
    assert report.number_at(question.places[0]) == question.answers[1].value


def test_the_sheet_is_shown_from_its_start_as_far_as_the_asked_cell_allows(
    qtbot, window_on
):
    window = window_on(TWO_READINGS, 1024, 530)
    view = window.sheets.view
    qtbot.waitUntil(lambda: view.horizontalScrollBar().value() == 0)
    assert view.verticalScrollBar().value() == 0
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_the_sheet_stays_where_it_is_while_its_header_is_chosen_anew(window_on):
    window = window_on(TWO_READINGS)
    view = window.sheets.view
    top = view.mapTo(window, view.rect().topLeft())
    window.sheets.choose_header()
    QApplication.processEvents()
    assert window.sheets.header_bar.isVisible()
    assert view.mapTo(window, view.rect().topLeft()) == top


def test_why_nothing_can_be_taken_stands_beside_the_button(qtbot, window_on, lost):
    window = window_on(lost)
    assert not window.done_button.isEnabled()
    assert "chọn dòng tiêu đề" in window.told.text()
    with qtbot.waitSignal(window.session.recognised_anew, timeout=20_000):
        window.session.set_header(window.sheets.sheet.name, (3,))
    assert not window.done_button.isEnabled()
    assert "bấm đầu cột" in window.told.text()


def test_columns_that_are_only_near_are_counted_once_all_is_answered(window_on):
    window = window_on("ket qua cac xa.xlsx")
    opened = window.session.recognised.opened
    assert words.heading(opened, 0, 2, 3) == "Còn 3 cột gần đúng, xem lại"
    assert words.heading(opened, 0, 2, 0) == "Đã chọn xong"
    assert "tên cột" in words.advice(opened, 0, 2, 3)


def test_a_name_that_has_no_room_stands_in_two_lines_and_whole_in_its_tip(window_on):
    window = window_on("ket qua cac xa.xlsx")
    heads = window.sheets.view.heads
    long = next(
        n for n in range(heads.count()) if heads.needs(n) > heads.sectionSize(n)
    )
    metrics = QFontMetrics(heads.font())
    words_of = heads.name(long).split()
    assert heads.lines == 2
    assert in_lines(metrics, " ".join(words_of), 10_000, 1) == [" ".join(words_of)]
    assert len(in_lines(metrics, " ".join(words_of), 60, 2)) == 2
    tip = heads.model().headerData(
        long, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    )
    assert heads.name(long) in tip


def test_a_search_for_a_column_that_finds_nothing_says_so_and_esc_leaves(
    qtbot, look, show, window_on
):
    window = window_on(TWO_READINGS)
    column = window.session.recognised.opened.columns[-1]
    choice = ColumnChoice(look, window, CATALOGUE, column)
    qtbot.addWidget(choice)
    show(choice)
    QTest.keyClicks(choice.search.edit, "zzz")
    assert choice.list.item(0).text() == "Không có chỉ tiêu nào như vậy."
    assert choice.offered() == ()
    QTest.keyClick(choice.search.edit, Qt.Key.Key_Return)
    assert choice.chosen is None
    QTest.keyClick(choice.search.edit, Qt.Key.Key_Escape)
    assert not choice.isVisible()
