"""Whether a file opens without a question, and what a person's answers change."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from core import catalogue
from core.importing import asking
from core.importing.asked import Pasted, is_doubtful, without_answers
from core.importing.choosing import questions
from core.importing.choosing.choices import LEFT_OUT
from core.importing.choosing.layout import NO_LAYOUTS
from core.importing.replacing import replaced
from core.period import Period
from core.report import NoteKind, Place

EXPORTS = Path(__file__).parents[2] / "data" / "exports"
CATALOGUE = catalogue.load()
TWO_READINGS = EXPORTS / "Số có hai cách đọc.xlsx"
NEAR = EXPORTS / "ket qua cac xa.xlsx"


@pytest.mark.parametrize(
    "name", ["Chín tháng.xlsx", "Hai mã định danh.xlsx", "PL766 VNI.xls"]
)
def test_a_clear_file_asks_nothing_and_sends_no_sheets(name):
    looked = asking.look(EXPORTS / name, CATALOGUE)
    assert looked.asked is None
    assert looked.report.rows


@pytest.mark.parametrize(
    "name",
    ["Số có hai cách đọc.xlsx", "Kỳ mâu thuẫn.xlsx", "Hai tháng hai trang.xlsx"],
)
def test_what_is_open_is_asked_about(name):
    looked = asking.look(EXPORTS / name, CATALOGUE)
    assert looked.asked is not None
    assert looked.asked.opened.sheets


def test_a_column_of_figures_that_is_only_near_is_shown_once_and_then_remembered():
    asked = asking.look(NEAR, CATALOGUE).asked
    assert asked is not None
    assert not asked.questions
    layouts = NO_LAYOUTS.with_choices(asked.opened.layout, asked.choices)
    again = asking.look(NEAR, CATALOGUE, layouts=layouts)
    assert again.asked is None
    assert again.as_last_time


def test_a_file_is_shown_with_its_questions_though_they_were_answered_last_time():
    asked = asking.look(TWO_READINGS, CATALOGUE).asked
    assert asked is not None
    choices = asked.choices
    for question in asked.questions:
        choices = questions.chosen(choices, question, 1)
    layouts = NO_LAYOUTS.with_choices(asked.opened.layout, choices)
    looked = asking.look(TWO_READINGS, CATALOGUE, layouts=layouts, always=True)
    assert looked.asked is not None
    assert looked.asked.questions == asked.questions
    assert looked.asked.choices.styles == choices.styles
    for question in asked.questions:
        place = question.places[0]
        assert looked.report.number_at(place) == question.answers[1].value


def test_answers_are_kept_apart_from_how_the_file_is_read():
    asked = asking.look(TWO_READINGS, CATALOGUE).asked
    assert asked is not None
    (question, *_) = asked.questions
    choices = questions.chosen(asked.choices, question, 0)
    assert without_answers(choices) == asked.choices
    again = asking.recognise(TWO_READINGS, CATALOGUE, choices=choices)
    assert again.questions == asked.questions
    assert again.choices == choices
    report = asking.decided(TWO_READINGS, CATALOGUE, choices=choices)
    assert report.number_at(question.places[0]) == question.answers[0].value


def test_a_pasted_block_is_known_by_what_it_says():
    text = "Đơn vị\tTổng số hồ sơ xử lý quá hạn\nXã Ea Kao\t4\nXã Ea Tul\t0\n"
    pasted = Pasted(text)
    looked = asking.look(Path("Dán"), CATALOGUE, pasted=pasted)
    assert len(looked.report.rows) == 2
    assert looked.report.source is not None
    assert looked.report.source.sha256 == pasted.sha256


def test_a_month_nobody_edited_becomes_what_the_file_says_now_in_one_step_and_back():
    asked = asking.look(NEAR, CATALOGUE, always=True).asked
    assert asked is not None
    kept = asked.opened.report
    (table,) = asked.opened.sheets[0].tables
    choices = asked.choices.with_column(table.key, 3, LEFT_OUT)
    fresh = asking.decided(NEAR, CATALOGUE, choices=choices)
    at = datetime(2026, 11, 21, tzinfo=UTC)
    change = replaced(kept, fresh, at)
    assert change is not None
    made = kept.apply(change)
    assert made.rows == fresh.rows
    assert made.cell(Place("1", "reuse_rate")).number is None
    assert made.apply(change.inverse).rows == kept.rows
    assert replaced(fresh, fresh, at) is None


DOUBLED = Pasted(
    "Đơn vị\tHồ sơ quá hạn\tTổng số hồ sơ xử lý quá hạn\nXã Ea Kao\t4\t5\nXã Ea Tul\t0\t0\n"
)


def test_two_columns_of_one_figure_are_shown_as_doubtful_until_one_is_chosen():
    asked = asking.look(Path("Dán"), CATALOGUE, pasted=DOUBLED).asked

    assert asked is not None
    (table,) = asked.opened.sheets[0].tables
    doubtful = [one.number for one in table.columns if is_doubtful(one, CATALOGUE)]
    assert doubtful == [2, 3]
    choices = asked.choices.with_column(table.key, 2, LEFT_OUT)
    again = asking.recognise(
        Path("Dán"), CATALOGUE, choices=choices, pasted=DOUBLED
    ).opened
    assert not any(is_doubtful(one, CATALOGUE) for one in again.columns)
    assert again.report.number_at(Place("1", "overdue_total")) == 5


def test_a_column_taken_by_a_heading_that_is_only_near_is_noted_with_what_it_became():
    looked = asking.look(NEAR, CATALOGUE)
    assert looked.asked is not None
    assert looked.report.source is not None
    near = NoteKind.NEAR_HEADER
    told = [note for note in looked.report.source.notes if note.kind is near]
    doubtful = [
        column
        for column in looked.asked.opened.columns
        if is_doubtful(column, CATALOGUE)
    ]
    assert told
    assert len(told) == len(doubtful)
    for note, column in zip(told, doubtful, strict=True):
        assert note.text.startswith(f"“{column.heading}” được lấy là “")
        assert f"!{column.letters}" in note.at


def test_what_was_accepted_with_the_layout_is_no_more_noted():
    asked = asking.look(NEAR, CATALOGUE).asked
    assert asked is not None
    layouts = NO_LAYOUTS.with_choices(asked.opened.layout, asked.choices)
    again = asking.look(NEAR, CATALOGUE, layouts=layouts).report
    assert again.source is not None
    kinds = {note.kind for note in again.source.notes}
    assert NoteKind.NEAR_HEADER not in kinds


def test_the_period_over_a_table_that_is_not_recognised_is_read_all_the_same():
    text = "DANH SÁCH THIẾT BỊ\t\t\nTháng 3 năm 2026\t\t\nSTT\tThiết bị\tNơi đặt\n1\tMáy quét\tQuầy 1\n"
    asked = asking.look(Path("Dán"), CATALOGUE, pasted=Pasted(text)).asked

    assert asked is not None
    assert not asked.opened.has_table
    assert asked.opened.report.period == Period.month(2026, 3)
