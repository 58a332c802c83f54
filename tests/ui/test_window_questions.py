"""What the window asks before something is lost, and the way back."""

from datetime import datetime
from os import utime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.figures import show_date
from core.report import Place
from tests.ui.test_main_window import GO_DAU, NOW, TRUONG_TAY, fill_in, opened, saved
from ui.dialogs import files as file_dialogs
from ui.widgets.error_dialog import ErrorDialog


def test_a_deleted_month_leaves_the_list(qtbot, window):
    document = opened(qtbot, window, TRUONG_TAY)
    window._delete_month(document.month_id)
    assert window.on_home()
    assert not document.is_open
    assert window.store.months() == ()


def test_deleting_asks_and_the_filled_button_keeps_the_month(
    qtbot, window, monkeypatch
):
    month_id = opened(qtbot, window, TRUONG_TAY).month_id
    window.show_home()
    asked = []

    def keep(_look, _parent, trouble):
        asked.append(trouble)
        return len(trouble.buttons) - 1

    monkeypatch.setattr(ErrorDialog, "show_error", keep)
    window._delete_month(month_id)
    assert [month.id for month in window.store.months()] == [month_id]
    assert asked[0].title == "Xóa tháng 9/2024"
    assert asked[0].buttons == ("Xóa tháng 9/2024", "Hủy")
    assert not window.deleting.bar.isVisible()


def test_a_deleted_month_comes_back_by_ctrl_z_and_by_the_bar(qtbot, window):
    month_id = opened(qtbot, window, TRUONG_TAY).month_id
    window.show_home()
    window._delete_month(month_id)
    assert window.status.told() == "Đã xóa tháng 9/2024."
    assert window.deleting.bar.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [month.id for month in window.store.months()] == [month_id]
    assert window.status.told() == "Đã lấy lại tháng 9/2024."
    assert not window.deleting.bar.isVisible()
    assert not window.commands.undo.isEnabled()
    window._delete_month(month_id)
    window.deleting.bar.acted.emit()
    assert [month.id for month in window.store.months()] == [month_id]


def test_the_bar_of_a_deletion_stays_on_the_home_screen(qtbot, window):
    month_id = opened(qtbot, window, TRUONG_TAY).month_id
    opened(qtbot, window, GO_DAU)
    window._delete_month(month_id)
    assert window.deleting.bar.isVisible()
    (left,) = window.store.months()
    window._open_month(left.id, letter=False)
    assert not window.deleting.bar.isVisible()
    window.show_home()
    window.commands.undo.trigger()
    assert len(window.store.months()) == 2


def test_saving_over_a_file_of_somebody_elses_asks_first(
    qtbot, window, told, documents
):
    document = opened(qtbot, window, TRUONG_TAY)
    fill_in(document)
    letter = document.letter()
    assert letter is not None
    there = window.errands.saver.proposed(letter)
    there.parent.mkdir(parents=True)
    there.write_bytes(b"cua nguoi khac")
    window.commands.save.trigger()
    assert told[-1].title == "Đã có tệp này"
    assert there.read_bytes() == b"cua nguoi khac"


def test_a_file_changed_in_word_meanwhile_is_named_and_not_replaced(
    qtbot, window, told
):
    fill_in(opened(qtbot, window, TRUONG_TAY))
    file = saved(qtbot, window)
    moment = file.stat().st_mtime
    later = datetime.fromtimestamp(max(moment, NOW.timestamp()) + 60).astimezone()
    utime(file, (later.timestamp(), later.timestamp()))
    window.commands.save.trigger()
    trouble = told[-1]
    assert trouble.title == "Đã có tệp này"
    assert trouble.buttons[-1] == "Lưu tên khác…"
    when = f"{later:%H:%M} ngày {show_date(later.date())}"
    assert f"đã được sửa ngoài chương trình lúc {when}" in trouble.why


def test_the_safe_button_asks_for_another_name_and_the_other_replaces(
    qtbot, window, documents, monkeypatch
):
    document = opened(qtbot, window, TRUONG_TAY)
    fill_in(document)
    letter = document.letter()
    assert letter is not None
    there = window.errands.saver.proposed(letter)
    there.parent.mkdir(parents=True)
    there.write_bytes(b"cua nguoi khac")
    asked: list[Path] = []

    def put_off(_parent, proposed):
        asked.append(proposed)

    monkeypatch.setattr(file_dialogs, "letter_to_save", put_off)
    monkeypatch.setattr(
        ErrorDialog, "show_error", lambda _l, _p, one: len(one.buttons) - 1
    )
    window.commands.save.trigger()
    assert len(asked) == 1
    assert there.read_bytes() == b"cua nguoi khac"
    monkeypatch.setattr(
        ErrorDialog, "show_error", lambda _l, _p, one: one.buttons.index("Thay tệp cũ")
    )
    assert saved(qtbot, window) == there
    assert there.read_bytes().startswith(b"PK")


def test_a_letter_with_errors_asks_before_it_is_saved(qtbot, window, told, monkeypatch):
    document = opened(qtbot, window, TRUONG_TAY)
    fill_in(document)
    document.type(Place("1", "on_time_rate"), "120")
    monkeypatch.setattr(ErrorDialog, "show_error", lambda *_: 1)
    window.commands.save.trigger()
    assert document.saved is None
    assert not window.on_home()
