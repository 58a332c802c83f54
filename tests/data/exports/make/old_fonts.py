"""Vietnamese text as it was typed under the fonts of before Unicode.

docs/linh-vuc.md, annex A; the letters of cp1252 that those fonts drew as Vietnamese.
"""

import unicodedata

_TCVN3 = dict(
    zip(
        "ĂÂÊÔƠƯĐăâêôơưđàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¸¶·¹»¾¼½ÆÇÊÈÉËÌÐÎÏÑÒÕÓÔÖ×ÝØÜÞßãáâäåèæçéêíëìîïóñòôõøö÷ùúýûüþ",
        strict=True,
    )
)
_VNI = {"đ": "ñ", "Đ": "Ñ", "ư": "ö", "Ư": "Ö", "ơ": "ô", "Ơ": "Ô"}
_VNI |= {"ị": "ò", "Ị": "Ò", "ỉ": "æ", "Ỉ": "Æ", "ĩ": "ó", "Ĩ": "Ó"}
_TONES = {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_HATS = {"â": "aâ", "ê": "eâ", "ô": "oâ", "ă": "aê"}
_ON_HAT = {"\u0300": "à", "\u0301": "á", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
_ON_BREVE = {"\u0300": "è", "\u0301": "é", "\u0303": "ü", "\u0323": "ë"}


def tcvn3(written: str) -> str:
    """`written` as under .VnTime; capitals with a tone have no letter there."""
    return "".join(_TCVN3.get(sign, sign) for sign in written)


def vni(written: str) -> str:
    """`written` as under VNI-Times: a letter, then a letter that draws its mark."""
    return "".join(_vni(sign) for sign in unicodedata.normalize("NFC", written))


def _vni(sign: str) -> str:
    if sign in _VNI:
        return _VNI[sign]
    lower = sign.lower()
    plain, tone = _parted(lower)
    if tone is None and plain not in _HATS:
        return sign
    if plain in _HATS:
        marks = _ON_BREVE if plain == "ă" else _ON_HAT
        told = _HATS[plain] if tone is None else _HATS[plain][0] + marks[tone]
    else:
        told = _VNI.get(plain, plain) + _TONES[tone or ""]
    return told.upper() if sign != lower else told


def _parted(lower: str) -> tuple[str, str | None]:
    """The letter without its tone, and the tone."""
    signs = unicodedata.normalize("NFD", lower)
    tone = next((sign for sign in signs if sign in _TONES), None)
    rest = "".join(sign for sign in signs if sign not in _TONES)
    return unicodedata.normalize("NFC", rest), tone
