"""Names of units: what is one unit under two names, and what are two."""

import unicodedata

import pytest

from core import names

THANH, THANH_DOT = "Xã Thanh Phước", "Xã Thạnh Phước"


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("UBND Phường Việt Trì - Tỉnh Phú Thọ", "phường Việt Trì"),
        ("UBND xã Lâm Thao, tỉnh Phú Thọ", "Xã Lâm Thao"),
        ("Ủy ban nhân dân xã Hòa Hiệp", "UBND xã Hoà Hiệp"),
        ("Uỷ ban nhân dân của xã Hòa Hiệp", "xã  Hòa\u00a0Hiệp"),
        ("Phòng Tài chính – Kế hoạch", "Phòng Tài chính - Kế hoạch"),
        (unicodedata.normalize("NFD", "Xã Bàu Đồn"), "XÃ BÀU ĐỒN"),
    ],
)
def test_one_unit_under_two_names_is_known(name, same):
    assert names.unit_identity(name) == names.unit_identity(same)
    assert names.same_unit(name, same)


def test_a_commune_and_a_township_of_one_name_are_two():
    assert not names.same_unit("xã Gò Dầu", "thị trấn Gò Dầu")


def test_marks_tell_units_apart_and_may_be_left_out():
    assert names.unit_identity(THANH) != names.unit_identity(THANH_DOT)
    assert names.same_unit("ubnd xa bau don", "Xã Bàu Đồn")
    assert not names.same_unit("", "")


def test_a_name_means_the_row_that_is_written_most_alike():
    known = [("1", THANH_DOT), ("2", THANH), ("3", "UBND Xã Thanh Phước")]
    assert names.matching(THANH, known) == ("2",)
    assert names.matching("xã Thạnh Phước", known) == ("1",)
    assert names.matching("ubnd xã Thanh Phước", known) == ("2", "3")
    assert names.matching("xa thanh phuoc", known) == ("1", "2", "3")
    assert names.matching("Xã Phước Thạnh", known) == ()


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("UBND xã Bàu Đồn", "xa bau don"),
        ("xã Hòa Hiệp", "UBND XÃ HOÀ\u200b HIỆP - Tỉnh Phú Thọ"),
        ("xã Hòa Hiệp", unicodedata.normalize("NFD", "xã Hoà-Hiệp")),
        ("xã Hòa Hiệp", "xã\nHòa Hiệp"),
        ("xã 91,7²", "Xã 91,7²"),
    ],
)
def test_every_name_of_one_unit_is_among_those_alike(name, other):
    assert names.same_unit(name, other)
    known = [("1", THANH), ("2", other), ("3", "")]
    assert ("2", other) in names.alike([name], known)


def test_names_that_share_no_last_word_are_left_out_of_those_alike():
    known = [("1", THANH), ("2", "Xã Bàu Đồn"), ("3", THANH_DOT)]
    assert names.alike(["xã Thanh Phước"], known) == [known[0], known[2]]
    assert names.alike(["xã Ea Ktur", ""], known) == []
