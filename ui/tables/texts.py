"""Values as a table shows them, as they are typed, and as they are read aloud."""

from decimal import Decimal

from core import figures
from core.findings import Severity
from core.period import Moment, Period
from core.report import Blank, Unreadable, Value
from ui.tables.cell import State
from ui.widgets.tones import Tone

MISSING = "chưa có"
NOT_APPLICABLE = "không áp dụng"
TONES = {
    Severity.ERROR: Tone.ERROR,
    Severity.WARNING: Tone.WARNING,
    Severity.HINT: Tone.HINT,
}
_SPOKEN_UNITS = {"%": "phần trăm"}
_BLANKS = {Blank.MISSING: MISSING, Blank.NOT_APPLICABLE: NOT_APPLICABLE}
_STATES = {
    Blank.MISSING: State.MISSING,
    Blank.NOT_APPLICABLE: State.NOT_APPLICABLE,
}
MOST_DECIMALS = 2
"""Decimals shown; the cell's editor shows all of them."""


def shown(value: Value, *, padded: bool = False) -> str:
    """`value` as a cell shows it: "2.882", "85,25", "chưa có".

    `padded` fills up to two decimals, as in a column of points.
    """
    match value:
        case Decimal():
            least = MOST_DECIMALS if padded else 0
            decimals = min(figures.decimals_of(value), MOST_DECIMALS)
            return figures.show(value, max(decimals, least))
        case Blank():
            return _BLANKS[value]
        case Unreadable():
            return value.text
        case Period():
            return figures.show_period(value)
        case Moment():
            return figures.show_short_moment(value)
        case _:
            return value


def typed(value: Value) -> str:
    """`value` as one would type it: "2882", "85,25"; nothing where there is none."""
    match value:
        case Decimal():
            return figures.plain(value).replace(".", ",")
        case Blank.MISSING:
            return ""
        case _:
            return shown(value)


def state_of(value: Value) -> State:
    """What kind of thing `value` is."""
    match value:
        case Decimal():
            return State.NUMBER
        case Blank():
            return _STATES[value]
        case Unreadable():
            return State.UNREADABLE
        case _:
            return State.TEXT


def spoken_unit(unit: str) -> str:
    """The unit in words, as it is read aloud."""
    return _SPOKEN_UNITS.get(unit, unit)


def worst(severities: list[Severity]) -> Severity | None:
    """The gravest of `severities`, or None where there are none."""
    return min(severities, key=list(Severity).index, default=None)


def sign(severity: Severity | None, *, accepted: bool) -> Tone | None:
    """The sign at the left of a cell; None for a cell without one."""
    if severity is not None:
        return TONES[severity]
    return Tone.ACCEPTED if accepted else None


def cannot_read(text: str) -> str:
    """What is said of a cell that holds no figure."""
    return (
        f"Không đọc được “{text}” là số. Gõ như 91,7 hoặc 2.033; để trống nếu chưa có."
    )
