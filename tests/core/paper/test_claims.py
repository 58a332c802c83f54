"""What a letter states of the index is found, each figure at its place in a line."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core import catalogue as catalogue_module
from core import figures
from core.paper import claims
from core.paper.model import Cell, Component, Line, Paper
from core.period import Moment, Period
from core.report import (
    AS_OF_PLACE,
    PERIOD_PLACE,
    TOTAL,
    Layout,
    Part,
    Place,
    Row,
    Unreadable,
)
from core.rules.letter_examples import lines_of

CATALOGUE = catalogue_module.load()
ANNEX = (
    "Phụ lục\nKẾT QUẢ BỘ CHỈ SỐ\n(Kèm theo Công văn số 05/UBND-VP)\n"
    "|STT|Tên đơn vị|Tổng số hồ sơ xử lý quá hạn|Tỷ lệ hồ sơ cấp kết quả điện tử (%)|\n"
)


def paper_of(*body: str, **letter: str) -> Paper:
    """The sound letter with these paragraphs in its body, and what it states."""
    texts = {"body.first": "\n".join(body)} if body else {}
    return claims.told(Paper(lines_of(texts | letter)), CATALOGUE)


def stated(*body: str, **letter: str):
    """What the letter states of the index, by unit's name, key and part."""
    report = paper_of(*body, **letter).stated
    return {
        (row.name, key, part): cell.value
        for row in report.all_rows
        for (key, part), cell in row.cells.items()
        if key != "unit_name"
    }


def head_of(paper: Paper) -> Row:
    """The row that the paper's own figures stand in."""
    head = paper.stated.head
    assert head is not None
    return head


def near(paper: Paper, *place) -> str:
    """The text of the claim that stands for a place."""
    claim = claims.standing_for(paper, Place(*place))
    assert claim is not None
    return claim.text


def shown(number, decimals=None):
    return figures.show(Decimal(number), decimals)


RATES = st.decimals("0", "100", places=2)
COUNTS = st.integers(0, 99_999)

# The wording of our own letters, and of those that people type.
SENTENCES = (
    ("Tổng điểm của UBND xã Trường Tây đạt {}/100 điểm, xếp hạng 7/8.", "score_total"),
    ("Tổng số điểm xã đạt: {}/100 điểm.", "score_total"),
    ("- Số hóa hồ sơ: đạt {}/22 điểm, còn thiếu 3,5 điểm.", "score_mdsh"),
    ("Một số tiêu chí đạt thấp như: Thanh toán trực tuyến {}/10 điểm.", "score_tttt"),
    ("- Tỷ lệ hồ sơ cấp kết quả điện tử: {}%.", "e_result_rate"),
    ("Tỷ lệ hồ sơ nộp trực tuyến của xã mới đạt {} %.", "online_submit_rate"),
    ("- Tổng số hồ sơ xử lý quá hạn: {} hồ sơ.", "overdue_total"),
    ("Tỷ lệ số hóa hồ sơ chưa đạt chỉ tiêu, chỉ đạt {}%.", "digitize_rate"),
)


@pytest.mark.parametrize(
    ("sentence", "key"), SENTENCES, ids=[one for _, one in SENTENCES]
)
@given(data=st.data())
def test_a_figure_planted_in_a_sentence_comes_back(sentence, key, data):
    indicator = CATALOGUE.indicators[key]
    if indicator.kind.value == "count":
        number = Decimal(data.draw(COUNTS))
    else:
        most = indicator.maximum if indicator.kind.value == "score" else Decimal(100)
        number = data.draw(st.decimals("0", most, places=2))
    paper = paper_of(sentence.format(shown(number)))
    head = paper.stated.head
    assert head is not None
    assert head.number(key) == number
    claim = paper.claimed()[Place(head.id, key)]
    text = paper.lines[claim.line].text
    assert text[claim.start : claim.end] == claim.text == shown(number)


