"""The moments at which months were changed, each later than the one before."""

from datetime import datetime, timedelta


class Clock:
    """A clock that neither stands still nor runs backwards.

    Windows' own ticks every 16 ms only, and may be set back; what was touched last is
    still to come first, and an edit after a letter was saved still to count as later.
    """

    def __init__(self) -> None:
        """Start at whatever the system says."""
        self._last: datetime | None = None

    def now(self) -> datetime:
        """The local time, or the next microsecond after the one told last."""
        moment = local_now()
        if self._last is not None and moment <= self._last:
            moment = self._last + timedelta(microseconds=1)
        self._last = moment
        return moment


def local_now() -> datetime:
    """The time, knowing its distance from universal time."""
    return datetime.now().astimezone()
