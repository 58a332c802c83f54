"""The door: commands and options go to the command line, a file opens the window."""

import os
import sys

NO_DISPLAY = (
    "Máy này không có màn hình để mở cửa sổ; dùng dòng lệnh: main.py check --help."
)

COMMANDS = ("check", "letter", "audit", "slips")
"""Words that are no files to open; one that this version lacks is refused in words."""


def main(arguments: list[str]) -> int:
    """Run the program and return its exit code."""
    first = arguments[0] if arguments else ""
    if first in COMMANDS or first.startswith("-"):
        from core import cli

        return cli.run(arguments)
    if not has_display():
        sys.stderr.write(f"{NO_DISPLAY}\n")
        return 2
    from ui import app

    return app.run(arguments)


def has_display() -> bool:
    """Whether there is a screen for the window; Qt aborts without one on Linux."""
    chosen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in chosen)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
