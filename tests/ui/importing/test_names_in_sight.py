"""The column of names in the import window stays in sight, as a frozen one in Excel."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.importing.grid import Spot
from tests.ui.hands import press

WIDE = "Theo dõi chỉ tiêu DVCTT.xlsm"


@pytest.fixture
def scrolled(window_on):
    """A wide sheet in a small window, scrolled as far right as it goes."""
    window = window_on(WIDE, 1024, 530)
    view = window.sheets.view
    QApplication.processEvents()  # the window shows its start first
    bar = view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert view.columnViewportPosition(view.heads.held) < 0
    return window


def first_unit(view):
    """The row (from 0) below the header."""
    return view.rows.sheet.tables[0].header[-1]


def seen_at(view, row):
    """What is painted at the left edge of a row."""
    room = view.visualRect(view.rows.index(row, view.columnAt(1)))
    middle = QPoint(1, room.center().y())
    image = view.viewport().grab(view.viewport().rect()).toImage()
    wide = view.heads.held_width
    return image.copy(0, room.top(), wide, room.height()), middle


def test_names_are_painted_at_the_left_edge_once_they_are_scrolled_away(scrolled):
    view = scrolled.sheets.view
    row = first_unit(view)
    seen, _ = seen_at(view, row)
    bar = view.horizontalScrollBar()
    bar.setValue(0)
    assert view.heads.held_width == 0
    rect = view.visualRect(view.rows.index(row, view.heads.held))
    there = view.viewport().grab(rect).toImage()
    wide = min(seen.width(), there.width()) - 1  # the last px is the frozen edge
    assert seen.copy(0, 0, wide, seen.height()) == there.copy(0, 0, wide, seen.height())


def test_a_click_on_a_held_name_is_on_its_cell_and_scrolls_nothing(scrolled):
    view = scrolled.sheets.view
    row, bar = first_unit(view) + 1, scrolled.sheets.view.horizontalScrollBar()
    far = bar.value()
    middle = QPoint(8, view.rowViewportPosition(row) + 8)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QApplication.processEvents()
    assert (view.currentIndex().row(), view.currentIndex().column()) == (
        row,
        view.heads.held,
    )
    assert bar.value() == far


def test_the_held_head_asks_for_the_column_of_names(scrolled):
    view = scrolled.sheets.view
    asked: list[int] = []
    view.column_asked.disconnect()
    view.column_asked.connect(asked.append)
    QTest.mouseClick(view.heads.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
    assert asked == [view.heads.held + 1]


def test_arrows_show_each_cell_beside_the_names_never_under_them(scrolled):
    view = scrolled.sheets.view
    row = first_unit(view)
    view.go_to(Spot(row + 1, view.rows.columnCount()))
    view.setFocus()
    for column in range(view.rows.columnCount() - 2, view.heads.held, -1):
        press(Qt.Key.Key_Left)
        assert view.currentIndex().column() == column
        assert view.columnViewportPosition(column) >= view.heads.held_width
