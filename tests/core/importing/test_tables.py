"""Headers, rows and columns of plain variants of the samples' tables."""

import unicodedata
from decimal import Decimal

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from core.report import (
    Blank,
    NoteKind,
    Part,
    Place,
    SourceTable,
    Unreadable,
)
from tests.core.importing.written import HEAD, ONLINE, OVERDUE, notes, value

# --------------------------------------------------------------------------- headers


def test_a_header_of_two_merged_rows_is_joined_through_its_merges(read):
    def merge(sheet: Worksheet):
        for cells in ("A3:A4", "B3:B4", "C3:D3", "E3:G3"):
            sheet.merge_cells(cells)

    report = read(
        [
            ["BÁO CÁO"],
            [],
            ["TT", "Đơn vị", "Tỷ lệ nộp", None, "Đang giải quyết"],
            [
                None,
                None,
                "trực tuyến (%)",
                "trực tiếp (%)",
                "Tổng số",
                "Trong hạn",
                "Quá hạn",
            ],
            [1, "Xã A", "91,7", "8,3", 12, 10, 2],
        ],
        merge,
    )

    assert report.source.tables == (SourceTable("Bảng", (3, 4), 5),)
    assert report.columns == (
        "online_submit_rate",
        "direct_submit_rate",
        "pending_total",
        "pending_on_time",
        "pending_overdue",
    )
    numbers = [report.rows["1"].number(key) for key in report.columns]
    assert numbers == [Decimal(n) for n in ("91.7", "8.3", "12", "10", "2")]
    assert report.source.notes == ()


def test_a_header_of_three_rows_is_read_too(read):
    def merge(sheet: Worksheet):
        for cells in ("A1:A3", "B1:B3", "C1:D1", "C2:D2"):
            sheet.merge_cells(cells)

    report = read(
        [
            ["STT", "Tên đơn vị", "Kết quả"],
            [None, None, "Thanh toán"],
            [
                None,
                None,
                "Tỷ lệ hồ sơ thanh toán trực tuyến (%)",
                "Tỷ lệ thanh toán trực tiếp (%)",
            ],
            [1, "Xã A", 60, 40],
        ],
        merge,
    )

    assert report.source.tables == (SourceTable("Bảng", (1, 2, 3), 4),)
    assert value(report, "online_pay_rate") == 60
    assert value(report, "direct_pay_rate") == 40


def test_a_table_that_does_not_begin_in_a1_keeps_its_addresses(read):
    rows = [[], [], [None, None, *HEAD], [None, None, 1, "Xã A", 3, "91,7"]]

    report = read(rows)

    assert report.cell(Place("1", OVERDUE)).at == "Bảng!E4"
    assert value(report, ONLINE) == Decimal("91.7")


def test_a_numbering_row_and_a_repeated_header_are_no_units(read):
    rows = [
        HEAD,
        ["(1)", "(2)", "(3)", "(4)"],
        [1, "Xã A", 1, 90],
        HEAD,
        [2, "Xã B", 2, 80],
    ]

    assert [row.name for row in read(rows).rows.values()] == ["Xã A", "Xã B"]


def test_sections_notes_and_signatures_are_no_units_but_a_unit_without_figures_is(read):
    rows = [
        HEAD,
        ["I", "Cấp xã", None, None],
        [1, "Xã A", 1, 90],
        [2, "Xã B", None, None],
        [],
        ["(*) Không tính hồ sơ liên thông."],
        [None, "Ghi chú: số liệu tạm tính"],
        [None, None, None, "NGƯỜI LẬP"][:3],
        [None, "Người lập biểu"],
    ]

    report = read(rows)

    assert [row.name for row in report.rows.values()] == ["Xã A", "Xã B"]
    assert value(report, OVERDUE, "2") is Blank.MISSING


@pytest.mark.parametrize(
    "words",
    ["TỔNG CỘNG", "Tổng số", "Cộng", "Toàn tỉnh", "TỔNG CỘNG TOÀN TỈNH", "Cả huyện:"],
)
@pytest.mark.parametrize("column", [0, 1])
def test_the_total_line_is_known_by_its_words_wherever_they_stand(words, column, read):
    last = [None, None, 3, 85]
    last[column] = words

    report = read([HEAD, [1, "Xã A", 1, 90], [2, "Xã B", 2, 80], last])

    assert len(report.rows) == 2
    assert report.total is not None
    assert report.total.number(OVERDUE) == 3
    assert report.total.cell(OVERDUE).at == "Bảng!C4"


def test_a_unit_whose_name_begins_with_tong_is_no_total(read):
    report = read([HEAD, [1, "Tổng công ty Điện lực", 1, 90]])

    assert report.total is None
    assert report.rows["1"].name == "Tổng công ty Điện lực"


def test_sums_of_sections_beside_a_grand_total_are_left(read):
    rows = [HEAD, [1, "Xã A", 1, 9], [None, "Cộng", 1, 9], [None, "TỔNG CỘNG", 4, 8]]

    report = read(rows)

    assert report.total.number(OVERDUE) == 4
    assert report.source.notes == ()


