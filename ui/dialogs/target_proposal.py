"""Levels on offer beside those there are: looked at, then taken into the table or not."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from core import figures
from core.office import Target
from core.target_proposals import Proposal
from ui.dialogs.frame import FormDialog
from ui.dialogs.table_model import TableColumn, TableModel
from ui.dialogs.table_view import SmallTable
from ui.dialogs.target_rows import TargetRows
from ui.theme import Look
from ui.widgets.chooser import TickBox
from ui.widgets.labels import label

COLUMNS = (
    TableColumn("Tiêu chí", fixed=True),
    TableColumn("Đang có", 84, fixed=True, numeric=True),
    TableColumn("Mức có sẵn", 96, fixed=True, numeric=True),
    TableColumn("Căn cứ", fixed=True, ghost=lambda _row: "để trống, ghi sau"),
)


class ProposalDialog(FormDialog):
    """Shows a proposal; `answer` holds the targets that the user takes.

    Args:
        look: The look in force.
        parent: The dialog with the table.
        proposal: What is on offer.
        year: For which year it would be taken.
        present: The targets of that year.
        rows: Names the criteria.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        proposal: Proposal,
        year: int,
        present: Mapping[str, Target],
        rows: TargetRows,
    ) -> None:
        super().__init__(look, parent, proposal.name, f"&Đưa vào bảng năm {year}")
        self.answer: Mapping[str, Target] | None = None
        self._proposal, self._present = proposal, present
        self.later.setText("&Hủy")
        self.form.addWidget(label(look, proposal.source, "body", "text2", wrap=True))
        model = TableModel(COLUMNS, grows=False, parent=self)
        model.begin({"": tuple(self._row(key, rows) for key in proposal.targets)})
        self.table = SmallTable(look, model, proposal.name)
        self.form.addWidget(self.table, 1)
        self.over = TickBox(look, "&Thay cả những mức đang có")
        self.over.setVisible(bool(present.keys() & proposal.targets.keys()))
        self.form.addWidget(self.over)
        words = "Đưa vào bảng xong vẫn sửa được; chưa lưu gì cho tới khi bấm Lưu bảng."
        self.form.addWidget(label(look, words, "secondary", "text2"))
        self.fit(680, 460)

    def _row(self, key: str, rows: TargetRows) -> tuple[str, ...]:
        offered, has = self._proposal.targets[key], self._present.get(key)
        present = "" if has is None else figures.show(has.level)
        return rows.words(key), present, figures.show(offered.level), offered.basis

    def take(self) -> None:
        """Take the levels: all, or only those for criteria that have none."""
        self.answer = {
            key: target
            for key, target in self._proposal.targets.items()
            if self.over.isChecked() or key not in self._present
        }
        self.accept()


def ask(
    look: Look,
    parent: QWidget,
    proposal: Proposal,
    year: int,
    present: Mapping[str, Target],
    rows: TargetRows,
) -> Mapping[str, Target]:
    """The targets that the user takes; none where nothing is taken."""
    dialog = ProposalDialog(look, parent, proposal, year, present, rows)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer or {}
