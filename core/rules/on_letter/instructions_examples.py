"""Examples of the rules about weak criteria and what is ordered (family I)."""

from decimal import Decimal
from typing import Final

from core.office import Target, Targets
from core.rules.registry import Example

LEAD: Final = "UBND xã Trường Tây yêu cầu các công chức chuyên môn xã hoàn thành trước ngày 30/10/2026 các nội dung sau:"
WEAK: Final = "Các nội dung sau còn hạn chế, cần tập trung khắc phục:"
E_RESULT: Final = "- Tỷ lệ hồ sơ cấp kết quả điện tử: 70,85%."
ISSUE: Final = "Ký số, phát hành và đồng bộ kết quả giải quyết TTHC điện tử."
COMMUNE: Final = "ỦY BAN NHÂN DÂN\nXÃ TRƯỜNG TÂY"


def body(*paragraphs: str) -> dict[str, str]:
    """A sound letter with paragraphs before its last sentence."""
    return {"body.first": "\n".join(paragraphs)}


def targets(**levels: str) -> Targets:
    """Targets of 2026."""
    given = {key: Target(key, Decimal(level)) for key, level in levels.items()}
    return Targets({2026: given})


_SEVERAL: Final = "Còn thấp: sử dụng lại dữ liệu số hóa 10%, cấp kết quả điện tử 30%, công bố TTHC 40%."
_PAY: Final = "1.online_pay_rate"
_LOW: Final = {"1.online_pay_rate": "41,5", "1.unit_name": "UBND xã Trường Tây"}

I01_BROKEN: Final = (
    Example(
        {},
        letter=body(
            WEAK, E_RESULT, LEAD, "1. Rà soát hồ sơ sắp đến hạn (hiện đạt 99%)."
        ),
    ),
    Example(
        _LOW,
        letter=body(WEAK, E_RESULT, LEAD, f"1. {ISSUE}"),
    ),
    Example(
        {
            "1.unit_name": "Xã A",
            "2.unit_name": "Xã B",
            "1.e_result_rate": "60",
            "2.e_result_rate": "95",
        },
        letter=body(LEAD, "1. Rà soát hồ sơ sắp đến hạn (hiện đạt 99%)."),
        extra={"profile": {"targets": targets(e_result_rate="90")}, "also": ("D03",)},
    ),
    Example(
        {"1.online_pay_rate": "41,5", "1.digitize_rate": "20"},
        letter=body(_SEVERAL, LEAD, "1. Rà soát hồ sơ sắp đến hạn (hiện đạt 99%)."),
    ),
)
I01_SOUND: Final = (
    Example({}, letter={}),
    Example({}, letter=body(WEAK, E_RESULT, LEAD, f"1. {ISSUE}")),
    Example(_LOW, letter={}),
    Example(
        {"1.online_pay_rate": "41,5", "1.e_result_rate": "99"},
        letter=body(
            WEAK,
            "- Thanh toán trực tuyến: 5,1/10 điểm.",
            LEAD,
            "1. Hướng dẫn người dân thanh toán trực tuyến phí, lệ phí.",
        ),
    ),
)

