"""Rules about the head of a letter: Tiêu ngữ, số and ký hiệu, Kính gửi (family F)."""

import re
from collections.abc import Iterator
from typing import Final

from core.paper.model import Component, Line
from core.rules.on_letter import form_heads_examples as given
from core.rules.on_letter.passages import DASHES, Passage, entries, passages
from core.rules.registry import Look, Need, Remark, Rule, Scope, Severity, rule

_LETTER: Final = (Need.LETTER,)
_STATE: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
_DASH: Final = re.compile(r"\s*[-‐‑‒–—−]\s*")
_NUMBER: Final = re.compile(
    r"^(?P<label>Số\s*:?)(?P<gap>\s*)(?P<number>[\d.…_]*)(?P<before>\s*)/(?P<symbol>.*)$",
    re.IGNORECASE,
)
_SYMBOL: Final = re.compile(r"[A-ZĐ]+\d*(?:-[A-ZĐ]+\d*(?:\.\d+)?)*")
_DATE: Final = re.compile(r"ngày\s*(\d*)[\s.…_]*tháng\s*(\d*)[\s.…_]*năm\s*(\d*)")
_ADDRESSED: Final = re.compile(
    r"^\s*Kính gửi\s*(?P<colon>:?)\s*(?P<rest>.*)$", re.DOTALL
)


@rule(
    "F03",
    Severity.WARNING,
    title="Quốc hiệu, Tiêu ngữ chưa đúng",
    when="Tiêu ngữ dùng gạch ngang dài hoặc thiếu dấu cách, hoặc Quốc hiệu, Tiêu ngữ"
    " thiếu hay ghi sai.",
    hint=f"Ghi “{_STATE}” và “{_MOTTO}”, giữa các cụm từ là gạch nối (-) có cách chữ.",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II (Quốc hiệu và Tiêu ngữ).",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.F03_BROKEN,
    sound=given.F03_SOUND,
)
def state_and_motto(look: Look) -> Iterator[Remark]:
    """The nation's name and motto stand as the decree prints them."""
    for component, right in ((Component.STATE, _STATE), (Component.MOTTO, _MOTTO)):
        said = component.value
        found = list(passages(look.the_paper, (component,), annex=0))
        if not found and look.the_paper.lines and not _anywhere(look, right):
            yield Remark(None, f"Chưa có {said} “{right}”.", line=0)
        for passage in found[:1]:
            text = passage.text.strip()
            if text in (right, right.replace("HÒA", "HOÀ")):
                continue
            message = f"{said} ghi “{text}”, đúng là “{right}”."
            if _DASH.sub(" - ", text) == right:
                message = f"{said} phải dùng gạch nối có cách chữ: “{right}”."
            yield passage.remark(message, 0, len(passage.text))


def _anywhere(look: Look, text: str) -> bool:
    """Whether a line that was not recognised holds `text` with some dashes."""
    lines = (_DASH.sub(" - ", line.text) for line in look.the_paper.lines)
    return any(text.casefold() in line.casefold() for line in lines)


@rule(
    "F05",
    Severity.WARNING,
    title="Số, ký hiệu chưa đúng",
    when="Ký hiệu không có chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực, có chữ “CV” ở"
    " đầu, số dưới 10 không có số 0, hoặc thiếu dấu hai chấm sau chữ “Số”.",
    hint="Ghi như “Số: 05/UBND-VP”: chữ viết tắt cơ quan, gạch nối không cách chữ, chữ"
    " viết tắt đơn vị soạn thảo hoặc lĩnh vực.",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II (số, ký hiệu của văn bản).",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.F05_BROKEN,
    sound=given.F05_SOUND,
)
def number_and_symbol(look: Look) -> Iterator[Remark]:
    """Number and symbol are written as the decree has them."""
    for index, line in _numbers(look):
        found = _NUMBER.match(line.text.strip())
        for message in _faults_of_number(found) if found else ():
            yield Remark(None, message, line=index)
        if found is None:
            message = (
                f"Số, ký hiệu ghi “{line.text.strip()}”, phải như “Số: 05/UBND-VP”."
            )
            yield Remark(None, message, line=index)


def _faults_of_number(found: re.Match[str]) -> Iterator[str]:
    symbol, number = found["symbol"].strip(), found["number"]
    if not found["label"].endswith(":"):
        yield "Thiếu dấu hai chấm sau chữ “Số”."
    if re.fullmatch(r"[1-9]", number):
        yield f"Số dưới 10 phải thêm số 0: “0{number}/{symbol}”."
    if re.fullmatch(r"[A-ZĐ]+\d*", symbol):
        yield f"Ký hiệu “{symbol}” thiếu chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực."
    elif symbol.startswith("CV-"):
        yield f"Ký hiệu của công văn không có chữ “CV”: “{symbol}” ghi như “UBND-VP”."
    elif (number.isdigit() and found["before"]) or found["symbol"] != found[
        "symbol"
    ].lstrip():
        yield "Trước và sau dấu gạch chéo “/” không để dấu cách."
    elif not _SYMBOL.fullmatch(symbol):
        right = _DASH.sub("-", symbol).upper()
        yield f"Ký hiệu ghi “{symbol}”, phải viết hoa, gạch nối không cách chữ: “{right}”."


