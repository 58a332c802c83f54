"""Cards that ask which place of the file tells a figure, or for a period to be typed."""

from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt

from core.report import Place

ROWS: list[list[Any]] = [
    ["Kết quả tháng 19/2024"],
    ["STT", "Đơn vị", "Hồ sơ quá hạn", "Tổng số hồ sơ xử lý quá hạn"],
    [1, "Xã A", 2, 5],
    [2, "Xã B", 3, 3],
    [3, "Xã C", 4, None],
]


@pytest.fixture
def two_columns(tmp_path):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.worksheets[0].append(row)
    path = tmp_path / "hai cột.xlsx"
    book.save(path)
    return path


def test_the_period_is_typed_and_the_column_chosen(window_on, two_columns, qtbot):
    window = window_on(two_columns)
    panel, session = window.panel, window.session

    period, column = panel.cards
    assert period.asking.title == "Câu 1/2: Kỳ báo cáo là kỳ nào?"
    assert period.buttons == []
    assert "Chưa đọc được “tháng 19/2024”" in period.asking.reason
    assert column.asking.title == "Câu 2/2: Lấy số ở cột nào?"
    assert (
        column.asking.where
        == "Xã A · Hồ sơ quá hạn (hồ sơ) · ô C3 và 1 ô khác cùng cột"
    )
    assert [tuple(one) for one in column.asking.choices] == [
        ("2", "cột C"),
        ("5", "cột D"),
    ]

    panel.period.edit.selectAll()
    qtbot.keyClicks(panel.period.edit, "9/2024")
    qtbot.keyClick(panel.period.edit, Qt.Key.Key_Return)
    column.buttons[1].click()
    with qtbot.waitSignal(session.decided) as decided:
        session.decide()

    report = decided.args[0]
    told = [report.number_at(Place(row, "overdue_total")) for row in "123"]
    assert (told, report.period.code) == ([5, 3, None], "2024-09")


def test_tables_side_by_side_are_told_apart_by_their_columns(window_on, tmp_path):
    book = openpyxl.Workbook()
    rows: list[list[Any]] = [
        ["STT", "Đơn vị", "Hồ sơ quá hạn", None, "STT", "Đơn vị", "Hồ sơ quá hạn"],
        [1, "Xã A", 2, None, 1, "Xã A", 5],
    ]
    for row in rows:
        book.worksheets[0].append(row)
    path = tmp_path / "hai bảng.xlsx"
    book.save(path)

    card = window_on(path).panel.cards[0]

    assert [one.words for one in card.asking.choices] == [
        "dòng 1–2",
        "dòng 1–2, từ cột E",
    ]
