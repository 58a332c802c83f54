"""The program's icons: own SVG files, drawn at the screen's scale, in theme colours.

A file in ``resources/icons`` is a 24-grid drawing whose only colour is
``currentColor``. It is read when first shown and drawn once for each name, colour,
size and scale; a pixmap made at 100 % looks torn at 125 %.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core import resources

FOLDER = resources.folder() / "icons"
PLACEHOLDER = b"currentColor"
SIZE = 16  # px, the usual side of an icon (12 edit pencil, 14 in cells, 20-24 in cards)


class IconError(LookupError):
    """An icon without a drawing, or with a broken one: a programmer's slip, never the clerk's."""


class Inks(NamedTuple):
    """Names of the theme's colours in which a button shows its icon."""

    normal: str = "text2"
    checked: str = "accent"
    disabled: str = "dis"


class Icons:
    """Pixmaps and QIcons by name; `colour_of` gives a token's colour at painting."""

    def __init__(self, colour_of: Callable[[str], QColor]) -> None:
        self._colour_of = colour_of
        self._sources: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(
        self, name: str, token: str, size: int = SIZE, scale: float = 1.0
    ) -> QPixmap:
        """The icon as a pixmap of `size` logical px in the theme's colour `token`.

        Args:
            name: File name without ending, e.g. ``chevron-down``.
            token: Name of a theme colour, e.g. ``text2``.
            size: Side in logical px.
            scale: The device pixel ratio of the screen it is shown on.
        """
        colour = self._colour_of(token).name()
        key = (name, colour, size, scale)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._draw(name, colour, size, scale)
            self._pixmaps[key] = found
        return found

    def icon(self, name: str, inks: Inks | None = None) -> QIcon:
        """The icon for a button or menu; it follows theme, state and scale by itself."""
        return QIcon(_Engine(self, name, inks or Inks()))

    def app_icon(self) -> QIcon:
        """The program's own icon in the sizes which title bar and task bar ask for."""
        icon = QIcon()
        for size in (16, 20, 24, 32, 48, 64, 128, 256):
            icon.addPixmap(self.pixmap("app", "accent", size))
        return icon

    def _draw(self, name: str, colour: str, size: int, scale: float) -> QPixmap:
        drawing = self._source(name).replace(PLACEHOLDER, colour.encode())
        renderer = QSvgRenderer(QByteArray(drawing))
        if not renderer.isValid():
            raise IconError(name)
        side = max(1, round(size * scale))
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def _source(self, name: str) -> bytes:
        if name not in self._sources:
            path = FOLDER / f"{name}.svg"
            if not path.is_file():
                raise IconError(name)
            self._sources[name] = path.read_bytes()
        return self._sources[name]


class _Engine(QIconEngine):
    """Draws one icon at whatever size, scale and state Qt asks for."""

    def __init__(self, icons: Icons, name: str, inks: Inks) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._inks = inks

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        glyph = self._icons.pixmap(
            self._name, self._token(mode, state), size.height(), scale
        )
        if size.width() <= size.height():
            return glyph
        return _at_left(glyph, size, scale)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State
    ) -> None:
        scale = painter.device().devicePixelRatioF()
        side = min(rect.width(), rect.height())
        square = QRect(0, 0, side, side)
        square.moveCenter(rect.center())
        painter.drawPixmap(square, self.scaledPixmap(square.size(), mode, state, scale))

    def clone(self) -> QIconEngine:
        return _Engine(self._icons, self._name, self._inks)

    def _token(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return self._inks.disabled
        if state == QIcon.State.On:
            return self._inks.checked
        return self._inks.normal


def _at_left(glyph: QPixmap, size: QSize, scale: float) -> QPixmap:
    """The glyph with air at its right: Qt leaves only 4 px before a button's word."""
    pixmap = QPixmap(round(size.width() * scale), glyph.height())
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.drawPixmap(0, 0, glyph)
    painter.end()
    return pixmap
