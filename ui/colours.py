"""Every colour of the program, light and dark; they stand here and nowhere else.

Apart from the theme, which needs Qt's drawing: the window's frame has its colour before
that is loaded (docs/decisions/0006-start.md).
"""

from typing import NamedTuple

from PySide6.QtGui import QColor


class Colours(NamedTuple):
    """The colour tokens, named as in the style sheet.

    Tuples, not dataclasses: making five of those takes 6 ms of every start.
    """

    bg: QColor  # window
    surface: QColor  # table, cards, panels
    surface2: QColor  # headers; group, target and total rows; wells
    hover: QColor
    press: QColor
    border: QColor  # cards, rules
    grid: QColor  # table grid
    ctl: QColor  # button border, frozen edge
    input: QColor  # text field border
    text: QColor
    text2: QColor  # secondary, units, captions
    dis: QColor  # disabled only
    accent: QColor  # current cell, tab, link, filled button, bars
    accent_h: QColor  # filled button, hover
    accent_p: QColor  # filled button, pressed
    on: QColor  # text on accent
    soft: QColor  # selection, selected finding, toggled button
    err: QColor  # lỗi: text and icon
    err_s: QColor  # lỗi: ground
    warn: QColor  # cảnh báo: text
    warn_s: QColor  # cảnh báo: ground
    warn_i: QColor  # cảnh báo: icon; "dưới chỉ tiêu" arrow
    hint: QColor  # gợi ý: text and icon
    hint_s: QColor  # gợi ý: ground
    track: QColor  # bar ground
    desk: QColor  # behind the page

    def token(self, name: str) -> QColor:
        """The colour of the token called `name`."""
        colour: QColor = getattr(self, name)
        return colour


class PageColours(NamedTuple):
    """Colours of the letter's page: paper is white in the dark theme too."""

    paper: QColor
    ink: QColor
    note: QColor  # "30 mm" beside the guides
    guide: QColor  # dashed margin guides
    figure: QColor  # ground of a number that knows its cell
    figure_hover: QColor
    mark: QColor  # dotted underline, bar along a rewritten paragraph
    missing: QColor  # [chưa có số liệu]
    missing_s: QColor  # its ground
    shadow: QColor


def _colours(**hexes: str) -> Colours:
    return Colours(**{token: QColor(value) for token, value in hexes.items()})


LIGHT = _colours(
    bg="#F3F5F6", surface="#FFFFFF", surface2="#F8FAFA",
    hover="#EDF1F2", press="#E3E9EB",
    border="#DDE3E6", grid="#E8ECEE", ctl="#C5CED3", input="#858F96",
    text="#182125", text2="#55626A", dis="#98A2A8",
    accent="#0B6B72", accent_h="#095A60", accent_p="#074A4F",
    on="#FFFFFF", soft="#E0F0F1",
    err="#B3261E", err_s="#FCEEEC",
    warn="#8A5200", warn_s="#FFF5E2", warn_i="#BC7100",
    hint="#2D58A6", hint_s="#EBF1FB",
    track="#E4E9EB", desk="#E4E8EA",
)  # fmt: skip
DARK = _colours(
    bg="#14181A", surface="#1B2022", surface2="#21272A",
    hover="#2A3134", press="#323A3E",
    border="#353E42", grid="#2A3235", ctl="#4A555A", input="#7D8A91",
    text="#E8EDEF", text2="#A7B4BA", dis="#66737A",
    accent="#5BC5CA", accent_h="#74D2D6", accent_p="#49AFB4",
    on="#05292B", soft="#173A3D",
    err="#FF9C92", err_s="#3A2120",
    warn="#F0B757", warn_s="#362B15", warn_i="#F0B757",
    hint="#93BAFF", hint_s="#1C2A42",
    track="#333C40", desk="#0F1214",
)  # fmt: skip
PAGE = PageColours(
    paper=QColor("#FFFFFF"), ink=QColor("#000000"), note=QColor("#55626A"),
    guide=QColor("#B9D9DB"), figure=QColor("#E4F2F3"), figure_hover=QColor("#BFE3E5"),
    mark=QColor("#0B6B72"), missing=QColor("#B3261E"), missing_s=QColor("#FCEEEC"),
    shadow=QColor(24, 33, 37, 36),
)  # fmt: skip
