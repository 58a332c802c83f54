"""Units as columns, criteria as rows: each commune a column, or several by part."""

from core.importing.grid import Spot
from core.importing.recognition import words
from core.importing.recognition.headers import Header
from core.importing.recognition.recognise import UNIT, part_of
from core.importing.recognition.shapes import fractions, named_rows
from core.importing.recognition.shapes.model import (
    Gathered,
    Line,
    Reading,
    Role,
    Table,
    unknown_headers,
)
from core.kind import Kind
from core.report import UNIT_NAME, Cell, Part

_SHARED = frozenset({"maximum", "target"})
"""Facets of a column of its own that hold for every unit."""


def fits(header: Header) -> bool:
    """Whether names of rows stand left, and names of units over the columns."""
    return _name_column(header) is not None and (header.column(facet=UNIT) is not None)


def read(table: Table) -> Reading:
    """Each unit's figures, from all of its columns."""
    names = _name_column(table.header) or 1
    by_unit = _columns(table)
    rows, notes = named_rows.known(table, names)
    shared = {
        column: facet
        for column, facet in named_rows.facets(table.header).items()
        if facet in _SHARED
    }
    found = tuple(
        _line(table, name, columns, rows, shared) for name, columns in by_unit.items()
    )
    used = {names, *shared} | {c for columns in by_unit.values() for c in columns}
    used |= set(named_rows.name_columns(table.header))
    return Reading(
        lines=fractions.asked(found, table.recogniser.catalogue),
        columns=tuple(dict.fromkeys(rows.values())),
        notes=(*unknown_headers(table, used), *notes),
    )


def _name_column(header: Header) -> int | None:
    named = header.column(facet="indicator_name")
    return named if named is not None else header.column(facet="group_name")


def _columns(table: Table) -> dict[str, list[int]]:
    """The columns of each unit, by its name as the heading writes it."""
    by_unit: dict[str, list[int]] = {}
    for column, meaning in sorted(table.header.meanings.items()):
        if meaning.facet == UNIT:
            name = _unit(table.header.tiers[column])
            by_unit.setdefault(name, []).append(column)
    return {name: _known(table, columns) for name, columns in by_unit.items()}


def _known(table: Table, columns: list[int]) -> list[int]:
    """The columns of a unit whose parts are known, if any; else all of them.

    "Số hồ sơ" beside "Tỷ lệ" is not the share, whatever it counts.
    """
    parts = {c: table.header.tiers[c][-1] for c in columns}
    named = [c for c, text in parts.items() if table.recogniser.heading((text,))]
    told = [c for c in named if not words.names_one_unit(parts[c])]
    return told or columns


def _unit(tiers: tuple[str, ...]) -> str:
    """The heading that names the unit; the first, where a person said it is one."""
    named = (t for t in tiers if words.names_one_unit(t) or words.is_total(t))
    return next(named, next(iter(tiers), ""))


def _line(
    table: Table,
    name: str,
    columns: list[int],
    rows: dict[int, str],
    shared: dict[int, str],
) -> Line:
    gathered = Gathered(table)
    spot = Spot(table.header.rows[0], columns[0])
    gathered.cells[UNIT_NAME, Part.VALUE] = Cell(name, name, table.grid.at(spot))
    parts = {column: table.header.meanings[column].part for column in columns}
    for row, key in rows.items():
        kind = table.kind(key)
        has_points = kind is Kind.SCORE and Part.SCORE in parts.values()
        for column, part in parts.items():
            if has_points and part is Part.VALUE:
                continue  # what share of its points a group has
            is_own_score = part is Part.SCORE and kind is Kind.SCORE
            gathered.add(Spot(row, column), key, Part.VALUE if is_own_score else part)
        for column, facet in shared.items():
            if not table.grid.is_blank(Spot(row, column)):
                gathered.add(Spot(row, column), key, part_of(kind, facet))
    role = Role.TOTAL if words.is_total(name) else Role.UNIT
    return Line(role, name, gathered.cells, tuple(gathered.notes), tuple(rows))
