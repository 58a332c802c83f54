"""A letter of ours as it will stand on paper, without writing it first.

The same lines, components and cells as the file that `core.letter.docx` writes has when
it is read back; what is known only to us goes with them: the paragraphs' keys, and which
cell each figure comes from.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from core import figures
from core.frozen import replace
from core.letter import typography
from core.letter.docx.head import bare, number_of, office_lines
from core.letter.docx.xml import printable
from core.letter.model import Annex, Figure, Letter, Pieces, Table, plain_text, text_of
from core.letter.typography import PRESET_A, Sizes
from core.letter.widths import Face
from core.paper import side_by_side
from core.paper.model import Cell, Claim, Component, Line, Paper
from core.paper.printing import printed
from core.report import Place, Report, Row

_OFFICE: Final = Cell(0, 0, 0)
_NATION: Final = Cell(0, 0, 1)
_NUMBER: Final = Cell(0, 1, 0)
_DATE: Final = Cell(0, 1, 1)
_SUBJECT: Final = Cell(0, 2, 0)
_RECIPIENTS: Final = Cell(1, 0, 0)
_SIGNATURE: Final = Cell(1, 0, 1)
_FIRST_ANNEX: Final = 2  # tables: the letterhead's and the signature's come before


def of_letter(
    letter: Letter, report: Report | None = None, sizes: Sizes = PRESET_A
) -> Paper:
    """`letter` on paper, not laid out yet: no set-ups, no looks.

    With `report`, the figures' cells in it are what the paper states.
    """
    sheet = _Sheet()
    _head(sheet, letter, sizes)
    for paragraph in letter.body:
        sheet.put(Component.BODY, paragraph.pieces, key=paragraph.key)
    _end(sheet, letter)
    for number, annex in enumerate(letter.annexes, start=1):
        sheet.turn(number)
        _annex(sheet, annex, number + _FIRST_ANNEX - 1)
    return Paper(
        lines=tuple(sheet.lines),
        day=letter.day,
        number=number_of(letter).strip(),
        symbol=printed(letter.symbol.strip()),
        stated=Report() if report is None else _stated(report, sheet.claims),
        claims=tuple(sheet.claims),
    )


@dataclass(slots=True)
class _Sheet:
    """The lines put so far, and the figures in them."""

    lines: list[Line] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    _paragraphs: int = 0
    _annex: int = 0
    _starts_page: bool = False

    def turn(self, annex: int) -> None:
        """The next lines are of that annex, on a new page."""
        self._annex = annex
        self._starts_page = True

    def put(
        self,
        component: Component,
        pieces: Pieces,
        cell: Cell | None = None,
        key: str = "",
    ) -> None:
        """A paragraph; its line breaks part lines, blank ones are none."""
        begin = 0
        text = plain_text(pieces)
        number = self._paragraphs + 1
        for segment in text.split("\n"):
            for start, end in _columns(segment):
                seen = printed(printable(segment[start:end]))
                if not seen.strip():
                    continue
                self._paragraphs = number
                self._claim(pieces, begin + start, begin + end, seen)
                self.lines.append(
                    Line(
                        number,
                        seen,
                        component,
                        self._annex,
                        cell,
                        key=key,
                        section=self._annex,
                        starts_page=self._starts_page,
                    )
                )
                self._starts_page = False
            begin += len(segment) + 1

    def _claim(self, pieces: Pieces, begin: int, end: int, seen: str) -> None:
        """The figures of a line, which is what `pieces` say from `begin` to `end`."""
        whole, last = plain_text(pieces), 0
        for piece in pieces:
            start, last = last, last + len(text_of(piece))
            if not isinstance(piece, Figure) or start < begin or last > end:
                continue
            if piece.missing or piece.derived or not piece.places:
                continue
            text = printed(piece.text)
            at = len(printed(printable(whole[begin:start])))
            if seen.startswith(text, at):
                place = piece.places[0]
                claim = Claim(len(self.lines), at, at + len(text), place, text)
                self.claims.append(claim)


def _columns(segment: str) -> Iterator[tuple[int, int]]:
    """From where to where the components stand that are side by side in a line."""
    between = side_by_side.cut(printed(segment))
    if between is None or len(printed(segment)) != len(segment):
        yield 0, len(segment)
        return
    yield 0, between[0]
    yield between[1], len(segment)


def _head(sheet: _Sheet, letter: Letter, sizes: Sizes) -> None:
    above = (letter.superior,) if letter.superior else ()
    for text in office_lines(above, sizes, Face.REGULAR)[0]:
        sheet.put(Component.SUPERIOR, (text,), _OFFICE)
    for text in office_lines(letter.letterhead, sizes)[0]:
        sheet.put(Component.ISSUER, (text,), _OFFICE)
    sheet.put(Component.STATE, (typography.NATIONAL_NAME,), _NATION)
    sheet.put(Component.MOTTO, (typography.MOTTO,), _NATION)
    label = "Số: " if letter.number.strip() else "Số:"
    number = f"{label}{number_of(letter)}/{letter.symbol}"
    sheet.put(Component.NUMBER, (number,), _NUMBER)
    date = f"{letter.place}, {figures.show_long_date(letter.day)}"
    sheet.put(Component.PLACE_DATE, (date,), _DATE)
    sheet.put(Component.SUBJECT, letter.subject, _SUBJECT)
    for text in _addressees(letter):
        sheet.put(Component.ADDRESSEES, (text,))


def _addressees(letter: Letter) -> Iterator[str]:
    """One on the label's line; several below it."""
    names = [bare(name) for name in letter.addressees]
    label = typography.ADDRESSEE_LABEL
    if len(names) < 2:
        yield " ".join([label, *names])
        return
    yield label
    yield from _listed(names)


