"""What is to be done fits the source: a table that is open, or a letter alone."""

from dataclasses import replace

import pytest

from core import audit as auditing
from core import catalogue as catalogue_module
from core import resources, summary_of_audit
from core.rules.families import FIGURE_RULES, RULES
from core.rules.registry import Need
from tests.core.rules.sound_letters import TODAY

CATALOGUE = catalogue_module.load()
SAMPLES = resources.folder() / "samples"
COMMUNE = SAMPLES / "Công văn 183-UBND xã Trường Tây (gõ tay).docx"
BEYOND_A_LETTER = {Need.AS_READ, Need.PROFILE, Need.DOSSIERS, Need.TARGETS}
"""Without figures open beside it no letter has these."""

OF_THE_TABLE = (" ô ", "nhập ", "mở lại", "trong bảng", "Nhận dạng tệp", "mở tệp")
"""Words that lead to a table that is not there."""


def is_of_letters(rule):
    """Whether it can be asked of the figures that a letter states itself."""
    is_of_notes = any("notes" in one.extra for one in rule.broken)
    lacks = set(rule.needs) & BEYOND_A_LETTER
    return rule.id[0] in "PNUD" and not lacks and not is_of_notes


OF_LETTERS = [rule for rule in FIGURE_RULES if is_of_letters(rule)]


@pytest.fixture(scope="module")
def letter():
    return auditing.looked_over(
        auditing.paper_of(COMMUNE.read_bytes(), CATALOGUE), CATALOGUE, TODAY
    )


@pytest.mark.parametrize("rule", OF_LETTERS, ids=lambda rule: rule.id)
def test_what_a_letter_alone_lacks_is_not_mended_in_a_table(rule):
    hint = f" {(rule.hint_in_letter or rule.hint).lower()}"
    assert [one for one in OF_THE_TABLE if one.lower() in hint] == []


@pytest.mark.parametrize(
    "rule", [one for one in RULES if one.hint_in_letter], ids=lambda rule: rule.id
)
def test_a_second_hint_is_a_sentence_that_says_something_else(rule):
    assert rule.hint_in_letter.endswith(".")
    assert rule.hint_in_letter == rule.hint_in_letter.strip() != rule.hint


def test_a_letter_that_does_not_say_its_time_is_told_to_say_it(letter):
    (found,) = [one for one in letter.checked.findings if one.rule.id == "P05"]
    assert found.hint.startswith("Ghi trong công văn lúc xem số liệu trên Cổng")
    assert f"Việc cần làm: {found.hint}" in summary_of_audit.as_text(letter)
    comments = [one.text for one in summary_of_audit.comments(letter)]
    assert any(found.hint in one for one in comments)
    told = summary_of_audit.as_json(letter)["findings"]
    assert found.hint in [one["hint"] for one in told]


def test_beside_the_table_of_its_month_the_hint_is_that_of_the_table(letter):
    paper = letter.paper
    report = replace(paper.stated)
    beside = auditing.looked_over(paper, CATALOGUE, TODAY, report=report)
    (found,) = [one for one in beside.checked.findings if one.rule.id == "P05"]
    assert found.hint == found.rule.hint
    assert "ô “Số liệu tính đến”" in found.hint
