"""Broken and sound letters for the rules about the law (family L)."""

from datetime import date, timedelta
from typing import Final

from core import figures
from core.frozen import replace
from core.rules.letter_examples import SOUND
from core.rules.registry import Example

_INDEX: Final = SOUND["body"].split("\n")[0]
_CLOSING: Final = SOUND["body"].split("\n")[1]
_MONTH: Final = "tháng 9/2026"


def _body(*texts: str) -> Example:
    """A letter whose body begins with `texts` in place of the citation."""
    return Example({}, letter={"body": "\n".join((*texts, _CLOSING))})


def _first(text: str) -> Example:
    """A letter with one more paragraph."""
    return Example({}, letter={"body.first": text})


def _dated(day: date, example: Example) -> Example:
    """The letter of `example` as of `day`, about the month before it."""
    ended = day.replace(day=1) - timedelta(days=1)
    printed = f"Trường Tây, {figures.show_long_date(day)}"
    letter = {**SOUND, "place_date": printed, **(example.letter or {})}
    month = f"tháng {ended.month}/{ended.year}"
    return Example(
        {"report.period": month, "report.as_of": figures.show_date(day)},
        issue_date=day,
        letter={name: text.replace(_MONTH, month) for name, text in letter.items()},
    )


L01_BROKEN: Final = (
    _body(_INDEX.replace("thời gian thực", "thời gian thực hiện")),
    _body(_INDEX.replace("công theo", "công trực tuyến theo")),
    _body(_INDEX.replace("chất lượng phục vụ", "phục vụ")),
    _body(_INDEX.replace("doanh nghiệp trong", "tổ chức trong")),
    _body(_INDEX.replace(" trên môi trường điện tử", "")),
    _body(_INDEX.replace("766/QĐ", "776/QĐ")),
    _body(_INDEX.replace("766/QĐ", "768/QĐ")),
    _body(_INDEX.replace("ngày 23 tháng 6", "ngày 26 tháng 6")),
    replace(
        _body(_INDEX.replace("ngày 23 tháng 6", "ngày 31 tháng 6")),
        extra={"also": ("P09",)},
    ),
    _body("Căn cứ kết quả trên Cổng Dịch vụ công quốc gia, xã đạt 80,33/100 điểm."),
    _body("Xã đạt 80,33/100 điểm."),
)
L01_SOUND: Final = (
    Example({}, letter={}),
    _body(_INDEX.replace(" (TTHC)", "")),
    _body(_INDEX.replace("phê duyệt", "về việc phê duyệt")),
    _body(_INDEX.replace(".", ", xã công bố kết quả như sau.")),
    Example(
        {},
        letter={
            "subject": "V/v trực ngày lễ",
            "body": "Đề nghị các công chức thực hiện./.",
        },
    ),
)
_RULES: Final = (
    "Căn cứ Quyết định số 35/2022/QĐ-UBND ngày 31 tháng 10 năm 2022 của Ủy ban nhân dân"
    " tỉnh Tây Ninh ban hành Quy chế hoạt động của Hệ thống thông tin giải quyết thủ tục"
    " hành chính tỉnh Tây Ninh, xã thực hiện các việc sau."
)
L02_BROKEN: Final = (
    _first(_RULES),
    _first(_RULES.replace("35/2022", "77/2022").replace("tỉnh Tây Ninh b", "tỉnh b")),
)
L02_SOUND: Final = (
    _first(
        "Căn cứ Quyết định số 240/QĐ-TTg ngày 04 tháng 02 năm 2025 của Thủ tướng Chính"
        " phủ ban hành Kế hoạch cải cách thủ tục hành chính trọng tâm năm 2025, xã thực"
        " hiện các việc sau."
    ),
    Example(
        {},
        letter={"subject": "V/v sử dụng hệ thống", "body": f"{_RULES}\nTrân trọng./."},
    ),
)
_OLD: Final = (
    "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực"
    " hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính, xã"
    " thực hiện các việc sau."
)
_DISTRICT: Final = (
    "Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2025 của UBND huyện Gò Dầu về cải"
    " cách hành chính năm 2025, xã thực hiện các việc sau."
)
_LAST_DAY: Final = date(2025, 6, 30)
_AFTER: Final = date(2025, 7, 1)
L03_BROKEN: Final = (
    _first(_OLD),
    _dated(_AFTER, _first(_OLD)),
    _first(
        "Căn cứ Thông tư số 01/2018/TT-VPCP ngày 23 tháng 11 năm 2018 của Văn phòng Chính"
        " phủ hướng dẫn thi hành Nghị định về một cửa, xã thực hiện các việc sau."
    ),
    _first(_DISTRICT),
)
L03_SOUND: Final = (
    _dated(_LAST_DAY, _first(_OLD)),
    _dated(_LAST_DAY, _first(_DISTRICT)),
    _first(_DISTRICT.replace("huyện Gò Dầu", "tỉnh Tây Ninh")),
)
L04_BROKEN: Final = (
    _first("Các công chức giải quyết hồ sơ theo quy định."),
    _first("Hồ sơ chưa đảm bảo theo quy định như sau."),
    _first("Hồ sơ quá hạn phải xin lỗi đúng quy định."),
)
L04_SOUND: Final = (
    _first("Các công chức giải quyết hồ sơ theo quy định của pháp luật."),
    _first("Thực hiện Quyết định số 766/QĐ-TTg theo quy định."),
)
_OLD_PAGE: Final = (
    "Kết quả tại https://dichvucong.gov.vn/p/home/dvc-index-tinhthanhpho-tonghop.html."
)
L05_BROKEN: Final = (
    _first(_OLD_PAGE),
    _first(
        "Kết quả tại mục “Kết quả đánh giá Bộ chỉ số phục vụ người dân và doanh nghiệp"
        " của bộ, ngành, địa phương” trên Cổng Dịch vụ công quốc gia."
    ),
)
L05_SOUND: Final = (
    _first("Kết quả tại https://dichvucong.gov.vn/danh-gia-chat-luong-phuc-vu."),
    _dated(date(2024, 12, 9), _first(_OLD_PAGE)),
)
_PLAN: Final = (
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh Tây Ninh về"
    " cải cách hành chính năm 2026, xã thực hiện các việc sau."
)
L06_BROKEN: Final = (
    _first(f"{_PLAN}\nNhư Kế hoạch số 12/KH-UBND ngày 06/01/2026 đã nêu."),
    _first(
        "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 19 tháng 6 năm 2025 của Chính phủ về"
        " thực hiện thủ tục hành chính theo cơ chế một cửa, xã thực hiện các việc sau."
    ),
)
L06_SOUND: Final = (
    _first(f"{_PLAN}\nNhư Kế hoạch số 12/KH-UBND đã nêu."),
    _first(f"{_PLAN}\nNhư Kế hoạch số 12/KH-UBND ngày 05/01/2026 đã nêu."),
    _first(
        f"{_PLAN}\nThực hiện Kế hoạch số 12/KH-UBND ngày 15 tháng 01 năm 2026 của UBND xã"
        " Trường Tây về chuyển đổi số năm 2026, các công chức thực hiện các việc sau."
    ),
)
L07_BROKEN: Final = (
    _first(
        "Thực hiện Công văn số 123/UBND-KSTT của UBND tỉnh về chỉ số năm 2026, xã làm."
    ),
    _first(
        "Thực hiện Công văn số 123/UBND-KSTT ngày 05/01/2026 về chỉ số, xã thực hiện."
    ),
    _first("Thực hiện Công văn số 123/UBND-KSTT ngày 05/01/2026 của UBND tỉnh."),
    _first("Theo số 123/UBND-KSTT ngày 05/01/2026 của UBND tỉnh về chỉ số năm 2026."),
    _first(f"{_PLAN}\nNhư {_PLAN[10:]}"),
)
L07_SOUND: Final = (
    _first(f"{_PLAN}\nNhư Kế hoạch số 12/KH-UBND đã nêu."),
    _first("Theo Luật số 91/2025/QH15, các công chức giữ kín thông tin cá nhân."),
)
