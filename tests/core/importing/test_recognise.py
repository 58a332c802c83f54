"""Headings of real exports, and the traps of words that name several figures."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.catalogue import Kind
from core.importing.recognition.recognise import (
    Certainty,
    Evidence,
    Meaning,
    Recogniser,
)
from core.importing.recognition.words import fold, is_total, label
from core.report import Part


@pytest.fixture(scope="module")
def recogniser(catalogue):
    return Recogniser(catalogue)


@pytest.mark.parametrize(
    ("tiers", "key"),
    [
        # the vendor's export of 18 columns (docs/linh-vuc.md 3.3, no. 3)
        (("Số hồ sơ nhận giải quyết", "Số mới tiếp nhận trực tuyến"), "received_online"),
        (("Số hồ sơ nhận giải quyết", "trực tiếp"), "received_direct"),
        (("Số hồ sơ nhận giải quyết", "qua dịch vụ BCCI"), "received_post"),
        (("Tỷ lệ nộp", "trực tuyến (%)"), "online_submit_rate"),
        (("Tỷ lệ nộp", "trực tiếp (%)"), "direct_submit_rate"),
        (("Tỷ lệ nộp", "BCCI (%)"), "post_submit_rate"),
        (("Kết quả xử lý", "HS đúng hạn"), "resolved_on_time"),
        (("Kết quả xử lý", "Tỷ lệ đúng hạn (%)"), "on_time_rate"),
        (("Kết quả xử lý", "Tỷ lệ quá hạn (%)"), "overdue_rate"),
        (("Số HS đã đồng bộ về cổng DVCQG",), "synced_total"),
        (("Tổng HS có nghĩa vụ tài chính",), "fee_total"),
        (("Thanh toán trực tuyến", "Số HS đã thanh toán trực tuyến"), "paid_online"),
        (("Thanh toán trực tuyến", "Tỷ lệ TTTT (%)"), "online_pay_rate"),
        (("Thanh toán trực tuyến", "Tỷ lệ thanh toán trực tiếp (%)"), "direct_pay_rate"),
        # the classic table of receipts and results (no. 13)
        (("Đang giải quyết", "Tổng số"), "pending_total"),
        (("Đã giải quyết", "Quá hạn"), "overdue_total"),
        # words of several figures (3.6)
        (("TTHC triển khai kết nối, chia sẻ dữ liệu dân cư (%)",), "citizen_formality_rate"),
        (("Hồ sơ TTHC có sử dụng dữ liệu dân cư (%)",), "citizen_data_rate"),
        (("Tỷ lệ hồ sơ tiếp nhận trực tuyến (%)",), "online_submit_rate"),
        (("Tỷ lệ thủ tục hành chính cung cấp dịch vụ công trực tuyến",), "online_offer_rate"),
        (("Điểm Thanh toán trực tuyến",), "score_tttt"),
        (("Tổng điểm đạt được",), "score_total"),
        (("Cơ quan",), "unit_name"),
    ],
)  # fmt: skip
def test_headings_of_real_exports_are_recognised(tiers, key, recogniser):
    assert recogniser.heading(tiers) == Meaning(key)


@pytest.mark.parametrize(
    ("tiers", "meaning"),
    [
        (
            ("Tỷ lệ hồ sơ nộp trực tuyến", "Số lượng đạt"),
            Meaning("online_submit_rate", Part.NUMERATOR),
        ),
        (
            ("Tỷ lệ hồ sơ nộp trực tuyến", "Tổng số"),
            Meaning("online_submit_rate", Part.DENOMINATOR),
        ),
        (("Tỷ lệ hồ sơ nộp trực tuyến", "Tỷ lệ"), Meaning("online_submit_rate")),
        (
            ("Tỷ lệ hồ sơ nộp trực tuyến", "Điểm ghi nhận"),
            Meaning("online_submit_rate", Part.SCORE),
        ),
        (("Số hóa hồ sơ", "Điểm ghi nhận"), Meaning("score_mdsh")),
        (("Số hóa hồ sơ", "Điểm tối đa"), Meaning("score_mdsh", Part.MAXIMUM)),
        (("Số hóa hồ sơ", "Trạng thái"), Meaning(facet="status")),
        (("Đơn vị tính",), Meaning(facet="measure")),
        (("Tỷ lệ hồ sơ nộp trực tuyến", "Kết quả"), Meaning("online_submit_rate")),
        (("UBND xã Trường Tây",), Meaning(facet="unit")),
        (("Xã A", "Tử số"), Meaning(facet="unit", part=Part.NUMERATOR)),
        (
            ("Tỷ lệ hồ sơ thanh toán trực tuyến (6đ)",),
            Meaning("online_pay_rate", Part.SCORE),
        ),
    ],
)
def test_a_part_under_a_figures_name_is_that_part_of_it(tiers, meaning, recogniser):
    assert recogniser.heading(tiers) == meaning


@pytest.mark.parametrize(
    "tiers",
    [
        (),
        ("(1)",),
        ("Ghi chú",),
        ("Số hóa hồ sơ (10đ)",),
        ("Dịch vụ công trực tuyến (%)",),
        ("Công bố",),
    ],
)
def test_what_is_not_certain_is_not_recognised(tiers, recogniser):
    assert recogniser.heading(tiers) is None


def test_values_decide_only_where_the_heading_has_neither_unit_nor_maximum(recogniser):
    shares = Evidence(numbers=(Decimal("89.64"), Decimal(100)))
    points = Evidence(numbers=(Decimal("5.1"), Decimal(10)))

    assert recogniser.heading(("Thanh toán trực tuyến",), shares).indicator == (
        "online_pay_rate"
    )
    assert recogniser.heading(("Thanh toán trực tuyến",), points).indicator == (
        "score_tttt"
    )
    assert recogniser.heading(("Thanh toán trực tuyến (10đ)",), shares).indicator == (
        "score_tttt"
    )
    counts = Evidence(numbers=(Decimal(1418), Decimal(1597)))
    assert recogniser.heading(("Thanh toán trực tuyến",), counts) is None


COUNTS = Evidence(numbers=(Decimal(45), Decimal(98)))


@pytest.mark.parametrize(
    ("tiers", "key"),
    [
        (("Hồ sơ trực tuyến",), "received_online"),
        (("Hồ sơ nộp trực tuyến",), "received_online"),
        (("Ho so truc tuyen",), "received_online"),
        (("Tiếp nhận", "Trực tuyến"), "received_online"),
        (("Hồ sơ trực tiếp",), "received_direct"),
        (("Hồ sơ thanh toán trực tuyến",), "paid_online"),
        (("Đã thanh toán trực tuyến",), "paid_online"),
    ],
)
def test_numbers_of_files_under_the_words_of_a_ratio_are_that_number(
    tiers, key, recogniser
):
    assert recogniser.heading(tiers, COUNTS) == Meaning(key)


@pytest.mark.parametrize(
    "heading",
    [
        "HS cấp kết quả điện tử",
        "Hồ sơ tái sử dụng",
        "Số phản ánh kiến nghị xử lý đúng hạn",
        "Số TTHC xử lý đúng hạn",
    ],
)
def test_numbers_of_files_that_no_figure_keeps_are_no_ratio_but_offer_it(
    heading, recogniser
):
    assert recogniser.heading((heading,), COUNTS) is None
    offered = recogniser.candidates((heading,), COUNTS)
    kinds = [recogniser.catalogue.indicators[one.indicator].kind for one in offered]
    assert Kind.RATIO in kinds


@pytest.mark.parametrize(
    ("tiers", "evidence"),
    [
        (("Hồ sơ nộp trực tuyến (%)",), COUNTS),
        (("Tỷ lệ hồ sơ nộp trực tuyến",), COUNTS),
        (("Tỷ lệ (%)", "Hồ sơ nộp trực tuyến"), COUNTS),
        (("Hồ sơ nộp trực tuyến",), Evidence(numbers=(Decimal("95.5"), Decimal(98)))),
        (("Hồ sơ nộp trực tuyến",), replace(COUNTS, percent=True)),
    ],
)
def test_a_ratio_is_one_where_heading_or_values_say_so(tiers, evidence, recogniser):
    assert recogniser.heading(tiers, evidence) == Meaning("online_submit_rate")


@pytest.mark.parametrize(
    "tiers",
    [
        ("Tỷ lệ hồ sơ không nộp trực tuyến (%)",),
        ("Tỷ lệ chưa thanh toán trực tuyến (%)",),
        ("Ty le chua thanh toan truc tuyen (%)",),
        ("Tỷ lệ không hài lòng (%)",),
        ("Tỷ lệ nộp trực tuyến còn thiếu so chỉ tiêu (%)",),
        ("Tỷ lệ nộp trực tuyến tháng trước (%)",),
        ("Tỷ lệ nộp trực tuyến cùng kỳ năm 2024 (%)",),
        ("Tháng trước", "Tỷ lệ nộp trực tuyến (%)"),
        ("Lũy kế tỷ lệ hồ sơ đúng hạn từ đầu năm (%)",),
        ("Ước thực hiện tỷ lệ nộp trực tuyến (%)",),
        ("Kế hoạch nộp trực tuyến (%)",),
        ("Xếp hạng thanh toán trực tuyến",),
        ("Thanh toán trực tuyến (10đ)", "Xếp hạng"),
        ("Số tiền thanh toán trực tuyến (đồng)",),
        ("Hồ sơ quá hạn đã xin lỗi",),
    ],
)
def test_words_turned_round_or_of_another_time_or_measure_are_not_the_figure(
    tiers, recogniser
):
    assert recogniser.heading(tiers) is None


@pytest.mark.parametrize(
    ("tiers", "key"),
    [
        (("Tỷ lệ hồ sơ đúng hạn (không tính hồ sơ tạm dừng) (%)",), "on_time_rate"),
        (("Hồ sơ chưa đến hạn",), "pending_on_time"),
        (("Kỳ trước chuyển sang",), "carried_over"),
        (("Lũy kế hồ sơ chứng thực từ đầu năm",), "ecopy_cumulative"),
        (("Xếp hạng",), "rank"),
        (("Tỷ lệ hồ sơ đúng hạn trong tháng (%)",), "on_time_rate"),
    ],
)
def test_such_words_that_are_a_figures_own_do_not_turn_it(tiers, key, recogniser):
    assert recogniser.heading(tiers) == Meaning(key)


@pytest.mark.parametrize(
    ("tiers", "meaning"),
    [
        (
            ("Chỉ tiêu nộp trực tuyến năm 2026 (%)",),
            Meaning("online_submit_rate", Part.TARGET),
        ),
        (
            ("Chỉ tiêu giao", "Tỷ lệ nộp trực tuyến (%)"),
            Meaning("online_submit_rate", Part.TARGET),
        ),
        (("Chỉ tiêu (%)",), Meaning(facet="target")),
        (("Chỉ tiêu",), Meaning(facet="indicator_name")),
        (
            ("Thanh toán trực tuyến", "Chỉ tiêu giao (%)"),
            Meaning("online_pay_rate", Part.TARGET),
        ),
        (
            ("Thanh toán trực tuyến", "Số hồ sơ phát sinh"),
            Meaning("online_pay_rate", Part.DENOMINATOR),
        ),
        (
            ("Thanh toán trực tuyến", "Số hồ sơ thực hiện"),
            Meaning("online_pay_rate", Part.NUMERATOR),
        ),
        (("Thanh toán trực tuyến", "Tỷ lệ (%)"), Meaning("online_pay_rate")),
    ],
)
def test_aims_and_parts_of_a_ratio_are_never_those_of_a_group_of_that_name(
    tiers, meaning, recogniser
):
    assert recogniser.heading(tiers) == meaning


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Đúng hạn (%)", Meaning("on_time_rate")),
        ("Trực tuyến (%)", Meaning("online_submit_rate")),
        ("TTTT (%)", Meaning("online_pay_rate")),
        ("Số hóa (%)", Meaning("digitize_rate")),
        ("Tỉ lệ HS thanh toán trực tuyến", Meaning("online_pay_rate")),
        ("Số bản sao chứng thực điện tử", Meaning("ecopy_count")),
        ("Lũy kế số bản sao chứng thực điện tử", Meaning("ecopy_cumulative")),
        ("Điểm đạt / Điểm tối đa", Meaning(facet="score_of_max")),
        ("Tên đơn vi", Meaning("unit_name")),
    ],
)
def test_short_and_mistyped_headings_are_what_they_can_only_be(
    heading, meaning, recogniser
):
    assert recogniser.heading((heading,)) == meaning


def test_a_mistyped_heading_is_only_near(recogniser):
    near = recogniser.certainty(("Tên đơn vi",), Meaning("unit_name"))

    assert near is Certainty.NEAR
    assert recogniser.heading(("Tên đơn",)) is None


def test_every_full_name_and_every_label_of_an_annex_is_recognised(
    recogniser, catalogue
):
    shown = {
        one.key: (one.full_name, one.annex_label)
        for one in (*catalogue.criteria, *catalogue.indicators.values())
        if one.full_name and one.group
    }
    assert shown
    for key, names in shown.items():
        found = [recogniser.name(name) for name in names if name]
        assert {one and one.key for one in found} == {key}


def test_marks_are_read_off_a_label_and_dropped_from_its_words():
    read = label("1.2. Công khai, minh bạch (18đ) (*)")

    assert read.text == fold("công khai minh bạch")
    assert (read.maximum, read.points, read.percent) == (Decimal(18), True, False)
    assert label("Tỷ lệ hồ sơ (%)").percent
    assert not label("Số liệu tại thời điểm").points


def test_both_ways_of_placing_a_tone_fold_to_the_same():
    assert fold("Số hoá, luỹ kế") == fold("số hóa – lũy kế")
    assert fold("hoa") != fold("hòa")


@pytest.mark.parametrize("text", ["Tổng cục Thuế", "Công an xã", "Cộng đồng", "Xã A"])
def test_a_units_name_is_no_total(text):
    assert not is_total(text)


@pytest.mark.parametrize(
    ("tiers", "certainty"),
    [
        (("Tên đơn vị",), Certainty.SURE),
        (("Tỷ lệ hồ sơ nộp trực tuyến (%)",), Certainty.SURE),
        (("Tỷ lệ nộp", "trực tuyến (%)"), Certainty.SURE),
        (("Tỷ lệ hồ sơ nộp trực tuyến", "Số lượng đạt"), Certainty.SURE),
        (("Kết quả số hóa hồ sơ (**)", "Cấp kết quả điện tử (%)"), Certainty.SURE),
        (("Hồ sơ nộp trực tuyến trên Cổng của tỉnh (%)",), Certainty.NEAR),
        (("Đơn vị tiếp nhận hồ sơ",), Certainty.NEAR),
        (("Ghi nhận khác",), Certainty.UNKNOWN),
    ],
)
def test_a_heading_is_sure_where_it_is_word_for_word_the_catalogues(
    tiers, certainty, recogniser
):
    assert recogniser.certainty(tiers, recogniser.heading(tiers)) is certainty


def test_what_the_values_had_to_tell_is_only_near(recogniser):
    tiers = ("Thanh toán trực tuyến",)
    shares = Evidence(numbers=(Decimal("89.64"), Decimal(100)))
    ratio = recogniser.heading(tiers, shares)

    assert ratio == Meaning("online_pay_rate")
    assert recogniser.certainty(tiers, ratio) is Certainty.NEAR
    assert recogniser.certainty(tiers, Meaning("score_tttt")) is Certainty.SURE


def test_of_two_equally_good_meanings_none_is_taken_and_both_are_offered(recogniser):
    tiers = ("Xếp hạng, xếp loại",)

    assert recogniser.heading(tiers) is None
    offered = {one.indicator for one in recogniser.candidates(tiers)[:2]}
    assert offered == {"rank", "class"}


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Cấp KQ điện tử (%)", "e_result_rate"),
        ("Hồ sơ thanh toán online trực tuyến (%)", "online_pay_rate"),
        ("HS nộp trực tuyến", "online_submit_rate"),
        ("Số hóa hồ sơ (10đ)", "score_mdsh"),
    ],
)
def test_a_heading_in_other_words_offers_the_likeliest_first(heading, key, recogniser):
    assert key in [one.indicator for one in recogniser.candidates((heading,))][:2]


def test_what_is_recognised_is_the_first_candidate(recogniser):
    tiers = ("Tỷ lệ hồ sơ nộp trực tuyến", "Số lượng đạt")

    assert recogniser.candidates(tiers)[0] == recogniser.heading(tiers)
    assert recogniser.candidates(()) == ()