@given(
    st.lists(
        st.tuples(st.sampled_from(["An", "Bình", "Châu", "Dương", "Giang"]), RATES),
        min_size=2,
        max_size=6,
        unique_by=lambda one: one[0],
    )
)
@example([("An", Decimal("0.00")), ("Bình", Decimal("100.00"))])
def test_a_list_of_units_comes_back_with_each_ones_figure(listed):
    told = "; ".join(f"xã {name}: {shown(rate, 2)}%" for name, rate in listed)
    report = paper_of(
        f"- Tỷ lệ khai thác, sử dụng lại thông tin, dữ liệu số hóa: {told};"
    )
    rows = report.stated.rows.values()
    found = {row.name: row.number("reuse_rate") for row in rows}
    assert found == {f"xã {name}": rate for name, rate in listed}


@given(st.integers(1, 999), st.integers(1, 999))
def test_a_rank_comes_back_with_the_number_of_units(rank, of):
    head = head_of(paper_of(f"Tổng điểm đạt 80,33/100 điểm, xếp thứ {rank}/{of} xã."))
    assert head.number("rank") == rank
    assert head.number("rank", Part.OF) == of


def test_a_total_and_its_parts_are_of_the_office_and_of_its_units():
    found = stated(
        "- Tổng số hồ sơ xử lý quá hạn: 46 hồ sơ. (Các cơ quan chuyên môn huyện: 44 hồ sơ; "
        "xã Hiệp Thạnh: 01 hồ sơ; xã Thạnh Đức: 01 hồ sơ.)",
        "- Tỷ lệ tái sử dụng dữ liệu: xã Hiệp Thạnh: 4,55%; xã Bàu Đồn: 40%.",
    )
    overdue = {
        name: value for (name, key, _), value in found.items() if key == "overdue_total"
    }
    assert overdue == {
        "": 46,
        "Các cơ quan chuyên môn huyện": 44,
        "xã Hiệp Thạnh": 1,
        "xã Thạnh Đức": 1,
        "xã Bàu Đồn": 0,
    }


def test_a_list_of_some_parts_says_nothing_of_other_units():
    found = stated(
        "- Tổng số hồ sơ quá hạn: 46 hồ sơ (trong đó xã Hiệp Thạnh: 01 hồ sơ).",
        "- Tỷ lệ tái sử dụng dữ liệu: xã Hiệp Thạnh: 4,55%; xã Bàu Đồn: 40%.",
    )
    assert ("xã Hiệp Thạnh", "overdue_total", Part.VALUE) in found
    assert ("xã Bàu Đồn", "overdue_total", Part.VALUE) not in found


def test_points_and_counts_beside_a_ratio_are_of_the_same_criterion():
    found = stated(
        "- Phản ánh, kiến nghị (PAKN) xử lý đúng hạn 50% (3/6 điểm); tỷ lệ hồ sơ xử lý "
        "trước hạn, đúng hạn 85,25% (2.457/2.882 hồ sơ)."
    )
    assert found["", "pakn_on_time_rate", Part.VALUE] == 50
    assert found["", "pakn_on_time_rate", Part.SCORE] == 3
    assert found["", "pakn_on_time_rate", Part.MAXIMUM] == 6
    assert found["", "on_time_rate", Part.NUMERATOR] == 2457
    assert found["", "on_time_rate", Part.DENOMINATOR] == 2882


