"""What the import window says is whole, and says where: nothing that counts is cut off."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.importing.grid import Spot
from core.importing.opened import Column
from core.period import Period
from tests.ui.hands import press
from ui.importing import words
from ui.importing.heads import part_words
from ui.importing.question_card import LineButton
from ui.importing.sheet_model import Asked


def test_the_legend_names_the_rows_of_every_table(window_on):
    window = window_on("Tổng hợp tháng 4.2026.xlsx")
    told = [text for _, text in words.legend(window.sheets.sheet, is_asked=False)]
    assert told == ["Tên bảng", "Tiêu đề: dòng 3, 9", "Đơn vị: dòng 4–6, 10–12"]


def test_the_legend_names_the_rows_of_a_list(window_on):
    window = window_on("DS hồ sơ quá hạn tháng 10-2026.xlsx")
    told = [text for _, text in words.legend(window.sheets.sheet, is_asked=False)]
    assert told[-1] == "Hồ sơ: dòng 4–6"


def test_an_answer_says_first_in_which_cell_it_was_read(window_on):
    window = window_on("Kỳ mâu thuẫn.xlsx")
    (card,) = window.panel.cards
    told = [one.words for one in card.asking.choices]
    assert told == ["ô A1, trang Tháng 8-2025", "tên trang Tháng 8-2025"]


def test_a_long_period_is_seen_whole(window_on):
    window = window_on("Kỳ lẻ.xlsx", 1024, 530)
    QApplication.processEvents()
    edit = window.panel.period.edit
    assert edit.text() == "Kỳ từ ngày 15/12/2025 đến ngày 14/01/2026"
    assert edit.fontMetrics().horizontalAdvance(edit.text()) < edit.width() - 20


def test_which_part_of_a_figure_a_column_holds_is_never_cut(window_on):
    window = window_on("Bộ chỉ số 766 theo nhóm.xlsx")
    heads, catalogue = window.sheets.view.heads, window.session.catalogue
    parts = 0
    for number in range(heads.count()):
        column = heads.column(number)
        assert isinstance(column, Column)
        part = part_words(catalogue, column)
        lines = heads._lines_of(column, heads.sectionSize(number) - 20)
        if part:
            parts += 1
            assert " ".join(lines).endswith(part)
    assert parts > 4


def test_columns_of_several_sheets_are_listed_under_their_sheets(window_on):
    window = window_on("Bộ chỉ số 766 theo nhóm.xlsx")
    box = window.panel._lines_box
    seen = [box.itemAt(n).widget() for n in range(box.count())]
    titles = [
        one.text()
        for one in seen
        if one is not None and not isinstance(one, LineButton)
    ]
    assert titles[0] == "Trang “Công khai minh bạch”"
    assert len(titles) == len(set(titles)) > 1


@pytest.fixture
def file_of(tmp_path):
    """A workbook of these rows on one sheet."""

    def made(*rows):
        book = openpyxl.Workbook()
        sheet = book.create_sheet("Bảng", 0)
        for row in rows:
            sheet.append(row)
        path = tmp_path / "Kết quả.xlsx"
        book.save(path)
        return path

    return made


def test_of_two_columns_both_cells_are_shown_as_they_stand_and_marked(
    window_on, file_of
):
    window = window_on(
        file_of(
            ["Kết quả tháng 9/2024"],
            ["STT", "Tên đơn vị", "Hồ sơ quá hạn", "Tổng số hồ sơ xử lý quá hạn"],
            [1, "Xã An Bình", 2, 3],
            [2, "Xã An Lộc", 4, 4],
        )
    )
    rows = window.sheets.view.rows
    assert [rows.text(Spot(3, column)) for column in (3, 4)] == ["2", "3"]
    assert [rows.asked(Spot(3, column)) for column in (3, 4)] == [Asked.OPEN] * 2
    assert rows.asked(Spot(4, 3)) is Asked.NO


def test_a_period_that_cannot_be_read_is_typed_at_once(qtbot, window_on, file_of):
    window = window_on(
        file_of(
            ["Kết quả tháng 15/2024"],
            ["STT", "Tên đơn vị", "Tổng số hồ sơ xử lý quá hạn"],
            [1, "Xã An Bình", 2],
            [2, "Xã An Lộc", 4],
        )
    )
    panel = window.panel
    assert panel._advice.text() == "Gõ kỳ báo cáo vào ô bên dưới, ví dụ 9/2024."
    assert "tháng 15/2024" in panel.period._below.text()
    assert panel.period.edit.hasFocus()
    QTest.keyClicks(panel.period.edit, "9/2024")
    press(Qt.Key.Key_Return)
    assert window.session.period == Period.month(2024, 9)
    assert panel._heading.text() == "Đã chọn xong"
    assert window.done_button.hasFocus()


def test_a_column_that_is_not_recognised_is_said_over_the_columns(window_on, file_of):
    window = window_on(
        file_of(
            ["Kết quả tháng 9/2024"],
            ["STT", "Tên đơn vị", "Tổng số hồ sơ xử lý quá hạn", "Điểm cộng khác"],
            [1, "Xã An Bình", 2, 1.5],
            [2, "Xã An Lộc", 4, 2],
        )
    )
    assert window.panel._heading.text() == "Có 1 cột chưa nhận ra"
    assert "chọn chỉ tiêu" in window.panel._advice.text()


def test_names_of_criteria_and_notes_below_a_table_are_not_cut(window_on):
    lines = window_on("Số liệu từng dòng.xlsx")
    view = lines.sheets.view
    names = [view.rows.text(Spot(row, 2)) for row in range(5, 10)]
    room = view.columnWidth(1) - 20
    assert max(view.fontMetrics().horizontalAdvance(one) for one in names) <= room
    daily = window_on("Theo dõi điểm hằng ngày.xlsx")
    view = daily.sheets.view
    assert view.rows.text(Spot(9, 1)).startswith("Cập nhật")
    assert view.columnSpan(8, 0) == view.rows.columnCount()
