"""The sheets of an .xlsx: values from python-calamine, the rest from its parts."""

from core.importing.books import marks, package, values
from core.importing.grid import Grid


def grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """Every worksheet, hidden ones too, in the workbook's order.

    Raises:
        UnreadableFileError: Damaged, hostile, or too large to be a table.
    """
    known = package.check(data, name)
    return values.grids(data, name, lambda data: marks.read(data, known))