# ---------------------------------------------------------------------------- columns


def test_an_unknown_column_is_said_and_known_ones_without_figures_are_not(read):
    rows = [
        [*HEAD, "Ghi chú riêng", "Trạng thái", "Tỷ lệ hoàn thành (%)", None],
        [1, "Xã A", 1, 90, "x", "Đạt", 50, "y"],
    ]

    report = read(rows)

    assert notes(report, NoteKind.UNKNOWN_HEADER) == [("Bảng!E1", "Ghi chú riêng")]
    assert report.columns == (OVERDUE, ONLINE)


def test_a_second_column_of_the_same_figure_is_said_and_neither_is_taken(read):
    rows = [[*HEAD, "Hồ sơ nộp trực tuyến (%)"], [1, "Xã A", 1, 90, 70]]

    report = read(rows)

    both = (Decimal(90), Decimal(70))
    assert value(report, ONLINE) == Unreadable("90 (D2); 70 (E2)", both)
    assert notes(report, NoteKind.CONFLICT) == [
        (
            "Bảng!E1",
            (
                "“Tỷ lệ hồ sơ nộp trực tuyến (%)” (cột D) và “Hồ sơ nộp trực tuyến (%)”"
                " (cột E), dòng 2 là 90 và 70; chưa lấy cột nào"
            ),
        )
    ]


def test_headings_in_nfd_with_no_break_spaces_and_old_tones_are_recognised(read):
    strange = [
        unicodedata.normalize("NFD", "Tên đơn vị"),
        "Tỷ\u00a0lệ  hồ sơ\u200b nộp\ntrực tuyến (%)",
        "Tỉ lệ số hoá hồ sơ (%)",
        "Luỹ kế chứng thực",
    ]
    name = unicodedata.normalize("NFD", "Xã\u00a0Hòa Hiệp")

    report = read([strange, [name, "91,7", 5, "2.033"]])

    assert report.rows["1"].name == "Xã Hòa Hiệp"
    assert report.columns == (ONLINE, "digitize_rate", "ecopy_cumulative")
    assert value(report, ONLINE) == Decimal("91.7")
    assert value(report, "ecopy_cumulative") == 2033


def test_the_maximum_in_a_heading_makes_it_the_groups_score(read):
    rows = [
        [
            "Hạng", "Tên Đơn vị, Cơ quan", "Cấp Đơn vị", "Mã Đơn vị", "Công khai (18đ)",
            "Tiến độ (20đ)", "DVC TT (12đ)", "Số hóa (22đ)", "Thanh toán (10đ)",
            "Hài lòng (18đ)", "TỔNG ĐIỂM (100đ)", "Xếp loại",
        ],
        [7, "UBND xã A", "Xã", "H15.1", 11.85, 17, 6, 7, 6.9, 5.68, 54.43, "Trung bình"],
    ]  # fmt: skip

    report = read(rows)

    assert {key: value(report, key) for key in report.columns} == {
        "rank": 7,
        "score_ckmb": Decimal("11.85"),
        "score_tdgq": 17,
        "score_dvctt": 6,
        "score_mdsh": 7,
        "score_tttt": Decimal("6.9"),
        "score_mdhl": Decimal("5.68"),
        "score_total": Decimal("54.43"),
        "class": "Trung bình",
    }
    assert report.rows["1"].code == "H15.1"
    assert report.source.notes == ()


def test_the_same_words_are_a_score_or_a_ratio_by_their_unit_or_their_values(read):
    def key(heading, *values):
        report = read([["Tên đơn vị", "Hồ sơ quá hạn", heading], *values])
        return report.columns[1:]

    assert key("Số hóa hồ sơ (22đ)", ["Xã A", 1, 7]) == ("score_mdsh",)
    assert key("Số hóa hồ sơ (%)", ["Xã A", 1, 7]) == ("digitize_rate",)
    assert key("Số hóa hồ sơ", ["Xã A", 1, 7]) == ("score_mdsh",)
    assert key("Số hóa hồ sơ", ["Xã A", 1, "7%"]) == ("digitize_rate",)
    assert key("Số hóa hồ sơ", ["Xã A", 1, 92.73]) == ("digitize_rate",)
    assert key("Thanh toán trực tuyến", ["Xã A", 1, "89,64"]) == ("online_pay_rate",)
    assert key("Số hóa hồ sơ (10đ)", ["Xã A", 1, 7]) == ()
    assert key("Dịch vụ trực tuyến (22đ)", ["Xã A", 1, 7]) == ("score_online22",)


def test_a_files_own_target_is_the_targets_part(read):
    rows = [["Tên đơn vị", "Tỷ lệ nộp trực tuyến (%)", "Mục tiêu nộp trực tuyến (%)"]]

    report = read([*rows, ["Xã A", 40, 47]])

    assert value(report, ONLINE) == 40
    assert value(report, ONLINE, part=Part.TARGET) == 47
