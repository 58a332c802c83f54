"""“Gửi mẫu tiêu đề…”: what the file of headers holds, seen before it is saved."""

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core import files
from core.catalogue import Catalogue
from core.errors import CongVanError
from core.importing import sample_layout
from core.importing.opened import Opened
from ui.saving import documents
from ui.theme import Look
from ui.widgets.buttons import Rank, button
from ui.widgets.labels import label, set_ink, surface

_TOLD = (
    "Tệp này chỉ có tiêu đề các cột và dạng của các ô (số viết thành 9), không có số liệu, "
    "không có tên đơn vị hay tên người. Xem hết bên dưới rồi lưu, gửi cho người hỗ trợ "
    "chương trình để bảng của bạn được nhận ra."
)


class SampleDialog(QDialog):
    """Shows the headers and shapes of a file, and saves them where the user wants."""

    def __init__(
        self, look: Look, parent: QWidget, opened: Opened, catalogue: Catalogue
    ) -> None:
        """Show what would be saved."""
        super().__init__(parent)
        self.setWindowTitle("Gửi mẫu tiêu đề")
        self.told = QPlainTextEdit(sample_layout.sample(opened, catalogue))
        self.told.setReadOnly(True)
        self.told.setProperty("v", "well")
        self.told.setAccessibleName("Nội dung của tệp sẽ lưu")
        self.told.setTabChangesFocus(True)
        self.outcome = label(look, "", "secondary", "text2", wrap=True)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(look, "Gửi mẫu tiêu đề", "title"))
        column.addWidget(label(look, _TOLD, wrap=True))
        column.addWidget(self.told, 1)
        column.addWidget(self.outcome)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(self._foot(look))
        room = self.screen().availableGeometry().height() - 40
        self.resize(640, min(520, room))

    def _foot(self, look: Look) -> QWidget:
        foot = surface("footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 11, 17, 12)
        row.setSpacing(8)
        close = button(look, "Đó&ng")
        close.clicked.connect(self.reject)
        self.save_button = button(look, "&Lưu tệp…", rank=Rank.PRIMARY)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.choose)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.save_button)
        return foot

    def choose(self) -> None:
        """Ask where the file is to be saved, and save it there."""
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            "Lưu mẫu tiêu đề",
            str(documents() / sample_layout.FILE_NAME),
            "Mẫu tiêu đề (*.json)",
        )
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        """Save what is shown; says where, or why not."""
        try:
            files.save(path, self.told.toPlainText().encode())
        except CongVanError as error:
            set_ink(self.outcome, "err")
            self.outcome.setText(str(error))
            return
        set_ink(self.outcome, "text2")
        self.outcome.setText(f"Đã lưu “{path.name}” vào thư mục {path.parent}.")
