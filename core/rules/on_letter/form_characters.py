"""Rules about spaces and characters (F14, F15)."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from core.paper.model import Component, Line
from core.rules.on_letter import form_characters_examples as given
from core.rules.on_letter.whole import Whole, whole
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
_ANY: Final = tuple(Component)
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
# One look at each sign of the letter: whether a fault but doubled blanks may be there.
_SUSPECT: Final = re.compile(
    r"[,;:.?!)”(“](?:(?<=[ \u00a0][,;:.?!)”])|(?<=[,;:])(?=[^\W\d_])"
    rf"|(?<=[{_LOWER}%)]\.)(?=[^\W\d_])(?![{_LOWER}])|(?<=[(“])(?=[ \u00a0]))"
)
_UNSEEN: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_INVISIBLE: Final = re.compile(f"[{_UNSEEN}]")
_LEGACY_FONT: Final = re.compile(r"^(?:\.Vn|VNI[- ])", re.IGNORECASE)
_RUSSIAN: Final = "\u0400-\u04ff"
_CYRILLIC: Final = re.compile(f"[{_RUSSIAN}]")
# Signs that stand for letters in TCVN3, inside words; vowels with signs of other
# languages in VNI. None of them is in a Vietnamese word of Unicode.
_OF_TCVN3: Final = "¡-©«-±´-¹»-¿×÷"
_TCVN3: Final = re.compile(rf"(?<=[^\W\d_])[{_OF_TCVN3}](?=[^\W\d_])")
_OF_VNI: Final = "äåæëîïñöøûüÿ"
_VNI: Final = re.compile(f"[{_OF_VNI}]", re.IGNORECASE)
_ODD: Final = re.compile(f"[{_UNSEEN}{_RUSSIAN}{_OF_TCVN3}{_OF_VNI}{_OF_VNI.upper()}]")
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
    lines = look.the_paper.lines
    told = whole(look.the_paper)
    suspects = told.at(_suspects(told), _SPACED)
    for index in (index for passage in suspects for _, index in passage.parts):
        line = lines[index]
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


def _suspects(told: Whole) -> Iterator[int]:
    """Where a blank may be too much or missing."""
    for blanks in ("  ", "\u00a0"):
        yield from told.every(blanks)
    for found in _SUSPECT.finditer(told.text):
        yield found.start()


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
    lines = look.the_paper.lines
    suspects = {index for index, line in enumerate(lines) if line.raw}
    suspects.update(_written_oddly(whole(look.the_paper)), _in_old_fonts(lines))
    for index in sorted(suspects):
        line = lines[index]
        said = [*_wrong_characters(line.raw or line.text), *_legacy_fonts(line)]
        if said:
            yield Remark(None, f"Dòng này có {', '.join(said)}.", line=index)


def _written_oddly(told: Whole) -> Iterator[int]:
    """Lines with characters that are no letters of Vietnamese."""
    if not unicodedata.is_normalized("NFC", told.text):
        odd = [one for one in told.passages if not one.text.isascii()]
    else:
        odd = told.at((one.start() for one in _ODD.finditer(told.text)), _ANY)
    for passage in odd:
        yield from (index for _, index in passage.parts)


def _in_old_fonts(lines: Sequence[Line]) -> Iterator[int]:
    """Lines with letters in such fonts."""
    every = frozenset().union(*(line.look.fonts for line in lines if line.look))
    old = {font for font in every if _LEGACY_FONT.match(font)}
    for index, line in enumerate(lines if old else ()):
        if line.look and not old.isdisjoint(line.look.fonts):
            yield index


def _wrong_characters(text: str) -> Iterator[str]:
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
