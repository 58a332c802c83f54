"""How a line is printed is known through styles, themes, defaults and drawn lines."""

from decimal import Decimal

import pytest

from core.paper.model import Align, Look
from tests.core.letter.typed_docx import (
    TIMES,
    look_of,
    p,
    paper,
    run,
    section,
    sizes,
    table,
    tc,
)

BREAK = "<w:r><w:br/></w:r>"


def look(body: str, **parts) -> Look:
    return look_of(paper(body, **parts).lines[0])


def style(key: str, inside: str, kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{key}"{more}>{inside}</w:style>'


def test_the_defaults_of_the_file_hold_where_nothing_else_is_said():
    found = look(p("một"))
    assert found.fonts == {"Times New Roman"}
    assert sizes(found) == [14]
    assert (found.bold, found.italic, found.underline) == (False, False, False)
    assert (found.align, found.spacing, found.before) == (Align.LEFT, 1.0, 0.0)
    assert look(p("một"), styles="").sizes == {10}
    assert look(p("một"), styles="").fonts == {"Times New Roman"}


def test_a_style_goes_over_what_it_is_based_on_and_the_place_over_both():
    styles = TIMES + style(
        "A",
        '<w:pPr><w:jc w:val="both"/><w:spacing w:before="120" w:after="60"/></w:pPr>'
        '<w:rPr><w:b/><w:i/><w:sz w:val="26"/></w:rPr>',
    )
    styles += style("B", '<w:basedOn w:val="A"/><w:rPr><w:i w:val="0"/></w:rPr>')
    in_b = '<w:pStyle w:val="B"/>'
    found = look(p("một", stands=in_b), styles=styles)
    assert (found.bold, found.italic, sizes(found)) == (True, False, [13])
    assert (found.align, found.before, found.after) == (Align.JUSTIFY, 6, 3)
    own = in_b + '<w:spacing w:before="0"/><w:jc w:val="center"/>'
    found = look(p(run("một", '<w:b w:val="false"/>'), stands=own), styles=styles)
    assert (found.bold, found.before, found.after) == (False, 0, 3)
    assert found.align is Align.CENTRE


def test_the_usual_style_holds_for_paragraphs_without_one():
    usual = style("N", '<w:rPr><w:sz w:val="24"/></w:rPr>', more=' w:default="1"')
    assert look(p("một"), styles=TIMES + usual).sizes == {12}
    unknown = '<w:pStyle w:val="lạ"/>'
    assert look(p("một", stands=unknown), styles=TIMES + usual).sizes == {12}


def test_styles_based_on_one_another_in_a_circle_end():
    styles = style("A", '<w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr>')
    styles += style("B", '<w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr>')
    found = look(p("một", stands='<w:pStyle w:val="A"/>'), styles=styles)
    assert (found.bold, found.italic) == (True, True)


def test_letters_of_a_style_turn_bold_back_in_a_bold_paragraph():
    styles = TIMES + style("H", "<w:rPr><w:b/></w:rPr>")
    styles += style("Strong", "<w:rPr><w:b/></w:rPr>", "character")
    strong = run("một", '<w:rStyle w:val="Strong"/>')
    assert look(p(strong), styles=styles).bold is True
    assert look(p(strong, stands='<w:pStyle w:val="H"/>'), styles=styles).bold is False


def test_a_style_of_the_table_holds_in_its_cells_alone():
    inside = '<w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="22"/></w:rPr>'
    styles = (
        TIMES + '<w:pPrDefault><w:pPr><w:spacing w:after="200"/></w:pPr></w:pPrDefault>'
    )
    styles = styles.replace("</w:docDefaults><w:pPrDefault>", "<w:pPrDefault>")
    styles += "</w:docDefaults>" + style("T", inside, "table")
    body = table(("ô",), properties='<w:tblStyle w:val="T"/>') + p("ngoài")
    cell, outside = (look_of(line) for line in paper(body, styles=styles).lines)
    assert (sizes(cell), cell.after) == ([11], 0)
    assert (sizes(outside), outside.after) == ([14], 10)


def test_a_theme_names_the_font_and_goes_before_a_named_one():
    theme = (
        '<a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/>'
        '</a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
        "</a:fontScheme></a:themeElements>"
    )
    fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Arial" w:hAnsiTheme="majorHAnsi"/>'
    assert look(p(run("A", fonts)), theme=theme).fonts == {"Calibri"}
    assert look(p(run("Ắ", fonts)), theme=theme).fonts == {"Cambria"}
    assert look(p(run("A", fonts))).fonts == {"Arial"}


def test_what_differs_within_a_line_is_told_of():
    body = p(
        run("đậm", "<w:b/>"),
        run(" ", '<w:sz w:val="10"/><w:i/>'),
        run(
            "thường", '<w:sz w:val="27"/><w:color w:val="FF0000"/><w:u w:val="single"/>'
        ),
    )
    found = look(body)
    assert (found.bold, found.italic, found.underline) == (None, False, None)
    assert found.sizes == {Decimal(14), Decimal("13.5")}
    assert not found.black
    assert look(p(run("một", '<w:u w:val="none"/>'))).underline is False
    assert look(p(run("một", '<w:color w:val="auto"/>'))).black


def test_indents_and_spacing_are_lengths():
    stands = (
        '<w:ind w:left="567" w:firstLine="720"/>'
        '<w:spacing w:line="360" w:beforeAutospacing="1"/>'
    )
    found = look(p("một", stands=stands))
    assert (found.left, found.first_line) == (10.0, 12.7)
    assert (found.spacing, found.before) == (1.5, 14.0)
    hanging = look(p("một", stands='<w:ind w:start="567" w:hanging="283"/>'))
    assert (hanging.left, hanging.first_line) == (10.0, -5.0)
    exact = '<w:spacing w:line="300" w:lineRule="exact"/>'
    assert look(p("một", stands=exact)).spacing is None
    assert look(p("một", stands='<w:ind w:left="1.5cm"/>')).left == 15.0
    assert look(p("một", stands='<w:ind w:left="lạ"/>')).left == 0.0


DRAWN = (
    '<w:drawing><wp:anchor><wp:extent cx="1800000" cy="0"/><a:prstGeom prst="line"/>'
    "</wp:anchor></w:drawing>"
)
CONNECTOR = DRAWN.replace('"line"', '"straightConnector1"')
FLAT = (
    '<w:drawing><wp:anchor><wp:extent cx="1800000" cy="9525"/><wps:wsp><a:xfrm>'
    '<a:ext cx="1800000" cy="9525"/></a:xfrm><a:prstGeom prst="rect"/></wps:wsp>'
    "</wp:anchor></w:drawing>"
)
OLD = '<w:pict><v:line from="10pt,3pt" to="151.75pt,3pt"/></w:pict>'
ARROW = '<w:pict><v:shape type="#_x0000_t32" style="position:absolute;width:141.7pt"/></w:pict>'
PICTURE = '<w:drawing><wp:inline><wp:extent cx="1800000" cy="900000"/></wp:inline></w:drawing>'


@pytest.mark.parametrize("drawing", [DRAWN, CONNECTOR, FLAT, OLD, ARROW])
def test_a_drawn_line_is_known_below_the_text_before_it(drawing):
    (found,) = paper(p("Độc lập") + p(f"<w:r>{drawing}</w:r>")).lines
    assert look_of(found).ruled == pytest.approx(50, abs=0.1)
    own = look(p("Độc lập", f"<w:r>{drawing}</w:r>"))
    assert own.ruled == pytest.approx(50, abs=0.1)


def test_a_picture_is_no_line_and_a_line_of_no_length_is_of_an_unknown_one():
    assert look(p("Độc lập", f"<w:r>{PICTURE}</w:r>")).ruled is None
    unsaid = "<w:pict><v:line/></w:pict>"
    assert look(p("Độc lập", f"<w:r>{unsaid}</w:r>")).ruled == 0
    assert look(p("Độc lập", "<w:r><w:pict><v:line from='1,1' to='97,1'/></w:pict></w:r>")).ruled == 25.4  # fmt: skip
    assert look(p(f"<w:r>{DRAWN}</w:r>") + p("sau")).ruled is None


def test_a_border_is_a_line_as_long_as_the_paragraph_is_wide():
    border = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
    page = section('<w:pgSz w:w="11906"/><w:pgMar w:left="1701" w:right="850"/>')
    assert look(p("một", stands=border) + page).ruled == 165
    inset = border + '<w:ind w:left="567" w:right="567"/>'
    assert look(p("một", stands=inset) + page).ruled == 145
    top = inset.replace("bottom", "top")
    assert look(p("một") + p(stands=top) + page).ruled == 145
    none = border.replace("single", "nil")
    assert look(p("một", stands=none) + page).ruled is None
    wide = tc(p("một"), p(stands=top), properties='<w:tcW w:w="5670" w:type="dxa"/>')
    assert look(table((wide,))).ruled == pytest.approx(100 - 20 - 3.8, abs=0.1)


def test_a_border_below_a_cell_alone_is_a_line_too():
    below = '<w:tcBorders><w:left w:val="nil"/><w:bottom w:val="single"/></w:tcBorders>'
    width = '<w:tcW w:w="3402" w:type="dxa"/>'
    assert look(table((tc("một", properties=width + below),))).ruled == 60
    inner = table((tc(p(), properties=width + below),))
    assert look(table((tc(p("một"), inner, p()),))).ruled == 60
    grid = below.replace('"nil"', '"single"')
    assert look(table((tc("một", properties=width + grid),))).ruled is None


def test_a_line_drawn_in_another_cell_is_of_no_text():
    body = table(("một", tc(p(f"<w:r>{DRAWN}</w:r>"))))
    assert look(body).ruled is None


def test_each_line_of_a_paragraph_has_its_own_letters():
    body = p(run("một", "<w:b/>"), BREAK, run("hai", '<w:sz w:val="26"/>'))
    first, second = (look_of(line) for line in paper(body).lines)
    assert (first.bold, sizes(first)) == (True, [14])
    assert (second.bold, sizes(second)) == (False, [13])
