"""A file over a month that is kept: nothing typed is lost unasked, all is one step."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core import resources
from core.importing.books import pasted
from core.importing.comparing import Side
from core.report import Place
from tests.ui.hands import press
from tests.ui.importing.conftest import lend, shown
from ui.importing.overlap import OverlapDialog
from ui.importing.window import ImportWindow
from ui.widgets.error_dialog import ErrorDialog

GO_DAU = next((resources.folder() / "samples").glob("*Gò Dầu*.xlsx"))
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def decide(monkeypatch):
    """Do something with the dialog of differences in place of a person."""

    def made(act):
        seen: list[OverlapDialog] = []

        def run(dialog):
            seen.append(dialog)
            act(dialog)
            return dialog.result()

        monkeypatch.setattr(OverlapDialog, "exec", run)
        return seen

    return made


@pytest.fixture
def opened(qtbot, window, child):
    """The program with the sample of Gò Dầu open, and a way to open other files."""
    lend(window, child)

    def open_file(path: Path) -> None:
        with qtbot.waitSignal(window.errands.month_opened, timeout=30_000):
            window.errands.open(path)

    open_file(GO_DAU)
    return open_file


def place_of(window) -> Place:
    """A figure of the second unit."""
    row = window.document.report.rows["2"]
    return next(
        Place(row.id, *field)
        for field, cell in row.cells.items()
        if cell.number is not None
    )


def corrected(tmp_path: Path, at: str, value: float) -> Path:
    """The sample with another value in one cell, as its office sends it once more."""
    path = tmp_path / f"{GO_DAU.stem} (sửa).xlsx"
    shutil.copy(GO_DAU, path)
    book = openpyxl.load_workbook(path)
    sheet, _, cell = at.rpartition("!")
    book[sheet][cell] = value
    book.save(path)
    return path


def test_a_file_over_an_edited_month_is_settled_cell_by_cell_in_one_step(
    window, opened, decide, tmp_path
):
    document = window.document
    place = place_of(window)
    document.type(place, "77")
    month, steps = document.month_id, document.history.position
    path = corrected(tmp_path, document.base.cell(place).at, 5)
    seen = decide(lambda dialog: (dialog.lines.choose(0, Side.THEIRS), dialog.accept()))
    opened(path)
    assert [dialog.lines.rowCount() for dialog in seen] == [1]
    assert document.month_id == month
    assert document.report.number_at(place) == 5
    assert document.history.position == steps + 1
    document.undo()
    assert document.report.number_at(place) == 77


def test_all_of_mine_is_kept_unless_said_otherwise(window, opened, decide, tmp_path):
    document = window.document
    place = place_of(window)
    document.type(place, "77")
    path = corrected(tmp_path, document.base.cell(place).at, 5)
    decide(OverlapDialog.accept)
    opened(path)
    assert document.report.number_at(place) == 77


def test_all_of_the_file_is_taken_by_one_button(window, opened, decide, tmp_path):
    document = window.document
    place = place_of(window)
    document.type(place, "77")
    path = corrected(tmp_path, document.base.cell(place).at, 5)

    def all_theirs(dialog):
        dialog.theirs.click()
        dialog.done_button.click()

    decide(all_theirs)
    opened(path)
    assert document.report.number_at(place) == 5


def test_the_dialog_is_used_with_keys_and_reads_aloud(
    window, opened, decide, tmp_path, show
):
    document = window.document
    place = place_of(window)
    document.type(place, "77")
    path = corrected(tmp_path, document.base.cell(place).at, 5)
    told = []

    def by_keys(dialog):
        show(dialog)
        press(Qt.Key.Key_Right)
        press(Qt.Key.Key_Space)
        index = dialog.lines.index(0, 3)
        told.append(index.data(Qt.ItemDataRole.AccessibleTextRole))
        dialog.accept()

    decide(by_keys)
    opened(path)
    assert "Trong tệp: 5, đang chọn" in told[0]
    assert document.report.number_at(place) == 5


def test_a_file_over_an_edited_month_can_be_a_month_of_its_own(
    window, opened, decide, tmp_path
):
    place = place_of(window)
    window.document.type(place, "77")
    path = corrected(tmp_path, window.document.base.cell(place).at, 5)
    decide(lambda dialog: dialog.apart.click())
    opened(path)
    assert len(window.store.months()) == 2
    assert window.document.report.number_at(place) == 5


def test_the_open_month_is_recognised_again_and_what_is_left_out_goes(
    qtbot, window, opened
):
    document = window.document
    month = document.month_id
    assert window.commands.again.isEnabled()
    window.commands.again.trigger()
    asked = shown(qtbot, window)
    column = next(
        one
        for one in asked.session.recognised.opened.columns
        if one.meaning and one.meaning.indicator == place_of(window).indicator
    )
    (table,) = asked.sheets.sheet.tables
    with qtbot.waitSignal(asked.session.recognised_anew, timeout=20_000):
        asked.session.leave_out(table.key, column.number)
    place = place_of(window)
    with qtbot.waitSignal(window.errands.month_opened, timeout=30_000):
        QTest.mouseClick(asked.done_button, Qt.MouseButton.LeftButton)
    assert document.month_id == month
    assert document.report.number_at(place) is None
    document.undo()
    assert document.report.number_at(place) is not None


def test_a_table_pasted_on_the_home_screen_is_asked_about_and_taken(
    qtbot, window, child
):
    lend(window, child)
    data = QMimeData()
    data.setText(
        "Đơn vị\tTổng số hồ sơ xử lý quá hạn\tTỷ lệ hồ sơ xử lý đúng hạn (%)\n"
        "Xã Ea Kao\t4\t98,31\nXã Hòa Phú\t0\t100\n"
    )
    QApplication.clipboard().setMimeData(data)
    press(Qt.Key.Key_V, CTRL)
    asked = shown(qtbot, window)
    assert isinstance(asked, ImportWindow)
    assert asked.session.origin.name == pasted.SOURCE
    with qtbot.waitSignal(window.errands.month_opened, timeout=30_000):
        QTest.mouseClick(asked.done_button, Qt.MouseButton.LeftButton)
    assert [row.name for row in window.document.report.rows.values()] == [
        "Xã Ea Kao",
        "Xã Hòa Phú",
    ]
    assert window.errands.opener.recent() == []


def test_an_empty_clipboard_is_said(window, child):
    lend(window, child)
    QApplication.clipboard().clear()
    window.commands.paste_table.trigger()
    assert "Chưa có bảng nào để dán" in window.status.told()


def test_a_file_without_a_table_is_told_and_nothing_is_opened(
    qtbot, window, child, told, lost
):
    lend(window, child)
    window.errands.open(lost)
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert "Không nhận ra bảng số liệu" in told[0].why
    assert window.errands.importing.shown is None
    assert not window.document.is_open


def test_a_file_without_a_table_can_be_looked_at_all_the_same(
    qtbot, monkeypatch, window, child, lost
):
    lend(window, child)
    seen = []

    def go_on(_look, _parent, trouble):
        seen.append(trouble.buttons)
        return 1

    monkeypatch.setattr(ErrorDialog, "show_error", go_on)
    window.errands.open(lost)
    asked = shown(qtbot, window)
    assert seen == [("Đóng", "Chỉ &dòng tiêu đề…")]
    assert not asked.done_button.isEnabled()
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.errands.importing.shown is None)


def test_a_newer_file_takes_the_place_of_a_month_that_nobody_edited_in_one_step(
    window, opened, tmp_path
):
    document, place = window.document, place_of(window)
    month, before = document.month_id, document.report
    opened(corrected(tmp_path, document.report.cell(place).at, 5))
    assert [one.id for one in window.store.months()] == [month]
    assert document.report.number_at(place) == 5
    assert document.former(place) is None
    assert "Đã thay số liệu tháng 11/2024" in window.status.told()
    document.undo()
    assert document.report == before
    document.redo()
    assert document.report.number_at(place) == 5


def test_the_newer_file_opened_again_is_the_month_as_it_was_left(
    window, opened, tmp_path
):
    document, place = window.document, place_of(window)
    path = corrected(tmp_path, document.report.cell(place).at, 5)
    opened(path)
    document.type(place, "78")
    opened(next(GO_DAU.parent.glob("*Trường Tây*.xlsx")))
    opened(path)
    assert document.report.number_at(place) == 78
    assert document.report.source.file == path.name
    assert document.former(place).number == 5


def test_after_a_newer_file_only_what_was_typed_is_asked_about(
    window, opened, decide, tmp_path
):
    document, place = window.document, place_of(window)
    at = document.report.cell(place).at
    opened(corrected(tmp_path, at, 5))
    other = next(
        Place("3", *field)
        for field, cell in document.report.rows["3"].cells.items()
        if cell.number is not None
    )
    document.type(other, "66")
    seen = decide(OverlapDialog.accept)
    path = corrected(tmp_path, at, 6)
    opened(path)
    assert [one.place for one in seen[0].lines.found] == [other]
    assert document.report.number_at(place) == 6
    assert document.report.number_at(other) == 66


def test_the_newer_file_can_be_given_a_month_of_its_own_afterwards(
    qtbot, window, opened, tmp_path
):
    document, place = window.document, place_of(window)
    month, before = document.month_id, document.report
    opened(corrected(tmp_path, document.report.cell(place).at, 5))
    assert window.status.link.text() == "Để thành tháng riêng"
    QTest.mouseClick(window.status.link, Qt.MouseButton.LeftButton)
    assert len(window.store.months()) == 2
    assert document.month_id != month
    assert document.report.number_at(place) == 5
    document.open_month(month)
    assert document.report == before


def test_a_newer_file_that_lacks_units_asks_before_they_are_gone(
    qtbot, monkeypatch, window, opened, tmp_path
):
    document, shown_troubles, answers = window.document, [], [0, 1]

    def answer(_look, _parent, trouble):
        shown_troubles.append(trouble)
        return answers.pop(0)

    monkeypatch.setattr(ErrorDialog, "show_error", answer)
    gone = document.report.rows["2"].name
    path = tmp_path / f"{GO_DAU.stem} (thiếu).xlsx"
    book = openpyxl.load_workbook(GO_DAU)
    row = document.report.rows["2"].cell("unit_name").at
    sheet, _, cell = row.rpartition("!")
    book[sheet].delete_rows(book[sheet][cell].row)
    book.save(path)
    window.errands.open(path)
    qtbot.waitUntil(lambda: bool(shown_troubles), timeout=30_000)
    assert gone in shown_troubles[0].why
    assert "tháng 11/2024" in shown_troubles[0].title
    assert window.status.told() == "Chưa đưa gì vào bảng."
    assert document.report.rows["2"].name == gone
    opened(path)
    assert gone not in {row.name for row in document.report.rows.values()}
    assert len(window.store.months()) == 1


def test_a_table_of_other_figures_of_the_same_month_stays_a_month_of_its_own(
    window, opened, tmp_path
):
    path = tmp_path / f"{GO_DAU.stem} (khác).xlsx"
    book = openpyxl.Workbook()
    report = window.document.report
    table = book.create_sheet("Phụ lục", 0)
    table.append(["Kết quả tháng 11/2024 huyện Gò Dầu"])
    table.append(["STT", "Tên đơn vị", "Tỷ lệ hồ sơ nộp trực tuyến (%)"])
    for number, row in enumerate(report.rows.values(), 1):
        table.append([number, row.name, 90 + number / 10])
    book.save(path)
    opened(path)
    assert len(window.store.months()) == 2
