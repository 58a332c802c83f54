"""Lines of a paper from the pieces of a paragraph: their text and their look."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import Final

from core.legacy_text import converted, old_font
from core.letter.docx.reading_runs import Piece
from core.letter.docx.reading_styles import Letters, Setting
from core.paper import side_by_side
from core.paper.model import Align, Cell, Line, Look
from core.paper.printing import printed, raw_of

_ALIGNS: Final = {
    "center": Align.CENTRE,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.JUSTIFY,
    "distribute": Align.JUSTIFY,
    "lowKashida": Align.JUSTIFY,
    "mediumKashida": Align.JUSTIFY,
    "highKashida": Align.JUSTIFY,
    "thaiDistribute": Align.JUSTIFY,
}
_USUAL_FONT: Final = "Times New Roman"  # Word's own, where a file says none
_USUAL_SIZE: Final = Decimal(10)
_ASCII: Final = 0x80


@dataclass(frozen=True, slots=True)
class Stretch:
    """What holds for all lines of a paragraph: its number, its letters, how it stands."""

    mark: str
    letters: Letters
    stands: Setting


@dataclass(frozen=True, slots=True)
class Room:
    """Where the paragraph stands: how wide, on which set-up, in which cell."""

    width: float
    section: int
    cell: Cell | None


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece as printed, and as the file has it."""

    text: str
    raw: str
    letters: Letters


def lines(pieces: list[Piece], of: Stretch, room: Room) -> Iterator[Line]:
    """The line of these pieces, or two where components stand side by side in it.

    Nothing where only blanks are in it; a line's number on the paper is given later.
    """
    parts = list(_parts(pieces))
    if not "".join(one.text for one in parts).strip():
        return
    if of.mark:
        parts.insert(0, _Part(of.mark, of.mark, of.letters))
    text = "".join(one.text for one in parts)
    between = side_by_side.cut(text)
    if between is None:
        yield _line(parts, of, room)
        return
    yield _line(_slice(parts, 0, between[0]), of, room)
    yield _line(_slice(parts, between[1], len(text)), of, room)


def _parts(pieces: list[Piece]) -> Iterator[_Part]:
    """Pieces as printed; those of an old font together, as its signs may go in pairs."""
    for font, group in groupby(pieces, key=lambda one: _other(one.letters)):
        old = old_font(font)
        members = list(group)
        if old is not None:
            joined = "".join(one.text for one in members)
            new = converted(joined, old)
            if new != joined:
                first = members[0].letters
                capitals = new.upper() if first.get("capitals") else new
                yield _Part(printed(capitals), joined, first)
                continue
        for one in members:
            text = one.text.upper() if one.letters.get("capitals") else one.text
            yield _Part(printed(text), text, one.letters)


def _other(letters: Letters) -> str:
    return letters.get("other") or letters.get("ascii") or _USUAL_FONT


def _slice(parts: list[_Part], start: int, end: int) -> list[_Part]:
    """The parts of the text from `start` to `end`."""
    found = []
    place = 0
    for one in parts:
        first, last = max(start - place, 0), min(end - place, len(one.text))
        if first < last:
            text = one.text[first:last]
            whole = last - first == len(one.text)
            found.append(replace(one, text=text, raw=one.raw if whole else text))
        place += len(one.text)
    return found


def _line(parts: list[_Part], of: Stretch, room: Room) -> Line:
    text = printed("".join(one.text for one in parts))
    raw = "".join(one.raw for one in parts)
    stands = of.stands
    is_ruled = stands.get("ruled", False)
    length = room.width - stands.get("left", 0.0) - stands.get("right", 0.0)
    marks = [one for one in parts if not one.text.isspace()]
    look = Look(
        fonts=frozenset(font for one in marks for font in _fonts(one)),
        sizes=frozenset(one.letters.get("size", _USUAL_SIZE) for one in marks),
        bold=_all(marks, "bold"),
        italic=_all(marks, "italic"),
        underline=_all(marks, "underline"),
        black=all(one.letters.get("black", True) for one in marks),
        align=_ALIGNS.get(stands.get("align", "left"), Align.LEFT),
        first_line=stands.get("first", 0.0),
        left=stands.get("left", 0.0),
        before=stands.get("before", 0.0),
        after=stands.get("after", 0.0),
        spacing=stands.get("line", 1.0),
        ruled=round(max(length, 0.0), 1) if is_ruled else None,
    )
    changed = raw_of(raw) or (raw if raw != text and any_old(parts) else "")
    return Line(0, text, cell=room.cell, look=look, raw=changed, section=room.section)


def any_old(parts: list[_Part]) -> bool:
    """Whether a part was in the letters of an old font."""
    return any(old_font(_other(one.letters)) is not None for one in parts)


def _fonts(part: _Part) -> Iterator[str]:
    """The fonts of a piece: that of its ASCII letters, that of the others."""
    text = part.text.replace(" ", "")
    plain = sum(ord(sign) < _ASCII for sign in text)
    if plain:
        yield part.letters.get("ascii") or _USUAL_FONT
    if plain < len(text):
        yield _other(part.letters)


def _all(parts: list[_Part], name: str) -> bool | None:
    """Whether all parts are so; None where some are and some are not."""
    found = {bool(one.letters.get(name)) for one in parts}
    return None if len(found) > 1 else found == {True}
