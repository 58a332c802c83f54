"""How each component of the letter is set: its look, a paragraph style in Word.

PL I, mục IV of Nghị định 30/2020/NĐ-CP: box, case, size, style; docs/linh-vuc.md 4.2.
"""

from dataclasses import dataclass
from enum import Enum

from core.letter import typography
from core.letter.typography import Sizes


class Stand(Enum):
    """How the lines of a paragraph stand, by Word's names."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"
    JUSTIFIED = "both"


@dataclass(frozen=True, slots=True)
class Look:
    """How one component of the letter is set; a paragraph style in Word.

    Attributes:
        id: The style's id.
        name: Its Vietnamese name, as Word lists it.
        size: Of the type, pt.
        first_line: Indent of the first line, mm.
        before: Free space above, pt.
        spacing: Lines: 1 is single.
        outline: Level in Word's navigation pane, 0 for the highest; None for text.
    """

    id: str
    name: str
    size: float
    bold: bool = False
    italic: bool = False
    stand: Stand = Stand.LEFT
    first_line: float = 0.0
    before: float = 0.0
    after: float = 0.0
    spacing: float = 1.0
    keep_next: bool = False
    outline: int | None = None


def looks(sizes: Sizes) -> tuple[Look, ...]:
    """Every component's look (PL I, mục IV: box number, case, size, style)."""
    return (*_head(sizes), *_body(sizes), *_end(sizes), *_annex(sizes))


def _head(sizes: Sizes) -> tuple[Look, ...]:
    centre = Stand.CENTRE
    return (
        Look("PageNumber", "Số trang", sizes.page_number, stand=centre),
        Look("NationalName", "Quốc hiệu", sizes.national_name, bold=True, stand=centre),
        Look("Motto", "Tiêu ngữ", sizes.motto, bold=True, stand=centre),
        Look("Superior", "Cơ quan chủ quản", sizes.superior, stand=centre),
        Look("Office", "Cơ quan ban hành", sizes.office, bold=True, stand=centre),
        Look("Rule", "Đường kẻ", 2.0),
        Look(
            "Number",
            "Số, ký hiệu",
            sizes.number,
            stand=centre,
            before=typography.NUMBER_BEFORE,
        ),
        Look(
            "DateLine",
            "Địa danh, ngày tháng",
            sizes.date,
            italic=True,
            stand=centre,
            before=typography.NUMBER_BEFORE,
        ),
        Look(
            "Subject",
            "Trích yếu",
            sizes.subject,
            stand=centre,
            before=typography.SUBJECT_BEFORE,
        ),
        Look("Addressee", "Kính gửi", sizes.addressee),
    )


def _body(sizes: Sizes) -> tuple[Look, ...]:
    text = Look(
        "LetterBody",
        "Nội dung",
        sizes.body,
        stand=Stand.JUSTIFIED,
        first_line=typography.FIRST_LINE,
        before=typography.PARAGRAPH_GAP,
        spacing=typography.LINE_SPACING,
    )
    heading = Look(
        "LetterHeading",
        "Đề mục",
        sizes.body,
        bold=True,
        stand=Stand.JUSTIFIED,
        first_line=typography.FIRST_LINE,
        before=typography.PARAGRAPH_GAP,
        spacing=typography.LINE_SPACING,
        keep_next=True,
        outline=0,
    )
    return (text, heading)


def _end(sizes: Sizes) -> tuple[Look, ...]:
    # Set a little lower, so that it stands on one line with the signatory's title.
    level = (sizes.signature - sizes.recipients_label) * typography.ASCENT
    return (
        Look(
            "RecipientsLabel",
            "Nơi nhận, tiêu đề",
            sizes.recipients_label,
            bold=True,
            italic=True,
            before=typography.CLOSING_BEFORE + level,
        ),
        Look("Recipients", "Nơi nhận", sizes.recipients),
        Look(
            "Signature",
            "Người ký",
            sizes.signature,
            bold=True,
            stand=Stand.CENTRE,
            keep_next=True,
        ),
    )


def _annex(sizes: Sizes) -> tuple[Look, ...]:
    centre = Stand.CENTRE
    return (
        Look(
            "AnnexLabel",
            "Phụ lục",
            sizes.annex_label,
            bold=True,
            stand=centre,
            keep_next=True,
            outline=0,
        ),
        Look(
            "AnnexTitle",
            "Tên phụ lục",
            sizes.annex_title,
            bold=True,
            stand=centre,
            keep_next=True,
        ),
        Look(
            "AnnexReference",
            "Kèm theo công văn",
            sizes.annex_reference,
            italic=True,
            stand=centre,
            keep_next=True,
        ),
        Look(
            "TableHeading",
            "Bảng, tiêu đề",
            typography.TABLE_SIZES[0],
            bold=True,
            stand=centre,
        ),
        Look("TableCell", "Bảng, số liệu", typography.TABLE_SIZES[0]),
        Look("TableTotal", "Bảng, dòng tổng", typography.TABLE_SIZES[0], bold=True),
        Look(
            "AnnexNote",
            "Ghi chú phụ lục",
            sizes.annex_note,
            stand=Stand.JUSTIFIED,
            before=typography.NOTE_GAP,
        ),
    )
