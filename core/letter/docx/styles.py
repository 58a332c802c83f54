"""Each component's look as a paragraph style of Word, with its Vietnamese name."""

from core.letter import typography
from core.letter.docx import xml
from core.letter.looks import Look
from core.letter.typography import mm_to_twips, twips

_SINGLE = 240  # one line, in Word's 240ths


def style(look: Look, namespaces: str = "") -> str:
    """The `w:style` of one component."""
    return (
        f'<w:style {namespaces} w:type="paragraph" w:customStyle="1" w:styleId="{look.id}">'
        f'<w:name w:val="{look.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_paragraph(look)}</w:pPr><w:rPr>{_letters(look)}</w:rPr></w:style>"
    )


def _paragraph(look: Look) -> str:
    parts = [xml.KEEP_NEXT] if look.keep_next else []
    parts.append(
        f'<w:spacing w:before="{twips(look.before)}" w:after="{twips(look.after)}"'
        f' w:line="{round(look.spacing * _SINGLE)}" w:lineRule="auto"/>'
    )
    if look.first_line:
        parts.append(f'<w:ind w:firstLine="{mm_to_twips(look.first_line)}"/>')
    parts.append(xml.stand(look.stand.value))
    if look.outline is not None:
        parts.append(f'<w:outlineLvl w:val="{look.outline}"/>')
    return "".join(parts)


def _letters(look: Look) -> str:
    fonts = " ".join(
        f'w:{slot}="{typography.FONT}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs")
    )
    parts = [f"<w:rFonts {fonts}/>"]
    if look.bold:
        parts.append("<w:b/><w:bCs/>")
    if look.italic:
        parts.append("<w:i/><w:iCs/>")
    parts.append(xml.size(look.size))
    return "".join(parts)
