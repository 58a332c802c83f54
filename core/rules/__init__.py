"""The rules (quy tắc), run over the figures and over a letter on paper.

All of them stand in `core.rules.families`, which is loaded when they are first asked: a
large table is shown before any rule is needed.
"""

from core.report import Change
from core.rules.registry import Checked, Context


def check(context: Context) -> Checked:
    """What all rules say about the report, the gravest first, then in reading order."""
    from core.rules import families

    return families.check(context)


def recheck(before: Checked, context: Context, change: Change) -> Checked:
    """What `check` would say, run only for what `change` can have touched.

    `before` is what was said before the change; `context` holds the report after it
    and is otherwise as it was.
    """
    from core.rules import families

    return families.recheck(before, context, change)
