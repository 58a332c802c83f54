"""The column of names in the import window: it stays in sight, as a frozen one in Excel.

It is painted over the sheet's left edge while the sheet is scrolled past it. A second
view on the same model would be shorter to write and a circle of references more; and
the titles above a table, which are as wide as the sheet, would be cut by it.
"""

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtWidgets import QTableView

from core.importing.opened import FoundTable
from core.report import UNIT_NAME
from ui.importing.sheet_model import SheetModel

_NUMBER = "stt"
_SHARE = 3
"""The column takes at most one part in so many of the sheet's room."""


def names(table: FoundTable | None) -> int:
    """Number (from 0) of the column that says what a row is about; -1 for none.

    It is that of the units' names, else the first one that does not number the rows.
    """
    if table is None:
        return -1
    known = [one for one in table.columns if one.meaning is not None]
    named = (one for one in known if one.meaning and one.meaning.indicator == UNIT_NAME)
    others = (one for one in known if one.meaning and one.meaning.indicator != _NUMBER)
    found = next(named, None) or next(others, None)
    return -1 if found is None else found.number - 1


def width(view: QTableView, column: int) -> int:
    """Px that the column takes over the sheet's left edge; 0 while it stands in sight."""
    if column < 0 or view.columnViewportPosition(column) >= 0:
        return 0
    return min(view.columnWidth(column), view.viewport().width() // _SHARE)


def is_held(view: QTableView, row: int, column: int) -> bool:
    """Whether the row (from 0) keeps its name in sight: a row of a table, not a title."""
    model = view.model()
    if not isinstance(model, SheetModel) or row < 0:
        return False
    table = model.sheet.table_at(row + 1)
    if table is None or row >= table.last_row or names(table) != column:
        return False
    return view.columnSpan(row, column) == 1


def cells(view: QTableView, column: int, wide: int) -> list[tuple[QModelIndex, QRect]]:
    """The cells of names in sight, each with its place at the left edge."""
    found: dict[int, tuple[QModelIndex, QRect]] = {}
    first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
    last = view.model().rowCount() - 1 if last < 0 else last
    for row in range(max(first, 0), last + 1):
        if is_held(view, row, column):
            rect = view.visualRect(view.model().index(row, column))
            anchor = view.verticalHeader().logicalIndexAt(rect.top())
            place = QRect(0, rect.top(), wide, rect.height())
            found[anchor] = view.model().index(anchor, column), place
    return list(found.values())


def at(view: QTableView, column: int, spot: QPoint) -> QModelIndex | None:
    """The cell of a name under a point of the sheet; None where none is held there."""
    if spot.x() >= width(view, column):
        return None
    row = view.rowAt(spot.y())
    return view.model().index(row, column) if is_held(view, row, column) else None
