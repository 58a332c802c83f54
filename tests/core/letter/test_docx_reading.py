"""A .docx that anyone typed is read line by line, as Word would print it."""

import unicodedata

import pytest

from core.paper.model import Cell
from tests.core.letter.typed_docx import (
    A4,
    SPACES,
    file,
    look_of,
    p,
    paper,
    run,
    section,
    sizes,
    table,
    tc,
    texts,
)

BREAK, TAB = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def box(*paragraphs: str) -> str:
    return f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"


def test_a_line_break_parts_the_lines_of_one_paragraph():
    lines = paper(p("ỦY BAN NHÂN DÂN", BREAK, "XÃ TRƯỜNG TÂY") + p("Kính gửi")).lines
    assert [(one.number, one.text) for one in lines] == [
        (1, "ỦY BAN NHÂN DÂN"),
        (1, "XÃ TRƯỜNG TÂY"),
        (2, "Kính gửi"),
    ]


def test_blank_paragraphs_and_blank_lines_are_no_lines():
    assert texts(p() + p("một", BREAK, BREAK, "hai") + p("   ") + p("ba")) == [
        "một",
        "hai",
        "ba",
    ]


def test_a_page_break_begins_a_page_with_the_next_line():
    broken = p("một", '<w:r><w:br w:type="page"/></w:r>', "hai") + p("ba")
    assert [one.starts_page for one in paper(broken).lines] == [False, True, False]
    before = p("một") + p("hai", stands="<w:pageBreakBefore/>")
    assert [one.starts_page for one in paper(before).lines] == [False, True]


def test_tabs_and_hyphens_that_do_not_break_are_printed():
    inside = (
        f"<w:r><w:t>1.</w:t></w:r>{TAB}<w:r><w:t>HĐND</w:t><w:noBreakHyphen/>"
        "<w:t>UBND</w:t><w:softHyphen/><w:t>xã</w:t></w:r>"
    )
    assert texts(p(inside)) == ["1.\tHĐND-UBNDxã"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<w:hyperlink r:id="x">{}</w:hyperlink>', "trước dòng sau"),
        ("<w:ins>{}</w:ins>", "trước dòng sau"),
        ("<w:moveTo>{}</w:moveTo>", "trước dòng sau"),
        ("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "trước dòng sau"),
        ("<w:smartTag>{}</w:smartTag>", "trước dòng sau"),
        ('<w:fldSimple w:instr="REF x">{}</w:fldSimple>', "trước dòng sau"),
        ("<w:del>{}</w:del>", "trướcsau"),
        ("<w:moveFrom>{}</w:moveFrom>", "trướcsau"),
    ],
)
def test_what_wraps_runs_is_read_and_what_is_deleted_is_not(body, expected):
    assert texts(p("trước", body.format(run(" dòng ")), "sau")) == [expected]


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next():
    body = p("Số: 05", stands="<w:rPr><w:del/></w:rPr>") + p("/UBND-VP") + p("sau")
    assert texts(body) == ["Số: 05/UBND-VP", "sau"]


def test_deleted_rows_are_left_out():
    kept = table(("một",), ("hai",)).replace(
        "<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1
    )
    assert texts(kept) == ["hai"]


@pytest.mark.parametrize(
    "inside",
    [
        f"<w:ins>{run('một')}</w:ins>",
        f"<w:del>{run('một')}</w:del>",
        run("một", "<w:rPrChange><w:rPr/></w:rPrChange>"),
    ],
)
def test_changes_are_told_of(inside):
    assert paper(p(inside)).tracked
    assert not paper(p("một")).tracked


@pytest.mark.parametrize(
    ("inside", "count"),
    [
        ("một", 0),
        ('<w:commentRangeStart w:id="0"/>một', 1),
        (
            '<w:commentRangeStart w:id="0"/>một<w:r><w:commentReference w:id="0"/></w:r>',
            1,
        ),
        (
            'một<w:r><w:commentReference w:id="0"/></w:r><w:commentRangeStart w:id="1"/>',
            1,
        ),
        ('<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>một', 2),
    ],
)
def test_comments_are_counted(inside, count):
    read = paper(p(inside))
    assert read.comments == count
    assert not read.tracked


