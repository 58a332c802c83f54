"""Icons: every drawing draws something, sharp at every scale, in the theme's colours."""

import gc
import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QPushButton

from ui.icons import FOLDER, IconError, Icons, Inks
from ui.theme import DARK, LIGHT, Look, Mode

NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))
NEEDED = [
    "app",
    "arrow-down",
    "arrow-up",
    "building",
    "calendar",
    "check",
    "check-circle",
    "check-filled",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "clipboard",
    "close",
    "columns",
    "copy",
    "download",
    "error",
    "excel",
    "external",
    "file",
    "filter",
    "folder",
    "help",
    "hint",
    "history",
    "home",
    "info",
    "lock",
    "menu",
    "minus",
    "moon",
    "more",
    "pencil",
    "plus",
    "print",
    "redo",
    "refresh",
    "search",
    "settings",
    "sigma",
    "sun",
    "target",
    "trash",
    "undo",
    "warning",
    "word",
]


def ink(picture: QPixmap) -> set[str]:
    """The colours of a picture's opaque points."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    points = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
    ]
    return {point.name() for point in points if point.alpha() == 255}


def covered(picture: QPixmap) -> float:
    """The part of a picture's points that is not empty."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    points = [
        image.pixelColor(x, y).alpha()
        for x in range(image.width())
        for y in range(image.height())
    ]
    return sum(alpha > 60 for alpha in points) / len(points)


def test_there_is_an_icon_for_every_need():
    assert set(NEEDED) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("size", "scale"), [(12, 1.0), (16, 1.0), (16, 1.25), (24, 2.0)]
)
def test_an_icon_draws_something_at_every_size(look: Look, name, size, scale):
    picture = look.icons.pixmap(name, "text2", size, scale)
    assert picture.width() == round(size * scale)
    assert picture.devicePixelRatio() == scale
    assert covered(picture) > 0.02


@pytest.mark.parametrize("name", [name for name in NAMES if name != "app"])
def test_a_drawing_has_one_colour_and_fits_its_grid(name):
    drawing = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    painted = set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawing))
    assert painted <= {"currentColor", "none"}
    assert "currentColor" in painted
    if 'stroke="currentColor"' in drawing:
        assert 'stroke-width="1.7"' in drawing
        assert 'stroke-linecap="round"' in drawing


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_not_cut_off_at_its_edge(look: Look, name):
    image = look.icons.pixmap(name, "text", 96).toImage()
    last = image.width() - 1
    edge = [image.pixelColor(n, m).alpha() for n in range(96) for m in (0, last)]
    edge += [image.pixelColor(m, n).alpha() for n in range(96) for m in (0, last)]
    assert max(edge) == 0


def test_an_icon_has_the_colour_of_the_theme_in_force(look: Look):
    assert ink(look.icons.pixmap("check-filled", "accent")) == {LIGHT.accent.name()}
    look.set_mode(Mode.DARK)
    assert ink(look.icons.pixmap("check-filled", "accent")) == {DARK.accent.name()}


def test_an_icon_is_drawn_once_for_each_size_colour_and_scale(look: Look):
    first = look.icons.pixmap("home", "text2", 16, 1.25)
    assert look.icons.pixmap("home", "text2", 16, 1.25) is first
    assert look.icons.pixmap("home", "text2", 16, 1.0) is not first
    assert look.icons.pixmap("home", "accent", 16, 1.25) is not first


def test_an_unknown_name_is_refused(look: Look):
    with pytest.raises(IconError, match="khong-co"):
        look.icons.pixmap("khong-co", "text")


def test_a_button_shows_its_icon_by_state_and_at_the_screens_scale(look: Look):
    icon = look.icons.icon("check-filled", Inks("text", "accent", "dis"))
    mode, state = QIcon.Mode, QIcon.State
    size = QSize(16, 16)
    assert ink(icon.pixmap(size, 1.0)) == {LIGHT.text.name()}
    assert ink(icon.pixmap(size, 1.0, mode.Normal, state.On)) == {LIGHT.accent.name()}
    assert ink(icon.pixmap(size, 1.0, mode.Disabled)) == {LIGHT.dis.name()}
    assert icon.pixmap(size, 1.25).width() == 20


def test_an_icon_outlives_the_python_objects_that_made_it(look: Look, qtbot):
    button = QPushButton("Tìm")
    qtbot.addWidget(button)
    button.setIcon(QIcon(look.icons.icon("search")))
    gc.collect()
    before = button.grab().toImage()
    look.set_mode(Mode.DARK)
    gc.collect()
    assert covered(button.icon().pixmap(QSize(16, 16))) > 0.08
    assert button.grab().toImage() != before


def test_the_programs_own_icon_has_every_size_a_desktop_asks_for(look: Look):
    sizes = {size.width() for size in look.icons.app_icon().availableSizes()}
    assert {16, 20, 32, 48, 256} <= sizes


def test_a_broken_drawing_would_be_seen_as_empty(tmp_path, monkeypatch, look: Look):
    (tmp_path / "broken.svg").write_text("<svg><path d=</svg>", encoding="utf-8")
    monkeypatch.setattr("ui.icons.FOLDER", tmp_path)
    icons = Icons(lambda _token: QColor("black"))
    with pytest.raises(IconError, match="broken"):
        icons.pixmap("broken", "text")
