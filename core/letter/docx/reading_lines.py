"""Lines of a paper from the pieces of a paragraph: their text and their look."""

import re
from collections.abc import Hashable, Iterator
from decimal import Decimal
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple

from core.frozen import replace
from core.legacy_text import OldFont, converted, old_font
from core.letter.docx.reading_runs import Piece
from core.letter.docx.reading_styles import Letters, Setting
from core.paper import side_by_side
from core.paper.model import Align, Cell, Component, Line, Look
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
_PLAIN: Final = re.compile(r"[!-~]")


class Room(NamedTuple):
    """Where a line stands: how wide, on which set-up, in which cell; its number."""

    width: float
    section: int
    cell: Cell | None
    number: int
    starts_page: bool


class _Part(NamedTuple):
    """A piece as printed, and as the file has it."""

    text: str
    raw: str
    letters: Letters


class Lines:
    """Makes lines; those that look alike share one look."""

    def __init__(self) -> None:
        """Nothing is made yet."""
        self._looks: dict[Hashable, tuple[Look, Setting, list[_Part]]] = {}
        self._modern: dict[int, Letters] = {}  # of fonts of Unicode text, by identity

    def of(
        self,
        pieces: list[Piece],
        mark: tuple[str, Letters],
        stands: Setting,
        room: Room,
    ) -> list[Line]:
        """The line of these pieces, or two where components stand side by side in it.

        Nothing where only blanks are in it. `mark` is the number before them.
        """
        parts = self._parts(pieces)
        alone = parts[0] if len(parts) == 1 else None
        text = alone.text if alone else "".join([one.text for one in parts])
        if not text or text.isspace():
            return []
        if mark[0]:
            parts.insert(0, _Part(mark[0], mark[0], mark[1]))
            text = mark[0] + text
        between = side_by_side.cut(text)
        if between is None:
            return [self._line(text, parts, stands, room)]
        halves = ((0, between[0]), (between[1], len(text)))
        first, second = (
            self._line(text[start:end], _slice(parts, start, end), stands, room)
            for start, end in halves
        )
        return [first, replace(second, starts_page=False)]

    def _line(self, text: str, parts: list[_Part], stands: Setting, room: Room) -> Line:
        if len(parts) == 1:
            raw = parts[0].raw
        else:
            raw, text = "".join([one.raw for one in parts]), printed(text)
        changed = ""
        if raw != text:
            changed = raw_of(raw) or (raw if _any_old(parts) else "")
        look = self._look(parts, stands, room.width)
        # By place: by name it takes half as long again, for each line of a table.
        return Line(
            room.number,
            text,
            Component.OTHER,
            0,
            room.cell,
            look,
            "",
            changed,
            room.section,
            room.starts_page,
        )

    def _look(self, parts: list[_Part], stands: Setting, width: float) -> Look:
        """The look of a line; `stands` and letters are the same values where alike."""
        marks = parts
        if len(parts) > 1:
            marks = [one for one in parts if not one.text.isspace()]
        ruled = round(width, 1) if stands.get("ruled") else None
        key = (id(stands), ruled, *map(_seen, marks))
        found = self._looks.get(key)
        if found is None:
            made = _made(marks, stands, width)
            # Kept with what it is made of, so that no other takes over those ids.
            found = self._looks[key] = made, stands, marks
        return found[0]

    def _parts(self, pieces: list[Piece]) -> list[_Part]:
        """Pieces as printed; those of an old font together, as its signs may go in pairs."""
        modern = self._modern
        for one in pieces:
            if id(one.letters) not in modern:
                if _old_font(_font(one)) is not None:
                    return _converted(pieces)
                modern[id(one.letters)] = one.letters
        return [_part(one) for one in pieces]


def _seen(part: _Part) -> tuple[int, bool, bool]:
    """What of a part its look is made of: letters, ASCII signs in it, others in it."""
    text = part.text
    return id(part.letters), _PLAIN.search(text) is not None, not text.isascii()


def _made(marks: list[_Part], stands: Setting, width: float) -> Look:
    length = width - stands.get("left", 0.0) - stands.get("right", 0.0)
    return Look(
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
        ruled=round(max(length, 0.0), 1) if stands.get("ruled") else None,
    )


def _converted(pieces: list[Piece]) -> list[_Part]:
    """Pieces as printed, those of an old font in the letters that it draws."""
    found: list[_Part] = []
    for font, group in groupby(pieces, key=_font):
        members = list(group)
        if (old := _old_font(font)) is not None:
            joined = "".join(one.text for one in members)
            new = converted(joined, old)
            if new != joined:
                first = members[0].letters
                capitals = new.upper() if first.get("capitals") else new
                found.append(_Part(printed(capitals), joined, first))
                continue
        found += map(_part, members)
    return found


def _part(piece: Piece) -> _Part:
    text = piece.text.upper() if piece.letters.get("capitals") else piece.text
    return _Part(printed(text), text, piece.letters)


@cache
def _old_font(name: str) -> OldFont | None:
    return old_font(name)


def _font(piece: Piece) -> str:
    return _other(piece.letters)


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
            found.append(_Part(text, one.raw if whole else text, one.letters))
        place += len(one.text)
    return found


def _any_old(parts: list[_Part]) -> bool:
    """Whether a part was in the letters of an old font."""
    return any(_old_font(_other(one.letters)) is not None for one in parts)


def _is_other(part: _Part) -> bool:
    return not part.text.isascii()


def _fonts(part: _Part) -> Iterator[str]:
    """The fonts of a piece: that of its ASCII letters, that of the others."""
    if _PLAIN.search(part.text):
        yield part.letters.get("ascii") or _USUAL_FONT
    if _is_other(part):
        yield _other(part.letters)


def _all(parts: list[_Part], name: str) -> bool | None:
    """Whether all parts are so; None where some are and some are not."""
    found = {bool(one.letters.get(name)) for one in parts}
    return None if len(found) > 1 else found == {True}
