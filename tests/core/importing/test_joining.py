"""Several tables of one file, and the office's own figures."""

from decimal import Decimal
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from core.report import (
    Blank,
    Layout,
    NoteKind,
    Part,
    Place,
)
from tests.core.importing.written import HEAD, OVERDUE, THREE, new_sheet, notes, value

# ------------------------------------------------------------------- several tables


def sheets(*tables):
    """Further sheets after the first: (name, rows)."""

    def add(sheet: Worksheet):
        for name, rows in tables:
            page = new_sheet(sheet, name)
            for row in rows:
                page.append(row)

    return add


def test_tables_about_the_same_units_are_joined_by_name(read):
    other = [
        ["Đơn vị", "Tỷ lệ số hóa (%)"],
        ["UBND Xã B - Tỉnh Tây Ninh", 50],
        ["Xã A", 60],
        ["Xã D", 70],
        ["Tổng cộng", 60],
    ]

    report = read(THREE, sheets(("Số hóa", other)))

    names = [row.name for row in report.rows.values()]
    assert names == ["Xã A", "Xã B", "Xã C", "Xã D"]
    rates = [value(report, "digitize_rate", row) for row in "1234"]
    assert rates == [60, 50, Blank.MISSING, 70]
    assert report.total.number("digitize_rate") == 60
    assert notes(report, NoteKind.SEVERAL_TABLES) == []
    assert notes(report, NoteKind.CONFLICT) == []


def test_a_figure_that_two_tables_tell_differently_is_said_and_the_first_kept(read):
    other = [["Đơn vị", "Hồ sơ quá hạn"], ["Xã A", 1], ["Xã B", 5], ["Xã C", None]]

    report = read(THREE, sheets(("Khác", other)))

    assert [value(report, OVERDUE, row) for row in "123"] == [1, 2, 3]
    assert notes(report, NoteKind.SEVERAL_TABLES) == [("Khác", "Bảng; Khác")]
    (note,) = [n for n in report.source.notes if n.kind is NoteKind.CONFLICT]
    assert note.place == Place("2", OVERDUE)
    assert note.at == "Khác!B3"
    assert note.text.endswith(": 2 (Bảng!C3); 5 (Khác!B3)")


def test_two_units_of_the_same_name_in_one_table_stay_two(read):
    report = read([HEAD, [1, "Xã Tân Phú", 1, 9], [2, "Xã Tân Phú", 2, 8]])

    assert [value(report, OVERDUE, row) for row in "12"] == [1, 2]
    assert notes(report, NoteKind.CONFLICT) == []


OVERVIEW: list[list[Any]] = [
    ["Đơn vị: UBND xã A (Mã: H15.1) - Ngày báo cáo: 30/9/2026"],
    ["TỔNG ĐIỂM ĐẠT ĐƯỢC:", "54,86 / 100 điểm", None, "XẾP HẠNG:", "113/116"],
    ["STT", "Nhóm chỉ số", "Điểm đạt được", "Điểm tối đa"],
    [1, "Số hóa hồ sơ", 7.05, 22],
    [2, "Nhóm lạ", 1, 2],
    [None, "TỔNG CỘNG", 55, 100],
]


def test_the_groups_total_is_checked_against_the_line_above_the_table(read):
    report = read(OVERVIEW)

    assert report.layout is Layout.CRITERIA
    assert report.total is None
    assert value(report, "score_total") == Decimal("54.86")
    (note,) = [n for n in report.source.notes if n.kind is NoteKind.CONFLICT]
    assert note.place == Place("1", "score_total")
    assert note.text.endswith(": 54,86 / 100 điểm (Bảng!B2); 55 (Bảng!C6)")


def test_a_row_whose_name_is_not_known_is_said(read):
    told = notes(read(OVERVIEW), NoteKind.UNKNOWN_HEADER)

    assert told == [("Bảng!B5", "Nhóm lạ")]


def test_the_offices_own_figures_beside_many_units_are_the_total_line(read):
    report = read(THREE, sheets(("Tổng quan", OVERVIEW)))

    assert report.layout is Layout.UNITS
    assert len(report.rows) == 3
    # The titles name xã A: what is said of it belongs to its row, not to the total.
    assert value(report, "score_mdsh") == Decimal("7.05")
    assert report.total is None

    unnamed = [row for row in OVERVIEW if not str(row[0]).startswith("Đơn vị")]
    report = read(THREE, sheets(("Tổng quan", unnamed)))
    assert report.total is not None
    assert report.total.number("score_mdsh") == Decimal("7.05")


def test_a_groups_row_written_as_points_of_maximum_gives_both(read):
    rows = [["Nhóm chỉ tiêu", "Điểm Đạt / Tối đa"], ["Số hóa hồ sơ", "18,5/22"]]

    report = read(rows)

    assert value(report, "score_mdsh") == Decimal("18.5")
    assert value(report, "score_mdsh", part=Part.MAXIMUM) == 22


def test_criteria_with_their_groups_among_the_rows_are_told_apart(read):
    rows = [
        ["Tiêu chí", "Tử số", "Mẫu số", "Tỷ lệ (%)", "Điểm", "Điểm tối đa", "Mục tiêu"],
        ["Thanh toán trực tuyến", None, None, "x", "6,9", 10, None],
        [
            "3.6. Tỷ lệ hồ sơ thanh toán trực tuyến",
            1418,
            "1.597",
            "88,79%",
            5.33,
            6,
            47,
        ],
    ]

    report = read(rows)

    assert report.columns == ("score_tttt", "online_pay_rate")
    assert value(report, "score_tttt") == Decimal("6.9")
    parts = {p: value(report, "online_pay_rate", part=p) for p in Part}
    assert parts == {
        Part.VALUE: Decimal("88.79"),
        Part.NUMERATOR: 1418,
        Part.DENOMINATOR: 1597,
        Part.SCORE: Decimal("5.33"),
        Part.MAXIMUM: 6,
        Part.TARGET: 47,
        Part.OF: Blank.MISSING,
    }


def test_a_blank_of_the_first_table_is_filled_from_the_second(read):
    first = [HEAD, [1, "Xã A", "", 90]]
    second = [["Đơn vị", "Tổng số hồ sơ quá hạn"], ["Xã A", 4]]

    report = read(first, sheets(("Quá hạn", second)))

    assert value(report, OVERDUE) == 4
    assert report.cell(Place("1", OVERDUE)).at == "Quá hạn!B2"
    assert notes(report, NoteKind.CONFLICT) == []


def test_a_sheet_without_a_table_beside_others_is_said_and_an_empty_one_is_not(read):
    memo = [["Việc cần làm"], ["Gọi cho xã A", 3]]

    report = read(THREE, sheets(("Ghi chép", memo), ("Sheet3", [])))

    assert len(report.rows) == 3
    assert notes(report, NoteKind.LEFT_OUT) == [("Ghi chép", "trang “Ghi chép”")]
    assert notes(read(THREE), NoteKind.LEFT_OUT) == []
