"""Files read by a child process, with limits on its time and memory.

The child is the program itself, started with a word of its own and kept for the next
file (`core/importing/child.py`, docs/decisions/0008-reading.md, 5). Whatever a file does
to it is one sentence here, and the next file has a new child.
"""

import queue
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from core import reading_process, resources, windows_job
from core.errors import CongVanError
from core.frozen import frozen
from core.importing import refusals, wire
from core.report import Report

TRIES = 2
"""Children started for one file before it is said that none starts."""

Progress = Callable[[int, int], None]


@frozen
class Limits:
    """What a file may cost.

    Attributes:
        start: Seconds until the child begins: its start, and asking a slow drive.
        silence: Seconds between two signs of work, for a small file; a large one is
            given more by the child (`child.SECONDS_PER_MB`).
        whole: Seconds in all.
        memory: Bytes in all.
    """

    start: float = 30.0
    silence: float = 5.0
    whole: float = 120.0
    memory: int = 500 * 1024 * 1024


class CancelledError(CongVanError):
    """The user did not want to wait for the file, or closed the window."""


class Reader:
    """Reads files, one at a time, in a child that is kept for the next one.

    `read` waits; it is called in a thread. `cancel` and `close` are for another one.
    """

    def __init__(
        self, command: Sequence[str] | None = None, limits: Limits | None = None
    ) -> None:
        """Start nothing yet.

        Args:
            command: What starts the child, if not the program itself.
            limits: What a file may cost, if not the usual.
        """
        self._command = tuple(command or reading_process.own_command())
        self._limits = limits or Limits()
        self._turn = threading.Lock()
        self._state = threading.Lock()
        self._child: _Child | None = None
        self._is_reading = False
        self._is_cancelled = False
        self._is_closed = False

    def __enter__(self) -> Self:
        """Begin; the child ends with the block."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """End the child."""
        self.close()

    def start(self, *, warm: bool = False) -> None:
        """Start the child, so that it is there when the first file comes.

        Where the system starts no process, that is told when a file is read.

        Args:
            warm: Let it load what reading needs.
        """
        with self._turn, self._state:
            if self._is_closed or self._child is not None:
                return
            with suppress(OSError):
                self._child = self._started()
                if warm:
                    self._child.send(wire.Warm())

    def adopt(self, process: subprocess.Popen[bytes]) -> None:
        """Have files read by a process that was started already, as by `start`."""
        with self._state:
            self._child = _Child(process, self._limits.memory)

    def _started(self) -> "_Child":
        process = reading_process.start(self._command, resources.pack())
        return _Child(process, self._limits.memory)

    def read(
        self,
        path: Path,
        progress: Progress | None = None,
        **values: Any,  # noqa: ANN401 - what `opening.open_file` takes by keyword
    ) -> Report:
        """The figures in the file, as `opening.open_file` gives them.

        Args:
            path: The file.
            progress: Called with the steps done and their number.
            values: What else `open_file` takes.

        Raises:
            UnreadableFileError: The file cannot be used; the sentence says why.
            CancelledError: `cancel` or `close` was called meanwhile.
        """
        report: Report = self.call("open_file", path, progress, **values)
        return report

    def inspect(
        self,
        path: Path,
        progress: Progress | None = None,
        **values: Any,  # noqa: ANN401 - what `opening.inspect` takes by keyword
    ) -> Any:  # noqa: ANN401 - an `Opened`, whose types only who shows it loads
        """The file as recognised, as `opening.inspect` gives it; the rest as `read`."""
        return self.call("inspect", path, progress, **values)

    def call(
        self,
        name: str,
        path: Path,
        progress: Progress | None = None,
        **values: Any,  # noqa: ANN401 - what the call takes by keyword
    ) -> Any:  # noqa: ANN401 - what the call gives
        """What `child.CALLS[name]` gives for the file; errors as `read`."""
        with self._turn:
            with self._state:
                self._is_reading, self._is_cancelled = True, self._is_closed
            limits = self._limits
            asked = wire.Request(name, path, values, limits.memory, limits.silence)
            try:
                return self._asked(asked, progress or (lambda _done, _total: None))
            finally:
                with self._state:
                    self._is_reading = False

    def cancel(self) -> None:
        """Let the `read` that is going on raise `CancelledError` at once."""
        with self._state:
            self._is_cancelled = self._is_reading
            if self._is_reading and self._child is not None:
                self._child.kill()

    def close(self) -> None:
        """End the child; every `read` from now on is cancelled."""
        with self._state:
            self._is_closed = True
        self.cancel()
        with self._turn:
            self._drop()

    # ------------------------------------------------------------------ one request

    def _asked(self, request: wire.Request, progress: Progress) -> Any:  # noqa: ANN401
        """What the child answers; a child that died while idle is replaced."""
        why = ""
        for _ in range(TRIES):
            try:
                child = self._living(request.path)
                child.send(request)
                return _Conversation(child, request, self._limits, progress).outcome()
            except _NotBegunError as error:
                self._drop()
                why = str(error)
            except _EndedError as error:
                self._drop()
                self._refuse_if_cancelled(request.path)
                raise error.refusal from None
            self._refuse_if_cancelled(request.path)
        raise refusals.no_reader(request.path.name, why)

    def _living(self, path: Path) -> "_Child":
        """A child that has not ended, started where there is none."""
        if self._child is not None and not self._child.is_living():
            self._drop()
        with self._state:
            if not self._is_cancelled and self._child is None:
                try:
                    self._child = self._started()
                except OSError as error:
                    raise refusals.no_reader(path.name, str(error)) from error
            child = self._child
        self._refuse_if_cancelled(path)
        if child is None:  # pragma: no cover - cancelled, and refused just above
            raise _NotBegunError
        return child

    def _refuse_if_cancelled(self, path: Path) -> None:
        if self._is_cancelled:
            sentence = f"Đã dừng đọc “{path.name}”."
            raise CancelledError(sentence)

    def _drop(self) -> None:
        with self._state:
            child, self._child = self._child, None
        if child is not None:
            child.end()


class _NotBegunError(Exception):
    """The child ended, or said nothing, before it looked at the file."""


class _EndedError(Exception):
    """The child is of no use any more.

    Attributes:
        refusal: What it means for the file.
    """

    def __init__(self, refusal: CongVanError) -> None:
        super().__init__(str(refusal))
        self.refusal = refusal


class _Conversation:
    """What a child says about one request, within the limits."""

    def __init__(
        self, child: "_Child", request: wire.Request, limits: Limits, progress: Progress
    ) -> None:
        self._child = child
        self._name = request.path.name
        self._limits = limits
        self._progress = progress

    def outcome(self) -> Any:  # noqa: ANN401 - what the call gave
        """The answer.

        Raises:
            CongVanError: What the child raised, or what became of it.
        """
        patience = self._begun()
        end = time.monotonic() + self._limits.whole
        while True:
            left = min(patience, end - time.monotonic())
            message = self._next(left)
            if isinstance(message, wire.Progress):
                self._progress(message.done, message.total)
            elif isinstance(message, wire.Answer):
                return message.value
            elif isinstance(message, wire.Refusal):
                raise message.error
            elif isinstance(message, wire.Fault):
                raise refusals.stopped(self._name, message.detail)
            elif isinstance(message, wire.TooHeavy):
                raise _EndedError(refusals.too_heavy(self._name, "memory"))

    def _begun(self) -> float:
        """Seconds that the file is given between two signs of work."""
        try:
            message = self._child.receive(self._limits.start)
        except queue.Empty:
            message = None
        if isinstance(message, wire.Begun):
            return message.patience
        raise _NotBegunError(self._child.fate())

    def _next(self, patience: float) -> Any:  # noqa: ANN401 - a message
        try:
            message = self._child.receive(max(0.0, patience))
        except queue.Empty:
            detail = f"no sign of work for {patience:.1f} s"
            raise _EndedError(refusals.too_heavy(self._name, detail)) from None
        if message is None:
            detail = self._child.fate()
            raise _EndedError(refusals.stopped(self._name, detail))
        return message


# ------------------------------------------------------------------------- the process


class _Child:
    """A child process, its pipes, and the thread that listens to it."""

    def __init__(self, process: subprocess.Popen[bytes], memory: int) -> None:
        """Listen to a process; it need not be ready."""
        self._process = process
        self._end_job = windows_job.limit(process.pid, memory)
        self._heard = queue.SimpleQueue[bytes | None]()
        self._ear = threading.Thread(target=self._listen, daemon=True)
        self._ear.start()

    def _listen(self) -> None:
        stream = self._process.stdout
        data: bytes | None = b""
        while stream is not None and data is not None:
            data = wire.receive(stream)
            self._heard.put(data)

    def send(self, message: object) -> None:
        """Send a message; that the child is gone is seen when it is listened to."""
        if self._process.stdin is not None:
            with suppress(OSError):
                wire.send(self._process.stdin, wire.packed(message))

    def receive(self, patience: float) -> Any:  # noqa: ANN401 - a message
        """The next message, or None where the child has ended.

        Raises:
            queue.Empty: Nothing came within `patience` seconds.
        """
        data = self._heard.get(timeout=patience)
        return None if data is None else wire.unpacked(data)

    def is_living(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def fate(self) -> str:
        """How it ended, for the details; at once, without waiting for it."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        code = self._process.returncode
        return "no answer" if code is None else f"exit code {code}"

    def kill(self) -> None:
        """End the process at once."""
        with suppress(OSError):
            self._process.kill()

    def end(self) -> None:
        """End the process and let go of all that belongs to it."""
        self.kill()
        self._end_job()
        self._process.wait()
        self._ear.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):  # what was still to be written
                    stream.close()
