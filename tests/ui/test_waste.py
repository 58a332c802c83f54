"""When Python looks for waste after a start."""

import gc
from collections.abc import Iterator

import pytest

from ui import program


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.disable()
    yield
    gc.unfreeze()
    (gc.enable if was_on else gc.disable)()


def test_python_looks_for_waste_at_once_where_no_file_is_read():
    program._look_for_waste(after=0)
    assert gc.isenabled()


def test_python_looks_for_waste_once_a_file_is_read_and_shown(qtbot):
    program._look_for_waste(after=20)
    assert not gc.isenabled()
    qtbot.waitUntil(gc.isenabled, timeout=5000)
    assert gc.get_freeze_count() > 0
