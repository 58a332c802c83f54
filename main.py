"""The door: commands and options go to the command line, a file opens the window."""

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path

NO_DISPLAY = (
    "Máy này không có màn hình để mở cửa sổ; dùng dòng lệnh: main.py check --help."
)

COMMANDS = ("check", "letter", "audit", "slips")
"""Words that are no files to open; one that this version lacks is refused in words."""

SELF_TEST = "--self-test"

STOPPED = 2
"""Exit code where the program cannot work."""


def main(arguments: list[str]) -> int:
    """Run the program and return its exit code."""
    from core import READ_FILES

    if arguments == [READ_FILES]:
        gc.disable()  # what is loaded now stays: looking through it for waste is waste
        from core.importing import child

        return child.run()
    if not wants_window(arguments):
        return _without_window(arguments)
    if not has_display():
        sys.stderr.write(f"{NO_DISPLAY}\n")
        return STOPPED
    gc.disable()  # until the window stands (`ui.program`)
    ahead = _begun(Path(arguments[0])) if arguments else None
    from ui import app

    return app.run(arguments, ahead)


def _begun(path: Path) -> object:
    """What reads `path` already, a `FileAhead`, while Qt is loaded."""
    from core import reading_process

    reading = None
    with suppress(OSError):  # told when the file is read
        reading = reading_process.start(reading_process.own_command())
    from ui import file_ahead

    return file_ahead.FileAhead(path, reading)


def wants_window(arguments: list[str]) -> bool:
    """Whether it is the window that was asked for, not the command line."""
    first = arguments[0] if arguments else ""
    if first in COMMANDS or first.startswith("-"):
        return False
    return not first or not _is_refused(first)


def _is_refused(word: str) -> bool:
    """Whether the program for terminals has no use for `word`.

    A script would wait for a window that nobody sees; the windowed program opens its
    window and says there that it finds no such file.
    """
    from core import console
    from core.long_paths import extended

    if not console.is_for_terminals():
        return False
    try:
        return not extended(Path(word)).exists()
    except OSError:  # it is there, and not for us
        return False


def _without_window(arguments: list[str]) -> int:
    from core import console

    console.prepare()  # before anything that may fail and has to say so
    if arguments == [SELF_TEST]:
        from ui import self_test

        return self_test.run(has_display=has_display())
    from core.importing.reader import Reader

    with Reader() as reader:
        if len(arguments) > 1 and not arguments[1].startswith("-"):
            reader.start()  # it gets ready while we do
        from core import cli

        return cli.run(arguments, reader)


def has_display() -> bool:
    """Whether there is a screen for the window; Qt aborts without one on Linux."""
    chosen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in chosen)


def start(arguments: list[str]) -> int:
    """Run the program; where the packed one cannot even begin, tell the user so."""
    try:
        return main(arguments)
    except Exception as error:
        if not getattr(sys, "frozen", False):
            raise
        from core import failed_start

        failed_start.tell(error, in_a_box=wants_window(arguments))
        return STOPPED


if __name__ == "__main__":
    sys.exit(start(sys.argv[1:]))
