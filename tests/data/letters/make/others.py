"""Sound letters of varied make; offices, people and figures are invented."""

from typing import Final

from tests.data.letters.make import parts, word
from tests.data.letters.make.parts import End, Head
from tests.data.letters.make.repaired import TITLE

_PORTAL: Final = (
    "Căn cứ số liệu trên Cổng Dịch vụ công quốc gia (https://dichvucong.gov.vn)"
)

_WARD: Final = Head(
    office=("ỦY BAN NHÂN DÂN", "PHƯỜNG 3"),
    number="07/UBND-VHXH",
    place_date="Phường 3, ngày 05 tháng 10 năm 2026",
    subject="công bố kết quả thực hiện Bộ chỉ số 766 quý III/2026",
    to=("Trung tâm Phục vụ hành chính công phường",),
)


def in_lines() -> bytes:
    """A letterhead line below line, one addressee, a quarter, no annex."""
    body = (
        TITLE,
        f"{_PORTAL} tính đến 7 giờ 30 phút ngày 02/10/2026,",
        "UBND Phường 3 công bố kết quả thực hiện Bộ chỉ số quý III/2026:",
        "# 1. Kết quả",
        (
            "Tổng điểm quý III/2026 đạt 78,5/100 điểm, xếp thứ 4/12 xã, phường, trong đó: Công"
            " khai, minh bạch 12/18; Tiến độ giải quyết 19/20; Dịch vụ công trực tuyến 9/12;"
            " Thanh toán trực tuyến 7/10; Số hóa hồ sơ 14,5/22; Mức độ hài lòng 17/18."
        ),
        "# 2. Hạn chế",
        "Nhóm Số hóa hồ sơ mới đạt 14,5/22 điểm, nhóm Công khai, minh bạch mới đạt 12/18 điểm.",
        "# 3. Yêu cầu Trung tâm Phục vụ hành chính công phường",
        "- Số hóa thành phần hồ sơ ngay khi tiếp nhận, hoàn thành trước ngày 31/10/2026;",
        (
            "- Phối hợp Văn phòng HĐND và UBND phường kiến nghị Sở Tư pháp nâng điểm nhóm Công"
            " khai, minh bạch trong tháng 10/2026."
        ),
        "Đề nghị Trung tâm Phục vụ hành chính công phường triển khai thực hiện./.",
    )
    end = End(
        recipients=("Sở Tư pháp (để phối hợp)", "CT, các PCT UBND phường"),
        archive="VT, VHXH",
        authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        signer="Lê Thị Hồng",
    )
    return word.file(
        parts.in_lines(_WARD)
        + parts.to_one(_WARD)
        + parts.body(*body)
        + parts.end_in_lines(end)
        + word.section()
    )


_TAN_HOA: Final = Head(
    office=("ỦY BAN NHÂN DÂN", "XÃ TÂN HÒA"),
    number="112/UBND-TTHCC",
    place_date="Tân Hòa, ngày 03 tháng 8 năm 2026",
    subject="kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp tháng 7 năm 2026",
    to=(
        "Phòng Văn hóa - Xã hội xã",
        "Phòng Kinh tế xã",
        "Trung tâm Phục vụ hành chính công xã",
    ),
)


