"""The tables of a web page, as vendors' systems save them under the name .xls.

The page is parsed as a stream: nothing of it is fetched, run or kept but its tables.
docs/linh-vuc.md 3.3, 6.3.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from core.frozen import replace
from core.importing import refusals
from core.importing.books import plain_text, values
from core.importing.books.html_reader import Reader
from core.importing.books.html_tables import Table, TooMuchError
from core.importing.grid import Grid

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_WESTERN = {
    "windows-1252",
    "cp1252",
    "iso-8859-1",
    "latin1",
    "us-ascii",
    "x-user-defined",
}
_OLD_FONT = re.compile(rb"\.vn[a-z]|vni-", re.IGNORECASE)
# The page's own line is fine; one that declares something is not, nor is any entity.
_DECLARATION = re.compile(r"<!entity|<!doctype(?!\s+html\b[^\[>]*>)", re.IGNORECASE)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_FRAMES = re.compile(r"<frameset\b|Excel Workbook Frameset", re.IGNORECASE)
_CHUNK = 1 << 20


def grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """Every table of the page, in its order, each as a sheet.

    Raises:
        UnreadableFileError: It has no table, is cut off, hostile or too large.
    """
    page = text_of(data, name)
    found = tables(page, name)
    if not found:
        raise (refusals.frames if _FRAMES.search(page) else refusals.web_page)(name)
    return found


def text_of(data: bytes, name: str, declared: str | None = None) -> str:
    """The page's text: by its mark, its bytes, then by what it says of itself.

    Raises:
        UnreadableFileError: In an encoding that is not known.
    """
    try:
        return plain_text.decoded(data)
    except UnicodeDecodeError as problem:
        said = _DECLARED.search(data[:4096])
        says = (declared or (said[1].decode("ascii") if said else "")).lower()
        if says in _WESTERN or _OLD_FONT.search(data):
            return plain_text.western(data)
        if plain_text.is_old(data):
            raise refusals.old_letters(name) from problem
        raise refusals.odd_encoding(name, str(problem)) from problem


def tables(page: str, name: str, sheet: str = "") -> tuple[Grid, ...]:
    """The tables of the page's text; the first is called `sheet` where that is given.

    Raises:
        UnreadableFileError: The page is cut off, hostile or too large.
    """
    if _DECLARATION.search(page):
        raise refusals.entities(name)
    if _is_cut(page):
        raise refusals.broken(name, "the page ends within a table")
    if _TABLE.search(page) is None:
        return ()
    found = values.guarded(lambda: _parsed(page, name, sheet), name)
    return apart(_named(found, sheet))


def _is_cut(page: str) -> bool:
    """Whether the page ends before its last table does."""
    low = page.lower()
    last = max(low.rfind("<td"), low.rfind("<th"), low.rfind("<tr"))
    return low.rfind("</table") < max(last, low.rfind("<table"))


def _parsed(page: str, name: str, sheet: str) -> list[Table]:
    from lxml import etree

    reader = Reader()
    target: Any = reader  # lxml's stubs say that it may be told bytes, too
    # A target is only told of tags and texts: no tree, no network, no entity of a page.
    parser = etree.HTMLParser(target=target, encoding="utf-8", no_network=True)
    try:
        for start in range(0, len(page), _CHUNK):
            parser.feed(page[start : start + _CHUNK].encode("utf-8", "replace"))
        parser.close()
    except TooMuchError as problem:
        if problem.deep:
            raise refusals.unsafe(name, "bảng lồng trong bảng quá sâu") from problem
        raise refusals.far_cells(name, sheet or "Bảng") from problem
    return reader.tables


def _named(found: list[Table], sheet: str) -> Iterator[Grid]:
    """The tables as sheets, each under its caption or heading, else its number."""
    for number, table in enumerate(found, start=1):
        first = sheet if number == 1 else ""
        name = first or table.name or f"Bảng {number}"
        yield Grid(unicodedata.normalize("NFC", name), table.rows, table.marks)


def apart(found: Iterable[Grid]) -> tuple[Grid, ...]:
    """The sheets with names of their own: of two alike the second is numbered."""
    taken: set[str] = set()
    named = []
    for grid in found:
        name, times = grid.sheet, 1
        while name in taken:
            times += 1
            name = f"{grid.sheet} ({times})"
        taken.add(name)
        named.append(replace(grid, sheet=name))
    return tuple(named)


def unescaped(text: str) -> str:
    """Text with its signs written out (`&amp;`) as the signs they are."""
    from html import unescape

    return unescape(text)
