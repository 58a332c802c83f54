"""The letters as LibreOffice lays them out: are the pages fit to sign?"""

from dataclasses import replace

import pytest

from core.letter.docx import write
from core.letter.model import Style
from core.letter.typography import PRESET_B
from tests.core.letter import letters
from tests.core.letter.rendering import Page, Rendered, to_pdf

pytestmark = [pytest.mark.needs_libreoffice, pytest.mark.needs_fonts]

FILLER = "Đề nghị các đơn vị rà soát, cập nhật số liệu và báo cáo kết quả thực hiện."


def padded(paragraphs: int):
    """The commune's letter, so many paragraphs longer before its last; no annex."""
    letter = letters.commune()
    more = letters.body(*[(FILLER, Style.BODY)] * paragraphs)
    body = (*letter.body[:-1], *more, letter.body[-1])
    return replace(letter, body=body, annexes=())


def one_addressee():
    name = "Văn phòng Ủy ban nhân dân tỉnh Tây Ninh"
    return replace(letters.commune(), addressees=(name,), number="5")


def long_names():
    """Everything that stands in a narrow place is long."""
    return replace(
        letters.district(),
        superior="ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH",
        letterhead=("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG TÂN SƠN NHẤT",),
        place="Thành phố Hồ Chí Minh",
        symbol="TTPVHCC-TTHC",
        addressees=(
            "Các cơ quan chuyên môn, đơn vị sự nghiệp thuộc Ủy ban nhân dân phường",
            "Trưởng các khu phố",
        ),
    )


@pytest.fixture(scope="module")
def rendered(tmp_path_factory) -> dict[str, Rendered]:
    files = {
        "commune": write(letters.commune()),
        "district": write(letters.district()),
        "rows": write(letters.commune(rows=120)),
        "one": write(one_addressee()),
        "names": write(long_names()),
        "smaller": write(letters.commune(), PRESET_B),
    }
    files |= {f"padded{count}": write(padded(count)) for count in PADDED}
    return to_pdf(files, tmp_path_factory.mktemp("letters"))


PADDED = range(12, 36, 3)
WHOLE = ("commune", "district", "rows", "one", "names", "smaller")


def body_top(page: Page) -> list[str]:
    """What stands in the top margin."""
    return [word.text for word in page.words if word.bottom < 20]


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        ("commune", ["standing", "standing", "lying"]),
        ("district", ["standing", "standing", "standing"]),
    ],
)
def test_the_letter_stands_and_its_wide_annex_lies(rendered, name, sizes):
    seen = [
        "lying" if page.width > page.height else "standing"
        for page in rendered[name].pages
    ]
    assert seen == sizes
    for page in rendered[name].pages:
        assert sorted((round(page.width), round(page.height))) == [210, 297]


def test_pages_are_numbered_from_the_second_and_the_annex_by_itself(rendered):
    pages = rendered["rows"].pages
    annex = next(at for at, page in enumerate(pages) if page.width > page.height)
    assert annex == 2
    tops = [body_top(page) for page in pages]
    assert tops[:annex] == [[], ["2"]]
    assert tops[annex] == []
    assert tops[annex + 1 :] == [[str(at)] for at in range(2, len(pages) - annex + 1)]
    number = pages[1].find("2")[0]
    assert (number.left + number.right) / 2 == pytest.approx(30 + 80, abs=1)


