"""A letter as values: the parts of the decree in order (công văn).

What it says, not how it looks: measures and fonts are in `core.letter.typography`,
with the clause of Nghị định 30/2020/NĐ-CP beside each. docs/linh-vuc.md 4.2.
"""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import TypeAlias

from core.frozen import frozen
from core.office import LetterKind, Signatory
from core.period import Period
from core.report import Place


@frozen
class Figure:
    """A number in a sentence that knows its cells (số liệu trong văn bản).

    Attributes:
        text: As printed: "80,33", "tháng 9/2024", "[chưa có số liệu]".
        places: The cells it comes from; clicking goes to the first.
        missing: The figure is not there; the text says so in brackets.
        derived: Reckoned from its cells (points lost, a difference, a sum) or taken
            from the office's targets, not printed from one cell.
    """

    text: str
    places: tuple[Place, ...]
    missing: bool = False
    derived: bool = False


Piece: TypeAlias = str | Figure
"""A stretch of a sentence."""

Pieces: TypeAlias = tuple[Piece, ...]
"""A sentence, or part of one."""


class Section(Enum):
    """Part of the letter that a paragraph belongs to, as the window lists them."""

    BASIS = "Căn cứ"
    RESULT = "Kết quả"
    WEAKNESS = "Tồn tại, hạn chế"
    TASKS = "Yêu cầu"
    PETITION = "Kiến nghị"
    CLOSING = "Kết thúc"


class Style(Enum):
    """What a paragraph of the body is."""

    BODY = "body"
    HEADING = "heading"
    DASH = "dash"
    POINT = "point"


@frozen
class Paragraph:
    """A paragraph of the body (đoạn).

    Attributes:
        key: Stable across re-composition ("result.total", "task.online_pay_rate").
        section: Which part it belongs to.
        style: Plain text, heading "1. Kết quả", "- …" item, or "a) …" point; the
            sign itself ("- ", "a) ") is part of the pieces.
        pieces: Text and figures.
    """

    key: str
    section: Section
    style: Style
    pieces: Pieces

    @property
    def text(self) -> str:
        """The whole sentence."""
        return plain_text(self.pieces)


class Align(Enum):
    """How a column's cells stand."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@frozen
class Column:
    """A column of an annex table.

    Attributes:
        label: Its heading.
        group: The heading above it and its neighbours; empty for none.
        align: How its cells stand.
        weight: Its share of the table's width, in parts.
    """

    label: str
    group: str = ""
    align: Align = Align.CENTRE
    weight: float = 1.0


@frozen
class TableRow:
    """A row of an annex table; `strong` for totals."""

    cells: Pieces
    strong: bool = False


@frozen
class Table:
    """An annex table: headings of one or two tiers, rows."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]


@frozen
class Annex:
    """An annex (phụ lục) in a section of its own; docs/linh-vuc.md 4.3.

    Attributes:
        label: "Phụ lục", or "Phụ lục I" where there are several.
        title: Lines of the title, in capitals.
        reference: "(Kèm theo Công văn số      /UBND-VP ngày … của …)".
        table: The figures.
        notes: Lines below the table: what (*) and (**) mean, when figures were taken.
    """

    label: str
    title: tuple[Pieces, ...]
    reference: str
    table: Table
    notes: tuple[Pieces, ...] = ()

    def pieces(self) -> Iterator[Piece]:
        """Title, table and notes, in reading order."""
        for line in self.title:
            yield from line
        for row in self.table.rows:
            yield from row.cells
        for note in self.notes:
            yield from note


@frozen
class Letter:
    """An official letter (công văn): the parts of the decree in order.

    Attributes:
        kind: Which letter.
        superior: Line above the letterhead; empty for none.
        letterhead: Lines of the issuing body, broken at sense units.
        number: As issued ("05"); empty until văn thư gives one.
        symbol: What follows "/": "UBND-VP".
        place: Place of the date line.
        day: The date.
        subject: "V/v …" as pieces, "V/v " included.
        addressees: Without dashes and end punctuation.
        body: Paragraphs; the last ends with "./.".
        recipients: Between "Như trên" and "Lưu", without dashes and punctuation.
        archive: What follows "Lưu: ".
        signatory: Who signs.
        annexes: In order.
        author: The office, for the document's properties.
        period: What it reports on, for the file's name.
    """

    kind: LetterKind
    letterhead: tuple[str, ...]
    symbol: str
    place: str
    day: date
    subject: Pieces
    addressees: tuple[str, ...]
    body: tuple[Paragraph, ...]
    recipients: tuple[str, ...]
    archive: str
    signatory: Signatory
    author: str
    period: Period | None
    superior: str = ""
    number: str = ""
    annexes: tuple[Annex, ...] = ()

    @property
    def missing(self) -> tuple[Figure, ...]:
        """The figures that the letter asks for and that are not there."""
        return tuple(one for one in self.figures() if one.missing)

    def figures(self) -> Iterator[Figure]:
        """Every figure of subject, body and annexes, in reading order."""
        pieces: list[Piece] = list(self.subject)
        for paragraph in self.body:
            pieces.extend(paragraph.pieces)
        for annex in self.annexes:
            pieces.extend(annex.pieces())
        return (piece for piece in pieces if isinstance(piece, Figure))


def text_of(piece: Piece) -> str:
    """The text of a piece."""
    return piece.text if isinstance(piece, Figure) else piece


def plain_text(pieces: Pieces) -> str:
    """The text of a sentence."""
    return "".join(text_of(piece) for piece in pieces)
