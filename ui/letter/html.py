"""A letter as rich text for the preview: plain, readable, each figure a link."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from core.figures import show_long_date
from core.letter.model import (
    Align,
    Annex,
    Column,
    Figure,
    Letter,
    Paragraph,
    Pieces,
    Style,
    Table,
    TableRow,
)
from core.report import Place
from ui.theme import PageColours

_MEASURE = re.compile(r"((?:size|indent|top|bottom|margin):)(\d+(?:\.\d+)?)(pt|px)")
"""A measure within a style attribute, in pt or px."""

BLANK_NUMBER = "&nbsp;" * 8
"""Where văn thư writes the number."""


@dataclass
class Rendering:
    """The rich text, and what its links mean.

    Attributes:
        html: The text for a QTextDocument.
        places: Cell of each link, by its number.
    """

    html: str = ""
    places: list[Place] = field(default_factory=list)


class Renderer:
    """Writes letters as rich text in the colours of the page."""

    def __init__(self, colours: PageColours, scale: float = 1.0) -> None:
        """Write in `colours`; at `scale` 1 the page is as large as printed."""
        self._colours = colours
        self._scale = scale
        self._places: list[Place] = []

    def render(self, letter: Letter) -> Rendering:
        """The letter as rich text."""
        self._places = []
        parts = [self._head(letter), self._addressees(letter)]
        parts += [self._paragraph(one) for one in letter.body]
        parts.append(self._foot(letter))
        parts += [self._annex(annex) for annex in letter.annexes]
        return Rendering(self._scaled("\n".join(parts)), self._places)

    def _scaled(self, html: str) -> str:
        """Every measure of the styles times the scale."""

        def times(found: re.Match[str]) -> str:
            return f"{found[1]}{float(found[2]) * self._scale:.2f}{found[3]}"

        return _MEASURE.sub(times, html)

    # --------------------------------------------------------------------- pieces

    def _pieces(self, pieces: Pieces) -> str:
        told = (
            self._figure(one) if isinstance(one, Figure) else escape(one)
            for one in pieces
        )
        return "".join(told)

    def _figure(self, figure: Figure) -> str:
        colours = self._colours
        ink, ground = colours.ink, colours.figure
        if figure.missing:
            ink, ground = colours.missing, colours.missing_s
        style = (
            f"color:{ink.name()};background-color:{ground.name()};text-decoration:none"
        )
        if not figure.places:
            return f'<span style="{style}">{escape(figure.text)}</span>'
        self._places.append(figure.places[0])
        number = len(self._places) - 1
        return f'<a href="#{number}" style="{style}">{escape(figure.text)}</a>'

    # ---------------------------------------------------------------- head and foot

    def _head(self, letter: Letter) -> str:
        number = escape(letter.number) or BLANK_NUMBER
        date = f"{escape(letter.place)}, {show_long_date(letter.day)}"
        superior = f"{escape(letter.superior)}<br>" if letter.superior else ""
        rule = f"background-color:{self._colours.ink.name()}"
        left = (
            f"{superior}<b>{'<br>'.join(map(escape, letter.letterhead))}</b>"
            f'<hr width="30%" style="{rule}">'
        )
        right = (
            "<b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>"
            '<b><span style="font-size:14pt">Độc lập - Tự do - Hạnh phúc</span></b>'
            f'<hr width="56%" style="{rule}">'
        )
        symbol = f"Số: {number}/{escape(letter.symbol)}"
        subject = f"{self._pieces(letter.subject)}"
        return (
            '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
            f'<td width="37%" align="center" style="font-size:13pt">{left}</td>'
            f'<td width="63%" align="center" style="font-size:13pt">{right}</td></tr>'
            f'<tr><td align="center" style="font-size:13pt">{symbol}</td>'
            f'<td align="center" style="font-size:14pt"><i>{date}</i></td></tr>'
            f'<tr><td align="center" style="font-size:13pt">{subject}</td>'
            "<td></td></tr></table>"
        )

    def _addressees(self, letter: Letter) -> str:
        names = [escape(name) for name in letter.addressees]
        if len(names) == 1:
            return f'<p align="center">Kính gửi: {names[0]}</p>'
        lines = [f"- {name};" for name in names]
        if lines:
            lines[-1] = lines[-1][:-1] + "."
        listed = "<br>".join(lines)
        return (
            '<table align="center" cellspacing="0" cellpadding="2"><tr>'
            f'<td>Kính gửi:</td><td style="padding-top:22px">{listed}</td>'
            "</tr></table>"
        )

    def _paragraph(self, paragraph: Paragraph) -> str:
        text = self._pieces(paragraph.pieces)
        if paragraph.style is Style.HEADING:
            text = f"<b>{text}</b>"
        style = "text-indent:38px;margin-top:8px;margin-bottom:0px"
        key = escape(paragraph.key, quote=True)
        anchor = f'<a name="{key}"></a>'
        return f'<p align="justify" style="{style}">{anchor}{text}</p>'

    def _foot(self, letter: Letter) -> str:
        lines = ["- Như trên;", *(f"- {escape(one)};" for one in letter.recipients)]
        lines.append(f"- Lưu: {escape(letter.archive)}.")
        signed = "<br>".join(map(escape, letter.signatory.lines))
        name = escape(letter.signatory.name)
        return (
            '<table width="100%" cellspacing="0" cellpadding="2" style="margin-top:16px">'
            '<tr><td width="45%" style="font-size:11pt">'
            '<span style="font-size:12pt"><b><i>Nơi nhận:</i></b></span><br>'
            f"{'<br>'.join(lines)}</td>"
            f'<td align="center"><b>{signed}</b><br><br><br><br><b>{name}</b></td>'
            "</tr></table>"
        )

    # ------------------------------------------------------------------------ annex

    def _annex(self, annex: Annex) -> str:
        title = "<br>".join(self._pieces(line) for line in annex.title)
        notes = "".join(
            f'<p style="font-size:12pt;margin-top:4px;margin-bottom:0px">{self._pieces(note)}</p>'
            for note in annex.notes
        )
        return (
            f'<hr style="background-color:{self._colours.ink.name()}"><p align="center"><b>{escape(annex.label)}</b><br><b>{title}</b><br>'
            f"<i>{escape(annex.reference)}</i></p>{self._table(annex.table)}{notes}"
        )

    def _table(self, table: Table) -> str:
        rows = "".join(self._row(table, row) for row in table.rows)
        return (
            '<table width="100%" border="1" cellspacing="0" cellpadding="4" '
            f'style="border-collapse:collapse;font-size:9pt">{_heading(table)}{rows}'
            "</table>"
        )

    def _row(self, table: Table, row: TableRow) -> str:
        cells = []
        for column, piece in zip(table.columns, row.cells, strict=True):
            text = self._pieces((piece,))
            shown = f"<b>{text}</b>" if row.strong else text
            align = "left" if column.align is Align.LEFT else column.align.value
            cells.append(f'<td align="{align}">{shown}</td>')
        return f"<tr>{''.join(cells)}</tr>"


def _heading(table: Table) -> str:
    """The table's headings: one tier, or two with the groups above."""
    two = any(column.group for column in table.columns)
    first: list[str] = []
    second: list[str] = []
    for group, columns in _grouped(table):
        labels = [escape(column.label) for column in columns]
        if group:
            span = f'colspan="{len(labels)}"'
            first.append(f'<td align="center" {span}><b>{escape(group)}</b></td>')
            second += [f'<td align="center"><b>{one}</b></td>' for one in labels]
        else:
            span = ' rowspan="2"' if two else ""
            first += [f'<td align="center"{span}><b>{one}</b></td>' for one in labels]
    below = f"<tr>{''.join(second)}</tr>" if two else ""
    return f"<tr>{''.join(first)}</tr>{below}"


def _grouped(table: Table) -> Iterator[tuple[str, list[Column]]]:
    """Neighbouring columns by the heading above them."""
    for group, columns in groupby(table.columns, key=lambda column: column.group):
        yield group, list(columns)
