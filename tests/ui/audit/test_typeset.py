"""A letter laid out to be read: every line where it is said to be."""

import pytest
from PySide6.QtGui import QTextTable

from core.letter import docx
from core.paper.model import Cell, Component, Line, Paper
from core.paper.recognise import recognised
from tests.ui.audit.conftest import TYPED, TYPED_SUPERIOR
from ui.audit.typeset import MOST_ROWS, MOST_SAID, typeset
from ui.colours import PAGE


def letter(path):
    return recognised(docx.read(path.read_bytes()))


def text_at(made, position, length):
    characters = (made.document.characterAt(position + n) for n in range(length))
    return "".join(characters)


def long_table(rows):
    return Paper(
        tuple(
            Line(n, f"xã {n}", Component.ANNEX_CELL, 1, Cell(0, n, 0))
            for n in range(rows)
        )
    )


@pytest.mark.parametrize("path", [TYPED, TYPED_SUPERIOR], ids=lambda path: path.name)
def test_every_line_of_a_typed_letter_stands_where_it_is_said_to_be(qapp, path):
    paper = letter(path)
    made = typeset(paper, PAGE, 1.0)
    assert len(made.starts) == len(paper.lines)
    for index, line in enumerate(paper.lines):
        said = text_at(made, made.starts[index], len(line.text))
        assert said == line.text


def test_signs_that_qt_counts_otherwise_move_nothing_behind_them(qapp):
    odd = "a\u2029b\U0001f600c\u200bd"
    paper = Paper((Line(1, odd, Component.BODY), Line(2, "sau", Component.BODY)))
    made = typeset(paper, PAGE, 1.0)
    assert text_at(made, made.starts[0], len(odd)) == "a b c d"
    assert text_at(made, made.starts[1], 3) == "sau"


def test_letterhead_and_signature_stand_side_by_side_without_a_grid(qapp):
    paper = letter(TYPED)
    made = typeset(paper, PAGE, 1.0)
    frames = made.document.rootFrame().childFrames()
    tables = [one for one in frames if isinstance(one, QTextTable)]
    assert [one.format().border() for one in tables] == [0, 0, 1]
    head = tables[0]
    assert head.cellAt(0, 1).firstCursorPosition().block().text().startswith("CỘNG HÒA")


def test_of_a_very_long_table_the_first_rows_are_shown_and_those_that_are_meant(qapp):
    rows = MOST_ROWS + 500
    meant = rows - 3
    made = typeset(long_table(rows), PAGE, 1.0, [meant])
    assert meant in made.starts
    assert MOST_ROWS - 1 in made.starts
    assert MOST_ROWS not in made.starts
    assert "(còn 499 dòng của bảng không hiện ở đây)" in made.document.toPlainText()


def test_where_something_is_said_of_every_row_not_all_of_them_are_shown(qapp):
    rows = MOST_ROWS + MOST_SAID + 50
    made = typeset(long_table(rows), PAGE, 1.0, range(rows))
    assert len(made.starts) == MOST_ROWS + MOST_SAID
    assert made.position(rows - 1) == max(made.starts.values())


def test_a_line_that_is_not_shown_leads_to_the_one_before_it(qapp):
    made = typeset(long_table(MOST_ROWS + 5), PAGE, 1.0)
    assert made.position(MOST_ROWS + 3) == made.starts[MOST_ROWS - 1]


def test_an_empty_letter_is_an_empty_sheet(qapp):
    made = typeset(Paper(()), PAGE, 1.0)
    assert made.document.toPlainText() == ""
    assert made.position(0) is None
