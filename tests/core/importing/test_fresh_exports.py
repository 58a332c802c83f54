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


def test_a_cover_tells_the_period_where_nothing_else_does():
    cover = sheet("BÁO CÁO\nTHÁNG 8 NĂM 2026", name="Bìa")
    table = sheet(
        """
        Đơn vị | Số hồ sơ quá hạn
        Xã A | 1
        Xã B | 2
        """
    )

    assert opened(cover, table).report.period == Period.month(2026, 8)


def test_a_cover_is_not_asked_where_a_title_tells_the_period():
    cover = sheet("Bộ chỉ số năm 2022, hướng dẫn tháng 3/2023", name="Hướng dẫn")
    table = sheet(
        """
        Kết quả tháng 9/2026
        Đơn vị | Số hồ sơ quá hạn
        Xã A | 1
        """
    )

    assert opened(cover, table).report.period == Period.month(2026, 9)


@pytest.mark.parametrize(
    ("above", "period"),
    [
        ("Tháng: | 9 | Năm: | 2026", Period.month(2026, 9)),
        ("Từ ngày: | 01/09/2026 | Đến ngày: | 30/09/2026", Period.month(2026, 9)),
        ("Kỳ báo cáo | 09/2026", Period.month(2026, 9)),
        ("Kỳ báo cáo: | Quý III/2026", Period(PeriodKind.QUARTER, 2026, 3)),
        ("Năm | 2026", Period(PeriodKind.YEAR, 2026)),
    ],
)
def test_a_label_and_what_stands_right_of_it_tell_the_period(above, period):
    told = opened(
        sheet(f"""
            {above}
            Đơn vị: | UBND xã Tân Lập
            STT | Tiêu chí | Tử số | Mẫu số | Tỷ lệ (%)
            1 | Hồ sơ nộp trực tuyến | 40 | 50 | 80
        """)
    )

    assert told.report.period == period
    assert [row.name for row in told.report.rows.values()] == ["UBND xã Tân Lập"]


def test_years_over_columns_are_times_and_the_latest_is_read():
    told = opened(
        sheet("""
            STT | Tiêu chí | 2024 | 2025 | 2026
            1 | Tỷ lệ hồ sơ nộp trực tuyến | 70.5 | 80.5 | 90.5
            2 | Số hồ sơ quá hạn | 2 | 1 | 0
        """)
    )

    assert told.report.period == Period(PeriodKind.YEAR, 2026)
    (row,) = told.report.rows.values()
    assert [row.cell(key).value for key in told.report.columns] == numbers(90.5, 0)


def test_figures_that_are_no_years_in_a_row_are_no_headings():
    told = opened(
        sheet("""
            Đơn vị | Số hồ sơ tiếp nhận trực tuyến | Số hồ sơ tiếp nhận trực tiếp
            Xã A | 2024 | 2024
            Xã B | 2030 | 2020
        """)
    )

    assert figures(told.report, "received_online received_direct") == {
        "Xã A": numbers(2024, 2024),
        "Xã B": numbers(2030, 2020),
    }


# ------------------------------------------------------------------ names and numbers


@pytest.mark.parametrize(
    "above",
    [
        "ỦY BAN NHÂN DÂN\nXÃ EA KTUR",
        "UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ EA KTUR | Độc lập - Tự do",
        "KẾT QUẢ THỰC HIỆN CỦA UBND XÃ EA KTUR\nTháng 9/2026",
        "KẾT QUẢ CỦA UBND XÃ EA KTUR THEO QUYẾT ĐỊNH SỐ 766",
    ],
)
def test_a_letterhead_and_a_title_name_the_office(above):
    told = opened(
        sheet(f"""
            {above}
            STT | Tiêu chí | Kết quả
            1 | Số hồ sơ quá hạn | 2
        """)
    )

    (row,) = told.report.rows.values()
    assert row.name.endswith("XÃ EA KTUR")


@pytest.mark.parametrize("title", ["KẾT QUẢ CỦA UBND CÁC XÃ", "BÁO CÁO TẠI UBND HUYỆN"])
def test_a_title_of_many_offices_names_none(title):
    told = opened(
        sheet(f"""
            {title}
            STT | Tiêu chí | Kết quả
            1 | Số hồ sơ quá hạn | 2
        """)
    )

    assert [row.name for row in told.report.rows.values()] == [""]


def test_units_called_by_numbers_are_no_row_that_numbers_the_columns():
    told = opened(
        sheet("""
            Phường | Số hồ sơ quá hạn | Số hồ sơ tiếp nhận trực tuyến
            (1) | (2) | (3)
            1 | 1 | 2
            2 | 3 | 4
            3 | 0 | 12
        """)
    )

    assert figures(told.report, "overdue_total received_online") == {
        "1": numbers(1, 2),
        "2": numbers(3, 4),
        "3": numbers(0, 12),
    }


