"""How the sound letter of the rules' examples is laid out (`core.rules.letter_examples`)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from core.frozen import replace
from core.paper.model import Align, Component, Line, Look

_FONT: Final = frozenset({"Times New Roman"})


def _look(size: int, **more: object) -> Look:
    look = Look(fonts=_FONT, sizes=frozenset({Decimal(size)}))
    return replace(look, **more)


SOUND: Final[Mapping[Component, Look]] = {
    Component.ISSUER: _look(13, bold=True, align=Align.CENTRE),
    Component.STATE: _look(13, bold=True, align=Align.CENTRE),
    Component.MOTTO: _look(14, bold=True, align=Align.CENTRE, ruled=60.4),
    Component.NUMBER: _look(13, align=Align.CENTRE),
    Component.PLACE_DATE: _look(14, italic=True, align=Align.CENTRE),
    Component.SUBJECT: _look(12, align=Align.CENTRE),
    Component.ADDRESSEES: _look(14),
    Component.BODY: _look(14, align=Align.JUSTIFY, first_line=12.7, before=6.0),
    Component.AUTHORITY: _look(14, bold=True, align=Align.CENTRE),
    Component.SIGNER: _look(14, bold=True, align=Align.CENTRE),
    Component.RECIPIENTS: _look(11),
    Component.ANNEX_LABEL: _look(14, bold=True, align=Align.CENTRE),
    Component.ANNEX_TITLE: _look(14, bold=True, align=Align.CENTRE),
    Component.ANNEX_REFERENCE: _look(14, italic=True, align=Align.CENTRE),
    Component.ANNEX_CELL: _look(12),
    Component.ANNEX_TEXT: _look(12),
}
"""The look of each component in a sound letter."""

_LABEL: Final = _look(12, bold=True, italic=True)
_LAST_OF_OFFICE: Final = _look(13, bold=True, align=Align.CENTRE, ruled=17.0)


def laid_out(
    lines: Iterable[Line], changed: Mapping[Component, Look]
) -> tuple[Line, ...]:
    """The lines with the sound looks, but for components that are `changed`."""
    told = list(lines)
    last = [line for line in told if line.component is Component.ISSUER][-1:]
    found = []
    for line in told:
        look = SOUND[line.component]
        if line.component is Component.RECIPIENTS and line.text.endswith(":"):
            look = _LABEL
        if line in last:
            look = _LAST_OF_OFFICE
        found.append(replace(line, look=changed.get(line.component, look)))
    return tuple(found)
