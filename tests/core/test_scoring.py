"""Points by the catalogue's formulas: a real record exactly, and what must hold."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import catalogue as catalogue_module
from core import scoring
from core.catalogue import Indicator, Kind, ScoreRule
from core.period import Period
from core.report import Blank, Cell, Part, Row

CATALOGUE = catalogue_module.load()
SCORING = [one for one in CATALOGUE.criteria if one.maximum]

# UBND xã Ea Ktur, year 2026, portal on 10/10/2026 (docs/linh-vuc.md, phụ lục B):
# key, numerator, denominator, ratio, points
EA_KTUR: list[tuple[str, int | None, int | None, str, str]] = [
    ("publish_rate", 0, 82, "0", "0"),
    ("update_rate", 79, 82, "96.34", "3.85"),
    ("content_rate", 79, 79, "100", "2"),
    ("sync_rate", 2429, 2429, "100", "6"),
    ("on_time_rate", 2457, 2882, "85.25", "17.05"),
    ("online_pay_rate", 1418, 1597, "88.79", "5.33"),
    ("pay_used_rate", 20, 43, "46.51", "1.16"),
    ("pay_integrated_rate", 7, 43, "16.28", "0.41"),
    ("e_result_rate", 1663, 2882, "57.70", "3.46"),
    ("digitize_rate", 215, 2882, "7.46", "0.30"),
    ("ecopy_rate", None, None, "100", "2"),
    ("reuse_rate", 362, 2882, "12.56", "0.31"),
    ("share_rate", 12, 2882, "0.42", "0.02"),
    ("citizen_data_rate", 1133, 2882, "39.31", "0.79"),
    ("citizen_formality_rate", 33, 388, "8.51", "0.17"),
    ("pakn_on_time_rate", 0, 1, "0", "0"),
    ("pakn_satisfaction", 0, 1, "0", "0"),
    ("satisfaction_rate", 2455, 2882, "85.18", "5.68"),
]
EA_KTUR_GROUPS = {
    "score_ckmb": "11.85",
    "score_tdgq": "17.05",
    "score_tttt": "6.90",
    "score_mdsh": "7.05",
    "score_mdhl": "5.68",
}


def group_of(key):
    found = CATALOGUE.group(key)
    assert found is not None
    return found


def earned_by(criterion, **numbers):
    """The points, of a criterion that bears some."""
    earned = scoring.points(criterion, **numbers)
    assert earned is not None
    return earned


def number(value):
    return None if value is None else Decimal(value)


def ea_ktur():
    cells = {}
    for key, above, below, ratio, _ in EA_KTUR:
        cells[key, Part.VALUE] = Cell(Decimal(ratio))
        if above is not None and below is not None:
            cells[key, Part.NUMERATOR] = Cell(Decimal(above))
            cells[key, Part.DENOMINATOR] = Cell(Decimal(below))
    return Row("1", cells)


@pytest.mark.parametrize(("key", "above", "below", "ratio", "points"), EA_KTUR)
def test_the_points_of_a_real_commune_are_reproduced(key, above, below, ratio, points):
    criterion = CATALOGUE.indicators[key]
    assert scoring.points(criterion, ratio=Decimal(ratio)) == Decimal(points)
    assert scoring.points_in(ea_ktur(), criterion) == Decimal(points)
    if above is not None:
        exact = scoring.points(
            criterion, numerator=number(above), denominator=number(below)
        )
        assert exact == Decimal(points)


@pytest.mark.parametrize(("key", "points"), EA_KTUR_GROUPS.items())
def test_the_groups_of_a_real_commune_are_reproduced(key, points):
    earned = scoring.group_points(ea_ktur(), group_of(key), CATALOGUE)
    assert earned.points == Decimal(points)
    assert earned.complete


def test_points_given_go_before_points_recomputed():
    row = ea_ktur()
    cells = dict(row.cells) | {("on_time_rate", Part.SCORE): Cell(Decimal("17.04"))}
    group = group_of("score_tdgq")
    earned = scoring.group_points(Row("1", cells), group, CATALOGUE)
    assert earned.points == Decimal("17.04")


@pytest.mark.parametrize(
    ("key", "settled", "exact"),
    [
        ("score_tdgq", True, True),
        ("score_mdsh", True, False),  # 4.2 alone is not settled
        ("score_tttt", True, True),
    ],
)
def test_a_sum_is_exact_only_where_every_rule_is_settled(key, settled, exact):
    earned = scoring.group_points(ea_ktur(), group_of(key), CATALOGUE)
    assert (earned.is_settled, earned.is_exact) == (settled, exact)


def test_a_criterion_without_a_figure_earns_nothing_for_certain():
    row = Row("1", {("on_time_rate", Part.VALUE): Cell(Blank.MISSING, "–")})
    earned = scoring.group_points(row, group_of("score_tdgq"), CATALOGUE)
    assert earned.points == 0
    assert not earned.counted
    assert not earned.complete


def test_a_group_of_which_nothing_is_known_earns_nothing_for_certain():
    earned = scoring.group_points(Row("1"), group_of("score_dvctt"), CATALOGUE)
    assert earned.points == 0
    assert not earned.complete
    assert not earned.is_settled


@pytest.mark.parametrize(
    ("key", "ratio", "points"),
    [
        ("pay_integrated_rate", "80", "2"),
        ("pay_integrated_rate", "79.99", "2.00"),
        ("pay_integrated_rate", "40", "1"),
        ("satisfaction_rate", "90", "6"),
        ("satisfaction_rate", "45", "3"),
        ("online_submit_rate", "50", "6"),
        ("online_offer_rate", "79", "1.98"),  # 1.975 is rounded half up
        ("reuse_rate", "100", "2"),
        ("digitize_rate", "80", "3.20"),
    ],
)
def test_a_threshold_earns_the_full_points_and_below_it_a_share(key, ratio, points):
    criterion = CATALOGUE.indicators[key]
    assert scoring.points(criterion, ratio=Decimal(ratio)) == Decimal(points)


@pytest.mark.parametrize(
    ("key", "points"),
    [
        ("pakn_on_time_rate", 6),
        ("pakn_satisfaction", 6),
        ("sync_rate", 0),
        ("online_pay_rate", 0),
        ("satisfaction_rate", 0),
    ],
)
def test_no_petition_at_all_earns_full_points_other_empty_counts_none(key, points):
    criterion = CATALOGUE.indicators[key]
    nothing = Decimal(0)
    earned = scoring.points(criterion, numerator=nothing, denominator=nothing)
    assert earned == points


@pytest.mark.parametrize("key", ["average_days", "petition_rule_rate", "overdue_total"])
def test_what_bears_no_points_earns_none(key):
    assert scoring.points(CATALOGUE.indicators[key], ratio=Decimal(50)) is None


def test_nothing_to_reckon_with_is_not_zero_points():
    criterion = CATALOGUE.indicators["on_time_rate"]
    assert scoring.points(criterion) is None
    assert scoring.points(criterion, numerator=Decimal(3)) is None
    assert scoring.points_in(Row("1"), criterion) is None


def test_a_threshold_rule_without_a_threshold_is_in_proportion():
    one = Indicator("x", "X", Kind.RATIO, maximum=Decimal(4), score=ScoreRule.THRESHOLD)
    assert scoring.points(one, ratio=Decimal(50)) == 2


ratios = st.decimals(min_value=0, max_value=100, places=2)
counts = st.integers(0, 10_000)


@given(st.sampled_from(SCORING), ratios)
def test_points_lie_between_0_and_the_maximum_with_two_decimals(criterion, ratio):
    earned = earned_by(criterion, ratio=ratio)
    assert 0 <= earned <= criterion.maximum
    assert earned == round(earned, 2)


@given(st.sampled_from(SCORING), ratios, ratios)
def test_a_higher_ratio_never_earns_less(criterion, one, other):
    low, high = sorted((one, other))
    assert earned_by(criterion, ratio=low) <= earned_by(criterion, ratio=high)


@given(st.sampled_from(SCORING), counts, counts)
def test_one_more_file_on_the_good_side_never_earns_less(criterion, above, more):
    below = Decimal(above + more + 1)
    fewer = earned_by(criterion, numerator=Decimal(above), denominator=below)
    some = earned_by(criterion, numerator=Decimal(above + 1), denominator=below)
    assert 0 <= fewer <= some <= criterion.maximum


@given(st.sampled_from(SCORING), st.decimals(-1000, 1000, places=2))
def test_a_ratio_that_cannot_be_earns_no_points_that_cannot_be(criterion, ratio):
    assert 0 <= earned_by(criterion, ratio=ratio) <= criterion.maximum


@pytest.mark.parametrize(
    ("period", "can", "dated"),
    [
        (Period.month(2022, 7), False, True),
        (Period.month(2022, 8), True, True),
        (Period.month(2025, 12), True, True),
        (Period.whole_year(2026), True, False),
        (Period.month(2026, 1), True, False),
    ],
)
def test_the_formulas_are_of_2026_and_the_index_of_august_2022(period, can, dated):
    assert scoring.can_recompute(CATALOGUE, period) is can
    assert scoring.formula_is_dated(CATALOGUE, period) is dated


def test_nothing_is_recomputed_without_a_catalogue_for_the_period():
    ended = replace(CATALOGUE, valid_to=date(2026, 9, 30))
    assert scoring.can_recompute(ended, Period.month(2026, 9))
    assert not scoring.can_recompute(ended, Period.month(2026, 10))
    assert not scoring.can_recompute(CATALOGUE, None)
    open_ended = replace(CATALOGUE, valid_from=None, formula_valid_from=None)
    assert scoring.can_recompute(open_ended, Period.month(2000, 1))
    assert not scoring.formula_is_dated(open_ended, Period.month(2000, 1))


def row_of(**scores):
    return Row(
        "1", {(key, Part.VALUE): Cell(Decimal(text)) for key, text in scores.items()}
    )


def test_a_row_with_the_joined_score_has_the_older_five_groups():
    groups = scoring.scored_groups(row_of(score_online22="14.72"), CATALOGUE)
    assert [one.group.key for one in groups] == [
        "score_ckmb",
        "score_tdgq",
        "score_online22",
        "score_mdsh",
        "score_mdhl",
    ]
    joined = groups[2]
    assert joined.group.maximum == 22
    assert joined.lost == Decimal("7.28")
    assert "online_pay_rate" in joined.group.criteria
    assert "online_submit_rate" in joined.group.criteria


def test_the_parts_of_the_joined_score_go_before_it():
    row = row_of(score_online22="14.72", score_tttt="6")
    assert len(scoring.scored_groups(row, CATALOGUE)) == 6


def test_an_unknown_score_has_lost_nothing_that_is_known():
    first = scoring.scored_groups(Row("1"), CATALOGUE)[0]
    assert first.score is None
    assert (first.lost, first.share) == (Decimal(0), Decimal(100))
