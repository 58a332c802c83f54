"""The rules about rows, asked again after one edit, against asking all rules of all rows.

Columns that an edit touches are gathered anew by the next rule that asks for them: that
is counted in `rules_edit`.
"""

from collections.abc import Sequence
from statistics import median

from core.rules import running
from core.rules.families import FIGURE_RULES
from core.rules.registry import Rule, Scope
from tests.benchmarks import importing, rules

TARGET = 0.5
UNIT = "%"
EDITS = 20
"""So many, each of another row, are measured at once: one takes a fifth of a ms."""


def measure() -> float:
    """Rechecking ÷ checking, in percent: the median of rounds in which both are run."""
    return percent([rule for rule in FIGURE_RULES if rule.scope is Scope.ROW])


def percent(again: Sequence[Rule]) -> float:
    """What asking the rules `again` after an edit takes of checking everything."""
    with rules.opened() as (_, context):
        before = running.check(again, context)
        edits = [rules.edited(context, turn) for turn in range(EDITS)]

        def after_each() -> None:
            for change, after in edits:
                running.recheck(again, before, after, change)

        ratios = []
        for turn in range(rules.ROUNDS + 1):
            whole = importing.seconds(lambda: running.check(FIGURE_RULES, context))
            part = importing.seconds(after_each) / EDITS
            if turn:  # the first round warms the caches
                ratios.append(100 * part / whole)
    return median(ratios)


if __name__ == "__main__":
    print(f"rules about rows after an edit: {measure():.2f} % (<= {TARGET} %)")
