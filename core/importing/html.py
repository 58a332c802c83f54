"""The tables of a web page, as vendors' systems save them under the name .xls.

The page is parsed as a stream: nothing of it is fetched, run or kept but its tables.
docs/linh-vuc.md 3.3, 6.3.
"""

import re
import unicodedata
from collections.abc import Iterator

from core.importing import plain_text, refusals
from core.importing.grid import Grid
from core.importing.html_reader import Reader
from core.importing.html_tables import Table, TooMuchError

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
_CHUNK = 1 << 20


def grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """Every table of the page, in its order, each as a sheet.

    Raises:
        UnreadableFileError: It has no table, is cut off, hostile or too large.
    """
    found = tables(text_of(data, name), name)
    if not found:
        raise refusals.web_page(name)
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
    try:
        found = _parsed(page)
    except TooMuchError as problem:
        if problem.deep:
            raise refusals.unsafe(name, "bảng lồng trong bảng quá sâu") from problem
        raise refusals.far_cells(name, sheet or "Bảng") from problem
    return tuple(_named(found, sheet))


def _is_cut(page: str) -> bool:
    """Whether the page ends before its last table does."""
    low = page.lower()
    last = max(low.rfind("<td"), low.rfind("<th"), low.rfind("<tr"))
    return low.rfind("</table") < max(last, low.rfind("<table"))


def _parsed(page: str) -> list[Table]:
    from lxml import etree

    reader = Reader()
    # A target is only told of tags and texts: no tree, no network, no entity of a page.
    parser = etree.HTMLParser(target=reader, encoding="utf-8", no_network=True)
    for start in range(0, len(page), _CHUNK):
        parser.feed(page[start : start + _CHUNK].encode("utf-8", "replace"))
    parser.close()
    return reader.tables


def _named(found: list[Table], sheet: str) -> Iterator[Grid]:
    """The tables under names of their own: caption or heading, else their number."""
    taken: set[str] = set()
    for number, table in enumerate(found, start=1):
        first = sheet if number == 1 else ""
        wanted = first or table.name or f"Bảng {number}"
        wanted = unicodedata.normalize("NFC", wanted)
        name, times = wanted, 1
        while name in taken:
            times += 1
            name = f"{wanted} ({times})"
        taken.add(name)
        yield Grid(name, table.rows, table.marks)
