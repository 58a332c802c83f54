"""What a table's painter is told of one cell, and of a column."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import Qt

from core.findings import Severity
from core.frozen import frozen
from core.report import Part

PLACE_ROLE = Qt.ItemDataRole.UserRole + 2
"""Model role of the `Place` behind a cell, or None."""


class State(Enum):
    """What kind of thing stands in a cell."""

    NUMBER = "number"
    TEXT = "text"
    MISSING = "missing"  # "chưa có"
    NOT_APPLICABLE = "not-applicable"  # "không áp dụng"
    UNREADABLE = "unreadable"  # typed or read, and no figure yet
    NOTHING = "nothing"  # no figure belongs here


class Bar(Enum):
    """Which half of a group's bar a cell paints; it lies over two columns."""

    NONE = "none"
    LEFT = "left"
    RIGHT = "right"


@frozen
class Trend:
    """The arrow before a difference: which way, and whether that is better."""

    up: bool
    better: bool


@frozen
class CellLook:
    """All that the painter needs to know of one cell.

    Attributes:
        text: What stands in it.
        state: What kind of thing that is.
        bold: Weight 600 instead of 400.
        quiet: Ink of secondary text: what is given, not reached.
        shaded: Ground of headings and totals.
        severity: The gravest finding there, or None.
        accepted: What was found there was accepted; None of it is left to look at.
        edited: It was changed since the file was read.
        below: The figure does not reach its target (dưới chỉ tiêu).
        trend: The arrow before a difference, or None.
        bar: Which half of the bar is painted here.
        share: How long the bar is, 0 to 1.
        icon: Name of the icon before the text; empty for none.
        icon_ink: Its colour token.
        fold: Whether its group is folded; None where nothing folds.
        locked: Nothing can be typed here.
        ruled: A line above sets it off, as in the total line.
    """

    text: str = ""
    state: State = State.NOTHING
    bold: bool = False
    quiet: bool = False
    shaded: bool = False
    severity: Severity | None = None
    accepted: bool = False
    edited: bool = False
    below: bool = False
    trend: Trend | None = None
    bar: Bar = Bar.NONE
    share: float = 0.0
    icon: str = ""
    icon_ink: str = "text2"
    fold: bool | None = None
    locked: bool = True
    ruled: bool = False


@frozen
class Column:
    """A column of a table, as data.

    Attributes:
        key: Its name within the table; an indicator's key in a table of units.
        title: What its header says.
        unit: "%", "điểm", "hồ sơ": the header's last line; empty for none.
        width: Px that it takes at first; 0 for what its title needs.
        least: Px that it gives way to where room is scarce; 0 for all of its width.
        part: Which number of the indicator it shows, where it shows one.
        numeric: Numbers, aligned on the comma; else words, at left.
        decimals: Whether room is kept for two decimals behind the comma.
        band: The heading above several columns; empty for none.
        goal: What the target row says ("≥ 52"); empty for none.
        goal_tip: Who set the target.
    """

    key: str
    title: str
    unit: str = ""
    width: int = 80
    least: int = 0
    part: Part | None = None
    numeric: bool = True
    decimals: bool = True
    band: str = ""
    goal: str = ""
    goal_tip: str = ""


class Area(NamedTuple):
    """A rectangle of cells of a table, all ends included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def rows(self) -> int:
        """How many rows high it is."""
        return self.bottom - self.top + 1

    @property
    def columns(self) -> int:
        """How many columns wide it is."""
        return self.right - self.left + 1

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell belongs to it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class LineKind(Enum):
    """What a row of a table is."""

    HEADING = "heading"  # a group with its own figures, or a mere section
    FIGURES = "figures"  # a criterion, another indicator, a unit
    TOTAL = "total"


class Line(NamedTuple):
    """A row of a table, as data; a table of every commune has thousands.

    Attributes:
        key: Its name within the table, the same as long as it stands.
        kind: Heading, figures or total.
        row: Id of the report's row behind it.
        indicator: Key of the indicator, where the row is one.
        name: What it is called, in the table, in search and read aloud.
        code: Number in the index, or running number.
        parent: Key of the heading it is folded under; empty for none.
    """

    key: str
    kind: LineKind
    row: str
    indicator: str = ""
    name: str = ""
    code: str = ""
    parent: str = ""