def test_what_is_numbered_below_a_commune_is_a_part_of_it():
    told = opened(
        sheet("""
            STT | Đơn vị/bộ phận | Số hồ sơ tiếp nhận | Số hồ sơ quá hạn
            1 | Phường 1 | 100 | 2
            1.1 | Tư pháp - Hộ tịch | 60 | 0
            1.2 | Địa chính | 40 | 2
            2 | Phường 2 | 50 | 1
        """)
    )

    assert figures(told.report, "overdue_total") == {
        "Phường 1": numbers(2),
        "Phường 2": numbers(1),
    }
    (note,) = notes(told.report, NoteKind.LEFT_OUT)
    assert "Địa chính" in note.text


def test_communes_numbered_below_their_district_are_units():
    told = opened(
        sheet("""
            STT | Đơn vị | Số hồ sơ quá hạn
            1 | Huyện Gò Dầu | 3
            1.1 | Phước Đông | 1
            1.2 | Bàu Đồn | 2
            2 | Phường 2 | 1
            2.1 | Xã Thạnh Đức | 1
        """)
    )

    assert len(told.report.rows) == 5


# --------------------------------------------------------------------------- headings


def test_headings_that_were_merged_stand_over_their_parts_in_a_text_file():
    told = opened(
        sheet("""
            STT | Đơn vị | Đã giải quyết ||| Đang giải quyết ||
            | | Tổng số | Đúng hạn | Quá hạn | Tổng số | Trong hạn | Quá hạn
            1 | Xã A | 100 | 98 | 2 | 10 | 9 | 1
            2 | Xã B | 50 | 50 | 0 | 5 | 5 | 0
        """)
    )

    keys = "resolved_total resolved_on_time overdue_total pending_total pending_overdue"
    assert figures(told.report, keys) == {
        "Xã A": numbers(100, 98, 2, 10, 1),
        "Xã B": numbers(50, 50, 0, 5, 0),
    }


def test_a_heading_without_parts_stands_over_its_own_column_alone():
    told = opened(
        sheet("""
            STT | Đơn vị | Đang giải quyết | | Ghi chú
            | | | Quá hạn |
            1 | Xã A | 100 | 98 | x
            2 | Xã B | 50 | 50 | y
        """)
    )

    assert "pending_overdue" not in told.report.columns


def test_trong_do_over_parts_says_nothing_of_them():
    told = opened(
        sheet(
            """
            STT | Đơn vị | Hồ sơ tiếp nhận ||
                |        | Tổng số | Trong đó |
                |        |         | Trực tuyến | Trực tiếp
            1 | Xã A | 120 | 90 | 30
            2 | Xã B | 80 | 60 | 20
            """,
            *("A1:A3", "B1:B3", "C1:E1", "C2:C3", "D2:E2"),
        )
    )

    assert figures(told.report, "received_total received_online received_direct") == {
        "Xã A": numbers(120, 90, 30),
        "Xã B": numbers(80, 60, 20),
    }


def test_units_over_criteria_need_no_heading_over_the_criteria():
    told = opened(
        sheet("""
            Tháng 8/2026
            | Xã A | Phường B
            Tỷ lệ hồ sơ nộp trực tuyến (%) | 91 | 92
            Số hồ sơ quá hạn | 1 | 2
        """)
    )

    assert figures(told.report, "online_submit_rate overdue_total") == {
        "Xã A": numbers(91, 1),
        "Phường B": numbers(92, 2),
    }


def test_a_number_of_files_beside_the_share_of_a_unit_is_not_the_share():
    told = opened(
        sheet(
            """
            STT | Chỉ tiêu | Xã A || Xã B |
                |          | Số hồ sơ | Tỷ lệ | Số hồ sơ | Tỷ lệ
            1 | Hồ sơ nộp trực tuyến | 120 | 92.5 | 80 | 75.5
            2 | Hồ sơ thanh toán trực tuyến | 60 | 52.5 | 40 | 45.5
            """,
            *("A1:A2", "B1:B2", "C1:D1", "E1:F1"),
        )
    )

    assert figures(told.report, "online_submit_rate online_pay_rate") == {
        "Xã A": numbers(92.5, 52.5),
        "Xã B": numbers(75.5, 45.5),
    }


@pytest.mark.parametrize("over", ["Sở, ban, ngành", "Xã", "Phường/xã", "ĐV"])
def test_names_stand_under_what_offices_call_one_another(over):
    told = opened(sheet(f"{over} | Tỷ lệ trễ hẹn (%)\nSở Tư pháp | 2\nXã An Cơ | 3"))

    assert figures(told.report, "overdue_rate") == {
        "Sở Tư pháp": numbers(2),
        "Xã An Cơ": numbers(3),
    }
