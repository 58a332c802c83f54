"""Sheets with cells in the fonts of TCVN3 and VNI, as sheets in Unicode."""

from core.frozen import replace
from core.importing.grid import Grid, Raw, Spot
from core.legacy_text import converted, old_font
from core.report import Note, NoteKind


def in_unicode(grid: Grid) -> tuple[Grid, tuple[Note, ...]]:
    """The sheet with its old text in Unicode, and a note for each encoding met.

    A text with signs that no old font has is Unicode already, whatever its font.
    """
    found: dict[str, list[Spot]] = {}
    rows: list[list[Raw]] = [list(row) for row in grid.rows] if grid.marks.fonts else []
    for spot, name in sorted(grid.marks.fonts.items()):
        font, value = old_font(name), grid.own(spot)
        if font is None or not isinstance(value, str):
            continue
        new = converted(value, font)
        if new != value:
            rows[spot.row - 1][spot.column - 1] = new
            found.setdefault(font.encoding, []).append(spot)
    if not found:
        return grid, ()
    notes = tuple(
        Note(NoteKind.OLD_FONT, grid.at(spots[0]), f"{encoding}, {len(spots)} ô")
        for encoding, spots in found.items()
    )
    return replace(grid, rows=rows), notes