def _numbers(look: Look) -> Iterator[tuple[int, Line]]:
    for index in look.the_paper.of(Component.NUMBER, annex=0):
        if (line := look.the_paper.lines[index]).text.strip():
            yield index, line


@rule(
    "F06",
    Severity.WARNING,
    title="Số hoặc ngày còn để trống",
    when="Công văn chưa có số, ký hiệu hoặc ngày tháng; là gợi ý khi công văn chưa được"
    " đánh dấu đã phát hành.",
    hint="Lấy số ở văn thư và ghi ngày ký khi phát hành.",
    basis="Nghị định số 30/2020/NĐ-CP, Điều 15 và Phụ lục I.",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.F06_BROKEN,
    sound=given.F06_SOUND,
)
def number_and_date_filled(look: Look) -> Iterator[Remark]:
    """Number and date are there once the letter is issued."""
    severity = None if look.the_paper.issued else Severity.HINT
    numbers = list(_numbers(look))
    for index, line in numbers:
        found = _NUMBER.match(line.text.strip())
        if found and not found["number"].strip(".…_"):
            message = "Số của công văn còn để trống."
            yield Remark(None, message, severity=severity, line=index)
    dates = list(look.the_paper.of(Component.PLACE_DATE, annex=0))
    for index in dates:
        found = _DATE.search(look.the_paper.lines[index].text)
        if found and not all(found.groups()):
            message = "Ngày, tháng, năm của công văn còn để trống."
            yield Remark(None, message, severity=severity, line=index)
    for said, there in (("số, ký hiệu", numbers), ("địa danh, ngày tháng", dates)):
        if not there and look.the_paper.lines:
            message = f"Chưa thấy {said} của công văn."
            yield Remark(None, message, severity=severity, line=0)


@rule(
    "F07",
    Severity.WARNING,
    title="Phần Kính gửi chưa đúng",
    when="Một nơi nhận mà có gạch đầu dòng; từ hai nơi nhận trở lên mà không xuống dòng,"
    " không gạch đầu dòng, hoặc sai dấu cuối dòng.",
    hint="Một nơi nhận: ghi cùng dòng với “Kính gửi:”. Từ hai nơi trở lên: mỗi nơi một"
    " dòng có gạch đầu dòng, cuối dòng là dấu chấm phẩy, dòng cuối là dấu chấm.",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II (nơi nhận) và Mẫu 1.5.",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.F07_BROKEN,
    sound=given.F07_SOUND,
)
def addressees(look: Look) -> Iterator[Remark]:
    """Addressees stand as the decree has them; where the dashes stand is not judged."""
    lines = list(entries(look.the_paper, Component.ADDRESSEES))
    if not lines:
        if look.the_paper.lines and not _anywhere(look, "Kính gửi"):
            yield Remark(None, "Chưa có phần “Kính gửi:”.", line=0)
        return
    first, *others = lines
    found = _ADDRESSED.match(first.text)
    if found is None:
        return
    if not found["colon"]:
        yield first.remark("Thiếu dấu hai chấm sau “Kính gửi”.", 0, len(first.text))
    own = found["rest"].strip()
    if others and own:
        message = (
            "Nơi nhận đầu tiên phải xuống dòng, có gạch đầu dòng như các nơi khác."
        )
        yield first.remark(message, found.start("rest"), len(first.text))
    elif own:
        yield from _only_one(first, own)
    elif len(others) == 1:
        message = "Chỉ có một nơi nhận thì ghi cùng dòng với “Kính gửi:”."
        yield others[0].remark(message, 0, len(others[0].text))
    yield from _listed(others)


def _only_one(passage: Passage, own: str) -> Iterator[Remark]:
    if ";" in own.rstrip(";"):
        message = "Có nhiều nơi nhận thì mỗi nơi ghi một dòng, có gạch đầu dòng."
        yield passage.remark(message, 0, len(passage.text))
    elif own.startswith(DASHES):
        message = "Chỉ có một nơi nhận thì không gạch đầu dòng."
        yield passage.remark(message, 0, len(passage.text))
    elif own.endswith((";", ",")):
        message = "Chỉ có một nơi nhận thì cuối dòng không có dấu."
        yield passage.remark(message, 0, len(passage.text))


def _listed(others: list[Passage]) -> Iterator[Remark]:
    """The faults of the lines below "Kính gửi:"."""
    for passage in others if len(others) > 1 else ():
        text = passage.text.strip()
        sign, said = (".", "chấm") if passage is others[-1] else (";", "chấm phẩy")
        if not text.startswith("- "):
            message = f"Nơi nhận “{text}” phải bắt đầu bằng gạch đầu dòng “- ”."
            yield passage.remark(message, 0, len(passage.text))
        elif not text.endswith(sign):
            message = f"Cuối dòng “{text}” phải là dấu {said}."
            yield passage.remark(message, 0, len(passage.text))


RULES: Final[tuple[Rule, ...]] = (
    state_and_motto,
    number_and_symbol,
    number_and_date_filled,
    addressees,
)
