"""Who does what by when: criterion, instruction, unit or person, deadline."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from core import office_tables
from core.catalogue import Catalogue
from core.criteria_words import GENERAL, Criteria, in_words
from core.letter import wording
from core.letter.wording import Wording
from core.office import LetterKind, Task
from core.weaknesses import OVERDUE
from ui.dialogs.table_dialog import TableDialog, TableFiles
from ui.dialogs.table_model import Row, Rows, TableColumn, TableModel
from ui.theme import Look
from ui.widgets.labels import label

ABOUT = (
    "Công văn ghi ai làm, hạn nào ở từng yêu cầu theo bảng này; ô để trống thì công văn "
    "không ghi, không tự đặt. Việc cần làm để trống thì dùng câu có sẵn (chữ xám)."
)


class TaskRows:
    """Writes tasks as rows (criteria, text, unit, deadline) and reads them again.

    Args:
        catalogue: The index.
        kind: Whose letters; the instructions of a superior body are worded for it.
    """

    def __init__(self, catalogue: Catalogue, kind: LetterKind) -> None:
        self._catalogue = catalogue
        self._criteria = Criteria(catalogue)
        self._kind = kind
        self._wording = wording.load()
        self.named = [
            key
            for key in (OVERDUE, *(one.key for one in catalogue.criteria))
            if self._usual(key)
        ]

    def _usual(self, key: str) -> str:
        """What a letter tells to do about `key` where the office words nothing."""
        if key == OVERDUE:
            return _shown(self._wording, f"overdue.{self._kind.value}")
        own = "superior" if self._kind is LetterKind.SUPERIOR else "task"
        return _shown(self._wording, f"criterion.{key}.{own}") or _shown(
            self._wording, f"criterion.{key}.task"
        )

    def rows(self, tasks: Sequence[Task]) -> Rows:
        """The tasks as they stand, then every criterion that has none yet."""
        given = {key for one in tasks for key in one.indicators}
        rest = (key for key in self.named if key not in given)
        return (
            *(
                (
                    office_tables.criteria_in_words(self._catalogue, one),
                    one.text,
                    one.unit,
                    one.deadline,
                )
                for one in tasks
            ),
            *((in_words(self._catalogue, key), "", "", "") for key in rest),
        )

    def task(self, row: Row) -> Task | None:
        """The task of a row; None where it assigns nothing."""
        if not any(row[1:]):
            return None
        return Task(row[1], self._criteria.find_all(row[0]) or (), row[2], row[3])

    def tasks(self, rows: Rows) -> tuple[Task, ...]:
        """The tasks that the rows say, in their order."""
        made = (self.task(row) for row in rows)
        return tuple(one for one in made if one is not None)

    def wrong_criterion(self, row: Row) -> str:
        """Why the criterion of a row that assigns something cannot be used."""
        if not any(row[1:]) or self._criteria.find_all(row[0]) is not None:
            return ""
        told = self._criteria.unknown(row[0])
        return f"{told[:1].upper()}{told[1:]}; để trống nếu là việc chung."

    def wrong_text(self, row: Row) -> str:
        """Why no letter could say the instruction of a row."""
        task = self.task(row)
        if task is None or self.wrong_criterion(row):
            return ""
        return office_tables.task_trouble(task)

    def usual_text(self, row: Row) -> str:
        """What the letter says where the row words nothing."""
        keys = self._criteria.find_all(row[0]) or ()
        if len(keys) > 1:
            return "câu có sẵn của từng tiêu chí"
        return self._usual(keys[0]) if keys else ""

    def proposals(self) -> tuple[str, ...]:
        """What may be meant while a criterion is typed."""
        return (GENERAL, *(in_words(self._catalogue, key) for key in self.named))


def _shown(known: Wording, key: str) -> str:
    """A pattern as one reads it: "…" where a letter fills something in."""
    text = known.find(key).replace(" ({units})", "")
    for slot in wording.slots_of(text):
        text = text.replace(f"{{{slot}}}", "…")
    return text


class TasksDialog(TableDialog):
    """Edits an office's tasks; `answer` holds the new ones."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        catalogue: Catalogue,
        tasks: tuple[Task, ...],
        kind: LetterKind,
    ) -> None:
        """Show `tasks` of an office that writes letters of `kind`."""
        self._catalogue = catalogue
        self._rows = rows = TaskRows(catalogue, kind)
        columns = (
            TableColumn(
                "Tiêu chí",
                230,
                wrong=rows.wrong_criterion,
                ghost=lambda row: GENERAL if any(row) else "",
                proposals=rows.proposals(),
            ),
            TableColumn(
                "Việc cần làm",
                long=True,
                wrong=rows.wrong_text,
                ghost=rows.usual_text,
            ),
            TableColumn("Đơn vị, người thực hiện", 196, ghost=_nobody),
            TableColumn("Thời hạn", 132, ghost=_no_time),
        )
        model = TableModel(columns, grows=True)
        model.begin({"": rows.rows(tasks)})
        super().__init__(look, parent, "Phân công thực hiện", ABOUT, model)
        model.setParent(self)
        self.answer: tuple[Task, ...] | None = None
        self._counted = label(look, "", "secondary", "text2")
        self.above.addWidget(self._counted)
        self.above.addStretch(1)
        files = TableFiles("Phân công thực hiện", self._written, self._read)
        self.offer_files(files)
        model.changed.connect(self._count)
        self.table.go_to(0, 2)
        self.fit(960, 660)
        self._count()

    def _count(self) -> None:
        """Say how much is assigned, and what is still open."""
        tasks = self._rows.tasks(self.model.rows())
        named = {key for one in tasks for key in one.indicators if one.unit}
        open_ones = len([key for key in self._rows.named if key not in named])
        late = len([one for one in tasks if not one.deadline])
        told = (
            f"{len(tasks)} việc đã khai · {open_ones} tiêu chí chưa có người thực hiện"
        )
        self._counted.setText(f"{told} · {late} việc chưa có hạn" if late else told)

    def _written(self) -> bytes:
        tasks = self._rows.tasks(self.model.rows())
        return office_tables.tasks_file(tasks, self._catalogue)

    def _read(self, data: bytes, name: str) -> list[str]:
        """Take a file's tasks over: those for the same criteria take the place of ours."""
        found = office_tables.read_tasks(data, name, self._catalogue)
        named = {key for one in found.tasks for key in one.indicators}
        kept = [
            one
            for one in self._rows.tasks(self.model.rows())
            if not named.intersection(one.indicators) and one not in found.tasks
        ]
        self.model.put({"": self._rows.rows((*kept, *found.tasks))})
        return [str(one) for one in found.remarks]

    def accept(self) -> None:
        """Close with the tasks."""
        self.answer = self._rows.tasks(self.model.rows())
        super().accept()


def _nobody(row: Row) -> str:
    return "chưa phân công" if any(row) else ""


def _no_time(row: Row) -> str:
    return "chưa có hạn" if any(row) else ""


def ask(
    look: Look,
    parent: QWidget,
    catalogue: Catalogue,
    tasks: tuple[Task, ...],
    kind: LetterKind,
) -> tuple[Task, ...] | None:
    """The tasks as the user left them, or None."""
    dialog = TasksDialog(look, parent, catalogue, tasks, kind)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer
