"""The sheets of any file whose kind is read: one reader a kind."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from core.importing import refusals
from core.importing.books import ole, package, sniff
from core.importing.grid import Grid, Spot, text_of
from core.report import Note, NoteKind

Sheets = tuple[Grid, ...]


def _xlsx(data: bytes, name: str) -> Sheets:
    from core.importing.books import xlsx

    return xlsx.grids(data, name)


def _xls(data: bytes, name: str) -> Sheets:
    from core.importing.books import xls

    return xls.grids(data, name)


def _xlsb(data: bytes, name: str) -> Sheets:
    from core.importing.books import xlsb

    return xlsb.grids(data, name)


def _ods(data: bytes, name: str) -> Sheets:
    from core.importing.books import ods

    return ods.grids(data, name)


def _delimited(data: bytes, name: str) -> Sheets:
    from core.importing.books import delimited

    return delimited.grids(data, name)


def _html(data: bytes, name: str) -> Sheets:
    from core.importing.books import html

    return html.grids(data, name)


def _spreadsheet_ml(data: bytes, name: str) -> Sheets:
    from core.importing.books import spreadsheet_ml

    return spreadsheet_ml.grids(data, name)


def _mhtml(data: bytes, name: str) -> Sheets:
    from core.importing.books import mhtml

    return mhtml.grids(data, name)


READERS = {
    sniff.XLSX: _xlsx,
    sniff.XLS: _xls,
    sniff.XLSB: _xlsb,
    sniff.ODS: _ods,
    sniff.DELIMITED: _delimited,
    sniff.HTML: _html,
    sniff.SPREADSHEET_ML: _spreadsheet_ml,
    sniff.MHTML: _mhtml,
}
"""Reader by kind, loaded with the first file of it; other kinds are refused in words."""

MOST_LOST = 20
"""How many cells with damaged letters are told of."""

_PACKED = (b"PK\x03\x04", ole.SIGNATURE)
_OF_EXCEL = (".xls", ".xlsx", ".xlsm", ".xlsb")


def grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """The sheets of the file `name` with these bytes.

    Raises:
        UnreadableFileError: It is no table, or none that can be read.
    """
    if data.startswith(b"PK"):
        package.check_size(data, name)
    kind = sniff.kind(data)
    reader = READERS.get(kind)
    if reader is not None:
        return reader(data, name)
    if kind.verdict is sniff.Verdict.PASSWORD:
        raise refusals.password(name)
    if kind.verdict is sniff.Verdict.ENTITIES:
        raise refusals.entities(name)
    if kind.verdict is sniff.Verdict.FOREIGN:
        raise refusals.not_a_table(name, kind.name)
    raise refusals.broken(name, "the package has no directory")


def lost_letters(data: bytes, grids: Iterable[Grid]) -> tuple[Note, ...]:
    """A note for each cell with a letter that is damaged in the file, the first of them.

    Such a letter is kept as the sign that it is unknown: no figure is read of it.
    """
    if data.startswith(_PACKED):
        return ()  # no text that was decoded as a whole
    from core.importing.books.plain_text import LOST

    found = (
        Note(NoteKind.ERROR_CELL, grid.at(Spot(row, column)), _damaged(value, LOST))
        for grid in grids
        for row, values in enumerate(grid.rows, start=1)
        for column, value in enumerate(values, start=1)
        if isinstance(value, str) and LOST in value
    )
    return tuple(islice(found, MOST_LOST))


def _damaged(text: str, sign: str) -> str:
    return f"“{sign}” vì chữ trong ô bị hỏng từ nơi gửi (“{text_of(text)}”)"


def notes(data: bytes, name: str) -> tuple[Note, ...]:
    """A note where the file's extension says something else than its content does."""
    kind, extension = sniff.kind(data), Path(name).suffix.lower()
    known = {each for one in READERS for each in one.extensions}
    if extension not in known or not kind.extensions or extension in kind.extensions:
        return ()
    if kind is sniff.HTML and extension in _OF_EXCEL:
        return (Note(NoteKind.WEB_PAGE, "", extension),)
    return (Note(NoteKind.OTHER_EXTENSION, "", f"{extension} thật ra là {kind.name}"),)
