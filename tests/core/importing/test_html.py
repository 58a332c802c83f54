"""Web pages saved as workbooks: what a browser shows is what is read."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from core.errors import UnreadableFileError
from core.importing.books import html
from core.importing.grid import Grid, Merge, Spot
from core.period import Period
from core.report import Place, Report
from tests.core.importing.test_encodings import windows_vietnamese

RATE = "online_submit_rate"
HEAD = "<tr><td>STT<td>Tên đơn vị<td>Tổng số hồ sơ xử lý quá hạn"
HEAD += "<td>Tỷ lệ hồ sơ nộp trực tuyến (%)</tr>"
ROWS = HEAD + "<tr><td>1<td>Xã A<td>2<td>91,7<tr><td>2<td>Xã B<td>0<td>88,25</tr>"


def grids(page: str) -> tuple[Grid, ...]:
    return html.grids(page.encode(), "tệp.xls")


def only(page: str) -> Grid:
    (grid,) = grids(page)
    return grid


def refused(page: str | bytes) -> str:
    data = page if isinstance(page, bytes) else page.encode()
    with pytest.raises(UnreadableFileError) as caught:
        html.grids(data, "tệp.xls")
    return str(caught.value)


@pytest.fixture
def page(tmp_path: Path, opened: Callable[..., Report]) -> Callable[..., Report]:
    """Open a page as the file `số liệu.xls`."""

    def page(text: str | bytes, **options: bool) -> Report:
        path = tmp_path / "số liệu.xls"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return opened(path, **options)

    return page


# ------------------------------------------------------------------------ whole pages


def test_a_vendors_page_gives_its_figures_with_their_places(page):
    report = page(
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="UTF-8">'
        "</head><body><table><tr><td colspan=4>KẾT QUẢ THÁNG 9/2024</td></tr>"
        f"{ROWS}</table></body></html>"
    )
    assert report.period == Period.month(2024, 9)
    assert [row.name for row in report.rows.values()] == ["Xã A", "Xã B"]
    assert report.cell(Place("2", RATE)).number == Decimal("88.25")
    assert report.cell(Place("2", RATE)).at == "Bảng 1!D4"


def test_what_stands_over_a_table_is_its_title(page):
    report = page(
        "<p>UBND HUYỆN GÒ DẦU</p><h3>Kết quả tháng 9/2024</h3>"
        f"<div>Số liệu tính đến 16 giờ ngày 04/10/2024</div><table>{ROWS}</table>"
    )
    assert report.period == Period.month(2024, 9)
    assert report.as_of is not None
    assert report.cell(Place("1", RATE)).at == "Kết quả tháng 9/2024!D5"


def test_a_table_that_only_lays_out_is_a_title_of_the_next(page):
    report = page(
        "<table><tr><td>UBND XÃ A<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</table>"
        f"<table><tr><td>Tháng 9/2024</table><table>{ROWS}</table>"
    )
    assert report.period == Period.month(2024, 9)
    assert report.cell(Place("1", RATE)).number == Decimal("91.7")


def test_a_table_within_a_page_laid_out_by_tables_is_found():
    page = f"<table><tr><td>Trang chủ<tr><td>Tháng 9<table>{ROWS}</table>hết</table>"
    grid = only(page)
    assert grid.sheet == "Bảng 1"
    assert grid.rows[:2] == [["Trang chủ"], ["Tháng 9"]]
    assert grid.rows[-1] == ["2", "Xã B", "0", "88,25"]


def test_a_small_table_within_a_cell_is_the_cells_text():
    inner = "<table><tr><td>91,7</table>"
    grid = only(f"<table><tr><td>a<td>b<tr><td>Xã A<td>{inner}</table>")
    assert grid.rows == [["a", "b"], ["Xã A", "91,7"]]


def test_tables_are_named_by_caption_by_heading_or_by_number():
    body = "<tr><td>a<td>b<tr><td>1<td>2"
    found = grids(
        f"<table><caption>Quá hạn</caption>{body}</table><h2>Số hóa</h2>"
        f"<table>{body}</table><table>{body}</table><h2>Số hóa</h2><table>{body}</table>"
    )
    names = [grid.sheet for grid in found]
    assert names == ["Quá hạn", "Số hóa", "Bảng 3", "Số hóa (2)"]


def test_excels_own_name_of_the_one_sheet_is_kept():
    note = "<x:ExcelWorksheet><x:Name>T9</x:Name></x:ExcelWorksheet>"
    head = f"<head><!--[if gte mso 9]><xml>{note}</xml><![endif]--></head>"
    assert only(f"<html>{head}<table>{ROWS}</table></html>").sheet == "T9"


# ------------------------------------------------------------------------------ cells


def test_spans_are_merges_and_cells_go_where_a_browser_puts_them():
    grid = only(
        "<table><tr><td rowspan=2>TT<td colspan=2>Kết quả<td rowspan=2>Ghi chú"
        "<tr><td>Đúng<td>Quá<tr><td>1<td>2<td>3<td>4</table>"
    )
    assert grid.rows == [
        ["TT", "Kết quả", "", "Ghi chú"],
        ["", "Đúng", "Quá"],
        ["1", "2", "3", "4"],
    ]
    assert set(grid.marks.merges) == {
        Merge(1, 1, 2, 1),
        Merge(1, 2, 1, 3),
        Merge(1, 4, 2, 4),
    }


def test_a_span_beyond_the_last_row_ends_there():
    grid = only("<table><tr><td>a<td>b<tr><td rowspan=60000>c<td>d</table>")
    assert grid.marks.merges == ()


def test_lines_of_a_cell_stay_apart_and_space_is_one():
    grid = only(
        "<table><tr><td>Tỷ lệ<br>đúng  hạn\n (%)<td><p>a</p><p>b</p>"
        "<tr><td>&nbsp;<td>1&#46;234<tr><td>c<td>d</table>"
    )
    assert grid.rows == [["Tỷ lệ\nđúng hạn (%)", "a\nb"], ["", "1.234"], ["c", "d"]]


def test_what_is_not_shown_is_marked_hidden_or_left_out():
    grid = only(
        "<style>.an {display:none}</style><table>"
        "<col><col style='display:none'><col>"
        "<tr><td>a<td>b<td>c<td class=an>x<tr hidden><td>1<td>2<td>3"
        "<tbody style='display: none'><tr><td>4<td>5<td>6</tbody>"
        "<tr><td>7<td>8<td>9<span class=an>0009</span><td class=an>y</table>"
    )
    assert grid.marks.hidden_rows == {2, 3}
    assert grid.marks.hidden_columns == {2, 4}
    assert grid.rows[3] == ["7", "8", "9", "y"]


def test_a_hidden_row_is_left_out_and_said(page):
    hidden = "<tr style='display:none'><td>3<td>Xã C<td>9<td>9"
    text = f"<table>{ROWS}{hidden}</table>"
    report = page(text)
    assert [row.name for row in report.rows.values()] == ["Xã A", "Xã B"]
    assert "hidden" in {note.kind.value for note in report.source.notes}
    assert len(page(text, hidden=True).rows) == 3


def test_a_hidden_table_is_a_hidden_sheet():
    shown, hidden = grids(
        f"<table>{ROWS}</table><div style='display:none'><table>{ROWS}</table></div>"
        "<p>hết</p>"
    )
    assert (shown.marks.hidden_sheet, hidden.marks.hidden_sheet) == (False, True)


def test_a_fraction_that_excel_shows_as_a_percentage_is_one(page):
    style = (
        '<style>.xl65 {mso-number-format:"0\\.00%"} .xl66{mso-number-format:Percent}'
    )
    report = page(
        f"{style}</style><table>{HEAD}<tr><td>1<td>Xã A<td>1<td class=xl65>0.9523"
        "<tr><td>2<td>Xã B<td>1<td class=xl66 x:num='0.9'>90%"
        "<tr><td>3<td>Xã C<td>1<td style='mso-number-format:\"0%\"'>95,5%</table>"
    )
    rates = [row.number(RATE) for row in report.rows.values()]
    assert rates == [Decimal("95.23"), Decimal(90), Decimal("95.5")]


def test_excels_own_number_says_what_the_text_leaves_open():
    grid = only(
        "<table><tr><td>a<td>b<tr><td x:num='2033'>2.033<td x:num>2.033</table>"
    )
    assert grid.rows[1] == [2033.0, "2.033"]


def test_libreoffices_own_number_is_taken_as_excels():
    grid = only(
        "<table><tr><td>a<td>b<tr><td sdval='2033' sdnum='1066;'>2.033"
        "<td sdval='0.9523' sdnum='1066;0;0,00%'>95,23%</table>"
    )
    assert grid.rows[1] == [2033.0, 0.9523]
    assert grid.marks.percents == {Spot(2, 2)}


@pytest.mark.parametrize("day", ["03/04/2026", "3-4-2026", "03.04.2026", "16:30", "T9"])
def test_the_number_behind_a_date_is_not_taken_for_a_figure(day):
    grid = only(f"<table><tr><td>a<td>b<tr><td>1<td x:num='46115.5'>{day}</table>")
    assert grid.rows[1] == ["1", day]


def test_errors_and_formulas_without_a_value_are_marked():
    grid = only(
        "<table><tr><td>a<td>b<tr><td>#DIV/0!<td x:err='#REF!'>lỗi"
        "<tr><td>1<td x:fmla='=SUM(A1)'><tr><td>1<td>2</table>"
    )
    assert grid.marks.errors == {Spot(2, 1): "#DIV/0!", Spot(2, 2): "#REF!"}
    assert grid.marks.unsaved == {Spot(3, 2): "=SUM(A1)"}


def test_fonts_of_before_unicode_are_kept(page):
    head = "<tr><td>STT<td>Tªn ®¬n vÞ<td>Tæng sè hå s¬ xö lý qu¸ h¹n"
    text = (
        "<html><meta charset=windows-1252><style>td{font-family:.VnTime, serif}</style>"
        f"<table>{head}<tr><td>1<td>X· Tr­êng T©y<td>3<tr><td>2<td>X· B<td>4</table>"
    )
    report = page(text.encode("cp1252"))
    assert [row.name for row in report.rows.values()] == ["Xã Trường Tây", "Xã B"]


# -------------------------------------------------------------------------- encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("said", ["utf-8", "windows-1252", ""])
def test_letters_are_right_whatever_the_page_says_of_itself(encoding, said):
    meta = f"<meta charset={said}>" if said else ""
    data = f"<html>{meta}<table>{ROWS}</table></html>".encode(encoding)
    (grid,) = html.grids(data, "tệp.xls")
    assert grid.rows[0][1] == "Tên đơn vị"


def test_a_page_in_windows_vietnamese_is_read_in_nfc():
    data = windows_vietnamese(f"<table>{ROWS}</table>")
    (grid,) = html.grids(data, "tệp.xls")
    assert grid.rows[0][1:3] == ["Tên đơn vị", "Tổng số hồ sơ xử lý quá hạn"]


# --------------------------------------------------------------------------- refusals


def test_a_page_without_a_table_is_taken_for_a_login_page():
    assert refused("<html><body><form>Đăng nhập</form></body></html>") == (
        "“tệp.xls” là một trang web không có bảng số liệu nào, có thể vì phiên đăng nhập"
        " đã hết khi tải. Đăng nhập lại vào hệ thống rồi tải lại tệp."
    )


def test_a_frame_whose_sheets_are_elsewhere_says_so():
    assert "chỉ là khung của một trang web" in refused(
        "<html><frameset><frame src='Book1_files/sheet001.htm'></frameset></html>"
    )


@pytest.mark.parametrize("kept", [0.5, 0.9])
def test_a_page_that_ends_within_its_table_is_cut_off(kept):
    text = f"<html><table>{ROWS}</table></html>"
    end = int(text.index("</table>") * kept)
    assert "bị hỏng hoặc tải chưa hết" in refused(text[:end])