def in_boxes() -> bytes:
    """A letterhead in text boxes, manual line breaks in lists of offices."""
    body = (
        TITLE,
        (
            f"{_PORTAL}, lấy lúc 09 giờ 15 phút ngày 01/8/2026, UBND xã Tân Hòa thông báo kết quả"
            " tháng 7 năm 2026 như sau:"
        ),
        (
            "1. Xã đạt 71,4/100 điểm, xếp hạng 21/96. Các nhóm: Công khai, minh bạch 11,85/18 điểm;"
            " Tiến độ giải quyết 16,2/20 điểm; Dịch vụ công trực tuyến 8,35/12 điểm; Thanh toán"
            " trực tuyến 6/10 điểm; Số hóa hồ sơ 13/22 điểm; Mức độ hài lòng 16/18 điểm."
        ),
        (
            "2. Nhóm thấp nhất là Số hóa hồ sơ (13/22 điểm). Có 12 hồ sơ quá hạn: Phòng Kinh tế 9 hồ"
            " sơ, Phòng Văn hóa - Xã hội 3 hồ sơ."
        ),
        "3. Chủ tịch UBND xã yêu cầu:",
        (
            "a) Phòng Kinh tế và Phòng Văn hóa - Xã hội giải quyết xong hồ sơ quá hạn, gửi thư xin"
            " lỗi người dân trước ngày 10/8/2026."
        ),
        (
            "b) Trung tâm Phục vụ hành chính công xã số hóa hồ sơ, kết quả giải quyết từ khi tiếp"
            " nhận, báo cáo vào ngày 25 hằng tháng."
        ),
        (
            "Yêu cầu các phòng, Trung tâm Phục vụ hành chính công xã thực hiện nghiêm túc nội dung"
            " Công văn này./."
        ),
    )
    end = End(
        recipients=("Văn phòng UBND tỉnh (b/c)", "CT, các PCT UBND xã"),
        archive="VT, TTHCC",
        authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        signer="Đặng Quốc Việt",
    )
    return word.file(
        parts.in_boxes(_TAN_HOA)
        + parts.to_by_breaks(_TAN_HOA)
        + parts.body(*body)
        + parts.end_by_breaks(end)
        + word.section()
    )


_BINH_MINH: Final = Head(
    office=("ỦY BAN NHÂN DÂN", "XÃ BÌNH MINH"),
    number="230/UBND-VP",
    place_date="Bình Minh, ngày 12 tháng 10 năm 2026",
    subject="công bố kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp tháng 9/2026",
    to=("Các phòng chuyên môn xã", "Các thôn, tổ dân phố"),
)
_POINTS: Final = (
    ("STT", "Nhóm chỉ số", "Điểm tối đa", "Tháng 8/2026", "Tháng 9/2026"),
    ("1", "Công khai, minh bạch", "18", "11,85", "11,85"),
    ("2", "Tiến độ giải quyết", "20", "17,20", "18,10"),
    ("3", "Dịch vụ công trực tuyến", "12", "8,00", "8,40"),
    ("4", "Thanh toán trực tuyến", "10", "6,10", "6,55"),
    ("5", "Số hóa hồ sơ", "22", "12,30", "13,05"),
    ("6", "Mức độ hài lòng", "18", "17,00", "17,10"),
    ("", "Tổng cộng", "100", "72,45", "75,05"),
)
_RATIOS: Final = (
    ("STT", "Tiêu chí", "Chỉ tiêu (%)", "Tỷ lệ (%)"),
    ("1", "Tỷ lệ hồ sơ xử lý trước hạn, đúng hạn", "98,00", "90,50"),
    ("2", "Tỷ lệ hồ sơ thanh toán trực tuyến", "60,00", "72,25"),
    (
        "3",
        "Tỷ lệ hồ sơ khai thác, sử dụng lại thông tin, dữ liệu số hóa",
        "50,00",
        "35,16",
    ),
)


