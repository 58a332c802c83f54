"""Headings as offices write them, with what stands under them."""

from tests.data.exports.make.tables import Column, col

OVERDUE = col("Tổng số hồ sơ xử lý quá hạn (*)", key="overdue_total")
ON_TIME = col("Tỷ lệ hồ sơ xử lý đúng hạn, trong hạn (%)", key="on_time_rate")
ONLINE = col("Tỷ lệ hồ sơ nộp trực tuyến (%)", key="online_submit_rate")
PAID = col("Tỷ lệ hồ sơ thanh toán trực tuyến (%)", key="online_pay_rate")
E_RESULT = col("Tỷ lệ hồ sơ cấp kết quả điện tử (%)", key="e_result_rate")
DIGITIZED = col(
    "Tỷ lệ hồ sơ TTHC số hóa hồ sơ, kết quả giải quyết TTHC (%)", key="digitize_rate"
)
REUSED = col("Tỷ lệ khai thác, sử dụng lại dữ liệu số hóa (%)", key="reuse_rate")
ECOPY = col(
    "Số lượng hồ sơ cung cấp dịch vụ chứng thực điện tử bản sao từ bản chính (hồ sơ)",
    key="ecopy_count",
)
ECOPY_SUM = col(
    "Lũy kế hồ sơ cung cấp dịch vụ chứng thực điện tử bản sao từ bản chính (hồ sơ)",
    key="ecopy_cumulative",
)
DIGITIZING = "Kết quả số hóa hồ sơ (**)"


def under(above: str, *columns: Column) -> list[Column]:
    """The columns below one merged heading."""
    return [Column((above, *one.head), one.key, one.part) for one in columns]


SCORES = [
    col("Công khai (18đ)", key="score_ckmb"),
    col("Tiến độ (20đ)", key="score_tdgq"),
    col("DVC TT (12đ)", key="score_dvctt"),
    col("Số hóa (22đ)", key="score_mdsh"),
    col("Thanh toán (10đ)", key="score_tttt"),
    col("Hài lòng (18đ)", key="score_mdhl"),
    col("TỔNG ĐIỂM (100đ)", key="score_total"),
]
