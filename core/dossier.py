"""Dossiers (hồ sơ) that lists name: overdue, or nearly due (docs/linh-vuc.md 3.3, no. 6).

They hold personal data: they stay on this machine, and no letter prints them.
"""

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from core.absent import Blank, Unreadable
from core.frozen import frozen
from core.period import Moment

DATES = ("received", "due", "finished", "new_due", "apologised")
"""The attributes of a dossier that are days, perhaps with a time."""

COUNTS = ("overdue_days", "postponed")
"""The attributes of a dossier that are numbers."""

TEXTS = (
    "receiver",
    "field",
    "procedure",
    "owner",
    "address",
    "phone",
    "status",
    "handler",
    "reason",
)
"""The attributes of a dossier that are words."""

Code: TypeAlias = str | Blank | Unreadable
Day: TypeAlias = Moment | Blank | Unreadable
Days: TypeAlias = Decimal | Blank | Unreadable


class DossierKind(Enum):
    """What a list says of its dossiers; never reckoned from today's date."""

    OVERDUE = "overdue"
    NEARLY_DUE = "nearly-due"
    UNKNOWN = "unknown"


@frozen
class Dossier:
    """One application as a list tells it (hồ sơ); words that are not there are empty.

    Attributes:
        kind: Overdue or nearly due, as its state or the list's title says.
        code: Mã hồ sơ; unreadable where Excel has made a number of it.
        receiver: The office that took it in (đơn vị tiếp nhận).
        field: Lĩnh vực.
        procedure: Thủ tục hành chính.
        owner: Chủ hồ sơ; personal, as address and phone.
        address: Địa chỉ.
        phone: Điện thoại.
        status: Trạng thái, as the list writes it.
        received: Ngày tiếp nhận.
        due: Ngày hẹn trả.
        finished: Ngày kết thúc xử lý.
        handler: Who deals, or dealt, with it.
        overdue_days: Số ngày quá hạn.
        new_due: Ngày hẹn trả mới, where it was postponed.
        apologised: Ngày của văn bản xin lỗi.
        postponed: Số lần hẹn lại.
        reason: Lý do quá hạn.
        at: Its row in the source file: `Sheet!A7`.
    """

    kind: DossierKind = DossierKind.UNKNOWN
    code: Code = Blank.MISSING
    receiver: str = ""
    field: str = ""
    procedure: str = ""
    owner: str = ""
    address: str = ""
    phone: str = ""
    status: str = ""
    received: Day = Blank.MISSING
    due: Day = Blank.MISSING
    finished: Day = Blank.MISSING
    handler: str = ""
    overdue_days: Days = Blank.MISSING
    reason: str = ""
    at: str = ""
    new_due: Day = Blank.MISSING
    apologised: Day = Blank.MISSING
    postponed: Days = Blank.MISSING


_WORDS = {
    DossierKind.OVERDUE: "hồ sơ quá hạn",
    DossierKind.NEARLY_DUE: "hồ sơ sắp đến hạn",
    DossierKind.UNKNOWN: "hồ sơ trong danh sách",
}


def counted(dossiers: Sequence[Dossier]) -> str:
    """How many there are of each kind: "12 hồ sơ quá hạn, 3 hồ sơ sắp đến hạn"."""
    told = ((kind, [one for one in dossiers if one.kind is kind]) for kind in _WORDS)
    return ", ".join(f"{len(some)} {_WORDS[kind]}" for kind, some in told if some)
