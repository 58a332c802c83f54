"""An .xls of BIFF 8 and BIFF 5 gives values and every mark."""

import io
import struct
import warnings
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import xlwt

from core.errors import UnreadableFileError
from core.importing.books import xls
from core.importing.grid import Grid, Merge, Spot
from tests.core.importing import biff5

LIBREOFFICE = Path(__file__).parents[2] / "data" / "old" / "marks.xls"


def written(fill: Callable[[xlwt.Workbook, xlwt.Worksheet], None]) -> tuple[Grid, ...]:
    """The sheets of a workbook written by xlwt, the first of them `Bảng`."""
    book = xlwt.Workbook(encoding="utf-8")
    fill(book, book.add_sheet("Bảng"))
    return xls.grids(saved(book), "tệp.xls")


def saved(book: xlwt.Workbook) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # xlwt is old
        book.save(buffer)
    return buffer.getvalue()


def test_values_are_those_of_the_cells():
    def fill(_, sheet):
        sheet.write(0, 0, "Tên đơn vị")
        sheet.write(0, 1, 91.7)
        sheet.write(0, 2, date(2024, 9, 8), xlwt.easyxf(num_format_str="dd/mm/yyyy"))  # fmt: skip
        sheet.write(1, 1, True)
        sheet.write(2, 2, 2033)

    (grid,) = written(fill)

    assert grid.sheet == "Bảng"
    assert grid.rows == [
        ["Tên đơn vị", 91.7, date(2024, 9, 8)],
        ["", True],
        ["", "", 2033],
    ]


def test_merges_and_what_is_hidden_are_marked():
    def fill(book, sheet):
        sheet.write_merge(0, 1, 0, 2, "Kết quả số hóa")
        sheet.write(4, 4, "x")
        sheet.row(3).hidden = True
        sheet.col(1).hidden = True
        for number in (1, 2):
            other = book.add_sheet(f"Ẩn {number}")
            other.visibility = number  # 2 can be shown by a macro only
            other.write(0, 0, number)

    shown, *hidden = written(fill)

    assert shown.marks.merges == (Merge(1, 1, 2, 3),)
    assert shown.marks.hidden_rows == {4}
    assert shown.marks.hidden_columns == {2}
    assert not shown.marks.hidden_sheet
    assert [one.marks.hidden_sheet for one in hidden] == [True, True]


@pytest.mark.parametrize(
    ("code", "percent"),
    [("0%", True), ("0.00%", True), ('0.0"%"', False), ("General", False)],
)
def test_only_a_format_that_multiplies_makes_a_percentage(code, percent):
    (grid,) = written(
        lambda _, sheet: sheet.write(0, 0, 0.95, xlwt.easyxf(num_format_str=code))
    )

    assert (Spot(1, 1) in grid.marks.percents) is percent


def test_only_texts_in_old_fonts_have_their_font_noted():
    def fill(_, sheet):
        for column, font in enumerate((".VnTimeH", "VNI-Times", "Times New Roman")):
            sheet.write(0, column, "x", xlwt.easyxf(f"font: name {font}"))
        sheet.write(1, 0, 5, xlwt.easyxf("font: name .VnTime"))

    (grid,) = written(fill)

    assert grid.marks.fonts == {Spot(1, 1): ".VnTimeH", Spot(1, 2): "VNI-Times"}


def test_formulas_that_nobody_reckoned_are_said_with_their_text():
    def fill(_, sheet):
        sheet.write(0, 0, 5)
        sheet.write(1, 0, xlwt.Formula("SUM(A1:A1)"))
        sheet.write(2, 0, xlwt.Formula('IF(A1=5,"","x")'))

    (grid,) = written(fill)

    assert grid.marks.unsaved == {Spot(2, 1): "=SUM(A1:A1)"}
    assert grid.own(Spot(3, 1)) == ""


def reckoned(values: list[float], options: int) -> Grid:
    """A workbook of formulas with these results, as POI and LibreOffice write them."""
    cells = [biff5.Cell(value, formula=True, options=options) for value in values]
    (grid,) = xls.grids(biff5.book([biff5.Sheet("B", [[*cells]])]), "tệp.xls")
    return grid


def test_zeros_to_be_reckoned_on_opening_are_no_results_where_all_are():
    assert reckoned([0.0, 0.0], 2).marks.unsaved == {
        Spot(1, 1): "=1",
        Spot(1, 2): "=1",
    }
    assert reckoned([0.0, 7.0], 2).marks.unsaved == {}
    assert reckoned([0.0, 0.0], 0).marks.unsaved == {}


def test_a_workbook_of_libreoffice_has_every_mark():
    shown, hidden = xls.grids(LIBREOFFICE.read_bytes(), LIBREOFFICE.name)

    assert shown.marks.errors == {Spot(2, 6): "#DIV/0!"}
    assert shown.marks.unsaved == {}
    assert shown.marks.merges == (Merge(5, 1, 6, 3),)
    assert shown.marks.percents == {Spot(2, 4)}
    assert shown.marks.fonts == {Spot(3, 2): ".VnTime"}
    assert shown.marks.hidden_rows == {8}
    assert shown.marks.hidden_columns == {10}
    assert shown.own(Spot(3, 6)) == 12  # a formula's result
    assert hidden.marks.hidden_sheet


