"""Every figure of the letters that we compose is found again where it was put."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import figures
from core.paper import claims
from core.paper.model import Paper
from core.paper.of_letter import of_letter
from core.report import REPORT, UNIT_CODE, UNIT_NAME, Part, Report
from tests.core.letter import samples

POINTS = st.decimals("0", "10", places=2)


def read_back(exact: Paper) -> Paper:
    """The letter's lines alone, and what they were read to state."""
    bare = replace(exact, claims=(), stated=Report())
    return claims.told(bare, samples.CATALOGUE)


def figures_of(paper: Paper, report: Report):
    """The figures by their place in the lines: whose they are, and how much."""
    found = {}
    for claim in paper.claims:
        key = claim.place.indicator
        cell = report.cell(claim.place)
        if (
            claim.place.row != REPORT
            and key not in (UNIT_NAME, UNIT_CODE)
            and cell.number is not None
        ):
            row = report.row(claim.place.row)
            name = row.name if row is not None and row is not report.head else ""
            found[claim.line, claim.start, key, claim.place.part] = name, cell.number
    return found


@pytest.mark.parametrize("office", samples.FILES)
def test_every_figure_of_a_sample_s_letter_is_read_back(office):
    report = samples.report(office)
    exact = of_letter(samples.letter(office), report)
    back = read_back(exact)
    put, read = figures_of(exact, report), figures_of(back, back.stated)
    assert len(put) > 10
    assert {key: read.get(key) for key in put} == put
    others = {part for _, _, _, part in read.keys() - put.keys()}
    assert others <= {Part.MAXIMUM, Part.OF}, "only what is printed behind “/”"


@pytest.mark.parametrize("office", samples.FILES)
def test_period_and_time_are_read_back(office):
    found = samples.report(office)
    back = read_back(of_letter(samples.letter(office), found)).stated
    assert back.period == found.period
    assert back.as_of == found.as_of


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.tuples(POINTS, POINTS, POINTS), st.integers(1, 8), st.integers(0, 3000))
def test_whatever_the_figures_are_they_are_read_back(points, rank, overdue):
    keys = ("score_tttt", "score_mdsh", "score_ckmb")
    texts = {
        ("1", key): figures.show(one) for key, one in zip(keys, points, strict=True)
    }
    texts |= {("1", "rank"): f"{rank}/8", ("1", "overdue_total"): f"{overdue}"}
    found = samples.typed(samples.report("xa-truong-tay"), texts)
    exact = of_letter(samples.letter("xa-truong-tay", found), found)
    back = read_back(exact)
    put, read = figures_of(exact, found), figures_of(back, back.stated)
    assert {key: read.get(key) for key in put} == put
