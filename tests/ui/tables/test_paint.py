"""Every state of a cell is seen: painted, and painted otherwise than the others."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from core.rules.registry import Severity
from tests.ui.months import EA_KTUR, GO_DAU, sample
from ui.tables.cell import Area, Bar, CellLook, State, Trend
from ui.tables.paint import CellPainter, Marks, Setting
from ui.theme import Mode

CELL = QRect(0, 0, 104, 30)
NUMBER = CellLook("85,25", State.NUMBER)
LOOKS = {
    "number": NUMBER,
    "bold": CellLook("85,25", State.NUMBER, bold=True),
    "quiet": CellLook("85,25", State.NUMBER, quiet=True),
    "shaded": CellLook("85,25", State.NUMBER, shaded=True),
    "ruled": CellLook("85,25", State.NUMBER, ruled=True),
    "missing": CellLook("chưa có", State.MISSING),
    "not applicable": CellLook("không áp dụng", State.NOT_APPLICABLE),
    "nothing": CellLook(),
    "zero": CellLook("0", State.NUMBER),
    "unreadable": CellLook("85,25", State.UNREADABLE, severity=Severity.ERROR),
    "error": CellLook("85,25", State.NUMBER, severity=Severity.ERROR),
    "warning": CellLook("85,25", State.NUMBER, severity=Severity.WARNING),
    "hint": CellLook("85,25", State.NUMBER, severity=Severity.HINT),
    "accepted": CellLook("85,25", State.NUMBER, accepted=True),
    "edited": CellLook("85,25", State.NUMBER, edited=True),
    "below": CellLook("85,25", State.NUMBER, below=True),
    "better": CellLook("85,25", State.NUMBER, trend=Trend(up=True, better=True)),
    "worse": CellLook("85,25", State.NUMBER, trend=Trend(up=False, better=False)),
    "fewer is better": CellLook(
        "85,25", State.NUMBER, trend=Trend(up=False, better=True)
    ),
    "bar": CellLook(bar=Bar.LEFT, share=0.3),
    "full bar": CellLook(bar=Bar.LEFT, share=1.0),
    "open group": CellLook("", State.TEXT, fold=False),
    "folded group": CellLook("", State.TEXT, fold=True),
}
WORDS = {
    "words": CellLook("Đạt", State.TEXT),
    "reached": CellLook("Đạt", State.TEXT, icon="check-circle", icon_ink="accent"),
    "not reached": CellLook("Đạt", State.TEXT, icon="below", icon_ink="warn_i"),
    "province": CellLook("Đạt", State.TEXT, icon="building"),
}
SETTINGS = {
    "selected": Setting(CELL, numeric=True, decimals=True, selected=True),
    "current": Setting(CELL, numeric=True, decimals=True, current=True),
    "frozen edge": Setting(CELL, numeric=True, decimals=True, frozen_edge=True),
    "paste": Setting(CELL, numeric=True, decimals=True, dashed=Qt.Edge.TopEdge),
}


def picture(painter_of_cells, look, setting):
    image = QImage(CELL.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter_of_cells.paint(painter, look, setting)
    painter.end()
    return bytes(image.constBits())


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_no_two_states_look_the_same(look, mode):
    look.set_mode(mode)
    cells = CellPainter(look)
    plain = Setting(CELL, numeric=True, decimals=True, bar_beside=104)
    shown = {name: picture(cells, one, plain) for name, one in LOOKS.items()}
    words = Setting(CELL, numeric=False, decimals=False)
    shown |= {name: picture(cells, one, words) for name, one in WORDS.items()}
    shown |= {name: picture(cells, NUMBER, at) for name, at in SETTINGS.items()}
    same = [
        (one, other)
        for one, other in combinations(shown, 2)
        if shown[one] == shown[other]
    ]
    assert same == []


def test_a_jump_makes_the_frame_glow(look):
    cells = CellPainter(look)
    still = picture(cells, NUMBER, SETTINGS["current"])
    cells.marks.flash = 0.8
    assert picture(cells, NUMBER, SETTINGS["current"]) != still


def test_the_painter_follows_the_theme(look):
    cells = CellPainter(look)
    light = picture(cells, NUMBER, SETTINGS["selected"])
    look.set_mode(Mode.DARK)
    assert picture(cells, NUMBER, SETTINGS["selected"]) != light


def test_commas_stand_below_each_other_whatever_is_before_and_behind(look):
    cells = CellPainter(look)
    at = Setting(CELL, numeric=True, decimals=True)

    def columns_of_ink(text):
        found = picture(cells, CellLook(text, State.NUMBER), at)
        image = QImage(found, CELL.width(), CELL.height(), QImage.Format.Format_RGB32)
        ground = look.theme.colours.surface
        rows = range(1, CELL.height() - 2)
        return {
            x
            for x in range(CELL.width() - 1)
            if any(image.pixelColor(x, y) != ground for y in rows)
        }

    whole, exact = columns_of_ink("100"), columns_of_ink("100,25")
    assert min(whole) == min(exact)
    assert max(whole) < max(exact)


@pytest.mark.parametrize("numeric", [True, False])
def test_a_text_too_long_stays_in_its_cell_and_beside_its_icon(look, numeric):
    cells = CellPainter(look)
    bad = CellLook("quý III năm 2024", State.UNREADABLE, severity=Severity.ERROR)
    blank = CellLook(severity=Severity.ERROR)
    at = Setting(QRect(60, 0, 70, 30), numeric=numeric, decimals=True)

    def image(cell):
        made = QImage(200, 30, QImage.Format.Format_RGB32)
        made.fill(Qt.GlobalColor.white)
        painter = QPainter(made)
        cells.paint(painter, cell, at)
        painter.end()
        return made

    written, bare = image(bad), image(blank)
    differing = {
        x
        for x in range(200)
        for y in range(30)
        if written.pixel(x, y) != bare.pixel(x, y)
    }
    assert min(differing) >= 60 + 6 + 14
    assert max(differing) < 60 + 69


def test_sides_of_a_pending_paste_are_those_of_its_area():
    marks = Marks()
    marks.pending = Area(1, 1, 2, 3)
    assert marks.pending_sides(1, 1) == Qt.Edge.TopEdge | Qt.Edge.LeftEdge
    assert marks.pending_sides(2, 3) == Qt.Edge.BottomEdge | Qt.Edge.RightEdge
    assert not marks.pending_sides(3, 1)


@pytest.mark.parametrize("which", [EA_KTUR, GO_DAU])
def test_the_whole_table_is_painted_in_both_themes(store, view_of, look, which):
    view = view_of(sample(store, which))
    light = view.grab().toImage()
    look.set_mode(Mode.DARK)
    dark = view.grab().toImage()
    theme = look.theme.colours
    assert light != dark
    assert dark.pixelColor(light.width() - 40, 8) == theme.surface2
    found = {dark.pixelColor(x, 60).name() for x in range(0, dark.width(), 2)}
    assert len(found) > 3
