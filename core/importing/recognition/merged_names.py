"""Names of units that are merged over several rows, read in each of those rows."""

from collections.abc import Collection, Mapping, Sequence

from core.frozen import replace
from core.importing.grid import Grid, Merge, Raw, Spot
from core.importing.recognition.headers import Header
from core.report import UNIT_NAME


def spread(grid: Grid, header: Header, last: int) -> Grid:
    """The sheet with a merged name in each row that it is merged over, up to `last`."""
    column = header.column(indicator=UNIT_NAME)
    if column is None:
        return grid
    names = _names(grid, grid.marks.merges, column, range(header.first_row, last + 1))
    if not names:
        return grid
    rows = [
        _with(row, column, names[number]) if number in names else row
        for number, row in enumerate(grid.rows, start=1)
    ]
    return replace(grid, rows=rows)


def carried(grid: Grid, header: Header, some: Collection[int]) -> Grid:
    """The sheet with the name above in those of the rows that have none of their own."""
    column = header.column(indicator=UNIT_NAME)
    if column is None:
        return grid
    rows = list(grid.rows)
    name: Raw = ""
    for row in sorted(some):
        own = grid.own(Spot(row, column))
        if own == "" and name != "":
            rows[row - 1] = _with(rows[row - 1], column, name)
        name = own if own != "" else name
    return replace(grid, rows=rows)


def _names(
    grid: Grid, merges: Sequence[Merge], column: int, rows: range
) -> Mapping[int, Raw]:
    """By row the name that is merged into it; of rows in which anything else stands."""
    found: dict[int, Raw] = {}
    for merge in merges:
        is_of_names = merge.left == merge.right == column and merge.top in rows
        name = grid.own(merge.anchor) if is_of_names else ""
        if not isinstance(name, str) or not name:
            continue
        for row in range(merge.top + 1, min(merge.bottom, rows.stop - 1) + 1):
            is_filled = any(value != "" for value in grid.rows[row - 1])
            if is_filled and grid.own(Spot(row, column)) == "":
                found[row] = name
    return found


def _with(row: Sequence[Raw], column: int, value: Raw) -> list[Raw]:
    filled = [*row, *[""] * (column - len(row))]
    filled[column - 1] = value
    return filled
