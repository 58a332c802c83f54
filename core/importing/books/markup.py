"""XML of a workbook's part, read by expat, which follows nothing that it declares."""

from collections.abc import Callable
from typing import Any

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


def parse(
    data: bytes,
    start: Start,
    end: End | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call `start`, `end` and `text` for what `data` holds, with the tags' own names.

    Tags bear their prefix; `local` takes it off.

    Raises:
        DTDForbidden: It has a DOCTYPE, which no office's program writes.
        ExpatError: It is not XML.
    """
    from xml.parsers import expat

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.Parse(data, True)


def local(tag: str) -> str:
    """The name of a tag or an attribute without its prefix.

    The prefix is free and python-calamine looks at none, so neither do we: what it
    reads as a cell must be one for us.
    """
    return tag.rpartition(":")[2]


def attribute(attributes: dict[str, str], name: str) -> str:
    """The attribute of that name under any prefix; empty where there is none."""
    if name in attributes:
        return attributes[name]
    return next((v for key, v in attributes.items() if local(key) == name), "")


def is_true(value: str | None) -> bool:
    """Whether an attribute's value says yes."""
    return value in ("1", "true", "on")


def _refuse(name: str, system: str | None, public: str | None, _inside: Any) -> None:  # noqa: ANN401 - expat's own signature
    from defusedxml.common import DTDForbidden

    raise DTDForbidden(name, system, public)
