"""A data pack made of a folder like `resources`, for who issues packs."""

from pathlib import Path

from core import files
from core.data_pack import manifest as manifests
from core.data_pack import reading
from core.data_pack.manifest import ENDING, FILE, FOLDERS
from core.errors import UsageError
from core.frozen import replace


def make(folder: Path, out: Path) -> reading.Pack:
    """Write the pack in `folder` to the file `out`, read back and found sound.

    Raises:
        CongVanError: The folder holds no sound pack, a pack beside `out` is as new, or
            `out` cannot be written.
    """
    if out.suffix != ENDING:
        raise UsageError(
            f"“{out.name}” không phải tên gói dữ liệu; đặt tên tệp .cv766."
        )
    try:
        plain = manifests.of_folder(folder)
        parts = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for part in FOLDERS
            for path in sorted((folder / part).glob("*.toml"))
        }
    except OSError as error:
        sentence = f"Không đọc được thư mục gói dữ liệu “{folder}”."
        raise UsageError(sentence, detail=str(error)) from error
    for other in sorted(out.parent.glob(f"*{ENDING}")):
        before = reading.read_file(other).manifest
        if not plain.is_newer_than(before):
            sentence = (
                f"Phiên bản {plain.version} không mới hơn {before.version} của"
                f" “{other.name}”; sửa version trong {FILE} rồi làm lại."
            )
            raise UsageError(sentence)
    sums = {name: manifests.sha256(data) for name, data in parts.items()}
    told = manifests.text(replace(plain, sha256=sums))
    data = reading.packed({FILE: told.encode("utf-8"), **parts})
    pack = reading.read(data, out.name)
    files.save(out, data)
    return pack
