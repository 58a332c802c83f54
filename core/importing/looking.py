"""The sheets of a file looked through: what of them is read, and which tables are there."""

from collections.abc import Sequence

from core.catalogue import Catalogue
from core.frozen import frozen, replace
from core.importing.books import legacy_text
from core.importing.choosing import layout
from core.importing.choosing.choices import NO_CHOICES, Choices, SheetChoices, TableKey
from core.importing.choosing.layout import Layout, Layouts
from core.importing.grid import Grid
from core.importing.recognition import headers, tables, titles
from core.importing.recognition import hidden as hiding
from core.importing.recognition.head_rows import HeadRows
from core.importing.recognition.recognise import Recogniser
from core.importing.recognition.shapes.model import Table
from core.report import Note


@frozen
class Page:
    """A sheet of the file, and what was found in it.

    Attributes:
        grid: All of it, in Unicode.
        met: What converting it met.
        seen: The part that is read; None for nothing of it.
        notes: What was met and left out.
        tables: Those found, from top to bottom.
    """

    grid: Grid
    met: tuple[Note, ...]
    seen: Grid | None = None
    notes: tuple[Note, ...] = ()
    tables: tuple[Table, ...] = ()


@frozen
class Looked:
    """The sheets of a file looked through with certain choices.

    Attributes:
        pages: In the file's order.
        layout: As the program finds it, whatever the choices.
        choices: Those given, or those kept with the layout.
        is_kept: They were kept.
    """

    pages: tuple[Page, ...]
    layout: Layout
    choices: Choices
    is_kept: bool


def page_of(grid: Grid) -> Page:
    """A sheet as its reader gives it, not looked at yet."""
    return Page(*_in_unicode(grid))


def look(
    pages: Sequence[Page], catalogue: Catalogue, choices: Choices, layouts: Layouts
) -> Looked:
    """The sheets with their tables, by the choices given or kept with the layout."""
    recogniser = Recogniser(catalogue)
    plain = [_with_tables(page, recogniser, NO_CHOICES) for page in pages]
    names = [page.grid.sheet for page in pages]
    made = layout.of(names, [_heads(page) for page in plain])
    kept = layouts.find(made) if choices == NO_CHOICES else None
    chosen = choices if kept is None else kept
    seen = tuple(
        page if _is_as_found(page, chosen) else _with_tables(page, recogniser, chosen)
        for page in plain
    )
    return Looked(seen, made, chosen, is_kept=kept is not None)


def _in_unicode(grid: Grid) -> tuple[Grid, tuple[Note, ...]]:
    """The sheet with text of old fonts converted; it is not to be converted twice."""
    readable, notes = legacy_text.in_unicode(grid)
    if not grid.marks.fonts:
        return readable, notes
    return replace(readable, marks=replace(readable.marks, fonts={})), notes


def _with_tables(page: Page, recogniser: Recogniser, choices: Choices) -> Page:
    """The sheet with the part that is read, as far as it is, and its tables."""
    seen, left_out = _seen(page.grid, choices)
    if seen is None:
        return replace(page, seen=None, notes=left_out, tables=())
    found = tuple(_tables(seen, recogniser, choices))
    return replace(page, seen=seen, notes=(*left_out, *page.met), tables=found)


def _is_as_found(page: Page, choices: Choices) -> bool:
    """Whether its tables are where they are without these choices."""
    is_whole = page.seen is page.grid or not choices.hidden
    return is_whole and choices.sheet(page.grid.sheet) == SheetChoices()


def _seen(grid: Grid, choices: Choices) -> tuple[Grid | None, tuple[Note, ...]]:
    """The part of the sheet that is to be read, and what was left out of it."""
    taken = choices.sheet(grid.sheet).taken
    if taken is False:
        return None, ()
    if choices.hidden:
        return grid, ()
    if taken:
        grid = replace(grid, marks=replace(grid.marks, hidden_sheet=False))
    return hiding.without_hidden(grid)


def _tables(grid: Grid, recogniser: Recogniser, choices: Choices) -> Sequence[Table]:
    """The tables of a sheet, the header that a person shows among them."""
    header = choices.sheet(grid.sheet).header
    header = tuple(row for row in header if row <= grid.height)
    if not header:
        return tables.find(grid, recogniser)
    chosen = choices.columns_of(TableKey(grid.sheet, header[0]))
    found = tables.find(grid, recogniser, header, chosen)
    if any(one.header.rows == header for one in found):
        return found
    return (*found, _unread(grid, recogniser, header))


def _unread(grid: Grid, recogniser: Recogniser, rows: tuple[int, ...]) -> Table:
    """What a person says is a header, over nothing that can be read yet."""
    header = headers.at(HeadRows(grid), recogniser, rows)
    return Table(grid, header, (), titles.Owner(), recogniser)


def _heads(page: Page) -> tuple[layout.Head, ...]:
    """The headers of a sheet as the program finds them, for its file's layout."""
    if page.seen is None:
        return ()
    heads = [
        layout.Head(
            table.header.rows[0],
            len(table.header.rows),
            tuple(
                " ".join(table.header.tiers.get(column, ()))
                for column in range(1, max(table.header.tiers) + 1)
            ),
        )
        for table in page.tables
    ]
    return tuple(heads) or layout.guessed(page.seen)
