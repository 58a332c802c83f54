"""What a paper is: a letter about the index, another letter, another document, nothing.

Only the first is judged by all rules: of the others only form and wording are looked at.
"""

from enum import Enum
from typing import Final

from core.paper.model import Component, Paper
from core.paper.word_patterns import any_word
from core.reference import Reference

_SAID: Final = (Component.SUBJECT, Component.BODY, Component.OTHER)
_FIRST: Final = 15
"""Among so many lines the name of a kind of document stands, where it bears one."""


class Subject(Enum):
    """What a paper is; the value is what is told of it, empty for what is expected."""

    INDEX = ""
    OTHER_LETTER = (
        "Văn bản này không nói về Bộ chỉ số 766; chỉ xem được thể thức và câu chữ."
    )
    OTHER_DOCUMENT = "Văn bản này không phải công văn; chỉ xem được câu chữ và cách gõ."
    NOTHING = "Tệp không có chữ nào để kiểm tra."

    @property
    def families(self) -> frozenset[str]:
        """The families of rules that are asked of it, by the letters of their ids.

        No paper holds a list of dossiers for the rules of family O.
        """
        letters = {"INDEX": "PNAILUFWD", "OTHER_LETTER": "FWU"}
        return frozenset(letters.get(self.name, ""))

    @property
    def rules(self) -> frozenset[str]:
        """Single rules that are asked of it beside those of its families."""
        typed = {"W02", "W04", "W05", "W07", "W08", "F13", "F14", "F15"}
        single = {"OTHER_LETTER": {"P09", "L03", "L06"}, "OTHER_DOCUMENT": typed}
        return frozenset(single.get(self.name, ()))


def subject(paper: Paper, reference: Reference) -> Subject:
    """What `paper` is, by the words and kinds of documents of `reference`."""
    if not any(line.text.strip() for line in paper.lines):
        return Subject.NOTHING
    kinds = set(reference.words("document_kind"))
    first = [line.text.strip() for line in paper.lines[:_FIRST] if line.annex == 0]
    if kinds.intersection(first):
        return Subject.OTHER_DOCUMENT
    text = paper.text(*_SAID)
    is_cited = any(one.is_index and one.code in text for one in reference.citations)
    is_about = is_cited or names_index(text, reference)
    return Subject.INDEX if is_about else Subject.OTHER_LETTER


def names_index(text: str, reference: Reference) -> bool:
    """Whether `text` speaks of the index by one of its names."""
    return any_word(reference.words("index_name")).search(text) is not None
