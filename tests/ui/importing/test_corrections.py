"""What is corrected in the import window: columns, header, hidden parts, tables."""

import json

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from core.importing.choosing.choices import LEFT_OUT
from core.importing.grid import Spot
from core.importing.opened import RowRole
from tests.ui.hands import press
from ui.importing.column_choice import ColumnChoice
from ui.importing.sample import SampleDialog

NEAR = "ket qua cac xa.xlsx"
HIDDEN = "Có phần ẩn.xlsx"
RIVALS = "Hai tháng hai trang.xlsx"
TWO_READINGS = "Số có hai cách đọc.xlsx"


def read_anew(qtbot, window, act):
    """Do what makes the window read the file again, and wait for it."""
    with qtbot.waitSignal(window.session.recognised_anew, timeout=20_000):
        act()


def answer_dialog(monkeypatch, act):
    """Do `act` with the dialog in place of a person."""

    def run(dialog):
        act(dialog)
        return dialog.result()

    monkeypatch.setattr(ColumnChoice, "exec", run)


def meaning(window, number):
    (table,) = window.sheets.sheet.tables
    return table.column(number).meaning


def test_the_cursor_stands_on_the_first_column_that_is_only_near(window_on):
    window = window_on(NEAR)
    view = window.sheets.view
    assert "gần đúng" in view.heads.spoken(view.currentIndex().column())
    assert view.hasFocus()


def test_alt_down_offers_the_likely_meanings_first_then_all(monkeypatch, window_on):
    window = window_on(NEAR)
    seen = []
    answer_dialog(monkeypatch, lambda dialog: seen.extend(dialog.offered()))
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert seen[0].startswith("Khai thác, sử dụng lại dữ liệu")
    assert "Bỏ cột này" in seen
    assert len(seen) > 50
    assert meaning(window, 3).indicator == "reuse_rate"


def test_a_column_is_given_another_meaning_found_by_searching(
    qtbot, monkeypatch, window_on
):
    window = window_on(NEAR)

    def choose(dialog):
        dialog.show()
        QTest.keyClicks(dialog.search.edit, "xu ly dung han")
        assert all("đúng hạn" in one.lower() for one in dialog.offered())
        QTest.keyClick(dialog.search.edit, Qt.Key.Key_Return)

    answer_dialog(monkeypatch, choose)
    read_anew(qtbot, window, lambda: press(Qt.Key.Key_Return))
    column = window.sheets.sheet.tables[0].column(3)
    assert column.meaning.indicator.startswith("on_time")
    assert column.is_chosen
    assert window.sheets.view.heads.spoken(2).endswith("bạn đã chọn")


def test_a_column_is_left_out_and_taken_back(qtbot, monkeypatch, window_on):
    window = window_on(NEAR)
    before = meaning(window, 3)
    answer_dialog(monkeypatch, ColumnChoice.leave_out)
    read_anew(qtbot, window, lambda: press(Qt.Key.Key_Return))
    assert meaning(window, 3) == LEFT_OUT
    assert window.sheets.view.heads.name(2) == "Bỏ cột này"

    def take_back(dialog):
        place = [one.words for one in dialog._shown].index("Như chương trình nhận ra")
        dialog.list.setCurrentRow(place)
        dialog._take()

    answer_dialog(monkeypatch, take_back)
    read_anew(qtbot, window, lambda: press(Qt.Key.Key_Return))
    assert meaning(window, 3) == before


def test_answers_stay_when_a_column_is_corrected(qtbot, monkeypatch, window_on):
    window = window_on(TWO_READINGS)
    press(Qt.Key.Key_2)
    answer_dialog(monkeypatch, ColumnChoice.leave_out)
    read_anew(qtbot, window, lambda: window.sheets.column_asked.emit(5))
    answers = [window.session.answer(one) for one in window.session.questions]
    assert answers == [1, None]
    assert window.panel.cards[0].buttons[1].isChecked()


