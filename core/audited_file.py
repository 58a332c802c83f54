"""A letter's file looked over in the process that reads files, and what comes back.

A rule is code, which is not sent: findings go by their rules' ids and become findings
again where they are shown.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from core import audit as auditing
from core.audit import Audited
from core.catalogue import Catalogue
from core.frozen import replace
from core.long_paths import extended
from core.office import OfficeProfile
from core.paper.model import Paper
from core.paper.subject import Subject
from core.report import Report
from core.rules.registry import Checked, Finding, Need

LIMIT_MB = 50
"""The largest file that is taken for a letter."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Against:
    """What a letter is compared with.

    Attributes:
        report: The figures of a month.
        profile: The office of the month.
        previous: The figures of the month before.
        only_of_its_period: Compare only where the letter speaks of that very period.
    """

    report: Report
    profile: OfficeProfile | None = None
    previous: Report | None = None
    only_of_its_period: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """What is found in a file, without code.

    Attributes:
        data: The file's bytes.
        changed: When the file was changed last, as `changed_at`.
        paper: The letter.
        is_compared: It was compared with the figures of a month.
        findings: By the names of `Finding`, the rule by its id.
        not_judged: Ids of rules and what they lack.
        switched_off: Ids of rules and the office's reasons.
        checked: The rest.
        subject: What the paper is.
    """

    data: bytes
    changed: float | None
    paper: Paper
    is_compared: bool
    findings: tuple[Mapping[str, Any], ...]
    not_judged: tuple[tuple[str, tuple[Need, ...]], ...]
    switched_off: tuple[tuple[str, str], ...]
    checked: Checked
    subject: Subject = Subject.INDEX


@dataclass(frozen=True, slots=True)
class AuditedFile:
    """What was found in a file.

    Attributes:
        path: The file.
        data: Its bytes as they were looked at.
        changed: When it was changed last, as `changed_at`.
        audited: The letter, the findings, the verdict.
        is_compared: It was compared with the figures of a month.
    """

    path: Path
    data: bytes
    changed: float | None
    audited: Audited
    is_compared: bool


def looked_over(
    path: Path,
    catalogue: Catalogue,
    *,
    today: date,
    against: Against | None = None,
    progress: Progress | None = None,
) -> Sent:
    """What the rules find in the letter of a file, ready to be sent.

    Raises:
        CongVanError: The file cannot be read, or is no letter.
    """
    tell = progress or (lambda _done, _total: None)
    changed, data = changed_at(path), _bytes(path)
    tell(1, 3)
    paper = auditing.paper_of(data, catalogue, path.name)
    tell(2, 3)
    beside = against if against is not None and _is_meant(against, paper) else None
    audited = auditing.looked_over(
        paper,
        catalogue,
        today,
        profile=beside.profile if beside else None,
        report=beside.report if beside else None,
        previous=beside.previous if beside else None,
    )
    sent = _sent(data, audited, is_compared=beside is not None)
    return replace(sent, changed=changed)


def changed_at(path: Path) -> float | None:
    """When a file was changed last, in seconds; None where that is not known."""
    try:
        return extended(path).stat().st_mtime
    except (OSError, ValueError):
        return None


def _is_meant(against: Against, paper: Paper) -> bool:
    """Whether the letter is to be compared with those figures."""
    period = against.report.period
    same = period is not None and period == paper.stated.period
    return same or not against.only_of_its_period


def _bytes(path: Path) -> bytes:
    # Not at the top: who shows what was found reads no file.
    from core.importing.books import source
    from core.letter.docx import reading_refusals as refusals

    with suppress(OSError, ValueError):  # said in words where it is read
        file = extended(path)
        if file.is_file() and file.stat().st_size > LIMIT_MB * 1024 * 1024:
            raise refusals.too_large(path.name, LIMIT_MB)
    return source.read(path)


def _sent(data: bytes, audited: Audited, *, is_compared: bool) -> Sent:
    checked = audited.checked
    names = [field.name for field in fields(Finding)]
    return Sent(
        data=data,
        changed=None,
        paper=audited.paper,
        is_compared=is_compared,
        findings=tuple(
            {name: getattr(one, name) for name in names} | {"rule": one.rule.id}
            for one in checked.findings
        ),
        not_judged=tuple((rule.id, needs) for rule, needs in checked.not_judged),
        switched_off=tuple((rule.id, why) for rule, why in checked.switched_off),
        checked=replace(
            checked, findings=(), not_judged=(), switched_off=(), kept=None
        ),
        subject=audited.subject,
    )


def received(path: Path, sent: Sent) -> AuditedFile:
    """What was sent of the file at `path`, with the rules that spoke."""
    from core.rules import families

    rules = {rule.id: rule for rule in families.RULES}
    checked = replace(
        sent.checked,
        findings=tuple(
            Finding(**{**told, "rule": rules[told["rule"]]}) for told in sent.findings
        ),
        not_judged=tuple((rules[one], needs) for one, needs in sent.not_judged),
        switched_off=tuple((rules[one], why) for one, why in sent.switched_off),
    )
    audited = Audited(sent.paper, checked, sent.subject)
    return AuditedFile(path, sent.data, sent.changed, audited, sent.is_compared)
