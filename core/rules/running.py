"""Running rules: all of them, or only what a change can have touched."""

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from core.catalogue import Catalogue
from core.report import (
    PERIOD_PLACE,
    REPORT,
    TOTAL,
    UNIT_CODE,
    UNIT_NAME,
    Change,
    Edit,
    Layout,
    Part,
    Place,
    Report,
    Row,
)
from core.rules import accepting
from core.rules.registry import (
    Checked,
    Context,
    Finding,
    Look,
    Need,
    Rule,
    Scope,
    Severity,
)

_Key: TypeAlias = tuple[int, int, int, int, int, str, str, str]
_GRAVEST = tuple(Severity)
_PARTS = tuple(Part)
_FACTS, _FILE, _LAST = -2, -1, 10**9


def check(rules: Sequence[Rule], context: Context) -> Checked:
    """What `rules` say about the report, the gravest first, then in reading order."""
    asked, off = _switched(rules, context)
    judged, absent = _sorted_out(asked, context)
    report = context.report
    run = _Run(context, judged)
    found = [*run.of_rows(report.all_rows), *run.of_report(), *run.of_letter()]
    facts = sum(not key.startswith(accepting.PREFIX) for key in report.facts)
    ordered = sorted(found, key=_order(report, context.catalogue))
    return Checked(
        findings=_marked(report, ordered),
        not_judged=absent,
        rules=len(judged),
        cells=facts + sum(len(row.cells) for row in report.all_rows),
        switched_off=off,
    )


def recheck(
    rules: Sequence[Rule], before: Checked, context: Context, change: Change
) -> Checked:
    """What `check` would say, given what it said before `change` made the report.

    `ROW` rules run only for the rows that the change touched and for the total line,
    `REPORT` rules once more. Apart from the report the context is as it was.
    """
    report = context.report
    if all(accepting.is_acceptance(edit.place) for edit in change.edits):
        return replace(before, findings=_marked(report, before.findings))
    touched = {edit.place.row for edit in change.edits}
    if _is_far_reaching(report, change.edits, touched):
        return check(rules, context)
    touched.add(TOTAL)
    asked, off = _switched(rules, context)
    judged, absent = _sorted_out(asked, context)
    run = _Run(context, judged)
    rows = [row for row_id in touched if (row := report.row(row_id)) is not None]
    order = _order(report, context.catalogue)
    fresh = sorted([*run.of_rows(rows), *run.of_report(), *run.of_letter()], key=order)
    kept = (one for one in before.findings if not _is_stale(one, touched))
    return Checked(
        findings=_marked(report, heapq.merge(kept, fresh, key=order)),
        not_judged=absent,
        rules=len(judged),
        cells=before.cells + sum(_growth(edit) for edit in change.edits),
        switched_off=off,
    )


