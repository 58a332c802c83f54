"""The program's type: one family list, eight roles, sizes in px."""

from typing import NamedTuple

from PySide6.QtGui import QFont, QFontInfo

FAMILIES = (
    "Segoe UI",
    "Segoe UI Variable Text",
    "Open Sans",
    "Noto Sans",
    "sans-serif",
)
SEGOE = "Segoe UI"


class Fonts(NamedTuple):
    """The fonts by role; 400 and 600 are the only weights, nothing is below 12 px."""

    figure: QFont  # 28/600, the large numbers of cards
    title: QFont  # 20/600, dialogs and steps
    heading: QFont  # 16/600, panels and cards
    body: QFont  # 14/400, text, cells, buttons
    strong: QFont  # 14/600, group rows, filled buttons
    caption: QFont  # 12/600, column headers, chips
    secondary: QFont  # 12/400, units, explanations
    empty: QFont  # 12/400 italic, "chưa có" and "không áp dụng" only

    def role(self, name: str) -> QFont:
        """The font of the role called `name`."""
        font: QFont = getattr(self, name)
        return font


def load() -> Fonts:
    """The fonts in the first family of the list which this machine has.

    Open Sans and Noto Sans run wider than Segoe UI: body and headings are one pixel
    smaller in them, which gives nearly Segoe UI's x-height and line length.
    """
    narrow = QFontInfo(_font(14, 400)).family().startswith(SEGOE)
    body, heading = (14, 16) if narrow else (13, 15)
    return Fonts(
        figure=_font(28, 600),
        title=_font(20, 600),
        heading=_font(heading, 600),
        body=_font(body, 400),
        strong=_font(body, 600),
        caption=_font(12, 600),
        secondary=_font(12, 400),
        empty=_font(12, 400, italic=True),
    )


def _font(size: int, weight: int, *, italic: bool = False) -> QFont:
    """A font of `size` px; `weight` as in CSS."""
    font = QFont(list(FAMILIES))
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    return font
