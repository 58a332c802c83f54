"""The faults that a careful reader lists for the two typed letters, row by row.

Rows of docs/linh-vuc.md 7.1 and 7.2. Left out are those that are no fault of the typed
copies: 7.1 row 36 (its asterisks were not typed) and row 40 (what is right), 7.2 row 4
(its sum is right), rows 22 to 24 (not to be seen in the copy alone), and row 26 (the
letter is of 2024).
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple


class Letter(NamedTuple):
    """A typed letter: its file among the samples, and how many faults must be found."""

    file: str
    least: int


COMMUNE: Final = Letter("Công văn 183-UBND xã Trường Tây (gõ tay).docx", 36)
DISTRICT: Final = Letter("Công văn UBND-NC huyện Gò Dầu (gõ tay).docx", 20)


class At(NamedTuple):
    """Where a rule has to speak: words of the paragraph."""

    rule: str
    words: str


Faults = Mapping[int, Sequence[At]]
"""By row: all that has to be found for the row to count."""

OF_COMMUNE: Final[Faults] = {
    1: [At("P01", "Trên đây là Kết quả")],
    2: [At("P01", "TRONG THÁNG 08/2024")],
    3: [At("P04", "trong tháng qua UBND xã")],
    4: [At("P02", "V/v công bố kết quả")],
    5: [At("P05", "tổng số điểm là 80,33/100")],
    6: [At("P06", "TRONG THÁNG 08/2024")],
    7: [At("N05", "Thanh toán trực tuyến 5,1/10")],
    8: [At("N06", "tổng số điểm là 80,33/100")],
    9: [At("N07", "Số hóa hồ sơ 18,5/22")],
    10: [At("N08", "tổng số điểm là 80,33/100")],
    11: [At("N09", "xếp hạng 8/8 xã, phường")],
    12: [At("A02", "(có phụ lục các tiêu chí kèm theo)")],
    13: [At("I02", "4. Tăng cường thực hiện khai thác")],
    14: [At("I03", "3. Tăng cường thực hiện chứng thực")],
    15: [At("I02", "1. Tăng cường hướng dẫn"), At("I04", "1. Tăng cường hướng dẫn")],
    16: [At("I05", "2. Đối với chỉ tiêu")],
    17: [At("I06", "1. Tăng cường hướng dẫn")],
    18: [At("I07", "Đề nghị các Sở ngành tỉnh")],
    19: [At("I02", "Đề nghị các Sở ngành tỉnh")],
    20: [At("U02", "Kính gửi: - Văn phòng")],
    21: [At("A05", "quá hạn (*)"), At("A05", "số hóa hồ sơ (**)")],
    22: [At("A06", "đúng hạn, trong hạn) (%)")],
    23: [At("N03", "91,7")],
    24: [At("N04", "2.033")],
    25: [At("A07", "Lũy kế hồ sơ")],
    26: [At("A08", "0")],
    27: [At("L01", "Căn cứ Quyết định số 766")],
    28: [At("L02", "Quyết định số 35/2022/QĐ-UBND")],
    29: [At("F13", "Căn cứ Quyết định số 766")],
    30: [At("F05", "Số: 183/UBND")],
    31: [At("F03", "Độc lập")],
    32: [At("F07", "Kính gửi: - Văn phòng")],
    33: [At("F09", "Công văn này ./."), At("W01", "nghiêm túc, tận tâm chỉ đạo")],
    34: [At("F10", "- Lưu VT, VP .")],
    35: [At("A03", "(Kèm theo Công văn số: 183/UBND")],
    37: [At("F08", "PHÓ CHỦ TỊCH")],
    38: [At("F12", "Trên đây là Kết quả")],
    39: [
        At("F12", "Hệ thống Thông tin giải quyết"),
        At("F12", "qua cổng dịch vụ công quốc gia"),
    ],
}
OF_DISTRICT: Final[Faults] = {
    1: [At("P03", "16 giờ 30 phút ngày 06/11/2024")],
    2: [At("W02", "xu hướng giảm ở một số tiêu chí")],
    3: [At("N11", "xu hướng giảm")],
    5: [
        At("I01", "- Tỷ lệ hồ sơ TTHC số hóa"),
        At("I01", "- Tỷ lệ hồ sơ cấp kết quả điện tử"),
        At("I02", "1. Tiếp tục thực hiện TTHC"),
        At("I02", "2. Thanh toán phí, lệ phí"),
        At("I02", "4. Đảm bảo 100%"),
        At("I02", "5. Công bố, công khai TTHC"),
        At("I02", "6. Mức độ hài lòng"),
    ],
    6: [
        At("L04", begins)
        for begins in ("Qua rà soát", "1. Tiếp", "2. Thanh", "3. Tăng", "5. Công")
    ]
    + [At("L04", "6. Mức độ hài lòng"), At("L04", "7. Trưởng phòng")],
    7: [At("N12", "xã Hiệp Thạnh: 4,55%")],
    8: [At("I09", "xã Hiệp Thạnh: 4,55%")],
    9: [At("L01", "Căn cứ Quyết định số 5144")],
    10: [At("W03", "Căn cứ kết quả trên Cổng")],
    11: [At("W04", "phí lệ, phí")],
    12: [At("W03", "xã, thị trấn các tiêu chí còn thấp")],
    13: [At("W05", "thư xin lỗi của người dân")],
    14: [At("F06", "/UBND-NC")],
    15: [At("F08", "KT.CHỦ TỊCH")],
    16: [At("F08", "PHÓ CHỦ TỊCH")],
    17: [
        *(At("A04", f"ó Phụ lục {number} kèm theo") for number in (1, 2)),
        *(At("A01", f"ó Phụ lục {number} kèm theo") for number in (1, 2)),
    ],
    18: [At("F11", "(có Phụ lục 2 kèm theo)")],
    19: [At("F10", "Tân")],
    20: [At("F11", "xã Phước Đông: 47,06%;")],
    21: [
        At("F12", "kết quả Bộ Chỉ số phục vụ"),
        At("F12", "hệ thống Dịch vụ công quốc gia"),
        At("F12", "- Lưu: VT, VP. HĐND"),
        At("F12", "chỉ đạo tại công văn này"),
        At("P06", "tháng 11 năm 2024 trên địa bàn"),
    ],
    25: [At("F03", "Độc lập"), At("F12", "Tài chính – Kế hoạch")],
    27: [At("I06", "1. Tiếp tục thực hiện TTHC")],
}
FAULTS: Final[Mapping[Letter, Faults]] = {COMMUNE: OF_COMMUNE, DISTRICT: OF_DISTRICT}
