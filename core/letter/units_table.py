"""The annex table with units as rows (bảng theo đơn vị); docs/linh-vuc.md 3.3."""

from core.catalogue import Kind
from core.letter.cells import cell
from core.letter.draft import Draft
from core.letter.model import Align, Column, Piece, Table, TableRow
from core.office import LetterKind
from core.report import TOTAL, UNIT_CODE, UNIT_NAME, Place, Row

NUMBER = "stt"
_NAMES = (NUMBER, UNIT_NAME, UNIT_CODE)
_IN_THE_TEXT = {"score_total", "rank"}
_SETS = {LetterKind.COMMUNE: "commune", LetterKind.SUPERIOR: "superior"}
_WEIGHTS = {NUMBER: 0.5, UNIT_CODE: 1.4}
_NAME_WEIGHTS = (1.6, 3.4)
"""The least and the most that the column of names weighs."""


def table(draft: Draft) -> Table:
    """The units with their figures, the total line last; a commune by itself."""
    columns = keys(draft)
    numbered = enumerate(rows(draft), start=1)
    lines = [_line(draft, row, columns, number) for number, row in numbered]
    return Table(tuple(_column(draft, key) for key in columns), tuple(lines))


def keys(draft: Draft) -> tuple[str, ...]:
    """The columns: the letter's own set, or the table's where it holds other figures.

    A commune's total and rank stand in its letter, so its annex does without. A column
    of codes that nobody has would only take the room of the figures.
    """
    usual = draft.facts.catalogue.annexes[_SETS[draft.kind]]
    known = set(usual) | set(_NAMES)
    if draft.kind is LetterKind.COMMUNE:
        known |= _IN_THE_TEXT
    if set(draft.report.columns) - known:
        figures = (key for key in draft.report.columns if key not in _NAMES)
        usual = (*_NAMES, *figures)
    nobody_has = set() if any(row.code for row in rows(draft)) else {UNIT_CODE}
    return tuple(key for key in usual if key not in nobody_has)


def rows(draft: Draft) -> tuple[Row, ...]:
    """The rows that the table shows: a commune's own, else all."""
    head = () if draft.head is None else (draft.head,)
    is_superior = draft.kind is LetterKind.SUPERIOR
    return draft.report.all_rows if is_superior else head


def _line(draft: Draft, row: Row, columns: tuple[str, ...], number: int) -> TableRow:
    cells = [_cell(draft, row, key, number) for key in columns]
    return TableRow(tuple(cells), strong=_is_total(row))


def _is_total(row: Row) -> bool:
    return row.id == TOTAL


def _cell(draft: Draft, row: Row, key: str, number: int) -> Piece:
    if key == NUMBER:
        return "" if _is_total(row) else str(number)
    if key == UNIT_NAME:
        is_named = row.name and not _is_total(row)
        return row.name if is_named else draft.facts.wording.text("annex.total")
    if key == UNIT_CODE and _is_total(row):
        return ""
    indicator = draft.facts.catalogue.indicators.get(key)
    kind = Kind.TEXT if indicator is None else indicator.kind
    return cell(draft, Place(row.id, key), kind)


def _column(draft: Draft, key: str) -> Column:
    indicator = draft.facts.catalogue.indicators[key]
    unit = f" ({indicator.unit})" if indicator.unit else ""
    return Column(
        label=indicator.annex_label or f"{indicator.full_name or indicator.name}{unit}",
        group=indicator.annex_group,
        align=Align.LEFT if key == UNIT_NAME else Align.CENTRE,
        weight=_weight(draft, key, indicator.annex_label),
    )


def _weight(draft: Draft, key: str, label: str) -> float:
    """A column's share of the width: a long heading or name wants more room."""
    if key == UNIT_NAME:
        least, most = _NAME_WEIGHTS
        longest = max((len(row.name) for row in rows(draft)), default=0)
        return min(max(least, longest / 8.5), most)
    return _WEIGHTS.get(key, 0.6 + len(label) / 100)
