"""Fonts, sizes, pages and drawn lines: ours and the decree's own letter are clean."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from core import catalogue, resources
from core.letter.docx import read, write
from core.letter.typography import PRESET_A, PRESET_B
from core.paper.model import Cell, Component, Paper, Setup
from core.paper.of_letter import of_letter
from core.paper.recognise import recognised
from core.report import Report
from core.rules import running
from core.rules.layout_examples import laid_out
from core.rules.letter_examples import lines_of
from core.rules.on_letter import layout
from core.rules.registry import Context
from tests.core.letter.samples import DAYS, letter
from tests.core.letter.typed_docx import file, p, run, section, table, tc

CATALOGUE = catalogue.load()
PAGE_NUMBER = '<w:p><w:fldSimple w:instr="PAGE"/></w:p>'
CENTRE = '<w:jc w:val="center"/>'


def found(paper: Paper) -> list[tuple[str, int | None, str]]:
    context = Context(Report(), CATALOGUE, date(2026, 11, 21), paper=paper)
    checked = running.check(layout.RULES, context)
    return [(one.rule.id, one.line, one.message) for one in checked.findings]


def messages(paper: Paper) -> list[str]:
    return [message for _, _, message in found(paper)]


def of_file(data: bytes) -> Paper:
    return recognised(read(data))


def sound(**letter_parts: str) -> Paper:
    return Paper(laid_out(lines_of(letter_parts), {}), (Setup(numbered=True),))


@pytest.mark.parametrize("sizes", [PRESET_A, PRESET_B])
@pytest.mark.parametrize("office", DAYS)
def test_our_own_letters_are_clean(office, sizes):
    assert found(of_file(write(letter(office), sizes))) == []


def test_a_letter_that_is_not_laid_out_is_not_judged():
    paper = of_letter(letter("xa-truong-tay"))
    context = Context(Report(), CATALOGUE, date(2026, 11, 21), paper=paper)
    checked = running.check(layout.RULES, context)
    assert {rule.id for rule, _ in checked.not_judged} == {"F01", "F02", "F04"}
    assert checked.findings == ()


def sized(text: str, points: float, look: str = "") -> str:
    return p(run(text, f'{look}<w:sz w:val="{round(points * 2)}"/>'), stands=CENTRE)


def line(millimetres: float) -> str:
    long = round(millimetres * 36000)
    return p(
        f'<w:r><w:drawing><wp:anchor><wp:extent cx="{long}" cy="0"/><a:prstGeom'
        ' prst="line"/></wp:anchor></w:drawing></w:r>'
    )


def official() -> bytes:
    """The letter of Mẫu 1.5 by its measures (docs/linh-vuc.md 4.4)."""
    bold = "<w:b/>"
    head = table(
        (
            tc(
                sized("UBND HUYỆN GÒ DẦU", 13),
                sized("ỦY BAN NHÂN DÂN", 13, bold),
                sized("XÃ HIỆP THẠNH", 13, bold),
                line(17),
                properties='<w:tcW w:w="3852" w:type="dxa"/>',
            ),
            tc(
                sized("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold),
                sized("Độc lập - Tự do - Hạnh phúc", 14, bold),
                line(60),
                properties='<w:tcW w:w="5402" w:type="dxa"/>',
            ),
        ),
        (
            tc(sized("Số: 05/UBND-VP", 13), sized("V/v công bố kết quả", 12)),
            tc(sized("Hiệp Thạnh, ngày 05 tháng 10 năm 2026", 14, "<w:i/>")),
        ),
    )
    body = p("Kính gửi: Các phòng chuyên môn", stands='<w:ind w:left="1982"/>')
    stands = '<w:spacing w:before="120"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>'
    body += p("Ủy ban nhân dân xã công bố kết quả./.", stands=stands)
    end = table(
        (
            tc(
                sized("Nơi nhận:", 12, "<w:b/><w:i/>"),
                sized("- Như trên;", 11),
                sized("- Lưu: VT, VP.", 11),
            ),
            tc(sized("TM. ỦY BAN NHÂN DÂN", 14, bold), sized("CHỦ TỊCH", 14, bold)),
        )
    )
    pages = (
        '<w:headerReference w:type="default" r:id="h1"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1418" w:bottom="1134" w:left="1985" w:right="1134"/><w:titlePg/>'
    )
    return file(head + body + end + section(pages), headers={"h1": PAGE_NUMBER})


def test_a_letter_by_the_measures_of_the_official_form_is_clean():
    paper = of_file(official())
    assert found(paper) == []
    assert Component.OTHER not in {one.component for one in paper.lines}


def test_the_typed_letters_are_found_too_large_and_too_narrow_at_the_left():
    path = next((resources.folder() / "samples").glob("*183*.docx"))
    told = messages(of_file(path.read_bytes()))
    assert "Lề trái 20 mm, ngoài khoảng 30–35 mm." in told
    assert (
        "Cỡ chữ 14 ngoài quy định ở 6 chỗ: tên cơ quan ban hành (12–13); Quốc hiệu (12–13);"
        " số, ký hiệu (13); trích yếu (12–13); Nơi nhận (12); Nơi nhận (11)." in told
    )
    assert "Không thấy đường kẻ dưới Tiêu ngữ." in told


def changed(paper: Paper, component: Component, **look: Any) -> Paper:
    lines = [
        replace(one, look=replace(one.look, **look))
        if one.component is component and one.look
        else one
        for one in paper.lines
    ]
    return replace(paper, lines=tuple(lines))


def test_a_component_is_told_of_once_at_its_first_line():
    paper = changed(sound(), Component.BODY, fonts=frozenset({"Arial", "Calibri"}))
    first = next(paper.of(Component.BODY))
    message = "Phông chữ của nội dung là Arial, quy định là Times New Roman."
    assert found(paper) == [("F01", first, message)]


def test_letters_of_old_fonts_are_left_to_the_rule_about_them():
    paper = changed(sound(), Component.SIGNER, fonts=frozenset({".VnTime"}))
    lines = [
        replace(one, raw="x") if one.component is Component.SIGNER else one
        for one in paper.lines
    ]
    assert found(replace(paper, lines=tuple(lines))) == []
    assert len(found(paper)) == 1


def test_text_in_a_table_of_the_body_may_be_small_but_not_of_another_font():
    paper = changed(sound(), Component.BODY, sizes=frozenset({Decimal(11)}))
    lines = [
        replace(one, cell=Cell(0, 0, 0)) if one.component is Component.BODY else one
        for one in paper.lines
    ]
    assert found(replace(paper, lines=tuple(lines))) == []
    assert len(found(paper)) == 1


def test_what_is_not_known_is_not_judged():
    lines = [replace(one, component=Component.OTHER) for one in sound().lines]
    lines = [
        replace(one, look=replace(one.look, fonts=frozenset({"Arial"})))
        for one in lines
        if one.look
    ]
    assert found(Paper(tuple(lines), (Setup(),))) == []


def test_pages_are_told_of_at_their_first_line_and_each_fault_once():
    paper = sound(annex="Phụ lục\n|a|b")
    lines = tuple(replace(one, section=one.annex) for one in paper.lines)
    narrow = Setup(right=30.0)
    paper = replace(paper, lines=lines, setups=(narrow, narrow))
    assert found(paper) == [("F02", 0, "Lề phải 30 mm, ngoài khoảng 15–20 mm.")]
    only_annex = replace(paper, setups=(Setup(), Setup(top=30.5)))
    first = next(only_annex.of(Component.ANNEX_LABEL))
    assert found(only_annex) == [
        ("F02", first, "Lề trên 30,5 mm, ngoài khoảng 20–25 mm.")
    ]
    assert found(replace(paper, setups=(Setup(), Setup(), narrow))) == []


def test_an_annex_may_show_its_number_on_its_first_page():
    paper = sound(annex="Phụ lục\n|a|b")
    lines = tuple(replace(one, section=one.annex) for one in paper.lines)
    shown = Setup(numbered=True, number_shown_first=True)
    paper = replace(paper, lines=lines, setups=(Setup(numbered=True), shown))
    assert found(paper) == []
    assert len(found(replace(paper, setups=(shown, shown)))) == 1


def test_the_line_below_may_be_typed_or_an_underline_but_must_be_there():
    gone = changed(sound(), Component.MOTTO, ruled=None)
    at = next(gone.of(Component.MOTTO))
    assert found(gone) == [("F04", at, "Không thấy đường kẻ dưới Tiêu ngữ.")]
    typed = replace(gone.lines[at], component=Component.OTHER, text="_______")
    lines = (*gone.lines[: at + 1], typed, *gone.lines[at + 1 :])
    assert found(replace(gone, lines=lines)) == []
    assert found(changed(gone, Component.MOTTO, underline=True)) == []


def test_the_line_below_the_office_is_judged_by_all_its_lines():
    right = changed(sound(), Component.ISSUER, ruled=21.0)
    assert found(right) == []
    wrong = changed(sound(), Component.ISSUER, ruled=30.0)
    ((rule, at, message),) = found(wrong)
    assert rule == "F04"
    assert wrong.lines[at or 0].text == "XÃ TRƯỜNG TÂY"
    assert "dài 30 mm, dòng chữ dài 43,2 mm" in message


def test_a_letter_without_a_motto_has_no_line_to_judge():
    lines = tuple(one for one in sound().lines if one.component is not Component.MOTTO)
    assert found(Paper(lines, (Setup(),))) == []
