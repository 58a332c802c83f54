"""The PySide6 in use can be lived with (docs/decisions/0001-dependencies.md)."""

import subprocess
import sys
from importlib import metadata

EMITS = 10_000
EMIT = f"""
import sys
from PySide6.QtCore import QObject, Signal

class Source(QObject):
    changed = Signal()

source, heard = Source(), []
source.changed.connect(lambda: heard.append(None))
nothing, yes = sys.getrefcount(None), sys.getrefcount(True)
for _ in range({EMITS}):
    source.changed.emit()
    source.setObjectName("a")
heard_of = len(heard)
heard.clear()
lost = max(nothing - sys.getrefcount(None), yes - sys.getrefcount(True))
print(heard_of, lost)
"""


def test_ten_thousand_emits_are_heard_and_lose_no_reference():
    """PySide6 6.12.0 returns None and True without a reference; Python 3.11 dies of it."""
    ran = subprocess.run(
        [sys.executable, "-c", EMIT], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    heard, lost = map(int, ran.stdout.split())
    assert heard == EMITS
    assert lost < 100


def test_pyside_is_below_the_version_that_python_3_11_dies_of():
    version = metadata.version("PySide6-Essentials").split(".")
    assert (6, 8) <= tuple(map(int, version[:2])) < (6, 12)
