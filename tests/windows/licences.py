"""The licences of all that is packed, written into the folder before it is packed."""

import json
import shutil
from pathlib import Path
from typing import Any

import tomli_w

from core import VERSION, licences
from tests.windows import components

ROOT = Path(__file__).resolve().parents[2]
README = "DOC-TRUOC.txt"
SHARED = "chung"
"""The folder of texts that several components share."""

IN_WORDS = """\
CÔNG VĂN 766 – GIẤY PHÉP

Chương trình được cho dùng miễn phí theo giấy phép MIT. Nói gọn: ai cũng được dùng, sao chép, sửa, phát hành lại, kể cả để kinh
doanh, miễn là giữ lại thông báo bản quyền dưới đây; chương trình được đưa như vốn có, không có bảo đảm nào, và tác giả không chịu
trách nhiệm về hậu quả của việc dùng nó. Chỉ văn bản tiếng Anh dưới đây có giá trị.

Chương trình mang theo phần mềm của người khác. Danh sách, giấy phép của từng phần và cách thay Qt bằng bản khác:
thư mục {folder}, bắt đầu từ {readme}; hoặc trong chương trình: Menu › Trợ giúp › Giới thiệu › Giấy phép.

----------------------------------------------------------------------

{licence}"""

HEAD = """\
PHẦN MỀM CỦA NGƯỜI KHÁC TRONG CÔNG VĂN 766, phiên bản {version}

Chương trình đứng được nhờ các phần mềm tự do dưới đây; mỗi phần giữ giấy phép riêng, văn bản nằm trong thư mục mang tên nó và thư
mục “{shared}”. Riêng Qt, PySide6 và shiboken6 theo LGPL: bạn được quyền thay bằng bản khác, cách làm ở {replace}.

This folder lists the third-party software in the program, each part under its own licence. Qt, PySide6 and shiboken6 are under
the LGPL: how to replace them is said in {replace}.
"""


def collect(program: Path, packages: Path) -> components.Survey:
    """Write GIAY-PHEP.txt and the others' licences into the packed folder.

    Args:
        program: The folder with the .exe files and `_internal`.
        packages: The site-packages that it was packed from.

    Returns:
        Whose each file of the folder is, as `tests.windows.sbom` needs it.

    Raises:
        components.Unaccounted: A file is nobody's, or a component has no licence known.
    """
    found = components.survey(program, packages)
    folder = program / licences.FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    parts = [*found.parts, *_of_installer()]
    listed = [_written(folder, one) for one in parts]
    _write(folder / licences.LIST, tomli_w.dumps({"component": listed}))
    _write(folder / README, _readme(listed))
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    words = IN_WORDS.format(folder=licences.FOLDER, readme=README, licence=licence)
    _write(program / licences.OURS, words)
    return components.survey(program, packages)


def _of_installer() -> list[components.Part]:
    """What is in the installer and the uninstaller alone."""
    return [
        components.Part(
            one.name, "", one.licence, one, tuple(map(licences.text, one.texts))
        )
        for one in licences.declared()
        if one.installer
    ]


def _written(folder: Path, part: components.Part) -> dict[str, Any]:
    """The entry of a component in the list, its texts copied beside it."""
    texts: list[str] = []
    for path in part.texts:
        if path.is_relative_to(ROOT / "resources" / "licences"):
            name = f"{SHARED}/{path.name}"
        else:
            name = _of_wheel(path)
        if name not in texts:
            texts.append(name)
            _write(folder / name, path.read_text(encoding="utf-8", errors="replace"))
    crates = crates_of(part)
    if crates:
        texts.append(f"{part.name}-crates.txt")
        lines = (f"{one['name']} {one['version']}: {spdx(one)}" for one in crates)
        head = f"Rust crates compiled into {part.name}, each under its own licence:\n\n"
        _write(folder / texts[-1], head + "\n".join(lines) + "\n")
    return {
        "name": part.name,
        "version": part.version,
        "licence": part.licence,
        "about": part.declared.about,
        "source": part.declared.source_of(part.version),
        "texts": texts,
    }


def _of_wheel(path: Path) -> str:
    """Where a wheel's text goes: the wheel's folder, the path below dist-info as a name."""
    place, folder = next(
        (place, one)
        for place, one in enumerate(path.parts)
        if one.endswith(".dist-info")
    )
    inner = [one for one in path.parts[place + 1 :] if one != "licenses"]
    name = "-".join(inner)
    wheel = folder.removesuffix(".dist-info").rpartition("-")[0]
    return f"{wheel}/{name if name.endswith('.txt') else f'{name}.txt'}"


def crates_of(part: components.Part) -> list[dict[str, Any]]:
    """The Rust crates that a wheel's own SBOM says it was made of."""
    crates: list[dict[str, Any]] = []
    for file in (part.wheel and part.wheel.files) or ():
        if "sboms" in file.parts and file.name.endswith(".cyclonedx.json"):
            listed = json.loads(Path(str(file.locate())).read_text(encoding="utf-8"))
            crates += [
                one for one in listed["components"] if one.get("scope") != "excluded"
            ]
    return sorted(crates, key=lambda one: (one["name"], one["version"]))


def spdx(crate: dict[str, Any]) -> str:
    """The licence of a crate, as its SBOM says.

    Raises:
        components.Unaccounted: It says none.
    """
    for one in crate.get("licenses", ()):
        found = one.get("expression") or one["license"].get("id")
        if found:
            return str(found)
    message = f"crate {crate['name']}: no licence known"
    raise components.Unaccounted(message)


def _readme(listed: list[dict[str, Any]]) -> str:
    replace = f"{SHARED}/Qt-notice.txt"
    head = HEAD.format(version=VERSION, shared=SHARED, replace=replace)
    lines = [head]
    for one in listed:
        lines.append(f"{one['name']} {one['version']}".strip())
        lines.append(f"    {one['about']}")
        lines.append(f"    Giấy phép: {one['licence']}")
        if one["source"]:
            lines.append(f"    Mã nguồn: {one['source']}")
        lines.append("    Văn bản: " + ", ".join(one["texts"]) + "\n")
    return "\n".join(lines)


def _write(path: Path, text: str) -> None:
    """Write a text as Windows' Notepad of any age reads it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = "\r\n".join(text.rstrip().splitlines()) + "\r\n"
    path.write_bytes(b"\xef\xbb\xbf" * path.name.endswith(".txt") + whole.encode())
