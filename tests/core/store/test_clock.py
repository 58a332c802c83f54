from datetime import datetime, timedelta, timezone

import pytest

from core.store import clock
from core.store.database import Store
from core.store.month import LetterState

TICK = datetime(2024, 10, 9, 8, tzinfo=timezone(timedelta(hours=7)))


@pytest.fixture
def told(monkeypatch):
    """What the system's clock tells from now on: the last of these moments."""
    moments = [TICK]
    monkeypatch.setattr(clock, "local_now", lambda: moments[-1])
    return moments


@pytest.fixture
def store(file):
    with Store.open(file) as opened:
        yield opened


def test_a_clock_that_stands_still_or_is_set_back_runs_on(told):
    watch = clock.Clock()
    assert watch.now() == TICK
    assert TICK < watch.now() < watch.now() < TICK + timedelta(milliseconds=1)
    before = watch.now()
    told.append(TICK - timedelta(hours=1))
    assert before < watch.now() < TICK + timedelta(milliseconds=1)
    told.append(TICK + timedelta(hours=1))
    assert watch.now() == TICK + timedelta(hours=1)


def test_the_order_of_the_months_holds_between_two_ticks(store, report, told):
    older, newer = (store.create(report, "", name) for name in ("cũ", "mới"))
    assert [card.id for card in store.months()] == [newer, older]
    store.set_profile(older, "huyen-go-dau", "UBND huyện Gò Dầu")
    assert [card.id for card in store.months()] == [older, newer]


def test_an_edit_right_after_a_letter_was_saved_makes_it_outdated(
    store: Store, report, tmp_path, told
):
    month = store.create(report, "", "")
    store.letter_saved(month, tmp_path / "CV.docx")
    assert store.months()[0].letter_state is LetterState.SAVED
    store.set_profile(month, "huyen-go-dau", "UBND huyện Gò Dầu")
    assert store.months()[0].letter_state is LetterState.OUTDATED
