"""The two typed letters of the samples with every listed fault mended.

Figures that the seeds never gave are invented, so that the letter has all that it has to
tell: in the commune's the points of four groups (`INVENTED_GROUPS`) and its annex of
September, of which the seed only had August (`INVENTED_ROWS`); in the district's the
figures of October, of the whole district and of units that the seed leaves out, and the
names of who signs.
"""

from typing import Final

from tests.data.letters.make import parts, word
from tests.data.letters.make.parts import End, Head

TITLE: Final = (
    "Căn cứ Quyết định số 766/QĐ-TTg ngày 23 tháng 6 năm 2022 của Thủ tướng Chính phủ phê"
    " duyệt Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh"
    " nghiệp trong thực hiện thủ tục hành chính, dịch vụ công theo thời gian thực trên môi"
    " trường điện tử;"
)

_COMMUNE_HEAD: Final = Head(
    office=("ỦY BAN NHÂN DÂN", "XÃ TRƯỜNG TÂY"),
    number="183/UBND-VP",
    place_date="Trường Tây, ngày 04 tháng 10 năm 2024",
    subject="công bố kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp tháng 9/2024",
    to=("Văn phòng HĐND và UBND thị xã Hòa Thành", "Các công chức chuyên môn xã"),
)
INVENTED_GROUPS: Final = (
    "Công khai, minh bạch 11,85/18 điểm; Tiến độ giải quyết 20/20 điểm; Dịch vụ công trực"
    " tuyến 8,88/12 điểm; Mức độ hài lòng 16/18 điểm"
)
_COMMUNE_BODY: Final = (
    TITLE,
    (
        "Căn cứ kết quả trên Cổng Dịch vụ công quốc gia"
        " (https://dichvucong.gov.vn/danh-gia-chat-luong-phuc-vu) tại thời điểm 08 giờ 00 phút"
        " ngày 02/10/2024,"
    ),
    (
        "Ủy ban nhân dân (UBND) xã Trường Tây công bố kết quả Bộ chỉ số phục vụ người dân, doanh"
        " nghiệp tháng 9/2024 như sau:"
    ),
    "# 1. Kết quả",
    (
        "Tổng số điểm là 80,33/100 điểm, xếp hạng 8/8 xã, phường, là đơn vị xếp cuối. Nguyên nhân"
        " chủ yếu do nhóm Công khai, minh bạch và nhóm Thanh toán trực tuyến mất nhiều điểm."
    ),
    (
        f"Điểm các nhóm: {INVENTED_GROUPS}; Thanh toán trực tuyến 5,1/10 điểm; Số hóa hồ sơ"
        " 18,5/22 điểm."
    ),
    (
        "Một số nhóm đạt kết quả thấp: Thanh toán trực tuyến 5,1/10 điểm; Công khai, minh bạch"
        " 11,85/18 điểm (có Phụ lục các tiêu chí kèm theo)."
    ),
    "# 2. Yêu cầu",
    "UBND xã Trường Tây yêu cầu các công chức chuyên môn xã khắc phục các nội dung sau:",
    (
        "a) Công chức Văn phòng - Thống kê hướng dẫn người dân thanh toán trực tuyến phí, lệ phí"
        " qua Cổng Dịch vụ công quốc gia, xong trước ngày 30 tháng 10 năm 2024."
    ),
    (
        "b) Công chức Tư pháp - Hộ tịch số hóa đầy đủ thành phần hồ sơ và kết quả giải quyết,"
        " xong trước ngày 30 tháng 10 năm 2024."
    ),
    "# 3. Kiến nghị",
    (
        "Đề nghị Văn phòng HĐND và UBND thị xã Hòa Thành kiến nghị cơ quan có thẩm quyền cập nhật"
        " kịp thời thủ tục hành chính thuộc thẩm quyền giải quyết của xã, để nhóm Công khai, minh"
        " bạch (hiện đạt 11,85/18 điểm) được cải thiện."
    ),
    (
        "Trên đây là kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp tháng 9/2024 trên địa bàn"
        " xã Trường Tây, kính gửi Văn phòng HĐND và UBND thị xã Hòa Thành theo dõi. Yêu cầu các"
        " công chức chuyên môn xã nghiêm túc thực hiện nội dung Công văn này./."
    ),
)
_COMMUNE_END: Final = End(
    recipients=("CT, các PCT UBND xã",),
    archive="VT, VP",
    authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Nguyễn Văn Minh",
)
_COLUMNS: Final = (
    "STT",
    "Tên đơn vị",
    "Tổng số hồ sơ xử lý quá hạn",
    "Tỷ lệ hồ sơ xử lý đúng hạn, trong hạn (%)",
    "Tỷ lệ hồ sơ nộp trực tuyến (%)",
    "Tỷ lệ hồ sơ thanh toán trực tuyến (%)",
    "Tỷ lệ hồ sơ cấp kết quả điện tử (%)",
    "Tỷ lệ hồ sơ TTHC số hóa hồ sơ, kết quả giải quyết TTHC (%)",
    "Số lượng hồ sơ cung cấp dịch vụ chứng thực điện tử bản sao từ bản chính (hồ sơ)",
)
INVENTED_POINTS: Final = (
    ("STT", "Nhóm chỉ số", "Điểm tối đa", "Điểm đạt"),
    ("1", "Công khai, minh bạch", "18", "11,85"),
    ("2", "Tiến độ giải quyết", "20", "20,00"),
    ("3", "Dịch vụ công trực tuyến", "12", "8,88"),
    ("4", "Thanh toán trực tuyến", "10", "5,10"),
    ("5", "Số hóa hồ sơ", "22", "18,50"),
    ("6", "Mức độ hài lòng", "18", "16,00"),
    ("", "Tổng cộng", "100", "80,33"),
)
INVENTED_ROWS: Final = (
    (
        "1",
        "UBND xã Trường Tây",
        "0",
        "100,00",
        "92,40",
        "75,00",
        "95,31",
        "93,02",
        "118",
    ),
    ("", "Tháng 8/2024", "0", "100,00", "91,70", "89,64", "95,09", "92,73", "112"),
)


