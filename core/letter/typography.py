"""The measures of an official letter, each with the clause that sets it.

"PL I" is Phụ lục I of Nghị định 30/2020/NĐ-CP (thể thức, kỹ thuật trình bày); what it
leaves open is marked "ours". docs/linh-vuc.md 4. Lengths of the page are in mm, those
of letters and lines in pt, unless the name says otherwise.
"""

from dataclasses import dataclass

FONT = "Times New Roman"  # PL I, phần I, 3: Unicode, black
LANGUAGE = "vi-VN"
LETTERS_PER_INCH_PT = 72
MM_PER_INCH = 25.4
TWIPS_PER_PT = 20


def mm_to_pt(length: float) -> float:
    """A length in mm, in pt."""
    return length * LETTERS_PER_INCH_PT / MM_PER_INCH


def twips(points: float) -> int:
    """A length in pt, in Word's unit (a twentieth of it)."""
    return round(points * TWIPS_PER_PT)


def mm_to_twips(length: float) -> int:
    """A length in mm, in Word's unit."""
    return twips(mm_to_pt(length))


# --- the page (PL I, phần I, 1, 2, 4, 5) ------------------------------------------------

PAGE_WIDTH = 210.0  # A4
PAGE_HEIGHT = 297.0
MARGIN_TOP = 20.0  # 20-25
MARGIN_BOTTOM = 20.0  # 20-25
MARGIN_LEFT = 30.0  # 30-35
MARGIN_RIGHT = 20.0  # 15-20
TEXT_WIDTH = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT
WIDE_TEXT_WIDTH = PAGE_HEIGHT - MARGIN_LEFT - MARGIN_RIGHT
HEADER_DISTANCE = 10.0  # the page number stands in the top margin (4.4)
LANDSCAPE_ABOVE_COLUMNS = 6  # ours (4.1): a wider annex table lies on its side

# --- the head of the letter (PL I, phần II, 1-4) ----------------------------------------

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"  # hyphens, not dashes
NATION_COLUMN = 99.0  # the name of the nation, 13 bold, takes 95,7 mm on one line
OFFICE_COLUMN = TEXT_WIDTH - NATION_COLUMN
OFFICE_ROOM = OFFICE_COLUMN - 4.0  # ours: 2 mm free on either side
SUBJECT_ROOM = OFFICE_COLUMN - 2.0  # ours: nothing stands beside the subject
OFFICE_LINE_SHARE = 0.4  # the line below the office: 1/3 to 1/2 of the text
MOTTO_LINE_SHARE = 1.0  # the line below the motto: as long as the text
LINE_THICKNESS = 0.75  # pt; ours
LINE_GAP = 2.0  # from the text to its line, pt; ours
LINE_ROOM = 5.0  # height of the paragraph that bears a line, pt; ours
NUMBER_BLANK = " " * 6  # room for the number that văn thư gives
NUMBER_BLANK_SPREAD = 3.0  # added to each of these spaces, pt: room for a pen; ours
NUMBER_BEFORE = 8.0  # pt; ours
SUBJECT_BEFORE = 6.0  # PL I, phần II, 5b: 6 pt below số, ký hiệu
CLOSEST = 0.3  # pt taken from each letter of a date line with a long place; ours
BREAK_SPARE = 0.5  # em: LibreOffice breaks a centred line a space early; ours

# --- whom it is for (PL I, phần II, 9a) -------------------------------------------------

ADDRESSEE_LABEL = "Kính gửi:"
ADDRESSEE_INDENT = 35.0  # where the label stands in Mẫu 1.5 (4.4)
ADDRESSEE_LEAST_INDENT = 12.7  # ours: long names move the block to the left
ADDRESSEE_BEFORE = 12.0  # pt; ours
ADDRESSEE_AFTER = 12.0  # pt; ours

# --- the body (PL I, phần II, 6) --------------------------------------------------------

FIRST_LINE = 12.7  # 1 or 1,27 cm
PARAGRAPH_GAP = 6.0  # at least 6 pt
LINE_SPACING = 1.05  # single to 1,5 lines
END_MARK = "./."

# --- the end of the letter (PL I, phần II, 7, 9b) ---------------------------------------

RECIPIENTS_COLUMN = 70.0  # Mẫu 1.5: 62 of 164 mm; ours a little wider
SIGNATURE_COLUMN = TEXT_WIDTH - RECIPIENTS_COLUMN
RECIPIENTS_LABEL = "Nơi nhận:"
RECIPIENTS_FIRST = "Như trên"
ARCHIVE_LABEL = "Lưu: "
CLOSING_BEFORE = 12.0  # pt; ours
SIGNATURE_ROOM = 72.0  # four to five lines for the hand and the seal, pt; ours
ASCENT = 0.891  # of Times New Roman, in em: where the line of writing lies

# --- the annex (PL I, phần III) ---------------------------------------------------------

ANNEX_LINE = 35.0  # the short line below the reference, mm (Mẫu 2.1)
ANNEX_GAP = 8.0  # above the table, pt; ours
NOTE_GAP = 3.0  # above each note below the table, pt; ours
CELL_MARGIN = 1.2  # left and right in a table's cell, mm; ours
CELL_GAP = 1.5  # above and below in a table's cell, pt; ours
ROWS_WITH_NOTES = 3  # a total and the notes never stand alone on a page; ours
TABLE_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0)  # the first in which every word has room


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of type of a letter, in pt; they grow and shrink together.

    PL I, mục IV, ghi chú: "cỡ chữ trong cùng một văn bản tăng, giảm phải thống nhất".
    """

    national_name: float
    motto: float
    superior: float
    office: float
    number: float
    date: float
    subject: float
    addressee: float
    body: float
    signature: float
    page_number: float
    annex_label: float
    annex_title: float
    annex_reference: float
    recipients_label: float = 12.0
    recipients: float = 11.0
    annex_note: float = 12.0
    least_capitals: float = 12.0  # an office's long name may be this small
    least_date: float = 13.0  # and a long date line this


PRESET_A = Sizes(
    national_name=13,
    motto=14,
    superior=13,
    office=13,
    number=13,
    date=14,
    subject=12,
    addressee=14,
    body=14,
    signature=14,
    page_number=14,
    annex_label=14,
    annex_title=14,
    annex_reference=14,
)
"""13 - 14 - 14: the larger of the decree's two examples."""

PRESET_B = Sizes(
    national_name=12,
    motto=13,
    superior=12,
    office=12,
    number=13,
    date=13,
    subject=12,
    addressee=13,
    body=13,
    signature=13,
    page_number=13,
    annex_label=14,
    annex_title=13,
    annex_reference=13,
)
"""12 - 13 - 13: the smaller one."""
