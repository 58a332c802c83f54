"""What each command takes, and what is told of a command line that does not fit."""

import argparse
from pathlib import Path
from typing import NoReturn

from core import console
from core.errors import UsageError
from core.office import LetterKind


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are errors of ours, in Vietnamese."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line.

        Raises:
            UsageError: Always.
        """
        sentence = (
            f"Dòng lệnh chưa đúng; gõ “{console.program()} check --help” để xem cách "
            "dùng."
        )
        raise UsageError(sentence, detail=message)


def parser(command: str) -> Parser:
    """A parser of what `command` takes; what only the others take is refused."""
    made = Parser(add_help=False, allow_abbrev=False)
    made.add_argument("command")
    made.add_argument("file", nargs="?")
    _OWN[command](made)
    made.add_argument("--profile")
    if command == "audit":
        return made
    made.add_argument("--date")
    made.add_argument("--set", action="append", default=[], dest="typed")
    made.add_argument("--period")
    made.add_argument("--as-of")
    made.add_argument("--unit")
    made.add_argument("--hidden", action="store_true")
    return made


def _of_check(made: Parser) -> None:
    made.add_argument("--json", action="store_true")
    made.set_defaults(kind=None)


def _of_letter(made: Parser) -> None:
    made.add_argument("-o", "--output", type=Path)
    made.add_argument("--kind", choices=[one.value for one in LetterKind])
    made.add_argument("--number", default="")
    made.add_argument("--strict", action="store_true")


def _of_audit(made: Parser) -> None:
    made.add_argument("--report", type=Path)
    made.add_argument("--json", action="store_true")
    made.add_argument("--comments", type=Path)


_OWN = {"check": _of_check, "letter": _of_letter, "audit": _of_audit}

COMMANDS = tuple(_OWN)
"""First words that the command line answers."""
