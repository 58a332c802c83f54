"""Numbers, ratios, ranks, dates and periods as Vietnamese offices write them.

Nothing else in the program parses or prints one, and the system's locale is never
asked. What has two readings is returned unreadable with both (docs/linh-vuc.md 3.1).
"""

import re
import unicodedata
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal

from core.kind import Kind
from core.period import FIRST_YEAR, LAST_YEAR, Moment, Period, PeriodKind
from core.report import Blank, Part, Unreadable, Value

LIMIT = Decimal(10) ** 15
"""No figure of an office is that large, and a spreadsheet keeps no more digits."""

SECOND = {Kind.RANK: Part.OF, Kind.SCORE: Part.MAXIMUM}
"""What stands behind the "/" of "8/9" and "18,5/22", by kind."""

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")
# Full-width signs, as East Asian keyboards type them, and the minus of typesetters. No
# more of NFKC: it makes "91,72" of "91,7²", whose ² points to a note.
_PLAIN = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {ord("−"): "-"}
_MISSING = {"", "-", "--", "–", "—", "n/a", "na", "null", "none", "chưa có"}
_MISSING |= {"chưa có số liệu", "không có số liệu", "…", "..."}
_NOT_APPLICABLE = {"không áp dụng", "kad", "k.a.d"}
_UNITS = {
    Kind.RATIO: re.compile(r"\s*(%|phần trăm)$", re.IGNORECASE),
    Kind.SCORE: re.compile(r"\s*(điểm|đ)$", re.IGNORECASE),
    Kind.COUNT: re.compile(r"\s*hồ sơ$", re.IGNORECASE),
    Kind.DAYS: re.compile(r"\s*ngày$", re.IGNORECASE),
}
_ONE_DOT_THREE = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")
_FEW_DECIMALS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{1,3}")
_ONE_COMMA_THREE = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
# What nearly all figures look like, in whatever kind of place; tried before all else.
_USUAL = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,2})?")
# What has one reading only, with the sign that parts its thousands.
_SURE = (
    (re.compile(r"[+-]?\d+([.,]\d+)?"), ""),
    (re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?"), "."),
    (re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+\.\d+"), ","),
    (re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3}){2,}"), ","),
    (re.compile(r"[+-]?[1-9]\d{0,2}( \d{3})+(,\d+)?"), " "),
)
_PAIR = re.compile(r"([^/]+)/([^/]+)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTERS = {number: roman.upper() for roman, number in _ROMAN.items()}
_DAY = r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})"
_DAY_IN_WORDS = r"(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})"
_CLOCK = r"(\d{1,2})\s*(?:giờ|h|:)\s*(\d{1,2})?\s*(?:phút|p|:\d{2}(?:\.\d+)?)?"
DAY = (
    r"(?:ngày\s*)?(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}"
    r"|\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4})(?!\d)"
)
"""A day within a longer text, as a pattern without groups."""
_ANY_DAY = re.compile(DAY, re.IGNORECASE)
_TO = r"\s*(?:đến|tới|-|–)\s*(?:hết\s*)?"
# Days to days, months to months of one year, so many months of a year.
_SPAN = re.compile(
    rf"(?P<first>{DAY}){_TO}(?P<last>{DAY})"
    rf"|\b(?:tháng|t)\s*(?P<begin>\d{{1,2}}){_TO}(?:tháng|t)?\s*(?P<end>\d{{1,2}})"
    r"\s*(?:[/.-]|năm)\s*(?P<year>\d{4})(?!\d)"
    r"|\b\d{1,2}\s*tháng(?:\s*(?:đầu|cuối))?\s*năm\s*\d{4}(?!\d)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:tháng|t)\s*0?(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})(?!\d)", re.IGNORECASE
)
_BARE_MONTH = re.compile(r"0?(\d{1,2})\s*[/-]\s*(\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})")
_QUARTER = re.compile(
    r"\b(?:quý|q)\s*(\d|i{1,3}|iv)\s*(?:[/.,-]|năm)?\s*(\d{4})(?!\d)", re.IGNORECASE
)
_ISO_QUARTER = re.compile(r"(\d{4})-q([1-4])", re.IGNORECASE)
_YEAR = re.compile(r"(?:năm\s*)?(\d{4})", re.IGNORECASE)

HUNDRED = Decimal(100)


def clean(text: str) -> str:
    """`text` as NFC, without invisible characters, white space folded."""
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return " ".join(text.split())