def test_hidden_rows_are_said_and_brought_in(qtbot, window_on):
    window = window_on(HIDDEN)
    bar, rows = window.sheets.hidden_bar, window.sheets.view.rows
    assert "1 dòng ẩn, 1 cột ẩn" in bar.text()
    assert "Tháng 6 (cũ) (ẩn)" in [
        window.sheets.sheets.itemText(n) for n in range(window.sheets.sheets.count())
    ]
    assert "bị ẩn" in rows.index(4, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    units = len(window.session.recognised.opened.report.rows)
    read_anew(qtbot, window, bar.acted.emit)
    assert len(window.session.recognised.opened.report.rows) > units
    assert "Đã đưa cả phần bị ẩn" in bar.text()


def test_of_two_tables_one_is_taken(qtbot, window_on):
    window = window_on(RIVALS)
    assert "Lấy bảng nào?" in window.panel.cards[0].asking.title
    read_anew(qtbot, window, lambda: press(Qt.Key.Key_2))
    assert window.panel.cards[0].buttons[1].isChecked()
    kept = [
        t.key.sheet
        for s in window.session.recognised.opened.sheets
        for t in s.tables
        if t.is_read
    ]
    assert kept == ["Tháng 9-2025"]
    assert window.session.period is not None


def test_the_keys_stay_with_the_questions_when_a_click_answers_the_last(
    qtbot, window_on
):
    window = window_on(RIVALS)
    left = Qt.MouseButton.LeftButton
    answer = window.panel.cards[0].buttons[1]
    read_anew(qtbot, window, lambda: QTest.mouseClick(answer, left))
    assert window.panel.first_open() is None
    assert window.panel.cards[-1].hasFocus()


def test_header_rows_are_chosen_with_the_keys(qtbot, window_on, lost):
    window = window_on(lost)
    assert not window.done_button.isEnabled()
    QTest.mouseClick(window.sheets.rechoose, Qt.MouseButton.LeftButton)
    view = window.sheets.view
    assert view.hasFocus()
    assert window.sheets.header_bar.isVisible()
    view.go_to(Spot(3, 1))
    press(Qt.Key.Key_Space)
    assert view.rows.role(3) is RowRole.HEADER
    read_anew(qtbot, window, lambda: press(Qt.Key.Key_Return))
    (table,) = window.sheets.sheet.tables
    assert table.header == (3,)
    assert not window.sheets.header_bar.isVisible()


def test_header_rows_are_chosen_with_the_mouse_and_escape_changes_nothing(window_on):
    window = window_on(NEAR)
    QTest.mouseClick(window.sheets.rechoose, Qt.MouseButton.LeftButton)
    view = window.sheets.view
    assert view.rows.marked == (2,)
    place = view.visualRect(view.rows.index(2, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.rows.marked == (2, 3)
    view.setFocus()
    press(Qt.Key.Key_Escape)
    assert view.rows.marked is None
    assert window.isVisible()
    assert window.sheets.sheet.tables[0].header == (2,)


def test_a_click_on_a_column_asks_what_it_holds(monkeypatch, window_on):
    window = window_on(NEAR)
    seen = []
    answer_dialog(monkeypatch, lambda dialog: seen.append(dialog.windowTitle()))
    heads = window.sheets.view.heads
    place = heads.viewport().rect().topLeft()
    place.setX(heads.sectionViewportPosition(4) + 20)
    place.setY(10)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert seen == ["Cột E là chỉ tiêu nào?"]


def test_the_sample_of_headers_is_shown_and_holds_no_figure(
    monkeypatch, tmp_path, window_on
):
    window = window_on(NEAR)
    path = tmp_path / "Mẫu.json"
    seen = []

    def run(dialog):
        seen.append(dialog.told.toPlainText())
        dialog.save(path)
        assert path.name in dialog.outcome.text()
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(SampleDialog, "exec", run)
    QTest.mouseClick(window.panel.sample, Qt.MouseButton.LeftButton)
    told = json.loads(path.read_text(encoding="utf-8"))
    assert path.read_text(encoding="utf-8") == seen[0]
    assert "67,5" not in seen[0]
    assert "Ea Kao" not in seen[0]
    assert told["sheets"][0]["tables"][0]["header_rows"] == [2]
