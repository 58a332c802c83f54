"""Rules that the office does not use: where that is written, and what stands in the way."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from core import offices
from core.errors import CongVanError
from core.office import OfficeProfile
from ui.document import Document
from ui.theme import Look
from ui.widgets.error_dialog import ErrorDialog, Trouble

NO_OFFICE = (
    "Quy tắc tắt được ghi vào thông tin cơ quan của bạn, mà máy này chưa có. Mở Menu, "
    "Thông tin cơ quan…, điền và lưu trước."
)


def obstacle(document: Document) -> str:
    """Why no rule can be switched for the open month, and what to do; "" if it can."""
    try:
        own = offices.own()
    except CongVanError as error:
        return str(error)
    present = document.profile
    if own is None or present is None:
        return NO_OFFICE
    if present.id != own.id:
        return (
            f"Tháng này theo thông tin của {present.name}, không phải của {own.name}. "
            "Mở một tháng của cơ quan bạn rồi tắt quy tắc ở đó."
        )
    return ""


def keep(
    look: Look, window: QWidget, document: Document, off: Mapping[str, str]
) -> bool:
    """Write the rules that are off, by their reasons; False where that failed (told)."""
    try:
        own = offices.own()
        kept = None if own is None else offices.set_own(_with(own, off))
    except CongVanError as error:
        trouble = Trouble(
            title="Chưa ghi được quy tắc tắt",
            why=str(error),
            steps=error.steps,
            details=error.detail,
        )
        ErrorDialog.show_error(look, window, trouble)
        return False
    if kept is not None:
        document.set_profile(kept)
    return kept is not None


def _with(office: OfficeProfile, off: Mapping[str, str]) -> OfficeProfile:
    return replace(office, rules_off=dict(sorted(off.items())))
