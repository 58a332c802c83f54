"""The lines around the table: what a filter hides, a paste without room, the source."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core import dossier, figures
from core.report import Layout, Report
from ui.tables.cell import LineKind
from ui.tables.clipboard import Paste
from ui.tables.form import is_one_unit
from ui.tables.model import FiguresModel
from ui.theme import Look
from ui.widgets.bars import MessageBar
from ui.widgets.buttons import Rank, button
from ui.widgets.labels import label, surface
from ui.widgets.tones import Tone

_NEW_UNIT = "Đơn vị mới"


class FilterLine(QWidget):
    """The line "Đang hiện 4 trong 24 dòng · Hiện tất cả" above a filtered table.

    Args:
        look: The look in force.

    Signals:
        all_asked: Show every row again.
    """

    all_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._told = label(look, "", "body", "text2")
        self.all = button(look, "Hiện tất &cả", rank=Rank.LINK, small=True)
        self.all.clicked.connect(self.all_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.setSpacing(4)
        row.addWidget(self._told)
        row.addWidget(self.all)
        row.addStretch()
        self.hide()

    def text(self) -> str:
        """What the line says."""
        return self._told.text()

    def follow(self, model: FiguresModel, searched: str) -> None:
        """Say how many rows are shown, or that there are none."""
        shown, whole = model.counts()
        if shown:
            self._told.setText(f"Đang hiện {shown} trong {whole} dòng ·")
        elif searched.strip():
            self._told.setText(f"Không tìm thấy “{searched.strip()}” trong bảng.")
        else:
            self._told.setText("Không có dòng nào cần xem.")
        self.setVisible(model.is_filtered())


class PasteBar(MessageBar):
    """Asks what to do with a paste that has no room.

    Args:
        look: The look in force.

    Signals:
        part_asked: Paste what there is room for.
        dropped: Paste nothing.
    """

    part_asked = Signal(object)
    dropped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._paste: Paste | None = None
        self.cancel = button(look, "&Hủy", small=True)
        self.cancel.clicked.connect(self._drop)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.cancel)
        self.acted.connect(self._go_on)

    def ask(self, paste: Paste, model: FiguresModel) -> None:
        """Show what was to be pasted, and how much room there is."""
        self._paste = paste
        rows, columns = paste.room(model)
        room = f"{min(rows, paste.rows)} × {min(columns, paste.columns)}"
        self.show_message(
            Tone.WARNING,
            f"Vùng dán {paste.rows} × {paste.columns} lớn hơn chỗ còn lại {room}.",
            "Dán &phần vừa",
        )

    def close_question(self) -> None:
        """Ask no more: the table is another."""
        self._paste = None
        self.clear()

    def drop(self) -> bool:
        """Paste nothing after all; False where nothing was asked."""
        asked = self._paste is not None
        if asked:
            self._drop()
        return asked

    def _go_on(self) -> None:
        paste = self._paste
        self.close_question()
        if paste is not None:
            self.part_asked.emit(paste)

    def _drop(self) -> None:
        self.close_question()
        self.dropped.emit()


class Foot(QWidget):
    """The line under the table: what was read and from where; units by hand.

    Args:
        look: The look in force.

    Signals:
        add_asked: Add a unit.
        remove_asked: Remove the unit of the cursor's row.
    """

    add_asked = Signal()
    remove_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._told = label(look, "", "body", "text2")
        self._told.setMinimumWidth(80)
        self.add = button(look, "Thêm đơn &vị", "plus", small=True)
        self.remove = button(look, "&Bỏ đơn vị", "trash", small=True)
        self.add.clicked.connect(self.add_asked)
        self.remove.clicked.connect(self.remove_asked)
        ground = surface()
        row = QHBoxLayout(ground)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(8)
        row.addWidget(self._told, 1)
        row.addWidget(self.add)
        row.addWidget(self.remove)
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ground)
        self.setFixedHeight(36)

    def text(self) -> str:
        """What the line says."""
        return self._told.text()

    def follow(self, report: Report, model: FiguresModel) -> None:
        """Say where the figures come from."""
        self._told.setText(source_words(report, model))
        self._told.setToolTip(source_words(report, model))
        by_hand = has_units_by_hand(report)
        self.add.setVisible(by_hand)
        self.remove.setVisible(by_hand)
        self.remove.setEnabled(bool(report.rows))


def has_units_by_hand(report: Report) -> bool:
    """Whether units are added and removed here: no file says which there are."""
    return report.source is None and report.layout is Layout.UNITS


def source_words(report: Report, model: FiguresModel) -> str:
    """What was read and from where: "Đã đọc 10 đơn vị từ “a.xlsx”, trang “Phụ lục”.".

    Dossiers are counted, and never named.
    """
    source = report.source
    if source is None:
        return "Số liệu tháng này nhập bằng tay."
    if is_one_unit(report):
        head = model.form.document.base.head
        cells = head.cells.items() if head else ()
        read = {key for (key, _), cell in cells if cell.at is not None}
        names = {model.line(row).indicator for row in range(model.rowCount())}
        count = f"{len(read & names)} chỉ tiêu"
    else:
        count = f"{figures.show(Decimal(len(report.rows)))} đơn vị"
    if report.dossiers:
        listed = dossier.counted(report.dossiers)
        count = f"{count} và {listed}" if report.rows or report.total else listed
    sheets = dict.fromkeys(table.sheet for table in source.tables)
    pages = ", ".join(f"“{sheet}”" for sheet in sheets)
    where = f", trang {pages}" if pages else ""
    return f"Đã đọc {count} từ “{source.file}”{where}."


def is_unit(model: FiguresModel, row: int) -> bool:
    """Whether a row of the table is a unit that can be removed."""
    return 0 <= row < model.rowCount() and model.line(row).kind is LineKind.FIGURES


def free_name(report: Report) -> str:
    """A name that no unit has yet: "Đơn vị mới", "Đơn vị mới 2"."""
    taken = {row.name for row in report.rows.values()}
    names = (_NEW_UNIT if n == 1 else f"{_NEW_UNIT} {n}" for n in range(1, 10**6))
    return next(name for name in names if name not in taken)
