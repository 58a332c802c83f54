"""A file of an office opened: its bytes read, its tables recognised and joined."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from core.catalogue import Catalogue
from core.importing import hidden as hiding
from core.importing import join, legacy_text, read, refusals, source, tables, titles
from core.importing.grid import Grid
from core.importing.recognise import Recogniser
from core.importing.shapes import key_values, shape_of
from core.importing.shapes.model import Reading, Table
from core.importing.titles import Fact, Title
from core.report import Note, NoteKind, Report, Source, SourceTable

STEPS = 4


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
    import hashlib

    tell = progress or (lambda _done, _steps: None)
    name = unicodedata.normalize("NFC", path.name)
    data = source.read(path)
    tell(1, STEPS)
    grids, notes = _seen(read.grids(data, name), hidden=hidden)
    tell(2, STEPS)
    recogniser = Recogniser(catalogue)
    found = [table for grid in grids for table in tables.find(grid, recogniser)]
    if not found:
        raise refusals.no_table(name)
    tell(3, STEPS)
    digest = hashlib.sha256(data).hexdigest()
    report = _report(found, catalogue, Source(name, digest, notes=notes))
    tell(STEPS, STEPS)
    return report


def _seen(
    grids: Iterable[Grid], *, hidden: bool
) -> tuple[tuple[Grid, ...], tuple[Note, ...]]:
    """The sheets that are to be read, and what was left out of them."""
    seen: list[Grid] = []
    notes: list[Note] = []
    for grid in grids:
        readable, converted = legacy_text.in_unicode(grid)
        shown, left_out = (readable, ()) if hidden else hiding.without_hidden(readable)
        notes += left_out
        if shown is not None:
            seen.append(shown)
            notes += converted
    return tuple(seen), tuple(notes)


def _report(found: Sequence[Table], catalogue: Catalogue, origin: Source) -> Report:
    """The tables joined, with the facts of the whole."""
    readings = [reading for table in found for reading in _readings(table)]
    joined = join.report(readings, catalogue)
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
            notes=(*origin.notes, *_several(found), *of_tables, *of_facts),
        ),
    )


def _readings(table: Table) -> Iterable[Reading]:
    """What stands above a table, then the table itself."""
    yield key_values.read(table)
    shape = shape_of(table.header)
    if shape is not None:
        yield shape.read(table)


def _facts(found: Sequence[Table], file: str) -> tuple[Fact, ...]:
    above = [title for table in found for title in table.titles]
    sheets = dict.fromkeys(table.grid.sheet for table in found)
    names = [Title(sheet, sheet) for sheet in sheets]
    names.append(Title(_stem(file), file))
    facts = (titles.period(above, names), titles.as_of(above))
    return tuple(fact for fact in facts if fact is not None)


def _stem(file: str) -> str:
    """The file's name as text: no extension, "_" and words without marks as written."""
    bare = Path(file).stem.replace("_", " ")
    for plain, marked in (("thang", "tháng"), ("quy", "quý"), ("nam", "năm")):
        bare = " ".join(marked if w.lower() == plain else w for w in bare.split())
    return bare


def _several(found: Sequence[Table]) -> tuple[Note, ...]:
    """A note where several tables offer the same figures, as two months' sheets do.

    Tables that complete one another, as the portal's overview and its details, are
    no choice that anybody has to look at.
    """
    told: dict[str, list[str]] = {}
    for table in found:
        for column in {key for one in _readings(table) for key in one.columns}:
            told.setdefault(column, []).append(table.grid.sheet)
    rivals = {sheet for sheets in told.values() if len(sheets) > 1 for sheet in sheets}
    if not rivals:
        return ()
    sheets = [table.grid.sheet for table in found if table.grid.sheet in rivals]
    return (Note(NoteKind.SEVERAL_TABLES, sheets[-1], "; ".join(sheets)),)
