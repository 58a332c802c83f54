"""A large month: its table first, what the rules say of it afterwards."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from core.period import Period
from core.report import PERIOD, UNIT_NAME, Cell, Part, Place, Report, Row
from tests.ui.hands import press
from tests.ui.months import CATALOGUE, EA_KTUR, document_of, many_units, sample
from ui import judging
from ui.findings.words import ASKING
from ui.judging import MANY

KEYS = CATALOGUE.annexes["superior"][3:]
UNITS = MANY // len(KEYS) + 1
WRONG = Place("40", "on_time_rate")
"""A ratio of more than 100%, far down the table."""


@pytest.fixture
def large(store):
    """Many units, one of them with a figure that cannot be, opened just now."""
    return document_of(store, table())


@pytest.fixture
def held(large):
    """The same, where the rules are not asked before `found` lets them be."""
    large._judging._soon.stop()
    return large


def found(document, qtbot):
    with qtbot.waitSignal(document.judged):
        document._judging._begin()


def table() -> Report:
    report = many_units(UNITS, {key: Cell(Decimal(50), "50") for key in KEYS})
    wrong = report.rows[WRONG.row]
    cells = {**wrong.cells, WRONG.field: Cell(Decimal(250), "250")}
    rows = {**report.rows, WRONG.row: Row(WRONG.row, cells)}
    return replace(report, rows=rows, facts={PERIOD: Cell(Period.month(2024, 9))})


def texts_of(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_a_large_month_is_open_before_the_rules_are_through(large, qtbot):
    assert large.is_open
    assert not large.is_judged
    assert large.findings == ()
    with qtbot.waitSignal(large.judged):
        pass
    assert large.is_judged
    assert WRONG in {one.place for one in large.findings}
    assert large.checked == judging.check(large._known())


def test_a_small_month_is_judged_as_it_is_opened(store):
    assert sample(store, EA_KTUR).is_judged


def test_who_cannot_wait_has_the_rules_asked_at_once(held):
    assert WRONG in {one.place for one in held.checked.findings}
    assert held.is_judged


def test_findings_of_what_was_edited_meanwhile_are_of_the_edited_figures(held, qtbot):
    held._judging._begin()
    held.type(WRONG, "51")
    assert held.is_judged
    assert WRONG not in {one.place for one in held.findings}
    qtbot.waitUntil(lambda: not held._judging._work.is_busy)
    assert WRONG not in {one.place for one in held.findings}


def test_of_two_months_opened_in_a_row_the_later_is_judged(held, qtbot):
    held._judging._begin()
    later = table()
    right = Row(
        WRONG.row, {**later.rows[WRONG.row].cells, WRONG.field: Cell(Decimal(51))}
    )
    held.open_report(replace(later, rows={**later.rows, WRONG.row: right}), None)
    assert not held.is_judged
    with qtbot.waitSignal(held.judged):
        pass
    assert held.is_judged
    assert WRONG not in {one.place for one in held.findings}


def test_nothing_is_told_of_a_month_that_was_closed(large, qtbot):
    told = []
    large.judged.connect(lambda: told.append(large.month_id))
    large._judging._soon.stop()
    large._judging._begin()
    large.close()
    qtbot.waitUntil(lambda: not large._judging._work.is_busy)
    assert told == []
    assert large.findings == ()


def test_the_month_s_card_has_the_counts_once_they_are_known(large, store, qtbot):
    (month,) = store.months()
    assert month.counts is None
    with qtbot.waitSignal(large.judged):
        pass
    (month,) = store.months()
    assert month.counts.errors == len(
        [one for one in large.findings if one.severity.value == "loi"]
    )
    assert month.counts.errors > 0


def test_the_panel_says_that_the_rules_are_asked_then_shows_what_they_found(
    held, page_of, qtbot
):
    page = page_of(held)
    assert ASKING in texts_of(page.panel)
    page.next_finding()
    assert page.panel.list.figures.cards == ()
    found(held, qtbot)
    shown = [card.finding for card in page.panel.list.figures.cards]
    assert tuple(shown) == held.findings


def test_the_cursor_goes_to_the_first_error_when_the_findings_are_there(
    held, page_of, qtbot
):
    page = page_of(held)
    found(held, qtbot)
    model = page.view.figures()
    assert model.place(model.index(*page.view.cursor_at())) == WRONG


def test_a_cursor_that_was_moved_meanwhile_stays(held, page_of, qtbot):
    page = page_of(held)
    press(Qt.Key.Key_Down)
    stood = page.view.cursor_at()
    found(held, qtbot)
    assert page.view.cursor_at() == stood


def test_a_cell_that_is_being_typed_into_stays_open(held, page_of, qtbot):
    page = page_of(held)
    press(Qt.Key.Key_F2)
    stood = page.view.cursor_at()
    found(held, qtbot)
    assert page.view.cursor_at() == stood
    assert page.view.state() is page.view.State.EditingState


def test_the_rows_to_look_at_are_found_though_they_were_asked_for_too_soon(
    held, page_of, qtbot
):
    page = page_of(held)
    page.only.setChecked(True)
    found(held, qtbot)
    model = page.view.figures()
    names = [model.line(row).name for row in range(model.rowCount())]
    assert held.report.rows[WRONG.row].name in names
    assert held.report.cell(Place("1", UNIT_NAME, Part.VALUE)).value not in names
