"""Names of units compared as people compare them (tên đơn vị)."""

import re
import unicodedata

from core.figures import clean

_BODY = re.compile(r"^(ubnd|uy ban nhan dan)\s+(?:cua\s+)?")
_ABOVE = re.compile(r"\s*[-–,]\s*(tinh|thanh pho|tp\.?)\s+.*$")
_MARKS = {ord("đ"): "d", ord("Đ"): "D"}


def folded(text: str) -> str:
    """`text` in small letters without diacritics, white space folded.

    Both ways of placing a tone mark (hoà, hòa) fold to the same letters.
    """
    letters = unicodedata.normalize("NFD", clean(text).translate(_MARKS))
    return "".join(one for one in letters if not unicodedata.combining(one)).casefold()


def unit_key(name: str) -> str:
    """What two writings of one unit's name have in common (docs/linh-vuc.md 3.2).

    "UBND Phường Việt Trì - Tỉnh Phú Thọ" and "phường Việt Trì" share it.
    """
    return _BODY.sub("", _ABOVE.sub("", folded(name))).strip()


def same_unit(first: str, second: str) -> bool:
    """Whether two names are of one unit."""
    return unit_key(first) == unit_key(second) != ""
