"""What is written, as SQL: each function is the body of one transaction."""

from datetime import UTC, datetime
from sqlite3 import Connection

from core.report import Change, Report, Source
from core.store.encoding import (
    encode_edits,
    encode_readings,
    encode_report,
    encode_settings,
)
from core.store.month import FindingCounts, Headline, LetterSettings, MonthSummary


def to_time(moment: datetime) -> str:
    """`moment` as kept: universal time, so that text sorts as time does."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def insert_month(
    connection: Connection,
    summary: MonthSummary,
    base: Report,
    settings: LetterSettings,
) -> None:
    """Begin a month."""
    connection.execute(
        """INSERT INTO months (id, profile, title, period, score, rank, rank_of,
            created, updated, settings, source_file, source_sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            summary.id,
            summary.profile,
            summary.title,
            *_headline(summary.headline),
            to_time(summary.created),
            to_time(summary.updated),
            encode_settings(settings),
            summary.source_file,
            summary.source_sha256,
        ),
    )
    connection.execute(
        "INSERT INTO bases (month, report) VALUES (?, ?)",
        (summary.id, encode_report(base)),
    )


def append_change(
    connection: Connection,
    month_id: str,
    change: Change,
    headline: Headline,
    source: Source | None,
    now: datetime,
) -> None:
    """Put `change` after those that stand; what could be redone is gone."""
    found = connection.execute(
        "SELECT position FROM months WHERE id = ?", (month_id,)
    ).fetchone()
    _demand(found is not None, month_id)
    (position,) = found
    connection.execute(
        "DELETE FROM changes WHERE month = ? AND seq >= ?", (month_id, position)
    )
    connection.execute(
        """INSERT INTO changes (month, seq, label, at, edits, readings)
            VALUES (?, ?, ?, ?, ?, ?)""",
        (
            month_id,
            position,
            change.label,
            change.at.isoformat(),
            encode_edits(change.edits),
            encode_readings(change.readings),
        ),
    )
    _update_figures(connection, month_id, position + 1, headline, source, now)


def set_position(
    connection: Connection,
    month_id: str,
    position: int,
    headline: Headline,
    source: Source | None,
    now: datetime,
) -> None:
    """Let the first `position` changes stand: undo and redo."""
    (last,) = connection.execute(
        "SELECT coalesce(max(seq) + 1, 0) FROM changes WHERE month = ?", (month_id,)
    ).fetchone()
    if not 0 <= position <= last:
        message = f"position {position} of {last} changes"
        raise ValueError(message)
    _update_figures(connection, month_id, position, headline, source, now)


def _update_figures(
    connection: Connection,
    month_id: str,
    position: int,
    headline: Headline,
    source: Source | None,
    now: datetime,
) -> None:
    file = ("", "") if source is None else (source.file, source.sha256)
    cursor = connection.execute(
        """UPDATE months SET position = ?, period = ?, score = ?, rank = ?,
            rank_of = ?, source_file = ?, source_sha256 = ?, updated = ?
            WHERE id = ?""",
        (position, *_headline(headline), *file, to_time(now), month_id),
    )
    _demand(cursor.rowcount == 1, month_id)


def set_settings(
    connection: Connection, month_id: str, settings: LetterSettings, now: datetime
) -> None:
    """Keep the letter's settings."""
    cursor = connection.execute(
        "UPDATE months SET settings = ?, updated = ? WHERE id = ?",
        (encode_settings(settings), to_time(now), month_id),
    )
    _demand(cursor.rowcount == 1, month_id)


def set_profile(
    connection: Connection, month_id: str, profile_id: str, title: str, now: datetime
) -> None:
    """Keep which office writes."""
    cursor = connection.execute(
        "UPDATE months SET profile = ?, title = ?, updated = ? WHERE id = ?",
        (profile_id, title, to_time(now), month_id),
    )
    _demand(cursor.rowcount == 1, month_id)


def set_saved(connection: Connection, month_id: str, path: str, now: datetime) -> None:
    """Keep where the letter was saved; the month itself is as it was."""
    cursor = connection.execute(
        "UPDATE months SET saved_path = ?, saved_at = ? WHERE id = ?",
        (path, to_time(now), month_id),
    )
    _demand(cursor.rowcount == 1, month_id)


def set_counts(connection: Connection, month_id: str, counts: FindingCounts) -> None:
    """Keep how many findings the last check had."""
    cursor = connection.execute(
        "UPDATE months SET errors = ?, warnings = ?, hints = ? WHERE id = ?",
        (counts.errors, counts.warnings, counts.hints, month_id),
    )
    _demand(cursor.rowcount == 1, month_id)


def set_deleted(connection: Connection, month_id: str, deleted: int) -> None:
    """Put a month away, or back."""
    cursor = connection.execute(
        "UPDATE months SET deleted = ? WHERE id = ?", (deleted, month_id)
    )
    _demand(cursor.rowcount == 1, month_id)


def set_preference(connection: Connection, key: str, value: str) -> None:
    """Keep a preference, JSON text by key."""
    connection.execute(
        "INSERT OR REPLACE INTO preferences (key, value) VALUES (?, ?)", (key, value)
    )


def _headline(headline: Headline) -> tuple[str | None, ...]:
    numbers = (headline.score, headline.rank, headline.of)
    texts = (None if number is None else str(number) for number in numbers)
    return (headline.period, *texts)


def _demand(is_there: bool, month_id: str) -> None:
    """Refuse to write to a month that is not in the file.

    Raises:
        LookupError: Always when it is not; the caller has a wrong id.
    """
    if not is_there:
        message = f"no month {month_id}"
        raise LookupError(message)
