"""The tables of a web page saved as one file (.mht), as Excel and browsers write it.

Excel's holds a frame, which notes the sheets' names, and a page for each sheet.
docs/linh-vuc.md 6.3.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from core.frozen import replace
from core.importing import refusals
from core.importing.books import html, values
from core.importing.grid import Grid

LIMIT_MB = 20
"""Largest file, in MB: taken apart it needs several times as much."""

_CUT = {"CloseBoundaryNotFoundDefect", "StartBoundaryNotFoundDefect"}
_CUT |= {"NoBoundaryInMultipartDefect"}
_SHEET = re.compile(r"<x:ExcelWorksheet>(.{0,2000}?)</x:ExcelWorksheet>", re.DOTALL)
_NAME = re.compile(r"<x:Name>([^<]*)</x:Name>")
_SOURCE = re.compile(r"<x:WorksheetSource\s+HRef=[\"']?([^\"'>]*)")
_HIDDEN = re.compile(r"<x:Visible>\s*Sheet(?:Very)?Hidden")


@dataclass(frozen=True, slots=True)
class Page:
    """A page in the file: the last part of its address, and its text."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class NamedSheet:
    """A sheet as Excel's frame notes it: the page it stands in, its name."""

    address: str
    name: str
    is_hidden: bool


def grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """The tables of all pages in the file; of Excel's, each sheet under its name.

    Raises:
        UnreadableFileError: It has no table, is cut off, hostile or too large.
    """
    if len(data) > LIMIT_MB * 1024 * 1024:
        raise refusals.too_large(name, LIMIT_MB)
    # Headers that no mail has make the library fail in many ways.
    pages = values.guarded(lambda: list(_pages(data, name)), name)
    sheets = [sheet for page in pages for sheet in _sheets(page.text)]
    found = tuple(_of_sheets(pages, sheets, name))
    if not found:  # as a browser's page, or Excel's of one sheet: no page is a sheet's
        found = tuple(grid for page in pages for grid in html.tables(page.text, name))
    if not found:
        raise refusals.web_page(name)
    return html.apart(found)


def _pages(data: bytes, name: str) -> Iterator[Page]:
    import email
    from urllib.parse import unquote

    parts = list(email.message_from_bytes(data).walk())
    defects = {type(one).__name__ for part in parts for one in part.defects}
    if defects & _CUT:
        raise refusals.broken(name, ", ".join(sorted(defects)))
    for part in parts:
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            address = unquote(str(part.get("Content-Location", ""))).replace("\\", "/")
            text = html.text_of(_bytes(part), name, part.get_content_charset())
            yield Page(address.rpartition("/")[2].lower(), text)


def _bytes(part: Message) -> bytes:
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""


def _sheets(page: str) -> Iterator[NamedSheet]:
    for note in _SHEET.findall(page):
        name, source = _NAME.search(note), _SOURCE.search(note)
        if name and source:
            address = source[1].replace("\\", "/").rpartition("/")[2].lower()
            hidden = _HIDDEN.search(note) is not None
            yield NamedSheet(address, html.unescaped(name[1]), hidden)


def _of_sheets(
    pages: list[Page], sheets: list[NamedSheet], name: str
) -> Iterator[Grid]:
    texts = {page.address: page.text for page in pages}
    for sheet in sheets:
        for grid in html.tables(texts.get(sheet.address, ""), name, sheet.name):
            hidden = sheet.is_hidden or grid.marks.hidden_sheet
            yield replace(grid, marks=replace(grid.marks, hidden_sheet=hidden))
