"""A letter's whole text tells where phrases stand as patterns of each paragraph would."""

import re

from hypothesis import given
from hypothesis import strategies as some

from core.paper.model import Component, Line, Paper
from core.rules.on_letter.passages import TEXT
from core.rules.on_letter.whole import Whole, whole

PARAGRAPHS = some.lists(some.text(alphabet="aAâÂb ,_", max_size=20), max_size=5)
PHRASES = some.lists(
    some.text(alphabet="aâb ,", min_size=1, max_size=5).filter(str.strip),
    min_size=1,
    max_size=3,
    unique=True,
)


def _lines(*texts, component=Component.BODY):
    return tuple(Line(number, text, component) for number, text in enumerate(texts, 1))


@given(PARAGRAPHS, PHRASES)
def test_phrases_are_found_as_a_pattern_of_whole_words_finds_them(texts, phrases):
    told = Whole(_lines(*texts))
    longest = sorted(phrases, key=len, reverse=True)
    ways = "|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in longest)
    wanted = [
        (passage.line, found.span())
        for passage in told.passages
        for found in re.finditer(ways, passage.text, re.IGNORECASE)
    ]
    found = [
        (one.passage.line, (one.start, one.end)) for one in told.found(TEXT, *phrases)
    ]
    assert found == wanted


def test_a_phrase_is_handed_over_as_it_is_written_and_not_across_paragraphs():
    told = Whole(_lines("Nộp PHÍ", "lệ phí. Phí Lệ Phí"))
    (found,) = told.found(TEXT, "phí lệ phí")
    assert (found.text, found.passage.line, found.start) == ("Phí Lệ Phí", 1, 8)


def test_lines_of_one_paragraph_are_one_text():
    lines = (Line(1, "Bộ chỉ", Component.BODY), Line(1, "số 766", Component.BODY))
    assert [one.text for one in Whole(lines).found(TEXT, "bộ chỉ số")] == ["Bộ chỉ số"]


def test_phrases_in_other_components_are_left_out():
    lines = _lines("lệ phí", component=Component.SIGNER)
    told = Whole(lines)
    assert told.places("lệ phí") == [(0, 6)]
    assert not list(told.found(TEXT, "lệ phí"))
    assert not told.at([0], TEXT)
    assert not list(told.of(TEXT))


def test_a_piece_is_found_within_words_too():
    assert list(Whole(_lines("Căn cứu, căn cứ")).every("căn cứ")) == [0, 9]


def test_paragraphs_with_words_twice_are_told_once_each():
    told = Whole(_lines("đã đạt", "đạt đạt rồi rồi", "đạt"))
    assert [one.line for one in told.with_words_twice(TEXT)] == [1]


def test_the_whole_text_of_a_letter_is_made_once():
    paper = Paper(_lines("đã đạt"))
    assert whole(paper) is whole(paper)
