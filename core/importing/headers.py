"""Where a table's header is: one to three rows of headings, merges followed.

Titles stand above it, figures below (docs/linh-vuc.md 3.4).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from core.importing.grid import HEAD_ROWS, Grid, Spot, text_of
from core.importing.recognise import Certainty, Meaning, Recogniser

DEPTH = 3
"""Most rows a header has."""


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


def find(
    grid: Grid, recogniser: Recogniser, fits: Callable[[Header], bool]
) -> Header | None:
    """The header with the most recognised columns, the shortest and first of those.

    `fits` says whether a header is one of a table that can be read.
    """
    best: Header | None = None
    for top in range(1, min(grid.height, HEAD_ROWS - DEPTH) + 1):
        for depth in range(1, DEPTH + 1):
            rows = tuple(range(top, top + depth))
            if not _is_heading(grid, rows[-1]):
                break
            if _is_cut(grid, rows):
                continue
            header = _header(grid, rows, recogniser)
            if (best is None or _is_better(header, best)) and fits(header):
                best = header
    return best


def at(grid: Grid, rows: tuple[int, ...], recogniser: Recogniser) -> Header:
    """The header in those rows, where a person says that it is."""
    return _header(grid, rows, recogniser)


def _is_better(one: Header, other: Header) -> bool:
    """Whether `one` names more columns, or as many in fewer rows (without a title)."""
    return (len(one.meanings), -len(one.rows)) > (len(other.meanings), -len(other.rows))


def _is_heading(grid: Grid, row: int) -> bool:
    """Whether the row has texts only, most of them words, or only merges over it."""
    if row > grid.height:
        return False
    values = [value for value in grid.rows[row - 1] if text_of(value)]
    if not values:
        return any(merge.top < row <= merge.bottom for merge in grid.marks.merges)
    texts = [value for value in values if isinstance(value, str)]
    worded = sum(1 for text in texts if any(sign.isalpha() for sign in text))
    return len(texts) == len(values) <= 2 * worded


def _is_cut(grid: Grid, rows: tuple[int, ...]) -> bool:
    """Whether a merged range crosses the upper or lower edge of the rows."""
    merges = (
        merge
        for merge in grid.marks.merges
        if merge.bottom >= rows[0] and merge.top <= rows[-1]
    )
    return any(m.top < rows[0] or m.bottom > rows[-1] for m in merges)


def _header(grid: Grid, rows: tuple[int, ...], recogniser: Recogniser) -> Header:
    tiers = {}
    for column in range(1, grid.width + 1):
        texts = (text_of(grid.seen(Spot(row, column))) for row in rows)
        if over := tuple(dict.fromkeys(text for text in texts if text)):
            tiers[column] = over
    known = {over: recogniser.heading(over) for over in set(tiers.values())}
    found = ((column, known[over]) for column, over in tiers.items())
    return Header(rows, tiers, {c: meaning for c, meaning in found if meaning})
