"""The rules (quy tắc)."""
