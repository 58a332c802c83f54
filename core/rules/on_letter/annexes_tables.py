"""Family A, part three: what stands in the annexes and their tables."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from core import figures
from core.catalogue import Kind
from core.paper.model import Claim, Component, Setup
from core.report import TOTAL, Part, Place
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

TABLES: Final = "Nghị định 30/2020/NĐ-CP, Phụ lục I: bảng, biểu trong phụ lục phải rõ ràng, đọc được một mình."
_COMPARED: Final = re.compile(
    r"chỉ tiêu|kế hoạch|mục tiêu|(?:kỳ|tháng|quý|năm|tuần) trước|cùng kỳ|tăng|giảm|so với",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    r"\s*(?:kỳ\s+)?(?:tháng|quý|năm|tuần)\s+[\dIVX]+(?:(?:\s*[/-]\s*|\s+năm\s+)\d{4})?\s*",
    re.IGNORECASE,
)
_PERSONAL: Final = {
    "owner": re.compile(
        r"chủ hồ sơ|người nộp|họ (?:và )?tên|tên (?:công dân|người)", re.IGNORECASE
    ),
    "identity": re.compile(
        r"số định danh|căn cước|cccd|cmnd|chứng minh (?:nhân dân|thư)|hộ chiếu|ngày sinh",
        re.IGNORECASE,
    ),
    "address": re.compile(r"địa chỉ|nơi (?:ở|cư trú)|thường trú", re.IGNORECASE),
    "phone": re.compile(r"điện thoại|sđt|số đt|di động", re.IGNORECASE),
}
_HEADING_ROWS: Final = 3
_POINT: Final = Decimal("0.3528")
"""A point in mm."""

_HALF: Final = Decimal("0.5")
"""How wide a letter is on the average, in parts of its size."""

_OVER: Final = 8.0  # mm: tables are drawn a little wider than the text beside them
_PADDING: Final = Decimal("3.8")
"""Room left and right of a cell's text, in mm, as Word begins with."""

_SIZE: Final = Decimal(13)
_REFERENCE: Final = (
    "(Kèm theo Công văn số 05/UBND-VP ngày 09 tháng 10 năm 2026 của UBND xã)"
)
_HEAD: Final = f"Phụ lục\nKẾT QUẢ BỘ CHỈ SỐ\n{_REFERENCE}\n"
_SAID: Final = "Kết quả của từng đơn vị tại Phụ lục kèm theo."


def sound_with(table: str) -> dict[str, str]:
    """The sound letter with an annex of that table."""
    return {"body.first": _SAID, "annex": _HEAD + table}


TWO_RATES: Final = "|1|Xã A|91,70|\n|2|Xã B|80,00|"
ONE_RATE: Final = "|STT|Tên đơn vị|Tỷ lệ hồ sơ nộp trực tuyến (%)|\n"
ONE_COUNT: Final = "|STT|Tên đơn vị|Số lượng hồ sơ chứng thực bản sao điện tử|\n"
_SUM: Final = ONE_COUNT + "|1|Xã A|30|\n|2|Xã B|12|\n| |TỔNG CỘNG|{}|"


