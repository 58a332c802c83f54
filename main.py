"""The door: a command goes to the command line, anything else opens the window."""

import sys

COMMANDS = ("check", "letter", "-h", "--help")


def main(arguments: list[str]) -> int:
    """Run the program and return its exit code."""
    if arguments and arguments[0] in COMMANDS:
        from core import cli

        return cli.run(arguments)
    from ui import app

    return app.run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