# -------------------------------------------------------------------------- BIFF 5


@pytest.mark.parametrize("page", [1252, 1258])
def test_biff_5_has_every_mark_whatever_its_code_page(page):
    rows: biff5.Rows = [
        ["STT", biff5.Cell("§¬n vÞ ng\xadêi", ".VnTime"), biff5.Cell("xaõ", "VNI-Times")],
        [1.0, biff5.Cell(0.95, format=10), "#DIV/0!"],
        ["So hoa", None, None, "x"],
    ]  # fmt: skip
    first = biff5.Sheet("Bang", rows, hidden_rows={3}, hidden_columns={5})
    first.across = {(2, 0), (2, 1), (2, 2)}
    second = biff5.Sheet("An", [["x"]], hidden=True)
    data = biff5.book([first, second], page=page)

    shown, hidden = xls.grids(data, "tệp.xls")

    assert shown.rows == [
        ["STT", "§¬n vÞ ng\xadêi", "xaõ"],
        [1.0, 0.95],
        ["So hoa", "", "", "x"],
    ]
    assert shown.marks.fonts == {Spot(1, 2): ".VnTime", Spot(1, 3): "VNI-Times"}
    assert shown.marks.percents == {Spot(2, 2)}
    assert shown.marks.errors == {Spot(2, 3): "#DIV/0!"}
    assert shown.marks.merges == (Merge(3, 1, 3, 3),)
    assert shown.marks.hidden_rows == {4}
    assert shown.marks.hidden_columns == {6}
    assert hidden.marks.hidden_sheet


def test_unicode_text_of_the_vietnamese_code_page_is_read():
    (grid,) = xls.grids(
        biff5.book([biff5.Sheet("Bảng", [["Tỷ lệ hồ sơ đúng hạn"]])], page=1258), "a"
    )

    assert grid.sheet == "Bảng"
    assert grid.text(Spot(1, 1)) == "Tỷ lệ hồ sơ đúng hạn"


def test_a_bare_workbook_without_a_container_is_read_alike():
    dated = biff5.Cell(45543.0, format=14), biff5.Cell(45543.6875, format=22)
    rows: biff5.Rows = [
        ["Ten", biff5.Cell("§¬n vÞ", ".VnTime"), *dated],
        [1.5, True, "#N/A", None, biff5.Cell(0.6875, format=20)],
        [biff5.Cell(0.5, format=9), biff5.Cell(7.0, formula=True)],
    ]
    sheets = [biff5.Sheet("Bảng", rows, hidden_rows={1})]

    (bare,) = xls.grids(biff5.book(sheets, page=1258, contained=False), "tệp.xls")
    (whole,) = xls.grids(biff5.book(sheets, page=1258), "tệp.xls")

    assert (bare.sheet, bare.marks) == (whole.sheet, whole.marks)
    spots = [Spot(row, column) for row in range(1, 4) for column in range(1, 6)]
    assert [bare.own(one) for one in spots] == [whole.own(one) for one in spots]
    assert bare.own(Spot(1, 3)) == date(2024, 9, 8)
    assert bare.own(Spot(1, 4)) == datetime.fromisoformat("2024-09-08T16:30:00")
    assert bare.own(Spot(2, 5)) == time(16, 30)


def test_what_lasts_longer_than_a_day_is_no_date():
    def fill(_, sheet):
        sheet.write(0, 0, 1.25, xlwt.easyxf(num_format_str="[h]:mm"))

    assert written(fill)[0].own(Spot(1, 1)) == timedelta(hours=30)


# ------------------------------------------------------------------------ refusals


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        xls.grids(data, "tệp.xls")
    return str(caught.value)


def test_far_cells_are_found_before_the_rectangle_between_them_is_filled():
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Bảng")
    sheet.write(0, 0, 1)
    sheet.write(65535, 255, 1)

    assert "cách nhau quá xa ở trang “Bảng”" in refusal(saved(book))


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9])
def test_a_truncated_workbook_is_broken(share):
    data = LIBREOFFICE.read_bytes()

    assert "bị hỏng hoặc tải chưa hết" in refusal(data[: int(len(data) * share)])


def test_a_container_that_goes_in_circles_is_broken():
    data = bytearray(LIBREOFFICE.read_bytes())
    (first,) = struct.unpack_from("<I", data, 0x4C)
    where = (first + 1) * 512
    sectors = len(data) // 512 - 1
    data[where : where + 4 * sectors] = b"".join(struct.pack("<I", n) for n in range(sectors))  # fmt: skip

    assert "bị hỏng" in refusal(bytes(data))


def test_a_container_with_sectors_of_no_size_is_broken():
    data = bytearray(LIBREOFFICE.read_bytes())
    data[30:32] = b"\xff\xff"

    assert "bị hỏng" in refusal(bytes(data))


def test_nothing_is_printed_about_a_damaged_workbook(capfd):
    data = bytearray(LIBREOFFICE.read_bytes())
    for place in range(520, len(data), 37):
        data[place] ^= 0x5A

    assert "bị hỏng" in refusal(bytes(data))
    assert capfd.readouterr().out == ""
