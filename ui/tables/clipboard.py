"""Blocks of cells as the text that spreadsheets exchange, and what a paste would do."""

import csv
import io
from collections.abc import Sequence
from typing import TypeAlias

from core.frozen import frozen
from core.report import Place
from ui.tables.cell import Area
from ui.tables.model import FiguresModel

Block: TypeAlias = Sequence[Sequence[str]]


@frozen
class Paste:
    """A block that is to be put down with its corner at a cell.

    Attributes:
        block: The texts.
        top: The corner's row.
        left: The corner's column.
        into_total: The total line was chosen with the rest and takes of it too.
    """

    block: Block
    top: int
    left: int
    into_total: bool = False

    @property
    def rows(self) -> int:
        """How many rows the block has."""
        return len(self.block)

    @property
    def columns(self) -> int:
        """How many columns the block's widest row has."""
        return max((len(row) for row in self.block), default=0)

    def room(self, model: FiguresModel) -> tuple[int, int]:
        """Rows and columns between the corner and the table's end.

        Units are not pasted into the total line: it is room only where it was chosen.
        """
        rows, columns = model.rowCount() - self.top, model.columnCount() - self.left
        spared = model.ends_with_total() and not self.into_total and rows > 1
        return rows - spared, columns

    def fits(self, model: FiguresModel) -> bool:
        """Whether the table has room for the whole block."""
        rows, columns = self.room(model)
        return self.rows <= rows and self.columns <= columns

    def area(self, model: FiguresModel) -> Area:
        """The cells that the block covers, as far as there are any."""
        rows, columns = self.room(model)
        high, wide = min(self.rows, rows), min(self.columns, columns)
        return Area(self.top, self.left, self.top + high - 1, self.left + wide - 1)


def to_text(block: Block) -> str:
    """The block as spreadsheets put it on the clipboard: tabs and line ends."""
    written = io.StringIO()
    csv.writer(written, csv.excel_tab, lineterminator="\n").writerows(block)
    return written.getvalue()


def from_text(text: str) -> Block:
    """The block that a spreadsheet put on the clipboard; empty for no text."""
    if not text:
        return ()
    rows = csv.reader(io.StringIO(text.rstrip("\r\n"), newline=""), csv.excel_tab)
    return tuple(tuple(row) or ("",) for row in rows)


def copied(model: FiguresModel, area: Area) -> Block:
    """The texts of an area, each as one would type it."""
    return [
        [
            model.edit_text(model.index(row, column))
            for column in range(area.left, area.right + 1)
        ]
        for row in range(area.top, area.bottom + 1)
    ]


def typed(model: FiguresModel, paste: Paste) -> list[tuple[Place, str]]:
    """What pasting types where; cells that take no typing are left out."""
    made = []
    for row, line in enumerate(paste.block[: paste.room(model)[0]]):
        for column, text in enumerate(line[: paste.room(model)[1]]):
            index = model.index(paste.top + row, paste.left + column)
            place = model.place(index)
            if place is not None:
                made.append((place, text))
    return made
