"""Files written whole or not at all (ghi tệp an toàn).

The bytes go to a new file in the same folder, reach the disk, and only then take the
place of the old file in one step. Whatever goes wrong before, the old file is intact.
"""

import os
import shutil
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from core.disk_errors import Cause, cause
from core.errors import UnwritableFileError
from core.long_paths import extended
from core.windows_files import is_held, to_read

# Windows refuses to read or replace a file while another program has it open for itself;
# a virus scanner or the search index lets go after a moment, Word does not.
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)  # s, before the next try

_LONGEST_NAME = 255
"""Characters; of a longer one Windows may say that there is no such path."""


def read(path: Path) -> bytes:
    """The file's bytes, once a program that holds it for a moment has let go.

    Raises:
        OSError: It could not be read; `core.disk_errors.cause` tells why.
    """
    for pause in _PAUSES:
        try:
            return _read(path)
        except OSError as error:
            if cause(error) is not Cause.HELD:
                raise
            time.sleep(pause)
    return _read(path)


def _read(path: Path) -> bytes:
    # Path.open has no opener.
    with open(extended(path), "rb", opener=to_read) as file:
        return file.read()


def save(path: Path, data: bytes) -> None:
    """Write `data` to `path`, in place of what was there.

    Raises:
        UnwritableFileError: It could not be done; what was there is still there.
    """
    with replacing(path) as file:
        file.write(data)


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it, where they are not there yet.

    Raises:
        UnwritableFileError: It could not be made.
    """
    try:
        extended(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _explained(error, folder / "") from error


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to that takes the place of `path` when the block ends well.

    Raises:
        UnwritableFileError: It could not be done; what was there is still there.
    """
    try:
        target = extended(path)
        if target.is_symlink():  # a link stays a link
            target = extended(target.resolve())
        _refuse(path, target)
        draft = target.with_name(f".{os.urandom(6).hex()}.tmp")
        with _draft(draft) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _put(draft, target)
        _settle(target.parent)
    except OSError as error:
        raise _explained(error, path) from error


def _refuse(path: Path, target: Path) -> None:
    """Stop before anything is written where it is plain that it cannot be."""
    if target.is_dir():
        raise UnwritableFileError(
            f"“{path.name}” là một thư mục. Chọn tên khác cho tệp.",
            steps=("Lưu tên khác",),
        )
    if target.exists() and not target.is_file():
        raise UnwritableFileError(
            f"“{path.name}” không phải một tệp thường. Chọn tên khác cho tệp.",
            steps=("Lưu tên khác",),
        )
    if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
        raise UnwritableFileError(
            f"Không ghi được tệp “{path.name}” vì tệp được đặt chỉ cho đọc. Lưu tên khác.",
            steps=("Lưu tên khác",),
        )


@contextmanager
def _draft(draft: Path) -> Iterator[BinaryIO]:
    """A new file, gone again if the block fails."""
    try:
        file = draft.open("xb")
    except OSError:
        draft.parent.stat()  # says more than "not found" where the drive is away
        raise
    try:
        with file:
            yield file
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _put(draft: Path, target: Path) -> None:
    """Put `draft` in the place of `target`; gone if that fails."""
    try:
        if target.exists():
            shutil.copymode(target, draft)
        _replace(draft, target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _replace(draft: Path, target: Path) -> None:
    """`os.replace`, again and again while another program holds the target."""
    for pause in _PAUSES:
        try:
            draft.replace(target)
        except OSError as error:
            if not _is_held(error):
                raise
            time.sleep(pause)
        else:
            return
    try:
        draft.replace(target)
    except OSError as error:
        if not _is_held(error):
            raise
        held = cause(error) is Cause.HELD or is_held(target)
        tell = _held if held else _protected
        raise tell(target.name, str(error)) from error


def _held(name: str, detail: str) -> UnwritableFileError:
    """Which program it is that holds the file, as far as its ending tells."""
    if name.lower().endswith(".docx"):
        told = f"Chưa lưu được công văn. Tệp “{name}” đang mở trong Word."
        close = "Đóng tệp trong Word rồi bấm Thử lại"
    else:
        told = f"Chưa lưu được. Tệp “{name}” đang mở trong chương trình khác."
        close = "Đóng tệp trong chương trình đó rồi bấm Thử lại"
    sentence = f"{told} {close}, hoặc lưu tên khác."
    steps = (close, "Lưu tên khác")
    return UnwritableFileError(sentence, steps=steps, detail=detail)


def _protected(name: str, detail: str) -> UnwritableFileError:
    """The folder may be written, this file of it may not."""
    return UnwritableFileError(
        f"Không ghi được tệp “{name}” vì bạn không có quyền thay tệp này. Lưu tên khác.",
        steps=("Lưu tên khác",),
        detail=detail,
    )


def _is_held(error: OSError) -> bool:
    """Whether another program may hold the file; Windows calls that a lack of rights.

    That the folder may be written is known by then: the draft is in it.
    """
    return cause(error) in {Cause.HELD, Cause.FORBIDDEN}


def _settle(folder: Path) -> None:
    """Let the folder's entry reach the disk, where the system has a way."""
    if os.name == "nt":
        return  # NTFS writes its journal by itself; a folder cannot be opened there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _explained(error: OSError, path: Path) -> UnwritableFileError:
    """What went wrong and what to do, for the clerk."""
    sentence, steps = _sentence(error, path)
    return UnwritableFileError(sentence, steps=steps, detail=str(error))


def _sentence(error: OSError, path: Path) -> tuple[str, tuple[str, ...]]:
    folder, why = path.parent, cause(error)
    if why is Cause.MISSING and len(path.name) > _LONGEST_NAME:
        why = Cause.NAME
    if why is Cause.FULL:
        disk = path.absolute().drive or "đĩa"
        return (
            (
                f"Chưa lưu được vì ổ {disk} đã đầy. Xóa bớt tệp rồi bấm Thử lại. Việc bạn "
                "đang làm vẫn còn trên màn hình."
            ),
            ("Xóa bớt tệp rồi bấm Thử lại", "Lưu vào ổ khác"),
        )
    if why is Cause.AWAY:
        return (
            (
                f"Chưa lưu được vì không kết nối được tới thư mục “{folder}”. Kiểm tra mạng "
                "hoặc ổ cắm ngoài rồi bấm Thử lại, hoặc chọn thư mục khác."
            ),
            ("Kiểm tra mạng hoặc ổ cắm ngoài rồi bấm Thử lại", "Chọn thư mục khác"),
        )
    if why is Cause.MISSING:
        return (
            f"Chưa lưu được vì không có thư mục “{folder}”. Chọn thư mục khác.",
            ("Chọn thư mục khác",),
        )
    if why is Cause.NAME:
        return (
            (
                f"Chưa lưu được vì tên tệp “{path.name}” quá dài hoặc có ký tự không dùng "
                "được. Lưu tên khác."
            ),
            ("Lưu tên khác",),
        )
    return (
        f"Không ghi được vào thư mục “{folder}”. Chọn thư mục khác.",
        ("Chọn thư mục khác",),
    )