I02_BROKEN: Final = (
    Example(
        {}, letter=body(LEAD, "1. Tăng cường khai thác, sử dụng lại dữ liệu số hóa.")
    ),
    Example(
        {},
        letter={
            **body(
                "Đề nghị Văn phòng UBND tỉnh cập nhật kịp thời chỉ tiêu công khai, minh bạch."
            ),
            "recipients": "Nơi nhận:\n- Như trên;\n- Văn phòng UBND tỉnh;\n- Lưu: VT, VP.",
        },
    ),
    Example(
        {},
        letter=body(
            "Xã đã khai thác, sử dụng lại dữ liệu số hóa.",
            LEAD,
            "1. Tăng cường khai thác, sử dụng lại dữ liệu số hóa.",
        ),
    ),
    Example(
        {},
        letter=body(
            "Nhóm Số hóa hồ sơ đạt 18,5/22 điểm.",
            LEAD,
            "1. Khai thác, sử dụng lại dữ liệu số hóa, cấp kết quả điện tử.",
        ),
    ),
    Example({}, letter=body(LEAD, "1. Giải quyết dứt điểm hồ sơ quá hạn.")),
)
_I02_SOUND: Final = (
    Example(
        {},
        letter=body(
            LEAD,
            "1. Bảo đảm chỉ tiêu khai thác, sử dụng lại dữ liệu số hóa tối thiểu 52%.",
        ),
    ),
    Example(
        {},
        letter=body(
            LEAD, "1. Khai thác, sử dụng lại dữ liệu số hóa (hiện đạt 40,25%)."
        ),
    ),
    Example(
        {"1.reuse_rate": "90"},
        letter=body(LEAD, "1. Khai thác, sử dụng lại dữ liệu số hóa."),
    ),
    Example(
        {},
        letter=body(
            "Tỷ lệ khai thác, sử dụng lại thông tin, dữ liệu số hóa: 90,25%.",
            LEAD,
            "1. Khai thác, sử dụng lại dữ liệu số hóa, sử dụng lại giấy tờ đã có.",
        ),
    ),
    Example(
        {},
        letter={
            **body(
                "Chi tiết tại Phụ lục kèm theo.",
                LEAD,
                "1. Khai thác, sử dụng lại dữ liệu số hóa.",
            ),
            "annex": "Phụ lục\nKẾT QUẢ BỘ CHỈ SỐ THÁNG 9/2026\n"
            "(Kèm theo Công văn số 05/UBND-VP ngày 09 tháng 10 năm 2026 của UBND xã Trường Tây)\n"
            "|STT|Tên đơn vị|Tỷ lệ khai thác, sử dụng lại thông tin, dữ liệu số hóa (%)|\n"
            "|1|UBND xã Trường Tây|90,25|",
        },
        extra={"also": ("A08",)},
    ),
)

I02_SOUND: Final = _I02_SOUND + tuple(
    Example({}, letter=body(*paragraphs))
    for paragraphs in (
        (LEAD, "1. Giải quyết dứt điểm 07 hồ sơ đất đai đang quá hạn."),
        (LEAD, "1. Giải quyết dứt điểm hồ sơ quá hạn (07 hồ sơ)."),
        (LEAD, "1. Rà soát hằng ngày, không để phát sinh hồ sơ quá hạn."),
        (
            "Tỷ lệ hồ sơ xử lý đúng hạn: 98,5%.",
            LEAD,
            "1. Giải quyết dứt điểm hồ sơ quá hạn.",
        ),
        (
            "Nhóm Tiến độ giải quyết đạt 19/20 điểm.",
            LEAD,
            "1. Giải quyết dứt điểm hồ sơ quá hạn.",
        ),
    )
)

_ECOPY: Final = "Số lượng hồ sơ chứng thực bản sao điện tử từ bản chính: 112 hồ sơ."
I03_BROKEN: Final = (
    Example(
        {},
        letter=body(
            _ECOPY, LEAD, "1. Tăng cường chứng thực bản sao điện tử, bảo đảm đạt 100%."
        ),
    ),
    Example(
        {},
        letter={
            **body(
                _ECOPY,
                "UBND huyện Gò Dầu yêu cầu UBND các xã hoàn thành trước ngày 30/10/2024 các nội dung sau:",
                "1. Số lượng hồ sơ cung cấp dịch vụ chứng thực điện tử bản sao từ bản chính đạt 100%.",
            ),
        },
    ),
)
I03_SOUND: Final = (
    Example(
        {},
        letter=body(
            _ECOPY, LEAD, "1. Duy trì cung cấp dịch vụ chứng thực bản sao điện tử."
        ),
    ),
    Example(
        {},
        letter=body(E_RESULT, LEAD, "1. Bảo đảm 90% hồ sơ được cấp kết quả điện tử."),
    ),
    Example(
        {},
        letter=body(
            "Số hồ sơ quá hạn: 02 hồ sơ.",
            LEAD,
            "1. Giải quyết dứt điểm 100% hồ sơ quá hạn.",
        ),
    ),
)

