"""Patterns compiled when they are first used."""

import re

import pytest

from core.patterns import later


def test_a_pattern_finds_what_the_compiled_one_does():
    pattern = later(r"tháng\s*(\d+)", re.IGNORECASE)
    found = pattern.search("THÁNG 9")
    assert found is not None
    assert found[1] == "9"
    assert pattern.sub("", "Tháng 9/2024") == "/2024"
    assert pattern.pattern == r"tháng\s*(\d+)"


def test_it_is_not_compiled_before():
    broken = later("(")
    with pytest.raises(re.error):
        broken.search("(")


def test_it_is_asked_at_once_from_the_second_time_on():
    pattern = later("a")
    assert pattern.search is pattern.search
