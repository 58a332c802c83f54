"""Choosing files: the system's own dialogs, with our words."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

TABLES = (
    "Bảng tính (*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv"
    " *.htm *.html *.mht *.mhtml *.xml);;Tất cả tệp (*)"
)
LETTERS = "Văn bản Word (*.docx)"
LETTERS_TO_OPEN = "Văn bản Word (*.docx *.docm *.doc *.rtf);;Tất cả tệp (*)"
PROFILES = "Thông tin cơ quan (*.toml)"


def table_to_open(parent: QWidget, folder: str) -> Path | None:
    """The workbook the user chose, or None."""
    title = "Mở tệp Excel"
    chosen, _ = QFileDialog.getOpenFileName(parent, title, folder, TABLES)
    return Path(chosen) if chosen else None


def letter_to_save(parent: QWidget, proposed: Path) -> Path | None:
    """Where the user wants the letter, or None; the ending is .docx."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        "Lưu công văn",
        str(proposed),
        LETTERS,
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    return _as_docx(chosen)


def letter_to_open(parent: QWidget, folder: str) -> Path | None:
    """The letter the user chose to be looked over, or None."""
    title = "Kiểm tra công văn có sẵn"
    chosen, _ = QFileDialog.getOpenFileName(parent, title, folder, LETTERS_TO_OPEN)
    return Path(chosen) if chosen else None


def copy_to_save(parent: QWidget, proposed: Path) -> Path | None:
    """Where the user wants the copy with comments, or None; the ending is .docx."""
    title = "Lưu bản có chú thích"
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), LETTERS)
    return _as_docx(chosen)


def _as_docx(chosen: str) -> Path | None:
    if not chosen:
        return None
    path = Path(chosen)
    return (
        path if path.suffix.lower() == ".docx" else path.with_name(path.name + ".docx")
    )


def profile_to_read(parent: QWidget) -> Path | None:
    """The office's file the user chose, or None."""
    title = "Dùng tệp cơ quan có sẵn"
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", PROFILES)
    return Path(chosen) if chosen else None
