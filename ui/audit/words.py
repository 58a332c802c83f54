"""Findings of a letter in words: where they are, how they are counted, the verdict."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.audit import Audited, Verdict
from core.catalogue import Catalogue
from core.frozen import replace
from core.paper.model import Line, Paper
from core.paper.subject import Subject
from core.report import Report
from core.rules.registry import Finding, Severity
from core.rules.subjects import AS_IN_A_LETTER, FAMILIES
from ui.findings import words as of_figures
from ui.findings.card import CardWords

WHOLE = "Cả công văn"
_LONGEST = 70  # letters of a line that are quoted


class Family(NamedTuple):
    """How many rules of a family were asked, and how many found nothing.

    Attributes:
        name: What they are about.
        passed: Rules without a finding.
        asked: Rules that could be judged.
        worst: The gravest finding, or None.
    """

    name: str
    passed: int
    asked: int
    worst: Severity | None


def families(audited: Audited) -> Iterator[Family]:
    """The families of which some rule was asked, those about the letter first."""
    from core.rules import families as registered

    checked = audited.checked
    absent = {rule.id for rule, _ in (*checked.not_judged, *checked.switched_off)}
    asked = [rule.id for rule in registered.RULES if rule.id not in absent]
    found: dict[str, list[Severity]] = {}
    for one in checked.open:
        found.setdefault(one.rule.id, []).append(one.severity)
    gravity = list(Severity)
    for letter in AS_IN_A_LETTER:
        members = [one for one in asked if one[0] == letter]
        told = [one for member in members for one in found.get(member, ())]
        if members:
            spoke = sum(one in found for one in members)
            worst = min(told, key=gravity.index, default=None)
            yield Family(FAMILIES[letter], len(members) - spoke, len(members), worst)


def reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """As one reads: of the whole letter, line by line, then of the month's figures."""
    gravity = list(Severity)

    def key(finding: Finding) -> tuple[int, int, int]:
        if finding.line is not None:
            return 1, finding.line, gravity.index(finding.severity)
        is_figure = finding.place is not None or "!" in (finding.at or "")
        return 2 if is_figure else 0, 0, gravity.index(finding.severity)

    return sorted(findings, key=key)


def card(
    paper: Paper, finding: Finding, catalogue: Catalogue, report: Report
) -> CardWords:
    """What the card of a finding says; `report` has the cells that are meant.

    Cells are not in this window: none is offered to go to.
    """
    shown = replace(finding, place=None)
    if finding.line is not None:
        line = paper.lines[finding.line]
        return CardWords(shown, _where(line, finding.span), _short(line))
    if finding.place is None and finding.at is None:
        return CardWords(shown, WHOLE, WHOLE)
    if finding.place is None and "!" not in (finding.at or ""):
        where = (finding.at or WHOLE)[0].upper() + (finding.at or WHOLE)[1:]
        return CardWords(shown, where, where)
    place = of_figures.where(report, catalogue, finding)
    short = of_figures.short_where(report, catalogue, finding)
    return CardWords(shown, f"Số liệu: {place}", short)


def _where(line: Line, span: tuple[int, int] | None) -> str:
    """“Đoạn 7, trích yếu: “V/v công bố …””, of an annex with its number."""
    said = line.text[slice(*span)] if span else line.text
    return f"{_short(line)}, đoạn {line.number}: “{_begins(said)}”"


def _short(line: Line) -> str:
    name = line.component.value
    named = name[0].upper() + name[1:]
    is_of_annex = line.annex > 0 and "phụ lục" not in name
    return f"{named}, phụ lục {line.annex}" if is_of_annex else named


def _begins(said: str) -> str:
    text = " ".join(said.split())
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def told(audited: Audited, counts: dict[Severity, int]) -> str:
    """What the verdict means, and first what the paper is where that is not expected."""
    if audited.subject is Subject.NOTHING:
        return str(audited.subject.value)
    return f"{audited.subject.value} {_told(audited.verdict, counts)}".strip()


def _told(verdict: Verdict, counts: dict[Severity, int]) -> str:
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    if verdict is Verdict.PASSED:
        if errors + warnings:
            return "Công văn không có điểm phải sửa; còn điểm cần xem về số liệu."
        return "Không thấy điểm nào phải sửa trước khi phát hành."
    parts = [f"{errors} lỗi"] if errors else []
    parts += [f"{warnings} cảnh báo"] if warnings else []
    return f"Còn {' và '.join(parts)} cần xem trước khi phát hành."


def asked(rules: int, cells: int) -> str:
    """How much was looked at."""
    return f"Đã kiểm {rules} quy tắc, {cells} số liệu."
