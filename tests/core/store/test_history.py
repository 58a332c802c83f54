import shutil
import tempfile
from functools import reduce
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from core.report import Report
from core.store.database import Store
from core.store.history import History
from tests.core.store.strategies import change_of, few_reports, steps


def walked(base, taken):
    """The reports after each of the steps, and the history of all of them."""
    reports, history = [base], History()
    for step in taken:
        change = change_of(reports[-1], step)
        reports.append(reports[-1].apply(change))
        history, _ = history.push(change)
    return reports, history


@given(few_reports, st.lists(steps, max_size=8))
def test_undoing_everything_is_the_base_and_redoing_everything_the_end(base, taken):
    reports, history = walked(base, taken)
    report = reports[-1]
    while history.last:
        history, inverse = history.step_back()
        report = report.apply(inverse)
        assert report == reports[history.position]
    assert report == base
    while history.next:
        history, change = history.step_forward()
        report = report.apply(change)
        assert report == reports[history.position]
    assert report == reports[-1]


@given(few_reports, st.lists(steps, max_size=8))
def test_the_present_is_what_one_step_after_the_other_makes(base, taken):
    _, history = walked(base, taken)
    one_by_one = reduce(Report.apply, history.done, base)
    assert history.present(base) == one_by_one


def test_a_step_after_undo_drops_what_could_be_redone_and_says_how_many():
    base = Report()
    change = change_of(base, {})
    history, dropped = History((change, change, change), 1).push(change)
    assert dropped == 2
    assert (len(history.changes), history.position, history.next) == (2, 2, None)
    assert history.push(change)[1] == 0


def test_there_is_nothing_to_take_back_at_the_beginning_or_to_bring_back_at_the_end():
    with pytest.raises(IndexError):
        History().step_back()
    with pytest.raises(IndexError):
        History().step_forward()


@pytest.mark.parametrize("position", [-1, 1])
def test_a_position_outside_the_steps_is_refused(position):
    with pytest.raises(ValueError, match="position"):
        History((), position)


class KeptMonth(RuleBasedStateMachine):
    """A month in the store beside a plain list of reports."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store.open(self.folder / "store.db")
        self.history = History()

    @initialize(base=few_reports)
    def begin(self, base):
        self.reports = [base]
        self.at = 0
        self.month = self.store.create(base, "xa-truong-tay", "UBND xã Trường Tây")

    @property
    def report(self):
        return self.reports[self.at]

    @rule(step=steps)
    def edit(self, step):
        change = change_of(self.report, step)
        self.history, dropped = self.history.push(change)
        assert dropped == len(self.reports) - 1 - self.at
        self.reports[self.at + 1 :] = [self.report.apply(change)]
        self.at += 1
        self.store.record(self.month, change, self.report)

    @precondition(lambda self: self.history.last)
    @rule()
    def undo(self):
        before = self.report
        self.history, inverse = self.history.step_back()
        self.at -= 1
        assert before.apply(inverse) == self.report
        self.store.move(self.month, self.history.position, self.report)

    @precondition(lambda self: self.history.next)
    @rule()
    def redo(self):
        before = self.report
        self.history, change = self.history.step_forward()
        self.at += 1
        assert before.apply(change) == self.report
        self.store.move(self.month, self.history.position, self.report)

    @rule()
    def reopen(self):
        assert self.store.close()
        self.store = Store.open(self.folder / "store.db")

    @invariant()
    def the_file_holds_what_the_list_holds(self):
        if not hasattr(self, "month"):
            return
        assert self.store.flush(60)
        with Store.open(self.folder / "store.db") as other:
            kept = other.load(self.month)
        assert kept.base == self.reports[0]
        assert kept.history == self.history
        assert kept.report == self.report

    def teardown(self):
        assert self.store.close()
        shutil.rmtree(self.folder)


TestKeptMonth = KeptMonth.TestCase
TestKeptMonth.settings = settings(max_examples=25, stateful_step_count=15)
