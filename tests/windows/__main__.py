"""Build for Windows and try what was built: `python dev.py windows [OPTION]`.

(none)    build everything in dist/, try it, note that it was tried
--build   build only
--pack    build what Windows is needed for: the program, the portable zip, the list of parts
--try     try what is in dist/: the zip from Windows, the installer that Debian made of it
--tests   run the test suite under Windows Python; what follows goes to pytest
--ci      fail where the note is stale; build and try where it is new
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from tests.virtual_screen import virtual_screen
from tests.windows import fingerprint
from tests.windows.wine import Failed, Native, Windows, Wine

T = TypeVar("T")
OPTIONS = {"", "--build", "--pack", "--try", "--tests", "--ci"}
ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
STALE = (
    "What the Windows build depends on has changed since it was tried: run "
    f"`python3 dev.py windows` and commit {fingerprint.NOTE}."
)

NO_KIT = (
    "WARNING: nothing was built for Windows here, for the kit could not be set up: {}\n"
    f"What {fingerprint.NOTE} tells was tried where this change was made."
)
"""Said by CI on a machine that cannot have Wine: no fault of the change."""


def main(arguments: list[str]) -> int:
    """The exit code of what `arguments` ask for."""
    option = arguments[0] if arguments else ""
    if option not in OPTIONS:
        print(__doc__)
        return 2
    if option == "--ci" and (code := _not_needed()) is not None:
        return code
    try:
        return _work(option, arguments[1:])
    except Failed as reason:
        print(f"FAILED: {reason}", flush=True)
        return 1


def _not_needed() -> int | None:
    """The exit code where CI needs no build; None where it does."""
    if fingerprint.noted() != fingerprint.current():
        print(STALE, flush=True)
        return 1
    if fingerprint.is_new():
        return None
    print(
        "Windows: what can break the build is as it was when it was tried.", flush=True
    )
    return 0


def _work(option: str, rest: list[str]) -> int:
    windows: Windows = Native() if os.name == "nt" else Wine(_home())
    try:
        _told("set up", windows.set_up)
    except Failed as reason:
        if option != "--ci":
            raise
        print(NO_KIT.format(reason), flush=True)
        return 0
    if option == "--tests":
        from tests.windows import suite

        return suite.run(_home(), rest)
    with _screen():
        return _build_and_try(windows, option)


def _build_and_try(windows: Windows, option: str) -> int:
    from tests.windows import build, finishing, trial

    made = finishing.Made(DIST)
    if option == "--try":
        _told("unpacked", lambda: finishing.unpack(made))
    elif option == "--pack":
        _told("packed", lambda: build.packed(windows, DIST))
        return 0
    else:
        _told("built", lambda: build.build(windows, DIST))
        if option == "--build":
            return 0
    pictures = DIST / "trial"
    pictures.mkdir(exist_ok=True)
    tried = trial.Trial(windows, made, pictures)
    results = [
        _told(step.__name__, partial(trial.held, step, tried)) for step in trial.STEPS
    ]
    if isinstance(windows, Wine):
        seen = pictures.relative_to(ROOT)
        print(f"The running window is in {seen}: look at it.", flush=True)
    if option == "" and isinstance(windows, Wine):
        fingerprint.note(results)
        print(f"Noted in {fingerprint.NOTE}.", flush=True)
    return 0


def _home() -> Path:
    given = os.environ.get("WINKIT_HOME")
    return Path(given) if given else Path.home() / ".cache" / "winkit"


@contextmanager
def _screen() -> Iterator[None]:
    """A screen of our own, where Windows has none."""
    if os.name == "nt":
        yield
        return
    with virtual_screen() as name:
        before = os.environ.get("DISPLAY")
        os.environ["DISPLAY"] = name
        try:
            yield
        finally:
            os.environ.pop("DISPLAY")
            if before is not None:
                os.environ["DISPLAY"] = before


def _told(name: str, step: Callable[[], T]) -> T:
    """What `step` returns; it is said what was done and how long it took."""
    begun = time.monotonic()
    result = step()
    took = f"({time.monotonic() - begun:.0f} s)"
    print(
        f"{name:14}{result if isinstance(result, str) else 'done'} {took}", flush=True
    )
    return result


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