def test_of_a_field_the_result_is_read_even_over_paragraphs():
    code = "<w:r><w:instrText>TOC</w:instrText></w:r>"
    begin = p("a", field("begin"), code, field("separate"), "mục 1")
    assert texts(begin + p("mục 2", field("end"), "b")) == ["amục 1", "mục 2b"]
    nested = p(field("begin"), "IF", field("begin"), field("end"), field("separate"))
    assert texts(nested + p("có", field("end"))) == ["có"]


def test_hidden_text_is_not_printed_and_capitals_are():
    body = p(run("ẩn", "<w:vanish/>"), run("Ủy ban", "<w:caps/>"), " xã")
    assert texts(body) == ["ỦY BAN xã"]


def test_footnotes_stand_aside():
    assert texts(p("dòng", '<w:r><w:footnoteReference w:id="1"/></w:r>')) == ["dòng"]


def test_a_text_box_drawn_in_two_ways_is_read_once():
    drawn = f"<w:drawing><wps:txbx>{box(p('TRONG KHUNG'))}</wps:txbx></w:drawing>"
    old = f"<w:pict><v:textbox>{box(p('TRONG KHUNG'))}</v:textbox></w:pict>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{drawn}</mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(p("thân", both)) == ["TRONG KHUNG", "thân"]
    assert texts(p("thân", f"<w:r>{old}</w:r>")) == ["TRONG KHUNG", "thân"]
    assert texts(p("trước") + p("thân", both)) == ["trước", "thân", "TRONG KHUNG"]


def test_a_box_in_a_box_is_read_once():
    inner = f"<w:r><w:pict><v:textbox>{box(p('trong'))}</v:textbox></w:pict></w:r>"
    outer = (
        f"<w:r><w:pict><v:textbox>{box(p('ngoài', inner))}</v:textbox></w:pict></w:r>"
    )
    assert texts(p("trước") + p(outer)) == ["trước", "ngoài", "trong"]


def test_cells_know_their_place_over_merged_ones():
    wide = tc("gộp", properties='<w:gridSpan w:val="2"/>')
    top = tc("trên", properties='<w:vMerge w:val="restart"/>')
    below = tc("không in", properties="<w:vMerge/>")
    lines = paper(table((top, wide, "cuối"), (below, "b", "c", "d"))).lines
    assert [(one.text, one.cell) for one in lines] == [
        ("trên", Cell(0, 0, 0)),
        ("gộp", Cell(0, 0, 1)),
        ("cuối", Cell(0, 0, 3)),
        ("b", Cell(0, 1, 1)),
        ("c", Cell(0, 1, 2)),
        ("d", Cell(0, 1, 3)),
    ]


def test_a_table_in_a_table_is_one_of_its_own():
    lines = paper(table((tc(table(("trong",)), p("ngoài")),)) + table(("sau",))).lines
    assert [(one.text, one.cell) for one in lines] == [
        ("trong", Cell(1, 0, 0)),
        ("ngoài", Cell(0, 0, 0)),
        ("sau", Cell(2, 0, 0)),
    ]


def test_components_set_side_by_side_are_two_lines_of_one_paragraph():
    body = p(
        run("XÃ TRƯỜNG TÂY", '<w:b/><w:sz w:val="26"/>'),
        TAB,
        run("Độc lập - Tự do - Hạnh phúc", "<w:b/>"),
    ) + p("Số: 05/UBND-VP", TAB, TAB, "Trường Tây, ngày 09 tháng 12 năm 2024")
    lines = paper(body).lines
    assert [(one.number, one.text) for one in lines] == [
        (1, "XÃ TRƯỜNG TÂY"),
        (1, "Độc lập - Tự do - Hạnh phúc"),
        (2, "Số: 05/UBND-VP"),
        (2, "Trường Tây, ngày 09 tháng 12 năm 2024"),
    ]
    assert [sizes(look_of(one)) for one in lines[:2]] == [[13], [14]]


@pytest.mark.parametrize(
    "text",
    [
        "1.\tUBND xã Trường Tây, ngày 09 tháng 12 năm 2024",
        "Kính gửi:\t- Văn phòng HĐND và UBND thị xã;",
        "a)   Độc lập về tài chính",
    ],
)
def test_a_tab_after_the_sign_of_a_list_parts_nothing(text):
    assert texts(p(text)) == [text]


def test_text_is_composed_and_keeps_what_the_file_had():
    apart = unicodedata.normalize("NFD", "Căn cứ")
    line, other = paper(p(apart) + p("Căn\u200b cứ")).lines
    assert (line.text, line.raw) == ("Căn cứ", apart)
    assert (other.text, other.raw) == ("Căn cứ", "Căn\u200b cứ")
    (plain,) = paper(p("Số:\u00a05 điểm\u00ad")).lines
    assert (plain.text, plain.raw) == ("Số: 5 điểm", "")


