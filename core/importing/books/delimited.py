"""The one sheet of a .csv or .tsv, read by pandas: every field stays the text it is."""

import csv
import io
import unicodedata
from decimal import Decimal
from pathlib import Path

from core import figures
from core.importing import refusals
from core.importing.books import plain_text
from core.importing.grid import LIMIT_CELLS, Grid, Raw
from core.kind import Kind
from core.report import Unreadable


def grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """The table of the file, named after it as Excel does.

    Raises:
        UnreadableFileError: In another encoding, damaged, too large, or with rows that
            are wider than what stands over them.
    """
    try:
        text = plain_text.decoded(data)
    except UnicodeDecodeError as problem:
        if plain_text.is_old(data):
            raise refusals.old_letters(name) from problem
        raise refusals.odd_encoding(name, str(problem)) from problem
    sheet = unicodedata.normalize("NFC", Path(name).stem)
    said, text = plain_text.said_separator(text)
    sign = said or plain_text.separator(text)
    if sign is None:
        raise refusals.no_table(name)
    try:
        return (Grid(sheet, _rows(text, sign, name, sheet)),)
    except (ValueError, csv.Error) as problem:  # as of a quotation that never ends
        raise refusals.broken(name, str(problem)) from problem


def _rows(text: str, sign: str, name: str, sheet: str) -> list[list[Raw]]:
    import pandas as pd

    width, height = _size(text, sign, name)
    if width * height > LIMIT_CELLS:
        raise refusals.far_cells(name, sheet)
    frame = pd.read_csv(
        io.StringIO(text, newline=""),
        sep=sign,
        header=None,
        names=range(width),  # else the first row, perhaps a title, would say how many
        dtype=object,
        na_filter=False,
        skip_blank_lines=False,  # rows keep their numbers
        index_col=False,
    )
    rows: list[list[Raw]] = frame.to_numpy().tolist()
    return rows


def _size(text: str, sign: str, name: str) -> tuple[int, int]:
    """Columns and rows of the table.

    Raises:
        UnreadableFileError: A row has figures beyond all that stands over it: “91,7”
            without quotation marks has become two columns.
    """
    width = height = most = suspect = 0
    for height, row in enumerate(plain_text.records(text, sign), start=1):
        width = max(width, len(row))
        filled = [number for number, field in enumerate(row, start=1) if field.strip()]
        last = filled[-1] if filled else 0
        if last > most:
            beyond = any(map(_is_figure, row[most:last]))
            suspect = (suspect or height) if most and beyond else 0
            most = last
    if suspect:
        raise refusals.shifted(name, suspect)
    return width, height


def _is_figure(field: str) -> bool:
    value = figures.parse(field, Kind.RATIO)
    return isinstance(value, Decimal) or (
        isinstance(value, Unreadable) and bool(value.readings)
    )
