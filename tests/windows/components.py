"""Whose each file of the packed folder is: every one is accounted for, or the build fails.

A file is ours (the program's own resources, byte for byte), a component's by the list in
`resources/licences/components.toml`, or a wheel's by that wheel's RECORD; of what a wheel
brought, the contents must be the wheel's too. Modules inside the .exe count as files.
"""

import base64
import hashlib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from importlib import metadata
from pathlib import Path

from PyInstaller.archive.readers import (  # type: ignore[import-untyped] # has no types
    CArchiveReader,
)

from core import compiled_toml, licences

ROOT = Path(__file__).resolve().parents[2]
INSIDE = "_internal"
OURS = ("core", "ui", "main")
WRITTEN = (licences.OURS, f"{licences.FOLDER}/*")
"""What `tests.windows.licences` writes into the folder itself."""
LOADER = ("pyimod*", "pyiboot*", "pyi_rth_*", "_pyi_rth_*")
"""PyInstaller's own modules in the .exe."""
NEVER = {
    "*opengl32sw.dll": "Mesa's software OpenGL, which the program does not need",
    "*d3dcompiler_*.dll": "Microsoft's shader compiler, which the program does not need",
    "*icuuc.dll": "a stand-in for Wine",
    "*bcryptprimitives.dll": "a stand-in for Wine",
    "*winshim.dll": "a stand-in for Wine",
}


class Unaccounted(Exception):  # noqa: N818 - said to the person who builds
    """Files that nobody accounts for, or components without a licence, by name."""


@dataclass(frozen=True, slots=True)
class Part:
    """A component as it was packed."""

    name: str
    version: str
    licence: str
    declared: licences.Declared
    texts: tuple[Path, ...]
    files: tuple[str, ...] = ()  # below the packed folder
    modules: tuple[str, ...] = ()  # in the .exe
    inside: tuple[str, ...] = ()  # the files it is compiled into
    wheel: metadata.Distribution | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """All of a packed folder: what is of others, and the program's own files."""

    parts: tuple[Part, ...]
    ours: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    """What was found of one component so far."""

    files: list[str] = field(default_factory=list)
    modules: list[str] = field(default_factory=list)


def survey(program: Path, packages: Path) -> Survey:
    """Whose each file of the packed folder `program` is.

    Args:
        program: The folder with the .exe files and `_internal`.
        packages: The site-packages that it was packed from.

    Raises:
        Unaccounted: Files or modules are nobody's, or a component has no licence known.
    """
    wheels = _Wheels(packages)
    declared = licences.declared()
    found: defaultdict[str, _Found] = defaultdict(_Found)
    ours: list[str] = []
    wrong: list[str] = []
    # by their parts: Windows' own order of paths knows no capitals, and the SBOM is to be
    # the same wherever it is written
    for path in sorted(program.rglob("*"), key=lambda one: one.parts):
        if not path.is_file():
            continue
        name = path.relative_to(program).as_posix()
        if _is_ours(name, path):
            ours.append(name)
            continue
        owner, trouble = _owner(name, path, declared, wheels)
        if trouble:
            wrong.append(f"{name}: {trouble}")
        else:
            found[owner].files.append(name)
    for exe in sorted(program.glob("*.exe"), key=lambda one: one.parts):
        for module in packed_modules(exe):
            owner = _owner_of_module(module, wheels)
            if not owner:
                wrong.append(f"{module} in {exe.name}: of no component")
            elif owner not in OURS and module not in found[owner].modules:
                found[owner].modules.append(module)
    parts = tuple(_parts(program, declared, wheels, found))
    wrong += [
        f"{one.name}: no licence known"
        for one in parts
        if not one.licence or not one.texts
    ]
    if wrong:
        raise Unaccounted("\n".join(wrong))
    return Survey(parts, tuple(ours))


def packed_modules(exe: Path) -> tuple[str, ...]:
    """The names of the Python modules in a packed .exe."""
    archive = CArchiveReader(str(exe))
    names = {name for name, entry in archive.toc.items() if entry[-1] in "ms"}
    for name, entry in archive.toc.items():
        if entry[-1] == "z":
            names |= set(archive.open_embedded_archive(name).toc)
    return tuple(sorted(names))


def product_version(contents: bytes) -> str:
    """The version that a .dll or .pyd bears in its resource, or nothing."""
    key = "ProductVersion\0".encode("utf-16-le")
    start = contents.rfind(key)
    if start < 0:
        return ""
    after = contents[start + len(key) : start + len(key) + 96]
    words = after.decode("utf-16-le", errors="ignore").lstrip("\0").split("\0")
    said = re.match(r"\d+(?:\.\d+){1,3}", words[0])
    if said is None:
        return ""
    parts = said[0].split(".")
    return ".".join(parts[:3] if len(parts) == 4 and parts[3] == "0" else parts)


class _Wheels:
    """The wheels in a site-packages, and which of them a path belongs to."""

    def __init__(self, packages: Path) -> None:
        self.by_name: dict[str, metadata.Distribution] = {}
        self.owner: dict[str, str] = {}
        self.hashes: dict[str, str] = {}
        for wheel in metadata.distributions(path=[str(packages)]):
            name = plain(wheel.name)
            self.by_name[name] = wheel
            for file in wheel.files or ():
                path = file.as_posix()
                self.owner[path.lower()] = name
                if file.hash and file.hash.mode == "sha256":
                    self.hashes[path.lower()] = file.hash.value

    def of_module(self, module: str) -> str:
        """The wheel that a module came in, or nothing."""
        path = module.lower().replace(".", "/")
        for one in (f"{path}.py", f"{path}/__init__.py"):
            if one in self.owner:
                return self.owner[one]
        inside = f"{path}/"  # a folder without __init__.py
        return next(
            (name for one, name in self.owner.items() if one.startswith(inside)), ""
        )


