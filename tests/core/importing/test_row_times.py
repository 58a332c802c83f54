"""Rows that each tell of which month they are: of several, one month is read."""

from dataclasses import replace
from datetime import date

import pytest

from core.importing.grid import Grid
from core.importing.opened import Opened
from core.importing.opening import of_grids
from core.importing.recognition.recognise import Certainty
from core.period import Period, PeriodKind
from core.report import PERIOD, NoteKind, Source, Unreadable
from tests.core.importing.grids import figures, notes, numbers, recogniser, sheet


def opened(*grids: Grid) -> Opened:
    return of_grids(grids, Source("Tệp.xlsx", "0"), recogniser().catalogue)


TWO_MONTHS = """
    Tháng | Đơn vị | Tỷ lệ hồ sơ nộp trực tuyến (%) | Số hồ sơ quá hạn
    9/2026 | Xã A | 80 | 1
    9/2026 | Xã B | 75 | 2
    10/2026 | Xã A | 82 | 3
    10/2026 | Xã B | 77 | 4
"""


def test_of_rows_of_two_months_the_later_ones_are_read_and_no_unit_twice():
    told = opened(sheet(TWO_MONTHS))

    assert figures(told.report, "overdue_total") == {
        "Xã A": numbers(3),
        "Xã B": numbers(4),
    }
    assert told.report.period == Period.month(2026, 10)
    (note,) = notes(told.report, NoteKind.LEFT_OUT)
    assert "tháng 9/2026" in note.text


def test_nobody_is_sure_which_of_the_months_is_meant():
    (table,) = opened(sheet(TWO_MONTHS)).sheets[0].tables

    assert [one.certainty for one in table.columns[2:]] == [Certainty.NEAR] * 2


def test_the_month_of_the_title_is_read_and_is_sure():
    told = opened(sheet("Kết quả tháng 9 năm 2026\n" + TWO_MONTHS.strip("\n")))

    assert figures(told.report, "overdue_total") == {
        "Xã A": numbers(1),
        "Xã B": numbers(2),
    }
    (table,) = told.sheets[0].tables
    assert [one.certainty for one in table.columns[2:]] == [Certainty.SURE] * 2


def test_rows_of_one_period_tell_it():
    told = opened(
        sheet("""
            Đơn vị | Kỳ báo cáo | Tiêu chí | Tử số | Mẫu số | Tỷ lệ
            Xã A | Quý III/2026 | Tỷ lệ hồ sơ nộp trực tuyến | 40 | 50 | 80
            Xã B | Quý III/2026 | Tỷ lệ hồ sơ nộp trực tuyến | 30 | 40 | 75
        """)
    )

    assert told.report.period == Period(PeriodKind.QUARTER, 2026, 3)
    assert not notes(told.report, NoteKind.UNKNOWN_HEADER)


def test_a_month_and_its_year_may_stand_in_two_columns():
    told = opened(
        sheet("""
            Năm | Tháng | Đơn vị | Số hồ sơ quá hạn
            2025 | 12 | Xã A | 1
            2026 | 1 | Xã A | 3
        """)
    )

    assert told.report.period == Period.month(2026, 1)
    assert figures(told.report, "overdue_total") == {"Xã A": numbers(3)}


def test_months_of_no_year_are_asked_about():
    told = opened(
        sheet("""
            Tháng | Đơn vị | Số hồ sơ quá hạn
            8 | Xã A | 1
            9 | Xã A | 3
        """)
    )

    assert figures(told.report, "overdue_total") == {"Xã A": numbers(3)}
    assert told.report.facts[PERIOD].value == Unreadable("tháng 9")


def test_months_that_excel_made_dates_are_months():
    grid = sheet("""
        STT | Tháng | Đơn vị | Số hồ sơ quá hạn
        1 | | Xã A | 1
        2 | | Xã A | 3
        | | Tổng cộng | 4
    """)
    rows = [list(row) for row in grid.rows]
    rows[1][1], rows[2][1] = date(2026, 8, 1), date(2026, 9, 1)

    told = opened(replace(grid, rows=rows)).report

    assert told.period == Period.month(2026, 9)
    assert figures(told, "overdue_total") == {"Xã A": numbers(3)}
    assert told.total is None  # it sums both months


@pytest.mark.parametrize(
    "column",
    ["Tháng | 9 | 31 | 3", "Kỳ | Lần 1 | Lần 2 | Lần 2", "Năm | 1990 | 12 | 5"],
)
def test_a_column_of_anything_else_tells_no_times(column):
    heading, *values = column.split(" | ")
    told = opened(
        sheet(f"""
            {heading} | Đơn vị | Số hồ sơ quá hạn
            {values[0]} | Xã A | 1
            {values[1]} | Xã B | 3
            {values[2]} | Xã C | 4
        """)
    )

    assert len(told.report.rows) == 3
    assert told.report.period is None


def test_a_running_month_of_each_row_leaves_a_list_of_dossiers_whole():
    told = opened(
        sheet("""
            Danh sách hồ sơ quá hạn
            STT | Tháng | Mã hồ sơ | Ngày tiếp nhận | Ngày hẹn trả
            1 | 8/2026 | H15.50-260803-0001 | 03/08/2026 | 08/08/2026
            2 | 9/2026 | H15.50-260903-0001 | 03/09/2026 | 08/09/2026
        """)
    )

    assert len(told.report.dossiers) == 2


def test_figures_of_the_month_of_the_report_are_no_months():
    told = opened(
        sheet("""
            Đơn vị: UBND xã Hòa Phú
            STT | Tiêu chí | Tháng báo cáo
            1 | Số hồ sơ quá hạn | 3
            2 | Tổng số hồ sơ tiếp nhận | 11
        """)
    )

    assert figures(told.report, "overdue_total received_total") == {
        "UBND xã Hòa Phú": numbers(3, 11)
    }


def test_the_year_of_rows_that_tell_none_is_the_titles():
    told = opened(
        sheet("""
            KẾT QUẢ NĂM 2026
            Đơn vị | Quý | Tổng điểm
            Xã A | Quý II | 85
            | Quý III | 90
            Xã B | Quý II | 75
            | Quý III | 80
            """)
    )

    assert told.report.period == Period(PeriodKind.QUARTER, 2026, 3)
    assert figures(told.report, "score_total") == {
        "Xã A": numbers(90),
        "Xã B": numbers(80),
    }