@pytest.mark.parametrize(
    "sentence",
    [
        "Căn cứ Quyết định số 35/2022/QĐ-UBND ngày 31/10/2022 của UBND tỉnh Tây Ninh.",
        "Tỷ lệ số hóa hồ sơ phải đạt chỉ tiêu 52%.",
        "Tỷ lệ số hóa hồ sơ thấp hơn chỉ tiêu được giao là 80%.",
        "Tỷ lệ số hóa hồ sơ từ 80% trở lên được đủ điểm.",
        "Số hóa hồ sơ tăng 2,5 điểm so với tháng trước.",
        "Tổng số điểm còn thiếu so với điểm tối đa là 19,67 điểm; các nhóm chiếm 8,4 điểm.",
        "Tổng điểm tháng 8/2026 là 80,1 điểm.",
        "Tổng điểm bình quân toàn tỉnh là 85 điểm.",
        "Phí chứng thực thanh toán trực tuyến là 50.000 đồng, liên hệ 0276 3841 234.",
        "Yêu cầu các công chức chuyên môn bảo đảm tỷ lệ số hóa hồ sơ 100%.",
        "Đã tập huấn cho 25% công chức.",
        "Trong kỳ có 44 hồ sơ được khen thưởng.",
        "Xử lý 3/4 hồ sơ.",
        "Số hóa hồ sơ tăng 2 điểm phần trăm, đạt tốt.",
    ],
)
def test_what_is_no_result_of_ours_is_no_claim(sentence):
    assert stated(sentence) == {}


def test_in_orders_only_what_is_so_now_is_a_claim():
    found = stated(
        "UBND xã yêu cầu các công chức thực hiện một số nội dung sau:",
        "1. Nộp hồ sơ trực tuyến đảm bảo tối thiểu 52% trên tổng số hồ sơ tiếp nhận.",
        "2. Tỷ lệ số hóa hồ sơ đạt 100%.",
        "3. Tích hợp thanh toán trực tuyến đối với các TTHC (hiện đạt 16,28%).",
        "4. Giải quyết dứt điểm 46 hồ sơ quá hạn; không để phát sinh quá 02 hồ sơ quá hạn.",
    )
    assert found == {
        ("", "pay_integrated_rate", Part.VALUE): Decimal("16.28"),
        ("", "overdue_total", Part.VALUE): 46,
    }


def test_results_below_the_orders_are_claims_again():
    found = stated(
        "1. Yêu cầu",
        "Tỷ lệ số hóa hồ sơ đạt 100%.",
        "2. Tồn tại, hạn chế",
        "Tỷ lệ hồ sơ cấp kết quả điện tử đạt 70,85%.",
    )
    assert found == {("", "e_result_rate", Part.VALUE): Decimal("70.85")}


def test_the_annex_and_the_body_speak_of_the_same_unit():
    paper = paper_of(
        "Tổng điểm của UBND xã Trường Tây đạt 80,33/100 điểm.",
        annex=ANNEX + "|1|UBND xã Trường Tây|0|95,09|",
    )
    head = head_of(paper)
    assert paper.stated.layout is Layout.CRITERIA
    assert len(paper.stated.rows) == 1
    assert head.name == "UBND xã Trường Tây"
    assert head.number("score_total") == Decimal("80.33")
    assert head.number("e_result_rate") == Decimal("95.09")
    claim = paper.claimed()[Place(head.id, "e_result_rate")]
    assert paper.lines[claim.line].component is Component.ANNEX_CELL


def test_an_annex_of_many_units_leaves_the_office_its_total_line():
    paper = paper_of(
        "- Tổng số hồ sơ quá hạn: 46 hồ sơ.",
        "- Tỷ lệ hồ sơ cấp kết quả điện tử: xã Bàu Đồn: 0,42%.",
        annex=ANNEX + "|1|Xã Bàu Đồn|46|0,42|\n|2|Xã Phước Đông|0|95,1|",
    )
    assert head_of(paper).id == TOTAL
    assert head_of(paper).number("overdue_total") == 46
    assert [row.name for row in paper.stated.rows.values()] == [
        "Xã Bàu Đồn",
        "Xã Phước Đông",
    ]
    assert paper.stated.rows["1"].number("e_result_rate") == Decimal("0.42")


def test_one_of_many_units_is_the_office_where_it_bears_its_name():
    paper = paper_of(
        "Tổng điểm của xã đạt 80,33/100 điểm.",
        annex=ANNEX + "|1|Xã Bàu Đồn|46|9,5|\n|2|UBND xã Trường Tây|0|95,1|",
    )
    assert paper.stated.own == "2"
    assert head_of(paper).number("score_total") == Decimal("80.33")


