"""What an .xlsx tells beside its values, however its parts are written."""

import io
import zipfile
from collections.abc import Iterable
from typing import Any

import openpyxl
import pytest
from defusedxml.common import DTDForbidden
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font

from core.importing.books import marks, sheet_bytes, sheet_part, sheet_rows
from core.importing.grid import Marks, Merge, SheetMarks, Spot, letters
from tests.core.importing.worksheets import (
    MAIN,
    STYLES,
    patterns_and_tags_tell_the_same,
    sheet,
)

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


def package(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return stream.getvalue()


# --------------------------------------------------------- both ways tell the same thing

styles = st.sampled_from(["", ' s="0"', ' s="1"', ' s="2"', ' s="3"'])
types = st.sampled_from(
    ["", ' t="n"', ' t="s"', ' t="str"', ' t="e"', ' t="inlineStr"']
)
formulas = st.sampled_from(
    (
        *("", "", "<f>A1&amp;&quot;&#7843;&quot;</f>", "<f/>"),
        *('<f t="shared" si="0"/>', '<f si="0" t="shared"></f>'),
        '<f t="shared" ref="A1:A9" si="0">B1&gt;2</f>',
        *('<f t="array" ref="A1">SUM(B1:B9)</f>', "<f>'Bảng'!A1\r\n</f>"),
    )
)
values = st.sampled_from(
    (
        *("", "", "<v></v>", "<v/>", "<v>1</v>", "<v>#DIV/0!</v>", "<v>#N/A</v>"),
        *("<is><t>a &lt; b</t></is>", "<v> </v>", "<v>&#35;REF!</v>"),
    )
)
odd = st.sampled_from(
    (
        *('<c s="1" r="{r}"><v>1</v></c>', "<c r='{r}'><v>1</v></c>", "<c/>", "\n"),
        *('<x:c r="{r}"><v>1</v></x:c>', '<!-- <c r="Z99"><v>1</v></c> -->'),
        *('<c r="{r}" cm="1"><v>1</v></c>', '<?x <c r="Z9"><v>1</v></c>?>'),
        *("<c><v>2</v></c>", '<c r="{r}" s="03"><v>1</v></c>'),
        '<c r="{r}" t="inlineStr"><is><r><rPr><color rgb="F"/></rPr></r></is></c>',
    )
)


@st.composite
def cells(draw, row: int, column: str) -> str:
    place = f"{column}{row}"
    if draw(st.integers(0, 60)) == 0:
        return str(draw(odd).format(r=place))
    inside = draw(formulas) + draw(values)
    head = f'<c r="{place}"{draw(styles)}{draw(types)}'
    return f"{head}>{inside}</c>" if inside or draw(st.booleans()) else f"{head}/>"


@st.composite
def sheets(draw) -> bytes:
    rows = []
    for row in draw(st.lists(st.integers(1, 40), max_size=6)):
        columns = draw(st.lists(st.sampled_from(["A", "B", "Z", "AA", "XFD"])))
        told = draw(
            st.sampled_from(["", "", ' spans="1:2"', ' hidden="1"', ' hidden="0"'])
        )
        inside = "".join(draw(cells(row, column)) for column in columns)
        begin = draw(st.sampled_from([f'<row r="{row}"{told}>', f"<row{told}>"]))
        rows.append(f"{begin}{inside}</row>")
    around = draw(
        st.sampled_from(["", '<mergeCells><mergeCell ref="A1:C2"/></mergeCells>'])
    )
    data = sheet("".join(rows), around)
    return data.replace(b"<worksheet ", b'<worksheet xmlns:x="urn:x" ')


@given(sheets())
def test_patterns_and_tags_tell_the_same_of_any_sheet(data):
    patterns_and_tags_tell_the_same(data)


@st.composite
def long_sheets(draw) -> bytes:
    """Many rows of few kinds, as a table is written, now and then with one unlike them."""
    kinds = []
    for _ in range(draw(st.integers(1, 3))):
        columns = draw(st.lists(st.sampled_from(["A", "B", "Z"]), max_size=3))
        inside = "".join(draw(cells(0, column)) for column in columns)
        told = draw(st.sampled_from(["", ' spans="1:2"', ' hidden="1"']))
        kinds.append(f'<row r="0"{told}>{inside}</row>')
    written = draw(st.sampled_from([*("{}",) * 8, "0{}", "{}000000", "{}0000000"]))
    rows = [
        one.replace('0"', f'{number}"', 1)
        .replace('A0"', f'A{number}"')
        .replace('B0"', f'B{number}"')
        .replace('Z0"', f'Z{number}"')
        for number, one in (
            (written.format(place) if draw(st.booleans()) else place, one)
            for place, one in enumerate(draw(st.lists(st.sampled_from(kinds))), start=1)
        )
    ]
    if rows and draw(st.integers(0, 9)) == 0:
        first = draw(st.integers(0, len(rows) - 1))
        last = draw(st.integers(first, len(rows) - 1)) + 1
        told = "".join(rows[first:last]).replace("<!--", "").replace("-->", "")
        rows[first:last] = [f"<!-- {told} -->"]
    return sheet("".join(rows)).replace(b"<worksheet ", b'<worksheet xmlns:x="urn:x" ')


@given(long_sheets())
def test_patterns_and_tags_tell_the_same_of_rows_that_are_alike(data):
    patterns_and_tags_tell_the_same(data)


@pytest.mark.parametrize("enough", [1, 10_000])
def test_rows_alike_are_not_looked_at_one_by_one(monkeypatch, enough):
    monkeypatch.setattr(sheet_rows, "_ENOUGH", enough)
    row = (
        '<row r="{0}" ht="15"><c r="A{0}" s="1"><v>{0}</v></c><c r="B{0}" s="2"/>'
        '<c r="C{0}" s="3" t="s"><v>7</v></c><c r="D{0}"><f>A{0}*2</f><v>1</v></c>'
        '<c r="E{0}"><f t="shared" si="0"/><v>1</v></c></row>'
    )
    looked = []
    look = sheet_bytes._Cells.look

    def noted(self, data, start, stop):
        looked.append(data[start:stop])
        look(self, data, start, stop)

    monkeypatch.setattr(sheet_bytes._Cells, "look", noted)
    odd = '<row r="900"><c r="A900" t="e"><v>#N/A</v></c></row>'
    data = sheet("".join(row.format(n) for n in range(10, 800)) + odd)
    seen = sheet_bytes._usual(data, STYLES)

    assert looked == [odd.encode()]
    assert vars(seen) == vars(sheet_part.read(data, STYLES))
    assert seen.percents == {1: set(range(10, 800)), 3: set(range(10, 800))}
    assert seen.last == Spot(900, 5)


def test_a_pattern_of_a_whole_row_is_made_only_where_many_rows_have_room(monkeypatch):
    made = []
    like = sheet_rows._like

    def noted(row):
        made.append(row)
        return like(row)

    monkeypatch.setattr(sheet_rows, "_like", noted)
    row = '<row r="{0}"><c r="A{0}"><v>{0}</v></c></row>'
    wide = "".join(f'<c r="{letters(c)}1"><v>1</v></c>' for c in range(1, 16_385))
    sheet_bytes.read(sheet("".join(row.format(n) for n in range(100, 200))), STYLES)
    sheet_bytes.read(sheet(f'<row r="1">{wide}</row>' * 2), STYLES)
    assert made == []

    sheet_bytes.read(sheet("".join(row.format(n) for n in range(1000, 2000))), STYLES)
    assert len(made) == 1


@pytest.mark.parametrize("size", [60, 1 << 20])
def test_what_excel_writes_is_read_by_patterns_alone(monkeypatch, size):
    monkeypatch.setattr(sheet_bytes, "_WINDOW", size)  # also across windows
    rows = (
        '<row r="1" spans="1:3"><c r="A1" s="3" t="s"><v>0</v></c><c r="B1" s="2"/></row>'
        '<row r="4" hidden="1"><c r="A4" t="e"><v>#N/A</v></c><c r="C4" s="1"><v>1</v>'
        '</c></row><row r="5"><c r="B5" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="C5"><f>A1&lt;2</f></c><c r="D5" t="str"><f>A1</f><v></v></c></row>'
    )
    around = '<mergeCells count="1"><mergeCell ref="A1:B3"/></mergeCells>'
    seen = sheet_bytes._usual(sheet(rows, around), STYLES)

    assert vars(seen) == vars(sheet_part.read(sheet(rows, around), STYLES))
    assert seen.last == Spot(5, 4)
    assert seen.errors == {Spot(4, 1): "#N/A", Spot(5, 2): "#DIV/0!"}
    assert seen.unsaved == {Spot(5, 3): "=A1<2"}
    assert (seen.percents, seen.hidden_rows) == ({1: {1}, 3: {4}}, {4})
    assert seen.fonts == {Spot(1, 1): "VNI-Times", Spot(5, 4): ".VnTime"}
    assert seen.merges == [Merge(1, 1, 3, 2)]


# -------------------------------------------------------------- openpyxl tells the same

contents = st.sampled_from([None, 1, 0.5, "chữ", "=A1+1", "#REF!", True, ""])
formats = st.sampled_from(["General", "0%", "0.00%", '0.0"%"', "#,##0"])


@st.composite
def books(draw):
    book = openpyxl.Workbook()
    for number in range(draw(st.integers(1, 3))):
        page = (
            book.worksheets[0] if number == 0 else book.create_sheet(f"Trang {number}")
        )
        for _ in range(draw(st.integers(0, 12))):
            cell = page.cell(draw(st.integers(1, 30)), draw(st.integers(1, 30)))
            cell.value = draw(contents)
            cell.number_format = draw(formats)
            cell.font = Font(name=draw(st.sampled_from(["Arial", ".VnArial", "VNI-X"])))
        for row in draw(st.lists(st.integers(1, 30), max_size=2)):
            page.row_dimensions[row].hidden = True
        for column in draw(st.lists(st.sampled_from("ABCD"), max_size=2)):
            page.column_dimensions[column].hidden = True
        if draw(st.booleans()):
            page.merge_cells("AZ1:BB2")
        if number and draw(st.booleans()):
            page.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def by_openpyxl(data: bytes) -> list[SheetMarks]:
    """The marks as openpyxl tells them, which was how the program read them once."""
    return [
        _sheet(page) for page in openpyxl.load_workbook(io.BytesIO(data)).worksheets
    ]


def _sheet(page: Any) -> SheetMarks:
    filled: dict[Spot, Any] = {
        Spot(cell.row, cell.column): cell
        for cell in page._cells.values()
        if cell.value is not None
    }
    hidden = [d for d in page.column_dimensions.values() if d.hidden]
    told = Marks(
        merges=tuple(
            Merge(r.min_row, r.min_col, r.max_row, r.max_col)
            for r in page.merged_cells.ranges
        ),
        percents=frozenset(
            spot
            for spot, cell in filled.items()
            if "%" in cell.number_format.replace('"%"', "")
        ),
        errors={s: c.value for s, c in filled.items() if c.data_type == "e"},
        unsaved={s: c.value for s, c in filled.items() if c.data_type == "f"},
        hidden_rows=frozenset(n for n, d in page.row_dimensions.items() if d.hidden),
        hidden_columns=frozenset(n for d in hidden for n in range(d.min, d.max + 1)),
        hidden_sheet=page.sheet_state != "visible",
        fonts={
            spot: cell.font.name
            for spot, cell in filled.items()
            if cell.font.name != "Arial" and cell.data_type == "s"
        },
    )
    return SheetMarks(page.title, _last(filled), told)


def _last(spots: Iterable[Spot]) -> Spot:
    some = [*spots, Spot(0, 0)]
    return Spot(max(s.row for s in some), max(s.column for s in some))


@given(books())
def test_openpyxl_tells_the_same_of_its_own_workbooks(data):
    assert list(marks.read(data)) == by_openpyxl(data)


# ----------------------------------------------------------------- other ways to write it


@pytest.mark.parametrize(
    "written",
    [
        sheet('<row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row>'),
        sheet("<row r='1'><c r='A1'/><c r='B1' t='e'><v>#N/A</v></c></row>"),
        sheet('<row r="1"><c t="e" r="B1"><v>#N/A</v></c></row>'),
        sheet('<row r="1">\n <c r="B1" t="e">\n  <v>#N/A</v>\n </c>\n</row>'),
        sheet('<row r="1"><c r="B1" t="e"><v><![CDATA[#N/A]]></v></c></row>'),
        sheet('<!-- <c r="Z9"> --><row r="1"><c r="B1" t="e"><v>#N/A</v></c></row>'),
        sheet('<row r="1"><c r="B1" t="e"><v>#N/A</v></c></row>')
        .replace(b"<", b"<x:")
        .replace(b"<x:/", b"</x:")
        .replace(b"<x:?", b"<?")
        .replace(b"xmlns=", b"xmlns:x="),
        sheet('<row r="1"><c r="B1" t="e"><v>#N/A</v></c></row>').replace(
            MAIN.encode(), STRICT.encode()
        ),
        sheet('<row r="1"><c r="B1" t="e"><v>#N/A</v></c></row>')
        .decode()
        .replace("UTF-8", "UTF-16")
        .encode("utf-16"),
    ],
    ids=[
        *("no places", "quotes", "order", "lines", "CDATA", "comment", "prefix"),
        *("strict", "UTF-16"),
    ],
)
def test_a_sheet_written_in_another_way_is_read_too(written):
    seen = sheet_bytes.read(written, STYLES)

    assert seen.errors == {Spot(1, 2): "#N/A"}
    assert seen.last == Spot(1, 2)


def test_a_shared_formula_without_a_value_is_told_by_its_first_cell():
    rows = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="4">B1*2</f><v>6</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="4"/></c></row>'
    )
    expected = {Spot(2, 1): "=B1*2"}

    assert sheet_bytes._usual(sheet(rows), STYLES).unsaved == expected
    assert sheet_part.read(sheet(rows), STYLES).unsaved == expected


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_a_doctype_is_refused_in_every_part_that_is_read(part):
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    with zipfile.ZipFile(stream) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts[part] = b"<!DOCTYPE x [<!ENTITY a 'a'>]>" + parts[part]

    with pytest.raises(DTDForbidden):
        marks.read(package(parts))


def test_relations_and_names_of_parts_may_be_written_as_other_programs_do():
    relations = (
        '<r:Relationships xmlns:r="x"><r:Relationship Id="a" Target="/XL/Sheet.xml" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"/>'
        "</r:Relationships>"
    )
    book = (
        f'<b:workbook xmlns:b="{STRICT}" xmlns:q="q"><b:sheets><b:sheet name="A &amp; B" '
        'sheetId="1" q:id="a" state="veryHidden"/></b:sheets></b:workbook>'
    )
    data = package(
        {
            "xl\\workbook.xml": book.encode(),
            "xl/_rels/workbook.xml.rels": relations.encode(),
            "xl/sheet.xml": sheet('<row r="2"><c r="C2"><v>1</v></c></row>'),
        }
    )

    (told,) = marks.read(data)

    assert (told.sheet, told.last, told.marks.hidden_sheet) == ("A & B", (2, 3), True)