def parse(text: str, kind: Kind) -> Value:
    """The value that `text` stands for in a place of that kind.

    A blank or a dash is missing; what cannot be read, can be read in two ways, or is
    beyond `LIMIT` comes back as `Unreadable` with the text as it was.
    """
    tidy = clean(text)
    if kind in (Kind.TEXT, Kind.CODE):
        return tidy or Blank.MISSING
    if _USUAL.fullmatch(tidy):
        return _without("", tidy)
    small = tidy.lower()
    if small in _MISSING:
        return Blank.MISSING
    if small in _NOT_APPLICABLE:
        return Blank.NOT_APPLICABLE
    if kind is Kind.RANK:
        return parse_pair(text, kind)[0]
    readings = _readings(_bare(tidy.translate(_PLAIN), kind), kind)
    is_sane = all(abs(one) < LIMIT for one in readings)
    if not is_sane:
        return Unreadable(text)
    return readings[0] if len(readings) == 1 else Unreadable(text, readings)


def _bare(text: str, kind: Kind) -> str:
    """`text` without the unit of its kind; another unit is not ours to drop."""
    unit = _UNITS.get(kind)
    return unit.sub("", text) if unit else text


def _readings(text: str, kind: Kind) -> tuple[Decimal, ...]:
    """Every number that `text` may mean: one where it is certain."""
    is_count = kind in (Kind.COUNT, Kind.RANK)
    if _ONE_DOT_THREE.fullmatch(text):
        whole, exact = _without(".", text), Decimal(text)
        return (whole,) if is_count else (whole, exact)
    if _ONE_COMMA_THREE.fullmatch(text):
        whole, exact = _without(",", text), _without("", text)
        return (whole, exact) if is_count else (exact,)
    for pattern, thousands in _SURE:
        if pattern.fullmatch(text):
            return (_without(thousands, text),)
    return ()


def _without(thousands: str, text: str) -> Decimal:
    """The number in `text` once its thousands sign is gone."""
    if thousands:
        text = text.replace(thousands, "")
    return Decimal(text.replace(",", "."))


def parse_pair(text: str, kind: Kind) -> tuple[Value, Value]:
    """The two values of "4.33 / 6" or "8/9"; the second is missing without a "/"."""
    tidy = clean(text)
    single = Kind.COUNT if kind is Kind.RANK else kind
    if tidy.lower() in _MISSING:
        return Blank.MISSING, Blank.MISSING
    found = _PAIR.fullmatch(_bare(tidy, kind))
    if not found:
        return parse(text, single), Blank.MISSING
    first, second = (parse(part, single) for part in found.groups())
    if isinstance(first, Decimal) and isinstance(second, Decimal):
        return first, second
    return Unreadable(text), Blank.MISSING


def of_number(
    number: float | Decimal, kind: Kind, *, percent: bool = False
) -> Decimal | Unreadable:
    """The value of a cell that a spreadsheet holds as a number.

    Binary noise is cut at 12 significant digits. A count such as 2.033 or 2.03 was typed
    as "2.033" or "2.030" in an English Excel: both readings come back
    (docs/linh-vuc.md 3.6).
    `percent` says that the cell shows a fraction as a percentage.
    """
    digits = f"{number:.12g}"
    if digits.isdecimal() and not percent:
        return Decimal(digits)
    exact = Decimal(digits) * HUNDRED if percent else Decimal(digits)
    digits = plain(exact)
    if kind in (Kind.COUNT, Kind.RANK) and _FEW_DECIMALS.fullmatch(digits):
        return Unreadable(digits, (_tidy(exact * 1000), Decimal(digits)))
    return Decimal(digits)


def _tidy(number: Decimal) -> Decimal:
    """`number` without an exponent and without zeros at its end."""
    return Decimal(plain(number))


def plain(number: Decimal) -> str:
    """`number` in plain decimal notation with a dot ("91.7"), for files and JSON."""
    if number == 0:
        return "0"
    digits = f"{number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def show(number: Decimal, decimals: int | None = None) -> str:
    """`number` as offices write it: "2.033", "91,7"; rounded half up to `decimals`."""
    if decimals is not None:
        number = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        digits = f"{number:f}"
    else:
        digits = plain(number)
    sign = "-" if digits.startswith("-") and number != 0 else ""
    whole, _, fraction = digits.lstrip("-").partition(".")
    shown = sign + grouped(int(whole))
    return f"{shown},{fraction}" if fraction else shown


def grouped(count: int) -> str:
    """A whole number with its thousands parted: "2.033"."""
    return f"{count:,}".replace(",", ".")


def show_count(number: Decimal) -> str:
    """A count in a sentence: "01", "46", "2.033" (counts below 10 take a zero)."""
    small = number == number.to_integral_value() and 0 < number < 10
    return f"0{show(number)}" if small else show(number)


def decimals_of(number: Decimal) -> int:
    """How many decimals `number` has once zeros at its end are dropped."""
    _, _, fraction = plain(number).partition(".")
    return len(fraction)


