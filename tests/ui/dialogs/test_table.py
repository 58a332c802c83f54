"""The small table of the office's dialogs: typed, pasted, undone, left by Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from tests.ui.hands import CTRL, SHIFT, focused, press, typed_line, write
from ui.dialogs.table_dialog import TableDialog, TableFiles
from ui.dialogs.table_model import GHOST_ROLE, WRONG_ROLE, TableColumn, TableModel
from ui.dialogs.table_view import SmallTable
from ui.widgets.error_dialog import DISMISSED, ErrorDialog

Key = Qt.Key


def no_digit(row: tuple[str, ...]) -> str:
    return "" if not row[1] or row[1].isdigit() else "Gõ số."


FIXED = (
    TableColumn("Tiêu chí", fixed=True),
    TableColumn("Mức", 80, numeric=True, wrong=no_digit),
    TableColumn("Căn cứ", ghost=lambda row: "chưa rõ" if row[1] else ""),
)
FREE = (TableColumn("Ngày", 100), TableColumn("Tên", proposals=("Tết", "Quốc khánh")))


@pytest.fixture
def fixed() -> TableModel:
    made = TableModel(FIXED, grows=False)
    made.begin({"2026": (("A", "1", ""), ("B", "", ""), ("C", "", ""))}, "2026")
    return made


@pytest.fixture
def free() -> TableModel:
    return TableModel(FREE, grows=True)


@pytest.fixture
def table_of(qtbot, look, show):
    """Show a table above a line to which Tab leads."""
    kept = []

    def made(model: TableModel) -> SmallTable:
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        table = SmallTable(look, model, "Bảng thử")
        column.addWidget(table)
        column.addWidget(QLineEdit())
        window.resize(600, 300)
        show(window)
        table.setFocus()
        return table

    return made


def levels(model: TableModel) -> list[str]:
    return [row[1] for row in model.rows()]


def at(table: SmallTable) -> tuple[int, int]:
    index = table.currentIndex()
    return index.row(), index.column()


def copied(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


# ------------------------------------------------------------------------- the keyboard


def test_a_text_typed_on_a_cell_takes_its_place_and_enter_goes_down(table_of, fixed):
    table = table_of(fixed)
    write("52")
    press(Key.Key_Return)
    write("47")
    press(Key.Key_Return)
    assert levels(fixed) == ["52", "47", ""]
    assert at(table) == (2, 1)


def test_f2_edits_what_is_there_at_its_end(table_of, fixed):
    table_of(fixed)
    press(Key.Key_F2)
    assert typed_line().selectedText() == ""
    write("0")
    press(Key.Key_Return)
    assert levels(fixed)[0] == "10"


def test_a_long_text_is_typed_in_a_box_that_enter_and_tab_end(table_of):
    model = TableModel((TableColumn("Tên"), TableColumn("Việc", long=True)), grows=True)
    model.begin({"": (("A", "một hai"),)})
    table = table_of(model)
    table.go_to(0, 1)
    press(Key.Key_F2)
    assert isinstance(focused(), QPlainTextEdit)
    write(" ba")
    press(Key.Key_Return)
    assert (model.rows(), at(table)) == ((("A", "một hai ba"),), (1, 1))
    table.go_to(0, 1)
    write("ab")
    press(Key.Key_Tab)
    assert (model.rows(), at(table)) == ((("A", "ab"),), (1, 0))
    table.go_to(0, 1)
    write("x")
    press(Key.Key_Escape)
    assert model.rows() == (("A", "ab"),)
    write("cd")
    table.leave_editor()
    assert model.rows() == (("A", "cd"),)


def test_escape_takes_back_what_is_being_typed(table_of, fixed):
    table_of(fixed)
    write("99")
    press(Key.Key_Escape)
    assert levels(fixed)[0] == "1"


def test_tab_goes_by_the_cells_to_type_into_and_leaves_the_table_at_its_end(
    table_of, fixed
):
    table = table_of(fixed)
    write("5")
    press(Key.Key_Tab)
    assert (levels(fixed)[0], at(table)) == ("5", (0, 2))
    press(Key.Key_Tab)
    assert at(table) == (1, 1)
    press(Key.Key_Backtab, SHIFT)
    assert at(table) == (0, 2)
    for _ in range(5):
        press(Key.Key_Tab)
    assert focused() is not table


def test_delete_clears_the_selection_as_one_step(table_of, fixed):
    table_of(fixed)
    write("1")
    press(Key.Key_Return)
    write("2")
    press(Key.Key_Return)
    press(Key.Key_Up, SHIFT)
    press(Key.Key_Up, SHIFT)
    press(Key.Key_Delete)
    assert levels(fixed) == ["", "", ""]
    press(Key.Key_Z, CTRL)
    assert levels(fixed) == ["1", "2", ""]


def test_what_is_only_read_takes_no_typing(table_of, fixed):
    table = table_of(fixed)
    press(Key.Key_Left)
    assert at(table) == (0, 0)
    write("x")
    press(Key.Key_Delete)
    assert fixed.rows()[0][0] == "A"


def test_a_block_of_a_workbook_is_pasted_as_one_step(table_of, fixed):
    table_of(fixed)
    copied("52\tKế hoạch 12\r\n47\t  Kế   hoạch 13\r\n")
    press(Key.Key_V, CTRL)
    assert fixed.rows()[:2] == (("A", "52", "Kế hoạch 12"), ("B", "47", "Kế hoạch 13"))
    press(Key.Key_Z, CTRL)
    assert fixed.rows()[:2] == (("A", "1", ""), ("B", "", ""))
    press(Key.Key_Y, CTRL)
    assert levels(fixed) == ["52", "47", ""]


def test_one_text_pasted_fills_the_selection(table_of, fixed):
    table_of(fixed)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Down, SHIFT)
    copied("100")
    press(Key.Key_V, CTRL)
    assert levels(fixed) == ["100", "100", "100"]


def test_rows_of_a_paste_that_have_no_room_are_told(qtbot, table_of, fixed):
    table_of(fixed)
    copied("1\n2\n3\n4\n5")
    with qtbot.waitSignal(fixed.told) as told:
        press(Key.Key_V, CTRL)
    assert levels(fixed) == ["1", "2", "3"]
    assert told.args == ["Bảng hết dòng: 2 dòng cuối của vùng dán chưa vào bảng."]


def test_a_paste_over_other_names_is_not_taken_and_the_same_names_are(
    qtbot, table_of, fixed
):
    table = table_of(fixed)
    press(Key.Key_Left)
    copied("B\t47\nA\t52")
    with qtbot.waitSignal(fixed.told):
        press(Key.Key_V, CTRL)
    assert levels(fixed) == ["1", "", ""]
    copied("A\t52\nB\t47")
    press(Key.Key_V, CTRL)
    assert levels(fixed) == ["52", "47", ""]
    assert at(table) == (0, 0)


def test_cells_copied_and_cut_reach_the_clipboard_as_a_workbook_reads_them(
    table_of, fixed
):
    table_of(fixed)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "1\t\n\t\n"
    assert levels(fixed) == ["", "", ""]


def test_typing_in_the_last_row_makes_another(table_of, free):
    table = table_of(free)
    assert free.rowCount() == 1
    write("2/9")
    press(Key.Key_Tab)
    write("Xuan")
    press(Key.Key_Return)
    QApplication.processEvents()
    assert free.rows() == (("2/9", "Xuan"),)
    assert free.rowCount() == 2
    assert table.currentIndex().row() == 1
    press(Key.Key_Z, CTRL)
    press(Key.Key_Z, CTRL)
    assert free.rows() == ()
    assert free.rowCount() == 1


def test_what_may_be_meant_is_offered_by_any_part_of_it(table_of, free):
    table = table_of(free)
    table.go_to(0, 1)
    press(Key.Key_F2)
    offered = typed_line().completer()
    offered.setCompletionPrefix("KHÁNH")
    assert offered.completionCount() == 1
    assert offered.currentCompletion() == "Quốc khánh"


# ------------------------------------------------------------------------------ the model


def test_pages_are_undone_with_the_page_they_were_on(fixed):
    fixed.write(0, 1, [["9"]])
    fixed.turn("2025")
    assert fixed.rowCount() == 0
    fixed.put({**fixed.pages(), "2025": (("A", "7", ""),)})
    fixed.undo()
    assert (fixed.page, fixed.rows()) == ("2025", ())
    fixed.undo()
    assert (fixed.page, levels(fixed)) == ("2026", ["1", "", ""])


def test_a_table_typed_back_to_what_it_was_has_not_changed(fixed, free):
    fixed.write(0, 1, [["9"]])
    assert fixed.is_changed()
    fixed.write(0, 1, [["1"]])
    assert not fixed.is_changed()
    free.write(3, 0, [[""]])
    assert not free.is_changed()


def test_what_is_wrong_is_said_where_it_stands(fixed):
    fixed.write(1, 1, [["năm mươi"]])
    cell = fixed.index(1, 1)
    assert cell.data(WRONG_ROLE) == "Gõ số."
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "B, Mức, năm mươi, Gõ số."
    assert fixed.wrong_cells() == [("2026", 1, 1)]


def test_an_empty_cell_says_in_grey_what_holds(fixed):
    assert fixed.index(0, 2).data(GHOST_ROLE) == "chưa rõ"
    assert fixed.index(1, 2).data(GHOST_ROLE) == ""


# ----------------------------------------------------------------------------- the dialog


@pytest.fixture
def dialog(qtbot, look, show, fixed, told) -> TableDialog:
    made = TableDialog(look, None, "Bảng thử", "Để thử.", fixed)

    def read(data: bytes, _name: str) -> list[str]:
        fixed.write(0, 1, [[data.decode()]])
        return ["Ô B2: dòng này chưa được nhập."]

    def written() -> bytes:
        return ",".join(levels(fixed)).encode()

    made.offer_files(TableFiles("bảng thử", written, read))
    qtbot.addWidget(made)
    made.fit(640, 480)
    show(made)
    return made


def test_escape_closes_at_once_where_nothing_was_changed(dialog, told):
    press(Key.Key_Escape)
    assert not dialog.isVisible()
    assert told == []


@pytest.mark.parametrize(
    ("answer", "stays"), [(0, False), (1, True), (DISMISSED, True)]
)
def test_escape_asks_where_something_was_changed(dialog, monkeypatch, answer, stays):
    asked = []

    def show_error(_look, _parent, trouble):
        asked.append(trouble.title)
        return answer

    monkeypatch.setattr(ErrorDialog, "show_error", show_error)
    write("9")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    assert asked == ["Bỏ các thay đổi trong bảng này?"]
    assert dialog.isVisible() is stays


def test_a_wrong_text_is_gone_to_and_said_instead_of_taken(dialog, fixed):
    fixed.write(2, 1, [["x"]])
    dialog.take()
    assert dialog.isVisible()
    assert at(dialog.table) == (2, 1)
    assert dialog.said.text() == "Chưa lưu: Gõ số."
    fixed.write(2, 1, [["3"]])
    dialog.take()
    assert not dialog.isVisible()


def test_what_is_still_being_typed_is_taken_with_the_rest(dialog, fixed):
    write("7")
    dialog.take()
    assert levels(fixed)[0] == "7"


def test_a_file_is_taken_over_as_one_step_and_what_it_did_not_give_is_shown(
    dialog, fixed, tmp_path
):
    path = tmp_path / "bảng.xlsx"
    path.write_bytes(b"42")
    dialog.take_file(path)
    assert levels(fixed)[0] == "42"
    assert dialog.remarks.isVisible()
    assert dialog.remarks.toPlainText() == "Ô B2: dòng này chưa được nhập."
    assert "Ctrl+Z" in dialog.said.text()
    press(Key.Key_Z, CTRL)
    assert levels(fixed)[0] == "1"


def test_a_file_that_is_not_there_is_told_and_changes_nothing(
    dialog, fixed, told, tmp_path
):
    dialog.take_file(tmp_path / "bảng.xlsx")
    assert told[0].title == "Chưa nhập được tệp này"
    assert not fixed.is_changed()


def test_the_table_is_exported_as_it_stands(dialog, tmp_path, told):
    write("8")
    path = tmp_path / "ra.xlsx"
    dialog.save_file(path)
    assert path.read_bytes() == b"8,,"
    assert "ra.xlsx" in dialog.said.text()
    dialog.save_file(tmp_path / "không có" / "ra.xlsx")
    assert told[0].title == "Chưa xuất được tệp"
