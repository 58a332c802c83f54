"""A row unlike the many that are written alike is read as if it stood alone."""

import pytest

from core.importing.books import sheet_rows
from tests.core.importing.worksheets import patterns_and_tags_tell_the_same, sheet

ROW = (
    '<row r="{0}"><c r="A{0}"><v>1</v></c><c r="B{0}"><v>1</v></c>'
    '<c r="C{0}"><v>1</v></c><c r="D{0}"><v>1</v></c></row>'
)


@pytest.mark.parametrize(
    "odd",
    [
        '<row r="0204"><c r="A0204"><v>1</v></c></row>',
        '<row r="10000000"><c r="A10000000"><v>1</v></c></row>',
        '<row r="500" hidden ="1"><c r="A500"><v>1</v></c></row>',
        '<row r="107"><c r="A107" s="3" t="s"><v>1</v></c></row>',
        '<row r="107"><c r="A107" s="3" t="s"><v>1</v></c><c r="B107" t="e"/></row>',
    ],
)
def test_a_row_in_the_middle_may_be_odd(odd):
    before = "".join(ROW.format(n) for n in range(100, 301))
    after = "".join(ROW.format(n) for n in range(301, 500))
    data = sheet(before + odd + after + ROW.format(500))
    begin, end = data.index(b"<row"), data.index(b"</sheetData>")
    middle = sheet_rows._row_in_the_middle(data, begin, end)
    assert odd.encode().endswith(middle)
    patterns_and_tags_tell_the_same(data)


@pytest.mark.parametrize(
    "odd",
    [
        '<x:row r="300" hidden="1"><c r="A300"><v>1</v></c></x:row>',
        '<row r="107"><c r="A107" s="3" t="s"><v>1</v></c><c r="B107" t="e"/></row>',
        '<row r="107"><c r="A107" t="e"><v>#N/A</v></c></row>',
    ],
)
@pytest.mark.parametrize("style", ["", ' s="0" t="s"'])
def test_a_row_before_or_after_those_alike_may_be_odd(odd, style):
    rows = "".join(ROW.format(n) for n in range(100, 300))
    rows = rows.replace('"><v>', f'"{style}><v>')
    for written in (odd + rows, rows + odd):
        data = sheet(written)
        data = data.replace(b"<worksheet ", b'<worksheet xmlns:x="urn:x" ')
        patterns_and_tags_tell_the_same(data)
