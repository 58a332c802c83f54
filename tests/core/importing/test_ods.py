"""An .ods gives values and every mark, whatever its rows and cells repeat."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from core.errors import UnreadableFileError
from core.importing.books import ods
from core.importing.grid import Grid, Merge, Spot

LIBREOFFICE = Path(__file__).parents[2] / "data" / "old" / "marks.ods"
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = {
    "office": "office:1.0",
    "table": "table:1.0",
    "text": "text:1.0",
    "style": "style:1.0",
    "fo": "xsl-fo-compatible:1.0",
    "svg": "svg-compatible:1.0",
    "number": "datastyle:1.0",
    "draw": "drawing:1.0",
}
NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{rest}"'
    for prefix, rest in SPACES.items()
)
NAMES += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
LAST_ROWS = 1_048_576


def package(
    tables: str, styles: str = "", *, start: str = "", manifest: str = ""
) -> bytes:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{start}<office:document-content {NAMES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", MIMETYPE)
        parts.writestr("content.xml", content)
        parts.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()


def table(*rows: str, name: str = "Bảng", style: str = "", before: str = "") -> str:
    attributes = f'table:name="{name}" table:style-name="{style}"'
    return f"<table:table {attributes}>{before}{''.join(rows)}</table:table>"


def row(*cells: str, **attributes: object) -> str:
    return element("table:table-row", "".join(cells), attributes)


def cell(inside: str = "", kind: str = "", **attributes: object) -> str:
    """A cell; `kind` is a type, or a type and its value after a blank."""
    name, _, value = kind.partition(" ")
    if name:
        attributes["office_value_type"] = name
    if value:
        of = "value" if name in ("float", "percentage", "currency") else f"{name}_value"
        attributes[f"office_{of}"] = value
    return element("table:table-cell", inside, attributes)


def text(words: str, **attributes: object) -> str:
    return cell(f"<text:p>{words}</text:p>", "string", **attributes)


def element(tag: str, inside: str, attributes: dict[str, object]) -> str:
    """Attributes are named as in Python: `table_number_rows_repeated`."""
    named = {
        key.replace("_", ":", 1).replace("_", "-"): str(value)
        for key, value in attributes.items()
    }
    said = "".join(f' {key}="{value}"' for key, value in named.items())
    return f"<{tag}{said}>{inside}</{tag}>"


def read(tables: str, styles: str = "") -> Grid:
    (grid,) = ods.grids(package(tables, styles), "tệp.ods")
    return grid


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        ods.grids(data, "tệp.ods")
    return str(caught.value)


# ------------------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (cell("<text:p>91,70</text:p>", "float 91.7"), 91.7),
        (cell("<text:p>12</text:p>", "currency 12.5"), 12.5),
        (cell("<text:p>TRUE</text:p>", "boolean true"), True),
        (cell("", "date 2024-09-08"), date(2024, 9, 8)),
        (cell("", "date 2024-09-08T00:00:00"), date(2024, 9, 8)),
        (cell("", "time PT16H30M00S"), time(16, 30)),
        (cell("", "time PT30H00M00S"), timedelta(hours=30)),
        (cell("<text:p>mai</text:p>", "date 31/2"), "mai"),
        (cell("<text:p>x</text:p>", "float"), "x"),
        (text("007"), "007"),
        (cell("<text:p>chữ</text:p>"), "chữ"),
        (cell("<text:p>thấy</text:p>", "string", office_string_value="giữ"), "giữ"),
    ],
)
def test_a_cell_holds_what_its_type_says(written, value):
    found = read(table(row(written))).own(Spot(1, 1))

    assert (found, type(found)) == (value, type(value))


def test_a_moment_keeps_its_time():
    found = read(table(row(cell("", "date 2024-09-08T16:30:00.000000000"))))

    assert found.own(Spot(1, 1)) == datetime.fromisoformat("2024-09-08T16:30:00")


def test_lines_and_spaces_of_a_text_part_its_words():
    paragraphs = "<text:p>Tỷ lệ</text:p><text:p>hồ<text:s text:c='3'/>sơ<text:line-break/>nộp<text:tab/>trực<text:span> tuyến</text:span></text:p>"

    assert read(table(row(cell(paragraphs, "string")))).text(Spot(1, 1)) == (
        "Tỷ lệ hồ sơ nộp trực tuyến"
    )


def test_comments_and_drawings_are_no_part_of_a_cell():
    beside = "<office:annotation><text:p>sai</text:p></office:annotation>"
    drawn = "<draw:frame><draw:text-box><text:p>hình</text:p></draw:text-box></draw:frame>"  # fmt: skip
    within = "<table:table table:name='trong'><table:table-row><table:table-cell/></table:table-row></table:table>"
    shapes = f"<table:shapes><draw:frame>{within}</draw:frame></table:shapes>"
    rows = row(text("a"), cell(f"{beside}{drawn}<text:p>91,7{beside}</text:p>", "string"))  # fmt: skip

    assert read(table(rows, before=shapes)).rows == [["a", "91,7"]]


def test_rows_in_groups_and_print_headers_are_rows():
    rows = f"<table:table-header-rows>{row(text('a'))}</table:table-header-rows>"
    rows += f"<table:table-row-group>{row(text('b'))}{row(text('c'))}</table:table-row-group>"

    assert read(table(rows)).rows == [["a"], ["b"], ["c"]]


# ------------------------------------------------------------------------ repeats


def test_what_repeats_stands_there_as_often():
    rows = row(
        text("x", table_number_columns_repeated=2),
        cell(table_number_columns_repeated=3),
        cell("", "percentage 0.5"),
        table_number_rows_repeated=2,
    )
    grid = read(table(row(cell(), table_number_rows_repeated=2), rows))

    assert grid.rows == [[], [], ["x", "x", "", "", "", 0.5], ["x", "x", "", "", "", 0.5]]  # fmt: skip
    assert grid.marks.percents == {Spot(3, 6), Spot(4, 6)}


def test_a_million_blank_rows_and_columns_take_no_room():
    blank = cell(table_number_columns_repeated=16384, table_style_name="ce1")
    rest = row(
        blank,
        table_number_rows_repeated=LAST_ROWS - 1,
        table_visibility="collapse",
    )
    columns = '<table:table-column table:number-columns-repeated="16384" table:visibility="collapse"/>'
    grid = read(table(row(text("x"), blank), rest, before=columns))

    assert grid.rows == [["x"]]
    assert grid.marks.hidden_rows == set()
    assert grid.marks.hidden_columns == {1}


@pytest.mark.parametrize(
    "rows",
    [
        row(text("x", table_number_columns_repeated=16384), table_number_rows_repeated=LAST_ROWS),
        row(text("x"), table_number_rows_repeated=2_000_000_000),
        row(cell("", "float 1", table_number_columns_repeated=10**12)),
        row(text("x", table_number_columns_repeated=16385)),
        row(cell(), table_number_rows_repeated=LAST_ROWS - 1)
        + row(cell(table_number_columns_repeated=16383), text("x")),
    ],
    ids=["all", "rows", "columns", "too wide", "far"],
)  # fmt: skip
def test_cells_too_many_or_too_far_are_refused_before_they_are_filled(rows):
    assert refusal(package(table(row(text("x")), rows))) == (
        "“tệp.ods” có những ô cách nhau quá xa ở trang “Bảng”, không đọc được như một"
        " bảng. Xóa các ô thừa ở xa bảng, lưu lại rồi mở."
    )


# -------------------------------------------------------------------------- marks


def test_merges_show_their_text_and_hide_what_they_cover():
    covered = "<table:covered-table-cell office:value-type='float' office:value='3'><text:p>3</text:p></table:covered-table-cell>"
    spans = {"table_number_columns_spanned": 2, "table_number_rows_spanned": 2}
    grid = read(table(row(text("gộp", **spans), covered, text("x")), row(covered)))

    assert grid.marks.merges == (Merge(1, 1, 2, 2),)
    assert grid.rows == [["gộp", "", "x"]]
    assert grid.seen(Spot(1, 2)) == "gộp"


@pytest.mark.parametrize(
    ("written", "error"),
    [
        (text("Err:502", table_formula="of:=X(1)", calcext_value_type="error"), "Err:502"),
        (text("#DIV/0!", table_formula="of:=1/0"), "#DIV/0!"),
        (cell("<text:p>#N/A</text:p>", "float 0", table_formula="of:=NA()"), "#N/A"),
        (text("#REF!"), "#REF!"),
        (text("lỗi lạ", calcext_value_type="error"), "lỗi lạ"),
    ],
)  # fmt: skip
def test_error_cells_keep_their_text(written, error):
    grid = read(table(row(written)))

    assert grid.marks.errors == {Spot(1, 1): error}
    assert grid.own(Spot(1, 1)) == ""
    assert not grid.is_blank(Spot(1, 1))


def test_a_formula_without_a_result_is_said_with_its_text():
    never = cell(table_formula="of:=SUM([.C2:.C3])*[Khác.A1]")
    empty = cell("<text:p/>", table_formula='of:=""'.replace('"', "&quot;"))
    grid = read(table(row(never, empty)))

    assert grid.marks.unsaved == {Spot(1, 1): "=SUM(C2:C3)*Khác.A1"}


PERCENT = '<number:percentage-style style:name="N1"/><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>'


def test_a_number_in_a_percentage_style_is_one_too():
    grid = read(
        table(
            row(cell("", "float 0.5", table_style_name="ce1"), cell("", "float 0.5"))
        ),
        PERCENT,
    )

    assert grid.marks.percents == {Spot(1, 1)}


def test_what_is_hidden_is_marked():
    hidden = {"table_visibility": "collapse"}
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    rows = row(text("a"), text("b")), row(text("c"), **hidden), row(text("d"), table_visibility="filter")  # fmt: skip
    style = '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    shown, away = ods.grids(
        package(
            table(*rows, before=columns)
            + table(row(text("x")), name="Ẩn", style="ta2"),
            style,
        ),
        "tệp.ods",
    )

    assert shown.marks.hidden_rows == {2, 3}
    assert shown.marks.hidden_columns == {2}
    assert not shown.marks.hidden_sheet
    assert away.sheet == "Ẩn"
    assert away.marks.hidden_sheet


FONTS = """
<style:font-face style:name="F1" svg:font-family="'.VnTime'"/>
<style:style style:name="old" style:family="table-cell">
<style:text-properties style:font-name="F1"/></style:style>
<style:style style:name="child" style:family="table-cell" style:parent-style-name="old"/>
<style:style style:name="vni" style:family="table-cell" style:parent-style-name="vni">
<style:text-properties fo:font-family="VNI-Times"/></style:style>
<style:style style:name="new" style:family="table-cell" style:parent-style-name="old">
<style:text-properties style:font-name="Arial"/></style:style>
"""


def test_the_font_comes_from_the_cell_its_row_its_column_or_a_parent_style():
    columns = '<table:table-column table:default-cell-style-name="old"/><table:table-column table:number-columns-repeated="3"/>'
    rows = (
        row(text("a"), text("b"), text("c", table_style_name="child"), text("d", table_style_name="new")),
        row(text("a"), text("b"), cell("", "float 1"), table_default_cell_style_name="vni"),
    )  # fmt: skip
    grid = read(table(*rows, before=columns), FONTS)

    assert grid.marks.fonts == {
        Spot(1, 1): ".VnTime",
        Spot(1, 3): ".VnTime",
        Spot(2, 1): "VNI-Times",
        Spot(2, 2): "VNI-Times",
    }


def test_a_workbook_of_libreoffice_has_every_mark():
    shown, hidden = ods.grids(LIBREOFFICE.read_bytes(), LIBREOFFICE.name)

    assert shown.marks.errors == {Spot(2, 6): "#DIV/0!"}
    assert shown.marks.unsaved == {}
    assert shown.marks.merges == (Merge(5, 1, 6, 3),)
    assert shown.marks.percents == {Spot(2, 4)}
    assert shown.marks.fonts == {Spot(3, 2): ".VnTime"}
    assert shown.marks.hidden_rows == {8}
    assert shown.marks.hidden_columns == {10}
    assert shown.own(Spot(3, 6)) == 12
    assert shown.own(Spot(2, 7)) == time(16, 30)
    assert hidden.marks.hidden_sheet


# ----------------------------------------------------------------------- refusals


def test_a_doctype_is_refused():
    data = package(table(row(text("x"))), start='<!DOCTYPE a [<!ENTITY b "c">]>')

    assert "có khai báo DOCTYPE hoặc ENTITY" in refusal(data)


def test_a_password_is_said():
    data = package("", manifest="<manifest:encryption-data/>")

    assert "có mật khẩu" in refusal(data)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_truncated_workbook_is_broken(share):
    data = LIBREOFFICE.read_bytes()

    assert "bị hỏng" in refusal(data[: int(len(data) * share)])


def test_a_workbook_without_its_content_is_broken():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as parts:
        parts.writestr("mimetype", MIMETYPE)

    assert "bị hỏng" in refusal(buffer.getvalue())
