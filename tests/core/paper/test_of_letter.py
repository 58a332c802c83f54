"""A letter of ours on paper is what its file is when it is read back."""

import string
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.letter.docx import read, write
from core.letter.model import Figure, Letter
from core.letter.typography import PRESET_A, PRESET_B
from core.office import Signatory
from core.paper.model import Component, Paper
from core.paper.of_letter import of_letter
from core.paper.recognise import recognised
from core.report import PERIOD_PLACE, Place
from tests.core.letter import letters
from tests.core.letter.samples import DAYS, letter, report

WORDS = st.sampled_from(
    [
        "Trường",
        "Tây",
        "Ea Ktur",
        "Gò Dầu",
        "Hiệp",
        "Thạnh",
        "Phước",
        "A",
        "1",
        "Bàu Đồn",
    ]
)
PLACES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
KINDS = st.sampled_from(["XÃ", "PHƯỜNG", "ĐẶC KHU", "HUYỆN"])
OFFICES = st.builds(
    lambda kind, name: ("ỦY BAN NHÂN DÂN", f"{kind} {name.upper()}"), KINDS, PLACES
)
SUPERIORS = st.sampled_from(["", "UBND TỈNH TÂY NINH", "BỘ NỘI VỤ"])
BODIES = st.lists(
    st.sampled_from(
        [
            "Các công chức chuyên môn xã",
            "Văn phòng HĐND và UBND;",
            "UBND các xã, phường.",
        ]
    ),
    min_size=1,
    max_size=4,
).map(tuple)
SIGNED = st.builds(
    Signatory,
    st.sampled_from(
        [
            (),
            ("CHỦ TỊCH",),
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
            ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ]
    ),
    st.sampled_from(["", "Nguyễn Văn Nhân", "Y Bling Niê", "Đỗ Thị Ánh Tuyết"]),
).filter(lambda one: one.lines or not one.name)
NUMBERS = st.sampled_from(["", "5", "183"])
DATES = st.dates(date(2022, 7, 1), date(2030, 12, 31))


def seen(paper: Paper) -> list[tuple[object, ...]]:
    """What a line is and where it stands, without how it looks."""
    return [
        (
            line.number,
            line.text,
            line.component,
            line.annex,
            line.cell,
            line.section,
            line.starts_page,
        )
        for line in paper.lines
    ]


def read_back(one: Letter, **options) -> Paper:
    return recognised(read(write(one, **options)))


@pytest.mark.parametrize("sizes", [PRESET_A, PRESET_B])
@pytest.mark.parametrize("office", DAYS)
def test_the_samples_letters_are_the_same_both_ways(office, sizes):
    one = letter(office)
    ours, theirs = of_letter(one, sizes=sizes), read_back(one, sizes=sizes)
    assert seen(ours) == seen(theirs)
    assert (ours.day, ours.number, ours.symbol) == (
        theirs.day,
        theirs.number,
        theirs.symbol,
    )


@pytest.mark.parametrize("one", [letters.commune(3), letters.district()])
def test_letters_made_by_hand_are_the_same_both_ways(one):
    assert seen(of_letter(one)) == seen(read_back(one))


@settings(max_examples=60, deadline=None)
@given(OFFICES, SUPERIORS, BODIES, BODIES, SIGNED, NUMBERS, PLACES, DATES)
@example(
    ("ỦY BAN NHÂN DÂN", "XÃ " + " ".join(["TRƯỜNG"] * 12)),
    "UBND TỈNH",
    ("a",),
    ("b",),
    Signatory(),
    "",
    "Tây",
    date(2024, 2, 9),
)
def test_letters_of_any_office_are_the_same_both_ways(  # noqa: PLR0917 - an office
    head, superior, addressees, recipients, signatory, number, place, day
):
    one = replace(
        letters.commune(),
        letterhead=head,
        superior=superior,
        addressees=addressees,
        recipients=recipients,
        signatory=signatory,
        number=number,
        place=place,
        day=day,
    )
    ours, theirs = of_letter(one), read_back(one)
    assert seen(ours) == seen(theirs)
    assert (ours.day, ours.symbol) == (theirs.day, theirs.symbol)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(
            string.ascii_letters + " \n\t;.0123456789ăĐế\u00a0\u200b\x07", max_size=60
        ),
        min_size=1,
        max_size=6,
    )
)
def test_a_body_of_any_text_is_the_same_both_ways(texts):
    body = letters.body(*((f"x{text}", letters.TEXT) for text in texts))
    one = replace(letters.commune(), body=body)
    assert seen(of_letter(one)) == seen(read_back(one))


def test_paragraphs_keep_their_keys():
    one = letter("xa-truong-tay")
    ours = of_letter(one)
    keys = [ours.lines[at].key for at in ours.of(Component.BODY)]
    assert keys == [paragraph.key for paragraph in one.body]
    assert {
        line.key for line in ours.lines if line.component is not Component.BODY
    } == {""}


@pytest.mark.parametrize("office", DAYS)
def test_every_figure_is_claimed_where_it_is_printed(office):
    one = letter(office)
    ours = of_letter(one, report(office))
    due = [f for f in one.figures() if not f.missing and not f.derived]
    assert [(claim.text, claim.place) for claim in ours.claims] == [
        (figure.text, figure.places[0]) for figure in due
    ]
    for claim in ours.claims:
        assert ours.lines[claim.line].text[claim.start : claim.end] == claim.text


def test_what_is_stated_is_the_cells_that_are_printed():
    given_report = report("xa-truong-tay")
    ours = of_letter(letter("xa-truong-tay"), given_report)
    claimed = {claim.place for claim in ours.claims}
    stated = {place for place, _ in ours.stated.cells()}
    assert stated <= claimed
    assert Place(given_report.head_id, "score_total") in stated
    for place in stated:
        assert ours.stated.cell(place) == given_report.cell(place)
    assert ours.stated.period == given_report.period
    assert PERIOD_PLACE in claimed
    assert of_letter(letter("xa-truong-tay")).stated.all_rows == ()


def test_figures_over_the_lines_of_one_paragraph_are_claimed_in_theirs():
    nine = Figure("9", (Place("1", "overdue_total"),))
    pieces = ("một ", nine, "\nhai\u200b ", nine, " và 9")
    paragraph = replace(letters.commune().body[0], pieces=pieces)
    ours = of_letter(replace(letters.commune(), body=(paragraph,)))
    body = list(ours.of(Component.BODY))
    found = [(c.line, c.start, c.end) for c in ours.claims if c.line in body]
    assert found == [(body[0], 4, 5), (body[1], 4, 5)]
