"""A unit and a criterion a row: "Xã A │ Nộp trực tuyến │ 40 │ 50 │ 80"."""

from core.importing.grid import Spot
from core.importing.recognition import words
from core.importing.recognition.headers import Header
from core.importing.recognition.shapes import fractions, named_rows, units
from core.importing.recognition.shapes.model import (
    Gathered,
    Line,
    Reading,
    Role,
    Table,
    unknown_headers,
)
from core.names import unit_identity
from core.report import UNIT_CODE, UNIT_NAME, Part


def fits(header: Header) -> bool:
    """Whether units and criteria are named in a column each, parts in others."""
    named = header.column(facet="indicator_name") is not None
    has_units = header.column(indicator=UNIT_NAME) is not None
    has_parts = bool(named_rows.facets(header)) and not units.has_figures(header)
    return named and has_units and has_parts


def read(table: Table) -> Reading:
    """Each unit's figures; a blank name is that of the row above, as merges leave it."""
    names = table.header.column(facet="indicator_name") or 1
    where = table.header.column(indicator=UNIT_NAME) or 1
    code = table.header.column(indicator=UNIT_CODE)
    rows, notes = named_rows.known(table, names)
    columns = named_rows.facets(table.header)
    gathered: dict[str, Gathered] = {}
    read_from: dict[str, list[int]] = {}
    identity = ""
    for row, key in rows.items():
        spot = Spot(row, where)
        identity = unit_identity(table.grid.text(spot)) or identity
        line = gathered.setdefault(identity, Gathered(table))
        read_from.setdefault(identity, []).append(row)
        if (UNIT_NAME, Part.VALUE) not in line.cells:
            line.add(spot, UNIT_NAME, Part.VALUE)
            if code is not None:
                line.add(Spot(row, code), UNIT_CODE, Part.VALUE)
        named_rows.add(table, line, row, key, columns)
    found = [_line(line, read_from[key]) for key, line in gathered.items()]
    used = {names, where, code or 0, *columns}
    used |= set(named_rows.name_columns(table.header))
    return Reading(
        lines=fractions.asked(found, table.recogniser.catalogue),
        columns=tuple(dict.fromkeys(rows.values())),
        notes=(*unknown_headers(table, used), *notes),
    )


def _line(gathered: Gathered, rows: list[int]) -> Line:
    name = gathered.cells[UNIT_NAME, Part.VALUE].value
    told = name if isinstance(name, str) else None
    role = Role.TOTAL if words.is_total(told or "") else Role.UNIT
    return Line(role, told, gathered.cells, tuple(gathered.notes), tuple(rows))
