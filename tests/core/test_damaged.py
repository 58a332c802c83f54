"""Errors of our own code are handed on by what reads files of others."""

import pytest

from core.importing import small_table
from core.importing.recognition import words
from core.letter.docx import commenting, read, reading_package
from core.resources import folder

LETTER = folder() / "samples" / "Công văn UBND-NC huyện Gò Dầu (gõ tay).docx"


def wrong(*_given, **_named):
    """What our own code raises where it is wrong."""
    return words.label(None)  # type: ignore[arg-type]


def test_a_fault_of_ours_in_reading_a_letter_is_seen(monkeypatch):
    monkeypatch.setattr(reading_package, "paper", wrong)
    with pytest.raises(AttributeError):
        read(LETTER.read_bytes(), "a.docx")


def test_a_fault_of_ours_in_commenting_a_letter_is_seen(monkeypatch):
    monkeypatch.setattr(reading_package, "paragraphs", wrong)
    with pytest.raises(AttributeError):
        commenting.commented(LETTER.read_bytes(), [], "a.docx")


def test_a_fault_of_ours_in_reading_a_small_table_is_seen(monkeypatch):
    column = small_table.Column("level", "Mức", needed=True)
    data = small_table.write("Chỉ tiêu", [column], [])
    monkeypatch.setattr(small_table, "_rows", wrong)
    with pytest.raises(AttributeError):
        small_table.read(data, "a.xlsx", [column])
