"""What can be done with a selection: copy, cut, paste, fill down, clear."""

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QGuiApplication

from ui.tables import clipboard
from ui.tables.cell import Area
from ui.tables.clipboard import Paste
from ui.tables.model import FiguresModel

NO_ROOM = "Ở đây không có ô nào nhập được."


class Table(Protocol):
    """What an act needs of the view."""

    told: SignalInstance
    overflowed: SignalInstance

    def figures(self) -> FiguresModel:
        """The model shown."""

    def area(self) -> Area | None:
        """The selected rectangle."""

    def cursor_at(self) -> tuple[int, int]:
        """Row and column of the cursor."""

    def select(self, area: Area) -> None:
        """Select a rectangle."""

    def show_pending(self, area: Area | None) -> None:
        """Draw the dashed frame."""


def copy(table: Table) -> None:
    """Put the selected cells on the clipboard, for Excel too."""
    area = table.area()
    if area is not None:
        block = clipboard.copied(table.figures(), area)
        QGuiApplication.clipboard().setText(clipboard.to_text(block))
        table.told.emit(f"Đã chép {_cells(area.rows * area.columns)}.")


def cut(table: Table) -> None:
    """Put the selected cells on the clipboard and clear them."""
    copy(table)
    _clear(table, "Cắt")


def clear(table: Table) -> None:
    """Make the selected cells "chưa có", as one step."""
    _clear(table, "Xóa")


def _clear(table: Table, verb: str) -> None:
    area = table.area()
    if area is None:
        return
    block = [[""] * area.columns for _ in range(area.rows)]
    _put(table, Paste(block, area.top, area.left, into_total=True), verb)


def paste(table: Table) -> None:
    """Put down what is on the clipboard, its corner at the selection's.

    One cell fills the selection. What has no room waits for an answer.
    """
    area, model = table.area(), table.figures()
    block = clipboard.from_text(QGuiApplication.clipboard().text())
    if area is None or not block:
        return
    if len(block) == 1 and len(block[0]) == 1:
        block = [list(block[0]) * area.columns for _ in range(area.rows)]
    chosen = area.bottom == model.rowCount() - 1
    made = Paste(block, area.top, area.left, into_total=chosen)
    if made.fits(model):
        put_down(table, made)
    else:
        table.show_pending(made.area(model))
        table.overflowed.emit(made)


def put_down(table: Table, made: Paste) -> None:
    """Paste as far as there is room, and select what was pasted."""
    if _put(table, made, "Dán"):
        table.select(made.area(table.figures()))


def fill_down(table: Table) -> None:
    """Put the selection's first row into the others; of one row, the one above."""
    area, model = table.area(), table.figures()
    if area is None or (area.rows == 1 and area.top == 0):
        return
    first = area.top - 1 if area.rows == 1 else area.top
    source = clipboard.copied(model, Area(first, area.left, first, area.right))[0]
    block = [source for _ in range(first + 1, area.bottom + 1)]
    _put(table, Paste(block, first + 1, area.left, into_total=True), "Điền xuống")


def _put(table: Table, made: Paste, verb: str) -> bool:
    """Type a block as one step; False where no cell takes anything."""
    model = table.figures()
    typed = clipboard.typed(model, made)
    if not typed:
        table.told.emit(NO_ROOM)
        return False
    label = f"{verb} {_cells(len(typed))}"
    if model.form.document.type_many(typed, label):
        table.told.emit(f"{label}. Ctrl+Z để hoàn tác.")
    return True


def _cells(count: int) -> str:
    return f"{count} ô"
