"""What a rule is, how one is declared, and how rules are run (quy tắc).

A rule is a generator declared by the decorator `rule`. It looks at a `Look` and
yields a `Remark` for each thing that does not fit; yielding nothing is health.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TypeAlias

from core import reference
from core.catalogue import Catalogue, Indicator
from core.paper.model import Paper
from core.period import Period
from core.reference import Reference
from core.report import Place, Report, Row
from core.rules import context
from core.rules.gathered import Columns, Dossiers, Gathered


class Severity(Enum):
    """How grave a finding is (mức độ): lỗi, cảnh báo or gợi ý."""

    ERROR = "loi"
    WARNING = "canh-bao"
    HINT = "goi-y"

    @property
    def words(self) -> str:
        """As people say it, in small letters."""
        return {"loi": "lỗi", "canh-bao": "cảnh báo", "goi-y": "gợi ý"}[self.value]


class Scope(Enum):
    """What a rule looks at, and so what is looked at again after a change.

    `ROW` rules are called once for each row (total line included) and speak only of
    cells of that row; they may ask for the period and which row is the head. A `ROW`
    rule may compare the total line with all units: it is looked at again after a
    change in any row. `REPORT` rules are called once for the whole, after each change.
    `LETTER` rules are called once where there is a letter on paper, and speak of its
    lines (docs/decisions/0009-audit.md).
    """

    ROW = "row"
    REPORT = "report"
    LETTER = "letter"


# What rules may know has a module of its own; here it is asked for.
Need = context.Need
Context = context.Context


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


@dataclass(frozen=True, slots=True)
class Fix:
    """What mends a finding in one undoable step, offered only where it is certain.

    Attributes:
        label: What the button says: "Đổi thành 06/12/2024".
        typed: What would be typed, by cell; empty text clears the cell.
    """

    label: str
    typed: tuple[tuple[Place, str], ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says: where, and the sentence with the numbers.

    Attributes:
        place: The cell it concerns, or None.
        message: What is wrong, with the numbers.
        at: The place in the source file where no cell of the report is one.
        severity: Where it differs from the rule's own.
        line: Index of the line of the letter, or None where none is meant.
        span: From where to where in that line; None for all of it.
        fix: What would mend it, where that is certain.
    """

    place: Place | None
    message: str
    at: str | None = None
    severity: Severity | None = None
    line: int | None = None
    span: tuple[int, int] | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A small report on which a rule must, or must not, speak.

    Attributes:
        cells: Typed text by "row.indicator" or "row.indicator.part"
            (`{"1.score_ckmb": "11,85", "total.rank.of": "9"}`); the period and the
            time are "report.period" and "report.as_of", sound ones unless given.
        issue_date: The letter's date, or None.
        today: The day of the check.
        extra: What else `core.rules.examples` understands: "codes" (those of the
            office's profile), "notes", "at" (the file's address of each cell), "also"
            (further rules that speak, and rightly), "catalogue_ends", "profile" (values
            of the office by attribute), "previous" (cells of the period before, in the
            same way), "as_read" (cells as the file has them), "dossiers", "setups"
            (pages of the letter), "looks" (of the sound letter laid out, but for these
            components).
        letter: Texts by component ("subject", "body", …) that take the place of those
            of a sound letter (`core.rules.letter_examples`); None for no letter.
    """

    cells: Mapping[str, str]
    issue_date: date | None = None
    today: date = date(2026, 11, 21)
    extra: Mapping[str, object] = field(default_factory=dict)
    letter: Mapping[str, str] | None = None


Check: TypeAlias = Callable[[Look], Iterable[Remark]]

Suspects: TypeAlias = Callable[[Look], Iterable[str]]

SortKey: TypeAlias = tuple[int, int, int, int, int, str, str, str]
"""What findings are sorted by: gravity, line, row, column, part, rule, place, text."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule (quy tắc): what it is called, how grave, what to do, and its check.

    Attributes:
        id: As in docs/linh-vuc.md 7.3 ("N01").
        severity: Lỗi, cảnh báo or gợi ý.
        title: What is wrong, in a few words.
        when: When it speaks, in a sentence for docs/quy-tac.md.
        hint: What the clerk does now.
        basis: The clause, or where the number comes from.
        scope: What it looks at.
        needs: What it cannot be judged without.
        check: The function.
        broken: Examples on which it speaks.
        sound: Examples on which it is silent.
        suspects: Ids of the units that a `ROW` rule may speak of, found by column, so
            that it is not called for thousands of others; None for all of them.
    """

    id: str
    severity: Severity
    title: str
    when: str
    hint: str
    basis: str
    scope: Scope
    needs: tuple[Need, ...]
    check: Check
    broken: tuple[Example, ...]
    sound: tuple[Example, ...]
    suspects: Suspects | None = None


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
        )

    return declared


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found (điểm cần xem).

    Attributes:
        rule: The rule.
        place: The cell to look at, or None where no cell of the report is meant.
        message: What is wrong, with the numbers.
        at: Where in the source file, where `place` does not say it.
        own_severity: Where it differs from the rule's.
        line: Index of the line of the letter it speaks of, or None.
        span: From where to where in that line; None for all of it.
        fix: What would mend it, where that is certain.
        accepted: Why a person accepted it; empty where nobody did.
    """

    rule: Rule
    place: Place | None
    message: str
    at: str | None = None
    own_severity: Severity | None = None
    line: int | None = None
    span: tuple[int, int] | None = None
    fix: Fix | None = None
    accepted: str = ""

    @property
    def severity(self) -> Severity:
        """How grave it is: its own severity, else its rule's."""
        return self.own_severity or self.rule.severity


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


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check.

    Attributes:
        findings: The gravest first, then in reading order; those accepted among them.
        not_judged: Rules whose needs are absent, with the needs.
        rules: How many rules were run.
        cells: How many cells were looked at.
        switched_off: Rules that the office has switched off, with its reasons.
        kept: What the next check may begin with; no part of the outcome.
    """

    findings: tuple[Finding, ...] = ()
    not_judged: tuple[tuple[Rule, tuple[Need, ...]], ...] = ()
    rules: int = 0
    cells: int = 0
    switched_off: tuple[tuple[Rule, str], ...] = ()
    kept: Kept | None = field(default=None, compare=False, repr=False)

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody accepted."""
        return tuple(one for one in self.findings if not one.accepted)
