"""How checking grows from 3,321 to 33,210 units: the exponent; 1 is linear."""

import math
from dataclasses import replace
from statistics import median

from core.report import Row
from core.rules import check
from tests.benchmarks import importing, rules

TARGET = 1.15
UNIT = "as exponent"
TIMES = 10
ROUNDS = 5


def measure() -> float:
    """The exponent: the median of rounds in which both sizes are checked."""
    with rules.opened() as (_, small):
        rows = list(small.report.rows.values())
        many = [row for _ in range(TIMES) for row in rows]
        copies = {str(n): Row(str(n), row.cells) for n, row in enumerate(many, start=1)}
        report = replace(small.report, rows=copies)
        large = replace(small, report=report, as_read=report)
        found = []
        for turn in range(ROUNDS + 1):
            times = [
                importing.seconds(lambda: check(small)),
                importing.seconds(lambda: check(large)),
            ]
            if turn:  # the first round warms the caches
                found.append(math.log(times[1] / times[0]) / math.log(TIMES))
    return median(found)


if __name__ == "__main__":
    print(f"rules: exponent {measure():.2f} (<= {TARGET})")
