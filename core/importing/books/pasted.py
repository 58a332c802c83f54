"""A block copied from a web page or a spreadsheet, as tables."""

import csv
import re

from core.importing import refusals
from core.importing.books import html, plain_text
from core.importing.grid import LIMIT_CELLS, Grid, Raw

SOURCE = "Dán từ bảng nhớ"
"""What stands where a file's name does."""

LIMIT = 20_000_000
"""Signs of a block; a table of all communes has a million."""

# What Windows puts before the page: lines of a word and a number.
_WINDOWS = re.compile(r"Version:[\d.]+\s+(?:[A-Za-z]+:[^\r\n]*[\r\n]+)*")
_ROWS = 2


def grids(text: str, page: str = "") -> tuple[Grid, ...]:
    """The tables of what was copied, as text and, where there is one, as a web page.

    The page is preferred: it knows merged cells, and which signs part columns.

    Args:
        text: The plain text of the clipboard.
        page: Its HTML, with or without the lines that Windows puts before it.

    Raises:
        UnreadableFileError: There is no table in it, or it is too large or hostile.
    """
    if max(len(text), len(page)) > LIMIT:
        raise refusals.too_large(SOURCE, LIMIT // 1_000_000)
    found = html.tables(_bare(page), SOURCE) if page else ()
    if found:
        return found
    rows = _rows(text)
    if sum(1 for row in rows if _filled(row) > 1) < _ROWS:
        raise refusals.not_pasted()
    return (Grid("Bảng 1", rows),)


def _bare(page: str) -> str:
    """The page without the lines that Windows puts before it, and without NULs."""
    return _WINDOWS.sub("", page.strip("\0\ufeff"), count=1).rstrip("\0")


def _rows(text: str) -> list[list[Raw]]:
    text = text.strip("\0\ufeff\r\n")
    sign = "\t" if "\t" in text else plain_text.separator(text)
    if sign is None:
        return []
    if text.count('"') % 2:  # a sign of its own, which would swallow what follows
        rows: list[list[Raw]] = [list(line.split(sign)) for line in text.splitlines()]
    else:
        try:
            rows = [list(row) for row in plain_text.records(text, sign)]
        except csv.Error as problem:  # a field too long to be one
            raise refusals.not_pasted() from problem
    width = max((len(row) for row in rows), default=0)
    if width * len(rows) > LIMIT_CELLS:
        raise refusals.far_cells(SOURCE, "Bảng 1")
    return rows


def _filled(row: list[Raw]) -> int:
    return sum(1 for value in row if value != "")
