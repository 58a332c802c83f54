"""Family A, part one: which annexes there are, how they are named and referred to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from core import dates, figures
from core.paper.holding import lines_holding
from core.paper.model import Component, Paper
from core.rules.registry import (
    Example,
    Look,
    Need,
    Remark,
    Rule,
    Scope,
    Severity,
    rule,
)

_ANNEX: Final = "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III (phụ lục văn bản)."
_MENTION: Final = re.compile(
    r"(?i:phụ lục)(?:\s+(?i:số\s+)?(?P<numbers>(?:[IVX]+|\d+)"
    r"(?:(?:\s*,\s*|\s+và\s+)(?:[IVX]+|\d+)(?!\w))*)(?!\w))?"
)
_OF_OTHERS: Final = re.compile(
    r"(?:[^.;)]{0,30}?(?:ban hành kèm theo|kèm theo|của|thuộc|tại))?\s+(?:các\s+)?"
    r"(?:Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Kế hoạch|Luật|Báo cáo|Hướng dẫn"
    r"|Công văn số|Văn bản số)"
)
_ATTACHED: Final = re.compile(
    r"(?:gửi )?kèm theo|gửi kèm|đính kèm(?! (?:đầy đủ|thành phần|tệp|hồ sơ|kết quả))",
    re.IGNORECASE,
)  # files of applicants are attached to other things
_ROMAN: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_NUMBERED: Final = re.compile(
    r"số\s*(?P<colon>:?)\s*(?P<code>.*?)\s*(?:,\s*)?(?=ngày|của|$)"
)
_CODE: Final = re.compile(r"(?P<number>\d*)\W*/\s*(?P<symbol>[^\s,;)]+)")
_DAY: Final = re.compile(figures.DAY, re.IGNORECASE)

_TABLE: Final = (
    "|STT|Tên đơn vị|Tỷ lệ hồ sơ nộp trực tuyến (%)|\n|1|Xã A|91,70|\n|2|Xã B|80,00|"
)
_TITLE: Final = "KẾT QUẢ BỘ CHỈ SỐ"
_REFERENCE: Final = (
    "(Kèm theo Công văn số 05/UBND-VP ngày 09 tháng 10 năm 2026 của UBND xã)"
)
_SOUND_ANNEX: Final = f"Phụ lục\n{_TITLE}\n{_REFERENCE}\n{_TABLE}"
_SAID: Final = "Kết quả của từng đơn vị tại Phụ lục kèm theo."
_FIRST: Final = f"Phụ lục I\n{_TITLE}\n{_REFERENCE}\n{_TABLE}"
_SECOND: Final = f"Phụ lục II\n{_TITLE}\n{_REFERENCE}\n{_TABLE}"
_BOTH: Final = "Chi tiết tại Phụ lục I và Phụ lục II kèm theo."


@dataclass(frozen=True, slots=True)
class Mention:
    """Where the letter speaks of an annex of its own.

    Attributes:
        line: Index of the line.
        start: Where it begins there.
        end: Where it ends.
        number: Its number, or None where it bears none.
        is_roman: The number is a Roman one.
    """

    line: int
    start: int
    end: int
    number: int | None = None
    is_roman: bool = False


def mentions(paper: Paper) -> Iterator[Mention]:
    """Where the letter itself speaks of its annexes, one for each number it names."""
    for index in lines_holding(paper, ("phụ lục",), (Component.BODY,), 0):
        text = paper.lines[index].text
        for match in _MENTION.finditer(text):
            if _OF_OTHERS.match(text, match.end()):
                continue
            numbers = re.findall(r"[IVX]+|\d+", match["numbers"] or "")
            if not numbers:
                yield Mention(index, *match.span())
            for one in numbers:
                yield Mention(index, *match.span(), _number(one), not one.isdecimal())


def _number(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    return _ROMAN.index(text) if text in _ROMAN else None


@dataclass(frozen=True, slots=True)
class _Label:
    """The label of an annex: its line, and the number in it."""

    annex: int
    line: int
    text: str
    number: int | None
    is_roman: bool
    is_label: bool


def _labels(paper: Paper) -> tuple[_Label, ...]:
    """The annexes' labels in order; the first line of one that has none."""
    found = []
    for annex in paper.annexes:
        own = tuple(paper.of(Component.ANNEX_LABEL, annex=annex))
        index = own[0] if own else next(_lines(paper, annex))
        text = figures.clean(paper.lines[index].text)
        match = _MENTION.match(text)
        said = (match["numbers"] or "") if match else ""
        number = _number(said) if said else None
        found.append(
            _Label(annex, index, text, number, not said.isdecimal(), bool(own))
        )
    return tuple(found)


