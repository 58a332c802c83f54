"""Criteria as rows, with numerator, denominator, ratio and points ("2. Chi tiết")."""

from core.catalogue import Indicator, Kind
from core.importing.headers import Header
from core.importing.shapes import named_rows
from core.importing.shapes.model import Reading, Table

_FIGURES = (Kind.RATIO, Kind.DAYS, Kind.COUNT)


def fits(header: Header) -> bool:
    """Whether the header has the criteria's names and at least one figure."""
    named = header.column(facet="indicator_name") is not None
    return named and bool(named_rows.facets(header))


def read(table: Table) -> Reading:
    """Every criterion's parts; a group among the rows gives its score."""
    column = table.header.column(facet="indicator_name")
    if column is None:
        return Reading()

    def name(text: str) -> str | None:
        found = table.recogniser.name(text, _is_figure)
        found = found or table.recogniser.name(text, _is_score)
        return None if found is None else found.key

    return named_rows.read(table, column, name)


def _is_figure(one: Indicator) -> bool:
    return one.kind in _FIGURES and one.key != "stt"


def _is_score(one: Indicator) -> bool:
    return one.kind is Kind.SCORE
