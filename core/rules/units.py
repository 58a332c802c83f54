"""Family U: the units of the table."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from core import names, ownership
from core.names import unit_key
from core.office import OfficeProfile
from core.report import TOTAL, UNIT_CODE, UNIT_NAME, Place
from core.rows import words_of
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

_OURS = ("000.21.35.H53", "H53.35.21")


def _perhaps_ours(look: Look) -> set[str]:
    """The head, and the units whose names are like the office's."""
    profile, report = look.context.profile, look.report
    if profile is None or not profile.codes:
        return set()
    known = names.Known(list(report.rows), words_of(report.rows, UNIT_NAME))
    alike = known.alike((profile.name, *profile.unit_names))
    return {one for one, _ in alike} | ({report.head_id} & report.rows.keys())


@rule(
    "U04",
    Severity.WARNING,
    title="Mã định danh không phải của cơ quan",
    when="Mã định danh ở dòng của cơ quan không có trong các mã đã khai trong thông tin cơ quan.",
    hint="Kiểm tra tệp có đúng là của cơ quan mình không; nếu là mã mới, thêm vào thông tin cơ quan.",
    basis="Mã định danh của cơ quan; một cơ quan có thể có hai, ba mã.",
    scope=Scope.ROW,
    suspects=_perhaps_ours,
    needs=(Need.PROFILE,),
    broken=(
        Example({"1.unit_code": "000.22.35.H53"}, extra={"codes": _OURS}),
        Example(
            {
                "1.unit_name": "Xã Trường Tây",
                "1.unit_code": "000.22.35.H53",
                "2.unit_name": "Xã Trường Đông",
                "2.unit_code": "000.23.35.H53",
            },
            extra={"codes": _OURS},
        ),
    ),
    sound=(
        Example({"1.unit_code": "000.21.35.h53"}, extra={"codes": _OURS}),
        Example({"1.unit_code": "H15.120"}, extra={"codes": ()}),
        Example({"1.unit_code": "H15.120"}),
        Example({"1.unit_name": "Xã Trường Tây"}, extra={"codes": _OURS}),
        Example(
            {
                "1.unit_name": "UBND xã Trường Tây",
                "1.unit_code": "H53.35.21",
                "2.unit_name": "Xã Trường Đông",
                "2.unit_code": "000.23.35.H53",
                "total.unit_name": "TỔNG CỘNG",
                "total.unit_code": "H53",
            },
            extra={"codes": _OURS},
        ),
    ),
)
def foreign_code(look: Look) -> Iterator[Remark]:
    """Our row with a code that is none of the office's (docs/linh-vuc.md 3.2)."""
    row, profile = look.the_row, look.context.profile
    if profile is None or not profile.codes or not row.code or row.id == TOTAL:
        return
    is_known = row.code.casefold() in {code.casefold() for code in profile.codes}
    if not is_known and (look.is_head or _is_ours(row.name, profile)):
        known = ", ".join(profile.codes)
        yield Remark(
            Place(row.id, UNIT_CODE),
            f"Mã định danh {row.code} không phải mã của {profile.name} ({known}).",
        )


def _is_ours(name: str, profile: OfficeProfile) -> bool:
    """Whether a row's name is the office's."""
    return unit_key(name) in _keys((profile.name, *profile.unit_names))


@cache
def _keys(known: tuple[str, ...]) -> frozenset[str]:
    return frozenset(unit_key(name) for name in known)


@rule(
    "D03",
    Severity.WARNING,
    title="Số liệu của đơn vị khác",
    when="Dòng số liệu mà công văn lấy mang tên đơn vị khác với cơ quan soạn công văn.",
    hint="Mở đúng tệp của cơ quan, hoặc sửa Thông tin cơ quan; nếu là tên khác của cùng đơn vị thì sửa ô tên đơn vị.",
    basis="Công văn công bố kết quả của chính cơ quan ban hành.",
    scope=Scope.REPORT,
    needs=(Need.PROFILE,),
    broken=(
        Example({"1.unit_name": "UBND xã Hiệp Thạnh"}, extra={"codes": _OURS}),
        Example(
            {
                "1.unit_name": "Xã Cẩm Giang",
                "2.unit_name": "Xã Bàu Đồn",
                "total.unit_name": "TỔNG CỘNG",
            },
            extra={"codes": _OURS},
        ),
    ),
    sound=(
        Example({"1.unit_name": "Xã Trường Tây"}, extra={"codes": _OURS}),
        Example({"1.score_total": "80"}, extra={"codes": _OURS}),
    ),
)
def figures_of_another(look: Look) -> Iterator[Remark]:
    """The head row is another office's (docs/linh-vuc.md 7.3)."""
    office = look.context.profile
    name = None if office is None else ownership.stranger(look.report, office)
    if office is not None and name is not None:
        yield Remark(
            Place(look.report.head_id, UNIT_NAME),
            f"Số liệu không phải của {office.name} mà của “{name}”.",
        )


RULES: Final[tuple[Rule, ...]] = (foreign_code, figures_of_another)
