"""What the program is, its version, and what it rests on (Giới thiệu)."""

from PySide6.QtWidgets import QWidget

from core import figures
from core.catalogue import Catalogue
from ui.theme import Look
from ui.widgets.error_dialog import ErrorDialog, Trouble
from ui.widgets.tones import Tone


def show(look: Look, parent: QWidget, version: str, catalogue: Catalogue) -> None:
    """Show the program's version and the legal basis of its data."""
    since = catalogue.valid_from
    dated = f" (có hiệu lực từ {figures.show_date(since)})" if since else ""
    formula = catalogue.formula_valid_from
    formulas = (
        f"Công thức tính điểm: theo số liệu quan sát từ {figures.show_date(formula)}."
        if formula
        else ""
    )
    trouble = Trouble(
        title=f"Công văn 766, phiên bản {version}",
        why="Từ tệp số liệu Bộ chỉ số đến công văn gửi đi; "
        "chạy trên máy này, không cần mạng.",
        steps=(
            f"Bộ chỉ số: {catalogue.basis}{dated}.",
            "Thể thức công văn: Nghị định số 30/2020/NĐ-CP.",
            *([formulas] if formulas else []),
        ),
        heading="Căn cứ",
        buttons=("Đóng",),
        tone=Tone.HINT,
    )
    ErrorDialog.show_error(look, parent, trouble)
