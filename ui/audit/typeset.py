"""A letter on paper laid out to be read: its lines as they are, each findable again.

It shows what a line is, not every wish of Word: letterhead and signature side by side,
tables with their grid, each annex behind a rule.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from core.paper.model import Align, Component, Line, Look, Paper
from ui.colours import PageColours
from ui.letter.sheet import EDGE, FAMILIES

MOST_ROWS, MOST_SAID = 120, 120
"""Rows of a table that are shown; of the others some that something is said of."""

_PX = 96 / 25.4  # px of a mm, as the sheet is 794 px wide
_PT = 96 / 72  # px of a pt
_BODY, _TABLE, _SMALL = 14.0, 11.0, 9.0  # pt
_LEAST_EDGE, _MOST_EDGE = 8.0, 40.0  # mm of a margin
_MARKS = 14.0  # mm that marks take in the right margin
_WIDE = 6  # columns, from which a table is printed small

_BESIDE = {
    Component.SUPERIOR,
    Component.ISSUER,
    Component.STATE,
    Component.MOTTO,
    Component.NUMBER,
    Component.PLACE_DATE,
    Component.RECIPIENTS,
    Component.AUTHORITY,
    Component.SIGNER,
}
"""What stands side by side in a table without a grid."""

_CENTRED = {
    *(Component.SUPERIOR, Component.ISSUER, Component.STATE, Component.MOTTO),
    *(Component.NUMBER, Component.PLACE_DATE, Component.SUBJECT),
    *(Component.AUTHORITY, Component.SIGNER),
    *(Component.ANNEX_LABEL, Component.ANNEX_TITLE, Component.ANNEX_REFERENCE),
}
_STRONG = {
    *(Component.ISSUER, Component.STATE, Component.MOTTO),
    *(Component.AUTHORITY, Component.SIGNER),
    *(Component.ANNEX_LABEL, Component.ANNEX_TITLE),
}
_SLANTED = {Component.PLACE_DATE, Component.ANNEX_REFERENCE}
_ALIGN = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.JUSTIFY: Qt.AlignmentFlag.AlignJustify,
}


def plain_look(component: Component) -> Look:
    """How a line of that component is shown where nobody has laid it out."""
    align = Align.LEFT
    if component in _CENTRED:
        align = Align.CENTRE
    elif component is Component.BODY:
        align = Align.JUSTIFY
    return Look(
        bold=component in _STRONG,
        italic=component in _SLANTED,
        align=align,
        first_line=10.0 if component is Component.BODY else 0.0,
        before=6.0 if component is Component.BODY else 0.0,
    )


@dataclass
class Typeset:
    """A letter as a document of Qt's, and where its lines stand in it.

    Attributes:
        document: The text.
        starts: Position of the first character of a line, by its index; a line that
            is not shown has none.
    """

    document: QTextDocument
    starts: dict[int, int] = field(default_factory=dict)

    def position(self, line: int) -> int | None:
        """Where a line begins, or the shown one before it; None before the first."""
        if line in self.starts:
            return self.starts[line]
        before = [index for index in self.starts if index < line]
        return self.starts[max(before)] if before else None


def typeset(
    paper: Paper, colours: PageColours, scale: float, meant: Collection[int] = ()
) -> Typeset:
    """`paper` as a document; lines that are `meant` are shown in any case.

    Args:
        paper: The letter.
        colours: Of the page.
        scale: 1 for the size as printed.
        meant: Indexes of lines of which something is said.
    """
    return _Typesetter(paper, colours, scale, frozenset(meant)).typeset()


class _Typesetter:
    """Lays one letter out."""

    def __init__(
        self, paper: Paper, colours: PageColours, scale: float, meant: frozenset[int]
    ) -> None:
        self._paper, self._meant = paper, meant
        self._colours, self._scale = colours, scale
        self._made = Typeset(QTextDocument())
        self._cursor = QTextCursor(self._made.document)

    def typeset(self) -> Typeset:
        """The letter from its first line to its last."""
        document, lines = self._made.document, self._paper.lines
        document.setUndoRedoEnabled(False)
        font = QFont(FAMILIES)
        font.setPointSizeF(_BODY * self._scale)
        document.setDefaultFont(font)
        document.setDocumentMargin(0)
        self._cursor.beginEditBlock()
        for table, group in groupby(range(len(lines)), self._table_of):
            indexes = list(group)
            if table is None:
                self._paragraphs(indexes)
            else:
                if lines[indexes[0]].starts_page and indexes[0] > 0:
                    self._rule()
                self._table(indexes)
        self._cursor.endEditBlock()
        self._frame(document)
        return self._made

    def _table_of(self, index: int) -> int | None:
        cell = self._paper.lines[index].cell
        return None if cell is None else cell.table

    def _frame(self, document: QTextDocument) -> None:
        """The margins; they are the frame's, as the document has one for all sides."""
        left, top, right, bottom = (edge * self._scale for edge in self._edges())
        frame = document.rootFrame().frameFormat()
        frame.setLeftMargin(left)
        frame.setTopMargin(top)
        frame.setRightMargin(right)
        frame.setBottomMargin(bottom)
        document.rootFrame().setFrameFormat(frame)

    def _edges(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom in px: the file's own, with room for marks at right."""
        if not self._paper.setups:
            return EDGE
        page = self._paper.setups[0]
        right = max(page.right, _MARKS)
        return _edge(page.left), _edge(page.top), _edge(right), _edge(page.bottom)

    # ----------------------------------------------------------------- paragraphs

    def _paragraphs(self, indexes: Iterable[int]) -> None:
        for index in indexes:
            if self._paper.lines[index].starts_page and index > 0:
                self._rule()
            self._put(self._cursor, index, _BODY)

    def _put(self, cursor: QTextCursor, index: int, usual: float) -> None:
        """A line in a block of its own; the first takes the one that is there."""
        line = self._paper.lines[index]
        look = line.look or plain_look(line.component)
        block = self._block(look, is_in_table=line.cell is not None)
        style = self._style(look, usual)
        if _is_fresh(cursor):
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        self._made.starts[index] = cursor.position()
        cursor.insertText(_shown(line), style)

    def _block(self, look: Look, *, is_in_table: bool) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setAlignment(_ALIGN[look.align])
        block.setTextIndent(look.first_line * _PX * self._scale)
        block.setLeftMargin(max(look.left, 0.0) * _PX * self._scale)
        most = 6.0 if is_in_table else 12.0  # the desk shows less air than the page
        block.setTopMargin(min(look.before, most) * _PT * self._scale)
        block.setBottomMargin(min(look.after, most) * _PT * self._scale)
        return block

    def _style(self, look: Look, usual: float) -> QTextCharFormat:
        style = QTextCharFormat()
        size = float(max(look.sizes)) if look.sizes else usual
        if usual < _BODY:
            size = min(size, usual)
        style.setFontPointSize(size * self._scale)
        style.setForeground(self._colours.ink)
        style.setFontWeight(QFont.Weight.Bold if look.bold else QFont.Weight.Normal)
        style.setFontItalic(bool(look.italic))
        style.setFontUnderline(bool(look.underline))
        return style

    def _rule(self) -> None:
        """What tells that another page begins."""
        block = QTextBlockFormat()
        block.setTopMargin(24 * self._scale)
        block.setBottomMargin(24 * self._scale)
        whole = QTextLength(QTextLength.Type.PercentageLength, 100)
        name = QTextBlockFormat.Property.BlockTrailingHorizontalRulerWidth
        block.setProperty(name, whole)
        block.setBackground(self._colours.note)
        self._cursor.insertBlock(block)

    # --------------------------------------------------------------------- tables

    def _table(self, indexes: Sequence[int]) -> None:
        cells = self._by_cell(indexes)
        rows = sorted({row for row, _ in cells})
        columns = max(column for _, column in cells) + 1
        shown = self._shown_rows(rows, cells)
        is_grid = not any(self._paper.lines[n].component in _BESIDE for n in indexes)
        usual = _BODY
        if is_grid:
            usual = _SMALL if columns > _WIDE else _TABLE
        style = self._grid() if is_grid else self._beside(columns)
        table = self._cursor.insertTable(len(shown), columns, style)
        for at, row in enumerate(shown):
            for column in range(columns):
                cursor = table.cellAt(at, column).firstCursorPosition()
                for index in cells.get((row, column), ()):
                    self._put(cursor, index, usual)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        if len(shown) < len(rows):
            self._note(len(rows) - len(shown))

    def _shown_rows(
        self, rows: Sequence[int], cells: Mapping[tuple[int, int], Sequence[int]]
    ) -> list[int]:
        """The first rows, and then those of which something is said; not thousands."""
        said = {row for (row, _), held in cells.items() if self._meant & {*held}}
        rest = [row for row in rows[MOST_ROWS:] if row in said]
        return [*rows[:MOST_ROWS], *rest[:MOST_SAID]]

    def _by_cell(self, indexes: Iterable[int]) -> dict[tuple[int, int], list[int]]:
        found: dict[tuple[int, int], list[int]] = {}
        for index in indexes:
            cell = self._paper.lines[index].cell
            if cell is not None:
                found.setdefault((cell.row, cell.column), []).append(index)
        return found

    def _note(self, hidden: int) -> None:
        style = self._style(Look(italic=True), _TABLE)
        style.setForeground(self._colours.note)
        text = f"(còn {hidden} dòng của bảng không hiện ở đây)"
        self._cursor.insertText(text, style)

    def _grid(self) -> QTextTableFormat:
        style = self._table_style()
        style.setBorder(1)
        style.setBorderCollapse(True)
        style.setBorderBrush(self._colours.ink)
        style.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        style.setCellPadding(3 * self._scale)
        return style

    def _beside(self, columns: int) -> QTextTableFormat:
        style = self._table_style()
        style.setBorder(0)
        if columns == 2:
            kind = QTextLength.Type.PercentageLength
            style.setColumnWidthConstraints(
                [QTextLength(kind, 38), QTextLength(kind, 62)]
            )
        return style

    def _table_style(self) -> QTextTableFormat:
        style = QTextTableFormat()
        style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        style.setCellSpacing(0)
        style.setTopMargin(6 * self._scale)
        style.setBottomMargin(6 * self._scale)
        return style


def _edge(told: float) -> float:
    """A margin in px, from mm, within what can be shown."""
    return min(max(told, _LEAST_EDGE), _MOST_EDGE) * _PX


def _shown(line: Line) -> str:
    """The text of a line, character by character where it stands in `Line.text`.

    Qt counts in halves of characters beyond the basic plane and begins a paragraph at
    some signs: both would move what stands behind them.
    """
    return "".join(one if _is_plain(one) else " " for one in line.text)


def _is_plain(one: str) -> bool:
    return one == "\t" or (ord(one) <= 0xFFFF and (one.isprintable() or one == "\xa0"))


def _is_fresh(cursor: QTextCursor) -> bool:
    """Whether the block at the cursor is empty and was made by Qt, not by a line."""
    block = cursor.block()
    return not block.text() and not block.blockFormat().propertyCount()
