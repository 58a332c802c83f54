"""What holds for some years only: days off, and formulas of criteria."""

from dataclasses import replace
from datetime import date

import pytest

from core import catalogue as catalogue_module
from core.holidays import Holidays
from core.rules import check
from core.rules.examples import context_of
from core.rules.registry import Example, Finding, Severity

CATALOGUE = catalogue_module.load()


def signed(day: date) -> Finding:
    """What is said of a letter of that day, and of nothing else."""
    fresh = {"report.as_of": f"{day:%d/%m/%Y}"}
    (found,) = check(
        context_of(Example(fresh, issue_date=day, today=day), CATALOGUE)
    ).findings
    assert found.rule.id == "P08"
    return found


def test_a_year_without_a_table_of_days_off_is_only_a_hint():
    found = signed(date(2031, 9, 2))
    assert found.severity is Severity.HINT
    assert "chưa có lịch nghỉ lễ, tết năm 2031" in found.message
    weekend = signed(date(2031, 9, 6))
    assert weekend.severity is Severity.WARNING


def test_an_office_may_have_days_off_of_its_own():
    off = Holidays({date(2026, 10, 6): "ngày truyền thống"}, years=range(2026, 2027))
    context = context_of(Example({}, issue_date=date(2026, 10, 6)), CATALOGUE)
    assert check(context).findings == ()
    (found,) = check(replace(context, holidays=off)).findings
    assert found.message == "Ngày ký 06/10/2026 rơi vào ngày nghỉ (ngày truyền thống)."


@pytest.mark.parametrize(
    ("rule_id", "cells"),
    [
        ("N16", {"1.online_pay_rate": "88,79", "1.online_pay_rate.score": "1"}),
        ("N05", {"1.online_pay_rate": "89,64", "1.score_tttt": "5,1"}),
    ],
)
def test_a_criterion_no_longer_in_force_is_not_recomputed(rule_id, cells):
    context = context_of(Example(cells), CATALOGUE)
    assert rule_id in {one.rule.id for one in check(context).findings}
    key = "online_pay_rate"
    ended = replace(CATALOGUE.indicators[key], valid_to=date(2026, 8, 31))
    indicators = {**CATALOGUE.indicators, key: ended}
    context = replace(context, catalogue=replace(CATALOGUE, indicators=indicators))
    assert rule_id not in {one.rule.id for one in check(context).findings}
