"""A letter on paper, as values: lines with their components, looks, tables, claims.

docs/linh-vuc.md 4.1 to 4.3; the components are those of Nghị định 30/2020/NĐ-CP, PL I.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from itertools import chain

from core.report import Place, Report
from core.same import Same


class Component(Enum):
    """What a line is in a letter (thành phần thể thức), as findings name it."""

    SUPERIOR = "tên cơ quan chủ quản"
    ISSUER = "tên cơ quan ban hành"
    STATE = "Quốc hiệu"
    MOTTO = "Tiêu ngữ"
    NUMBER = "số, ký hiệu"
    PLACE_DATE = "địa danh, ngày tháng"
    SUBJECT = "trích yếu"
    ADDRESSEES = "Kính gửi"
    BODY = "nội dung"
    AUTHORITY = "quyền hạn, chức vụ người ký"
    SIGNER = "họ tên người ký"
    RECIPIENTS = "Nơi nhận"
    ANNEX_LABEL = "số phụ lục"
    ANNEX_TITLE = "tên phụ lục"
    ANNEX_REFERENCE = "dòng kèm theo của phụ lục"
    ANNEX_CELL = "bảng của phụ lục"
    ANNEX_TEXT = "lời trong phụ lục"
    OTHER = "phần chưa nhận ra"

    __hash__ = object.__hash__


class Align(Enum):
    """How a line stands between the margins."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is printed, as far as the file says it.

    Attributes:
        fonts: The fonts of its letters; of blanks none.
        sizes: Sizes of its letters, in pt.
        bold: Whether all letters are; None where some are and some are not.
        italic: The same.
        underline: The same.
        black: Whether all letters are black or of automatic colour.
        align: How it stands.
        first_line: Indent of the first line, in mm; negative for a hanging one.
        left: Indent of all lines, in mm.
        before: Room above it, in pt.
        after: Room below it, in pt.
        spacing: Between its lines: 1 for single; None for an exact distance.
        ruled: Length in mm of a drawn line below it, 0 for one of unknown length;
            None for none.
    """

    fonts: frozenset[str] = frozenset()
    sizes: frozenset[Decimal] = frozenset()
    bold: bool | None = False
    italic: bool | None = False
    underline: bool | None = False
    black: bool = True
    align: Align = Align.LEFT
    first_line: float = 0.0
    left: float = 0.0
    before: float = 0.0
    after: float = 0.0
    spacing: float | None = 1.0
    ruled: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a line stands in a table: which of the paper's, row and column from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a part of one between manual line breaks (dòng).

    Attributes:
        number: Its paragraph's number on the paper, from 1, in reading order; lines
            of one paragraph share it.
        text: What is printed, NFC, without tracked deletions; automatic numbers
            included ("1. "), tabs as such.
        component: What it is.
        annex: Which annex it belongs to, from 1; 0 for the letter itself.
        cell: Where in a table it stands, or None.
        look: How it is printed, or None where nobody has laid it out yet.
        key: The paragraph's key in a letter of ours; empty in others.
        raw: The characters of the file where they differ from `text` (NFD, zero-width
            signs, fonts of TCVN3 or VNI); empty where they do not.
        section: Which page set-up it is printed on: an index of `Paper.setups`.
        starts_page: A page break stands before it.
    """

    number: int
    text: str
    component: Component = Component.OTHER
    annex: int = 0
    cell: Cell | None = None
    look: Look | None = None
    key: str = ""
    raw: str = ""
    section: int = 0
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Setup:
    """A section's page (định trang): all in mm.

    Attributes:
        width: Of the paper as it lies.
        height: Of the paper as it lies.
        top: Margin.
        bottom: Margin.
        left: Margin.
        right: Margin.
        numbered: Its pages bear a page number from the second on, or on all.
        number_shown_first: The number is printed on its first page too.
        restarts: Page numbers begin again at 1.
    """

    width: float = 210.0
    height: float = 297.0
    top: float = 20.0
    bottom: float = 20.0
    left: float = 30.0
    right: float = 15.0
    numbered: bool = False
    number_shown_first: bool = False
    restarts: bool = False

    @property
    def is_landscape(self) -> bool:
        """Whether the page lies."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that the paper states of an indicator (số liệu nêu trong văn bản).

    Attributes:
        line: Index of its line in `Paper.lines`.
        start: Where its text begins in that line.
        end: Where its text ends.
        place: Where it stands in `Paper.stated`.
        text: As printed: "80,33".
    """

    line: int
    start: int
    end: int
    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A letter on paper (văn bản).

    Attributes:
        lines: In reading order: letterhead, body, signature, then annexes.
        setups: The pages' set-ups, by `Line.section`; empty where not laid out.
        day: The date it bears, or None where none can be read.
        number: Its number ("183"); empty where it is blank.
        symbol: What follows "/" ("UBND-VP"); empty for none.
        stated: The figures that it states, as a report whose cells are `claims`.
        claims: Where each of them is printed.
        issued: It is marked as issued, or bears number and signature.
        tracked: It holds tracked changes (read as if accepted).
        comments: How many comments stand beside it.
        widths: Of its tables as drawn, in mm by their number; 0 where the file does
            not say it; empty where not laid out.
    """

    lines: tuple[Line, ...]
    setups: tuple[Setup, ...] = ()
    day: date | None = None
    number: str = ""
    symbol: str = ""
    stated: Report = field(default_factory=Report)
    claims: tuple[Claim, ...] = ()
    issued: bool = False
    tracked: bool = False
    comments: int = 0
    widths: tuple[float, ...] = ()

    def of(self, *components: Component, annex: int | None = None) -> Iterator[int]:
        """Indexes of the lines that are one of `components`, in order.

        `annex` narrows it to one annex, or to the letter itself (0).
        """
        places = _places(Same(self.lines))
        if len(components) == 1:
            found: Sequence[int] = places.get(components[0], ())
        else:
            found = sorted(chain(*(places.get(one, ()) for one in set(components))))
        if annex is not None:
            found = [index for index in found if self.lines[index].annex == annex]
        return iter(found)

    def text(self, *components: Component, annex: int | None = None) -> str:
        """The texts of those lines, one under the other."""
        return "\n".join(
            self.lines[index].text for index in self.of(*components, annex=annex)
        )

    @property
    def annexes(self) -> tuple[int, ...]:
        """The numbers of its annexes, from 1."""
        return tuple(sorted({line.annex for line in self.lines} - {0}))

    def table(self, number: int) -> tuple[tuple[str, ...], ...]:
        """The texts of a table by row and column; lines of one cell joined by a blank.

        Cells that are merged away are empty.
        """
        texts: dict[tuple[int, int], list[str]] = {}
        for line in self.lines:
            if line.cell is not None and line.cell.table == number:
                texts.setdefault((line.cell.row, line.cell.column), []).append(
                    line.text
                )
        if not texts:
            return ()
        rows = max(row for row, _ in texts) + 1
        columns = max(column for _, column in texts) + 1
        return tuple(
            tuple(" ".join(texts.get((row, column), ())) for column in range(columns))
            for row in range(rows)
        )

    def claimed(self) -> Mapping[Place, Claim]:
        """The first claim of each place."""
        found: dict[Place, Claim] = {}
        for claim in self.claims:
            found.setdefault(claim.place, claim)
        return found


@lru_cache(maxsize=4)  # all rules ask for the lines of one letter
def _places(lines: Same[tuple[Line, ...]]) -> Mapping[Component, tuple[int, ...]]:
    """The indexes of the lines by component, in order."""
    found: dict[Component, list[int]] = {}
    for index, line in enumerate(lines.value):
        found.setdefault(line.component, []).append(index)
    return {component: tuple(indexes) for component, indexes in found.items()}
