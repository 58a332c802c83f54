"""Examples of the rules about who is told, by when, and lists of units (family I)."""

from typing import Final

from core.rules.on_letter.instructions_examples import (
    E_RESULT,
    ISSUE,
    LEAD,
    WEAK,
    body,
    targets,
)
from core.rules.registry import Example

_NO_TIME: Final = (
    "UBND xã Trường Tây yêu cầu các công chức chuyên môn xã thực hiện các nội dung sau:"
)
I06_BROKEN: Final = (
    Example({}, letter=body(E_RESULT, _NO_TIME, f"1. {ISSUE}", f"2. {ISSUE}")),
    Example({}, letter=body(E_RESULT, "3. Yêu cầu", ISSUE)),
    Example(
        {},
        letter=body(
            E_RESULT,
            _NO_TIME,
            f"- {ISSUE}",
            "- Ký số kết quả điện tử, bảo đảm đúng thời hạn.",
        ),
    ),
    Example({}, letter=body("Các công chức báo cáo trong thời hạn sớm nhất.")),
)
I06_SOUND: Final = (
    Example({}, letter=body(E_RESULT, LEAD, f"1. {ISSUE}")),
    Example(
        {},
        letter=body(
            E_RESULT, _NO_TIME, "1. Hằng ngày ký số, phát hành kết quả điện tử."
        ),
    ),
    Example(
        {},
        letter=body(
            E_RESULT,
            "3. Yêu cầu",
            "1. Văn phòng ký số kết quả điện tử trước ngày 30/10/2026.",
        ),
    ),
    Example(
        {},
        letter=body(
            E_RESULT,
            "3. Yêu cầu",
            "1. Ký số kết quả điện tử (thực hiện: Văn phòng; thời hạn: 30/10/2026).",
        ),
    ),
    Example(
        {},
        letter=body(
            E_RESULT,
            "3. Yêu cầu",
            "1. Các sở, ban, ngành ký số kết quả điện tử càng sớm càng tốt, chậm nhất ngày 30/10/2026.",
            "2. Đối với UBND các xã, phường: ký số kết quả điện tử trước ngày 30/10/2026.",
        ),
    ),
)

_ASKS: Final = (
    "Đề nghị các Sở, ngành tỉnh sớm tích hợp thanh toán trực tuyến (hiện đạt 16,28%)."
)
_RECEIVERS: Final = "Nơi nhận:\n- Như trên;\n- Các Sở, ban, ngành tỉnh;\n- Lưu: VT, VP."
I07_BROKEN: Final = (
    Example({}, letter=body(_ASKS)),
    Example(
        {},
        letter=body(
            "4. Kiến nghị",
            "Đề nghị Văn phòng UBND tỉnh xem xét các nội dung sau:",
            "a) Tích hợp thanh toán trực tuyến (hiện đạt 16,28%).",
            "b) Công bố TTHC đúng thời hạn (hiện đạt 90%).",
        ),
    ),
)
I07_SOUND: Final = (
    Example({}, letter={**body(_ASKS), "recipients": _RECEIVERS}),
    Example(
        {},
        letter=body(
            "4. Kiến nghị", "Tích hợp thanh toán trực tuyến (hiện đạt 16,28%)."
        ),
    ),
)

_LATE: Final = "- Tổng số hồ sơ xử lý quá hạn: 46 hồ sơ (các phòng chuyên môn: 45 hồ sơ; thôn Một: 01 hồ sơ; thôn Hai: 0 hồ sơ)."
_TO_ONE: Final = "1. Trưởng phòng Kinh tế giải quyết dứt điểm hồ sơ quá hạn."
_TO_BOTH: Final = (
    "1. Trưởng các phòng chuyên môn và thôn Một giải quyết dứt điểm hồ sơ quá hạn."
)
_ROWS: Final = {
    "1.unit_name": "Xã A",
    "2.unit_name": "Xã B",
    "1.overdue_total": "0",
    "2.overdue_total": "3",
}
_SUPERIOR: Final = {"also": ("D03",), "profile": {}}
I08_BROKEN: Final = (
    Example({}, letter=body(WEAK, _LATE, LEAD, _TO_ONE)),
    Example(_ROWS, letter=body(LEAD, _TO_ONE), extra=_SUPERIOR),
)
I08_SOUND: Final = (
    Example({}, letter=body(WEAK, _LATE, LEAD, _TO_BOTH)),
    Example(
        {}, letter=body(WEAK, _LATE, LEAD, "1. Giải quyết dứt điểm hồ sơ quá hạn.")
    ),
    Example(
        {},
        letter=body(
            WEAK, _LATE, LEAD, "1. Các đơn vị giải quyết dứt điểm hồ sơ quá hạn."
        ),
    ),
    Example(
        _ROWS,
        letter=body(LEAD, "1. Trưởng phòng Kinh tế, Xã B giải quyết hồ sơ quá hạn."),
        extra=_SUPERIOR,
    ),
)

