"""A file of an office opened: its bytes read, its tables recognised and joined."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from core import figures
from core.catalogue import Catalogue
from core.errors import UnreadableFileError
from core.frozen import replace
from core.importing import collector, looking, outline, refusals
from core.importing.books import read, source
from core.importing.choosing import questions
from core.importing.choosing.choices import NO_CHOICES, Choices
from core.importing.choosing.layout import NO_LAYOUTS, Layouts
from core.importing.grid import Grid, Spot
from core.importing.looking import Looked, Page
from core.importing.opened import Opened
from core.importing.outline import Piece
from core.importing.recognition import areas, join, tables, times, titles
from core.importing.recognition.shapes import dossiers, key_values, shape_of
from core.importing.recognition.shapes.model import Reading, Table
from core.importing.recognition.titles import Fact, Title
from core.period import Period
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

MOST_NAMED = 8
"""How many columns that were left out a note names."""


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
    if not opened.has_figures:
        raise _refusal(opened, unicodedata.normalize("NFC", path.name))
    return opened.report


def _refusal(opened: Opened, name: str) -> UnreadableFileError:
    """Why a file without any figure cannot be used."""
    source = opened.report.source
    kept = () if source is None or not opened.has_table else source.notes
    said = [note.text for note in kept if note.kind is NoteKind.LEFT_OUT]
    return refusals.no_figures(name, said[0]) if said else refusals.no_table(name)


@collector.paused()
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
    if all(grid.is_bare for grid in grids):
        raise refusals.blank(name)
    tell(2, STEPS)
    digest = hashlib.sha256(data).hexdigest()
    met = (*read.notes(data, name), *read.lost_letters(data, grids))
    origin = Source(name, digest, notes=met)
    pages = [looking.page_of(grid) for grid in grids]
    looked = looking.look(pages, catalogue, choices, layouts)
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

    from core.importing.books import pasted  # with a parser of HTML

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
    pages = [looking.page_of(grid) for grid in grids]
    return _opened(looking.look(pages, catalogue, choices, layouts), origin, catalogue)


def again(opened: Opened, catalogue: Catalogue, choices: Choices) -> Opened:
    """The same file with other choices; it is not read again."""
    kept = opened.report.source
    if kept is None:
        message = "only what was read from sheets can be looked at again"
        raise ValueError(message)
    pages = [Page(sheet.grid, sheet.notes) for sheet in opened.sheets]
    origin = Source(kept.file, kept.sha256, notes=opened.notes)
    return _opened(
        looking.look(pages, catalogue, choices, NO_LAYOUTS), origin, catalogue
    )


def _opened(looked: Looked, origin: Source, catalogue: Catalogue) -> Opened:
    """The tables joined, and all that the window shows."""
    districts = areas.of_tables([t for page in looked.pages for t in page.tables])
    district = iter(districts)
    by_page = [
        [_piece(table, looked.choices, next(district)) for table in page.tables]
        for page in looked.pages
    ]
    pieces = [piece for some in by_page for piece in some]
    notes = tuple(note for page in looked.pages for note in page.notes)
    used = [piece for piece in pieces if piece.is_read]
    notes += _left_out(looked) if used else ()
    notes += () if looked.is_kept else _near(used, catalogue)
    notes += tuple(_of_other_times(used))
    notes += tuple(note for piece in used for note in piece.table.notes)
    met = replace(origin, notes=(*origin.notes, *notes))
    report = _report(used, catalogue, met, _bare(looked, is_all=not used))
    report = _with_facts(questions.with_doubts(report, catalogue), looked.choices)
    return Opened(
        questions.with_styles(report, catalogue, looked.choices.styles),
        tuple(
            outline.sheet(page.grid, some, page.met, is_taken=page.seen is not None)
            for page, some in zip(looked.pages, by_page, strict=True)
        ),
        looked.layout,
        choices=looked.choices,
        as_last_time=looked.is_kept,
        rivals=outline.rivals([piece for piece in pieces if piece.readings]),
        notes=origin.notes,
    )


def _left_out(looked: Looked) -> tuple[Note, ...]:
    """A note for each sheet that has something in it, and no table."""
    unread = (page.seen for page in looked.pages if not page.tables)
    said = (tables.left_out(grid) for grid in unread if grid is not None)
    return tuple(note for note in said if note is not None)


def _near(used: Sequence[Piece], catalogue: Catalogue) -> tuple[Note, ...]:
    """A note for each column of figures that is only nearly what it is taken for."""
    notes = []
    for piece in used:
        for column in outline.near(piece):
            meaning = column.meaning
            if meaning is None or meaning.is_ignored:
                continue
            field = meaning.indicator, meaning.part
            if name := questions.figure_name(catalogue, field):
                at = f"{piece.key.sheet}!{column.letters}{piece.table.header.rows[-1]}"
                text = f"“{column.heading}” được lấy là “{name}”"
                notes.append(Note(NoteKind.NEAR_HEADER, at, text))
    return tuple(notes)


def _of_other_times(used: Sequence[Piece]) -> Iterator[Note]:
    """A note for each table with columns that are of another time than the report."""
    for piece in used:
        header = piece.table.header
        meanings = header.meanings.items()
        others = [c for c, one in meanings if one == times.OTHER_TIME]
        if others:
            beside = [c for c, one in meanings if one.facet == "difference"]
            columns = sorted([*others, *beside])
            at = piece.table.grid.at(Spot(header.rows[-1], columns[0]))
            told = (f"“{' – '.join(header.tiers[c])}”" for c in columns[:MOST_NAMED])
            more = "…" * (len(columns) > MOST_NAMED)
            text = f"cột {', '.join(told)}{more} (số của kỳ khác, không lấy)"
            yield Note(NoteKind.LEFT_OUT, at, text)


# ------------------------------------------------------------------------------- report


def _piece(table: Table, choices: Choices, area: str) -> Piece:
    key = outline.key_of(table)
    asked = choices.columns_of(key)
    chosen = {column: one for column, one in asked.items() if table.holds(column)}
    header = table.header
    said = replace(
        header,
        tiers={**dict.fromkeys(chosen, ()), **header.tiers},
        meanings={**header.meanings, **chosen},
    )
    table = replace(table, header=said)
    readings = tuple(_readings(table))
    if area:
        readings = tuple(replace(one, area=area) for one in readings)
    return Piece(table, readings, chosen, key in choices.left_out)


def _readings(table: Table) -> tuple[Reading, ...]:
    """What stands above a table, then the table itself; nothing where it has no shape."""
    shape = shape_of(table.header)
    if shape is None:
        return ()
    read_table = shape.read(table)
    if dossiers.fits(table.header):
        return (read_table,)  # what stands above a list is no figure of a month
    return (key_values.read(table), read_table)


def _bare(looked: Looked, *, is_all: bool) -> tuple[Title, ...]:
    """The titles of the sheets, or of those in which no table was recognised."""
    pages = (page for page in looked.pages if is_all or not page.tables)
    seen = (page.seen for page in pages if page.seen is not None)
    return tuple(title for grid in seen for title in tables.bare_titles(grid))


def _report(
    used: Sequence[Piece],
    catalogue: Catalogue,
    origin: Source,
    above: tuple[Title, ...],
) -> Report:
    """The tables joined, with the facts of the whole.

    `above` are the titles of other sheets: a cover tells the period where nothing does.
    """
    readings = [reading for piece in used for reading in piece.readings]
    joined = join.report(readings, catalogue)
    found = [piece.table for piece in used]
    facts = _facts(found, above, origin.file)
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


def _facts(
    found: Sequence[Table], others: tuple[Title, ...], file: str
) -> tuple[Fact, ...]:
    above = [title for table in found for title in table.titles] if found else others
    sheets = dict.fromkeys(table.grid.sheet for table in found)
    names = [Title(sheet, sheet) for sheet in sheets]
    names.append(Title(_stem(file), file))
    period = _period(found, above, names) or titles.period(others, ())
    facts = (period, titles.as_of(above))
    return tuple(fact for fact in facts if fact is not None)


def _period(
    found: Sequence[Table], above: Sequence[Title], names: Sequence[Title]
) -> Fact | None:
    """The period by titles and names, and by headings of the columns that were taken."""
    known = titles.period(above, names)
    value = None if known is None else known.cell.value
    year = value.year if isinstance(value, Period) else 0
    of_columns = []
    for table in found:
        header = table.header
        if told := times.told(header.tiers, header.meanings, year):
            column, period = told
            at = table.grid.at(Spot(header.rows[-1], column))
            of_columns.append(Title(figures.show_period(period), at))
    of_columns += [title for table in found for title in table.said]
    return titles.period([*above, *of_columns], names) if of_columns else known


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
    """The file's name as text: no extension, "_" as "-" in dates, else as a space."""
    stem = re.sub(r"(?<=\d)_(?=\d)", "-", Path(file).stem)
    return " ".join(stem.replace("_", " ").split())


def _several(used: Sequence[Piece]) -> tuple[Note, ...]:
    """A note where several tables offer the same figures, as two months' sheets do.

    Tables that complete one another, as the portal's overview and its details, are
    no choice that anybody has to look at.
    """
    sheets = [key.sheet for group in outline.rivals(used) for key in group]
    if not sheets:
        return ()
    return (Note(NoteKind.SEVERAL_TABLES, sheets[-1], "; ".join(sheets)),)
