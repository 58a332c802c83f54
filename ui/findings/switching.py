"""Rules that the office does not use: where that is written, and what stands in the way."""

from collections.abc import Mapping
from contextlib import suppress

from PySide6.QtWidgets import QWidget

from core import offices
from core.errors import CongVanError
from core.frozen import replace
from core.office import OfficeProfile
from ui.document import Document
from ui.theme import Look
from ui.widgets.error_dialog import ErrorDialog, Trouble

NO_OFFICE = (
    "Quy tắc tắt được ghi vào thông tin cơ quan của bạn, mà máy này chưa có. Mở Menu, "
    "Thông tin cơ quan…, điền và lưu trước."
)


def obstacle(document: Document) -> str:
    """Why no rule can be switched now, and what to do; "" if it can."""
    try:
        own = offices.own()
    except CongVanError as error:
        return str(error)
    present = document.profile
    if own is None or (present is None and document.is_open):
        return NO_OFFICE
    if present is None:
        return ""  # without a month: for the office's own
    if present.id != own.id:
        return (
            f"Tháng này theo thông tin của {present.name}, không phải của {own.name}. "
            "Mở một tháng của cơ quan bạn rồi tắt quy tắc ở đó."
        )
    return ""


def off(document: Document) -> dict[str, str]:
    """The reasons by the ids of the rules that are off: for the open month, else ours."""
    profile = document.profile
    if profile is None and not document.is_open:
        with suppress(CongVanError):  # `obstacle` tells of it
            profile = offices.own()
    return {} if profile is None else dict(profile.rules_off)


def show_all(look: Look, window: QWidget, document: Document) -> str:
    """Show all rules and let them be switched; what to tell of it, or nothing."""
    from ui.dialogs import rules

    present = off(document)
    wanted = rules.ask(look, window, present, obstacle(document))
    if wanted is None or wanted == present:
        return ""
    if not keep(look, window, document, wanted):
        return ""
    return f"Đã ghi: {len(wanted)} quy tắc đang tắt."


def keep(
    look: Look, window: QWidget, document: Document, wanted: Mapping[str, str]
) -> bool:
    """Write the rules that are off, by their reasons; False where that failed (told)."""
    try:
        own = offices.own()
        kept = None if own is None else offices.set_own(_with(own, wanted))
    except CongVanError as error:
        trouble = Trouble(
            title="Chưa ghi được quy tắc tắt",
            why=str(error),
            steps=error.steps,
            details=error.detail,
        )
        ErrorDialog.show_error(look, window, trouble)
        return False
    if kept is not None and document.is_open:
        document.set_profile(kept)
    return kept is not None


def _with(office: OfficeProfile, wanted: Mapping[str, str]) -> OfficeProfile:
    return replace(office, rules_off=dict(sorted(wanted.items())))
