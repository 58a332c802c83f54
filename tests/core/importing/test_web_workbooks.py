"""Excel's workbooks of one text file: XML of 2003, a page with its sheets (.mht)."""

from base64 import encodebytes
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from quopri import encodestring

import pytest

from core.errors import UnreadableFileError
from core.importing.books import mhtml, read, spreadsheet_ml
from core.importing.grid import Grid, Merge, Spot
from core.report import Place, Report

RATE = "online_submit_rate"
SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
STYLES = (
    '<Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>'
    '<Style ss:ID="q" ss:Parent="p"/><Style ss:ID="v"><Font ss:FontName=".VnTime"/>'
    "</Style></Styles>"
)
BROKEN = "“tệp.xls” bị hỏng hoặc tải chưa hết. Tải lại tệp rồi mở."


def book(*sheets: str, styles: str = STYLES) -> bytes:
    told = (
        f'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook'
        f' xmlns="{SPACE}" xmlns:ss="{SPACE}">{styles}{"".join(sheets)}</Workbook>'
    )
    return told.encode()


def sheet(body: str, name: str = "T9", more: str = "") -> str:
    return f'<Worksheet ss:Name="{name}"><Table>{body}</Table>{more}</Worksheet>'


def row(*values: object, more: str = "") -> str:
    return f"<Row{more}>{''.join(cell(value) for value in values)}</Row>"


def cell(value: object, more: str = "") -> str:
    kind = "String" if isinstance(value, str) else "Number"
    return f'<Cell{more}><Data ss:Type="{kind}">{value}</Data></Cell>'


def only(*sheets: str) -> Grid:
    (grid,) = read.grids(book(*sheets), "tệp.xls")
    return grid


@pytest.fixture
def put(tmp_path: Path) -> Callable[[bytes], Path]:
    def put(data: bytes) -> Path:
        path = tmp_path / "tệp.xls"
        path.write_bytes(data)
        return path

    return put


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read.grids(data, "tệp.xls")
    return str(caught.value)


# ------------------------------------------------------------------- XML of Excel 2003


def test_figures_of_an_xml_workbook_are_read_with_their_places(put, opened):
    head = row(
        "STT",
        "Tên đơn vị",
        "Tổng số hồ sơ xử lý quá hạn",
        "Tỷ lệ hồ sơ nộp trực tuyến (%)",
    )
    percent = cell(0.9523, ' ss:StyleID="q"')
    rows = f"{row(1, 'Xã A', 3, '91,7')}<Row>{cell(2)}{cell('Xã B')}{cell(0)}{percent}</Row>"
    report: Report = opened(put(book(sheet(row("Kết quả tháng 9/2024") + head + rows))))
    assert report.cell(Place("1", RATE)).number == Decimal("91.7")
    assert report.cell(Place("2", RATE)).number == Decimal("95.23")
    assert report.cell(Place("2", RATE)).at == "T9!D4"


def test_cells_stand_where_their_indexes_and_merges_put_them():
    merged = cell("Kết quả", ' ss:Index="3" ss:MergeAcross="1"')
    tall = cell("TT", ' ss:MergeDown="1"')
    grid = only(sheet(f'<Row ss:Index="2">{tall}{merged}{cell("sau")}</Row>'))
    assert grid.rows == [[], ["TT", "", "Kết quả", "", "sau"]]
    assert set(grid.marks.merges) == {Merge(2, 1, 3, 1), Merge(2, 3, 2, 4)}


def test_hidden_rows_columns_and_sheets_are_marked():
    column = '<Column/><Column ss:Hidden="1" ss:Span="1"/><Column ss:Hidden="1"/>'
    body = column + row(1, 2) + row(3, 4, more=' ss:Hidden="1"')
    state = "<WorksheetOptions xmlns='urn:x'><Visible>SheetHidden</Visible></WorksheetOptions>"
    grid = only(sheet(body, more=state))
    assert grid.marks.hidden_columns == {2, 3, 4}
    assert grid.marks.hidden_rows == {2}
    assert grid.marks.hidden_sheet


def test_types_errors_formulas_and_old_fonts_are_told():
    cells = (
        '<Cell><Data ss:Type="DateTime">2026-04-03T00:00:00.000</Data></Cell>'
        '<Cell><Data ss:Type="DateTime">2026-04-03T16:30:00.000</Data></Cell>'
        '<Cell><Data ss:Type="Boolean">1</Data></Cell>'
        '<Cell ss:Formula="=1/0"><Data ss:Type="Error">#DIV/0!</Data></Cell>'
        '<Cell ss:Formula="=SUM(R1C1)"/>'
        '<Cell ss:StyleID="v"><Data ss:Type="String">X· T©n</Data></Cell>'
        '<Cell ss:Formula="=1"><Data ss:Type="Number">1</Data></Cell>'
    )
    grid = only(sheet(f"<Row>{cells}</Row>"))
    day, moment = date(2026, 4, 3), datetime(2026, 4, 3, 16, 30)  # noqa: DTZ001 - as a sheet has it
    assert grid.rows == [[day, moment, True, "", "", "X· T©n", 1.0]]
    assert grid.marks.errors == {Spot(1, 4): "#DIV/0!"}
    assert grid.marks.unsaved == {Spot(1, 5): "=SUM(R1C1)"}
    assert grid.marks.fonts == {Spot(1, 6): ".VnTime"}


def test_text_with_formats_within_it_is_whole():
    rich = (
        '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">'
        "<B>Xã</B> Tân <I>Phú</I></ss:Data></Cell>"
    )
    assert only(sheet(f"<Row>{rich}</Row>")).rows == [["Xã Tân Phú"]]


