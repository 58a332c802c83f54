"""Letters as LibreOffice lays them out: their pages as words and as pictures."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

MM = 72 / 25.4  # points
_DOTS = 200  # per inch


@dataclass(frozen=True)
class Word:
    """A word on a page: where it is, in mm from the left and the top."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Line:
    """A straight level line: where it is, in mm."""

    left: float
    right: float
    top: float

    @property
    def length(self) -> float:
        return self.right - self.left


@dataclass(frozen=True)
class Page:
    """One page: its size in mm, its text as it stands, its words."""

    width: float
    height: float
    text: str
    words: tuple[Word, ...]

    def find(self, *wanted: str) -> tuple[Word, ...]:
        """The first words that are `wanted`, next to each other."""
        texts = [word.text for word in self.words]
        for place in range(len(texts)):
            if texts[place : place + len(wanted)] == list(wanted):
                return self.words[place : place + len(wanted)]
        raise AssertionError(f"{wanted} are not on the page")


@dataclass(frozen=True)
class Rendered:
    """A letter as PDF."""

    path: Path

    @cached_property
    def pages(self) -> list[Page]:
        described = _output("pdftotext", "-bbox", self.path, "-")
        plain = _output("pdftotext", "-layout", self.path, "-").split("\f")
        root = fromstring(re.sub(r' xmlns="[^"]+"', "", described, count=1))
        return [
            _page(element, text)
            for element, text in zip(root.iter("page"), plain, strict=False)
        ]

    def lines(self, page: int, least: float) -> list[Line]:
        """Level lines of at least `least` mm on a page (from 1), from the top."""
        picture = self.path.with_suffix("")
        numbers = ["-f", str(page), "-l", str(page), "-singlefile", "-gray"]
        _output("pdftoppm", *numbers, "-r", str(_DOTS), self.path, picture)
        return _lines(picture.with_suffix(".pgm").read_bytes(), least)


def _page(element: Element, text: str) -> Page:
    words = tuple(
        Word(
            one.text or "",
            *(
                float(one.attrib[side]) / MM
                for side in ("xMin", "yMin", "xMax", "yMax")
            ),
        )
        for one in element.iter("word")
    )
    width, height = (float(element.attrib[side]) / MM for side in ("width", "height"))
    return Page(width, height, text, words)


def _lines(picture: bytes, least: float) -> list[Line]:
    """Runs of dark dots; a line several dots thick is one."""
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", picture)
    assert head, "pdftoppm writes another kind of picture"
    width, height = int(head[1]), int(head[2])
    dot = 25.4 / _DOTS
    dark = re.compile(rb"[\x00-\x9f]{%d,}" % int(least / dot))
    found: list[Line] = []
    for row in range(height):
        start = head.end() + row * width
        for run in dark.finditer(picture[start : start + width]):
            line = Line(run.start() * dot, run.end() * dot, row * dot)
            if not any(
                abs(one.top - line.top) < 1 and abs(one.left - line.left) < 1
                for one in found
            ):
                found.append(line)
    return found


def to_pdf(letters: dict[str, bytes], folder: Path) -> dict[str, Rendered]:
    """Each letter, converted by LibreOffice in one run with a profile of its own."""
    for name, file in letters.items():
        (folder / f"{name}.docx").write_bytes(file)
    office = shutil.which("soffice") or shutil.which("libreoffice") or "soffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [folder / f"{name}.docx" for name in letters]
    _output(
        office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files
    )
    return {name: Rendered(folder / f"{name}.pdf") for name in letters}


def through(letters: dict[str, bytes], kind: str, folder: Path) -> dict[str, bytes]:
    """Each letter as LibreOffice writes it again after a turn through another `kind`."""
    made = folder / kind
    made.mkdir()
    for name, file in letters.items():
        (folder / f"{name}.docx").write_bytes(file)
    office = shutil.which("soffice") or shutil.which("libreoffice") or "soffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for to, begin, end in ((kind, folder, made), ("docx", made, made)):
        ending = "docx" if to == kind else kind
        files = [begin / f"{name}.{ending}" for name in letters]
        command = (office, profile, "--headless", "--convert-to", to, "--outdir", end)
        _output(*command, *files)
    return {name: (made / f"{name}.docx").read_bytes() for name in letters}


def _output(*command: str | Path) -> str:
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=True, timeout=240
    )
    return done.stdout
