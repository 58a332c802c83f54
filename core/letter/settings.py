"""What the clerk set for one letter: its date, number, kind and rewritten paragraphs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from core.office import LetterKind


@dataclass(frozen=True, slots=True)
class LetterSettings:
    """What belongs to one month's letter and comes from no figure.

    Attributes:
        day: The letter's date, or None for the day it is composed.
        number: As issued; empty until văn thư gives one.
        kind: Which letter, or None for the office's own.
        overrides: What staff rewrote by hand, by paragraph key.
        saved_path: The file it was last saved to; empty for none.
        saved_at: When that was.
    """

    day: date | None = None
    number: str = ""
    kind: LetterKind | None = None
    overrides: Mapping[str, str] = field(default_factory=dict)
    saved_path: str = ""
    saved_at: datetime | None = None

    def as_json(self) -> dict[str, Any]:
        """The settings as the store keeps them."""
        return {
            "day": self.day.isoformat() if self.day else None,
            "number": self.number,
            "kind": self.kind.value if self.kind else None,
            "overrides": dict(self.overrides),
            "saved_path": self.saved_path,
            "saved_at": self.saved_at.isoformat() if self.saved_at else None,
        }

    @classmethod
    def of_json(cls, data: Mapping[str, Any]) -> "LetterSettings":
        """The settings that `as_json` told of; what is absent is as if never set."""
        day, saved_at, kind = data.get("day"), data.get("saved_at"), data.get("kind")
        return cls(
            day=date.fromisoformat(day) if day else None,
            number=data.get("number", ""),
            kind=LetterKind(kind) if kind else None,
            overrides=dict(data.get("overrides", {})),
            saved_path=data.get("saved_path", ""),
            saved_at=datetime.fromisoformat(saved_at) if saved_at else None,
        )
