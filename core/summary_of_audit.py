"""What `audit` prints: a verdict and its findings as JSON, as text, as comments."""

from collections.abc import Iterator
from typing import Any

from core.audit import Audited
from core.letter.docx.commenting import Comment
from core.paper.model import Component, Line, Paper
from core.report import Report
from core.rules.registry import Finding, Severity
from core.summary import finding_as_json, not_judged

_LONGEST = 60


def as_json(audited: Audited, report: Report | None = None) -> dict[str, Any]:
    """The object that `audit --json` prints (docs/architecture.md, command line)."""
    judged = audited.paper.stated if report is None else report
    return {
        "verdict": audited.verdict.value,
        "findings": [
            finding_as_json(judged, one) | {"at": _at(audited.paper, judged, one)}
            for one in audited.checked.findings
        ],
        "not_judged": [rule.id for rule, _ in audited.checked.not_judged],
    }


def _at(paper: Paper, report: Report, finding: Finding) -> str | None:
    """The paragraph (“paragraph 7”), or the place in the file of the figures."""
    if finding.line is not None:
        return f"paragraph {paper.lines[finding.line].number}"
    at: str | None = finding_as_json(report, finding)["at"]
    return at


def as_text(audited: Audited) -> str:
    """The verdict and the findings in Vietnamese, in the order of the letter."""
    checked = audited.checked
    counted = dict.fromkeys(Severity, 0)
    for finding in checked.open:
        counted[finding.severity] += 1
    told = ", ".join(f"{number} {one.words}" for one, number in counted.items())
    about = [audited.subject.value] if audited.subject.value else []
    lines = [
        f"Kết luận: {audited.verdict.words}.",
        *about,
        f"Điểm cần xem: {told}.",
        "",
    ]
    for finding in sorted(checked.open, key=_in_the_letter):
        lines += _finding(audited.paper, finding)
    return "\n".join([*lines, *not_judged(checked)])


def _in_the_letter(finding: Finding) -> tuple[int, int]:
    """Findings of the whole first, then line by line."""
    grave = list(Severity).index(finding.severity)
    return -1 if finding.line is None else finding.line, grave


def _finding(paper: Paper, finding: Finding) -> Iterator[str]:
    word = finding.severity.words.capitalize()
    yield f"- {where(paper, finding)}{word} {finding.rule.id}: {finding.message}"
    yield f"  Việc cần làm: {finding.hint}"
    yield f"  Căn cứ: {finding.rule.basis}"


def where(paper: Paper, finding: Finding) -> str:
    """The paragraph as it begins (“Đoạn 7 (trích yếu), …: ”), empty without a line."""
    if finding.line is None:
        return ""
    line = paper.lines[finding.line]
    return f"Đoạn {line.number} ({line.component.value}), “{_begins(line)}”: "


def _begins(line: Line) -> str:
    text = line.text.strip()
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def comments(audited: Audited) -> Iterator[Comment]:
    """A Word comment for each finding, in the order of the letter.

    What concerns no line stands at the first of the body, else at the first of all.
    """
    lines = audited.paper.lines
    if not lines:
        return
    first = next(iter(_body(audited.paper)), 0)
    for finding in sorted(audited.checked.open, key=_in_the_letter):
        line = lines[first if finding.line is None else finding.line]
        quoted = ""
        if finding.line is not None and finding.span is not None:
            quoted = line.text[slice(*finding.span)]
        yield Comment(line.number, quoted, _said(finding))


def _body(paper: Paper) -> Iterator[int]:
    yield from paper.of(Component.SUBJECT, Component.BODY)


def _said(finding: Finding) -> str:
    word = finding.severity.words.capitalize()
    return (
        f"{word} {finding.rule.id}: {finding.message}\n"
        f"Việc cần làm: {finding.hint}\nCăn cứ: {finding.rule.basis}"
    )
