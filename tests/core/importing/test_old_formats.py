"""One table in every format of a workbook gives one and the same report."""

import io
import warnings
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlwt
from openpyxl.styles import Font

from core.importing.books import read
from core.importing.grid import Spot
from core.report import NoteKind, Report
from tests.core.importing import biff5, biff12
from tests.core.importing.test_ods import FONTS, cell, package, row, table, text
from tests.core.importing.written import notes, value

# In VNI the title, in TCVN3 the heads and the units.
TITLE = "Keát quaû thaùng 9/2024"
HEAD: list[str] = ["STT", "Tªn ®¬n vÞ", "Tæng sè hå s¬ xö lý qu¸ h¹n", "Tû lÖ hå s¬ nép trùc tuyÕn (%)"]  # fmt: skip
UNITS: list[list[str | float]] = [
    [1.0, "X· B\xad¬ng", 2.0, 0.917],
    [2.0, "x· §«ng S¬n", "#DIV/0!", 0.5],
]
HIDDEN: list[str | float] = [3.0, "X· Èn", 7.0, 0.1]
OLD, CAPITALS, VNI = ".VnTime", ".VnTimeH", "VNI-Times"


def as_xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Bang"
    lines: list[list[str | float]] = [[TITLE], [*HEAD], *UNITS, HIDDEN]
    for line in lines:
        sheet.append(line)
    sheet["A1"].font = Font(name=VNI)
    for spot in ("B2", "C2", "D2", "B3", "B5"):
        sheet[spot].font = Font(name=OLD)
    sheet["B4"].font = Font(name=CAPITALS)
    for number in (3, 4, 5):
        sheet.cell(number, 4).number_format = "0.0%"
    sheet.merge_cells("A1:D1")
    sheet.row_dimensions[5].hidden = True
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def as_xls() -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Bang")
    old, capitals, vni = (
        xlwt.easyxf(f"font: name {font}") for font in (OLD, CAPITALS, VNI)
    )
    plain, percent = xlwt.easyxf(""), xlwt.easyxf(num_format_str="0.0%")
    sheet.write_merge(0, 0, 0, 3, TITLE, vni)
    for column, words in enumerate(HEAD):
        sheet.write(1, column, words, old if column else plain)
    for number, line in enumerate([*UNITS, HIDDEN], start=2):
        for column, one in enumerate(line):
            if one == "#DIV/0!":
                sheet.row(number).set_cell_error(column, one)
            else:
                look = (plain, capitals if number == 3 else old, plain, percent)[column]
                sheet.write(number, column, one, look)
    sheet.row(4).hidden = True
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # xlwt is old
        book.save(buffer)
    return buffer.getvalue()


def as_xls_of_1995(page: int) -> bytes:
    title = biff5.Cell(TITLE, VNI)
    head: list[biff5.Cell | str | float | None] = [HEAD[0]]
    head += [biff5.Cell(words, OLD) for words in HEAD[1:]]
    rows: biff5.Rows = [[title], head]
    for line in (*UNITS, HIDDEN):
        stt, name, overdue, ratio = line
        font = CAPITALS if stt == 2 else OLD
        rows.append([stt, biff5.Cell(str(name), font), overdue, biff5.Cell(ratio, format=10)])  # fmt: skip
    return biff5.book([biff5.Sheet("Bang", rows, hidden_rows={4})], page=page)


def as_xlsb() -> bytes:
    head: list[biff12.Value] = [HEAD[0]]
    head += [biff12.Cell(words, OLD) for words in HEAD[1:]]
    rows: list[list[biff12.Value]] = [[biff12.Cell(TITLE, VNI)], head]
    for line in (*UNITS, HIDDEN):
        stt, name, overdue, ratio = line
        font = CAPITALS if stt == 2 else OLD
        rows.append([stt, biff12.Cell(str(name), font), overdue, biff12.Cell(ratio, format="0.0%")])  # fmt: skip
    sheet = biff12.Sheet("Bang", rows, merges=[(0, 0, 0, 3)])
    sheet.hidden_rows = {4}
    return biff12.book([sheet])


