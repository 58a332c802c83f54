"""The painter of cells: everything it needs is made once for a theme and a scale."""

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
)

from core.frozen import frozen
from ui.tables import texts
from ui.tables.cell import Area, Bar, CellLook, State, Trend
from ui.theme import Look, Theme
from ui.widgets.tones import Tone

EDGE = 10  # px between a cell's side and its text
_ICON = 14
_ICON_LEFT = 6
_NEAR = 3  # px between an icon, or a side, and a text that has no more room
_CORNER = 8  # px, the edited cell's triangle
_FRAME = 2  # px, the current cell's frame
_BAR = 7  # px
_CACHED = 20_000  # widths remembered before all are forgotten
_NUMBERS = {State.NUMBER, State.UNREADABLE}
NO_SIDES = Qt.Edge(0)
_EMPTY = {State.MISSING, State.NOT_APPLICABLE}


class Marks:
    """Where the cursor is, for all parts of a table.

    Attributes:
        row: The current row; -1 for none.
        column: The current column.
        flash: How bright the frame still glows after a jump, 1 to 0.
        pending: Where a paste that overflows would go, or None.
    """

    __slots__ = ("column", "flash", "pending", "row")

    def __init__(self) -> None:
        """Nowhere."""
        self.row, self.column = -1, -1
        self.flash = 0.0
        self.pending: Area | None = None

    def pending_sides(self, row: int, column: int) -> Qt.Edge:
        """The sides of a cell that are sides of the pending paste's area."""
        area, sides = self.pending, NO_SIDES
        if area is None or not area.holds(row, column):
            return sides
        for side, is_there in (
            (Qt.Edge.TopEdge, row == area.top),
            (Qt.Edge.BottomEdge, row == area.bottom),
            (Qt.Edge.LeftEdge, column == area.left),
            (Qt.Edge.RightEdge, column == area.right),
        ):
            sides |= side if is_there else NO_SIDES
        return sides


@frozen
class Setting:
    """What a cell's painting takes from its column and from the view.

    Attributes:
        rect: The cell, grid lines included.
        numeric: Numbers, aligned on the comma; else words.
        decimals: Whether room is kept for two decimals.
        bar_beside: Width of the other column under a group's bar.
        frozen_edge: The cell's right edge is that of the frozen part.
        selected: It belongs to the selection.
        current: The cursor is on it.
        dashed: Sides of it that bear the dashed frame of a pending paste.
    """

    rect: QRect
    numeric: bool
    decimals: bool
    bar_beside: int = 0
    frozen_edge: bool = False
    selected: bool = False
    current: bool = False
    dashed: Qt.Edge = NO_SIDES


