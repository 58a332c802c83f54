"""Family N, part one: figures that cannot be, whatever the index says."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from core import figures
from core.catalogue import Indicator, Kind
from core.paper.model import Component
from core.report import TOTAL, Cell, Part, Place, Row, Unreadable
from core.rules.registry import Example, Fix, Look, Remark, Rule, Scope, Severity, rule

OVERDUE, ON_TIME = "overdue_total", "on_time_rate"
_LISTED_AT_MOST = 6
_HUNDRED = Decimal(100)
_ZERO = Decimal(0)


def _beyond_range(look: Look) -> set[str]:
    """Units with a figure that N02 may speak of."""
    found: set[str] = set()
    for (key, part), column in look.columns.items():
        indicator = look.indicator(key)
        if indicator is None or not column.numbers:
            continue
        if (key, Part.MAXIMUM) in look.columns or part is Part.NUMERATOR:
            found.update(column.numbers)  # what limits it stands beside it
        elif part is Part.DENOMINATOR or indicator.kind is Kind.COUNT:
            found.update(column.beyond(_ZERO, None), column.found(_broken))
        else:
            most = _most_of(indicator, part, indicator.maximum)
            found.update(column.beyond(_ZERO, most))
    return found


def _broken(cell: Cell) -> Decimal | None:
    """The figure of a cell where it is no whole number."""
    number = cell.value
    return number if isinstance(number, Decimal) and number % 1 else None


def _not_read(look: Look) -> set[str]:
    """Units with a cell that is no figure although one belongs there."""
    columns = look.columns.values()
    unsure = (one for one in columns if len(one.numbers) < len(one.cells))
    return {one for column in unsure for one in column.found(_unread)}


def _unread(cell: Cell) -> Unreadable | None:
    return cell.value if isinstance(cell.value, Unreadable) else None


def _ranked(look: Look) -> Iterable[str]:
    """Units that have a rank."""
    return look.columns.of_key("rank").cells


def _in_conflict(look: Look) -> set[str]:
    """Units whose overdue files and ratio on time may contradict each other."""
    overdue = look.columns.of_key(OVERDUE).numbers
    on_time = look.columns.of_key(ON_TIME).numbers
    found = {
        one
        for one, rate in on_time.items()
        if one in overdue and (rate == _HUNDRED) != (overdue[one] == 0)
    }
    return found | set(look.columns.of_key(ON_TIME, Part.NUMERATOR).cells)


@rule(
    "N02",
    Severity.ERROR,
    title="Giá trị vượt khoảng cho phép",
    when="Điểm âm hoặc quá điểm tối đa; tỷ lệ ngoài 0–100%; số lượng âm hoặc lẻ; tử số lớn hơn mẫu số.",
    hint="Đối chiếu số này với Cổng Dịch vụ công quốc gia rồi sửa lại.",
    basis="Điểm tối đa theo Quyết định số 766/QĐ-TTg; tỷ lệ là phần của một tổng thể.",
    scope=Scope.ROW,
    suspects=_beyond_range,
    broken=(
        Example({"1.score_total": "180,33"}),
        Example({"1.online_pay_rate": "108,64"}),
        Example({"1.overdue_total": "-3"}),
        Example({"1.overdue_total": "2,5"}),
        Example({"1.average_days": "-1"}),
        Example(
            {"1.e_result_rate.numerator": "31", "1.e_result_rate.denominator": "30"}
        ),
        Example({"1.online_submit_rate.target": "520"}),
    ),
    sound=(
        Example({"1.score_total": "100", "1.online_pay_rate": "100"}),
        Example(
            {"1.e_result_rate.numerator": "30", "1.e_result_rate.denominator": "30"}
        ),
        Example({"1.average_days": "3,99", "1.unit_name": "Xã Ea Ktur"}),
    ),
)
def out_of_range(look: Look) -> Iterator[Remark]:
    """A score, ratio or count that no count of files can give (docs/linh-vuc.md 1.2, 1.3)."""
    row = look.the_row
    for (key, part), cell in row.cells.items():
        number, indicator = cell.number, look.indicator(key)
        if number is None or indicator is None:
            continue
        told = _out_of_range(row, indicator, part, number)
        if told:
            yield Remark(Place(row.id, key, part), told)


def _out_of_range(
    row: Row, indicator: Indicator, part: Part, number: Decimal
) -> str | None:
    """What is wrong with the range of a figure, or None."""
    if part is Part.NUMERATOR or part is Part.DENOMINATOR:
        whole = row.number(indicator.key, Part.DENOMINATOR)
        if part is Part.NUMERATOR and whole is not None and number > whole:
            return f"Tử số {figures.show(number)} lớn hơn mẫu số {figures.show(whole)}."
        return _not_countable(number) if indicator.kind is Kind.RATIO else None
    if part is Part.OF or indicator.kind is Kind.RANK:
        return None  # N09 speaks of ranks
    if indicator.kind is Kind.COUNT and part in (Part.VALUE, Part.TARGET):
        return _not_countable(number)
    most = _most(row, indicator, part)
    if number < 0 or (most is not None and number > most):
        end = f"0–{figures.show(most)}" if most is not None else "từ 0 trở lên"
        return f"Giá trị {figures.show(number)} vượt khoảng cho phép ({end})."
    return None


def _not_countable(number: Decimal) -> str | None:
    if number < 0:
        return f"Giá trị {figures.show(number)} vượt khoảng cho phép (từ 0 trở lên)."
    if number != number.to_integral_value():
        return f"Giá trị {figures.show(number)} không phải số nguyên."
    return None


def _most(row: Row, indicator: Indicator, part: Part) -> Decimal | None:
    """The most that a part may be, by the maximum that its row states or the index."""
    stated = row.number(indicator.key, Part.MAXIMUM)
    return _most_of(indicator, part, indicator.maximum if stated is None else stated)


def _most_of(
    indicator: Indicator, part: Part, maximum: Decimal | None
) -> Decimal | None:
    """100 % for a ratio, else the maximum score."""
    if indicator.kind is not Kind.SCORE and part in (Part.VALUE, Part.TARGET):
        return _HUNDRED if indicator.kind is Kind.RATIO else None
    return None if part is Part.MAXIMUM else maximum


@rule(
    "N04",
    Severity.WARNING,
    title="Số có hai cách đọc",
    when="Ô ghi như “2.033” ở cột tỷ lệ, cột điểm, hoặc “2,033” ở cột số lượng, nên dấu có thể là dấu thập phân hoặc dấu ngăn hàng nghìn.",
    hint="Chọn số đúng, hoặc gõ lại: dấu phẩy là thập phân, dấu chấm ngăn hàng nghìn.",
    hint_in_letter="Gõ lại trong công văn cho chỉ còn một cách đọc: dấu phẩy là thập phân, dấu chấm ngăn hàng nghìn.",
    basis="Cách ghi số của Việt Nam; bảng tính tiếng Anh dùng dấu ngược lại.",
    scope=Scope.ROW,
    suspects=_not_read,
    broken=(
        Example({"1.online_pay_rate": "2.033"}),
        Example({"1.ecopy_cumulative": "2,033"}),
    ),
    sound=(
        Example({"1.ecopy_cumulative": "2.033", "1.online_pay_rate": "89,64"}),
        Example({"1.online_pay_rate": "tám chín"}, extra={"also": ("N23",)}),
    ),
)
def two_readings(look: Look) -> Iterator[Remark]:
    """A figure that may be read in two ways (docs/linh-vuc.md 3.1)."""
    row = look.the_row
    for (key, part), cell in row.cells.items():
        if isinstance(cell.value, Unreadable) and cell.value.readings:
            told = " hay ".join(_unmistakable(one) for one in cell.value.readings)
            message = f"“{cell.value.text}” là {told}?"
            place = Place(row.id, key, part)
            yield Remark(place, message, fix=_only_reading(look, place, cell.value))


def _only_reading(look: Look, place: Place, value: Unreadable) -> Fix | None:
    """The fix that takes the one reading that can be, where the others cannot."""
    indicator = look.indicator(place.indicator)
    if indicator is None:
        return None
    row = look.the_row
    can_be = [
        one
        for one in value.readings
        if _out_of_range(row, indicator, place.part, one) is None
    ]
    if len(can_be) != 1:
        return None
    typed = figures.show(can_be[0])
    return Fix(f"Đổi thành {_unmistakable(can_be[0])}", ((place, typed),))


def _unmistakable(number: Decimal) -> str:
    """A number that shows which reading is meant: no sign between thousands."""
    return figures.show(number).replace(".", "")


@rule(
    "N23",
    Severity.ERROR,
    title="Không đọc được là số",
    when="Ô ở cột số liệu có chữ không đọc được là số.",
    hint="Gõ lại số, như 91,7 hoặc 2.033; để trống nếu chưa có số liệu.",
    basis="Không suy đoán số liệu: chữ không đọc được giữ nguyên đến khi có người sửa.",
    scope=Scope.ROW,
    suspects=_not_read,
    broken=(Example({"1.online_pay_rate": "tám chín"}),),
    sound=(
        Example({"1.online_pay_rate": "-", "1.overdue_total": "01 hồ sơ"}),
        Example({"1.online_pay_rate": "2.033"}, extra={"also": ("N04",)}),
    ),
)
def unreadable(look: Look) -> Iterator[Remark]:
    """Text where a figure belongs; D07 and D08 speak of what a formula left (docs/linh-vuc.md 3.1)."""
    row = look.the_row
    for (key, part), cell in row.cells.items():
        place = Place(row.id, key, part)
        if (
            isinstance(cell.value, Unreadable)
            and not cell.value.readings
            and place not in look.noted
        ):
            yield Remark(place, f"Không đọc được “{cell.value.text}” là số.")


@rule(
    "N09",
    Severity.WARNING,
    title="Xếp cuối, hoặc thứ hạng không hợp lệ",
    when="Đơn vị của công văn xếp cuối mà công văn không nói rõ (cảnh báo); thứ hạng bằng 0, lẻ, hoặc lớn hơn số đơn vị được xếp (lỗi).",
    hint="Nếu đúng là xếp cuối, nêu rõ và phân tích nguyên nhân trong công văn; nếu sai, sửa thứ hạng.",
    basis="Xếp hạng trong các đơn vị cùng cấp trên Cổng Dịch vụ công quốc gia.",
    scope=Scope.ROW,
    suspects=_ranked,
    broken=(
        Example({"1.rank": "8/8"}),
        Example({"1.rank": "9/8"}),
        Example({"1.rank": "0/8"}),
        Example({"1.rank": "0"}),
        Example({"1.rank": "8/8"}, letter={"body.first": "Xếp hạng 8/8 xã."}),
    ),
    sound=(
        Example({"1.rank": "7/8"}),
        Example({"1.rank": "1/1"}),
        Example({"1.rank": "8"}),
        Example({"1.rank": "8/8", "2.rank": "1/8"}),
        Example(
            {"1.rank": "8/8"}, letter={"body.first": "Xếp hạng 8/8 xã (xếp cuối)."}
        ),
    ),
)
def last_in_rank(look: Look) -> Iterator[Remark]:
    """The office's last place, or a rank that cannot be (docs/linh-vuc.md 1.6)."""
    row = look.the_row
    rank, of = row.number("rank"), row.number("rank", Part.OF)
    if rank is None:
        return
    place = Place(row.id, "rank")
    shown = figures.show(rank) + (f"/{figures.show(of)}" if of is not None else "")
    beyond = of is not None and rank > of
    if rank < 1 or rank != rank.to_integral_value() or beyond:
        message = f"Thứ hạng không hợp lệ ({shown})."
        yield Remark(place, message, severity=Severity.ERROR)
    elif look.is_head and rank == of and rank > 1 and not _is_said(look):
        message = f"Đơn vị xếp cuối ({shown}) – nên phân tích nguyên nhân."
        yield Remark(place, message)


