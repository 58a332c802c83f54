"""The dialog that settles a file over a month edited by hand."""

from collections.abc import Mapping

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from core.catalogue import Catalogue
from core.importing.comparing import Difference, Side
from core.report import Place, Report
from ui.importing.differences import (
    DifferencesModel,
    DifferencesView,
    counted,
    is_asked,
)
from ui.theme import Look
from ui.widgets.buttons import Rank, button
from ui.widgets.labels import label, rule, surface


class OverlapDialog(QDialog):
    """Shows what differs and lets each side win, cell by cell or all.

    Attributes:
        sides: What was decided, by place.
        is_apart: The file shall be a month of its own.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        catalogue: Catalogue,
        kept: Report,
        found: tuple[Difference, ...],
        period: str,
    ) -> None:
        """Show the places where the user's own figures are at stake."""
        super().__init__(parent)
        self._look = look
        self.is_apart = False
        asked = [one for one in found if is_asked(one)]
        self._others = len(found) - len(asked)
        self.lines = DifferencesModel(kept, catalogue, asked, self)
        self.lines.chosen.connect(self._count)
        self.view = DifferencesView(look, self.lines, self)
        title = f"{_begun(period)} đã có số bạn sửa"
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(10)
        column.addWidget(label(look, title, "title"))
        column.addWidget(label(look, self._told(period), wrap=True))
        column.addLayout(self._all_or_all())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column)
        whole.addWidget(rule())
        whole.addWidget(self.view, 1)
        whole.addWidget(self._foot())
        room = self.screen().availableGeometry().height() - 40
        self.resize(820, min(540, room))
        self._count()
        self.view.setFocus()

    def _told(self, period: str) -> str:
        count = self.lines.rowCount()
        told = (
            f"{_begun(period)} có {count} ô bạn đã sửa khác với tệp. Chọn từng ô, hoặc giữ tất cả "
            "của bạn."
        )
        if self._others:
            told += f" {self._others} ô khác bạn chưa sửa sẽ lấy theo tệp."
        return told

    def _all_or_all(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.mine = button(self._look, "&Giữ tất cả của bạn", small=True)
        self.theirs = button(self._look, "&Lấy tất cả của tệp", small=True)
        self.mine.clicked.connect(lambda: self.lines.choose_all(Side.MINE))
        self.theirs.clicked.connect(lambda: self.lines.choose_all(Side.THEIRS))
        self._counted = label(self._look, "", "secondary", "text2")
        row.addWidget(self.mine)
        row.addWidget(self.theirs)
        row.addStretch(1)
        row.addWidget(self._counted)
        return row

    def _foot(self) -> QWidget:
        foot = surface("footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 11, 17, 12)
        row.setSpacing(8)
        self.apart = button(self._look, "Để thành &tháng riêng", rank=Rank.GHOST)
        self.apart.clicked.connect(self._set_apart)
        cancel = button(self._look, "&Hủy")
        cancel.clicked.connect(self.reject)
        self.done_button = button(self._look, "Đưa vào &bảng", rank=Rank.PRIMARY)
        self.done_button.clicked.connect(self.accept)
        row.addWidget(self.apart)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.done_button)
        return foot

    @property
    def sides(self) -> Mapping[Place, Side]:
        """What was decided, by place."""
        return dict(self.lines.sides)

    def _count(self) -> None:
        self._counted.setText(counted(self.lines.sides))

    def _set_apart(self) -> None:
        self.is_apart = True
        self.accept()


def _begun(words: str) -> str:
    """The words as a sentence begins with them."""
    return words[:1].upper() + words[1:]
