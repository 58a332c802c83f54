"""The head of the letter: letterhead, number, date, subject, addressees.

PL I of Nghị định 30/2020/NĐ-CP, boxes 1 to 5 and 9a; docs/linh-vuc.md 4.2.
"""

import re
from functools import cache
from math import ceil

from core import figures
from core.letter import typography
from core.letter.docx import xml
from core.letter.model import Letter, text_of
from core.letter.typography import Sizes, mm_to_pt, mm_to_twips, twips
from core.letter.widths import Face, balanced_width, longest_word, text_width, wrap

# Where the name of an office may be broken: before the kind of its area.
_SENSE_UNIT = re.compile(
    r" (?=(?:THỊ TRẤN|THỊ XÃ|THÀNH PHỐ|ĐẶC KHU|PHƯỜNG|HUYỆN|QUẬN|TỈNH|(?<!THỊ )XÃ) )"
)
_COLUMNS = (
    mm_to_twips(typography.OFFICE_COLUMN),
    mm_to_twips(typography.NATION_COLUMN),
)
_BOTTOM = '<w:vAlign w:val="bottom"/>'


def head(letter: Letter, sizes: Sizes) -> str:
    """Everything above the body."""
    rows = _names(letter, sizes) + _number_and_date(letter, sizes)
    rows += _subject(letter, sizes)
    return xml.table(_COLUMNS, rows, xml.PLAIN) + _addressees(letter, sizes)


def rule(length: float, room: float, after: float = 0.0) -> str:
    """A drawn line of `length` centred in `room`, with space `after`, all in pt."""
    side = max(0.0, (room - length) / 2)
    eighths = round(typography.LINE_THICKNESS * 8)
    border = (
        f'<w:pBdr><w:top w:val="single" w:sz="{eighths}"'
        ' w:space="0" w:color="000000"/></w:pBdr>'
    )
    exact = (
        f'<w:spacing w:before="{twips(typography.LINE_GAP)}" w:after="{twips(after)}"'
        f' w:line="{twips(typography.LINE_ROOM)}" w:lineRule="exact"/>'
    )
    return xml.paragraph("Rule", "", border + exact + xml.indent(side, side))


def office_lines(
    lines: tuple[str, ...], sizes: Sizes, face: Face = Face.BOLD
) -> tuple[list[str], float]:
    """The lines of an office's name and their size, so that none is wider than its room.

    A line too wide is broken before the kind of area ("XÃ …"), then between words into
    lines of like length; a single word too wide makes the type smaller.
    """
    room, size = mm_to_pt(typography.OFFICE_ROOM), sizes.office
    broken: list[str] = []
    for line in lines:
        fits = text_width(line, size, face) <= room
        for part in [line] if fits else _SENSE_UNIT.split(line):
            broken += wrap(part, balanced_width(part, room, size, face), size, face)
    widest = max((longest_word(line, size, face) for line in broken), default=0.0)
    if widest > room:
        size = max(sizes.least_capitals, _half_points(size * room / widest))
    return broken, size


def _half_points(size: float) -> float:
    """`size` rounded down to what Word can set."""
    return int(size * 2) / 2


def _names(letter: Letter, sizes: Sizes) -> str:
    """Boxes 1 and 2: who writes, beside the nation and its motto."""
    lines, size = office_lines(letter.letterhead, sizes)
    above, above_size = office_lines(
        (letter.superior,) if letter.superior else (), sizes, Face.REGULAR
    )
    left = [xml.paragraph("Superior", xml.run(o, xml.size(above_size))) for o in above]
    left += [xml.paragraph("Office", xml.run(one, xml.size(size))) for one in lines]
    widest = max((text_width(one, size, Face.BOLD) for one in lines), default=0.0)
    left.append(
        rule(widest * typography.OFFICE_LINE_SHARE, mm_to_pt(typography.OFFICE_COLUMN))
    )
    return _row("".join(left), _nation(sizes))


@cache
def _nation(sizes: Sizes) -> str:
    """Box 1, the same in every letter."""
    motto = text_width(typography.MOTTO, sizes.motto, Face.BOLD)
    return (
        xml.paragraph("NationalName", xml.run(typography.NATIONAL_NAME))
        + xml.paragraph("Motto", xml.run(typography.MOTTO))
        + rule(motto * typography.MOTTO_LINE_SHARE, mm_to_pt(typography.NATION_COLUMN))
    )


def _row(left: str, right: str, properties: str = "") -> str:
    office, nation = _COLUMNS
    return xml.row(
        xml.cell(office, left, properties) + xml.cell(nation, right, properties)
    )


