"""Days and times as Vietnamese offices write them: read and printed, day first.

`core.figures` hands on what stands here; the rest of the program asks it there.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, time

from core.patterns import later
from core.period import FIRST_YEAR, LAST_YEAR, Moment

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_DAY = r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})"
_DAY_IN_WORDS = r"(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})"
_CLOCK = r"(\d{1,2})\s*(?:giờ|h|:)\s*(\d{1,2})?\s*(?:phút|p|:\d{2}(?:\.\d+)?)?"
DAY = (
    r"(?:ngày\s*)?(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}"
    r"|\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4})(?!\d)"
)
"""A day within a longer text, as a pattern without groups."""

_SAID = later(
    r"(?P<day>\d(?<!\d\d)\d?)(?!\d)(?:"
    r"\s+tháng\s+(?P<month>\d{1,2})(?!\d)(?:\s+năm\s+(?P<year>\d{4})(?!\d))?"
    r"|\s?(?P<sign>[/.-])\s?(?P<number>\d{1,2})(?!\d)"
    r"(?:\s?(?P=sign)\s?(?P<full>(?:19|20)\d{2}))?(?![\d/.-]*\w))",
    re.IGNORECASE,
)
"""A day in a sentence, with its year or without; it may be another number still."""

_CALLED = later(r"(?<!\w)ngày\s+$", re.IGNORECASE)
_NO_DAY = later(r"[\w/.,-]$")
_LEAP = "2000"
"""A year with a 29 February, for a day that is told without its year."""


def impossible(text: str) -> Iterator[tuple[int, int]]:
    """Where `text` names a day that no calendar has: "ngày 31/9/2026"."""
    for one in _SAID.finditer(text):
        before = text[max(0, one.start() - 8) : one.start()]
        called = _CALLED.search(before)
        is_dated = one["full"] and not _NO_DAY.search(before)
        if not is_dated and not (
            called and (one["full"] or one["sign"] in (None, "/"))
        ):
            continue
        month, year = one["month"] or one["number"], one["year"] or one["full"]
        if not _is_day(int(year or _LEAP), int(month), int(one["day"])):
            start = one.start() - len(called[0]) if called else one.start()
            yield start, one.end()


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def clean(text: str) -> str:
    """`text` as NFC, without invisible characters, white space folded."""
    if text.isascii():
        return " ".join(text.split())
    text = unicodedata.normalize("NFC", text)
    # No white space but " " can be printed: most texts are found to be clean at once.
    if text.isprintable() and "  " not in text and " " not in (text[0], text[-1]):
        return text
    for sign in _INVISIBLE:
        if sign in text:
            text = text.replace(sign, "")
    return " ".join(text.split())


def lowered(text: str) -> str:
    """`text` in small letters, sign for sign.

    Patterns without regard to case take three times as long as small letters do.
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(one.lower()[0] for one in text)  # "İ" would be "i" and a dot


def day_of(day: str, month: str, year: str) -> date | None:
    """The day, or None where no calendar, or none of an office's, has it."""
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def parse_date(text: str) -> date | None:
    """The day in "30/9/2024", "ngày 30 tháng 9 năm 2024" or "2024-09-30", or None."""
    tidy = clean(text)
    for pattern in (_DAY, _DAY_IN_WORDS):
        found = re.fullmatch(rf"(?:ngày\s*)?{pattern}", tidy, re.IGNORECASE)
        if found:
            return day_of(*found.groups())
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", tidy)
    return day_of(iso[3], iso[2], iso[1]) if iso else None


def parse_moment(text: str) -> Moment | None:
    """The time in "16 giờ 30 phút ngày 06/12/2024", "16:30, 06/12/2024" and the like.

    A day alone is a moment too. None where the text is no time.
    """
    tidy = clean(text)
    iso = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?", tidy)
    if iso:
        return _moment(iso[1], *iso[2].split(":"))
    clock = re.match(rf"(?:lúc\s*)?{_CLOCK}[\s,]+", tidy, re.IGNORECASE)
    if clock and parse_date(tidy[clock.end() :]):
        return _moment(tidy[clock.end() :], clock[1], clock[2] or "0")
    late = re.search(rf"[\s,]+{_CLOCK}$", tidy, re.IGNORECASE)
    if late and parse_date(tidy[: late.start()]):
        return _moment(tidy[: late.start()], late[1], late[2] or "0")
    return _moment(tidy, None, None)


def _moment(day: str, hours: str | None, minutes: str | None) -> Moment | None:
    when = parse_date(day)
    if when is None or hours is None or minutes is None:
        return None if when is None else Moment(when)
    if int(hours) > 23 or int(minutes) > 59:
        return None
    return Moment(when, time(int(hours), int(minutes)))


def month_number(number: int) -> str:
    """A month as the decree writes it: only 01 and 02 take a zero (NĐ 30, 4.2)."""
    return f"{number:02d}" if number < 3 else str(number)


def show_date(day: date) -> str:
    """`09/12/2024`."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def show_long_date(day: date) -> str:
    """`ngày 09 tháng 12 năm 2024`: days below 10, months 1 and 2 take a zero."""
    return f"ngày {day.day:02d} tháng {month_number(day.month)} năm {day.year}"


def show_moment(moment: Moment) -> str:
    """`16 giờ 30 phút ngày 06/12/2024`, or `ngày 06/12/2024`."""
    if moment.clock is None:
        return f"ngày {show_date(moment.day)}"
    clock = f"{moment.clock.hour:02d} giờ {moment.clock.minute:02d} phút"
    return f"{clock} ngày {show_date(moment.day)}"


def show_short_moment(moment: Moment) -> str:
    """`16:30, 06/12/2024`, or `06/12/2024`: for a cell of the window."""
    if moment.clock is None:
        return show_date(moment.day)
    return f"{moment.clock:%H:%M}, {show_date(moment.day)}"
