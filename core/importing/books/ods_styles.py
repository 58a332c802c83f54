"""What the styles of an .ods show: percentages, old fonts, hidden sheets."""

from dataclasses import dataclass, field

from core.legacy_text import old_font

_DEFAULT = "Default"
_CHAIN = 32
"""How many styles one takes after another, at most: files may go in circles."""


@dataclass(slots=True)
class _Style:
    parent: str = ""
    font: str | None = None
    format: str | None = None


@dataclass(slots=True)
class Styles:
    """The styles of an .ods, gathered from its parts.

    Attributes:
        hidden_sheets: Styles of sheets that are not shown.
    """

    hidden_sheets: set[str] = field(default_factory=set)
    _cells: dict[str, _Style] = field(default_factory=dict)
    _families: dict[str, str] = field(default_factory=dict)
    _percents: set[str] = field(default_factory=set)
    _looks: dict[str, tuple[str | None, bool]] = field(default_factory=dict)
    _for_all: _Style = field(default_factory=_Style)
    _open: _Style = field(default_factory=_Style)
    _open_sheet: str = ""

    def font(self, style: str) -> str | None:
        """The font of a cell in that style where it is one of before Unicode."""
        return self._look(style)[0]

    def is_percent(self, style: str) -> bool:
        """Whether numbers in that style are shown as percentages."""
        return self._look(style)[1]

    def _look(self, style: str) -> tuple[str | None, bool]:
        """Old font and percentage of a style, followed once for all its cells."""
        if (look := self._looks.get(style)) is None:
            chain = self._chain(style)
            name = next((one.font for one in chain if one.font is not None), "")
            name = self._families.get(name, name).strip("'\"")
            code = next((one.format for one in chain if one.format is not None), "")
            old = name if old_font(name) else None
            look = self._looks[style] = (old, code in self._percents)
        return look

    def _chain(self, style: str) -> list[_Style]:
        """A style, those that it takes after, and what holds for all cells."""
        found: list[_Style] = []
        name = style or _DEFAULT
        while name in self._cells and len(found) < _CHAIN:
            found.append(self._cells[name])
            name = found[-1].parent
        return [*found, self._for_all]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in a tag of the styles; any other says nothing."""
        match tag:
            case "style:style" | "style:default-style":
                self._begin(attributes)
            case "style:font-face":
                family = attributes.get("svg:font-family", "")
                self._families[attributes.get("style:name", "")] = family
            case "number:percentage-style":
                self._percents.add(attributes.get("style:name", ""))
            case "style:text-properties":
                named = attributes.get("style:font-name")
                self._open.font = named or attributes.get("fo:font-family")
            case "style:table-properties":
                if attributes.get("table:display") == "false":
                    self.hidden_sheets.add(self._open_sheet)

    def _begin(self, attributes: dict[str, str]) -> None:
        """Open a style; what follows up to the next one belongs to it."""
        name = attributes.get("style:name")
        family = attributes.get("style:family")
        parent = attributes.get("style:parent-style-name", "")
        self._open = _Style(parent, None, attributes.get("style:data-style-name"))
        self._open_sheet = name or "" if family == "table" else ""
        if family == "table-cell" and name is None:
            self._for_all = self._open
        elif family == "table-cell" and name is not None:
            self._cells[name] = self._open
