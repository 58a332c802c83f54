"""The rules over the three sample workbooks: what a careful reader would say."""

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal

import pytest

from core import catalogue as catalogue_module
from core import resources
from core.importing import open_file
from core.period import Moment
from core.report import (
    AS_OF_PLACE,
    Cell,
    Change,
    Part,
    Place,
)
from core.rules import check
from core.rules.registry import Context, Severity

CATALOGUE = catalogue_module.load()
TODAY = date(2026, 11, 21)
SAMPLES = {
    1: "Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx",
    2: "Phụ lục 1 - huyện Gò Dầu - tháng 11-2024.xlsx",
    3: "Chỉ số 766 - UBND xã Ea Ktur - 10-10-2026.xlsx",
}


@pytest.fixture(scope="module")
def samples():
    folder = resources.folder() / "samples"
    return {
        number: open_file(folder / name, CATALOGUE) for number, name in SAMPLES.items()
    }


def typed(report, **values):
    """The report with figures of its head row typed by hand."""
    cells = {}
    for key, text in values.items():
        first, _, second = text.partition("/")
        cells[key, Part.VALUE] = Cell(Decimal(first), text)
        if second:
            cells[key, Part.OF] = Cell(Decimal(second), text)
    edits = tuple(
        report.edit(Place(report.head_id, *field), cell)
        for field, cell in cells.items()
    )
    now = datetime(2026, 11, 21, 9, 30)  # noqa: DTZ001 - local time, as a Change has it
    return report.apply(Change("Nhập số liệu", edits, now))


def findings(report, issue_date=None):
    context = Context(report, CATALOGUE, TODAY, issue_date)
    return {one.rule.id: one for one in check(context).findings}


def test_the_communes_annex_as_read_lacks_only_its_time_and_has_figures_as_text(
    samples,
):
    assert set(findings(samples[1])) == {"P05", "D05"}


def test_the_first_seed_is_found_to_contradict_itself(samples):
    report = typed(
        samples[1],
        score_total="80.33",
        rank="8/8",
        score_mdsh="18.5",
        score_tttt="5.1",
    )
    found = findings(report, date(2024, 9, 30))
    assert set(found) == {"P02", "P05", "N05", "N06", "N08", "N09", "D05"}
    assert "89,64% tương ứng ít nhất 5,38 điểm" in found["N05"].message
    assert "chỉ ghi 5,1 điểm" in found["N05"].message
    assert "theo công thức năm 2026" in found["N05"].message
    assert "8,4/19,67" in found["N06"].message
    assert "2/6" in found["N08"].message
    assert "8/8" in found["N09"].message
    grave = {one.severity for one in found.values() if one.rule.id != "D05"}
    assert grave == {Severity.WARNING}


def test_the_districts_annex_is_sound_but_for_a_ratio_far_from_the_others(samples):
    report = typed(samples[2], score_total="87.07", rank="8/9")
    found = findings(report, date(2024, 12, 9))
    assert set(found) == {"N12", "D05"}
    assert found["N12"].place == Place("4", "reuse_rate")
    assert "Giá trị 4,55 của Xã Hiệp Thạnh" in found["N12"].message


def test_the_second_seeds_own_time_is_a_month_too_early(samples):
    wrong = Cell(Moment(date(2024, 11, 6), time(16, 30)))
    facts = dict(samples[2].facts) | {AS_OF_PLACE.indicator: wrong}
    report = replace(samples[2], facts=facts)
    found = findings(report, date(2024, 12, 9))
    assert set(found) == {"P03", "N12", "D05"}
    assert found["P03"].message.endswith("Có phải 06/12/2024?")
    assert found["P03"].severity is Severity.ERROR


def test_one_overdue_file_more_in_the_total_line_is_found(samples):
    report = typed(samples[2], overdue_total="47")
    found = findings(report)
    assert found["N10"].message == "Tổng 47 không khớp các phần (44 + 1 + 1 = 46)."


def test_the_portals_own_scores_raise_no_false_alarm(samples):
    found = findings(samples[3])
    assert {"N01", "N02", "N05", "N06", "N08", "N13", "N16"}.isdisjoint(found)
    assert "(tổng số 01): mất 12/12 điểm" in found["N14"].message


def test_a_group_score_typed_wrongly_is_found_by_sum_and_by_ratio(samples):
    found = findings(typed(samples[3], score_tdgq="17.5"))
    assert "(chênh 0,45)" in found["N01"].message
    assert found["N05"].place == Place("1", "score_tdgq")
    assert "N16" not in found


def test_a_criterion_typed_wrongly_is_found_at_that_criterion_alone(samples):
    found = findings(typed(samples[3], online_pay_rate="98.79"))
    assert found["N16"].place == Place("1", "online_pay_rate")
    assert "N05" not in found


def test_every_unit_of_a_large_table_is_checked_in_one_pass(samples):
    unit = samples[3].head
    rows = {str(n): replace(unit, id=str(n)) for n in range(1, 301)}
    report = replace(samples[3], rows=rows)
    checked = check(Context(report, CATALOGUE, TODAY))
    losses = [one for one in checked.findings if one.rule.id == "N14"]
    assert [one.place and one.place.row for one in losses] == list(rows)
