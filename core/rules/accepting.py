"""Findings that a person accepted with a reason (điểm đã chấp nhận).

An acceptance is a fact of the report, typed like any other: it is stored with it and
undone like any edit. It holds for one finding as it reads: where the figures change, the
finding says something else, and has to be looked at again.
"""

import hashlib
from datetime import datetime

from core.report import REPORT, Cell, Change, Place, Report
from core.rules.registry import Finding, Severity

PREFIX = "accepted:"
"""What the keys of such facts begin with."""


def can_be_accepted(finding: Finding) -> bool:
    """Whether a reason is enough: a lỗi has to be mended."""
    return finding.severity is not Severity.ERROR


def place_of(finding: Finding) -> Place:
    """Where the acceptance of `finding` stands: the same for what reads the same."""
    place = finding.place
    where = f"{place.row}.{place.indicator}.{place.part.value}" if place else ""
    said = f"{where}|{finding.at or ''}|{finding.message}"
    digest = hashlib.sha256(said.encode()).hexdigest()[:16]
    return Place(REPORT, f"{PREFIX}{finding.rule.id}:{digest}")


def is_acceptance(place: Place) -> bool:
    """Whether a place holds an acceptance, not a figure or a fact of the period."""
    return place.row == REPORT and place.indicator.startswith(PREFIX)


def has_any(report: Report) -> bool:
    """Whether anything was accepted in `report`."""
    return any(key.startswith(PREFIX) for key in report.facts)


def reason(report: Report, finding: Finding) -> str:
    """Why `finding` was accepted; empty where it was not."""
    return report.cell(place_of(finding)).raw


def accept(report: Report, finding: Finding, why: str, now: datetime) -> Change:
    """The step that accepts `finding` because of `why`.

    Raises:
        ValueError: It cannot be accepted, or no reason is given.
    """
    why = why.strip()
    if not why or not can_be_accepted(finding):
        message = "a lỗi cannot be accepted, and nothing without a reason"
        raise ValueError(message)
    edit = report.edit(place_of(finding), Cell(why, why))
    return Change(f"Chấp nhận {finding.rule.id}: {finding.rule.title}", (edit,), now)


def withdraw(report: Report, finding: Finding, now: datetime) -> Change:
    """The step that takes the acceptance of `finding` back."""
    edit = report.edit(place_of(finding), None)
    return Change(f"Bỏ chấp nhận {finding.rule.id}", (edit,), now)
