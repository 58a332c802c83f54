"""The tables of the store's file, and how older files are brought up to them."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from core.errors import StoreError
from core.long_paths import extended
from core.store.faults import Act, explain, not_ours

APPLICATION = int.from_bytes(b"CV76", "big")
"""`PRAGMA application_id` of our files, so that a foreign one is never touched."""

Step: TypeAlias = Callable[[sqlite3.Connection], None]
"""Brings the tables from one version to the next."""


def _begin(connection: sqlite3.Connection) -> None:
    """Version 1. The base has a table of its own: months are written with each edit."""
    for statement in (
        """CREATE TABLE months (
            id TEXT PRIMARY KEY NOT NULL,
            profile TEXT NOT NULL,
            title TEXT NOT NULL,
            period TEXT NOT NULL,
            score TEXT,
            rank TEXT,
            rank_of TEXT,
            errors INTEGER,
            warnings INTEGER,
            hints INTEGER,
            created TEXT NOT NULL,
            updated TEXT NOT NULL,
            position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0),
            settings TEXT NOT NULL,
            saved_path TEXT,
            saved_at TEXT,
            source_file TEXT NOT NULL,
            source_sha256 TEXT NOT NULL,
            deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)))""",
        """CREATE TABLE bases (
            month TEXT PRIMARY KEY NOT NULL REFERENCES months (id),
            report TEXT NOT NULL)""",
        """CREATE TABLE changes (
            month TEXT NOT NULL REFERENCES months (id),
            seq INTEGER NOT NULL CHECK (seq >= 0),
            label TEXT NOT NULL,
            at TEXT NOT NULL,
            edits TEXT NOT NULL,
            PRIMARY KEY (month, seq)) WITHOUT ROWID""",
        """CREATE TABLE preferences (
            key TEXT PRIMARY KEY NOT NULL,
            value TEXT NOT NULL) WITHOUT ROWID""",
    ):
        connection.execute(statement)


def _keep_readings(connection: sqlite3.Connection) -> None:
    """Version 2. A step may take its cells from a file read anew."""
    connection.execute("ALTER TABLE changes ADD COLUMN readings TEXT")


STEPS: tuple[Step, ...] = (_begin, _keep_readings)
"""Step n brings version n to n + 1; a new step goes at the end, none is changed."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Make what is done inside one durable whole, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:  # SQLite may have rolled back by itself
            connection.execute("ROLLBACK")


def connect(file: Path, patience: float) -> sqlite3.Connection:
    """A connection that waits `patience` seconds for others; any thread may use it."""
    connection = sqlite3.connect(
        extended(file), timeout=patience, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error:
        connection.close()  # Windows keeps a file where it is while it is open
        raise
    return connection


def open_file(
    file: Path, patience: float, steps: Sequence[Step] = STEPS
) -> sqlite3.Connection:
    """A connection to the store in `file`, made or brought up to date.

    Raises:
        StoreError: The file cannot be used; it is as it was.
    """
    try:
        extended(file.parent).mkdir(parents=True, exist_ok=True)
        connection = connect(file, patience)
    except (OSError, sqlite3.Error) as error:
        raise explain(error, Act.OPEN, file) from error
    try:
        _refuse_what_is_not_ours(connection, file, len(steps))
        _bring_up_to_date(connection, steps)
    except sqlite3.Error as error:
        connection.close()
        raise explain(error, Act.OPEN, file) from error
    except StoreError:
        connection.close()
        raise
    return connection


def version(connection: sqlite3.Connection) -> int:
    """How many steps the file has seen."""
    return _number(connection, "PRAGMA user_version")


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])


def _refuse_what_is_not_ours(
    connection: sqlite3.Connection, file: Path, known: int
) -> None:
    """Read, and only read, whether the file is one that this program may write.

    Raises:
        StoreError: Another program's file, or a newer version of this one's.
    """
    application = _number(connection, "PRAGMA application_id")
    tables = _number(connection, "SELECT count(*) FROM sqlite_master")
    is_new = not (application or tables or version(connection))
    if application != APPLICATION and not is_new:
        raise not_ours(Act.OPEN, file, f"application_id {application:#x}")
    if version(connection) > known:
        raise StoreError(
            f"Chưa mở được kho số liệu “{file}” vì tệp này do bản Công văn 766 mới hơn ghi.",
            steps=("Cài bản Công văn 766 mới nhất rồi mở lại.",),
            detail=f"user_version {version(connection)} > {known}",
        )


def _bring_up_to_date(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Take the steps that the file has not seen, all or none."""
    connection.execute("PRAGMA journal_mode = WAL")
    if version(connection) == len(steps):
        return
    with transaction(connection):
        # Asked again: another window may have taken them while this one waited.
        for step in steps[version(connection) :]:
            step(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
