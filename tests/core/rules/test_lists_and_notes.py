"""Lists of dossiers, and what reading the file met: each line looked at, each sentence right."""

from dataclasses import replace
from datetime import date, time

import pytest

from core.dossier import Dossier, DossierKind
from core.period import Moment
from core.report import PERIOD_PLACE, Note, NoteKind, Place
from core.rules.examples import context_of
from core.rules.registry import Example
from tests.core.rules.saying import CATALOGUE, findings, messages

SEPTEMBER_15 = Moment(date(2026, 9, 15))
EMPTY = Dossier(at="Quá hạn!B4")


def late(**known):
    code = {"code": "H53.35.21-260901-0001", "at": "Quá hạn!B5"}
    return Dossier(DossierKind.OVERDUE, **(code | known))


def at(hour):
    return Moment(date(2026, 9, 15), time(hour))


def of_lists(rule, *dossiers, **example):
    return messages(rule, extra={"dossiers": dossiers}, **example)


NAMED = "Hồ sơ H53.35.21-260901-0001"


@pytest.mark.parametrize(
    ("rule", "dossier", "told"),
    [
        (
            "O03",
            late(due=SEPTEMBER_15, finished=Moment(date(2026, 9, 14))),
            "kết thúc 14/09/2026, không sau ngày hẹn trả 15/09/2026 nên không quá hạn",
        ),
        (
            "O04",
            late(received=Moment(date(2026, 9, 2))),
            "ghi nhận ngày 02/09/2026, trong mã là 01/09/2026",
        ),
        (
            "O06",
            late(due=SEPTEMBER_15, new_due=SEPTEMBER_15),
            "có ngày hẹn trả mới 15/09/2026 không sau ngày hẹn cũ 15/09/2026",
        ),
        (
            "O07",
            late(new_due=Moment(date(2026, 9, 26))),
            "có ngày hẹn trả mới 26/09/2026 là ngày nghỉ (thứ Bảy)",
        ),
        (
            "O09",
            late(due=Moment(date(2026, 9, 16)), apologised=Moment(date(2026, 9, 17))),
            "có văn bản xin lỗi ngày 17/09/2026, hẹn trả ngày 16/09/2026",
        ),
        (
            "O11",
            late(received=Moment(date(2026, 9, 16)), due=SEPTEMBER_15),
            "nhận 16/09/2026 sau ngày hẹn trả 15/09/2026",
        ),
    ],
)
def test_a_dossier_is_looked_at_though_one_before_it_has_no_dates(rule, dossier, told):
    assert of_lists(rule, EMPTY, dossier) == [f"{NAMED} {told}."]


def test_a_dossier_due_today_is_not_overdue_yet():
    for today, count in ((date(2026, 9, 15), 1), (date(2026, 9, 16), 0)):
        assert len(of_lists("O03", late(due=SEPTEMBER_15), today=today)) == count


def test_on_the_last_day_the_hours_tell_whether_a_dossier_is_overdue():
    for hour, count in ((8, 1), (16, 1), (17, 0)):
        assert len(of_lists("O03", late(due=at(16), finished=at(hour)))) == count


@pytest.mark.parametrize("day", [date(2026, 9, 14), date(2026, 9, 16)])
def test_hours_are_compared_on_one_day_alone(day):
    at_noon = Moment(day, time(12))
    for hour in (8, 16):
        told = of_lists("O11", late(received=at_noon, due=at(hour)))
        assert bool(told) is (day > SEPTEMBER_15.day)


def noted(rule, kind, place, cells):
    addresses = {"report.period": "Phụ lục!A2", "1.overdue_total": "Phụ lục!D7"}
    note = Note(kind, "Phụ lục!D7", "46 và 45", place)
    return findings(rule, Example(cells, extra={"notes": (note,), "at": addresses}))


def test_a_note_about_the_period_is_graver_than_one_about_a_figure():
    files = {"1.overdue_total": "46"}
    for place, severity in (
        (PERIOD_PLACE, "loi"),
        (Place("1", "overdue_total"), "canh-bao"),
    ):
        (found,) = noted("D07", NoteKind.NO_STORED_VALUE, place, files)
        assert found.severity.value == severity


def test_what_was_taken_of_two_figures_is_said_only_where_one_was():
    files = Place("1", "overdue_total")
    (taken,) = noted("D13", NoteKind.CONFLICT, files, {"1.overdue_total": "46"})
    assert taken.message.endswith("46 và 45; đã lấy phần ghi trước.")
    unreadable = {"report.period": "tháng 8; tháng 9"}
    (found,) = noted("D13", NoteKind.CONFLICT, PERIOD_PLACE, unreadable)
    assert found.message.endswith("số liệu: 46 và 45.")


def test_figures_written_as_text_are_counted_in_the_total_line_too():
    cells = {"1.on_time_rate": "98,5", "total.on_time_rate": "97,5"}
    where = {"at": dict.fromkeys(cells, "Phụ lục!E7")}
    (said,) = messages("D05", cells, extra=where)
    assert said == "2 ô ghi số bằng chữ (như “98,5”) đã đổi thành số."
    more = cells | {"total.overdue_total": "46"}
    assert messages("D05", more, extra={"at": dict.fromkeys(more, "A1")}) == [said]


def test_figures_written_as_text_are_told_beside_a_letter_but_not_of_its_own():
    cells = {"1.on_time_rate": "98,5"}
    where = {"at": {"1.on_time_rate": "Phụ lục!E7"}}
    assert len(messages("D05", cells, letter={}, extra=where)) == 1
    example = Example(cells, letter={}, extra=where)
    context = context_of(example, CATALOGUE)
    assert context.paper is not None
    stated = replace(context.paper, stated=context.report)
    assert findings("D05", example, paper=stated, report=stated.stated) == ()
