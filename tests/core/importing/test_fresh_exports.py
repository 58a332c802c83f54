"""Exports that nobody prepared, second round: nothing wrong is taken, little is asked."""

import pytest

from core.importing.asking import is_clear
from core.importing.grid import Grid
from core.importing.opened import Opened
from core.importing.opening import of_grids
from core.period import Period, PeriodKind
from core.report import PERIOD, NoteKind, Source, Unreadable
from tests.core.importing.grids import figures, notes, numbers, recogniser, sheet

CATALOGUE = recogniser().catalogue


def opened(*grids: Grid, file: str = "Tệp.xlsx") -> Opened:
    return of_grids(grids, Source(file, "0"), CATALOGUE)


# ------------------------------------------------------------------- rows of no unit


@pytest.mark.parametrize(
    "called", ["Điểm tối đa", "Thang điểm", "Điểm chuẩn", "Số điểm tối đa", "Tối đa"]
)
def test_the_most_points_that_can_be_had_are_no_units(called):
    told = opened(
        sheet(f"""
            Hạng | Đơn vị | Công khai minh bạch | Tiến độ giải quyết | Tổng điểm
            | {called} | 18 | 20 | 100
            1 | Phường Tân An | 17.5 | 19.8 | 95.9
            2 | Xã Thủ Thừa | 17.2 | 19.5 | 94.6
        """)
    )

    assert [row.name for row in told.report.rows.values()] == [
        "Phường Tân An",
        "Xã Thủ Thừa",
    ]
    (note,) = notes(told.report, NoteKind.LEFT_OUT)
    assert called in note.text


# ------------------------------------------------------------------ another measure


@pytest.mark.parametrize(
    "heading",
    [
        "Tỷ lệ hồ sơ trực tuyến toàn trình (%)",
        "Tỷ lệ hồ sơ nộp trực tuyến một phần (%)",
        "Tỷ lệ TTHC cung cấp dịch vụ công trực tuyến toàn trình (%)",
    ],
)
def test_one_level_of_online_services_is_not_all_of_them(heading):
    told = opened(
        sheet(f"""
            STT | Đơn vị | {heading} | Số hồ sơ quá hạn
            1 | Xã A | 90 | 1
            2 | Xã B | 80 | 2
        """)
    )

    assert told.report.columns == ("overdue_total",)
    assert [note.text for note in notes(told.report, NoteKind.UNKNOWN_HEADER)] == [
        heading
    ]


def test_both_levels_of_online_services_are_all_of_them():
    heading = "Tỷ lệ TTHC cung cấp dịch vụ công trực tuyến một phần và toàn trình (%)"
    told = opened(
        sheet(f"""
            STT | Đơn vị | {heading}
            1 | Xã A | 90
            2 | Xã B | 80
        """)
    )

    assert told.report.columns == ("online_offer_rate",)


# -------------------------------------------------------------------------- periods


def test_of_months_and_their_quarter_the_one_that_the_title_names_is_read():
    told = opened(
        sheet(
            """
            KẾT QUẢ QUÝ III/2026
            STT | Đơn vị | Số hồ sơ quá hạn |||
                |        | Tháng 7 | Tháng 8 | Tháng 9 | Quý III
            1 | Xã A | 1 | 2 | 3 | 6
            2 | Xã B | 0 | 1 | 0 | 1
            """,
            *("A2:A3", "B2:B3", "C2:F2"),
        )
    )

    assert told.report.period == Period(PeriodKind.QUARTER, 2026, 3)
    assert figures(told.report, "overdue_total") == {
        "Xã A": numbers(6),
        "Xã B": numbers(1),
    }
    assert is_clear(told, CATALOGUE)


@pytest.mark.parametrize(
    ("name", "file"), [("Tháng 9", "Tệp.xlsx"), ("Trang 1", "BC thang 9.xlsx")]
)
def test_a_month_of_no_year_in_a_name_is_asked_about(name, file):
    text = """
        Đơn vị | Số hồ sơ quá hạn
        Xã A | 1
        Xã B | 2
    """
    told = opened(sheet(text, name=name), file=file)

    assert isinstance(told.report.facts[PERIOD].value, Unreadable)
    assert not is_clear(told, CATALOGUE)
