"""The letter on paper that an `Example` of a rule describes.

A sound letter of a commune, in which an example replaces what it is about.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from core.paper.model import Cell, Component, Line

SOUND: Final[Mapping[str, str]] = {
    "issuer": "ỦY BAN NHÂN DÂN\nXÃ TRƯỜNG TÂY",
    "state": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "motto": "Độc lập - Tự do - Hạnh phúc",
    "number": "Số: 05/UBND-VP",
    "place_date": "Trường Tây, ngày 09 tháng 10 năm 2026",
    "subject": "V/v công bố kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp tháng 9/2026",
    "addressees": "Kính gửi: Các công chức chuyên môn xã",
    "body": "Căn cứ Quyết định số 766/QĐ-TTg ngày 23 tháng 6 năm 2022 của Thủ tướng Chính phủ"
    " phê duyệt Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh"
    " nghiệp trong thực hiện thủ tục hành chính (TTHC), dịch vụ công theo thời gian thực trên"
    " môi trường điện tử.\n"
    "Trên đây là kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp tháng 9/2026 của xã"
    " Trường Tây, đề nghị các công chức chuyên môn nghiêm túc thực hiện./.",
    "authority": "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
    "signer": "Nguyễn Văn Bình",
    "recipients": "Nơi nhận:\n- Như trên;\n- Lưu: VT, VP.",
}
"""A sound letter: the text of each component, a line below the other."""

_ORDER = (*SOUND, "annex", "annex2")
_FIRST, _LAST = "body.first", "body.last"


def lines_of(replaced: Mapping[str, str]) -> tuple[Line, ...]:
    """The lines of the sound letter with `replaced` in place of its texts.

    Beside the components' names, "body.first" and "body.last" put lines before the
    body's last sentence or after it, and "annex", "annex2" add annexes: the first line
    is the label, lines in capitals are the title, one that begins with "(" is the
    reference, those that begin with "|" are rows of the table.
    """
    texts = {**SOUND, **replaced}
    body = texts["body"].split("\n")
    body[-1:-1] = texts.pop(_FIRST, "").split("\n") if _FIRST in texts else []
    body += texts.pop(_LAST, "").split("\n") if _LAST in texts else []
    texts["body"] = "\n".join(body)
    unknown = texts.keys() - {*_ORDER}
    if unknown:
        message = f"no such part of a letter: {sorted(unknown)}"
        raise ValueError(message)
    told: list[Line] = []
    for name in _ORDER:
        if name in texts:
            told += _lines(name, texts[name], len(told), told)
    return tuple(told)


def _lines(name: str, text: str, before: int, told: list[Line]) -> Iterator[Line]:
    lines = [one for one in text.split("\n") if one]
    if name.startswith("annex"):
        yield from _annex(lines, before, int(name[5:] or 1), told)
        return
    for number, one in enumerate(lines, start=before + 1):
        yield Line(number, one, Component[name.upper()])


def _annex(
    lines: list[str], before: int, annex: int, told: list[Line]
) -> Iterator[Line]:
    number, row = before, -1
    table = len({line.cell.table for line in told if line.cell})
    for index, text in enumerate(lines):
        if text.startswith("|"):
            row += 1
            for column, cell in enumerate(text.strip("|").split("|")):
                number += 1
                place = Cell(table, row, column)
                yield Line(number, cell.strip(), Component.ANNEX_CELL, annex, place)
            continue
        number += 1
        yield Line(number, text, _of_annex(text, index), annex)


def _of_annex(text: str, index: int) -> Component:
    if index == 0:
        return Component.ANNEX_LABEL
    if text.startswith("("):
        return Component.ANNEX_REFERENCE
    return Component.ANNEX_TITLE if text.isupper() else Component.ANNEX_TEXT
