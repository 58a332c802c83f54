"""Names of units: what is one unit under two names, and what are two."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import names

THANH, THANH_DOT = "Xã Thanh Phước", "Xã Thạnh Phước"


def _known(known: list[tuple[str, str]]) -> names.Known:
    ids, called = zip(*known, strict=True)
    return names.Known(ids, called)


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
    assert ("2", other) in _known(known).alike([name])


def test_names_that_share_no_last_word_are_left_out_of_those_alike():
    known = [("1", THANH), ("2", "Xã Bàu Đồn"), ("3", THANH_DOT)]
    assert _known(known).alike(["xã Thanh Phước"]) == [
        known[0],
        known[2],
    ]
    assert _known(known).alike(["xã Ea Ktur", ""]) == []


_WORDS_OF_NAMES = st.sampled_from(
    (
        *("UBND", "ubnd", "Ủy ban nhân dân", "uỷ ban nhân dân", "uy ban nhan dan"),
        *("của", "cua", "xã", "Xã", "hoà", "hòa", "Hoà", "Thanh", "Thạnh", "Phước"),
        *("đ", "Đ", "-", "–", ",", "/", "1", "2", "(", ")", "\n", "\u00a0", "tỉnh"),
        *("Tỉnh Phú Thọ", "TP. Huế", "Phú", "Thọ", "UBND\nUBND", "e\u0309", "_", ""),
    )
)


@given(
    st.lists(st.lists(_WORDS_OF_NAMES, max_size=6).map(" ".join), max_size=6),
    st.sampled_from(("NFC", "NFD")),
)
def test_names_of_one_unit_share_their_rough_key(said, form):
    told = [*said, *(unicodedata.normalize(form, name.upper()) for name in said)]

    keys = names.rough_keys(told)

    assert len(keys) == len(told)
    by_identity: dict[object, set[object]] = {}
    for name, key in zip(told, keys, strict=True):
        by_identity.setdefault(names.unit_identity(name), set()).add(key)
    assert all(len(some) == 1 for some in by_identity.values())


def test_names_of_several_units_mostly_have_rough_keys_of_their_own():
    told = [f"UBND xã Tân Phước {number}" for number in range(500)]

    assert len(set(names.rough_keys(told))) == 500
