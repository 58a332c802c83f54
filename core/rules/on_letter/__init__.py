"""Rules about a letter: its form, wording, law, annexes, instructions, figures.

Each module has a tuple RULES of one subject; they are joined here by name, so that the
packed program has them (docs/decisions/0009-audit.md).
"""

from typing import Final

from core.rules.on_letter import (
    annexes,
    annexes_marks,
    annexes_tables,
    decimal_points,
    form_characters,
    form_closing,
    form_heads,
    form_lists,
    form_terms,
    instructions,
    instructions_given,
    law,
    layout,
    periods,
    reviewing,
    stated,
    stated_trends,
    units,
    wording,
)
from core.rules.registry import Rule

RULES: Final[tuple[Rule, ...]] = (
    *periods.RULES,
    *annexes.RULES,
    *annexes_marks.RULES,
    *annexes_tables.RULES,
    *stated.RULES,
    *stated_trends.RULES,
    *decimal_points.RULES,
    *instructions.RULES,
    *instructions_given.RULES,
    *law.RULES,
    *units.RULES,
    *form_heads.RULES,
    *form_closing.RULES,
    *form_lists.RULES,
    *form_terms.RULES,
    *form_characters.RULES,
    *layout.RULES,
    *wording.RULES,
    *reviewing.RULES,
)
