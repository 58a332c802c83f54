"""What the audit of a letter of ten pages costs, against opening it in python-docx.

python -m tests.benchmarks.audit
"""

import io
import re
import statistics
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date

import docx
from docx.text.paragraph import Paragraph

from core import audit as auditing
from core import catalogue, resources
from core.paper.model import Component
from tests.core.rules import seeds, sound_letters

TARGET = 3.0
ROUNDS = 41
SIGNS = 18_000
"""So many signs fill ten pages of 14 pt, with heads, lists and room between paragraphs."""

_MONTH = re.compile(r"(tháng|quý|năm)\s+[\dIVX]+(?:/\d{4}| năm \d{4})?(?![\d/])")


def measure() -> float:
    """Seconds to audit a typed letter of ten pages / seconds to open it in python-docx.

    Median of the ratios of rounds in which both are run in turn.
    """
    letter, index = ten_pages(), catalogue.load()
    today = date(2026, 11, 21)
    ratios = []
    for _ in range(ROUNDS):
        opening = _seconds(lambda: docx.Document(io.BytesIO(letter)))
        whole = _seconds(lambda: _audited(letter, index, today))
        ratios.append(whole / opening)
    return statistics.median(ratios[1:])


def _audited(letter: bytes, index: catalogue.Catalogue, today: date) -> object:
    return auditing.looked_over(auditing.paper_of(letter, index), index, today)


def ten_pages() -> bytes:
    """The district's letter as typed, grown to ten pages by what sound letters say."""
    path = resources.folder() / "samples" / seeds.DISTRICT.file
    document = docx.Document(str(path))
    closing = next(
        one for one in document.paragraphs if one.text.startswith("Trên đây là")
    )
    signs = sum(len(one.text) for one in document.paragraphs)
    for text in _said():
        if signs > SIGNS:
            break
        made = deepcopy(closing._p)
        closing._p.addprevious(made)
        paragraph = Paragraph(made, closing._parent)
        paragraph.text = text
        signs += len(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _said() -> Iterator[str]:
    """Paragraphs of the bodies of sound letters, all about one month."""
    index = catalogue.load()
    for _ in range(10):
        for letter in sound_letters.letters().values():
            paper = auditing.paper_of(letter.data, index)
            body = [paper.lines[one].text for one in paper.of(Component.BODY, annex=0)]
            for text in body[:-1]:
                yield _MONTH.sub("tháng 11/2024", text)


def _seconds(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


if __name__ == "__main__":
    print(f"a letter of ten pages: {measure():.2f} x opening it (<= {TARGET})")