def _lines(paper: Paper, annex: int) -> Iterator[int]:
    return (index for index, one in enumerate(paper.lines) if one.annex == annex)


@rule(
    "A01",
    Severity.ERROR,
    title="Phụ lục được nhắc mà không có, hoặc có mà không nhắc",
    when="Nội dung nhắc đến phụ lục mà trong tệp không có phụ lục ấy, hoặc có phụ lục mà nội dung không nhắc đến.",
    hint="Đính phụ lục còn thiếu vào cùng tệp công văn, hoặc thêm câu “(có Phụ lục kèm theo)” ở chỗ cần.",
    basis=_ANNEX,
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter={"body.first": _SAID}),
        Example({}, letter={"annex": _SOUND_ANNEX}),
        Example({}, letter={"body.first": "Xem Phụ lục I kèm theo.", "annex": _FIRST,
                            "annex2": _SECOND}),
        Example({}, letter={"body.first": "Xem Phụ lục I, II và III kèm theo.",
                            "annex": _FIRST, "annex2": _SECOND}),        Example({}, letter={"body.first": "Quét, đính kèm đầy đủ thành phần hồ sơ.",
                            "annex": _SOUND_ANNEX}),
    ),
    sound=(
        Example({}, letter={}),
        Example({}, letter={"body.first": _SAID, "annex": _SOUND_ANNEX}),
        Example({}, letter={"body.first": "Chi tiết theo bảng kèm theo.",
                            "annex": _SOUND_ANNEX}),
        Example({}, letter={"body.first": _BOTH, "annex": _FIRST, "annex2": _SECOND}),
        Example({}, letter={"body.first": "Chi tiết tại các phụ lục.", "annex": _FIRST,
                            "annex2": _SECOND}),
        Example({}, letter={"body.first": "Thực hiện theo Phụ lục I của Kế hoạch năm 2026 của UBND xã."}),
    ),
)  # fmt: skip
def annex_missing(look: Look) -> Iterator[Remark]:
    """An annex that is spoken of and not there, or there and not spoken of."""
    paper = look.the_paper
    labels, said = _labels(paper), tuple(mentions(paper))
    told: set[int | None] = set()
    for one in said:
        if one.number in told or not _is_missing(one, labels):
            continue
        told.add(one.number)
        name = paper.lines[one.line].text[one.start : one.end]
        message = f"Nội dung nhắc đến “{name}” nhưng trong tệp không có phụ lục này."
        yield Remark(None, message, line=one.line, span=(one.start, one.end))
    if not said and _is_attached(paper):
        return
    for label in labels:
        if not any(_is_of(one, label, labels) for one in said):
            message = f"Có “{label.text}” nhưng nội dung công văn không nhắc đến."
            yield Remark(None, message, line=label.line)


def _is_attached(paper: Paper) -> bool:
    """Whether the letter itself says that something goes with it."""
    held = lines_holding(paper, ("kèm",), (Component.BODY,), 0)
    return any(_ATTACHED.search(paper.lines[one].text) for one in held)


def _is_missing(one: Mention, labels: tuple[_Label, ...]) -> bool:
    """Whether an annex spoken of is not there."""
    if one.number is None or not labels:
        return not labels
    numbered = {label.number for label in labels} - {None}
    return one.number not in numbered and one.number > len(labels)


