"""Names in the middle of a sentence (viết hoa); docs/linh-vuc.md 4.6."""

import re

_COMMON = re.compile(
    r"^(Xã|Phường|Thị trấn|Đặc khu|Huyện|Quận|Thị xã|Thành phố|Tỉnh|Các|Toàn)\b(?! \d)"
)
_AREA = re.compile(r"^(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã)\b", re.IGNORECASE)
_ALWAYS = ("Thành phố Hồ Chí Minh",)


def in_sentence(name: str) -> str:
    """`name` as it stands within a sentence: "xã Cẩm Giang", but "Phường 1".

    Only the common noun of an administrative unit loses its capital; the name of a body
    ("Sở Tư pháp", "UBND xã Ea Ktur") keeps it.
    """
    if name.startswith(_ALWAYS) or not _COMMON.match(name):
        return name
    return name[0].lower() + name[1:]


def office_of(name: str) -> str:
    """Who acts for the unit `name`: "UBND xã Thạnh Đức"; other bodies by themselves."""
    is_area = _AREA.match(name) is not None
    return f"UBND {in_sentence(name)}" if is_area else in_sentence(name)


def lowered(text: str) -> str:
    """`text` with a small first letter, unless it begins with an abbreviation."""
    first = text.split(" ", 1)[0]
    return text if first.isupper() else text[:1].lower() + text[1:]


def raised(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]
