"""Text with signs between its columns: how it is encoded, and by which sign.

docs/linh-vuc.md 3.4, 6.2, 6.3.
"""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from core.patterns import later

SEPARATORS = ";\t,"
"""The signs that part columns; of two that fit alike the first, since "," is decimal."""

LOST = "\ufffd"
"""What stands where a damaged byte stood; nobody knows which letter it was."""

LEAST_WHOLE = 4
"""Whole letters with marks for each damaged one, at least, in text that is UTF-8."""

_SAMPLE = 50  # rows
_HEAD = 65536  # bytes; even, so that UTF-16 is cut between two signs
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SEPARATOR_LINE = later(r"\ufeff?sep=(.)(?:\r\n|\r|\n)", re.IGNORECASE)
_PLAIN_SIGNS = frozenset(
    "–—‘’“”„…•·°²³×÷%§«»€₫\xa0"  # no letters, yet in any text of an office
)
_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")
# What stands in any table of an office; a text in another encoding has none of them.
_COMMON = (
    "vị tỷ lệ hồ sơ xã phường tháng năm tổng số điểm chỉ tiêu đúng hạn quá trực tuyến"
    " tiếp nhận giải quyết thủ tục điện tử bản mức độ đơn huyện tỉnh ủy dịch vụ báo cáo"
    " kết quả đã xử lý chứng thực tên định xếp hạng cộng nộp hóa tiến"
)
_SYLLABLES = frozenset(_COMMON.split())
# The same words as TCVN3 and VNI write them, seen as Western European letters.
_OLD = later(
    r"®¬n vÞ|tû lÖ|hå s¬|\bx·\b|ph\xad?êng|th¸ng|®óng h¹n|trùc tuyÕn|tæng sè|®iÓm"
    r"|ñôn vò|tyû leä|hoà sô|phöôøng|thaùng|ñuùng haïn|tröïc tuyeán|toång soá|ñieåm",
    re.IGNORECASE,
)
_SYLLABLE = later(r"[^\W\d_]+")


def decoded(data: bytes, errors: str = "strict") -> str:
    """The text of a file, in NFC where its encoding has marks of their own.

    UTF-8 and, by the mark at its start or its zeros, UTF-16; UTF-8 with few bytes that
    are damaged has `LOST` in their place; what is none of these is Windows' Vietnamese
    code page if that gives Vietnamese words.

    Raises:
        UnicodeDecodeError: It is in another encoding (none with errors="replace").
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors)
    if (wide := _wide(data[:_HEAD])) is not None:
        return data.decode(wide, errors)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = _nearly_utf_8(data)
        if text is None:
            text = _vietnamese(data)
        return data.decode("utf-8", errors) if text is None else text


def western(data: bytes) -> str:
    """The bytes as the letters of Western Windows, as old fonts hold them."""
    return data.decode("cp1252", "replace")


def is_old(data: bytes) -> bool:
    """Whether the bytes look like TCVN3 or VNI: letters that only a font makes right."""
    return _OLD.search(western(data[:_HEAD])) is not None


def is_vietnamese(text: str) -> bool:
    """Whether the letters with marks are Vietnamese ones and make words of an office."""
    marked = [sign for sign in text if sign > "\x7f" and sign not in _PLAIN_SIGNS]
    good = sum(1 for sign in marked if _is_vietnamese(sign))
    words = {word.lower() for word in _SYLLABLE.findall(text)}
    return good > 0 and good >= 0.95 * len(marked) and not words.isdisjoint(_SYLLABLES)


def _is_vietnamese(sign: str) -> bool:
    parts = unicodedata.normalize("NFD", sign.lower())
    return parts == "đ" or (
        parts[0] in "aeiouy" and len(parts) > 1 and set(parts[1:]) <= _MARKS
    )


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of spaces, figures, separators is zero."""
    zeros = [head[start::2].count(0) for start in (0, 1)]
    if max(zeros) * 8 < len(head) or min(zeros) * 20 > max(zeros):
        return None
    return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"


def _nearly_utf_8(data: bytes) -> str | None:
    """UTF-8 in which few of the letters beyond ASCII are damaged; None for no UTF-8.

    In any other encoding hardly one of them would be whole.
    """
    text = data.decode("utf-8", "replace")
    lost = text.count(LOST)
    whole = sum(1 for sign in text if sign > "\x7f") - lost
    is_near = whole >= LEAST_WHOLE * lost
    return text if is_near and is_vietnamese(text.replace(LOST, "")) else None


def _vietnamese(data: bytes) -> str | None:
    try:
        text = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    return text if is_vietnamese(text[:_HEAD]) else None


def said_separator(text: str) -> tuple[str | None, str]:
    """The sign that a first line `sep=;` names, as Excel reads it, and the text below."""
    if (line := _SEPARATOR_LINE.match(text)) is not None and line[1] in SEPARATORS:
        return line[1], text[line.end() :]
    return None, text


def separator(text: str) -> str | None:
    """The sign between the columns of a table; None where there is no table.

    Half of the rows or more, and two at least, have as many columns as one another;
    the sign that does so for most rows, then for most columns, is the one.
    """
    best, sign = (0, 0), None
    for one in SEPARATORS:
        widths = [width for width in _widths(text, one) if width]
        counted = Counter(width for width in widths if width > 1)
        width, times = max(counted.items(), key=lambda item: item[::-1], default=(0, 0))
        if times >= 2 and 2 * times >= len(widths) and (times, width) > best:
            best, sign = (times, width), one
    return sign


def _widths(text: str, sign: str) -> Iterator[int]:
    rows = islice(records(text, sign), _SAMPLE)
    with suppress(csv.Error):  # a field too long to be one: what is above it tells
        for row in rows:
            yield len(row) if any(field.strip() for field in row) else 0


def records(text: str, sign: str) -> Iterator[list[str]]:
    """The rows of `text` as lists of fields; a field of a quoted text may span lines.

    Raises:
        csv.Error: A field is too long to be one.
    """
    return csv.reader(io.StringIO(text, newline=""), delimiter=sign)
