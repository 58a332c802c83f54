"""Words and laws are data: those of the program, and those of any folder."""

import tomllib
from datetime import date

import pytest

from core import reference, resources
from core.errors import UsageError
from core.reference import Citation, Reference

OWN = reference.load()


def cited(code: str) -> Citation:
    """The program's own document of that code, which must be there."""
    found = OWN.cited(code)
    assert found is not None
    return found


def written(folder, text):
    (folder / "van-ban.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_index_is_cited_with_the_exact_title_of_the_catalogue():
    index = OWN.index_on(date(2026, 11, 21))
    assert index is not None
    with (resources.folder() / "catalogue" / "bo-chi-so-766.toml").open("rb") as file:
        assert index.full == tomllib.load(file)["catalogue"]["title"]
    assert index.short == "Quyết định số 766/QĐ-TTg"


def test_there_is_no_index_before_its_decision():
    assert OWN.index_on(date(2022, 6, 22)) is None
    assert OWN.index_on(date(2022, 6, 23)) is not None


def test_a_document_is_in_force_from_its_first_to_its_last_day():
    old = cited("61/2018/NĐ-CP")
    assert old.is_in_force(date(2025, 6, 30))
    assert not old.is_in_force(date(2025, 7, 1))
    assert not old.is_in_force(date(2018, 4, 22))
    assert old.replaced_by == cited("118/2025/NĐ-CP").short
    assert not cited("118/2025/NĐ-CP").is_in_force(date(2025, 6, 30))
    assert cited("118/2025/NĐ-CP").is_in_force(date(2025, 7, 1))
    assert OWN.cited("1/2/3") is None


def test_a_month_from_march_on_bears_no_zero_in_a_citation():
    one = Citation("Quyết định", "1", "QĐ-TTg", date(2024, 1, 5), "ai đó", "về việc")
    two = Citation("Quyết định", "1", "QĐ-TTg", date(2024, 3, 5), "ai đó", "về việc")
    assert "ngày 05 tháng 01 năm 2024 của ai đó về việc" in one.full
    assert "ngày 05 tháng 3 năm 2024" in two.full


def test_every_section_of_the_programs_own_is_there_and_says_each_thing_once():
    assert len({one.code for one in OWN.citations}) == len(OWN.citations)
    assert sum(one.is_index for one in OWN.citations) == 1
    assert all(one.about_index for one in OWN.citations if one.is_index)
    assert {one.kind for one in OWN.phrases} == {"typo", "reversed", "set", "grammar"}
    assert len({one.wrong for one in OWN.phrases}) == len(OWN.phrases)
    assert all(one.wrong == one.wrong.lower() for one in OWN.phrases)
    assert all(one.first and one.second for one in OWN.contradictions)
    assert len({one.short for one in OWN.abbreviations}) == len(OWN.abbreviations)
    assert {one.short for one in OWN.abbreviations if one.common} == {"UBND", "HĐND"}
    assert any(one.strict for one in OWN.terms)
    assert {"huyện", "thị xã", "thị trấn"} <= {one.name for one in OWN.abolished}
    assert all(one.ended == date(2025, 6, 30) for one in OWN.abolished)
    assert all(one.url.startswith("https://dichvucong.gov.vn") for one in OWN.portal)
    assert OWN.lists
    assert all(OWN.lists.values())


def test_phrases_are_given_by_their_kind():
    assert {one.right for one in OWN.phrases_of("reversed")} >= {
        "thư xin lỗi người dân"
    }
    assert "phí lệ, phí" in {one.wrong for one in OWN.phrases_of("typo")}


def test_a_list_of_words_is_asked_for_by_name_and_empty_where_there_is_none():
    assert "tháng qua" in OWN.words("relative_time")
    assert OWN.words("no such list") == ()


def test_an_empty_folder_gives_an_empty_reference(tmp_path):
    assert reference.load(tmp_path) == Reference()


def test_the_programs_own_is_read_once():
    assert reference.bundled() is reference.bundled()
    assert reference.bundled() == OWN


def test_sections_spread_over_files_are_joined(tmp_path):
    for number in (1, 2):
        text = f'[words]\nlist{number} = ["a"]\n[[term]]\nname = "Bộ {number}"\n'
        (tmp_path / f"{number}.toml").write_text(text, encoding="utf-8")
    joined = reference.load(tmp_path)
    assert [term.name for term in joined.terms] == ["Bộ 1", "Bộ 2"]
    assert joined.words("list1") == joined.words("list2") == ("a",)


CITED = """[[citation]]
kind = "Quyết định"
number = "1"
symbol = "QĐ-TTg"
issuer = "Thủ tướng Chính phủ"
title = "về việc"
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[citation", "Không đọc được tệp van-ban.toml"),
        (CITED, "mục “citation 1.day” đang để trống"),
        (CITED + 'day = 2024-01-01\nrole = "lạ"', "mục “citation 1.role” phải là"),
        (CITED + 'day = 2024-01-01\nsettled = "có"', "phải là true hoặc false"),
        ('[[phrase]]\nkind = "lạ"', "mục “phrase 1.kind” phải là"),
        ('[[phrase]]\nkind = "typo"\nwrong = "a"', "“phrase 1.right” đang để trống"),
        ('[[term]]\nname = "a"\nstrict = 1', "phải là true hoặc false"),
        ('[[abolished]]\nname = "huyện"', "mục “abolished 1.ended” đang để trống"),
        ("[words]\na = 1", "mục “words.a” phải là danh sách chữ"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_place(tmp_path, text, said):
    with pytest.raises(UsageError, match=r"van-ban\.toml") as refused:
        reference.load(written(tmp_path, text))
    assert said in str(refused.value)