@pytest.mark.parametrize("name", WHOLE)
def test_the_nations_name_stands_on_one_line(rendered, name):
    page = rendered[name].pages[0]
    words = page.find(*["CỘNG", "HÒA", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM"])
    assert max(word.top for word in words) - min(word.top for word in words) < 0.5


@pytest.mark.parametrize("name", WHOLE)
def test_number_and_date_stand_on_one_line(rendered, name):
    page = rendered[name].pages[0]
    number = next(word for word in page.words if word.text == "Số:")
    dates = [word for word in page.words if abs(word.bottom - number.bottom) < 1]
    assert [word.text for word in dates][-2:] == ["năm", "2024"]


@pytest.mark.parametrize("name", ["commune", "district", "smaller"])
def test_lines_in_the_letterhead_are_as_long_as_the_decree_says(rendered, name):
    page = rendered[name].pages[0]
    motto = page.find(*["Độc", "lập", "-", "Tự", "do", "-", "Hạnh", "phúc"])
    office = page.find(*["ỦY", "BAN", "NHÂN", "DÂN"])
    below_office, below_motto = sorted(
        rendered[name].lines(1, least=10)[:2], key=lambda line: line.left
    )
    assert below_motto.left == pytest.approx(motto[0].left, abs=1)
    assert below_motto.right == pytest.approx(motto[-1].right, abs=1)
    text = office[-1].right - office[0].left
    assert text / 3 - 0.5 <= below_office.length <= text / 2 + 0.5
    middle = (office[-1].right + office[0].left) / 2
    assert (below_office.left + below_office.right) / 2 == pytest.approx(middle, abs=1)
    assert 0 <= below_motto.top - (motto[0].bottom - 1.2) <= 2.5


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_is_wider_than_the_text(rendered, name):
    for page in rendered[name].pages:
        for word in page.words:
            assert word.left >= 30 - 0.3, word
            assert word.right <= page.width - 20 + 0.3, word
            assert word.bottom <= page.height - 20 + 0.3, word


@pytest.mark.parametrize("name", [*WHOLE, *(f"padded{count}" for count in PADDED)])
def test_the_signature_never_stands_alone_on_a_page(rendered, name):
    page = next(one for one in rendered[name].pages if "Nơi nhận:" in one.text)
    assert "./." in page.text.split("Nơi nhận:")[0]
    assert "CHỦ TỊCH" in page.text


def test_the_padded_letters_do_put_the_signature_on_either_side_of_a_page_break(
    rendered,
):
    counts = {len(rendered[f"padded{count}"].pages) for count in PADDED}
    assert counts == {2, 3}


@pytest.mark.parametrize("name", WHOLE)
def test_recipients_begin_level_with_the_signatorys_title(rendered, name):
    page = next(one for one in rendered[name].pages if "Nơi nhận:" in one.text)
    label = page.find("Nơi", "nhận:")[0]
    titles = [
        word for word in page.words if word.left > 100 and word.text[:2] in TITLES
    ]
    assert titles[0].bottom == pytest.approx(label.bottom, abs=1)


TITLES = ("TM", "KT")


@pytest.mark.parametrize("name", WHOLE)
def test_the_end_mark_stays_with_the_last_word(rendered, name):
    words = [word.text for page in rendered[name].pages for word in page.words]
    assert "này./." in words


def test_there_is_room_to_sign_between_title_and_name(rendered):
    page = next(p for p in rendered["commune"].pages if "Nơi nhận:" in p.text)
    title = page.find("PHÓ", "CHỦ", "TỊCH")[0]
    name = page.find("Nguyễn", "Văn", "Nhân")[0]
    assert 20 <= name.top - title.bottom <= 32


def test_addressees_dashes_stand_under_the_colon(rendered):
    page = rendered["commune"].pages[0]
    _, colon = page.find("Kính", "gửi:")
    dash = page.find("-", "Văn", "phòng")[0]
    assert dash.left == pytest.approx(colon.right - 1.2, abs=1)


def test_one_addressee_stands_beside_the_label(rendered):
    page = rendered["one"].pages[0]
    words = page.find("Kính", "gửi:", "Văn", "phòng")
    assert words[0].top == words[3].top


def test_the_annex_repeats_both_rows_of_its_heading_on_each_page(rendered):
    annex = [page for page in rendered["rows"].pages if page.width > page.height]
    assert len(annex) > 3
    numbers = []
    for page in annex:
        texts = [word.text for word in page.words]
        assert texts.count("STT") == 1
        assert "số hóa hồ sơ (**)" in " ".join(texts)
        assert "Lũy" in texts
        down = sorted(page.words, key=lambda word: word.top)
        numbers += [word.text for word in down if word.right < 42]
    assert [one for one in numbers if one.isdigit()] == [str(n) for n in range(1, 121)]


def test_the_notes_stand_below_the_last_rows_not_alone(rendered):
    last = rendered["rows"].pages[-1]
    assert "(**) Tính" in last.text
    assert "120" in last.text


def test_the_annex_has_a_short_line_below_its_reference(rendered):
    page = rendered["commune"].pages[2]
    line = rendered["commune"].lines(3, least=30)[0]
    assert line.length == pytest.approx(35, abs=1)
    assert (line.left + line.right) / 2 == pytest.approx(30 + 247 / 2, abs=1)
    reference = page.find("(Kèm", "theo")[0]
    assert 0 <= line.top - (reference.bottom - 1.2) <= 2.5


@pytest.mark.parametrize("name", [*WHOLE, *(f"padded{count}" for count in PADDED)])
def test_no_heading_ends_a_page(rendered, name):
    for page in rendered[name].pages:
        last = page.text.strip().splitlines()[-1].strip()
        assert last not in {"1. Kết quả", "2. Tồn tại, hạn chế", "3. Yêu cầu"}
        assert not last.endswith(":")
