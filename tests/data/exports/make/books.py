"""Workbooks of several sheets about an office (docs/linh-vuc.md 3.3, 7 and 8)."""

from collections.abc import Iterator
from typing import Any

from tests.data.exports.make.headings import SCORES
from tests.data.exports.make.model import (
    PERCENT,
    Expected,
    Export,
    Figure,
    Sheet,
    missing,
    number,
    pair,
    point,
    words,
)
from tests.data.exports.make.ods import ods
from tests.data.exports.make.tables import Column, col, criteria, held, table
from tests.data.exports.make.xlsb import xlsb
from tests.data.exports.make.xlsx import xlsx


def exports() -> Iterator[Export]:
    """The files of this family."""
    yield _commune(xlsx, "Chỉ số 766 - UBND xã Ea Ning - tháng 10-2026.xlsx")
    yield _commune(xlsb, "Chỉ số 766 - UBND xã Ea Ning - tháng 10-2026.xlsb")
    yield _province()
    yield _groups(xlsx, "Bộ chỉ số 766 theo nhóm.xlsx", len(_GROUPS))
    yield _groups(ods, "Bộ chỉ số 766 theo nhóm.ods", 2)


_GROUP_ROWS = (
    ("score_ckmb", "Công khai, minh bạch", "11.85", "18", "65.83"),
    ("score_tdgq", "Tiến độ giải quyết", "16.42", "20", "82.1"),
    ("score_dvctt", "Dịch vụ công trực tuyến", "5.9", "12", "49.17"),
    ("score_mdsh", "Số hóa hồ sơ", "9.1", "22", "41.36"),
    ("score_tttt", "Thanh toán trực tuyến", "7.25", "10", "72.5"),
    ("score_mdhl", "Mức độ hài lòng", "17.5", "18", "97.22"),
)
_CRITERIA = (
    (
        "sync_rate",
        "Tỷ lệ hồ sơ đồng bộ với Cổng DVCQG",
        "1830",
        "1830",
        "100",
        "6",
        "6",
    ),
    (
        "on_time_rate",
        "Tỷ lệ hồ sơ xử lý trước hạn, đúng hạn",
        "1502",
        "1830",
        "82.08",
        "16.42",
        "20",
    ),
    (
        "online_pay_rate",
        "Tỷ lệ hồ sơ thanh toán trực tuyến",
        "340",
        "412",
        "82.52",
        "4.95",
        "6",
    ),
    (
        "e_result_rate",
        "Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử",
        "1322",
        "1830",
        "72.24",
        "4.33",
        "6",
    ),
    (
        "digitize_rate",
        "Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ",
        "0",
        "1830",
        "0",
        "0",
        "4",
    ),
    (
        "ecopy_rate",
        "Tỷ lệ cung cấp dịch vụ chứng thực bản sao điện tử từ bản chính",
        "",
        "",
        "100",
        "2",
        "2",
    ),
    (
        "satisfaction_rate",
        "Tỷ lệ hài lòng trong tiếp nhận, giải quyết TTHC",
        "1502",
        "1830",
        "82.08",
        "5.47",
        "6",
    ),
)


def _overview(
    expected: Expected, owner: dict[str, Any], title: str, total: str
) -> Sheet:
    sheet = Sheet("1. Tổng quan Bộ Chỉ số 766")
    sheet.title(1, "KẾT QUẢ BỘ CHỈ SỐ PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP THÁNG 10/2026", 6)
    sheet.title(2, title, 6)
    sheet.line(
        4, ["TỔNG ĐIỂM ĐẠT ĐƯỢC:", f"{total} / 100 điểm", "", "XẾP LOẠI:", "Khá"]
    )
    at = "1. Tổng quan Bộ Chỉ số 766!{}4".format
    cells = owner["cells"]
    cells["score_total"] = {"value": total, "state": "number", "at": at("B")}
    cells["score_total"]["maximum"] = "100"
    cells["class"] = {"value": "Khá", "state": "text", "at": at("E")}
    columns = [col("STT"), col("Nhóm Chỉ số Đánh giá"), held("Điểm Đạt được")]
    columns += [held("Điểm Tối đa", part="maximum"), col("Tỷ lệ Hoàn thành (%)")]
    rows = criteria(sheet, owner, 6, [*columns, col("Trạng thái")])
    for count, (key, name, score, most, share) in enumerate(_GROUP_ROWS, start=1):
        rows.figure(
            key, count, name, number(score), number(most), float(share), "Chưa đạt"
        )
    rows.figure("", "", "TỔNG CỘNG", float(total), 100, float(total), "")
    return sheet


