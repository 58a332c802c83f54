"""The program's identity on Windows' taskbar: one button, with its own icon."""

import sys

IDENTITY = "CongVan766.CongVan766"
"""AppUserModelID; the installer's shortcuts bear the same."""


def identify() -> None:
    """Let Windows know whose windows these are; before the first of them is made."""
    if sys.platform == "win32":
        import ctypes

        ctypes.WinDLL("shell32").SetCurrentProcessExplicitAppUserModelID(IDENTITY)