_REUSE: Final = "- Tỷ lệ khai thác, sử dụng lại thông tin, dữ liệu số hóa: xã A: 40,25%; xã B: 41,79%"
_REUSE_ORDER: Final = "1. Tăng cường khai thác, sử dụng lại dữ liệu số hóa."
_REUSED: Final = {
    "1.unit_name": "Xã A",
    "2.unit_name": "Xã B",
    "3.unit_name": "Xã C",
    "1.reuse_rate": "40,25",
    "2.reuse_rate": "41,79",
    "3.reuse_rate": "42",
    "1.e_result_rate": "95",
}
_REUSE_AIM: Final = {
    "profile": {"targets": targets(reuse_rate="52", e_result_rate="90")},
    "also": ("D03",),
}
I09_BROKEN: Final = (
    Example({}, letter=body(WEAK, f"{_REUSE}.", LEAD, _REUSE_ORDER)),
    Example(
        _REUSED,
        letter=body(WEAK, f"{_REUSE}; các đơn vị còn lại đạt.", LEAD, _REUSE_ORDER),
        extra=_REUSE_AIM,
    ),
)
I09_SOUND: Final = (
    Example(
        {}, letter=body(WEAK, f"{_REUSE}; các đơn vị còn lại đạt.", LEAD, _REUSE_ORDER)
    ),
    Example(
        {},
        letter=body(
            WEAK,
            "- Tỷ lệ khai thác, sử dụng lại dữ liệu số hóa: xã A: 40,25%.",
            LEAD,
            _REUSE_ORDER,
        ),
    ),
    Example(
        _REUSED,
        letter=body(
            WEAK, f"{_REUSE}; xã C: 42%; các đơn vị còn lại đạt.", LEAD, _REUSE_ORDER
        ),
        extra=_REUSE_AIM,
    ),
)

_ALL: Final = "; các đơn vị còn lại đạt."
I11_BROKEN: Final = (
    Example(
        {},
        letter=body(
            WEAK,
            "- Tỷ lệ khai thác, sử dụng lại dữ liệu số hóa thấp hơn chỉ tiêu 41%: xã A: 40,25%; xã B: 41,79%"
            + _ALL,
            LEAD,
            _REUSE_ORDER,
        ),
    ),
    Example(
        {},
        letter=body(
            WEAK, E_RESULT, LEAD, "1. Bảo đảm 70% hồ sơ được cấp kết quả điện tử."
        ),
    ),
    Example(
        {"1.e_result_rate": "70,85"},
        letter=body(WEAK, E_RESULT, LEAD, f"1. {ISSUE}"),
        extra={
            "profile": {"targets": targets(e_result_rate="70,85".replace(",", "."))}
        },
    ),
)
I11_SOUND: Final = (
    Example(
        {},
        letter=body(
            WEAK, E_RESULT, LEAD, "1. Bảo đảm 90% hồ sơ được cấp kết quả điện tử."
        ),
    ),
    Example(
        {},
        letter=body(
            WEAK,
            "- Tỷ lệ hồ sơ cấp kết quả điện tử chưa cao, khoảng 70 phần trăm.",
            LEAD,
            "1. Bảo đảm 90% hồ sơ được cấp kết quả điện tử.",
        ),
    ),
    Example(
        {},
        letter=body(
            WEAK,
            "- Số hóa hồ sơ: đạt 18,5/22 điểm; trong đó tỷ lệ hồ sơ cấp kết quả điện tử 95,09%.",
            LEAD,
            f"1. {ISSUE}",
        ),
    ),
)
