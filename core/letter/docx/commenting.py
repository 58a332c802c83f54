"""A copy of a .docx with a Word comment at each of some places (chú thích).

The original's bytes are not touched; python-docx writes the copy.
"""

import copy
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from core.damaged import is_of_bytes
from core.errors import UnreadableFileError
from core.letter.docx import reading_refusals as refusals
from core.letter.docx.reading import read
from core.letter.docx.reading_xml import Element, W

AUTHOR, INITIALS = "Công văn 766", "CV"
_RUN, _TEXT, _BOX = f"{W}r", f"{W}t", f"{W}txbxContent"
_UNPRINTED = {W + name for name in ("rPr", "commentReference", "lastRenderedPageBreak")}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment.

    Attributes:
        paragraph: The paragraph's number on the paper, from 1 (`Line.number`).
        quoted: The words in it that are meant; empty for the whole paragraph.
        text: What is said; lines below one another are paragraphs.
    """

    paragraph: int
    quoted: str
    text: str


def commented(
    data: bytes, comments: Iterable[Comment], name: str = "Tệp công văn"
) -> bytes:
    """The document of `data` with `comments` in it, as the bytes of a .docx.

    Raises:
        CongVanError: The file is no .docx that can be read, or not one that can be
            written again.
    """
    read(data, name)  # refuses what is unsafe to be opened by any library
    # Not at the top: they take a while, and the window opens without them.
    import docx
    from docx.oxml.text.run import CT_R
    from docx.text.run import Run

    from core.letter.docx.reading_package import paragraphs

    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        there = paragraphs(data, name, body)
        for one in comments:
            runs = _runs(there[one.paragraph - 1], one.quoted)
            if runs:
                ends = [Run(cast(CT_R, run), document) for run in (runs[0], runs[-1])]
                document.add_comment(ends, one.text, AUTHOR, INITIALS)
        stream = io.BytesIO()
        document.save(stream)
    except UnreadableFileError:
        raise
    except Exception as problem:
        if not is_of_bytes(problem):
            raise
        raise refusals.broken(name, repr(problem)) from problem
    return stream.getvalue()


def _runs(paragraph: Element, quoted: str) -> Sequence[Element]:
    """The runs that hold `quoted`, cut out where need be; all, where it is not found."""
    runs = [run for run in paragraph.iter(_RUN) if _is_own(run, paragraph)]
    plain = [run for run in runs if _is_plain(run)]
    said = "".join(_said(run) for run in plain)
    begin = said.find(quoted) if quoted and plain == runs else -1
    if begin < 0:
        return runs
    end = begin + len(quoted)
    found, at = [], 0
    for run in plain:
        start, at = at, at + len(_said(run))
        if start < end and at > begin:
            found.append(_cut(run, max(begin - start, 0), min(end, at) - start))
    return found


def _is_own(run: Element, paragraph: Element) -> bool:
    """Whether a run is the paragraph's, not that of a box that hangs on it."""
    above = run.getparent()
    while above is not None and above is not paragraph:
        if above.tag == _BOX:
            return False
        above = above.getparent()
    return True


def _is_plain(run: Element) -> bool:
    """Whether a run holds nothing printed but one text."""
    held = [one.tag for one in run if one.tag not in _UNPRINTED]
    return held in ([_TEXT], [])


def _said(run: Element) -> str:
    text = run.find(_TEXT)
    return "" if text is None else text.text or ""


def _cut(run: Element, begin: int, end: int) -> Element:
    """The part of a run from `begin` to `end`, what stands beside it in runs alike."""
    said = _said(run)
    if begin:
        _say(_beside(run, before=True), said[:begin])
    if end < len(said):
        _say(_beside(run, before=False), said[end:])
    _say(run, said[begin:end])
    return run


def _beside(run: Element, *, before: bool) -> Element:
    other = copy.deepcopy(run)
    if before:
        run.addprevious(other)
    else:
        run.addnext(other)
    return other


def _say(run: Element, said: str) -> None:
    for text in run.iter(_TEXT):
        text.text = said
        text.set(_SPACE, "preserve")
