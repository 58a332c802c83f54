"""A code that is not the office's is told where the letter prints it."""

from dataclasses import replace

import pytest

from core import audit as auditing
from core import catalogue as catalogue_module
from core import profiles
from core.paper import claims
from core.paper.model import Paper
from core.rules import letter_examples
from tests.core.rules.sound_letters import TODAY

CATALOGUE = catalogue_module.load()
OFFICE = replace(profiles.find("xa-truong-tay"), codes=("000.21.35.H53",))
ANNEX = (
    "Phụ lục\nKẾT QUẢ THÁNG 9/2026\n"
    "(Kèm theo Công văn số 05/UBND-VP ngày 09 tháng 10 năm 2026 của UBND xã Trường Tây)\n"
    "|STT|Tên đơn vị|Mã định danh|Tỷ lệ hồ sơ nộp trực tuyến (%)|\n"
    "|1|UBND xã Trường Tây| {} |{}|"
)


@pytest.mark.parametrize("figure", ["91,70", "-"])
@pytest.mark.parametrize(
    ("code", "told"), [("000.22.35.H53", ["000.22.35.H53"]), ("000.21.35.H53", [])]
)
def test_a_foreign_code_is_told_at_its_cell(code, told, figure):
    said = {
        "body.first": "Chi tiết tại Phụ lục kèm theo.",
        "annex": ANNEX.format(code, figure),
    }
    paper = claims.told(Paper(letter_examples.lines_of(said)), CATALOGUE)
    audited = auditing.looked_over(paper, CATALOGUE, TODAY, profile=OFFICE)
    found = [
        paper.lines[one.line].text[slice(*one.span)]
        for one in audited.checked.findings
        if one.rule.id == "U04" and one.line is not None and one.span is not None
    ]
    assert found == told
