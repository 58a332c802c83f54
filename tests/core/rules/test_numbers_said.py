"""Ranks and trends at the edge: the last of two, and figures that stand still."""

import pytest

from tests.core.rules.saying import messages


@pytest.mark.parametrize(("rank", "told"), [("2/2", 1), ("1/2", 0), ("1/1", 0)])
def test_the_last_of_two_is_last_and_the_only_one_is_not(rank, told):
    said = messages("N09", {"1.rank": rank})
    assert len(said) == told


@pytest.mark.parametrize(
    ("word", "now", "told"),
    [
        ("tăng", "50", 1),
        ("tăng", "50,1", 0),
        ("giảm", "50", 1),
        ("giảm", "49,9", 0),
    ],
)
def test_a_figure_that_stands_still_has_neither_risen_nor_fallen(word, now, told):
    text = f"Tỷ lệ khai thác, sử dụng lại dữ liệu số hóa đạt {now}%, {word} so với tháng trước."
    said = messages(
        "N11",
        {"1.reuse_rate": now},
        letter={"body.first": text},
        extra={"previous": {"1.reuse_rate": "50"}},
    )
    assert len(said) == told
    assert all(one.startswith(f"Ghi “{word}” nhưng") for one in said)
