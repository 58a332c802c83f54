"""What rows of a report tell together: names, codes, and what they have figures of.

Those of thousands of units tell it without a cell of them being made.
"""

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from core.report import EMPTY, Field, Part, Row


@runtime_checkable
class Called(Protocol):
    """Rows that tell what they are called without a look at the cells of each."""

    def words(self, field: Field) -> list[str]:
        """The word of each in `field`, in their order; empty where there is none."""

    def fields(self) -> set[Field]:
        """What they have cells of."""


def words_of(rows: Mapping[str, Row], indicator: str) -> list[str]:
    """The name or the code of each row in their order, empty where there is none."""
    field_ = indicator, Part.VALUE
    if isinstance(rows, Called):
        return rows.words(field_)
    found = (row.cells.get(field_, EMPTY).value for row in rows.values())
    return [value if isinstance(value, str) else "" for value in found]


def fields_of(rows: Mapping[str, Row]) -> set[Field]:
    """What rows have cells of: all that any of them has."""
    if isinstance(rows, Called):
        return rows.fields()
    there: set[Field] = set()
    before: list[Field] = []
    for row in rows.values():
        fields = list(row.cells)
        if fields != before:  # most rows have those of the row above
            there.update(fields)
            before = fields
    return there
