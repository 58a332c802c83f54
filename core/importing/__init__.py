"""From a file of an office to a report.

`open_file`, `inspect` and `again` are those of `core.importing.opening`, which is loaded
when one of them is asked for: who leaves reading to a child (`reader`) needs none of it.
`__init__.pyi` tells their types.
"""

from typing import Any

__all__ = ["again", "inspect", "open_file"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a function of `opening`
    """A function of `opening`, by its name."""
    if name in __all__:
        from core.importing import opening

        return getattr(opening, name)
    raise AttributeError(name)
