"""The tables of a sheet: headers found, columns confirmed by their values, titles read.

What a person says of a sheet (the rows of its header, what a column holds) goes before
what is found: `find` and `at` take both.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from core import figures
from core.catalogue import Kind
from core.frozen import replace
from core.importing.grid import Grid, text_of
from core.importing.recognition import (
    beside,
    extents,
    headers,
    merged_names,
    owners,
    row_times,
    times,
    title_texts,
    titles,
    unheaded,
)
from core.importing.recognition.extents import Extent
from core.importing.recognition.head_rows import HeadRows
from core.importing.recognition.headers import Header
from core.importing.recognition.recognise import (
    NO_EVIDENCE,
    Certainty,
    Evidence,
    Meaning,
    Recogniser,
)
from core.importing.recognition.shapes import shape_of
from core.importing.recognition.shapes.model import Table
from core.importing.recognition.titles import Owner, Title
from core.period import Period
from core.report import UNIT_NAME, Note, NoteKind

SAMPLE_ROWS = 200
"""How many rows of values are asked what a column holds."""

LINES_BELOW = 6
"""How many lines at the end of a table may tell the time of its figures."""

LINES_ABOVE = 20
"""How many lines at the top of a sheet without a table may be its titles."""

MOST_BESIDE = 2
"""Titles that stand side by side, as the office's and the nation's name do."""

_NOTHING: Mapping[int, Meaning] = {}


def find(
    grid: Grid,
    recogniser: Recogniser,
    rows: Sequence[int] = (),
    meanings: Mapping[int, Meaning] = _NOTHING,
) -> tuple[Table, ...]:
    """The tables of a sheet that can be read, top down, then left to right.

    Args:
        grid: The sheet.
        recogniser: What headings are recognised by.
        rows: Where a header stands, if a person said so; others stay as found.
        meanings: What columns hold, if a person said so: of the table in `rows`, else
            of the first one over them.
    """
    head = HeadRows(grid)

    def fits(header: Header) -> bool:
        named = unheaded.with_criteria(grid, header, recogniser)
        return shape_of(owners.given(head, named, recogniser)) is not None

    found = headers.find(head, recogniser, fits)
    own = None
    if rows:
        own = headers.at(head, recogniser, tuple(rows))
        kept = (one for one in found if set(one.rows).isdisjoint(own.rows))
        found = tuple(sorted((*kept, own), key=lambda one: one.rows[0]))
    tables: list[Table] = []
    left = dict(meanings)
    for extent in extents.of(head, found):
        parts = headers.side_by_side(extent.header, fits)
        for part, following in zip(parts, (*parts[1:], None), strict=True):
            chosen = {}
            if own is None or part.rows == own.rows:
                chosen = {c: left.pop(c) for c in _before(following, left)}
            table = _table(head, replace(extent, header=part), recogniser, chosen)
            end = 0 if following is None else min(following.tiers)
            if shape_of(table.header) is not None:
                table = _with_titles(replace(table, right=end), tables)
                tables.append(_of_period(table, tables, chosen))
    return beside.joined(grid, tables, recogniser, lambda part: find(part, recogniser))


def at(
    grid: Grid,
    recogniser: Recogniser,
    rows: Sequence[int],
    meanings: Mapping[int, Meaning] = _NOTHING,
) -> Table | None:
    """The table whose header a person says stands in `rows`; None for no table."""
    found = find(grid, recogniser, rows, meanings)
    return next((one for one in found if one.header.rows == tuple(rows)), None)


def bare_titles(grid: Grid) -> tuple[Title, ...]:
    """The texts over what may be a table, in a sheet in which none was found."""
    found: list[Title] = []
    for row, values in enumerate(grid.rows[:LINES_ABOVE], start=1):
        if len({text for value in values if (text := text_of(value))}) > MOST_BESIDE:
            break
        found += title_texts.of_rows(grid, range(row, row + 1))
    return tuple(found)


def left_out(grid: Grid) -> Note | None:
    """What to say of a sheet in which no table was found; None for an empty one."""
    if not any(value != "" for row in grid.rows for value in row):
        return None
    return Note(NoteKind.LEFT_OUT, grid.sheet, f"trang “{grid.sheet}”")


def _before(following: Header | None, meanings: Mapping[int, Meaning]) -> list[int]:
    """The columns that were spoken of, left of the table that stands beside."""
    end = None if following is None else min(following.tiers, default=None)
    return [column for column in meanings if end is None or column < end]


def _table(
    head: HeadRows,
    extent: Extent,
    recogniser: Recogniser,
    chosen: Mapping[int, Meaning],
) -> Table:
    """The table of an extent, with what its values and a person say of its columns."""
    confirmed = _confirmed(head, extent, recogniser)
    named = unheaded.with_names(head.grid, confirmed, _sample(head, extent))
    named = unheaded.with_criteria(head.grid, named, recogniser)
    header = owners.given(head, named, recogniser)
    certain = {
        column: recogniser.certainty(header.tiers[column], meaning)
        for column, meaning in header.meanings.items()
    }
    header = replace(
        header,
        tiers={**dict.fromkeys(chosen, ()), **header.tiers},
        meanings={**header.meanings, **chosen},
        certain={**certain, **dict.fromkeys(chosen, Certainty.SURE)},
    )
    return Table(
        merged_names.spread(head.grid, header, extent.last_row),
        header,
        (),
        Owner(),
        recogniser,
        above=extent.above,
        last_row=extent.last_row,
        skipped=extent.repeated,
        left=min(header.tiers),
    )


def _with_titles(table: Table, before: Sequence[Table]) -> Table:
    """The table with the titles above it; one beside it or above it shares its owner."""
    others = [one for one in before if one.header.rows == table.header.rows]
    table = replace(table, left=table.left if others else 1)
    if others:
        return replace(table, above=range(0), owner=others[0].owner)
    above = (*title_texts.of_rows(table.grid, table.above), *_below(table))
    has_units = table.header.column(indicator=UNIT_NAME) is not None
    owner = titles.owner(above, bare=not has_units)
    if not has_units and not titles.is_commune(owner):
        own = titles.of_sheet(table.grid.sheet)
        owner = owner if own.name is None else own
    if owner.name is None and before:
        owner = before[-1].owner
    return replace(table, titles=above, owner=owner)


def _of_period(
    table: Table, before: Sequence[Table], chosen: Mapping[int, Meaning]
) -> Table:
    """The table with the columns of the period that its titles, or its sheet, tell."""
    header = table.header
    others = [one for one in before if one.header.rows == header.rows]
    told = (table.titles or others[0].titles) if others else table.titles
    period = titles.period(told, [Title(table.grid.sheet, table.grid.sheet)])
    value = None if period is None else period.cell.value
    made, certain = times.of_period(
        header.tiers,
        header.meanings,
        table.recogniser,
        value if isinstance(value, Period) else None,
    )
    sure = dict.fromkeys(chosen, Certainty.SURE)
    header = replace(
        header,
        meanings={**header.meanings, **made, **chosen},
        certain={**header.certain, **certain, **sure},
    )
    reported = value if isinstance(value, Period) else None
    return row_times.told_apart(replace(table, header=header), reported)


def _below(table: Table) -> list[Title]:
    """The lines right below a table that tell when its figures were taken."""
    last = table.last_row
    while last > table.header.rows[-1] and not any(
        map(text_of, table.grid.rows[last - 1])
    ):
        last -= 1
    rows = range(max(table.header.first_row, last - LINES_BELOW), last + 1)
    return [
        one
        for one in title_texts.of_rows(table.grid, rows)
        if titles.tells_time(one.text)
    ]


def _confirmed(head: HeadRows, extent: Extent, recogniser: Recogniser) -> Header:
    """The header with each column's meaning once its values were asked."""
    header = extent.header
    rows = _sample(head, extent)

    def heading(column: int, over: tuple[str, ...]) -> Meaning | None:
        if not recogniser.may_know(over):
            return None
        settled = recogniser.is_settled(over)
        evidence = NO_EVIDENCE if settled else _evidence(head.grid, rows, column)
        return recogniser.heading(over, evidence)

    found = ((column, heading(column, over)) for column, over in header.tiers.items())
    meanings = {column: meaning for column, meaning in found if meaning is not None}
    of_now = times.settled(header.tiers, meanings, heading)
    known = headers.told_apart(header.tiers, of_now, recogniser)
    return replace(header, meanings=known)


def _sample(head: HeadRows, extent: Extent) -> list[int]:
    """The first rows of values under a header."""
    header = extent.header
    last = min(extent.last_row, header.rows[-1] + SAMPLE_ROWS)
    return [
        row
        for row in range(header.first_row, last + 1)
        if row not in extent.repeated and not head.is_numbering(row)
    ]


def _evidence(grid: Grid, rows: Sequence[int], column: int) -> Evidence:
    """What the values say; of "4.33 / 6" the points."""
    values = zip(rows, grid.values(column, rows), strict=True)
    texts = [(row, text) for row, value in values if (text := text_of(value))]
    shown = grid.percents(column)
    percent = sum(1 for row, text in texts if row in shown or text.endswith("%"))
    parts = [text.partition("/")[0] for _, text in texts]
    numbers = figures.parse_usual(parts)
    if numbers is None:
        # No number begins with a letter, as the names of units do.
        some = (part for part in parts if not part[:1].isalpha())
        read = (figures.parse(part, Kind.RATIO) for part in some)
        numbers = [number for number in read if isinstance(number, Decimal)]
    evidence = Evidence(2 * percent > len(texts), tuple(numbers))
    return evidence if texts else NO_EVIDENCE
