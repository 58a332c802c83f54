"""What stands where no figure does: two kinds of nothing, and text that is none yet."""

from decimal import Decimal
from enum import Enum

from core.frozen import frozen


class Blank(Enum):
    """Two kinds of nothing that are never confused with each other or with zero."""

    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"


@frozen
class Unreadable:
    """Text that is no figure yet: nothing typed is thrown away, nothing is guessed.

    Attributes:
        text: The text as it stood in the file or was typed.
        readings: What it may mean, where that is known ("2.033" → 2033, 2.033).
    """

    text: str
    readings: tuple[Decimal, ...] = ()
