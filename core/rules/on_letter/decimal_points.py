"""Rule N25: figures of a letter with a point for their decimal comma."""

import re
from collections.abc import Iterator
from typing import Final

from core.catalogue import Kind
from core.patterns import later
from core.rules.on_letter.passages import TEXT
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

_POINTED: Final = later(
    r"\.(?<=\d\.)\d{1,2}(?=\s*(?:%|phần trăm|điểm|/\s*\d{2,3}(?![\d/.])))",
    re.IGNORECASE,
)
_BEFORE: Final = later(r"(?<![\w.,/])\d{1,3}$")
_ALONE: Final = later(r"\s*(\d{1,3}\.\d{1,2})\s*(?:%|/\s*\d+(?:[.,]\d+)?)?\s*$")
_ANNEX: Final = (
    "Phụ lục\nKẾT QUẢ BỘ CHỈ SỐ\n"
    "(Kèm theo Công văn số 05/UBND-VP ngày 09 tháng 10 năm 2026 của UBND xã)\n"
    "|STT|Tên đơn vị|Tỷ lệ hồ sơ nộp trực tuyến (%)|\n|1.1|Xã A|{}|\n|1.2|Xã B|80{}00|"
)


def _letter(body: str, annex: str = "") -> dict[str, str]:
    """The sound letter with that sentence, and an annex where it has one."""
    if not annex:
        return {"body.first": body}
    return {"body.first": f"Chi tiết tại Phụ lục kèm theo. {body}", "annex": annex}


@rule(
    "N25",
    Severity.WARNING,
    title="Số thập phân ghi bằng dấu chấm",
    when="Tỷ lệ, điểm ghi trong công văn hoặc phụ lục dùng dấu chấm thay cho dấu phẩy thập phân, như “88.79%”. Mỗi đoạn, mỗi bảng chỉ nêu một lần.",
    hint="Đổi dấu chấm thành dấu phẩy: 88,79%; dấu chấm chỉ để ngăn hàng nghìn: 2.033 hồ sơ.",
    basis="Cách ghi số của Việt Nam: dấu phẩy là thập phân, dấu chấm ngăn hàng nghìn; bảng tính tiếng Anh dùng dấu ngược lại.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter=_letter("Tỷ lệ hồ sơ nộp trực tuyến đạt 88.79%.")),
        Example({}, letter=_letter("Xã đạt 80.33/100 điểm. Nhóm Số hóa hồ sơ 18.5/22 điểm.")),
        Example({}, letter=_letter("", _ANNEX.format("91.70", "."))),
    ),
    sound=(
        Example({}, letter=_letter("Tỷ lệ hồ sơ nộp trực tuyến đạt 88,79%.")),
        Example({}, letter=_letter("Có 2.033 hồ sơ; theo mục 3.5 và tiêu chí 3.6, 4.1/4.2.")),
        Example({}, letter=_letter("", _ANNEX.format("91,70", ","))),
    ),
)  # fmt: skip
def point_for_comma(look: Look) -> Iterator[Remark]:
    """Ratios and points written as English writes them, once a line and a table (N25)."""
    lines = look.the_paper.lines
    told: set[int] = set()
    for index in look.the_paper.of(*TEXT):
        if found := list(_pointed(lines[index].text)):
            told.add(index)
            texts = [lines[index].text[slice(*span)] for span in found]
            yield _said(texts, index, found[0][0])
    tables: dict[int, list[tuple[int, str]]] = {}
    columns = set(_columns(look))
    for index, line in enumerate(lines):
        if line.cell is None or (line.cell.table, line.cell.column) not in columns:
            continue
        if index not in told and (one := _ALONE.match(line.text)):
            tables.setdefault(line.cell.table, []).append((index, one[1]))
    for some in tables.values():
        first = some[0][0]
        start = lines[first].text.index(some[0][1])
        yield _said([text for _, text in some], first, start)


def _columns(look: Look) -> Iterator[tuple[int, int]]:
    """The columns that hold ratios and points: by their table and number."""
    for claim in look.the_paper.claims:
        cell = look.the_paper.lines[claim.line].cell
        indicator = look.indicator(claim.place.indicator)
        is_exact = indicator is not None and indicator.kind in (Kind.RATIO, Kind.SCORE)
        if cell is not None and is_exact:
            yield cell.table, cell.column


def _pointed(text: str) -> Iterator[tuple[int, int]]:
    """Where such a figure stands in a sentence; looking for its point first is faster."""
    for one in _POINTED.finditer(text):
        if begins := _BEFORE.search(text, 0, one.start()):
            yield begins.start(), one.end()


def _said(found: list[str], line: int, start: int) -> Remark:
    """The remark about figures, the first of which stands there."""
    first, right = found[0], found[0].replace(".", ",")
    others = f" ({len(found)} số)" if len(found) > 1 else ""
    message = f"“{first}” dùng dấu chấm làm dấu thập phân{others}; viết “{right}”."
    return Remark(None, message, line=line, span=(start, start + len(first)))


RULES: Final[tuple[Rule, ...]] = (point_for_comma,)
