"""The page set-ups of a file: paper, margins, page numbers (`w:sectPr`)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from core.letter.docx.reading_xml import (
    Element,
    R,
    W,
    is_on,
    mm,
    value,
    whole,
)
from core.paper.model import Setup

_PAGE: Final = re.compile(r"\s*(?:PAGE|SECTION)\b", re.IGNORECASE)
_OF_PAGES: Final = ("default", "even")
_USUAL: Final = Setup()


@dataclass(frozen=True, slots=True)
class Pages:
    """A section: its set-up, the room of its text in mm, and how it begins."""

    setup: Setup
    room: float
    same_page: bool


def pages(
    sections: list[Element], header: Callable[[str], Element | None]
) -> tuple[Pages, ...]:
    """The sections in order; `header` gives the part of a relation's id."""
    found: list[Pages] = []
    numbered: dict[str, bool] = {}
    for one in sections:
        numbered = {**numbered, **_numbered(one, header)}
        setup = _setup(one, numbered)
        found.append(
            Pages(
                setup,
                setup.width - setup.left - setup.right,
                value(one, "type") == "continuous",
            )
        )
    return tuple(found) or (Pages(_USUAL, 165.0, same_page=True),)


def _numbered(
    section: Element, header: Callable[[str], Element | None]
) -> dict[str, bool]:
    """By kind of header or footer, whether it bears a page number.

    A section without one of a kind takes that of the section before.
    """
    found: dict[str, bool] = {}
    for one in section:
        if one.tag in (f"{W}headerReference", f"{W}footerReference"):
            where = str(one.tag).removesuffix("Reference").removeprefix(W)
            part = header(one.get(f"{R}id", ""))
            kind = one.get(f"{W}type", "default")
            found[f"{where} {kind}"] = part is not None and _has_number(part)
    return found


def _has_number(part: Element) -> bool:
    texts = (one.text or "" for one in part.iter(f"{W}instrText"))
    simple = (one.get(f"{W}instr", "") for one in part.iter(f"{W}fldSimple"))
    every = ["".join(texts), *simple]
    return any(_PAGE.search(one) for one in every) or (
        next(part.iter(f"{W}pgNum"), None) is not None
    )


def _setup(section: Element, numbered: Mapping[str, bool]) -> Setup:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    number, title = section.find(f"{W}pgNumType"), section.find(f"{W}titlePg")
    bears = {
        kind: any(numbered.get(f"{where} {kind}") for where in ("header", "footer"))
        for kind in (*_OF_PAGES, "first")
    }
    is_numbered = any(bears[kind] for kind in _OF_PAGES)
    own_first = title is not None and is_on(title)
    start = None if number is None else whole(number.get(f"{W}start"))
    gutter = _length(margins, "gutter", 0.0)
    return Setup(
        width=_length(size, "w", _USUAL.width),
        height=_length(size, "h", _USUAL.height),
        top=abs(_length(margins, "top", _USUAL.top)),
        bottom=abs(_length(margins, "bottom", _USUAL.bottom)),
        left=round(_length(margins, "left", _USUAL.left) + gutter, 1),
        right=_length(margins, "right", _USUAL.right),
        numbered=is_numbered,
        number_shown_first=bears["first"] if own_first else bears["default"],
        restarts=start == 1,
    )


def _length(said: Element | None, name: str, usual: float) -> float:
    found = None if said is None else mm(said.get(W + name))
    return usual if found is None else found
