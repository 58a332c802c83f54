"""The letter as a Word file (tệp .docx): written here, later read back here."""

from core.letter.docx.writer import write

__all__ = ["write"]
