"""Criteria as rows, with numerator, denominator, ratio and points ("2. Chi tiết")."""

from core.importing.recognition.headers import Header
from core.importing.recognition.shapes import named_rows
from core.importing.recognition.shapes.model import Reading, Table


def fits(header: Header) -> bool:
    """Whether the header has the criteria's names and at least one figure."""
    named = header.column(facet="indicator_name") is not None
    return named and bool(named_rows.facets(header))


def read(table: Table) -> Reading:
    """Every criterion's parts; a group among the rows gives its score."""
    column = table.header.column(facet="indicator_name")
    if column is None:
        return Reading()
    return named_rows.read(table, column, lambda text: named_rows.figure(table, text))
