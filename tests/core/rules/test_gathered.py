"""What is gathered of a report, and what of it an edit leaves as it is."""

import re
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from core import catalogue as catalogue_module
from core import entry
from core.dossier import Dossier, DossierKind
from core.report import (
    PERIOD_PLACE,
    REPORT,
    TOTAL,
    UNIT_NAME,
    Cell,
    Change,
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
from core.rules import accepting, check, recheck
from core.rules.examples import context_of, report_of
from core.rules.families import RULES
from core.rules.gathered import Column, Columns, Earlier, Gathered
from core.rules.registry import Context, Example, Look

CATALOGUE = catalogue_module.load()
NOW = datetime(2026, 11, 21, 9, 30)  # noqa: DTZ001 - local time, as a Change has it
FIXED = [
    (rule, example)
    for rule in RULES
    for example in rule.broken
    if any(one.fix for one in check(context_of(example, CATALOGUE)).findings)
]


def report(**cells: str) -> Report:
    named = {
        name.replace("_", ".", 1).lstrip("r"): text for name, text in cells.items()
    }
    return report_of(Example(named), CATALOGUE)


def column(*numbers: str) -> Column:
    cells = enumerate((Cell(Decimal(one), one) for one in numbers), start=1)
    return Column({str(row): cell for row, cell in cells})


def test_a_column_has_the_figures_of_the_units_and_none_of_the_total_line():
    columns = Columns.of(report(r1_rank="2", r2_rank="-", total_rank="3").rows.values())
    assert columns.of_key("rank").numbers == {"1": Decimal(2)}
    assert ("rank", Part.VALUE) in columns
    assert ("class", Part.VALUE) not in columns
    assert len(columns) == len(list(columns)) == 1
    assert columns.ids(["rank"]) == {"1", "2"}
    assert columns.ids(["rank"], [Part.OF]) == set()


def test_a_column_changed_for_one_unit_knows_what_it_knew_of_the_others():
    before = column("3", "1", "2")
    assert before.put({"2": None}).numbers == {"1": Decimal(3), "3": Decimal(2)}
    assert before.ordered == [Decimal(1), Decimal(2), Decimal(3)]
    changed = before.put({"1": Cell(Decimal(9)), "4": Cell(Decimal(0))})
    assert changed.ordered == sorted(changed.numbers.values())
    assert changed.put({"2": Cell(Unreadable("?"))}).ordered == [0, 2, 9]
    assert before.numbers["1"] == Decimal(3)


def test_what_was_asked_of_each_cell_is_asked_again_of_the_changed_one_alone():
    asked = []

    def is_two(cell):
        asked.append(cell)
        return cell.raw if cell.raw == "2" else None

    before = column("3", "1", "2")
    assert before.found(is_two, re.compile("7")) == {}
    assert asked == []
    assert column("3", "2").found(is_two, re.compile("2")) == {"2": "2"}
    asked.clear()
    assert before.put({"1": Cell(Decimal(2), "2")}).found(is_two) == {"1": "2"}
    assert len(asked) == 1


def test_figures_are_beyond_a_limit_only_past_it():
    some = column("1", "5", "9")
    assert some.beyond(Decimal(1), Decimal(9)) == []
    assert some.beyond(Decimal(2), Decimal(9)) == ["1"]
    assert some.beyond(Decimal(2), Decimal(8)) == ["1", "3"]
    assert some.beyond(Decimal(2), None) == ["1"]
    assert some.ordered
    assert some.beyond(Decimal(1), Decimal(8)) == ["3"]
    assert Column({}).beyond(Decimal(1), None) == []
    empty = Column({})
    assert empty.ordered == []
    assert empty.beyond(Decimal(1), None) == []


def test_an_edit_of_a_fact_or_of_the_total_line_leaves_the_columns():
    some = report(r1_rank="2", total_rank="3")
    edits = [
        some.edit(place, Cell("x", "x"))
        for place in (PERIOD_PLACE, Place(TOTAL, "rank"))
    ]
    gathered = Gathered.of(some, None)
    after = gathered.after(Change("Sửa", tuple(edits), NOW))
    assert dict(after.columns) == dict(gathered.columns)
    gone = Change("Sửa", (some.edit(Place("1", "rank"), None),), NOW)
    assert len(gathered.after(gone).columns) == 0


def test_edits_that_no_rule_looked_at_are_all_in_the_column_once_one_does():
    some = report(r1_rank="2", r2_rank="3")
    gathered = Gathered.of(some, None)
    for number in range(4, 4 + 70):  # more than wait
        edit = some.edit(Place("1", "rank"), Cell(Decimal(number), f"{number}"))
        gathered = gathered.after(Change("Sửa", (edit,), NOW))
    edit = some.edit(Place("2", "rank"), Cell(Decimal(5), "5"))
    gathered = gathered.after(Change("Sửa", (edit,), NOW))
    assert gathered.columns.ids(["rank"]) == {"1", "2"}
    numbers = gathered.columns.of_key("rank").numbers
    assert numbers == {"1": Decimal(73), "2": Decimal(5)}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Xã Thanh Phước", "1"),
        ("UBND xã Thanh Phước", "1"),
        ("UBND xã Thạnh Phước", "2"),
        ("xã Thành Phước", None),  # like both without their marks
        ("Xã Bàu Đồn", "3"),
        ("xa Bau Don", "3"),
        ("Xã Khác", None),
        ("", None),
    ],
)
def test_a_unit_is_found_in_the_period_before_by_its_name(name, found):
    names = "Xã Thanh Phước", "Xã Thạnh Phước", "Xã Bàu Đồn"
    rows = [
        Row(str(n), {(UNIT_NAME, Part.VALUE): Cell(one)})
        for n, one in enumerate(names, start=1)
    ]
    row = Row("9", {(UNIT_NAME, Part.VALUE): Cell(name)})
    before = Earlier(Report(rows=rows_of(rows))).row(row, Report(rows=rows_of([row])))
    assert (before and before.id) == found


