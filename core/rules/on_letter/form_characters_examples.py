"""Broken and sound letters for the rules about spaces and characters (F14, F15)."""

import unicodedata
from typing import Final

from core.rules.registry import Example


def _first(text: str) -> Example:
    """A letter with one more paragraph."""
    return Example({}, letter={"body.first": text})


F14_BROKEN: Final = (
    _first("Các công chức  thực hiện."),
    _first("Các công chức , viên chức thực hiện."),
    _first("Các công chức thực hiện ."),
    _first("Các công chức ; viên chức thực hiện."),
    _first("Các công chức,viên chức thực hiện."),
    _first("Các công chức;viên chức thực hiện."),
    _first("Kết quả:đã đạt."),
    _first("Các công chức thực hiện.Đồng thời báo cáo."),
    _first("Các công chức ( viên chức) thực hiện."),
    _first("Các công chức (viên chức ) thực hiện."),
)
F14_SOUND: Final = (
    Example({}, letter={}),
    _first(
        "Xem https://dichvucong.gov.vn,Kết quả hoặc a@b.vn;c, lúc 16:30, đạt 91,7%."
    ),
    _first("Xã có 2.033 hồ sơ, v.v…"),
    _first("Ở TP.HCM có 01 hồ sơ."),
    Example(
        {},
        letter={"annex": "Phụ lục\nKẾT QUẢ\n|Tên  đơn vị|Số|\nGhi chú."},
        extra={"also": ("A01", "A03", "A06")},
    ),
)
F15_BROKEN: Final = (
    _first(unicodedata.normalize("NFD", "Các công chức thực hiện.")),
    _first("Các công\u200b chức thực hiện."),
    _first("Các công chức thực hiện đúng hạn\ufeff."),
    _first("C\u0430c c\u043eng dan den nop."),
    _first("TÊt c¶ mäi ng\u00adêi d©n ®Õn céng c¸c."),
    _first("C¸c quan d©n c¸t."),
    _first("Ngöôøi daân ñeán noäp."),
)
F15_SOUND: Final = (
    _first("Nhiệt độ 25°C, số m² và 3 × 4, tên Hồ Chí Minh."),
    _first("Ông Müller đến làm việc."),
)
