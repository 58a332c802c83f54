"""How a file's styles set letters and paragraphs: defaults, styles, what each is based on.

ECMA-376, 17.7.2: defaults of the document, then the table's style, the paragraph's, the
letters' own, then what is said at the place itself. What nothing says is not there.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Final, TypedDict

from core.letter.docx.reading_styles_part import styles_part
from core.letter.docx.reading_xml import (
    VAL,
    A,
    Element,
    W,
    is_on,
    mm,
    parsed,
    value,
    whole,
)


class Letters(TypedDict, total=False):
    """How letters are set: fonts of ASCII and of other signs, size in pt, and so on."""

    ascii: str
    other: str
    size: Decimal
    bold: bool
    italic: bool
    underline: bool
    black: bool
    capitals: bool
    hidden: bool


class Setting(TypedDict, total=False):
    """How a paragraph stands: lengths in mm, room above and below in pt.

    `joins`: its end is deleted, so that it goes on in the next; `ends`: a section.
    """

    align: str
    left: float
    right: float
    first: float
    before: float
    after: float
    line: float | None
    ruled: bool
    roofed: bool
    breaks: bool
    numbering: str
    level: int
    style: str
    joins: bool
    ends: bool


_SWITCHES: Final[Mapping[str, str]] = {
    f"{W}b": "bold",
    f"{W}i": "italic",
    f"{W}caps": "capitals",
    f"{W}smallCaps": "capitals",
    f"{W}vanish": "hidden",
}
_FONTS: Final = f"{W}rFonts"
_SIZE: Final = f"{W}sz"
_UNDER: Final = f"{W}u"
_COLOUR: Final = f"{W}color"
_TOGGLED: Final = ("bold", "italic", "capitals", "hidden")
_BLACK: Final = frozenset({"auto", "000000", "windowText"})
_SIZES: Final = ("major", "minor")
_THEME: Final = re.compile(
    rb"(?:<\?xml[^>]*\bencoding=[\"']UTF-8[\"'][^>]*\?>)?\s*<a:theme\b[^>]*"
    rb'\sxmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_FACE: Final = re.compile(
    rb'<a:(major|minor)Font>\s*<a:latin\s(?:[^>]*\s)?typeface="([^"&<\t\r\n]*)"'
)
_LINE: Final = 240.0  # single spacing, in Word's unit
_PT_PER_TWIP: Final = 20.0
_AUTO_ROOM: Final = 14.0  # pt; what Word gives where a web page's room is asked for


def themes(part: bytes | None) -> Mapping[str, str]:
    """The fonts that a theme stands for, by its names for them (minorHAnsi …)."""
    found: dict[str, str] = {}
    for size, face in {} if part is None else _faces(part):
        if face:
            found[f"{size}HAnsi"] = found[f"{size}Ascii"] = face
    return found


def _faces(part: bytes) -> list[tuple[str, str]]:
    """The Latin fonts of a theme, by the size of letters that they are for.

    All programs write them alike, between colours and the fonts of a hundred scripts,
    so that few themes need be parsed for them.
    """
    faces = [(size.decode(), face.decode()) for size, face in _FACE.findall(part)]
    is_usual = _THEME.match(part) and b"!" not in part and part.count(b"Font>") == 4
    if is_usual and [size for size, _ in faces] == [*_SIZES]:
        return faces
    theme = parsed(part)
    latin = [(one, theme.find(f".//{A}{one}Font/{A}latin")) for one in _SIZES]
    return [(size, one.get("typeface", "")) for size, one in latin if one is not None]


def letters(said: Element | None, theme: Mapping[str, str]) -> Letters:
    """What a `w:rPr` says of its letters."""
    found: Letters = {}
    if said is None:
        return found
    for one in said:
        tag = one.tag
        if tag == _FONTS:
            _fonts(one, theme, found)
        elif tag == _SIZE:
            if (half := whole(one.get(VAL))) is not None:
                found["size"] = Decimal(half) / 2
        elif tag in _SWITCHES:
            found[_SWITCHES[tag]] = is_on(one)  # type: ignore[literal-required] # a table of its keys
        elif tag == _UNDER:
            found["underline"] = is_on(one)
        elif tag == _COLOUR:
            found["black"] = one.get(VAL, "auto") in _BLACK
    return found


def _fonts(said: Element, theme: Mapping[str, str], found: Letters) -> None:
    """A theme's font goes before one that is named beside it."""
    ascii_font = theme.get(said.get(f"{W}asciiTheme", "")) or said.get(f"{W}ascii")
    other = theme.get(said.get(f"{W}hAnsiTheme", "")) or said.get(f"{W}hAnsi")
    if ascii_font:
        found["ascii"] = ascii_font
    if other:
        found["other"] = other


def setting(said: Element | None) -> Setting:
    """What a `w:pPr` says of its paragraph."""
    found: Setting = {}
    if said is None:
        return found
    for one in said:
        reader = _SETTINGS.get(one.tag)
        if reader is not None:
            reader(one, found)
    return found


