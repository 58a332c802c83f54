"""Workbooks that are only odd open; those whose cells lie too far apart are refused."""

import io
import zipfile
from time import process_time

import pytest

from core.errors import UnreadableFileError
from core.importing import inspect, open_file
from core.importing.grid import letters
from tests.core.importing.written import HEAD, ONLINE, OVERDUE, value

TEXT = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'


@pytest.fixture
def put(tmp_path):
    """Write a workbook with rows given as XML, as no library would."""

    def put(rows: str, around: str = "", first: str = ""):
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        package = "http://schemas.openxmlformats.org/package/2006/relationships"
        parts = {
            "_rels/.rels": (
                f'<Relationships xmlns="{package}"><Relationship Id="a" '
                f'Type="{office}/officeDocument" Target="xl/workbook.xml"/>'
                "</Relationships>"
            ),
            "xl/workbook.xml": (
                f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
                '<sheet name="Bảng" sheetId="1" r:id="b"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": (
                f'<Relationships xmlns="{package}"><Relationship Id="b" '
                f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
                "</Relationships>"
            ),
            "xl/worksheets/sheet1.xml": (
                f'<worksheet xmlns="{main}">{first}<sheetData>{rows}</sheetData>'
                f"{around}</worksheet>"
            ),
        }
        path = tmp_path / "tệp.xlsx"
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
            for name, part in parts.items():
                file.writestr(name, part)
        path.write_bytes(stream.getvalue())
        return path

    return put


def row(number: int, *values: object, beyond: str = "") -> str:
    """A row from column A on; `beyond` is what stands further right."""
    cells = (
        TEXT.format(f"{letters(column)}{number}", one)
        if isinstance(one, str)
        else f'<c r="{letters(column)}{number}"><v>{one}</v></c>'
        for column, one in enumerate(values, start=1)
    )
    return f'<row r="{number}">{"".join(cells)}{beyond}</row>'


TABLE = row(1, *HEAD) + row(2, 1, "Xã A", 3, 91.5) + row(3, 2, "Xã B", 0, 88)


def test_a_million_formatted_empty_rows_are_no_rows_of_the_table(put, opened):
    empty = "".join(
        f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/></row>'
        for n in range(4, 1_048_577)
    )

    report = opened(put(TABLE + empty))

    assert [one.name for one in report.rows.values()] == ["Xã A", "Xã B"]
    assert value(report, ONLINE, "2") == 88


def test_a_text_as_long_as_excel_allows_is_kept_whole(put, opened):
    long = "chờ " * 8191 + "chờ"
    assert len(long) == 32_767

    report = opened(put(TABLE + row(4, 3, long, long, long)))

    assert report.rows["3"].name == long
    assert report.rows["3"].cell(OVERDUE).raw == long


def test_a_sheet_as_wide_as_excel_allows_with_a_table_in_its_first_columns(put, opened):
    right = [letters(column) for column in range(21, 16_385)]
    heads = "".join(TEXT.format(f"{name}1", f"Cột {name}") for name in right)
    figures = "".join(f'<c r="{name}2"><v>7</v></c>' for name in right)
    rows = row(1, *HEAD, beyond=heads) + row(2, 1, "Xã A", 3, 91.5, beyond=figures)

    report = opened(put(rows))

    assert value(report, ONLINE) == 91.5


def test_all_columns_right_of_the_table_may_be_hidden(put, opened):
    hidden = '<cols><col min="5" max="16384" hidden="1"/></cols>'
    rows = "".join(row(n, n, f"Xã {n}", n, 90) for n in range(4, 3000))

    report = opened(put(TABLE + rows, first=hidden))

    assert len(report.rows) == 2998
    assert report.source.notes == ()


def test_tens_of_thousands_of_merged_ranges_under_the_header_cost_little(put, opened):
    rows = "".join(row(n, n, f"Xã {n}", n, 90) for n in range(4, 1000))
    merged = "".join(f'<mergeCell ref="F{n}:G{n}"/>' for n in range(2, 50_000))

    report = opened(put(TABLE + rows, f"<mergeCells>{merged}</mergeCells>"))

    assert len(report.rows) == 998


def stray(place: str) -> str:
    number = "".join(sign for sign in place if sign.isdigit())
    return TABLE + f'<row r="{number}"><c r="{place}"><v>1</v></c></row>'


@pytest.mark.parametrize("place", ["XFD1048576", "XFD1000", "Z1000000"])
def test_a_stray_value_far_from_the_table_is_refused_with_what_to_do(
    place, put, catalogue
):
    with pytest.raises(UnreadableFileError) as caught:
        open_file(put(stray(place)), catalogue)

    assert str(caught.value) == (
        "“tệp.xlsx” có những ô cách nhau quá xa ở trang “Bảng”, không đọc được như một"
        " bảng. Xóa các ô thừa ở xa bảng, lưu lại rồi mở."
    )


@pytest.mark.parametrize("place", ["Z9000", "ZZ50", "A100000"])
def test_a_stray_value_that_can_be_reached_is_left_alone(place, put, opened):
    report = opened(put(stray(place)))

    assert [one.name for one in report.rows.values()] == ["Xã A", "Xã B"]


def test_a_page_that_holds_one_table_a_thousand_times_is_read_in_time(
    tmp_path, catalogue
):
    """What is compared with one another is what differs, not every table with each."""
    table = (
        "<p>Kết quả tháng 9/2024</p><table><tr><td>Tên đơn vị<td>Hồ sơ quá hạn"
        "<tr><td>Xã A<td>2<tr><td>Xã B<td>3</table>"
    )
    path = tmp_path / "bảng.html"
    path.write_text(f"<html><body>{table * 1000}</body></html>", encoding="utf-8")

    began = process_time()
    found = inspect(path, catalogue)

    assert process_time() - began < 5
    (rivals,) = found.rivals
    assert len(rivals) == 1000
