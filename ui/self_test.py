"""The packed program tried whole (`--self-test`): the core, then what the window needs.

Qt is imported by the checks alone, so that a program without it still tells what else
is sound; what they do with it is in `ui/self_test_window.py`.
"""

import os
import sys
from functools import partial

from core import self_test
from core.self_test import Check, library, modules_of

OF_QT = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg")


def run(*, has_display: bool) -> int:
    """Try every part, print one line each, return the exit code.

    Args:
        has_display: Whether a window can be opened; else one is opened that nobody sees.
    """
    if not has_display:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with self_test.in_own_folder() as folder:
        return self_test.run((*self_test.checks(folder), *checks()), _print)


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def checks() -> tuple[Check, ...]:
    """What is tried of the window."""
    return (
        *(Check(f"thư viện {name}", partial(library, name)) for name in OF_QT),
        Check("các phần của ui", partial(modules_of, "ui")),
        Check("màn hình của Qt", _platform),
        Check("kiểu Fusion", _style),
        Check("biểu tượng", _icons),
        Check("nút trong hộp thoại", _buttons),
        Check("mở cửa sổ với tệp mẫu rồi đóng", _window),
    )


def _platform() -> str:
    from ui import self_test_window

    return self_test_window.platform()


def _style() -> str:
    from ui import self_test_window

    return self_test_window.style()


def _icons() -> str:
    from ui import self_test_window

    return self_test_window.icons()


def _buttons() -> str:
    from ui import self_test_window

    return self_test_window.buttons()


def _window() -> str:
    from ui import self_test_window

    return self_test_window.window(self_test.samples()[0])
