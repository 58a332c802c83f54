"""An .xlsb gives values and every mark."""

import io
import zipfile
from datetime import date

import pytest

from core.errors import UnreadableFileError
from core.importing.books import xlsb
from core.importing.grid import Grid, Merge, Spot
from tests.core.importing import biff12
from tests.core.importing.biff12 import Cell, Sheet


def read(*rows: list[biff12.Value]) -> Grid:
    (grid,) = xlsb.grids(biff12.book([Sheet("Bảng", rows)]), "tệp.xlsb")
    return grid


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        xlsb.grids(data, "tệp.xlsb")
    return str(caught.value)


def test_values_are_those_of_the_cells():
    grid = read(
        ["Tên đơn vị", 91.7, date(2024, 9, 8), Cell(True)],
        [None, Cell(7.0, formula=True), Cell("chữ", formula=True)],
    )

    assert grid.sheet == "Bảng"
    assert grid.rows == [
        ["Tên đơn vị", 91.7, date(2024, 9, 8), True],
        ["", 7, "chữ", ""],
    ]


def test_errors_are_kept_with_their_text_also_those_of_formulas():
    grid = read(["#N/A", Cell("#DIV/0!", formula=True), "x"])

    assert grid.marks.errors == {Spot(1, 1): "#N/A", Spot(1, 2): "#DIV/0!"}
    assert grid.rows == [["", "", "x"]]


def test_a_formula_with_an_empty_text_is_blank_and_has_its_result():
    grid = read(["x", Cell("", formula=True), "y"])

    assert grid.marks.unsaved == {}
    assert grid.is_blank(Spot(1, 2))


def test_merges_and_what_is_hidden_are_marked():
    sheets = [
        Sheet("Bảng", [["gộp", None, "x"], [], ["y"]], merges=[(0, 0, 1, 1)]),
        Sheet("Ẩn", [["x"]], state=1),
        Sheet("Ẩn kỹ", [["x"]], state=2),
    ]
    sheets[0].hidden_rows, sheets[0].hidden_columns = {2}, {1}
    shown, *hidden = xlsb.grids(biff12.book(sheets), "tệp.xlsb")

    assert shown.marks.merges == (Merge(1, 1, 2, 2),)
    assert shown.marks.hidden_rows == {3}
    assert shown.marks.hidden_columns == {2}
    assert not shown.marks.hidden_sheet
    assert [one.sheet for one in hidden] == ["Ẩn", "Ẩn kỹ"]
    assert all(one.marks.hidden_sheet for one in hidden)


@pytest.mark.parametrize(
    ("code", "percent"),
    [("0%", True), ("0.0%", True), ('0.0"%"', False), ("General", False)],
)
def test_only_a_format_that_multiplies_makes_a_percentage(code, percent):
    grid = read([Cell(0.95, format=code), Cell(0.9, format=code, formula=True)])

    assert grid.marks.percents == ({Spot(1, 1), Spot(1, 2)} if percent else set())


def test_only_texts_in_old_fonts_have_their_font_noted():
    grid = read(
        [Cell("x", ".VnTimeH"), Cell("x", "VNI-Times", formula=True), "x"],
        [Cell(5.0, ".VnTime")],
    )

    assert grid.marks.fonts == {Spot(1, 1): ".VnTimeH", Spot(1, 2): "VNI-Times"}


def test_far_cells_are_found_before_the_rectangle_between_them_is_filled():
    near, far = [["x"]], [[None] * 16383 + ["x"]]
    data = biff12.book([Sheet("Bảng", far, first_row=1_048_575)])
    assert xlsb.grids(biff12.book([Sheet("Bảng", near)]), "tệp.xlsb")

    assert "cách nhau quá xa ở trang “Bảng”" in refusal(data)


@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_a_truncated_workbook_is_broken(share):
    data = biff12.book([Sheet("Bảng", [["x"]])])

    assert "bị hỏng" in refusal(data[: int(len(data) * share)])


@pytest.mark.parametrize("part", ["xl/workbook.bin", "xl/worksheets/sheet1.bin"])
def test_a_damaged_part_is_broken(part):
    with zipfile.ZipFile(io.BytesIO(biff12.book([Sheet("B", [["x", 1.0]])]))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts[part] = parts[part][: len(parts[part]) // 2] + b"\x00\x02\x01"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)

    assert "bị hỏng" in refusal(buffer.getvalue())


@pytest.mark.parametrize(
    "part", ["xl/styles.bin", "xl/sharedStrings.bin", "xl/worksheets/sheet1.bin"]
)
def test_a_record_longer_than_its_part_is_refused_before_calamine_makes_room(
    part, monkeypatch
):
    """It takes 256 MB for one before it sees that; without them, the process ends."""
    with zipfile.ZipFile(io.BytesIO(biff12.book([Sheet("B", [["x", 1.0]])]))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    listed = "xl/_rels/workbook.bin.rels"
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    strings = (
        b'<Relationship Id="rId99" Target="sharedStrings.bin" Type="%s"/></Relationships>'
        % (kind + b"sharedStrings")
    )
    parts[listed] = parts[listed].replace(b"</Relationships>", strings)
    parts.setdefault("xl/sharedStrings.bin", b"")
    parts[part] += b"\x13\xff\xff\xff\x7f"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    monkeypatch.setattr("core.importing.books.values._values", pytest.fail)

    assert "bị hỏng" in refusal(buffer.getvalue())
