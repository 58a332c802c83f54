"""Sentences name criteria by the words of the index and by those of letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import catalogue, reference
from core.paper.criteria import Naming
from core.reference import Reference

CATALOGUE = catalogue.load()
NAMING = Naming(CATALOGUE, reference.bundled())
CRITERIA = sorted(one.key for one in CATALOGUE.criteria)


def named(text):
    return [set(one.keys) for one in NAMING.find(text)]


@given(st.sampled_from(CRITERIA), st.sampled_from(["- {}: 80%.", "Tăng {} lên."]))
def test_the_full_name_of_a_criterion_names_it_or_a_narrower_part_of_it(key, sentence):
    text = sentence.format(CATALOGUE.indicators[key].full_name)
    assert any(key in keys for keys in named(text))


@given(st.text(max_size=120))
def test_places_lie_in_the_text_one_behind_the_other(text):
    found = NAMING.find(text)
    ends = [0, *(one.end for one in found)]
    for one, before in zip(found, ends, strict=False):
        assert before <= one.start < one.end <= len(text)
        assert one.keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (
            "nộp hồ sơ TTHC và thanh toán qua cổng",
            [{"online_submit_rate"}, {"score_tttt"}],
        ),
        ("chỉ tiêu Số hóa hồ sơ", [{"score_mdsh", "digitize_rate"}]),
        ("chứng thực bản sao điện tử", [{"ecopy_count", "ecopy_rate"}]),
        ("khai thác, sử dụng lại thông tin", [{"reuse_rate"}]),
        ("khai thác sử dụng lại thông tin", [{"reuse_rate"}]),
        ("Công bố, công khai thủ tục hành chính", [{"publish_rate", "update_rate"}]),
        ("tích hợp thanh toán trực tuyến", [{"pay_integrated_rate"}]),
        ("hồ sơ trễ hạn", [{"overdue_total"}]),
        ("tỷ lệ số hoá hồ sơ", [{"digitize_rate"}]),
        ("hồ sơ thủ tục hành chính (TTHC) số hóa hồ sơ", [{"digitize_rate"}]),
        ("kính gửi các đơn vị", []),
        ("tích hợp thanh toánx", []),
    ],
)
def test_words_of_letters_name_criteria_the_longest_first(text, keys):
    assert named(text) == keys


def test_signs_that_grow_in_small_letters_do_not_move_the_place():
    (found,) = NAMING.find("İ nộp hồ sơ")
    assert (found.start, found.end) == (2, 11)


def test_a_name_within_another_is_not_found_again():
    assert named("tỷ lệ hồ sơ nộp trực tuyến, nộp trực tuyến") == [
        {"online_submit_rate"},
        {"online_submit_rate"},
    ]


def test_a_group_stands_for_its_criteria_and_a_criterion_for_itself():
    for group in CATALOGUE.groups:
        assert NAMING.criteria({group.key}) == set(group.criteria)
    assert NAMING.criteria({"reuse_rate"}) == {"reuse_rate"}
    assert NAMING.criteria(()) == set()


def test_the_group_of_a_criterion_is_told_and_of_others_they_themselves():
    assert NAMING.group("reuse_rate") == "score_mdsh"
    assert NAMING.group("score_mdsh") == "score_mdsh"
    assert NAMING.group("overdue_total") == "overdue_total"


def test_without_a_reference_the_names_of_the_index_are_enough():
    alone = Naming(CATALOGUE, Reference())
    assert [
        set(one.keys) for one in alone.find("Tỷ lệ hồ sơ thanh toán trực tuyến")
    ] == [{"online_pay_rate"}]
    assert alone.find("hồ sơ trễ hạn") == ()
