"""The office's tables from the menu: kept in its profile, used by rules and letter at once."""

from decimal import Decimal

from core import offices
from core.office import OfficeProfile, Target, Targets, Task
from tests.ui.test_main_window import TRUONG_TAY, opened
from ui.dialogs import office, targets, tasks

KEY = "online_submit_rate"


def letter_text(document) -> str:
    letter = document.letter()
    assert letter is not None
    return "\n".join(one.text for one in letter.body)


def test_targets_are_kept_and_the_letter_uses_them_at_once(qtbot, window, monkeypatch):
    document = opened(qtbot, window, TRUONG_TAY)
    asked = []
    level = Target(KEY, Decimal("99.5"), "Kế hoạch số 12/KH-UBND")

    def ask(_look, _window, _catalogue, present, year, in_file):
        asked.append((present, year, in_file))
        return Targets({2024: {KEY: level}})

    monkeypatch.setattr(targets, "ask", ask)
    assert "99,5%" not in letter_text(document)
    window.commands.targets.trigger()
    assert asked == [(Targets(), 2024, None)]
    own = offices.own()
    assert own is not None
    assert own.targets.find(KEY, 2024) == level
    said = letter_text(document)
    assert "91,7% (chỉ tiêu tối thiểu 99,5%)" in said
    assert "bảo đảm tối thiểu 99,5%" in said
    assert "(theo Kế hoạch số 12/KH-UBND)" in said
    assert window.status.told() == "Đã lưu chỉ tiêu được giao."


def test_who_does_what_by_when_is_in_the_letter_at_once(qtbot, window, monkeypatch):
    document = opened(qtbot, window, TRUONG_TAY)
    assigned = (Task("", (KEY,), "Bà Nguyễn Thị Lan", "trước ngày 30/10/2024"),)
    given = Targets({2024: {KEY: Target(KEY, Decimal("99.5"))}})
    monkeypatch.setattr(targets, "ask", lambda *_all: given)
    monkeypatch.setattr(tasks, "ask", lambda *_all: assigned)
    window.commands.targets.trigger()
    assert "Lan" not in letter_text(document)
    window.commands.tasks.trigger()
    said = "(thực hiện: Bà Nguyễn Thị Lan; thời hạn: trước ngày 30/10/2024)"
    assert said in letter_text(document)
    own = offices.own()
    assert own is not None
    assert (own.tasks, own.targets) == (assigned, given)


def test_a_table_that_is_left_keeps_nothing(qtbot, window, monkeypatch):
    opened(qtbot, window, TRUONG_TAY)
    monkeypatch.setattr(targets, "ask", lambda *_all: None)
    monkeypatch.setattr(tasks, "ask", lambda *_all: None)
    window.commands.targets.trigger()
    window.commands.tasks.trigger()
    assert offices.own() is None


def test_without_an_office_its_details_are_asked_for_first(window, monkeypatch):
    asked: list[OfficeProfile | None] = []
    monkeypatch.setattr(
        office,
        "ask",
        lambda _look, _window, _known, present, _year: asked.append(present),
    )
    window.commands.targets.trigger()
    window.commands.tasks.trigger()
    assert asked == [None, None]
    assert "Điền thông tin cơ quan trước" in window.status.told()


def test_the_tables_are_in_the_menu(window):
    tools = next(
        action.menu()
        for action in window.header.menu.actions()
        if action.text() == "&Công cụ"
    )
    words = [action.text() for action in tools.actions()]
    assert "Chỉ tiêu được giao…" in words
    assert "Phân công thực hiện…" in words
