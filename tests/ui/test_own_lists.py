"""The office's own days off and words, edited as small tables."""

from datetime import date

import pytest

from core import office_lists, offices, profiles
from core.office import DayOff, OwnWord
from ui.dialogs import own_lists
from ui.dialogs.own_lists import DaysOffDialog, WordsDialog

DAYS = (
    DayOff(date(2026, 3, 6), "Lễ hội"),
    DayOff(date(2026, 3, 7), "bù 06/3", works=True),
)
WORDS = (OwnWord("Một Cửa"), OwnWord("PVHCC", "phục vụ hành chính công"))


def _as_it_was(dialog):
    """Nothing is changed, so that nothing is asked when the dialog is closed."""
    dialog.model.begin(dialog.model.pages())


@pytest.fixture
def days_off(qtbot, look, show):
    made = DaysOffDialog(look, None, DAYS)
    qtbot.addWidget(made, before_close_func=_as_it_was)
    show(made)
    return made


@pytest.fixture
def words(qtbot, look, show):
    made = WordsDialog(look, None, WORDS)
    qtbot.addWidget(made, before_close_func=_as_it_was)
    show(made)
    return made


def test_days_that_nobody_touched_are_given_back(days_off):
    days_off.take()
    assert days_off.answer == DAYS


def test_a_day_typed_at_the_end_is_kept_in_order_of_dates(days_off):
    days_off.model.write(2, 0, [["5/1/2026", "", "Nghỉ thêm"]])
    days_off.take()
    assert days_off.answer == (DayOff(date(2026, 1, 5), "Nghỉ thêm"), *DAYS)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (["31/02/2026", "", ""], "Ghi ngày như"),
        (["08/3/2026", "có lẽ", ""], "Ghi “Nghỉ” hoặc “Làm bù”"),
        (["6/3/2026", "", "hai lần"], "đã có ở dòng khác"),
    ],
)
def test_a_row_that_is_not_right_is_said_and_nothing_is_lost(days_off, row, told):
    days_off.model.write(2, 0, [row])
    days_off.take()
    assert days_off.answer is None
    assert told in days_off.said.text()
    assert days_off.isVisible()


def test_a_file_of_days_is_taken_over_as_one_step(days_off, tmp_path):
    path = tmp_path / "nghỉ.xlsx"
    other = (DayOff(date(2026, 3, 6), "Nghỉ bão"), DayOff(date(2026, 5, 4)))
    path.write_bytes(office_lists.days_file(other))
    before = days_off.model.rows()
    days_off.take_file(path)
    assert [row[0] for row in days_off.model.rows()] == [
        "06/03/2026",
        "07/03/2026",
        "04/05/2026",
    ]
    assert days_off.model.rows()[0][2] == "Nghỉ bão"
    days_off.model.undo()
    assert days_off.model.rows() == before


@pytest.mark.parametrize("which", ["days_off", "words"])
def test_what_is_exported_is_read_back(request, which, tmp_path):
    dialog = request.getfixturevalue(which)
    path = tmp_path / "ra.xlsx"
    dialog.save_file(path)
    if which == "words":
        assert office_lists.read_words(path.read_bytes(), path.name).words == WORDS
    else:
        assert office_lists.read_days(path.read_bytes(), path.name).days == DAYS


def test_words_are_kept_as_typed_each_once(words):
    words.model.write(2, 0, [["Tổ Công Nghệ", ""], ["Một Cửa", ""]])
    words.take()
    assert words.answer == (*WORDS, OwnWord("Tổ Công Nghệ"))


def test_a_meaning_without_its_abbreviation_is_said(words):
    words.model.write(2, 1, [["chỉ có nghĩa"]])
    words.take()
    assert words.answer is None
    assert "Ghi cách viết" in words.said.text()


def test_a_file_of_words_takes_the_place_of_the_same_words(words, tmp_path):
    path = tmp_path / "từ.xlsx"
    path.write_bytes(office_lists.words_file((OwnWord("PVHCC", "khác"),)))
    words.take_file(path)
    words.take()
    assert words.answer == (OwnWord("Một Cửa"), OwnWord("PVHCC", "khác"))


@pytest.mark.parametrize(
    ("command", "ask", "given", "kept"),
    [
        ("days_off", "ask_days", DAYS, "days_off"),
        ("words", "ask_words", WORDS, "words"),
    ],
)
def test_the_menu_keeps_what_was_edited_in_the_offices_profile(
    window, monkeypatch, command, ask, given, kept
):
    offices.set_own(profiles.find("xa-truong-tay"))
    monkeypatch.setattr(own_lists, ask, lambda _look, _window, _present: given)
    getattr(window.commands, command).trigger()
    assert getattr(offices.own(), kept) == given
