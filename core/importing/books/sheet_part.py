"""A worksheet's part read tag by tag: any XML that holds one, at the price of its size.

`sheet_bytes` reads the usual ones faster and comes here for all but their cells.
"""

import re
from collections.abc import Iterable

from core.importing.books import markup
from core.importing.books.collected import Collected
from core.importing.books.styles import Styles
from core.importing.grid import Merge, Spot

LAST_COLUMN = 16384
"""No sheet of Excel is wider."""

_REFERENCE = re.compile(r"\$?([A-Z]+)\$?([0-9]+)", re.IGNORECASE)
WORDED = frozenset({"s", "str", "inlineStr"})
"""Types of cells that hold a text."""


def read(data: bytes, styles: Styles) -> Collected:
    """What a worksheet's part tells of its cells.

    Raises:
        DTDForbidden: It has a DOCTYPE.
        ExpatError: It is not XML.
    """
    reader = _Reader(styles)
    markup.parse(data, reader.start, reader.end, reader.text)
    return reader.seen


class _Formula:
    """A formula as it stands in a cell; a shared one names another by `shared`."""

    __slots__ = ("shared", "text")

    def __init__(self, shared: str = "") -> None:
        """Begin without a text."""
        self.text, self.shared = "", shared


class _Reader:
    """One pass over a sheet's tags."""

    def __init__(self, styles: Styles) -> None:
        """Begin above the first row."""
        self.seen = Collected(styles)
        self._formulas = SharedFormulas()
        self._row = self._column = 0
        self._spot: Spot | None = None  # of the cell that is being read
        self._kind = self._style = ""
        self._filled = False
        self._formula: _Formula | None = None
        self._value = ""
        self._text: list[str] | None = None  # of the tag that is being read

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = markup.local(tag)
        if name == "c":
            self._begin_cell(attributes)
        elif self._spot is not None:
            self._inside_cell(name, attributes)
        elif name == "row":
            self._begin_row(attributes)
        elif name == "col" and markup.is_true(attributes.get("hidden")):
            first, last = int(attributes["min"]), int(attributes["max"])
            columns = range(max(first, 1), min(last, LAST_COLUMN) + 1)
            self.seen.hidden_columns.update(columns)
        elif name == "mergeCell":
            self.seen.merges += merges([attributes.get("ref", "")])

    def end(self, tag: str) -> None:
        name = markup.local(tag)
        if name == "c" and self._spot is not None:
            self._end_cell(self._spot)
            self._spot = None
        elif self._text is not None and name in ("v", "f"):
            self._end_text(name, "".join(self._text))

    def text(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        self._row = int(number) if number else self._row + 1
        self._column = 0
        if markup.is_true(attributes.get("hidden")):
            self.seen.hidden_rows.add(self._row)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        where = attributes.get("r")
        spot = spot_of(where) if where else Spot(self._row, self._column + 1)
        self._spot, self._column = spot, spot.column
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "")
        self._filled, self._formula, self._value = False, None, ""

    def _inside_cell(self, name: str, attributes: dict[str, str]) -> None:
        if name == "f":
            shared = attributes.get("si", "") if attributes.get("t") == "shared" else ""
            self._formula = _Formula(shared=shared)
        self._filled = self._filled or name != "v"  # an empty <v> is no value
        if name in ("v", "f"):
            self._text = []

    def _end_text(self, name: str, text: str) -> None:
        if name == "f" and self._formula is not None:
            self._formula.text = text
        elif name == "v":
            self._value = text
            self._filled = self._filled or text != ""
        self._text = None

    def _end_cell(self, spot: Spot) -> None:
        if not self._filled:
            return
        self.seen.reach(spot)
        style = int(self._style or 0)
        self.seen.shown(spot, style)
        if self._kind in WORDED and style in self.seen.styles.fonts:
            self.seen.fonts[spot] = self.seen.styles.fonts[style]
        one = self._formula
        formula = None if one is None else self._formulas.text(one.text, one.shared)
        note(self.seen, spot, self._kind, self._value, formula)


def note(
    seen: Collected, spot: Spot, kind: str, value: str, formula: str | None
) -> None:
    """Keep an error, or a formula that no program has reckoned.

    `kind` is the cell's type: "e" an error, "str" a formula's text, perhaps empty.
    """
    if kind == "e" and value:
        seen.errors[spot] = value
    elif formula is not None and not value and kind != "str":
        seen.unsaved[spot] = formula


class SharedFormulas:
    """Formulas that stand in one cell and hold for many, by their number."""

    def __init__(self) -> None:
        """Begin with none."""
        self._first: dict[str, str] = {}

    def text(self, own: str, shared: str) -> str:
        """The formula of a cell: its own, or a shared one as its first cell has it.

        It is shown, never reckoned, so the addresses in it stay those of that cell.
        """
        if own and shared:
            self._first[shared] = own
        elif shared in self._first:
            own = self._first[shared]
        return f"={own}"


def spot_of(reference: str) -> Spot:
    """The cell that "B7" names.

    Raises:
        ValueError: It names none.
    """
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        message = f"no cell is called {reference[:40]!r}"
        raise ValueError(message)
    return Spot(int(found[2]), column_of(found[1]))


def column_of(name: str) -> int:
    """The number of the column that letters name (7 for "G")."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def merges(references: Iterable[str]) -> list[Merge]:
    """The merged ranges that "A1:C2" and the like name; a single cell is none."""
    found = []
    for reference in references:
        first, colon, last = reference.partition(":")
        if colon:
            one, other = spot_of(first), spot_of(last)
            (top, bottom), (left, right) = (
                sorted(pair) for pair in zip(one, other, strict=True)
            )
            found.append(Merge(top, left, bottom, right))
    return found
