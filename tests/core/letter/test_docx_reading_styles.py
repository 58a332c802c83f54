"""Styles are found by their ids without parsing all of them, however they are written."""

import io
import zipfile

import pytest

from core import resources
from core.letter.docx.reading_styles import themes
from core.letter.docx.reading_styles_part import styles_part
from core.letter.docx.reading_xml import Element, W, parsed
from tests.core.letter.typed_docx import SPACES, TIMES

SAMPLE = next((resources.folder() / "samples").glob("*183*.docx")).read_bytes()
STYLE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Thường"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
)


def part(inside: str, before: str = "", spaces: str = SPACES) -> bytes:
    return f"{before}<w:styles {spaces}>{inside}</w:styles>".encode()


def shape(root: Element) -> list[tuple[str, object]]:
    return [(str(one.tag), sorted(one.items())) for one in root.iter()]


def test_every_style_of_a_file_of_word_is_what_parsing_it_all_gives():
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as package:
        data = package.read("word/styles.xml")
    found, whole = styles_part(data), parsed(data)
    every = whole.findall(f"{W}style")
    assert len(found.texts) == len(every) > 100
    for one in every:
        style = found.find(one.get(f"{W}styleId", ""))
        assert style is not None
        assert shape(style) == shape(one)
    assert found.usual == {
        "paragraph": "Normal",
        "character": "DefaultParagraphFont",
        "table": "TableNormal",
        "numbering": "NoList",
    }
    assert found.defaults is not None


@pytest.mark.parametrize(
    "data",
    [
        part(TIMES + STYLE),
        part(TIMES + STYLE, '<?xml version="1.0" encoding="utf-8"?>\n'),
        b"\xef\xbb\xbf" + part(TIMES + STYLE),
        part(f"<!-- <w:style> -->{TIMES}{STYLE}"),
        part(TIMES + STYLE + '<w:style w:styleId="S"/>'),
        part(TIMES + STYLE.replace('"', "'")),
        part(TIMES + STYLE).replace(b"w:", b"x:").replace(b"xmlns:w=", b"xmlns:x="),
        part(TIMES + STYLE).decode().encode("utf-16"),
        part(
            TIMES + STYLE.replace("Thường", "Normal"),
            '<?xml version="1.0" encoding="us-ascii"?>',
        ),
    ],
    ids=[
        "usual",
        "declared",
        "marked",
        "comment",
        "empty",
        "quotes",
        "prefix",
        "utf16",
        "ascii",
    ],
)
def test_a_part_written_in_any_way_gives_its_styles(data):
    found = styles_part(data)
    style = found.find("N")
    assert style is not None
    assert style.find(f"{W}rPr/{W}b") is not None
    assert found.usual == {"paragraph": "N"}
    assert found.defaults is not None
    assert "N" in found
    assert "M" not in found
    assert found.find("M") is None


def test_a_file_without_styles_has_none():
    found = styles_part(None)
    assert found.find("N") is None
    assert found.defaults is None


THEME = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<a:theme xmlns:a="http://schemas.'
    'openxmlformats.org/drawingml/2006/main"><a:majorFont><a:latin typeface="Arial"/>'
    '<a:font script="Viet" typeface="Tahoma"/></a:majorFont><a:minorFont>'
    '<a:latin panose="0" typeface="Cambria"/></a:minorFont></a:theme>'
)
BOTH = ("Arial", "Cambria")


@pytest.mark.parametrize(
    ("theme", "faces"),
    [
        (THEME, BOTH),
        (THEME.split("\n")[1], BOTH),
        (THEME.replace("a:", "b:").replace(":a=", ":b="), BOTH),
        (THEME.replace('typeface="Cambria"', "typeface='Cambria'"), BOTH),
        (THEME.replace("<a:majorFont>", '<a:majorFont a="b">'), BOTH),
        (THEME.replace("Arial", "A&amp;B"), ("A&B", "Cambria")),
        (THEME.replace("<a:latin typ", '<!-- <a:latin typeface="X"/> --><a:latin typ'), BOTH),
        (THEME.replace('"Arial"', '""'), (None, "Cambria")),
        (THEME.replace("a:minorFont", "a:otherFont"), ("Arial", None)),
        (THEME.replace("drawingml", "drawing"), (None, None)),
    ],
    ids=[
        *("usual", "undeclared", "prefix", "quotes", "attribute", "entity", "comment"),
        *("empty", "one", "foreign"),
    ],
)  # fmt: skip
def test_a_theme_written_in_any_way_gives_its_fonts(theme, faces):
    found = themes(theme.encode())
    assert (found.get("majorHAnsi"), found.get("minorHAnsi")) == faces
    assert (found.get("majorAscii"), found.get("minorAscii")) == faces
