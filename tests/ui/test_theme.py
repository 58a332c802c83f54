"""The look: its colours can be read, stand in one place, and reach every widget."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from ui import fonts, theme
from ui.theme import DARK, LIGHT, Look, Mode

ROOT = Path(theme.__file__).resolve().parent.parent
LITERAL = re.compile(
    r"#[0-9A-Fa-f]{3,8}\b"
    r"|QColor\(\s*[\"'\d]"
    r"|\brgba?\("
    r"|GlobalColor\.(?!transparent\b)\w+"
    r"|fromRgb|fromHsl|fromHsv|fromString"
)
# ink, ground, ratio in the light theme, in the dark, least
RATIOS = [
    ("text", "surface", 16.4, 13.9, 4.5),
    ("text", "soft", 13.9, 10.4, 4.5),
    ("text2", "surface", 6.3, 7.7, 4.5),
    ("text2", "soft", 5.4, 5.8, 4.5),
    ("text2", "track", 5.1, 5.3, 4.5),
    ("accent", "surface", 6.3, 8.1, 4.5),
    ("accent", "soft", 5.3, 6.0, 4.5),
    ("on", "accent", 6.3, 7.6, 4.5),
    ("on", "accent_h", 8.0, 8.8, 4.5),
    ("on", "accent_p", 10.0, 5.9, 4.5),
    ("err", "surface", 6.5, 8.2, 4.5),
    ("err", "err_s", 5.8, 7.4, 4.5),
    ("warn", "surface", 6.4, 9.1, 4.5),
    ("warn", "warn_s", 5.9, 7.7, 4.5),
    ("hint", "surface", 6.9, 8.4, 4.5),
    ("hint", "hint_s", 6.1, 7.3, 4.5),
    ("input", "surface", 3.3, 4.6, 3.0),
    ("warn_i", "surface", 3.8, 9.1, 3.0),
    ("warn_i", "soft", 3.3, 6.8, 3.0),
]


def luminance(colour: QColor) -> float:
    """WCAG's relative luminance."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [
        p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """WCAG's ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("ink", "ground", "light", "dark", "least"), RATIOS)
def test_what_is_written_can_be_read(ink, ground, light, dark, least):
    for colours, measured in ((LIGHT, light), (DARK, dark)):
        ratio = contrast(colours.token(ink), colours.token(ground))
        assert ratio >= least
        assert ratio == pytest.approx(measured, abs=0.06)


def test_text_can_be_read_wherever_it_stands():
    for colours in (LIGHT, DARK):
        for ground in ("bg", "surface", "surface2", "hover", "press", "desk"):
            assert contrast(colours.text, colours.token(ground)) >= 4.5
        for ground in ("bg", "surface", "surface2", "hover"):
            assert contrast(colours.text2, colours.token(ground)) >= 4.5


@pytest.mark.parametrize(
    "planted",
    [
        '"#0B6B72"',
        'QColor("teal")',
        "QColor(1, 2, 3)",
        "Qt.GlobalColor.red",
        "rgb(1,2,3)",
    ],
)
def test_the_search_for_colours_finds_one(planted):
    assert LITERAL.search(f"pen = {planted}")


def test_no_colour_stands_outside_the_theme():
    sources = [
        path for path in (ROOT / "ui").rglob("*.py") if path.name != "colours.py"
    ]
    sources.append(theme.TEMPLATE)
    assert len(sources) > 10
    found = [
        f"{path.name}: {match[0]}"
        for path in sources
        for match in LITERAL.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_widget_has_a_style_sheet_of_its_own():
    users = [
        path.name
        for path in (ROOT / "ui").rglob("*.py")
        if "setStyleSheet(" in path.read_text(encoding="utf-8")
    ]
    assert users == ["theme.py"]


def test_the_style_sheet_is_short_and_every_word_of_it_is_filled_in(look: Look):
    template = theme.TEMPLATE.read_text(encoding="utf-8")
    assert len(template.splitlines()) < 200
    made = theme.sheet(look.theme)
    assert not re.search(r"\{\w+\}", made)
    assert look.theme.colours.accent.name() in made
    assert "dis" not in re.findall(r":\s*(\w+);", made)


def test_another_theme_reaches_application_and_listeners(
    look: Look, qapp: QApplication
):
    told: list[theme.Theme] = []
    look.changed.connect(told.append)
    look.set_mode(Mode.DARK)
    assert look.mode == Mode.DARK
    assert [one.name for one in told] == ["dark"]
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.bg
    assert DARK.accent.name() in qapp.styleSheet()
    assert LIGHT.accent.name() not in qapp.styleSheet()
    look.set_mode(Mode.DARK)
    assert len(told) == 1
    look.set_mode(Mode.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window) == LIGHT.bg


def test_a_painted_button_has_the_colours_of_the_theme(look: Look, qtbot):
    button = QPushButton("Lưu")
    button.setProperty("v", "primary")
    qtbot.addWidget(button)
    for mode, colours in ((Mode.LIGHT, LIGHT), (Mode.DARK, DARK)):
        look.set_mode(mode)
        picture = button.grab().toImage()
        assert picture.pixelColor(8, picture.height() // 2) == colours.accent
        assert picture.height() == 32


@pytest.mark.parametrize(
    ("mode", "system", "name"),
    [
        (Mode.SYSTEM, Qt.ColorScheme.Dark, "dark"),
        (Mode.SYSTEM, Qt.ColorScheme.Light, "light"),
        (Mode.SYSTEM, Qt.ColorScheme.Unknown, "light"),
        (Mode.LIGHT, Qt.ColorScheme.Dark, "light"),
        (Mode.DARK, Qt.ColorScheme.Light, "dark"),
    ],
)
def test_the_users_choice_stands_over_the_systems(mode, system, name):
    plain = Qt.ContrastPreference.NoPreference
    assert theme.wanted(mode, system, plain) == name
    high = Qt.ContrastPreference.HighContrast
    assert theme.wanted(mode, system, high) == theme.CONTRAST


def test_in_high_contrast_only_the_systems_colours_are_used(
    look: Look, qapp: QApplication
):
    system = QPalette()
    system.setColor(QPalette.ColorRole.Base, QColor("black"))
    system.setColor(QPalette.ColorRole.Text, QColor("yellow"))
    system.setColor(QPalette.ColorRole.Highlight, QColor("cyan"))
    colours = theme.from_system(system)
    grounds = (colours.bg, colours.surface, colours.soft, colours.err_s)
    inks = (colours.text, colours.text2, colours.err, colours.border)
    assert all(ground == QColor("black") for ground in grounds)
    assert all(one == QColor("yellow") for one in inks)
    assert colours.accent == QColor("cyan")
    look._theme = look.theme._replace(name=theme.CONTRAST, colours=colours)
    look._put_on()
    assert qapp.styleSheet() == ""
    assert qapp.palette().color(QPalette.ColorRole.Window) != LIGHT.bg


def test_type_is_never_small_and_has_two_weights(look: Look):
    for role in fonts.Fonts._fields:
        font = look.theme.fonts.role(role)
        assert font.pixelSize() >= 12
        assert font.weight() in {400, 600}


@pytest.mark.needs_fonts
def test_digits_are_equally_wide_in_the_font_in_use(look: Look):
    for role in fonts.Fonts._fields:
        metrics = QFontMetricsF(look.theme.fonts.role(role))
        widths = {metrics.horizontalAdvance(digit) for digit in "0123456789"}
        assert len(widths) == 1, role
