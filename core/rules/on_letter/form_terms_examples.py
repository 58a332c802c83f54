"""Broken and sound letters for the rules about terms and abbreviations (F12, F13)."""

from typing import Final

from core.rules.registry import Example


def _first(*lines: str) -> Example:
    """A letter with more paragraphs."""
    return Example({}, letter={"body.first": "\n".join(lines)})


F12_BROKEN: Final = (
    _first("Điểm của Bộ Chỉ số được công bố trên Cổng Dịch vụ công quốc gia."),
    _first("Nộp hồ sơ qua cổng dịch vụ công quốc gia."),
    _first("Rà soát trên hệ thống Dịch vụ công quốc gia."),
    _first("Thực hiện nội dung tại công văn này."),
    _first("Trưởng phòng Văn hóa – Xã hội thực hiện."),
    _first("Gửi hệ thống Một cửa điện tử, Hệ thống một cửa điện tử."),
    _first("Trên đây là Kết quả đã đạt."),
    _first("Đề nghị người dân, Doanh nghiệp thực hiện."),
    Example(
        {},
        letter={
            "body.first": "Gửi thư cho Văn phòng HĐND và UBND xã.",
            "recipients": "Nơi nhận:\n- Như trên;\n- Lưu: VT, VP. HĐND và UBND.",
        },
    ),
)
F12_SOUND: Final = (
    Example({}, letter={}),
    _first("KẾT QUẢ BỘ CHỈ SỐ TRÊN CỔNG DỊCH VỤ CÔNG QUỐC GIA"),
    _first("Xem mục “kết quả, Kết quả”. Kết quả được công bố."),
    _first("Gửi hệ thống Một cửa điện tử của xã, theo Luật Doanh nghiệp."),
)
F13_BROKEN: Final = (
    _first("Trả lời PAKN đúng hạn; phản ánh, kiến nghị (PAKN) được công khai."),
    _first("Xử lý KHDN của xã."),
    _first("Giải quyết DVC đúng hạn."),
)
F13_SOUND: Final = (
    _first("Xem phản ánh, kiến nghị (PAKN). Trả lời PAKN.", "Rà soát PAKN."),
    _first("Khách hàng doanh nghiệp (viết tắt là KHDN) được mời; KHDN đến."),
    _first("UBND xã, HĐND xã, VNeID, mã QR, Quý III, chương XII."),
    _first("Xem mục “TTHC”, https://x.vn/TTHC, theo số hiệu PHUC-VU."),
    _first("THU PHI QUA NGAN HANG"),
)
