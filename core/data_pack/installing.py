"""A data pack put into the data folder, whole or not at all, and taken out again."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from core import files, resources
from core.data_pack import manifest as manifests
from core.data_pack import reading, refusals
from core.data_pack.installed import Standing, standing
from core.data_pack.manifest import Manifest
from core.data_pack.named import FOLDER, IN_USE, named
from core.data_pack.reading import Pack
from core.disk_errors import Cause, cause
from core.errors import UnwritableFileError
from core.store.location import data_folder


def present() -> Standing:
    """The pack that is used from the next start on."""
    return standing(data_folder(), resources.folder())


def in_use() -> Manifest:
    """What the pack says of itself that is in use now."""
    return manifests.of_folder(resources.pack())


def is_waiting() -> bool:
    """Whether another pack than the one in use is used from the next start on."""
    return present().folder != resources.pack()


def install(pack: Pack) -> None:
    """Keep `pack` in the data folder; it is used from the next start on.

    It lies in a folder of its own before one small file, written last and in one step,
    names it: until then nothing has changed.

    Raises:
        UnreadableFileError: The pack in use is as new.
        UnwritableFileError: The folder could not be written; nothing has changed.
    """
    in_use = resources.pack()  # chosen now at the latest, before another is named
    refuse_older(pack)
    top = data_folder() / FOLDER
    files.make_folder(top)
    place = _free(top, pack.manifest.version)
    try:
        reading.write(pack.files, place)
    except OSError as error:
        shutil.rmtree(place, ignore_errors=True)
        raise _not_kept(error) from error
    try:
        files.save(top / IN_USE, place.name.encode())
    except UnwritableFileError:
        shutil.rmtree(place, ignore_errors=True)
        raise
    _sweep(top, in_use)


def refuse_older(pack: Pack) -> None:
    """Nothing, for a pack newer than the one that is used from the next start on.

    Raises:
        UnreadableFileError: It is not newer.
    """
    before = present().manifest
    if not pack.manifest.is_newer_than(before):
        raise refusals.not_newer(pack.manifest.version, before.version)


def remove() -> None:
    """Use the bundled pack again, from the next start on.

    Raises:
        UnwritableFileError: It could not be done; nothing has changed.
    """
    in_use = resources.pack()
    top = data_folder() / FOLDER
    if named(data_folder()):
        files.save(top / IN_USE, b"")
        _sweep(top, in_use)


def _free(top: Path, version: str) -> Path:
    """A folder that is not there yet: one in use or held by a scanner stays as it is."""
    names = (version, *(f"{version}-{number}" for number in range(2, 1000)))
    return next(top / name for name in names if not (top / name).exists())


def _sweep(top: Path, in_use: Path) -> None:
    """Delete packs that nobody uses; what is held goes the next time."""
    kept = {named(data_folder()), in_use.name}
    for folder in top.iterdir():
        if folder.is_dir() and folder.name not in kept:
            with suppress(OSError):
                shutil.rmtree(folder)


def _not_kept(error: OSError) -> UnwritableFileError:
    why = (
        "đĩa đã đầy" if cause(error) is Cause.FULL else "thư mục dữ liệu không ghi được"
    )
    return UnwritableFileError(
        f"Chưa nhập được gói dữ liệu vì {why}. Gói đang dùng vẫn như cũ; xóa bớt tệp hoặc"
        " kiểm tra quyền ghi rồi nhập lại.",
        detail=os.strerror(error.errno or 0),
    )
