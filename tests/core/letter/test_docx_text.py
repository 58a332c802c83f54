import io
import os
import zipfile
from dataclasses import replace
from datetime import date

import docx
from hypothesis import example, given
from hypothesis import strategies as st

from core.letter.docx import write
from core.letter.docx.archive import archive, entry
from core.letter.docx.xml import escaped
from core.letter.model import Column, Figure, Table, TableRow, text_of
from core.letter.typography import PRESET_A, PRESET_B
from core.office import Signatory
from tests.core.letter import letters
from tests.core.letter.reading import opened, texts

# Anything a clerk can paste: markup, emoji, controls, marks that combine, long words.
NASTY = st.text(st.characters(codec=None), max_size=40) | st.sampled_from(
    (
        "Phòng Kinh tế & Hạ tầng <b>",
        "\"'“”‘’]]>",
        "🙂🏳️‍🌈",
        "a\x00b\x1fc",
        "\ud800",
        "\uffff",
        "W" * 300,
        "  hai  dấu  cách  ",
        "dòng\nmới\tcột",
        "\ue000",
        "{0}",
        "%s",
    )
)
LINES = st.lists(NASTY, max_size=4).map(tuple)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def printable(text: str) -> str:
    """What is left of `text` in XML, spaces folded."""
    kept = "".join(
        one
        for one in text
        if one in "\t\n"
        or "\x20" <= one <= "\ud7ff"
        or "\ue000" <= one <= "\ufffd"
        or one >= "\U00010000"
    )
    return " ".join(kept.split())


@st.composite
def any_letter(draw):
    letter = letters.commune()
    body = letters.body(*((draw(NASTY), paragraph.style) for paragraph in letter.body))
    width = draw(st.integers(1, 9))
    columns = tuple(Column(draw(NASTY), draw(NASTY)) for _ in range(width))
    rows = tuple(
        TableRow(
            tuple(Figure(draw(NASTY), ()) for _ in range(width)), draw(st.booleans())
        )
        for _ in range(draw(st.integers(0, 3)))
    )
    annex = replace(
        letter.annexes[0],
        label=draw(NASTY),
        title=letters.lines(*draw(LINES)),
        reference=draw(NASTY),
        notes=letters.lines(*draw(LINES)),
        table=Table(columns, rows),
    )
    return replace(
        letter,
        letterhead=draw(LINES),
        superior=draw(NASTY),
        number=draw(NASTY),
        symbol=draw(NASTY),
        place=draw(NASTY),
        day=draw(DAYS),
        subject=(draw(NASTY),),
        addressees=draw(LINES),
        recipients=draw(LINES),
        archive=draw(NASTY),
        signatory=Signatory(draw(LINES), draw(NASTY)),
        author=draw(NASTY),
        body=body,
        annexes=(annex,) * draw(st.integers(0, 2)),
    )


@given(any_letter(), st.sampled_from((PRESET_A, PRESET_B)))
@example(letters.commune(), PRESET_A)
def test_whatever_the_letter_says_the_file_opens_and_says_it(letter, sizes):
    file = write(letter, sizes)
    document = docx.Document(io.BytesIO(file))
    said = [" ".join(text.split()) for text in texts(document)]
    for paragraph in letter.body:
        assert printable(paragraph.text) in said
    for annex in letter.annexes:
        for row in annex.table.rows:
            for piece in row.cells:
                assert printable(text_of(piece)) in said
    assert document.core_properties.author == printable_author(letter.author)
    assert write(letter, sizes) == file


def printable_author(author: str) -> str:
    """An author as XML gives it back: only what it can hold, line ends made one."""
    shown = author[:255].replace("\r\n", "\n")
    return "".join(one for one in shown if escaped(one))


def test_line_breaks_and_tabs_are_words_own():
    letter = replace(letters.commune(), body=letters.body(("một\nhai\tba", DASH)))
    document = opened(letter)
    assert "một\nhai\tba" in texts(document)
    body = document.element.body
    assert len(body.xpath(".//w:br")) == len(body.xpath(".//w:tab")) == 1


DASH = letters.commune().body[6].style


@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8"), min_size=1, max_size=20),
        st.binary(max_size=2000),
        max_size=6,
    )
)
def test_an_archive_is_a_zip_file_that_any_program_opens(parts):
    names = {
        f"p/{place}{name}".replace("\x00", ""): data
        for place, (name, data) in enumerate(parts.items())
    }
    packed = archive(entry(name, data) for name, data in names.items())
    with zipfile.ZipFile(io.BytesIO(packed)) as opened_again:
        assert opened_again.testzip() is None
        read = {one: opened_again.read(one) for one in opened_again.namelist()}
    # zipfile reads the separator of Windows' paths as a slash
    assert read == {name.replace(os.sep, "/"): data for name, data in names.items()}
