"""A question about a file, and its answers, as values (câu hỏi khi nhập tệp)."""

from core.frozen import frozen
from core.report import REPORT, Cell, Field, Place, Value

CONFLICT = "conflict"
"""Titles, sheet names and the file's name do not agree."""

UNREAD = "unread"
"""What is told of the period cannot be read: it is to be typed, there is no answer."""


@frozen
class Answer:
    """One way to read the first of a question's places.

    Attributes:
        value: What would stand there.
        shown: The same as offices write it ("40,25").
        words: What it is ("số thập phân"), for the second line of a button.
    """

    value: Value
    shown: str
    words: str


@frozen
class Question:
    """What is asked of one column, or of the period; no answer is ever preselected.

    Attributes:
        field: Which figure; for the period `PERIOD_PLACE.field`.
        sign: What makes it doubtful (`signs.DOT`, `signs.DATE`, `CONFLICT` …).
        places: Every place it is asked of, in table order.
        texts: What stands in the file, by place.
        answers: The readings of the first place; the same choice is made for the others.
        proposal: Which answer is likely, or None.
        reason: Why, as a sentence; where there is no proposal, that.
        title: The question as a sentence (“40.250” là số nào?).
        where: Unit, figure and cell of the first place, for the line under it.
        cells: By place those that the answers would put there, where other places of the
            file say them; empty where the answers are readings of the place's own text.
    """

    field: Field
    sign: str
    places: tuple[Place, ...]
    texts: tuple[str, ...]
    answers: tuple[Answer, ...]
    proposal: int | None
    reason: str
    title: str
    where: str
    cells: tuple[tuple[Cell, ...], ...] = ()

    @property
    def is_of_report(self) -> bool:
        """Whether it is about the period or the time, not about a column."""
        return self.places[0].row == REPORT
