"""The child that reads files for the program, so that no file can hang or kill it.

`main.py --read-files`: requests come in by standard input, answers go out by standard
output, until the input ends. Whoever asks sets the limits and ends the child when they
are used up (`core/importing/reader.py`).
"""

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from core import catalogue as catalogues
from core import resources
from core.catalogue import Catalogue
from core.errors import CongVanError
from core.importing import asking, inspect, letters, open_file, suiting, wire

CALLS: dict[str, Callable[..., Any]] = {
    "open_file": open_file,
    "inspect": inspect,
    "look": asking.look,
    "recognise": asking.recognise,
    "decided": asking.decided,
    "audit": letters.audit,
    "commented": letters.commented,
}
"""What may be asked for; each takes the path, the catalogue and `progress`."""

SECONDS_PER_MB = 1.0
"""What is added to the patience for each MB of the file."""

LONGEST = 600
"""Seconds of work on one file after which the system ends the child, where it can."""

MOMENT = 0.2
"""Seconds between two signs that libraries are being loaded."""

EXHAUSTED = 3
"""Exit code of a child whose memory is used up or whose libraries are in doubt."""


def run() -> int:
    """Answer requests until there are no more; return the exit code."""
    # Ctrl+C at a terminal is meant for who asked; its end is ours.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, answers = _pipes()
    _end_with_parent(requests)
    gc.disable()  # a report is a great many objects, none of them waste
    editions = catalogues.load_all()
    while (data := wire.receive(requests)) is not None:
        message = wire.unpacked(data)
        if isinstance(message, wire.Warm):
            _warm(editions)
        elif not _answer(message, editions, answers):
            return EXHAUSTED
        gc.collect()
    return 0


class _Loading:
    """Tells that a library is being loaded: on a cold, slow disk that takes seconds.

    It is asked first for every module, and finds none. It is of no class that finds:
    loading that costs the start 5 ms.
    """

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers
        self._told = 0.0

    def find_spec(self, *_module: object) -> None:
        """Tell, at most a few times a second."""
        now = time.monotonic()
        if now - self._told > MOMENT:
            self._told = now
            wire.send(self._answers, wire.packed(wire.Loading()))


def _answer(
    request: wire.Request, editions: Sequence[Catalogue], answers: BinaryIO
) -> bool:
    """Do what is asked and tell the outcome; whether the child is fit for the next."""

    def tell(done: int, total: int) -> None:
        wire.send(answers, wire.packed(wire.Progress(done, total)))

    fit = True
    loading = _Loading(answers)
    try:
        _limit(request.memory)
        begun = wire.Begun(request.patience + _megabytes(request.path) * SECONDS_PER_MB)
        wire.send(answers, wire.packed(begun))
        sys.meta_path.insert(0, loading)
        call = CALLS[request.call]
        value = suiting.called(
            call, request.path, editions, progress=tell, **request.values
        )
        reply = wire.packed(wire.Answer(value))
    except CongVanError as error:
        reply = wire.packed(wire.Refusal(error))
    except MemoryError:
        fit, reply = False, wire.packed(wire.TooHeavy())
    except Exception as error:  # noqa: BLE001 - whatever it is, the next file is read too
        reply = wire.packed(wire.Fault(_where(error)))
    except BaseException as error:  # noqa: BLE001 - a panic of a library's Rust is no Exception
        fit, reply = False, wire.packed(wire.Fault(_where(error)))
    finally:
        with suppress(ValueError):
            sys.meta_path.remove(loading)
    wire.send(answers, reply)
    return fit


def _megabytes(path: Path) -> float:
    try:
        return path.stat().st_size / 1024 / 1024
    except (OSError, ValueError):  # the call says it in words
        return 0.0


def _where(error: BaseException) -> str:
    """What kind of fault and where: files and lines, never the figures."""
    lines = [type(error).__name__]
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return "\n".join(lines)


