"""Patterns of periods as Vietnamese offices write them, for small letters.

`core.period_words` looks for them; docs/linh-vuc.md 3.1.
"""

from core.dates import DAY

WORDS = [
    "một",
    "hai",
    "ba",
    "tư",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "mười một",
    "mười hai",
]
"""The numbers of months and quarters, from 1."""

_TO = r"\s*(?:[-–]?\s*(?:đến|tới)|-|–)\s*(?:hết\s*)?(?:ngày\s*:\s*)?"
_OF_YEAR = r"\s*(?:[/.,-]|năm)\s*"
_ANY_QUARTER = r"(?:\d|i{1,3}|iv)"
# A pattern that begins with a letter is looked for far faster than one with \b.
_T = r"t(?<=\bt)(?:háng)?\s*"
_Q = r"q(?<=\bq)(?:uý)?\s*"
_DAY_ONLY = r"(?:ngày\s*)?\d{1,2}"
# The first of two days may leave out what the second one says.
DAYS = (
    rf"(?P<first>{DAY}|{_DAY_ONLY}\s*/\s*\d{{1,2}}|(?<=từ ){_DAY_ONLY})"
    rf"{_TO}(?P<last>{DAY})"
)
MONTHS = (
    rf"{_T}(?P<begin>\d{{1,2}})(?:{_OF_YEAR}(?P<since>\d{{4}}))?"
    rf"{_TO}(?:tháng|t)?\s*(?P<end>\d{{1,2}}){_OF_YEAR}(?P<year>\d{{4}})(?!\d)"
)
QUARTER_SPAN = (
    rf"{_Q}(?P<begin>{_ANY_QUARTER})(?:{_OF_YEAR}(?P<since>\d{{4}}))?"
    rf"{_TO}(?:quý|q)?\s*(?P<end>{_ANY_QUARTER})(?:{_OF_YEAR}|\s+)(?P<year>\d{{4}})(?!\d)"
)
SO_FAR = (
    rf"(?:từ\s*)?đầu\s*năm(?:\s*(?P<since>\d{{4}}))?{_TO}(?:(?P<last>{DAY})"
    rf"|(?:tháng|t)\s*(?P<end>\d{{1,2}}){_OF_YEAR}(?P<year>\d{{4}})(?!\d))"
)
TOTAL_TO = (
    r"(?:lũy|luỹ)\s*kế\s*(?:số liệu\s*)?(?:tính\s*)?(?:đến|tới)\s*(?:hết\s*)?"
    rf"(?:{DAY}|(?:tháng|t)\s*\d{{1,2}}{_OF_YEAR}\d{{4}}(?!\d))"
)
"""A running total that does not say since when."""

SO_MANY = (
    r"\b(?P<count>\d{1,2}|ba|sáu|chín)\s*tháng\s*(?:(?P<half>đầu|cuối)\s*)?"
    r"(?:năm\s*|[/-]\s*)?(?P<year>\d{4})(?!\d)"
)
WEEK = (
    r"\btuần\s*(?:thứ\s*|số\s*)?(?P<week>\d{1,2})(?!\d)"
    rf"(?:(?:{_OF_YEAR}|\s+)(?P<year>\d{{4}})(?!\d))?"
    rf"(?:[\s,:;(–-]*(?:từ )?{DAYS}\s*\)?)?"
)
WEEK_OF_MONTH = (
    rf"\btuần\s*(?:thứ\s*)?\w+\s*(?:của\s*)?tháng\s*\d{{1,2}}{_OF_YEAR}\d{{4}}(?!\d)"
)
MONTH = rf"{_T}0?(?P<number>\d{{1,2}}){_OF_YEAR}(?P<year>\d{{4}})(?!\d)"
QUARTER = rf"{_Q}(?P<number>{_ANY_QUARTER})(?:{_OF_YEAR})?\s*(?P<year>\d{{4}})(?!\d)"
LETTERS = (
    rf"\s+(?P<number>{'|'.join(reversed(WORDS))})"
    r"\s*(?:[/,-]|,?\s*năm)\s*(?P<year>\d{4})(?!\d)"
)
APART = rf"{_T}0?(?P<number>\d{{1,2}})\s*[,(–-]\s*năm\s*(?P<year>\d{{4}})(?!\d)"
_NO_MORE = r"(?!\w)(?!\s*(?:năm|đến|tới|và|&|[/.–-]|,\s*\d))"
YEAR_FIRST = rf"\bnăm\s*(?P<year>\d{{4}})\s*[,:(–-]?\s*(?:tháng|t)\s*0?(?P<number>\d{{1,2}}){_NO_MORE}"
A_DAY = (
    r"\d(?<!\d\d)\d?(?:\s*[/.-]\s*\d{1,2}\s*[/.-]\s*|\s*tháng\s*\d{1,2}\s*năm\s*)"
    r"\d{4}(?!\d)"
)
SEVERAL = (
    rf"(?:{_T}\d{{1,2}}(?:\s*(?:,|và|&)\s*\d{{1,2}})+"
    rf"|{_Q}{_ANY_QUARTER}(?:\s*(?:,|và|&)\s*{_ANY_QUARTER})+)"
    rf"{_OF_YEAR}\d{{4}}(?!\d)"
)
"""Several months under one word; which of them the figures are of is not said."""
