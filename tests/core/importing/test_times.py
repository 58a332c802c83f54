"""Columns of several times: the report's own are read, the others are left and said."""

from decimal import Decimal

import pytest

from core.importing.asking import is_clear
from core.importing.grid import Grid
from core.importing.opened import Opened
from core.importing.opening import of_grids
from core.importing.recognition.recognise import Certainty
from core.importing.recognition.times import Time, time_of
from core.period import PeriodKind
from core.report import NoteKind, Source
from tests.core.importing.grids import figures, notes, numbers, recogniser, sheet

CATALOGUE = recogniser().catalogue
MONTHS = """
    {title}
    STT | Tên đơn vị | Tỷ lệ hồ sơ nộp trực tuyến (%) | |
        |            | {first} | {second} | Tăng giảm
    1   | Xã A       | 90 | 91.5 | 1.5
    2   | Xã B       | 80 | 70   | -10
"""
MERGES = ("C2:E2", "A2:A3", "B2:B3")


def opened(grid: Grid) -> Opened:
    return of_grids([grid], Source("tệp.xlsx", ""), CATALOGUE)


def months(title: str, first: str, second: str) -> Opened:
    text = MONTHS.format(title=title, first=first, second=second)
    return opened(sheet(text, *MERGES))


def online(found: Opened) -> list[object]:
    told = figures(found.report, "online_submit_rate")
    return [value for values in told.values() for value in values]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Tháng 8", "Tháng 9"),
        ("T8", "T9"),
        ("Tháng 8/2024", "Tháng 9/2024"),
        ("Tháng trước", "Tháng này"),
        ("Cùng kỳ năm 2023", "Kỳ báo cáo"),
    ],
)
def test_this_months_column_is_the_figure_and_the_rest_is_left_with_a_note(
    first, second
):
    found = months("Kết quả tháng 9/2024", first, second)

    assert online(found) == numbers("91.5", 70)
    assert is_clear(found, CATALOGUE)
    (note,) = notes(found.report, NoteKind.LEFT_OUT)
    above = "Tỷ lệ hồ sơ nộp trực tuyến (%)"
    assert note.at == "Bảng!C3"
    assert note.text == (
        f"cột “{above} – {first}”, “{above} – Tăng giảm” (số của kỳ khác, không lấy)"
    )


def test_the_month_of_the_titles_decides_wherever_its_column_stands():
    assert online(months("Kết quả tháng 8/2024", "Tháng 8", "Tháng 9")) == numbers(
        90, 80
    )
    assert online(months("Kết quả tháng 9/2024", "Tháng 9", "Tháng 8")) == numbers(
        90, 80
    )


@pytest.mark.parametrize("title", ["KẾT QUẢ", "Kết quả tháng 10/2024"])
def test_without_the_month_in_the_titles_the_latest_is_only_near_and_asked(title):
    found = months(title, "Tháng 8/2024", "Tháng 9/2024")

    assert online(found) == numbers("91.5", 70)
    (near,) = [one for one in found.columns if one.certainty is Certainty.NEAR]
    assert near.letters == "D"
    assert not is_clear(found, CATALOGUE)


def test_january_is_later_than_december():
    found = months("KẾT QUẢ", "Tháng 12", "Tháng 1")

    assert online(found) == numbers("91.5", 70)


def test_months_over_groups_of_columns_are_told_apart_alike():
    text = """
        Kết quả tháng 9/2024
        STT | Đơn vị | Tháng 8 | | Tháng 9 |
            |        | Quá hạn | Số hóa hồ sơ (%) | Quá hạn | Số hóa hồ sơ (%)
        1   | Xã A   | 1 | 50 | 2 | 60
    """
    text = text.replace("Quá hạn", "Hồ sơ quá hạn")

    found = opened(sheet(text, "C2:D2", "E2:F2", "A2:A3", "B2:B3"))

    assert figures(found.report, "overdue_total digitize_rate") == {
        "Xã A": numbers(2, 60)
    }
    assert notes(found.report, NoteKind.CONFLICT) == []


def test_months_beside_names_of_criteria_are_their_results():
    text = """
        Kết quả tháng 9/2024
        STT | Tiêu chí | Tháng 8 | Tháng 9
        1   | Tỷ lệ hồ sơ nộp trực tuyến | 90 | 91.5
        2   | Tỷ lệ hồ sơ thanh toán trực tuyến | 80 | 70
    """

    found = opened(sheet(text))

    told = figures(found.report, "online_submit_rate online_pay_rate")
    assert told == {"": numbers("91.5", 70)}


# ------------------------------------------------------------------------ running sums

SUMS = """
    Kết quả tháng 9/2024
    STT | Đơn vị | {first} | Lũy kế từ đầu năm |
        |        | {below} | Tỷ lệ số hóa hồ sơ (%) | Hồ sơ quá hạn
    1   | Xã A   | 2 | 50 | 20
"""


def test_columns_under_a_running_sum_are_of_another_time_than_the_month():
    text = SUMS.format(first="Trong tháng", below="Hồ sơ quá hạn")

    found = opened(sheet(text, "D2:E2", "A2:A3", "B2:B3"))

    assert found.report.columns == ("overdue_total",)
    assert figures(found.report, "overdue_total") == {"Xã A": [Decimal(2)]}
    (note,) = notes(found.report, NoteKind.LEFT_OUT)
    assert note.text.startswith("cột “Lũy kế từ đầu năm – Tỷ lệ số hóa hồ sơ (%)”, ")


def test_a_table_that_is_a_running_sum_as_a_whole_is_read():
    text = SUMS.format(first="Lũy kế từ đầu năm", below="Hồ sơ tiếp nhận trong năm")

    found = opened(sheet(text, "C2:E2", "A2:A3", "B2:B3"))

    assert figures(found.report, "digitize_rate overdue_total") == {
        "Xã A": numbers(50, 20)
    }
    assert notes(found.report, NoteKind.LEFT_OUT) == []


def test_a_figure_that_is_itself_a_running_sum_stays_one():
    text = """
        Kết quả tháng 9/2024
        STT | Đơn vị | Chứng thực bản sao điện tử |
            |        | Trong tháng | Lũy kế
        1   | Xã A   | 2 | 50
    """

    found = opened(sheet(text, "C2:D2", "A2:A3", "B2:B3"))

    assert figures(found.report, "ecopy_count ecopy_cumulative") == {
        "Xã A": numbers(2, 50)
    }


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Tháng 9", Time(PeriodKind.MONTH, 9)),
        ("(Tháng 09/2024)", Time(PeriodKind.MONTH, 9, 2024)),
        ("Quý III/2024", Time(PeriodKind.QUARTER, 3, 2024)),
        ("Năm 2024", Time(PeriodKind.YEAR, 0, 2024)),
        ("Tuần 12", Time(PeriodKind.WEEK, 12)),
        ("Luỹ kế", Time("sum")),
        ("Kỳ trước", Time("before")),
        ("Trong kỳ", Time("now")),
        ("Tổng số", None),
        ("Từ kỳ trước chuyển qua", None),
        ("Tỷ lệ tháng 9", None),
    ],
)
def test_the_time_that_the_whole_of_a_heading_names(text, time):
    assert time_of(text) == time
