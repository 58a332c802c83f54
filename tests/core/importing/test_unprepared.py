"""Exports as vendors and colleagues make them: nothing of another figure is taken."""

import pytest

from core.importing.opened import Opened
from core.importing.opening import of_grids
from core.period import Period, PeriodKind
from core.report import PERIOD, NoteKind, Part, Source
from tests.core.importing.grids import (
    figures,
    notes,
    numbers,
    recogniser,
    report,
    sheet,
)

# ----------------------------------------------------------------------------- "Tổng"


def test_tong_under_what_is_counted_is_its_number():
    told = report(
        sheet(
            """
            STT | Đơn vị | Tiếp nhận ||| Đã giải quyết ||
                |        | Tổng | Trực tuyến | Trực tiếp | Tổng | Trước hạn | Đúng hạn
            1 | Xã A | 100 | 80 | 20 | 90 | 40 | 50
            2 | Xã B | 50 | 25 | 25 | 45 | 20 | 25
            """,
            *("A1:A2", "B1:B2", "C1:E1", "F1:H1"),
        )
    )

    assert figures(told, "received_total resolved_total") == {
        "Xã A": numbers(100, 90),
        "Xã B": numbers(50, 45),
    }
    assert "score_total" not in told.columns


@pytest.mark.parametrize(
    "over",
    [
        "Số hồ sơ tiếp nhận trực tuyến | Số hồ sơ tiếp nhận trực tiếp | Tổng",
        "Hộ tịch | Số hồ sơ quá hạn | Tổng",
        "Tiếp nhận | Số hồ sơ quá hạn | Tổng | Xếp hạng",
    ],
)
def test_tong_right_of_numbers_of_files_is_no_total_of_points(over):
    told = report(
        sheet(f"""
            STT | Đơn vị | {over}
            1 | Xã A | 30 | 20 | 50 | 1
            2 | Xã B | 20 | 10 | 30 | 2
        """)
    )

    assert "score_total" not in told.columns
    assert "Tổng" in [note.text for note in notes(told, NoteKind.UNKNOWN_HEADER)]


@pytest.mark.parametrize(
    "over",
    [
        "Công khai, minh bạch | Thanh toán trực tuyến | Tổng",
        "Nội dung khác | Xếp hạng | Tổng",
    ],
)
def test_tong_beside_points_or_a_rank_alone_is_the_total_of_points(over):
    told = report(
        sheet(f"""
            STT | Đơn vị | {over}
            1 | Xã A | 13 | 2 | 15,5
            2 | Xã B | 12 | 1 | 13,5
        """)
    )

    assert figures(told, "score_total") == {
        "Xã A": numbers("15.5"),
        "Xã B": numbers("13.5"),
    }


def test_a_row_called_tong_among_numbers_of_files_is_no_total_of_points():
    told = report(
        sheet("""
            Đơn vị: UBND xã Hòa Phú
            STT | Nội dung | Số lượng
            1 | Số hồ sơ tiếp nhận trực tuyến | 50
            2 | Số hồ sơ tiếp nhận trực tiếp | 20
              | Tổng | 70
        """)
    )

    assert told.columns == ("received_online", "received_direct")
    assert "Tổng" in [note.text for note in notes(told, NoteKind.UNKNOWN_HEADER)]


# ------------------------------------------------------------------ what stands above


def test_what_stands_under_overdue_is_not_all_that_was_resolved():
    told = report(
        sheet(
            """
            Đơn vị | Tiếp nhận | Quá hạn ||
                   |           | Tổng | Đã giải quyết | Đang giải quyết
            Xã A | 100 | 3 | 2 | 1
            Xã B | 50 | 5 | 4 | 1
            """,
            *("A1:A2", "B1:B2", "C1:E1"),
        )
    )

    assert told.columns == ("received_total",)
    assert len(notes(told, NoteKind.UNKNOWN_HEADER)) == 3


def test_a_share_under_a_number_of_files_is_not_that_number():
    told = report(
        sheet(
            """
            TT | Đơn vị | Đã giải quyết | Đúng hạn ||
               |        |               | Số hồ sơ khác | Tỷ lệ
            1 | Xã A | 100 | 99 | 98
            2 | Xã B | 50 | 50 | 100
            """,
            *("A1:A2", "B1:B2", "C1:C2", "D1:E1"),
        )
    )

    assert "resolved_on_time" not in told.columns
    assert figures(told, "on_time_rate") == {"Xã A": numbers(98), "Xã B": numbers(100)}