def _is_of(one: Mention, label: _Label, labels: tuple[_Label, ...]) -> bool:
    """Whether a mention is, or may be, of that annex; one without number is of all."""
    place = label.number or labels.index(label) + 1
    return one.number is None or one.number == place or len(labels) == 1


@rule(
    "A03",
    Severity.ERROR,
    title="Dòng “Kèm theo” của phụ lục chưa đúng",
    when="Phụ lục không có dòng “(Kèm theo Công văn số … ngày … tháng … năm …)”; dòng ấy thiếu số hoặc ngày, viết “số:”; số, ký hiệu hoặc ngày khác với công văn.",
    hint="Viết lại theo số, ký hiệu và ngày của công văn: “(Kèm theo Công văn số 183/UBND-VP ngày 30 tháng 9 năm 2024 của UBND xã …)”.",
    basis=_ANNEX,
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=tuple(
        Example({}, letter={"body.first": _SAID,
                            "annex": _SOUND_ANNEX.replace(_REFERENCE, text)})
        for text in (
            "(Kèm theo Công văn số: 05/UBND-VP ngày 09 tháng 10 năm 2026 của UBND xã)",
            "(Kèm theo Công văn số 06/UBND-VP ngày 09 tháng 10 năm 2026 của UBND xã)",
            "(Kèm theo Công văn số 05/UBND-NC ngày 09 tháng 10 năm 2026 của UBND xã)",
            "(Kèm theo Công văn số 05/UBND-VP ngày 10 tháng 10 năm 2026 của UBND xã)",
            "(Kèm theo Công văn số 05/UBND-VP của UBND xã)",
            "(Kèm theo Công văn ngày 09 tháng 10 năm 2026 của UBND xã)",
            "(Kèm theo Công văn số 05 ngày 09 tháng 10 năm 2026 của UBND xã)",
            "",
        )
    ),
    sound=(
        Example({}, letter={"body.first": _SAID, "annex": _SOUND_ANNEX}),
        Example({}, letter={"body.first": _SAID, "annex": _SOUND_ANNEX.replace("số 05/", "số 5/")}),
        Example({}, letter={"body.first": _SAID, "annex": _SOUND_ANNEX.replace(
            "số 05/UBND-VP ngày 09", "số       /UBND-VP ngày     ")}),
        Example({}, letter={"body.first": _SAID, "annex": _SOUND_ANNEX.replace(
            "ngày 09 tháng 10 năm 2026", "ngày 09/10/2026")}),
    ),
)  # fmt: skip
def wrong_reference(look: Look) -> Iterator[Remark]:
    """An annex whose line "(Kèm theo …)" is missing, badly formed or of another letter."""
    paper = look.the_paper
    for label in _labels(paper):
        lines = tuple(paper.of(Component.ANNEX_REFERENCE, annex=label.annex))
        if lines:
            text = figures.clean(" ".join(paper.lines[one].text for one in lines))
            for trouble in _troubles(paper, text):
                yield Remark(None, trouble, line=lines[0])
        elif label.is_label:
            message = f"“{label.text}” chưa có dòng “(Kèm theo Công văn số … ngày …)”."
            yield Remark(None, message, line=label.line)


def _troubles(paper: Paper, text: str) -> Iterator[str]:
    """What is wrong with the text of such a line."""
    found = _NUMBERED.search(text)
    code = _CODE.search(found["code"]) if found else None
    if found is None or code is None:
        yield "Dòng “Kèm theo” của phụ lục chưa ghi số, ký hiệu của công văn."
    else:
        if found["colon"]:
            yield "Dòng “Kèm theo” của phụ lục viết “số:”; trước số của công văn không có dấu hai chấm."
        yield from _other_code(paper, code)
    yield from _other_day(paper, text)


