"""What an .xlsx tells of its cells beside their values, straight from its parts.

Merges, errors, formulas never reckoned, percentages, old fonts and what is hidden:
calamine, which reads values fast, shows an error or a formula without a result as a
blank, and knows no number formats (docs/linh-vuc.md 6.3).
"""

from collections.abc import Mapping

from core.importing.books import book_parts, sheet_bytes
from core.importing.grid import SheetMarks


def read(
    data: bytes, known: Mapping[str, bytes] | None = None
) -> tuple[SheetMarks, ...]:
    """The marks of every worksheet of an .xlsx, in its order.

    `known` are parts that were unpacked already, by name. Whatever zipfile and the XML
    parser raise on damaged parts is handed on.
    """
    package = book_parts.Package(data, known)
    sheets, styles = book_parts.read(package)
    return tuple(
        sheet_bytes.read(package.read(one.path), styles).sheet(
            one.name, hidden=one.hidden
        )
        for one in sheets
    )
