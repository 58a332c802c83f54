"""The three samples' letters as LibreOffice lays them out, from file to page."""

import re

import pytest

from core.letter.docx import write
from core.letter.model import Style
from tests.core.letter import samples
from tests.core.letter.rendering import Page, Rendered, to_pdf

pytestmark = [pytest.mark.needs_libreoffice, pytest.mark.needs_fonts]

PAGES = {"xa-truong-tay": (2, 1), "huyen-go-dau": (2, 1), "xa-ea-ktur": (3, 2)}
"""Pages of the letter, and of its annex."""


@pytest.fixture(scope="module")
def rendered(tmp_path_factory) -> dict[str, Rendered]:
    """Every sample's letter as PDF."""
    files = {office: write(samples.letter(office)) for office in PAGES}
    return to_pdf(files, tmp_path_factory.mktemp("samples"))


def is_landscape(page: Page) -> bool:
    return page.width > page.height


def flat(text: str) -> str:
    """A page's text in one line."""
    return " ".join(text.split())


@pytest.mark.parametrize("office", PAGES)
def test_the_letter_and_its_annex_take_no_more_pages_than_they_need(office, rendered):
    pages = rendered[office].pages
    annex = [page for page in pages if is_landscape(page)]
    assert (len(pages) - len(annex), len(annex)) == PAGES[office]
    assert pages[-len(annex) :] == annex


@pytest.mark.parametrize("office", PAGES)
def test_no_heading_stands_alone_at_the_foot_of_a_page(office, rendered):
    headings = [
        paragraph.text
        for paragraph in samples.letter(office).body
        if paragraph.style is Style.HEADING
    ]
    for page in rendered[office].pages:
        lines = [flat(line) for line in page.text.splitlines() if line.strip()]
        assert lines[-1] not in headings


@pytest.mark.parametrize("office", PAGES)
def test_the_signature_stands_with_the_end_of_the_letter(office, rendered):
    letter = [page for page in rendered[office].pages if not is_landscape(page)]
    last = flat(letter[-1].text)
    assert "Công văn này./." in last
    assert "Nơi nhận:" in last
    assert "TM. ỦY BAN NHÂN DÂN" in last
    assert "Trên đây là" in last


@pytest.mark.parametrize("office", PAGES)
def test_pages_are_numbered_from_the_second_and_the_annex_by_itself(office, rendered):
    pages = rendered[office].pages
    for part in (
        [page for page in pages if not is_landscape(page)],
        [page for page in pages if is_landscape(page)],
    ):
        first = min(part[0].words, key=lambda word: word.top)
        assert not first.text.isdigit()
        for number, page in enumerate(part[1:], start=2):
            top = min(page.words, key=lambda word: word.top)
            assert top.text == str(number)
            assert (top.left + top.right) / 2 == pytest.approx(page.width / 2, abs=6)


@pytest.mark.parametrize("office", PAGES)
def test_every_figure_of_the_letter_is_on_its_pages(office, rendered):
    printed = flat(" ".join(page.text for page in rendered[office].pages))
    for figure in samples.letter(office).figures():
        for word in figure.text.split():
            assert word in printed, figure


def test_the_district_letter_says_what_the_seed_said(rendered):
    told = flat(" ".join(page.text for page in rendered["huyen-go-dau"].pages[:2]))
    assert "87,07/100 điểm, xếp hạng 8/9" in told
    assert "69,89%" in told
    assert "70,85%" in told
    assert (
        "46 hồ sơ (các cơ quan chuyên môn huyện: 44 hồ sơ; xã Thạnh Đức: 01 hồ sơ; "
        "xã Hiệp Thạnh: 01 hồ sơ)"
    ) in told
    low = ("4,55%", "33,93%", "40,08%", "40,25%", "41,79%", "47,06%")
    places = [told.index(ratio) for ratio in low]
    assert places == sorted(places)
    points = re.findall(r"(?<= )([a-zđ])\) ", told)
    assert points == list("abcdđeg")


def test_the_commune_letter_says_what_the_seed_said(rendered):
    told = flat(" ".join(page.text for page in rendered["xa-truong-tay"].pages[:2]))
    assert "80,33/100 điểm, xếp hạng 8/8 xã, phường" in told
    assert "(xếp cuối)" in told
    assert "Số hóa hồ sơ: đạt 18,5/22 điểm" in told
    assert "Thanh toán trực tuyến: đạt 5,1/10 điểm" in told
    assert set(re.findall(r"tháng (\d+/\d{4})", told)) == {"9/2024"}
