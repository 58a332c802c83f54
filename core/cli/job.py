"""What commands work on: the figures of a file, the office, what was typed beside."""

import argparse
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from core import catalogue as catalogues
from core import entry, figures, names, offices, profiles, rules, starting
from core.catalogue import Catalogue
from core.errors import UsageError
from core.frozen import replace
from core.importing.reader import Reader
from core.office import LetterKind, OfficeProfile
from core.ownership import own_row
from core.report import AS_OF_PLACE, PERIOD_PLACE, UNIT_NAME, Part, Place, Report
from core.rules.registry import Checked, Context

GOOD_PERIODS = "2024-09, 2024-Q3, 2024-H1, 2024-W12, 2024-01-05..2024-01-11 hoặc 2024"
"""What is told of `--period` where it was not understood."""


@dataclass(frozen=True, slots=True)
class Job:
    """What commands work on.

    Attributes:
        report: The figures, with what was typed beside the file.
        catalogue: The index.
        profile: The office, or None.
        now: When.
        as_read: The figures as the file has them.
    """

    report: Report
    catalogue: Catalogue
    profile: OfficeProfile | None
    now: datetime
    as_read: Report


def job_of(options: argparse.Namespace, reader: Reader) -> Job:
    """What the options name: the file read, with what was typed put into it."""
    profile = profile_of(options.profile)
    now = datetime.now().astimezone()
    report = _read(options, profile, reader)
    catalogue = _catalogue_of(options, report)
    report = replace(report, own=_own(options, report, profile))
    typed = [
        *_facts(options),
        *(_typed(report, catalogue, one) for one in options.typed),
    ]
    change = entry.change(report, catalogue, typed, now)
    typed_in = report.apply(change) if change else report
    return Job(typed_in, catalogue, profile, now, report)


def _catalogue_of(options: argparse.Namespace, report: Report) -> Catalogue:
    """The edition of the index for the period that is asked for, else the file's."""
    typed = figures.parse_period(options.period) if options.period else None
    return catalogues.suited(catalogues.load_all(), typed or report.period)


def _own(
    options: argparse.Namespace, report: Report, profile: OfficeProfile | None
) -> str | None:
    """The row that is ours: the one named, else a commune's own among others."""
    if options.unit:
        return _row_named(report, options.unit)
    return own_row(report, profile, kind_of(options))


def kind_of(options: argparse.Namespace) -> LetterKind | None:
    """The letter's kind as asked for, or None."""
    return LetterKind(options.kind) if options.kind else None


def profile_of(named: str | None) -> OfficeProfile | None:
    """The office named by `--profile`, else the one set up, or None."""
    return profiles.find(named) if named else offices.own()


def _read(
    options: argparse.Namespace, profile: OfficeProfile | None, reader: Reader
) -> Report:
    if options.file != "-":
        return reader.read(Path(options.file), hidden=options.hidden)
    told = (_unit_and_rest(text)[0] for text in options.typed)
    named: dict[str, str] = {}
    for name in filter(None, (options.unit, *told)):
        named.setdefault(names.unit_identity(name), name)
    office = profile.name if profile else "Đơn vị"
    units = [*named.values()] or [office]
    return starting.begin(starting.EMPTY_TEMPLATE, None, units)


def _facts(options: argparse.Namespace) -> list[tuple[Place, str]]:
    typed = []
    if options.period:
        if figures.parse_period(options.period) is None:
            raise _bad("--period", options.period, GOOD_PERIODS)
        typed.append((PERIOD_PLACE, options.period))
    if options.as_of:
        if figures.parse_moment(options.as_of) is None:
            raise _bad("--as-of", options.as_of, "2024-12-06T16:30 hoặc 2024-12-06")
        typed.append((AS_OF_PLACE, options.as_of))
    return typed


def _bad(option: str, text: str, good: str) -> UsageError:
    return UsageError(f"Không đọc được “{text}” sau {option}; ghi như {good}.")


def _typed(report: Report, catalogue: Catalogue, text: str) -> tuple[Place, str]:
    """Where and what `--set "Xã Bàu Đồn:KEY.part=VALUE"` types."""
    unit, field, value = _unit_and_rest(text)
    key, dot, part = field.partition(".")
    parts = {one.value: one for one in Part}
    if value is None or (key not in catalogue.indicators and key != UNIT_NAME):
        sentence = (
            f"Không có mã chỉ tiêu “{key}” trong --set; ghi như score_total=80,33."
        )
        raise UsageError(sentence)
    if dot and part not in parts:
        raise _bad("--set", field, "online_pay_rate.numerator=112")
    row = _row_named(report, unit) if unit else report.head_id
    return Place(row, key, parts[part] if dot else Part.VALUE), value


def _unit_and_rest(text: str) -> tuple[str, str, str | None]:
    """Unit (empty for ours), field and value of a `--set`; None without a "="."""
    left, equals, value = text.partition("=")
    unit, _, field = left.rpartition(":")
    return unit.strip(), field.strip(), value if equals else None


def _row_named(report: Report, name: str) -> str:
    found = names.matching(name, ((row.id, row.name) for row in report.all_rows))
    if len(found) == 1:
        return found[0]
    sentence = f"Trong tệp không có đơn vị “{name}”; kiểm tra lại tên đơn vị."
    if found:
        sentence = (
            f"Trong tệp có {len(found)} đơn vị tên là “{name}” hoặc gần giống; ghi tên "
            "đúng từng dấu như trong tệp."
        )
    raise UsageError(sentence)


def checked_of(job: Job, issued: date | None) -> Checked:
    """What the rules say of the figures, in a letter of the day `issued`."""
    context = Context(
        report=job.report,
        catalogue=job.catalogue,
        today=job.now.date(),
        issue_date=issued,
        profile=job.profile,
        as_read=job.as_read,
    )
    return rules.check(context)


def day_of(text: str | None) -> date | None:
    """The day that `--date` names, or None."""
    if text is None:
        return None
    day = figures.parse_date(text)
    if day is None:
        raise _bad("--date", text, "2024-10-04")
    return day
