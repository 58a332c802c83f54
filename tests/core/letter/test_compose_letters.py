"""The letters about the three samples, whole: what they say, to the last comma.

After a wording was changed on purpose: `RENEW_LETTERS=1 python -m pytest` on this file
writes the expected texts anew; then read them as the one who signs would.
"""

import os
import re
from pathlib import Path

import pytest

from core import profiles
from core.letter.model import Style
from core.report import AS_OF_PLACE, PERIOD_PLACE
from tests.core.letter.samples import FILES, as_text, letter, paragraph, report

EXPECTED = Path(__file__).parents[2] / "data" / "letters"
OFFICES = list(FILES)


@pytest.mark.parametrize("office", OFFICES)
def test_the_letter_about_the_sample_says_just_this(office: str):
    path = EXPECTED / f"{office}.txt"
    said = as_text(letter(office))
    if os.environ.get("RENEW_LETTERS"):
        path.write_text(said, encoding="utf-8")
    assert said.splitlines() == path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("office", OFFICES)
def test_the_letter_is_clean(office: str):
    composed = letter(office)
    for text in [one.text for one in composed.body]:
        assert "{" not in text
        assert "  " not in text
        assert ".." not in text
        assert not re.search(r"\s[,.;:)]", text), text
        assert not re.search(r"\d,\d+0(?!\d)", text), f"a zero at the end: {text}"
    assert composed.body[-1].text.endswith("này./.")
    assert not composed.missing
    assert {"Bộ Chỉ số", "công văn này"}.isdisjoint(as_text(composed).split("\n"))


@pytest.mark.parametrize("office", OFFICES)
def test_headings_and_points_are_numbered_without_a_gap(office: str):
    composed = letter(office)
    headings = [p.text for p in composed.body if p.style is Style.HEADING]
    assert [text.split(".")[0] for text in headings] == [
        str(number) for number in range(1, len(headings) + 1)
    ]
    points: dict[str, list[str]] = {}
    for one in composed.body:
        if one.style is Style.POINT:
            points.setdefault(one.section.name, []).append(one.text.split(")")[0])
    assert points
    for signs in points.values():
        assert signs == list("abcdđeghiklm"[: len(signs)])


@pytest.mark.parametrize("office", OFFICES)
def test_no_sentence_but_a_citation_is_longer_than_sixty_words(office: str):
    for one in letter(office).body:
        if not one.key.startswith("basis"):
            for sentence in re.split(r"[.:] |; ", one.text):
                assert len(sentence.split()) <= 60, sentence


def test_the_commune_says_what_its_score_lacks_and_what_is_not_known():
    composed = letter("xa-truong-tay")
    assert "80,33/100 điểm, xếp hạng 8/8" in paragraph(composed, "result.total")
    assert "xếp cuối" in paragraph(composed, "result.total")
    assert "18,5/22 điểm, còn thiếu 3,5" in paragraph(composed, "weakness.score_mdsh")
    assert "5,1/10 điểm, còn thiếu 4,9" in paragraph(composed, "weakness.score_tttt")
    loss = paragraph(composed, "weakness.loss")
    assert "19,67 điểm" in loss
    assert "8,4 điểm" in loss
    assert "11,27 điểm còn lại thuộc các nhóm chưa có số liệu" in loss


def test_the_district_says_whose_the_overdue_files_are():
    composed = letter("huyen-go-dau")
    assert paragraph(composed, "weakness.overdue") == (
        "- Tổng số hồ sơ xử lý quá hạn: 46 hồ sơ (các cơ quan chuyên môn huyện: 44 hồ "
        "sơ; xã Thạnh Đức: 01 hồ sơ; xã Hiệp Thạnh: 01 hồ sơ)."
    )
    order = paragraph(composed, "task.overdue_total")
    for office in ("Trưởng phòng Kinh tế và Hạ tầng", "Tài chính - Kế hoạch"):
        assert office in order
    assert "UBND xã Thạnh Đức, UBND xã Hiệp Thạnh" in order


def test_the_district_gives_the_seven_instructions_of_its_own_letter():
    composed = letter("huyen-go-dau")
    tasks = [one.key for one in composed.body if one.key.startswith("task.")]
    assert tasks == [
        "task.online_submit_rate",
        "task.online_pay_rate",
        "task.reuse_rate",
        "task.pakn_on_time_rate",
        "task.publish_rate",
        "task.satisfaction_rate",
        "task.overdue_total",
    ]
    levels = {key: re.findall(r"\d+%", paragraph(composed, key)) for key in tasks[:6]}
    assert list(levels.values()) == [
        ["52%"],
        ["47%"],
        ["52%"],
        ["100%"],
        ["100%"],
        ["92%"],
    ]
    reuse = paragraph(composed, "task.reuse_rate")
    assert "số hóa" in reuse.split(".")[1]
    assert "kết quả giải quyết TTHC điện tử" in reuse
    assert not any("theo quy định" in one.text for one in composed.body)


def test_the_six_units_below_the_target_stand_lowest_first():
    text = paragraph(letter("huyen-go-dau"), "weakness.units.reuse_rate")
    below, _, others = text.partition("(")
    assert re.findall(r"(\d+,\d+)%", below) == [
        "4,55",
        "33,93",
        "40,08",
        "40,25",
        "41,79",
        "47,06",
    ]
    assert others.startswith("chưa có số liệu của các cơ quan chuyên môn huyện")


def test_the_district_cites_its_own_regulation_only_while_it_is_in_force():
    assert any("5144/QĐ-UBND" in one.text for one in letter("huyen-go-dau").body)
    day = profiles.find("huyen-go-dau").citations[0].valid_to
    assert day is not None
    late = letter("huyen-go-dau", day=day.replace(month=7, day=1))
    assert not any("5144" in one.text for one in late.body)


def test_what_only_the_province_can_do_is_asked_for_and_never_ordered():
    composed = letter("xa-ea-ktur")
    assert "(hiện đạt 0%)" in paragraph(composed, "petition.publish_rate")
    assert "(hiện đạt 96,34%)" in paragraph(composed, "petition.update_rate")
    keys = {one.key for one in composed.body}
    assert not {"task.publish_rate", "task.update_rate", "task.content_rate"} & keys
    asked = paragraph(composed, "petition")
    assert any(
        name.startswith("Văn phòng UBND tỉnh Đắk Lắk") for name in composed.recipients
    )
    assert "Văn phòng UBND tỉnh Đắk Lắk" in asked


@pytest.mark.parametrize("office", OFFICES)
def test_the_period_is_written_one_way_and_leads_to_its_cell(office: str):
    composed = letter(office)
    figures = [one for one in composed.figures() if PERIOD_PLACE in one.places]
    assert len({one.text.lower() for one in figures if not one.derived}) == 1
    assert len(figures) >= 4
    taken = report(office).as_of
    assert any(AS_OF_PLACE in one.places for one in composed.figures()) is bool(taken)
