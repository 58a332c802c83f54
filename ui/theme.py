"""How the program looks: measures, palette and style sheet, light and dark."""

import re
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from core import resources
from ui import fonts
from ui.colours import DARK, LIGHT, PAGE, Colours, PageColours
from ui.icons import Icons
from ui.metrics import Metrics
from ui.mode import Mode

__all__ = [
    "DARK",
    "LIGHT",
    "PAGE",
    "Colours",
    "Look",
    "Metrics",
    "Mode",
    "PageColours",
    "Theme",
]

CONTRAST = "contrast"  # Windows' high contrast: the system's colours, no sheet
FUSION = "fusion"
"""Property of an application that was started with Fusion as its style."""

TEMPLATE = resources.folder() / "theme" / "theme.qss"


class Theme(NamedTuple):
    """Everything a painting routine asks for; replaced as a whole, never changed."""

    name: str  # light, dark, contrast
    colours: Colours
    fonts: fonts.Fonts
    page: PageColours
    metrics: Metrics = Metrics()


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
        if not app.property(FUSION):  # to ask for the style costs 10 ms
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
