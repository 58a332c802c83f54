"""From figures to a letter: what it says, part by part (soạn công văn).

Pure: report, index, profile, wording and date in, `Letter` out. Nothing is said that
the figures do not show; a figure that is asked for and not there says so in brackets.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeAlias

from core.catalogue import Catalogue
from core.frozen import replace
from core.letter import annex, commune, opening, superior
from core.letter.abbreviations import spelled_out
from core.letter.draft import Draft
from core.letter.facts import Facts
from core.letter.model import Letter, Paragraph, Section, Style
from core.letter.overrides import rewritten
from core.letter.results import results
from core.letter.wording import Wording
from core.office import LetterKind, OfficeProfile
from core.ownership import own_row
from core.report import Report

_Parts: TypeAlias = Callable[[Draft], list[list[Paragraph]]]

KINDS: Mapping[LetterKind, _Parts] = {
    LetterKind.COMMUNE: commune.parts,
    LetterKind.SUPERIOR: superior.parts,
}
"""What follows the results, by kind: a new kind is registered here."""

_HEADINGS = {
    Section.RESULT: "result",
    Section.WEAKNESS: "weakness",
    Section.TASKS: "tasks",
    Section.PETITION: "petition",
}


def compose(  # noqa: PLR0913 - one door to all that a letter is made of
    report: Report,
    catalogue: Catalogue,
    profile: OfficeProfile,
    wording: Wording,
    *,
    day: date,
    kind: LetterKind | None = None,
    number: str = "",
    previous: Report | None = None,
    overrides: Mapping[str, str] | None = None,
) -> Letter:
    """The letter about `report`.

    Args:
        report: The figures.
        catalogue: The index.
        profile: Who writes, to whom, who signs.
        wording: How it is said.
        day: The letter's date.
        kind: Which letter; the profile's own unless given.
        number: As issued; empty until văn thư gives one.
        previous: The previous period's figures, to compare with.
        overrides: Texts by paragraph key, in place of what is composed.
    """
    kind = kind or profile.kind
    if report.own is None:
        report = replace(report, own=own_row(report, profile, kind))
    facts = Facts(report, catalogue, wording)
    draft = Draft(facts, profile, kind, day, previous)
    number = _number(number)
    return Letter(
        kind=kind,
        letterhead=profile.letterhead,
        symbol=profile.symbol,
        place=profile.place,
        day=day,
        subject=draft.say_kind("subject"),
        addressees=profile.addressees,
        body=_body(draft, overrides or {}),
        recipients=profile.recipients,
        archive=profile.archive,
        signatory=profile.signatory,
        author=profile.name,
        period=report.period,
        superior=profile.superior,
        number=number,
        annexes=annex.annexes(draft, number),
    )


def _number(number: str) -> str:
    """The number as the decree writes it: below 10 with a zero (NĐ 30, 4.2)."""
    number = number.strip()
    return f"{int(number):02d}" if number.isdecimal() else number


def _body(draft: Draft, overrides: Mapping[str, str]) -> tuple[Paragraph, ...]:
    parts = [results(draft), *KINDS[draft.kind](draft)]
    composed = (*opening.basis(draft), *_headed(draft, parts), *opening.closing(draft))
    meanings = draft.facts.wording.table("abbreviation")
    body = rewritten(composed, overrides)
    return spelled_out(body, meanings, frozenset(overrides))


def _headed(draft: Draft, parts: Iterable[list[Paragraph]]) -> list[Paragraph]:
    """The parts that say something, under headings numbered from 1."""
    body: list[Paragraph] = []
    said = [part for part in parts if part]
    for number, part in enumerate(said, start=1):
        section = part[0].section
        name = _HEADINGS[section]
        text = draft.facts.wording.text(f"heading.{name}")
        sign = f"{number}. "
        body.append(
            Paragraph(f"heading.{name}", section, Style.HEADING, (sign + text,))
        )
        body += part
    return body