def commune() -> bytes:
    """The commune's letter, its annex on a page that lies."""
    annex = parts.annex_head(
        "Phụ lục",
        ("MỘT SỐ TIÊU CHÍ THÀNH PHẦN TRONG BỘ CHỈ SỐ PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP",
         "CỦA UBND XÃ TRƯỜNG TÂY THÁNG 9/2024"),
        "Kèm theo Công văn số 183/UBND-VP ngày 04 tháng 10 năm 2024 của UBND xã Trường Tây",
    )  # fmt: skip
    widths = (700, 2400, 1500, 1500, 1500, 1500, 1500, 1700, 1700)
    return word.file(
        parts.in_table(_COMMUNE_HEAD)
        + parts.to_each(_COMMUNE_HEAD)
        + parts.body(*_COMMUNE_BODY)
        + parts.end_in_table(_COMMUNE_END)
        + word.new_section(word.section())
        + annex
        + word.grid((900, 6000, 2600, 2600), INVENTED_POINTS)
        + word.p("")
        + word.grid(widths, (_COLUMNS, *INVENTED_ROWS))
        + word.p("TTHC: thủ tục hành chính./.", size=12)
        + word.section(landscape=True, restarts=True)
    )


_DISTRICT_HEAD: Final = Head(
    office=("ỦY BAN NHÂN DÂN", "HUYỆN GÒ DẦU"),
    number="2915/UBND-NC",
    place_date="Gò Dầu, ngày 09 tháng 12 năm 2024",
    subject="công bố kết quả đánh giá Bộ chỉ số phục vụ người dân, doanh nghiệp tháng 11/2024",
    to=("Các cơ quan chuyên môn huyện", "UBND các xã, thị trấn"),
)
_DISTRICT_BODY: Final = (
    TITLE.replace("thủ tục hành chính,", "thủ tục hành chính (TTHC),"),
    (
        "Căn cứ kết quả trên Cổng Dịch vụ công quốc gia tại thời điểm 16 giờ 30 phút ngày"
        " 06/12/2024 (số liệu có thể thay đổi theo thời gian),"
    ),
    (
        "UBND huyện Gò Dầu công bố kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp trong tháng"
        " 11/2024 như sau:"
    ),
    "# 1. Kết quả",
    "Tổng số điểm huyện đạt: 87,07/100 điểm, xếp thứ 8/9 huyện, thị xã, thành phố.",
    (
        "Qua rà soát trên Cổng Dịch vụ công quốc gia, một số cơ quan chuyên môn huyện và các xã,"
        " thị trấn còn có các tiêu chí thấp như:"
    ),
    "- Tỷ lệ hồ sơ TTHC số hóa hồ sơ, kết quả giải quyết TTHC: 69,89%.",
    "- Tỷ lệ hồ sơ cấp kết quả điện tử: 70,85%.",
    (
        "- Tổng số hồ sơ xử lý quá hạn: 46 hồ sơ (các cơ quan chuyên môn huyện: 44 hồ sơ; xã Hiệp"
        " Thạnh: 01 hồ sơ; xã Thạnh Đức: 01 hồ sơ), chi tiết tại Phụ lục I kèm theo."
    ),
    (
        "- Tỷ lệ khai thác, sử dụng lại thông tin, dữ liệu số hóa thấp hơn 52%: thị trấn Gò Dầu:"
        " 33,93%; xã Bàu Đồn: 40,08%; xã Cẩm Giang: 40,25%; xã Thạnh Đức: 41,79%; xã Hiệp Thạnh:"
        " 45,50%; xã Phước Đông: 47,06%. Các xã còn lại đạt từ 52% trở lên."
    ),
    "# 2. Yêu cầu",
    (
        "UBND huyện yêu cầu các cơ quan chuyên môn huyện và UBND các xã, thị trấn thực hiện các"
        " nội dung sau, xong trước ngày 31 tháng 12 năm 2024:"
    ),
    "a) Tăng cường khai thác, sử dụng lại thông tin, dữ liệu số hóa, bảo đảm tối thiểu 52%.",
    "b) Số hóa đầy đủ thành phần hồ sơ và kết quả giải quyết TTHC.",
    "c) Ký số, phát hành và đồng bộ kết quả giải quyết TTHC điện tử.",
    (
        "d) Thủ trưởng các cơ quan chuyên môn huyện (Trưởng phòng Kinh tế và Hạ tầng, Trưởng phòng"
        " Tài chính - Kế hoạch, Trưởng phòng Tài nguyên và Môi trường) và Chủ tịch UBND các xã, thị trấn giải quyết dứt điểm tất cả"
        " hồ sơ quá hạn; cung cấp thư xin lỗi người dân cho Văn phòng HĐND và UBND huyện đăng tải"
        " trên Cổng Thông tin điện tử huyện và cập nhật trên Hệ thống Một cửa điện tử (có Phụ lục"
        " II kèm theo)."
    ),
    (
        "Trên đây là kết quả đánh giá Bộ chỉ số phục vụ người dân, doanh nghiệp tháng 11/2024 trên"
        " địa bàn huyện Gò Dầu. Yêu cầu Thủ trưởng các cơ quan chuyên môn huyện và Chủ tịch UBND"
        " các xã, thị trấn nghiêm túc thực hiện nội dung Công văn này./."
    ),
)
_DISTRICT_END: Final = End(
    recipients=(
        "Văn phòng UBND tỉnh Tây Ninh",
        "Sở Nội vụ tỉnh Tây Ninh",
        "CT, các PCT UBND huyện",
    ),
    archive="VT, NC",
    authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Trần Văn Hùng",
)
_REFERENCE: Final = (
    "Kèm theo Công văn số 2915/UBND-NC ngày 09 tháng 12 năm 2024 của UBND huyện Gò Dầu"
)
OVERDUE_ROWS: Final = (
    ("STT", "Tên đơn vị", "Tổng số hồ sơ xử lý quá hạn"),
    ("1", "Các cơ quan chuyên môn huyện", "44"),
    ("2", "Xã Hiệp Thạnh", "1"),
    ("3", "Xã Thạnh Đức", "1"),
    ("", "Tổng cộng", "46"),
)
INVENTED_LETTERS: Final = (
    ("STT", "Tên đơn vị", "Số thư xin lỗi phải đăng tải"),
    ("1", "Phòng Kinh tế và Hạ tầng", "20"),
    ("2", "Phòng Tài chính - Kế hoạch", "9"),
    ("3", "Phòng Tài nguyên và Môi trường", "15"),
)


def district() -> bytes:
    """The district's letter with the two annexes that it speaks of."""
    first = parts.annex_head(
        "Phụ lục I", ("SỐ HỒ SƠ QUÁ HẠN CỦA CÁC ĐƠN VỊ THÁNG 11/2024",), _REFERENCE
    )
    second = parts.annex_head(
        "Phụ lục II", ("SỐ THƯ XIN LỖI CỦA CÁC PHÒNG",), _REFERENCE
    )
    widths = (900, 5000, 3000)
    return word.file(
        parts.in_table(_DISTRICT_HEAD)
        + parts.to_each(_DISTRICT_HEAD)
        + parts.body(*_DISTRICT_BODY)
        + parts.end_in_table(_DISTRICT_END)
        + word.new_section(word.section())
        + first
        + word.grid(widths, OVERDUE_ROWS)
        + word.new_section(word.section(restarts=True))
        + second
        + word.grid(widths, INVENTED_LETTERS)
        + word.section(restarts=True)
    )
