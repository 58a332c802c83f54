"""Levels that are offered as targets: where they come from is said, and nothing taken."""

from decimal import Decimal

from core import catalogue, profiles, target_proposals
from core.office import Target, Targets
from core.report import TOTAL, Cell, Part, Report, Row, Source

CATALOGUE = catalogue.load()
NONE = Targets()


def levels(proposal: target_proposals.Proposal | None) -> dict[str, str]:
    assert proposal is not None
    return {key: f"{one.level:f}" for key, one in proposal.targets.items()}


def test_the_levels_of_the_districts_letter_are_offered_without_a_basis():
    first, _ = target_proposals.bundled(CATALOGUE)
    assert levels(first) == {
        "online_submit_rate": "52",
        "online_pay_rate": "47",
        "reuse_rate": "52",
        "pakn_on_time_rate": "100",
        "publish_rate": "100",
        "update_rate": "100",
        "satisfaction_rate": "92",
    }
    assert first.targets == profiles.find("huyen-go-dau").targets.years[2024]
    assert {one.basis for one in first.targets.values()} == {""}
    assert "chưa rõ" in first.source


def test_the_portals_thresholds_are_those_of_the_catalogue_and_no_other():
    _, second = target_proposals.bundled(CATALOGUE)
    assert levels(second) == {
        "online_offer_rate": "80",
        "online_submit_rate": "50",
        "pay_integrated_rate": "80",
        "pay_used_rate": "80",
        "reuse_rate": "80",
        "satisfaction_rate": "90",
    }
    assert all(one.basis for one in second.targets.values())
    assert "không phải chỉ tiêu được giao" in second.source


def report(*targets: tuple[str, str], key: str = "online_submit_rate") -> Report:
    """Units with the file's own target for one criterion."""
    rows = {
        row: Row(row, {(key, Part.TARGET): Cell(Decimal(level), level, f"Bảng!D{row}")})
        for row, level in targets
    }
    total = rows.pop(TOTAL, None)
    return Report(rows, total, source=Source("phụ lục.xlsx", ""))


def of_file(found: Report, targets: Targets = NONE) -> target_proposals.Proposal | None:
    return target_proposals.of_file(found, CATALOGUE, targets, 2024)


def test_a_target_written_in_the_file_is_offered_with_its_cell():
    found = of_file(report(("5", "52"), ("6", "52")))
    assert levels(found) == {"online_submit_rate": "52"}
    assert found is not None
    assert "“phụ lục.xlsx” (Bảng!D5)" in found.source
    assert {one.basis for one in found.targets.values()} == {""}


def test_a_target_that_the_office_has_already_is_not_offered():
    has = {2024: {"online_submit_rate": Target("online_submit_rate", Decimal(60))}}
    assert of_file(report(("5", "52")), Targets(has)) is None
    assert of_file(report(("5", "52")), Targets({2023: has[2024]})) is not None


def test_targets_that_differ_by_unit_are_nobodys():
    assert of_file(report(("5", "52"), ("6", "60"))) is None


def test_a_file_without_targets_offers_none():
    assert of_file(report()) is None


def test_the_total_lines_own_target_counts_too():
    assert levels(of_file(report((TOTAL, "52")))) == {"online_submit_rate": "52"}
