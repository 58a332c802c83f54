"""What the portal shows, and what others made of it (docs/linh-vuc.md 3.3, 9–12, 14–16)."""

from collections.abc import Iterator

from tests.data.exports.make.headings import under
from tests.data.exports.make.model import (
    Expected,
    Export,
    Sheet,
    comma,
    missing,
    number,
    pair,
    words,
)
from tests.data.exports.make.ods import ods
from tests.data.exports.make.tables import NAME, STT, col, criteria, held, table
from tests.data.exports.make.text import text
from tests.data.exports.make.web import UNNAMED, html, mhtml
from tests.data.exports.make.xlsx import xlsx


def exports() -> Iterator[Export]:
    """The files of this family."""
    yield _on_screen(xlsx, "Bảng điểm các tỉnh (năm nhóm).xlsx")
    yield _on_screen(mhtml, "Đánh giá chất lượng phục vụ.mht")
    yield _on_screen(html, "Đánh giá chất lượng phục vụ.html")
    yield _fields()
    yield _snapshots()
    yield _one_page()
    yield _bulletin()
    yield _dashboard()
    yield _one_line()
    yield _notice()


def _on_screen(writer, name: str) -> Export:
    """Five groups, one of them of 22 points; decimal commas."""
    sheet = Sheet("Tổng hợp" if writer is xlsx else UNNAMED)
    expected = Expected("2024")
    sheet.title(1, "KẾT QUẢ ĐÁNH GIÁ BỘ CHỈ SỐ NĂM 2024", 8)
    columns = [STT, col("Tỉnh/Thành phố", key="unit_name")]
    columns += [col("Công khai, minh bạch", key="score_ckmb")]
    columns += [col("Tiến độ giải quyết", key="score_tdgq")]
    columns += [col("Dịch vụ trực tuyến", key="score_online22")]
    columns += [col("Mức độ hài lòng", key="score_mdhl")]
    columns += [col("Số hóa hồ sơ", key="score_mdsh")]
    columns += [col("Tổng điểm", key="score_total")]
    rows = table(sheet, expected, 3, columns)
    one = ("10.46", "17.56", "14.72", "10.24", "9.61", "62.59")
    two = ("12.3", "19.02", "18.4", "17.9", "16", "83.62")
    rows.unit("1", "Tỉnh Lâm Hải", *(comma(each) for each in two))
    rows.unit("2", "Tỉnh Phú Lâm", *(comma(each) for each in one))
    return Export(name, writer(sheet), expected)


def _fields() -> Export:
    """The records' own field names as headings."""
    sheet = Sheet("dvc-index")
    expected = Expected(notes={"unknown-header"})  # the ID
    columns = [col("ID"), col("TEN", key="unit_name"), col("CKMB", key="score_ckmb")]
    columns += [col("TDGQ", key="score_tdgq"), col("CLGQ", key="score_dvctt")]
    columns += [col("TTTT", key="score_tttt"), col("MDHL", key="score_mdhl")]
    columns += [col("MDSH", key="score_mdsh"), col("TONG_SCORE", key="score_total")]
    rows = table(sheet, expected, 1, columns)
    one = ("11.85", "17.05", "6.33", "6.9", "5.68", "7.05", "54.86")
    two = ("11.85", "19.8", "9.01", "8.22", "18", "14.6", "81.48")
    rows.unit("398126", "UBND xã Ea Wer", *(number(each, each) for each in one))
    rows.unit("398127", "UBND phường Thành Nhất", *(number(each, each) for each in two))
    return Export("dvc-index.csv", text(sheet, ",", "utf-8"), expected)


def _snapshots() -> Export:
    """Points and their difference under a day; lines of differences between the units."""
    sheet = Sheet("Theo dõi")
    expected = Expected("2026-09", notes={"near-header"})
    sheet.title(1, "THEO DÕI ĐIỂM BỘ CHỈ SỐ 766 THÁNG 9/2026", 4)
    points = under("Ngày 28/9", col("Điểm", key="score_total"), col("Chênh lệch"))
    rows = table(sheet, expected, 3, [STT, NAME, *points])
    rows.unit(1, "UBND xã Cái Ngang", 88.4, 1.2)
    rows.plain("", "Δ", 0.4, "")
    rows.unit(2, "UBND phường Tân Hạnh", 86.05, -0.35)
    rows.plain("", "Δ", -0.1, "")
    rows.plain("Cập nhật: 28/9/2026 16:00")
    expected.as_of = "2026-09-28T16:00"
    return Export("Theo dõi điểm hằng ngày.xlsx", xlsx(sheet), expected)