def _listed(names: Iterable[str]) -> Iterator[str]:
    *others, last = names
    yield from (f"- {name};" for name in others)
    yield f"- {last}."


def _end(sheet: _Sheet, letter: Letter) -> None:
    sheet.put(Component.RECIPIENTS, (typography.RECIPIENTS_LABEL,), _RECIPIENTS)
    names = [typography.RECIPIENTS_FIRST, *map(bare, letter.recipients)]
    for text in _listed([*names, typography.ARCHIVE_LABEL + bare(letter.archive)]):
        sheet.put(Component.RECIPIENTS, (text,), _RECIPIENTS)
    for text in letter.signatory.lines:
        sheet.put(Component.AUTHORITY, (text,), _SIGNATURE)
    sheet.put(Component.SIGNER, (letter.signatory.name.strip(),), _SIGNATURE)


def _annex(sheet: _Sheet, annex: Annex, table: int) -> None:
    sheet.put(Component.ANNEX_LABEL, (annex.label,))
    for line in annex.title:
        sheet.put(Component.ANNEX_TITLE, line)
    sheet.put(Component.ANNEX_REFERENCE, (annex.reference,))
    row = _heading(sheet, annex.table, table)
    for place, one in enumerate(annex.table.rows, start=row):
        for column, piece in enumerate(one.cells):
            sheet.put(Component.ANNEX_CELL, (piece,), Cell(table, place, column))
    for note in _notes(annex):
        sheet.put(Component.ANNEX_TEXT, note)


def _heading(sheet: _Sheet, table: Table, number: int) -> int:
    """The one or two rows of headings; how many they are."""
    grouped = any(column.group for column in table.columns)
    lower: list[tuple[int, str]] = []
    place = 0
    for group, members in groupby(table.columns, key=lambda column: column.group):
        labels = [column.label for column in members]
        upper = [group] if group else labels
        for at, text in enumerate(upper, start=place):
            sheet.put(Component.ANNEX_CELL, (text,), Cell(number, 0, at))
        if group:
            lower += enumerate(labels, start=place)
        place += len(labels)
    for at, text in lower:
        sheet.put(Component.ANNEX_CELL, (text,), Cell(number, 1, at))
    return 2 if grouped else 1


def _notes(annex: Annex) -> Iterator[Pieces]:
    """What stands below the table, the last line ended by "./."."""
    mark = typography.END_MARK
    if not annex.notes:
        yield (mark,)
        return
    *others, last = annex.notes
    yield from others
    text = plain_text(last)
    if text.endswith(mark):
        yield last
        return
    # As the writer ends it: what it leaves out at the end is no figure.
    kept = text.rstrip(" ;.")
    yield (*_until(last, len(kept)), mark)


def _until(pieces: Pieces, length: int) -> Pieces:
    found: list[str | Figure] = []
    for piece in pieces:
        text = plain_text((piece,))
        if length < len(text):
            found.append(text[:length])
            break
        found.append(piece)
        length -= len(text)
    return tuple(found)


def _stated(report: Report, claims: Iterable[Claim]) -> Report:
    """The report with no more than the cells that are printed."""
    places = {claim.place for claim in claims}
    rows = {row.id: _printed_row(row, places) for row in report.rows.values()}
    return replace(
        report,
        rows={key: row for key, row in rows.items() if row.cells},
        total=None if report.total is None else _printed_row(report.total, places),
        facts={
            key: cell
            for key, cell in report.facts.items()
            if Place("report", key) in places
        },
        source=None,
        dossiers=(),
    )


def _printed_row(row: Row, places: set[Place]) -> Row:
    kept = {of: cell for of, cell in row.cells.items() if Place(row.id, *of) in places}
    return replace(row, cells=kept)
