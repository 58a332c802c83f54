"""The rules (quy tắc), run over the figures and over a letter on paper.

`check`, `recheck` and the tuples of rules are those of `core.rules.families`, which is
loaded when one of them is asked for: a large table is shown before any rule is needed.
`__init__.pyi` tells their types.
"""

from typing import Any

__all__ = ["FIGURE_RULES", "LETTER_RULES", "RULES", "check", "recheck"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - of `families`
    """What `families` has, by its name."""
    if name in __all__:
        from core.rules import families

        return getattr(families, name)
    raise AttributeError(name)
