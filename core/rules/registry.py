"""What a rule is, how one is declared, and how rules are run (quy tắc).

A rule is a generator declared by the decorator `rule`. It looks at a `Look` and
yields a `Remark` for each thing that does not fit; yielding nothing is health.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TypeAlias

from core.catalogue import Catalogue
from core.office import OfficeProfile
from core.report import Place, Report, Row


class Severity(Enum):
    """How grave a finding is (mức độ): lỗi, cảnh báo or gợi ý."""

    ERROR = "loi"
    WARNING = "canh-bao"
    HINT = "goi-y"


class Scope(Enum):
    """What a rule looks at, and so what is looked at again after a change.

    `ROW` rules are called once for each row (total line included), `REPORT` rules
    once for the whole.
    """

    ROW = "row"
    REPORT = "report"


class Need(Enum):
    """What a rule cannot be judged without."""

    PERIOD = "kỳ báo cáo"
    ISSUE_DATE = "ngày ký công văn"
    PROFILE = "thông tin cơ quan"
    PREVIOUS = "số liệu kỳ trước"


@dataclass(frozen=True, slots=True)
class Context:
    """All that rules may know.

    Attributes:
        report: The figures.
        catalogue: The index.
        today: The day of the check.
        issue_date: The letter's date, or None when it is not set.
        profile: The office, or None.
        previous: The previous period's figures, or None.
    """

    report: Report
    catalogue: Catalogue
    today: date
    issue_date: date | None = None
    profile: OfficeProfile | None = None
    previous: Report | None = None

    def has(self, need: Need) -> bool:
        """Whether that which a rule needs is here."""
        return {
            Need.PERIOD: self.report.period is not None,
            Need.ISSUE_DATE: self.issue_date is not None,
            Need.PROFILE: self.profile is not None,
            Need.PREVIOUS: self.previous is not None,
        }[need]


@dataclass(frozen=True, slots=True)
class Look:
    """What a rule is called with: the context, and the row for a `ROW` rule."""

    context: Context
    row: Row | None = None

    @property
    def report(self) -> Report:
        """The figures."""
        return self.context.report

    @property
    def catalogue(self) -> Catalogue:
        """The index."""
        return self.context.catalogue

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


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says: where, and the sentence with the numbers.

    `at` names the place in the source file where no cell of the report does.
    """

    place: Place | None
    message: str
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A small report on which a rule must, or must not, speak.

    Attributes:
        cells: Typed text by "row.indicator" or "row.indicator.part"
            (`{"1.score_ckmb": "11,85", "total.rank.of": "9"}`); the period and the
            time are "report.period" and "report.as_of".
        issue_date: The letter's date, or None.
        today: The day of the check.
        extra: Anything else the example builder understands ("profile", "notes").
    """

    cells: Mapping[str, str]
    issue_date: date | None = None
    today: date = date(2026, 11, 21)
    extra: Mapping[str, object] = field(default_factory=dict)


Check: TypeAlias = Callable[[Look], Iterable[Remark]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule (quy tắc): what it is called, how grave, what to do, and its check.

    Attributes:
        id: As in docs/linh-vuc.md 7.3 ("N01").
        severity: Lỗi, cảnh báo or gợi ý.
        title: What is wrong, in a few words.
        hint: What the clerk does now.
        basis: The clause, or where the number comes from.
        scope: What it looks at.
        needs: What it cannot be judged without.
        check: The function.
        broken: Examples on which it speaks.
        sound: Examples on which it is silent.
    """

    id: str
    severity: Severity
    title: str
    hint: str
    basis: str
    scope: Scope
    needs: tuple[Need, ...]
    check: Check
    broken: tuple[Example, ...]
    sound: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found (điểm cần xem)."""

    rule: Rule
    place: Place | None
    message: str
    at: str | None = None

    @property
    def severity(self) -> Severity:
        """Of its rule."""
        return self.rule.severity


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check.

    Attributes:
        findings: The gravest first, then in reading order.
        not_judged: Rules whose needs are absent, with the needs.
        rules: How many rules were run.
        cells: How many cells were looked at.
    """

    findings: tuple[Finding, ...] = ()
    not_judged: tuple[tuple[Rule, tuple[Need, ...]], ...] = ()
    rules: int = 0
    cells: int = 0
