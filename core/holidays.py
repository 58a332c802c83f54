"""Days off of public offices (ngày nghỉ): weekends, holidays, days worked in exchange.

`resources/holidays/*.toml` holds them by year; why: docs/decisions/0005-holidays.md.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from core import resources

_WEEKEND = {5: "thứ Bảy", 6: "Chủ nhật"}


@dataclass(frozen=True, slots=True)
class Holidays:
    """Holidays and exchanged days; without any, only weekends are off.

    Attributes:
        off: The name of each day off that is known.
        working: Saturdays and Sundays that are worked, with why.
        years: The years that are known; beyond them only weekends are.
    """

    off: Mapping[date, str] = field(default_factory=dict)
    working: Mapping[date, str] = field(default_factory=dict)
    years: range = range(0)

    def name(self, day: date) -> str | None:
        """Why `day` is off (“Quốc khánh”, “Chủ nhật”); None for a working day."""
        if day in self.working:
            return None
        return self.off.get(day) or _WEEKEND.get(day.weekday())

    def knows(self, year: int) -> bool:
        """Whether the holidays of `year` are in the table."""
        return year in self.years


def load(folder: Path | None = None) -> Holidays:
    """The days off of the data pack, or those in `folder`.

    Raises:
        KeyError, ValueError: A file is no such table (a programmer's mistake).
    """
    where = folder or resources.data("holidays")
    off: dict[date, str] = {}
    working: dict[date, str] = {}
    years: list[int] = []
    for path in sorted(where.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        off |= {day: item["name"] for item in data["off"] for day in _days(item)}
        working |= {item["day"]: item["name"] for item in data.get("working", ())}
        years += [data["covers"]["first"], data["covers"]["last"]]
    span = range(min(years), max(years) + 1) if years else range(0)
    return Holidays(off, working, span)


def _days(item: Mapping[str, Any]) -> Iterator[date]:
    day, last = item["first"], item["last"]
    while day <= last:
        yield day
        day += timedelta(days=1)


def bundled() -> Holidays:
    """The days off of the data pack in use, read once: they never change."""
    return _read(resources.data("holidays"))


@cache
def _read(folder: Path) -> Holidays:
    return load(folder)
