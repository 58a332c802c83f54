"""Targets of the office by year: a level and its basis for each criterion."""

from collections.abc import Iterable

from PySide6.QtWidgets import QMenu, QWidget

from core import office_tables, target_proposals
from core.catalogue import Catalogue
from core.office import Target, Targets
from core.target_proposals import Proposal
from ui.dialogs import target_proposal
from ui.dialogs.table_dialog import TableDialog, TableFiles
from ui.dialogs.table_model import Row, TableColumn, TableModel
from ui.dialogs.target_rows import TargetRows
from ui.theme import Look
from ui.widgets.bars import MessageBar
from ui.widgets.buttons import button, set_available
from ui.widgets.chooser import DropList
from ui.widgets.labels import label
from ui.widgets.tones import Tone

ABOUT = (
    "Mức cấp trên giao cho cơ quan, mỗi năm một bộ, kèm văn bản giao. "
    "Tiêu chí không được giao thì để trống."
)


class TargetsDialog(TableDialog):
    """Edits `Targets`; `answer` holds the new ones.

    Args:
        look: The look in force.
        parent: The window it stands over.
        catalogue: The index.
        targets: What there is.
        year: The year to show first.
        in_file: What the open file itself writes for that year, if anything.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        catalogue: Catalogue,
        targets: Targets,
        year: int,
        in_file: Proposal | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._rows = rows = TargetRows(catalogue)
        columns = (
            TableColumn("Tiêu chí", fixed=True),
            TableColumn(
                "Mức (%)", 96, numeric=True, wrong=rows.wrong_level, ghost=_not_given
            ),
            TableColumn("Căn cứ", long=True, ghost=_no_basis),
        )
        model = TableModel(columns, grows=False)
        model.begin(rows.pages(targets, {year - 1, year, year + 1}), str(year))
        super().__init__(look, parent, "Chỉ tiêu được giao", ABOUT, model)
        model.setParent(self)
        self.answer: Targets | None = None
        self._in_file, self._file_year = in_file, year
        self._build(look)
        self.offer_files(TableFiles("Chỉ tiêu được giao", self._written, self._read))
        model.changed.connect(self._follow)
        self.fit(860, 640)
        self._follow()

    def _build(self, look: Look) -> None:
        caption = label(look, "N&ăm", "strong")
        self.year = DropList(look, "Năm của chỉ tiêu")
        self.year.textActivated.connect(self._turn)
        caption.setBuddy(self.year)
        self.copy_button = button(look, "&Chép từ năm trước", "copy")
        self.copy_button.clicked.connect(self.copy_last_year)
        self.ready_button = button(look, "Lấy &mức có sẵn…", "target")
        menu = QMenu(self.ready_button)
        for one in target_proposals.bundled(self._catalogue):
            action = menu.addAction(one.name)
            action.triggered.connect(lambda _=False, one=one: self.offer(one))
        self.ready_button.setMenu(menu)
        self._counted = label(look, "", "secondary", "text2")
        for part in (caption, self.year, self.copy_button, self.ready_button):
            self.above.addWidget(part)
        self.above.addStretch(1)
        self.above.addWidget(self._counted)
        self.bar = MessageBar(look)
        self.bar.acted.connect(self._offer_file)
        self.form.insertWidget(2, self.bar)
        self.setTabOrder(self.ready_button, self.table)

    # ---------------------------------------------------------------------- the years

    def shown_year(self) -> int:
        """The year whose targets are shown."""
        return int(self.model.page)

    def _turn(self, year: str) -> None:
        self.table.leave_editor()
        self.model.turn(year)

    def _follow(self) -> None:
        """Show the year, what there is of it, and what can be done."""
        years, shown = sorted(self.model.pages()), self.model.page
        if years != [self.year.itemText(n) for n in range(self.year.count())]:
            self.year.clear()
            self.year.addItems(years)
        self.year.setCurrentText(shown)
        given = self._rows.of_rows(self.model.rows())
        rest = len(self.model.rows()) - len(given)
        self._counted.setText(f"{len(given)} tiêu chí có chỉ tiêu · {rest} chưa giao")
        before = self._year_before()
        set_available(
            self.copy_button, "" if before else "Chưa năm nào trước đó có chỉ tiêu."
        )
        self._show_file(given.keys())

    def _year_before(self) -> int:
        """The newest earlier year that has targets, or 0."""
        years = self._rows.targets(self.model.pages()).years
        return max((one for one in years if one < self.shown_year()), default=0)

    def copy_last_year(self) -> None:
        """Copy levels of the newest earlier year for criteria that have none, as a step.

        Its documents are of that year, so the basis stays empty.
        """
        self.table.leave_editor()
        before = self._year_before()
        given = self._rows.of_rows(self.model.rows())
        former = self._rows.targets(self.model.pages()).years.get(before, {})
        added = {
            key: Target(key, one.level)
            for key, one in former.items()
            if key not in given
        }
        self._put(added)
        self.say(
            f"Đã chép {len(added)} mức của năm {before}; cột Căn cứ để trống,"
            f" ghi văn bản giao chỉ tiêu năm {self.shown_year()}."
        )

    def _put(self, added: dict[str, Target]) -> None:
        pages = self._rows.with_targets(self.model.pages(), self.shown_year(), added)
        self.model.put(pages)
        self.table.setFocus()

    # --------------------------------------------------------------------- what is on offer

    def offer(self, proposal: Proposal) -> None:
        """Show what is on offer; put into the table, as a step, what the user takes."""
        self.table.leave_editor()
        given = self._rows.of_rows(self.model.rows())
        year = self.shown_year()
        taken = target_proposal.ask(self.look, self, proposal, year, given, self._rows)
        if taken:
            self._put(dict(taken))
            self.say(f"Đã đưa {len(taken)} mức vào năm {year}; Ctrl+Z để bỏ.")

    def _show_file(self, given: Iterable[str]) -> None:
        """Say that the open file has targets of its own, as long as none stands here."""
        found = self._in_file
        keys = set(found.targets) - set(given) if found else set()
        if found is None or not keys or self.shown_year() != self._file_year:
            self.bar.clear()
            return
        some = [self._rows.words(key) for key in found.targets if key in keys][:2]
        more = f" và {len(keys) - len(some)} tiêu chí khác" if len(keys) > 2 else ""
        told = f"Tệp đang mở ghi chỉ tiêu cho {', '.join(some)}{more}; công văn chỉ dùng mức ở bảng này."
        if told != self.bar.text():
            self.bar.show_message(Tone.HINT, told, "Xem mức trong tệp…")

    def _offer_file(self) -> None:
        if self._in_file is not None:
            self.offer(self._in_file)

    # ----------------------------------------------------------------------- the answer

    def _written(self) -> bytes:
        targets = self._rows.targets(self.model.pages())
        return office_tables.targets_file(targets, self._catalogue, self.shown_year())

    def _read(self, data: bytes, name: str) -> list[str]:
        year = self.shown_year()
        found = office_tables.read_targets(data, name, self._catalogue, year)
        pages = self.model.pages()
        for one, added in found.targets.years.items():
            pages = self._rows.with_targets(pages, one, added)
        years = found.targets.years
        self.model.put(pages, str(year if year in years or not years else max(years)))
        return [str(one) for one in found.remarks]

    def accept(self) -> None:
        """Close with the targets of all years."""
        self.answer = self._rows.targets(self.model.pages())
        super().accept()


def _not_given(row: Row) -> str:
    return "chưa giao" if row[0] else ""


def _no_basis(row: Row) -> str:
    return "chưa ghi văn bản giao" if row[1] else ""


def ask(
    look: Look,
    parent: QWidget,
    catalogue: Catalogue,
    targets: Targets,
    year: int,
    in_file: Proposal | None = None,
) -> Targets | None:
    """The targets as the user left them, or None."""
    dialog = TargetsDialog(look, parent, catalogue, targets, year, in_file)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer
