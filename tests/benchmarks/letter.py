"""What one letter costs in a warm process, against zipping the same parts.

python -m tests.benchmarks.letter [rows of the annex]
"""

import io
import statistics
import sys
import time
import zipfile
from collections.abc import Callable

from core.letter.docx import write
from tests.core.letter import letters

TARGET = 2.0  # docxtpl 4.5, python-docx from scratch 5.5, a slim template kept 1.8
ROUNDS = 201


def measure(rows: int = 1) -> float:
    """Seconds to write the commune's letter / seconds to zip its parts (zlib 6).

    Median of the ratios of rounds in which both are run in turn.
    """
    letter = letters.commune(rows)
    parts = _parts(write(letter))
    ratios = []
    for _ in range(ROUNDS):
        zipping = _seconds(lambda: _zip(parts))
        writing = _seconds(lambda: write(letter))
        ratios.append(writing / zipping)
    return statistics.median(ratios)


def _parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(parts: dict[str, bytes]) -> None:
    """The least that any writer must do."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)


def _seconds(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    print(f"one letter, warm: {measure(wanted):.2f} x zipping its parts (<= {TARGET})")
