"""Where in the file a figure of the report stands."""

import re

from core.importing.grid import Spot
from core.report import Place, Report
from ui.importing.session import Session

_AT = re.compile(r"(?P<sheet>.*)!(?P<column>[A-Z]+)(?P<row>\d+)")


def spot_of(at: str | None) -> tuple[str, Spot] | None:
    """Sheet and cell of an address as cells remember it (`Phụ lục!G7`)."""
    found = None if at is None else _AT.fullmatch(at)
    if found is None:
        return None
    column = 0
    for letter in found["column"]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return found["sheet"], Spot(int(found["row"]), column)


def place_spot(report: Report, place: Place) -> tuple[str, Spot] | None:
    """Where the figure at `place` was read."""
    return spot_of(report.cell(place).at)


def asked_spots(session: Session, sheet: str) -> tuple[list[Spot], list[Spot]]:
    """The cells of a sheet that are still asked about, and those answered."""
    still: list[Spot] = []
    answered: list[Spot] = []
    report = session.recognised.opened.report
    for question in session.questions:
        into = still if session.is_open(question) else answered
        for place in question.places:
            found = place_spot(report, place)
            if found is not None and found[0] == sheet:
                into.append(found[1])
    return still, answered
