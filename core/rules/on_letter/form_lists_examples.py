"""Broken and sound letters for the rule about lists (F11)."""

from typing import Final

from core.frozen import replace
from core.rules.registry import Example


def _first(*lines: str) -> Example:
    """A letter with more paragraphs."""
    return Example({}, letter={"body.first": "\n".join(lines)})


F11_BROKEN: Final = (
    _first("1. Nộp hồ sơ trực tuyến.", "3. Số hóa hồ sơ."),
    _first("2. Họp tổ công tác.", "3. Báo cáo kết quả."),
    _first("a) Nộp hồ sơ trực tuyến.", "c) Số hóa hồ sơ."),
    _first("b) Nộp hồ sơ trực tuyến.", "c) Số hóa hồ sơ."),
    _first("đ) Nộp hồ sơ trực tuyến.", "e) Số hóa.", "f) Xin lỗi.", "g) Gửi thư."),
    _first("1. Họp tổ công tác.", "Nguyên nhân:", "Tổ công tác họp muộn."),
    _first("- Nộp hồ sơ trực tuyến;", "- Số hóa hồ sơ.", "- Gửi thư."),
    _first("- Nộp hồ sơ trực tuyến;", "- Số hóa hồ sơ;"),
    _first("- Nộp hồ sơ trực tuyến;", "- Số hóa hồ sơ;", "1. Kết quả"),
    _first("- Nộp hồ sơ trực tuyến", "- Số hóa hồ sơ."),
    _first("- Nộp hồ sơ trực tuyến,", "- Số hóa hồ sơ."),
    _first("- Tỷ lệ nộp hồ sơ: 50%", "- Số hóa hồ sơ."),
    replace(
        _first("Các công chức thực hiện. (có Phụ lục kèm theo)"),
        extra={"also": ("A01",)},
    ),
    _first("Còn 46 hồ sơ. (Công an xã: 44 hồ sơ; Văn phòng: 02 hồ sơ.)"),
)
F11_SOUND: Final = (
    Example({}, letter={}),
    _first("1. Kết quả", "Đã đạt.", "2. Nội dung", "a) Họp tổ.", "b) Báo cáo."),
    _first("1. Nội dung", "a) Họp tổ.", "2. Việc khác", "a) Báo cáo.", "Xin cảm ơn."),
    _first("3. Nội dung", "Đã đạt."),
    _first("Kiến nghị:", "1. Tỉnh xem xét.", "2. Sở xem xét."),
    _first("a) Làm các việc:", "- Nộp hồ sơ;", "- Số hóa hồ sơ;", "b) Gửi thư."),
    _first("- Nộp hồ sơ:", "- Số hóa hồ sơ (từ tháng 9/2026);", "- Gửi thư."),
    replace(
        _first("Các công chức thực hiện (có Phụ lục kèm theo)."),
        extra={"also": ("A01",)},
    ),
)
