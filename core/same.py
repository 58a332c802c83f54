"""Values told apart by identity, so that what is kept of large ones is found at once."""

from typing import Generic, TypeVar

_T = TypeVar("_T")


class Same(Generic[_T]):
    """A value that equals only itself; it lives as long as what is kept of it.

    The lines of a letter are compared and hashed sign by sign otherwise, which takes
    longer than what is asked of them.
    """

    __slots__ = ("value",)

    def __init__(self, value: _T) -> None:
        """Of that very value."""
        self.value = value

    def __eq__(self, other: object) -> bool:
        """Whether the other is of the very same value."""
        return isinstance(other, Same) and self.value is other.value

    def __hash__(self) -> int:
        """By identity."""
        return id(self.value)
