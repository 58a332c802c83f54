"""Columns called no more than "Tổng": the total of points only where points are summed.

Offices sum files so too: under "Tiếp nhận", or right of "Trực tuyến" and "Trực tiếp".
"""

from collections.abc import Mapping

from core.catalogue import Catalogue, Kind
from core.importing.recognition import words
from core.importing.recognition.recognise import RANK, TOTAL_SCORE, Meaning
from core.report import Part

Tiers = tuple[str, ...]

_POINTS = frozenset({"score", "score_of_max"})


def known(
    tiers: Mapping[int, Tiers], meanings: Mapping[int, Meaning], catalogue: Catalogue
) -> dict[int, Meaning]:
    """What columns hold, without totals of which nothing says that they are of points."""
    return {
        column: one
        for column, one in meanings.items()
        if one.indicator != TOTAL_SCORE
        or _are_points(column, tiers, meanings, catalogue)
    }


def _are_points(
    column: int,
    tiers: Mapping[int, Tiers],
    meanings: Mapping[int, Meaning],
    catalogue: Catalogue,
) -> bool:
    """Whether the heading, or the columns it sums, speak of points."""
    over = tiers.get(column, ())
    labels = [words.label(text) for text in over]
    bare = next((n for n, one in enumerate(labels) if _is_bare(one)), None)
    if bare is None or any(one.points or one.maximum is not None for one in labels):
        return True
    beside = [
        one
        for other, one in meanings.items()
        if other != column and tiers.get(other, ())[:bare] == over[:bare]
    ]
    if any(_is_score(one, catalogue) for one in beside):
        return True
    kinds = {_kind(one, catalogue) for one in beside if one.indicator != "stt"}
    return any(one.indicator == RANK for one in beside) and Kind.COUNT not in kinds


def _is_bare(label: words.Label) -> bool:
    return words.is_bare_total(label.text)


def _is_score(one: Meaning, catalogue: Catalogue) -> bool:
    if one.indicator == TOTAL_SCORE:
        return False
    is_own = _kind(one, catalogue) is Kind.SCORE or one.part is Part.SCORE
    return is_own or one.facet in _POINTS


def _kind(one: Meaning, catalogue: Catalogue) -> Kind | None:
    found = catalogue.indicators.get(one.indicator)
    return None if found is None else found.kind
