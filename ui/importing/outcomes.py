"""What can become of a file that was read."""

from dataclasses import dataclass

from core.importing.asked import Recognised
from core.importing.comparing import Difference
from core.report import Report
from ui.importing.session import Origin
from ui.prepared import Prepared


@dataclass(frozen=True)
class AsLastTime:
    """A month that was read with the choices kept with its file's layout."""

    month: Prepared


@dataclass(frozen=True)
class Looking:
    """A file that is to be looked at before anything of it is taken.

    Attributes:
        origin: The file.
        recognised: What it was recognised as.
        month_id: The kept month that it is to go into; None where that is to be found.
        is_wanted: The user asked for it; else the file was only to be opened.
    """

    origin: Origin
    recognised: Recognised
    month_id: str | None = None
    is_wanted: bool = True


@dataclass(frozen=True)
class Overlap:
    """A file that goes over figures which are kept already.

    Attributes:
        month: The kept month, as it would be opened.
        found: Where the file says something else; empty where it does not.
        fresh: What the file says.
        is_edited: Somebody has edited the month by hand.
    """

    month: Prepared
    found: tuple[Difference, ...]
    fresh: Report
    is_edited: bool


Outcome = Prepared | Looking | Overlap | AsLastTime
