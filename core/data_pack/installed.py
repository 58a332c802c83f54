"""Which data pack is in use: the one that the office imported, or the bundled one.

Packs lie open in the data folder, each in a folder of its own; one small file names the
one in use. What is damaged is not used, and that is said.
"""

from dataclasses import dataclass
from pathlib import Path

from core.data_pack import manifest as manifests
from core.data_pack.manifest import FOLDERS, Manifest
from core.data_pack.named import FOLDER, named
from core.errors import CongVanError


@dataclass(frozen=True, slots=True)
class Standing:
    """The pack in use.

    Attributes:
        folder: Where its parts are.
        manifest: What it says of itself.
        is_bundled: It is the one that comes with the program.
        trouble: Why an imported one is not used; empty where none is wrong.
    """

    folder: Path
    manifest: Manifest
    is_bundled: bool
    trouble: str = ""


def folder_in_use(data: Path, bundled: Path) -> Path:
    """The folder of the pack to use, given the data folder and the bundled pack's."""
    return standing(data, bundled).folder


def standing(data: Path, bundled: Path) -> Standing:
    """The pack to use, given the data folder and the bundled pack's folder."""
    own = manifests.of_folder(bundled)
    name = named(data)
    if not name:
        return Standing(bundled, own, is_bundled=True)
    folder = data / FOLDER / name
    try:
        manifest = manifests.of_folder(folder)
        trouble = _lack(folder, manifest)
    except (CongVanError, OSError, ValueError):  # of a name that no system takes
        trouble = "mục lục của gói không đọc được"
    else:
        if not trouble and manifest.is_newer_than(own):
            return Standing(folder, manifest, is_bundled=False)
    if trouble:
        trouble = f"Gói dữ liệu đã nhập bị hỏng ({trouble}) nên không được dùng; nhập lại gói."
    return Standing(bundled, own, is_bundled=True, trouble=trouble)


def _lack(folder: Path, manifest: Manifest) -> str:
    """What keeps the pack in `folder` from being whole; empty where nothing does."""
    for name, told in manifest.sha256.items():
        try:
            data = (folder / name).read_bytes()
        except OSError:
            return f"thiếu {name}"
        if manifests.sha256(data) != told:
            return f"{name} đã bị sửa"
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.toml")}
    if more := there - set(manifest.sha256) - {manifests.FILE}:
        return f"{min(more)} không thuộc gói"
    if not all(any(one.startswith(f"{part}/") for one in there) for part in FOLDERS):
        return "thiếu phần"
    return ""
