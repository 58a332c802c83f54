"""The content of a file in reading order: paragraphs, tables, text boxes as lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from core.frozen import replace
from core.letter.docx.reading_lines import Lines, Room
from core.letter.docx.reading_numbering import Numbering
from core.letter.docx.reading_runs import Inside, Mark, Piece, Runs
from core.letter.docx.reading_sections import Pages
from core.letter.docx.reading_shapes import Box, Stroke
from core.letter.docx.reading_styles import Letters, Setting, Styles, setting
from core.letter.docx.reading_xml import MC, VAL, Element, W, mm, told, value, whole
from core.paper.model import Cell, Line

_WRAPPERS: Final = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
_PARAGRAPH: Final = f"{W}p"
_TABLE: Final = f"{W}tbl"
_PROPERTIES: Final = f"{W}pPr"
_ALTERNATIVE: Final = f"{MC}AlternateContent"
_ROW: Final = f"{W}tr"
_OF_ROW: Final = f"{W}trPr"
_DELETED: Final = f"{W}del"
_CELL: Final = f"{W}tc"
_OF_CELL: Final = f"{W}tcPr"
_SPAN: Final = f"{W}gridSpan"
_WIDTH: Final = f"{W}tcW"
_MERGES: Final = (f"{W}vMerge", f"{W}hMerge")
_GONE: Final = f"{W}cellDel"
_BORDERS: Final = f"{W}tcBorders"
_NO_BORDER: Final = (None, "nil", "none")
_CELL_SIDES: Final = 3.8  # mm; Word's room in a cell, left and right, unless said
_MOST_COLUMNS: Final = 63  # of a table of Word
_DEEPEST: Final = 40  # tables and boxes in one another


@dataclass(frozen=True, slots=True)
class _Where:
    """Where blocks stand: in which cell, of a table of which style, in what room."""

    room: float
    cell: Cell | None = None
    style: str = ""
    depth: int = 0


class _Set(NamedTuple):
    """How a paragraph is set, with all that its styles and its list say.

    Attributes:
        stands: How it stands.
        look: How its letters look where nothing else is said.
        number: The list that it is of, and its level; None for none.
        joins: Its end is deleted, so that it goes on in the next.
        ends: It ends a section.
    """

    stands: Setting
    look: Letters
    number: tuple[str, int] | None
    joins: bool
    ends: bool


class Body:
    """Reads the blocks of a file once, in order, and gathers its lines."""

    def __init__(
        self, styles: Styles, numbering: Numbering, pages: tuple[Pages, ...]
    ) -> None:
        """Begin on the first page."""
        self._styles = styles
        self._numbering = numbering
        self._pages = pages
        self._runs = Runs(styles)
        self._lines = Lines()
        self._sets: dict[tuple[str, tuple[object, ...]], _Set] = {}
        self._section = 0
        self._starts_page = False
        self._joined: list[Inside] = []
        self._joined_to: Element | None = None
        self.lines: list[Line] = []
        self.widths: list[float] = []
        self.paragraphs: list[Element] = []

    def read(self, blocks: Iterable[Element]) -> None:
        """Gather the lines of the body's blocks."""
        self._blocks(blocks, _Where(self._room))

    @property
    def _page(self) -> Pages:
        return self._pages[min(self._section, len(self._pages) - 1)]

    @property
    def _room(self) -> float:
        return self._page.room

    def _blocks(self, blocks: Iterable[Element], where: _Where) -> None:
        if where.depth > _DEEPEST:
            return
        for one in blocks:
            tag = one.tag
            if tag == _PARAGRAPH:
                self._paragraph(one, where)
            elif tag == _TABLE:
                self._table(one, where)
            elif tag in _WRAPPERS:
                self._blocks(one, where)
            elif tag == _ALTERNATIVE:
                choice = one.find(f"{MC}Choice")
                drawn = one.find(f"{MC}Fallback") if choice is None else choice
                self._blocks(() if drawn is None else drawn, where)

    # --------------------------------------------------------------------- paragraphs

    def _paragraph(self, paragraph: Element, where: _Where) -> None:
        said = paragraph[0] if len(paragraph) else None
        is_said = said is not None and said.tag == _PROPERTIES
        here = self._set(said if is_said else None, where.style)
        if here.stands.get("breaks"):
            self._starts_page = True
        inside = self._runs.inside(paragraph, here.look)
        if self._joined:
            inside = [*self._joined, *inside]
        if self._joined_to is not None:
            paragraph = self._joined_to
        if here.joins:
            # Its end is deleted: what it holds goes on in the next paragraph.
            self._joined, self._joined_to = inside, paragraph
        else:
            self._joined, self._joined_to = [], None
            mark = self._numbering.next(*here.number) if here.number else ""
            self._emit(paragraph, inside, (mark, here.look), here.stands, where)
        if here.ends:
            self._next_section()

    def _set(self, said: Element | None, table: str) -> _Set:
        """How a paragraph of these properties is set in a table of that style.

        Those that are set alike have the very same value.
        """
        key = table, () if said is None else told(said)
        known = self._sets.get(key)
        if known is None:
            known = self._sets[key] = self._read_set(setting(said), table)
        return known

    def _read_set(self, own: Setting, table: str) -> _Set:
        style = own.get("style", "")
        stands, look = self._styles.paragraph(style, table)
        number = self._number(style, stands, own)
        stands = self._stands(stands, own, number)
        return _Set(stands, look, number, "joins" in own, "ends" in own)

    def _next_section(self) -> None:
        self._section += 1
        if not self._page.same_page:
            self._starts_page = True

    def _number(
        self, style: str, stands: Setting, own: Setting
    ) -> tuple[str, int] | None:
        """The list that a paragraph is of, and its level; None for none."""
        number = own.get("numbering", stands.get("numbering"))
        if not number or number == "0":
            return None
        if "numbering" in own or "level" in own:
            return number, own.get("level", stands.get("level", 0))
        level = stands.get("level")
        return number, self._numbering.level_of(
            number, style
        ) if level is None else level

    def _stands(
        self, stands: Setting, own: Setting, number: tuple[str, int] | None
    ) -> Setting:
        level = self._numbering.level(*number) if number else None
        if level is None:
            return {**stands, **own}
        if "numbering" in own or "left" not in stands:
            return {**stands, **level.stands, **own}
        return {**level.stands, **stands, **own}

    def _emit(
        self,
        paragraph: Element,
        inside: list[Inside],
        mark: tuple[str, Letters],
        stands: Setting,
        where: _Where,
    ) -> None:
        """The lines of a paragraph, and of the boxes that hang on it."""
        number = len(self.paragraphs) + 1
        pieces = [one for one in inside if isinstance(one, Piece)]
        boxes: list[Box] = []
        if len(pieces) < len(inside):
            boxes = [one for one in inside if isinstance(one, Box)]
            # A letterhead in boxes hangs on what follows it.
            if not self.lines:
                self._boxes(boxes, where)
                boxes, number = [], len(self.paragraphs) + 1
            self._segments(inside, number, mark, stands, where)
        elif pieces:
            self._put(pieces, number, mark, stands, where)
        if self.lines and self.lines[-1].number == number:
            self.paragraphs.append(paragraph)
        elif stands.get("ruled") or stands.get("roofed"):
            length = where.room - stands.get("left", 0.0) - stands.get("right", 0.0)
            self._rule(round(max(length, 0.0), 1), where)
        if boxes:
            self._boxes(boxes, where)

    def _segments(
        self,
        inside: list[Inside],
        number: int,
        mark: tuple[str, Letters],
        stands: Setting,
        where: _Where,
    ) -> None:
        """The lines between the breaks of a paragraph, and what is drawn under them."""
        for segment, ended in _between_breaks(inside):
            pieces = [one for one in segment if isinstance(one, Piece)]
            if self._put(pieces, number, mark, stands, where):
                mark = ("", mark[1])
            for stroke in segment:
                if isinstance(stroke, Stroke):
                    self._rule(stroke.length, where)
            if ended is Mark.PAGE:
                self._starts_page = True

    def _put(
        self,
        pieces: list[Piece],
        number: int,
        mark: tuple[str, Letters],
        stands: Setting,
        where: _Where,
    ) -> bool:
        """Whether these pieces made a line."""
        starts = self._starts_page
        room = Room(where.room, self._section, where.cell, number, starts)
        found = self._lines.of(pieces, mark, stands, room)
        if not found:
            return False
        self.lines += found
        self._starts_page = False
        return True

    def _boxes(self, boxes: list[Box], where: _Where) -> None:
        for one in boxes:
            room = one.width or where.room
            inside = _Where(room, depth=where.depth + 1)
            self._blocks(one.content, inside)

    def _rule(self, length: float, where: _Where) -> None:
        """A drawn line stands below the last line of the same cell or box."""
        if not self.lines:
            return
        last = self.lines[-1]
        if last.cell == where.cell and last.look is not None:
            self.lines[-1] = replace(last, look=replace(last.look, ruled=length))

    # ------------------------------------------------------------------------- tables

    def _table(self, table: Element, where: _Where) -> None:
        number = len(self.widths)
        properties = table.find(f"{W}tblPr")
        style = value(properties, "tblStyle") or ""
        grid = [
            mm(one.get(f"{W}w")) or 0.0
            for one in table.findall(f"{W}tblGrid/{W}gridCol")
        ]
        self.widths.append(sum(grid))
        sides = _sides(properties)
        for row, tr in enumerate(_rows(table)):
            skipped = whole(value(tr.find(_OF_ROW), "gridBefore")) or 0
            column = min(max(skipped, 0), _MOST_COLUMNS)
            for tc in _cells(tr):
                span, wide, is_there, is_ruled = _cell(tc)
                wide = wide or sum(grid[column : column + span])
                room = max((wide or where.room) - sides, 0.0)
                if is_there:
                    before = len(self.lines)
                    place = Cell(number, row, column)
                    inside = _Where(room, place, style, where.depth + 1)
                    self._blocks(tc, inside)
                    if is_ruled:
                        own = len(self.lines) > before
                        self._rule(round(room + sides, 1), inside if own else where)
                column += span


