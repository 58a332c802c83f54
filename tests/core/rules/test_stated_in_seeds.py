"""The two seed letters as typed: what annexes and stated figures get wrong is found.

By the rule that docs/linh-vuc.md 7.1 and 7.2 name, at its paragraph.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from core import catalogue as catalogue_module
from core import resources
from core.letter import docx
from core.paper import claims
from core.paper.model import Claim, Component, Paper
from core.paper.recognise import recognised
from core.period import Period
from core.report import PERIOD, Cell, Part, Place, Row
from core.rules import check
from core.rules.families import FIGURE_RULES
from core.rules.on_letter.stated import contradicted, number, same
from core.rules.registry import Context, Finding

CATALOGUE = catalogue_module.load()
TODAY = date(2026, 11, 21)
LETTERS = {
    1: "Công văn 183-UBND xã Trường Tây (gõ tay).docx",
    2: "Công văn UBND-NC huyện Gò Dầu (gõ tay).docx",
}
# Rows of docs/linh-vuc.md 7.1 and 7.2: the rule, and words of the paragraph it is at.
ROWS = [
    (1, 4, "P02", "V/v công bố"),
    (1, 5, "P05", "Căn cứ kết quả trên Cổng"),
    (1, 7, "N05", "tổng số điểm là 80,33/100"),
    (1, 8, "N06", "tổng số điểm là 80,33/100"),
    (1, 9, "N07", "Số hóa hồ sơ 18,5/22 điểm"),
    (1, 10, "N08", "tổng số điểm là 80,33/100"),
    (1, 11, "N09", "xếp hạng 8/8 xã, phường"),
    (1, 12, "A02", "(có phụ lục các tiêu chí kèm theo)"),
    (1, 21, "A05", "Tổng số hồ sơ xử lý quá hạn (*)"),
    (1, 21, "A05", "Kết quả số hóa hồ sơ (**)"),
    (1, 22, "A06", "đúng hạn, trong hạn) (%)"),
    (1, 23, "N03", "91,7"),
    (1, 25, "A07", "Lũy kế hồ sơ"),
    (1, 26, "A08", "0"),
    (1, 35, "A03", "(Kèm theo Công văn số: 183/UBND"),
    (2, 1, "P03", "16 giờ 30 phút ngày 06/11/2024"),
    (2, 3, "N11", "xu hướng giảm"),
    (2, 24, "N11", "Tổng số điểm huyện đạt: 87,07/100"),
    (2, 7, "N12", "xã Hiệp Thạnh: 4,55%"),
    (2, 17, "A01", "(Có Phụ lục 1 kèm theo)"),
    (2, 17, "A04", "(có Phụ lục 2 kèm theo)"),
]


@cache
def paper(seed: int) -> Paper:
    """The seed's letter as read, and what it states."""
    data = (resources.folder() / "samples" / LETTERS[seed]).read_bytes()
    return claims.told(recognised(docx.read(data)), CATALOGUE)


def context(told: Paper) -> Context:
    return Context(told.stated, CATALOGUE, TODAY, told.day, paper=told)


@cache
def findings(seed: int) -> tuple[Finding, ...]:
    """What all rules say of the seed's letter and of the figures it states."""
    return check(context(paper(seed))).findings


def line_of(told: Paper, finding: Finding) -> str:
    """The text that a finding leads to."""
    if finding.line is not None:
        return told.lines[finding.line].text
    claim = finding.place and claims.standing_for(told, finding.place)
    return told.lines[claim.line].text if isinstance(claim, Claim) else ""


@pytest.mark.parametrize(
    ("seed", "rule", "words"),
    [(seed, rule, words) for seed, _, rule, words in ROWS],
    ids=[f"seed {seed}, row {row}: {rule}" for seed, row, rule, _ in ROWS],
)
def test_a_fault_is_found_at_its_paragraph(seed, rule, words):
    told = paper(seed)
    texts = [line_of(told, one) for one in findings(seed) if one.rule.id == rule]
    assert any(words in text for text in texts), texts


def test_the_overdue_files_that_the_second_seed_lists_add_up():
    assert "N10" not in {one.rule.id for one in findings(2)}


def test_a_list_that_does_not_add_up_to_its_total_is_found_at_the_total():
    told = changed(paper(2), "quá hạn: 46 hồ sơ", "quá hạn: 47 hồ sơ")
    (found,) = (one for one in check(context(told)).findings if one.rule.id == "N10")
    assert found.message == "Tổng 47 không khớp các phần (44 + 1 + 1 = 46)."
    assert found.place is not None
    claim = told.claimed()[found.place]
    assert claim.text == "47"


@pytest.mark.parametrize(
    ("seed", "rules"), [(1, {"N05", "N06", "N09"}), (2, {"N12", "P03"})]
)
def test_findings_about_stated_figures_stand_where_they_are_stated(seed, rules):
    told = paper(seed)
    of_figures = {rule.id for rule in FIGURE_RULES}
    places = {
        one.rule.id: one.place for one in findings(seed) if one.rule.id in of_figures
    }
    assert rules <= places.keys()
    assert all(places[rule] in told.claimed() for rule in rules)


def changed(told: Paper, old: str, new: str) -> Paper:
    """The paper with one text in place of another, read anew."""
    lines = tuple(replace(one, text=one.text.replace(old, new)) for one in told.lines)
    assert lines != told.lines
    return claims.told(replace(told, lines=lines), CATALOGUE)


def test_a_figure_told_twice_and_differently_is_contradicted():
    told = changed(
        paper(1), "(có phụ lục các", "Tỷ lệ hồ sơ nộp trực tuyến 97,1% (có phụ lục các"
    )
    (place,) = contradicted(told, CATALOGUE)
    right, other = contradicted(told, CATALOGUE)[place]
    assert place == Place(told.stated.head_id, "online_submit_rate")
    assert (right.text, other.text) == ("91,7", "97,1")
    assert told.lines[right.line].component is Component.ANNEX_CELL
    assert not contradicted(paper(1), CATALOGUE)


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("91.7", "91.70", True),
        ("91.7", "91.68", True),
        ("92", "91.68", True),
        ("91.7", "91.64", False),
        ("91.70", "91.68", False),
        ("1E+1", "10", True),
    ],
)
def test_two_figures_are_one_as_far_as_they_are_printed(first, second, is_one):
    assert same(Decimal(first), Decimal(second)) is is_one


def test_a_claim_of_the_period_is_no_figure():
    claim = next(one for one in paper(1).claims if one.place.indicator == "period")
    assert number(claim, CATALOGUE) is None


def test_figures_of_another_period_are_not_compared():
    told = paper(1)
    head = told.stated.head
    assert head is not None
    cells = dict(head.cells) | {("score_total", Part.VALUE): Cell(Decimal(90), "90")}
    same_period = replace(told.stated, rows={head.id: Row(head.id, cells)})
    august = {PERIOD: Cell(Period.month(2024, 8), "tháng 8/2024")}
    for report, expected in (
        (same_period, True),
        (replace(same_period, facts={}), True),
        (replace(same_period, facts=august), False),
    ):
        found = check(replace(context(told), report=report)).findings
        assert ("A12" in {one.rule.id for one in found}) is expected