def _one_page() -> Export:
    """Groups as rows, "x/18" each; the rank of a group is no figure of the index."""
    sheet = Sheet("Bảng điểm")
    expected = Expected("2026-08", notes={"unknown-header"})
    sheet.title(1, "Đơn vị: UBND xã Cầu Đước - Tháng 8/2026", 3)
    owner = expected.unit("UBND xã Cầu Đước")
    columns = [col("Nhóm Chỉ Tiêu"), col("Hạng"), held("Điểm Đạt / Tối Đa")]
    rows = criteria(sheet, owner, 3, columns)
    rows.figure("score_ckmb", "Công khai, minh bạch", 5, pair("13.5", "18", "13,5/18"))
    rows.figure("score_tdgq", "Tiến độ giải quyết", 1, pair("20", "20", "20/20"))
    rows.figure(
        "score_dvctt", "Dịch vụ công trực tuyến", 9, pair("7.1", "12", "7,1/12")
    )
    rows.figure("score_mdsh", "Số hóa hồ sơ", 3, pair("18.5", "22", "18,5/22"))
    rows.figure("score_tttt", "Thanh toán trực tuyến", 11, pair("5.1", "10", "5,1/10"))
    rows.figure("score_mdhl", "Mức độ hài lòng", 2, pair("17.8", "18", "17,8/18"))
    return Export("Bảng điểm một trang.xlsx", xlsx(sheet), expected)


def _bulletin() -> Export:
    """A week: points, rank, and the change since the week before."""
    sheet = Sheet("Tuần 03")
    expected = Expected("2024-W03")
    sheet.title(1, "BẢN TIN TUẦN 03/2024", 5)
    columns = [STT, NAME, col("Tổng điểm", key="score_total")]
    columns += [col("Xếp hạng", key="rank"), col("Tăng/giảm so với tuần trước")]
    rows = table(sheet, expected, 2, columns)
    rows.unit(1, "Phường Hòa Lợi", comma("83.21"), pair("2", "8", "2/8"), "+0,5")
    rows.unit(2, "Xã Phú An", comma("79.4"), pair("5", "8", "5/8"), "-1,25")
    return Export("Bản tin tuần 03-2024.xlsx", xlsx(sheet), expected)


def _dashboard() -> Export:
    """Lines of figures beside the file's own targets."""
    sheet = Sheet("Bảng điều khiển")
    expected = Expected("2025-11", "2025-11-27")
    sheet.title(1, "KẾT QUẢ THÁNG 11/2025 (tính đến ngày 27/11/2025)", 4)
    owner = expected.unit(None)
    columns = [
        col("STT"),
        col("Chỉ tiêu"),
        held("Kết quả"),
        held("Mục tiêu", part="target"),
    ]
    rows = criteria(sheet, owner, 3, columns)
    rows.figure("on_time_rate", 1, "Tỷ lệ hồ sơ giải quyết đúng hạn (%)", 99.12, 98)
    rows.figure("digitize_rate", 2, "Tỷ lệ số hóa hồ sơ (%)", 96.3, 100)
    rows.figure(
        "reuse_rate", 3, "Tỷ lệ khai thác, sử dụng lại dữ liệu số hóa (%)", 61.07, 80
    )
    rows.figure(
        "online_pay_rate", 4, "Tỷ lệ thanh toán trực tuyến (%)", missing("-"), 52
    )
    return Export("Bảng điều khiển 27-11-2025.ods", ods(sheet), expected)


def _one_line() -> Export:
    """One unit, its points with their maximum, its rank among so many."""
    sheet = Sheet("Kết quả")
    expected = Expected("2025")
    sheet.title(1, "KẾT QUẢ NĂM 2025", 5)
    columns = [STT, NAME, col("Tổng điểm", key="score_total"), col("Hạng", key="rank")]
    rows = table(sheet, expected, 2, [*columns, col("Xếp loại", key="class")])
    score, place = pair("95.59", "100", "95,59/100"), pair("1", "129", "1/129")
    rows.unit(1, "UBND phường Thành Bắc", score, place, words("Xuất sắc"))
    return Export("Kết quả năm 2025.xlsx", xlsx(sheet), expected)


def _notice() -> Export:
    """A notice's table: maxima in the headings, the file's own targets above."""
    sheet = Sheet("Thông báo")
    expected = Expected("2025-02")
    sheet.title(1, "THÔNG BÁO CHỈ SỐ THÁNG 02/2025", 6)
    columns = [STT, NAME]
    columns += under(
        "Nộp trực tuyến (%)",
        col("Mục tiêu", key="online_submit_rate", part="target"),
        col("Kết quả", key="online_submit_rate"),
    )
    columns += [col("Số hóa hồ sơ (22 điểm)", key="score_mdsh")]
    columns += [col("Thanh toán trực tuyến (10 điểm)", key="score_tttt")]
    rows = table(sheet, expected, 3, columns)
    rows.unit(1, "UBND xã Lộc Hưng", 70, 64.5, 18.2, 6)
    rows.unit(2, "UBND xã Thuận Phú", 70, 81.25, 20.75, missing("—"))
    return Export("Thông báo chỉ số tháng 02-2025.xlsx", xlsx(sheet), expected)
