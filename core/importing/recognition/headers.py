"""Where the tables' headers are: one to three rows of headings each, merges followed.

Titles stand above a header, figures below (docs/linh-vuc.md 3.4). A sheet may have
several: one below another, or side by side.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from core.figures import clean
from core.frozen import field, frozen, replace
from core.importing.grid import HEAD_ROWS, text_of
from core.importing.recognition import changes, lists, sums, times
from core.importing.recognition.head_rows import DEPTH, HeadRows
from core.importing.recognition.recognise import UNIT, Certainty, Meaning, Recogniser
from core.importing.recognition.vocabulary import Words
from core.names import tone_last
from core.patterns import later
from core.report import UNIT_NAME

MOST_FAR = 300
"""How many rows below the head of a sheet are looked at as headers of its own."""

MOST_UNNAMED = 100
"""Most headings of a header without names of rows: the index has fewer figures."""

MOST_ASKED = 3000
"""How many texts of a sheet are asked whether they are such a heading."""

_WORD = later(r"(?:[^\W\d_]|[\u0300-\u036f])+")

LONGEST_NAME = 60
"""Letters of the heading over names; what is longer is a sentence."""

_RESULTS = frozenset({"numerator", "denominator", "ratio", "value", "score"})
_AIM = later(r"ch[ỉi] ti[êe]u\W*$", re.IGNORECASE)
AIM = Meaning(facet="target")

_NAMING = frozenset({"group_name", "indicator_name", "field_name"})


@frozen
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
    namers = _Namers(head, recogniser)
    possible = _named(head, recogniser, fits, namers)
    if not possible:
        possible = _unnamed(head, recogniser, fits)
    possible.sort(key=lambda one: (-_known(one), len(one.rows), one.rows[0]))
    taken: set[int] = set()
    found = []
    for header in possible:
        if taken.isdisjoint(header.rows):
            taken.update(header.rows)
            found.append(header)
    found.sort(key=lambda one: one.rows[0])
    return tuple(found)


def _named(
    head: HeadRows, recogniser: Recogniser, fits: Fits, namers: "_Namers"
) -> list[Header]:
    """The headers that may be, with a heading over names of rows."""
    return [
        header
        for top in _tops(head, namers)
        for rows in _rows_at(head, top)
        if any(map(namers.has, rows)) and fits(header := at(head, recogniser, rows))
    ]


def _unnamed(head: HeadRows, recogniser: Recogniser, fits: Fits) -> list[Header]:
    """The header without one, above a single row of figures: of the head, if it fits."""
    tops = range(1, min(head.last, HEAD_ROWS - DEPTH) + 1)
    narrow = (top for top in tops if sum(1 for _ in head.filled(top)) <= MOST_UNNAMED)
    possible = (
        at(head, recogniser, rows) for top in narrow for rows in _rows_at(head, top)
    )
    return [header for header in possible if fits(header)]


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
    meanings = {c: meaning for c, meaning in found if meaning}
    of_now = times.settled(
        tiers, meanings, lambda _, over: recogniser.heading(over) if over else None
    )
    return Header(rows, tiers, told_apart(tiers, of_now, recogniser))


def told_apart(
    tiers: Mapping[int, tuple[str, ...]],
    meanings: Mapping[int, Meaning],
    recogniser: Recogniser,
) -> dict[int, Meaning]:
    """What columns hold once those beside them are looked at too."""
    known = changes.known(tiers, recogniser.of_header(tiers, meanings))
    return aimed(tiers, sums.known(tiers, known, recogniser.catalogue))


def aimed(
    tiers: Mapping[int, tuple[str, ...]], meanings: Mapping[int, Meaning]
) -> dict[int, Meaning]:
    """What columns hold, with targets where "Chỉ tiêu (%)" stands right of results.

    Under another heading than that the criteria are named in such a column, and so are
    they where the heading is that of the first names: a table that stands beside.
    """
    named = [c for c, one in sorted(meanings.items()) if one.facet == "indicator_name"]
    parts = [c for c, one in meanings.items() if one.facet in _RESULTS]
    aims = {
        column
        for column in named[1:]
        if min(parts, default=column) < column
        and tiers[column][-1] != tiers[named[0]][-1]
        and _AIM.match(clean(tiers[column][-1]))
    }
    return {c: AIM if c in aims else one for c, one in meanings.items()}


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
    return starts[:1] + [_led(header, starts[0], start) for start in starts[1:]]


def _led(header: Header, first: int, start: int) -> int:
    """Where a further table begins, if what stands left of the first names does again."""
    lead = [header.meanings.get(c) for c in range(min(header.tiers), first)]
    begins = start - len(lead)
    again = [header.meanings.get(c) for c in range(begins, start)]
    return begins if all(lead) and lead == again else start


def _part(header: Header, start: int, end: int) -> Header:
    def within(column: int) -> bool:
        return start <= column < end

    return replace(
        header,
        tiers={c: over for c, over in header.tiers.items() if within(c)},
        meanings={c: one for c, one in header.meanings.items() if within(c)},
    )


class _Namers:
    """Which rows have a heading over names of rows: the least that a header has."""

    def __init__(self, head: HeadRows, recogniser: Recogniser) -> None:
        """Know the words that such headings begin with."""
        self._head = head
        self._recogniser = recogniser
        self._firsts = recogniser.first_words(_is_naming)
        self._left = MOST_ASKED
        self._known: dict[int, bool] = {}
        self._words: dict[str, bool] = {}

    def has(self, row: int) -> bool:
        """Whether that row has one; False once too many had to be asked."""
        found = self._known.get(row)
        if found is None:
            texts = (value for _, value in self._head.filled(row))
            found = any(self._is(text) for text in texts if isinstance(text, str))
            self._known[row] = found
        return found

    def _is(self, text: str) -> bool:
        if len(text) > LONGEST_NAME or not self._left:
            return False
        first = _WORD.search(text)
        if first is None or not self._begins(first[0]):
            return False
        self._left -= 1
        tidy = text_of(text)
        return self._recogniser.is_list(tidy) or _names(
            self._recogniser.heading((tidy,))
        )

    def _begins(self, word: str) -> bool:
        """Whether such a heading begins with that word; rows repeat their words."""
        found = self._words.get(word)
        if found is None:
            found = tone_last(clean(word).lower()) in self._firsts
            if len(self._words) < MOST_ASKED:
                self._words[word] = found
        return found


def _tops(head: HeadRows, namers: _Namers) -> Iterator[int]:
    """The rows that a header may begin in: all of the sheet's head, few below it."""
    last = min(head.last, HEAD_ROWS - DEPTH)
    yield from range(1, last + 1)
    reached, far = last, 0
    for row in range(last + 1, head.last + 1):
        if far < MOST_FAR and _is_worded(head, row) and namers.has(row):
            far += 1
            yield from range(max(reached + 1, row - DEPTH + 1), row + 1)
            reached = row


def _is_worded(head: HeadRows, row: int) -> bool:
    """Whether a row has texts only; a row of figures is left at its first number."""
    some = False
    for value in head.grid.rows[row - 1]:
        if value == "":
            continue
        if not isinstance(value, str) or value[:1].isdigit():
            return False
        some = True
    return some


def _is_naming(one: Words) -> bool:
    if one.indicator:
        return one.key == UNIT_NAME
    return one.key in _NAMING or one.key == lists.CODE


def _names(meaning: Meaning | None) -> bool:
    if meaning is None:
        return False
    return meaning.indicator == UNIT_NAME or meaning.facet in _NAMING


def _rows_at(head: HeadRows, top: int) -> Iterator[tuple[int, ...]]:
    """The rows of each header that may begin in `top`."""
    if head.is_title(top):
        return
    for depth in range(1, DEPTH + 1):
        rows = tuple(range(top, top + depth))
        if not head.is_heading(rows[-1]):
            return
        if not head.is_cut(rows):
            yield rows
