"""Findings accepted with a reason, and rules that an office has switched off."""

from dataclasses import replace
from datetime import datetime

import pytest

from core import catalogue as catalogues
from core import entry, profiles
from core.report import REPORT, Place
from core.rules import accepting, check, recheck
from core.rules.examples import context_of
from core.rules.registry import Example

CATALOGUE = catalogues.load()
NOW = datetime(2026, 11, 21, 9, 30)  # noqa: DTZ001 - local time, as a Change has it
DOUBTFUL = Example({"1.online_pay_rate": "2.033", "1.overdue_total": "3"})


@pytest.fixture
def context():
    return context_of(DOUBTFUL, CATALOGUE)


def of(checked, rule):
    (found,) = (one for one in checked.findings if one.rule.id == rule)
    return found


def accepted(context, rule="N04", why="đã kiểm tra, đúng"):
    """The context after the acceptance, what is said before, and the change."""
    before = check(context)
    change = accepting.accept(context.report, of(before, rule), why, NOW)
    return replace(context, report=context.report.apply(change)), before, change


def test_an_accepted_finding_is_kept_with_its_reason_and_counts_no_more(context):
    after, before, _ = accepted(context)
    checked = check(after)
    assert of(checked, "N04").accepted == "đã kiểm tra, đúng"
    assert {one.rule.id for one in before.open} - {
        one.rule.id for one in checked.open
    } == {"N04"}
    assert checked.cells == before.cells


def test_accepting_is_a_step_that_is_taken_back_like_any_edit(context):
    after, before, change = accepted(context)
    back = replace(after, report=after.report.apply(change.inverse))
    assert back.report.facts == context.report.facts
    assert check(back) == before
    assert recheck(check(after), back, change.inverse) == before


def test_a_recheck_says_the_same_as_a_check(context):
    after, before, change = accepted(context)
    assert recheck(before, after, change) == check(after)


def test_an_acceptance_can_be_withdrawn(context):
    after, before, _ = accepted(context)
    found = of(check(after), "N04")
    change = accepting.withdraw(after.report, found, NOW)
    assert check(replace(after, report=after.report.apply(change))) == before


def test_it_holds_only_as_long_as_the_finding_says_the_same(context):
    after, _, _ = accepted(context)
    other = context_of(Example({"1.online_pay_rate": "2.034"}), CATALOGUE).report
    cells = dict(after.report.rows["1"].cells) | dict(other.rows["1"].cells)
    row = replace(after.report.rows["1"], cells=cells)
    changed = replace(after, report=replace(after.report, rows={"1": row}))
    assert of(check(changed), "N04").accepted == ""


def test_an_edit_elsewhere_leaves_it_accepted(context):
    after, _, _ = accepted(context)
    place = after.report.rows["1"]
    change = entry.change(
        after.report, CATALOGUE, [(Place(place.id, "overdue_total"), "4")], NOW
    )
    assert change is not None
    edited = replace(after, report=after.report.apply(change))
    again = recheck(check(after), edited, change)
    assert of(again, "N04").accepted == "đã kiểm tra, đúng"
    assert again == check(edited)


def test_a_fault_cannot_be_accepted_and_nothing_without_a_reason():
    context = context_of(Example({"1.overdue_total": "-1"}), CATALOGUE)
    found = of(check(context), "N02")
    assert not accepting.can_be_accepted(found)
    with pytest.raises(ValueError, match="lỗi"):
        accepting.accept(context.report, found, "vì", NOW)
    context = context_of(DOUBTFUL, CATALOGUE)
    with pytest.raises(ValueError, match="reason"):
        accepting.accept(context.report, of(check(context), "N04"), "  ", NOW)


def test_an_acceptance_is_a_fact_of_the_report(context):
    place = accepting.place_of(of(check(context), "N04"))
    assert place.row == REPORT
    assert accepting.is_acceptance(place)
    assert not accepting.has_any(context.report)


def test_a_rule_that_the_office_switched_off_is_not_asked_and_is_named(context):
    office = profiles.find("xa-truong-tay")
    off = replace(office, rules_off={"N04": "xem trên Cổng"})
    checked = check(replace(context, profile=off))
    assert "N04" not in {one.rule.id for one in checked.findings}
    ((rule, why),) = checked.switched_off
    assert (rule.id, why) == ("N04", "xem trên Cổng")
    plain = check(replace(context, profile=office))
    assert checked.rules == plain.rules - 1
    assert plain.switched_off == ()


def test_rules_switched_off_are_kept_in_the_offices_file():
    office = replace(profiles.find("xa-truong-tay"), rules_off={"N04": "vì thế"})
    assert profiles.parse(profiles.dump(office), office.id, "a.toml") == office
    text = profiles.dump(replace(office, rules_off={"N04": ""}))
    assert profiles.parse(text, office.id, "a.toml").rules_off == {}
