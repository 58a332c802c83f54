"""Figures, troubles and what is hidden, written into a sheet and read back."""

import io
import unicodedata
import zipfile
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from core.report import (
    Blank,
    NoteKind,
    Part,
    Place,
    Unreadable,
)
from tests.core.importing.written import (
    HEAD,
    ONLINE,
    OVERDUE,
    THREE,
    new_sheet,
    notes,
    value,
)

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
    assert value(report, ONLINE, "2") == Unreadable(
        "0.9523", (Decimal("0.9523"), Decimal("95.23"))
    )
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


def test_text_that_comes_apart_is_composed(read):
    apart = unicodedata.normalize("NFD", "chờ số liệu")
    cell = read([HEAD, [1, "Xã A", apart, 90]]).cell(Place("1", OVERDUE))

    assert (cell.value, cell.raw) == (Unreadable("chờ số liệu"), "chờ số liệu")