def test_the_period_and_the_time_of_the_figures_are_facts_with_their_places():
    paper = paper_of("(số liệu tính đến thời điểm 16 giờ 30 phút ngày 06/10/2026).")
    assert paper.stated.period == Period.month(2026, 9)
    assert paper.stated.as_of == Moment(date(2026, 10, 6), time(16, 30))
    assert paper.claimed()[PERIOD_PLACE].text == "tháng 9/2026"
    assert paper.claimed()[AS_OF_PLACE].text == "ngày 06/10/2026"


@pytest.mark.parametrize(
    ("letter", "line"),
    [
        ({"subject": "V/v công bố kết quả tháng 9\n/2026"}, "/2026"),
        ({"subject": "V/v công bố kết quả Bộ chỉ số"}, "tháng 9/2026"),
        (
            {"subject": "V/v công bố", "body": "Gửi bảng."}
            | {"annex": "Phụ lục\nTHÁNG 9/2026"},
            "THÁNG 9/2026",
        ),
    ],
)
def test_the_period_is_looked_for_in_the_subject_the_body_the_annex(letter, line):
    paper = paper_of(**letter)
    assert paper.stated.period == Period.month(2026, 9)
    assert paper.claimed()[PERIOD_PLACE].text == line


def test_a_letter_without_figures_states_none():
    paper = paper_of(subject="V/v họp", body="Mời họp lúc 8 giờ.")
    assert paper.claims == ()
    assert paper.stated.all_rows == ()
    assert claims.standing_for(paper, AS_OF_PLACE) is None


def test_what_stands_nowhere_is_told_beside_the_figures_of_its_row():
    paper = paper_of("Kết quả số hóa hồ sơ đạt tỷ lệ 92,73%. Tổng điểm 80,33/100 điểm.")
    head = paper.stated.head_id
    assert near(paper, head, "score_tttt") == "80,33"
    assert near(paper, *AS_OF_PLACE) == "92,73"
    assert near(paper, head, "digitize_rate", Part.SCORE) == "92,73"
    assert near(paper, TOTAL, "overdue_total") == "92,73"
    assert near(paper, head, "score_total") == "80,33"


def test_of_two_numbers_in_a_cell_each_is_claimed_where_it_stands():
    paper = paper_of(
        annex="Phụ lục\nKẾT QUẢ\n|STT|Tên đơn vị|Xếp hạng|Số hóa hồ sơ (22đ)|\n"
        "|1|Xã Trường Tây|7/8|18,5 / 22|",
    )
    found = {
        (one.place.indicator, one.place.part): paper.lines[one.line].text[
            one.start : one.end
        ]
        for one in paper.claims
    }
    assert found["rank", Part.VALUE] == "7"
    assert found["rank", Part.OF] == "8"
    assert found["score_mdsh", Part.VALUE] == "18,5"
    assert found["score_mdsh", Part.MAXIMUM] == "22"


