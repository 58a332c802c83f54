"""Writes the pictures of resources/installer/ anew from resources/icons/app.svg (for developers).

The icon of the program and of the installer, and the installer's bitmaps: the side of
its first and last page, and the header of the others. Needs PySide6, as the program does.

    python -m tests.tools.make_icon [folder to write to]
"""

import struct
import sys
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).parents[2]
MARK = ROOT / "resources/icons/app.svg"
FOLDER = ROOT / "resources/installer"

SIZES_PX = (16, 20, 24, 32, 40, 48, 64, 256)
"""What Explorer and the taskbar ask for at 100, 125, 150, 200 and 250 %."""

AS_PNG_FROM_PX = 256
"""Smaller pictures are bitmaps: NSIS and old readers know no PNG in an icon."""

ACCENT, ACCENT_DEEP, SURFACE, TEXT_LINE = "#0B6B72", "#095A60", "#FFFFFF", "#C5CED3"

SIDES_PX = ((164, 314), (191, 362), (246, 484), (300, 604), (382, 772))
HEADERS_PX = ((150, 56), (175, 64), (225, 86), (275, 108), (350, 138))
"""What NSIS's pages have room for: with Tahoma 8, and with Segoe UI 9 at Windows' scales
of 100, 125, 150 and 200 %. The installer takes the one that fits: NSIS's scaling tears."""

# At the smallest sizes the lines would be thinner than a pixel and the tick would fill up.
BOLD_BELOW_PX = 24
BOLDER = (
    (b'stroke-width="1.9"', b'stroke-width="2.4"'),
    (b"M6 7.5h12M6 12h7.5M6 16.5h4", b"M5.5 6.7h13M5.5 12h5M5.5 17.3h2.5"),
    (b"M12.8 16l2.2 2.2 4.2-4.6", b"M11.2 15l3 3 5-5.6"),
)


def drawn(size: int) -> QImage:
    """The mark, `size` pixels square, on a transparent ground."""
    source = MARK.read_bytes()
    if size < BOLD_BELOW_PX:
        for thin, bold in BOLDER:
            if thin not in source:
                raise SystemExit(f"{MARK.name} has changed: {thin!r} is not in it")
            source = source.replace(thin, bold)
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def as_png(image: QImage) -> bytes:
    """The picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"PNG")).write(image):
        raise SystemExit("Qt could not write a PNG")
    return bytes(buffer.data().data())


def scan_line(image: QImage, y: int) -> bytes:
    """The pixels of line `y`, blue, green, red and alpha of each."""
    row = (image.pixel(x, y) for x in range(image.width()))
    return b"".join(struct.pack("<I", pixel) for pixel in row)


def as_bitmap(image: QImage) -> bytes:
    """The picture as an icon's bitmap: 32 bits, from the lowest line up, then its mask."""
    size = image.width()
    lines = [scan_line(image, y) for y in range(size)]
    mask_line = b"\0" * ((size + 31) // 32 * 4)  # all seen: the alpha channel decides
    head = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 0, 0, 0, 0, 0)
    return head + b"".join(reversed(lines)) + mask_line * size


def icon(sizes: tuple[int, ...] = SIZES_PX) -> bytes:
    """The .ico file with the mark in each of `sizes`."""
    pictures = [
        as_png(image) if image.width() >= AS_PNG_FROM_PX else as_bitmap(image)
        for image in map(drawn, sizes)
    ]
    head = struct.pack("<HHH", 0, 1, len(sizes))
    place, directory = len(head) + 16 * len(sizes), b""
    for size, picture in zip(sizes, pictures, strict=True):
        shown = size % 256  # 0 means 256
        directory += struct.pack(
            "<BBBBHHII", shown, shown, 0, 0, 1, 32, len(picture), place
        )
        place += len(picture)
    return head + directory + b"".join(pictures)