def _warm(editions: Sequence[Catalogue]) -> None:
    """Read the smallest sample: what the commonest file needs is loaded afterwards."""
    samples = (resources.folder() / "samples").glob("*.xlsx")
    with suppress(CongVanError, OSError):  # told when a file of the user's is read
        path = min(samples, key=lambda one: one.stat().st_size, default=None)
        if path is not None:
            suiting.called(open_file, path, editions)
    gc.freeze()


# ------------------------------------------------------------------------- the process


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to who asks, kept from everything else in this process.

    A stray print must not come between two answers, and on Windows a library's own
    C runtime looks at the standard handles when it is loaded.
    """
    requests, answers = _descriptor(0), _descriptor(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        with suppress(OSError):  # the windowed program has none
            os.dup2(nothing, standard)
    if sys.platform == "win32":
        _forget_standard_handles(nothing)
    sys.stdin = sys.stdout = None
    return os.fdopen(requests, "rb"), os.fdopen(answers, "wb")


def _descriptor(standard: int) -> int:
    """A descriptor of our own for standard input (0) or output (1)."""
    try:
        return os.dup(standard)
    except OSError:
        if sys.platform == "win32":
            return _handed(standard)
        raise


if sys.platform == "win32":

    def _handed(standard: int) -> int:
        """A descriptor of the pipe that a windowed program was started with."""
        import ctypes
        import msvcrt

        kernel = ctypes.WinDLL("kernel32")
        kernel.GetStdHandle.restype = ctypes.c_void_p
        handle = kernel.GetStdHandle(ctypes.c_uint32(-10 - standard))
        if not handle:
            message = "started without pipes"
            raise OSError(message)
        access = os.O_RDONLY if standard == 0 else os.O_WRONLY
        return msvcrt.open_osfhandle(handle, access | os.O_BINARY)

    def _forget_standard_handles(nothing: int) -> None:
        """Let libraries find the empty device where the pipes were."""
        import ctypes
        import msvcrt

        kernel = ctypes.WinDLL("kernel32")
        kernel.SetStdHandle.argtypes = (ctypes.c_uint32, ctypes.c_void_p)
        for standard in (0, 1):
            which = ctypes.c_uint32(-10 - standard)
            kernel.SetStdHandle(which, msvcrt.get_osfhandle(nothing))


def _end_with_parent(requests: BinaryIO) -> None:
    """See to it that the child ends with who asks, even in the midst of a file.

    On Windows the parent's job object does it. Linux could send a signal when the
    parent dies, but sends it when the thread that started us ends, too.
    """
    if sys.platform != "win32":
        watch = threading.Thread(target=_watch, args=(requests.fileno(),), daemon=True)
        watch.start()


if sys.platform != "win32":

    def _watch(pipe: int) -> None:
        """End the process when nobody holds the other end of the pipe any more."""
        import select

        poll = select.poll()
        poll.register(pipe, 0)  # told of the hang-up alone
        poll.poll()
        os._exit(0)


def _limit(memory: int) -> None:
    """Let an allocation fail that would take this process over `memory` bytes.

    On Windows the parent's job object does it; macOS keeps no such limit.
    """
    if sys.platform != "win32":
        _limit_time()
    if sys.platform == "linux":
        import resource

        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()
        size, resident = (int(one) * resource.getpagesize() for one in pages[:2])
        _, hardest = resource.getrlimit(resource.RLIMIT_AS)
        # What is reserved already costs nothing: the limit is on what comes to it.
        most = size + max(0, memory - resident)
        resource.setrlimit(resource.RLIMIT_AS, (most, hardest))


if sys.platform != "win32":

    def _limit_time() -> None:
        """Let the system end a child that works on while nobody asks any more.

        Native code may keep the watch for a parent that is gone waiting for ever.
        """
        import resource

        _, hardest = resource.getrlimit(resource.RLIMIT_CPU)
        most = int(time.process_time()) + LONGEST
        resource.setrlimit(resource.RLIMIT_CPU, (most, hardest))