class CellPainter:
    """Paints cells in the look's theme.

    Args:
        look: The look in force.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self.marks = Marks()
        self._pixmaps: dict[tuple[str, str, float], QPixmap] = {}
        self._take(look.theme)
        look.changed.connect(self._take)

    def _take(self, theme: Theme) -> None:
        """Make fonts, widths and shapes for a theme."""
        self._theme = theme
        self._colours = theme.colours
        fonts = theme.fonts
        self._body, self._strong, self._empty = fonts.body, fonts.strong, fonts.empty
        self._metrics = {
            id(font): QFontMetrics(font)
            for font in (self._body, self._strong, self._empty)
        }
        self._widths: dict[tuple[int, str], int] = {}
        self._pixmaps.clear()
        self.comma = QFontMetrics(fonts.body).horizontalAdvance(",00")
        self._wave = QPen(self._colours.err, 1)
        self._dashes = QPen(self._colours.accent, 2, Qt.PenStyle.DashLine)
        self._down = QPolygonF([QPointF(0, 0), QPointF(7, 0), QPointF(3.5, 4.5)])
        self._up = QPolygonF([QPointF(0, 4.5), QPointF(7, 4.5), QPointF(3.5, 0)])
        self._corner = QPolygonF(
            [QPointF(-_CORNER, 0), QPointF(0, 0), QPointF(0, _CORNER)]
        )

    def width(self, font: QFont, text: str) -> int:
        """How wide a text is, in px; measured once."""
        key = (id(font), text)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > _CACHED:
                self._widths.clear()
            found = self._metrics[id(font)].horizontalAdvance(text)
            self._widths[key] = found
        return found

    def needs(self, cell: CellLook) -> int:
        """The width in which nothing of the cell is cut off, in px."""
        font = self._strong if cell.bold else self._body
        signs = 20 * (bool(cell.icon) + (_sign(cell) is not None) + cell.below)
        return self.width(font, cell.text) + 2 * EDGE + signs + 4

    # ------------------------------------------------------------------------- a cell

    def paint(self, painter: QPainter, cell: CellLook, at: Setting) -> None:
        """Draw the cell with its ground, grid, signs and frame."""
        self._ground(painter, cell, at)
        if cell.bar is not Bar.NONE:
            self._paint_bar(painter, cell, at)
        elif cell.fold is not None:
            name = "chevron-right" if cell.fold else "chevron-down"
            spot = QPoint(at.rect.left() + 6, self._icon_top(at.rect))
            self._icon(painter, name, "text2", spot)
        elif cell.text:
            self._content(painter, cell, at)
        sign = _sign(cell)
        if sign is not None:
            spot = QPoint(at.rect.left() + _ICON_LEFT, self._icon_top(at.rect))
            self._icon(painter, sign.value.icon, sign.value.icon_ink, spot)
        if cell.edited:
            self._shape(
                painter,
                self._corner,
                self._colours.accent,
                QPointF(at.rect.right(), at.rect.top()),
            )
        if at.current:
            self._frame(painter, at.rect)
        if at.dashed:
            self._dash(painter, at.rect, at.dashed)

    def _ground(self, painter: QPainter, cell: CellLook, at: Setting) -> None:
        colours, rect = self._colours, at.rect
        ground = colours.surface2 if cell.shaded else colours.surface
        painter.fillRect(rect, colours.soft if at.selected else ground)
        left, top = rect.left(), rect.top()
        right, bottom = rect.right(), rect.bottom()
        painter.fillRect(left, bottom, rect.width(), 1, colours.grid)
        edge = colours.ctl if at.frozen_edge else colours.grid
        if cell.bar is not Bar.LEFT:
            painter.fillRect(right, top, 1, rect.height(), edge)
        if cell.ruled:
            painter.fillRect(left, top, rect.width(), 1, colours.ctl)

    def _content(self, painter: QPainter, cell: CellLook, at: Setting) -> None:
        colours = self._colours
        quiet = cell.quiet or cell.state in _EMPTY
        ink = colours.text2 if quiet else colours.text
        if cell.state is State.UNREADABLE:
            ink = colours.err
        font = self._strong if cell.bold else self._body
        if cell.state in _EMPTY:
            font = self._empty
        painter.setFont(font)
        painter.setPen(ink)
        if at.numeric:
            self._paint_number(painter, cell, at, font)
        else:
            self._paint_words(painter, cell, at, font)

    def _paint_number(
        self, painter: QPainter, cell: CellLook, at: Setting, font: QFont
    ) -> None:
        """Draw a figure with its comma where the column has it."""
        rect = at.rect
        right = rect.right() - EDGE
        if cell.state is State.NUMBER and at.decimals:
            whole, _, _ = cell.text.partition(",")
            x = right - self.comma - self.width(font, whole)
        else:
            x = right - self.width(font, cell.text)
        text, least = cell.text, rect.left() + _NEAR
        if _sign(cell) is not None:
            least = rect.left() + _ICON_LEFT + _ICON + _NEAR
        if x < least:
            text, x = self._fitted(cell, font, least, rect.right() - _NEAR)
            right = x + self.width(font, text)
        painter.drawText(x, self._baseline(rect, font), text)
        if cell.state is State.UNREADABLE:
            self._paint_wave(painter, x, right, rect)
        middle = rect.center().y() - 2
        if cell.below:
            colour = self._colours.warn_i
            self._shape(painter, self._down, colour, QPointF(x - 14, middle))
        if cell.trend is not None:
            self._paint_trend(painter, cell.trend, QPointF(rect.left() + 10, middle))

    def _fitted(
        self, cell: CellLook, font: QFont, left: int, right: int
    ) -> tuple[str, int]:
        """The text as far as it fits between two px, and where it begins.

        Figures stay beside their icon too where the cell is too narrow for a whole one.
        """
        room, needed = right - left, self.width(font, cell.text)
        if needed <= room:
            return cell.text, left
        side = Qt.TextElideMode.ElideRight
        return self._metrics[id(font)].elidedText(cell.text, side, room), left

    def _paint_words(
        self, painter: QPainter, cell: CellLook, at: Setting, font: QFont
    ) -> None:
        rect = at.rect
        x = rect.left() + EDGE
        if _sign(cell) is not None:
            x += _ICON
        if cell.icon == "below":
            spot = QPointF(x + 3, rect.center().y() - 2)
            self._shape(painter, self._down, self._colours.warn_i, spot)
            x += 20
        elif cell.icon:
            spot_of_icon = QPoint(x, self._icon_top(rect))
            self._icon(painter, cell.icon, cell.icon_ink, spot_of_icon)
            x += 20
        text, room = cell.text, rect.right() - x - 4
        if self.width(font, text) > room:
            metrics = self._metrics[id(font)]
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(x, self._baseline(rect, font), text)

    def _paint_trend(self, painter: QPainter, trend: Trend, at: QPointF) -> None:
        colour = self._colours.accent if trend.better else self._colours.warn_i
        self._shape(painter, self._up if trend.up else self._down, colour, at)

    def _paint_bar(self, painter: QPainter, cell: CellLook, at: Setting) -> None:
        """Draw this cell's half of a bar that lies over two columns."""
        rect = at.rect
        whole = rect.width() + at.bar_beside - 2 * EDGE
        left = rect.left() + EDGE
        if cell.bar is Bar.RIGHT:
            left -= at.bar_beside
        box = QRectF(left, rect.center().y() - _BAR / 2, whole, _BAR)
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours.track)
        painter.drawRoundedRect(box, _BAR / 2, _BAR / 2)
        if cell.share > 0:
            box.setWidth(max(whole * cell.share, _BAR))
            painter.setBrush(self._colours.accent)
            painter.drawRoundedRect(box, _BAR / 2, _BAR / 2)
        painter.restore()

    def _paint_wave(
        self, painter: QPainter, left: int, right: int, rect: QRect
    ) -> None:
        """Draw the wavy line under what could not be read."""
        base = rect.center().y() + 8
        painter.setPen(self._wave)
        steps = range(left, right, 2)
        painter.drawLines(
            [
                QLineF(x, base + n % 2 * 2, x + 2, base + (n + 1) % 2 * 2)
                for n, x in enumerate(steps)
            ]
        )

    def _frame(self, painter: QPainter, rect: QRect) -> None:
        """Draw the current cell's frame, and its glow after a jump."""
        box = rect.adjusted(0, 0, -1, -1)
        if self.marks.flash > 0:
            glow = QColor(self._colours.accent)
            glow.setAlphaF(self.marks.flash * 0.5)
            painter.fillRect(box, glow)
        accent = self._colours.accent
        x, y, w, h = box.x(), box.y(), box.width(), box.height()
        painter.fillRect(x, y, w, _FRAME, accent)
        painter.fillRect(x, y + h - _FRAME, w, _FRAME, accent)
        painter.fillRect(x, y, _FRAME, h, accent)
        painter.fillRect(x + w - _FRAME, y, _FRAME, h, accent)

    def _dash(self, painter: QPainter, rect: QRect, sides: Qt.Edge) -> None:
        """Draw some sides of the frame round a paste that has no room."""
        painter.setPen(self._dashes)
        box = rect.adjusted(1, 1, -2, -2)
        for side, first, last in (
            (Qt.Edge.TopEdge, box.topLeft(), box.topRight()),
            (Qt.Edge.BottomEdge, box.bottomLeft(), box.bottomRight()),
            (Qt.Edge.LeftEdge, box.topLeft(), box.bottomLeft()),
            (Qt.Edge.RightEdge, box.topRight(), box.bottomRight()),
        ):
            if sides & side:
                painter.drawLine(first, last)

    # ---------------------------------------------------------------------- its parts

    def _baseline(self, rect: QRect, font: QFont) -> int:
        metrics = self._metrics[id(font)]
        return (
            rect.top() + (rect.height() - 1 - metrics.height()) // 2 + metrics.ascent()
        )

    def _icon_top(self, rect: QRect) -> int:
        return rect.top() + (rect.height() - 1 - _ICON) // 2

    def _icon(self, painter: QPainter, name: str, ink: str, at: QPoint) -> None:
        scale = painter.device().devicePixelRatioF()
        key = (name, ink, scale)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._look.icons.pixmap(name, ink, _ICON, scale)
            self._pixmaps[key] = found
        painter.drawPixmap(at, found)

    def _shape(
        self, painter: QPainter, shape: QPolygonF, colour: QColor, at: QPointF
    ) -> None:
        painter.save()
        painter.translate(at)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(shape)
        painter.restore()


def _sign(cell: CellLook) -> Tone | None:
    return texts.sign(cell.severity, accepted=cell.accepted)
