"""Lines above a table: "TỔNG ĐIỂM ĐẠT ĐƯỢC:" "54.86 / 100 điểm", "XẾP HẠNG:" "113/116"."""

from core.catalogue import Indicator, Kind
from core.importing.grid import Spot
from core.importing.recognition import cells
from core.importing.recognition.shapes.model import Gathered, Line, Reading, Role, Table
from core.report import UNIT_CODE, UNIT_NAME, Part

LONGEST = 60
"""Letters of a label; what is longer is a sentence."""


def read(table: Table) -> Reading:
    """The office's own figures that stand above the table, and its name and code."""
    gathered = Gathered(table)
    for row in table.above:
        for column, value in enumerate(table.grid.rows[row - 1], start=1):
            if value != "":
                _read_at(table, gathered, Spot(row, column))
    columns = tuple(dict.fromkeys(key for key, _ in gathered.cells))
    owner = table.owner
    for key, cell in ((UNIT_NAME, owner.name), (UNIT_CODE, owner.code)):
        if cell is not None:
            gathered.cells[key, Part.VALUE] = cell
    if not gathered.cells:
        return Reading()
    name = str(owner.name.value) if owner.name is not None else None
    line = Line(Role.OFFICE, name, gathered.cells, tuple(gathered.notes))
    return Reading((line,), columns)


def _read_at(table: Table, gathered: Gathered, spot: Spot) -> None:
    """Keep the figure of a label with a colon, in the same cell or right of it."""
    label, colon, rest = table.grid.text(spot).partition(":")
    if not colon or len(label) > LONGEST:
        return
    found = table.recogniser.name(label, _is_figure)
    if found is None:
        return
    if rest.strip():
        inside = cells.of_text(rest.strip(), found.kind, table.grid.at(spot))
        gathered.put(inside, found.key, Part.VALUE)
    elif (right := _next(table, spot)) is not None:
        gathered.add(right, found.key, Part.VALUE)


def _next(table: Table, spot: Spot) -> Spot | None:
    """The next cell to the right that is filled; None where it is a label itself."""
    columns = range(spot.column + 1, table.grid.width + 1)
    right = (Spot(spot.row, column) for column in columns)
    found = next((one for one in right if not table.grid.is_blank(one)), None)
    is_label = found is not None and table.grid.text(found).endswith(":")
    return None if is_label else found


def _is_figure(one: Indicator) -> bool:
    return one.kind is not Kind.CODE and one.key not in ("stt", UNIT_NAME)
