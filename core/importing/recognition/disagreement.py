"""What several places of a file say of one thing, in one text: "46 (D7); 45 (E7)"."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from core.figures import clean
from core.patterns import later
from core.report import Cell, Unreadable

_PART = later(r"(?:^|(?<=\); ))(?P<value>[^()]+) \((?P<at>.+?)\)(?=; |$)")
_ADDRESS = later(r"(?:.+!)?[A-Z]{1,3}[1-9]\d*")

MOST = 12
"""How many places are named; nobody looks at more, and broken files have thousands."""

BLANK = "ô trống"
"""What is said of a place in which nothing stands."""


def text(said: Iterable[tuple[str, str]]) -> str:
    """Values as texts, each with the place where it stands, as one text."""
    return "; ".join(f"{value or BLANK} ({at})" for value, at in said)


def differ(cells: Sequence[Cell]) -> Cell | None:
    """One cell that says what several say of one figure; None where they agree."""
    if all(one.value == cells[0].value for one in cells):
        return None
    sheet, sign, _ = (cells[0].at or "").rpartition("!")
    own = f"{sheet}{sign}"
    said = [(clean(one.raw), (one.at or "").removeprefix(own)) for one in cells]
    if not all((one.at or "").startswith(own) for one in cells):
        said = [(clean(one.raw), one.at or "") for one in cells]
    numbers = [one.value for one in cells if isinstance(one.value, Decimal)]
    told = text(said)
    readings = tuple(numbers) if len(numbers) == len(cells) else ()
    return Cell(Unreadable(told, readings), told, cells[0].at)


def parts(text: str) -> Iterator[tuple[str, str]]:
    """The values in such a text, each with its place, which may be a file's name."""
    for one in _PART.finditer(text):
        yield one["value"], one["at"]


def cells(text: str) -> tuple[tuple[str, str], ...]:
    """The values that several cells say, each with its address; nothing else."""
    found = tuple(parts(text))
    is_whole = "; ".join(f"{value} ({at})" for value, at in found) == text
    are_cells = all(_ADDRESS.fullmatch(at) for _, at in found)
    return found if len(found) > 1 and is_whole and are_cells else ()
