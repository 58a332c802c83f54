"""The annex of a letter: the figures as a table (phụ lục); docs/linh-vuc.md 4.3."""

from core.figures import show_long_date
from core.frozen import replace
from core.letter import criteria_table, units_table
from core.letter.draft import Draft
from core.letter.model import Annex, Figure, Pieces, Table, plain_text, text_of
from core.report import Layout

_BLANK_NUMBER = "\u00a0" * 6
_MARKS = ("*", "**")
_CUMULATIVE = "ecopy_cumulative"


def is_due(draft: Draft) -> bool:
    """Whether the report holds figures for an annex."""
    if draft.report.layout is Layout.CRITERIA:
        return bool(criteria_table.groups(draft))
    return bool(units_table.rows(draft))


def annexes(draft: Draft, number: str) -> tuple[Annex, ...]:
    """The annexes of the letter with that number; none where there is no table."""
    if not is_due(draft):
        return ()
    is_by_unit = draft.report.layout is Layout.UNITS
    found = units_table.table(draft) if is_by_unit else criteria_table.table(draft)
    return (
        Annex(
            label=draft.facts.wording.text("annex.label"),
            title=_title(draft),
            reference=_reference(draft, number),
            table=found,
            notes=_notes(draft, found),
        ),
    )


def _title(draft: Draft) -> tuple[Pieces, ...]:
    """The lines of the title in capitals, the period still a figure."""
    is_by_unit = draft.report.layout is Layout.UNITS
    name = draft.kind.value if is_by_unit else "criteria"
    lines = draft.facts.wording.lines(f"annex.title.{name}")
    return tuple(_in_capitals(draft.fill(line, {})) for line in lines)


def _in_capitals(pieces: Pieces) -> Pieces:
    return tuple(
        replace(piece, text=piece.text.upper())
        if isinstance(piece, Figure)
        else piece.upper()
        for piece in pieces
    )


def _reference(draft: Draft, number: str) -> str:
    """The line under the title; the number stays blank until văn thư gives one."""
    words = draft.say(
        "annex.reference",
        number=number or _BLANK_NUMBER,
        symbol=draft.profile.symbol,
        day=show_long_date(draft.day),
    )
    return plain_text(words)


def _notes(draft: Draft, found: Table) -> tuple[Pieces, ...]:
    """What the marks in the headings mean, and when the figures were taken."""
    headings = " ".join(f"{one.group} {one.label}" for one in found.columns)
    notes = [
        draft.say(f"annex.note.{mark}") for mark in _MARKS if f"({mark})" in headings
    ]
    since = draft.profile.cumulative_since
    if since is not None and _CUMULATIVE in units_table.keys(draft):
        notes.append(draft.say("annex.note.cumulative", since=show_long_date(since)))
    blank = draft.facts.wording.text("missing.cell")
    if any(text_of(cell) == blank for row in found.rows for cell in row.cells):
        notes.append(draft.say("annex.note.missing"))
    if as_of := draft.facts.as_of:
        notes.append(draft.say("annex.note.as_of", as_of=as_of))
    return tuple(notes)
