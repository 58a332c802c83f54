"""A sheet without what its author hid, and a note of what was left out."""

from collections.abc import Sequence

from core.frozen import replace
from core.importing.grid import Grid, Marks, Merge, Raw, Spot
from core.report import Note, NoteKind


def without_hidden(grid: Grid) -> tuple[Grid | None, tuple[Note, ...]]:
    """The sheet as its reader sees it (None when it is hidden itself), and notes.

    Addresses stay as they are: what is hidden becomes blank.
    """
    marks = grid.marks
    if marks.hidden_sheet:
        some = any(value != "" for row in grid.rows for value in row)
        return None, (_note(grid, ["cả trang"]),) if some else ()
    if not (marks.hidden_rows or marks.hidden_columns):
        return grid, ()
    rows, columns = _filled(grid)
    said = [f"{n} {word} ẩn" for n, word in ((rows, "dòng"), (columns, "cột")) if n]
    return _shown(grid), (_note(grid, said),) if said else ()


def _note(grid: Grid, said: list[str]) -> Note:
    return Note(NoteKind.HIDDEN, grid.sheet, ", ".join(said))


def _filled(grid: Grid) -> tuple[int, int]:
    """How many hidden rows and hidden columns have something in them."""
    rows = (n for n in grid.marks.hidden_rows if n <= grid.height)
    return (
        sum(1 for n in rows if any(value != "" for value in grid.rows[n - 1])),
        sum(1 for column in _columns(grid) if _is_filled(grid, column)),
    )


def _columns(grid: Grid) -> list[int]:
    """The hidden columns that the sheet reaches: often all right of it are hidden."""
    hidden = grid.marks.hidden_columns
    return [one for one in range(1, grid.width + 1) if one in hidden]


def _is_filled(grid: Grid, column: int) -> bool:
    return any(column <= len(row) and row[column - 1] != "" for row in grid.rows)


def _shown(grid: Grid) -> Grid:
    marks = grid.marks
    columns = _columns(grid)
    rows = [_row(one, columns) for one in grid.rows] if columns else list(grid.rows)
    for number in marks.hidden_rows:
        if number <= len(rows):
            rows[number - 1] = []
    merges = tuple(_shrunk(merge, grid, rows) for merge in marks.merges)
    kept = replace(
        marks,
        merges=merges,
        percents=grid.shown_as_percents.without(
            marks.hidden_rows, marks.hidden_columns
        ),
        errors={s: t for s, t in marks.errors.items() if not _is_hidden(s, marks)},
        unsaved={s: t for s, t in marks.unsaved.items() if not _is_hidden(s, marks)},
    )
    return Grid(grid.sheet, rows, kept)


def _row(values: Sequence[Raw], columns: Sequence[int]) -> Sequence[Raw]:
    shown = list(values)
    for column in columns:
        if column <= len(shown):
            shown[column - 1] = ""
    return shown


def _is_hidden(spot: Spot, marks: Marks) -> bool:
    return spot.row in marks.hidden_rows or spot.column in marks.hidden_columns


def _shrunk(merge: Merge, grid: Grid, rows: list[Sequence[Raw]]) -> Merge:
    """The part of a merge that is seen; its value moves to the first cell of that."""
    marks = grid.marks
    if not _is_hidden(merge.anchor, marks):
        return merge
    seen_rows = (
        row
        for row in range(merge.top, min(merge.bottom, grid.height) + 1)
        if row not in marks.hidden_rows
    )
    seen_columns = (
        column
        for column in range(merge.left, min(merge.right, grid.width) + 1)
        if column not in marks.hidden_columns
    )
    top, left = next(seen_rows, None), next(seen_columns, None)
    if top is None or left is None:
        return merge
    line = list(rows[top - 1])
    line.extend([""] * (left - len(line)))
    line[left - 1] = grid.own(merge.anchor)
    rows[top - 1] = line
    return Merge(top, left, merge.bottom, merge.right)
