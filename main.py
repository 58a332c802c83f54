"""The door: commands and options go to the command line, a file opens the window."""

import sys

COMMANDS = ("check", "letter", "audit", "slips")
"""Words that are no files to open; one that this version lacks is refused in words."""


def main(arguments: list[str]) -> int:
    """Run the program and return its exit code."""
    first = arguments[0] if arguments else ""
    if first in COMMANDS or first.startswith("-"):
        from core import cli

        return cli.run(arguments)
    from ui import app

    return app.run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
