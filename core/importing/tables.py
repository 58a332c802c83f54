"""The tables of a sheet: header found, columns confirmed by their values, titles read."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from core import figures
from core.catalogue import Kind
from core.importing import headers, titles
from core.importing.grid import Grid, Spot, text_of
from core.importing.headers import Header
from core.importing.recognise import NO_EVIDENCE, Evidence, Meaning, Recogniser
from core.importing.shapes import shape_of
from core.importing.shapes.model import Table
from core.importing.titles import Title

SAMPLE_ROWS = 200
"""How many rows of values are asked what a column holds."""


def find(grid: Grid, recogniser: Recogniser) -> tuple[Table, ...]:
    """The tables of a sheet that can be read; none where no header was recognised."""
    header = headers.find(grid, recogniser, lambda one: shape_of(one) is not None)
    if header is None:
        return ()
    confirmed = _confirmed(grid, header, recogniser)
    if shape_of(confirmed) is None:
        return ()
    above = _titles(grid, header)
    return (Table(grid, confirmed, above, titles.owner(above), recogniser),)


def at(grid: Grid, rows: tuple[int, ...], recogniser: Recogniser) -> Table:
    """The table whose header stands in those rows, as a person says.

    It may have no shape that can be read: then its columns are still to be named.
    """
    header = _confirmed(grid, headers.at(grid, rows, recogniser), recogniser)
    above = _titles(grid, header)
    return Table(grid, header, above, titles.owner(above), recogniser)


def with_columns(table: Table, columns: Mapping[int, Meaning]) -> Table:
    """The table whose columns hold what a person says."""
    header = table.header
    tiers = {column: header.tiers.get(column, ()) for column in columns}
    return replace(
        table,
        header=replace(
            header,
            tiers={**header.tiers, **tiers},
            meanings={**header.meanings, **columns},
        ),
    )


def _titles(grid: Grid, header: Header) -> tuple[Title, ...]:
    spots = (
        Spot(row, column)
        for row in range(1, header.rows[0])
        for column in range(1, grid.width + 1)
    )
    return tuple(
        Title(grid.text(spot), grid.at(spot)) for spot in spots if grid.text(spot)
    )


def _confirmed(grid: Grid, header: Header, recogniser: Recogniser) -> Header:
    """The header with each column's meaning once its values were asked."""
    meanings = {}
    for column, over in header.tiers.items():
        evidence = _evidence(grid, header, column)
        if (meaning := recogniser.heading(over, evidence)) is not None:
            meanings[column] = meaning
    certain = {
        column: recogniser.certainty(header.tiers[column], meaning)
        for column, meaning in meanings.items()
    }
    return replace(header, meanings=meanings, certain=certain)


def _evidence(grid: Grid, header: Header, column: int) -> Evidence:
    rows = range(header.first_row, min(grid.height, header.rows[-1] + SAMPLE_ROWS) + 1)
    spots = [spot for row in rows if grid.text(spot := Spot(row, column))]
    percent = sum(1 for spot in spots if _shows_percent(grid, spot))
    read = (figures.parse(_bare(grid, spot), Kind.RATIO) for spot in spots)
    numbers = tuple(number for number in read if isinstance(number, Decimal))
    return Evidence(2 * percent > len(spots), numbers) if spots else NO_EVIDENCE


def _shows_percent(grid: Grid, spot: Spot) -> bool:
    return spot in grid.marks.percents or grid.text(spot).endswith("%")


def _bare(grid: Grid, spot: Spot) -> str:
    """The text without what follows a "/": of "4.33 / 6" the points."""
    return text_of(grid.own(spot)).partition("/")[0]
