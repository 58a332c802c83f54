"""The rules (quy tắc), run over the figures.

Each family's module is imported here by name, so that the packed program has it.
"""

from typing import Final

from core.report import Change
from core.rules import data, formulas, numbers, periods, reading, running, scores, units
from core.rules.registry import Checked, Context, Rule

RULES: Final[tuple[Rule, ...]] = (
    *periods.RULES,
    *numbers.RULES,
    *scores.RULES,
    *formulas.RULES,
    *units.RULES,
    *data.RULES,
    *reading.RULES,
)


def check(context: Context) -> Checked:
    """What all rules say about the report, the gravest first, then in reading order."""
    return running.check(RULES, context)


def recheck(before: Checked, context: Context, change: Change) -> Checked:
    """What `check` would say, run only for what `change` can have touched.

    `before` is what was said before the change; `context` holds the report after it
    and is otherwise as it was.
    """
    return running.recheck(RULES, before, context, change)
