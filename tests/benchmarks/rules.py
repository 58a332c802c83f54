"""All rules about figures on 3,321 units, against python-calamine's bare read of the file.

python -m tests.benchmarks.rules
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from statistics import median

from core import catalogue as catalogues
from core.importing import open_file
from core.report import Cell, Change, Place, Report
from core.rules import check
from core.rules.registry import Context
from tests.benchmarks import importing, workbook

TARGET = 2.0  # ten plain rules cost 0.16; pandera 1.7, frictionless 22
ROUNDS = 15
NOW = datetime(2026, 11, 21, 9, 30)  # noqa: DTZ001 - local time, as a Change has it


def measure() -> float:
    """Checking ÷ calamine's read: the median of rounds in which both are run."""
    with opened() as (path, context):
        ratios = []
        for turn in range(ROUNDS + 1):
            bare = importing.seconds(lambda: importing.values(path))
            ours = importing.seconds(lambda: check(context))
            if turn:  # the first round warms the caches
                ratios.append(ours / bare)
    return median(ratios)


@contextmanager
def opened() -> Iterator[tuple[Path, Context]]:
    """The workbook of every commune, and what rules may know of it."""
    catalogue = catalogues.load()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bảng.xlsx"
        path.write_bytes(workbook.of_units(importing.UNITS, catalogue))
        report = open_file(path, catalogue)
        day = date(2026, 11, 21)
        yield path, Context(report, catalogue, day, day, as_read=report)


def edited(context: Context, turn: int) -> tuple[Change, Context]:
    """One figure typed anew, in another row at each turn, and what is known after it."""
    report: Report = context.report
    rows = list(report.rows)
    place = Place(rows[turn * 97 % len(rows)], "reuse_rate")
    change = Change("Sửa", (report.edit(place, Cell(Decimal(70 + turn), "7")),), NOW)
    return change, replace(context, report=report.apply(change))


if __name__ == "__main__":
    print(f"rules: {measure():.2f} × calamine's read (<= {TARGET})")