def plain(name: str) -> str:
    """A wheel's name as all its spellings have it in common."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _is_ours(name: str, path: Path) -> bool:
    if "/" not in name and name.endswith(".exe"):
        return True
    if any(fnmatchcase(name, one) for one in WRITTEN):
        return True
    source = ROOT / name.removeprefix(f"{INSIDE}/")
    if not name.startswith(f"{INSIDE}/resources/"):
        return False
    if source.is_file():
        return source.read_bytes() == path.read_bytes()
    return _is_compiled(source, path)


def _is_compiled(copy: Path, path: Path) -> bool:
    """Whether a packed file is what is made of the source's TOML of that name."""
    source = copy.with_suffix(".toml")
    if copy.suffix != compiled_toml.ENDING or not source.is_file():
        return False
    return path.read_bytes() == compiled_toml.compiled(source.read_bytes())


def _owner(
    name: str,
    path: Path,
    declared: Iterable[licences.Declared],
    wheels: _Wheels,
) -> tuple[str, str]:
    """The component that has a packed file, or what is wrong with it."""
    for pattern, why in NEVER.items():
        if fnmatchcase(name.lower(), pattern):
            return "", why
    inner = name.removeprefix(f"{INSIDE}/").lower()
    if inner in wheels.hashes and wheels.hashes[inner] != _record_hash(path):
        return "", f"not as {wheels.owner[inner]} brought it"
    for one in declared:
        if any(fnmatchcase(inner, pattern.lower()) for pattern in one.files):
            return one.name, ""
    if inner in wheels.owner:
        return wheels.owner[inner], ""
    stem = inner.split(".", maxsplit=1)[0]
    if inner.endswith(".pyd") and stem in sys.stdlib_module_names:
        return "Python", ""
    return "", "of no component"


def _record_hash(path: Path) -> str:
    """SHA-256 as RECORD writes it."""
    digest = hashlib.sha256(path.read_bytes()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def _owner_of_module(module: str, wheels: _Wheels) -> str:
    """The component or the part of ours that a packed module belongs to, or nothing."""
    top = module.split(".", maxsplit=1)[0]
    if any(fnmatchcase(top, pattern) for pattern in LOADER):
        return "pyinstaller"
    if top in OURS:
        return top
    owner = wheels.of_module(module)
    if not owner and (top in sys.stdlib_module_names or top.startswith("_sysconfig")):
        return "Python"
    return owner


def _parts(
    program: Path,
    declared: tuple[licences.Declared, ...],
    wheels: _Wheels,
    found: dict[str, _Found],
) -> Iterator[Part]:
    """The components that were found, those that others contain among them."""
    of_wheel = {plain(one.wheel): one for one in declared if one.wheel}
    for one in declared:
        if one.wheel:
            continue
        texts = (*map(licences.text, one.texts), *_texts_of(one.text_of, wheels))
        if one.name in found:
            groups = _by_version(program, found[one.name].files)
            for number, (version, files) in enumerate(groups):
                modules = () if number else tuple(sorted(found[one.name].modules))
                yield Part(one.name, version, one.licence, one, texts, files, modules)
        inside = _inside(program, one)
        if inside:
            version = _searched(program, inside, one.version)
            yield Part(one.name, version, one.licence, one, texts, inside=inside)
    for name in sorted(set(found) & set(wheels.by_name)):
        wheel = wheels.by_name[name]
        one = of_wheel.get(name) or licences.Declared(wheel.name, wheel=wheel.name)
        yield Part(
            one.name,
            wheel.version,
            one.licence or licences.stated(wheel),
            one,
            (*map(licences.text, one.texts), *licences.carried(wheel)),
            tuple(found[name].files),
            tuple(sorted(found[name].modules)),
            wheel=wheel,
        )


def _texts_of(wheel: str, wheels: _Wheels) -> tuple[Path, ...]:
    return tuple(licences.carried(wheels.by_name[plain(wheel)])) if wheel else ()


def _by_version(program: Path, files: list[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Files by the version they bear, the most frequent first, with those of none."""
    versions = {name: product_version((program / name).read_bytes()) for name in files}
    counted = Counter(version for version in versions.values() if version)
    order = [version for version, _ in counted.most_common()] or [""]
    return [
        (
            version,
            tuple(
                name
                for name in files
                if versions[name] == version
                or (version == order[0] and not versions[name])
            ),
        )
        for version in order
    ]


def _inside(program: Path, one: licences.Declared) -> tuple[str, ...]:
    inner = program / INSIDE
    hits = {path for pattern in one.inside for path in inner.glob(pattern)}
    return tuple(sorted(path.relative_to(program).as_posix() for path in hits))


def _searched(program: Path, files: tuple[str, ...], pattern: str) -> str:
    """The version that the pattern finds in one of the files, or nothing."""
    if not pattern:
        return ""
    wanted = re.compile(pattern.encode("ascii"))
    for name in files:
        hit = wanted.search((program / name).read_bytes())
        if hit:
            return hit[1].decode("ascii")
    return ""
