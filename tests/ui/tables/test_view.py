"""The table under real hands: keys, typing, clipboard, mouse, frozen parts."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.report import Part, Place
from tests.ui.hands import CTRL, PLAIN, SHIFT, press, typed_line, write
from tests.ui.months import EA_KTUR, GO_DAU, by_hand, document_of, many_units, sample
from ui.tables.cell import Area

Key = Qt.Key


def number(document, row, key, part=Part.VALUE):
    return document.report.cell(Place(row, key, part)).number


def columns(view):
    return [column.key for column in view.figures().columns]


def put(view, row, key):
    view.move_to(row, columns(view).index(key))


@pytest.fixture
def units(store):
    return document_of(store, many_units(60))


# -------------------------------------------------------------------- typing


def test_typing_replaces_and_enter_goes_down(store, view_of):
    document = sample(store, GO_DAU)
    view = view_of(document)
    put(view, 3, "reuse_rate.value")
    write("45,5")
    press(Key.Key_Return)
    assert number(document, "4", "reuse_rate") == Decimal("45.5")
    assert view.cursor_at() == (4, columns(view).index("reuse_rate.value"))
    assert view.hasFocus()


def test_f2_edits_with_the_caret_at_the_end_and_nothing_selected(store, view_of):
    document = sample(store, GO_DAU)
    view = view_of(document)
    put(view, 3, "reuse_rate.value")
    press(Key.Key_F2)
    editor = typed_line()
    assert (editor.text(), editor.cursorPosition()) == ("4,55", 4)
    assert not editor.hasSelectedText()
    write("1")
    press(Key.Key_Tab)
    assert number(document, "4", "reuse_rate") == Decimal("4.551")
    assert view.cursor_at()[1] == columns(view).index("reuse_rate.value") + 1


def test_escape_takes_the_typing_back(store, view_of):
    document = sample(store, GO_DAU)
    view = view_of(document)
    put(view, 3, "reuse_rate.value")
    write("99")
    press(Key.Key_Escape)
    assert number(document, "4", "reuse_rate") == Decimal("4.55")
    assert document.history.last is None
    assert view.hasFocus()


def test_arrows_end_what_was_begun_by_typing_but_move_the_caret_after_f2(
    store, view_of
):
    document = sample(store, GO_DAU)
    view = view_of(document)
    put(view, 3, "reuse_rate.value")
    write("7")
    press(Key.Key_Right)
    assert number(document, "4", "reuse_rate") == Decimal(7)
    press(Key.Key_Left)
    press(Key.Key_F2)
    press(Key.Key_Left)
    editor = typed_line()
    assert editor.cursorPosition() == 0
    press(Key.Key_Escape)


def test_the_same_text_again_is_no_step(store, view_of):
    document = sample(store, GO_DAU)
    view = view_of(document)
    put(view, 3, "reuse_rate.value")
    press(Key.Key_F2)
    press(Key.Key_Return)
    assert document.history.last is None


def test_a_frozen_name_and_the_frozen_total_are_typed_too(units, view_of):
    view = view_of(units)
    view.move_to(0, 1)
    write("Xa Moi")
    press(Key.Key_Return)
    assert units.report.rows["1"].name == "Xa Moi"
    assert view.hasFocus()
    view.move_to(60, columns(view).index("digitize_rate.value"))
    assert view.verticalScrollBar().value() == 0
    assert view.parts.bottom.isVisible()
    write("18,5")
    press(Key.Key_Return)
    assert number(units, "total", "digitize_rate") == Decimal("18.5")


def test_a_computed_cell_says_that_it_cannot_be_typed_into(store, view_of, qtbot):
    document = sample(store, EA_KTUR)
    view = view_of(document)
    put(view, 0, "value")
    with qtbot.waitSignal(view.told) as told:
        write("5")
    assert told.args == ["Ô này không sửa trực tiếp được."]
    assert document.history.last is None


def test_an_input_method_opens_the_cell_and_its_text_arrives(store, view_of):
    document = sample(store, GO_DAU)
    view = view_of(document)
    view.move_to(1, 1)
    assert view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    composing = QInputMethodEvent("Xã", [])
    QCoreApplication.sendEvent(view, composing)
    editor = typed_line()
    done = QInputMethodEvent("", [])
    done.setCommitString("Xã Đông")
    QCoreApplication.sendEvent(editor, done)
    press(Key.Key_Return)
    assert document.report.rows["2"].name == "Xã Đông"


def test_a_double_click_opens_the_cell(store, view_of):
    document = sample(store, GO_DAU)
    view = view_of(document)
    put(view, 3, "reuse_rate.value")
    spot = view.visualRect(view.currentIndex()).center()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert typed_line().text() == "4,55"
    press(Key.Key_Escape)


# ---------------------------------------------------------------------- moving


def test_home_end_and_their_like_go_where_they_go_in_excel(units, view_of):
    view = view_of(units)
    last = view.figures().columnCount() - 1
    view.move_to(5, 4)
    for key, held, goal in (
        (Key.Key_Home, PLAIN, (5, 0)),
        (Key.Key_End, PLAIN, (5, last)),
        (Key.Key_Home, CTRL, (0, 0)),
        (Key.Key_End, CTRL, (60, last)),
        (Key.Key_Up, PLAIN, (59, last)),
        (Key.Key_Backtab, SHIFT, (59, last - 1)),
    ):
        press(key, held)
        assert view.cursor_at() == goal, key


def test_ctrl_arrows_stop_at_the_edge_of_what_is_filled(store, view_of):
    document = sample(store, GO_DAU)
    view = view_of(document)
    put(view, 1, "reuse_rate.value")
    press(Key.Key_Down, CTRL)
    assert view.cursor_at()[0] == 6
    press(Key.Key_Down, CTRL)
    assert view.cursor_at()[0] == 10
    press(Key.Key_Up, CTRL)
    assert view.cursor_at()[0] == 6


def test_pages_scroll_and_the_cursor_stays_in_sight(units, view_of):
    view = view_of(units)
    view.move_to(0, 3)
    press(Key.Key_PageDown)
    press(Key.Key_PageDown)
    row = view.cursor_at()[0]
    assert row > 20
    top = view.rowViewportPosition(row)
    bottom = view.viewport().height() - view.rowHeight(60)
    assert top >= 0
    assert top + view.rowHeight(row) <= bottom


def test_shift_extends_and_the_frame_stays_where_it_was(units, view_of):
    view = view_of(units)
    view.move_to(2, 3)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Right, SHIFT)
    assert view.area() == Area(2, 3, 3, 4)
    assert view.cursor_at() == (2, 3)
    press(Key.Key_A, CTRL)
    assert view.area() == Area(0, 0, 60, view.figures().columnCount() - 1)
    press(Key.Key_Space, SHIFT)
    assert view.area() == Area(2, 0, 2, view.figures().columnCount() - 1)
    press(Key.Key_Space, CTRL)
    assert view.area() == Area(0, 3, 60, 3)


def test_the_mouse_draws_a_selection(units, view_of):
    view = view_of(units)
    first = view.visualRect(view.figures().index(1, 3)).center()
    second = view.visualRect(view.figures().index(4, 5)).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    view.drag(view.viewport().mapToGlobal(second))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert view.area() == Area(1, 3, 4, 5)


def test_a_group_folds_by_its_arrow_and_by_the_space_bar(store, view_of):
    view = view_of(sample(store, EA_KTUR))
    whole = view.figures().rowCount()
    arrow = view.parts.left.visualRect(view.figures().index(0, 0)).center()
    QTest.mouseClick(view.parts.left.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert view.figures().rowCount() == whole - 4
    press(Key.Key_Space)
    assert view.figures().rowCount() == whole


# ------------------------------------------------------------------- its parts


def test_an_edit_neither_scrolls_nor_moves_the_cursor(units, view_of):
    view = view_of(units)
    view.move_to(40, 4)
    before = view.verticalScrollBar().value()
    assert before > 0
    units.type(Place("2", "reuse_rate"), "5")
    assert view.verticalScrollBar().value() == before
    assert view.cursor_at() == (40, 4)


def test_names_stay_at_left_and_the_total_below_while_the_rest_scrolls(units, view_of):
    view = view_of(units)
    view.resize(600, 400)
    put(view, 59, "ecopy_cumulative.value")
    QApplication.processEvents()
    assert view.horizontalScrollBar().value() > 0
    name = view.parts.left.visualRect(view.figures().index(59, 1))
    assert name.left() == view.columnWidth(0)
    bottom = view.parts.bottom
    assert bottom.rowViewportPosition(60) == 0
    last = view.figures().columnCount() - 1
    assert bottom.columnViewportPosition(last) == view.columnViewportPosition(last)


def test_jumping_puts_the_cursor_on_the_cell_of_the_report(store, view_of):
    view = view_of(sample(store, EA_KTUR))
    assert view.jump_to(Place("1", "satisfaction_rate", Part.SCORE))
    assert view.currentIndex().data() == "5,68"
    assert not view.jump_to(Place("1", "overdue_total"))


def test_a_column_is_fitted_and_its_width_kept(units, view_of, qtbot):
    view = view_of(units)
    with qtbot.waitSignal(view.parts.widened):
        view.head.sectionHandleDoubleClicked.emit(3)
    assert view.parts.widths() == {"on_time_rate.value": view.columnWidth(3)}
    assert view.parts.bottom.columnWidth(3) == view.columnWidth(3)


def test_the_name_takes_the_room_that_is_left(store, view_of):
    view = view_of(sample(store, EA_KTUR))
    assert view.horizontalScrollBar().maximum() == 0
    whole = sum(view.columnWidth(n) for n in range(view.figures().columnCount()))
    assert whole == view.viewport().width()


def test_tab_leaves_the_table_at_the_end_of_a_row(store, view_of):
    view = view_of(by_hand(store, "six-groups", "UBND xã Mới"))
    view.move_to(0, view.figures().columnCount() - 1)
    assert not view.focusNextPrevChild(True)
    view.move_to(0, 3)
    assert view.focusNextPrevChild(True)
    assert view.cursor_at() == (0, 4)


def test_enter_after_tabs_goes_below_where_the_row_was_begun(store, view_of):
    document = sample(store, GO_DAU)
    view = view_of(document)
    put(view, 3, "reuse_rate.value")
    column = view.cursor_at()[1]
    for figure in ("1", "2"):
        write(figure)
        press(Key.Key_Tab)
    press(Key.Key_Tab)
    write("3")
    press(Key.Key_Return)
    assert view.cursor_at() == (4, column)
    press(Key.Key_Return)
    assert view.cursor_at() == (5, column)
    press(Key.Key_Tab)
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert view.cursor_at() == (7, column + 1)


@pytest.mark.parametrize("width", [858, 938, 1036])
def test_the_columns_of_one_unit_fit_beside_the_findings(store, view_of, width):
    view = view_of(sample(store, EA_KTUR))
    view.resize(width, 300)
    QApplication.processEvents()
    assert view.viewport().width() < width
    view.resize(2 * width - view.viewport().width(), 300)
    QApplication.processEvents()
    assert view.viewport().width() == width
    assert view.horizontalScrollBar().maximum() == 0
    assert view.columnWidth(1) >= 200
    whole = sum(view.columnWidth(n) for n in range(view.figures().columnCount()))
    assert whole == width


def test_a_width_by_hand_gives_no_way(store, view_of):
    view = view_of(sample(store, EA_KTUR))
    view.parts.fit_column(5)
    wide = view.columnWidth(5)
    view.resize(700, 300)
    QApplication.processEvents()
    assert view.columnWidth(5) == wide
    assert view.columnWidth(4) == view.figures().columns[4].least


def test_an_empty_table_swallows_no_key(store, view_of):
    document = by_hand(store, "annex-columns")
    view = view_of(document)
    assert view.figures().rowCount() == 1
    press(Key.Key_Delete)
    press(Key.Key_End, CTRL)
    assert document.history.last is None
    assert view.area() is not None
    assert view.parts.index_at(view.mapToGlobal(QPoint(5, 5))).isValid()
