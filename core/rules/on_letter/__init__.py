"""Rules about a letter: its form, wording, law, annexes, instructions, figures.

Each module has a tuple RULES of one subject; they are joined here by name, so that the
packed program has them (docs/decisions/0009-audit.md).
"""

from typing import Final

from core.rules.on_letter import law, wording
from core.rules.registry import Rule

RULES: Final[tuple[Rule, ...]] = (*law.RULES, *wording.RULES)