@rule(
    "A08",
    Severity.HINT,
    title="Bảng không có gì để so sánh",
    when="Bảng đơn vị của phụ lục chỉ có một dòng số liệu, không có dòng chỉ tiêu hay kỳ trước.",
    hint="Thêm dòng chỉ tiêu được giao và dòng số liệu kỳ trước, nếu có, để người đọc thấy đạt hay chưa, tăng hay giảm.",
    basis="Một dòng số đứng một mình không cho biết cao hay thấp.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter=sound_with(ONE_RATE + "|1|UBND xã Trường Tây|91,70|")),
        Example({}, letter=sound_with("|STT|Tên đơn vị|Tỷ lệ hồ sơ nộp trực tuyến (%)|Kỳ|\n"
                                 "|1|UBND xã Trường Tây|91,70|Tháng 9/2026|")),
        Example({}, letter=sound_with(ONE_RATE + "|1|UBND xã Trường Tây|91,70|\n| |Tháng 8/2026||")),
    ),
    sound=(
        Example({}, letter=sound_with(ONE_RATE + TWO_RATES)),
        Example({}, letter=sound_with(ONE_RATE + "|1|UBND xã Trường Tây|91,70|\n| |Chỉ tiêu|52|")),
        Example({}, letter=sound_with("|STT|Tên tiêu chí|Tỷ lệ (%)|Điểm đạt|Điểm tối đa|\n"
                                 "|1|Tỷ lệ hồ sơ cấp kết quả điện tử|57,70|3,46|6|")),
        Example({}, letter=sound_with("Xem bảng riêng.")),
        *(Example({}, letter=sound_with(ONE_RATE + f"|1|UBND xã Trường Tây|91,70|\n| |{time}|88,4|"))
          for time in ("Tháng 8/2026", "Kỳ tháng 08 năm 2026", "Quý II/2026", "Năm 2025")),
    ),
)  # fmt: skip
def nothing_to_compare(look: Look) -> Iterator[Remark]:
    """A table of units with one row of figures and nothing beside it."""
    paper = look.the_paper
    by_table: dict[int, list[Claim]] = {}
    for claim in paper.claims:
        line = paper.lines[claim.line]
        if line.cell is not None and line.component is Component.ANNEX_CELL:
            by_table.setdefault(line.cell.table, []).append(claim)
    for table, some in by_table.items():
        cells = [paper.lines[one.line].cell for one in some]
        rows = {cell.row for cell in cells if cell is not None}
        has_most = any(one.place.part is not Part.VALUE for one in some)
        printed = paper.table(table)
        texts = " ".join(text for row in printed for text in row)
        if len(rows) != 1 or has_most or _COMPARED.search(texts):
            continue
        others = (row for at, row in enumerate(printed) if at not in rows)
        if not any(map(_is_of_a_time, others)):
            message = "Bảng chỉ có một dòng số liệu, không có chỉ tiêu hay kỳ trước để so sánh."
            yield Remark(None, message, line=some[0].line)


def _is_of_a_time(row: tuple[str, ...]) -> bool:
    """Whether a row holds the figures of a period that it names: "Tháng 8/2024"."""
    named = [at for at, text in enumerate(row) if _TIME.fullmatch(text)]
    return any(text[:1].isdecimal() for text in row[named[0] + 1 :]) if named else False


@rule(
    "A09",
    Severity.WARNING,
    title="Bảng của phụ lục không vừa khổ giấy đứng",
    when="Bảng rộng hơn chiều ngang phần chữ của trang đứng, hoặc có nhiều cột đến mức chữ không thể vừa.",
    hint="Đặt trang phụ lục nằm ngang, hoặc bớt cột.",
    basis="Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.2: văn bản có bảng, biểu có thể trình bày theo chiều rộng của khổ A4.",
    scope=Scope.LETTER,
    needs=(Need.LETTER, Need.LAYOUT),
    broken=(
        Example({}, letter=sound_with("|" + "Nghiêngngả|" * 9 + "\n|" + "không|" * 9),
                extra={"setups": (Setup(),)}),
    ),
    sound=(
        Example({}, letter=sound_with("|" + "Nghiêngngả|" * 9 + "\n|" + "không|" * 9),
                extra={"setups": (Setup(width=297.0, height=210.0),)}),
        Example({}, letter=sound_with(ONE_RATE + TWO_RATES), extra={"setups": (Setup(),)}),
    ),
)  # fmt: skip
def table_too_wide(look: Look) -> Iterator[Remark]:
    """An annex's table whose longest words cannot stand side by side on the page."""
    paper = look.the_paper
    widest: dict[tuple[int, int], Decimal] = {}
    first: dict[int, int] = {}
    for index in paper.of(Component.ANNEX_CELL):
        line = paper.lines[index]
        if line.cell is None:
            continue
        first.setdefault(line.cell.table, index)
        size = max(line.look.sizes, default=_SIZE) if line.look else _SIZE
        letters = max((len(word) for word in line.text.split()), default=0)
        width = letters * size * _HALF * _POINT + _PADDING
        column = line.cell.table, line.cell.column
        widest[column] = max(width, widest.get(column, _PADDING))
    for table, index in first.items():
        page = paper.setups[min(paper.lines[index].section, len(paper.setups) - 1)]
        room = Decimal(page.width - page.left - page.right)
        own = [width for (number, _), width in widest.items() if number == table]
        drawn = paper.widths[table] if table < len(paper.widths) else 0.0
        is_wide = sum(own) > room or drawn > page.width - page.left - page.right + _OVER
        if not page.is_landscape and is_wide:
            message = f"Bảng {len(own)} cột không vừa chiều ngang {room:.0f} mm của trang đứng."
            yield Remark(None, message, line=index)


