"""How reading an .xlsx grows from 3,321 to 100,000 units, in time and in memory.

Each size is read in a process of its own, which tells the seconds and the most memory it
took; what the program takes before it reads is left out of both. 1 is linear. Needs
Linux, which tells the most memory.
"""

import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from core import catalogue as catalogues
from tests.benchmarks import workbook

TARGET = 1.15
UNIT = "as exponent"
SIZES = 3321, 100_000
ROUNDS = 3
ROOT = Path(__file__).resolve().parents[2]
READING = """
import json, re, sys, time
from pathlib import Path
from core import catalogue
from core.importing import open_file
status = Path("/proc/self/status")  # getrusage tells the most of the parent, too
most = lambda: int(re.search(r"VmHWM:\\s*(\\d+)", status.read_text())[1])
known = catalogue.load()
open_file(Path(sys.argv[1]), known)
before, begun = most(), time.process_time()
report = open_file(Path(sys.argv[2]), known)
print(json.dumps([time.process_time() - begun, most() - before, len(report.rows)]))
"""


def measure() -> float:
    """The greater of the exponents of time and of memory."""
    catalogue = catalogues.load()
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{size}.xlsx" for size in (1, *SIZES)]
        for path, size in zip(paths, (1, *SIZES), strict=True):
            path.write_bytes(workbook.of_units(size, catalogue))
        small, large = (_taken(paths[0], path) for path in paths[1:])
    growth = math.log(SIZES[1] / SIZES[0])
    time, memory = (
        math.log(after / before) / growth
        for before, after in zip(small, large, strict=True)
    )
    print(
        f"           {SIZES[1]} units: {large[0]:.1f} s (exponent {time:.2f}),"
        f" {large[1] / 1024:.0f} MB at most (exponent {memory:.2f})"
    )
    return max(time, memory)


def _taken(first: Path, path: Path) -> tuple[float, float]:
    """Seconds and kB to read the file at `path`, once another was read."""
    runs = []
    for _ in range(ROUNDS):
        command = [sys.executable, "-c", READING, str(first), str(path)]
        told = subprocess.run(
            command, cwd=ROOT, check=True, capture_output=True, text=True
        )
        runs.append(json.loads(told.stdout))
    seconds, most, _ = zip(*runs, strict=True)
    return median(seconds), median(most)


if __name__ == "__main__":
    print(f"growth: exponent {measure():.2f} (<= {TARGET})")
