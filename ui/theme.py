"""How the program looks: colours, measures, palette and style sheet, light and dark.

Every colour of the program stands here and nowhere else.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from core import resources
from ui import fonts
from ui.icons import Icons

CONTRAST = "contrast"  # Windows' high contrast: the system's colours, no sheet
TEMPLATE = resources.folder() / "theme" / "theme.qss"


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


class Metrics(NamedTuple):
    """Measures in logical px."""

    header: int = 52
    fact_bar: int = 58
    tool_bar: int = 44
    status_bar: int = 28
    control: int = 32  # button, field
    control_small: int = 26
    row: int = 28
    row_dense: int = 24
    row_airy: int = 34
    unit_row: int = 30
    column_header: int = 42
    column_header_two: int = 74
    icon: int = 16
    gap: int = 8  # between controls
    card_gap: int = 12
    card_padding: int = 16
    page_edge: int = 20
    radius_bar: int = 4
    radius: int = 5  # buttons, fields
    radius_well: int = 6  # wells, pop-ups
    radius_card: int = 8  # cards, dialogs
    radius_chip: int = 13


class Theme(NamedTuple):
    """Everything a painting routine asks for; replaced as a whole, never changed."""

    name: str  # light, dark, contrast
    colours: Colours
    fonts: fonts.Fonts
    page: PageColours
    metrics: Metrics = Metrics()


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


class Mode(StrEnum):
    """What the user chose in Menu › Xem."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(QObject):
    """The theme in force and its icons; `changed` tells the new theme.

    Args:
        app: The application whose style, palette, font and sheet are set.
        mode: Windows' own theme, or one chosen in the menu.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, mode: Mode = Mode.SYSTEM) -> None:
        super().__init__()
        self._app = app
        self._mode = mode
        self._fonts = fonts.load()
        app.setStyle("Fusion")
        self._tell_system()
        self._theme = self._choose()
        self.icons = Icons(self._colour)
        self._put_on()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self._refresh)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def mode(self) -> Mode:
        """The user's choice."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Show the theme of `mode` at once."""
        if mode != self._mode:
            self._mode = mode
            self._tell_system()
            self._refresh()

    def _colour(self, token: str) -> QColor:
        return self._theme.colours.token(token)

    def _tell_system(self) -> None:
        """Ask for a title bar of the same kind where the system can do it."""
        hints = self._app.styleHints()
        if self._mode == Mode.SYSTEM:
            hints.unsetColorScheme()
        else:
            dark = self._mode == Mode.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)

    def _refresh(self) -> None:
        """Put the wanted theme on the application, unless it is there already."""
        theme = self._choose()
        if theme != self._theme:
            self._theme = theme
            self._put_on()
            self.changed.emit(theme)

    def _put_on(self) -> None:
        theme = self._theme
        self._app.setFont(theme.fonts.body)
        if theme.name == CONTRAST:
            self._app.setPalette(QPalette())
            self._app.setStyleSheet("")
        else:
            self._app.setPalette(palette(theme.colours))
            self._app.setStyleSheet(sheet(theme))

    def _choose(self) -> Theme:
        """The theme which the user's choice and the system ask for."""
        hints = self._app.styleHints()
        contrast = hints.accessibility().contrastPreference()
        name = wanted(self._mode, hints.colorScheme(), contrast)
        if name == CONTRAST:
            colours = from_system(self._app.style().standardPalette())
        else:
            colours = DARK if name == "dark" else LIGHT
        return Theme(name, colours, self._fonts, PAGE)


def wanted(mode: Mode, system: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> str:
    """The theme's name: high contrast first, then the user's choice, then Windows'."""
    if contrast == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    if mode == Mode.SYSTEM:
        return "dark" if system == Qt.ColorScheme.Dark else "light"
    return mode.value


def apply(app: QApplication, mode: Mode = Mode.SYSTEM) -> Look:
    """The look, put on `app`; call it before the first widget is made."""
    return Look(app, mode)


def sheet(theme: Theme) -> str:
    """The style sheet with the theme's colours and sizes in place of its {words}."""
    values = {token: theme.colours.token(token).name() for token in Colours._fields}
    values["caption_px"] = str(theme.fonts.caption.pixelSize())
    values["radius"] = str(theme.metrics.radius)
    values["radius_well"] = str(theme.metrics.radius_well)
    values["radius_card"] = str(theme.metrics.radius_card)
    template = TEMPLATE.read_text(encoding="utf-8")
    return re.sub(r"\{(\w+)\}", lambda match: values[match[1]], template)


def palette(c: Colours) -> QPalette:
    """Qt's palette in the theme's colours."""
    role = QPalette.ColorRole
    made = QPalette()
    for roles, colour in (
        ((role.Window,), c.bg),
        ((role.Base, role.Button, role.ToolTipBase), c.surface),
        ((role.AlternateBase,), c.surface2),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), c.text),
        ((role.PlaceholderText,), c.text2),
        ((role.Highlight, role.Accent, role.Link, role.LinkVisited), c.accent),
        ((role.HighlightedText,), c.on),
        ((role.BrightText,), c.err),
        ((role.Light,), c.surface),
        ((role.Midlight,), c.hover),
        ((role.Mid, role.Dark), c.ctl),
        ((role.Shadow,), c.border),
    ):
        for one in roles:
            made.setColor(one, colour)
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, c.dis)
    return made


def from_system(system: QPalette) -> Colours:
    """The tokens in the system's own colours, for high contrast: no shades, no tints."""
    ground, ink = system.base().color(), system.text().color()
    picked, on = system.highlight().color(), system.highlightedText().color()
    dis = system.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    grounds = ("bg", "surface", "surface2", "hover", "press", "soft", "err_s", "warn_s")
    given = dict.fromkeys((*grounds, "hint_s", "track", "desk"), ground)
    given |= dict.fromkeys(("accent", "accent_h", "accent_p"), picked)
    given |= {"on": on, "dis": dis}
    inks = dict.fromkeys(Colours._fields, ink)
    return Colours(**(inks | given))