def on_ground(size: tuple[int, int], unit: int, ground: str) -> tuple[QImage, QPainter]:
    """A picture of one colour, and a painter on it to whom it is `unit` wide."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size[0] / unit, size[0] / unit)
    return image, painter


def sheet(painter: QPainter, place: QRectF, line: str, mark: str) -> None:
    """A letter's page: head, lines of text and a small table."""
    unit = place.width() / 20
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(SURFACE))
    painter.drawRoundedRect(place, unit / 2, unit / 2)

    def bar(x: float, y: float, width: float, colour: str, height: float = 0.7) -> None:
        painter.setBrush(QColor(colour))
        painter.drawRect(
            QRectF(
                place.x() + x * unit,
                place.y() + y * unit,
                width * unit,
                height * unit,
            )
        )

    for x, y, width in ((2, 2.4, 6), (10, 2.4, 8), (3.2, 4, 3.6), (11.5, 4, 5)):
        bar(x, y, width, line)
    bar(6, 7, 8, mark)
    for y, width in ((9.6, 16), (11.2, 16), (12.8, 11)):
        bar(2, y, width, line)
    for row in range(4):
        y = 15.6 + row * 1.9
        bar(2, y, 8.6, line)
        bar(12, y, 6 * (0.95, 0.7, 0.85, 0.55)[row], mark, 0.9)


def side(size: tuple[int, int]) -> QImage:
    """The picture beside the first and last page: the mark above a letter."""
    image, painter = on_ground(size, 164, ACCENT)
    painter.setBrush(QColor(ACCENT_DEEP))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRect(QRectF(0, 196, 164, size[1]))
    sheet(painter, QRectF(28, 118, 108, 153), TEXT_LINE, ACCENT)
    white = MARK.read_bytes().replace(b"#FFFFFF", b"#?").replace(b"#0B6B72", b"#FFFFFF")
    mark = QSvgRenderer(QByteArray(white.replace(b"#?", b"#0B6B72")))
    mark.render(painter, QRectF(26, 32, 48, 48))
    painter.end()
    return image


def header(size: tuple[int, int]) -> QImage:
    """The picture at the right of the other pages' head: the mark on white."""
    image, painter = on_ground(size, 150, SURFACE)
    high = size[1] * 150 / size[0]
    mark = QSvgRenderer(str(MARK))
    mark.render(painter, QRectF(150 - 36 - 11, (high - 36) / 2, 36, 36))
    painter.end()
    return image


def _apart(one: int, other: int) -> int:
    """How far two colours are from each other."""
    return sum(abs((one >> n & 255) - (other >> n & 255)) for n in (0, 8, 16))


def as_bitmap_file(image: QImage) -> bytes:
    """The picture as a .bmp file with a palette: a third of the size, its colours are few.

    Qt leaves what it finds in the memory at the end of its lines; these are the same
    bytes every time.
    """
    width, height = image.width(), image.height()
    lines = [[image.pixel(x, y) for x in range(width)] for y in range(height)]
    counted = Counter(pixel for line in lines for pixel in line).most_common()
    colours = sorted(pixel for pixel, _ in counted[:256])
    place = {colour: number for number, colour in enumerate(colours)}
    for pixel, _ in counted[256:]:  # a shade at an edge, seen on a pixel or two
        place[pixel] = place[min(colours, key=lambda one: _apart(one, pixel))]
    rows = [bytes(map(place.__getitem__, line)) for line in reversed(lines)]
    pixels = b"".join(row + b"\0" * (-width % 4) for row in rows)
    palette = b"".join(struct.pack("<I", colour & 0xFFFFFF) for colour in colours)
    start = 14 + 40 + len(palette)
    head = struct.pack("<2sIHHI", b"BM", start + len(pixels), 0, 0, start)
    shape = (40, width, height, 1, 8, 0, len(pixels), 0, 0, len(colours), 0)
    return head + struct.pack("<IiiHHIIiiII", *shape) + palette + pixels


def main(folder: Path) -> None:
    """Writes the icon and the two bitmaps into `folder`."""
    QGuiApplication(["make_icon", "-platform", "offscreen"])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "congvan766.ico").write_bytes(icon())
    for sizes, name, draw in (
        (SIDES_PX, "ben-trai", side),
        (HEADERS_PX, "dau-trang", header),
    ):
        for number, size in enumerate(sizes, 1):
            picture = as_bitmap_file(draw(size))
            (folder / f"{name}-{number}.bmp").write_bytes(picture)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else FOLDER)
