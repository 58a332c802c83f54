"""A letter as the bytes of a Word file."""

from core.letter.docx import annex, body, head
from core.letter.docx.section import section
from core.letter.model import Letter, text_of
from core.letter.typography import PRESET_A, Sizes


def write(letter: Letter, sizes: Sizes = PRESET_A) -> bytes:
    """The whole .docx file of `letter`: same letter, same bytes.

    Figures are plain text in it; one that is missing keeps its brackets. Nothing of
    the machine, the hour or the library gets into the file.
    """
    # Not at the top: python-docx takes 60 ms, and the window opens without it.
    from core.letter.docx.package import Properties, fill, template

    properties = Properties(
        title="".join(text_of(piece) for piece in letter.subject),
        author=letter.author,
        day=letter.day,
    )
    return fill(template(sizes), _content(letter, sizes), properties)


def _content(letter: Letter, sizes: Sizes) -> str:
    """The letter's pages, then each annex's, as the children of `w:body`.

    A section's pages are described at its end: the last one's by the body itself.
    """
    text = head.head(letter, sizes) + body.body(letter) + body.end(letter, sizes)
    pages = section()
    for one in letter.annexes:
        text += body.break_after(pages) + annex.annex(one, sizes)
        pages = annex.pages(one)
    return text + ("" if letter.annexes else body.break_after("")) + pages