_BINH_MINH_BODY: Final = (
    TITLE,
    (
        "Thực hiện Kế hoạch cải cách hành chính năm 2026 của xã; số liệu tính đến 16 giờ 00"
        " phút ngày 05/10/2026 trên Cổng Dịch vụ công quốc gia,"
    ),
    "UBND xã Bình Minh công bố kết quả Bộ chỉ số tháng 9/2026 như sau:",
    "# Kết quả đạt được",
    (
        "Tổng điểm đạt 75,05/100 điểm, so với tháng 8/2026 (72,45 điểm) tăng 2,6 điểm; xếp hạng"
        " 18/102, tháng 8/2026 xếp hạng 25/102. Điểm từng nhóm tại Phụ lục I."
    ),
    "# Tồn tại",
    (
        "- Tỷ lệ hồ sơ khai thác, sử dụng lại thông tin, dữ liệu số hóa mới đạt 35,16% (chỉ tiêu"
        " 50%)."
    ),
    (
        "- Tỷ lệ hồ sơ xử lý trước hạn, đúng hạn đạt 90,5%, chưa đạt chỉ tiêu 98% (chi tiết tại"
        " Phụ lục II)."
    ),
    "# Nhiệm vụ trong tháng 10/2026",
    "* Các phòng chuyên môn xã rà soát, xử lý đúng hạn toàn bộ hồ sơ trước ngày 31/10/2026.",
    (
        "* Phòng Văn hóa - Xã hội hướng dẫn khai thác, sử dụng lại dữ liệu số hóa, bảo đảm tối"
        " thiểu 50% trước ngày 31/10/2026."
    ),
    (
        "* Các thôn, tổ dân phố tuyên truyền người dân nộp hồ sơ, thanh toán phí, lệ phí trực"
        " tuyến (tỷ lệ thanh toán hiện đạt 72,25%) thường xuyên trong tháng 10/2026."
    ),
    (
        "Trên đây là kết quả Bộ chỉ số tháng 9/2026, đề nghị các phòng chuyên môn xã, các thôn, tổ"
        " dân phố thực hiện./."
    ),
)


def numbered() -> bytes:
    """Automatic numbers, two annexes, the first on a page that lies."""
    end = End(
        recipients=("Sở Nội vụ", "Đảng ủy xã", "CT, các PCT UBND xã"),
        archive="VT, VP",
        authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        signer="Hoàng Văn Thắng",
    )
    reference = "Kèm theo Công văn số 230/UBND-VP ngày 12 tháng 10 năm 2026 của UBND xã Bình Minh"
    return word.file(
        parts.in_table(_BINH_MINH)
        + parts.to_each(_BINH_MINH)
        + parts.numbered(*_BINH_MINH_BODY)
        + parts.end_in_table(end)
        + word.new_section(word.section())
        + parts.annex_head(
            "Phụ lục I", ("ĐIỂM CÁC NHÓM CHỈ SỐ THÁNG 9/2026",), reference
        )
        + word.grid((800, 5600, 2400, 2400, 2400), _POINTS)
        + word.new_section(word.section(landscape=True, restarts=True))
        + parts.annex_head(
            "Phụ lục II", ("TIÊU CHÍ THÀNH PHẦN THÁNG 9/2026",), reference
        )
        + word.grid((800, 4700, 1700, 1700), _RATIOS)
        + word.section(restarts=True)
    )


_PROVINCE: Final = Head(
    office=("VĂN PHÒNG",),
    superior="ỦY BAN NHÂN DÂN TỈNH PHÚ SƠN",
    number="1208/VP-KSTTHC",
    place_date="Phú Sơn, ngày 09 tháng 11 năm 2026",
    subject="công bố kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp tháng 10/2026",
    to=("Các sở, ban, ngành tỉnh", "UBND các xã, phường, đặc khu"),
)
_UNITS: Final = (
    ("STT", "Tên đơn vị", "Tổng điểm", "Xếp hạng", "Số hồ sơ quá hạn"),
    ("1", "Phường An Bình", "88,40", "1", "0"),
    ("2", "Xã Hòa Lợi", "85,12", "2", "2"),
    ("3", "Xã Tân Lập", "79,36", "3", "5"),
    ("4", "Đặc khu Phú Hải", "74,05", "4", "11"),
)


