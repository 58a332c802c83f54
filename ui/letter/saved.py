"""What the screen shows once the letter is saved: where it is, what comes next."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.document import Document
from ui.letter.audited import SavedAudit
from ui.theme import Look
from ui.widgets.buttons import Rank, button
from ui.widgets.labels import IconLabel, label, rule


class SavedPanel(QWidget):
    """Name and folder of the file, "Mở bằng Word", and what is found in it.

    Signals:
        open_asked: Path of the file or of its folder.
        back_asked: Show the letter's parts again.
    """

    open_asked = Signal(object)
    back_asked = Signal()

    def __init__(self, look: Look, path: Path, document: Document) -> None:
        """Show what became of the save."""
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addLayout(self._told(path, document))
        column.addLayout(self._next(path))
        column.addWidget(rule())
        self.audit = SavedAudit(look, path, document)
        column.addWidget(self.audit)
        column.addWidget(rule())
        column.addLayout(self._gaps(document))
        column.addStretch(1)
        back = button(
            look, "&Về các phần của công văn", "chevron-left", rank=Rank.GHOST
        )
        back.clicked.connect(self.back_asked)
        column.addWidget(back)

    def _told(self, path: Path, document: Document) -> QHBoxLayout:
        look = self._look
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(look, "Đã lưu công văn", "title"))
        words.addWidget(label(look, path.name, "strong", wrap=True))
        at = f"   ·   lúc {document.saved.at:%H:%M}" if document.saved else ""
        where = f"{path.parent.parent.name} › {path.parent.name}{at}"
        words.addWidget(label(look, where, "secondary", "text2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(14)
        icon = QVBoxLayout()
        icon.addWidget(IconLabel(look, "check-filled", "accent", 24))
        icon.addStretch(1)
        row.addLayout(icon)
        row.addLayout(words, 1)
        return row

    def _next(self, path: Path) -> QHBoxLayout:
        word = button(self._look, "&Mở bằng Word", "word", rank=Rank.PRIMARY)
        word.clicked.connect(lambda: self.open_asked.emit(path))
        folder = button(self._look, "Mở &thư mục", "folder")
        folder.clicked.connect(lambda: self.open_asked.emit(path.parent))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(word)
        row.addWidget(folder)
        row.addStretch(1)
        return row

    def _gaps(self, document: Document) -> QVBoxLayout:
        """What the file still needs from people."""
        column = QVBoxLayout()
        column.setSpacing(6)
        letter = document.letter()
        if letter is None:
            return column
        told = []
        if letter.missing:
            told.append(f"{len(letter.missing)} chỗ ghi [chưa có số liệu].")
        if not letter.signatory.name:
            told.append("Chưa có họ tên người ký: điền ở Thông tin cơ quan.")
        if not letter.number:
            told.append("Số công văn để trống: văn thư điền khi phát hành.")
        for words in told:
            column.addWidget(label(self._look, words, "body", "text2", wrap=True))
        return column
