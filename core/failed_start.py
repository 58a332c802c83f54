"""What the clerk is told when the packed program cannot even begin.

A library that is missing or was quarantined fails before Qt stands, so nothing of ours
can show a dialog: Windows' own message box does, and a file keeps the details.
"""

import sys
import traceback
from pathlib import Path

from core import console
from core.store.location import data_folder

FILE = "loi-khoi-dong.txt"
"""Name of the file with the details, in the data folder."""

_TITLE = "Công văn 766"
_ICON_ERROR = 0x10
_IN_FRONT = 0x10000


def tell(error: BaseException, *, in_a_box: bool) -> None:
    """Tell the user in one sentence that the program could not start, and keep why.

    Args:
        error: What stopped it.
        in_a_box: A window was asked for: who clicked on an icon reads no output, even
            where there is one. A command must not wait for a click.
    """
    kept = _kept("".join(traceback.format_exception(error)))
    sentence = sentence_of(kept)
    console.prepare()
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
    if sys.platform == "win32" and in_a_box:
        import ctypes

        box = ctypes.WinDLL("user32").MessageBoxW
        box(None, sentence, _TITLE, ctypes.c_uint(_ICON_ERROR | _IN_FRONT))


def sentence_of(kept: Path | None) -> str:
    """What happened and what to do; `kept` is the file with the details, if any."""
    send = f" và gửi kèm tệp “{kept}”" if kept else ""
    return (
        "Công văn 766 chưa khởi động được vì thiếu hoặc hỏng một phần của chương trình. "
        "Cài lại chương trình; số liệu của bạn vẫn còn nguyên. Nếu vẫn không được, nhờ "
        f"người hỗ trợ{send}."
    )


def _kept(details: str) -> Path | None:
    """The file that holds `details`; None where it could not be written."""
    try:
        folder = data_folder()
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / FILE
        path.write_text(details, encoding="utf-8")
    except (OSError, ImportError):  # platformdirs may be what is missing
        return None
    return path
