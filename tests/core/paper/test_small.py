"""Words are known, and those written twice."""

import re

from hypothesis import given
from hypothesis import strategies as some

from core.paper.small import Words

LETTERS = some.text(alphabet="aâ ,*\n1_", max_size=24)


@given(LETTERS)
def test_all_words_between_signs_are_known(text):
    assert set(re.findall(r"[^\W_]+", text)) <= Words(text).known


@given(LETTERS)
def test_every_line_with_a_word_or_two_written_twice_is_named(text):
    doubled = re.compile(r"(?<![\w-])([^\W\d_]++(?:[^\S\n][^\W\d_]++)?)\s++\1(?![\w-])")
    lines = text.split("\n")
    wanted = {number for number, line in enumerate(lines) if doubled.search(line)}
    assert wanted <= set(Words(text).twice())


def test_lines_alike_are_no_words_twice():
    assert not list(Words("đạt\nđạt\n-\n-\nđạt\nchưa đạt\nchưa đạt").twice())


def test_words_that_stand_once_and_figures_are_not_named():
    assert not list(Words("đã đạt 8/8 chỉ số, chưa đạt 10 10\nđạt").twice())


def test_a_line_with_words_twice_is_named_by_its_number():
    assert set(Words("một\nhai hai\nba\nbốn năm bốn năm").twice()) == {1, 3}
