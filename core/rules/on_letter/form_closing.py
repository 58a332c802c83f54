"""Rules about the end of a letter: signature, “./.”, Nơi nhận (family F)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from core.paper.model import Component
from core.rules.on_letter import form_closing_examples as given
from core.rules.on_letter.passages import Passage, entries, passages
from core.rules.on_letter.whole import whole
from core.rules.registry import Look, Need, Remark, Rule, Scope, Severity, rule

_LETTER: Final = (Need.LETTER,)
_NO_SPACE: Final = re.compile(r"^(TM|KT|TL|TUQ|Q)\.(?=\S)")
_NO_STOP: Final = re.compile(r"^(TM|KT|TL|TUQ)(?=\s)")
_END: Final = "./."
_END_MISTYPED: Final = re.compile(r"[\s.]*(?:\.\s*/\s*\.?|/\s*\.)[\s.]*$")
_NO_DRAFTER: Final = "thiếu đơn vị soạn thảo sau “VT,”"
_KEPT: Final = re.compile(r"^[-–—+]?\s*Lưu(?P<colon>\s*:?)\s*(?P<rest>.*)$", re.DOTALL)


@rule(
    "F08",
    Severity.WARNING,
    title="Quyền hạn, chức vụ, họ tên người ký chưa đúng",
    when="Sau TM., KT., TL., TUQ., Q. thiếu dấu cách hoặc dấu chấm; chưa có họ tên người"
    " ký (gợi ý khi chưa phát hành); trước họ tên có học hàm, học vị; dưới KT. không"
    " phải cấp phó; Ủy ban nhân dân ký mà không ghi TM. (gợi ý).",
    hint="Ghi như “TM. ỦY BAN NHÂN DÂN”, dòng dưới “KT. CHỦ TỊCH”, “PHÓ CHỦ TỊCH”, rồi họ"
    " tên người ký.",
    basis="Nghị định số 30/2020/NĐ-CP, Điều 13 và Phụ lục I, mục II (chức vụ, họ tên và"
    " chữ ký).",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.F08_BROKEN,
    sound=given.F08_SOUND,
)
def signature(look: Look) -> Iterator[Remark]:
    """Authority, title and name stand as the decree has them."""
    paper = look.the_paper
    authority = [
        i for i in paper.of(Component.AUTHORITY, annex=0) if paper.lines[i].text.strip()
    ]
    for index in authority:
        text = paper.lines[index].text.strip()
        if found := _NO_SPACE.match(text):
            right = f"{found[1]}. {text[found.end() :]}"
            message = f"Thiếu dấu cách sau “{found[0]}”, phải ghi “{right}”."
            yield Remark(None, message, line=index)
        elif found := _NO_STOP.match(text):
            right = f"{found[1]}.{text[found.end() :]}"
            message = f"Thiếu dấu chấm sau “{found[0]}”, phải ghi “{right}”."
            yield Remark(None, message, line=index)
    yield from _collective(look, authority)
    yield from _deputy(look, authority)
    yield from _named(look, authority)


def _collective(look: Look, authority: list[int]) -> Iterator[Remark]:
    """The hint that a people's committee signs as a body."""
    paper = look.the_paper
    issuer = paper.text(Component.ISSUER, annex=0).upper()
    first = paper.lines[authority[0]].text.strip().upper() if authority else ""
    if "ỦY BAN NHÂN DÂN" in issuer and first.startswith(("CHỦ TỊCH", "KT.")):
        message = (
            "Ủy ban nhân dân làm việc tập thể: dòng trên ghi “TM. ỦY BAN NHÂN DÂN”."
        )
        yield Remark(None, message, severity=Severity.HINT, line=authority[0])


def _deputy(look: Look, authority: list[int]) -> Iterator[Remark]:
    """The remark that who signs for somebody (KT.) bears that very title."""
    lines = look.the_paper.lines
    for above, below in pairwise(authority):
        title = lines[below].text.strip()
        if lines[above].text.strip().upper() == f"KT. {title.upper()}":
            message = f"Dưới “KT. {title}” là chức vụ cấp phó: “PHÓ {title}”."
            yield Remark(None, message, line=below)


def _named(look: Look, authority: list[int]) -> Iterator[Remark]:
    """The remark that the signer has no name, or bears a degree."""
    paper = look.the_paper
    signers = list(passages(paper, (Component.SIGNER,), annex=0))
    if not signers and paper.lines:
        severity = None if paper.issued else Severity.HINT
        line = authority[-1] if authority else len(paper.lines) - 1
        yield Remark(None, "Chưa có họ tên người ký.", severity=severity, line=line)
    for signer in signers:
        name = signer.text.strip()
        for degree in look.reference.words("degree"):
            if name.casefold().startswith(f"{degree.casefold()} "):
                message = f"Trước họ tên người ký không ghi học vị “{degree}”."
                yield signer.remark(message, 0, len(signer.text))
                break


