"""The slim template, opened by python-docx once and kept, and letters made from it.

What a letter does not change is kept as bytes; its own document is a copy of the
template's, filled with content that is parsed from one string. Adding paragraphs and
cells one by one through python-docx takes five times as long.
"""

import io
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache

import docx
from docx.opc.coreprops import CoreProperties
from docx.opc.oxml import serialize_part_xml
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.document import CT_Document
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from core import resources
from core.letter.docx.styles import style
from core.letter.docx.xml import allowed
from core.letter.typography import Sizes, looks

_DOCUMENT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_LONGEST_PROPERTY = 255  # letters; python-docx refuses more
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can name
_COMPRESSION = 6  # zlib's own default, said here so that no other takes its place
_MADE_BY_DOS = 0  # the same on Windows and Linux
_XML = "<w:body {namespaces}>{content}</w:body>"


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
        document: Its document, without content.
        properties: Its properties, without author and dates.
        parts: Every part as bytes by name, in the file's order.
    """

    document: CT_Document
    properties: CT_CoreProperties
    parts: Mapping[str, bytes]


@cache
def template(sizes: Sizes) -> Template:
    """The template with the paragraph styles of `sizes`."""
    folder = resources.folder() / "template" / "cong-van"
    document = docx.Document(str(folder))
    styles = document.styles.element
    for look in looks(sizes):
        styles.append(parse_xml(_with_namespaces(style(look))))
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as saved:
        parts = {name: saved.read(name) for name in saved.namelist()}
    properties = parse_xml(parts[_PROPERTIES])
    element = parse_xml(parts[_DOCUMENT])
    if not isinstance(element, CT_Document) or not isinstance(
        properties, CT_CoreProperties
    ):
        raise TypeError("resources/template/cong-van is not a Word document")
    return Template(element, properties, parts)


def _with_namespaces(xml: str) -> str:
    return xml.replace(">", f" {nsdecls('w')}>", 1)


def fill(template: Template, content: str, properties: Properties) -> bytes:
    """A file of the template's parts, with `content` as the children of its body."""
    document = deepcopy(template.document)
    body = parse_xml(_XML.format(namespaces=nsdecls("w", "r"), content=content))
    document.replace(document.body, body)
    own = {
        _DOCUMENT: serialize_part_xml(document),
        _PROPERTIES: _properties(template.properties, properties),
    }
    return zipped({name: own.get(name, part) for name, part in template.parts.items()})


def _properties(blank: CT_CoreProperties, properties: Properties) -> bytes:
    """The part with title, author and the letter's day as the time it was made."""
    element = deepcopy(blank)
    core = CoreProperties(element)
    core.title = allowed(properties.title)[:_LONGEST_PROPERTY]
    core.author = allowed(properties.author)[:_LONGEST_PROPERTY]
    core.last_modified_by = core.author
    core.created = core.modified = datetime.combine(properties.day, time(), tzinfo=UTC)
    return serialize_part_xml(element)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip file of `parts` that depends on nothing but them."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _MADE_BY_DOS
            archive.writestr(entry, part, zipfile.ZIP_DEFLATED, _COMPRESSION)
    return stream.getvalue()