def test_a_table_in_the_body_is_read_as_one_of_an_annex():
    paper = paper_of()
    cells = ["Nhóm chỉ số", "Điểm đạt", "Điểm tối đa", "Số hóa hồ sơ", "18,5", "22"]
    table = [
        Line(90 + at, text, Component.BODY, cell=Cell(0, at // 3, at % 3))
        for at, text in enumerate(cells)
    ]
    told = claims.told(replace(paper, lines=(*paper.lines, *table)), CATALOGUE)
    assert head_of(told).number("score_mdsh") == Decimal("18.5")


def test_a_list_of_dossiers_states_no_figure():
    dossiers = "|STT|Mã hồ sơ|Chủ hồ sơ|Ngày hẹn trả|\n|1|000.21.35.H53-240901-0001|A|01/9/2024|"
    assert paper_of(annex="Phụ lục\nDANH SÁCH\n" + dossiers).claims[1:] == ()


def test_what_can_be_read_in_two_ways_is_claimed_so_that_it_can_be_asked():
    paper = paper_of(annex=ANNEX + "|1|Xã Trường Tây|0|2.033|")
    place = Place(paper.stated.head_id, "e_result_rate")
    assert paper.claimed()[place].text == "2.033"
    assert isinstance(paper.stated.cell(place).value, Unreadable)


def test_a_cell_of_several_lines_is_claimed_in_the_line_of_its_figure():
    paper = paper_of(annex=ANNEX + "|1|Xã Trường Tây|0|95,09|")
    (index,) = [at for at, one in enumerate(paper.lines) if one.text == "95,09"]
    note = replace(paper.lines[index], text="(*)")
    lines = (*paper.lines[:index], note, *paper.lines[index:])
    told = claims.told(replace(paper, lines=lines), CATALOGUE)
    assert all(one.line != index for one in told.claims)


def test_figures_of_another_indicator_s_kind_are_left_alone():
    assert stated("Tỷ lệ số hóa hồ sơ đạt 40%, tương đương 18 điểm.") == {
        ("", "digitize_rate", Part.VALUE): 40
    }
    assert stated("Tỷ lệ số hóa hồ sơ đạt 40% (18/22 điểm), (44 hồ sơ).") == {
        ("", "digitize_rate", Part.VALUE): 40
    }


WORDINGS = [
    ("Tổng điểm đạt 83,8 điểm, tăng 0,62 điểm so với tuần 11, đứng thứ 02/63 tỉnh.",
     ["score_total 83,8", "rank 02", "rank.of 63"]),
    ("Nhóm Công khai, minh bạch: 11,85/18 điểm (đạt 65,83%).",
     ["score_ckmb 11,85", "score_ckmb.maximum 18"]),
    ("Công khai, minh bạch (18 điểm): đạt 11,85 điểm.", ["score_ckmb 11,85"]),
    ("- Số hóa hồ sơ: 18,5/22;", ["score_mdsh 18,5", "score_mdsh.maximum 22"]),
    ("Số hóa hồ sơ là 18,5 điểm/22 điểm.", ["score_mdsh 18,5", "score_mdsh.maximum 22"]),
    ("Thanh toán trực tuyến ngày 05/10 và ngày 05/10/2026.", []),
    ("Tỷ lệ hồ sơ thanh toán trực tuyến đạt 89,64% (112/125 hồ sơ), xếp 3/8 xã.",
     ["online_pay_rate 89,64", "online_pay_rate.numerator 112", "online_pay_rate.denominator 125"]),
    ("Tỷ lệ số hóa hồ sơ 40% (3/5 điểm).",
     ["digitize_rate 40", "digitize_rate.score 3", "digitize_rate.maximum 5"]),
    ("100% hồ sơ được giải quyết đúng hạn.", ["on_time_rate 100"]),
    ("Có 05/08 xã đạt chỉ tiêu về số hóa hồ sơ.", []),
    ("Tỷ lệ nộp trực tuyến đạt 91,7%, vượt chỉ tiêu 52%, tăng 3,2% so với tháng trước (88,5%).",
     ["online_submit_rate 91,7"]),
    ("Tỷ lệ thanh toán trực tuyến đạt 89,64 phần trăm.", ["online_pay_rate 89,64"]),
    ("Có 46 hồ sơ quá hạn, trong đó xã An 01 hồ sơ.", ["overdue_total 46", "overdue_total 01"]),
    ("Xếp thứ 8 trên tổng số 9 xã.", ["rank 8", "rank.of 9"]),
    ("Xếp hạng 8 trong tổng số 9 xã.", ["rank 8", "rank.of 9"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), WORDINGS, ids=range(len(WORDINGS)))
def test_wordings_of_many_offices(sentence, expected):
    told = [
        f"{one.place.indicator}{'' if one.place.part is Part.VALUE else f'.{one.place.part.value}'} {one.text}"
        for one in paper_of(sentence).claims
        if one.place != PERIOD_PLACE
    ]
    assert told == expected
