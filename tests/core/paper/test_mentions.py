"""Every place where a letter names its period is found, and no other month is."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import figures
from core.paper.mentions import (
    Mention,
    Spot,
    Writing,
    is_closing,
    mentions,
    sentences,
    writing,
)
from core.paper.model import Component, Line, Paper
from core.period import Period

SEPTEMBER = Period.month(2024, 9)
PERIODS = st.one_of(
    st.builds(Period.month, st.integers(2020, 2030), st.integers(1, 12)),
    st.builds(Period.quarter, st.integers(2020, 2030), st.integers(1, 4)),
    st.builds(Period.half, st.integers(2020, 2030), st.integers(1, 2)),
    st.builds(Period.nine_months, st.integers(2020, 2030)),
)


def paper(*texts, component=Component.BODY, day=None):
    lines = (Line(number, text, component) for number, text in enumerate(texts, 1))
    return Paper(tuple(lines), day=day)


def told(text, **options):
    return [one.period for one in mentions(paper(text, **options))]


@given(PERIODS, st.sampled_from(["Kết quả {} của xã.", "trong {}", "({}), xã"]))
def test_a_period_is_found_where_it_is_printed_with_its_own_words(period, sentence):
    shown = figures.show_period(period)
    text = sentence.format(shown)
    (found,) = mentions(paper(text))
    assert found.period == period
    assert found.text == text[found.start : found.end] == shown


@given(PERIODS, st.text(alphabet=" \t\u00a0\u200b", max_size=4))
def test_white_space_and_invisible_signs_do_not_move_the_place(period, blanks):
    shown = figures.show_period(period)
    text = f"{blanks}Kết quả{blanks} {blanks}{shown} của xã{blanks}"
    (found,) = mentions(paper(text))
    assert found.period == period
    assert found.text == text[found.start : found.end] == shown


@given(st.text(max_size=80))
def test_any_text_is_read_and_places_lie_in_it(text):
    for one in mentions(paper(text, day=date(2024, 10, 4))):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text


@pytest.mark.parametrize(
    "text",
    [
        "Tổng điểm tăng 2 điểm so với tháng 8/2024",
        "Quyết định số 766/QĐ-TTg ngày 23 tháng 6 năm 2022 của Thủ tướng Chính phủ",
        "Thực hiện Công văn số 12/UBND-VP về kết quả tháng 7/2024",
        "lũy kế từ đầu năm đến hết tháng 8/2024",
        "khắc phục xong trước tháng 12/2024",
        "hoàn thành việc khắc phục trong tháng 10/2024",
        "chậm nhất tháng 10/2024",
        "hết quý IV năm 2024",
        "để đạt chỉ tiêu năm 2024",
        "Luật năm 2015",
        "Tổng điểm 77,1 (tháng 8/2024: 75,2)",
        "đạt 80 điểm, tăng 2 điểm (tháng 8/2024)",
        "12 tháng",
        "các tháng 7, 8/2024",
        "trong tháng 13",
    ],
)
def test_other_times_are_no_mention(text):
    assert told(text, day=date(2024, 10, 4)) == []


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "Thực hiện Công văn số 12/UBND-VP, UBND xã công bố kết quả tháng 9/2024",
            SEPTEMBER,
        ),
        ("V/v công bố kết quả THÁNG 09/2024", SEPTEMBER),
        ("kết quả từ ngày 01/9/2024 đến ngày 30/9/2024", SEPTEMBER),
        ("Bộ chỉ số năm 2024 của xã", Period.whole_year(2024)),
        ("so với tháng 8/2024; tháng 9/2024 tăng", SEPTEMBER),
        ("(điểm xã) tháng 9/2024", SEPTEMBER),
        ("Tổng điểm (của tháng 9/2024)", SEPTEMBER),
    ],
)
def test_what_the_letter_reports_on_is_a_mention(text, period):
    assert told(text) == [period]


def test_of_two_months_with_one_year_the_one_beside_it_is_a_mention():
    assert told("Kết quả tháng 8 và tháng 9/2024") == [SEPTEMBER]


def test_a_month_without_a_year_is_of_the_mention_before_it_or_of_the_letter():
    assert told("Trong tháng 9, xã", day=date(2023, 10, 4)) == [Period.month(2023, 9)]
    found = mentions(paper("kết quả tháng 8/2024", "Trong tháng 9, xã"))
    assert [one.period for one in found] == [Period.month(2024, 8), SEPTEMBER]
    assert told("Trong tháng 9, xã") == []
    assert told("Trong ngày 5 tháng 9 năm 2024", day=date(2023, 1, 1)) == []


def test_a_year_alone_is_a_mention_in_titles_but_of_a_plan_in_sentences():
    assert told("năm 2024", component=Component.SUBJECT) == [Period.whole_year(2024)]
    assert told("Thực hiện tốt. Trong năm 2024 có bão") == []
    assert told("Kết quả tốt. Trong năm 2024 có bão") == []


@pytest.mark.parametrize(
    ("component", "text", "spot"),
    [
        (Component.SUBJECT, "V/v tháng 9/2024", Spot.SUBJECT),
        (Component.BODY, "Kết quả tháng 9/2024.", Spot.BODY),
        (Component.BODY, "Trên đây là kết quả tháng 9/2024", Spot.CLOSING),
        (Component.BODY, "Đề nghị thực hiện tháng 9/2024./.", Spot.CLOSING),
        (Component.ANNEX_TITLE, "THÁNG 9/2024", Spot.ANNEX_TITLE),
        (Component.ANNEX_TEXT, "Số liệu tháng 9/2024", Spot.ANNEX),
    ],
)
def test_a_mention_says_where_it_stands(component, text, spot):
    (found,) = mentions(paper(text, component=component))
    assert (found.line, found.spot) == (0, spot)


def test_tables_addressees_and_recipients_name_no_period():
    for component in (Component.ANNEX_CELL, Component.ADDRESSEES, Component.RECIPIENTS):
        assert told("Tháng 9/2024", component=component) == []


def month(text, number=9):
    return Mention(0, 0, len(text), Period.month(2024, number), text, Spot.BODY)


def test_the_way_of_writing_is_told_by_sign_and_zero():
    assert writing(month("tháng 9/2024")) == Writing("/", is_padded=False)
    assert writing(month("T09/2024")) == Writing("/", is_padded=True)
    assert writing(month("tháng 11 năm 2024", 11)) == Writing("năm", is_padded=None)
    assert writing(month("tháng 9, năm 2024")) == Writing("năm", is_padded=False)
    assert writing(month("tháng chín năm 2024")) is None
    quarter = Mention(0, 0, 12, Period.quarter(2024, 3), "quý III/2024", Spot.BODY)
    assert writing(quarter) is None


def test_two_ways_differ_by_sign_or_by_a_zero_that_one_has_and_one_has_not():
    plain, padded = Writing("/", is_padded=False), Writing("/", is_padded=True)
    late = Writing("/", is_padded=None)
    assert plain.differs(padded)
    assert padded.differs(plain)
    assert plain.differs(Writing("năm", is_padded=False))
    assert not plain.differs(plain)
    assert not late.differs(plain)
    assert not padded.differs(late)


@given(st.lists(st.sampled_from(["Xã đạt 80.5 điểm", "Lưu VT", "Tốt"]), min_size=1))
def test_sentences_fill_the_text_and_end_before_capitals(parts):
    text = ". ".join(parts)
    spans = list(sentences(text))
    assert len(spans) == len(parts)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(end == start for (_, end), (start, _) in pairwise(spans))


def test_the_last_paragraph_is_known_by_its_first_words_or_its_sign():
    assert is_closing("Trên đây là kết quả")
    assert is_closing("nghiêm túc thực hiện./.")
    assert is_closing("thực hiện ./. ")
    assert not is_closing("Kết quả như trên.")
