"""Of the faults listed for the two typed letters, those of periods, orders and units.

The rows are those of docs/linh-vuc.md 7.1 and 7.2; each must be found by its rule at the
paragraph that begins so.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from core import catalogue as catalogue_module
from core import profiles, resources
from core.letter import docx
from core.office import Target, Targets
from core.paper import claims
from core.paper.of_letter import of_letter
from core.paper.recognise import recognised
from core.rules import running
from core.rules.on_letter import instructions, instructions_given, periods, units
from core.rules.registry import Context, Severity
from tests.core.letter import samples

CATALOGUE = catalogue_module.load()
OURS = (
    *periods.RULES,
    *instructions.RULES,
    *instructions_given.RULES,
    *units.RULES,
)
COMMUNE = "Công văn 183-UBND xã Trường Tây (gõ tay).docx"
DISTRICT = "Công văn UBND-NC huyện Gò Dầu (gõ tay).docx"
ROWS = (
    (COMMUNE, 1, "P01", "Trên đây là Kết quả"),
    (COMMUNE, 2, "P01", "CỦA UBND XÃ TRƯỜNG TÂY"),
    (COMMUNE, 3, "P04", "2. Đối với chỉ tiêu"),
    (COMMUNE, 6, "P06", "CỦA UBND XÃ TRƯỜNG TÂY"),
    (COMMUNE, 13, "I02", "4. Tăng cường thực hiện khai thác"),
    (COMMUNE, 14, "I03", "3. Tăng cường thực hiện chứng thực"),
    (COMMUNE, 15, "I02", "1. Tăng cường hướng dẫn"),
    (COMMUNE, 15, "I04", "1. Tăng cường hướng dẫn"),
    (COMMUNE, 16, "I05", "2. Đối với chỉ tiêu"),
    (COMMUNE, 17, "I06", "1. Tăng cường hướng dẫn"),
    (COMMUNE, 18, "I07", "Đề nghị các Sở ngành tỉnh"),
    (COMMUNE, 19, "I02", "Đề nghị các Sở ngành tỉnh"),
    (COMMUNE, 20, "U02", "Kính gửi: - Văn phòng"),
    (DISTRICT, 4, "I08", "- Tổng số hồ sơ xử lý quá hạn"),
    (DISTRICT, 5, "I01", "- Tỷ lệ hồ sơ TTHC số hóa"),
    (DISTRICT, 5, "I01", "- Tỷ lệ hồ sơ cấp kết quả điện tử"),
    (DISTRICT, 5, "I02", "1. Tiếp tục thực hiện TTHC"),
    (DISTRICT, 5, "I02", "2. Thanh toán phí, lệ phí"),
    (DISTRICT, 5, "I02", "4. Đảm bảo 100%"),
    (DISTRICT, 5, "I02", "5. Công bố, công khai TTHC"),
    (DISTRICT, 5, "I02", "6. Mức độ hài lòng"),
    (DISTRICT, 8, "I09", "- Tỷ lệ khai thác, sử dụng lại"),
    (DISTRICT, 27, "I06", "1. Tiếp tục thực hiện TTHC"),
)
BESIDE = {
    (COMMUNE, "I04", "2. Đối với chỉ tiêu"),  # names two groups, too
    (DISTRICT, "P06", "Trên đây là kết quả"),  # row 21: “11/2024”, “11 năm 2024”
}
"""What no row lists and yet is so."""


@cache
def said(name):
    """The findings in a typed letter: rule and how its paragraph begins."""
    data = (resources.folder() / "samples" / name).read_bytes()
    paper = claims.told(recognised(docx.read(data)), CATALOGUE)
    office = profiles.find("xa-truong-tay" if name == COMMUNE else "huyen-go-dau")
    if name == COMMUNE:  # row 16: levels that were set elsewhere in the province
        aim = Target("online_pay_rate", Decimal(47))
        office = replace(office, targets=Targets({2024: {aim.indicator: aim}}))
    checked = judged(paper, paper.stated, office)
    return [
        (one.rule.id, paper.lines[one.line].text.strip()) for one in checked.findings
    ]


def judged(paper, report, office=None):
    context = Context(
        report=report,
        catalogue=CATALOGUE,
        today=date(2026, 11, 21),
        issue_date=paper.day,
        profile=office,
        paper=paper,
    )
    return running.check(OURS, context)


@pytest.mark.parametrize(("name", "row", "rule", "begins"), ROWS)
def test_a_listed_fault_is_found_at_its_paragraph(name, row, rule, begins):
    found = [text for one, text in said(name) if one == rule]
    assert any(text.startswith(begins) for text in found), f"row {row}: {found}"


@pytest.mark.parametrize("name", [COMMUNE, DISTRICT])
def test_nothing_is_said_that_no_row_lists(name):
    listed = {(rule, begins) for file, _, rule, begins in ROWS if file == name}
    listed |= {(rule, begins) for file, rule, begins in BESIDE if file == name}
    for rule, text in said(name):
        fits = [begins for one, begins in listed if one == rule]
        assert any(text.startswith(begins) for begins in fits), (rule, text)


@pytest.mark.parametrize("office", sorted(samples.FILES))
@pytest.mark.parametrize("beside", [True, False], ids=["its report", "alone"])
def test_our_own_letters_lack_only_the_deadlines_that_nobody_has_set(office, beside):
    letter, report = samples.letter(office), samples.report(office)
    if beside:
        checked = judged(of_letter(letter, report), report, profiles.find(office))
    else:
        paper = claims.told(recognised(docx.read(docx.write(letter))), CATALOGUE)
        checked = judged(paper, paper.stated)
    assert {one.rule.id for one in checked.findings} == {"I06"}
    assert {one.severity for one in checked.findings} == {Severity.HINT}


@pytest.mark.parametrize("office", sorted(samples.FILES))
def test_our_own_letters_with_deadlines_lack_nothing(office):
    report = samples.report(office)
    paper = of_letter(samples.letter(office), report)
    closing = max(
        index for index, one in enumerate(paper.lines) if "Trên đây là" in one.text
    )
    lines = list(paper.lines)
    text = lines[closing].text.replace("./.", ", xong trước ngày 30 tháng 12./.")
    lines[closing] = replace(lines[closing], text=text)
    letter = replace(paper, lines=tuple(lines))
    assert judged(letter, report).findings == ()
