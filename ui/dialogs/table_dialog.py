"""A dialog around a small table: notes, import and export, nothing lost unasked."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core import files
from core.errors import CongVanError
from core.importing.books import source
from ui.dialogs.frame import FormDialog
from ui.dialogs.table_model import TableModel
from ui.dialogs.table_view import SmallTable
from ui.saving import documents
from ui.theme import Look
from ui.widgets.buttons import button
from ui.widgets.error_dialog import ErrorDialog, Trouble
from ui.widgets.labels import label
from ui.widgets.tones import Tone

WORKBOOKS = "Bảng tính Excel (*.xlsx)"
_KEYS = "Enter xuống dòng · F2 sửa · Delete xóa · Ctrl+V dán · Ctrl+Z hoàn tác"
_REMARKS = 84
"""Height of the box with what a file did not give, px."""


class TableFiles(NamedTuple):
    """How a table is exported and imported.

    Attributes:
        name: What an exported file is called, without its ending.
        written: The table as a workbook.
        read: Takes a workbook's bytes and name over; what of it was not taken, a
            sentence each; a `CongVanError` where nothing of it can be taken.
    """

    name: str
    written: Callable[[], bytes]
    read: Callable[[bytes, str], Sequence[str]]


class TableDialog(FormDialog):
    """Edits a `TableModel`; the filled button takes it where every text is right.

    Subclasses fill `above`, call `offer_files` and extend `accept`.

    Args:
        look: The look in force.
        parent: The window it stands over.
        title: What the table is.
        about: What it is for, in a sentence.
        model: The rows.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        title: str,
        about: str,
        model: TableModel,
    ) -> None:
        super().__init__(look, parent, title, "&Lưu bảng")
        self.model = model
        self._files: TableFiles | None = None
        self.later.setText("&Hủy")
        self.form.setSpacing(10)
        self.form.addWidget(label(look, about, "body", "text2", wrap=True))
        self.above = QHBoxLayout()
        self.above.setSpacing(8)
        self.form.addLayout(self.above)
        self.table = SmallTable(look, model, title)
        self.form.addWidget(self._framed(self.table), 1)
        self.remarks = QPlainTextEdit()
        self.remarks.setProperty("v", "well")
        self.remarks.setReadOnly(True)
        self.remarks.setTabChangesFocus(True)
        self.remarks.setAccessibleName("Những chỗ trong tệp chưa được nhập")
        self.remarks.setFixedHeight(_REMARKS)
        self.remarks.hide()
        self.form.addWidget(self.remarks)
        self.said = label(look, "", "secondary", "text2", wrap=True)
        self.said.hide()
        self.form.addWidget(self.said)
        self.form.addWidget(label(look, _KEYS, "secondary", "text2"))
        model.told.connect(self.say)
        self.table.setFocus()

    def _framed(self, table: QWidget) -> QFrame:
        frame = QFrame()
        frame.setProperty("v", "well")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(table)
        return frame

    def say(self, words: str) -> None:
        """Say below the table what was done."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    # ------------------------------------------------------------------------- files

    def offer_files(self, offered: TableFiles) -> None:
        """Add the buttons that import and export the table."""
        self._files = offered
        taking = button(self.look, "&Nhập từ tệp…", "folder")
        taking.clicked.connect(self._ask_file)
        giving = button(self.look, "&Xuất ra tệp…", "excel")
        giving.clicked.connect(self._ask_place)
        self.foot.insertWidget(0, taking)
        self.foot.insertWidget(1, giving)

    def _ask_file(self) -> None:
        title = "Nhập từ tệp"
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", WORKBOOKS)
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Take over the workbook at `path`, as one step; say what of it was not taken."""
        if self._files is None:
            return
        self.table.leave_editor()
        try:
            remarks = self._files.read(source.read(path), path.name)
        except CongVanError as error:
            self._stop("Chưa nhập được tệp này", error)
            return
        self.remarks.setPlainText("\n".join(remarks))
        self.remarks.setVisible(bool(remarks))
        left_out = f" Còn {len(remarks)} chỗ cần xem ở khung trên." if remarks else ""
        self.say(f"Đã nhập “{path.name}”; Ctrl+Z để trở lại như trước.{left_out}")
        self.table.setFocus()

    def _ask_place(self) -> None:
        name = "" if self._files is None else self._files.name
        proposed = str(documents() / f"{name}.xlsx")
        title = "Xuất ra tệp"
        chosen, _ = QFileDialog.getSaveFileName(self, title, proposed, WORKBOOKS)
        if chosen:
            path = Path(chosen)
            is_named = path.suffix.lower() == ".xlsx"
            self.save_file(path if is_named else path.with_name(f"{path.name}.xlsx"))

    def save_file(self, path: Path) -> None:
        """Write the table as it stands to a workbook at `path`."""
        if self._files is None:
            return
        self.table.leave_editor()
        try:
            files.save(path, self._files.written())
        except CongVanError as error:
            self._stop("Chưa xuất được tệp", error)
            return
        self.say(f"Đã xuất ra “{path.name}”, thư mục {path.parent}.")

    def _stop(self, what: str, error: CongVanError) -> None:
        trouble = Trouble(what, str(error), error.steps, details=error.detail)
        ErrorDialog.show_error(self.look, self, trouble)

    # -------------------------------------------------------------------- taking, leaving

    def take(self) -> None:
        """Close where every text is right, else go to the first that is not."""
        self.table.leave_editor()
        wrong = self.model.wrong_cells()
        if not wrong:
            self.accept()
            return
        page, row, column = wrong[0]
        if page != self.model.page:
            self.show_page(page)
        self.table.go_to(row, column)
        self.table.setFocus()
        told = self.model.columns[column].wrong(self.model.row(row))
        self.say(f"Chưa lưu: {told}")

    def show_page(self, page: str) -> None:
        """Show another page of the table."""
        self.model.turn(page)

    def reject(self) -> None:
        """Close; where something was changed, only once the user has said so."""
        self.table.leave_editor()
        if not self.model.is_changed() or self._may_drop():
            super().reject()

    def _may_drop(self) -> bool:
        trouble = Trouble(
            title="Bỏ các thay đổi trong bảng này?",
            why="Những chỗ vừa sửa trong bảng chưa được lưu; đóng bây giờ thì bảng trở lại như trước.",
            buttons=("Bỏ thay đổi", "Sửa tiếp"),
            tone=Tone.WARNING,
        )
        return ErrorDialog.show_error(self.look, self, trouble) == 0
