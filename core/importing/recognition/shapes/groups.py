"""Groups as rows, with points and maximum ("1. Tổng quan")."""

from core.catalogue import Indicator, Kind
from core.importing.recognition.headers import Header
from core.importing.recognition.shapes import named_rows
from core.importing.recognition.shapes.model import Reading, Table

_SCORES = frozenset({"score", "score_of_max"})


def fits(header: Header) -> bool:
    """Whether the header has the groups' names and their points."""
    named = header.column(facet="group_name") is not None
    return named and bool(_SCORES & set(named_rows.facets(header).values()))


def read(table: Table) -> Reading:
    """The groups' scores and maxima, and the total score."""
    column = table.header.column(facet="group_name")
    if column is None:
        return Reading()

    def name(text: str) -> str | None:
        found = table.recogniser.name(text, _is_score)
        return None if found is None else found.key

    return named_rows.read(table, column, name)


def _is_score(one: Indicator) -> bool:
    return one.kind is Kind.SCORE
