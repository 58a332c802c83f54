"""Rows called as a group and a share alike: points only where nothing speaks for "%"."""

import pytest

from core.importing.opened import Opened
from core.importing.opening import of_grids
from core.report import Part, Source
from tests.core.importing.grids import numbers, recogniser, sheet


def opened(text: str, *merges: str, percents: str = "") -> Opened:
    grid = sheet(text, *merges, percents=percents)
    return of_grids([grid], Source("Tệp.xlsx", "0"), recogniser().catalogue)


def told(one: Opened, key: str, part: Part = Part.VALUE) -> list[object]:
    return [row.cell(key, part).value for row in one.report.rows.values()]


def test_a_measure_of_percent_makes_a_share_of_it():
    one = opened("""
        STT | Nội dung | ĐVT | Chỉ tiêu năm 2026 | Kết quả 9 tháng
        1 | Thanh toán trực tuyến | % | 60 | 5.5
        2 | Số hóa hồ sơ | % | 90 | 95.1
    """)

    assert told(one, "online_pay_rate") == numbers(5.5)
    assert told(one, "online_pay_rate", Part.TARGET) == numbers(60)
    assert told(one, "digitize_rate") == numbers(95.1)


@pytest.mark.parametrize(
    ("value", "percents"), [("55,5%", ""), ("0.555", "C2"), ("55.5", "")]
)
def test_what_can_be_no_points_is_the_share(value, percents):
    one = opened(
        f"""
        STT | Nội dung | Kết quả
        1 | Thanh toán trực tuyến | {value}
        """,
        percents=percents,
    )

    assert one.report.columns == ("online_pay_rate",)
    assert told(one, "online_pay_rate") == numbers(55.5)


def test_what_may_be_points_is_the_groups():
    one = opened("""
        STT | Nội dung | Kết quả
        1 | Thanh toán trực tuyến | 5.5
        2 | Số hóa hồ sơ | 9.5
    """)

    assert one.report.columns == ("score_tttt", "score_mdsh")


def test_points_beside_their_share_stay_the_groups():
    one = opened(
        """
        STT | Nội dung | Xã A |
            |          | Điểm | Tỷ lệ
        1 | Thanh toán trực tuyến | 5.5 | 55
        2 | Số hóa hồ sơ | 11 | 50
        """,
        *("A1:A2", "B1:B2", "C1:D1"),
    )

    assert told(one, "score_tttt") == numbers(5.5)
    assert "online_pay_rate" not in one.report.columns


def test_a_sheet_called_by_a_commune_holds_its_figures():
    text = """
        STT | Tiêu chí | Kết quả
        1 | Số hồ sơ quá hạn | {}
    """
    grids = [
        sheet(text.format(1), name="Xã Tân Lập"),
        sheet(text.format(2), name="Phường Tân Bình"),
        sheet(text.format(3), name="Xã, phường khác"),
    ]
    one = of_grids(grids[:2], Source("Tệp.xlsx", "0"), recogniser().catalogue)
    other = of_grids(grids[2:], Source("Tệp.xlsx", "0"), recogniser().catalogue)

    names = [row.name for row in one.report.rows.values()]
    assert names == ["Xã Tân Lập", "Phường Tân Bình"]
    assert told(one, "overdue_total") == numbers(1, 2)
    assert [row.name for row in other.report.rows.values()] == [""]


def test_a_sheets_commune_is_more_than_the_office_above_it_that_a_title_names():
    text = """
        UBND HUYỆN GÒ DẦU
        Đơn vị: {}
        STT | Tiêu chí | Kết quả
        1 | Số hồ sơ quá hạn | 1
    """
    names = []
    for said in ("", "UBND xã Bàu Đồn"):
        grid = sheet(text.format(said), name="Xã Tân Lập")
        one = of_grids([grid], Source("Tệp.xlsx", "0"), recogniser().catalogue)
        names += [row.name for row in one.report.rows.values()]

    assert names == ["Xã Tân Lập", "UBND xã Bàu Đồn"]


def test_a_date_in_parts_is_no_period():
    one = opened("""
        Số: | 12 | Ngày: | 5 | Tháng: | 10 | Năm: | 2026
        Đơn vị | Số hồ sơ quá hạn
        Xã A | 1
        Xã B | 2
    """)

    assert one.report.period is None