def test_an_xml_workbook_may_begin_with_a_blank_line_and_be_in_utf_16():
    data = book(sheet(row("Xã A")))
    text = "\n" + data.decode().replace('"1.0"', '"1.0" encoding="UTF-16"')
    (grid,) = read.grids(text.encode("utf-16"), "tệp.xls")
    assert grid.rows == [["Xã A"]]


@pytest.mark.parametrize("share", [0.5, 0.95])
def test_an_xml_workbook_that_is_cut_off_is_broken(share):
    data = book(sheet(row("Xã A", 1)))
    assert refused(data[: int(len(data) * share)]) == BROKEN


@pytest.mark.parametrize(
    "more", [' ss:Index="2000000"', ' ss:Index="0"', ' ss:Span="-5"']
)
def test_rows_beyond_a_sheet_are_refused(more):
    body = row(1, 2, more=more)
    assert "cách nhau quá xa ở trang “T9”" in refused(book(sheet(body)))


def test_an_odd_number_in_an_xml_workbook_is_no_traceback():
    odd = '<Cell><Data ss:Type="Number">mười</Data></Cell>'
    assert refused(book(sheet(f"<Row>{odd}</Row>"))) == BROKEN


# ------------------------------------------------------------------------------- .mht


def part(page: str, where: str, *, encoding: str = "quoted-printable") -> bytes:
    data = page.encode()
    body = encodebytes(data) if encoding == "base64" else encodestring(data)
    head = (
        f"Content-Location: file:///C:/{where}\nContent-Transfer-Encoding: {encoding}\n"
    )
    return f'{head}Content-Type: text/html; charset="utf-8"\n\n'.encode() + body


def bound(*parts: bytes) -> bytes:
    head = b'MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related; boundary="==X"\n\n'
    return head + b"".join(b"--==X\n" + one + b"\n" for one in parts) + b"--==X--\n"


def noted(name: str, page: str, more: str = "") -> str:
    return (
        f"<x:ExcelWorksheet><x:Name>{name}</x:Name>{more}"
        f'<x:WorksheetSource HRef="Book1_files/{page}"/></x:ExcelWorksheet>'
    )


TABLE = "<html><table><tr><td>Tên đơn vị<td>{0}<tr><td>Xã A<td>1</table></html>"


def test_sheets_of_excels_page_have_their_names_and_the_tab_strip_is_none():
    hidden = (
        "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    )
    frame = (
        "<html><head><meta name='Excel Workbook Frameset'><!--[if gte mso 9]><xml>"
        f"{noted('Tháng 9 &amp; 10', 'sheet001.htm')}{noted('Cũ', 'sheet002.htm', hidden)}"
        "</xml><![endif]--></head><frameset></frameset></html>"
    )
    data = bound(
        part(frame, "Book1.htm"),
        part(TABLE.format("a"), "Book1_files/sheet001.htm"),
        part(TABLE.format("b"), "Book1_files/sheet002.htm", encoding="base64"),
        part(TABLE.format("c"), "Book1_files/tabstrip.htm"),
    )
    first, second = read.grids(data, "tệp.mht")
    assert (first.sheet, first.rows[0][1]) == ("Tháng 9 & 10", "a")
    assert (second.sheet, second.rows[0][1]) == ("Cũ", "b")
    assert (first.marks.hidden_sheet, second.marks.hidden_sheet) == (False, True)


def test_tables_of_a_browsers_page_are_all_read_under_names_of_their_own():
    data = bound(
        part(TABLE.format("a"), "x/a.html"), part(TABLE.format("b"), "x/b.html")
    )
    assert [grid.sheet for grid in read.grids(data, "tệp.mht")] == [
        "Bảng 1",
        "Bảng 1 (2)",
    ]


def test_a_mail_of_one_page_is_read_too():
    data = b"MIME-Version: 1.0\n" + part(TABLE.format("a"), "x/a.html")
    (grid,) = read.grids(data, "tệp.mht")
    assert grid.rows[1] == ["Xã A", "1"]


def test_an_address_in_plain_vietnamese_is_no_traceback():
    data = bound(part(TABLE.format("a"), "x/số liệu.html"))
    (grid,) = read.grids(data, "tệp.mht")
    assert grid.rows[1] == ["Xã A", "1"]


def test_a_page_in_one_file_that_is_cut_off_is_broken():
    data = bound(part(TABLE.format("a") + "<p>" + "x" * 200, "x/a.html"))
    assert refused(data[:-60]) == BROKEN


def test_a_letter_without_a_page_is_a_letter():
    told = refused(b"From: a@b.vn\nContent-Type: text/plain\n\nKinh gui\n")
    assert told.startswith("“tệp.xls” không phải bảng tính (thư điện tử).")


def test_a_page_in_one_file_without_a_table_says_so():
    assert "không có bảng số liệu nào" in refused(
        bound(part("<p>Xin chào", "x/a.html"))
    )


def test_a_page_too_large_to_take_apart_is_refused_before(monkeypatch):
    monkeypatch.setattr(mhtml, "LIMIT_MB", 0)
    assert "quá lớn" in refused(bound(part(TABLE.format("a"), "x/a.html")))


def test_more_cells_than_are_read_are_refused(monkeypatch):
    monkeypatch.setattr(spreadsheet_ml, "LIMIT_READ", 5)
    assert "cách nhau quá xa" in refused(book(sheet(row(1, 2, 3) * 2)))
