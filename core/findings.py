"""What rules find (điểm cần xem): values that a table is shown with.

How rules are run is `core.rules`; that loads laws, words and letters, which who only
shows findings does without.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum

from core.frozen import field, frozen
from core.report import Place


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


class Need(Enum):
    """What a rule cannot be judged without."""

    PERIOD = "kỳ báo cáo"
    ISSUE_DATE = "ngày ký công văn"
    PROFILE = "thông tin cơ quan"
    PREVIOUS = "số liệu kỳ trước"
    LETTER = "công văn"
    LAYOUT = "công văn đã trình bày (tệp Word)"
    FIGURES = "bảng số liệu của kỳ"
    TARGETS = "chỉ tiêu được giao của năm"
    DOSSIERS = "danh sách hồ sơ"
    REASONS = "cột lý do trong danh sách hồ sơ"
    NEW_DATES = "cột ngày hẹn trả mới trong danh sách hồ sơ"
    SLIP_DATES = "cột ngày văn bản xin lỗi trong danh sách hồ sơ"
    POSTPONED = "cột số lần hẹn lại trong danh sách hồ sơ"
    AS_READ = "số liệu như trong tệp"
    FORMULAS = "công thức còn hiệu lực cho kỳ này"


@frozen
class Fix:
    """What mends a finding in one undoable step, offered only where it is certain.

    Attributes:
        label: What the button says: "Đổi thành 06/12/2024".
        typed: What would be typed, by cell; empty text clears the cell.
    """

    label: str
    typed: tuple[tuple[Place, str], ...]


@frozen
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


@frozen
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
            components), "tracked" and "comments" (of the letter's file).
        letter: Texts by component ("subject", "body", …) that take the place of those
            of a sound letter (`core.rules.letter_examples`); None for no letter.
    """

    cells: Mapping[str, str]
    issue_date: date | None = None
    today: date = date(2026, 11, 21)
    extra: Mapping[str, object] = field(default_factory=dict)
    letter: Mapping[str, str] | None = None


@frozen
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
        hint_in_letter: What to do where the figures are those that a letter states
            itself, so that there is no table to mend; empty where `hint` says it.
    """

    id: str
    severity: Severity
    title: str
    when: str
    hint: str
    basis: str
    scope: Scope
    needs: tuple[Need, ...]
    check: Callable[..., Iterable[Remark]]
    broken: tuple[Example, ...]
    sound: tuple[Example, ...]
    suspects: Callable[..., Iterable[str]] | None = None
    hint_in_letter: str = ""


@frozen
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
        is_stated: It is about figures that a letter states itself, without a table.
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
    is_stated: bool = False

    @property
    def hint(self) -> str:
        """What to do now, in the table or, where there is none, in the letter."""
        return (self.is_stated and self.rule.hint_in_letter) or self.rule.hint

    @property
    def severity(self) -> Severity:
        """How grave it is: its own severity, else its rule's."""
        return self.own_severity or self.rule.severity


@frozen
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
    kept: object = field(default=None, compare=False, repr=False)

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody accepted."""
        return tuple(one for one in self.findings if not one.accepted)
