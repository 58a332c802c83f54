"""The office's own days off and words as .xlsx files: written and read back."""

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import figures, office_lists, profiles
from core.errors import UnreadableFileError, UsageError
from core.office import DayOff, OwnWord

TEXTS = st.text(max_size=20).map(figures.clean)
DAYS = st.builds(
    DayOff, st.dates(date(1990, 1, 1), date(2090, 1, 1)), TEXTS, st.booleans()
)
WORDS = st.builds(OwnWord, TEXTS.filter(bool), TEXTS)


def sheet(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@settings(max_examples=40)
@given(st.lists(DAYS, max_size=6, unique_by=lambda one: one.day))
def test_days_come_back_from_their_own_file(days):
    days = tuple(sorted(days, key=lambda one: one.day))
    if days:
        again = office_lists.read_days(office_lists.days_file(days), "a.xlsx")
        assert [(one.day, one.works) for one in again.days] == [
            (one.day, one.works) for one in days
        ]
        assert again.remarks == ()


def test_words_come_back_from_their_own_file_and_are_never_formulas():
    words = (
        OwnWord("Một Cửa"),
        OwnWord("=1+1", "-2"),
        OwnWord("@a", "+b"),
        OwnWord("PVHCC", "phục vụ hành chính công"),
    )
    data = office_lists.words_file(words)
    assert office_lists.read_words(data, "a.xlsx").words == words
    cells = [
        one
        for row in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        for one in row
    ]
    assert not [one for one in cells if one.data_type == "f"]


def test_columns_may_stand_in_any_order_under_other_headings():
    data = sheet(
        ["Nội dung", "Ngày nghỉ"], ["Lễ hội", "05/3/2026"], ["Bão", date(2026, 9, 3)]
    )
    assert office_lists.read_days(data, "a.xlsx").days == (
        DayOff(date(2026, 3, 5), "Lễ hội"),
        DayOff(date(2026, 9, 3), "Bão"),
    )


@pytest.mark.parametrize(
    ("row", "at", "told"),
    [
        (["31/02/2026", "", "x"], "A2", "chưa đọc được ngày “31/02/2026”"),
        (["", "Nghỉ", "x"], "A2", "chưa ghi ngày"),
        (["05/3/2026", "có lẽ", ""], "B2", "không phải “Nghỉ” hay “Làm bù”"),
    ],
)
def test_what_is_no_day_is_said_with_its_cell_and_the_rest_is_taken(row, at, told):
    head = ["Ngày", "Nghỉ hay làm bù", "Lý do"]
    data = sheet(head, row, ["07/3/2026", "Làm bù", "bù 05/3"])
    found = office_lists.read_days(data, "a.xlsx")
    assert found.days == (DayOff(date(2026, 3, 7), "bù 05/3", works=True),)
    (remark,) = found.remarks
    assert remark.at.endswith(at)
    assert told in remark.text


def test_of_two_lines_that_differ_about_a_day_neither_is_taken():
    data = sheet(
        ["Ngày", "Lý do"], ["05/3/2026", "a"], ["05/3/2026", "b"], ["06/3/2026", "c"]
    )
    found = office_lists.read_days(data, "a.xlsx")
    assert found.days == (DayOff(date(2026, 3, 6), "c"),)
    assert "cả hai dòng" in found.remarks[0].text


def test_a_word_without_its_spelling_is_said():
    data = sheet(
        ["Cách viết", "Viết đầy đủ"], ["", "một cửa"], ["TTHC", "thủ tục hành chính"]
    )
    found = office_lists.read_words(data, "a.xlsx")
    assert found.words == (OwnWord("TTHC", "thủ tục hành chính"),)
    assert "chưa ghi cách viết" in found.remarks[0].text


def test_a_file_without_such_a_table_is_refused():
    with pytest.raises(UnreadableFileError, match="cột “Ngày”"):
        office_lists.read_days(sheet(["a", "b"], [1, 2]), "a.xlsx")


def test_days_and_words_are_kept_in_the_profile():
    office = profiles.find("xa-truong-tay")
    mine = replace(
        office,
        days_off=(
            DayOff(date(2026, 3, 5), "Lễ hội"),
            DayOff(date(2026, 3, 7), works=True),
        ),
        words=(OwnWord("Một Cửa"), OwnWord("PVHCC", "phục vụ hành chính công")),
    )
    assert profiles.parse(profiles.dump(mine), mine.id, "a.toml") == mine


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[day_off]]\nname = 'x'", "“day_off 1.day” đang để trống"),
        ("[[day_off]]\nday = 2026-01-01\nworks = 'x'", "phải là true hoặc false"),
        ("[[word]]\nfull = 'x'", "“word 1.text” đang để trống"),
        ("[[word]]\ntext = 'x'\nall = 'y'", "không có trong mẫu"),
    ],
)
def test_a_wrong_entry_of_a_profile_is_told(text, told):
    with pytest.raises(UsageError, match=told):
        profiles.parse(f"kind = 'cap-xa'\nname = 'A'\n{text}", "a", "a.toml")
