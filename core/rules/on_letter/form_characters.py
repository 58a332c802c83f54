"""Rules about spaces and characters (F14, F15)."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from core.paper.model import Component, Line
from core.rules.on_letter import form_characters_examples as given
from core.rules.registry import Look, Need, Remark, Rule, Scope, Severity, rule

_LETTER: Final = (Need.LETTER,)
_SPACED: Final = (
    Component.PLACE_DATE,
    Component.SUBJECT,
    Component.ADDRESSEES,
    Component.BODY,
    Component.AUTHORITY,
    Component.SIGNER,
    Component.RECIPIENTS,
    Component.ANNEX_TEXT,
)
_URL: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_LOWER: Final = "a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
# What stands before a sign is looked at behind it: looking for the sign first is faster.
_FAULTS: Final = (
    (
        re.compile(r"[ \u00a0](?<=\S.)[ \u00a0]+(?=\S)"),
        "Thừa dấu cách giữa hai từ.",
    ),
    (
        re.compile(r"[ \u00a0](?<=[^\s.…].)[ \u00a0]*(?=[,;:?!](?:\s|$)|\.(?:\s|$))"),
        "Thừa dấu cách trước dấu câu.",
    ),
    (re.compile(r"[,;](?=[^\W\d_])|:(?=[^\W\d_])"), "Thiếu dấu cách sau dấu câu."),
    (
        re.compile(rf"\.(?<=[{_LOWER}%)].)(?=[^\W\d_])(?![{_LOWER}])"),
        "Thiếu dấu cách sau dấu chấm.",
    ),
    (
        re.compile(r"[ \u00a0](?:(?<=[(“].)[ \u00a0]*|(?<=\S.)[ \u00a0]*(?=[)”]))"),
        "Thừa dấu cách trong ngoặc.",
    ),
)
_INVISIBLE: Final = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_LEGACY_FONT: Final = re.compile(r"^(?:\.Vn|VNI[- ])", re.IGNORECASE)
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
# Signs that stand for letters in TCVN3, inside words; vowels with signs of other
# languages in VNI. None of them is in a Vietnamese word of Unicode.
_TCVN3: Final = re.compile(r"(?<=[^\W\d_])[¡-©«-±´-¹»-¿×÷](?=[^\W\d_])")
_VNI: Final = re.compile(r"[äåæëîïñöøûüÿ]", re.IGNORECASE)
_FEWEST: Final = 2


@rule(
    "F14",
    Severity.HINT,
    title="Dấu cách thừa hoặc thiếu",
    when="Thừa dấu cách giữa hai từ, trước dấu câu, trong ngoặc; hoặc thiếu dấu cách sau"
    " dấu câu.",
    hint="Xóa dấu cách thừa, thêm dấu cách thiếu.",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục I (kỹ thuật trình bày).",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.F14_BROKEN,
    sound=given.F14_SOUND,
)
def spaces(look: Look) -> Iterator[Remark]:
    """Words and signs are one blank apart; the end of the letter is F09's, Lưu F10's."""
    for index in look.the_paper.of(*_SPACED):
        line = look.the_paper.lines[index]
        text = line.text
        if "@" in text or "://" in text or "www." in text:
            text = _URL.sub(lambda found: "x" * len(found[0]), text)
        for pattern, message in _FAULTS:
            if found := pattern.search(text):
                if _is_told_elsewhere(line, found):
                    continue
                start, end = found.span()
                span = (max(start - 1, 0), min(end + 1, len(text)))
                yield Remark(None, message, line=index, span=span)
                break


def _is_told_elsewhere(line: Line, found: re.Match[str]) -> bool:
    """Whether F06, F08 or F10 speak of it: a blank date, "KT.CHỦ", "- Lưu: VT, VP ."."""
    if line.component is Component.RECIPIENTS:
        text = line.text.casefold()
        return "lưu" in text or "nơi nhận" in text
    return line.component is Component.PLACE_DATE and len(found[0]) > 1


@rule(
    "F15",
    Severity.WARNING,
    title="Ký tự không phải Unicode dựng sẵn",
    when="Văn bản có ký tự tổ hợp, ký tự không nhìn thấy, chữ của bảng mã khác hoặc phông"
    " chữ TCVN3, VNI.",
    hint="Chuyển sang Unicode dựng sẵn (TCVN 6909:2001), phông Times New Roman.",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục I (phông chữ, TCVN 6909:2001).",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.F15_BROKEN,
    sound=given.F15_SOUND,
)
def characters(look: Look) -> Iterator[Remark]:
    """Letters are precomposed ones of Unicode, in a font of Unicode."""
    for index, line in enumerate(look.the_paper.lines):
        said = [*_wrong_characters(line.raw or line.text), *_legacy_fonts(line)]
        if said:
            yield Remark(None, f"Dòng này có {', '.join(said)}.", line=index)


def _wrong_characters(text: str) -> Iterator[str]:
    if text.isascii():
        return
    if _INVISIBLE.search(text):
        yield "ký tự không nhìn thấy"
    if unicodedata.normalize("NFC", text) != text:
        yield "chữ Unicode tổ hợp"
    if _CYRILLIC.search(text):
        yield "chữ cái Nga lẫn trong chữ Việt"
    if len(_TCVN3.findall(text)) >= _FEWEST:
        yield "chữ còn sót của bảng mã TCVN3"
    elif len(_VNI.findall(text)) >= _FEWEST:
        yield "chữ còn sót của bảng mã VNI"


def _legacy_fonts(line: Line) -> Iterator[str]:
    for font in sorted(line.look.fonts) if line.look else ():
        if _LEGACY_FONT.match(font):
            yield f"phông chữ {font}"


RULES: Final[tuple[Rule, ...]] = (spaces, characters)
