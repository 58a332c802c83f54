"""What composing a letter works on, and the paragraphs it is made of (bản thảo)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.letter.facts import Facts
from core.letter.model import Paragraph, Pieces, Section, Style
from core.letter.wording import Slot, fill, join
from core.office import LetterKind, OfficeProfile, Target
from core.report import Place, Report, Row

Item: TypeAlias = tuple[str, Pieces]
"""A point to be made: the key of its paragraph, and its words without sign or end."""

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points (khoản, điểm): the Vietnamese alphabet without ă, â, ê, ô, …"""


@dataclass(frozen=True, slots=True)
class Draft:
    """All that the parts of a letter are composed from.

    Attributes:
        facts: The figures, the index and the wording.
        profile: Who writes.
        kind: Which letter.
        day: Its date.
        previous: The previous period's figures, or None.
    """

    facts: Facts
    profile: OfficeProfile
    kind: LetterKind
    day: date
    previous: Report | None = None

    @property
    def report(self) -> Report:
        """The figures."""
        return self.facts.report

    @property
    def year(self) -> int:
        """The year whose targets count: the period's, else the letter's."""
        period = self.report.period
        return self.day.year if period is None else period.year

    @property
    def head(self) -> Row | None:
        """The row that speaks for the office."""
        return self.report.head

    def place(self, indicator: str) -> Place:
        """Where the office's own figure of `indicator` stands, or would stand."""
        return Place(self.report.head_id, indicator)

    def target(self, indicator: str) -> Target | None:
        """The office's target of `indicator` in the year of the period."""
        return self.profile.targets.find(indicator, self.year)

    def say(self, key: str, **slots: Slot) -> Pieces:
        """The wording `key` with its slots filled; the common ones fill themselves."""
        return self.fill(self.facts.wording.text(key), slots)

    def say_kind(self, part: str, **slots: Slot) -> Pieces:
        """The wording of `part` for this kind of letter."""
        return self.say(f"{part}.{self.kind.value}", **slots)

    def fill(self, pattern: str, slots: Mapping[str, Slot]) -> Pieces:
        """`pattern` with its slots filled; the common ones fill themselves."""
        common: dict[str, Slot] = {
            "name": self.profile.name,
            "area": self.profile.area,
            "peers": self.peers,
            "ordered": self.profile.ordered or self.facts.wording.text("tasks.ordered"),
            "petition_to": self.profile.petition_to,
            "period": self.facts.period,
        }
        return fill(pattern, common | dict(slots))

    @property
    def peers(self) -> str:
        """Among whom the office is ranked: "xã, phường của thị xã Hòa Thành"."""
        peers, area = self.profile.peers, self.profile.superior_area
        return f"{peers} của {area}" if peers and area else peers

    def name_of(self, indicator: str) -> str:
        """The indicator's name at the start of a line of the letter."""
        found = self.facts.catalogue.indicators[indicator]
        known = self.facts.wording.find(f"criterion.{indicator}.name")
        return known or found.full_name or found.name


def body(key: str, section: Section, *parts: Pieces) -> Paragraph:
    """A plain paragraph."""
    return Paragraph(key, section, Style.BODY, join(*parts))


def dashed(section: Section, items: Sequence[Item], between: str) -> list[Paragraph]:
    """The items as "- …" lines: `between` ends each but the last, which ends in "."."""
    last = len(items) - 1
    return [
        Paragraph(
            key,
            section,
            Style.DASH,
            join(("- ",), pieces, (between if number < last else ".",)),
        )
        for number, (key, pieces) in enumerate(items)
    ]


def lettered(section: Section, items: Sequence[Item]) -> list[Paragraph]:
    """The items as points "a) …", each a sentence."""
    return [
        Paragraph(
            key, section, Style.POINT, join((f"{letter(number)}) ",), text, (".",))
        )
        for number, (key, text) in enumerate(items)
    ]


def letter(number: int) -> str:
    """The sign of point `number`, from 0: "a", "b", …, "y", then "aa", and so on."""
    times, rest = divmod(number, len(LETTERS))
    return LETTERS[rest] * (times + 1)
