"""The parts of a letter in the ways in which offices lay them out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.letter.widths import Face, text_width
from tests.data.letters.make.word import box, frame, line, listed, p

NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
_MOTTO_MM: Final = 62.0
_LEFT, _RIGHT = 3400, 5784
_LEFT_MM, _RIGHT_MM = _LEFT / 56.7, _RIGHT / 56.7
_WIDE_MM: Final = 98.0


@dataclass(frozen=True)
class Head:
    """What stands above the body of a letter.

    Attributes:
        office: Its lines, in capitals.
        number: "183/UBND-VP".
        place_date: "Trường Tây, ngày 04 tháng 10 năm 2024".
        subject: After “V/v ”.
        to: Those addressed.
        superior: The line above the office, or nothing.
    """

    office: tuple[str, ...]
    number: str
    place_date: str
    subject: str
    to: tuple[str, ...]
    superior: str = ""


@dataclass(frozen=True)
class End:
    """What stands below the body of a letter.

    Attributes:
        recipients: Between “Như trên” and “Lưu”.
        archive: After “Lưu: ”.
        authority: Lines in capitals.
        signer: Full name.
    """

    recipients: tuple[str, ...]
    archive: str
    authority: tuple[str, ...]
    signer: str


def _office(head: Head, room: float) -> list[str]:
    told = [p(head.superior, size=13, align="center")] if head.superior else []
    told += [p(one, size=13, bold=True, align="center") for one in head.office]
    return [*told, line(_office_line(head.office[-1]), room)]


def _office_line(text: str) -> float:
    """Between a third and a half of the text above it, in mm."""
    return text_width(text, 13, Face.BOLD) / 56.7 * 20 * 0.42


def _nation(room: float) -> list[str]:
    return [
        p(NATION, size=13, bold=True, align="center"),
        p(MOTTO, bold=True, align="center"),
        line(_MOTTO_MM, room),
    ]


def _number(head: Head) -> list[str]:
    return [
        p(f"Số: {head.number}", size=13, align="center"),
        p(f"V/v {head.subject}", size=12, align="center", before=120),
    ]


def _date(head: Head) -> str:
    return p(head.place_date, italic=True, align="center")


def in_table(head: Head) -> str:
    """The letterhead in a table without borders, as the decree's form has it."""
    names = frame(
        (_LEFT, _RIGHT), "".join(_office(head, _LEFT_MM)), "".join(_nation(_RIGHT_MM))
    )
    return names + frame((_LEFT, _RIGHT), "".join(_number(head)), _date(head))


def in_boxes(head: Head) -> str:
    """The letterhead in two text boxes."""
    left = box(*_office(head, _LEFT_MM), *_number(head), left=0, wide=_LEFT_MM, high=36)
    right = box(*_nation(_WIDE_MM), _date(head), left=64, wide=_WIDE_MM, high=36)
    return p("", inside=left + right)


def in_lines(head: Head) -> str:
    """The letterhead line below line, with no table."""
    return "".join(
        [*_nation(163.0), *_office(head, 163.0), *_number(head), _date(head)]
    )


def by_tabs(head: Head) -> str:
    """The letterhead in lines with a tab between left and right."""
    first, second = head.office
    stop = '<w:tabs><w:tab w:val="left" w:pos="3600"/></w:tabs>'
    return (
        p(f"{first}\t{NATION}", size=13, bold=True, more=stop)
        + p(f"{second}\t{MOTTO}", size=13, bold=True, more=stop)
        + p(f"Số: {head.number}\t{head.place_date}", size=13, more=stop)
        + p(f"V/v {head.subject}", size=13)
    )


def to_each(head: Head) -> str:
    """“Kính gửi:” and a paragraph for each."""
    return p("Kính gửi:", first=1982, before=240) + "".join(
        p(f"- {one}", first=2552) for one in _ended(head.to)
    )


def to_one(head: Head) -> str:
    """“Kính gửi:” with the one behind it."""
    return p(f"Kính gửi: {head.to[0]}", align="center", before=240)


def to_by_breaks(head: Head) -> str:
    """“Kính gửi:” in one paragraph with manual line breaks."""
    told = "".join(f"\n- {one}" for one in _ended(head.to))
    return p(f"Kính gửi:{told}", first=1982, before=240)


def body(*paragraphs: str) -> str:
    """The body's paragraphs; one that begins with “# ” is a heading."""
    return "".join(
        p(
            one.removeprefix("# "),
            align="both",
            first=720,
            before=120,
            bold=one[0] == "#",
        )
        for one in paragraphs
    )


def numbered(*paragraphs: str) -> str:
    """Paragraphs with automatic numbers: “# ” 1., “* ” a), “- ” a dash, others none."""
    told = ""
    for one in paragraphs:
        sign, text = one[:2], one[2:]
        if sign == "# ":
            told += listed(text)
        elif sign == "* ":
            told += listed(text, 1)
        elif sign == "- ":
            told += listed(text, 0, 2)
        else:
            told += body(one)
    return told


def _recipients(end: End) -> list[str]:
    told = ["Như trên;", *(f"{one};" for one in end.recipients), f"Lưu: {end.archive}."]
    return [f"- {one}" for one in told]


def _label() -> str:
    return p("Nơi nhận:", size=12, bold=True, italic=True)


def _signature(end: End) -> list[str]:
    told = [p(one, bold=True, align="center") for one in end.authority]
    return [*told, *[p("")] * 3, p(end.signer, bold=True, align="center")]


def end_in_table(end: End) -> str:
    """Recipients and signature side by side in a table without borders."""
    left = "".join(p(one, size=11) for one in _recipients(end))
    return frame((4200, 4984), _label() + left, "".join(_signature(end)))


def end_by_breaks(end: End) -> str:
    """Recipients with manual line breaks, the signature beside them."""
    left = p("\n".join(_recipients(end)), size=11)
    return frame((4200, 4984), _label() + left, "".join(_signature(end)))


def end_in_lines(end: End) -> str:
    """The signature below the body, the recipients below it."""
    left = [p(one, size=11) for one in _recipients(end)]
    return "".join([*_signature(end), _label(), *left])


def annex_head(label: str, title: Sequence[str], reference: str) -> str:
    """The head of an annex on a page of its own."""
    told = p(label, bold=True, align="center")
    told += "".join(p(one, bold=True, align="center") for one in title)
    return told + p(f"({reference})", italic=True, align="center") + line(40, 160)


def _ended(told: Sequence[str]) -> list[str]:
    last = len(told) - 1
    return [f"{one}{'.' if at == last else ';'}" for at, one in enumerate(told)]