def ratio(numerator: Decimal, denominator: Decimal) -> Decimal | None:
    """Numerator over denominator in %, two decimals; None where nothing is counted."""
    if denominator == 0:
        return None
    exact = numerator * HUNDRED / denominator
    return _tidy(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def _date(day: str, month: str, year: str) -> date | None:
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
            return _date(*found.groups())
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", tidy)
    return _date(iso[3], iso[2], iso[1]) if iso else None


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


def parse_period(text: str) -> Period | None:
    """The period that the whole of `text` names, or None.

    "tháng 9/2024", "T9/2024", "09/2024", "2024-09", "Quý III/2024", "2024-Q3",
    "năm 2024" and "2024" are periods.
    """
    tidy = clean(text)
    if found := _ISO_QUARTER.fullmatch(tidy):
        return _period(PeriodKind.QUARTER, found[1], found[2])
    if found := _ISO_MONTH.fullmatch(tidy):
        return _period(PeriodKind.MONTH, found[1], found[2])
    if found := _MONTH.fullmatch(tidy) or _BARE_MONTH.fullmatch(tidy):
        return _period(PeriodKind.MONTH, found[2], found[1])
    if found := _QUARTER.fullmatch(tidy):
        return _period(PeriodKind.QUARTER, found[2], found[1])
    if found := _YEAR.fullmatch(tidy):
        return _period(PeriodKind.YEAR, found[1], "0")
    return None


def find_periods(text: str) -> tuple[Period | Unreadable, ...]:
    """The periods named somewhere in `text`: spans, months, quarters, else a year.

    "Từ ngày 01/9/2024 đến ngày 30/9/2024" is a month; a span that is no period, as
    "6 tháng đầu năm 2024", comes back unreadable. Other days do not count.
    """
    tidy = clean(text)
    spans = [_span(found) for found in _SPAN.finditer(tidy)]
    tidy = _ANY_DAY.sub(" ", _SPAN.sub(" ", tidy))
    months = [_period(PeriodKind.MONTH, m[2], m[1]) for m in _MONTH.finditer(tidy)]
    quarters = [
        _period(PeriodKind.QUARTER, m[2], m[1]) for m in _QUARTER.finditer(tidy)
    ]
    found = [*spans, *(one for one in (*months, *quarters) if one)]
    if not found and (year := re.search(r"\bnăm\s*(\d{4})\b", tidy, re.IGNORECASE)):
        found = [one for one in [_period(PeriodKind.YEAR, year[1], "0")] if one]
    return tuple(dict.fromkeys(found))


def _span(found: re.Match[str]) -> Period | Unreadable:
    """The period that a span is the whole of, else the span's own text."""
    days = _days(found)
    if days is not None:
        year, month = days[0].year, days[0].month
        for kind, number in (
            (PeriodKind.MONTH, month),
            (PeriodKind.QUARTER, (month + 2) // 3),
            (PeriodKind.YEAR, 0),
        ):
            whole = Period(kind, year, number)
            if (whole.first_day, whole.last_day) == days:
                return whole
    return Unreadable(found[0].strip())


def _days(found: re.Match[str]) -> tuple[date, date] | None:
    """The first and the last day of a span, where it names both."""
    if found["year"]:
        begin, end = (
            _period(PeriodKind.MONTH, found["year"], found[name])
            for name in ("begin", "end")
        )
        return (begin.first_day, end.last_day) if begin and end else None
    first, last = (parse_date(found[name] or "") for name in ("first", "last"))
    return (first, last) if first and last else None


def _period(kind: PeriodKind, year: str, number: str) -> Period | None:
    try:
        return Period(kind, int(year), _ROMAN.get(number.lower()) or int(number))
    except ValueError:
        return None


def _month(number: int) -> str:
    """A month as the decree writes it: only 01 and 02 take a zero (NĐ 30, 4.2)."""
    return f"{number:02d}" if number < 3 else str(number)


def show_date(day: date) -> str:
    """`09/12/2024`."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def show_long_date(day: date) -> str:
    """`ngày 09 tháng 12 năm 2024`: days below 10, months 1 and 2 take a zero."""
    return f"ngày {day.day:02d} tháng {_month(day.month)} năm {day.year}"


def show_period(period: Period) -> str:
    """`tháng 9/2024`, `quý III/2024` or `năm 2024`."""
    if period.kind is PeriodKind.MONTH:
        return f"tháng {_month(period.number)}/{period.year}"
    if period.kind is PeriodKind.QUARTER:
        return f"quý {_QUARTERS[period.number]}/{period.year}"
    return f"năm {period.year}"


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
