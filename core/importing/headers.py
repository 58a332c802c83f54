"""Where the tables' headers are: one to three rows of headings each, merges followed.

Titles stand above a header, figures below (docs/linh-vuc.md 3.4). A sheet may have
several: one below another, or side by side.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from core.importing.grid import HEAD_ROWS, text_of
from core.importing.head_rows import DEPTH, HeadRows
from core.importing.recognise import UNIT, Certainty, Meaning, Recogniser
from core.report import UNIT_NAME

MOST_FAR = 300
"""How many rows below the head of a sheet are looked at as headers of its own."""

LONGEST_NAME = 60
"""Letters of the heading over names; what is longer is a sentence."""

_NAMING = frozenset({"group_name", "indicator_name", "field_name"})


@dataclass(frozen=True, slots=True)
class Header:
    """A header: its rows, and what stands over each column.

    Attributes:
        rows: Row numbers, top down.
        tiers: By column the headings over it, top down, each once.
        meanings: By column what it holds, where that was recognised.
        certain: By column how sure that is; a column without an entry is unknown.
    """

    rows: tuple[int, ...]
    tiers: Mapping[int, tuple[str, ...]]
    meanings: Mapping[int, Meaning]
    certain: Mapping[int, Certainty] = field(default_factory=dict)

    def certainty(self, column: int) -> Certainty:
        """How sure it is what that column holds (the window's ✓ and ?)."""
        return self.certain.get(column, Certainty.UNKNOWN)

    @property
    def first_row(self) -> int:
        """The first row under it."""
        return self.rows[-1] + 1

    def column(self, *, indicator: str = "", facet: str = "") -> int | None:
        """The first column that holds that indicator or facet, or None."""
        for column, meaning in sorted(self.meanings.items()):
            if (meaning.indicator, meaning.facet) == (indicator, facet):
                return column
        return None


Fits = Callable[[Header], bool]
"""Whether a header is one of a table that can be read."""


def find(head: HeadRows, recogniser: Recogniser, fits: Fits) -> tuple[Header, ...]:
    """The headers of a sheet, top down, then left to right; those `fits` accepts.

    Of headers that share a row it is the one with the most recognised columns, the
    shortest and first of those.
    """
    possible = [
        header
        for top in _tops(head, recogniser)
        for header in _at_top(head, recogniser, top)
        if fits(header)
    ]
    possible.sort(key=lambda one: (-_known(one), len(one.rows), one.rows[0]))
    taken: set[int] = set()
    found = []
    for header in possible:
        if taken.isdisjoint(header.rows):
            taken.update(header.rows)
            found.append(header)
    found.sort(key=lambda one: one.rows[0])
    return tuple(found)


def _known(header: Header) -> int:
    """How many columns are recognised; names of units count over named rows only."""
    facets = [one.facet for one in header.meanings.values()]
    has_names = not _NAMING.isdisjoint(facets)
    return len(facets) - (0 if has_names else facets.count(UNIT))


def at(head: HeadRows, recogniser: Recogniser, rows: tuple[int, ...]) -> Header:
    """The header in those very rows, whatever stands in them."""
    tiers = head.tiers(rows)
    known = {over: recogniser.heading(over) for over in set(tiers.values())}
    found = ((column, known[over]) for column, over in tiers.items())
    return Header(rows, tiers, {c: meaning for c, meaning in found if meaning})


def side_by_side(header: Header, fits: Fits) -> tuple[Header, ...]:
    """The headers of tables that stand side by side under one row; else `header`.

    A further table begins where names of rows begin again; each must be one that can
    be read.
    """
    starts = _starts(header)
    if len(starts) < 2:
        return (header,)
    ends = (*starts[1:], max(header.tiers) + 1)
    parts = tuple(
        _part(header, 1 if number == 0 else start, end)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    return parts if all(fits(part) for part in parts) else (header,)


def _starts(header: Header) -> list[int]:
    """The columns in which names of rows, or their numbers, begin (again)."""
    starts: list[int] = []
    seen: set[Meaning] = set()
    for column, meaning in sorted(header.meanings.items()):
        if meaning.indicator not in ("stt", UNIT_NAME) and meaning.facet not in _NAMING:
            continue
        if not starts or meaning in seen:
            starts.append(column)
            seen = set()
        seen.add(meaning)
    return starts


def _part(header: Header, start: int, end: int) -> Header:
    def within(column: int) -> bool:
        return start <= column < end

    return replace(
        header,
        tiers={c: over for c, over in header.tiers.items() if within(c)},
        meanings={c: one for c, one in header.meanings.items() if within(c)},
    )


def _tops(head: HeadRows, recogniser: Recogniser) -> Iterator[int]:
    """The rows that a header may begin in: all of the sheet's head, few below it."""
    last = min(head.grid.height, HEAD_ROWS - DEPTH)
    yield from range(1, last + 1)
    reached, far = last, 0
    for row in range(last + 1, head.grid.height + 1):
        if far < MOST_FAR and _names_rows(head, recogniser, row):
            far += 1
            yield from range(max(reached + 1, row - DEPTH + 1), row + 1)
            reached = row


def _names_rows(head: HeadRows, recogniser: Recogniser, row: int) -> bool:
    """Whether a row far down has the heading over names: the least a header has."""
    values = head.grid.rows[row - 1]
    texts = []
    for value in values:
        if value == "":
            continue
        if not isinstance(value, str) or value[:1].isdigit():
            return False  # a row of figures: left at its first number
        texts.append(value)
    return any(
        len(text) <= LONGEST_NAME and _names(recogniser.heading((text_of(text),)))
        for text in texts
    )


def _names(meaning: Meaning | None) -> bool:
    if meaning is None:
        return False
    return meaning.indicator == UNIT_NAME or meaning.facet in _NAMING


def _at_top(head: HeadRows, recogniser: Recogniser, top: int) -> Iterator[Header]:
    for depth in range(1, DEPTH + 1):
        rows = tuple(range(top, top + depth))
        if not head.is_heading(rows[-1]):
            return
        if not head.is_cut(rows):
            yield at(head, recogniser, rows)
