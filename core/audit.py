"""A letter looked over by all rules, with a verdict (kiểm tra công văn).

Bytes of a .docx, ours or typed by anyone, in; findings at its lines out. With the
figures of its period beside it every figure that it states is compared with its cell;
without them the figures it states are judged as a report of their own
(docs/decisions/0009-audit.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from core import reference, rules
from core.catalogue import Catalogue
from core.frozen import replace
from core.letter import docx
from core.office import OfficeProfile
from core.paper import claims
from core.paper.model import Claim, Paper
from core.paper.recognise import recognised
from core.paper.subject import Subject, subject
from core.report import Report
from core.rules.on_letter import stated
from core.rules.registry import Checked, Context, Finding, Rule, Severity

_OF_THE_LETTER = frozenset("FLWPAUI")


class Verdict(Enum):
    """Whether a letter may go out as it is (kết luận)."""

    PASSED = "dat"
    TO_MEND = "can-sua"

    @property
    def words(self) -> str:
        """As people say it."""
        return "đạt" if self is Verdict.PASSED else "cần sửa"


@dataclass(frozen=True, slots=True)
class Audited:
    """What was found in a letter.

    Attributes:
        paper: The letter as read.
        checked: The findings and what could not be judged.
        subject: What it is; of what is no letter about the index not all is judged.
    """

    paper: Paper
    checked: Checked

    subject: Subject = Subject.INDEX

    @property
    def verdict(self) -> Verdict:
        """Đạt where nothing has to be mended before it goes out."""
        if self.subject is Subject.NOTHING:
            return Verdict.TO_MEND
        findings = self.checked.open
        return Verdict.TO_MEND if any(map(_counts, findings)) else Verdict.PASSED


def paper_of(data: bytes, catalogue: Catalogue, name: str = "Tệp công văn") -> Paper:
    """The letter of a .docx with its components and the figures that it states.

    Raises:
        CongVanError: The file is no .docx that can be read; `name` is how it is called.
    """
    return claims.told(recognised(docx.read(data, name)), catalogue)


def looked_over(
    paper: Paper,
    catalogue: Catalogue,
    today: date,
    *,
    profile: OfficeProfile | None = None,
    report: Report | None = None,
    previous: Report | None = None,
) -> Audited:
    """What the rules find in a letter on paper.

    Args:
        paper: The letter, as `paper_of` gives it.
        catalogue: The index.
        today: The day of the check.
        profile: The office that writes, or None.
        report: The figures of its period, or None for those it states itself.
        previous: The previous period's figures, or None.
    """
    context = Context(
        report=paper.stated if report is None else report,
        catalogue=catalogue,
        today=today,
        issue_date=paper.day,
        profile=profile,
        previous=previous,
        paper=paper,
    )
    checked = rules.check(context)
    if report is not None:
        return Audited(paper, checked)
    found = _led_back(checked.findings, paper, catalogue)
    kind = subject(paper, reference.bundled())
    return Audited(paper, _of_its_kind(replace(checked, findings=found), kind), kind)


def _of_its_kind(checked: Checked, kind: Subject) -> Checked:
    """What rules that are asked of such a paper say."""
    families, single = kind.families, kind.rules

    def is_asked(rule: Rule) -> bool:
        return rule.id[0] in families or rule.id in single

    return replace(
        checked,
        findings=tuple(one for one in checked.findings if is_asked(one.rule)),
        not_judged=tuple(one for one in checked.not_judged if is_asked(one[0])),
    )


def _counts(finding: Finding) -> bool:
    """Whether a finding is a reason not to let the letter go (house rule of verdicts)."""
    is_grave = finding.severity in (Severity.ERROR, Severity.WARNING)
    return is_grave and finding.rule.id[0] in _OF_THE_LETTER


def _led_back(
    findings: Sequence[Finding], paper: Paper, catalogue: Catalogue
) -> tuple[Finding, ...]:
    """Findings about figures that the letter states, at the lines that state them.

    Where the letter states a figure twice and not alike, that alone is said (A02).
    """
    doubled = stated.contradicted(paper, catalogue)
    led = []
    for finding in findings:
        if finding.line is not None or finding.place is None:
            led.append(_stated(finding, None))
        elif finding.place not in doubled:
            claim = claims.standing_for(paper, finding.place)
            led.append(_stated(finding, claim))
    return tuple(led)


def _stated(told: Finding, claim: Claim | None) -> Finding:
    """The finding as one about figures that the letter states, at the claim if any."""
    line, span = told.line, told.span
    if claim is not None:
        line, span = claim.line, (claim.start, claim.end)
    # Not by `replace`, which takes several times as long, for each finding of a letter.
    return Finding(
        told.rule,
        told.place,
        told.message,
        told.at,
        told.own_severity,
        line,
        span,
        told.fix,
        told.accepted,
        is_stated=True,
    )