def test_a_share_under_a_group_is_not_its_points():
    told = report(
        sheet(
            """
            TT | Đơn vị | Công khai minh bạch (18) ||
               |        | Điểm | %
            1 | Xã A | 17 | 94,4
            2 | Xã B | 16 | 88,9
            """,
            *("A1:A2", "B1:B2", "C1:D1"),
        )
    )

    assert figures(told, "score_ckmb") == {"Xã A": numbers(17), "Xã B": numbers(16)}


def test_decimals_under_a_number_of_files_are_its_share():
    told = report(
        sheet("""
            Đơn vị | Đúng hạn | Xếp hạng
            Xã A | '98,5 | 1
            Xã B | '97,25 | 2
            Xã C | 96 | 3
        """)
    )

    assert figures(told, "on_time_rate") == {
        "Xã A": numbers("98.5"),
        "Xã B": numbers("97.25"),
        "Xã C": numbers(96),
    }
    assert "resolved_on_time" not in told.columns


def test_what_is_late_among_the_pending_is_not_all_that_is_late():
    told = report(
        sheet(
            """
            Đơn vị | Tiếp nhận || Đang xử lý || Đang thụ lý
                   | Kỳ trước | Trực tuyến | Trong hạn | Trễ hạn | Trễ hạn
            Xã A | 10 | 80 | 19 | 1 | 4
            Xã B | 5 | 25 | 10 | 0 | 5
            """,
            *("A1:A2", "B1:C1", "D1:E1"),
        )
    )

    assert told.columns == ("received_online", "pending_on_time", "pending_overdue")
    assert figures(told, "pending_overdue") == {"Xã A": numbers(1), "Xã B": numbers(0)}


def test_numerators_under_a_number_of_files_are_those_of_its_share():
    told = report(
        sheet(
            """
            Đơn vị | Hồ sơ đúng hạn |||
                   | Tử số | Mẫu số | Tỷ lệ
            Xã A | 98 | 100 | 98
            Xã B | 45 | 50 | 90
            """,
            *("A1:A2", "B1:D1"),
        )
    )

    assert told.columns == ("on_time_rate",)
    assert figures(told, "on_time_rate", Part.DENOMINATOR) == {
        "Xã A": numbers(100),
        "Xã B": numbers(50),
    }


def test_a_percentage_under_a_group_is_no_score_of_it():
    told = report(
        sheet(
            """
            Đơn vị | Thanh toán trực tuyến || Tiến độ giải quyết |
                   | Chỉ tiêu (%) | Kết quả (%) | Kết quả (%) | Điểm
            Xã A | 52 | 60 | 15 | 3
            Xã B | 52 | 40 | 16 | 4
            """,
            *("A1:A2", "B1:C1", "D1:E1"),
        )
    )

    assert figures(told, "online_pay_rate score_tdgq") == {
        "Xã A": numbers(60, 3),
        "Xã B": numbers(40, 4),
    }
    assert told.columns == ("online_pay_rate", "score_tdgq")


def test_a_title_merged_over_the_table_is_no_heading_of_its_columns():
    told = report(
        sheet(
            """
            THỐNG KÊ KẾT QUẢ THANH TOÁN TRỰC TUYẾN |||||
            Tháng 10 năm 2026 |||||
            # | Đơn vị | HS có phí | HS thanh toán trực tuyến | Tỷ lệ thanh toán trực tuyến
            1 | Xã A | 100 | 60 | 60
            2 | Xã B | 1250 | 1000 | 80
            """,
            *("A1:E1", "A2:E2"),
        )
    )

    assert told.columns == ("paid_online", "online_pay_rate")


# ------------------------------------------------------------------------------- times


def opened(text: str, *merges: str) -> Opened:
    source = Source("tệp.xlsx", "")
    return of_grids([sheet(text, *merges)], source, recogniser().catalogue)


def period(told: Opened) -> object:
    cell = told.report.facts.get(PERIOD)
    return None if cell is None else cell.value


