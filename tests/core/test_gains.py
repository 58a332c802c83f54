"""The quickest ways to more points: as exact as the formulas they come from."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import catalogue as catalogues
from core import gains, scoring
from core.importing import open_file
from core.report import PERIOD_PLACE, Cell, Part
from core.resources import folder
from core.rules.examples import report_of
from core.rules.registry import Example

CATALOGUE = catalogues.load()
SCORING = [
    made
    for group in CATALOGUE.groups
    for key in group.criteria
    if (made := CATALOGUE.indicators[key]).maximum
]
LATE = [one for one in SCORING if one.late_with]
SAMPLE = "Chỉ số 766 - UBND xã Ea Ktur - 10-10-2026.xlsx"


def report(cells, period="năm 2026"):
    return report_of(Example({"report.period": period, **cells}), CATALOGUE)


def ratio(key, numerator, denominator):
    return {
        f"1.{key}.numerator": str(numerator),
        f"1.{key}.denominator": str(denominator),
    }


def one(cells, **more):
    (found,) = gains.gains(report(cells, **more), CATALOGUE)
    return found


@given(
    indicator=st.sampled_from(SCORING),
    counted=st.integers(1, 3000).flatmap(
        lambda whole: st.tuples(st.integers(0, whole), st.just(whole))
    ),
)
def test_so_many_more_make_a_criterion_full_and_one_less_does_not(indicator, counted):
    numerator, denominator = map(Decimal, counted)
    needed, each = gains.more(indicator, numerator, denominator)
    assert needed is not None
    exact = indicator.maximum / (gains.goal(indicator) / 100 * denominator)
    assert each == exact

    def earned(n):
        share = n / denominator * 100 / gains.goal(indicator)
        return indicator.maximum * min(share, Decimal(1))

    assert earned(numerator + max(needed, Decimal(0))) == indicator.maximum
    if needed > 0:
        assert earned(numerator + needed - 1) < indicator.maximum
    rounded = scoring.points(
        indicator,
        numerator=numerator + max(needed, Decimal(0)),
        denominator=denominator,
    )
    assert rounded == indicator.maximum


@given(
    st.lists(
        st.tuples(st.sampled_from(SCORING), st.integers(0, 50), st.integers(0, 50)),
        unique_by=lambda item: item[0].key,
        max_size=6,
    )
)
def test_the_points_to_be_won_are_those_that_the_formulas_do_not_give(drawn):
    cells: dict[str, str] = {}
    for indicator, a, b in drawn:
        cells |= ratio(indicator.key, min(a, b), max(a, b))
    if not cells:
        cells = {"1.score_total": "50"}
    made = report(cells)
    found = gains.gains(made, CATALOGUE)
    lost = {
        indicator.key: indicator.maximum - points
        for indicator, _, _ in drawn
        if (points := scoring.points_in(made.head, indicator)) < indicator.maximum
    }
    assert {gain.indicator.key: gain.points + gain.lost for gain in found} == lost
    told = [(gain.way.value, -gain.points) for gain in found]
    assert told == sorted(told)


@given(
    criterion=st.sampled_from(LATE),
    counts=st.lists(st.integers(0, 300), min_size=3, max_size=3),
)
def test_no_more_is_to_be_won_than_all_that_is_not_late_would_bring(criterion, counts):
    numerator, in_time, whole = sorted(counts)
    cause = CATALOGUE.indicators[criterion.late_with]
    cells = ratio(criterion.key, numerator, whole) | ratio(cause.key, in_time, whole)
    found = gains.gains(report(cells), CATALOGUE)
    gain = next((one for one in found if one.indicator == criterion), None)

    def earned(n):
        points = scoring.points(
            criterion, numerator=Decimal(n), denominator=Decimal(whole)
        )
        assert points is not None
        return points

    if gain is None:
        assert earned(numerator) == criterion.maximum
        return
    if not whole:
        assert gain.points == criterion.maximum  # nothing was late
        return
    assert gain.points == earned(in_time) - earned(numerator)
    assert gain.lost == criterion.maximum - earned(in_time)
    assert bool(gain.why_lost) is bool(gain.lost)
    if gain.points:
        assert gain.needed is not None
        assert earned(numerator + gain.needed) == earned(in_time)
        assert numerator + gain.needed <= in_time


def test_what_is_late_stays_late_and_stands_at_the_end():
    cells = (
        ratio("on_time_rate", 2457, 2882)
        | ratio("reuse_rate", 400, 500)
        | ratio("e_result_rate", 99, 100)
        | ratio("content_rate", 1, 2)
    )
    ours, province, late = gains.gains(report(cells), CATALOGUE)
    assert [one.way for one in (ours, province, late)] == list(gains.Way)
    assert late.indicator.key == "on_time_rate"
    assert late.points == 0
    assert late.lost == Decimal("2.95")
    assert late.needed == 425
    assert "quá hạn" in late.why_lost
    assert late.each is None


def test_nothing_is_late_where_nothing_was_counted():
    gain = one(ratio("on_time_rate", 0, 0))
    assert (gain.points, gain.lost, gain.way) == (20, 0, gains.Way.OURS)


def test_of_files_whose_late_ones_are_not_known_none_is_held_to_be_late():
    alone = one(ratio("satisfaction_rate", 50, 80))
    assert (alone.lost, alone.way) == (0, gains.Way.OURS)
    others = ratio("satisfaction_rate", 50, 80) | ratio("on_time_rate", 60, 90)
    gain = gains.gains(report(others), CATALOGUE)[0]
    assert gain.indicator.key == "satisfaction_rate"
    assert gain.lost == 0


def test_the_portals_lower_score_of_what_is_all_in_time_is_not_lost():
    gain = one(ratio("on_time_rate", 80, 80) | {"1.on_time_rate.score": "19"})
    assert (gain.points, gain.lost) == (1, 0)


def test_what_stays_late_is_said_by_a_criterion_that_says_why():
    for indicator in CATALOGUE.indicators.values():
        if indicator.late_with:
            assert CATALOGUE.indicators[indicator.late_with].irrecoverable
    assert {one.key for one in LATE} == {"pakn_satisfaction", "satisfaction_rate"}


def test_a_commune_is_told_how_many_more_files_paid_online_it_needs():
    gain = one(ratio("online_pay_rate", 50, 80))
    assert (gain.points, gain.needed) == (Decimal("2.25"), 30)
    assert gain.each == Decimal(6) / 80
    assert gain.indicator.counted == "hồ sơ thanh toán trực tuyến thành công"
    assert not gain.of_few


def test_a_threshold_is_the_goal_where_there_is_one():
    gain = one(ratio("online_submit_rate", 13, 107))
    assert gain.goal == 50
    assert gain.needed == 41  # 54 of 107 are more than half, 53 are not
    assert not gain.is_settled


def test_few_files_are_a_reason_for_caution():
    assert one(ratio("reuse_rate", 1, 19)).of_few
    assert not one(ratio("reuse_rate", 1, 20)).of_few


def test_where_nothing_was_counted_the_first_one_is_worth_all_the_points():
    gain = one(ratio("online_pay_rate", 0, 0))
    assert (gain.needed, gain.each, gain.points) == (1, 6, 6)


def test_without_petitions_there_is_nothing_to_be_won():
    assert gains.gains(report(ratio("pakn_on_time_rate", 0, 0)), CATALOGUE) == ()


def test_a_ratio_alone_tells_the_points_and_not_the_files():
    gain = one({"1.online_pay_rate": "90"})
    assert gain.points == Decimal("0.6")
    assert (gain.needed, gain.each, gain.denominator) == (None, None, None)
    assert not gain.of_few


def test_the_portals_own_score_goes_before_the_formula():
    cells = ratio("online_pay_rate", 80, 80) | {"1.online_pay_rate.score": "5,5"}
    gain = one(cells)
    assert (gain.points, gain.needed, gain.each) == (Decimal("0.5"), None, None)


def test_a_score_alone_leads_to_the_score():
    gain = one({"1.online_pay_rate.score": "5"})
    assert gain.place.part is Part.SCORE
    assert gain.points == 1


def test_what_only_the_province_can_change_is_marked():
    assert not one({"1.publish_rate": "50"}).is_ours
    assert one({"1.reuse_rate": "50"}).is_ours


@pytest.mark.parametrize("key", ["average_days", "petition_rule_rate", "overdue_total"])
def test_what_bears_no_points_is_left_out(key):
    assert gains.gains(report({f"1.{key}": "5"}), CATALOGUE) == ()


def test_formulas_seen_only_later_are_said_to_be_so():
    assert one({"1.reuse_rate": "50"}, period="tháng 9/2024").is_dated
    assert not one({"1.reuse_rate": "50"}).is_dated


def test_with_no_period_no_row_or_no_valid_catalogue_nothing_is_reckoned():
    made = report({"1.reuse_rate": "50"})
    assert gains.gains(replace(made, rows={}), CATALOGUE) == ()
    bare = replace(made, facts={PERIOD_PLACE.indicator: Cell()})
    assert gains.gains(bare, CATALOGUE) == ()
    early = report({"1.reuse_rate": "50"}, period="tháng 1/2020")
    assert gains.gains(early, CATALOGUE) == ()


def test_every_criterion_that_bears_points_can_be_counted_in_words():
    for indicator in SCORING:
        assert indicator.counted
        assert not indicator.counted.startswith(("số", "tổng"))


def test_the_sample_of_ea_ktur_is_told_its_own_work_first_and_what_is_late_last():
    read = open_file(folder() / "samples" / SAMPLE, CATALOGUE)
    found = gains.gains(read, CATALOGUE)
    ways = [gain.way for gain in found]
    assert ways == sorted(ways, key=lambda way: way.value)
    assert found[0].indicator.key == "share_rate"
    late = {gain.indicator.key: gain.lost for gain in found if not gain.points}
    assert late == {
        "pakn_on_time_rate": 6,
        "pakn_satisfaction": 6,
        "publish_rate": 6,
        "on_time_rate": Decimal("2.95"),
        "satisfaction_rate": Decimal("0.32"),
        "update_rate": Decimal("0.15"),
    }
