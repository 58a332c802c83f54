"""What holds for every letter, whatever the figures are."""

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import figures
from core.catalogue import Kind
from core.letter.model import Figure, Letter, Style
from core.period import Moment, Period
from core.report import (
    PERIOD,
    PERIOD_PLACE,
    TOTAL,
    UNIT_NAME,
    Cell,
    Layout,
    Part,
    Report,
    Row,
    rows_of,
)
from tests.core.letter.samples import (
    CATALOGUE,
    FILES,
    keys,
    letter,
    paragraph,
    read,
    report,
    typed,
)

NAMES = ["Xã An Bình", "Phường Ba Đình", "Thị trấn Cầu Kè", "Đặc khu Côn Đảo", "Xã Ea"]

ratios = st.none() | st.decimals(0, 100, places=2)
counts = st.none() | st.integers(0, 300).map(Decimal)
scores = st.none() | st.decimals(0, 10, places=2)


def row(row_id: str, name: str, **numbers: Decimal | None) -> Row:
    """A row with the figures that are there."""
    cells = {(UNIT_NAME, Part.VALUE): Cell(name)}
    for key, number in numbers.items():
        if number is not None:
            cells[key, Part.VALUE] = Cell(number)
    return Row(row_id, cells)


def table(rows: list[Row], total: Row | None = None) -> Report:
    """A report with units as rows."""
    return Report(
        rows_of(rows),
        total,
        {PERIOD: Cell(Period.month(2024, 11))},
        Layout.UNITS,
        ("overdue_total", "reuse_rate"),
    )


@st.composite
def districts(draw):
    rows = [
        row(
            str(number),
            name,
            reuse_rate=draw(ratios),
            overdue_total=draw(counts),
            on_time_rate=draw(ratios),
        )
        for number, name in enumerate(NAMES, start=1)
    ]
    total = draw(st.none() | st.just(TOTAL))
    head = row(
        TOTAL,
        "",
        score_total=draw(scores),
        e_result_rate=draw(ratios),
        digitize_rate=draw(ratios),
        overdue_total=draw(counts),
    )
    return table(rows, head if total else None)


@st.composite
def communes(draw):
    numbers = {key: draw(ratios) for key in CATALOGUE.annexes["commune"][4:9]}
    numbers |= {one.key: draw(scores) for one in CATALOGUE.groups}
    numbers |= {"score_total": draw(scores), "overdue_total": draw(counts)}
    return table([row("1", "UBND xã Trường Tây", **numbers)])


def printed(found: Report, figure: Figure) -> str:
    """The cell of `figure`, printed once more by other means than the composer's."""
    place = figure.places[0]
    value = found.cell(place).value
    if isinstance(value, Period):
        return figures.show_period(value)
    if isinstance(value, Moment):
        return figures.show_moment(value)
    assert isinstance(value, Decimal)
    indicator = CATALOGUE.indicators[place.indicator]
    short = value.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
    text = figures.show(Decimal(f"{short:f}"))
    if indicator.kind is Kind.COUNT:
        return text.zfill(2) if 0 < value < 10 else text
    if indicator.kind is Kind.RATIO and place.part is Part.VALUE:
        return f"{text}%"
    if indicator.kind is Kind.RANK:
        return f"{text}/{found.cell(place._replace(part=Part.OF)).value}"
    most = found.cell(place._replace(part=Part.MAXIMUM)).number or indicator.maximum
    return f"{text}/{most}"


def body_figures(composed: Letter) -> list[Figure]:
    """The figures of subject and body."""
    pieces = [*composed.subject, *(p for one in composed.body for p in one.pieces)]
    return [piece for piece in pieces if isinstance(piece, Figure)]


def assert_is_clean(composed: Letter) -> None:
    """Nothing left open, nothing doubled, numbering whole, the right end."""
    for one in composed.body:
        for bad in ("{", "}", "  ", "..", " ,", " .", " ;", "()", "( "):
            assert bad not in one.text.replace("./.", ""), one.text
    assert composed.body[-1].text.endswith("./.")
    headings = [p.text[:2] for p in composed.body if p.style is Style.HEADING]
    assert headings == [f"{number}." for number in range(1, len(headings) + 1)]
    assert len(set(keys(composed))) == len(composed.body)


@pytest.mark.parametrize("office", FILES)
def test_each_figure_of_a_sample_s_letter_is_what_its_cell_prints(office: str):
    found = report(office)
    shown = [one for one in body_figures(letter(office)) if not one.derived]
    assert len(shown) > 10
    for one in shown:
        assert one.text == printed(found, one)


@given(districts())
def test_each_figure_of_any_district_s_letter_is_what_its_cell_prints(found: Report):
    for one in body_figures(letter("huyen-go-dau", found)):
        if not one.derived and not one.missing:
            assert one.text == printed(found, one)


@given(districts())
def test_a_unit_without_a_figure_is_never_said_to_have_reached_its_target(
    found: Report,
):
    composed = letter("huyen-go-dau", found)
    text = next(
        (p.text for p in composed.body if p.key == "weakness.units.reuse_rate"), ""
    )
    known = [unit.number("reuse_rate") for unit in found.rows.values()]
    assert bool(text) is any(one is not None and one < 52 for one in known)
    listed, _, others = text.partition(" (")
    for unit in found.rows.values():
        name = unit.name[1:]
        number = unit.number("reuse_rate")
        if number is None:
            assert name not in listed
            assert name in others or not text
            before = others.partition(name)[0]
            assert "chưa có số liệu của" in before or not text
        elif number < 52:
            assert name in listed
        else:
            assert name not in text
    if "đều đạt" in others:
        assert "đã có số liệu đều đạt" in others


