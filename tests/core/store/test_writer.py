import sqlite3
import threading
from contextlib import closing, contextmanager
from decimal import Decimal

import pytest

from core.errors import StoreError
from core.report import Cell, Place
from core.store.database import Store
from core.store.history import History
from core.store.writer import Failed, Saved, Saving
from tests.core.store.strategies import change_of

LONG = 60  # seconds; what is waited for comes at once or the test has failed


@pytest.fixture
def states():
    return []


@pytest.fixture
def store(file, states):
    with Store.open(file, states.append, patience=0.05) as opened:
        yield opened


@contextmanager
def held(file):
    """The file as another program's: nothing can be written until it lets go."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def kinds(states):
    return [type(state) for state in states]


def edits(report, count):
    """`count` changes one after the other, each with the report it makes."""
    made = []
    for points in range(count):
        step = {Place("1", "score_total"): Cell(Decimal(points))}
        change = change_of(report, step)
        report = report.apply(change)
        made.append((change, report))
    return made


def test_a_write_is_told_from_the_writer_s_thread_as_saving_then_saved(file, report):
    told = []

    def tell(state):
        told.append((type(state), threading.current_thread() is here))

    here = threading.current_thread()
    with Store.open(file, tell) as store:
        store.create(report, "", "")
        assert store.flush(LONG)
        assert isinstance(store.state, Saved)
    assert told == [(Saving, False), (Saved, False)]


def test_saved_is_told_only_when_all_is_on_the_disk(file, report, states):
    with Store.open(file, states.append, patience=LONG) as store:
        with held(file):
            month = store.create(report, "", "")
            for change, after in edits(report, 20):
                store.record(month, change, after)
            assert kinds(states) in ([], [Saving])
        assert store.flush(LONG)
    assert kinds(states)[-1] is Saved
    assert kinds(states).count(Saved) == 1


def test_nothing_that_writes_waits_for_the_disk(store, file, report):
    with held(file):
        month = store.create(report, "", "")
        with closing(sqlite3.connect(file)) as other:
            assert other.execute("SELECT * FROM months").fetchall() == []
    assert store.flush(LONG)
    assert store.load(month).report == report


def test_work_that_could_not_be_saved_waits_and_is_saved_in_order_later(
    store, file, report, states
):
    month = store.create(report, "", "")
    assert store.flush(LONG)
    states.clear()
    made = edits(report, 5)
    with held(file):
        for change, after in made:
            store.record(month, change, after)
        assert not store.flush(LONG)
        assert isinstance(store.state, Failed)
        assert "một chương trình khác đang giữ tệp" in str(store.state.error)
        assert str(store.state.error).startswith("Chưa lưu được thay đổi")
    store.retry()
    assert store.flush(LONG)
    assert store.load(month).history == History(tuple(change for change, _ in made), 5)
    assert kinds(states)[0] is Saving
    assert kinds(states)[-1] is Saved
    assert set(kinds(states)[1:-1]) == {Failed}


def test_the_next_write_takes_along_what_waited(store, file, report):
    (first, after_first), (second, after_second) = edits(report, 2)
    month = store.create(report, "", "")
    with held(file):
        store.record(month, first, after_first)
        assert not store.flush(LONG)
    store.record(month, second, after_second)
    assert store.flush(LONG)
    assert store.load(month).history.changes == (first, second)


def test_a_month_whose_changes_wait_is_not_shown_as_it_was_before(store, file, report):
    month, other = store.create(report, "", ""), store.create(report, "", "")
    ((change, after),) = edits(report, 1)
    assert store.flush(LONG)
    with held(file):
        store.record(month, change, after)
        with pytest.raises(StoreError, match="có thay đổi của nó chưa lưu được"):
            store.load(month)
        assert store.load(other).report == report
    assert store.load(month).report == after


def test_a_full_disk_is_said_and_harms_nothing(store, report):
    month = store.create(report, "", "")
    ((change, after),) = edits(report, 1)
    store.record(month, change, after)
    assert store.flush(LONG)
    limit = store._writer._connection.execute
    limit("PRAGMA max_page_count = 1")  # as many as there are: a disk without room
    many = change_of(
        after, {Place(str(row), "rank"): Cell("x" * 99) for row in range(999)}
    )
    store.record(month, many, after.apply(many))
    assert not store.flush(LONG)
    assert "đã đầy" in str(store.state.error)
    assert store.state.error.steps
    limit("PRAGMA max_page_count = 1000000")
    assert store.flush(LONG)
    assert store.load(month).report == after.apply(many)


def test_closing_says_when_work_could_not_be_saved(file, report):
    store = Store.open(file, patience=0.05)
    with held(file):
        store.create(report, "", "")
        assert not store.close()
    with Store.open(file) as opened:
        assert opened.months() == ()


def test_a_window_that_is_gone_does_not_stop_the_saving(file, report, monkeypatch):
    reported: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", reported.append)

    def gone(_state):
        raise RuntimeError("the window is gone")

    with Store.open(file, gone) as store:
        month = store.create(report, "", "")
        assert store.flush(LONG)
        assert store.load(month).report == report
    assert {str(each.exc_value) for each in reported} == {"the window is gone"}


def test_a_programmer_s_mistake_is_told_and_kept_out_of_the_file(store, report):
    month = store.create(report, "", "")
    store.move(month, 3, report)
    assert not store.flush(LONG)
    assert "position 3 of 0" in store.state.error.detail


def test_a_change_of_a_month_that_is_not_there_is_told(store, report):
    ((change, after),) = edits(report, 1)
    store.record("no-such-id", change, after)
    assert not store.flush(LONG)
    assert "no month no-such-id" in store.state.error.detail
