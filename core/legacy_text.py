"""Text typed in the fonts of before Unicode, TCVN3 and VNI, as Unicode.

The one signal is the name of the font: what is an old letter to one font is a
letter of its own to another (docs/linh-vuc.md 6.2, annex A).
"""

import unicodedata

from core.frozen import frozen
from core.patterns import later

# Old sign and new letter, in the order of annex A.
_TCVN3_PAIRS = """
¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \xadư ®đ
µà ¸á ¶ả ·ã ¹ạ »ằ ¾ắ ¼ẳ ½ẵ Æặ Çầ Êấ Èẩ Éẫ Ëậ
Ìè Ðé Îẻ Ïẽ Ñẹ Òề Õế Óể Ôễ Öệ ×ì Ýí Øỉ Üĩ Þị
ßò ãó áỏ âõ äọ åồ èố æổ çỗ éộ êờ íớ ëở ìỡ îợ
ïù óú ñủ òũ ôụ õừ øứ öử ÷ữ ùự úỳ ýý ûỷ üỹ þỵ
"""
_TCVN3 = {pair[0]: pair[1] for pair in _TCVN3_PAIRS.split()}

# A plain letter with its mark, new letter; capitals take capital marks.
_VNI_PAIRS = """
aøà aùá aûả aõã aïạ aêă aèằ aéắ aúẳ aüẵ aëặ aââ aàầ aáấ aåẩ aãẫ aäậ
eøè eùé eûẻ eõẽ eïẹ eâê eàề eáế eåể eãễ eäệ
oøò oùó oûỏ oõõ oïọ oâô oàồ oáố oåổ oãỗ oäộ ôøờ ôùớ ôûở ôõỡ ôïợ
uøù uùú uûủ uõũ uïụ öøừ öùứ öûử öõữ öïự
yøỳ yùý yûỷ yõỹ yïỵ iøì iùí
ôơ öư ñđ òị æỉ óĩ îỵ
"""
_VNI = {
    turn(pair[:-1]): turn(pair[-1])
    for pair in _VNI_PAIRS.split()
    for turn in (str.lower, str.upper)
}
_VNI_SIGN = later("|".join(sorted(_VNI, key=len, reverse=True)))


@frozen
class OldFont:
    """The encoding behind an old font, and whether the font draws small as capital."""

    encoding: str
    capitals: bool = False


def old_font(name: str) -> OldFont | None:
    """What an old font stands for; None for a font of Unicode text."""
    folded = name.strip().casefold()
    if folded.startswith(".vn"):
        return OldFont("TCVN3", folded.endswith("h"))
    if folded.startswith("vni"):
        return OldFont("VNI")
    return None


def converted(text: str, font: OldFont) -> str:
    """`text` in that font, in Unicode.

    Nothing is cleaned first: the soft hyphen is “ư” to TCVN3.
    """
    if not _is_old(text):
        return text
    if font.encoding == "VNI":
        return _VNI_SIGN.sub(lambda sign: _VNI[sign[0]], text)
    letters = "".join(_TCVN3.get(sign, sign) for sign in text)
    return letters.upper() if font.capitals else letters


def _is_old(text: str) -> bool:
    """Whether each letter is of Windows-1252, by which old fonts number theirs."""
    letters = (s for s in text if s.isalpha() or unicodedata.combining(s))
    try:
        "".join(letters).encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
