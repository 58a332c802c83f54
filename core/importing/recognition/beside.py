"""Tables that stand beside others, under headers in rows of their own.

The header of a sheet is looked for in whole rows, so one beside the figures of another
table is not seen. The columns that no table of the sheet uses are looked at by themselves.
"""

from collections.abc import Callable, Iterator, Sequence

from core.frozen import replace
from core.importing.grid import HEAD_ROWS, Grid, Marks, text_of
from core.importing.recognition.recognise import Recogniser
from core.importing.recognition.shapes.model import Table
from core.report import UNIT_NAME

LONGEST = 60
"""Letters of a heading over names; what is longer is a sentence."""

MOST_ASKED = 300
"""How many texts beside the tables are asked whether they are such a heading."""

_NAMING = frozenset({"indicator_name", "group_name", "field_name"})

Find = Callable[[Grid], Sequence[Table]]
"""What finds the tables of a sheet."""


def joined(
    grid: Grid, tables: Sequence[Table], recogniser: Recogniser, find: Find
) -> tuple[Table, ...]:
    """The tables of a sheet with those that stand left and right of all of them."""
    if not tables:
        return ()
    known = [column for one in tables for column in one.header.meanings]
    first, last = min(known), max(known)
    left = _found(grid, range(1, first), recogniser, find)
    right = _found(grid, range(last + 1, grid.width + 1), recogniser, find)
    start = first if left else 1
    end = min((one.left for one in right), default=0)
    own = (_within(one, start, end) for one in tables)
    return (
        *(_within(one, one.left, one.right or first) for one in left),
        *own,
        *right,
    )


def _found(
    grid: Grid, columns: range, recogniser: Recogniser, find: Find
) -> tuple[Table, ...]:
    """The tables in these columns alone, each with the columns that are its own."""
    if not any(_names(text, recogniser) for text in _texts(grid, columns)):
        return ()
    rows = [
        ["" if n not in columns else value for n, value in enumerate(row, start=1)]
        for row in grid.rows
    ]
    marks: Marks = replace(
        grid.marks, merges=tuple(m for m in grid.marks.merges if m.left in columns)
    )
    found = find(replace(grid, rows=rows, marks=marks))
    return tuple(replace(one, left=_start(one)) for one in found)


def _start(table: Table) -> int:
    return max(table.left, min(table.header.tiers))


def _within(table: Table, start: int, end: int) -> Table:
    """The table without the columns that are those of one beside it."""
    if start <= 1 and not end:
        return table

    def is_own(column: int) -> bool:
        return start <= column and (not end or column < end)

    header = table.header
    header = replace(
        header,
        tiers={c: over for c, over in header.tiers.items() if is_own(c)},
        meanings={c: one for c, one in header.meanings.items() if is_own(c)},
    )
    return replace(
        table,
        header=header,
        left=max(table.left, start),
        right=table.right or end,
    )


def _texts(grid: Grid, columns: range) -> Iterator[str]:
    """The first short texts in the head of these columns."""
    asked = 0
    for row in grid.rows[:HEAD_ROWS]:
        for value in row[columns.start - 1 : columns.stop - 1]:
            if isinstance(value, str) and value and len(value) <= LONGEST:
                asked += 1
                if asked > MOST_ASKED:
                    return
                yield text_of(value)


def _names(text: str, recogniser: Recogniser) -> bool:
    """Whether it is a heading over names of rows, as every table has."""
    found = recogniser.heading((text,)) if text else None
    return found is not None and (
        found.indicator == UNIT_NAME or found.facet in _NAMING
    )
