"""A small table of the office's as it is being edited: rows of texts, undone by steps."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from core import figures
from ui.tables.clipboard import Block

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Row: TypeAlias = tuple[str, ...]
Rows: TypeAlias = tuple[Row, ...]

WRONG_ROLE = Qt.ItemDataRole.UserRole + 1
"""Why the text of a cell cannot be used; empty where it can."""

GHOST_ROLE = Qt.ItemDataRole.UserRole + 2
"""The grey words of an empty cell: what holds while nobody has said anything."""

_NO_PARENT = QModelIndex()


def nothing(_row: Row) -> str:
    """No words about any row."""
    return ""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a small table.

    Attributes:
        title: Its heading.
        width: In px; 0 takes a share of what the others leave.
        fixed: Only read.
        numeric: Written at right.
        long: Typed in a box of several lines.
        wrong: Why a row's text in it cannot be used; empty where it can.
        ghost: What to say in grey where a row has no text in it.
        proposals: What may be meant, offered while typing.
    """

    title: str
    width: int = 0
    fixed: bool = False
    numeric: bool = False
    long: bool = False
    wrong: Callable[[Row], str] = nothing
    ghost: Callable[[Row], str] = nothing
    proposals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """All that is edited: rows by page ("2026"), and the page that is shown."""

    pages: Mapping[str, Rows]
    page: str = ""


class TableModel(QAbstractTableModel):
    """Rows of texts on pages, of which one is shown; every change is a step to undo.

    Signals:
        changed: Texts, rows or the page are others.
        told: Something to say about what was done.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(
        self,
        columns: Sequence[TableColumn],
        *,
        grows: bool,
        parent: QObject | None = None,
    ) -> None:
        """Make an empty table; one that grows has an empty row at its end."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._grows = grows
        self._state = self._first = State({"": ()})
        self._past: list[State] = []
        self._future: list[State] = []

    # ------------------------------------------------------------------ what is there

    def begin(self, pages: Mapping[str, Rows], page: str = "") -> None:
        """Show `pages` as what is there; nothing of it can be undone."""
        self._first = State(dict(pages), page)
        self._past, self._future = [], []
        self._show(self._first)

    @property
    def page(self) -> str:
        """The page shown."""
        return self._state.page

    def pages(self) -> dict[str, Rows]:
        """The rows of every page."""
        return dict(self._state.pages)

    def rows(self) -> Rows:
        """The rows of the page shown, without the empty one at the end."""
        return self._state.pages.get(self.page, ())

    def row(self, number: int) -> Row:
        """A row; the one at the end of a table that grows is empty."""
        rows = self.rows()
        return rows[number] if number < len(rows) else ("",) * len(self.columns)

    def is_changed(self) -> bool:
        """Whether any text is another than at the beginning."""
        return _filled(self._state.pages) != _filled(self._first.pages)

    def wrong_cells(self) -> list[tuple[str, int, int]]:
        """Page, row and column of every text that cannot be used."""
        return [
            (page, at, number)
            for page, rows in self._state.pages.items()
            for at, row in enumerate(rows)
            for number, column in enumerate(self.columns)
            if column.wrong(row)
        ]

    # ----------------------------------------------------------------------- the steps

    def turn(self, page: str) -> None:
        """Show another page; no step of its own."""
        self._show(State(self._state.pages, page))

    def put(self, pages: Mapping[str, Rows], page: str | None = None) -> bool:
        """Put down `pages` in place of all that is there, as one step; if they differ."""
        made = State(dict(pages), self.page if page is None else page)
        if _filled(made.pages) == _filled(self._state.pages):
            return False
        self._past.append(self._state)
        self._future.clear()
        self._show(made)
        return True

    def write(self, top: int, left: int, block: Block) -> None:
        """Type a block of texts with its corner at a cell, as one step."""
        if self._covers_fixed(top, left, block):
            return
        rows = [list(row) for row in self.rows()]
        room = len(block) if self._grows else max(0, len(rows) - top)
        wide = len(self.columns) - left
        while self._grows and len(rows) < top + len(block):
            rows.append([""] * len(self.columns))
        for row, texts in zip(rows[top:], block[:room], strict=False):
            for number, text in enumerate(texts[:wide], start=left):
                if not self.columns[number].fixed:
                    row[number] = figures.clean(text)
        pages = {**self._state.pages, self.page: tuple(tuple(row) for row in rows)}
        self.put(pages)
        if (lost := len(block) - room) > 0:
            self.told.emit(
                f"Bảng hết dòng: {lost} dòng cuối của vùng dán chưa vào bảng."
            )

    def _covers_fixed(self, top: int, left: int, block: Block) -> bool:
        """Whether other words would be put over what is only read; says so."""
        for at, texts in enumerate(block, start=top):
            present = self.row(at)
            for number, text in enumerate(texts[: len(self.columns) - left], left):
                is_other = figures.clean(text) not in (
                    "",
                    figures.clean(present[number]),
                )
                if self.columns[number].fixed and is_other:
                    title = self.columns[number].title
                    self.told.emit(
                        f"Chưa dán: cột “{title}” của vùng dán không khớp các dòng ở đây."
                    )
                    return True
        return False

    def undo(self) -> None:
        """Take the last step back."""
        if self._past:
            self._future.append(self._state)
            self._show(self._past.pop())

    def redo(self) -> None:
        """Do again what was undone."""
        if self._future:
            self._past.append(self._state)
            self._show(self._future.pop())

    def _show(self, state: State) -> None:
        """Show `state`; the cursor stays where the number of rows does not change."""
        before, self_rows = self.rowCount(), len(state.pages.get(state.page, ()))
        after = self_rows + self._grows
        if after > before:
            self.beginInsertRows(_NO_PARENT, before, after - 1)
        elif after < before:
            self.beginRemoveRows(_NO_PARENT, after, before - 1)
        self._state = state
        if after > before:
            self.endInsertRows()
        elif after < before:
            self.endRemoveRows()
        if after:
            last = self.index(after - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.changed.emit()

    # -------------------------------------------------------------------- Qt's questions

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        """Rows of the page, and the empty one."""
        return 0 if parent.isValid() else len(self.rows()) + self._grows

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        """All columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_fixed = not index.isValid() or self.columns[index.column()].fixed
        return flags if is_fixed else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        """A cell's text and what is to be said about it."""
        if not index.isValid():
            return None
        row, column = self.row(index.row()), self.columns[index.column()]
        text = row[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role in (WRONG_ROLE, Qt.ItemDataRole.ToolTipRole):
            return column.wrong(row) if any(row) else ""
        if role == GHOST_ROLE:
            return "" if text else column.ghost(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = text or column.ghost(row) or "trống"
            return ", ".join(
                one for one in (row[0], column.title, said, column.wrong(row)) if one
            )
        return None

    def setData(  # noqa: N802 - Qt's name
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - Qt's own
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Type a text into a cell, as one step."""
        if role != Qt.ItemDataRole.EditRole or self.columns[index.column()].fixed:
            return False
        self.write(index.row(), index.column(), [[str(value)]])
        return True

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own
        """A column's heading."""
        if (
            orientation == Qt.Orientation.Horizontal
            and role == Qt.ItemDataRole.DisplayRole
        ):
            return self.columns[section].title
        return None


def _filled(pages: Mapping[str, Rows]) -> dict[str, Rows]:
    """`pages` without empty rows and empty pages."""
    made = {
        page: tuple(row for row in rows if any(row)) for page, rows in pages.items()
    }
    return {page: rows for page, rows in made.items() if rows}
