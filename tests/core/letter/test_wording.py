"""The wording files: every pattern can be filled, every criterion can be spoken of."""

import re

import pytest

from core import catalogue
from core.catalogue import Actor, Kind
from core.letter import wording
from core.letter.model import Figure
from core.letter.naming import in_sentence, lowered, office_of
from core.letter.wording import fill, join, listed
from core.report import Place

WORDING = wording.load()
CATALOGUE = catalogue.load()
FIGURE = Figure("89,64%", (Place("1", "online_pay_rate"),))


def test_a_slot_takes_text_a_figure_or_pieces():
    pieces = fill(
        "Đạt {value} tại {name}{rest}",
        {"value": FIGURE, "name": "xã", "rest": (",", " hết")},
    )
    assert pieces == ("Đạt ", FIGURE, " tại xã, hết")


def test_a_slot_that_nothing_fills_is_refused():
    with pytest.raises(LookupError, match="valeu"):
        fill("Đạt {valeu}", {"value": FIGURE})


def test_braces_in_what_fills_a_slot_are_only_text():
    assert fill("{name}.", {"name": "{period}"}) == ("{period}.",)


def test_a_wording_that_is_not_there_is_refused():
    with pytest.raises(LookupError, match=re.escape("result.totl")):
        WORDING.text("result.totl")


def test_pieces_are_joined_without_empty_ones():
    assert join(("a", "", "b"), [FIGURE], ()) == ("ab", FIGURE)
    assert listed([("a",), (FIGURE, "b"), ("c",)]) == ("a; ", FIGURE, "b; c")


@pytest.mark.parametrize("criterion", CATALOGUE.criteria, ids=lambda one: one.key)
def test_each_criterion_that_bears_points_can_be_ordered_or_asked_for(criterion):
    if criterion.kind is not Kind.RATIO or not criterion.maximum:
        return
    texts = WORDING.table(f"criterion.{criterion.key}")
    assert texts["name"]
    if criterion.actor is Actor.PROVINCE:
        assert "petition" in texts
        assert "task" not in texts, "rule I10: no order about what the province does"
    else:
        assert "task" in texts


@pytest.mark.parametrize("group", CATALOGUE.groups, ids=lambda one: one.key)
def test_each_group_can_be_ordered_or_asked_for_as_a_whole(group):
    texts = WORDING.table(f"criterion.{group.key}")
    assert texts["name"] == group.name
    assert {"task", "petition"} & set(texts)


def test_texts_of_criteria_begin_and_end_as_the_composer_needs_them():
    for key, text in WORDING.entries.items():
        if isinstance(text, str) and key.startswith(("criterion.", "overdue.")):
            assert text == text.strip()
            assert not text.endswith((".", ";", ",")), key
            assert "theo quy định" not in text, "rule L04"


def test_a_target_stands_at_the_end_of_its_instruction_for_its_basis_follows():
    for key, text in WORDING.entries.items():
        if (
            isinstance(text, str)
            and key.startswith("criterion.")
            and "{target}" in text
        ):
            assert text.count("{target}") == 1
            assert ";" not in text.split("{target}")[1]


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Xã Cẩm Giang", "xã Cẩm Giang"),
        ("Thị trấn Gò Dầu", "thị trấn Gò Dầu"),
        ("Các cơ quan chuyên môn huyện", "các cơ quan chuyên môn huyện"),
        ("Phường 1", "Phường 1"),
        ("Phường Việt Trì", "phường Việt Trì"),
        ("Sở Tư pháp", "Sở Tư pháp"),
        ("UBND xã Ea Ktur", "UBND xã Ea Ktur"),
        ("Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Thành phố Huế", "thành phố Huế"),
    ],
)
def test_a_unit_s_name_stands_in_a_sentence_as_the_decree_writes_it(name, within):
    assert in_sentence(name) == within


def test_who_acts_for_an_area_is_its_people_s_committee():
    assert office_of("Xã Thạnh Đức") == "UBND xã Thạnh Đức"
    assert office_of("Các cơ quan chuyên môn huyện") == "các cơ quan chuyên môn huyện"
    assert office_of("Sở Y tế") == "Sở Y tế"


def test_an_abbreviation_keeps_its_capitals():
    assert lowered("Tỷ lệ hồ sơ") == "tỷ lệ hồ sơ"
    assert lowered("TTHC công bố") == "TTHC công bố"
