"""Reads letters back with python-docx: what a paragraph looks like in the end."""

import io
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from core.letter.docx import write
from core.letter.model import Letter


def opened(letter: Letter, **options) -> Document:
    """The letter, written and opened again."""
    return docx.Document(io.BytesIO(write(letter, **options)))


@dataclass(frozen=True, slots=True)
class Seen:
    """How a paragraph is set, its style and its own settings taken together."""

    size: float
    bold: bool
    italic: bool
    align: WD_ALIGN_PARAGRAPH | None


def style_of(paragraph: Paragraph) -> ParagraphStyle:
    """The style that `paragraph` bears."""
    assert paragraph.style is not None
    return paragraph.style


def seen(paragraph: Paragraph) -> Seen:
    """The look of `paragraph`, by its first run."""
    style = style_of(paragraph)
    font = paragraph.runs[0].font if paragraph.runs else style.font
    size = font.size or style.font.size
    assert size is not None
    align = paragraph.alignment
    return Seen(
        size=size.pt,
        bold=bool(style.font.bold),
        italic=bool(style.font.italic),
        align=style.paragraph_format.alignment if align is None else align,
    )


def find(document: Document, start: str) -> Paragraph:
    """The first paragraph, in the body or in a table, that begins with `start`."""
    for element in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(element, document._body)
        if paragraph.text.startswith(start):
            return paragraph
    raise AssertionError(f"no paragraph begins with {start!r}")


def texts(document: Document) -> list[str]:
    """Every paragraph's text, tables included, in the file's order."""
    every = document.element.body.iter(qn("w:p"))
    return [Paragraph(element, document._body).text for element in every]
