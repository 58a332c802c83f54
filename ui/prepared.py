"""A month looked at before it is opened: values, made in any thread."""

from pathlib import PurePath

from core.findings import Checked
from core.frozen import field, frozen
from core.office import OfficeProfile
from core.report import Report
from core.store.database import Store
from core.store.history import History
from core.store.month import LetterSettings, SavedLetter


@frozen
class Work:
    """A month as it is opened: figures, steps, office, letter."""

    base: Report
    report: Report
    history: History
    profile: OfficeProfile | None
    settings: LetterSettings = field(default_factory=LetterSettings)
    saved: SavedLetter | None = None


@frozen
class Prepared:
    """A month looked at before it is opened.

    Attributes:
        month_id: The kept month's; None for one that is not kept yet.
        work: What is opened.
        own: The commune's own row among many, which speaks for the office.
        previous: The same office's figures of the period before, where kept.
        checked: What the rules say; None of a large one, which is shown first.
    """

    month_id: str | None
    work: Work
    own: str | None
    previous: Report | None
    checked: Checked | None


def title_of(report: Report, profile: OfficeProfile | None) -> str:
    """Whose month it is: the office, else our unit, else the file it came from."""
    if profile is not None:
        return profile.name
    head = report.head
    if head is not None and head is not report.total:
        return head.name
    if report.source is not None and report.source.file:
        return PurePath(report.source.file).stem
    return head.name if head is not None else ""


def kept_figures(store: Store, profile_id: str, period: str) -> Report | None:
    """The figures kept for that office and period, or None.

    Raises:
        StoreError: The store does not answer.
    """
    for month in store.months():
        if (month.profile, month.headline.period) == (profile_id, period):
            return store.load(month.id).report
    return None