def number_of(letter: Letter) -> str:
    """The number as issued, below 10 with a zero, or the blank that waits for it."""
    number = letter.number.strip()
    return number.zfill(2) if number else typography.NUMBER_BLANK


def _number_and_date(letter: Letter, sizes: Sizes) -> str:
    """Boxes 3 and 4, on one line."""
    # The blank is six spaces in the text, but spread for the hand that fills it in.
    spread = twips(typography.NUMBER_BLANK_SPREAD)
    wide = "" if letter.number.strip() else f'<w:spacing w:val="{spread}"/>'
    label = "Số: " if letter.number.strip() else "Số:"
    number = xml.run(label) + xml.run(number_of(letter), wide)
    number += xml.run(f"/{letter.symbol}")
    return _row(
        xml.paragraph("Number", number),
        xml.paragraph("DateLine", _date(letter, sizes)),
        _BOTTOM,
    )


def _date(letter: Letter, sizes: Sizes) -> str:
    """Place and date; a long place makes it smaller, then closer set, never two lines."""
    text = f"{letter.place}, {figures.show_long_date(letter.day)}"
    room = mm_to_pt(typography.NATION_COLUMN) - typography.BREAK_SPARE * sizes.date
    if text_width(text, sizes.date, Face.ITALIC) <= room:
        return xml.run(text)
    excess = text_width(text, sizes.least_date, Face.ITALIC) - room
    closer = min(typography.CLOSEST, max(0.0, excess / len(text)))
    spacing = (
        f'<w:spacing w:val="-{ceil(closer * typography.TWIPS_PER_PT)}"/>'
        if closer
        else ""
    )
    return xml.run(text, spacing + xml.size(sizes.least_date))


def centred(look: str, text: str, size: float, face: Face, room: float) -> str:
    """A centred paragraph whose lines are of like length, in a `room` of pt."""
    side = _side(text, size, face, room)
    return xml.paragraph(look, xml.run(text), xml.indent(side, side))


def _side(text: str, size: float, face: Face, room: float) -> float:
    """Indent on either side that gives a centred text lines of like length, in pt."""
    spare = typography.BREAK_SPARE * size
    return max(0.0, (room - balanced_width(text, room - spare, size, face) - spare) / 2)


def _subject(letter: Letter, sizes: Sizes) -> str:
    """Box 5b, below the number."""
    text = "".join(text_of(piece) for piece in letter.subject)
    column, room = typography.OFFICE_COLUMN, typography.SUBJECT_ROOM
    side = _side(text, sizes.subject, Face.REGULAR, mm_to_pt(room))
    side += mm_to_pt(column - room) / 2
    return _row(
        xml.paragraph("Subject", xml.run(text), xml.indent(side, side)),
        xml.paragraph("Subject"),
    )


def bare(name: str) -> str:
    """`name` without the punctuation that its place in the list will give it."""
    return name.strip().rstrip(" ;.,")


def _addressees(letter: Letter, sizes: Sizes) -> str:
    """Box 9a: one on the label's line; several below it, dashes under the colon."""
    names = [bare(name) for name in letter.addressees]
    label, dash = typography.ADDRESSEE_LABEL, "- "
    several = len(names) > 1
    size = sizes.addressee
    under = text_width(label.rstrip(":") if several else f"{label} ", size)
    hang = text_width(dash, size) if several else 0.0
    widest = max((text_width(f"{name};", size) for name in names), default=0.0)
    left = _block_indent(under + hang + widest)
    if not several:
        line = " ".join([label, *names])
        return _addressee(line, xml.indent(left, hanging=under), first=True, last=True)
    signs = [";"] * (len(names) - 1) + ["."]
    lines = [
        _addressee(
            f"{dash}{name}{sign}",
            xml.indent(left + under, hanging=hang),
            last=sign == ".",
        )
        for name, sign in zip(names, signs, strict=True)
    ]
    return _addressee(label, xml.indent(left), first=True) + "".join(lines)


def _block_indent(width: float) -> float:
    """Where "Kính gửi" begins: as in Mẫu 1.5, or further left for long names, pt."""
    free = mm_to_pt(typography.TEXT_WIDTH) - width
    most = mm_to_pt(typography.ADDRESSEE_INDENT)
    return min(most, max(free, mm_to_pt(typography.ADDRESSEE_LEAST_INDENT)))


def _addressee(
    text: str, indent: str, *, first: bool = False, last: bool = False
) -> str:
    before = twips(typography.ADDRESSEE_BEFORE) if first else 0
    after = twips(typography.ADDRESSEE_AFTER) if last else 0
    gaps = f'<w:spacing w:before="{before}" w:after="{after}"/>'
    keep = "" if last else xml.KEEP_NEXT
    return xml.paragraph("Addressee", xml.run(text), keep + gaps + indent)
