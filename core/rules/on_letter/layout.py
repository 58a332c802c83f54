"""Family F, how a letter is laid out: fonts, sizes, pages, drawn lines.

The ranges are those of Phụ lục I of Nghị định số 30/2020/NĐ-CP (docs/linh-vuc.md 4.1, 4.2).
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from core.figures import show
from core.letter.widths import Face, text_width
from core.paper.model import Component, Paper, Setup
from core.paper.model import Look as Print
from core.rules.on_letter import layout_examples as given
from core.rules.registry import Look, Need, Remark, Rule, Scope, Severity, rule

_NEEDS: Final = (Need.LETTER, Need.LAYOUT)
_FONT: Final = "timesnewroman"
_MM_PER_PT: Final = 25.4 / 72


class _Range(NamedTuple):
    """From what to what, both allowed."""

    least: int
    most: int

    def __str__(self) -> str:
        same = self.least == self.most
        return f"{self.least}" if same else f"{self.least}–{self.most}"


# Of text in tables nothing is said.
_SIZES: Final[Mapping[Component, _Range]] = {
    Component.STATE: _Range(12, 13),
    Component.MOTTO: _Range(13, 14),
    Component.SUPERIOR: _Range(12, 13),
    Component.ISSUER: _Range(12, 13),
    Component.NUMBER: _Range(13, 13),
    Component.PLACE_DATE: _Range(13, 14),
    Component.SUBJECT: _Range(12, 13),
    Component.ADDRESSEES: _Range(13, 14),
    Component.BODY: _Range(13, 14),
    Component.AUTHORITY: _Range(13, 14),
    Component.SIGNER: _Range(13, 14),
    Component.RECIPIENTS: _Range(11, 11),
    Component.ANNEX_LABEL: _Range(14, 14),
    Component.ANNEX_TITLE: _Range(13, 14),
    Component.ANNEX_REFERENCE: _Range(13, 14),
}
_LABEL: Final = _Range(12, 12)  # “Nơi nhận:” itself
_UNKNOWN: Final = (Component.OTHER,)
_SIDES: Final[Mapping[str, tuple[str, _Range]]] = {
    "top": ("trên", _Range(20, 25)),
    "bottom": ("dưới", _Range(20, 25)),
    "left": ("trái", _Range(30, 35)),
    "right": ("phải", _Range(15, 20)),
}
_ANY_SIDE: Final = _Range(15, 35)  # of a page that lies: it may be turned either way
_A4: Final = (210.0, 297.0)
_SPARE: Final = 0.5  # mm: Word rounds, and an inch is often meant for 25 mm
_SPARE_PAPER: Final = 1.5
_TWO_PAGES: Final = 4500  # signs that no single page holds
_OF_MOTTO: Final = (0.85, 1.15)  # of the text: lines are drawn by hand
_OF_OFFICE: Final = (0.28, 0.58)  # “1/3 đến 1/2”
_TYPED: Final = "_-–—=*. "


@rule(
    "F01",
    Severity.WARNING,
    title="Phông hoặc cỡ chữ ngoài quy định",
    when="Một thành phần dùng phông khác Times New Roman, hoặc cỡ chữ ngoài khoảng mà nghị"
    " định cho thành phần đó; chữ trong bảng không xét cỡ.",
    hint="Chọn đoạn đó trong Word, đặt phông Times New Roman và cỡ chữ trong khoảng nêu ở"
    " điểm này.",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục I.3 (phông chữ) và mục IV (cỡ chữ).",
    scope=Scope.LETTER,
    needs=_NEEDS,
    broken=given.F01_BROKEN,
    sound=given.F01_SOUND,
)
def letters(look: Look) -> Iterator[Remark]:
    """Components are in Times New Roman, of sizes in their ranges; alike faults as one."""
    told: dict[_Unlike, dict[str, int]] = {}
    for letters, index in _kinds(look.the_paper).items():
        for what, where in _unlike(letters):
            told.setdefault(what, {}).setdefault(where, index)
    for what, places in told.items():
        yield Remark(None, what.message(tuple(places)), line=min(places.values()))


class _Unlike(NamedTuple):
    """What letters are that they should not be: a font, or a size where none is named."""

    font: str
    size: str

    def message(self, places: tuple[str, ...]) -> str:
        """What is said of the components that are so, each with its range of sizes."""
        named = "; ".join(places)
        if self.font:
            return f"Phông chữ của {named} là {self.font}, quy định là Times New Roman."
        if len(places) > 1:
            return f"Cỡ chữ {self.size} ngoài quy định ở {len(places)} chỗ: {named}."
        name, _, allowed = named.rpartition(" ")
        return f"Cỡ chữ của {name} là {self.size}, ngoài quy định {allowed}."


class _Letters(NamedTuple):
    """What the letters of a line are, and where."""

    component: Component
    fonts: frozenset[str]
    sizes: frozenset[Decimal]
    is_raw: bool
    is_in_table: bool
    is_label: bool


def _kinds(paper: Paper) -> dict[_Letters, int]:
    """The kinds of lines that were laid out, each with the first of them, in order."""
    found: dict[_Letters, int] = {}
    seen = set()  # a letter's lines share few looks: those are told apart by identity
    for index, line in enumerate(paper.lines):
        component, printed, raw = line.component, line.look, bool(line.raw)
        in_table = line.cell is not None
        is_label = component is Component.RECIPIENTS and line.text.rstrip()[-1:] == ":"
        seen_as = component, id(printed), raw, in_table, is_label
        if seen_as in seen or printed is None or component in _UNKNOWN:
            continue
        seen.add(seen_as)
        fonts, sizes = printed.fonts, printed.sizes
        kind = _Letters(component, fonts, sizes, raw, in_table, is_label)
        found.setdefault(kind, index)
    return found


def _unlike(letters: _Letters) -> Iterator[tuple[_Unlike, str]]:
    name = letters.component.value
    others = sorted(font for font in letters.fonts if not _is_times(font))
    if others and not letters.is_raw:  # letters of old fonts are F15's
        yield _Unlike(others[0], ""), name
    allowed = _LABEL if letters.is_label else _SIZES.get(letters.component)
    if allowed is None or (letters.is_in_table and letters.component is Component.BODY):
        return
    wrong = [one for one in sorted(letters.sizes) if not _fits(one, allowed)]
    if wrong:
        yield _Unlike("", show(wrong[0].normalize())), f"{name} ({allowed})"


def _is_times(font: str) -> bool:
    """Whether it is Times New Roman, by any of the names of its faces."""
    return font.replace(" ", "").casefold().startswith(_FONT)


def _fits(size: Decimal, allowed: _Range) -> bool:
    return allowed.least <= size <= allowed.most


@rule(
    "F02",
    Severity.WARNING,
    title="Khổ giấy, lề hoặc số trang chưa đúng",
    when="Khổ giấy không phải A4; lề trên, dưới ngoài 20–25 mm, trái ngoài 30–35 mm, phải"
    " ngoài 15–20 mm; số trang hiện ở trang đầu, hoặc văn bản dài không đánh số trang.",
    hint="Trong Word: Bố cục (Layout) › Lề (Margins), Khổ giấy (Size); Chèn (Insert) › Số"
    " trang (Page Number), chọn Trang đầu khác (Different First Page).",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục I.1, I.4 và I.5 (khổ giấy, định lề,"
    " số trang).",
    scope=Scope.LETTER,
    needs=_NEEDS,
    broken=given.F02_BROKEN,
    sound=given.F02_SOUND,
)
def pages(look: Look) -> Iterator[Remark]:
    """Paper, margins and page numbers of each section, each fault told of once."""
    paper = look.the_paper
    told: set[str] = set()
    for number, setup in enumerate(paper.setups):
        indexes = [i for i, one in enumerate(paper.lines) if one.section == number]
        for message in (*_page(setup), *_numbers(paper, number, indexes)):
            if indexes and message not in told:
                told.add(message)
                yield Remark(None, message, line=indexes[0])


def _page(setup: Setup) -> Iterator[str]:
    size = sorted((setup.width, setup.height))
    if any(abs(a - b) > _SPARE_PAPER for a, b in zip(size, _A4, strict=True)):
        width, height = _mm(setup.width), _mm(setup.height)
        yield f"Khổ giấy {width} x {height} mm, quy định là A4 (210 x 297 mm)."
    for side, (name, upright) in _SIDES.items():
        length: float = getattr(setup, side)
        allowed = _ANY_SIDE if setup.is_landscape else upright
        if not allowed.least - _SPARE <= length <= allowed.most + _SPARE:
            yield f"Lề {name} {_mm(length)} mm, ngoài khoảng {allowed} mm."


def _mm(length: float) -> str:
    return show(Decimal(str(round(length, 1))).normalize())


def _numbers(paper: Paper, section: int, indexes: list[int]) -> Iterator[str]:
    """What is wrong with the page numbers of a section."""
    setup = paper.setups[section]
    if setup.numbered:
        if section == 0 and setup.number_shown_first:
            yield "Số trang hiện ở trang thứ nhất; chỉ đánh số từ trang thứ hai."
        return
    if sum(len(paper.lines[index].text) for index in indexes) > _TWO_PAGES:
        yield "Văn bản dài hơn một trang nhưng chưa đánh số trang."


@rule(
    "F04",
    Severity.HINT,
    title="Đường kẻ trong phần đầu chưa đúng độ dài",
    when="Đường kẻ dưới Tiêu ngữ không dài bằng dòng chữ, đường kẻ dưới tên cơ quan ngoài"
    " 1/3–1/2 dòng chữ, hoặc không thấy đường kẻ.",
    hint="Vẽ đường thẳng (Chèn › Hình dạng), không dùng dấu gạch dưới: dưới Tiêu ngữ dài bằng"
    " dòng chữ, dưới tên cơ quan dài từ 1/3 đến 1/2 dòng chữ.",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.1 và II.2 (Quốc hiệu và Tiêu ngữ,"
    " tên cơ quan ban hành).",
    scope=Scope.LETTER,
    needs=_NEEDS,
    broken=given.F04_BROKEN,
    sound=given.F04_SOUND,
)
def drawn_lines(look: Look) -> Iterator[Remark]:
    """The lines below motto and office are as long as they should be."""
    paper = look.the_paper
    for component, (least, most) in (
        (Component.MOTTO, _OF_MOTTO),
        (Component.ISSUER, _OF_OFFICE),
    ):
        every = list(paper.of(component, annex=0))
        printed = paper.lines[every[-1]].look if every else None
        if printed is None or printed.ruled == 0:
            continue
        name = component.value
        if printed.ruled is None:
            if not printed.underline and not _is_typed(paper, every[-1]):
                message = f"Không thấy đường kẻ dưới {name}."
                yield Remark(None, message, line=every[-1])
            continue
        lines = [paper.lines[index] for index in every]
        widths = [_width(one.text, one.look) for one in lines if one.look]
        if not least * min(widths) <= printed.ruled <= most * max(widths):
            message = (
                f"Đường kẻ dưới {name} dài {_mm(printed.ruled)} mm, dòng chữ dài"
                f" {_mm(max(widths))} mm: chưa đúng độ dài."
            )
            yield Remark(None, message, line=every[-1])


def _is_typed(paper: Paper, index: int) -> bool:
    """Whether the line below is one of underscores or dashes."""
    return any(not one.text.strip(_TYPED) for one in paper.lines[index + 1 : index + 2])


def _width(text: str, printed: Print) -> float:
    """How long a line of letters is, in mm."""
    face = Face.of(bold=printed.bold is not False, italic=printed.italic is True)
    size = float(max(printed.sizes, default=0))
    return text_width(text.strip(), size, face) * _MM_PER_PT


RULES: Final[tuple[Rule, ...]] = (letters, pages, drawn_lines)
"""In the order of docs/linh-vuc.md 7.3."""