def _marked(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """`findings`, those that a person accepted with the reason."""
    if not accepting.has_any(report):
        return tuple(
            replace(one, accepted="") if one.accepted else one for one in findings
        )
    told = ((one, accepting.reason(report, one)) for one in findings)
    return tuple(
        one if one.accepted == why else replace(one, accepted=why) for one, why in told
    )


def _switched(
    rules: Sequence[Rule], context: Context
) -> tuple[tuple[Rule, ...], tuple[tuple[Rule, str], ...]]:
    """The rules that the office asks, and those it has switched off with its reasons."""
    off = context.profile.rules_off if context.profile else {}
    return (
        tuple(rule for rule in rules if rule.id not in off),
        tuple((rule, off[rule.id]) for rule in rules if rule.id in off),
    )


def _is_stale(finding: Finding, touched: set[str]) -> bool:
    """Whether a finding of the check before has to be looked for again."""
    if finding.rule.scope is not Scope.ROW or finding.place is None:
        return True
    return finding.place.row in touched


def _is_far_reaching(report: Report, edits: Iterable[Edit], touched: set[str]) -> bool:
    """Whether a change can touch every row: another period, a row come or gone."""
    edits = tuple(edits)
    if any(edit.place == PERIOD_PLACE for edit in edits):
        return True
    for row_id in touched - {REPORT}:
        row = report.row(row_id)
        grown = sum(_growth(edit) for edit in edits if edit.place.row == row_id)
        if row is None or grown >= len(row.cells):
            return True
    return False


def _growth(edit: Edit) -> int:
    """How many cells more there are after an edit: 1, 0 or -1."""
    if accepting.is_acceptance(edit.place):
        return 0
    return (edit.after is not None) - (edit.before is not None)


@dataclass(frozen=True, slots=True)
class _Run:
    """Rules that can be judged, and what they are judged by."""

    context: Context
    rules: tuple[Rule, ...]

    def of_rows(self, rows: Iterable[Row]) -> Iterator[Finding]:
        """What the `ROW` rules find in `rows`."""
        rules = [rule for rule in self.rules if rule.scope is Scope.ROW]
        noted = frozenset(_noted(self.context.report))
        for row in rows:
            look = Look(self.context, row, noted)
            for rule in rules:
                yield from _findings(rule, look)

    def of_report(self) -> Iterator[Finding]:
        """What the `REPORT` rules find."""
        look = Look(self.context, None, frozenset(_noted(self.context.report)))
        for rule in self.rules:
            if rule.scope is Scope.REPORT:
                yield from _findings(rule, look)

    def of_letter(self) -> Iterator[Finding]:
        """What the `LETTER` rules find, where there is a letter."""
        if self.context.paper is None:
            return
        look = Look(self.context)
        for rule in self.rules:
            if rule.scope is Scope.LETTER:
                yield from _findings(rule, look)


def _findings(rule: Rule, look: Look) -> Iterator[Finding]:
    for one in rule.check(look):
        yield Finding(
            rule,
            one.place,
            one.message,
            one.at,
            one.severity,
            one.line,
            one.span,
            one.fix,
        )


def _noted(report: Report) -> Iterator[Place]:
    """The places of which a note of reading speaks, where nothing was typed since."""
    for note in report.source.notes if report.source else ():
        if note.place is not None and report.cell(note.place).at is not None:
            yield note.place


def _sorted_out(
    rules: Sequence[Rule], context: Context
) -> tuple[tuple[Rule, ...], tuple[tuple[Rule, tuple[Need, ...]], ...]]:
    """The rules that can be judged, and those that cannot with what they lack."""
    judged: list[Rule] = []
    absent: list[tuple[Rule, tuple[Need, ...]]] = []
    for rule in rules:
        lacking = tuple(need for need in rule.needs if not context.has(need))
        if lacking:
            absent.append((rule, lacking))
        else:
            judged.append(rule)
    return tuple(judged), tuple(absent)


def _order(report: Report, catalogue: Catalogue) -> Callable[[Finding], _Key]:
    """The key that sorts findings: severity, row, column, part, then the rule."""
    columns = _columns(report, catalogue)

    def key(finding: Finding) -> _Key:
        place = finding.place
        row = _FILE if place is None else _row_order(place)
        column = 0 if place is None else columns.get(place.indicator, len(columns))
        part = 0 if place is None else _PARTS.index(place.part)
        gravity = _GRAVEST.index(finding.severity)
        rule, at = finding.rule.id, finding.at or ""
        line = -1 if finding.line is None else finding.line
        return gravity, line, row, column, part, rule, at, finding.message

    return key


def _row_order(place: Place) -> int:
    """Facts first, then the units (their ids are digits), the total line last."""
    if place.row in (REPORT, TOTAL):
        return _FACTS if place.row == REPORT else _LAST
    return int(place.row)


def _columns(report: Report, catalogue: Catalogue) -> Mapping[str, int]:
    """The place of each indicator in reading order.

    With criteria as rows that is the order of the index, each group before its
    criteria; with units as rows the order of the columns.
    """
    index = (key for group in catalogue.groups for key in (group.key, *group.criteria))
    naming = (UNIT_NAME, UNIT_CODE)
    criteria = report.layout is Layout.CRITERIA
    first = (*naming, *index) if criteria else (*naming, *report.columns)
    keys = dict.fromkeys((*first, *report.columns, *catalogue.indicators))
    return {key: number for number, key in enumerate(keys)}
