"""The steps of a report and how many of them stand: undo and redo (hoàn tác, làm lại).

Pure values: nothing here knows of files or windows.
"""

from collections.abc import Sequence

from core.frozen import frozen, replace
from core.report import Change, Edit, Place, Report


@frozen
class History:
    """Changes in order, the first `position` of which stand.

    Attributes:
        changes: From the oldest; those from `position` on have been undone.
        position: How many stand.
    """

    changes: tuple[Change, ...] = ()
    position: int = 0

    def __post_init__(self) -> None:
        """Refuse a position that no step leads to.

        Raises:
            ValueError: The position is outside the changes.
        """
        if not 0 <= self.position <= len(self.changes):
            message = f"position {self.position} of {len(self.changes)} changes"
            raise ValueError(message)

    @property
    def done(self) -> tuple[Change, ...]:
        """The changes that stand, from the oldest."""
        return self.changes[: self.position]

    @property
    def undone(self) -> tuple[Change, ...]:
        """The changes that redo can bring back, the next one first."""
        return self.changes[self.position :]

    @property
    def last(self) -> Change | None:
        """The change that undo takes back, or None."""
        return self.done[-1] if self.position else None

    @property
    def next(self) -> Change | None:
        """The change that redo brings back, or None."""
        return self.undone[0] if self.undone else None

    def push(self, change: Change) -> tuple["History", int]:
        """The history with `change` done, and how many steps of redo that drops."""
        changes = (*self.done, change)
        return History(changes, len(changes)), len(self.undone)

    def step_back(self) -> tuple["History", Change]:
        """The history with one step fewer, and the change that takes it back.

        Raises:
            IndexError: Nothing stands (the caller looks at `last` first).
        """
        if self.last is None:
            message = "no step to take back"
            raise IndexError(message)
        return replace(self, position=self.position - 1), self.last.inverse

    def step_forward(self) -> tuple["History", Change]:
        """The history with one step more, and the change that it brings back.

        Raises:
            IndexError: Nothing was undone (the caller looks at `next` first).
        """
        if self.next is None:
            message = "no step to bring back"
            raise IndexError(message)
        return replace(self, position=self.position + 1), self.next

    def present(self, base: Report) -> Report:
        """The report that the standing changes make of `base`.

        They are applied as one, so that a thousand steps on a large report do not
        put its rows in order a thousand times.
        """
        return _made(base, self.done)

    def as_read(self, base: Report) -> Report:
        """What files said last: `base` with the steps that took cells from a file."""
        return _made(base, tuple(one for one in self.done if one.readings is not None))


def _made(base: Report, changes: Sequence[Change]) -> Report:
    edits: dict[Place, Edit] = {}
    readings = None
    for change in changes:
        readings = change.readings or readings
        for edit in change.edits:
            first = edits.pop(edit.place, edit)  # the last put in wins
            edits[edit.place] = Edit(edit.place, first.before, edit.after)
    if not changes:
        return base
    return base.apply(Change("", tuple(edits.values()), changes[-1].at, readings))
