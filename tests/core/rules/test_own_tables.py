"""An office's own days off and words: the rules go by them."""

from dataclasses import replace
from datetime import date

import pytest

from core import catalogue, holidays, profiles, reference, rules
from core.office import DayOff, OwnWord
from core.report import Report
from core.rules import own_tables
from core.rules.registry import Context

OFFICE = profiles.find("xa-truong-tay")
FRIDAY, SATURDAY, HOLIDAY = date(2026, 3, 6), date(2026, 3, 7), date(2026, 9, 2)
DAYS = (
    DayOff(FRIDAY, "Lễ hội"),
    DayOff(SATURDAY, "bù 06/3", works=True),
    DayOff(HOLIDAY, "trực", works=True),
)


def said(day, **of_office):
    office = replace(OFFICE, **of_office)
    context = Context(
        Report(), catalogue.load(), today=day, issue_date=day, profile=office
    )
    return [
        one.message for one in rules.check(context).findings if one.rule.id == "P08"
    ]


@pytest.mark.parametrize("day", [FRIDAY, SATURDAY, HOLIDAY])
def test_own_days_count_where_they_differ_from_the_table(day):
    assert bool(said(day)) is (day != FRIDAY)
    assert bool(said(day, days_off=DAYS)) is (day == FRIDAY)


def test_a_day_off_is_told_with_its_reason():
    assert "(Lễ hội)" in said(FRIDAY, days_off=DAYS)[0]


def test_years_that_nobody_knows_stay_unknown():
    made = own_tables.with_days(holidays.bundled(), (DayOff(date(2040, 5, 4)),))
    assert not made.knows(2040)
    assert made.name(date(2040, 5, 4)) == "ngày nghỉ"


def known(*words):
    return own_tables.with_words(reference.load(), words)


def test_an_own_spelling_takes_the_place_of_ours():
    before = reference.load().terms[0]
    spelled = before.name.upper()
    made = known(OwnWord(spelled))
    assert made.terms[0].name == spelled
    assert before.name not in {one.name for one in made.terms}
    assert len(made.terms) == len(reference.load().terms)


def test_another_name_of_a_term_may_be_the_offices_own():
    term = next(one for one in reference.load().terms if one.others)
    made = next(
        one for one in known(OwnWord(term.others[0])).terms if term.name in one.others
    )
    assert made.name == term.others[0]


def test_a_new_spelling_is_a_term_of_its_own():
    assert known(OwnWord("Tổ Công Nghệ")).terms[-1].name == "Tổ Công Nghệ"


def test_a_word_with_a_capital_of_the_offices_own_is_let_be():
    word = reference.load().words("small")[0]
    assert word not in known(OwnWord(word)).words("small")
    assert reference.load().words("small")[1:] == known(OwnWord(word)).words("small")


def test_an_own_abbreviation_need_not_be_spelled_out():
    made = known(OwnWord("PVHCC", "phục vụ hành chính công"), OwnWord("TTHC", "khác"))
    found = {one.short: one for one in made.abbreviations}
    assert found["PVHCC"].common
    assert found["TTHC"].full == "khác"


def test_without_own_tables_nothing_is_made():
    context = Context(Report(), catalogue.load(), today=FRIDAY, profile=OFFICE)
    assert own_tables.applied(context) is context
