"""What `check` prints: the report and its findings as JSON or as text to read."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from core import dossier, figures, gain_words, gains
from core.catalogue import Catalogue
from core.dossier import COUNTS, DATES, TEXTS, Dossier
from core.period import Moment
from core.report import (
    REPORT,
    UNIT_CODE,
    UNIT_NAME,
    Blank,
    Cell,
    Part,
    Report,
    Row,
    Unreadable,
)
from core.rules.registry import Checked, Finding, Severity

_BLANK_WORDS = {
    Blank.MISSING: "chưa có số liệu",
    Blank.NOT_APPLICABLE: "không áp dụng",
}
_NAMING = {UNIT_NAME, UNIT_CODE}
_MOST = 5  # ways to more points that are told of


def as_json(
    report: Report, checked: Checked, questions: Iterable[dict[str, Any]] = ()
) -> dict[str, Any]:
    """The object that `check --json` prints (docs/architecture.md, command line).

    `questions` are those of the report, by `core.importing.choosing.questions.as_json`.
    """
    total = report.total
    return {
        "source": _source(report),
        "period": report.period.code if report.period else None,
        "as_of": report.as_of.code if report.as_of else None,
        "units": [_row(row, with_code=True) for row in report.rows.values()],
        "total": None if total is None else _row(total, with_code=False),
        "dossiers": [_dossier(one) for one in report.dossiers],
        "findings": [finding_as_json(report, one) for one in checked.findings],
        "questions": list(questions),
    }


def _source(report: Report) -> dict[str, Any]:
    source = report.source
    if source is None:
        return {"file": None, "sha256": None, "tables": []}
    tables = [
        {
            "sheet": table.sheet,
            "header_rows": list(table.header_rows),
            "first_row": table.first_row,
        }
        for table in source.tables
    ]
    return {"file": source.file, "sha256": source.sha256, "tables": tables}


def _row(row: Row, *, with_code: bool) -> dict[str, Any]:
    keys = dict.fromkeys(key for key, _ in row.cells if key not in _NAMING)
    code = {"code": row.code or None} if with_code else {}
    return {
        "name": row.name or None,
        **code,
        "cells": {key: _cell(row, key) for key in keys},
    }


def _cell(row: Row, key: str) -> dict[str, Any]:
    cell = row.cell(key)
    shown: dict[str, Any] = {
        "value": _plain(cell),
        "state": state(cell),
        "raw": cell.raw,
        "at": cell.at,
    }
    if isinstance(cell.value, Unreadable):
        shown["readings"] = [figures.plain(one) for one in cell.value.readings]
    for part in Part:
        beside = row.cells.get((key, part))
        told = None if part is Part.VALUE or beside is None else _plain(beside)
        if told is not None:
            shown[part.value] = told
    return shown


def _dossier(one: Dossier) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": one.kind.value}
    for key in ("code", *TEXTS, *DATES, *COUNTS):
        told[key] = _told(getattr(one, key))
    unclear = {
        key: value.text
        for key in ("code", *DATES, *COUNTS)
        if isinstance(value := getattr(one, key), Unreadable)
    }
    return {**told, "at": one.at, **({"unreadable": unclear} if unclear else {})}


def _told(value: str | Moment | Decimal | Blank | Unreadable) -> str | None:
    match value:
        case Moment():
            return value.code
        case Decimal():
            return figures.plain(value)
        case str():
            return value or None
        case _:
            return None


def _plain(cell: Cell) -> str | None:
    if isinstance(cell.value, Decimal):
        return figures.plain(cell.value)
    return cell.value if isinstance(cell.value, str) else None


def state(cell: Cell) -> str:
    """`number`, `text`, `missing`, `not-applicable` or `unreadable`."""
    match cell.value:
        case Blank():
            return cell.value.value
        case Unreadable():
            return "unreadable"
        case Decimal():
            return "number"
        case _:
            return "text"


def finding_as_json(report: Report, finding: Finding) -> dict[str, Any]:
    """A finding about `report` as the command line prints it."""
    place = finding.place
    row = report.row(place.row) if place else None
    at = finding.at or (report.cell(place).at if place else None)
    return {
        "rule": finding.rule.id,
        "severity": finding.severity.value,
        "unit": row.name or None if row else None,
        "indicator": place.indicator if place else None,
        "at": at,
        "message": finding.message,
        "hint": finding.hint,
        "accepted": finding.accepted or None,
    }


def as_text(report: Report, checked: Checked, catalogue: Catalogue) -> str:
    """The report and its findings in Vietnamese, a line each."""
    lines = [*_head(report), ""]
    for row in report.all_rows:
        lines.append(row.name or "Đơn vị chưa có tên")
        lines.extend(f"  {line}" for line in _figures(row, catalogue))
    lines += ["", *_findings(report, checked), *not_judged(checked)]
    ways = tuple(gain_words.lines(gains.gains(report, catalogue), catalogue, _MOST))
    lines += ["", *ways] if ways else []
    return "\n".join(lines)


def _head(report: Report) -> Iterator[str]:
    if report.source:
        yield f"Tệp: {report.source.file}"
    period = report.period
    yield f"Kỳ báo cáo: {figures.show_period(period) if period else 'chưa rõ'}"
    moment = report.as_of
    yield f"Số liệu tính đến: {figures.show_moment(moment) if moment else 'chưa ghi'}"
    if report.dossiers:
        yield f"Danh sách: {dossier.counted(report.dossiers)}"


def _figures(row: Row, catalogue: Catalogue) -> Iterator[str]:
    for key in dict.fromkeys(key for key, _ in row.cells if key not in _NAMING):
        indicator = catalogue.indicators.get(key)
        name = indicator.name if indicator else key
        code = f"{indicator.code} " if indicator and indicator.code else ""
        unit = f" {indicator.unit}" if indicator and indicator.unit else ""
        cell = row.cell(key)
        ending = unit if isinstance(cell.value, Decimal) else ""
        yield f"{code}{name}: {show(cell)}{ending}{_beside(row, key)}"


def _beside(row: Row, key: str) -> str:
    words = {
        Part.NUMERATOR: "tử số {}",
        Part.DENOMINATOR: "mẫu số {}",
        Part.SCORE: "{} điểm",
        Part.MAXIMUM: "tối đa {}",
        Part.TARGET: "chỉ tiêu {}",
        Part.OF: "trong số {}",
    }
    told = [
        pattern.format(show(row.cell(key, part)))
        for part, pattern in words.items()
        if row.cell(key, part).value is not Blank.MISSING
    ]
    return f" ({', '.join(told)})" if told else ""


def show(cell: Cell) -> str:
    """What stands in a cell, in words a clerk reads."""
    match cell.value:
        case Decimal():
            return figures.show(cell.value)
        case Unreadable():
            return f"“{cell.value.text}” (chưa đọc được)"
        case Blank():
            return _BLANK_WORDS[cell.value]
        case _:
            return cell.raw


def _findings(report: Report, checked: Checked) -> Iterator[str]:
    counted = dict.fromkeys(Severity, 0)
    for finding in checked.open:
        counted[finding.severity] += 1
    told = (f"{number} {one.words}" for one, number in counted.items())
    yield f"Điểm cần xem: {', '.join(told)}."
    for finding in checked.open:
        where = _where(report, finding)
        word = finding.severity.words.capitalize()
        yield f"- {word} {finding.rule.id}{where}: {finding.message}"
        yield f"  Việc cần làm: {finding.hint}"
    accepted = len(checked.findings) - len(checked.open)
    if accepted:
        yield f"Đã chấp nhận, không tính ở trên: {accepted} điểm."


def not_judged(checked: Checked) -> Iterator[str]:
    """Which rules could not be judged, and for want of what."""
    lacking: dict[str, list[str]] = {}
    for rule, needs in checked.not_judged:
        lack = ", ".join(need.value for need in needs)
        lacking.setdefault(lack, []).append(rule.id)
    told = [f"{', '.join(ids)} (chưa có {lack})" for lack, ids in lacking.items()]
    if told:
        yield f"Chưa đánh giá được: {'; '.join(told)}."


def _where(report: Report, finding: Finding) -> str:
    place = finding.place
    if place is None:
        return f" ({finding.at})" if finding.at else ""
    at = report.cell(place).at
    row = report.row(place.row) if place.row != REPORT else None
    told = [one for one in (row.name if row else "", at or finding.at or "") if one]
    return f" ({', '.join(told)})" if told else ""
