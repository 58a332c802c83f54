"""What rules compare with, with the office's own days off and words put into it."""

from core import holidays, reference
from core.frozen import replace
from core.holidays import Holidays
from core.office import DayOff, OwnWord
from core.reference import Abbreviation, Reference, Term
from core.rules.context import Context


def applied(context: Context) -> Context:
    """The context with the tables of the office that it speaks of."""
    profile = context.profile
    if profile is None or not (profile.days_off or profile.words):
        return context
    return replace(
        context,
        holidays=with_days(context.holidays or holidays.bundled(), profile.days_off),
        reference=with_words(context.reference or reference.bundled(), profile.words),
    )


def with_days(known: Holidays, own: tuple[DayOff, ...]) -> Holidays:
    """The days off with an office's own, which count where the two differ."""
    days = {one.day for one in own}
    off = {day: name for day, name in known.off.items() if day not in days}
    working = {day: name for day, name in known.working.items() if day not in days}
    off |= {one.day: one.name or "ngày nghỉ" for one in own if not one.works}
    working |= {one.day: one.name for one in own if one.works}
    return Holidays(off, working, known.years)


def with_words(known: Reference, own: tuple[OwnWord, ...]) -> Reference:
    """The reference with an office's own spellings and abbreviations, which count.

    Another spelling of the same term, in capitals or small letters, gives way to its own.
    """
    terms = {one.text.casefold(): one.text for one in own if not one.full}
    short = {one.text for one in own if one.full}
    kept = tuple(one for one in known.abbreviations if one.short not in short)
    added = (Abbreviation(one.text, one.full, common=True) for one in own if one.full)
    small = tuple(word for word in known.words("small") if word not in terms.values())
    named = {one.name.casefold() for one in known.terms}
    new = (Term(text) for key, text in terms.items() if key not in named)
    return replace(
        known,
        terms=(*(_spelled(one, terms) for one in known.terms), *new),
        abbreviations=(*kept, *added),
        lists={**known.lists, "small": small},
    )


def _spelled(term: Term, own: dict[str, str]) -> Term:
    """The term as the office spells it, or calls it by another of its names."""
    for way in (term.name, *term.others):
        if (text := own.get(way.casefold())) is not None:
            others = tuple(one for one in (term.name, *term.others) if one != way)
            return replace(term, name=text, others=others)
    return term
