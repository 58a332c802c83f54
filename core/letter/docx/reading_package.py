"""The parts of a .docx, found by their relations, put together to a paper."""

import posixpath
from collections.abc import Mapping
from typing import Final

from core import zipped
from core.letter.docx import reading_refusals as refusals
from core.letter.docx import reading_sections
from core.letter.docx.reading_body import Body
from core.letter.docx.reading_numbering import Numbering
from core.letter.docx.reading_runs import reviewed
from core.letter.docx.reading_styles import Styles
from core.letter.docx.reading_xml import Element, W, parsed
from core.paper.model import Paper

LIMIT_MB: Final = 24
"""How large a part that is read may be: that of a letter of ten pages has 0.1 MB."""

_MAIN: Final = "/officeDocument"
_USUAL: Final = "word/document.xml"
_OTHERS: Final = (("xl/", "bảng tính Excel"), ("ppt/", "tệp PowerPoint"))


class _Parts:
    """The parts of a package, each parsed when it is asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name
        parts = zipped.directory(data, name, refusals)
        self._names = {one.filename.lower(): one for one in parts}
        self.main = self._main()
        self._relations = self._of(self.main)

    def _main(self) -> str:
        """The name of the document's part."""
        for kind, target in self._of("").values():
            if kind.endswith(_MAIN):
                return target
        return _USUAL

    def _of(self, part: str) -> Mapping[str, tuple[str, str]]:
        """The relations of a part by id: kind and target."""
        folder, name = posixpath.split(part)
        root = self.parsed(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for one in () if root is None else root:
            target = one.get("Target", "")
            if one.get("TargetMode") != "External":
                at = (
                    target[1:]
                    if target.startswith("/")
                    else posixpath.join(folder, target)
                )
                found[one.get("Id", "")] = (one.get("Type", ""), posixpath.normpath(at))
        return found

    def parsed(self, name: str) -> Element | None:
        """The root of the part of that name; None where there is none."""
        data = self.content(name)
        return None if data is None else parsed(data)

    def content(self, name: str) -> bytes | None:
        """The bytes of the part of that name; None where there is none."""
        known = self._names.get(name.lower())
        if known is None:
            return None
        if known.file_size > LIMIT_MB * 1024 * 1024:
            raise refusals.too_large(self._name, LIMIT_MB)
        return zipped.content(self._data, known, self._name, refusals)

    def of_kind(self, kind: str) -> Element | None:
        """The part that the document names for that (styles, numbering, theme)."""
        return self.parsed(self.named(kind))

    def named(self, kind: str) -> str:
        """The name of that part; empty where the document names none."""
        kinds = self._relations.values()
        return next((target for one, target in kinds if one.endswith(f"/{kind}")), "")

    def of_id(self, relation: str) -> Element | None:
        """The part of a relation of the document."""
        found = self._relations.get(relation)
        return None if found is None else self.parsed(found[1])

    @property
    def other_kind(self) -> str:
        """What the package is, where it is no Word file."""
        for prefix, kind in _OTHERS:
            if any(name.startswith(prefix) for name in self._names):
                return kind
        return "tệp nén"


def paper(data: bytes, name: str) -> Paper:
    """The letter in a package, its lines without components.

    Raises:
        CongVanError: The package is not safe, or holds no document of Word.
    """
    parts = _Parts(data, name)
    root = parts.parsed(parts.main)
    body = None if root is None else root.find(f"{W}body")
    if root is None or body is None:
        raise refusals.foreign(name, parts.other_kind)
    return _read(parts, root, body)


def _read(parts: _Parts, root: Element, body: Element) -> Paper:
    reader, pages = _through(parts, body)
    tracked, comments = reviewed(root)
    return Paper(
        lines=tuple(reader.lines),
        setups=tuple(one.setup for one in pages),
        tracked=tracked,
        comments=comments,
        widths=tuple(reader.widths),
    )


def paragraphs(data: bytes, name: str, body: Element) -> list[Element]:
    """The paragraphs in `body`, the same document parsed by somebody else.

    They come in the order of `Line.number`.

    Raises:
        CongVanError: The package is not safe.
    """
    return _through(_Parts(data, name), body)[0].paragraphs


def _through(
    parts: _Parts, body: Element
) -> tuple[Body, tuple[reading_sections.Pages, ...]]:
    """What has read the body from its first block to its last, and its pages."""
    named = (parts.content(parts.named(kind)) for kind in ("styles", "theme"))
    styles = Styles(*named)
    said = [one for one in body.iter(f"{W}sectPr") if not _is_of_before(one)]
    pages = reading_sections.pages(said, parts.of_id)
    reader = Body(styles, Numbering(lambda: parts.of_kind("numbering")), pages)
    reader.read(body)
    return reader, pages


def _is_of_before(section: Element) -> bool:
    """Whether a section is as it was before somebody changed it."""
    parent = section.getparent()
    return parent is not None and parent.tag == f"{W}sectPrChange"
