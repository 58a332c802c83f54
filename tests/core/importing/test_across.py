"""Criteria as rows: units as columns, a unit and a criterion a row, targets, groups."""

from decimal import Decimal

from core.report import Blank, Layout, NoteKind, Part
from tests.core.importing.grids import figures, notes, numbers, report, sheet, value

# --------------------------------------------------------------------- units as columns


def test_each_commune_a_column_is_read_as_units():
    told = report(
        sheet("""
            KẾT QUẢ BỘ CHỈ SỐ 766 CỦA CÁC XÃ THÁNG 9/2026
            STT | Chỉ tiêu | ĐVT | Xã Hùng Sơn | Phường 1 | UBND xã Vạn Xuân | Toàn tỉnh
            1 | Tổng điểm | điểm | 91,7 | 80 | 75,5 | 82
            2 | Xếp hạng | | 1/3 | 2/3 | 3/3 |
            3 | Tỷ lệ hồ sơ nộp trực tuyến | % | 96 | '72,5% | - | 84
            4 | Số hồ sơ quá hạn | hồ sơ | 0 | 3 | 12 | 15
            5 | Chỉ tiêu khác của tỉnh | | 1 | 2 | 3 | 4
            Ghi chú: số liệu tạm tính
        """)
    )

    keys = "score_total rank online_submit_rate overdue_total"
    assert told.layout is Layout.UNITS
    assert told.columns == tuple(keys.split())
    assert figures(told, keys) == {
        "Xã Hùng Sơn": numbers("91.7", 1, 96, 0),
        "Phường 1": numbers(80, 2, "72.5", 3),
        "UBND xã Vạn Xuân": [*numbers("75.5", 3), Blank.MISSING, Decimal(12)],
    }
    assert told.total is not None
    assert told.total.number("overdue_total") == 15
    assert value(told, "rank", part=Part.OF) == 3
    assert told.rows["1"].cell("online_submit_rate").at == "Bảng!D5"
    (unknown,) = notes(told, NoteKind.UNKNOWN_HEADER)
    assert unknown.text == "Chỉ tiêu khác của tỉnh"


def test_units_over_several_columns_give_the_parts_of_each_figure():
    told = report(
        sheet(
            """
            Tiêu chí | Điểm tối đa | Xã A ||| Xã B ||
                     | | Tử số | Mẫu số | Tỷ lệ (%) | Tử số | Mẫu số | Tỷ lệ (%)
            Tỷ lệ hồ sơ nộp trực tuyến | 6 | 90 | 100 | 90 | 40 | 50 | 80
            Tỷ lệ số hóa hồ sơ | 4 | 10 | 20 | 50 | 0 | 0 | -
            """,
            *("A1:A2", "B1:B2", "C1:E1", "F1:H1"),
        )
    )

    def parts(part):
        return figures(told, "online_submit_rate digitize_rate", part)

    missing = Blank.MISSING
    assert parts(Part.VALUE) == {
        "Xã A": numbers(90, 50),
        "Xã B": [Decimal(80), missing],
    }
    assert parts(Part.NUMERATOR) == {"Xã A": numbers(90, 10), "Xã B": numbers(40, 0)}
    assert parts(Part.DENOMINATOR) == {"Xã A": numbers(100, 20), "Xã B": numbers(50, 0)}
    assert parts(Part.MAXIMUM) == {"Xã A": numbers(6, 4), "Xã B": numbers(6, 4)}
    assert notes(told, NoteKind.UNKNOWN_HEADER) == []


def test_groups_of_units_as_columns_are_scores():
    told = report(
        sheet("""
            Nhóm chỉ số | Sở Tư pháp | Sở Y tế
            Công khai, minh bạch | 18 | 16,5
            Số hóa hồ sơ | 20 | 7
        """)
    )

    assert figures(told, "score_ckmb score_mdsh") == {
        "Sở Tư pháp": numbers(18, 20),
        "Sở Y tế": numbers("16.5", 7),
    }


# ---------------------------------------------------------- a unit and a criterion a row


def test_a_unit_and_a_criterion_a_row_are_gathered_by_unit():
    told = report(
        sheet(
            """
            STT | Đơn vị | Tên tiêu chí | Tử số | Mẫu số | Tỷ lệ | Điểm đạt / Tối đa
            1 | Xã A | Tỷ lệ hồ sơ nộp trực tuyến | 90 | 100 | 90% | 5,4/6
              |      | Tỷ lệ số hóa hồ sơ | 10 | 20 | 50% | 2/4
            2 | Xã B | Tỷ lệ hồ sơ nộp trực tuyến | 40 | 50 | 80% | -
            3 | UBND xã A | Xếp hạng | | | | 4/7
            """,
            *("A2:A3", "B2:B3"),
        )
    )

    keys = "online_submit_rate digitize_rate"
    assert figures(told, keys) == {
        "Xã A": numbers(90, 50),
        "Xã B": [Decimal(80), Blank.MISSING],
    }
    assert figures(told, keys, Part.MAXIMUM)["Xã A"] == numbers(6, 4)
    assert value(told, "rank") == 4
    assert notes(told, NoteKind.CONFLICT) == []


