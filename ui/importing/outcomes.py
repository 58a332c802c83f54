"""What can become of a file that was read."""

from collections.abc import Sequence
from dataclasses import dataclass

from core import figures
from core.importing.asked import Recognised
from core.importing.comparing import Difference
from core.report import EMPTY, Cell, Change, Report, Value
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
        fresh: What the file says.
        found: Where it says something else than a month that somebody has edited by
            hand; None where nobody has: what the file says takes its place.
        lost: Keys of the indicators that would be gone with that.
        units: Names of the units that would be gone with that.
        as_last_time: It was read with the choices kept with its layout.
    """

    month: Prepared
    fresh: Report
    found: tuple[Difference, ...] | None
    lost: Sequence[str] = ()
    units: Sequence[str] = ()
    as_last_time: bool = False

    @property
    def is_same_file(self) -> bool:
        """Whether the month came from the very same file."""
        was, now = self.month.work.report.source, self.fresh.source
        return was is not None and now is not None and was.sha256 == now.sha256

    @property
    def period(self) -> str:
        """The kept month's period in words, “tháng này” where it is not known."""
        period = self.month.work.report.period
        return "tháng này" if period is None else figures.show_period(period)

    def told(self, change: Change | None) -> str:
        """What became of the month, for the status bar."""
        how = "Đã đọc theo cách của lần trước. " if self.as_last_time else ""
        return how + self._done(change)

    def _done(self, change: Change | None) -> str:
        edits = () if change is None else change.edits
        count = sum(_value(one.before) != _value(one.after) for one in edits)
        if not count and self.found:
            return f"Số liệu {self.period} giữ nguyên như của bạn."
        if not count:
            return f"Số trong tệp không khác; số liệu {self.period} giữ nguyên."
        if self.found is not None or self.is_same_file:
            return f"Đã đưa {count} ô từ tệp vào {self.period}; bấm Ctrl+Z để lấy lại."
        done = f"Đã thay số liệu {self.period} theo tệp mới ({count} ô khác trước)"
        return f"{done}; bấm Ctrl+Z để lấy lại."


def _value(cell: Cell | None) -> Value:
    return EMPTY.value if cell is None else cell.value


Outcome = Prepared | Looking | Overlap | AsLastTime
