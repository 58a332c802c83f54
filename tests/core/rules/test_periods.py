"""Periods and dates at the edges: the last day itself, the first place that names one."""

from datetime import date

from core.rules.letter_examples import SOUND
from core.rules.registry import Example, Severity
from tests.core.rules.saying import findings, messages, words

BASIS = SOUND["body"].split("\n")[0]
NO_PERIOD = {"report.period": ""}


def test_figures_taken_before_the_last_day_on_which_the_letter_is_signed_are_only_early():
    taken = {"report.as_of": "29/09/2026"}
    assert messages("P03", taken, issue_date=date(2026, 9, 30)) == []
    (said,) = messages("P02", taken, issue_date=date(2026, 9, 30))
    assert said.startswith("Văn bản ký ngày 30/09/2026 khi tháng 9/2026 chưa kết thúc")


def test_figures_of_the_first_day_of_a_period_that_runs_are_only_early():
    taken = {"report.period": "năm 2026", "report.as_of": "01/01/2026"}
    assert messages("P03", taken, today=date(2026, 1, 1)) == []
    assert len(messages("P02", taken, today=date(2026, 1, 1))) == 1


def test_figures_taken_today_of_a_period_still_to_come_may_be_right():
    taken = {"report.period": "tháng 10/2026", "report.as_of": "05/09/2026"}
    example = Example(taken, today=date(2026, 9, 5))
    (found,) = findings("P03", example)
    assert found.severity is Severity.WARNING


def test_the_likely_day_is_found_for_a_time_in_february_too():
    taken = {"report.period": "tháng 2/2026", "report.as_of": "05/02/2026"}
    (said,) = messages("P03", taken, issue_date=date(2026, 3, 9))
    assert said.endswith("Có phải 05/03/2026?")


def test_a_letter_without_a_subject_is_held_against_the_first_period_that_it_names():
    letter = {
        "subject": "",
        "body": f"{BASIS}\nKết quả tháng 8/2026 của xã.\nKết quả tháng 9/2026 của xã.",
    }
    (said,) = messages("P01", NO_PERIOD, letter=letter)
    assert said.endswith("nội dung ghi tháng 8/2026, nội dung ghi tháng 9/2026.")


TWO_PERIODS = {
    "subject": "V/v công bố kết quả Bộ chỉ số tháng 8/2026",
    "body": f"{BASIS}\nTrong tháng qua, xã đã cố gắng.\nKết quả tháng 9/2026 của xã.",
}


def test_the_period_to_write_instead_is_the_one_that_the_letter_names_first():
    assert messages("P04", NO_PERIOD, letter=TWO_PERIODS) == [
        "Nên ghi rõ tháng 8/2026 thay cho “tháng qua”."
    ]


def test_the_age_of_a_letter_is_told_from_the_period_that_it_names_first():
    (said,) = messages(
        "P07", NO_PERIOD, letter=TWO_PERIODS, issue_date=date(2026, 10, 30)
    )
    assert said.startswith("Công văn ký ngày 30/10/2026, 60 ngày sau khi tháng 8/2026")


def test_each_line_with_a_date_is_looked_at_though_the_first_is_in_no_calendar():
    letter = {"place_date": "ngày 31 tháng 9 năm 2026\nngày 9 tháng 10 năm 2026"}
    assert words("P09", letter) == letter["place_date"].split("\n")
    undated = {"place_date": "Trường Tây\nngày 9 tháng 10 năm 2026"}
    assert words("P09", undated) == ["ngày 9 tháng 10 năm 2026"]
