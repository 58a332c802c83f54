"""Worksheets as XML, read by patterns and tag by tag."""

import pytest

from core.importing.books import sheet_bytes, sheet_part, sheet_rows
from core.importing.books.styles import Styles

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STYLES = Styles(frozenset({1, 3}), {0: ".VnTime", 3: "VNI-Times"})


def sheet(rows: str, around: str = "") -> bytes:
    """A worksheet as Excel writes it, with these rows."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        f'<worksheet xmlns="{MAIN}"><dimension ref="A1"/><sheetData>{rows}</sheetData>'
        f"{around}</worksheet>"
    ).encode()


def patterns_and_tags_tell_the_same(data: bytes) -> None:
    by_tags = vars(sheet_part.read(data, STYLES))
    assert vars(sheet_bytes.read(data, STYLES)) == by_tags
    with pytest.MonkeyPatch.context() as patch:
        # Few rows are looked for as a whole, too.
        patch.setattr(sheet_rows, "_ENOUGH", 1)
        assert vars(sheet_bytes.read(data, STYLES)) == by_tags