def _details(owner: dict[str, Any], title: str) -> Sheet:
    """Ratios as "72.24%", points as "4.33 / 6", dashes where nothing is counted."""
    sheet = Sheet("2. Chi tiết Tiêu chí Thành phần")
    sheet.title(1, f"CHI TIẾT CÁC TIÊU CHÍ THÀNH PHẦN - {title}", 7)
    columns = [col("STT"), col("Nhóm Chỉ số"), col("Tên Tiêu chí Thành phần")]
    columns += [held("Tử số", part="numerator"), held("Mẫu số", part="denominator")]
    columns += [held("Tỷ lệ (%)"), held("Điểm Đạt / Tối đa", part="score")]
    rows = criteria(sheet, owner, 3, columns)
    for count, one in enumerate(_CRITERIA, start=1):
        key, name, above, below, ratio, score, most = one
        counts = [number(each) if each else missing("-") for each in (above, below)]
        told = (point(ratio, "%"), pair(score, most))
        rows.figure(key, count, "", name, *counts, *told)
    return sheet


def _commune(writer, name: str) -> Export:
    """A commune's own workbook: groups on one sheet, criteria on another."""
    expected = Expected("2026-10", "2026-10-31")
    owner = expected.unit("UBND xã Ea Ning", "H15.130")
    title = "Đơn vị: UBND xã Ea Ning (Mã: H15.130) - Ngày báo cáo: 31/10/2026"
    sheets = (
        _overview(expected, owner, title, "68.02"),
        _details(owner, "UBND xã Ea Ning"),
    )
    return Export(name, writer(*sheets), expected)


def _province() -> Export:
    """A province's workbook: its own figures, and the ranking of its units."""
    expected = Expected("2026-10", "2026-10-10")
    owner = expected.total_line("UBND tỉnh Cao Nguyên")
    title = "Đơn vị: UBND tỉnh Cao Nguyên (Mã: H15) - Ngày báo cáo: 10/10/2026"
    overview = _overview(expected, owner, title, "68.02")
    ranking = Sheet("3. Xếp hạng 3 Đơn vị")
    ranking.title(1, "BẢNG XẾP HẠNG CÁC ĐƠN VỊ", 12)
    columns = [col("Hạng", key="rank"), col("Tên Đơn vị, Cơ quan", key="unit_name")]
    columns += [col("Cấp Đơn vị"), col("Mã Đơn vị", key="unit_code"), *SCORES]
    rows = table(ranking, expected, 3, [*columns, col("Xếp loại", key="class")])
    first = (11.85, 20, 8.5, 15.25, 9.5, 18, 83.1)
    second = (5.85, 17.05, 6.33, 7.05, 6.9, 5.68, 48.86)
    rows.unit(1, "Sở Tư pháp", "Sở", "H15.15", *first, words("Tốt"))
    rows.unit(2, "UBND xã Ea Wer", "Xã", "H15.140", *second, words("Yếu"))
    return Export(
        "Xếp hạng các đơn vị - 10-10-2026.xlsx", xlsx(overview, ranking), expected
    )


