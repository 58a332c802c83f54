"""The store: kept months, their steps, and the user's preferences (kho số liệu)."""

import json
import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import Concatenate, ParamSpec, Self, TypeVar

from core.errors import StoreError
from core.report import Change, Report
from core.store import reads, writes
from core.store.clock import Clock
from core.store.encoding import BROKEN, Json, to_text
from core.store.faults import Act, explain, not_ours
from core.store.month import (
    FindingCounts,
    Headline,
    LetterSettings,
    MonthSummary,
    StoredMonth,
)
from core.store.schema import connect, open_file
from core.store.writer import Failed, Job, OnState, SaveState, Writer

T = TypeVar("T")
P = ParamSpec("P")

PATIENCE = 5.0
"""Seconds to wait for another program that holds the file."""


def tell_nobody(_state: SaveState) -> None:
    """Let the states pass."""


class Store:
    """The store in one file.

    What writes (`create`, `record`, `move`, …) queues and returns at once, so the
    window's thread may call it. What reads (`months`, `load`) waits for what was
    queued before and for the disk: call it in a task.
    """

    def __init__(
        self,
        file: Path,
        writer: Writer,
        reader: sqlite3.Connection,
        preferences: dict[str, str],
    ) -> None:
        """Tie the parts together; `Store.open` makes them."""
        self._file = file
        self._writer = writer
        self._reader = reader
        self._reading = threading.Lock()
        self._preferences = preferences
        self._clock = Clock()

    @classmethod
    def open(
        cls, file: Path, on_state: OnState = tell_nobody, patience: float = PATIENCE
    ) -> Self:
        """The store in `file`, which is made if it is not there.

        Args:
            file: Where it is; see `core.store.location.store_file`.
            on_state: Told of every `SaveState`, from the writer's thread.
            patience: Seconds to wait for another program that holds the file.

        Raises:
            StoreError: The file cannot be used; it is as it was.
        """
        with ExitStack() as opened:
            connection = opened.enter_context(closing(open_file(file, patience)))
            try:
                reader = opened.enter_context(closing(connect(file, patience)))
                reader.execute("PRAGMA query_only = ON")
                preferences = reads.preferences(reader)
            except sqlite3.Error as error:
                raise explain(error, Act.OPEN, file) from error
            opened.pop_all()  # all went well: they stay open
        return cls(file, Writer(connection, file, on_state), reader, preferences)

    # ------------------------------------------------------------------------- reading

    def months(self, *, deleted: bool = False) -> tuple[MonthSummary, ...]:
        """The kept months, or the deleted ones; the last touched first.

        Raises:
            StoreError: The file could not be read.
        """
        self._writer.flush(PATIENCE)
        return self._read(partial(reads.summaries, deleted=deleted))

    def load(self, month_id: str) -> StoredMonth:
        """The month with that id, deleted or not.

        Raises:
            StoreError: The file could not be read, there is no such month, or some
                of its changes are not on the disk yet.
        """
        self._writer.flush(PATIENCE)
        if self._writer.waits(month_id):
            state = self._writer.state
            raise StoreError(
                "Chưa mở lại được tháng này vì có thay đổi của nó chưa lưu được.",
                steps=state.error.steps if isinstance(state, Failed) else (),
                detail=state.error.detail if isinstance(state, Failed) else "",
            )
        found = self._read(partial(reads.month, month_id=month_id))
        if found is None:
            raise StoreError(
                "Không tìm thấy tháng này trong kho số liệu.", detail=month_id
            )
        return found

    def size(self, month_id: str) -> int:
        """Bytes of the month as it was read: how long `load` takes goes with them.

        Raises:
            StoreError: The file could not be read.
        """
        self._writer.flush(PATIENCE)
        return self._read(partial(reads.size, month_id=month_id))

    def _read(self, query: Callable[[sqlite3.Connection], T]) -> T:
        """What `query` finds, all of it as of one moment."""
        try:
            with self._reading:
                self._reader.execute("BEGIN")
                try:
                    return query(self._reader)
                finally:
                    self._reader.execute("COMMIT")
        except sqlite3.Error as error:
            raise explain(error, Act.READ, self._file) from error
        except BROKEN as error:
            detail = f"{type(error).__name__}: {error}"
            raise not_ours(Act.READ, self._file, detail) from error

    # ------------------------------------------------------------------------- writing

    def create(
        self,
        report: Report,
        profile_id: str,
        title: str,
        settings: LetterSettings | None = None,
        *,
        wait: float = 0.0,
    ) -> str:
        """Begin a month with `report` as its base; its id.

        Args:
            report: The figures as read, or the empty ones of a month begun by hand.
            profile_id: The office's profile; empty for none.
            title: The office's name, for the month's card.
            settings: Of its letter, where some are known already.
            wait: Seconds before it is written: making text of a large report takes
                the interpreter from a window that paints it.
        """
        now, source = self._clock.now(), report.source
        summary = MonthSummary(
            id=os.urandom(16).hex(),  # uuid costs the first window 2 ms
            profile=profile_id,
            title=title,
            headline=Headline.of_report(report),
            created=now,
            updated=now,
            source_file="" if source is None else source.file,
            source_sha256="" if source is None else source.sha256,
        )
        job = partial(
            writes.insert_month,
            summary=summary,
            base=report,
            settings=settings or LetterSettings(),
        )
        self._writer.put(Job(summary.id, job, wait))
        return summary.id

    def record(self, month_id: str, change: Change, report: Report) -> None:
        """Keep `change`, which made `report`; what could be redone is dropped."""
        headline = Headline.of_report(report)
        self._put(
            month_id,
            writes.append_change,
            change=change,
            headline=headline,
            source=report.source,
            now=self._clock.now(),
        )

    def move(self, month_id: str, position: int, report: Report) -> None:
        """Let the first `position` changes stand, which makes `report`: undo, redo."""
        headline = Headline.of_report(report)
        self._put(
            month_id,
            writes.set_position,
            position=position,
            headline=headline,
            source=report.source,
            now=self._clock.now(),
        )

    def keep_settings(self, month_id: str, settings: LetterSettings) -> None:
        """Keep the letter's settings and what was rewritten by hand."""
        self._put(
            month_id, writes.set_settings, settings=settings, now=self._clock.now()
        )

    def set_profile(self, month_id: str, profile_id: str, title: str) -> None:
        """Keep which office writes, and its name for the month's card."""
        self._put(
            month_id,
            writes.set_profile,
            profile_id=profile_id,
            title=title,
            now=self._clock.now(),
        )

    def letter_saved(self, month_id: str, path: Path) -> None:
        """Keep that the letter was saved to `path` just now."""
        self._put(month_id, writes.set_saved, path=str(path), now=self._clock.now())

    def count_findings(self, month_id: str, counts: FindingCounts) -> None:
        """Keep how many findings the last check had, for the month's card."""
        self._put(month_id, writes.set_counts, counts=counts)

    def delete(self, month_id: str) -> None:
        """Put the month away; `restore` brings it back as it was."""
        self._put(month_id, writes.set_deleted, deleted=1)

    def restore(self, month_id: str) -> None:
        """Bring a deleted month back."""
        self._put(month_id, writes.set_deleted, deleted=0)

    def _put(
        self,
        month_id: str,
        write: Callable[Concatenate[sqlite3.Connection, str, P], None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        self._writer.put(
            Job(
                month_id,
                lambda connection: write(connection, month_id, *args, **kwargs),
            )
        )

    # --------------------------------------------------------------------- preferences

    def preference(self, key: str) -> Json:
        """The preference with that key, or None; never asks the disk."""
        text = self._preferences.get(key)
        if text is None:
            return None
        try:
            kept: Json = json.loads(text)
        except ValueError:  # a preference is no work: begin anew rather than stop
            return None
        return kept

    def set_preference(self, key: str, value: Json) -> None:
        """Keep `value` under `key`; a value that is there already is not written."""
        text = to_text(value)
        if self._preferences.get(key) == text:
            return
        self._preferences[key] = text
        write = partial(writes.set_preference, key=key, value=text)
        self._writer.put(Job("", write))

    # ------------------------------------------------------------------ saving, closing

    @property
    def state(self) -> SaveState:
        """How saving stands."""
        return self._writer.state

    def retry(self) -> None:
        """Try again what could not be written (Thử lại)."""
        self._writer.retry()

    def flush(self, timeout: float) -> bool:
        """Whether all work is on the disk, after at most `timeout` seconds."""
        return self._writer.flush(timeout)

    def close(self, timeout: float = 2 * PATIENCE) -> bool:
        """Write what is queued and let the file go; whether all work is on the disk.

        What is not is lost: ask `flush` first, and the user if it says no.
        """
        self._reader.close()
        return self._writer.stop(timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()
