"""Drawing steps which several small painted widgets share."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, Qt
from PySide6.QtWidgets import QWidget

from ui.theme import Look


def begin(widget: QWidget) -> QPainter:
    """A painter on `widget` with smooth edges; end() it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def frame(
    painter: QPainter,
    rect: QRect,
    *,
    radius: float,
    line: QColor | None = None,
    width: float = 1,
    ground: QColor | None = None,
) -> None:
    """Draw a rounded box whose line of `width` px lies wholly inside `rect`."""
    inset = width / 2 if line else 0
    box = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.setPen(QPen(line, width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(ground or Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius - inset, radius - inset)


def icon(
    painter: QPainter, look: Look, name: str, token: str, at: QPointF, size: int = 16
) -> None:
    """Draw an icon with its left upper corner `at`, on a whole device pixel."""
    scale = painter.device().devicePixelRatioF()
    pixmap = look.icons.pixmap(name, token, size, scale)
    snapped = QPointF(round(at.x() * scale) / scale, round(at.y() * scale) / scale)
    painter.drawPixmap(snapped, pixmap)
