"""The order of findings, what cannot be judged, and re-checking after a change."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import catalogue as catalogue_module
from core.period import Moment, Period
from core.report import (
    AS_OF,
    AS_OF_PLACE,
    PERIOD,
    PERIOD_PLACE,
    TOTAL,
    UNIT_CODE,
    UNIT_NAME,
    Blank,
    Cell,
    Change,
    Edit,
    Layout,
    Note,
    NoteKind,
    Part,
    Place,
    Report,
    Row,
    Source,
    Unreadable,
    rows_of,
)
from core.rules import check, recheck, running
from core.rules.examples import context_of
from core.rules.families import FIGURE_RULES
from core.rules.registry import Context, Example, Look, Need, Severity

CATALOGUE = catalogue_module.load()
NOW = datetime(2026, 11, 21, 9, 30)  # noqa: DTZ001 - local time, as a Change has it
SOUND = Example({"1.overdue_total": "0", "1.on_time_rate": "100"})


def ids(checked):
    return [finding.rule.id for finding in checked.findings]


def test_the_gravest_come_first_then_facts_rows_in_order_and_the_total_last():
    cells = {
        "total.overdue_total": "-1",
        "10.overdue_total": "-1",
        "10.on_time_rate": "101",
        "2.overdue_total": "-1",
        "2.rank": "9/8",
        "report.period": "",
    }
    checked = check(context_of(Example(cells), CATALOGUE))
    assert [one.place for one in checked.findings if one.rule.id == "N02"] == [
        Place("2", "overdue_total"),
        Place("10", "overdue_total"),
        Place("10", "on_time_rate"),
        Place(TOTAL, "overdue_total"),
    ]
    assert ids(checked)[0] == "P10"
    gravity = [list(Severity).index(one.severity) for one in checked.findings]
    assert gravity == sorted(gravity)


def test_findings_of_one_unit_follow_the_index_not_the_columns_of_the_file():
    cells = {"1.score_mdhl": "19", "1.online_pay_rate": "101", "1.score_ckmb": "19"}
    checked = check(context_of(Example(cells), CATALOGUE))
    places = [one.place for one in checked.findings if one.rule.id == "N02"]
    found = [place and place.indicator for place in places]
    assert found == ["score_ckmb", "online_pay_rate", "score_mdhl"]


def test_what_a_rule_lacks_is_said_and_not_hidden():
    checked = check(context_of(Example({"report.period": ""}), CATALOGUE))
    lacking = {rule.id: needs for rule, needs in checked.not_judged}
    assert lacking == {
        "P02": (Need.PERIOD,),
        "P03": (Need.PERIOD,),
        "P08": (Need.ISSUE_DATE,),
        "N05": (Need.PERIOD,),
        "N16": (Need.PERIOD,),
        "N22": (Need.PERIOD, Need.PREVIOUS),
        "N20": (Need.AS_READ,),
        "U04": (Need.PROFILE,),
        "D03": (Need.PROFILE,),
        "D04": (Need.PERIOD, Need.AS_READ),
        "D12": (Need.ISSUE_DATE,),
        "O05": (Need.REASONS,),
        "O06": (Need.NEW_DATES,),
        "O07": (Need.NEW_DATES,),
        "O08": (Need.POSTPONED,),
        "O09": (Need.SLIP_DATES,),
        **dict.fromkeys(("O01", "O02", "O03", "O04", "O10", "O11"), (Need.DOSSIERS,)),
    }
    assert checked.rules == len(FIGURE_RULES) - len(lacking)


def test_how_much_was_looked_at_is_counted():
    checked = check(context_of(SOUND, CATALOGUE))
    assert checked.findings == ()
    assert checked.cells == 4


def test_a_report_without_a_single_figure_is_no_trouble():
    context = Context(Report(), CATALOGUE, date(2026, 11, 21))
    assert ids(check(context)) == ["P10", "P05"]


def test_only_a_row_rule_has_a_row():
    look = Look(context_of(SOUND, CATALOGUE))
    with pytest.raises(LookupError):
        _ = look.the_row
    assert not look.is_head


def test_a_figure_that_the_index_does_not_know_is_named_by_its_key():
    look = Look(context_of(SOUND, CATALOGUE))
    assert look.name("on_time_rate") == "Hồ sơ xử lý đúng hạn, trước hạn"
    assert look.name("unheard_of") == "unheard_of"
    assert look.indicator("unheard_of") is None


@pytest.mark.parametrize("rule_id", ["P02", "P03", "P08", "D12"])
def test_a_rule_that_forgets_what_it_needs_fails_loudly(rule_id):
    rule = next(
        one
        for one, _ in check(
            context_of(Example({"report.period": ""}), CATALOGUE)
        ).not_judged
        if one.id == rule_id
    )
    context = context_of(Example({"report.period": ""}), CATALOGUE)
    with pytest.raises(LookupError):
        list(rule.check(Look(context)))


# ----------------------------------------------------------- checking after a change

KEYS = (
    "overdue_total", "on_time_rate", "online_pay_rate", "pakn_satisfaction",
    "score_ckmb", "score_tdgq", "score_dvctt", "score_tttt", "score_mdsh",
    "score_mdhl", "score_online22", "score_total", "rank", "ecopy_count",
    "ecopy_cumulative", "pending_total", "pending_on_time", "pending_overdue",
    "overdue_rate", "sync_rate",
)  # fmt: skip
FIELDS = [(key, Part.VALUE) for key in KEYS]
FIELDS += [("on_time_rate", part) for part in (Part.NUMERATOR, Part.DENOMINATOR)]
FIELDS += [("on_time_rate", Part.SCORE), ("rank", Part.OF), (UNIT_NAME, Part.VALUE)]
FIELDS += [(UNIT_CODE, Part.VALUE)]
NUMBERS = st.sampled_from(["0", "1", "2", "8", "17,05", "85,25", "100", "101", "-1"])
ADDRESS = "Phụ lục!D7"


def decimal(text):
    return Decimal(text.replace(",", "."))


values = st.one_of(
    NUMBERS.map(decimal),
    st.just(Blank.MISSING),
    st.just(Unreadable("tám")),
    st.just(Unreadable("2.033", (Decimal(2033), Decimal("2.033")))),
)
figures = st.builds(
    Cell, values, st.sampled_from(["", "-", "8"]), st.sampled_from([None, ADDRESS])
)


@st.composite
def cells(draw, field):
    if field[0] in (UNIT_NAME, UNIT_CODE):
        text = draw(st.sampled_from(["Xã Trường Tây", "Xã B", "H15.120"]))
        return Cell(text, text)
    return draw(figures)


@st.composite
def rows(draw, row_id):
    fields = draw(st.lists(st.sampled_from(FIELDS), min_size=1, unique=True))
    return Row(row_id, {field: draw(cells(field)) for field in fields})


periods = st.sampled_from([Period.month(2024, 9), Period.month(2026, 9)])
moments = st.sampled_from([Moment(date(2024, 9, 9)), Moment(date(2026, 10, 5))])
fact_cells = {PERIOD: periods, AS_OF: moments}


@st.composite
def facts(draw):
    keys = draw(st.lists(st.sampled_from([PERIOD, AS_OF]), unique=True))
    return {key: Cell(draw(fact_cells[key])) for key in keys}


@st.composite
def reports(draw):
    numbers = draw(st.lists(st.integers(1, 12), max_size=4, unique=True))
    units = [draw(rows(str(number))) for number in sorted(numbers)]
    noted = Place(str(draw(st.integers(1, 3))), draw(st.sampled_from(KEYS)))
    note = Note(draw(st.sampled_from(NoteKind)), ADDRESS, "text", noted)
    return Report(
        rows=rows_of(units),
        total=draw(st.none() | rows(TOTAL)),
        facts=draw(facts()),
        layout=draw(st.sampled_from(Layout)),
        columns=KEYS,
        source=draw(st.none() | st.just(Source("a.xlsx", "0" * 64, notes=(note,)))),
    )


@st.composite
def changes(draw, report):
    some = [Place(row, *field) for row in ("1", "2", "3", TOTAL) for field in FIELDS]
    places = [*some, PERIOD_PLACE, AS_OF_PLACE]
    touched = draw(
        st.lists(st.sampled_from(places), min_size=1, max_size=5, unique=True)
    )
    edits = [_edit(draw, report, place) for place in touched]
    return Change("Sửa", tuple(edits), NOW)


def _edit(draw, report, place):
    if draw(st.booleans()):
        return report.edit(place, None)
    if place in (PERIOD_PLACE, AS_OF_PLACE):
        return report.edit(place, Cell(draw(fact_cells[place.indicator])))
    return report.edit(place, draw(cells(place.field)))


AUGUST = {
    "report.period": "tháng 8/2026",
    "1.unit_name": "UBND xã Trường Tây",
    "1.ecopy_cumulative": "2",
    "1.overdue_total": "90",
    "2.unit_name": "xã B",
    "2.ecopy_cumulative": "1",
    "2.online_pay_rate": "50",
    "total.score_total": "60",
}


def context(report, read=None):
    known = context_of(
        Example({}, extra={"codes": ("H53",), "previous": AUGUST}), CATALOGUE
    )
    today = NOW.date()
    return replace(
        known, report=report, as_read=read, today=today, issue_date=date(2026, 10, 7)
    )


@given(st.data())
def test_rechecking_says_what_a_fresh_check_says(data):
    report = data.draw(reports())
    change = data.draw(changes(report))
    before = check(context(report, report))
    after = context(report.apply(change), report)
    assert recheck(before, after, change) == check(after)
    back = context(after.report.apply(change.inverse), report)
    assert recheck(check(after), back, change.inverse) == check(back)
    twice = recheck(recheck(before, after, change), back, change.inverse)
    assert twice == check(back)


@given(st.data())
def test_no_rule_speaks_of_a_unit_that_it_does_not_suspect(data):
    known = context(data.draw(reports()))
    everything = [replace(rule, suspects=None) for rule in FIGURE_RULES]
    told = [_told(one) for one in check(known).findings]
    assert told == [_told(one) for one in running.check(everything, known).findings]


def _told(finding):
    return finding.rule.id, finding.place, finding.message, finding.severity


ADDING_UP = {
    "1.overdue_total": "3",
    "1.unit_name": "Xã A",
    "2.overdue_total": "1",
    "2.unit_name": "Xã B",
    "total.overdue_total": "4",
}


@pytest.mark.parametrize(
    ("cells", "place", "cell", "rule_id"),
    [
        # a unit's figure and the total line that it no longer adds up to
        (ADDING_UP, Place("2", "overdue_total"), Cell(Decimal(2)), "N10"),
        # the only unit is last in rank until a second one makes it one of many
        ({"1.rank": "8/8"}, Place("2", UNIT_NAME), Cell("Xã B", "Xã B"), "N09"),
        # and the other way about, when the second one goes
        ({"1.rank": "8/8", "2.unit_name": "Xã B"}, Place("2", UNIT_NAME), None, "N09"),
        # the total line comes, and its last place with it
        ({"1.rank": "1/8", "2.rank": "8/8"}, Place(TOTAL, "rank"), None, None),
        # the formulas need a period
        (
            {"report.period": "", "1.score_tttt": "1", "1.online_pay_rate": "90"},
            PERIOD_PLACE,
            Cell(Period.month(2026, 9)),
            "N05",
        ),
    ],
)
def test_what_one_cell_changes_elsewhere_is_seen(cells, place, cell, rule_id):
    report = context_of(Example(cells), CATALOGUE).report
    change = Change("Sửa", (report.edit(place, cell),), NOW)
    before, after = check(context(report)), context(report.apply(change))
    checked = recheck(before, after, change)
    assert checked == check(after)
    if rule_id:
        assert (rule_id in ids(checked)) != (rule_id in ids(before))


def test_an_edit_of_one_cell_leaves_the_findings_of_other_rows_as_they_are():
    report = context_of(
        Example({"1.overdue_total": "-1", "2.overdue_total": "-1"}), CATALOGUE
    ).report
    report = replace(report, rows={**report.rows, "3": _wide_row()})
    before = check(context(report))
    place = Place("3", "overdue_total")
    change = Change("Sửa", (report.edit(place, Cell(Decimal(-5))),), NOW)
    after = recheck(before, context(report.apply(change)), change)
    kept = [one for one in after.findings if one.place and one.place.row in "12"]
    assert kept
    assert all(any(one is old for old in before.findings) for one in kept)
    assert place in [one.place for one in after.findings]


def _wide_row():
    return Row("3", {(key, Part.VALUE): Cell(Decimal(1)) for key in KEYS[:4]})


def test_typing_over_a_cell_that_the_file_could_not_give_silences_its_note():
    place = Place("1", "overdue_total")
    row = Row("1", {place.field: Cell(Unreadable("#REF!"), "#REF!", ADDRESS)})
    note = Note(NoteKind.ERROR_CELL, ADDRESS, "#REF!", place)
    report = Report(
        rows=rows_of([row]), source=Source("a.xlsx", "0" * 64, notes=(note,))
    )
    assert "D08" in ids(check(context(report)))
    assert "N23" not in ids(check(context(report)))
    typed = Change("Sửa", (Edit(place, row.cells[place.field], Cell(Decimal(3))),), NOW)
    assert "D08" not in ids(check(context(report.apply(typed))))
