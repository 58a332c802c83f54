"""What a parser of web pages tells, tag by tag, gathered into tables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.importing.books.html_looks import Look
from core.importing.books.html_tables import (
    DEPTH,
    OpenCell,
    OpenTable,
    Page,
    Place,
    Table,
    TooMuchError,
    span,
)

# What stands within a line; every other tag begins or ends one.
_INLINE = {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "code", "em", "font", "i"}
_INLINE |= {"kbd", "label", "mark", "nobr", "o:p", "s", "samp", "small", "span"}
_INLINE |= {"strike", "strong", "sub", "sup", "tt", "u", "var", "wbr", "img", "input"}
# What has text that nobody sees as text of the page.
_UNSEEN = {"script", "title", "noscript", "select", "textarea", "xml", "template"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_GROUPS = {"thead", "tbody", "tfoot"}
_SHEET_NAME = re.compile(r"<x:Name>([^<]{1,100})</x:Name>")


_BESIDE = ("x:num", "x:err", "x:fmla", "sdval", "sdnum")


def _kept(attributes: Mapping[str, str]) -> Mapping[str, str]:
    """What Excel's and LibreOffice's own pages say of a cell beside its text."""
    return {key: attributes[key] for key in _BESIDE if key in attributes}


@dataclass(slots=True)
class Reader:
    """The target of the parser: tags and texts in, tables out.

    Attributes:
        tables: The tables that have ended.
    """

    tables: list[Table] = field(default_factory=list)
    page: Page = field(default_factory=Page)
    place: Place = field(default_factory=Place)
    open: list[OpenTable] = field(default_factory=list)
    style: list[str] | None = None
    heading: list[str] | None = None
    muted: int = 0
    """How many elements are open since the first that is not shown."""

    # ------------------------------------------------------------ what the parser calls

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take in the beginning of an element."""
        if self.muted and tag != "table":
            self.muted += 1
            return
        look = self.page.looks.of(tag, attributes)
        if tag == "table":
            self._start_table(look)
        elif tag == "style":
            self.style = []
        elif tag in _UNSEEN:
            self.muted = 1
        elif not (self.open and self._start_in_table(tag, attributes, look)):
            self._start_in_text(tag, attributes, look)

    def end(self, tag: str) -> None:
        """Take in the end of an element, said or implied."""
        if tag == "table" and self.open:
            self._end_table()
        elif self.muted:
            self.muted -= 1
        elif tag == "style" and self.style is not None:
            self.page.looks.learn("".join(self.style))
            self.style = None
        elif not (self.open and self._end_in_table(tag)):
            self._end_in_text(tag)

    def data(self, text: str) -> None:
        """Take in text."""
        if self.style is not None:
            self.style.append(text)
        elif not self.muted:
            self._say(text)
            if self.heading is not None:
                self.heading.append(text)

    def comment(self, text: str) -> None:
        """Take in a comment: Excel notes the names of the sheets in one."""
        self.page.names += _SHEET_NAME.findall(text)[:1000]

    def close(self) -> None:
        """End what the page did not."""
        while self.open:
            self._end_table()
        if len(self.tables) == len(self.page.names):
            for table, name in zip(self.tables, self.page.names, strict=True):
                table.name = table.name or " ".join(name.split())

    # ------------------------------------------------------------------- tables

    def _start_table(self, look: Look) -> None:
        if len(self.open) >= DEPTH:
            raise TooMuchError(deep=True)
        self.page.end_line()
        over = self.open[-1] if self.open else None
        above = self.page.lines
        if over is not None:
            above = [] if over.is_table else over.lines()
        muted = self.muted + 1 if self.muted else 0
        hidden = look.hidden or bool(muted)
        self.open.append(OpenTable(above, self.page.heading, muted, hidden))
        self.muted = 0

    def _end_table(self) -> None:
        table = self.open.pop()
        table.close_cell()
        self.muted = max(table.muted - 1, 0)
        over = self.open[-1] if self.open else None
        if table.is_table:
            self.tables.append(table.closed())
            if over is None:
                self.page.lines, self.page.heading = [], ""
        elif over is not None and over.cell is not None:
            texts = (str(v) for row in table.rows for v in row.values() if v != "")
            over.cell.parts.append("\v" + "\v".join(texts) + "\v")
        elif not table.hidden:
            self.page.lines = table.lines()

    def _start_in_table(
        self, tag: str, attributes: Mapping[str, str], look: Look
    ) -> bool:
        """Whether the tag is part of the innermost table, which then has taken it."""
        table = self.open[-1]
        if tag in {"td", "th"}:
            table.close_cell()
            if not table.rows:
                self.place.next_row(table)
            spot = self.place.next_cell(table, attributes)
            if look.hidden:
                table.hidden_cells.add(spot)
            table.cell = OpenCell(spot, _kept(attributes), look.percent, look.font)
        elif tag == "tr":
            table.close_cell()
            self.place.next_row(table)
            if look.hidden or table.group_hidden:
                table.hidden_rows.add(len(table.rows))
        elif tag in _GROUPS:
            table.close_cell()
            table.group_hidden = look.hidden
        elif tag == "caption":
            table.caption = []
        elif tag == "col":
            self._start_column(table, attributes, look)
        else:
            return tag == "colgroup"
        return True

    @staticmethod
    def _start_column(
        table: OpenTable, attributes: Mapping[str, str], look: Look
    ) -> None:
        first = table.columns_told + 1
        table.columns_told += span(attributes, "span")
        if look.hidden and len(table.hidden_columns) < 16_384:  # Excel's last column
            table.hidden_columns.update(range(first, table.columns_told + 1))

    def _end_in_table(self, tag: str) -> bool:
        table = self.open[-1]
        if tag in {"td", "th", "tr"}:
            table.close_cell()
        elif tag in _GROUPS:
            table.close_cell()
            table.group_hidden = False
        elif tag == "caption" and table.caption is not None:
            text = " ".join("".join(table.caption).split())
            table.named, table.caption = text, None
            table.above = [*table.above, {1: text}] if text else table.above
        else:
            return tag in {"col", "colgroup"}
        return True

    # --------------------------------------------------------------------- text

    def _start_in_text(
        self, tag: str, attributes: Mapping[str, str], look: Look
    ) -> None:
        if tag not in _INLINE:
            self._break()
        if tag in _HEADINGS:
            self.heading = []
        if look.hidden:
            self.muted = 1
        cell = self.open[-1].cell if self.open else None
        if cell is not None:
            face = attributes.get("face", "")
            old = face if face.lower().startswith((".vn", "vni")) else look.font
            cell.font = cell.font or old
            cell.percent = cell.percent or look.percent

    def _end_in_text(self, tag: str) -> None:
        if tag in _HEADINGS and self.heading is not None:
            said = " ".join("".join(self.heading).split())
            self.page.heading, self.heading = said or self.page.heading, None
        if tag not in _INLINE:
            self._break()

    def _say(self, text: str) -> None:
        """Add text to what is open: a cell, a caption, or the page."""
        text = text.replace("\v", " ")
        table = self.open[-1] if self.open else None
        if table is None:
            self.page.line.append(text)
        elif table.cell is not None:
            table.cell.parts.append(text)
        elif table.caption is not None:
            table.caption.append(text)

    def _break(self) -> None:
        """End a line of what is open."""
        table = self.open[-1] if self.open else None
        if table is None:
            self.page.end_line()
        elif table.cell is not None:
            table.cell.parts.append("\v")
