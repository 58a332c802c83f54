"""A sheet of the file as a table of Qt: it reads the grid when a cell is asked for."""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from core import figures
from core.importing.grid import Spot, letters, text_of
from core.importing.opened import Column, FoundTable, RowRole, Sheet
from core.importing.recognition.recognise import Certainty

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_NUMBER = re.compile(r"[-+(]?\d[\d.,\s\u00a0]*\)?\s*(?:%|/\s*\d[\d.,]*)?")

ROLES = {
    RowRole.TITLE: "tên bảng",
    RowRole.HEADER: "tiêu đề",
    RowRole.UNIT: "đơn vị",
    RowRole.CRITERION: "tiêu chí",
    RowRole.DOSSIER: "hồ sơ",
    RowRole.TOTAL: "dòng tổng",
    RowRole.NOTE: "ghi chú",
    RowRole.LEFT_OUT: "không đưa vào",
}


class Asked(Enum):
    """Whether a cell is asked about: not, still, or answered already."""

    NO = "no"
    OPEN = "open"
    ANSWERED = "answered"


class SheetModel(QAbstractTableModel):
    """The cells of a sheet with what its rows were taken for.

    Nothing is copied: a hundred thousand rows cost no more than the grid itself.
    """

    def __init__(self, sheet: Sheet, parent: QObject | None = None) -> None:
        """Show `sheet`."""
        super().__init__(parent)
        self.sheet = sheet
        self._open: Mapping[Spot, str] = {}
        self._answered: Mapping[Spot, str] = {}
        self.marked: tuple[int, ...] | None = None
        self.head_told: Any = str  # what tells of a column, by its number from 0

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet, or the same as recognised anew."""
        self.beginResetModel()
        self.sheet = sheet
        self._open = self._answered = {}
        self.endResetModel()

    def show_asked(
        self, still: Mapping[Spot, str], answered: Mapping[Spot, str]
    ) -> None:
        """Mark the cells that are asked about, with their texts as the question has them."""
        self._open, self._answered = still, answered
        self._repaint()

    def mark_header(self, rows: tuple[int, ...] | None) -> None:
        """Show rows as the header that is being chosen; None: as recognised."""
        self.marked = rows
        self._repaint()

    def _repaint(self) -> None:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    # --------------------------------------------------------------------- what it tells

    def role(self, row: int) -> RowRole | None:
        """What a row (from 1) is shown as."""
        if self.marked is not None:
            return RowRole.HEADER if row in self.marked else None
        if not self.sheet.is_taken:
            return RowRole.LEFT_OUT
        return self.sheet.role(row)

    def is_hidden(self, spot: Spot) -> bool:
        """Whether the file's author hid the cell's row or column."""
        marks = self.sheet.grid.marks
        return spot.row in marks.hidden_rows or spot.column in marks.hidden_columns

    def asked(self, spot: Spot) -> Asked:
        """Whether the cell is asked about."""
        if spot in self._open:
            return Asked.OPEN
        return Asked.ANSWERED if spot in self._answered else Asked.NO

    def text(self, spot: Spot) -> str:
        """What the cell shows, numbers as a Vietnamese spreadsheet shows them."""
        quoted = self._open.get(spot) or self._answered.get(spot)
        if quoted:
            return quoted
        grid = self.sheet.grid
        error = grid.marks.errors.get(spot) or grid.marks.unsaved.get(spot)
        if error is not None:
            return error
        value = grid.own(spot)
        if isinstance(value, str | bool):
            return text_of(value)
        if isinstance(value, int | float):
            return _number(value, percent=spot in grid.marks.percents)
        return text_of(value)

    def is_number(self, spot: Spot) -> bool:
        """Whether the cell holds a number, or a text that reads like one."""
        value = self.sheet.grid.own(spot)
        if isinstance(value, str):
            return bool(_NUMBER.fullmatch(value.strip()))
        return not isinstance(value, bool)

    def table(self, row: int) -> FoundTable | None:
        """The table that a row belongs to, else the first that is read, else the first."""
        tables = self.sheet.tables
        found = self.sheet.table_at(row)
        if found is not None:
            return found
        return next(
            (one for one in tables if one.is_read), tables[0] if tables else None
        )

    # ------------------------------------------------------------------------ Qt's own

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        """The rows of the sheet."""
        return 0 if parent.isValid() else self.sheet.grid.height

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802
        """The columns of the sheet."""
        return 0 if parent.isValid() else self.sheet.grid.width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - whatever the role is of
        """The text of a cell, or how it is read aloud."""
        spot = Spot(index.row() + 1, index.column() + 1)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(spot)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.text(spot) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(spot)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - whatever the role is of
        """Row numbers and column letters; of columns also what they were taken for."""
        told = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if role in told and orientation == Qt.Orientation.Horizontal:
            return self.head_told(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        across = orientation == Qt.Orientation.Horizontal
        return letters(section + 1) if across else str(section + 1)

    def _spoken(self, spot: Spot) -> str:
        told = [f"Ô {letters(spot.column)}{spot.row}", self.text(spot) or "trống"]
        role = self.role(spot.row)
        if role is not None:
            told.append(ROLES[role])
        if self.is_hidden(spot):
            told.append("bị ẩn trong tệp")
        if self.asked(spot) is Asked.OPEN:
            told.append("cần bạn chọn")
        return ", ".join(told)


def certainty_words(column: Column | None) -> str:
    """How sure a column's meaning is, in words."""
    if column is None or column.meaning is None:
        return "chưa nhận ra"
    if column.is_chosen:
        return "bạn đã chọn"
    return "chắc chắn" if column.certainty is Certainty.SURE else "gần đúng, xem lại"


def _number(value: float, *, percent: bool) -> str:
    """A number as a cell shows it: "93,18", "57,26 %"."""
    text = f"{value * 100 if percent else value:.12g}"
    if "e" not in text and "n" not in text:
        text = figures.plain(Decimal(text)).replace(".", ",")
    return f"{text}%" if percent else text
