"""All rules about figures after one edit, against asking all of them of all rows."""

from core.rules.families import FIGURE_RULES
from tests.benchmarks import rules_rows

TARGET = 10.0
UNIT = "%"


def measure() -> float:
    """Rechecking ÷ checking, in percent: the median of rounds in which both are run."""
    return rules_rows.percent(FIGURE_RULES)


if __name__ == "__main__":
    print(f"rules after an edit: {measure():.2f} % (<= {TARGET} %)")
