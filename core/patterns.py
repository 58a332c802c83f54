"""Patterns compiled when they are first used: most starts of the program use few of them."""

import re
from typing import Any, cast


class _Later:
    """Stands for a pattern; what is asked of it is asked of the compiled one."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - of `re.Pattern`
        """An attribute of the pattern, which is found at once from now on."""
        found = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found


def later(text: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled when it is first used."""
    return cast("re.Pattern[str]", _Later(text, flags))
