"""The letter as a Word file (tệp .docx): written, and read back."""

from core.letter.docx.reading import read
from core.letter.docx.writer import write

__all__ = ["read", "write"]
