"""Examples of the rules about fonts, sizes, pages and drawn lines."""

from datetime import date
from decimal import Decimal
from typing import Final

from core.frozen import replace
from core.paper.model import Component, Look, Setup
from core.rules.layout_examples import SOUND
from core.rules.registry import Example

_DAY: Final = date(2026, 10, 9)
_LONG: Final = "\n".join(
    f"Nội dung thứ {place} của văn bản này là phần giải thích kết quả, có độ dài vừa đủ"
    " để trang giấy được lấp đầy từ lề trái sang lề phải qua nhiều dòng liên tiếp nhau,"
    " không nêu thêm số liệu nào và không giao thêm việc nào cho các công chức chuyên môn."
    for place in range(1, 22)
)


def _example(*setups: Setup, text: str = "", **looks: Look) -> Example:
    changed = {Component[name.upper()]: look for name, look in looks.items()}
    extra = {"looks": changed, "setups": setups or (Setup(numbered=True),)}
    letter = {"body.first": text} if text else {}
    return Example({}, issue_date=_DAY, extra=extra, letter=letter)


def _sized(name: str, *sizes: str) -> Look:
    return replace(SOUND[Component[name]], sizes=frozenset(map(Decimal, sizes)))


def _fonts(name: str, *fonts: str) -> Look:
    return replace(SOUND[Component[name]], fonts=frozenset(fonts))


def _ruled(name: str, length: float | None) -> Look:
    return replace(SOUND[Component[name]], ruled=length)


F01_BROKEN: Final = (
    _example(state=_sized("STATE", "14")),
    _example(motto=replace(_sized("MOTTO", "12"), ruled=51.8)),
    _example(number=_sized("NUMBER", "14")),
    _example(subject=_sized("SUBJECT", "11")),
    _example(addressees=_sized("ADDRESSEES", "12")),
    _example(body=_sized("BODY", "14", "12")),
    _example(body=_sized("BODY", "14.5")),
    _example(signer=_sized("SIGNER", "15")),
    _example(recipients=_sized("RECIPIENTS", "12")),
    _example(body=_fonts("BODY", "Times New Roman", "Arial")),
    _example(issuer=replace(_fonts("ISSUER", "Calibri"), ruled=17.0)),
)
F01_SOUND: Final = (
    _example(),
    _example(body=_sized("BODY", "13.5")),
    _example(body=_fonts("BODY", "Times New Roman Bold", "TimesNewRomanPSMT")),
    _example(number=_fonts("NUMBER")),
)
F02_BROKEN: Final = (
    _example(Setup(left=20.0)),
    _example(Setup(right=25.0)),
    _example(Setup(top=15.0)),
    _example(Setup(bottom=30.0)),
    _example(Setup(width=215.9, height=279.4)),
    _example(Setup(width=297.0, height=210.0, left=10.0)),
    _example(Setup(numbered=True, number_shown_first=True)),
    _example(Setup(), text=_LONG),
)
F02_SOUND: Final = (
    _example(),
    _example(Setup(left=35.0, right=20.0, top=25.4, bottom=25.0)),
    _example(Setup(width=297.0, height=210.0, left=20.0, top=30.0)),
    _example(Setup(numbered=True), text=_LONG),
)
F04_BROKEN: Final = (
    _example(motto=_ruled("MOTTO", 30.0)),
    _example(motto=_ruled("MOTTO", 90.0)),
    _example(motto=_ruled("MOTTO", None)),
    _example(issuer=_ruled("ISSUER", 43.0)),
    _example(issuer=_ruled("ISSUER", 5.0)),
    _example(issuer=_ruled("ISSUER", None)),
)
F04_SOUND: Final = (
    _example(),
    _example(motto=_ruled("MOTTO", 0.0), issuer=_ruled("ISSUER", 0.0)),
    _example(motto=replace(_ruled("MOTTO", None), underline=True)),
)
