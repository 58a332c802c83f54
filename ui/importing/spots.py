"""Where in the file a figure of the report stands."""

import re
from collections.abc import Iterator

from core.importing.choosing.question import Question
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


def asked_spots(
    session: Session, sheet: str
) -> tuple[dict[Spot, str], dict[Spot, str]]:
    """The cells of a sheet still asked about, and those answered, as they are quoted."""
    still: dict[Spot, str] = {}
    answered: dict[Spot, str] = {}
    report = session.recognised.opened.report
    for question in session.questions:
        into = still if session.is_open(question) else answered
        for at, text in _told(report, question):
            found = spot_of(at)
            if found is not None and found[0] == sheet:
                into[found[1]] = "" if question.is_of_report else text
    return still, answered


def _told(report: Report, question: Question) -> Iterator[tuple[str | None, str]]:
    """The addresses that a question is about, with what stands there.

    Where places of the file disagree each is shown as it stands, and none of them with
    what the others say.
    """
    if question.cells:
        for rivals in question.cells:
            yield from ((cell.at, cell.raw) for cell in rivals)
        return
    for place, text in zip(question.places, question.texts, strict=True):
        yield report.cell(place).at, text
