"""Tables that stand side by side under headers in rows of their own."""

import pytest

from core.importing.asked import open_rivals
from core.importing.choosing.choices import NO_CHOICES, Choices, TableKey
from core.importing.opened import Opened
from core.importing.opening import of_grids
from core.importing.recognition.recognise import LEFT_OUT
from core.report import NoteKind, Source
from tests.core.importing.grids import figures, notes, numbers, recogniser, sheet

CATALOGUE = recogniser().catalogue
RIGHT_BELOW = """
    Kết quả tháng 9/2024
    STT | Đơn vị | Hồ sơ quá hạn | | Bảng 2. Số hóa | |
    1   | Xã A | 2 | | STT | Đơn vị | Tỷ lệ số hóa hồ sơ (%)
    2   | Xã B | 3 | | 1 | Xã A | 60
    3   | Xã C | 4 | | 2 | Xã B | 50
"""
LEFT_BELOW = """
    Kết quả tháng 9/2024
    Bảng 1 | | | | STT | Đơn vị | Tỷ lệ số hóa hồ sơ (%)
    | | | | 1 | Xã A | 60
    STT | Đơn vị | Hồ sơ quá hạn | | 2 | Xã B | 50
    1   | Xã A | 2
    2   | Xã B | 3
    3   | Xã C | 4
"""
MONTHS = """
    STT | Đơn vị | Hồ sơ quá hạn | | STT | Đơn vị | Hồ sơ quá hạn
    1   | Xã A | 2 | | 1 | Xã A | 5
    2   | Xã B | 3 | | 2 | Xã B | 3
"""


def opened(text: str, choices: Choices = NO_CHOICES) -> Opened:
    return of_grids([sheet(text)], Source("tệp.xlsx", ""), CATALOGUE, choices)


@pytest.mark.parametrize("text", [RIGHT_BELOW, LEFT_BELOW], ids=["right", "left"])
def test_a_table_whose_header_stands_beside_figures_is_found(text):
    told = opened(text).report

    assert {
        name: values[: 2 if name != "Xã C" else 1]
        for name, values in figures(told, "overdue_total digitize_rate").items()
    } == {"Xã A": numbers(2, 60), "Xã B": numbers(3, 50), "Xã C": numbers(4)}
    assert told.total is None
    assert notes(told, NoteKind.UNKNOWN_HEADER) == []


def test_a_column_beside_a_table_that_is_no_table_is_only_said():
    text = """
        Kết quả tháng 9/2024
        STT | Đơn vị | Hồ sơ quá hạn | Ghi nhận khác
        1   | Xã A   | 2 | Đơn vị mới
        2   | Xã B   | 3 | Đơn vị
    """

    found = opened(text)

    assert len(found.sheets[0].tables) == 1
    (note,) = notes(found.report, NoteKind.UNKNOWN_HEADER)
    assert note.at == "Bảng!D2"


def test_tables_under_one_row_are_told_apart_by_their_first_columns():
    left, right = TableKey("Bảng", 1), TableKey("Bảng", 1, 5)

    found = opened(MONTHS)

    assert [one.key for one in found.sheets[0].tables] == [left, right]
    assert open_rivals(found) == ((left, right),)


def test_of_two_tables_side_by_side_one_can_be_taken():
    left, right = TableKey("Bảng", 1), TableKey("Bảng", 1, 5)
    choices = NO_CHOICES.with_table(right, (left, right))

    found = opened(MONTHS, Choices.from_json(choices.to_json()))

    assert open_rivals(found) == ()
    assert figures(found.report, "overdue_total") == {
        "Xã A": numbers(5),
        "Xã B": numbers(3),
    }


def test_a_column_of_the_right_table_alone_can_be_left_out():
    right = TableKey("Bảng", 3, 5)
    choices = NO_CHOICES.with_column(right, 7, LEFT_OUT)

    found = opened(RIGHT_BELOW, choices)

    assert found.report.columns == ("overdue_total",)