def as_ods() -> bytes:
    styles = FONTS + (
        '<style:style style:name="capital" style:family="table-cell">'
        f'<style:text-properties fo:font-family="{CAPITALS}"/></style:style>'
    )
    lines = [row(text(TITLE, table_style_name="vni", table_number_columns_spanned=4))]
    words = (text(one, table_style_name="old") for one in HEAD[1:])
    lines.append(row(text(HEAD[0]), *words))
    for line in (*UNITS, HIDDEN):
        stt, name, overdue, ratio = line
        look = "capital" if stt == 2 else "old"
        error = cell(f"<text:p>{overdue}</text:p>", "string", table_formula="of:=1/0")
        count = error if isinstance(overdue, str) else cell("", f"float {overdue}")
        hidden = {"table_visibility": "collapse"} if line is HIDDEN else {}
        named = text(str(name), table_style_name=look)
        number, share = cell("", f"float {stt}"), cell("", f"percentage {ratio}")
        lines.append(row(number, named, count, share, **hidden))
    return package(table(*lines, name="Bang"), styles)


FORMATS = {
    ".xls": as_xls,
    ".xlsb": as_xlsb,
    ".ods": as_ods,
    "1252.xls": lambda: as_xls_of_1995(1252),
    "1258.xls": lambda: as_xls_of_1995(1258),
}


@pytest.fixture
def report(tmp_path: Path, opened):
    """What a file of these bytes opens to."""

    def report(data: bytes, extension: str) -> Report:
        path = tmp_path / f"bảng{extension}"
        path.write_bytes(data)
        found: Report = opened(path)
        return found

    return report


def test_the_table_in_old_fonts_opens_as_it_was_meant(report):
    found = report(as_xlsx(), ".xlsx")

    assert [one.name for one in found.rows.values()] == ["Xã Bương", "XÃ ĐÔNG SƠN"]
    assert str(found.period) != "None"
    assert str(value(found, "online_submit_rate")) == "91.7"
    assert notes(found, NoteKind.ERROR_CELL) == [("Bang!C4", "#DIV/0!")]
    assert notes(found, NoteKind.HIDDEN) == [("Bang", "1 dòng ẩn")]
    assert notes(found, NoteKind.OLD_FONT) == [
        ("Bang!A1", "VNI, 1 ô"),
        ("Bang!B2", "TCVN3, 6 ô"),
    ]


@pytest.mark.parametrize("extension", FORMATS)
def test_it_gives_the_same_report_in_every_format(extension, report):
    expected = report(as_xlsx(), ".xlsx")
    found = report(FORMATS[extension](), extension)

    assert (found.rows, found.total, found.facts) == (
        expected.rows,
        expected.total,
        expected.facts,
    )
    assert found.source is not None
    assert expected.source is not None
    assert found.source.notes == expected.source.notes
    assert found.source.tables == expected.source.tables


def test_a_date_is_the_same_day_in_every_format():
    day = date(2024, 9, 8)
    book = openpyxl.Workbook()
    book.worksheets[0].append([day])
    buffer = io.BytesIO()
    book.save(buffer)
    old = xlwt.Workbook()
    old.add_sheet("B").write(0, 0, day, xlwt.easyxf(num_format_str="DD/MM/YYYY"))
    older = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        old.save(older)
    files = {
        "a.xlsx": buffer.getvalue(),
        "a.xls": older.getvalue(),
        "a.xlsb": biff12.book([biff12.Sheet("B", [[day]])]),
        "a.ods": package(table(row(cell("", "date 2024-09-08")))),
    }

    for name, data in files.items():
        (grid,) = read.grids(data, name)
        assert grid.own(Spot(1, 1)) == day, name
