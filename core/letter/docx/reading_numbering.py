"""Automatic numbers of paragraphs, as they are printed (numbering.xml)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from core.letter.docx.reading_styles import Setting, setting
from core.letter.docx.reading_xml import VAL, Element, W, is_on, value, whole

BULLET: Final = "-"
"""What stands for any drawn sign before an item."""

_SLOT: Final = re.compile(r"%(\d)")
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST: Final = 9999


def _letter(number: int) -> str:
    """a, b … z, aa, bb."""
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (min(times, 99) + 1)


def _roman(number: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        text += sign * times
    return text


_FORMATS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _: "",
}


def shown(number: int, form: str, listed: str = "") -> str:
    """A number in the form of that name; `listed` are the signs of a form of its own.

    Vietnamese letters (a, b, c, d, đ, e …) come by such a list only: Word prints "e"
    as the fifth of the plain form.
    """
    number = min(max(number, 0), _MOST)
    signs = [one.strip() for one in re.split(r"[,;]", listed) if one.strip(" .…")]
    if form == "custom" and 0 < number <= len(signs):
        return signs[number - 1]
    return _FORMATS.get(form, str)(number) if number else "0"


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list."""

    form: str = "decimal"
    listed: str = ""
    text: str = ""
    start: int = 1
    restarts: int | None = None
    space: str = " "
    arabic: bool = False
    stands: Setting = field(default_factory=Setting)


def _level(said: Element) -> Level:
    form = said.find(f"{W}numFmt")
    choice = said.find(f"{{*}}AlternateContent/{{*}}Choice/{W}numFmt")
    if choice is not None:
        form = choice
    start, restarts = whole(value(said, "start")), whole(value(said, "lvlRestart"))
    legal = said.find(f"{W}isLgl")
    return Level(
        form="decimal" if form is None else form.get(VAL, "decimal"),
        listed="" if form is None else form.get(f"{W}format", ""),
        text=value(said, "lvlText") or "",
        start=1 if start is None else start,
        restarts=restarts,
        space="" if value(said, "suff") == "nothing" else " ",
        arabic=legal is not None and is_on(legal),
        stands=setting(said.find(f"{W}pPr")),
    )


@dataclass(slots=True)
class _List:
    """A list being counted: its levels, where each one is."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a file, counted while its paragraphs are read in order."""

    def __init__(self, part: Callable[[], Element | None]) -> None:
        """Keep where the part is: it is asked for with the first numbered paragraph."""
        self._part = part
        self._is_read = False
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        self._styled: dict[str, Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}

    def _number(self, number: str) -> Element | None:
        """The list of that number, as the part has it."""
        part = None if self._is_read else self._part()
        self._is_read = True
        if part is not None:
            for one in part.findall(f"{W}abstractNum"):
                self._abstract[one.get(f"{W}abstractNumId", "")] = one
                if (style := value(one, "styleLink")) is not None:
                    self._styled[style] = one
            for one in part.findall(f"{W}num"):
                self._numbers[one.get(f"{W}numId", "")] = one
        return self._numbers.get(number)

    def level(self, number: str, level: int) -> Level | None:
        """The level of the list `number`; None where there is none."""
        found = self._list(number)
        return None if found is None else found.levels.get(level)

    def level_of(self, number: str, style: str) -> int:
        """The level that a paragraph style takes in the list `number`."""
        one = self._number(number)
        abstract = self._abstract.get(value(one, "abstractNumId") or "")
        for level in () if abstract is None else abstract.findall(f"{W}lvl"):
            if value(level, "pStyle") == style:
                return whole(level.get(f"{W}ilvl")) or 0
        return 0

    def next(self, number: str, level: int) -> str:
        """What is printed before the next paragraph of the list, blank included."""
        found = self._list(number)
        if found is None or level not in found.levels:
            return ""
        of, counts = found.levels[level], found.counts
        counts[level] = counts.get(level, of.start - 1) + 1
        for below in [one for one in counts if one > level]:
            restarts = found.levels[below].restarts if below in found.levels else None
            if restarts is None or (restarts > 0 and level < restarts):
                del counts[below]
        if of.form == "bullet":
            return BULLET + of.space
        text = _SLOT.sub(lambda slot: self._place(found, of, slot), of.text)
        return text + of.space if text else ""

    @staticmethod
    def _place(found: _List, of: Level, slot: re.Match[str]) -> str:
        place = int(slot[1]) - 1
        level = found.levels.get(place, Level())
        form = "decimal" if of.arabic else level.form
        return shown(found.counts.get(place, level.start), form, level.listed)

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._read(number)
        return self._lists[number]

    def _read(self, number: str) -> _List | None:
        one = self._number(number)
        key = value(one, "abstractNumId") or ""
        abstract = self._abstract.get(key)
        if one is None or abstract is None:
            return None
        if (link := value(abstract, "numStyleLink")) is not None:
            abstract = self._styled.get(link, abstract)
        levels = {
            whole(said.get(f"{W}ilvl")) or 0: _level(said)
            for said in abstract.findall(f"{W}lvl")
        }
        counts = self._counts.setdefault(key, {})
        for own in one.findall(f"{W}lvlOverride"):
            place = whole(own.get(f"{W}ilvl")) or 0
            if (said := own.find(f"{W}lvl")) is not None:
                levels[place] = _level(said)
            if (start := whole(value(own, "startOverride"))) is not None:
                counts = dict(counts)
                counts[place] = start - 1
        return _List(levels, counts)
