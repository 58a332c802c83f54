"""Plain variants of the samples' tables, each written here and read back."""

import io
import unicodedata
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from core.period import Period
from core.report import (
    AS_OF_PLACE,
    PERIOD_PLACE,
    Blank,
    Layout,
    NoteKind,
    Part,
    Place,
    Report,
    SourceTable,
    Unreadable,
)

HEAD = [
    "STT",
    "Tên đơn vị",
    "Tổng số hồ sơ xử lý quá hạn",
    "Tỷ lệ hồ sơ nộp trực tuyến (%)",
]
OVERDUE, ONLINE = "overdue_total", "online_submit_rate"


def value(report: Report, key: str, row: str = "1", part: Part = Part.VALUE):
    return report.cell(Place(row, key, part)).value


def new_sheet(beside: Worksheet, name: str) -> Worksheet:
    """A further sheet in the same workbook."""
    assert beside.parent is not None
    sheet: Worksheet = beside.parent.create_sheet(name)
    return sheet


def notes(report: Report, kind: NoteKind) -> list[tuple[str, str]]:
    assert report.source is not None
    return [(note.at, note.text) for note in report.source.notes if note.kind is kind]


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


def test_a_second_column_of_the_same_figure_is_said_and_the_first_kept(read):
    rows = [[*HEAD, "Hồ sơ nộp trực tuyến (%)"], [1, "Xã A", 1, 90, 70]]

    report = read(rows)

    assert value(report, ONLINE) == 90
    assert notes(report, NoteKind.CONFLICT) == [
        ("Bảng!E1", "Tỷ lệ hồ sơ nộp trực tuyến (%); Hồ sơ nộp trực tuyến (%)")
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


# ---------------------------------------------------------------------------- figures


def test_a_dot_and_three_digits_is_thousands_in_a_count_and_a_question_in_a_ratio(read):
    report = read([HEAD, [1, "Xã A", "2.033", "2.033"]])

    assert value(report, OVERDUE) == 2033
    readings = (Decimal(2033), Decimal("2.033"))
    assert value(report, ONLINE) == Unreadable("2.033", readings)


def test_a_count_that_an_english_excel_made_a_fraction_is_a_question(read):
    report = read([HEAD, [1, "Xã A", 2.033, 2.033]])

    readings = (Decimal(2033), Decimal("2.033"))
    assert value(report, OVERDUE) == Unreadable("2.033", readings)
    assert value(report, ONLINE) == Decimal("2.033")


def test_a_fraction_shown_as_a_percentage_is_times_a_hundred(read):
    def percent(sheet: Worksheet):
        sheet["D2"].number_format = "0.00%"
        sheet["C2"].number_format = "0%"

    report = read([HEAD, [1, "Xã A", 0.5, 0.9523], [2, "Xã B", 1, 0.9523]], percent)

    assert value(report, ONLINE) == Decimal("95.23")
    assert report.cell(Place("1", ONLINE)).raw == "95.23%"
    assert value(report, ONLINE, "2") == Decimal("0.9523")
    assert value(report, OVERDUE) == Unreadable("50%")


@pytest.mark.parametrize("text", [None, "", " ", "-", "—", "N/A", "Chưa có"])
def test_nothing_and_a_dash_are_missing_and_never_zero(text, read):
    report = read([HEAD, [1, "Xã A", text, 0]])

    assert value(report, OVERDUE) is Blank.MISSING
    assert report.cell(Place("1", OVERDUE)).at == "Bảng!C2"
    assert value(report, ONLINE) == 0


@pytest.mark.parametrize("text", ["khoảng 5", "1,2,3", "12a", "9" * 40, "50%"])
def test_text_that_is_no_figure_is_kept_unreadable(text, read):
    assert value(read([HEAD, [1, "Xã A", text, 1]]), OVERDUE) == Unreadable(text)


def test_a_number_no_office_has_and_a_truth_value_are_unreadable(read):
    report = read([HEAD, [1, "Xã A", 1e300, True]])

    assert value(report, OVERDUE) == Unreadable("1e+300")
    assert value(report, ONLINE) == Unreadable("TRUE")


def test_a_rank_as_text_has_both_its_numbers(read):
    report = read([["Tên đơn vị", "Xếp hạng"], ["Xã A", "8/9"], ["Xã B", "9"]])

    assert value(report, "rank") == 8
    assert value(report, "rank", part=Part.OF) == 9
    assert value(report, "rank", "2") == 9
    assert report.find(Place("2", "rank", Part.OF)) is None


@pytest.mark.parametrize(
    ("day", "text", "readings"),
    [
        (date(2024, 8, 9), "09/08/2024", (8,)),
        (date(2024, 9, 8), "08/09/2024", (8,)),
        (datetime(2024, 8, 8), "08/08/2024", (8,)),  # noqa: DTZ001 - as Excel stores it
        (date(2024, 8, 1), "01/08/2024", (1, 8)),
    ],
)
def test_a_rank_that_excel_made_a_date_is_a_question(day, text, readings, read):
    report = read([["Tên đơn vị", "Xếp hạng"], ["Xã A", day]])

    asked = tuple(Decimal(number) for number in readings)
    assert value(report, "rank") == Unreadable(text, asked)
    assert report.cell(Place("1", "rank")).raw == text


def test_a_date_among_other_figures_is_unreadable(read):
    report = read([HEAD, [1, "Xã A", date(2024, 8, 9), 1]])

    assert value(report, OVERDUE) == Unreadable("09/08/2024")


def test_a_unit_code_stored_as_a_number_is_a_word(read):
    report = read([["Tên đơn vị", "Mã định danh", "Hồ sơ quá hạn"], ["Xã A", 120, 1]])

    assert report.rows["1"].code == "120"


def test_a_formula_never_reckoned_and_an_error_are_said_with_their_cells(read):
    def trouble(sheet: Worksheet):
        sheet["C2"] = "=SUM(C3:C4)"
        sheet["D2"] = "#DIV/0!"
        sheet["D2"].data_type = "e"
        sheet["H9"] = "=1+1"  # outside the table: no figure of ours

    report = read([HEAD, [1, "Xã A"], [2, "Xã B", 1, 1]], trouble)

    assert value(report, OVERDUE) == Unreadable("=SUM(C3:C4)")
    assert value(report, ONLINE) == Unreadable("#DIV/0!")
    told = [(note.kind, note.at, note.text, note.place) for note in report.source.notes]
    assert told == [
        (NoteKind.NO_STORED_VALUE, "Bảng!C2", "=SUM(C3:C4)", Place("1", OVERDUE)),
        (NoteKind.ERROR_CELL, "Bảng!D2", "#DIV/0!", Place("1", ONLINE)),
    ]


def test_formulas_with_stored_values_are_figures_blanks_and_errors(write, opened):
    def formulas(sheet: Worksheet):
        for cell in ("C2", "C3", "C4"):
            sheet[cell] = "=X1"

    path = write([HEAD, [1, "Xã A"], [2, "Xã B"], [3, "Xã C", None, 1]], formulas)
    stored = {
        '<c r="C2"><f>X1</f><v></v></c>': '<c r="C2"><f>X1</f><v>44</v></c>',
        '<c r="C3"><f>X1</f><v></v></c>': '<c r="C3" t="str"><f>X1</f><v></v></c>',
        '<c r="C4"><f>X1</f><v></v></c>': '<c r="C4" t="e"><f>X1</f><v>#REF!</v></c>',
    }
    _reckon(path, stored)

    report = opened(path)

    assert value(report, OVERDUE, "1") == 44
    assert value(report, OVERDUE, "2") is Blank.MISSING
    assert value(report, OVERDUE, "3") == Unreadable("#REF!")
    assert [note.kind for note in report.source.notes] == [NoteKind.ERROR_CELL]


def _reckon(path, stored):
    """Put stored values into the sheet, as Excel does on saving."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for before, after in stored.items():
        assert before in sheet
        sheet = sheet.replace(before, after)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in (
            parts | {"xl/worksheets/sheet1.xml": sheet.encode()}
        ).items():
            package.writestr(name, data)
    path.write_bytes(buffer.getvalue())


# ----------------------------------------------------------------------------- hidden


def hide(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[9].hidden = True  # nothing in it
    sheet.column_dimensions["D"].hidden = True


THREE = [HEAD, [1, "Xã A", 1, 90], [2, "Xã B", 2, 80], [3, "Xã C", 3, 70]]


def test_hidden_rows_and_columns_are_said_and_left_out(read):
    report = read(THREE, hide)

    assert [row.name for row in report.rows.values()] == ["Xã A", "Xã C"]
    assert report.columns == (OVERDUE,)
    assert report.cell(Place("2", OVERDUE)).at == "Bảng!C4"
    assert notes(report, NoteKind.HIDDEN) == [("Bảng", "1 dòng ẩn, 1 cột ẩn")]


def test_hidden_rows_and_columns_are_read_when_asked_for(read):
    report = read(THREE, hide, hidden=True)

    assert [row.name for row in report.rows.values()] == ["Xã A", "Xã B", "Xã C"]
    assert value(report, ONLINE, "2") == 80
    assert notes(report, NoteKind.HIDDEN) == []


def test_a_merged_heading_over_a_hidden_first_column_is_still_read(read):
    def first_hidden(sheet: Worksheet):
        sheet.merge_cells("C1:D1")
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:B2")
        sheet.column_dimensions["C"].hidden = True

    rows = [
        ["STT", "Tên đơn vị", "Tỷ lệ nộp"],
        [None, None, "trực tiếp (%)", "trực tuyến (%)"],
        [1, "Xã A", 9, 91],
    ]

    report = read(rows, first_hidden)

    assert report.columns == (ONLINE,)
    assert value(report, ONLINE) == 91


def test_a_hidden_sheet_is_said_and_left_out_unless_asked_for(read):
    def second(sheet: Worksheet):
        other = new_sheet(sheet, "Ẩn")
        for row in (["Tên đơn vị", "Xếp hạng"], ["Xã A", 5]):
            other.append(row)
        other.sheet_state = "hidden"

    shown, asked = read(THREE, second), read(THREE, second, hidden=True)

    assert notes(shown, NoteKind.HIDDEN) == [("Ẩn", "cả trang")]
    assert "rank" not in shown.columns
    assert value(asked, "rank") == 5


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
    assert notes(report, NoteKind.SEVERAL_TABLES) == [("Số hóa", "Bảng; Số hóa")]
    assert notes(report, NoteKind.CONFLICT) == []


def test_a_figure_that_two_tables_tell_differently_is_said_and_the_first_kept(read):
    other = [["Đơn vị", "Hồ sơ quá hạn"], ["Xã A", 1], ["Xã B", 5], ["Xã C", None]]

    report = read(THREE, sheets(("Khác", other)))

    assert [value(report, OVERDUE, row) for row in "123"] == [1, 2, 3]
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


# ------------------------------------------------------------------ period and time


def around(title, *, sheet="Bảng", name="tệp.xlsx") -> dict[str, Any]:
    return {"rows": [[title], *THREE], "sheet": sheet, "name": name}


@pytest.mark.parametrize(
    ("told", "period", "at"),
    [
        (around("Tháng 9/2024"), Period.month(2024, 9), "Bảng!A1"),
        (around("QUÝ III NĂM 2024"), Period.quarter(2024, 3), "Bảng!A1"),
        (around("Năm 2024", name="năm 2024.xlsx"), Period.whole_year(2024), "Bảng!A1"),
        (around("", sheet="T9-2024"), Period.month(2024, 9), "T9-2024"),
        (
            around("", name="Thang 9-2024.xlsx"),
            Period.month(2024, 9),
            "Thang 9-2024.xlsx",
        ),
        (around("", name="Tháng_9_2024.xlsx"), None, None),
        (
            around("Theo QĐ 766/QĐ-TTg ngày 23 tháng 6 năm 2022, năm 2024"),
            Period.whole_year(2024),
            "Bảng!A1",
        ),
        (around("Báo cáo"), None, None),
    ],
)
def test_the_period_is_read_from_titles_sheet_or_file(told, period, at, read):
    report = read(**told)

    assert report.period == period
    assert report.cell(PERIOD_PLACE).at == at
    assert notes(report, NoteKind.CONFLICT) == []


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (
            around("Tháng 9/2024", name="tháng 10-2024.xlsx"),
            "tháng 9/2024 (Bảng!A1); tháng 10/2024 (tháng 10-2024.xlsx)",
        ),
        (
            around("Năm 2024", sheet="Tháng 9-2024"),
            "năm 2024 (Tháng 9-2024!A1); tháng 9/2024 (Tháng 9-2024)",
        ),
        (
            around("Từ tháng 8/2024 đến tháng 9/2024"),
            "tháng 8/2024 (Bảng!A1); tháng 9/2024 (Bảng!A1)",
        ),
    ],
)
def test_two_periods_are_never_chosen_between(told, text, read):
    report = read(**told)

    assert report.period is None
    assert report.cell(PERIOD_PLACE).value == Unreadable(text)
    (note,) = report.source.notes
    assert (note.kind, note.text, note.place) == (NoteKind.CONFLICT, text, PERIOD_PLACE)


def test_a_year_in_one_title_and_its_month_in_another_are_one_period(read):
    report = read([["BÁO CÁO NĂM 2024"], ["(Tháng 9/2024)"], *THREE])

    assert report.period == Period.month(2024, 9)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        (
            "(Số liệu tính đến thời điểm 16 giờ 30 phút ngày 06/12/2024)",
            "2024-12-06T16:30",
        ),
        ("Ngày báo cáo: 10/10/2026", "2026-10-10"),
        ("Số liệu tính đến ngày 06 tháng 12 năm 2024", "2024-12-06"),
        ("Thời điểm lấy số liệu: 06/12/2024 16:30", "2024-12-06T16:30"),
        ("Cập nhật lúc 8h05 ngày 6/12/2024", "2024-12-06T08:05"),
    ],
)
def test_the_time_of_the_figures_is_read_and_is_no_period(title, code, read):
    report = read([[title], *THREE])

    assert report.as_of.code == code
    assert report.period is None
    assert report.cell(AS_OF_PLACE).at == "Bảng!A1"


def test_two_times_of_the_figures_are_a_conflict_but_a_day_and_its_hour_are_not(read):
    day, hour = "Ngày báo cáo: 06/12/2024", "Tính đến 16 giờ 30 phút ngày 06/12/2024"
    later = "Tính đến ngày 07/12/2024"

    assert read([[day], [hour], *THREE]).as_of.code == "2024-12-06T16:30"
    report = read([[day], [later], *THREE])
    assert isinstance(report.cell(AS_OF_PLACE).value, Unreadable)
    assert len(notes(report, NoteKind.CONFLICT)) == 1


def test_a_day_that_no_calendar_has_is_kept_unreadable(read):
    report = read([["Ngày báo cáo: 31/02/2024"], *THREE])

    assert report.cell(AS_OF_PLACE).value == Unreadable("31/02/2024")


def test_a_decisions_date_is_no_time_of_figures(read):
    assert read([["Quyết định số 766/QĐ-TTg ngày 23/6/2022"], *THREE]).as_of is None


def test_the_unit_of_measure_is_not_taken_for_the_unit(read):
    rows = [["Đơn vị: hồ sơ"], *OVERVIEW[2:]]

    assert read(rows).rows["1"].name == ""