_BOTH: Final = (
    "Tỷ lệ hồ sơ nộp trực tuyến: 91,7%; tỷ lệ hồ sơ thanh toán trực tuyến: 89,64%."
)
I04_BROKEN: Final = (
    Example(
        {},
        letter=body(
            _BOTH,
            LEAD,
            "1. Hướng dẫn người dân nộp hồ sơ trực tuyến và thanh toán trực tuyến phí, lệ phí.",
        ),
    ),
)
I04_SOUND: Final = (
    Example(
        {},
        letter=body(
            _BOTH,
            LEAD,
            "1. Hướng dẫn người dân nộp hồ sơ trực tuyến; kết hợp thanh toán trực tuyến.",
        ),
    ),
    Example(
        {},
        letter=body(
            _BOTH,
            LEAD,
            "1. Hướng dẫn người dân nộp hồ sơ trực tuyến. Kết hợp thanh toán trực tuyến.",
        ),
    ),
    Example(
        {},
        letter=body(
            "Tỷ lệ hồ sơ xử lý đúng hạn: 99,5%; số hồ sơ quá hạn: 02 hồ sơ.",
            LEAD,
            "1. Rà soát hồ sơ sắp đến hạn, giải quyết dứt điểm hồ sơ quá hạn.",
        ),
    ),
)

_AIMS: Final = {
    "profile": {"targets": targets(e_result_rate="90", online_pay_rate="80")}
}
_FINE: Final = {
    "1.unit_name": "UBND xã Trường Tây",
    "1.e_result_rate": "91",
    "1.reuse_rate": "85",
}
I05_BROKEN: Final = (
    Example(
        _FINE,
        letter=body(LEAD, "1. Bảo đảm 100% hồ sơ được cấp kết quả điện tử."),
        extra=_AIMS,
    ),
    Example(
        _FINE,
        letter=body(LEAD, "1. Khai thác, sử dụng lại dữ liệu số hóa đạt 120%."),
        extra=_AIMS,
    ),
    Example(
        _FINE,
        letter=body(LEAD, "1. Khai thác, sử dụng lại dữ liệu số hóa đạt 52%."),
        extra=_AIMS,
    ),
    Example(
        _FINE,
        letter=body(
            LEAD,
            "1. Thanh toán trực tuyến đạt 75% (hiện đạt 5,1/10 điểm); sử dụng lại dữ liệu số hóa đạt 95%.",
        ),
        extra=_AIMS,
    ),
)
I05_SOUND: Final = (
    Example(
        _FINE,
        letter=body(
            LEAD,
            "1. Cấp kết quả điện tử cho 100% hồ sơ; tỷ lệ sử dụng lại dữ liệu số hóa từ 90% trở lên.",
        ),
        extra={"profile": {"targets": targets(e_result_rate="100", reuse_rate="90")}},
    ),
    Example(
        _FINE,
        letter=body(
            LEAD, "1. Cấp kết quả điện tử để 95% hồ sơ sử dụng lại dữ liệu số hóa."
        ),
        extra=_AIMS,
    ),
    Example(
        _FINE, letter=body(LEAD, "1. Bảo đảm tối thiểu 95% công việc."), extra=_AIMS
    ),
    Example(
        _FINE,
        letter=body(LEAD, "1. Bảo đảm 90% hồ sơ được cấp kết quả điện tử."),
        extra=_AIMS,
    ),
    Example(
        _FINE,
        letter=body(LEAD, "1. Khai thác, sử dụng lại dữ liệu số hóa đạt 95%."),
        extra=_AIMS,
    ),
    Example(
        _FINE,
        letter=body(LEAD, "1. Khai thác, sử dụng lại dữ liệu số hóa."),
        extra=_AIMS,
    ),
    Example(
        {},
        letter=body(E_RESULT, LEAD, "1. Bảo đảm 100% hồ sơ được cấp kết quả điện tử."),
    ),
)

_PUBLIC: Final = "Tỷ lệ thủ tục hành chính công bố đúng hạn: 96,34%."
I10_BROKEN: Final = (
    Example({}, letter=body(_PUBLIC, LEAD, "1. Công bố TTHC đúng thời hạn.")),
)
I10_SOUND: Final = (
    Example(
        {},
        letter=body(
            _PUBLIC, LEAD, "1. Tham mưu kiến nghị cấp tỉnh công bố TTHC đúng thời hạn."
        ),
    ),
    Example({}, letter=body(E_RESULT, LEAD, f"1. {ISSUE}")),
    Example(
        {},
        letter={
            **body(_PUBLIC, LEAD, "1. Công bố TTHC đúng thời hạn."),
            "issuer": "ỦY BAN NHÂN DÂN\nTỈNH TÂY NINH",
            "place_date": "Tây Ninh, ngày 09 tháng 10 năm 2026",
        },
    ),
)
