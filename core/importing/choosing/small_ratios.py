"""Columns of ratios that may be fractions of one: 0,93 for 93% (docs/linh-vuc.md 3.1)."""

from collections.abc import Iterator
from decimal import Decimal

from core.catalogue import Catalogue, Kind
from core.importing.choosing import proposing
from core.report import Field, Part, Place, Report


def columns(
    report: Report, catalogue: Catalogue
) -> Iterator[tuple[Field, list[Place]]]:
    """Columns of ratios in which no figure is above 1 and one is between 0 and 1.

    Where less is better, so little may be true of a whole column; where numerator and
    denominator tell that it is, nothing is asked.
    """
    ratios = {
        (key, Part.VALUE)
        for key, indicator in catalogue.indicators.items()
        if indicator.kind is Kind.RATIO and indicator.higher_is_better
    }
    fields = dict.fromkeys(field for row in report.all_rows for field in row.cells)
    for field in (one for one in fields if one in ratios):
        small = _small(report, field)
        places = [place for place, _ in small]
        if any(0 < number < 1 for _, number in small) and not proposing.is_reckoned(
            report, places
        ):
            yield field, [place for place, number in small if number != 0]


def _small(report: Report, field: Field) -> list[tuple[Place, Decimal]]:
    """A column's figures; none where one is above 1, a percentage, or not the file's."""
    found = []
    for row in report.all_rows:
        cell = row.cell(*field)
        number = cell.number
        if number is None:
            continue
        if not 0 <= number <= 1 or "%" in cell.raw or cell.at is None:
            return []
        found.append((Place(row.id, *field), number))
    return found
