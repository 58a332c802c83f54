"""A data pack read from its one file (.cv766), whole and sound or not at all."""

import io
import re
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core import files, resources, zipped
from core.data_pack import contents, refusals
from core.data_pack import manifest as manifests
from core.data_pack.contents import Contents
from core.data_pack.manifest import FILE, FOLDERS, Manifest

LIMIT_MB = 20
"""The largest that a pack is read of, packed and unpacked; ours has some 0.3 MB."""

# Names that no system takes for anything else: no capitals that Windows would fold, and
# none of the devices that it sees in “con.toml”.
_PART = re.compile(
    rf"(?:{'|'.join(FOLDERS)})/(?!(?:con|prn|aux|nul)\.)[a-z0-9-]+\.toml"
)
_DEVICE = re.compile(r"/(?:com|lpt)\d\.")


@dataclass(frozen=True)
class Pack:
    """A data pack that was read and found sound.

    Attributes:
        manifest: What it says of itself.
        files: Each file by its name in the pack, the manifest too.
        contents: What is in it.
    """

    manifest: Manifest
    files: Mapping[str, bytes]
    contents: Contents


def read_file(path: Path) -> Pack:
    """The data pack in the file at `path`; errors as `read`."""
    try:
        if path.stat().st_size > LIMIT_MB * 1024 * 1024:
            raise refusals.too_large(path.name, LIMIT_MB)
        data = files.read(path)
    except OSError as error:
        raise refusals.unreadable(path.name, str(error)) from error
    return read(data, path.name)


def read(data: bytes, name: str) -> Pack:
    """The data pack in the bytes of a file; `name` names it in a complaint.

    Raises:
        CongVanError: It is none, or one that cannot be used; the sentence says why.
    """
    unpacked = _unpacked(data, name)
    if FILE not in unpacked:
        raise refusals.broken(name, f"no {FILE}")
    manifest = manifests.parse(unpacked[FILE], f"“{name}”")
    _check_sums(unpacked, manifest, name)
    for folder in FOLDERS:
        if not any(part.startswith(f"{folder}/") for part in unpacked):
            raise contents.wrong(f"“{name}”", folder, "không có")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        write(unpacked, Path(place))
        made = contents.load(Path(place), f"“{name}”")
    bundled = contents.load(resources.folder(), "Gói dữ liệu có sẵn")
    contents.check_against(made, bundled, f"“{name}”")
    return Pack(manifest, unpacked, made)


def _unpacked(data: bytes, name: str) -> dict[str, bytes]:
    """Each file of the pack by its name, once the directory is seen to be harmless."""
    parts = [one for one in zipped.directory(data, name, refusals) if not one.is_dir()]
    if sum(part.file_size for part in parts) > LIMIT_MB * 1024 * 1024:
        raise refusals.too_large(name, LIMIT_MB)
    for part in parts:
        known = _PART.fullmatch(part.filename) and not _DEVICE.search(part.filename)
        if part.filename != FILE and not known:
            raise refusals.unsafe(name, f"có tệp lạ “{part.filename}”")
    return {part.filename: zipped.content(data, part, name, refusals) for part in parts}


def _check_sums(unpacked: Mapping[str, bytes], manifest: Manifest, name: str) -> None:
    """Every part is what the manifest says, and nothing is beside it."""
    parts = {one for one in unpacked if one != FILE}
    for part in sorted(parts | set(manifest.sha256)):
        if part not in parts:
            raise contents.wrong(f"“{name}”", part, "không có")
        if manifests.sha256(unpacked[part]) != manifest.sha256.get(part):
            raise contents.wrong(
                f"“{name}”", part, "bị hỏng hoặc bị sửa sau khi phát hành"
            )


def write(parts: Mapping[str, bytes], folder: Path) -> None:
    """Write each file of a pack into `folder`.

    Raises:
        OSError: It could not be done.
    """
    for name, data in parts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """One file with those parts, the same bytes for the same parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda one: (one != FILE, one)):
            entry = zipfile.ZipInfo(name)  # of 1980: when it was packed is no matter
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, parts[name])
    return made.getvalue()