def _other_code(paper: Paper, code: re.Match[str]) -> Iterator[str]:
    own = _CODE.search(paper.text(Component.NUMBER, annex=0))
    if own is None:
        return
    both = code["number"].lstrip("0"), own["number"].lstrip("0")
    is_other = all(both) and both[0] != both[1]
    if is_other or code["symbol"] != own["symbol"]:
        yield (
            f"Phụ lục ghi kèm theo Công văn số {code['number']}/{code['symbol']}, "
            f"trong khi công văn này là số {own['number']}/{own['symbol']}."
        )


def _other_day(paper: Paper, text: str) -> Iterator[str]:
    if "ngày" not in text:
        yield "Dòng “Kèm theo” của phụ lục chưa ghi ngày của công văn."
        return
    said, own = _day_in(text), _day_in(paper.text(Component.PLACE_DATE, annex=0))
    own = own or paper.day
    if said is not None and own is not None and said != own:
        yield (
            f"Phụ lục ghi kèm theo công văn ngày {figures.show_date(said)}, trong khi "
            f"công văn này ngày {figures.show_date(own)}."
        )


def _day_in(text: str) -> date | None:
    """The date that a text names, or None."""
    found = _DAY.search(figures.clean(text))
    return None if found is None else dates.parse_date(found[0])


@rule(
    "A04",
    Severity.ERROR,
    title="Số thứ tự phụ lục chưa đúng",
    when="Có từ hai phụ lục trở lên mà phụ lục không được đánh số bằng chữ số La Mã I, II, III… theo thứ tự.",
    hint="Đánh số phụ lục bằng chữ số La Mã, ở tên phụ lục và ở mọi chỗ nhắc đến.",
    basis=_ANNEX,
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter={"body.first": "Chi tiết tại Phụ lục 1 và Phụ lục II.",
                            "annex": _FIRST, "annex2": _SECOND}),
        Example({}, letter={"body.first": _BOTH, "annex": _FIRST,
                            "annex2": _SECOND.replace("II", "2")}),
        Example({}, letter={"body.first": _BOTH, "annex": _FIRST,
                            "annex2": _SECOND.replace("lục II", "lục")}),
        Example({}, letter={"body.first": "(có các Phụ lục kèm theo)", "annex": _FIRST,
                            "annex2": _SECOND.replace("II", "III")}),
        Example({}, letter={"body.first": "(có Phụ lục 1 kèm theo)\n(có Phụ lục 2 kèm theo)"},
                extra={"also": ("A01",)}),
    ),
    sound=(
        Example({}, letter={"body.first": _BOTH, "annex": _FIRST, "annex2": _SECOND}),
        Example({}, letter={"body.first": _SAID, "annex": _SOUND_ANNEX}),
        Example({}, letter={"body.first": "(có Phụ lục 1 kèm theo)",
                            "annex": _SOUND_ANNEX.replace("Phụ lục", "Phụ lục 1")}),
    ),
)  # fmt: skip
def no_roman_number(look: Look) -> Iterator[Remark]:
    """Two or more annexes that are not numbered I, II, III."""
    paper = look.the_paper
    labels, said = _labels(paper), tuple(mentions(paper))
    numbers = {one.number for one in said if one.number is not None}
    if max(len(labels), len(numbers)) < 2:
        return
    for one in said:
        if one.number is not None and not one.is_roman:
            right = _ROMAN[one.number] if one.number < len(_ROMAN) else "La Mã"
            name = paper.lines[one.line].text[one.start : one.end]
            message = f"Có từ hai phụ lục thì đánh số La Mã: “{name}” viết là “Phụ lục {right}”."
            yield Remark(None, message, line=one.line, span=(one.start, one.end))
    for place, label in enumerate(labels, start=1):
        is_right = label.number == place and label.is_roman
        if not is_right and place < len(_ROMAN):
            message = f"Phụ lục thứ {place} ghi “{label.text}”, phải ghi “Phụ lục {_ROMAN[place]}”."
            yield Remark(None, message, line=label.line)


RULES: Final[tuple[Rule, ...]] = (annex_missing, wrong_reference, no_roman_number)
