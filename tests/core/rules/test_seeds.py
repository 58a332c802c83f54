"""How many of the faults listed for the two typed letters the audit finds, and where."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from core import audit as auditing
from core import catalogue as catalogue_module
from core import resources
from tests.core.rules import seeds

CATALOGUE = catalogue_module.load()
README = Path(__file__).parents[3] / "README.md"
MISSED = {
    # Offices print both 91,7 and 2.033 in one row; with a decimal comma it is clear.
    (seeds.COMMUNE, 24),
    # Whether 100% is too much is for the office's targets to say: none were set.
    (seeds.COMMUNE, 16),
}
LISTED = [
    pytest.param(letter, row, id=f"{letter.file[9:15].strip()} row {row}")
    for letter, faults in seeds.FAULTS.items()
    for row in faults
]


@cache
def spoken(letter):
    """What the audit says of a typed letter that nobody explained: rule, its line."""
    data = (resources.folder() / "samples" / letter.file).read_bytes()
    audited = auditing.looked_over(
        auditing.paper_of(data, CATALOGUE), CATALOGUE, date(2026, 11, 21)
    )
    lines = audited.paper.lines
    return [
        (one.rule.id, lines[one.line].text)
        for one in audited.checked.findings
        if one.line is not None
    ]


def is_found(letter, row):
    return all(
        any(rule == at.rule and at.words in text for rule, text in spoken(letter))
        for at in seeds.FAULTS[letter][row]
    )


def count(letter):
    return sum(is_found(letter, row) for row in seeds.FAULTS[letter])


def test_the_lists_are_of_38_and_22_faults():
    assert len(seeds.OF_COMMUNE) == 38
    assert len(seeds.OF_DISTRICT) == 22


@pytest.mark.parametrize(("letter", "row"), LISTED)
def test_a_listed_fault_is_found_at_its_paragraph_by_its_rule(letter, row):
    expected = (letter, row) not in MISSED
    assert is_found(letter, row) is expected, spoken(letter)


@pytest.mark.parametrize("letter", seeds.FAULTS, ids=lambda one: one.file[9:15])
def test_enough_of_the_listed_faults_are_found(letter, capsys):
    found, listed = count(letter), len(seeds.FAULTS[letter])
    with capsys.disabled():
        print(f"\n{letter.file}: {found} of {listed} listed faults found")
    assert found >= letter.least


def test_the_readme_says_how_many_are_found():
    told = re.findall(r"(\d+)/(\d+) chỗ", README.read_text("utf-8"))
    expected = [
        (str(count(letter)), str(len(faults)))
        for letter, faults in seeds.FAULTS.items()
    ]
    assert told == expected
