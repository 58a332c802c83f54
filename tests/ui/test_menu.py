"""The menu of the real window: every command has its place, its words and its keys."""

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from core import offices, profiles
from tests.ui.hands import press
from tests.ui.test_main_window import EA_KTUR, TRUONG_TAY, opened
from ui.dialogs import rules
from ui.figures.side import FINDINGS, GAINS


class Asked:
    """What the dialog “Quy tắc” was asked with, and what it answers."""

    def __init__(self) -> None:
        self.answer: dict[str, str] | None = None
        self.seen: list[tuple[dict[str, str], str]] = []

    def ask(self, _look, _window, off, blocked):
        self.seen.append((dict(off), blocked))
        return self.answer


@pytest.fixture
def asked(monkeypatch):
    made = Asked()
    monkeypatch.setattr(rules, "ask", made.ask)
    return made


def actions(menu: QMenu) -> list[QAction]:
    """What stands in a menu and the menus in it."""
    found = []
    for action in menu.actions():
        inner = action.menu()
        found += actions(inner) if isinstance(inner, QMenu) else [action]
    return found


def under(window, title: str) -> list[str]:
    """The words of the menu `title`."""
    menu = next(one for one in window.header.menu.actions() if one.text() == title)
    return [action.text() for action in menu.menu().actions()]


def keys_of(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)


def test_every_command_stands_in_the_menu_once(window):
    listed = [one for one in actions(window.header.menu) if not one.isSeparator()]
    commands = window.commands
    known = [getattr(commands, one.name) for one in fields(commands)]
    wanted = [one for one in known if isinstance(one, QAction)]
    wanted += commands.modes.values()
    for action in wanted:
        assert listed.count(action) == 1, action.text()


def test_no_two_commands_have_the_same_keys(window):
    told = [keys_of(one) for one in actions(window.header.menu) if keys_of(one)]
    assert len(told) == len(set(told))
    assert {"F7", "F8", "F9"} <= set(told)


def test_the_rules_are_a_tool_and_the_ways_to_more_points_a_view(window):
    assert "Quy tắc…" in under(window, "&Công cụ")
    assert "Cách tăng điểm" in under(window, "&Xem")


def test_f9_shows_the_ways_to_more_points_and_gives_them_the_keys(qtbot, window):
    opened(qtbot, window, EA_KTUR)
    page = window.screens.figures()
    assert page.side.choice.current() == FINDINGS
    press(Qt.Key.Key_F9)
    assert page.side.choice.current() == GAINS
    listed = page.side.gains.list
    assert listed.hasFocus()
    assert listed.chosen() is listed.cards[0]  # it is seen who has the keys
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_F9)
    assert listed.chosen() is listed.cards[1]


def test_f9_leads_from_the_letter_and_out_of_a_folded_panel(qtbot, window):
    opened(qtbot, window, EA_KTUR)
    page = window.screens.figures()
    page.fold()
    window.commands.letter.trigger()
    assert not page.isVisible()
    press(Qt.Key.Key_F9)
    assert page.side.gains.list.isVisible()
    assert page.side.gains.list.hasFocus()


def test_without_a_month_there_are_no_points_to_win(window):
    assert not window.commands.gains.isEnabled()
    press(Qt.Key.Key_F9)
    assert window.on_home()


def test_f7_shows_the_rules_of_the_open_month(qtbot, window, asked):
    offices.set_own(profiles.find("xa-truong-tay"))
    document = opened(qtbot, window, TRUONG_TAY)
    own = offices.own()
    assert own is not None
    document.set_profile(own)
    asked.answer = {"P05": "ghi ở sổ riêng"}
    press(Qt.Key.Key_F7)
    assert asked.seen == [({}, "")]
    assert [one.id for one, _ in document.checked.switched_off] == ["P05"]
    assert window.status.told() == "Đã ghi: 1 quy tắc đang tắt."
    press(Qt.Key.Key_F7)
    assert asked.seen[1] == ({"P05": "ghi ở sổ riêng"}, "")


def test_the_rules_are_shown_and_switched_without_a_month_too(window, asked):
    offices.set_own(profiles.find("xa-truong-tay"))
    asked.answer = {"P05": "ghi ở sổ riêng"}
    window.commands.rules.trigger()
    assert asked.seen == [({}, "")]
    own = offices.own()
    assert own is not None
    assert own.rules_off == {"P05": "ghi ở sổ riêng"}
    window.commands.rules.trigger()
    assert asked.seen[1] == ({"P05": "ghi ở sổ riêng"}, "")


def test_without_an_office_the_rules_are_shown_with_what_to_do_first(window, asked):
    window.commands.rules.trigger()
    ((off, blocked),) = asked.seen
    assert off == {}
    assert "Thông tin cơ quan" in blocked
