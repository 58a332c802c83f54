"""An annex (phụ lục) with its table, on pages of its own.

PL I of Nghị định 30/2020/NĐ-CP, phần III; docs/linh-vuc.md 4.3.
"""

from functools import cache
from itertools import groupby

from core.letter import typography
from core.letter.docx import xml
from core.letter.docx.columns import Columns
from core.letter.docx.head import centred, rule
from core.letter.docx.section import section
from core.letter.model import Annex, Piece, Table, TableRow, text_of
from core.letter.typography import Sizes, mm_to_pt, mm_to_twips, twips
from core.letter.widths import Face

_MIDDLE = '<w:vAlign w:val="center"/>'
_REPEATED = "<w:tblHeader/>"
_CUT = "\ue000"  # of no script: where a cell's text comes


def is_landscape(annex: Annex) -> bool:
    """Whether the table has too many columns for a page that stands."""
    return len(annex.table.columns) > typography.LANDSCAPE_ABOVE_COLUMNS


def pages(annex: Annex) -> str:
    """The section of the annex."""
    return section(landscape=is_landscape(annex))


def annex(annex: Annex, sizes: Sizes) -> str:
    """Label, title, reference with its line, table, notes, "./."."""
    wide = is_landscape(annex)
    room = typography.WIDE_TEXT_WIDTH if wide else typography.TEXT_WIDTH
    points = mm_to_pt(room)
    title = [
        centred("AnnexTitle", _text(line), sizes.annex_title, Face.BOLD, points)
        for line in annex.title
    ]
    reference = centred(
        "AnnexReference", annex.reference, sizes.annex_reference, Face.ITALIC, points
    )
    return (
        xml.paragraph("AnnexLabel", xml.run(annex.label))
        + "".join(title)
        + reference
        + rule(mm_to_pt(typography.ANNEX_LINE), points, after=typography.ANNEX_GAP)
        + _table(annex.table, mm_to_twips(room))
        + _notes(annex.notes)
    )


def _text(line: tuple[Piece, ...]) -> str:
    return "".join(text_of(piece) for piece in line)


def _notes(notes: tuple[tuple[Piece, ...], ...]) -> str:
    """What stands below the table, the last line ended by "./."."""
    mark = typography.END_MARK
    if not notes:
        return xml.paragraph("AnnexNote", xml.run(mark), xml.stand("right"))
    *others, last = map(_text, notes)
    if not last.endswith(mark):
        last = last.rstrip(" ;.") + mark
    return "".join(xml.paragraph("AnnexNote", xml.run(one)) for one in [*others, last])


def _table(table: Table, room: int) -> str:
    columns = Columns.fit(table, room)
    usual = columns.size == typography.TABLE_SIZES[0]
    letters = "" if usual else xml.size(columns.size)
    rows = _heading(table, columns, letters) + _rows(table, columns, letters)
    return xml.table(columns.widths, rows, _frame())


def _frame() -> str:
    """Borders around every cell, columns as they are given, room in the cells."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in sides
    )
    high, wide = twips(typography.CELL_GAP), mm_to_twips(typography.CELL_MARGIN)
    margins = "".join(
        f'<w:{side} w:w="{length}" w:type="dxa"/>'
        for side, length in zip(sides[:4], (high, wide, high, wide), strict=True)
    )
    return (
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar>"
    )


def _heading(table: Table, columns: Columns, letters: str) -> str:
    """One row of headings, or two where columns share one; repeated on each page."""
    grouped = any(column.group for column in table.columns)
    start = '<w:vMerge w:val="restart"/>' if grouped else ""
    upper, lower, place = "", "", 0
    for group, members in groupby(table.columns, key=lambda column: column.group):
        labels = [column.label for column in members]
        widths = columns.widths[place : place + len(labels)]
        place += len(labels)
        if group:
            span = f'<w:gridSpan w:val="{len(labels)}"/>' if len(labels) > 1 else ""
            upper += _heading_cell(sum(widths), group, letters, span)
        for width, label in zip(widths, labels, strict=True):
            if group:
                lower += _heading_cell(width, label, letters)
            else:
                upper += _heading_cell(width, label, letters, start)
                lower += _heading_cell(width, "", letters, "<w:vMerge/>")
    rows = xml.row(upper, _REPEATED)
    return rows + xml.row(lower, _REPEATED) if grouped else rows


def _heading_cell(width: int, label: str, letters: str, merge: str = "") -> str:
    content = xml.run(label, letters) if label else ""
    inside = xml.paragraph("TableHeading", content, xml.KEEP_NEXT)
    return xml.cell(width, inside, merge + _MIDDLE)


def _rows(table: Table, columns: Columns, letters: str) -> str:
    """The rows of figures; the last few go together with what stands below them."""
    aligns = [xml.stand(column.align.value) for column in table.columns]

    @cache
    def blanks(look: str, keep: str) -> list[list[str]]:
        """Each column's cell, cut in two where its text comes: put together once."""
        run = xml.run(_CUT, letters)
        return [
            xml.cell(width, xml.paragraph(look, run, keep + align), _MIDDLE).split(_CUT)
            for width, align in zip(columns.widths, aligns, strict=True)
        ]

    kept = len(table.rows) - typography.ROWS_WITH_NOTES
    return "".join(
        _row(
            row,
            blanks(
                "TableTotal" if row.strong else "TableCell",
                xml.KEEP_NEXT if place >= kept else "",
            ),
        )
        for place, row in enumerate(table.rows)
    )


def _row(row: TableRow, blanks: list[list[str]]) -> str:
    cells = [
        f"{before}{xml.inside(text_of(piece))}{after}"
        for (before, after), piece in zip(blanks, row.cells, strict=True)
    ]
    return xml.row("".join(cells))
