"""A file of an office opened: its bytes read, its tables recognised and joined."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core import figures
from core.catalogue import Catalogue
from core.importing import (
    headers,
    join,
    layout,
    legacy_text,
    outline,
    pasted,
    questions,
    read,
    refusals,
    source,
    tables,
    titles,
)
from core.importing import hidden as hiding
from core.importing.choices import NO_CHOICES, Choices, TableKey
from core.importing.grid import Grid
from core.importing.head_rows import HeadRows
from core.importing.layout import NO_LAYOUTS, Layout, Layouts
from core.importing.opened import Opened
from core.importing.outline import Piece
from core.importing.recognise import Recogniser
from core.importing.shapes import key_values, shape_of
from core.importing.shapes.model import Reading, Table
from core.importing.titles import Fact, Title
from core.report import (
    AS_OF,
    AS_OF_PLACE,
    PERIOD,
    PERIOD_PLACE,
    Cell,
    Note,
    NoteKind,
    Report,
    Source,
    SourceTable,
)

STEPS = 4


@dataclass(frozen=True, slots=True)
class _Page:
    """A sheet of the file: whole, in Unicode; the part that is read; the tables in it."""

    grid: Grid
    met: tuple[Note, ...]
    seen: Grid | None = None
    notes: tuple[Note, ...] = ()
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class _Looked:
    """The sheets of a file looked through with certain choices."""

    pages: tuple[_Page, ...]
    layout: Layout
    choices: Choices
    is_kept: bool


def open_file(
    path: Path,
    catalogue: Catalogue,
    *,
    hidden: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """The figures in the file, each with where it came from.

    The file is read once and never written. What is not certain stays unreadable and
    what was met is noted in `Report.source`.

    Args:
        path: The file.
        catalogue: What columns and rows are recognised by.
        hidden: Read hidden rows, columns and sheets too.
        progress: Called with the steps done and their number.

    Raises:
        UnreadableFileError: The file cannot be used; the sentence says why.
    """
    opened = inspect(path, catalogue, Choices(hidden=hidden), progress=progress)
    if not opened.has_table:
        raise refusals.no_table(unicodedata.normalize("NFC", path.name))
    return opened.report


def inspect(
    path: Path,
    catalogue: Catalogue,
    choices: Choices = NO_CHOICES,
    *,
    layouts: Layouts = NO_LAYOUTS,
    progress: Callable[[int, int], None] | None = None,
) -> Opened:
    """The file as recognised: its report, and every sheet with what it was taken for.

    A file in which no table was recognised is opened too (`Opened.has_table` is False):
    a person may show where its header is.

    Args:
        path: The file; it is read once and never written.
        catalogue: What columns and rows are recognised by.
        choices: What was decided of it.
        layouts: Choices kept with layouts; used where none are given.
        progress: Called with the steps done and their number.

    Raises:
        UnreadableFileError: The file cannot be used; the sentence says why.
    """
    import hashlib

    tell = progress or (lambda _done, _steps: None)
    name = unicodedata.normalize("NFC", path.name)
    data = source.read(path)
    tell(1, STEPS)
    grids = read.grids(data, name)
    tell(2, STEPS)
    digest = hashlib.sha256(data).hexdigest()
    origin = Source(name, digest, notes=read.notes(data, name))
    pages = [_Page(*_in_unicode(grid)) for grid in grids]
    looked = _looked(pages, catalogue, choices, layouts)
    tell(3, STEPS)
    opened = _opened(looked, origin, catalogue)
    tell(STEPS, STEPS)
    return opened


def inspect_pasted(
    text: str,
    page: str,
    catalogue: Catalogue,
    choices: Choices = NO_CHOICES,
    *,
    layouts: Layouts = NO_LAYOUTS,
) -> Opened:
    """What `inspect` gives, of a block copied from a web page or a spreadsheet.

    Args:
        text: The plain text of the clipboard.
        page: Its HTML; empty where there is none.
        catalogue: What columns and rows are recognised by.
        choices: What was decided of it.
        layouts: Choices kept with layouts; used where none are given.

    Raises:
        UnreadableFileError: There is no table in it, or it is too large or hostile.
    """
    import hashlib

    grids = pasted.grids(text, page)
    digest = hashlib.sha256((page or text).encode(errors="surrogatepass")).hexdigest()
    origin = Source(pasted.SOURCE, digest)
    return of_grids(grids, origin, catalogue, choices, layouts=layouts)


def of_grids(
    grids: Sequence[Grid],
    origin: Source,
    catalogue: Catalogue,
    choices: Choices = NO_CHOICES,
    *,
    layouts: Layouts = NO_LAYOUTS,
) -> Opened:
    """What `inspect` gives, of sheets that were read already.

    `origin` names the file, and holds what its reader has to note.
    """
    pages = [_Page(*_in_unicode(grid)) for grid in grids]
    return _opened(_looked(pages, catalogue, choices, layouts), origin, catalogue)


def again(opened: Opened, catalogue: Catalogue, choices: Choices) -> Opened:
    """The same file with other choices; it is not read again."""
    kept = opened.report.source
    if kept is None:
        message = "only what was read from sheets can be looked at again"
        raise ValueError(message)
    pages = [_Page(sheet.grid, sheet.notes) for sheet in opened.sheets]
    origin = Source(kept.file, kept.sha256, notes=opened.notes)
    return _opened(_looked(pages, catalogue, choices, NO_LAYOUTS), origin, catalogue)


def _looked(
    pages: Sequence[_Page], catalogue: Catalogue, choices: Choices, layouts: Layouts
) -> _Looked:
    """The sheets with their tables, by the choices given or kept with the layout."""
    recogniser = Recogniser(catalogue)
    plain = [_with_tables(page, recogniser, NO_CHOICES) for page in pages]
    names = [page.grid.sheet for page in pages]
    made = layout.of(names, [_heads(page) for page in plain])
    kept = layouts.find(made) if choices == NO_CHOICES else None
    chosen = choices if kept is None else kept
    if chosen != NO_CHOICES:
        plain = [_with_tables(page, recogniser, chosen) for page in pages]
    return _Looked(tuple(plain), made, chosen, is_kept=kept is not None)


def _opened(looked: _Looked, origin: Source, catalogue: Catalogue) -> Opened:
    """The tables joined, and all that the window shows."""
    pieces = [piece for page in looked.pages for piece in page.pieces]
    notes = tuple(note for page in looked.pages for note in page.notes)
    used = [piece for piece in pieces if piece.is_read]
    report = _report(used, catalogue, replace(origin, notes=(*origin.notes, *notes)))
    report = _with_facts(report, looked.choices)
    return Opened(
        questions.with_styles(report, catalogue, looked.choices.styles),
        tuple(
            outline.sheet(p.grid, p.pieces, p.met, is_taken=p.seen is not None)
            for p in looked.pages
        ),
        looked.layout,
        choices=looked.choices,
        as_last_time=looked.is_kept,
        rivals=outline.rivals([piece for piece in pieces if piece.readings]),
        notes=origin.notes,
    )


# ------------------------------------------------------------------------------- sheets


def _in_unicode(grid: Grid) -> tuple[Grid, tuple[Note, ...]]:
    """The sheet with text of old fonts converted; it is not to be converted twice."""
    readable, notes = legacy_text.in_unicode(grid)
    if not grid.marks.fonts:
        return readable, notes
    return replace(readable, marks=replace(readable.marks, fonts={})), notes


def _with_tables(page: _Page, recogniser: Recogniser, choices: Choices) -> _Page:
    """The sheet with the part that is read, as far as it is, and its tables."""
    seen, left_out = _seen(page.grid, choices)
    if seen is None:
        return replace(page, seen=None, notes=left_out, pieces=())
    return replace(
        page,
        seen=seen,
        notes=(*left_out, *page.met),
        pieces=_pieces(seen, recogniser, choices),
    )


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


def _pieces(grid: Grid, recogniser: Recogniser, choices: Choices) -> tuple[Piece, ...]:
    """The tables of a sheet with what is decided of them, and what they say."""
    header = choices.sheet(grid.sheet).header
    header = tuple(row for row in header if row <= grid.height)
    if not header:
        found = tables.find(grid, recogniser)
    else:
        chosen = choices.columns_of(TableKey(grid.sheet, header[0]))
        found = tables.find(grid, recogniser, header, chosen)
        if all(one.header.rows != header for one in found):
            found = (*found, _unread(grid, recogniser, header))
    return tuple(_piece(one, choices) for one in found)


def _unread(grid: Grid, recogniser: Recogniser, rows: tuple[int, ...]) -> Table:
    """What a person says is a header, over nothing that can be read yet."""
    header = headers.at(HeadRows(grid), recogniser, rows)
    return Table(grid, header, (), titles.Owner(), recogniser)


def _piece(table: Table, choices: Choices) -> Piece:
    key = outline.key_of(table)
    chosen = choices.columns_of(key)
    header = table.header
    said = replace(
        header,
        tiers={**dict.fromkeys(chosen, ()), **header.tiers},
        meanings={**header.meanings, **chosen},
    )
    table = replace(table, header=said)
    return Piece(table, tuple(_readings(table)), chosen, key in choices.left_out)


def _readings(table: Table) -> tuple[Reading, ...]:
    """What stands above a table, then the table itself; nothing where it has no shape."""
    shape = shape_of(table.header)
    return () if shape is None else (key_values.read(table), shape.read(table))


def _heads(page: _Page) -> tuple[layout.Head, ...]:
    """The headers of a sheet as the program finds them, for its file's layout."""
    if page.seen is None:
        return ()
    heads = [
        layout.Head(
            piece.table.header.rows[0],
            len(piece.table.header.rows),
            tuple(
                " ".join(piece.table.header.tiers.get(column, ()))
                for column in range(1, max(piece.table.header.tiers) + 1)
            ),
        )
        for piece in page.pieces
    ]
    return tuple(heads) or layout.guessed(page.seen)


