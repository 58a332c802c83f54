import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.report import Cell, Report
from core.store.database import Store

ROOT = Path(__file__).parents[3]

CHILD = """
import os, sys
from datetime import datetime
from pathlib import Path
from core.report import Cell, Change, Edit, Place, Report
from core.store.database import Store

store = Store.open(Path(sys.argv[1]))
month = store.create(Report(), "xa-truong-tay", "UBND xã Trường Tây")
report = Report()
for number in range(int(sys.argv[2])):
    edit = report.edit(Place("report", "as_of"), Cell(str(number)))
    change = Change(f"Sửa {number}", (edit,), datetime(2024, 10, 1))
    report = report.apply(change)
    store.record(month, change, report)
    if number % 10 == 0:
        assert store.flush(60)
        print(month, number, flush=True)
assert store.flush(60)
print(month, number, flush=True)
if sys.argv[3] == "leave":
    os._exit(9)
sys.stdin.read()
"""


def child(file, count, ending):
    return subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", CHILD, str(file), str(count), ending],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def read_back(file, month, least):
    """How many steps were kept: in order, none missing, at least `least`."""
    with Store.open(file) as store:
        kept = store.load(month)
    labels = [change.label for change in kept.history.done]
    assert labels == [f"Sửa {number}" for number in range(len(labels))]
    assert len(labels) >= least
    last = Cell(str(len(labels) - 1))
    assert kept.report == Report(facts={"as_of": last})
    return len(labels)


def test_what_was_said_to_be_saved_is_there_after_the_process_has_died(file):
    process = child(file, 25, "leave")
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 9
    month, last = said.splitlines()[-1].split()
    assert read_back(file, month, int(last) + 1) == 25


@pytest.mark.parametrize("lines", [1, 7, 30])
def test_killed_in_the_middle_of_writing_it_loses_nothing_that_was_said(file, lines):
    process = child(file, 100_000, "stay")
    with process:
        for _ in range(lines):
            said = process.stdout.readline()
        process.kill()
    month, last = said.split()
    read_back(file, month, int(last) + 1)
