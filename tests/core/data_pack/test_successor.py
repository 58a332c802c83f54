"""The index has a successor: each month goes by the edition of its own period."""

from dataclasses import replace
from datetime import date

import pytest

from core import catalogue, gains, importing, profiles, resources, rules
from core.catalogue import suited
from core.importing import suiting
from core.importing.reader import Reader
from core.letter import compose, wording
from core.period import Period
from core.report import PERIOD, Cell, Part
from core.rules.registry import Context, Need
from core.summary import as_text
from tests.core.data_pack import packs

OLD, NEW = "Quyết định số 766/QĐ-TTg", "Quyết định số 99/QĐ-TTg"


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    folder = packs.with_successor(tmp_path_factory.mktemp("gói") / "gói")
    return catalogue.load_all(folder / "catalogue")


@pytest.mark.parametrize(
    ("period", "basis"),
    [
        (Period.month(2024, 9), OLD),
        (Period.month(2026, 12), OLD),
        (Period.month(2027, 1), NEW),
        (Period.whole_year(2026), OLD),
        (
            Period.month(2022, 7),
            NEW,
        ),  # none is valid: the newest, and nothing recomputed
        (None, NEW),
    ],
)
def test_the_edition_of_the_period_suits_else_the_newest(editions, period, basis):
    for order in (editions, editions[::-1]):
        assert suited(order, period).basis == basis


def test_of_two_that_are_valid_the_newer_suits(editions):
    new, old = editions
    both = (replace(new, valid_from=date(2026, 1, 1)), replace(old, valid_to=None))
    assert suited(both, Period.month(2026, 9)).basis == NEW
    assert suited(both, Period.month(2025, 9)).basis == OLD


TABLE = """Kết quả Bộ chỉ số 766 tháng {month}
STT;Tên đơn vị;Tổng điểm;Tỷ lệ hồ sơ được trợ lý ảo hướng dẫn (%)
1;UBND xã Trường Tây;80,33;41,5
2;UBND xã Trường Đông;81,4;42,25
"""


@pytest.mark.parametrize(("month", "is_known"), [("9/2026", False), ("9/2027", True)])
def test_a_file_is_read_by_the_edition_of_its_own_period(
    tmp_path, editions, month, is_known
):
    path = tmp_path / "bảng.csv"
    path.write_text(TABLE.format(month=month), encoding="utf-8-sig")
    report = suiting.called(importing.open_file, path, editions)
    assert len(report.rows) == 2
    assert report.period == Period.month(int(month[2:]), 9)
    figures = [row.number("assistant_rate", Part.VALUE) for row in report.rows.values()]
    assert all((figure is not None) is is_known for figure in figures)


def test_the_process_that_reads_goes_by_the_imported_pack(tmp_path, monkeypatch):
    folder = packs.with_successor(tmp_path / "gói")
    path = tmp_path / "bảng.csv"
    path.write_text(TABLE.format(month="9/2027"), encoding="utf-8-sig")
    monkeypatch.setattr(resources, "pack", lambda: folder)
    with Reader() as reader:
        report = reader.read(path)
    assert "assistant_rate" in report.columns


@pytest.fixture
def sample(editions):
    path = min((resources.folder() / "samples").glob("*Trường Tây*.xlsx"))
    return importing.open_file(path, editions[1])


def checked(report, editions):
    known = suited(editions, report.period)
    day = date(2027, 12, 1)
    return rules.check(
        Context(report=report, catalogue=known, today=day, issue_date=day)
    )


def in_month(report, period):
    return replace(report, facts={**report.facts, PERIOD: Cell(period, "")})


def test_with_no_edition_for_a_period_nothing_is_recomputed_and_that_is_said(
    sample, editions
):
    report = in_month(sample, Period.month(2022, 6))
    known = suited(editions, report.period)
    said = checked(report, editions)
    lacking = {rule.id: needs for rule, needs in said.not_judged}
    assert lacking["N05"] == lacking["N16"] == (Need.FORMULAS,)
    assert gains.gains(report, known) == ()
    assert "công thức còn hiệu lực cho kỳ này" in as_text(report, said, known)


@pytest.mark.parametrize("year", [2024, 2027])
def test_with_an_edition_for_the_period_the_formulas_are_used(sample, editions, year):
    said = checked(in_month(sample, Period.month(year, 9)), editions)
    assert not {"N05", "N16"} & {rule.id for rule, _ in said.not_judged}


def test_an_old_month_is_judged_and_written_about_by_either_edition(sample, editions):
    office = profiles.find("xa-truong-tay")
    for known in editions:
        rules.check(Context(report=sample, catalogue=known, today=date(2027, 1, 5)))
        letter = compose.compose(
            sample, known, office, wording.load(), day=date(2024, 10, 4)
        )
        assert letter.body
