"""Every rule finds what it is for, and is silent where nothing is wrong."""

import pytest

from core import catalogue as catalogue_module
from core.report import REPORT
from core.rules import check, running
from core.rules.examples import context_of
from core.rules.families import RULES
from core.rules.registry import Look, Scope

ISSUE_2 = "P02 P03 P05 P08 N01 N02 N04 N05 N06 N08 N09 N10 N13 N14 N16 U04 D02 D07 D08"
FIGURES_TOO = "N15 N17 N18 N19 N20 N21 N22 D04 D05 D12 O01 O02 O03 O04 O05 O06 O07 O08 O09 O10 O11"
OUR_OWN = "P10 N23 D01 D03 D06 D09 D10 D11 D13 D14 D15 D16 D17 A12 N24 N25 W08"
OF_LETTERS = (
    "P01 P04 P06 P07 P09 I01 I02 I03 I04 I05 I06 I07 I08 I09 I10 I11 U01 U02 U03 "
)
OF_LETTERS += "F01 F02 F03 F04 F05 F06 F07 F08 F09 F10 F11 F12 F13 F14 F15 "
OF_LETTERS += "A01 A02 A03 A04 A05 A06 A07 A08 A09 A10 A11 N03 N07 N11 N12 "
OF_LETTERS += "L01 L02 L03 L04 L05 L06 L07 W01 W02 W03 W04 W05 W06 W07"
CATALOGUE = catalogue_module.load()
BROKEN = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.broken)
]
SOUND = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.sound)
]


def test_the_rules_are_those_of_the_issue_and_no_id_is_used_twice():
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert set(ids) == {
        *ISSUE_2.split(),
        *OUR_OWN.split(),
        *FIGURES_TOO.split(),
        *OF_LETTERS.split(),
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_is_wrong_what_to_do_and_why(rule):
    for text in (rule.title, rule.when, rule.hint, rule.basis):
        assert text == text.strip() != ""
        assert '"' not in text
    assert not rule.title.endswith(".")
    for sentence in (rule.when, rule.hint, rule.basis):
        assert sentence.endswith(".")
        assert "docs/" not in sentence, "the clerk has no such file"
    assert rule.broken
    assert rule.sound


@pytest.mark.parametrize(("rule", "example"), BROKEN)
def test_a_broken_example_is_found_by_its_rule_and_by_those_named(rule, example):
    checked = check(context_of(example, CATALOGUE))
    found = {finding.rule.id for finding in checked.findings}
    assert found == {rule.id, *example.extra.get("also", ())}


@pytest.mark.parametrize(("rule", "example"), SOUND)
def test_a_sound_example_is_silent_but_for_the_rules_named(rule, example):
    checked = check(context_of(example, CATALOGUE))
    found = {finding.rule.id for finding in checked.findings}
    assert found == set(example.extra.get("also", ()))
    assert rule.id not in found


@pytest.mark.parametrize(("rule", "example"), BROKEN)
def test_a_finding_leads_to_a_cell_a_line_or_a_place_of_the_file(rule, example):
    context = context_of(example, CATALOGUE)
    for finding in running.check((rule,), context).findings:
        assert finding.message.endswith((".", "?"))
        assert "{" not in finding.message or rule.id == "W07", "W07 quotes slots"
        place = finding.place
        if finding.line is not None:
            assert context.paper is not None
            line = context.paper.lines[finding.line]
            assert finding.span is None or line.text[slice(*finding.span)].strip()
        elif place is None:
            assert finding.at or rule.id == "P08", "P08 speaks of the letter's date"
        elif place.row != REPORT:
            assert context.report.row(place.row) is not None
            assert place.indicator in CATALOGUE.indicators


@pytest.mark.parametrize(("rule", "example"), BROKEN)
def test_a_row_rule_speaks_only_of_its_row(rule, example):
    context = context_of(example, CATALOGUE)
    if rule.scope is Scope.ROW and not set(rule.needs) - set(_there(context)):
        for row in context.report.all_rows:
            for remark in rule.check(Look(context, row)):
                assert remark.place is not None
                assert remark.place.row == row.id


def _there(context):
    return [need for need in type(RULES[0].needs[0]) if context.has(need)]
