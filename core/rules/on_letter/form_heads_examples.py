"""Broken and sound letters for the rules about the head of a letter (family F)."""

from typing import Final

from core.rules.letter_examples import SOUND
from core.rules.registry import Example


def _with(**letter: str) -> Example:
    return Example({}, letter=letter)


_MOTTO: Final = SOUND["motto"]
F03_BROKEN: Final = (
    _with(motto=_MOTTO.replace("-", "–")),
    _with(motto=_MOTTO.replace(" - ", "-")),
    _with(motto=_MOTTO.replace("Tự do", "Tự Do")),
    _with(motto=""),
    _with(state="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM."),
    _with(state=""),
)
F03_SOUND: Final = (
    Example({}, letter={}),
    _with(state="CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
)
F05_BROKEN: Final = (
    _with(number="Số: 183/UBND"),
    _with(number="Số: 5/UBND-VP"),
    _with(number="Số 15/UBND-VP"),
    _with(number="Số: 15/UBND - VP"),
    _with(number="Số: 15/ UBND-VP"),
    _with(number="Số: 15 /UBND-VP"),
    _with(number="Số: 15/UBND–VP"),
    _with(number="Số: 15/UBND-Vp"),
    _with(number="Số: 15-UBND"),
    _with(number="Số: 15/CV-UBND"),
)
F05_SOUND: Final = (
    _with(number="Số: 105/UBND-TTPVHCC"),
    _with(number="Số: 10/UBND-KGVX2"),
)
F06_BROKEN: Final = (
    _with(number="Số:       /UBND-VP"),
    _with(number="Số: ….. /UBND-VP"),
    _with(place_date="Trường Tây, ngày    tháng 10 năm 2026"),
    _with(place_date="Trường Tây, ngày …. tháng …. năm 2026"),
    _with(number=""),
    _with(place_date=""),
)
F06_SOUND: Final = (_with(number="Số: 12/UBND-VP"),)
F07_BROKEN: Final = (
    _with(addressees="Kính gửi: - Văn phòng HĐND và UBND;\n- Các công chức xã."),
    _with(addressees="Kính gửi: Văn phòng HĐND và UBND; Các công chức xã."),
    _with(addressees="Kính gửi: - Các công chức xã"),
    _with(addressees="Kính gửi: Các công chức xã;"),
    _with(addressees="Kính gửi Các công chức xã"),
    _with(addressees="Kính gửi:\n- Các công chức xã."),
    _with(addressees="Kính gửi:\n- Công an xã;\nCác công chức xã."),
    _with(addressees="Kính gửi:\n- Công an xã;\n- Các công chức xã;"),
    _with(addressees="Kính gửi:\n- Công an xã\n- Các công chức xã."),
    _with(addressees=""),
)
F07_SOUND: Final = (
    _with(addressees="Kính gửi: Các công chức xã."),
    _with(addressees="Kính gửi:\n- Công an xã;\n- Các công chức xã."),
    _with(addressees="Công an xã"),
)