# ------------------------------------------------------------- targets, one value a row


def test_results_beside_targets_are_read_with_their_targets():
    told = report(
        sheet("""
            KẾT QUẢ THÁNG 11/2025
            STT | Chỉ tiêu | Kết quả | Mục tiêu
            1 | Tổng điểm Bộ chỉ số 766 | 90,09 | 92
            2 | Xếp hạng | 11/34 |
            3 | Tỷ lệ hồ sơ giải quyết đúng hạn (%) | 99.12 | 98
            4 | Tỷ lệ thanh toán trực tuyến (%) | - | 52
        """)
    )

    keys = "score_total rank on_time_rate online_pay_rate"
    (found,) = figures(told, keys).values()
    assert found == [*numbers("90.09", 11, "99.12"), Blank.MISSING]
    targets = figures(told, "score_total on_time_rate online_pay_rate", Part.TARGET)
    assert list(targets.values()) == [numbers(92, 98, 52)]


def test_a_target_beside_the_result_under_a_figures_name_is_its_target():
    told = report(
        sheet(
            """
            STT | Tên đơn vị | Nộp trực tuyến (%) || Số hóa hồ sơ (22 điểm)
                |            | Mục tiêu | Kết quả |
            1   | Xã A       | 70 | 64.5 | 18.2
            """,
            *("A1:A2", "B1:B2", "C1:D1", "E1:E2"),
        )
    )

    assert figures(told, "online_submit_rate score_mdsh") == {
        "Xã A": numbers("64.5", "18.2")
    }
    assert value(told, "online_submit_rate", part=Part.TARGET) == 70


def test_counts_one_a_row_are_read():
    told = report(
        sheet("""
            Đơn vị: UBND xã Hòa Phú
            STT | Nội dung | Số lượng
            1 | Tổng số hồ sơ tiếp nhận | 640
            2 | Số hồ sơ tiếp nhận trực tuyến | 512
            3 | Tổng số hồ sơ quá hạn | 05 hồ sơ
        """)
    )

    assert figures(told, "received_total received_online overdue_total") == {
        "UBND xã Hòa Phú": numbers(640, 512, 5)
    }


def test_one_page_of_groups_keeps_points_and_maxima_and_says_what_it_leaves():
    told = report(
        sheet("""
            Nhóm Chỉ Tiêu | Hạng | Điểm Đạt / Tối Đa
            Công khai, minh bạch | 5 | 13,5/18
            Thanh toán trực tuyến | 11 | 5,1/10
            Tổng điểm | 8 | 80,33/100
        """)
    )

    (found,) = figures(told, "score_ckmb score_tttt score_total").values()
    assert found == numbers("13.5", "5.1", "80.33")
    (maxima,) = figures(told, "score_ckmb score_tttt", Part.MAXIMUM).values()
    assert maxima == numbers(18, 10)
    assert [note.text for note in notes(told, NoteKind.UNKNOWN_HEADER)] == ["Hạng"]


# ------------------------------------------------------- one row of figures, no names


def test_one_row_of_figures_is_the_offices_that_the_title_names():
    told = report(
        sheet("""
            Đơn vị: UBND xã Hòa Phú
            Tổng điểm | Xếp hạng | Tỷ lệ số hóa (%) | Hồ sơ quá hạn | Ghi nhận khác
            (1) | (2) | (3) | (4) | (5)
            80,33 | 8/9 | 91,7 | 2 | x
        """)
    )

    assert figures(told, "score_total rank digitize_rate overdue_total") == {
        "UBND xã Hòa Phú": numbers("80.33", 8, "91.7", 2)
    }
    (unknown,) = notes(told, NoteKind.UNKNOWN_HEADER)
    assert unknown.text == "Ghi nhận khác"


def test_several_rows_without_names_are_not_guessed_and_are_said():
    told = report(
        sheet("""
            Tổng điểm | Xếp hạng | Hồ sơ quá hạn
            80,33 | 8/9 | 2
            81,5 | 7/9 | 3
        """)
    )

    assert told.rows == {}
    (note,) = notes(told, NoteKind.LEFT_OUT)
    assert note.text == "Bảng: bảng có 2 dòng số liệu nhưng không có cột tên đơn vị"
