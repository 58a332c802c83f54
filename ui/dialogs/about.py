"""What the program is, its version, and what it rests on (Giới thiệu)."""

from PySide6.QtWidgets import QWidget

from core import figures, licences
from core.catalogue import Catalogue
from core.data_pack import installing
from core.data_pack.manifest import Manifest
from core.rules import families
from ui.dialogs.licences import LicencesDialog
from ui.theme import Look
from ui.widgets.error_dialog import ErrorDialog, Trouble
from ui.widgets.tones import Tone

LICENCES, CLOSE = "&Giấy phép…", "Đóng"
_LICENCES = 0
"""The number of the button that leads to the licences."""


def show(look: Look, parent: QWidget, version: str, catalogue: Catalogue) -> None:
    """Show the program's version and the basis of its data; its licences when asked."""
    words = trouble(version, catalogue, installing.in_use())
    while ErrorDialog.show_error(look, parent, words) == _LICENCES:
        dialog = LicencesDialog(look, licences.load(), parent)
        dialog.exec()
        dialog.deleteLater()


def trouble(version: str, catalogue: Catalogue, pack: Manifest) -> Trouble:
    """What is said: version, data pack, edition of the index, number of rules."""
    since = catalogue.valid_from
    dated = f" (có hiệu lực từ {figures.show_date(since)})" if since else ""
    formula = catalogue.formula_valid_from
    formulas = (
        f"Công thức tính điểm: theo số liệu quan sát từ {figures.show_date(formula)}."
        if formula
        else ""
    )
    named = f"Gói dữ liệu {pack.version}, phát hành {figures.show_date(pack.issued)}"
    return Trouble(
        title=f"Công văn 766, phiên bản {version}",
        why="Từ tệp số liệu Bộ chỉ số đến công văn gửi đi; "
        "chạy trên máy này, không cần mạng.",
        steps=(
            f"{named}: {'; '.join(pack.basis)}.",
            f"Bộ chỉ số: {catalogue.basis}{dated}.",
            "Thể thức công văn: Nghị định số 30/2020/NĐ-CP.",
            *([formulas] if formulas else []),
            f"Kiểm tra số liệu: {len(families.RULES)} quy tắc.",
        ),
        heading="Căn cứ",
        buttons=(LICENCES, CLOSE),
        tone=Tone.HINT,
    )
