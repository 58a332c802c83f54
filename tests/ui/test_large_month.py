"""A large month of the home screen is read aside; a small one stands at once."""

from decimal import Decimal
from threading import Event

import pytest
from PySide6.QtCore import QTimer

from core.errors import StoreError
from core.report import Cell, Part, Place
from tests.ui.months import many_units


@pytest.fixture
def kept(window):
    """Keep a month of so many units, and show the home screen; its id."""

    def made(units):
        report = many_units(units)
        cell = Cell(Decimal("98.5"), "98,5", "A!C3")
        rows = {
            key: type(row)(key, {**row.cells, ("on_time_rate", Part.VALUE): cell})
            for key, row in report.rows.items()
        }
        month = window.store.create(
            type(report)(rows, layout=report.layout), "", "Tỉnh"
        )
        window.show_home()
        return month

    return made


def test_the_window_goes_on_while_a_large_month_is_read(
    qtbot, monkeypatch, window, kept
):
    month, read = kept(3321), window.store.load
    goes_on = Event()

    def slowly(month_id):
        assert goes_on.wait(10), "the window waits for the month"
        return read(month_id)

    monkeypatch.setattr(window.store, "load", slowly)
    QTimer.singleShot(0, goes_on.set)
    window.home.month_asked.emit(month, False)
    assert not window.document.is_open
    with qtbot.waitSignal(window.errands.month_opened, timeout=30_000):
        pass
    assert window.document.month_id == month
    assert window.document.report.number_at(Place("9", "on_time_rate")) is not None
    assert not window.on_home()
    qtbot.waitUntil(lambda: window.document.is_judged, timeout=30_000)


def test_a_small_month_stands_at_once(window, kept):
    month = kept(3)
    window.home.month_asked.emit(month, False)
    assert window.document.month_id == month
    assert not window.on_home()


def test_a_large_month_that_cannot_be_read_is_told(
    qtbot, monkeypatch, window, kept, told
):
    month = kept(3321)

    def broken(_month_id):
        message = "Kho số liệu bị hỏng."
        raise StoreError(message)

    monkeypatch.setattr(window.store, "load", broken)
    window.home.month_asked.emit(month, False)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told[0].title == "Chưa mở được tháng này"
    assert window.on_home()
