"""A month begun with no file: an empty report to be filled by hand (nhập tay)."""

from collections.abc import Iterable

from core.catalogue import Template
from core.figures import show_period
from core.period import Period
from core.report import PERIOD, UNIT_NAME, Cell, Layout, Part, Report, Row, rows_of


def begin(
    template: Template, period: Period | None, unit_names: Iterable[str]
) -> Report:
    """An empty report with the template's columns and a row for each unit."""
    named = enumerate(unit_names, start=1)
    rows = (Row(str(number), {_NAME: Cell(name, name)}) for number, name in named)
    return Report(
        rows=rows_of(rows),
        facts={} if period is None else {PERIOD: Cell(period, show_period(period))},
        layout=Layout(template.layout),
        columns=template.columns,
    )


_NAME = (UNIT_NAME, Part.VALUE)
EMPTY_TEMPLATE = Template("", "", Layout.CRITERIA.value, ())
"""No columns at all: for the command line's "-"."""