def _between_breaks(inside: list[Inside]) -> Iterator[tuple[list[Inside], Mark | None]]:
    """What stands between line breaks, each with the mark that ends it."""
    segment: list[Inside] = []
    for one in inside:
        if isinstance(one, Mark):
            yield segment, one
            segment = []
        else:
            segment.append(one)
    yield segment, None


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table that are not deleted."""
    for one in table:
        if one.tag == _ROW:
            said = one.find(_OF_ROW)
            if said is None or said.find(_DELETED) is None:
                yield one
        elif one.tag in _WRAPPERS:
            yield from _rows(one)


def _cells(row: Element) -> Iterator[Element]:
    for one in row:
        if one.tag == _CELL:
            yield one
        elif one.tag in _WRAPPERS:
            yield from _cells(one)


def _cell(cell: Element) -> tuple[int, float, bool, bool]:
    """How a cell is: columns spanned, width in mm (0: unsaid), there, with a line below.

    One that goes on with the cell above it or before it is not there, nor a deleted one.
    A border below is a drawn line where it is the only one.
    """
    span, wide, is_there, is_ruled = 1, 0.0, True, False
    said = cell[0] if len(cell) and cell[0].tag == _OF_CELL else ()
    for one in said:
        tag = one.tag
        if tag == _WIDTH:
            if one.get(f"{W}type", "dxa") == "dxa":
                wide = mm(one.get(f"{W}w")) or 0.0
        elif tag == _SPAN:
            span = min(max(whole(one.get(VAL)) or 1, 1), _MOST_COLUMNS)
        elif tag in _MERGES:
            is_there = is_there and one.get(VAL, "continue") == "restart"
        elif tag == _GONE:
            is_there = False
        elif tag == _BORDERS:
            drawn = {
                str(side.tag).removeprefix(W)
                for side in one
                if side.get(VAL) not in _NO_BORDER
            }
            is_ruled = drawn == {"bottom"}
    return span, wide, is_there, is_ruled


def _sides(properties: Element | None) -> float:
    """The room in a table's cells, left and right together, in mm."""
    margins = None if properties is None else properties.find(f"{W}tblCellMar")
    if margins is None:
        return _CELL_SIDES
    found: list[float] = []
    for side in (("left", "start"), ("right", "end")):
        said = (margins.find(W + name) for name in side)
        found += (mm(one.get(f"{W}w")) or 0.0 for one in said if one is not None)
    return sum(found) if found else _CELL_SIDES
