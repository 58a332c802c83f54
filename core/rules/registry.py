"""What a rule is, how one is declared, and how rules are run (quy tắc).

A rule is a generator declared by the decorator `rule`. It looks at a `Look` and
yields a `Remark` for each thing that does not fit; yielding nothing is health.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core import findings, reference
from core.catalogue import Catalogue, Indicator
from core.paper.model import Paper
from core.period import Period
from core.reference import Reference
from core.report import Place, Report, Row
from core.rules import context
from core.rules.gathered import Columns, Dossiers, Gathered

# What rules may know and what they find have modules of their own; here they are asked
# for.
Context = context.Context
Need = findings.Need
Severity = findings.Severity
Scope = findings.Scope
Fix = findings.Fix
Remark = findings.Remark
Example = findings.Example
Rule = findings.Rule
Finding = findings.Finding
Checked = findings.Checked


@dataclass(frozen=True, slots=True)
class Look:
    """What a rule is called with: the context, and the row for a `ROW` rule.

    Attributes:
        context: All that rules may know.
        row: The row, or None for a `REPORT` rule.
        noted: Places of which a note of reading speaks (families D), as long as the
            cell is as the file has it: other rules leave them alone.
        gathered: What was gathered of the report for rules about all rows; None where
            that is still to be done.
    """

    context: Context
    row: Row | None = None
    noted: frozenset[Place] = frozenset()
    gathered: Gathered | None = None

    @property
    def report(self) -> Report:
        """The figures."""
        return self.context.report

    @property
    def catalogue(self) -> Catalogue:
        """The index."""
        return self.context.catalogue

    @property
    def reference(self) -> Reference:
        """Words and laws to compare with."""
        return self.context.reference or reference.bundled()

    @property
    def columns(self) -> Columns:
        """The figures of the units column by column; the total line is in none."""
        return self._gathered.columns

    def before(self, row: Row) -> Row | None:
        """The same unit's row in the previous period, or None."""
        return self._gathered.earlier.row(row, self.report)

    @property
    def dossiers(self) -> Dossiers:
        """The dossiers that lists name."""
        return self._gathered.dossiers

    @property
    def _gathered(self) -> Gathered:
        report, previous = self.context.report, self.context.previous
        return self.gathered or Gathered.of(report, previous)

    @property
    def the_row(self) -> Row:
        """The row of a `ROW` rule.

        Raises:
            LookupError: The rule is no `ROW` rule (a programmer's mistake).
        """
        if self.row is None:
            message = "only a ROW rule has a row"
            raise LookupError(message)
        return self.row

    @property
    def the_period(self) -> Period:
        """The period, for a rule that has `Need.PERIOD`.

        Raises:
            LookupError: The rule does not say that it needs it (a programmer's mistake).
        """
        period = self.report.period
        if period is None:
            message = "the rule must name Need.PERIOD"
            raise LookupError(message)
        return period

    @property
    def the_issue_date(self) -> date:
        """The letter's date, for a rule that has `Need.ISSUE_DATE`.

        Raises:
            LookupError: The rule does not say that it needs it (a programmer's mistake).
        """
        if self.context.issue_date is None:
            message = "the rule must name Need.ISSUE_DATE"
            raise LookupError(message)
        return self.context.issue_date

    @property
    def the_paper(self) -> Paper:
        """The letter, for a rule that has `Need.LETTER`.

        Raises:
            LookupError: The rule does not say that it needs it (a programmer's mistake).
        """
        if self.context.paper is None:
            message = "the rule must name Need.LETTER"
            raise LookupError(message)
        return self.context.paper

    @property
    def is_head(self) -> bool:
        """Whether the row speaks for the office."""
        return self.row is not None and self.row is self.report.head

    def indicator(self, key: str) -> Indicator | None:
        """The indicator of that key, or None."""
        return self.catalogue.indicators.get(key)

    def name(self, key: str) -> str:
        """The indicator's Vietnamese name; the key where the index has none."""
        found = self.indicator(key)
        return key if found is None else found.name


Check: TypeAlias = Callable[[Look], Iterable[Remark]]

Suspects: TypeAlias = Callable[[Look], Iterable[str]]

SortKey: TypeAlias = tuple[int, int, int, int, int, str, str, str]
"""What findings are sorted by: gravity, line, row, column, part, rule, place, text."""


def rule(  # noqa: PLR0913 - what a rule is, by name, in one place
    rule_id: str,
    severity: Severity,
    *,
    title: str,
    when: str,
    hint: str,
    basis: str,
    scope: Scope,
    broken: tuple[Example, ...],
    sound: tuple[Example, ...],
    needs: tuple[Need, ...] = (),
    suspects: Suspects | None = None,
    hint_in_letter: str = "",
) -> Callable[[Check], Rule]:
    """A decorator that makes the rule `rule_id` of a check function.

    Each family's module lists its rules in a tuple and `core.rules` joins them, so
    that importing a module changes nothing elsewhere.
    """

    def declared(check: Check) -> Rule:
        return Rule(
            id=rule_id,
            severity=severity,
            title=title,
            when=when,
            hint=hint,
            basis=basis,
            scope=scope,
            needs=needs,
            check=check,
            broken=broken,
            sound=sound,
            suspects=suspects,
            hint_in_letter=hint_in_letter,
        )

    return declared


@dataclass(frozen=True, slots=True)
class Kept:
    """What a check leaves for the next one, so that an edit costs little.

    Attributes:
        gathered: The report column by column.
        noted: The places of which a note of reading speaks.
        order: What sorts findings.
        reference: Words, laws and limits that were compared with.
        judged: The rules that could be judged; an edit that changes which is no small one.
        rows: What `ROW` rules found, sorted, each behind its key; by nobody accepted.
    """

    gathered: Gathered
    noted: frozenset[Place]
    order: Callable[[Finding], SortKey]
    reference: Reference | None
    judged: tuple[Rule, ...]
    rows: list[tuple[SortKey, Finding]]