def _indents(said: Element, found: Setting) -> None:
    left = mm(said.get(f"{W}left") or said.get(f"{W}start"))
    right = mm(said.get(f"{W}right") or said.get(f"{W}end"))
    first, hanging = mm(said.get(f"{W}firstLine")), mm(said.get(f"{W}hanging"))
    if left is not None:
        found["left"] = left
    if right is not None:
        found["right"] = right
    if hanging is not None:
        found["first"] = -hanging
    elif first is not None:
        found["first"] = first


def _spacing(said: Element, found: Setting) -> None:
    before, after = whole(said.get(f"{W}before")), whole(said.get(f"{W}after"))
    if before is not None:
        found["before"] = before / _PT_PER_TWIP
    if after is not None:
        found["after"] = after / _PT_PER_TWIP
    if said.get(f"{W}beforeAutospacing") in {"1", "true", "on"}:
        found["before"] = _AUTO_ROOM
    if said.get(f"{W}afterAutospacing") in {"1", "true", "on"}:
        found["after"] = _AUTO_ROOM
    line = whole(said.get(f"{W}line"))
    if line is not None:
        is_share = said.get(f"{W}lineRule", "auto") == "auto"
        found["line"] = line / _LINE if is_share else None


def _borders(said: Element, found: Setting) -> None:
    top, bottom = value(said, "top"), value(said, "bottom")
    if top is not None:
        found["roofed"] = top not in {"nil", "none"}
    if bottom is not None:
        found["ruled"] = bottom not in {"nil", "none"}


def _numbering(said: Element, found: Setting) -> None:
    if (number := value(said, "numId")) is not None:
        found["numbering"] = number
    if (level := whole(value(said, "ilvl"))) is not None:
        found["level"] = level


def _align(said: Element, found: Setting) -> None:
    found["align"] = said.get(VAL, "left")


def _breaks(said: Element, found: Setting) -> None:
    found["breaks"] = is_on(said)


def _style(said: Element, found: Setting) -> None:
    found["style"] = said.get(VAL, "")


def _mark(said: Element, found: Setting) -> None:
    if any(one.tag == _DELETED for one in said):
        found["joins"] = True


def _section(_: Element, found: Setting) -> None:
    found["ends"] = True


_DELETED: Final = f"{W}del"
_SETTINGS: Final[Mapping[str, Callable[[Element, Setting], None]]] = {
    f"{W}ind": _indents,
    f"{W}spacing": _spacing,
    f"{W}pBdr": _borders,
    f"{W}numPr": _numbering,
    f"{W}jc": _align,
    f"{W}pageBreakBefore": _breaks,
    f"{W}pStyle": _style,
    f"{W}rPr": _mark,
    f"{W}sectPr": _section,
}


class Styles:
    """The styles of a file; each resolved once."""

    def __init__(self, part: bytes | None, theme: bytes | None) -> None:
        """Keep the parts; `part` is that of the styles."""
        self.theme = themes(theme)
        self._part = styles_part(part)
        usual = self._part.defaults
        found = None if usual is None else usual.find(f"{W}rPrDefault/{W}rPr")
        self._letters = letters(found, self.theme)
        found = None if usual is None else usual.find(f"{W}pPrDefault/{W}pPr")
        self._setting = setting(found)
        # One cache for each file, not for each call.
        self.paragraph = cache(self._paragraph)
        self._style = cache(self._part.find)
        self._chain = cache(self._based)

    def _based(self, style: str, kind: str) -> tuple[Setting, Letters]:
        """What a style says, with all that it is based on."""
        steps: list[Element] = []
        while (one := self._style(style)) is not None and one not in steps:
            if one.get(f"{W}type", "paragraph") != kind:
                break
            steps.append(one)
            style = value(one, "basedOn") or ""
        stands: Setting = {}
        look: Letters = {}
        for one in reversed(steps):
            stands |= setting(one.find(f"{W}pPr"))
            look |= letters(one.find(f"{W}rPr"), self.theme)
        return stands, look

    def _paragraph(self, style: str, table: str) -> tuple[Setting, Letters]:
        """How a paragraph of `style` in a table of style `table` is set."""
        if style not in self._part:
            style = self._part.usual.get("paragraph", "")
        in_table = self._chain(table, "table") if table else ({}, {})
        own = self._chain(style, "paragraph")
        stands: Setting = {**self._setting, **in_table[0], **own[0]}
        look: Letters = {**self._letters, **in_table[1], **own[1]}
        return stands, look

    def run(self, style: str, base: Letters) -> Letters:
        """How letters of a character style look in a paragraph of look `base`."""
        own = self._chain(style, "character")[1]
        merged: Letters = {**base, **own}
        for name in _TOGGLED:
            if own.get(name) and base.get(name):
                merged[name] = False
        return merged
