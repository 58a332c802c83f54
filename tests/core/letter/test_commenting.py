"""A copy of a letter with Word comments at the places that are meant."""

import io
import zipfile

import docx
import pytest

from core.errors import CongVanError
from core.letter.docx import read
from core.letter.docx.commenting import AUTHOR, Comment, commented
from core.resources import folder

SEED = folder() / "samples" / "Công văn UBND-NC huyện Gò Dầu (gõ tay).docx"


@pytest.fixture(scope="module")
def data():
    return SEED.read_bytes()


def line(paper, words):
    (found,) = {one.number for one in paper.lines if words in one.text}
    return found


def anchored(made, comment):
    """The text between the marks of a comment."""
    document = docx.Document(io.BytesIO(made))
    told: list[str] = []
    inside = False
    for one in document.element.body.iter():
        tag = one.tag.rpartition("}")[2]
        number = one.get(f"{one.tag.rpartition('}')[0]}}}id")
        if tag == "commentRangeStart" and number == str(comment):
            inside = True
        elif tag == "commentRangeEnd" and number == str(comment):
            return "".join(told)
        elif tag == "t" and inside:
            told.append(one.text or "")
    raise LookupError


def test_a_comment_stands_at_the_words_that_are_meant(data):
    number = line(read(data), "phí lệ, phí")
    made = commented(data, [Comment(number, "phí lệ, phí", "Lỗi W04: …\nSửa đi.")])
    (comment,) = docx.Document(io.BytesIO(made)).comments
    assert (comment.author, comment.initials) == (AUTHOR, "CV")
    assert comment.text == "Lỗi W04: …\nSửa đi."
    assert anchored(made, 0) == "phí lệ, phí"


def test_without_words_or_with_others_it_stands_at_the_whole_paragraph(data):
    paper = read(data)
    number = line(paper, "phí lệ, phí")
    whole = next(one.text for one in paper.lines if one.number == number)
    made = commented(data, [Comment(number, "", "a"), Comment(number, "không có", "b")])
    assert anchored(made, 0) == anchored(made, 1) == whole


def test_several_comments_in_one_paragraph_each_keep_their_words(data):
    number = line(read(data), "phí lệ, phí")
    words = ["phí lệ, phí", "tối thiểu 47%", "phí lệ"]
    made = commented(data, [Comment(number, one, "x") for one in words])
    assert [anchored(made, at) for at in range(2)] == words[:2]
    assert len(docx.Document(io.BytesIO(made)).comments) == 3


def test_what_the_letter_says_stays_as_it_is(data):
    paper = read(data)
    told = [Comment(one.number, one.text[2:9], "x") for one in paper.lines]
    made = read(commented(data, told))
    assert [one.text for one in made.lines] == [one.text for one in paper.lines]
    assert [one.look for one in made.lines] == [one.look for one in paper.lines]
    assert made.setups == paper.setups


def test_a_cell_of_a_table_can_be_commented(data):
    paper = read(data)
    number = next(one.number for one in paper.lines if one.cell is not None)
    made = commented(data, [Comment(number, "", "x")])
    assert anchored(made, 0)


def test_a_file_that_is_no_letter_is_refused_in_a_sentence():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("a.txt", "a")
    with pytest.raises(CongVanError, match="không phải tệp Word"):
        commented(stream.getvalue(), [Comment(1, "", "x")], "a.docx")
