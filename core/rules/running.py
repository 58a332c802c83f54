"""Running rules: all of them, or only what a change can have touched."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from core import reference
from core.catalogue import Catalogue
from core.frozen import replace
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
from core.rules.gathered import Gathered
from core.rules.registry import (
    Checked,
    Context,
    Finding,
    Kept,
    Look,
    Need,
    Rule,
    Scope,
    Severity,
    SortKey,
)

_GRAVEST = tuple(Severity)
_PARTS = tuple(Part)
_FACTS, _FILE, _LAST = -2, -1, 10**9


def check(rules: Sequence[Rule], context: Context) -> Checked:
    """What `rules` say about the report, the gravest first, then in reading order."""
    context = replace(context, reference=context.reference or reference.bundled())
    asked, off = _switched(rules, context)
    judged, absent = _sorted_out(asked, context)
    report = context.report
    kept = Kept(
        gathered=Gathered.of(report, context.previous),
        noted=frozenset(_noted(report)),
        order=_order(report, context.catalogue),
        reference=context.reference,
        judged=judged,
        rows=[],
    )
    run = _Run(context, judged, kept)
    kept.rows.extend(_keyed(run.of_all_rows(), kept))
    facts = sum(not key.startswith(accepting.PREFIX) for key in report.facts)
    return Checked(
        findings=run.findings(),
        not_judged=absent,
        rules=len(judged),
        cells=facts + sum(len(row.cells) for row in report.all_rows),
        switched_off=off,
        kept=kept,
    )


def recheck(
    rules: Sequence[Rule], before: Checked, context: Context, change: Change
) -> Checked:
    """What `check` would say, given what it said before `change` made the report.

    `ROW` rules run only for the rows that the change touched and for the total line,
    `REPORT` rules once more. Apart from the report the context is as it was.
    """
    report, kept = context.report, before.kept
    if all(accepting.is_acceptance(edit.place) for edit in change.edits):
        return replace(before, findings=_marked(report, before.findings))
    touched = {edit.place.row for edit in change.edits}
    if not isinstance(kept, Kept) or _is_far_reaching(report, change, touched):
        return check(rules, context)
    touched.add(TOTAL)
    context = replace(context, reference=context.reference or kept.reference)
    now = _kept_after(kept, report, change, touched)
    run = _Run(context, now.judged, now)
    rows = [row for row_id in touched if (row := report.row(row_id)) is not None]
    for one in _keyed(run.of_rows(rows), now):
        insort(now.rows, one, key=_first)
    cells = before.cells + sum(_growth(edit) for edit in change.edits)
    return replace(before, findings=run.findings(), cells=cells, kept=now)


def _kept_after(kept: Kept, report: Report, change: Change, touched: set[str]) -> Kept:
    """What holds after `change`: without what `ROW` rules said of the touched rows."""
    return Kept(
        gathered=kept.gathered.after(change),
        noted=_noted_after(kept.noted, report, {edit.place for edit in change.edits}),
        order=kept.order,
        reference=kept.reference,
        judged=kept.judged,
        rows=_without(kept.rows, touched),
    )


def _without(
    rows: list[tuple[SortKey, Finding]], touched: set[str]
) -> list[tuple[SortKey, Finding]]:
    """A copy of what was found in rows, without what was found in those touched.

    What was found in one row stands together for each severity.
    """
    rows = rows.copy()
    for row_id in touched - {REPORT}:
        number = _row_order(row_id)
        for gravity in range(len(_GRAVEST)):
            least, next_one = (gravity, -1, number), (gravity, -1, number + 1)
            begin = bisect_left(rows, least, key=_row_of)
            del rows[begin : bisect_left(rows, next_one, begin, key=_row_of)]
    return rows


def _noted_after(
    noted: frozenset[Place], report: Report, edited: set[Place]
) -> frozenset[Place]:
    """The places that notes speak of once others are `edited`."""
    notes = report.source.notes if report.source else ()
    spoken = [note.place for note in notes if note.place in edited]
    if not spoken:
        return noted
    return noted - edited | {one for one in _noted(report) if one in edited}


def _first(one: tuple[SortKey, Finding]) -> SortKey:
    return one[0]


def _row_of(one: tuple[SortKey, Finding]) -> tuple[int, int, int]:
    return one[0][:3]


def _keyed(findings: Iterable[Finding], kept: Kept) -> list[tuple[SortKey, Finding]]:
    """Findings behind what sorts them, sorted."""
    return sorted(((kept.order(one), one) for one in findings), key=_first)


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
    if not off:
        return tuple(rules), ()
    return (
        tuple(rule for rule in rules if rule.id not in off),
        tuple((rule, off[rule.id]) for rule in rules if rule.id in off),
    )


def _is_far_reaching(report: Report, change: Change, touched: set[str]) -> bool:
    """Whether a change can touch all: another file or period, a row come or gone."""
    edits = change.edits
    if change.readings is not None or any(one.place == PERIOD_PLACE for one in edits):
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
    kept: Kept

    def findings(self) -> tuple[Finding, ...]:
        """What was found in rows with what the other rules find now, sorted."""
        others = _keyed(chain(self.of_report(), self.of_letter()), self.kept)
        both = sorted(self.kept.rows + others, key=_first) if others else self.kept.rows
        found = tuple([finding for _, finding in both])
        report = self.context.report
        return _marked(report, found) if accepting.has_any(report) else found

    def of_rows(self, rows: Iterable[Row]) -> Iterator[Finding]:
        """What the `ROW` rules find in `rows`."""
        rules = [rule for rule in self.rules if rule.scope is Scope.ROW]
        for row in rows:
            look = self._look(row)
            for rule in rules:
                yield from _findings(rule, look)

    def of_all_rows(self) -> Iterator[Finding]:
        """What the `ROW` rules find in units that they suspect, and in the total line."""
        report, whole = self.context.report, self._look()
        looks: dict[str, Look] = {}
        for rule in self.rules:
            if rule.scope is not Scope.ROW:
                continue
            suspects = report.rows if rule.suspects is None else rule.suspects(whole)
            for row_id in suspects:
                if row_id not in looks:
                    looks[row_id] = self._look(report.rows[row_id])
                yield from _findings(rule, looks[row_id])
        if report.total is not None:
            yield from self.of_rows((report.total,))

    def _look(self, row: Row | None = None) -> Look:
        return Look(self.context, row, self.kept.noted, self.kept.gathered)

    def of_report(self) -> Iterator[Finding]:
        """What the `REPORT` rules find."""
        look = self._look()
        for rule in self.rules:
            if rule.scope is Scope.REPORT:
                yield from _findings(rule, look)

    def of_letter(self) -> Iterator[Finding]:
        """What the `LETTER` rules find, where there is a letter."""
        if self.context.paper is None:
            return
        look = self._look()
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
    there = {need for need in Need if context.has(need)}
    judged: list[Rule] = []
    absent: list[tuple[Rule, tuple[Need, ...]]] = []
    for rule in rules:
        if there.issuperset(rule.needs):
            judged.append(rule)
        else:
            lacking = tuple([need for need in rule.needs if need not in there])
            absent.append((rule, lacking))
    return tuple(judged), tuple(absent)


def _order(report: Report, catalogue: Catalogue) -> Callable[[Finding], SortKey]:
    """The key that sorts findings: severity, row, column, part, then the rule."""
    columns = _columns(report, catalogue)

    def key(finding: Finding) -> SortKey:
        place = finding.place
        row = _FILE if place is None else _row_order(place.row)
        column = 0 if place is None else columns.get(place.indicator, len(columns))
        part = 0 if place is None else _PARTS.index(place.part)
        gravity = _GRAVEST.index(finding.severity)
        rule, at = finding.rule.id, finding.at or ""
        line = -1 if finding.line is None else finding.line
        return gravity, line, row, column, part, rule, at, finding.message

    return key


def _row_order(row_id: str) -> int:
    """Facts first, then the units (their ids are digits), the total line last."""
    if row_id in (REPORT, TOTAL):
        return _FACTS if row_id == REPORT else _LAST
    return int(row_id)


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
