"""The annex table with groups and criteria as rows (bảng theo tiêu chí)."""

from collections.abc import Iterator

from core import scoring
from core.catalogue import Group, Indicator, Kind
from core.letter.cells import cell, maximum
from core.letter.draft import Draft
from core.letter.model import Align, Column, Table, TableRow
from core.report import Part, Place, Row

_COLUMNS = (
    ("number", 0.6),
    ("criterion", 6.0),
    ("numerator", 1.0),
    ("denominator", 1.0),
    ("value", 1.0),
    ("score", 1.0),
    ("maximum", 1.0),
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


def table(draft: Draft) -> Table:
    """The groups in the order of the index, each with its criteria; the total last."""
    columns = tuple(
        Column(
            draft.facts.wording.text(f"annex.column.{name}"),
            align=Align.LEFT if name == "criterion" else Align.CENTRE,
            weight=weight,
        )
        for name, weight in _COLUMNS
    )
    return Table(columns, tuple(_rows(draft)))


def _rows(draft: Draft) -> Iterator[TableRow]:
    head = draft.head
    if head is None:
        return
    shown = groups(draft)
    number = 0
    for order, group in enumerate(shown):
        yield _group_row(draft, head, group, _ROMAN[order])
        for criterion in _known(draft, group):
            number += 1
            yield _criterion_row(draft, head, criterion, number)
    if shown:
        yield _total_row(draft, head)


def groups(draft: Draft) -> list[Group]:
    """The groups of which anything is known, in the order of the index."""
    if draft.head is None:
        return []
    return [
        one.group
        for one in scoring.scored_groups(draft.head, draft.facts.catalogue)
        if one.score is not None or _known(draft, one.group)
    ]


def _known(draft: Draft, group: Group) -> list[Indicator]:
    """The criteria of a group with a ratio or a score."""
    parts = (Part.VALUE, Part.SCORE)
    criteria = (draft.facts.catalogue.indicators[key] for key in group.criteria)
    return [
        one
        for one in criteria
        if one.kind is Kind.RATIO
        and any(
            draft.report.cell(draft.place(one.key)._replace(part=part)).number
            is not None
            for part in parts
        )
    ]


def _group_row(draft: Draft, head: Row, group: Group, number: str) -> TableRow:
    place = Place(head.id, group.key)
    score = cell(draft, place, Kind.SCORE)
    most = maximum(draft, place, group.maximum)
    return TableRow((number, group.name, "", "", "", score, most), strong=True)


def _criterion_row(
    draft: Draft, head: Row, criterion: Indicator, number: int
) -> TableRow:
    place = Place(head.id, criterion.key)
    counted = (
        cell(draft, place._replace(part=part), Kind.COUNT)
        for part in (Part.NUMERATOR, Part.DENOMINATOR)
    )
    value = cell(draft, place, Kind.RATIO)
    score = cell(draft, place._replace(part=Part.SCORE), Kind.SCORE)
    most = maximum(draft, place, criterion.maximum)
    name = criterion.full_name or criterion.name
    return TableRow((str(number), name, *counted, value, score, most))


def _total_row(draft: Draft, head: Row) -> TableRow:
    place = Place(head.id, scoring.TOTAL_SCORE)
    most = draft.facts.catalogue.indicators[scoring.TOTAL_SCORE].maximum
    score = cell(draft, place, Kind.SCORE)
    label = draft.facts.wording.text("annex.total")
    return TableRow(
        ("", label, "", "", "", score, maximum(draft, place, most)), strong=True
    )
