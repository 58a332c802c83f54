"""The one thread that writes: jobs in order, one transaction each."""

import sqlite3
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from core.errors import StoreError
from core.frozen import frozen
from core.store.clock import local_now
from core.store.faults import Act, explain
from core.store.schema import transaction


@frozen
class Saved:
    """Everything is on the disk (đã lưu), since `at` in local time."""

    at: datetime


@frozen
class Saving:
    """Something is on its way to the disk (đang lưu)."""


@frozen
class Failed:
    """Something could not be written and waits in memory (CHƯA LƯU)."""

    error: StoreError


SaveState: TypeAlias = Saved | Saving | Failed

OnState: TypeAlias = Callable[[SaveState], None]
"""Told of each state, in order, from the writer's thread."""


@frozen
class Job:
    """The body of one transaction.

    Attributes:
        month_id: The month that it belongs to; empty for none.
        run: The body.
        wait: Seconds that nothing is done first, so that others get on.
    """

    month_id: str
    run: Callable[[sqlite3.Connection], None]
    wait: float = 0.0


class Writer:
    """A queue of jobs and the thread that does them.

    A job that fails stays first: nothing overtakes it, nothing is lost. It is tried
    again with the next job, by `retry`, by `flush` and by `stop`.
    """

    def __init__(
        self, connection: sqlite3.Connection, file: Path, on_state: OnState
    ) -> None:
        """Start the thread; from now on `connection` is its own."""
        self._connection = connection
        self._file = file
        self._on_state = on_state
        self._jobs: deque[Job] = deque()
        self._changed = threading.Condition()
        self._is_held = False
        self._is_stopping = False
        self._state: SaveState = Saved(local_now())
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    @property
    def state(self) -> SaveState:
        """The state told last."""
        return self._state

    def put(self, job: Job) -> None:
        """Queue `job`.

        Raises:
            ValueError: The writer was stopped (a programmer's mistake).
        """
        with self._changed:
            if self._is_stopping:
                message = "the store is closed"
                raise ValueError(message)
            self._jobs.append(job)
            self._try_again()

    def retry(self) -> None:
        """Try again what failed."""
        with self._changed:
            self._try_again()

    def _try_again(self) -> None:
        self._is_held = False
        self._changed.notify_all()

    def flush(self, timeout: float) -> bool:
        """Whether everything is on the disk, after at most `timeout` seconds."""
        with self._changed:
            if self._is_held:
                self._try_again()
            self._changed.wait_for(lambda: self._is_held or not self._jobs, timeout)
            return not self._jobs

    def waits(self, month_id: str) -> bool:
        """Whether something of that month is not on the disk yet."""
        with self._changed:
            return any(job.month_id == month_id for job in self._jobs)

    def stop(self, timeout: float) -> bool:
        """Do what is queued, end the thread; whether everything is on the disk."""
        with self._changed:
            self._is_stopping = True
            self._try_again()
        self._thread.join(timeout)
        if not self._thread.is_alive():
            self._connection.close()
        return not self._jobs

    def _run(self) -> None:
        while job := self._next():
            if not isinstance(self._state, Failed):
                self._tell(Saving())
            self._settle(self._attempt(job))

    def _next(self) -> Job | None:
        """The first job, once there is one to try; None when it is time to end."""
        with self._changed:
            self._changed.wait_for(self._is_awaited)
            return self._jobs[0] if self._jobs and not self._is_held else None

    def _is_awaited(self) -> bool:
        return self._is_stopping or bool(self._jobs and not self._is_held)

    def _attempt(self, job: Job) -> StoreError | None:
        if job.wait:
            time.sleep(job.wait)
        try:
            with transaction(self._connection):
                job.run(self._connection)
        except Exception as error:  # noqa: BLE001 - handed on: the window says CHƯA LƯU
            return explain(error, Act.SAVE, self._file)
        return None

    def _settle(self, error: StoreError | None) -> None:
        """Tell how the first job went, then let those go on who wait for it."""
        if error:
            self._tell(Failed(error))
        elif len(self._jobs) == 1:
            self._tell(Saved(local_now()))
        with self._changed:
            if error:
                self._is_held = True
            else:
                self._jobs.popleft()
            self._changed.notify_all()

    def _tell(self, state: SaveState) -> None:
        if state == self._state == Saving():
            return
        self._state = state
        try:
            self._on_state(state)
        except Exception:  # noqa: BLE001 - reported; a window that is gone stops no saving
            report = threading.ExceptHookArgs((*sys.exc_info(), self._thread))
            threading.excepthook(report)
