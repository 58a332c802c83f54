"""Automatic numbers are read as they are printed."""

import pytest

from core.letter.docx.reading_numbering import shown
from tests.core.letter.typed_docx import TIMES, look_of, p, paper, texts


def level(place: int, text: str, form: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbering(*levels: str, number: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{number}'
    )


def item(text: str, place: int = 0, number: int = 1) -> str:
    said = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, stands=said)


def test_levels_are_counted_and_begin_anew_below_a_higher_one():
    lists = numbering(
        level(0, "%1."), level(1, "%1.%2."), level(2, "%3)", "lowerLetter")
    )
    body = (
        item("A")
        + item("B", 1)
        + item("C", 2)
        + item("D", 2)
        + item("E")
        + item("F", 1)
    )
    assert texts(body, numbering=lists) == [
        "1. A",
        "1.1. B",
        "a) C",
        "b) D",
        "2. E",
        "2.1. F",
    ]


def test_a_list_goes_on_after_plain_text_and_blank_items_count():
    body = item("A") + p("giữa") + item("") + item("B")
    found = texts(body, numbering=numbering(level(0, "%1.")))
    assert found == ["1. A", "giữa", "3. B"]


def test_a_bullet_is_a_dash_whatever_its_sign():
    assert texts(item("A"), numbering=numbering(level(0, "\uf0b7", "bullet"))) == [
        "- A"
    ]


def test_nothing_stands_between_where_the_level_says_so():
    glued = level(0, "%1)", more='<w:suff w:val="nothing"/>')
    assert texts(item("A"), numbering=numbering(glued)) == ["1)A"]


def test_a_list_may_begin_anew_or_elsewhere():
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = item("A") + item("B", number=2) + item("C", number=2) + item("D", number=3)
    found = texts(body, numbering=numbering(level(0, "%1."), number=again))
    assert found == ["1. A", "5. B", "6. C", "2. D"]


def test_a_level_may_be_its_own_in_one_list():
    own = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, '%1)', 'upperRoman')}</w:lvlOverride></w:num>"
    )
    found = texts(item("A", number=2), numbering=numbering(level(0, "%1."), number=own))
    assert found == ["I) A"]


def test_a_style_numbers_its_paragraphs_at_its_level():
    lists = numbering(
        level(0, "%1."), level(1, "%1.%2.", more='<w:pStyle w:val="Muc"/>')
    )
    styles = TIMES + (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = item("A") + p("B", stands='<w:pStyle w:val="Muc"/>')
    none = '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    found = texts(body + p("C", stands=none), numbering=lists, styles=styles)
    assert found == ["1. A", "1.1. B", "C"]


def test_a_list_may_be_that_of_a_style_of_lists():
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>'
        f'{level(0, "%1/")}</w:abstractNum><w:abstractNum w:abstractNumId="1">'
        '<w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert texts(item("A"), numbering=lists) == ["1/ A"]


def test_a_list_that_is_not_there_prints_nothing():
    assert texts(item("A", number=7), numbering=numbering(level(0, "%1."))) == ["A"]
    assert texts(item("A", 4), numbering=numbering(level(0, "%1."))) == ["A"]
    assert texts(item("A")) == ["A"]


def test_a_list_of_law_prints_figures_and_may_not_begin_anew():
    lists = numbering(
        level(0, "Điều %1.", "upperRoman"),
        level(1, "%1.%2", more="<w:isLgl/>"),
    )
    assert texts(item("A") + item("B", 1), numbering=lists) == ["Điều I. A", "1.1 B"]
    goes_on = level(1, "%2)", more='<w:lvlRestart w:val="0"/>')
    body = item("A", 1) + item("B") + item("C", 1)
    found = texts(body, numbering=numbering(level(0, "%1."), goes_on))
    assert found == ["1) A", "1. B", "2) C"]


def test_the_indent_of_a_level_holds_unless_the_paragraph_has_its_own():
    inset = level(0, "%1.", more='<w:pPr><w:ind w:left="567" w:hanging="283"/></w:pPr>')
    body = item("A") + p(
        "B",
        stands='<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="0"/>',
    )
    first, second = (
        look_of(line) for line in paper(body, numbering=numbering(inset)).lines
    )
    assert (first.left, first.first_line) == (10.0, -5.0)
    assert second.left == 0.0


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (4, "lowerLetter", "d"),
        (5, "lowerLetter", "e"),
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (9, "lowerRoman", "ix"),
        (14, "upperRoman", "XIV"),
        (7, "decimalZero", "07"),
        (7, "none", ""),
        (7, "lạ", "7"),
        (0, "lowerLetter", "0"),
    ],
)
def test_a_number_is_printed_in_its_form(number, form, expected):
    assert shown(number, form) == expected


def test_vietnamese_letters_come_by_a_list_of_their_own():
    vietnamese = "a, b, c, d, đ, e, ..."
    letters = [shown(number, "custom", vietnamese) for number in range(1, 8)]
    assert letters == ["a", "b", "c", "d", "đ", "e", "7"]
    custom = level(0, "%1)").replace(
        '<w:numFmt w:val="decimal"/>',
        "<mc:AlternateContent><mc:Choice><w:numFmt w:val='custom' w:format='a, b, đ'/>"
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
        "</mc:AlternateContent>",
    )
    body = item("A") + item("B") + item("C")
    assert texts(body, numbering=numbering(custom)) == ["a) A", "b) B", "đ) C"]
