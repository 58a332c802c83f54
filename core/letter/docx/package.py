"""The slim template, opened by python-docx once and kept, and letters made from it.

What a letter does not change is kept packed; its own document is the template's with
the letter's content in it, parsed as one string. Adding paragraphs and cells one by one
through python-docx takes five times as long.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import docx
from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from core import resources
from core.letter.docx.archive import Entry, archive, entry
from core.letter.docx.styles import style
from core.letter.docx.xml import escaped
from core.letter.looks import looks
from core.letter.typography import LANGUAGE, Sizes

_DOCUMENT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_CUT = "\ue000"  # of no script: where the content comes
_LONGEST_PROPERTY = 255  # letters; Word shows and python-docx reads no more
_NAMESPACES = nsdecls("w", "r")
_PROPERTY_NAMESPACES = nsdecls("cp", "dc", "dcterms", "xsi")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Properties:
    """What Word shows of the file under "Thuộc tính"."""

    title: str
    author: str
    day: date


@dataclass(frozen=True, slots=True)
class Template:
    """The opened template; nothing of it is changed by a letter.

    Attributes:
        before: The text of its document up to where the content comes.
        after: And from there on.
        parts: The parts by name, packed, in the file's order.
    """

    before: str
    after: str
    parts: Mapping[str, Entry]


@cache
def template(sizes: Sizes) -> Template:
    """The template with the paragraph styles of `sizes`."""
    folder = resources.folder() / "template" / "cong-van"
    document = docx.Document(str(folder))
    styles = document.styles.element
    for look in looks(sizes):
        styles.append(parse_xml(style(look, _NAMESPACES)))
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as saved:
        parts = {name: entry(name, saved.read(name)) for name in saved.namelist()}
    body = document.element.body
    for child in list(body):
        body.remove(child)
    body.text = _CUT
    text = serialize_part_xml(document.element).decode()
    before, after = text.split(_CUT)
    return Template(before, after, parts)


def fill(template: Template, content: str, properties: Properties) -> bytes:
    """A file of the template's parts, with `content` as the children of its body."""
    text = f"{template.before}{content}{template.after}"
    document = serialize_part_xml(parse_xml(text.encode()))
    own = {
        _DOCUMENT: entry(_DOCUMENT, document),
        _PROPERTIES: entry(_PROPERTIES, _properties(properties).encode()),
    }
    return archive(own.get(name, part) for name, part in template.parts.items())


def _properties(properties: Properties) -> str:
    """The part with title, author and the letter's day as the time it was made."""
    title, author = (
        escaped(text[:_LONGEST_PROPERTY])
        for text in (properties.title, properties.author)
    )
    made = f'xsi:type="dcterms:W3CDTF">{properties.day.isoformat()}T00:00:00Z'
    return (
        f"{_DECLARATION}<cp:coreProperties {_PROPERTY_NAMESPACES}>"
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"<dcterms:created {made}</dcterms:created>"
        f"<dcterms:modified {made}</dcterms:modified>"
        f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    )
