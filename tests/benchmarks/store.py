"""What a durable edit costs, against the least any program can pay.

Least: append the bytes of a change to a file and have them on the disk (fdatasync).
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from statistics import median

from core.report import Cell, Change, Part, Place, Report, Row, rows_of
from core.store.database import Store
from core.store.encoding import encode_edits

TARGET = 2.5
"""Most that `measure` should give for any size of report."""

ROUNDS = 200
WARM_UP = 10
BURST = 10
"""Edits of one run: queued at once, saved by a transaction each.

Nobody waits for a single edit, so waking the writer's thread (some 0.1 ms, more
than half of what this disk takes) is not what is asked for here.
"""


def measure(rows: int = 3321) -> float:
    """A durable edit of a report of `rows` units ÷ an append with fdatasync.

    The median of the ratios of neighbouring runs.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        floor_file = os.open(folder / "floor", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        try:
            with closing(Store.open(folder / "store.db")) as store:
                return _compared(store, floor_file, _report(rows))
        finally:
            os.close(floor_file)


def _compared(store: Store, floor_file: int, report: Report) -> float:
    month = store.create(report, "", "")
    if not store.flush(60):
        message = "the report could not be saved"
        raise OSError(message)
    change = _change(report)
    line = encode_edits(change.edits).encode().ljust(200)

    def edit() -> None:
        for _ in range(BURST):
            store.record(month, change, report)
        store.flush(60)

    def append() -> None:
        for _ in range(BURST):
            os.write(floor_file, line)
            _sync(floor_file)

    ratios = []
    for turn in range(ROUNDS):
        first, second = (edit, append) if turn % 2 else (append, edit)
        took = {first: _seconds(first), second: _seconds(second)}
        ratios.append(took[edit] / took[append])
    return median(ratios[WARM_UP:])


def _report(rows: int) -> Report:
    cells = {
        (f"indicator_{column}", Part.VALUE): Cell(Decimal("91.7"), "91,7", "Sheet1!G5")
        for column in range(12)
    }
    return Report(rows=rows_of(Row(str(row), cells) for row in range(1, rows + 1)))


def _change(report: Report) -> Change:
    place = Place("1", "indicator_5")
    edit = report.edit(place, Cell(Decimal("42.1"), "42,1"))
    return Change("Sửa Tỷ lệ thanh toán", (edit,), datetime(2024, 10, 1))  # noqa: DTZ001


def _sync(file: int) -> None:
    if sys.platform == "win32":
        os.fsync(file)  # Windows has no fdatasync
    else:
        os.fdatasync(file)


def _seconds(run: Callable[[], None]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


if __name__ == "__main__":
    for size in (1, 100, 3321):
        print(f"{size:5} rows: {measure(size):.2f} × append + fdatasync")
