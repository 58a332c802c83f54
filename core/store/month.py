"""What the store keeps of a month, and what it tells of one (tháng)."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from core.frozen import field, frozen
from core.office import LetterKind
from core.report import Part, Report
from core.store.history import History

SCORE_TOTAL = "score_total"
RANK = "rank"


@frozen
class LetterSettings:
    """What was chosen and rewritten for a month's letter.

    Attributes:
        kind: Which letter; None for the profile's own.
        day: The letter's date, or None while it is not set.
        number: As issued; empty until văn thư gives one.
        overrides: Texts rewritten by hand, by paragraph key.
    """

    kind: LetterKind | None = None
    day: date | None = None
    number: str = ""
    overrides: Mapping[str, str] = field(default_factory=dict)


@frozen
class SavedLetter:
    """The letter's file: where it was saved last, and when (local time)."""

    path: str
    at: datetime


class LetterState(Enum):
    """How far a month's letter is; the value is what the card says."""

    NOT_SAVED = "Chưa lưu công văn"
    SAVED = "Đã lưu công văn"
    OUTDATED = "Đã sửa sau khi lưu công văn"


@frozen
class Headline:
    """What a month's card says of the figures, taken from the head row.

    Attributes:
        period: Code of the period ("2024-09"); empty while it is not known.
        score: Total score, in points; None where there is none.
        rank: Rank; None where there is none.
        of: Among how many; None where that is not known.
    """

    period: str = ""
    score: Decimal | None = None
    rank: Decimal | None = None
    of: Decimal | None = None

    @classmethod
    def of_report(cls, report: Report) -> "Headline":
        """The headline of `report`."""
        period = "" if report.period is None else report.period.code
        head = report.head
        if head is None:
            return cls(period)
        rank, of = head.number(RANK), head.number(RANK, Part.OF)
        return cls(period, head.number(SCORE_TOTAL), rank, of)


@frozen
class FindingCounts:
    """How many findings of each severity a month had when last checked."""

    errors: int
    warnings: int
    hints: int


@frozen
class MonthSummary:
    """A kept month as its card shows it, without its figures.

    Attributes:
        id: The month's id.
        profile: Id of the office's profile; empty for none.
        title: The office's name, for the card.
        headline: Period, score and rank.
        created: When it was begun, in local time.
        updated: When figures or letter were last changed, in local time.
        saved: The letter's file, or None.
        counts: Findings when last checked, or None.
        source_file: Name of the file it was read from; empty for none.
        source_sha256: Of that file's bytes; empty for none.
    """

    id: str
    profile: str
    title: str
    headline: Headline
    created: datetime
    updated: datetime
    saved: SavedLetter | None = None
    counts: FindingCounts | None = None
    source_file: str = ""
    source_sha256: str = ""

    @property
    def letter_state(self) -> LetterState:
        """Whether the letter was saved, and whether it still says what stands."""
        if self.saved is None:
            return LetterState.NOT_SAVED
        newer = self.updated > self.saved.at
        return LetterState.OUTDATED if newer else LetterState.SAVED


@frozen
class StoredMonth:
    """A month with its figures, its steps and its letter's settings.

    Attributes:
        summary: What its card says.
        base: The report as it was read or begun.
        history: What was changed since, and how much of it stands.
        report: The present report.
        settings: Of its letter.
    """

    summary: MonthSummary
    base: Report
    history: History
    report: Report
    settings: LetterSettings
