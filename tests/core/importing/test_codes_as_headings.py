"""Criteria called by their codes alone: over columns, and in a row of their own."""

import pytest

from core.importing.asking import is_clear
from core.importing.opened import Opened
from core.importing.opening import of_grids
from core.report import NoteKind, Source
from tests.core.importing.grids import figures, notes, numbers, recogniser, sheet

CATALOGUE = recogniser().catalogue


def opened(text: str) -> Opened:
    return of_grids([sheet(text)], Source("Tệp.xlsx", "0"), CATALOGUE)


@pytest.mark.parametrize("codes", ["1.4 | 2.1 | 3.3", "'1.4 | '2.1 | '3.3"])
def test_codes_over_columns_are_proposed_as_their_criteria_and_asked_about(codes):
    told = opened(f"""
        STT | Đơn vị | {codes} | 3.5b
        1 | Xã A | 100 | 98.5 | 60 | 10
        2 | Xã B | 99 | 97 | 61 | 11
    """)

    keys = "sync_rate on_time_rate online_submit_rate pay_used_rate"
    assert figures(told.report, keys) == {
        "Xã A": numbers(100, 98.5, 60, 10),
        "Xã B": numbers(99, 97, 61, 11),
    }
    assert len(notes(told.report, NoteKind.NEAR_HEADER)) == 4
    assert not is_clear(told, CATALOGUE)


def test_a_code_that_the_index_has_not_is_nothing():
    told = opened("""
        STT | Đơn vị | 2.1 | 3.3 | 9.8
        1 | Xã A | 98.5 | 60 | 10
        2 | Xã B | 97 | 61 | 11
    """)

    assert told.report.columns == ("on_time_rate", "online_submit_rate")


def test_small_figures_that_rise_are_no_codes():
    told = opened("""
        Đơn vị | Công khai, minh bạch | Tiến độ giải quyết | Thanh toán trực tuyến
        Xã A | 1.1 | 2.1 | 3.3
        Xã B | 1.2 | 2.2 | 3.1
    """)

    assert figures(told.report, "score_ckmb score_tdgq score_tttt") == {
        "Xã A": numbers(1.1, 2.1, 3.3),
        "Xã B": numbers(1.2, 2.2, 3.1),
    }


@pytest.mark.parametrize("called", ["", "Mã tiêu chí"])
def test_a_row_of_codes_under_the_names_is_no_unit(called):
    told = opened(f"""
        Đơn vị | Đồng bộ hồ sơ | Hồ sơ xử lý đúng hạn | Hồ sơ nộp trực tuyến
        {called} | 1.4 | 2.1 | 3.3
        Xã A | 99.5 | 98.5 | 97.5
        Xã B | 89.5 | 88.5 | 87.5
    """)

    assert [row.name for row in told.report.rows.values()] == ["Xã A", "Xã B"]


@pytest.mark.parametrize(
    "numbering",
    ["1 | 2 | 3 | 4 | 5", "1 | 2 | 3 | 3 | 4", "(1) | (2) | (3) | (3) | (4)"],
)
def test_a_row_that_numbers_the_columns_is_no_unit(numbering):
    told = opened(f"""
        STT | Đơn vị | Công khai, minh bạch | Tiến độ giải quyết | Tổng điểm
        {numbering}
        1 | Xã A | 17 | 19 | 90
        2 | Xã B | 16 | 18 | 80
    """)

    assert [row.name for row in told.report.rows.values()] == ["Xã A", "Xã B"]
