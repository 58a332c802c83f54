"""The column of units' names under no heading that says so: known by the names in it.

Over "Xã A", "Phường B" … offices write "Địa bàn", or nothing. Only where every row has
such a name, each another one, and no other column does, is it the column of names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.importing.grid import Grid, text_of
from core.importing.recognition import words
from core.importing.recognition.headers import Header
from core.importing.recognition.recognise import Meaning
from core.report import UNIT_NAME

LEAST = 2
"""How many units there are at least; of one the titles tell."""

_NAMING = frozenset({"indicator_name", "group_name", "field_name", "dossier.code"})


def with_names(grid: Grid, header: Header, rows: Sequence[int]) -> Header:
    """The header with the column that holds the names of units, where none is known."""
    if _is_named(header.meanings):
        return header
    filled = [row for row in rows if any(map(text_of, grid.rows[row - 1]))]
    found = [
        column
        for column in range(1, grid.width + 1)
        if column not in header.meanings and _are_names(grid, column, filled)
    ]
    if len(found) != 1:
        return header
    (column,) = found
    return replace(
        header,
        tiers=dict(sorted({column: (), **header.tiers}.items())),
        meanings={**header.meanings, column: Meaning(UNIT_NAME)},
    )


def _is_named(meanings: Mapping[int, Meaning]) -> bool:
    return any(
        one.indicator == UNIT_NAME or one.facet in _NAMING for one in meanings.values()
    )


def _are_names(grid: Grid, column: int, rows: Sequence[int]) -> bool:
    """Whether that column names a unit in each of the rows, totals and notes aside."""
    names = [text_of(value) for value in grid.values(column, rows)]
    firsts = [
        next((t for v in grid.rows[r - 1] if (t := text_of(v))), "") for r in rows
    ]
    of_units = [
        name
        for name, first in zip(names, firsts, strict=True)
        if not (words.is_total(name) or words.is_total(first) or words.is_note(first))
    ]
    are_one = all(map(words.names_one_unit, of_units))
    return len(of_units) >= LEAST and are_one and len({*of_units}) == len(of_units)
