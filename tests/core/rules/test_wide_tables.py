"""A table of an annex that is drawn wider than the text of an upright page (A09)."""

from dataclasses import replace
from datetime import date

import pytest

from core import audit as auditing
from core.paper.model import Setup
from tests.core.rules.sound_letters import letters
from tests.core.rules.test_seeds import CATALOGUE

NAME = "Xã Bình Minh - số tự động"
WIDTH = 240.0


def told(paper):
    checked = auditing.looked_over(paper, CATALOGUE, date(2026, 11, 21)).checked
    return [one.message for one in checked.findings if one.rule.id == "A09"]


@pytest.fixture(scope="module")
def paper():
    return auditing.paper_of(letters()[NAME].data, CATALOGUE)


def test_the_widths_of_tables_are_read_by_their_number(paper):
    first = next(one for one in paper.lines if one.annex == 1 and one.cell)
    assert paper.widths[first.cell.table] == pytest.approx(WIDTH, abs=0.5)


@pytest.mark.parametrize(
    ("landscape", "more", "count"),
    [(False, 0.0, 1), (True, 0.0, 0), (False, 66.0, 1), (False, 68.0, 0)],
)
def test_a_table_must_fit_the_page_it_stands_on(paper, landscape, more, count):
    upright = Setup(left=30.0, right=15.0)
    page = replace(upright, width=297.0, height=210.0) if landscape else upright
    widths = tuple(one - more if one > WIDTH - 1 else one for one in paper.widths)
    told_so = replace(paper, setups=(page,) * len(paper.setups), widths=widths)
    assert len(told(told_so)) == count
    assert told(replace(told_so, widths=())) == []
