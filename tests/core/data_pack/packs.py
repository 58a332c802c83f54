"""Made-up data packs: the bundled one with a successor of the index in it, and faults."""

import shutil
from collections.abc import Callable
from pathlib import Path

from core import resources
from core.data_pack import manifest as manifests
from core.data_pack import reading
from core.data_pack.manifest import FILE, FOLDERS

PRESENT, NEXT = "bo-chi-so-766.toml", "bo-chi-so-moi.toml"
BEGIN = "2027-01-01"
"""The first day of the made-up successor; the last day of the present index is before."""

OF_NEW_CRITERION = """
[[indicator]]
key = "assistant_rate"
code = "3.9"
group = "score_tttt"
name = "Trợ lý ảo hướng dẫn"
full_name = "Tỷ lệ hồ sơ được trợ lý ảo hướng dẫn"
kind = "ratio"
unit = "%"
maximum = "2"
score = "linear"
numerator = "Số hồ sơ được trợ lý ảo hướng dẫn"
denominator = "Tổng số hồ sơ"
counted = "hồ sơ được trợ lý ảo hướng dẫn"
aliases = ["trợ lý ảo"]
annex_label = "Tỷ lệ hồ sơ được trợ lý ảo hướng dẫn (%)"
"""


def open_pack(place: Path, version: str = "2026.12") -> Path:
    """A folder like `resources` with the present index alone, of that version."""
    for name in FOLDERS:
        shutil.copytree(resources.folder() / name, place / name)
    own = (resources.folder() / FILE).read_text(encoding="utf-8")
    present = manifests.of_folder(resources.folder()).version
    told = own.replace(f'version = "{present}"', f'version = "{version}"')
    (place / FILE).write_text(told, encoding="utf-8")
    return place


def with_successor(place: Path, version: str = "2026.12") -> Path:
    """As `open_pack`, and the index has a successor from `BEGIN` on."""
    folder = open_pack(place, version) / "catalogue"
    text = (folder / PRESENT).read_text(encoding="utf-8")
    since = "valid_from = 2022-08-01"
    ended = text.replace(since, f"{since}\nvalid_to = 2026-12-31", 1)
    (folder / PRESENT).write_text(ended, encoding="utf-8")
    begun = text.replace(since, f"valid_from = {BEGIN}", 1)
    begun = begun.replace(
        "formula_valid_from = 2026-01-01", f"formula_valid_from = {BEGIN}"
    )
    begun = begun.replace(
        'basis = "Quyết định số 766/QĐ-TTg"', 'basis = "Quyết định số 99/QĐ-TTg"', 1
    )
    (folder / NEXT).write_text(begun + OF_NEW_CRITERION, encoding="utf-8")
    return place


def parts_of(folder: Path) -> dict[str, bytes]:
    """The files of the pack that lies open in `folder`, with its manifest and sums."""
    parts = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for name in FOLDERS
        for path in (folder / name).glob("*.toml")
    }
    return {FILE: manifest_for(parts, (folder / FILE).read_text("utf-8")), **parts}


def manifest_for(parts: dict[str, bytes], told: str) -> bytes:
    """The manifest `told`, with the sum of each part."""
    sums = (f'"{name}" = "{manifests.sha256(data)}"' for name, data in parts.items())
    return "\n".join([told.partition("[sha256]")[0], "[sha256]", *sums]).encode()


def packed(
    folder: Path, change: Callable[[dict[str, bytes]], None] | None = None
) -> bytes:
    """The pack in `folder` as one file, with its parts changed before they are summed."""
    parts = parts_of(folder)
    told = parts.pop(FILE).decode("utf-8")
    if change is not None:
        change(parts)
    return reading.packed({FILE: manifest_for(parts, told), **parts})
