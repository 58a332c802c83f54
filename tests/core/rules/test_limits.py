"""Limits are data: each of them, once changed, changes what its rule says."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core import catalogue as catalogue_module
from core import reference
from core.errors import UsageError
from core.rules import letter_examples, running
from core.rules.examples import context_of
from core.rules.families import RULES

CATALOGUE = catalogue_module.load()
BY_ID = {rule.id: rule for rule in RULES}
LAX = [
    ("unit_distance", 100, "N12", 0),
    ("fewest_units", 99, "N12", 0),
    ("period_distance", 100, "N12", 2),
    ("period_change", 500, "N12", 3),
    ("small_count", 100, "N12", 3),
    ("group_slack", 100, "N05", 0),
    ("ratio_sum_slack", 100, "N19", 0),
    ("fewest_alike", 99, "N21", 0),
    ("old_days", 99, "D12", 0),
    ("late_days", 99, "P07", 0),
    ("sentence_words", 999, "W06", 0),
    ("apology_days", 0, "O09", 0),
    ("postponed_times", 9, "O08", 0),
]


def told(rule_id, example, **limits):
    known = context_of(example, CATALOGUE)
    changed = {name: Decimal(limit) for name, limit in limits.items()}
    own = reference.bundled()
    asked = replace(own, limits={**own.limits, **changed})
    return running.check((BY_ID[rule_id],), replace(known, reference=asked)).findings


@pytest.mark.parametrize(("name", "limit", "rule_id", "number"), LAX)
def test_a_laxer_limit_silences_its_rule(name, limit, rule_id, number):
    example = BY_ID[rule_id].broken[number]
    assert told(rule_id, example)
    assert not told(rule_id, example, **{name: limit})


def test_what_is_usual_is_a_limit_too():
    spread = BY_ID["N12"].sound[2]
    assert not told("N12", spread)
    assert len(told("N12", spread, usual_one_in=1)) == 4
    halves = BY_ID["N21"].sound[2]
    assert not told("N21", halves)
    assert len(told("N21", halves, usual_one_in=2)) == 2


def test_every_limit_of_the_program_is_tried_here():
    tried = {name for name, *_ in LAX} | {"usual_one_in"}
    assert reference.own_limits().keys() == tried


def test_limits_that_a_pack_leaves_out_are_the_programs_own(tmp_path):
    (tmp_path / "quy-tac.toml").write_text("[limits]\nold_days = 60\n", "utf-8")
    loaded = reference.load(tmp_path)
    assert loaded.limit("old_days") == Decimal(60)
    assert loaded.limit("unit_distance") == reference.bundled().limit("unit_distance")
    assert reference.Reference().limits == reference.own_limits()


@pytest.mark.parametrize(
    ("name", "limit"),
    [("old_days", "-1"), ("old_days", '"nhiều"'), ("usual_one_in", "0")],
)
def test_a_limit_that_is_none_is_refused(tmp_path, name, limit):
    (tmp_path / "quy-tac.toml").write_text(f"[limits]\n{name} = {limit}\n", "utf-8")
    with pytest.raises(UsageError, match=rf"limits\.{name}"):
        reference.load(tmp_path)


def test_an_example_that_names_no_part_of_a_letter_fails_loudly():
    with pytest.raises(ValueError, match="bodi"):
        letter_examples.lines_of({"bodi": "x"})