# ------------------------------------------------------------------------------- report


def _report(used: Sequence[Piece], catalogue: Catalogue, origin: Source) -> Report:
    """The tables joined, with the facts of the whole."""
    readings = [reading for piece in used for reading in piece.readings]
    joined = join.report(readings, catalogue)
    found = [piece.table for piece in used]
    facts = _facts(found, origin.file)
    of_tables = () if joined.source is None else joined.source.notes
    of_facts = tuple(fact.note for fact in facts if fact.note is not None)
    return replace(
        joined,
        facts={fact.key: fact.cell for fact in facts},
        source=replace(
            origin,
            tables=tuple(
                SourceTable(t.grid.sheet, t.header.rows, t.header.first_row)
                for t in found
            ),
            notes=(*origin.notes, *_several(used), *of_tables, *of_facts),
        ),
    )


def _facts(found: Sequence[Table], file: str) -> tuple[Fact, ...]:
    above = [title for table in found for title in table.titles]
    sheets = dict.fromkeys(table.grid.sheet for table in found)
    names = [Title(sheet, sheet) for sheet in sheets]
    names.append(Title(_stem(file), file))
    facts = (titles.period(above, names), titles.as_of(above))
    return tuple(fact for fact in facts if fact is not None)


def _with_facts(report: Report, choices: Choices) -> Report:
    """The report with the period and the time that a person said, no longer in doubt."""
    facts = dict(report.facts)
    settled = set()
    if choices.period is not None:
        facts[PERIOD] = Cell(choices.period, figures.show_period(choices.period))
        settled.add(PERIOD_PLACE)
    if choices.as_of is not None:
        facts[AS_OF] = Cell(choices.as_of, figures.show_moment(choices.as_of))
        settled.add(AS_OF_PLACE)
    if not settled or report.source is None:
        return report
    notes = tuple(n for n in report.source.notes if n.place not in settled)
    return replace(report, facts=facts, source=replace(report.source, notes=notes))


def _stem(file: str) -> str:
    """The file's name as text: no extension, "_" and words without marks as written."""
    bare = Path(file).stem.replace("_", " ")
    for plain, marked in (("thang", "tháng"), ("quy", "quý"), ("nam", "năm")):
        bare = " ".join(marked if w.lower() == plain else w for w in bare.split())
    return bare


def _several(used: Sequence[Piece]) -> tuple[Note, ...]:
    """A note where several tables offer the same figures, as two months' sheets do.

    Tables that complete one another, as the portal's overview and its details, are
    no choice that anybody has to look at.
    """
    sheets = [key.sheet for group in outline.rivals(used) for key in group]
    if not sheets:
        return ()
    return (Note(NoteKind.SEVERAL_TABLES, sheets[-1], "; ".join(sheets)),)
