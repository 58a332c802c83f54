"""Words are looked for in all texts of a letter at once."""

from hypothesis import given
from hypothesis import strategies as some

from core.paper.holding import Texts, lines_holding
from core.paper.model import Component, Line, Paper

LETTERS = some.text(alphabet="ab ư\nÂâ", max_size=12)


@given(some.lists(LETTERS, max_size=6), some.lists(some.text("abưâ ", min_size=1)))
def test_the_texts_that_hold_a_word_are_those_in_which_it_stands(texts, words):
    asked = Texts(texts)
    wanted = [
        index
        for index, text in enumerate(texts)
        if any(word in text.casefold() for word in words)
    ]
    assert list(asked.holding(*words)) == wanted


def test_a_word_is_found_in_capitals_too():
    assert Texts(["Hồ sơ", "QUÁ HẠN"]).holding("quá hạn") == (1,)
    assert Texts(["Hồ sơ", "KİNH PHÍ"]).holding("kinh phí") == (1,)  # as patterns do


def test_lines_of_other_components_and_annexes_are_left_out():
    paper = Paper(
        (
            Line(1, "Căn cứ", Component.BODY),
            Line(2, "căn cứ", Component.SUBJECT),
            Line(3, "Căn cứ", Component.BODY, annex=1),
        )
    )
    assert lines_holding(paper, ("căn cứ",), (Component.BODY,)) == [0, 2]
    assert lines_holding(paper, ("căn cứ",), (Component.BODY,), annex=0) == [0]
