"""Single faults planted at places by chance in sound letters are found by the right rule.

CONGVAN766_MUTANTS=50 plants fifty of each kind instead of three.
"""

import os
import random
from collections import Counter
from functools import cache

import pytest

from core import audit as auditing
from core import catalogue as catalogue_module
from tests.core.rules import sound_letters
from tests.core.rules.faults import FAULTS
from tests.core.rules.planting import Manuscript

CATALOGUE = catalogue_module.load()
EACH = int(os.environ.get("CONGVAN766_MUTANTS", "3"))
SEED = os.environ.get("CONGVAN766_SEED", "766")
SHARE = 0.95


@cache
def audited(name, beside, office):
    return looked_at(sound_letters.letters()[name], beside, office)


def looked_at(letter, beside, office):
    return auditing.looked_over(
        auditing.paper_of(letter.data, CATALOGUE),
        CATALOGUE,
        sound_letters.TODAY,
        report=letter.report if beside else None,
        profile=letter.profile if office else None,
    )


def told(checked):
    """What is said: rule, message, how often."""
    return Counter((one.rule.id, one.message) for one in checked.findings)


def planted(fault, number):
    """A letter with the fault and its name, or None where no letter has a place for it."""
    chance = random.Random(f"{SEED} {fault.name} {number}")  # noqa: S311 - no secret
    names = list(sound_letters.letters())
    for name in chance.sample(names, len(names)):
        letter = sound_letters.letters()[name]
        if fault.beside and letter.report is None:
            continue
        sound = audited(name, fault.beside, fault.office)
        script = Manuscript(letter.data, sound.paper, letter.report, CATALOGUE, chance)
        if fault.plant(script):
            return name, script.bytes()
    return None


def found(fault, name, data):
    """The rules that say more of the letter than of the sound one."""
    letter = sound_letters.letters()[name]
    before = audited(name, fault.beside, fault.office)
    changed = sound_letters.Sound(data, letter.report, letter.profile)
    after = looked_at(changed, fault.beside, fault.office)
    more = told(after.checked) - told(before.checked)
    return {rule for rule, _ in more}


@pytest.fixture(scope="module")
def outcome():
    """By kind: how many were planted, and what of those that were missed was said."""
    table = {}
    for fault in FAULTS:
        made = [one for number in range(EACH) if (one := planted(fault, number))]
        said = [(name, found(fault, name, data)) for name, data in made]
        missed = [
            (name, sorted(rules))
            for name, rules in said
            if rules.isdisjoint(fault.rules)
        ]
        table[fault.name] = (len(made), missed)
    return table


def test_faults_are_planted_of_at_least_forty_kinds(outcome):
    assert sum(made > 0 for made, _ in outcome.values()) >= 40
    assert [name for name, (made, _) in outcome.items() if not made] == []


def test_nineteen_of_twenty_planted_faults_are_found_by_their_rule(outcome, capsys):
    made = sum(number for number, _ in outcome.values())
    missed = sum(len(missed) for _, missed in outcome.values())
    with capsys.disabled():
        print(f"\n{'kind':48} found planted")
        for name, (number, those) in outcome.items():
            print(f"{name:48} {number - len(those):5} {number:7}  {those or ''}")
        print(f"{made - missed} of {made} found ({(made - missed) / made:.1%})")
    assert made - missed >= SHARE * made
