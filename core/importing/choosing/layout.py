"""What files of the same make have in common, and the choices kept with it.

Two months' files of one system have the same headers, not the same titles, units or
figures: of a header the words are taken, never a number. What a person decided of one
is kept under that (“như lần trước”), by the place of a sheet, not by its name.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from core.frozen import field, frozen, replace
from core.importing.choosing.choices import Choices, ColumnKey, SheetChoices, TableKey
from core.importing.first_look import LAYOUTS
from core.importing.grid import HEAD_ROWS, Grid, Raw, text_of
from core.importing.recognition import words
from core.patterns import later

MOST = 200
"""How many layouts are kept, those used last."""

PREFERENCE = LAYOUTS
"""The preference of the store that they are kept under."""

_DIGITS = later(r"\d+(?:[.,]\d+)*")


@frozen
class Head:
    """Where a sheet's header was found, and the words over each column.

    Attributes:
        row: Its first row; 0 for a sheet without one.
        depth: How many rows it has.
        texts: The words over its columns, from left to right.
    """

    row: int = 0
    depth: int = 0
    texts: tuple[str, ...] = ()


@frozen
class Layout:
    """How a file is laid out.

    Attributes:
        signature: The same for every file of the same make.
        sheets: The names of its sheets in their order.
        rows: By sheet the first row of its header, as the program finds it; 0 for none.
    """

    signature: str
    sheets: tuple[str, ...]
    rows: tuple[int, ...]


def of(sheets: Sequence[str], heads: Sequence[Sequence[Head]]) -> Layout:
    """The layout of a file with these sheets and, in each, these headers."""
    told = [
        [[head.depth, *(_folded(text) for text in head.texts)] for head in some]
        for some in heads
    ]
    digest = hashlib.sha256(json.dumps(told).encode()).hexdigest()
    rows = tuple(some[0].row if some else 0 for some in heads)
    return Layout(digest, tuple(sheets), rows)


def guessed(grid: Grid) -> tuple[Head, ...]:
    """The likeliest header of a sheet in which none was recognised.

    The first of the rows with the most words and no number: enough to know the sheet
    again, not enough to read it.
    """
    best, most = 0, 1
    for number, row in enumerate(grid.rows[:HEAD_ROWS], start=1):
        values = [value for value in row if text_of(value)]
        if len(values) > most and all(_is_word(value) for value in values):
            best, most = number, len(values)
    if not best:
        return ()
    return (Head(best, 1, tuple(text_of(value) for value in grid.rows[best - 1])),)


def _is_word(value: Raw) -> bool:
    return isinstance(value, str) and any(sign.isalpha() for sign in value)


def _folded(text: str) -> str:
    """The words of a heading without its numbers: "Tháng 9" is next month "Tháng 10"."""
    return _DIGITS.sub("#", words.fold(text))


# ------------------------------------------------------------------- kept with a layout


def portable(choices: Choices, layout: Layout) -> Choices:
    """What of the choices holds for the next file too.

    Sheets are named by their place ("1"), rows are counted from the header found there;
    the period and the time of the figures are of this file alone.
    """
    places = {name: str(n) for n, name in enumerate(layout.sheets, start=1)}
    return _renamed(choices, places, _rows(layout, places), -1)


def fitted(choices: Choices, layout: Layout) -> Choices:
    """The choices kept with a layout, for the file at hand that has it."""
    names = {str(n): name for n, name in enumerate(layout.sheets, start=1)}
    rows = dict(zip(names, layout.rows, strict=True))
    return _renamed(choices, names, rows, 1)


def _rows(layout: Layout, places: Mapping[str, str]) -> dict[str, int]:
    return dict(zip(places, layout.rows, strict=True))


def _renamed(
    choices: Choices, names: Mapping[str, str], rows: Mapping[str, int], sign: int
) -> Choices:
    sheets = {
        names[name]: _shifted(one, sign * rows[name])
        for name, one in choices.sheets.items()
        if name in names
    }
    columns = {
        ColumnKey(names[key.sheet], key.row + sign * rows[key.sheet], key.column): one
        for key, one in choices.columns.items()
        if key.sheet in names
    }
    left_out = frozenset(
        TableKey(names[key.sheet], key.row + sign * rows[key.sheet], key.left)
        for key in choices.left_out
        if key.sheet in names
    )
    return replace(
        choices,
        sheets=sheets,
        columns=columns,
        left_out=left_out,
        period=None,
        as_of=None,
    )


def _shifted(chosen: SheetChoices, by: int) -> SheetChoices:
    return replace(chosen, header=tuple(row + by for row in chosen.header))


@frozen
class Layouts:
    """The choices kept with layouts, by signature, those used last at the end.

    `Layouts.from_json(store.preference(PREFERENCE))` reads them,
    `store.set_preference(PREFERENCE, layouts.to_json())` keeps them.
    """

    kept: Mapping[str, Choices] = field(default_factory=dict)

    def find(self, layout: Layout) -> Choices | None:
        """The choices kept with that layout, fitted to the file; None without any."""
        kept = self.kept.get(layout.signature)
        return None if kept is None else fitted(kept, layout)

    def with_choices(self, layout: Layout, choices: Choices) -> "Layouts":
        """These, and the choices are kept with that layout; the oldest go.

        Choices that decide nothing are kept as well: that nothing was to be decided.
        """
        others = {k: c for k, c in self.kept.items() if k != layout.signature}
        newest = {**others, layout.signature: portable(choices, layout)}
        return Layouts(dict([*newest.items()][-MOST:]))

    def without(self, layout: Layout) -> "Layouts":
        """These, and nothing is kept with that layout."""
        return Layouts({k: c for k, c in self.kept.items() if k != layout.signature})

    def to_json(self) -> list[Any]:
        """These as what JSON can hold."""
        return [[key, choices.to_json()] for key, choices in self.kept.items()]

    @classmethod
    def from_json(cls, data: Any) -> "Layouts":  # noqa: ANN401 - whatever the store kept
        """The layouts in what the store kept; what is none of them is left out."""
        kept = {}
        for item in data if isinstance(data, list) else ():
            match item:
                case [str(signature), dict(told)]:
                    try:
                        kept[signature] = Choices.from_json(told)
                    except ValueError:  # of another version: asked anew
                        continue
        return cls(dict([*kept.items()][-MOST:]))


NO_LAYOUTS = Layouts()
"""Nothing is kept yet."""