def _is_said(look: Look) -> bool:
    """Whether the letter that is looked at says itself that the office is the last."""
    paper = look.context.paper
    body = "" if paper is None else paper.text(Component.BODY, annex=0).lower()
    return any(word in body for word in look.reference.words("last"))


@rule(
    "N10",
    Severity.ERROR,
    title="Hồ sơ quá hạn không khớp",
    when="Tổng số hồ sơ quá hạn khác tổng của các đơn vị (khi đơn vị nào cũng có số); đúng hạn 100% mà còn hồ sơ quá hạn; không có hồ sơ quá hạn mà đúng hạn dưới 100%.",
    hint="Đối chiếu số hồ sơ quá hạn của từng đơn vị và tỷ lệ đúng hạn với Cổng, rồi sửa số sai.",
    basis="Tổng bằng các phần cộng lại; tỷ lệ đúng hạn là phần còn lại sau hồ sơ quá hạn.",
    scope=Scope.ROW,
    suspects=_in_conflict,
    broken=(
        Example(
            {
                "1.overdue_total": "44",
                "2.overdue_total": "1",
                "3.overdue_total": "1",
                "total.overdue_total": "47",
            }
        ),
        Example({"1.overdue_total": "3", "1.on_time_rate": "100"}),
        Example({"1.overdue_total": "0", "1.on_time_rate": "88,62"}),
    ),
    sound=(
        Example(
            {
                "1.overdue_total": "44",
                "2.overdue_total": "1",
                "3.overdue_total": "1",
                "total.overdue_total": "46",
            }
        ),
        Example(
            {"1.overdue_total": "44", "2.unit_name": "Xã A", "total.overdue_total": "9"}
        ),
        Example({"1.overdue_total": "0", "1.on_time_rate": "100"}),
        Example({"1.overdue_total": "5", "1.on_time_rate": "98"}),
        Example(
            {
                "1.overdue_total": "1",
                "1.on_time_rate": "100",
                "1.on_time_rate.numerator": "29.999",
                "1.on_time_rate.denominator": "30.000",
            }
        ),
    ),
)
def overdue_does_not_add_up(look: Look) -> Iterator[Remark]:
    """Overdue files that contradict the units' figures or the ratio on time (docs/linh-vuc.md 1.3, tiêu chí 2.1)."""
    row = look.the_row
    overdue, on_time = row.number(OVERDUE), _exact_ratio(row, ON_TIME)
    if overdue is None:
        return
    place = Place(row.id, OVERDUE)
    if on_time is not None and (on_time == _HUNDRED) != (overdue == 0):
        yield Remark(
            place,
            f"Tỷ lệ đúng hạn {figures.show(row.number(ON_TIME) or on_time)}% và "
            f"{figures.show(overdue)} hồ sơ quá hạn mâu thuẫn với nhau.",
        )
    if row.id == TOTAL:
        yield from _sum_of_units(look, place, overdue)


def _sum_of_units(look: Look, place: Place, stated: Decimal) -> Iterator[Remark]:
    """The total line against its units, where every unit has a figure."""
    found = [row.number(OVERDUE) for row in look.report.rows.values()]
    parts = [one for one in found if one is not None]
    total = sum(parts, Decimal(0))
    if not parts or len(parts) < len(found) or total == stated:
        return
    adding = [figures.show(one) for one in parts if one]
    if 1 < len(adding) <= _LISTED_AT_MOST:
        sum_told = f"({' + '.join(adding)} = {figures.show(total)})"
    else:
        sum_told = f"({len(parts)} đơn vị cộng lại được {figures.show(total)})"
    yield Remark(place, f"Tổng {figures.show(stated)} không khớp các phần {sum_told}.")


def _exact_ratio(row: Row, key: str) -> Decimal | None:
    """A ratio (%) from its numerator and denominator, else as it is given."""
    above, below = row.number(key, Part.NUMERATOR), row.number(key, Part.DENOMINATOR)
    if above is not None and below:
        return above * _HUNDRED / below
    return row.number(key)


RULES: Final[tuple[Rule, ...]] = (
    out_of_range,
    two_readings,
    unreadable,
    last_in_rank,
    overdue_does_not_add_up,
)
