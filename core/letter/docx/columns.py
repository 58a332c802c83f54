"""How wide the columns of an annex table are, and how large its type."""

from dataclasses import dataclass

from core.letter import typography
from core.letter.model import Table, text_of
from core.letter.typography import mm_to_pt, twips
from core.letter.widths import Face, longest_word

_FACES = {False: Face.REGULAR, True: Face.BOLD}
_SPARE = 1.0  # pt: so that rounding never breaks a word


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in twips, which fill the room exactly, and the size of type in pt."""

    widths: tuple[int, ...]
    size: float

    @classmethod
    def fit(cls, table: Table, room: int) -> "Columns":
        """Columns by their weight, but none narrower than its widest word.

        `room` is in twips. Where the words do not fit, the type is made smaller.
        """
        for size in typography.TABLE_SIZES:
            least = _least(table, size)
            if sum(least) <= room:
                break
        else:  # more columns than a page can hold: words are broken, nothing is lost
            least = [0] * len(table.columns)
        weights = [column.weight for column in table.columns]
        return cls(_share(room, weights, least), size)


def _least(table: Table, size: float) -> list[int]:
    """The width of each column, in twips, below which a word would be broken."""
    groups = [column.group for column in table.columns]
    least = []
    for at, column in enumerate(table.columns):
        widest = max(
            longest_word(column.label, size, Face.BOLD),
            longest_word(column.group, size, Face.BOLD) / groups.count(column.group),
            *(
                longest_word(text_of(row.cells[at]), size, _FACES[row.strong])
                for row in table.rows
            ),
        )
        least.append(twips(widest + _SPARE + 2 * mm_to_pt(typography.CELL_MARGIN)))
    return least


def _share(room: int, weights: list[float], least: list[int]) -> tuple[int, ...]:
    """`room` by weight; who would get less than his least gets that, the rest share."""
    fixed: dict[int, int] = {}
    while True:
        free = [at for at in range(len(weights)) if at not in fixed]
        left = room - sum(fixed.values())
        total = sum(weights[at] for at in free) or 1.0
        short = {at: least[at] for at in free if left * weights[at] / total < least[at]}
        if not short:
            break
        fixed |= short
    widths = [
        fixed[at] if at in fixed else int(left * weights[at] / total)
        for at in range(len(weights))
    ]
    widths[-1] += room - sum(widths)
    return tuple(widths)
