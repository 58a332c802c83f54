"""What the style of a cell shows that its value does not tell.

A fraction shown as a percentage (docs/linh-vuc.md 3.1), and a font of before Unicode
(6.2). The binary formats and .xlsx number their formats alike.
"""

import re
from collections.abc import Mapping, Sequence

from core.frozen import field, frozen
from core.legacy_text import old_font

_PERCENT_FORMATS = frozenset({9, 10})  # "0%" and "0.00%", which are declared nowhere
# What a number format shows as it is; a "%" in it multiplies nothing.
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


@frozen
class Styles:
    """What the styles of cells show, by the number that a cell names.

    Attributes:
        percents: Those that show a fraction as a percentage.
        fonts: Those in a font of before Unicode, with its name.
    """

    percents: frozenset[int] = frozenset()
    fonts: Mapping[int, str] = field(default_factory=dict)


def styles(
    formats: Mapping[int, str], fonts: Sequence[str], cells: Sequence[tuple[int, int]]
) -> Styles:
    """The styles of a workbook.

    Args:
        formats: The number formats that it declares, by number.
        fonts: The names of its fonts.
        cells: Of each style the number of its format and that of its font.
    """
    percent = {key for key, code in formats.items() if shows_percent(code)}
    percent |= _PERCENT_FORMATS - formats.keys()
    old = {n for n, name in enumerate(fonts) if old_font(name)}
    return Styles(
        frozenset(n for n, (code, _) in enumerate(cells) if code in percent),
        {n: fonts[font] for n, (_, font) in enumerate(cells) if font in old},
    )


def shows_percent(code: str) -> bool:
    """Whether a number format shows a fraction as a percentage."""
    return "%" in _LITERAL.sub("", code)
