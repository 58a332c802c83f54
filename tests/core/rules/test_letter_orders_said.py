"""What the rules about periods, orders and units say, how gravely, and of which words."""

import pytest

from tests.core.rules import saying
from tests.core.rules.letter_findings import RULES, findings

# Rule, number of its broken example, severity, the words it speaks of (or how their
# paragraph begins), what it says.
SAID = [
    (
        "P01",
        0,
        "loi",
        "tháng 8/2026",
        "Kỳ báo cáo không thống nhất: bảng số liệu ghi tháng 9/2026, nội dung ghi tháng 8/2026.",
    ),
    (
        "P01",
        1,
        "loi",
        "THÁNG 8/2026",
        "Kỳ báo cáo không thống nhất: bảng số liệu ghi tháng 9/2026, tên phụ lục ghi tháng 8/2026.",
    ),
    (
        "P01",
        2,
        "loi",
        "tháng 9/2026",
        "Kỳ báo cáo không thống nhất: bảng số liệu ghi tháng 8/2026, trích yếu ghi tháng 9/2026.",
    ),
    (
        "P01",
        2,
        "loi",
        "tháng 9/2026",
        "Kỳ báo cáo không thống nhất: bảng số liệu ghi tháng 8/2026, đoạn kết ghi tháng 9/2026.",
    ),
    (
        "P01",
        3,
        "loi",
        "tháng 8/2026",
        "Kỳ báo cáo không thống nhất: các chỗ khác ghi tháng 9/2026, trích yếu ghi tháng 8/2026.",
    ),
    ("P04", 0, "goi-y", "tháng qua", "Nên ghi rõ tháng 9/2026 thay cho “tháng qua”."),
    (
        "P04",
        1,
        "goi-y",
        "Thời gian qua",
        "Nên ghi rõ kỳ cụ thể thay cho “Thời gian qua”.",
    ),
    (
        "P06",
        0,
        "goi-y",
        "tháng 09/2026",
        "Cách ghi tháng chưa thống nhất: “tháng 09/2026” và “tháng 9/2026”.",
    ),
    (
        "P06",
        1,
        "goi-y",
        "tháng 9 năm 2026",
        "Cách ghi tháng chưa thống nhất: “tháng 9 năm 2026” và “tháng 9/2026”.",
    ),
    (
        "P07",
        0,
        "canh-bao",
        "Trường Tây, ngày 09 tháng 10 năm 2026",
        "Công văn ký ngày 16/11/2026, 47 ngày sau khi tháng 9/2026 kết thúc; kỳ này có thể đã được công bố.",
    ),
    (
        "P07",
        1,
        "canh-bao",
        "Trường Tây, ngày 09 tháng 10 năm 2026",
        "Công văn ký ngày 16/11/2026, 47 ngày sau khi tháng 9/2026 kết thúc; kỳ này có thể đã được công bố.",
    ),
    (
        "P09",
        0,
        "loi",
        "ngày 9 tháng 10 năm 2026",
        "Cách ghi ngày tháng chưa đúng NĐ 30/2020/NĐ-CP (phải ghi “ngày 09 tháng 10 năm 2026”).",
    ),
    (
        "P09",
        1,
        "loi",
        "ngày 09 tháng 1 năm 2026",
        "Cách ghi ngày tháng chưa đúng NĐ 30/2020/NĐ-CP (phải ghi “ngày 09 tháng 01 năm 2026”).",
    ),
    (
        "P09",
        2,
        "goi-y",
        "ngày 29 tháng 09 năm 2026",
        "Cách ghi ngày tháng chưa đúng NĐ 30/2020/NĐ-CP (phải ghi “ngày 29 tháng 9 năm 2026”).",
    ),
    (
        "P09",
        3,
        "loi",
        "ngày 31 tháng 9 năm 2026",
        "“ngày 31 tháng 9 năm 2026” không có trong lịch.",
    ),
    (
        "P09",
        4,
        "loi",
        "ngày 09/10/2026",
        "Cách ghi ngày tháng chưa đúng NĐ 30/2020/NĐ-CP (phải ghi “ngày 09 tháng 10 năm 2026”).",
    ),
    (
        "I01",
        0,
        "canh-bao",
        "Tỷ lệ hồ sơ cấp kết quả điện tử",
        "“Cấp kết quả điện tử” được nêu là thấp nhưng chưa có yêu cầu khắc phục.",
    ),
    (
        "I01",
        1,
        "canh-bao",
        "1. Ký số, phát hành và đồng bộ kết quả g",
        "“Hồ sơ thanh toán trực tuyến” (41,5%) đạt thấp theo bảng số liệu nhưng công văn chưa có yêu cầu khắc phục.",
    ),
    (
        "I01",
        2,
        "canh-bao",
        "1. Rà soát hồ sơ sắp đến hạn (hiện đạt 9",
        "“Cấp kết quả điện tử” (60%) đạt thấp theo bảng số liệu nhưng công văn chưa có yêu cầu khắc phục.",
    ),
    (
        "I02",
        0,
        "canh-bao",
        "khai thác, sử dụng lại dữ liệu số hóa",
        "Yêu cầu về “Khai thác, sử dụng lại dữ liệu số hóa” nhưng công văn không có số liệu của tiêu chí này.",
    ),
    (
        "I02",
        1,
        "canh-bao",
        "công khai, minh bạch",
        "Kiến nghị về “Công khai, minh bạch” nhưng công văn không có số liệu của tiêu chí này.",
    ),
    (
        "I02",
        2,
        "canh-bao",
        "khai thác, sử dụng lại dữ liệu số hóa",
        "Yêu cầu về “Khai thác, sử dụng lại dữ liệu số hóa” nhưng công văn không có số liệu của tiêu chí này.",
    ),
    (
        "I03",
        0,
        "canh-bao",
        "100%",
        "“Chứng thực bản sao điện tử” không tính được theo tỷ lệ 100%: đây là số lượng hồ sơ, hoặc chỉ là có hay không cung cấp dịch vụ.",
    ),
    (
        "I03",
        1,
        "canh-bao",
        "100%",
        "“Bản sao điện tử trong kỳ” không tính được theo tỷ lệ 100%: đây là số lượng hồ sơ, hoặc chỉ là có hay không cung cấp dịch vụ.",
    ),
    (
        "I04",
        0,
        "goi-y",
        "thanh toán trực tuyến phí, lệ phí",
        "Mục này gộp hai tiêu chí “Hồ sơ nộp trực tuyến” và “Hồ sơ thanh toán trực tuyến”.",
    ),
    (
        "I05",
        0,
        "canh-bao",
        "100%",
        "“Cấp kết quả điện tử” ghi mức 100%, chỉ tiêu được giao là 90%.",
    ),
    (
        "I05",
        1,
        "canh-bao",
        "120%",
        "Mức 120% của “Khai thác, sử dụng lại dữ liệu số hóa” vượt quá 100%.",
    ),
    (
        "I05",
        2,
        "canh-bao",
        "52%",
        "“Khai thác, sử dụng lại dữ liệu số hóa” ghi mức 52%, thấp hơn kết quả hiện có 85%.",
    ),
    (
        "I05",
        3,
        "canh-bao",
        "75%",
        "“Thanh toán trực tuyến” ghi mức 75%, chỉ tiêu được giao là 80%.",
    ),
    (
        "I10",
        0,
        "canh-bao",
        "Công bố TTHC",
        "“TTHC công bố đúng hạn” do cấp tỉnh thực hiện: dùng kiến nghị thay cho yêu cầu.",
    ),
    (
        "I06",
        0,
        "goi-y",
        "1. Ký số, phát hành và đồng bộ kết quả g",
        "Mục 1, 2 chưa ghi thời hạn.",
    ),
    (
        "I06",
        1,
        "goi-y",
        "Ký số, phát hành và đồng bộ kết quả giải",
        "01 yêu cầu chưa ghi đơn vị thực hiện và thời hạn.",
    ),
    (
        "I06",
        2,
        "goi-y",
        "- Ký số, phát hành và đồng bộ kết quả gi",
        "02 yêu cầu chưa ghi thời hạn.",
    ),
    (
        "I07",
        0,
        "loi",
        "Đề nghị các Sở, ngành tỉnh sớm tích hợp ",
        "Kiến nghị gửi “các Sở, ngành tỉnh” nhưng Kính gửi và Nơi nhận không có.",
    ),
    (
        "I07",
        1,
        "loi",
        "a) Tích hợp thanh toán trực tuyến (hiện ",
        "Kiến nghị gửi “Văn phòng UBND tỉnh” nhưng Kính gửi và Nơi nhận không có.",
    ),
    (
        "I08",
        0,
        "canh-bao",
        "- Tổng số hồ sơ xử lý quá hạn: 46 hồ sơ ",
        "Có hồ sơ quá hạn nhưng chưa được giao giải quyết: các phòng chuyên môn, thôn Một.",
    ),
    (
        "I08",
        1,
        "canh-bao",
        "1. Trưởng phòng Kinh tế giải quyết dứt đ",
        "Có hồ sơ quá hạn nhưng chưa được giao giải quyết: Xã B.",
    ),
    (
        "I09",
        0,
        "goi-y",
        "- Tỷ lệ khai thác, sử dụng lại thông tin",
        "Chưa nói các đơn vị còn lại đạt hay chưa có số liệu về “Khai thác, sử dụng lại dữ liệu số hóa”.",
    ),
    (
        "I09",
        1,
        "goi-y",
        "- Tỷ lệ khai thác, sử dụng lại thông tin",
        "Danh sách đơn vị chưa đạt “Khai thác, sử dụng lại dữ liệu số hóa” còn thiếu: Xã C.",
    ),
    (
        "I11",
        0,
        "canh-bao",
        "41,79",
        "xã B: 41,79% đã đạt chỉ tiêu 41% nhưng được nêu là thấp.",
    ),
    (
        "I11",
        1,
        "canh-bao",
        "70,85",
        "Cấp kết quả điện tử: 70,85% đã đạt chỉ tiêu 70% nhưng được nêu là thấp.",
    ),
    (
        "I11",
        2,
        "canh-bao",
        "70,85",
        "Cấp kết quả điện tử: 70,85% đã đạt chỉ tiêu 70,85% nhưng được nêu là thấp.",
    ),
    (
        "U01",
        0,
        "loi",
        "XÃ TRƯỜNG ĐÔNG",
        "Tên đơn vị không thống nhất: tên cơ quan ban hành ghi “XÃ TRƯỜNG ĐÔNG”, đơn vị là xã Trường Tây.",
    ),
    (
        "U01",
        1,
        "loi",
        "Hòa Thành",
        "Tên đơn vị không thống nhất: địa danh ghi “Hòa Thành”, đơn vị là xã Trường Tây.",
    ),
    (
        "U01",
        2,
        "loi",
        "UBND xã Trường Đông",
        "Tên đơn vị không thống nhất: nội dung ghi “xã Trường Đông”, đơn vị là xã Trường Tây.",
    ),
    (
        "U01",
        3,
        "loi",
        "UBND XÃ TRƯỜNG ĐÔNG",
        "Tên đơn vị không thống nhất: tên phụ lục ghi “XÃ TRƯỜNG ĐÔNG”, đơn vị là xã Trường Tây.",
    ),
    (
        "U02",
        0,
        "goi-y",
        "- Văn phòng UBND tỉnh;",
        "Kính gửi “Văn phòng UBND tỉnh” là cấp trên nhưng công văn chỉ có lời yêu cầu.",
    ),
    (
        "U02",
        1,
        "goi-y",
        "UBND xã Trường Tây yêu cầu Văn phòng UBN",
        "“Văn phòng UBND tỉnh” là cấp trên: dùng “đề nghị”, “kiến nghị” thay cho “yêu cầu”.",
    ),
    (
        "U03",
        0,
        "canh-bao",
        "huyện",
        "“huyện” không còn từ ngày 01/7/2025; hiện nay là xã.",
    ),
    (
        "U03",
        1,
        "canh-bao",
        "thị trấn",
        "“thị trấn” không còn từ ngày 01/7/2025; hiện nay là xã.",
    ),
]


@pytest.mark.parametrize(("rule", "number", "severity", "words", "message"), SAID)
def test_a_finding_has_its_words_and_its_place(rule, number, severity, words, message):
    found = findings(rule, RULES[rule].broken[number])
    assert (severity, message) in [(one[0], one[2]) for one in found]
    place = next(one[1] for one in found if one[2] == message)
    assert place.startswith(words)


@pytest.mark.parametrize(
    ("rule", "count"), [("P01", 7), ("I01", 5), ("I02", 5), ("I11", 3), ("U01", 5)]
)
def test_each_thing_is_said_once(rule, count):
    said = [one for each in RULES[rule].broken for one in findings(rule, each)]
    assert len(said) == count


def test_what_is_weak_needs_an_order_in_a_letter_without_an_end_too():
    body = "Hồ sơ thanh toán trực tuyến còn thấp.\nYêu cầu Văn phòng họp xã."
    (message,) = saying.messages("I01", letter={"body": body})
    assert "chưa có yêu cầu khắc phục" in message