@rule(
    "A10",
    Severity.WARNING,
    title="Dòng tổng của bảng không bằng các dòng cộng lại",
    when="Ở cột đếm số lượng của phụ lục, dòng tổng khác tổng của các đơn vị (khi đơn vị nào cũng có số). Hồ sơ quá hạn đã có quy tắc N10.",
    hint="Cộng lại cột này, rồi sửa dòng tổng hoặc đơn vị ghi sai.",
    basis="Tổng bằng các phần cộng lại.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(Example({}, letter=sound_with(_SUM.format("43"))),),
    sound=(
        Example({}, letter=sound_with(_SUM.format("42"))),
        Example({}, letter=sound_with(_SUM.format("43").replace("|30|", "|-|"))),
        Example({}, letter=sound_with(_SUM.format("-"))),
    ),
)  # fmt: skip
def wrong_total(look: Look) -> Iterator[Remark]:
    """A total line of a count that its units do not add up to."""
    paper = look.the_paper
    report = paper.stated
    rows = tuple(report.rows.values())
    if report.total is None or next(paper.of(Component.ANNEX_CELL), None) is None:
        return
    for place, claim in paper.claimed().items():
        indicator = look.indicator(place.indicator)
        is_count = indicator is not None and indicator.kind is Kind.COUNT
        is_own = (
            place == Place(TOTAL, place.indicator)
            and place.indicator != "overdue_total"
        )
        line = paper.lines[claim.line]
        if not (is_count and is_own and line.component is Component.ANNEX_CELL):
            continue
        stated = report.number_at(place)
        parts = [row.number(place.indicator) for row in rows]
        known = [one for one in parts if one is not None]
        summed = sum(known, Decimal(0))
        if stated is None or len(known) < len(parts) or summed == stated:
            continue
        message = (
            f"Tổng {figures.show(stated)} không khớp các dòng cộng lại "
            f"({figures.show(summed)})."
        )
        yield Remark(None, message, line=claim.line, span=(claim.start, claim.end))


@rule(
    "A11",
    Severity.ERROR,
    title="Phụ lục có dữ liệu cá nhân",
    when="Bảng của phụ lục có cột họ tên người nộp hồ sơ, số định danh, hoặc cả địa chỉ lẫn số điện thoại.",
    hint="Bỏ các cột này khỏi phụ lục; chỉ giữ mã hồ sơ, đơn vị và số ngày quá hạn.",
    basis="Luật Bảo vệ dữ liệu cá nhân; phụ lục của công văn công bố kết quả được gửi rộng rãi.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter=sound_with("|STT|Mã hồ sơ|Chủ hồ sơ|\n|1|000.21|Nguyễn Văn A|")),
        Example({}, letter=sound_with("|STT|Mã hồ sơ|Số CCCD|\n|1|000.21|079|")),
        Example({}, letter=sound_with("|STT|Địa chỉ|Điện thoại|\n|1|Ấp 1|0276|")),
    ),
    sound=(
        Example({}, letter=sound_with("|STT|Đơn vị|Điện thoại|\n|1|Phòng Kinh tế|0276|")),
        Example({}, letter=sound_with(ONE_RATE + TWO_RATES)),
    ),
)  # fmt: skip
def personal_data(look: Look) -> Iterator[Remark]:
    """Columns of personal data in an annex."""
    paper = look.the_paper
    by_table: dict[int, dict[str, int]] = {}
    for index in paper.of(Component.ANNEX_CELL):
        line = paper.lines[index]
        if line.cell is None or line.cell.row >= _HEADING_ROWS:
            continue
        for kind, pattern in _PERSONAL.items():
            if pattern.search(line.text):
                by_table.setdefault(line.cell.table, {}).setdefault(kind, index)
    for found in by_table.values():
        kinds = Counter(found.keys())
        is_named = bool(kinds["owner"] or kinds["identity"])
        if is_named or (kinds["address"] and kinds["phone"]):
            named = "; ".join(paper.lines[index].text for index in found.values())
            message = f"Phụ lục có cột dữ liệu cá nhân: {figures.clean(named)}."
            yield Remark(None, message, line=next(iter(found.values())))


RULES: Final[tuple[Rule, ...]] = (
    nothing_to_compare,
    table_too_wide,
    wrong_total,
    personal_data,
)
