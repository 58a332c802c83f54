"""A sheet as text with signs between its columns."""

import csv
import io
import unicodedata

from tests.data.exports.make.model import Sheet, shown

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def text(sheet: Sheet, sign: str, encoding: str, *, mark: bytes = b"") -> bytes:
    """The rows as Excel and the systems write them; `mark` stands before them."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=sign)
    for row in sheet.rows():
        writer.writerow(["" if one is None else shown(one.value) for one in row])
    written = buffer.getvalue()
    if encoding == "cp1258":
        written = "".join(_with_tone_apart(letter) for letter in written)
    return mark + written.encode(encoding)


def _with_tone_apart(letter: str) -> str:
    """The letter as code page 1258 has it: a tone is a sign of its own behind it."""
    signs = unicodedata.normalize("NFD", letter)
    tone = "".join(one for one in signs if one in _TONES)
    rest = "".join(one for one in signs if one not in _TONES)
    return unicodedata.normalize("NFC", rest) + tone
