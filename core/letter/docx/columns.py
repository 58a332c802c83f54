"""How wide the columns of an annex table are, and how large its type."""

from dataclasses import dataclass

from core.letter import typography
from core.letter.model import Column, Table, text_of
from core.letter.typography import mm_to_pt, twips
from core.letter.widths import Face, longest_word

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
        words = _words(table)
        for size in typography.TABLE_SIZES:
            least = [_least(one, size) for one in words]
            if sum(least) <= room:
                break
        else:  # more columns than a page can hold: words are broken, nothing is lost
            least = [0] * len(words)
        weights = [column.weight for column in table.columns]
        return cls(_share(room, weights, least), size)


@dataclass(frozen=True, slots=True)
class _Words:
    """What a column has to hold: words of its heading, of its cells, of bold cells."""

    bold: str
    plain: str
    shared: float
    group: str


def _words(table: Table) -> list[_Words]:
    """The words of each column."""
    members = [column.group for column in table.columns]
    strong = [row.cells for row in table.rows if row.strong]
    plain = [row.cells for row in table.rows if not row.strong]
    return [
        _Words(
            bold=_distinct(column, [text_of(cells[at]) for cells in strong]),
            plain=" ".join({text_of(cells[at]) for cells in plain}),
            shared=members.count(column.group),
            group=column.group,
        )
        for at, column in enumerate(table.columns)
    ]


def _distinct(column: Column, cells: list[str]) -> str:
    return " ".join([column.label, *cells])


def _least(words: _Words, size: float) -> int:
    """The width, in twips, below which a word would be broken."""
    widest = max(
        longest_word(words.bold, size, Face.BOLD),
        longest_word(words.plain, size),
        longest_word(words.group, size, Face.BOLD) / words.shared,
    )
    return twips(widest + _SPARE + 2 * mm_to_pt(typography.CELL_MARGIN))


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