@rule(
    "F09",
    Severity.WARNING,
    title="Kết thúc nội dung chưa đúng",
    when="Nội dung công văn không kết thúc bằng “./.” viết liền sau từ cuối cùng; phụ lục"
    " không xét.",
    hint="Ghi “./.” liền sau từ cuối cùng của nội dung, không có dấu cách.",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5.",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.F09_BROKEN,
    sound=given.F09_SOUND,
)
def end_of_body(look: Look) -> Iterator[Remark]:
    """The body ends in “./.”, close to its last word."""
    told = whole(look.the_paper)
    ends = told.at(told.every(_END), (Component.BODY,))
    body = told.body
    if not body or any(one in body and _is_ended(one.text) for one in ends):
        return
    last = body[-1]
    found = _END_MISTYPED.search(last.text)
    if found and found[0].strip():
        typed = found[0].strip()
        message = (
            f"Cuối nội dung ghi “{typed}”, phải là “{_END}” viết liền sau từ cuối."
        )
        if typed == _END:
            message = f"Trước “{_END}” không để dấu cách."
        yield last.remark(message, *found.span())
    else:
        message = f"Cuối nội dung thiếu dấu “{_END}”."
        yield last.remark(message, 0, len(last.text))


def _is_ended(text: str) -> bool:
    rest = text.rstrip().removesuffix(_END)
    return rest != text.rstrip() and rest == rest.rstrip(" \t\u00a0.,;:/")


@rule(
    "F10",
    Severity.WARNING,
    title="Nơi nhận chưa đúng",
    when="Nơi nhận thiếu “- Như trên;”, thiếu hoặc ghi sai dòng “- Lưu: VT, …”, hoặc có"
    " dòng không phải nơi nhận; sai dấu cuối dòng khác, hay sau “VT” chỉ thiếu đơn vị soạn"
    " thảo, là gợi ý.",
    hint="Dòng đầu “- Như trên;”, dòng cuối “- Lưu: VT, <chữ viết tắt đơn vị soạn"
    " thảo>.”; các dòng khác có gạch đầu dòng và dấu chấm phẩy.",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II (nơi nhận).",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.F10_BROKEN,
    sound=given.F10_SOUND,
)
def recipients(look: Look) -> Iterator[Remark]:
    """The list of recipients stands as the decree has it."""
    told = list(entries(look.the_paper, Component.RECIPIENTS))
    if not told:
        if look.the_paper.lines and "nơi nhận" not in _all_text(look):
            last = len(look.the_paper.lines) - 1
            yield Remark(None, "Chưa có phần “Nơi nhận:”.", line=last)
        return
    first = told[0]
    if first.text.strip().casefold().startswith("nơi nhận"):
        yield from _heading(first)
        told = told[1:]
    if not any(_plain(one).startswith(("như trên", "như kính gửi")) for one in told):
        message = "Nơi nhận thiếu dòng “- Như trên;”."
        yield Remark(None, message, line=(told or [first])[0].line)
    kept = next((one for one in told if _KEPT.match(one.text.strip())), None)
    if kept is None and told:
        yield Remark(None, "Nơi nhận thiếu dòng “- Lưu: VT, …”.", line=told[-1].line)
    for one in told:
        if one is kept:
            yield from _kept(one)
        else:
            yield from _entry(one)


def _all_text(look: Look) -> str:
    return "\n".join(line.text for line in look.the_paper.lines).casefold()


def _plain(passage: Passage) -> str:
    return passage.text.strip().lstrip("-–—+ ").casefold()


def _heading(passage: Passage) -> Iterator[Remark]:
    if passage.text.strip() != "Nơi nhận:":
        message = f"Ghi “{passage.text.strip()}”, phải là “Nơi nhận:”."
        yield passage.remark(message, 0, len(passage.text))


def _kept(passage: Passage) -> Iterator[Remark]:
    """The faults of the line "- Lưu: VT, VP."."""
    text = passage.text.strip()
    found = _KEPT.match(text)
    rest = found["rest"] if found else ""
    faults = []
    if found and found["colon"] != ":":
        faults.append("sau “Lưu” phải là dấu hai chấm")
    kept = re.findall(r"[\w-]+", rest)
    if "VT" not in kept:
        faults.append("thiếu “VT”")
    elif len(kept) == 1:
        faults.append(_NO_DRAFTER)
    if re.search(r"\s[.,;:]", text) or not text.endswith((".", ")")):
        faults.append("cuối dòng phải là dấu chấm viết liền")
    if not text.startswith("-"):
        faults.append("thiếu gạch đầu dòng")
    if faults:
        message = f"Dòng “{text}”: {', '.join(faults)}."
        severity = Severity.HINT if faults == [_NO_DRAFTER] else None
        yield passage.remark(message, 0, len(passage.text), severity)


def _entry(passage: Passage) -> Iterator[Remark]:
    """The faults of another line."""
    text = passage.text.strip()
    if not text.startswith("-"):
        message = (
            f"Dòng “{text}” không phải nơi nhận; ký hiệu người soạn thảo ghi ở cuối"
        )
        yield passage.remark(f"{message} dòng “Lưu”.", 0, len(passage.text))
    elif not text.endswith(";"):
        message = f"Cuối dòng “{text}” phải là dấu chấm phẩy."
        yield passage.remark(message, 0, len(passage.text), Severity.HINT)


RULES: Final[tuple[Rule, ...]] = (signature, end_of_body, recipients)
