"""What a workbook's own parts tell: its sheets, and what its cell styles show."""

import io
import posixpath
import zlib
from collections.abc import Mapping

from core.frozen import frozen
from core.importing.books import markup
from core.importing.books.styles import Styles
from core.importing.books.styles import styles as styles_of


@frozen
class SheetPart:
    """A worksheet: its name, where it is in the package, and whether it is hidden."""

    name: str
    path: str
    hidden: bool


class Package:
    """The parts of a workbook, by their names in any case, as Excel takes them."""

    def __init__(self, data: bytes, known: Mapping[str, bytes] | None = None) -> None:
        """Read the directory; `known` are parts that were unpacked already, by name.

        Raises:
            BadZipFile: There is none.
        """
        import zipfile

        self._known = known or {}
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._names = {_key(name): name for name in self._zip.namelist()}

    def __contains__(self, path: str) -> bool:
        """Whether there is such a part."""
        return _key(path) in self._names

    def read(self, path: str) -> bytes:
        """The bytes of a part.

        Raises:
            KeyError: There is no such part.
            BadZipFile: It is damaged.
        """
        name = self._names[_key(path)]
        known = self._known.get(name)
        if known is None or zlib.crc32(known) != self._zip.getinfo(name).CRC:
            return self._zip.read(name)  # which says what is wrong with it
        self._zip.open(name).close()  # looks at what stands before the part
        return known

    def relations(self, path: str) -> dict[str, tuple[str, str]]:
        """By id the kind and the path of what the part at `path` refers to."""
        folder, name = posixpath.split(path)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if markup.local(tag) == "Relationship":
                kind = posixpath.basename(attributes.get("Type", ""))
                target = posixpath.join("/", folder, attributes.get("Target", ""))
                where = posixpath.normpath(target).lstrip("/")
                found[attributes["Id"]] = (kind, where)

        if listed in self:
            markup.parse(self.read(listed), start)
        return found


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def read(package: Package) -> tuple[tuple[SheetPart, ...], Styles]:
    """The worksheets in the workbook's order, and the styles of their cells.

    Raises:
        KeyError: It names a sheet and does not say where that is.
    """
    kinds = package.relations("").values()
    book = next((path for kind, path in kinds if kind == "officeDocument"), "")
    book = book or "xl/workbook.xml"
    relations = package.relations(book)
    styles = next((path for kind, path in relations.values() if kind == "styles"), "")
    return (
        _sheets(package, book, relations),
        _styles(package.read(styles)) if styles in package else Styles(),
    )


def _sheets(
    package: Package, book: str, relations: Mapping[str, tuple[str, str]]
) -> tuple[SheetPart, ...]:
    sheets = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if markup.local(tag) != "sheet":
            return
        identity = next(
            (v for key, v in attributes.items() if key.endswith(":id")), None
        )
        if identity is None:
            return  # as Excel's own files have for what is no sheet
        kind, path = relations[identity]
        if kind == "worksheet" and path in package:
            hidden = attributes.get("state", "visible") != "visible"
            sheets.append(SheetPart(attributes["name"], path, hidden))

    markup.parse(package.read(book), start)
    return tuple(sheets)


class _Reader:
    """Number formats, fonts and the styles of cells, as they come."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.formats: dict[int, str] = {}
        self.fonts: list[str] = []
        self.styles: list[tuple[int, int]] = []  # number format and font of each
        self._inside: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = markup.local(tag)
        around = self._inside[-1] if self._inside else ""
        self._inside.append(name)
        if name == "numFmt" and around == "numFmts":
            self.formats[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "font" and around == "fonts":
            self.fonts.append("")
        elif name == "name" and self._inside[-3:-1] == ["fonts", "font"]:
            self.fonts[-1] = attributes.get("val", "")
        elif name == "xf" and around == "cellXfs":
            numbers = attributes.get("numFmtId", "0"), attributes.get("fontId", "0")
            self.styles.append((int(numbers[0]), int(numbers[1])))

    def end(self, _tag: str) -> None:
        self._inside.pop()


def _styles(data: bytes) -> Styles:
    found = _Reader()
    markup.parse(data, found.start, found.end)
    return styles_of(found.formats, found.fonts, found.styles)
