"""Broken and sound letters for the rules about the end of a letter (family F)."""

from typing import Final

from core.rules.letter_examples import SOUND
from core.rules.registry import Example


def _with(**letter: str) -> Example:
    return Example({}, letter=letter)


def _ended(end: str) -> Example:
    """The sound letter with another end of its body."""
    return _with(body=SOUND["body"].removesuffix("./.") + end)


F08_BROKEN: Final = (
    _with(authority="TM.ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
    _with(authority="TM. ỦY BAN NHÂN DÂN\nKT.CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
    _with(authority="TM ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
    _with(authority="CHỦ TỊCH"),
    _with(authority="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
    _with(signer=""),
    _with(authority="", signer=""),
    _with(signer="ThS. Nguyễn Văn Bình"),
    _with(authority="TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nCHỦ TỊCH"),
)
F08_SOUND: Final = (
    Example({}, letter={}),
    _with(authority="TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
    _with(authority="TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG"),
    _with(signer="Bùi Thạc Sĩ"),
    _with(authority=""),
)
F09_BROKEN: Final = (
    _ended("."),
    _ended(""),
    _ended(" ./."),
    _ended("../."),
    _ended("./"),
    _ended("/."),
    _ended(". /."),
    _ended("./. ./."),
)
F09_SOUND: Final = (Example({}, letter={}),)
F10_BROKEN: Final = (
    _with(recipients="Nơi nhận:\n- Như trên;\n- Lưu VT, VP."),
    _with(recipients="Nơi nhận:\n- Như trên;\n- Lưu: VT, VP ."),
    _with(recipients="Nơi nhận:\n- Như trên;\n- Lưu: VT."),
    _with(recipients="Nơi nhận:\n- Như trên;\n- Lưu: VP."),
    _with(recipients="Nơi nhận:\n- Như trên;\n- Lưu: VT, VP"),
    _with(recipients="Nơi nhận:\n- Như trên;\nLưu: VT, VP."),
    _with(recipients="Nơi nhận:\n- Như trên;\n- Lưu: VT, VP.\nTân"),
    _with(recipients="Nơi nhận:\n- Như trên;\n- Công an xã;"),
    _with(recipients="Nơi nhận:\n- Công an xã;\n- Lưu: VT, VP."),
    _with(recipients="Nơi nhận:\n- Như trên.\n- Lưu: VT, VP."),
    _with(recipients="Nơi nhận\n- Như trên;\n- Lưu: VT, VP."),
    _with(recipients="Nơi nhận :\n- Như trên;\n- Lưu: VT, VP."),
    _with(recipients="Nơi nhận:"),
    _with(recipients=""),
)
F10_SOUND: Final = (
    _with(
        recipients="Nơi nhận:\n- Như Kính gửi;\n- CT, PCT UBND xã;\n- Lưu: VT, VP(02)."
    ),
    _with(recipients="- Như trên;\n- Lưu: VT, NVK. PL.(300)"),
    _with(recipients="- Như trên;\n- Lưu: VP, VT."),
)
