"""The body of the letter and its end: Nơi nhận beside the signature.

PL I of Nghị định 30/2020/NĐ-CP, boxes 6, 7 and 9b; docs/linh-vuc.md 4.2.
"""

from core.letter import typography
from core.letter.docx import xml
from core.letter.docx.head import bare
from core.letter.model import Letter, Paragraph, Style
from core.letter.typography import Sizes, mm_to_twips, twips
from core.letter.widths import text_width

_COLUMNS = (
    mm_to_twips(typography.RECIPIENTS_COLUMN),
    mm_to_twips(typography.SIGNATURE_COLUMN),
)


def body(letter: Letter) -> str:
    """The paragraphs; the last stays on the page of the signature."""
    last = len(letter.body) - 1
    return "".join(
        _paragraph(one, keep_next=place == last)
        for place, one in enumerate(letter.body)
    )


def _paragraph(paragraph: Paragraph, *, keep_next: bool) -> str:
    heading = paragraph.style is Style.HEADING
    # What announces a list stays with its first item.
    announces = paragraph.text.endswith(":")
    return xml.paragraph(
        "LetterHeading" if heading else "LetterBody",
        xml.run(paragraph.text),
        xml.KEEP_NEXT if keep_next or announces else "",
    )


def end(letter: Letter, sizes: Sizes) -> str:
    """Nơi nhận at the left, the signature at the right, on one page."""
    left, right = _COLUMNS
    cells = xml.cell(left, _recipients(letter, sizes)) + xml.cell(
        right, _signature(letter)
    )
    return xml.table(_COLUMNS, xml.row(cells), xml.PLAIN)


def _recipients(letter: Letter, sizes: Sizes) -> str:
    """Box 9b: "Như trên" first, "Lưu" last."""
    names = [typography.RECIPIENTS_FIRST, *map(bare, letter.recipients)]
    lines = [f"- {name};" for name in names]
    lines.append(f"- {typography.ARCHIVE_LABEL}{bare(letter.archive)}.")
    indent = xml.indent(hanging=text_width("- ", sizes.recipients))
    label = xml.paragraph("RecipientsLabel", xml.run(typography.RECIPIENTS_LABEL))
    return label + "".join(
        xml.paragraph("Recipients", xml.run(line), indent) for line in lines
    )


def _signature(letter: Letter) -> str:
    """Boxes 7a and 7b: titles, room for the hand and the seal, name."""
    titles = [
        xml.paragraph(
            "Signature",
            xml.run(title),
            f'<w:spacing w:before="{twips(typography.CLOSING_BEFORE)}"/>'
            if first
            else "",
        )
        for first, title in zip(
            [True, *[False] * len(letter.signatory.lines)],
            letter.signatory.lines,
            strict=False,
        )
    ]
    room = f'<w:spacing w:before="{twips(typography.SIGNATURE_ROOM)}"/>'
    name = letter.signatory.name.strip()
    titles.append(xml.paragraph("Signature", xml.run(name) if name else "", room))
    return "".join(titles)


def break_after(section: str) -> str:
    """An empty paragraph, too low to be seen, that a table needs after it.

    It ends the pages of `section`, where that is given.
    """
    low = '<w:spacing w:line="20" w:lineRule="exact"/>'
    return xml.paragraph("Rule", "", low + section)
