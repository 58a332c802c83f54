from dataclasses import replace

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Emu, Mm

from core.letter.docx.columns import Columns
from core.letter.model import Annex, Column, Table, TableRow, text_of
from core.letter.typography import CELL_MARGIN, mm_to_pt, mm_to_twips
from core.letter.widths import Face, longest_word
from tests.core.letter import letters
from tests.core.letter.reading import Seen, find, opened, seen, texts

LEFT, CENTRE = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER


def annexed(table: Table, notes=()) -> Annex:
    annex = letters.commune().annexes[0]
    return replace(annex, table=table, notes=notes)


@pytest.fixture(scope="module")
def commune():
    return opened(letters.commune(rows=3))


def test_a_wide_annex_lies_on_its_side_in_a_section_of_its_own(commune):
    letter, annex = commune.sections
    assert letter.orientation is WD_ORIENT.PORTRAIT
    assert annex.orientation is WD_ORIENT.LANDSCAPE
    assert annex.page_width > annex.page_height
    assert abs(annex.left_margin - Mm(30)) < Emu(700)


def test_a_narrow_annex_stands():
    assert opened(letters.district()).sections[1].orientation is WD_ORIENT.PORTRAIT


def test_each_annex_has_its_own_section_in_order():
    letter = letters.commune()
    first, second = letter.annexes[0], letters.district().annexes[0]
    both = (replace(first, label="Phụ lục I"), replace(second, label="Phụ lục II"))
    document = opened(replace(letter, annexes=both))
    ways = [section.orientation for section in document.sections]
    assert ways == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    labels = [text for text in texts(document) if text.startswith("Phụ lục I")]
    assert labels == ["Phụ lục I", "Phụ lục II"]


def test_the_heading_has_two_rows_merged_and_repeated(commune):
    table = commune.tables[2]
    upper, lower = table.rows[0]._tr, table.rows[1]._tr
    for row in (upper, lower):
        assert row.xpath("w:trPr/w:tblHeader")
    assert not table.rows[2]._tr.xpath("w:trPr/w:tblHeader")
    assert len(upper.tc_lst) == 8
    assert upper.tc_lst[7].grid_span == 4
    assert [cell.vMerge for cell in upper.tc_lst] == ["restart"] * 7 + [None]
    assert [cell.vMerge for cell in lower.tc_lst] == ["continue"] * 7 + [None] * 4
    assert table.cell(0, 1).text == table.cell(1, 1).text == "Tên đơn vị"
    assert table.cell(0, 8).text == "Kết quả số hóa hồ sơ (**)"
    assert table.cell(1, 10).text.startswith("Lũy kế")


def test_a_table_without_groups_has_one_row_of_headings():
    table = opened(letters.district()).tables[2]
    headings = [row for row in table.rows if row._tr.xpath("w:trPr/w:tblHeader")]
    assert len(headings) == 1
    assert not table._tbl.xpath(".//w:vMerge")


def test_headings_are_bold_and_centred_and_cells_stand_as_their_column_says(commune):
    table = commune.tables[2]
    assert seen(table.cell(0, 3).paragraphs[0]) == Seen(12, True, False, CENTRE)
    assert seen(table.cell(2, 1).paragraphs[0]) == Seen(12, False, False, LEFT)
    assert seen(table.cell(2, 5).paragraphs[0]) == Seen(12, False, False, CENTRE)


def test_the_total_is_bold():
    table = opened(letters.district()).tables[2]
    last = len(table.rows) - 1
    assert seen(table.cell(last, 1).paragraphs[0]).bold
    assert not seen(table.cell(last - 1, 1).paragraphs[0]).bold


def test_every_figure_is_in_its_cell(commune):
    table = commune.tables[2]
    for row in range(2, 5):
        texts_of_row = [cell.text for cell in table.rows[row].cells]
        assert texts_of_row[0] == str(row - 1)
        assert texts_of_row[5:] == ["91,7", "89,64", "95,09", "92,73", "112", "2.033"]


def test_no_row_is_torn_and_every_cell_has_borders(commune):
    table = commune.tables[2]
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)
    sides = table._tbl.tblPr.xpath("w:tblBorders/*")
    assert [side.get(side.nsmap["w"].join("{}") + "val") for side in sides] == [
        "single"
    ] * 6
    assert table._tbl.tblPr.xpath("w:tblLayout/@w:type") == ["fixed"]


def test_the_last_three_rows_stay_with_the_notes():
    table = opened(letters.commune(rows=6)).tables[2]
    kept = [
        bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next)
        for row in table.rows
    ]
    assert kept == [True, True, False, False, False, True, True, True]


def test_the_last_note_ends_the_annex(commune):
    notes = [text for text in texts(commune) if text.startswith("(*")]
    assert notes[0] == "(*) Số hồ sơ trả kết quả sau ngày hẹn trong tháng."
    assert notes[1].endswith("ngày 02/10/2024./.")


def test_without_notes_the_mark_stands_alone_and_is_never_doubled():
    assert texts(opened(letters.district()))[-1] == "./."
    table = letters.district().annexes[0].table
    ended = annexed(table, notes=(("Hết./.",),))
    document = opened(replace(letters.commune(), annexes=(ended,)))
    assert texts(document)[-1] == "Hết./."


def test_a_table_without_rows_is_its_headings():
    table = replace(letters.commune_table(), rows=())
    document = opened(replace(letters.commune(), annexes=(annexed(table),)))
    assert len(document.tables[2].rows) == 2


def test_a_row_of_another_length_than_the_headings_is_refused():
    table = Table((Column("STT"), Column("Tên")), (TableRow(("1",)),))
    with pytest.raises((ValueError, IndexError)):
        opened(replace(letters.commune(), annexes=(annexed(table),)))


# ------------------------------------------------------------------ the columns


def test_columns_fill_the_room_exactly_and_break_no_word():
    table = letters.commune_table()
    room = mm_to_twips(247)
    fitted = Columns.fit(table, room)
    assert sum(fitted.widths) == room
    assert fitted.size == 12
    for width, column, piece in zip(
        fitted.widths, table.columns, table.rows[0].cells, strict=True
    ):
        inside = width / 20 - 2 * mm_to_pt(CELL_MARGIN)
        assert longest_word(column.label, 12, Face.BOLD) <= inside
        assert longest_word(text_of(piece), 12) <= inside


def test_weights_share_the_room():
    columns = (Column("A"), Column("B", weight=3.0))
    assert Columns.fit(Table(columns, ()), 8000).widths == (2000, 6000)


def test_a_long_word_takes_the_room_that_its_weight_would_not_give():
    columns = (Column("Nguyễnthịminhkhai", weight=0.1), Column("B", weight=9.0))
    narrow, wide = Columns.fit(Table(columns, ()), 8000).widths
    assert narrow > 8000 * 0.1 / 9.1
    assert narrow + wide == 8000


def test_many_columns_make_the_type_smaller():
    columns = tuple(Column(f"Tiêuchí{place}") for place in range(20))
    fitted = Columns.fit(Table(columns, ()), mm_to_twips(247))
    assert 8 <= fitted.size < 12
    document = opened(
        replace(letters.commune(), annexes=(annexed(Table(columns, ())),))
    )
    assert seen(find(document, "Tiêuchí7")).size == fitted.size


def test_more_columns_than_a_page_holds_still_fill_no_more_than_the_page():
    columns = tuple(Column(f"Tiêuchíthànhphần{place}") for place in range(60))
    fitted = Columns.fit(Table(columns, ()), mm_to_twips(247))
    assert sum(fitted.widths) == mm_to_twips(247)
    assert min(fitted.widths) > 0
