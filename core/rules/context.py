"""All that rules may know, and what a rule cannot be judged without."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from core import scoring
from core.catalogue import Catalogue
from core.findings import Need
from core.holidays import Holidays
from core.office import OfficeProfile
from core.paper.model import Paper
from core.reference import Reference
from core.report import Blank, Report


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
        holidays: The office's own days off, or None for those of the program.
        paper: The letter that is looked at, or None.
        reference: Words and laws to compare with, or None for the program's own.
        as_read: The figures as the file has them, before any edit; None where they
            were typed by hand.
    """

    report: Report
    catalogue: Catalogue
    today: date
    issue_date: date | None = None
    profile: OfficeProfile | None = None
    previous: Report | None = None
    holidays: Holidays | None = None
    paper: Paper | None = None
    reference: Reference | None = None
    as_read: Report | None = None

    def has(self, need: Need) -> bool:
        """Whether that which a rule needs is here."""
        return _IS_THERE[need](self)

    @property
    def has_figures(self) -> bool:
        """Whether there are figures other than those that the letter states itself."""
        states_them = self.paper is not None and self.report is self.paper.stated
        return bool(self.report.all_rows) and not states_them

    @property
    def has_formulas(self) -> bool:
        """Whether scores may be recomputed; without a period another need is told."""
        period = self.report.period
        return period is None or scoring.can_recompute(self.catalogue, period)

    @property
    def has_targets(self) -> bool:
        """Whether the office has targets for the year of the figures."""
        period, profile = self.report.period, self.profile
        if period is None or profile is None:
            return False
        return bool(profile.targets.years.get(period.last_day.year))


def _is_told(known: Context, attribute: str) -> bool:
    """Whether some dossier has what not every list has a column for."""
    told = (getattr(one, attribute) for one in known.report.dossiers)
    return any(one is not Blank.MISSING for one in told)


_IS_THERE: Final[Mapping[Need, Callable[[Context], bool]]] = {
    Need.PERIOD: lambda known: known.report.period is not None,
    Need.ISSUE_DATE: lambda known: known.issue_date is not None,
    Need.PROFILE: lambda known: known.profile is not None,
    Need.PREVIOUS: lambda known: known.previous is not None,
    Need.LETTER: lambda known: known.paper is not None,
    Need.LAYOUT: lambda known: known.paper is not None and bool(known.paper.setups),
    Need.FIGURES: lambda known: known.has_figures,
    Need.TARGETS: lambda known: known.has_targets,
    Need.DOSSIERS: lambda known: bool(known.report.dossiers),
    Need.REASONS: lambda known: any(one.reason for one in known.report.dossiers),
    Need.NEW_DATES: lambda known: _is_told(known, "new_due"),
    Need.SLIP_DATES: lambda known: _is_told(known, "apologised"),
    Need.POSTPONED: lambda known: _is_told(known, "postponed"),
    Need.AS_READ: lambda known: bool(known.as_read and known.as_read.source),
    Need.FORMULAS: lambda known: known.has_formulas,
}
