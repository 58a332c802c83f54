"""The header of a table: names, units below them, bands over several columns, targets."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.tables.cell import Column
from ui.tables.model import FiguresModel
from ui.tables.paint import EDGE, CellPainter
from ui.tables.viewport import put_own
from ui.theme import Look, Theme

_LINE = 16  # px, a line of the header
_BAND = 24  # px, the row of a heading over several columns
_NEAR = 4  # px left free on the side where a name does not begin
_AIR = 10  # px above and below the lines together
_LEAST, _MOST = 76, 126  # px, a column of units


class TableHeader(QHeaderView):
    """Paints its sections itself; as high as its fullest column.

    Args:
        look: The look in force.
        painter: The table's painter, which knows where commas stand.
        parent: As in Qt.
    """

    def __init__(
        self, look: Look, painter: CellPainter, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        put_own(self, QPalette.ColorRole.Button)
        self.viewport().setMouseTracking(True)
        self._look = look
        self._cells = painter
        self._lines: dict[tuple[str, int], tuple[str, ...]] = {}
        self._widths: dict[str, int] = {}
        self._take(look.theme)
        look.changed.connect(self._take)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(36)
        self.setHighlightSections(False)

    def _take(self, theme: Theme) -> None:
        self._theme = theme
        self._caption = QFontMetrics(theme.fonts.caption)
        self._lines.clear()
        self._widths.clear()
        self.viewport().update()

    def columns(self) -> tuple[Column, ...]:
        """The columns of the table."""
        model = self.model()
        return model.columns if isinstance(model, FiguresModel) else ()

    def first_width(self, column: Column) -> int:
        """Px that a column takes at first: its own, or what its title needs.

        The title shall take three lines, or two below a band.
        """
        if column.width:
            return column.width
        most = 2 if column.band else 3
        for width in range(_LEAST, _MOST, 4):
            if len(self._wrapped(column.title, width)) <= most:
                return width
        return _MOST

    # ------------------------------------------------------------------------- heights

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All columns wide, and as high as the fullest one, with bands and targets."""
        return QSize(self.length(), self._body() + self._goals())

    def _body(self) -> int:
        """Px of names, units and bands."""
        metrics, columns = self._theme.metrics, self.columns()
        banded = any(column.band for column in columns)
        least = metrics.column_header_two if banded else metrics.column_header
        needed = [self._needed(column) for column in columns]
        return max([least, *needed])

    def _needed(self, column: Column) -> int:
        width = column.least or self.first_width(column)
        lines = len(self._wrapped(column.title, width)) + bool(column.unit)
        return lines * _LINE + _AIR - 2 + (_BAND if column.band else 0)

    def _goals(self) -> int:
        """Px of the target row, where there are targets."""
        there = any(column.goal for column in self.columns())
        return self._theme.metrics.unit_row if there else 0

    # ------------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground beyond the last column, then the sections."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.colours.surface2)
        base = self.viewport().rect()
        base.setTop(base.bottom())
        painter.fillRect(base, self._theme.colours.border)
        painter.end()
        super().paintEvent(event)

    def paintSection(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRect,
        logicalIndex: int,  # noqa: N803
    ) -> None:
        """Draw one column's head."""
        columns = self.columns()
        if not rect.isValid() or logicalIndex >= len(columns):
            return
        column, colours = columns[logicalIndex], self._theme.colours
        painter.fillRect(rect, colours.surface2)
        goals = self._goals()
        body = rect.adjusted(0, 0, 0, -goals)
        if goals:
            row = QRect(rect.left(), body.bottom() + 1, rect.width(), goals)
            self._paint_goal(painter, row, column)
        names = body.adjusted(0, _BAND, 0, 0) if column.band else body
        if column.band:
            self._paint_band(painter, body, logicalIndex)
        self._paint_names(painter, names, column)
        self._paint_edges(painter, rect, names, logicalIndex)

    def _paint_edges(
        self, painter: QPainter, rect: QRect, names: QRect, number: int
    ) -> None:
        colours = self._theme.colours
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.ctl)
        if self._goals():
            painter.fillRect(
                rect.left(), names.bottom(), rect.width(), 1, colours.border
            )
        model = self.model()
        frozen = isinstance(model, FiguresModel) and number == model.form.frozen - 1
        edge = colours.ctl if frozen else colours.border
        top = names.top() if self._same_band(number, number + 1) else rect.top()
        painter.fillRect(rect.right(), top, 1, rect.bottom() - top, edge)

    def _paint_names(self, painter: QPainter, room: QRect, column: Column) -> None:
        """Draw the name in its lines, the unit in the last."""
        colours = self._theme.colours
        lines = self._wrapped(column.title, room.width())
        height = (len(lines) + bool(column.unit)) * _LINE
        top = room.top() + (room.height() - height) // 2
        side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag(1)
        flags = side | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colours.text2)
        painter.setFont(self._theme.fonts.caption)
        near, far = (_NEAR, EDGE) if column.numeric else (EDGE, _NEAR)
        box = QRect(room.left() + near, top, room.width() - near - far, _LINE)
        for line in lines:
            painter.drawText(box, flags, line)
            box.translate(0, _LINE)
        if column.unit:
            painter.setFont(self._theme.fonts.secondary)
            painter.drawText(box, flags, column.unit)

    def _paint_band(self, painter: QPainter, body: QRect, number: int) -> None:
        """Draw this column's piece of the heading over several columns."""
        columns = self.columns()
        first = last = number
        while self._same_band(first - 1, number):
            first -= 1
        while self._same_band(last + 1, number):
            last += 1
        left = body.left() - sum(self.sectionSize(n) for n in range(first, number))
        width = sum(self.sectionSize(n) for n in range(first, last + 1))
        whole = QRect(left, body.top(), width, _BAND)
        piece = QRect(body.left(), body.top(), body.width(), _BAND)
        painter.save()
        painter.setClipRect(piece)
        painter.setFont(self._theme.fonts.caption)
        painter.setPen(self._theme.colours.text2)
        side, room = Qt.TextElideMode.ElideRight, width - 2 * _NEAR
        words = self._caption.elidedText(columns[number].band, side, room)
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
        line = self._theme.colours.border
        painter.fillRect(piece.left(), piece.bottom(), piece.width(), 1, line)

    def _same_band(self, one: int, other: int) -> bool:
        columns = self.columns()
        if not (0 <= one < len(columns) and 0 <= other < len(columns)):
            return False
        return columns[one].band == columns[other].band != ""

    def _paint_goal(self, painter: QPainter, row: QRect, column: Column) -> None:
        """Draw the column's target: "≥ 52", or the name of the row."""
        if not column.goal:
            return
        colours, fonts = self._theme.colours, self._theme.fonts
        if column.part is None:
            painter.setFont(fonts.strong)
            painter.setPen(colours.text)
            scale = painter.device().devicePixelRatioF()
            icon = self._look.icons.pixmap("target", "text2", 14, scale)
            top = row.top() + (row.height() - 14) // 2
            painter.drawPixmap(row.left() + EDGE, top, icon)
            room = row.adjusted(EDGE + 20, 0, -4, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, column.goal)
            return
        painter.setFont(fonts.body)
        painter.setPen(colours.text2)
        room = row.adjusted(2, 0, -EDGE, 0)
        whole, _, _ = column.goal.partition(",")
        if column.decimals:
            room.setRight(room.right() - self._cells.comma)
        wide = QFontMetrics(fonts.body)
        room.setLeft(room.right() - wide.horizontalAdvance(whole) + 1)
        room.setWidth(row.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, column.goal)

    # --------------------------------------------------------------------------- words

    def _wrapped(self, title: str, width: int) -> tuple[str, ...]:
        """The name in the lines which it takes in a column of that width."""
        key = (title, width)
        found = self._lines.get(key)
        if found is None:
            found = self._wrap(title, width - EDGE - _NEAR)
            self._lines[key] = found
        return found

    def _wrap(self, title: str, room: int) -> tuple[str, ...]:
        lines: list[str] = []
        for word in title.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._wide(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return tuple(lines)

    def _wide(self, words: str) -> int:
        """Px that words take; widths are tried in turn, and the words are the same."""
        found = self._widths.get(words)
        if found is None:
            found = self._widths[words] = self._caption.horizontalAdvance(words)
        return found
