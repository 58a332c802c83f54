"""Work done in processes of its own, so that nothing of it stays behind here."""

import json
import os
import signal
import traceback
from collections.abc import Callable, Iterator

KILLED, SURVIVED = 0, 1

MEMORY = 4 * 2**30
"""Bytes that one process may take: a fault may ask for no end of them."""


def in_another(work: Callable[[], int], patience: float = 240) -> int:
    """What `work` gives in a process of its own; a death or a hang is a fault found.

    `patience` is in seconds.
    """
    child = begun(work, patience)
    _, status = os.waitpid(child, 0)
    return ended(status)


def begun(work: Callable[[], int], patience: float) -> int:
    """The id of a process that does `work`; it has to be waited for."""
    child = os.fork()
    if child:
        return child
    import resource  # Windows has none

    code = KILLED
    try:
        be_quiet()
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.alarm(int(patience))
        code = work()
    except BaseException:  # noqa: BLE001 - whatever it is, it was noticed
        code = KILLED
    finally:
        os._exit(code)


def ended(status: int) -> int:
    """What a process gave that ended with `status`."""
    return os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else KILLED


def told_by(work: Callable[[Callable[[object], None]], object]) -> Iterator[object]:
    """What `work` says, one thing after the other, in a process of its own.

    Raises:
        RuntimeError: The process failed.
    """
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        _say_all(work, write)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as lines:
        yield from map(json.loads, lines)
    _, status = os.waitpid(child, 0)
    if status:
        message = "the process that was to tell failed"
        raise RuntimeError(message)


def _say_all(work: Callable[[Callable[[object], None]], object], to: int) -> None:
    """Do `work` here, what it says going to the pipe; the process ends with it."""
    failed, errors = 1, os.dup(2)
    try:
        be_quiet()
        work(lambda told: _say(to, told))
        failed = 0
    except BaseException:  # noqa: BLE001 - it is told, and the process ends
        os.write(errors, traceback.format_exc().encode())
    finally:
        os._exit(failed)


def _say(to: int, told: object) -> None:
    line = (json.dumps(told) + "\n").encode()
    while line:
        line = line[os.write(to, line) :]


def be_quiet() -> None:
    """Let what is printed from here on go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