@given(districts())
def test_every_unit_with_overdue_files_is_named_and_told_to_act(found: Report):
    composed = letter("huyen-go-dau", found)
    late = [r for r in found.rows.values() if r.number("overdue_total")]
    stated = found.total is not None and found.total.number("overdue_total")
    assert ("task.overdue_total" in keys(composed)) is bool(late or stated)
    for unit in late:
        assert unit.name[1:] in paragraph(composed, "weakness.overdue")
        assert unit.name[1:] in paragraph(composed, "task.overdue_total")


@given(districts())
def test_any_district_s_letter_is_clean(found: Report):
    assert_is_clean(letter("huyen-go-dau", found))


@given(communes())
def test_any_commune_s_letter_is_clean(found: Report):
    assert_is_clean(letter("xa-truong-tay", found))


@given(communes())
def test_a_criterion_named_weak_gets_an_instruction_or_a_petition(found: Report):
    composed = letter("xa-truong-tay", found)
    said = set(keys(composed))
    for group in CATALOGUE.groups:
        if f"weakness.{group.key}" in said:
            own = {group.key, *group.criteria}
            acts = {f"{part}.{key}" for key in own for part in ("task", "petition")}
            assert acts & said


def test_changing_a_cell_changes_the_sentence():
    found = report("huyen-go-dau")
    changed = typed(found, {("5", "reuse_rate"): "51,5", (TOTAL, "rank"): "7/9"})
    before, after = letter("huyen-go-dau"), letter("huyen-go-dau", changed)
    key = "weakness.units.reuse_rate"
    assert "xã Bàu Đồn: 40,08%" in paragraph(before, key)
    assert paragraph(after, key).index("Phước Đông: 47,06%") < paragraph(
        after, key
    ).index("Bàu Đồn: 51,5%")
    assert "8/9" in paragraph(before, "result.total")
    assert "7/9" in paragraph(after, "result.total")


def test_a_unit_that_reaches_the_target_leaves_the_list():
    changed = typed(report("huyen-go-dau"), {("5", "reuse_rate"): "52"})
    text = paragraph(letter("huyen-go-dau", changed), "weakness.units.reuse_rate")
    assert "Bàu Đồn" not in text
    assert "(các đơn vị khác đã có số liệu đều đạt chỉ tiêu; chưa có" in text


def test_what_is_asked_for_and_not_there_says_so_in_brackets():
    composed = letter("xa-truong-tay", read("xa-truong-tay"))
    text = paragraph(composed, "result.total")
    assert "đạt [chưa có số liệu] điểm, xếp hạng [chưa có số liệu]" in text
    assert [one.places[0].indicator for one in composed.missing] == [
        "score_total",
        "rank",
    ]
    unknown = replace(read("xa-truong-tay"), facts={})
    assert letter("xa-truong-tay", unknown).subject[-1] == Figure(
        "[chưa có kỳ báo cáo]", (PERIOD_PLACE,), missing=True
    )


def test_parts_without_data_are_left_out_and_the_numbering_stays_whole():
    found = table([row("1", "UBND xã Trường Tây", score_total=Decimal(99))])
    composed = letter("xa-truong-tay", found)
    headings = [p.text for p in composed.body if p.style is Style.HEADING]
    assert headings == ["1. Kết quả"]


def test_an_hour_is_said_where_it_is_known_and_a_day_where_it_is_not():
    text = paragraph(letter("huyen-go-dau"), "basis.portal")
    assert text.endswith(
        "tại thời điểm 16 giờ 30 phút ngày 06/12/2024 (https://dichvucong.gov.vn),"
    )
    assert paragraph(letter("xa-ea-ktur"), "basis.portal").endswith(
        "tính đến ngày 10/10/2026 (https://dichvucong.gov.vn),"
    )
    undated = paragraph(letter("xa-truong-tay"), "basis.portal")
    assert undated.startswith("Căn cứ kết quả đánh giá tháng 9/2024")


def test_a_period_that_has_not_ended_is_said_to_be_open():
    early = letter("xa-truong-tay")
    assert "tháng 9/2024 chưa kết thúc" in paragraph(early, "result.unfinished")
    late = letter("xa-truong-tay", day=early.day.replace(month=10, day=4))
    assert "result.unfinished" not in keys(late)
    assert "lấy số liệu" in paragraph(letter("xa-ea-ktur"), "result.unfinished")


def test_the_first_use_of_an_abbreviation_spells_it_out_and_the_second_does_not():
    text = "\n".join(one.text for one in letter("huyen-go-dau").body)
    assert "Văn phòng Hội đồng nhân dân và UBND huyện" in text  # used only once
    for short in ("UBND", "TTHC"):
        assert text.count(f"({short})") == 1
        first = re.search(rf"(?<![\w/(-]){short}(?![\w/-])", text)
        assert first is not None
        assert text.index(f"({short})") < first.start()
    assert "5144/QĐ-UBND" in text