_GROUPS = (
    (
        "Công khai minh bạch",
        "score_ckmb",
        18,
        (
            ("Tỷ lệ TTHC được cập nhật, công khai đúng hạn", "update_rate", 4),
            ("Tỷ lệ hồ sơ đồng bộ với Cổng DVCQG", "sync_rate", 6),
        ),
    ),
    (
        "Tiến độ giải quyết",
        "score_tdgq",
        20,
        (("Tỷ lệ hồ sơ xử lý trước hạn, đúng hạn", "on_time_rate", 20),),
    ),
    (
        "Dịch vụ công trực tuyến",
        "score_dvctt",
        12,
        (("Tỷ lệ hồ sơ nộp trực tuyến", "online_submit_rate", 6),),
    ),
    (
        "Số hóa hồ sơ",
        "score_mdsh",
        22,
        (
            ("Tỷ lệ hồ sơ cấp kết quả điện tử", "e_result_rate", 6),
            (
                "Tỷ lệ hồ sơ khai thác, sử dụng lại thông tin, dữ liệu số hóa",
                "reuse_rate",
                2,
            ),
        ),
    ),
    (
        "Thanh toán trực tuyến",
        "score_tttt",
        10,
        (("Tỷ lệ hồ sơ thanh toán trực tuyến", "online_pay_rate", 6),),
    ),
    (
        "Mức độ hài lòng",
        "score_mdhl",
        18,
        (("Tỷ lệ hài lòng trong xử lý phản ánh, kiến nghị", "pakn_satisfaction", 6),),
    ),
)
_PLACES = (("xã Hùng Sơn", 0), ("phường Nông Trang", 7), ("xã Vạn Xuân", 13))


def _groups(writer, name: str, count: int) -> Export:
    """A sheet for each group; each criterion has six columns under its own heading."""
    expected = Expected("2026-Q3", "2026-10-05T08:15", notes={"near-header"})
    sheets = [_group(expected, *one) for one in _GROUPS[:count]]
    return Export(name, writer(*sheets), expected)


def _group(expected: Expected, name: str, key: str, most: int, parts) -> Sheet:
    sheet = Sheet(name)
    columns = [col("STT"), col("Cơ quan, đơn vị", key="unit_name"), col("Cấp cơ quan")]
    columns += [
        Column(("Điểm ghi nhận",), key),
        Column(("Điểm tối đa",), key, "maximum"),
    ]
    columns += [col("Tỷ lệ đạt")]
    for heading, part, _ in parts:
        columns += [
            Column((heading, "Số lượng đạt"), part, "numerator"),
            Column((heading, "Tổng số"), part, "denominator"),
            Column((heading, "Tỷ lệ"), part),
            Column((heading, "Điểm ghi nhận"), part, "score"),
            Column((heading, "Điểm tối đa"), part, "maximum"),
            Column((heading, "Điểm chưa đạt")),
        ]
    columns += [col("Trạng thái dữ liệu")]
    sheet.title(1, f"BỘ CHỈ SỐ 766 - {name.upper()}", len(columns))
    sheet.title(2, "Tỉnh Phú Lâm - Quý III/2026 - Phạm vi: toàn tỉnh", len(columns))
    sheet.title(3, "Thời điểm lấy số liệu: 08:15 05/10/2026", len(columns))
    rows = table(sheet, expected, 5, columns)
    for number_, (place, shift) in enumerate(_PLACES, start=1):
        rows.unit(
            number_, f"UBND {place}", "Xã", *_scores(most, parts, shift), "Có dữ liệu"
        )
    return sheet


def _scores(most: int, parts, shift: int) -> list[Any]:
    """The figures of one unit: `shift` of a hundred are not met."""
    got = round(most * (100 - shift) / 100, 2)
    figures: list[Any] = [got, most, Figure(got / most, {}, PERCENT)]
    for _, _, full in parts:
        score = round(full * (100 - shift) / 100, 2)
        ratio = number(str(100 - shift), (100 - shift) / 100, PERCENT)
        figures += [200 - 2 * shift, 200, ratio, score, full, round(full - score, 2)]
    return figures