def test_a_running_sum_beside_this_months_results_is_not_taken_for_them():
    told = opened("""
        ĐƠN VỊ: UBND XÃ BÀU ĐỒN
        STT | Nội dung | Kế hoạch 2026 | Thực hiện tháng 10 | Lũy kế
        1 | Tỷ lệ hồ sơ nộp trực tuyến (%) | 60 | 55 | 58
        2 | Số hồ sơ quá hạn | 0 | 1 | 9
    """).report

    assert list(figures(told, "online_submit_rate overdue_total").values()) == [
        numbers(55, 1)
    ]


def test_a_running_sum_is_not_taken_beside_an_unknown_column_of_this_month():
    told = opened("""
        ĐƠN VỊ: UBND XÃ BÀU ĐỒN
        STT | Nội dung | Ước đạt được trong tháng 10 | Lũy kế
        1 | Tỷ lệ hồ sơ nộp trực tuyến (%) | 55 | 58
        2 | Số hồ sơ quá hạn | 1 | 9
    """).report

    assert all(row.cell("overdue_total").value != 9 for row in told.rows.values())


def test_of_a_year_by_months_the_period_is_that_of_the_month_taken():
    told = opened("""
        THEO DÕI CHỈ SỐ NĂM 2026 - UBND XÃ BÀU ĐỒN
        STT | Chỉ tiêu | T1 | T2 | T3
        1 | Tỷ lệ hồ sơ nộp trực tuyến (%) | 80 | 82 | 85
        2 | Tổng điểm | 70 | 75 | 77
    """)

    assert period(told) == Period(PeriodKind.MONTH, 2026, 3)
    assert figures(told.report, "score_total") == {"UBND XÃ BÀU ĐỒN": numbers(77)}


def test_a_quarters_title_over_months_leaves_the_period_to_a_person():
    told = opened(
        """
        KẾT QUẢ QUÝ III/2026
        Đơn vị | Hồ sơ quá hạn |||
               | Tháng 7 | Tháng 8 | Tháng 9
        Xã A | 3 | 2 | 1
        Xã B | 4 | 3 | 2
        """,
        *("A2:A3", "B2:D2"),
    )

    assert not isinstance(period(told), Period)
    assert [n.text for n in notes(told.report, NoteKind.CONFLICT)] == [
        "quý III/2026 (Bảng!A1); tháng 9/2026 (Bảng!D3)"
    ]


def test_of_a_year_by_quarters_the_whole_year_is_taken():
    told = opened(
        """
        KẾT QUẢ NĂM 2026
        Đơn vị | Hồ sơ quá hạn |||
               | Quý III | Quý IV | Cả năm
        Xã A | 3 | 2 | 7
        Xã B | 4 | 3 | 9
        """,
        *("A2:A3", "B2:D2"),
    )

    assert period(told) == Period(PeriodKind.YEAR, 2026, 0)
    assert figures(told.report, "overdue_total") == {
        "Xã A": numbers(7),
        "Xã B": numbers(9),
    }


def test_months_with_their_years_alone_head_columns():
    told = opened(
        """
        Đơn vị | Hồ sơ quá hạn |||
               | 10/2025 | 9/2026 | 10/2026
        Xã A | 3 | 2 | 1
        Xã B | 4 | 3 | 2
        """,
        *("A1:A2", "B1:D1"),
    )

    assert period(told) == Period(PeriodKind.MONTH, 2026, 10)
    assert figures(told.report, "overdue_total")["Xã A"] == numbers(1)


@pytest.mark.parametrize(
    "title",
    [
        "TỔNG HỢP THÁNG 9 VÀ LŨY KẾ 9 THÁNG NĂM 2026",
        "SO SÁNH KẾT QUẢ THÁNG 9/2026 VỚI THÁNG 8/2026",
        "Kết quả tháng 9/2026, so sánh với tháng 8/2026",
        "SO SÁNH CHỈ SỐ CỦA XÃ VỚI TRUNG BÌNH TỈNH - THÁNG 9/2026",
        "Từ ngày: 01/09/2026 - Đến ngày: 30/09/2026",
    ],
)
def test_what_a_title_adds_or_compares_is_not_the_period(title):
    told = opened(f"""
        {title}
        Đơn vị | Hồ sơ quá hạn
        Xã A | 1
        Xã B | 0
    """)

    assert period(told) == Period(PeriodKind.MONTH, 2026, 9)
