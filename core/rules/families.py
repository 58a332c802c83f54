"""All rules (quy tắc), and how they are run.

Each family's module is imported here by name, so that the packed program has it.
"""

from typing import Final

from core.report import Change
from core.rules import (
    balances,
    data,
    decimals,
    dossiers,
    edited,
    formulas,
    grounds,
    numbers,
    on_letter,
    outliers,
    own_tables,
    periods,
    reading,
    running,
    scores,
    slips,
    units,
)
from core.rules.registry import Checked, Context, Rule

FIGURE_RULES: Final[tuple[Rule, ...]] = (
    *periods.RULES,
    *numbers.RULES,
    *scores.RULES,
    *formulas.RULES,
    *outliers.RULES,
    *balances.RULES,
    *grounds.RULES,
    *decimals.RULES,
    *edited.RULES,
    *units.RULES,
    *dossiers.RULES,
    *slips.RULES,
    *data.RULES,
    *reading.RULES,
)
"""Those that look at a report, at each edit."""

LETTER_RULES: Final[tuple[Rule, ...]] = on_letter.RULES
"""Those that look at a letter on paper, where there is one."""

RULES: Final = (*FIGURE_RULES, *LETTER_RULES)
"""All of them."""


def check(context: Context) -> Checked:
    """What all rules say about the report, the gravest first, then in reading order."""
    return running.check(_asked(context), own_tables.applied(context))


def recheck(before: Checked, context: Context, change: Change) -> Checked:
    """What `check` would say, run only for what `change` can have touched.

    `before` is what was said before the change; `context` holds the report after it
    and is otherwise as it was.
    """
    return running.recheck(_asked(context), before, own_tables.applied(context), change)


def _asked(context: Context) -> tuple[Rule, ...]:
    return FIGURE_RULES if context.paper is None else RULES
