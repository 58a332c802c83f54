"""Blocks of cells: copied, cut, pasted, filled down, cleared, as in Excel."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from core.report import Part, Place
from tests.ui.hands import CTRL, press
from tests.ui.months import EA_KTUR, GO_DAU, document_of, many_units, sample
from ui.tables.cell import Area

Key = Qt.Key


def clipboard():
    return QGuiApplication.clipboard()


def last_step(document):
    assert document.history.last is not None
    return document.history.last.label


def number(document, row, key, part=Part.VALUE):
    return document.report.cell(Place(row, key, part)).number


def columns(view):
    return [column.key for column in view.figures().columns]


def put(view, row, key):
    view.move_to(row, columns(view).index(key))


@pytest.fixture
def units(store):
    return document_of(store, many_units(60))


def test_a_block_of_ten_by_five_is_pasted_whole_as_one_step(units, view_of):
    view = view_of(units)
    block = [[f"{row}{column},5" for column in range(1, 6)] for row in range(1, 11)]
    clipboard().setText("\r\n".join("\t".join(line) for line in block) + "\r\n")
    put(view, 2, "on_time_rate.value")
    press(Key.Key_V, CTRL)
    keys = ["on_time_rate", "online_submit_rate", "online_pay_rate", "reuse_rate"]
    for row in range(10):
        found = [number(units, str(row + 3), key) for key in keys]
        assert found == [Decimal(f"{row + 1}{n}.5") for n in range(1, 5)]
    assert len(units.history.done) == 1
    assert last_step(units) == "Dán 50 ô"
    units.undo()
    assert number(units, "3", "on_time_rate") is None


def test_what_cannot_be_read_is_pasted_as_text_and_marked(units, view_of):
    view = view_of(units)
    clipboard().setText("91,7\t67,4l\n")
    put(view, 0, "on_time_rate.value")
    press(Key.Key_V, CTRL)
    shown = view.figures().look(0, columns(view).index("online_submit_rate.value"))
    assert shown.text == "67,4l"
    assert shown.severity is not None
    assert number(units, "1", "on_time_rate") == Decimal("91.7")


def test_a_paste_without_room_asks_and_frames_its_area(units, view_of, qtbot):
    view = view_of(units)
    clipboard().setText("1\t2\t3\n4\t5\t6")
    last = view.figures().columnCount() - 1
    view.move_to(5, last - 1)
    with qtbot.waitSignal(view.overflowed) as told:
        press(Key.Key_V, CTRL)
    assert units.history.last is None
    assert view.marks.pending == Area(5, last - 1, 6, last)
    view.paste_part(told.args[0])
    assert view.marks.pending is None
    assert last_step(units) == "Dán 4 ô"
    assert number(units, "7", "ecopy_cumulative") == Decimal(5)


def test_one_copied_cell_fills_the_selection(units, view_of):
    view = view_of(units)
    clipboard().setText("12")
    view.move_to(1, 2)
    view.move_to(3, 2, extend=True)
    press(Key.Key_V, CTRL)
    assert [number(units, str(n), "overdue_total") for n in range(1, 6)] == [
        None, 12, 12, 12, None,
    ]  # fmt: skip


def test_copy_gives_excel_its_text_and_cut_clears_in_one_step(store, view_of):
    document = sample(store, GO_DAU)
    view = view_of(document)
    put(view, 1, "reuse_rate.value")
    view.move_to(3, view.cursor_at()[1], extend=True)
    press(Key.Key_C, CTRL)
    assert clipboard().text() == "40,25\n41,79\n4,55\n"
    press(Key.Key_X, CTRL)
    assert last_step(document) == "Cắt 3 ô"
    assert number(document, "3", "reuse_rate") is None
    document.undo()
    assert number(document, "3", "reuse_rate") == Decimal("41.79")


def test_copied_cells_come_back_the_same_when_pasted(store, view_of):
    document = sample(store, EA_KTUR)
    view = view_of(document)
    put(view, 6, "numerator")
    view.move_to(6, columns(view).index("score"), extend=True)
    press(Key.Key_C, CTRL)
    assert clipboard().text() == "2457\t2882\t85,25\t17,05\n"
    press(Key.Key_V, CTRL)
    assert document.history.last is None


def test_delete_clears_and_fill_down_repeats_the_first_row(store, view_of):
    document = sample(store, GO_DAU)
    view = view_of(document)
    put(view, 1, "reuse_rate.value")
    view.move_to(3, view.cursor_at()[1], extend=True)
    press(Key.Key_D, CTRL)
    assert last_step(document) == "Điền xuống 2 ô"
    assert number(document, "4", "reuse_rate") == Decimal("40.25")
    press(Key.Key_Delete)
    assert last_step(document) == "Xóa 3 ô"
    assert view.figures().look(*view.cursor_at()).text == "chưa có"


def test_units_are_not_pasted_into_the_total_line_unless_it_was_chosen(
    units, view_of, qtbot
):
    view = view_of(units)
    clipboard().setText("1\n2\n3")
    put(view, 58, "reuse_rate.value")
    with qtbot.waitSignal(view.overflowed) as told:
        press(Key.Key_V, CTRL)
    assert told.args[0].room(view.figures())[0] == 2
    view.paste_part(told.args[0])
    assert number(units, "60", "reuse_rate") == 2
    assert number(units, "total", "reuse_rate") is None
    view.move_to(58, view.cursor_at()[1])
    view.move_to(60, view.cursor_at()[1], extend=True)
    press(Key.Key_V, CTRL)
    assert number(units, "total", "reuse_rate") == 3
    press(Key.Key_Delete)
    assert number(units, "total", "reuse_rate") is None
