"""Numbers, ratios, ranks, dates and periods as Vietnamese offices write them.

Nothing else in the program parses or prints one, and the system's locale is never
asked. What has two readings is returned unreadable with both (docs/linh-vuc.md 3.1).
"""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from core import dates, period_shown, period_words, status_words
from core.kind import Kind
from core.patterns import later
from core.report import Blank, Part, Unreadable, Value

LIMIT = Decimal(10) ** 15
"""No figure of an office is that large, and a spreadsheet keeps no more digits."""

SECOND = {Kind.RANK: Part.OF, Kind.SCORE: Part.MAXIMUM}
"""What stands behind the "/" of "8/9" and "18,5/22", by kind."""

# Full-width signs, as East Asian keyboards type them, and the minus of typesetters. No
# more of NFKC: it makes "91,72" of "91,7²", whose ² points to a note.
_PLAIN = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {ord("−"): "-"}
_UNITS = {
    Kind.RATIO: later(r"\s*(%|phần trăm)$", re.IGNORECASE),
    Kind.SCORE: later(r"\s*(điểm|đ)$", re.IGNORECASE),
    Kind.COUNT: later(r"\s*hồ sơ$", re.IGNORECASE),
    Kind.DAYS: later(r"\s*ngày$", re.IGNORECASE),
}
_ONE_DOT_THREE = later(r"[+-]?[1-9]\d{0,2}\.\d{3}")
_FEW_DECIMALS = later(r"[+-]?[1-9]\d{0,2}\.\d{1,3}")
_ONE_COMMA_THREE = later(r"[+-]?[1-9]\d{0,2},\d{3}")
# What nearly all figures look like, in whatever kind of place; tried before all else.
# Three digits behind a sign may be thousands, unless nothing stands before it.
_DECIMALS = r"0[.,][0-9]{3}(?![0-9])|[0-9]{1,12}(?:[.,](?:[0-9]{4,12}|[0-9]{1,2}))?"
_USUAL = later(_DECIMALS)
_ALL_USUAL = later(rf"(?:{_DECIMALS})(?:\n(?:{_DECIMALS}))*+")
# What has one reading only, with the sign that parts its thousands.
_SURE = (
    (later(r"[+-]?\d+([.,]\d+)?"), ""),
    (later(r"[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?"), "."),
    (later(r"[+-]?[1-9]\d{0,2}(,\d{3})+\.\d+"), ","),
    (later(r"[+-]?[1-9]\d{0,2}(,\d{3}){2,}"), ","),
    (later(r"[+-]?[1-9]\d{0,2}( \d{3})+(,\d+)?"), " "),
)
_DIGIT = later(r"\d")
_PAIR = later(r"([^/]+)/([^/]+)")

HUNDRED = Decimal(100)

# Days, times and periods have modules of their own; here is where they are asked for.
DAY = dates.DAY
clean = dates.clean
parse_date = dates.parse_date
parse_moment = dates.parse_moment
show_date = dates.show_date
show_long_date = dates.show_long_date
show_moment = dates.show_moment
show_short_moment = dates.show_short_moment
find_periods = period_words.find_periods
parse_period = period_words.parse_period
show_period = period_shown.show_period
show_full_period = period_shown.show_full_period


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
    if (said := _said(tidy, kind)) is not None:
        return said
    if kind is Kind.RANK:
        return parse_pair(text, kind)[0]
    readings = _readings(_bare(tidy.translate(_PLAIN), kind), kind)
    is_sane = all(abs(one) < LIMIT for one in readings)
    if not is_sane:
        return Unreadable(text)
    return readings[0] if len(readings) == 1 else Unreadable(text, readings)


def parse_usual(texts: Sequence[str]) -> list[Decimal] | None:
    """The values of texts, whatever the kind, where all are written in the usual way."""
    lines = "\n".join(texts)
    if not _ALL_USUAL.fullmatch(lines):
        return None
    numbers = list(map(Decimal, lines.replace(",", ".").split("\n")))
    return numbers if len(numbers) == len(texts) else None


def _said(text: str, kind: Kind) -> Blank | Unreadable | None:
    """What words say in place of a figure; None where any digit stands."""
    return None if _DIGIT.search(text) else status_words.value(text, kind)


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
    if (said := _said(tidy, kind)) is not None:
        return said, Blank.MISSING
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
