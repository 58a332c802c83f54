"""The column of units' names under no heading that says so: known by the names in it.

Over "Xã A", "Phường B" … offices write "Địa bàn", or nothing. Only where every row has
such a name, each another one, and no other column does, is it the column of names.
"""

from collections.abc import Mapping, Sequence

from core.frozen import replace
from core.importing.grid import Grid, Spot, text_of
from core.importing.recognition import words
from core.importing.recognition.headers import Header
from core.importing.recognition.recognise import UNIT, Meaning, Recogniser
from core.report import UNIT_NAME

LEAST = 2
"""How many units, or criteria, there are at least; of one unit the titles tell."""

MOST_ASKED = 40
"""In how many rows the names of criteria are looked for."""

_NAMING = frozenset({"indicator_name", "group_name", "field_name", "dossier.code"})


def with_names(grid: Grid, header: Header, rows: Sequence[int]) -> Header:
    """The header with the column that holds the names of units, where none is known."""
    if _is_named(header.meanings):
        return header
    firsts = {row: _first(grid, row) for row in rows}
    units = [r for r, text in firsts.items() if text and not _is_aside(text)]
    last = min(grid.width, max(header.meanings, default=0) + 1)
    found = [
        column
        for column in range(1, last + 1)
        if column not in header.meanings and _are_names(grid, column, units)
    ]
    if len(found) != 1:
        return header
    (column,) = found
    return replace(
        header,
        tiers=dict(sorted({column: (), **header.tiers}.items())),
        meanings={**header.meanings, column: Meaning(UNIT_NAME)},
    )


def with_criteria(grid: Grid, header: Header, recogniser: Recogniser) -> Header:
    """The header with the names of criteria, where units stand over all else.

    Nothing stands over them but the corner of the table.
    """
    units = [c for c, one in header.meanings.items() if one.facet == UNIT]
    if len(units) < LEAST or _is_named(header.meanings) or 1 in units:
        return header
    column = min(units) - 1
    if column in header.meanings:
        return header
    below = range(header.first_row, min(grid.height, header.first_row + MOST_ASKED) + 1)
    texts = (grid.text(Spot(row, column)) for row in below)
    known = [text for text in texts if text and recogniser.name(text) is not None]
    if len(known) < LEAST:
        return header
    return replace(
        header,
        tiers=dict(sorted({column: (), **header.tiers}.items())),
        meanings={**header.meanings, column: Meaning(facet="indicator_name")},
    )


def _is_named(meanings: Mapping[int, Meaning]) -> bool:
    return any(
        one.indicator == UNIT_NAME or one.facet in _NAMING for one in meanings.values()
    )


def _first(grid: Grid, row: int) -> str:
    """The first text of a row."""
    return next((text for v in grid.rows[row - 1] if (text := text_of(v))), "")


def _is_aside(text: str) -> bool:
    return words.is_total(text) or words.is_note(text)


def _are_names(grid: Grid, column: int, rows: Sequence[int]) -> bool:
    """Whether that column names a unit in each of the rows, totals aside."""
    names: set[str] = set()
    for value in grid.values(column, rows):
        name = text_of(value)
        if words.is_total(name):
            continue
        if name in names or not words.names_one_unit(name):
            return False
        names.add(name)
    return len(names) >= LEAST
