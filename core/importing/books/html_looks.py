"""What the style sheets of a web page say of a cell: a percentage, hidden, its font."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_FORMAT = re.compile(r"mso-number-format\s*:([^;]*)", re.IGNORECASE)
_FONT = re.compile(
    r"font(?:-family)?\s*:[^;]*?(?<![\w.])(\.vn[\w ]*|vni[\w -]*)", re.IGNORECASE
)
_MOST = 2000  # signs of declarations that are looked at
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?", re.IGNORECASE)


class Look(NamedTuple):
    """How an element is shown, as far as reading it depends on that.

    Attributes:
        percent: Excel's number format for it shows a fraction as a percentage.
        hidden: It is not shown.
        font: A font of before Unicode, or "".
    """

    percent: bool = False
    hidden: bool = False
    font: str = ""

    def over(self, other: "Look") -> "Look":
        """Both together; this one's font wins."""
        return Look(
            self.percent or other.percent,
            self.hidden or other.hidden,
            self.font or other.font,
        )


PLAIN = Look()


def of_css(css: str) -> Look:
    """What a list of declarations says."""
    if not css:
        return PLAIN
    css = css[:_MOST]
    shown = _FORMAT.search(css)
    number = shown[1].lower() if shown else ""
    font = _FONT.search(css)
    return Look(
        "%" in number or "percent" in number,
        _HIDDEN.search(css) is not None,
        font[1].strip() if font else "",
    )


@dataclass(slots=True)
class Looks:
    """The looks that a page's style sheets give to tags and classes.

    Attributes:
        rules: By tag and class ("" for any).
        known: By tag, class and style of an element, what was found for it.
    """

    rules: dict[tuple[str, str], Look] = field(default_factory=dict)
    known: dict[tuple[str, str, str], Look] = field(default_factory=dict)

    def learn(self, sheet: str) -> None:
        """Take in a style sheet; rules that are of no use to reading are left out."""
        # Split, not matched: a pattern over it all would be slow on a hostile one.
        first, *after = sheet.split("/*")
        bare = first + "".join(part.partition("*/")[2] for part in after)
        for block in bare.split("}"):
            selectors, _, body = block.rpartition("{")
            look = of_css(body)
            if look == PLAIN:
                continue
            for selector in selectors.replace("<!--", "").split(","):
                simple = _SELECTOR.fullmatch(selector.strip())
                if simple and simple[0]:
                    key = (simple[1] or "").lower(), simple[2] or ""
                    self.rules[key] = look.over(self.rules.get(key, PLAIN))
        self.known.clear()

    def of(self, tag: str, attributes: Mapping[str, str]) -> Look:
        """How an element looks."""
        if not (attributes or self.rules):
            return PLAIN
        classes, css = attributes.get("class", ""), attributes.get("style", "")
        key = tag, classes, css
        look = self.known.get(key)
        if look is None:
            look = of_css(css)
            if self.rules:
                for one in ("", *classes.split()):
                    for rule in ((tag, one), ("", one)):
                        look = look.over(self.rules.get(rule, PLAIN))
            if (
                len(self.known) < 10_000
            ):  # a page may give every cell a style of its own
                self.known[key] = look
        return look._replace(hidden=True) if "hidden" in attributes else look