def test_the_only_unit_and_the_total_line_need_no_name():
    now, before = report(r1_rank="2"), report(r1_rank="1")
    assert Earlier(before).row(now.rows["1"], now) is before.rows["1"]
    totals = report(total_rank="2"), report(r1_rank="1", r2_rank="2", total_rank="1")
    assert totals[0].total is not None
    assert Earlier(totals[1]).row(totals[0].total, totals[0]) is totals[1].total
    assert Earlier(None).row(now.rows["1"], now) is None


def test_a_note_speaks_again_once_what_was_typed_over_it_is_undone():
    place = Place("1", "overdue_total")
    cell = Cell(Unreadable("#REF!"), "#REF!", "Phụ lục!D7")
    note = Note(NoteKind.ERROR_CELL, "Phụ lục!D7", "#REF!", place)
    rows = [Row("1", {place.field: cell, ("rank", Part.VALUE): Cell(Decimal(1))})]
    some = Report(rows=rows_of(rows), source=Source("a.xlsx", "0", notes=(note,)))
    known = Context(some, CATALOGUE, date(2026, 11, 21))
    typed = Change("Sửa", (some.edit(place, Cell(Unreadable("tám"), "tám")),), NOW)
    then = Context(some.apply(typed), CATALOGUE, date(2026, 11, 21))
    once = recheck(check(known), then, typed)
    assert {"N23"} <= {one.rule.id for one in once.findings}
    back = recheck(once, known, typed.inverse)
    assert back == check(known)
    assert "D08" in {one.rule.id for one in back.findings}


def test_lists_that_a_newer_file_brings_are_looked_at():
    known = context_of(Example({"1.overdue_total": "1"}), CATALOGUE)
    some = known.report
    late = Dossier(DossierKind.OVERDUE, code="1", at="Quá hạn!B4")
    lists = replace(some.reading, dossiers=(late, replace(late, at="Quá hạn!B5")))
    edit = some.edit(Place("1", "rank"), Cell(Decimal(1), "1", "Phụ lục!D7"))
    change = Change("Mở tệp mới", (edit,), NOW, (some.reading, lists))
    after = replace(known, report=some.apply(change))
    checked = recheck(check(known), after, change)
    assert checked == check(after)
    assert {"O01", "O02"} <= {one.rule.id for one in checked.findings}


def test_an_acceptance_made_with_an_edit_is_no_figure_more():
    known = context_of(Example({"1.overdue_total": "-1"}), CATALOGUE)
    before, some = check(known), known.report
    accepted = Place(REPORT, f"{accepting.PREFIX}N02:0")
    edits = (
        some.edit(accepted, Cell("đúng", "đúng")),
        some.edit(Place("1", "on_time_rate"), Cell(Decimal(100), "100")),
    )
    change = Change("Sửa", edits, NOW)
    after = Context(some.apply(change), CATALOGUE, known.today)
    assert recheck(before, after, change) == check(after)


@pytest.mark.parametrize(("rule", "example"), FIXED)
def test_what_is_offered_as_a_fix_silences_the_rule_there(rule, example):
    known = context_of(example, CATALOGUE)
    for finding in check(known).findings:
        if finding.rule is rule and finding.fix is not None:
            assert finding.fix.label
            change = entry.change(known.report, CATALOGUE, finding.fix.typed, NOW)
            assert change is not None
            after = context_of(example, CATALOGUE)
            mended = Context(
                after.report.apply(change), CATALOGUE, after.today, after.issue_date
            )
            left = [(one.rule.id, one.place) for one in check(mended).findings]
            assert (rule.id, finding.place) not in left


def test_fixes_are_offered_for_days_and_figures_with_one_reading_that_can_be():
    assert {rule.id for rule, _ in FIXED} >= {"P03", "N04"}
    unsure = Unreadable("2.033", (Decimal(2033), Decimal("2.033")))
    row = Row("1", {("unheard_of", Part.VALUE): Cell(unsure, "2.033")})
    some = Report(rows=rows_of([row]))
    (found,) = [
        one
        for one in check(Context(some, CATALOGUE, date(2026, 11, 21))).findings
        if one.rule.id == "N04"
    ]
    assert found.fix is None
    both = check(context_of(Example({"1.average_days": "2.033"}), CATALOGUE)).findings
    assert [one.fix for one in both if one.rule.id == "N04"] == [None]


def test_a_rule_about_figures_has_no_letter():
    with pytest.raises(LookupError):
        _ = Look(Context(Report(), CATALOGUE, date(2026, 11, 21))).the_paper
