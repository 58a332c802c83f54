"""Words in the place of figures: missing, zero and not applicable stay apart."""

from decimal import Decimal

import pytest

from core import figures
from core.kind import Kind
from core.report import Blank, Unreadable

FIGURES = (Kind.RATIO, Kind.COUNT, Kind.SCORE, Kind.DAYS, Kind.RANK)


NOTHING = ["", "-", "---", "…", "...", "N/A", "Chưa có", "chưa có số liệu"]
NOTHING += [
    "Không có dữ liệu",
    "Chưa có dữ liệu nhóm",
    "Chưa có điểm nhóm",
    "Đang cập nhật",
]
NOTHING += [
    "(chưa cập nhật)",
    "Nguồn chưa cung cấp số liệu thành phần",
    "CHƯA BÁO CÁO.",
]


@pytest.mark.parametrize("kind", FIGURES)
@pytest.mark.parametrize("text", NOTHING)
def test_words_that_say_that_nothing_is_known_are_missing(text, kind):
    assert figures.parse(text, kind) is Blank.MISSING


@pytest.mark.parametrize("kind", FIGURES)
@pytest.mark.parametrize(
    "text",
    ["Không áp dụng", "KAD", "k.a.d", "Không đánh giá", "Không thuộc thẩm quyền"],
)
def test_words_that_say_that_it_does_not_concern_the_unit_are_not_applicable(
    text, kind
):
    assert figures.parse(text, kind) is Blank.NOT_APPLICABLE


NONE_AROSE = ["Không phát sinh", "KPS", "Chưa phát sinh hồ sơ", "(không phát sinh)"]
NONE_AROSE += ["Không có hồ sơ", "Không phát sinh giao dịch"]


@pytest.mark.parametrize("text", NONE_AROSE)
def test_where_no_dossier_arose_a_share_of_them_does_not_apply(text):
    assert figures.parse(text, Kind.RATIO) is Blank.NOT_APPLICABLE
    assert figures.parse(text, Kind.DAYS) is Blank.NOT_APPLICABLE


@pytest.mark.parametrize("text", [*NONE_AROSE, "Không", "không có"])
def test_where_no_dossier_arose_a_count_may_be_zero_and_is_asked(text):
    assert figures.parse(text, Kind.COUNT) == Unreadable(text, (Decimal(0),))


@pytest.mark.parametrize("text", NONE_AROSE)
def test_where_no_dossier_arose_points_and_ranks_are_not_guessed(text):
    assert figures.parse(text, Kind.SCORE) == Unreadable(text)
    assert figures.parse(text, Kind.RANK) == Unreadable(text)


@pytest.mark.parametrize(
    "text", ["x", ".", "*", "()", "tốt", "không phát sinh 3", "chưa có 5", "không đạt"]
)
@pytest.mark.parametrize("kind", FIGURES)
def test_other_words_stay_unreadable(text, kind):
    assert figures.parse(text, kind) == Unreadable(text)
