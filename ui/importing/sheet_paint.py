"""How the cells of a sheet look in the import window; fonts and icons are made once."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.importing.choosing.choices import LEFT_OUT
from core.importing.grid import Spot
from core.importing.opened import RowRole
from ui.importing.sheet_model import Asked, Index, SheetModel
from ui.theme import Look, Theme

EDGE = 10
"""Px between a cell's side and its text."""

_ICON = 14
_FRAME = 2
_LINES = Qt.TextFlag.TextWordWrap
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class SheetDelegate(QStyledItemDelegate):
    """Paints a cell by what its row was taken for; nothing is edited here."""

    def __init__(self, look: Look, view: QWidget) -> None:
        """Paint in `look` for `view`."""
        super().__init__(view)
        self._look = look
        self.current = Spot(0, 0)
        self.merged: dict[Spot, bool] = {}
        self._seen = QRect()
        self._take(look.theme)
        look.changed.connect(self._take)

    def _take(self, theme: Theme) -> None:
        self._theme = theme
        self.body = QFontMetrics(theme.fonts.body)
        self.strong = QFontMetrics(theme.fonts.strong)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw the cell."""
        model = index.model()
        if not isinstance(model, SheetModel):
            return
        spot = Spot(index.row() + 1, index.column() + 1)
        view = self.parent()
        if isinstance(view, QAbstractScrollArea):
            self._seen = view.viewport().rect()
        role, rect = model.role(spot.row), option.rect
        asked = model.asked(spot)
        is_out = self._is_out(model, spot, role)
        self._ground(painter, rect, self._colour(role, asked, is_out=is_out))
        text = model.text(spot)
        if text:
            self._text(painter, rect, model, spot, text, quiet=is_out)
        if asked is not Asked.NO:
            self._icon(painter, rect, asked)
        if option.state & QStyle.StateFlag.State_Selected and spot == self.current:
            self._frame(painter, rect)

    def _is_out(self, model: SheetModel, spot: Spot, role: RowRole | None) -> bool:
        """Whether nothing of the cell goes into the month."""
        if role is RowRole.LEFT_OUT or model.is_hidden(spot):
            return True
        table = model.table(spot.row)
        column = None if table is None else table.column(spot.column)
        return column is not None and column.meaning == LEFT_OUT

    def _colour(self, role: RowRole | None, asked: Asked, *, is_out: bool) -> QColor:
        colours = self._theme.colours
        if asked is Asked.OPEN:
            return colours.warn_s
        if is_out:
            return colours.bg
        if role is RowRole.HEADER:
            return colours.soft
        quiet = role in (RowRole.TITLE, RowRole.TOTAL)
        return colours.surface2 if quiet else colours.surface

    def _ground(self, painter: QPainter, rect: QRect, ground: QColor) -> None:
        line = self._theme.colours.grid
        painter.fillRect(rect, ground)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), line)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        model: SheetModel,
        spot: Spot,
        text: str,
        *,
        quiet: bool,
    ) -> None:
        """Draw a heading in its lines, anything else in one."""
        role, colours = model.role(spot.row), self._theme.colours
        is_quiet = quiet or role in (RowRole.TITLE, RowRole.NOTE)
        painter.setPen(colours.text2 if is_quiet else colours.text)
        is_strong = role in (RowRole.HEADER, RowRole.TOTAL)
        font = self._theme.fonts.strong if is_strong else self._theme.fonts.body
        painter.setFont(font)
        if role is RowRole.HEADER:
            box = rect.adjusted(6, 2, -6, -3)
            middle = Qt.AlignmentFlag.AlignCenter
            text = self._fitted_lines(text, font, box)
            painter.drawText(box, middle | _LINES, text)
            return
        box = rect.adjusted(EDGE, 0, -EDGE, -1)
        side = Qt.AlignmentFlag.AlignLeft
        if model.asked(spot) is not Asked.NO:
            box.setLeft(rect.left() + _ICON + EDGE)
        if model.is_number(spot):
            side = Qt.AlignmentFlag.AlignRight
        elif self.merged.get(spot):
            side = Qt.AlignmentFlag.AlignHCenter
            box = box.intersected(self._seen)  # a title as wide as the sheet
        metrics = self.strong if is_strong else self.body
        if metrics.horizontalAdvance(text) > box.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side | _MIDDLE | Qt.TextFlag.TextSingleLine, text)

    def _fitted_lines(self, text: str, font: QFont, box: QRect) -> str:
        """The heading, cut where its lines have no room."""
        metrics = self.strong if font is self._theme.fonts.strong else self.body
        lines = max(1, box.height() // metrics.lineSpacing())
        wrapped = wrap(metrics, text, box.width())
        if len(wrapped) <= lines:
            return text
        return "\n".join([*wrapped[: lines - 1], f"{wrapped[lines - 1]}…"])

    def _icon(self, painter: QPainter, rect: QRect, asked: Asked) -> None:
        is_open = asked is Asked.OPEN
        name, ink = ("warning", "warn_i") if is_open else ("check-circle", "accent")
        scale = painter.device().devicePixelRatioF()
        found = self._look.icons.pixmap(name, ink, _ICON, scale)
        top = rect.top() + (rect.height() - 1 - _ICON) // 2
        painter.drawPixmap(rect.left() + 6, top, found)

    def _frame(self, painter: QPainter, rect: QRect) -> None:
        accent, box = self._theme.colours.accent, rect.adjusted(0, 0, -1, -1)
        x, y, w, h = box.x(), box.y(), box.width(), box.height()
        painter.fillRect(x, y, w, _FRAME, accent)
        painter.fillRect(x, y + h - _FRAME, w, _FRAME, accent)
        painter.fillRect(x, y, _FRAME, h, accent)
        painter.fillRect(x + w - _FRAME, y, _FRAME, h, accent)


def wrap(metrics: QFontMetrics, text: str, room: int) -> list[str]:
    """The text in the lines which it takes in `room` px."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
