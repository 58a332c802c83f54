"""What is read, as SQL: rows of the file as values."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from sqlite3 import Connection, Cursor, Row

from core.report import Change
from core.store.encoding import (
    decode_edits,
    decode_readings,
    decode_report,
    decode_settings,
)
from core.store.history import History
from core.store.month import (
    FindingCounts,
    Headline,
    MonthSummary,
    SavedLetter,
    StoredMonth,
)


def summaries(connection: Connection, *, deleted: bool) -> tuple[MonthSummary, ...]:
    """Every month, or every deleted one; the last touched first."""
    rows = _named(connection).execute(
        "SELECT * FROM months WHERE deleted = ? ORDER BY updated DESC, id", (deleted,)
    )
    return tuple(_summary(row) for row in rows)


def month(connection: Connection, month_id: str) -> StoredMonth | None:
    """The month with that id, deleted or not, or None."""
    row = (
        _named(connection)
        .execute("SELECT * FROM months WHERE id = ?", (month_id,))
        .fetchone()
    )
    if row is None:
        return None
    (base_text,) = connection.execute(
        "SELECT report FROM bases WHERE month = ?", (month_id,)
    ).fetchone()
    base = decode_report(base_text)
    history = History(tuple(_changes(connection, month_id)), row["position"])
    return StoredMonth(
        summary=_summary(row),
        base=base,
        history=history,
        report=history.present(base),
        settings=decode_settings(row["settings"]),
    )


def size(connection: Connection, month_id: str) -> int:
    """Bytes of the month as it was read, without decoding it; 0 where there is none."""
    row = connection.execute(
        "SELECT length(CAST(report AS BLOB)) FROM bases WHERE month = ?", (month_id,)
    ).fetchone()
    return 0 if row is None else int(row[0])


def preferences(connection: Connection) -> dict[str, str]:
    """Every preference, JSON text by key."""
    return dict(connection.execute("SELECT key, value FROM preferences"))


def _named(connection: Connection) -> Cursor:
    """A cursor whose rows know the names of their columns."""
    cursor = connection.cursor()
    cursor.row_factory = Row
    return cursor


def _changes(connection: Connection, month_id: str) -> Iterator[Change]:
    rows = connection.execute(
        "SELECT label, at, edits, readings FROM changes WHERE month = ? ORDER BY seq",
        (month_id,),
    )
    for label, at, edits, readings in rows:
        yield Change(
            label,
            decode_edits(edits),
            datetime.fromisoformat(at),
            decode_readings(readings),
        )


def _summary(row: Row) -> MonthSummary:
    saved, counts = None, None
    if row["saved_at"] is not None:
        saved = SavedLetter(row["saved_path"], _local(row["saved_at"]))
    if row["errors"] is not None:
        counts = FindingCounts(row["errors"], row["warnings"], row["hints"])
    numbers = (_number(row[name]) for name in ("score", "rank", "rank_of"))
    return MonthSummary(
        id=row["id"],
        profile=row["profile"],
        title=row["title"],
        headline=Headline(row["period"], *numbers),
        created=_local(row["created"]),
        updated=_local(row["updated"]),
        saved=saved,
        counts=counts,
        source_file=row["source_file"],
        source_sha256=row["source_sha256"],
    )


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _local(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone()
