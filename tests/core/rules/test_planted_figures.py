"""A digit changed anywhere in a letter of ours is found where it stands."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from core.paper import claims
from core.paper.model import Claim, Paper
from core.paper.of_letter import of_letter
from core.report import REPORT, Report
from core.rules import running
from core.rules.on_letter import stated
from core.rules.registry import Context
from tests.core.letter import samples

RULES = stated.RULES


@cache
def ours(office: str) -> Paper:
    """The letter of a sample as read back from its lines alone."""
    exact = of_letter(samples.letter(office), samples.report(office))
    return claims.told(replace(exact, claims=(), stated=Report()), samples.CATALOGUE)


@cache
def claimed(office: str) -> tuple[Claim, ...]:
    return tuple(one for one in ours(office).claims if one.place.row != REPORT)


def found(paper: Paper, report: Report) -> list[tuple[str, int | None]]:
    """The rules that speak of the paper beside that report, and at which line."""
    day = date(2026, 11, 21)
    context = Context(report, samples.CATALOGUE, day, paper.day, paper=paper)
    return [(one.rule.id, one.line) for one in running.check(RULES, context).findings]


@pytest.mark.parametrize("office", samples.FILES)
def test_our_letters_agree_with_their_figures_and_with_themselves(office):
    assert found(ours(office), samples.report(office)) == []
    assert found(ours(office), ours(office).stated) == []


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(samples.FILES)), st.data())
def test_a_digit_changed_is_found_at_its_line(office, data):
    paper = ours(office)
    claim = data.draw(st.sampled_from(claimed(office)))
    digits = [at for at, sign in enumerate(claim.text) if sign.isdecimal()]
    at = claim.start + data.draw(st.sampled_from(digits))
    line = paper.lines[claim.line]
    digit = data.draw(st.sampled_from("0123456789"))
    assume(digit != line.text[at])
    text = line.text[:at] + digit + line.text[at + 1 :]
    lines = (
        *paper.lines[: claim.line],
        replace(line, text=text),
        *paper.lines[claim.line + 1 :],
    )
    changed = claims.told(replace(paper, lines=lines), samples.CATALOGUE)
    assert ("A12", claim.line) in found(changed, samples.report(office)) or (
        "N24",
        claim.line,
    ) in found(changed, samples.report(office))
