"""Names of units as vendors and colleagues write them, and rows that are of none."""

from decimal import Decimal

import pytest

from core.report import NoteKind
from tests.core.importing.grids import figures, notes, numbers, report, sheet


def test_a_name_merged_over_rows_names_each_of_them():
    told = report(
        sheet(
            """
            Đơn vị | Loại | Hồ sơ quá hạn
            Xã A | Chỉ tiêu | 0
                 | Thực hiện | 2
            Xã B | Chỉ tiêu | 0
                 | Thực hiện | 3
            Ghi chú
            """,
            *("A2:A3", "A4:A5"),
        )
    )

    assert figures(told, "overdue_total") == {"Xã A": numbers(2), "Xã B": numbers(3)}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("BỘ CHỈ SỐ 766 - UBND XÃ EA KTUR - THÁNG 10/2026", "UBND XÃ EA KTUR"),
        ("KẾT QUẢ - UBND XÃ EA KTUR THÁNG 10/2026", "UBND XÃ EA KTUR"),
        ("KẾT QUẢ - UBND PHƯỜNG 10", "UBND PHƯỜNG 10"),
    ],
)
def test_a_title_names_its_unit_whatever_stands_behind(title, name):
    told = report(
        sheet(f"""
            {title}
            Chỉ tiêu | Kết quả
            Tổng điểm | 77
        """)
    )

    assert figures(told, "score_total") == {name: numbers(77)}


def test_units_under_short_names_are_columns():
    told = report(
        sheet("""
            Nội dung | P. Trảng Bàng | X. Ea Ktur | X. Nội dung khác
            Tổng điểm | 91 | 80 | 1
            Hồ sơ quá hạn | 0 | 2 | 1
        """)
    )

    assert figures(told, "score_total overdue_total") == {
        "P. Trảng Bàng": numbers(91, 0),
        "X. Ea Ktur": numbers(80, 2),
    }


def test_files_are_called_hs_as_well():
    told = report(
        sheet("""
            TT | UBND xã/phường | Tổng số HS tiếp nhận | Tỷ lệ HS nộp trực tuyến
            1 | Bàu Đồn | 100 | 90
            2 | Gò Dầu | 50 | 80
        """)
    )

    assert figures(told, "received_total online_submit_rate") == {
        "Bàu Đồn": numbers(100, 90),
        "Gò Dầu": numbers(50, 80),
    }


def test_a_vendors_list_of_late_files_is_a_list():
    told = report(
        sheet("""
            DANH SÁCH HỒ SƠ TRỄ HẸN
            STT | Mã HS | Tên thủ tục | Ngày hẹn trả | Số ngày trễ
            1 | H50.12-261001-0001 | Đăng ký khai sinh | 05/10/2026 | 3
        """)
    )

    (one,) = told.dossiers
    assert one.code == "H50.12-261001-0001"
    assert one.overdue_days == Decimal(3)


def test_a_sum_without_any_word_is_no_unit():
    told = report(
        sheet("""
            STT | Đơn vị | Hồ sơ quá hạn
            1 | Xã A | 1
            2 | Xã B | 2
            Số đơn vị đạt | | 0
              | | 3
        """)
    )

    assert figures(told, "overdue_total") == {"Xã A": numbers(1), "Xã B": numbers(2)}
    (left,) = notes(told, NoteKind.LEFT_OUT)
    assert "“Số đơn vị đạt”, “không có tên”" in left.text


def test_ranks_left_of_names_are_those_of_each_table():
    told = report(
        sheet("""
            Hạng | Đơn vị | Điểm | Hạng | Đơn vị | Điểm
            1 | Xã A | 95 | 100 | Xã Y | 50
            2 | Xã B | 94 | 101 | Xã Z | 49
        """)
    )

    assert figures(told, "rank score_total") == {
        "Xã A": numbers(1, 95),
        "Xã B": numbers(2, 94),
        "Xã Y": numbers(100, 50),
        "Xã Z": numbers(101, 49),
    }


@pytest.mark.parametrize("heading", ["Địa bàn", "Địa phương", "Phòng, ban"])
def test_names_are_known_under_what_offices_call_them(heading):
    told = report(
        sheet(f"""
            STT | {heading} | Hồ sơ quá hạn
            1 | Nội vụ | 1
            2 | Tư pháp | 2
        """)
    )

    assert figures(told, "overdue_total") == {
        "Nội vụ": numbers(1),
        "Tư pháp": numbers(2),
    }
