"""What a careful reader finds of law, wording and form in the two typed letters."""

from datetime import date

import pytest

from core import catalogue as catalogue_module
from core import resources
from core.letter import docx
from core.letter.docx import reading
from core.paper import recognise
from core.paper.of_letter import of_letter
from core.report import Report
from core.rules import running
from core.rules.on_letter import (
    form_characters,
    form_closing,
    form_heads,
    form_lists,
    form_terms,
    law,
    wording,
)
from core.rules.registry import Context, Severity
from tests.core.letter import samples

CATALOGUE = catalogue_module.load()
RULES = (
    *law.RULES,
    *wording.RULES,
    *form_heads.RULES,
    *form_closing.RULES,
    *form_lists.RULES,
    *form_terms.RULES,
    *form_characters.RULES,
)
COMMUNE = "Công văn 183-UBND xã Trường Tây (gõ tay).docx"
DISTRICT = "Công văn UBND-NC huyện Gò Dầu (gõ tay).docx"

# The number of the row in docs/linh-vuc.md 7.1 and 7.2, the rule, and how the paragraph
# begins (a part of it where that says more).
OF_COMMUNE = """
27 L01 Căn cứ Quyết định số 766
28 L02 Căn cứ Quyết định số 766
29 F13 Căn cứ Quyết định số 766
30 F05 Số: 183/UBND
31 F03 Độc lập
32 F07 Kính gửi
33 F09 Trên đây là Kết quả
33 W01 Trên đây là Kết quả
34 F10 - Lưu VT
36 F11 Kiến nghị
37 F08 PHÓ CHỦ TỊCH
38 F12 Trên đây là Kết quả
39 F12 Căn cứ Quyết định số 766
39 F12 1. Tăng cường hướng dẫn
"""
OF_DISTRICT = """
2 W02 Căn cứ kết quả
6 L04 Qua rà soát
6 L04 1. Tiếp tục
6 L04 2. Thanh toán
6 L04 3. Tăng cường
6 L04 5. Công bố
6 L04 6. Mức độ
6 L04 7. Trưởng phòng
9 L01 Căn cứ Quyết định số 5144
10 W03 Căn cứ kết quả
11 W04 2. Thanh toán
12 W03 Qua rà soát
13 W05 7. Trưởng phòng
14 F06 Số: /UBND-NC
15 F08 KT.CHỦ TỊCH
16 F08 PHÓ CHỦ TỊCH
18 F11 7. Trưởng phòng
19 F10 Tân
20 F11 - Tỷ lệ khai thác
21 F12 Căn cứ kết quả
21 F12 Trên đây là kết quả
21 F12 - Lưu: VT
21 F12 7. Trưởng phòng
23 L05 Căn cứ kết quả
25 F03 Độc lập
25 F12 7. Trưởng phòng
"""


def rows(listed):
    """The rows of a list: number, rule, beginning of the paragraph."""
    return [tuple(line.split(" ", 2)) for line in listed.split("\n") if line]


@pytest.fixture(scope="module")
def found():
    """Each letter's findings: the rule, and its paragraph."""
    told = {}
    for name in (COMMUNE, DISTRICT):
        data = (resources.folder() / "samples" / name).read_bytes()
        paper = recognise.recognised(reading.read(data))
        context = Context(Report(), CATALOGUE, date(2026, 11, 21), paper=paper)
        told[name] = [
            (one.rule.id, paper.lines[one.line].text.strip())
            for one in running.check(RULES, context).findings
            if one.line is not None
        ]
    return told


@pytest.mark.parametrize(
    ("name", "number", "rule", "begins"),
    [
        *((COMMUNE, *row) for row in rows(OF_COMMUNE)),
        *((DISTRICT, *row) for row in rows(OF_DISTRICT)),
    ],
)
def test_a_listed_fault_is_found_at_its_paragraph(found, name, number, rule, begins):
    lines = [text for one, text in found[name] if one == rule]
    assert any(text.startswith(begins) for text in lines), f"row {number}: {lines}"


@pytest.mark.parametrize("name", [COMMUNE, DISTRICT])
def test_no_error_or_rule_speaks_that_no_row_names(found, name):
    listed = {rule for _, rule, _ in rows(OF_COMMUNE + OF_DISTRICT)}
    # A fragment, a vague basis and the portal's name stand in the commune's letter too.
    assert {rule for rule, _ in found[name]} <= listed


@pytest.mark.parametrize("office", sorted(samples.FILES))
@pytest.mark.parametrize("saved", [True, False], ids=["saved", "on the screen"])
def test_our_own_letters_lack_only_their_number_and_the_signers_name(office, saved):
    letter, report = samples.letter(office), samples.report(office)
    paper = of_letter(letter, report)
    if saved:
        paper = recognise.recognised(reading.read(docx.write(letter)))
    context = Context(report, CATALOGUE, date(2026, 11, 21), paper=paper)
    told = running.check(RULES, context).findings
    # The district's office cites a regulation that is not about the index (L02).
    allowed = {"F06", "F08"} | ({"L02"} if office == "huyen-go-dau" else set())
    assert {one.rule.id for one in told} <= allowed
    assert {one.severity for one in told} == {Severity.HINT}
