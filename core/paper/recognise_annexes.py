"""The annexes of a letter: where each begins, and what its lines are."""

from collections.abc import Mapping, Sequence
from typing import Final

from core.paper import wording
from core.paper.model import Component, Line

_NO_TABLE: Final = -1
_COLUMNS: Final = 2  # of a table that only sets text side by side


def labels(lines: Sequence[Line], begin: int) -> list[int]:
    """The lines that begin an annex, of those from `begin` on.

    In a table only where that sets text side by side: its columns are two at most.
    """
    grids = {
        line.cell.table
        for line in lines
        if line.cell is not None and line.cell.column >= _COLUMNS
    }
    return [
        index
        for index in range(begin, len(lines))
        if _is_label(lines[index]) and _table(lines[index]) not in grids
    ]


def _is_label(line: Line) -> bool:
    text = line.text
    if text.lstrip()[:1] not in ("p", "P"):
        return False  # as nearly all lines
    if wording.ANNEX.match(text):
        return not text.rstrip().endswith(":")
    found = wording.ANNEX_WITH_TITLE.match(text)
    return found is not None and found["title"].isupper()


def annexes(
    lines: Sequence[Line], begin: int, starts: Sequence[int]
) -> Mapping[int, tuple[int, Component]]:
    """The annex and the component of each line from `begin` on, by index.

    Lines of an annex's first page may stand above its label. Without any label, pages
    that say with which letter they come are an annex too.
    """
    rest = range(begin, len(lines))
    if not starts:
        told = any(wording.REFERENCE.match(lines[at].text) for at in rest)
        return _annex(lines, rest, 1, None) if told else {}
    found: dict[int, tuple[int, Component]] = {}
    for number, at in enumerate(starts, start=1):
        first = begin if number == 1 else at
        after = starts[number] if number < len(starts) else len(lines)
        found |= _annex(lines, range(first, after), number, at)
    return found


def _annex(
    lines: Sequence[Line], indexes: range, number: int, label: int | None
) -> dict[int, tuple[int, Component]]:
    found: dict[int, tuple[int, Component]] = {}
    layout = _table(lines[label]) if label is not None else _NO_TABLE
    open_reference, is_above = False, True
    for index in indexes:
        line = lines[index]
        told = Component.ANNEX_TEXT
        table = _table(line)
        if label is not None and index < label:
            told = Component.ANNEX_TEXT
        elif index == label:
            told = Component.ANNEX_LABEL
        elif table not in (_NO_TABLE, layout) and not _is_layout(lines, index):
            told, is_above = Component.ANNEX_CELL, False
        elif is_above and (open_reference or wording.REFERENCE.match(line.text)):
            told = Component.ANNEX_REFERENCE
            open_reference = "(" in line.text or open_reference
            open_reference = open_reference and ")" not in line.text
        elif is_above and _is_title(line):
            told = Component.ANNEX_TITLE
        found[index] = number, told
    return found


def _table(line: Line) -> int:
    return _NO_TABLE if line.cell is None else line.cell.table


def _is_title(line: Line) -> bool:
    return wording.is_capitals(line.text) or wording.is_centred_bold(line)


def _is_layout(lines: Sequence[Line], index: int) -> bool:
    """Whether a line in a table is no cell of figures: the table holds the title."""
    cell = lines[index].cell
    return (
        cell is not None
        and cell.row == 0
        and wording.REFERENCE.match(lines[index].text) is not None
    )