def test_a_letter_whose_marks_are_in_runs_of_their_own_is_composed():
    (line,) = paper(p("Ca", "\u0306", "n")).lines
    assert (line.text, line.raw) == ("Căn", "Ca\u0306n")


@pytest.mark.parametrize(
    ("font", "old", "new"),
    [
        (".VnTime", "C¨n cø", "Căn cứ"),
        (".VnTimeH", "ñy ban", "ỦY BAN"),
        ("VNI-Times", "Caên cöù", "Căn cứ"),
        ("Times New Roman", "Căn cứ", "Căn cứ"),
    ],
)
def test_letters_of_old_fonts_are_read_by_the_font(font, old, new):
    look = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    half = len(old) // 2
    (line,) = paper(p(run(old[:half], look), run(old[half:], look))).lines
    assert line.text == new
    assert line.raw == ("" if old == new else old)
    assert look_of(line).fonts == {font}


def test_signs_of_drawing_fonts_are_letters():
    signs = (
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>',
        '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>',
        '<w:r><w:sym w:font="Wingdings" w:char="F001"/></w:r>',
        '<w:r><w:sym w:font="Symbol" w:char="F03D"/></w:r>',
        '<w:r><w:sym w:font="Arial" w:char="0041"/></w:r>',
        '<w:r><w:sym w:font="Arial" w:char="x"/></w:r>',
    )
    assert texts(p(*signs)) == ["≥→□=A□"]


def test_sections_have_their_pages_and_begin_new_ones():
    wide = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    margins = '<w:pgMar w:top="-1134" w:right="850" w:bottom="1417" w:left="1701"/>'
    body = p("thư") + p(stands=section()) + p("phụ lục") + section(wide + margins)
    found = paper(body)
    assert [(one.text, one.section, one.starts_page) for one in found.lines] == [
        ("thư", 0, False),
        ("phụ lục", 1, True),
    ]
    first, second = found.setups
    assert (first.width, first.height, first.left, first.right) == (210, 297, 30, 20)
    assert second.is_landscape
    assert (second.top, second.bottom, second.right) == (20, 25, 15)


def test_a_section_on_the_same_page_begins_none():
    body = (
        p("một", stands=section()) + p("hai") + section('<w:type w:val="continuous"/>')
    )
    assert [one.starts_page for one in paper(body).lines] == [False, False]


NUMBER = "<w:p><w:r><w:instrText> PAGE \\* MERGEFORMAT</w:instrText></w:r></w:p>"
SIMPLE = '<w:p><w:fldSimple w:instr="PAGE"/></w:p>'
BARE = "<w:p><w:r><w:t>1</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("header", "first", "said", "expected"),
    [
        (NUMBER, None, "<w:titlePg/>", (True, False, False)),
        (SIMPLE, None, "", (True, True, False)),
        (NUMBER, SIMPLE, "<w:titlePg/>", (True, True, False)),
        (NUMBER, BARE, '<w:titlePg w:val="0"/>', (True, True, False)),
        (BARE, None, '<w:pgNumType w:start="1"/>', (False, False, True)),
        (NUMBER, BARE, '<w:titlePg/><w:pgNumType w:start="5"/>', (True, False, False)),
    ],
)
def test_page_numbers_are_known(header, first, said, expected):
    own = '<w:headerReference w:type="default" r:id="h1"/>'
    own += '<w:footerReference w:type="first" r:id="h2"/>' if first else ""
    headers = {"h1": header} | ({"h2": first} if first else {})
    body = p("một", stands=section(own + A4 + said)) + p("hai") + section(A4 + said)
    for setup in paper(body, headers=headers).setups:
        assert (
            setup.numbered,
            setup.number_shown_first,
            setup.restarts,
        ) == expected


def test_a_document_of_another_name_and_of_the_strict_kind_is_read():
    assert read_texts(file(p("một"), main="word/document2.xml")) == ["một"]
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert usual in SPACES
    body = p("một").replace("<w:p>", f'<w:p xmlns:w="{strict}">')
    assert texts(body) == ["một"]


def read_texts(data: bytes) -> list[str]:
    from core.letter.docx import read

    return [line.text for line in read(data).lines]
