"""The dialog of who does what by when: empty is said, and nothing is made up."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from core import catalogue, office_tables, profiles
from core.office import LetterKind, Task
from tests.ui.hands import press, write
from ui.dialogs.table_model import GHOST_ROLE
from ui.dialogs.tasks import TasksDialog

KNOWN = catalogue.load()
Key = Qt.Key
LAN = Task("", ("online_pay_rate",), "Bà Lan", "hằng tuần")
REPORT = Task("Báo cáo kết quả về UBND xã", (), "Văn phòng", "ngày 05 hằng tháng")


@pytest.fixture
def dialog_of(qtbot, look, show, told):
    def made(*tasks: Task, kind: LetterKind = LetterKind.COMMUNE) -> TasksDialog:
        dialog = TasksDialog(look, None, KNOWN, tasks, kind)
        qtbot.addWidget(dialog)
        show(dialog)
        return dialog

    return made


def row_of(dialog: TasksDialog, words: str) -> int:
    rows = dialog.model.rows()
    return next(n for n, row in enumerate(rows) if row[0].startswith(words))


def ghost(dialog: TasksDialog, row: int, column: int) -> str:
    return str(dialog.model.index(row, column).data(GHOST_ROLE))


def taken(dialog: TasksDialog) -> tuple[Task, ...]:
    dialog.take()
    assert dialog.answer is not None
    return dialog.answer


def test_every_criterion_that_a_letter_orders_about_waits_for_somebody(dialog_of):
    dialog = dialog_of()
    at = row_of(dialog, "3.6")
    assert ghost(dialog, at, 1).startswith("Tăng cường hướng dẫn")
    assert ghost(dialog, at, 2) == "chưa phân công"
    assert ghost(dialog, at, 3) == "chưa có hạn"
    assert "{" not in "".join(
        ghost(dialog, n, 1) for n in range(dialog.model.rowCount())
    )
    assert taken(dialog) == ()


def test_what_only_the_province_can_do_is_no_task_of_a_commune(dialog_of):
    commune = {row[0] for row in dialog_of().model.rows()}
    district = {row[0] for row in dialog_of(kind=LetterKind.SUPERIOR).model.rows()}
    assert {words.split()[0] for words in district - commune} == {"1.1", "1.2", "1.3"}


def test_who_and_when_typed_by_keyboard_become_a_task(dialog_of):
    dialog = dialog_of()
    dialog.table.go_to(row_of(dialog, "3.6"), 2)
    write("Ba Lan")
    press(Key.Key_Tab)
    write("30/11/2026")
    press(Key.Key_Return)
    assert taken(dialog) == (Task("", ("online_pay_rate",), "Ba Lan", "30/11/2026"),)


def test_tasks_come_back_in_their_order_as_they_were(dialog_of):
    office = profiles.find("huyen-go-dau")
    dialog = dialog_of(REPORT, *office.tasks, LAN, kind=office.kind)
    assert not dialog.model.is_changed()
    assert taken(dialog) == (REPORT, *office.tasks, LAN)


def test_a_task_without_a_criterion_is_added_in_the_last_row(dialog_of):
    dialog = dialog_of(LAN)
    dialog.model.write(dialog.model.rowCount() - 1, 1, [[REPORT.text, "Văn phòng"]])
    assert taken(dialog) == (LAN, Task(REPORT.text, (), "Văn phòng"))


def test_how_much_is_still_open_is_said(dialog_of):
    dialog = dialog_of(LAN, Task("Báo cáo", (), "Văn phòng"))
    criteria = len(dialog.model.rows()) - 1
    assert dialog._counted.text() == (
        f"2 việc đã khai · {criteria - 1} tiêu chí chưa có người thực hiện"
        " · 1 việc chưa có hạn"
    )


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("Trồng cây", "Trồng", "", ""), "Không có tiêu chí nào tên “Trồng cây”"),
        (("3.6", "Đạt {ngày}", "", ""), "Có chỗ trống không dùng được: {ngày}."),
        (("", "", "Bà Lan", ""), "Việc chung phải ghi việc cần làm."),
        (("Số hóa hồ sơ", "", "Bà Lan", ""), "có thể là"),
    ],
)
def test_a_row_that_no_letter_could_use_is_said_and_nothing_is_saved(
    dialog_of, row, words
):
    dialog = dialog_of()
    dialog.model.write(dialog.model.rowCount() - 1, 0, [list(row)])
    dialog.take()
    assert dialog.answer is None
    assert words in dialog.said.text()


def test_a_file_takes_the_place_of_tasks_for_its_criteria_only(dialog_of, tmp_path):
    other = Task("", ("reuse_rate",), "Ông Minh", "")
    new = Task("Thu phí trực tuyến", ("online_pay_rate",), "Ông Bình", "30/11")
    path = tmp_path / "phân công.xlsx"
    path.write_bytes(office_tables.tasks_file((new, REPORT), KNOWN))
    dialog = dialog_of(LAN, other, REPORT)
    dialog.take_file(path)
    assert taken(dialog) == (other, new, REPORT)


def test_the_exported_file_holds_what_stands_in_the_table(dialog_of, tmp_path):
    dialog = dialog_of(LAN, REPORT)
    dialog.save_file(tmp_path / "ra.xlsx")
    data = (tmp_path / "ra.xlsx").read_bytes()
    assert office_tables.read_tasks(data, "ra.xlsx", KNOWN).tasks == (LAN, REPORT)


def test_a_row_is_as_high_as_the_lines_of_what_is_shown_in_it(dialog_of, look):
    dialog = dialog_of(Task("", ("reuse_rate",), "Bà Lan, " * 20, "30/11"))
    table, fonts = dialog.table, look.theme.fonts

    def lines(row: int, column: int) -> int:
        typed = dialog.model.index(row, column).data()
        metrics = QFontMetrics(fonts.body if typed else fonts.empty)
        room = QRect(0, 0, table.columnWidth(column) - 20, 10_000)
        said = typed or ghost(dialog, row, column)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, said).height()

    heights = {table.rowHeight(row) for row in range(dialog.model.rowCount())}
    assert len(heights) > 2
    for row in range(dialog.model.rowCount() - 1):
        most = max(lines(row, column) for column in range(4))
        least = look.theme.metrics.row
        assert max(least, most) <= table.rowHeight(row) <= max(least, most + 12), row
