"""Whose figures a report holds: ours, or another office's (đơn vị của mình)."""

from core import names
from core.office import LetterKind, OfficeProfile
from core.report import TOTAL, UNIT_CODE, UNIT_NAME, Report, Row
from core.rows import words_of


class Units:
    """The rows of a report, for who asks of several offices which is theirs.

    Attributes:
        named: They, by their names.
        codes: Ids and codes, in small letters, of those that have one.
    """

    def __init__(self, report: Report) -> None:
        """Take their names and codes."""
        ids = list(report.rows)
        self.named = names.Known(ids, words_of(report.rows, UNIT_NAME))
        coded = zip(ids, words_of(report.rows, UNIT_CODE), strict=True)
        self.codes = [(one, code.casefold()) for one, code in coded if code]


def is_of(row: Row, office: OfficeProfile) -> bool:
    """Whether a row is the office's own, by any of its codes or names."""
    code = row.code.casefold()
    if code and any(code == one.casefold() for one in office.codes):
        return True
    known = (office.name, *office.unit_names)
    return any(names.same_unit(row.name, name) for name in known)


def own_row(
    report: Report,
    office: OfficeProfile | None,
    kind: LetterKind | None = None,
    units: Units | None = None,
) -> str | None:
    """The id of a commune's own row among several, or None.

    A letter of another kind speaks of all rows, and an only row needs no choice.

    Args:
        report: The figures.
        office: Whose row is looked for.
        kind: The letter's, where it is not the office's usual one.
        units: The report's, where they were taken already.
    """
    if office is None or len(report.rows) < 2:
        return None
    if (kind or office.kind) is not LetterKind.COMMUNE:
        return None
    known = (office.name, *office.unit_names)
    units = Units(report) if units is None else units
    rows = units.named.alike(known)
    for name in known:
        if len(found := names.matching(name, rows)) == 1:
            return found[0]
    named, codes = {row_id for row_id, _ in rows}, {c.casefold() for c in office.codes}
    if not named and not codes:
        return None
    for row_id, code in units.codes:
        if (code in codes or row_id in named) and is_of(report.rows[row_id], office):
            return row_id
    return None


def stranger(report: Report, office: OfficeProfile) -> str | None:
    """Whose figures would go out as the office's; None where they are its own.

    A total line bears no office's name, so a superior body's is never doubted; a
    commune has no business with one.
    """
    head = report.head
    if head is None or head.id == TOTAL:
        is_commune = office.kind is LetterKind.COMMUNE and len(report.rows) > 1
        if not is_commune or own_row(report, office) is not None:
            return None
        return head.name if head and head.name else "dòng tổng"
    known = not head.name or is_of(head, office)  # a code alone is U04's to judge
    return None if known else head.name
