"""One figure told several times: of two times, two sections, beside its plan or change."""

from decimal import Decimal

from core.importing.opened import Opened
from core.importing.opening import of_grids
from core.importing.recognition.disagreement import MOST
from core.period import Period, PeriodKind
from core.report import PERIOD, Part, Source, Unreadable
from tests.core.importing.grids import figures, numbers, recogniser, report, sheet


def opened(text: str, *merges: str) -> Opened:
    source = Source("tệp.xlsx", "")
    return of_grids([sheet(text, *merges)], source, recogniser().catalogue)


def period(told: Opened) -> object:
    cell = told.report.facts.get(PERIOD)
    return None if cell is None else cell.value


def test_two_columns_of_one_criterion_that_differ_are_kept_as_said():
    told = report(
        sheet("""
            Đơn vị: UBND xã Hòa Phú
            STT | Tiêu chí | Tỷ lệ | Số lượng
            1 | Tỷ lệ hồ sơ nộp trực tuyến | 75 | 45
            2 | Tỷ lệ thanh toán trực tuyến | 50 | 50
            3 | Số hồ sơ quá hạn | | 2
        """)
    )

    keys = "online_submit_rate online_pay_rate overdue_total"
    assert figures(told, keys) == {
        "UBND xã Hòa Phú": [
            Unreadable("75 (C3); 45 (D3)", (Decimal(75), Decimal(45))),
            *numbers(50, 2),
        ]
    }


def test_a_criterion_named_in_two_sections_is_kept_as_said():
    told = report(
        sheet("""
            Đơn vị: UBND xã Hòa Phú
            STT | Nội dung | Kết quả
            I | Thẩm quyền cấp tỉnh |
            1 | Số hồ sơ quá hạn | 3
            II | Thẩm quyền cấp xã |
            1 | Số hồ sơ quá hạn | 1
        """)
    )

    assert figures(told, "overdue_total") == {
        "UBND xã Hòa Phú": [Unreadable("3 (C4); 1 (C6)", (Decimal(3), Decimal(1)))]
    }


def test_of_the_figures_of_two_months_of_a_unit_the_later_are_taken():
    told = report(
        sheet("""
            Đơn vị | Kỳ | Chỉ tiêu | Kết quả
            Xã A | Tháng 9 | Tỷ lệ nộp trực tuyến | 80
            Xã A | Tháng 10 | Tỷ lệ nộp trực tuyến | 85
            Xã B | Tháng 10 | Tỷ lệ nộp trực tuyến | 75
        """)
    )

    assert figures(told, "online_submit_rate") == {
        "Xã A": numbers(85),
        "Xã B": numbers(75),
    }


def test_a_share_of_the_plan_is_not_a_units_result():
    told = report(
        sheet(
            """
            STT | Chỉ tiêu | Xã A |||
                |          | KH | TH | %
            1 | Tỷ lệ hồ sơ nộp trực tuyến (%) | 60 | 55 | 91
            2 | Số hồ sơ quá hạn | 0 | 1 |
            """,
            *("A1:A2", "B1:B2", "C1:E1"),
        )
    )

    both = Unreadable("55 (D3); 91 (E3)", (Decimal(55), Decimal(91)))
    keys = "online_submit_rate overdue_total"
    assert figures(told, keys) == {"Xã A": [both, Decimal(1)]}
    assert figures(told, keys, Part.TARGET) == {"Xã A": numbers(60, 0)}


def test_a_share_beside_a_change_is_that_of_the_change():
    told = report(
        sheet(
            """
            Đơn vị | Hồ sơ quá hạn ||||
                   | Tháng 10/2025 | Tháng 10/2026 | Tăng, giảm | %
            Xã A | 5 | 1 | -4 | -80
            Xã B | 4 | 2 | -2 | -50
            """,
            *("A1:A2", "B1:E1"),
        )
    )

    assert told.columns == ("overdue_total",)
    assert figures(told, "overdue_total") == {"Xã A": numbers(1), "Xã B": numbers(2)}


def test_what_a_year_is_so_far_is_left_beside_its_quarter():
    told = opened(
        """
        KẾT QUẢ QUÝ III VÀ LŨY KẾ 9 THÁNG ĐẦU NĂM 2026
        Đơn vị | Quý III || 9 tháng ||
               | Số hồ sơ tiếp nhận | Hồ sơ quá hạn | Số hồ sơ tiếp nhận | Hồ sơ quá hạn
        Xã A | 90 | 1 | 270 | 5
        Xã B | 80 | 0 | 240 | 4
        """,
        *("A2:A3", "B2:C2", "D2:E2"),
    )

    assert period(told) == Period(PeriodKind.QUARTER, 2026, 3)
    assert figures(told.report, "overdue_total") == {
        "Xã A": numbers(1),
        "Xã B": numbers(0),
    }


def test_of_nine_months_what_they_sum_is_taken():
    told = opened(
        """
        KẾT QUẢ 9 THÁNG NĂM 2026
        Đơn vị | Hồ sơ quá hạn ||
               | Tháng 9 | 9 tháng
        Xã A | 1 | 5
        Xã B | 0 | 4
        """,
        *("A2:A3", "B2:C2"),
    )

    assert period(told) == Period(PeriodKind.NINE_MONTHS, 2026)
    assert figures(told.report, "overdue_total")["Xã A"] == numbers(5)


def test_of_many_totals_that_differ_the_first_are_named():
    rows = "\n".join(f"| Tổng cộng | {number}" for number in range(100, 150))
    told = report(sheet(f"STT | Đơn vị | Hồ sơ quá hạn\n1 | Xã A | 2\n{rows}"))

    assert told.total is not None
    value = told.total.cell("overdue_total").value
    assert isinstance(value, Unreadable)
    assert value.text.count("; ") + 1 == MOST


def test_of_a_criterion_named_many_times_the_first_are_named():
    rows = "\n".join(f"Số hồ sơ quá hạn | {number}" for number in range(100, 150))
    told = report(sheet(f"Nội dung | Kết quả\n{rows}"))

    value = told.rows["1"].cell("overdue_total").value
    assert isinstance(value, Unreadable)
    assert value.text.count("; ") + 1 == MOST
