"""Where keys take the cursor, as in Excel."""

from PySide6.QtCore import Qt

from ui.tables.cell import Area, State
from ui.tables.delegate import Step
from ui.tables.model import FiguresModel

_ARROWS = {
    Qt.Key.Key_Up: Step(-1, 0),
    Qt.Key.Key_Down: Step(1, 0),
    Qt.Key.Key_Left: Step(0, -1),
    Qt.Key.Key_Right: Step(0, 1),
}
_STEPS = {
    Qt.Key.Key_Return: Step(1, 0, along=True),
    Qt.Key.Key_Enter: Step(1, 0, along=True),
    Qt.Key.Key_Tab: Step(0, 1, along=True),
    Qt.Key.Key_Backtab: Step(0, -1, along=True),
}
_HOLLOW = {State.NOTHING, State.MISSING}


def target(
    model: FiguresModel, at: tuple[int, int], key: Qt.Key, page: int, *, ctrl: bool
) -> tuple[int, int] | None:
    """The cell that `key` goes to from `at`; None where the key is no move.

    Args:
        model: The table.
        at: Row and column of the cursor.
        key: The key pressed.
        page: Rows of a page.
        ctrl: Whether Ctrl is held.
    """
    row, column = at
    last_row, last_column = model.rowCount() - 1, model.columnCount() - 1
    if key in _ARROWS:
        step = _ARROWS[key]
        return edge(model, at, step) if ctrl else stepped(model, at, step)
    match key:
        case Qt.Key.Key_Home:
            return (0, 0) if ctrl else (row, 0)
        case Qt.Key.Key_End:
            return (last_row if ctrl else row, last_column)
        case Qt.Key.Key_PageUp:
            return (max(row - page, 0), column)
        case Qt.Key.Key_PageDown:
            return (min(row + page, last_row), column)
        case _:
            return None


def leaving(key: Qt.Key, *, shift: bool) -> Step | None:
    """The step that Enter and Tab make; None for other keys."""
    step = _STEPS.get(key)
    if step is not None and shift and step.rows:
        return step._replace(rows=-step.rows)
    return step


def stepped(model: FiguresModel, at: tuple[int, int], step: Step) -> tuple[int, int]:
    """The cell one step on, within the table."""
    row = min(max(at[0] + step.rows, 0), model.rowCount() - 1)
    column = min(max(at[1] + step.columns, 0), model.columnCount() - 1)
    return row, column


def edge(model: FiguresModel, at: tuple[int, int], step: Step) -> tuple[int, int]:
    """The end of the filled cells in that direction, or where they begin again."""
    present = at
    following = stepped(model, present, step)
    inside = _filled(model, present) and _filled(model, following)
    while following != present:
        if inside and not _filled(model, following):
            return present
        present = following
        if not inside and _filled(model, present):
            return present
        following = stepped(model, present, step)
    return present


def _filled(model: FiguresModel, at: tuple[int, int]) -> bool:
    return model.look(*at).state not in _HOLLOW


def spanned(one: tuple[int, int], other: tuple[int, int]) -> Area:
    """The rectangle between two cells."""
    rows, columns = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return Area(rows[0], columns[0], rows[1], columns[1])