_PROVINCE_BODY: Final = (
    TITLE,
    f"{_PORTAL} tại thời điểm 08 giờ 00 phút ngày 03/11/2026,",
    (
        "Văn phòng UBND tỉnh Phú Sơn công bố kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp"
        " tháng 10/2026 của các xã, phường, đặc khu như sau:"
    ),
    "# I. KẾT QUẢ",
    (
        "1. Tổng điểm cao nhất là phường An Bình (88,4 điểm), thấp nhất là đặc khu Phú Hải (74,05"
        " điểm); chi tiết tại Phụ lục kèm theo."
    ),
    (
        "2. Số hồ sơ quá hạn: 18 hồ sơ (đặc khu Phú Hải: 11 hồ sơ; xã Tân Lập: 05 hồ sơ; xã Hòa"
        " Lợi: 02 hồ sơ)."
    ),
    "# II. YÊU CẦU",
    (
        "1. UBND đặc khu Phú Hải, UBND xã Tân Lập, UBND xã Hòa Lợi giải quyết dứt điểm hồ sơ quá"
        " hạn trước ngày 20 tháng 11 năm 2026."
    ),
    "2. Các sở, ban, ngành tỉnh phối hợp, hướng dẫn các địa phương trong tháng 11/2026.",
    (
        "Văn phòng UBND tỉnh đề nghị các sở, ban, ngành tỉnh và UBND các xã, phường, đặc khu nghiêm"
        " túc thực hiện./."
    ),
)


def superior() -> bytes:
    """A superior's letter: lists of units, an annex of all of them."""
    end = End(
        recipients=("CT, các PCT UBND tỉnh (b/c)", "LĐVP"),
        archive="VT, KSTTHC",
        authority=("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        signer="Phạm Thị Lan",
    )
    reference = (
        "Kèm theo Công văn số 1208/VP-KSTTHC ngày 09 tháng 11 năm 2026 của Văn phòng UBND tỉnh"
        " Phú Sơn"
    )
    return word.file(
        parts.in_table(_PROVINCE)
        + parts.to_each(_PROVINCE)
        + parts.body(*_PROVINCE_BODY)
        + parts.end_in_table(end)
        + word.new_section(word.section())
        + parts.annex_head(
            "Phụ lục", ("KẾT QUẢ CÁC XÃ, PHƯỜNG, ĐẶC KHU THÁNG 10/2026",), reference
        )
        + word.grid((800, 3500, 1600, 1600, 1900), _UNITS)
        + word.section(restarts=True)
    )


_ISLAND: Final = Head(
    office=("ỦY BAN NHÂN DÂN", "ĐẶC KHU PHÚ HẢI"),
    number="05/UBND-VP",
    place_date="Phú Hải, ngày 09 tháng 01 năm 2026",
    subject="công bố kết quả Bộ chỉ số 766 năm 2025",
    to=("Các phòng chuyên môn đặc khu",),
)


def short() -> bytes:
    """A short letter about a year, its letterhead in lines with tabs."""
    body = (
        (
            "Thực hiện Quyết định số 766/QĐ-TTg ngày 23 tháng 6 năm 2022 của Thủ tướng Chính phủ, UBND"
            " đặc khu Phú Hải công bố kết quả Bộ chỉ số năm 2025 trên Cổng Dịch vụ công quốc gia (số"
            " liệu tính đến ngày 05/01/2026): tổng điểm 74,05/100 điểm, xếp hạng 4/5. Điểm các nhóm:"
            " Công khai, minh bạch 12,05/18; Tiến độ giải quyết 15/20; Dịch vụ công trực tuyến 9/12;"
            " Thanh toán trực tuyến 8/10; Số hóa hồ sơ 14/22; Mức độ hài lòng 16/18."
        ),
        "Các phòng chuyên môn đặc khu tập trung nâng điểm nhóm Số hóa hồ sơ trong quý I/2026./.",
    )
    end = End(
        recipients=("CT, PCT UBND đặc khu",),
        archive="VT, VP",
        authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        signer="Võ Thành Nam",
    )
    return word.file(
        parts.by_tabs(_ISLAND)
        + parts.to_one(_ISLAND)
        + parts.body(*body)
        + parts.end_in_table(end)
        + word.section()
    )
