"""Whose points a column "Điểm" of a table of units holds: the sheet's group, or all.

A sheet a group names the group in its own name or in a title (docs/linh-vuc.md 3.3,
no. 8); where none is named, the points of a unit are its total (no. 10, 12).
"""

from core.catalogue import Indicator, Kind
from core.frozen import replace
from core.importing.grid import text_of
from core.importing.recognition.head_rows import HeadRows
from core.importing.recognition.headers import Header
from core.importing.recognition.recognise import Meaning, Recogniser, part_of
from core.report import UNIT_NAME
from core.scoring import TOTAL_SCORE

TITLE_ROWS = 12
"""How far above a header a title is looked for."""

_POINTS = frozenset({"score", "score_of_max", "maximum"})
_NAMES = frozenset({"indicator_name", "group_name"})


def given(head: HeadRows, header: Header, recogniser: Recogniser) -> Header:
    """The header with its columns of points given to the group they are of."""
    facets = {one.facet for one in header.meanings.values()}
    if not facets & _POINTS or facets & _NAMES:
        return header
    if header.column(indicator=UNIT_NAME) is None:
        return header
    owner = _owner(head, header, recogniser)
    if owner is None:
        return header
    taken = {(one.indicator, one.part) for one in header.meanings.values()}
    meanings = dict(header.meanings)
    for column, meaning in header.meanings.items():
        if meaning.facet in _POINTS:
            part = part_of(Kind.SCORE, meaning.facet)
            if (owner, part) not in taken:
                meanings[column] = Meaning(owner, part)
    return replace(header, meanings=meanings)


def _owner(head: HeadRows, header: Header, recogniser: Recogniser) -> str | None:
    """The group that the sheet's name, else its titles, speak of; None for several."""
    named = recogniser.name(head.grid.sheet, _is_group, is_title=True)
    if named is not None:
        return named.key
    top = header.rows[0]
    texts = (
        text_of(value)
        for row in range(max(1, top - TITLE_ROWS), top)
        for _, value in head.filled(row)
    )
    named_there = (recogniser.name(text, _is_group, is_title=True) for text in texts)
    found = {one.key for one in named_there if one}
    if len(found) > 1:
        return None
    return found.pop() if found else TOTAL_SCORE


def _is_group(one: Indicator) -> bool:
    """Whether it is a group's score."""
    return one.kind is Kind.SCORE and one.key != TOTAL_SCORE
