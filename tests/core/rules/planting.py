"""A letter's .docx in which single faults are planted: its paragraphs, changed in place."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lxml import etree

from core.catalogue import Catalogue
from core.letter.docx.reading_xml import Element, W
from core.paper.claims_regions import Region, regions
from core.paper.mentions import is_closing
from core.paper.model import Component, Paper
from core.report import Report

_MAIN: Final = "word/document.xml"
Spot = tuple[Element, int, int]
"""A paragraph, and from where to where in its text."""


@dataclass
class Manuscript:
    """A letter to plant a fault in.

    Attributes:
        data: Its bytes, sound.
        paper: The letter as it is read, sound.
        report: Its figures, where they are known apart from it.
        catalogue: The index.
        chance: What chooses the place.
    """

    data: bytes
    paper: Paper
    report: Report | None
    catalogue: Catalogue
    chance: random.Random

    @cached_property
    def _parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def root(self) -> Element:
        """The main part's root element."""
        return etree.fromstring(self._parts[_MAIN])

    def bytes(self) -> bytes:
        """The letter as it is now."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in self._parts.items():
                told = etree.tostring(self.root) if name == _MAIN else part
                archive.writestr(name, told)
        return stream.getvalue()

    @cached_property
    def paragraphs(self) -> list[Element]:
        """The paragraphs that have a text of their own."""
        return [one for one in self.root.iter(f"{W}p") if text_of(one).strip()]

    def of(self, *components: Component) -> list[Element]:
        """The paragraphs that are read as lines of those components."""
        lines = {
            self.paper.lines[index].text.strip()
            for index in self.paper.of(*components)
            if self.paper.lines[index].text.strip()
        }
        return [
            one
            for one in self.paragraphs
            if any(
                line == part or line.endswith(f" {part}")
                for line in lines
                for part in map(str.strip, re.split("[\n\t]", text_of(one)))
                if part
            )
        ]

    def printed(self, index: int) -> tuple[Element, int] | None:
        """The paragraph of a line, and how many signs before its text Word puts in."""
        line = self.paper.lines[index]
        if line.cell is None:
            alike = [one for one in self.paragraphs if line.text.endswith(text_of(one))]
            longest = max(alike, key=lambda one: len(text_of(one)), default=None)
            return (
                None
                if longest is None
                else (longest, len(line.text) - len(text_of(longest)))
            )
        # Cells are told apart by their order.
        lines = [at for at, one in enumerate(self.paper.lines) if one.cell is not None]
        cells = [
            one
            for one in self.paragraphs
            if next(one.iterancestors(f"{W}tc"), None) is not None
        ]
        texts = [self.paper.lines[at].text for at in lines]
        if [text_of(one) for one in cells] != texts:
            return None
        return cells[lines.index(index)], 0

    def spots(self, pattern: str, *components: Component) -> list[Spot]:
        """Where `pattern` stands: its first group, or all of it."""
        among = self.of(*components) if components else self.paragraphs
        return [
            (one, *found.span(min(1, found.re.groups)))
            for one in among
            for found in re.finditer(pattern, text_of(one))
        ]

    def change(
        self, pattern: str, new: str | Callable[[str], str], *components: Component
    ) -> bool:
        """Whether one of the places of `pattern`, by chance, now says `new`."""
        spots = self.spots(pattern, *components)
        if not spots:
            return False
        one, start, end = self.chance.choice(spots)
        old = text_of(one)[start:end]
        rewrite(one, start, end, new if isinstance(new, str) else new(old))
        return True

    def add(self, text: str, *, orders: bool | None = None) -> bool:
        """A paragraph of `text` before one of the body, by chance, not the first.

        `orders` says whether among orders or before them; None for anywhere.
        """
        body = self.of(Component.BODY)[1:]
        told = regions(self.paper)
        first = next(
            (
                self.paper.lines[index].text
                for index, region in told.items()
                if region is Region.ORDER
                and not is_closing(self.paper.lines[index].text)
            ),
            None,
        )
        if orders is not None and first is not None:
            at = next(
                (
                    at
                    for at, one in enumerate(body)
                    if first.endswith(text_of(one).strip())
                ),
                len(body),
            )
            body = body[at + 1 :] if orders else body[: at + 1]
        if not body:
            return False
        one = self.chance.choice(body)
        made = deepcopy(one)
        for number in made.iter(f"{W}numPr"):
            taken_out(number)
            break
        rewrite(made, 0, len(text_of(made)), text)
        one.addprevious(made)
        return True


def taken_out(one: Element) -> None:
    """The document without that element."""
    holder = one.getparent()
    assert holder is not None
    holder.remove(one)


def _texts(paragraph: Element) -> Iterator[Element]:
    """What a paragraph's text is made of, without boxes that hang on it."""
    for one in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
        holder = next(one.iterancestors(f"{W}p"))
        if holder is paragraph and next(one.iterancestors(f"{W}r"), None) is not None:
            yield one


def _shown(one: Element) -> str:
    if one.tag == f"{W}t":
        return one.text or ""
    return "\n" if one.tag == f"{W}br" else "\t"


def text_of(paragraph: Element) -> str:
    """What stands in a paragraph, “\\n” for a manual line break."""
    return "".join(map(_shown, _texts(paragraph)))


def rewrite(paragraph: Element, start: int, end: int, new: str) -> None:
    """`new` in place of the paragraph's text from `start` to `end`."""
    at, is_said = 0, False
    for one in list(_texts(paragraph)):
        text = _shown(one)
        first, last = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if last < first or (first == last and (is_said or start != end)):
            continue
        if one.tag == f"{W}t":
            one.text = text[:first] + ("" if is_said else new) + text[last:]
            one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            is_said = True
        elif last > first:
            taken_out(one)
