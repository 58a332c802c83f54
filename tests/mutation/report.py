"""docs/dot-bien.md: how many small faults in the rules were noticed when last tried."""

import re
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "dot-bien.md"
_ROW = re.compile(r"^\| (\w+) \|.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the faults of one family.

    Attributes:
        family: "N", or "figures".
        there: How many faults can be planted.
        tried: How many were.
        survivors: Those that nobody noticed: file, line, what was changed.
        seed: By which they were chosen.
        day: When.
    """

    family: str
    there: int
    tried: int
    survivors: tuple[str, ...]
    seed: int
    day: str

    @property
    def share(self) -> float:
        """The share that was noticed, 1 for all."""
        return 1 - len(self.survivors) / self.tried if self.tried else 1.0

    @property
    def told(self) -> str:
        """The outcome in a line."""
        killed = self.tried - len(self.survivors)
        return (
            f"{self.family}: {killed} of {self.tried} faults noticed"
            f" ({self.share:.0%}; {self.there} can be planted)"
        )

    @property
    def row(self) -> str:
        """The outcome as a row of the page."""
        killed = self.tried - len(self.survivors)
        return (
            f"| {self.family} | {self.there} | {self.tried} | {killed} |"
            f" {self.share:.0%} | {self.seed} | {self.day} |"
        )


def keep(outcome: Outcome, page: Path = PAGE) -> None:
    """Put the outcome in the row of its family, in place of an older one."""
    text = page.read_text(encoding="utf-8")
    rows = {found[1]: found[0] for found in _ROW.finditer(text)}
    if outcome.family in rows:
        text = text.replace(rows[outcome.family], outcome.row)
    else:
        text = f"{text.rstrip()}\n{outcome.row}\n"
    page.write_text(text, encoding="utf-8")
