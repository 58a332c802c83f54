"""What goes with a packed program: licences and SBOM.

The packed folder here is small and made up, but its modules are packed by PyInstaller's
own writer, and its wheels are those that this Python has.
"""

import json
import re
import shutil
import sysconfig
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from PyInstaller.archive.writers import (  # type: ignore[import-untyped] # has no types
    CArchiveWriter,
    ZlibArchiveWriter,
)

from core import VERSION, compiled_toml, licences
from tests.windows import components, release, sbom
from tests.windows import licences as papers

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = Path(sysconfig.get_path("purelib"))
MODULES = ("core", "core.cli", "ui.app", "docx", "docx.api", "tomli_w", "json.decoder")


def pack_exe(path, modules, scratch):
    """An .exe's archive with these modules, as PyInstaller writes it."""
    code = compile("pass", "made up", "exec")
    source = scratch / "made_up.py"
    source.write_text("pass\n", encoding="utf-8")
    pyz = scratch / "PYZ.pyz"
    entries = [(name, str(source), "PYMODULE") for name in modules]
    ZlibArchiveWriter(str(pyz), entries, dict.fromkeys(modules, code))
    packed = [("PYZ.pyz", str(pyz), False, "z")]
    CArchiveWriter(str(path), packed, "python311.dll")


def dll(version):
    """The bytes of a library that bears a version as Windows' libraries do."""
    return b"MZ" + f"ProductVersion\0{version}\0\0".encode("utf-16-le")


@pytest.fixture
def program(tmp_path):
    """A packed folder with a little of everything."""
    folder = tmp_path / "CongVan766"
    inner = folder / "_internal"
    made = {
        "python311.dll": dll("3.11.9") + b" inflate 1.3.1 Copyright ",
        "sqlite3.dll": dll("3.45.1.0"),
        "VCRUNTIME140.dll": dll("14.44.35211.0"),
        "_bz2.pyd": b"MZ 1.0.8, 13-Jul-2019 ",
        "base_library.zip": b"PK",
    }
    inner.mkdir(parents=True)
    for name, contents in made.items():
        (inner / name).write_bytes(contents)
    for name in ("docx/templates/default-header.xml", "lxml/isoschematron/__init__.py"):
        (inner / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PACKAGES / name, inner / name)
    sample = Path("resources/icons/app.svg")
    (inner / sample).parent.mkdir(parents=True)
    shutil.copy(ROOT / sample, inner / sample)
    for name in ("CongVan766.exe", "congvan766-cli.exe"):
        pack_exe(folder / name, MODULES, tmp_path)
    return folder


def named(survey):
    return {part.name: part for part in survey.parts}


# ------------------------------------------------------------------- whose each file is


def test_every_file_and_module_is_accounted_for(program):
    found = components.survey(program, PACKAGES)
    parts = named(found)
    assert {*parts["Python"].files} == {
        "_internal/base_library.zip",
        "_internal/_bz2.pyd",
        "_internal/python311.dll",
    }
    assert parts["Python"].modules == ("json.decoder",)
    assert parts["python-docx"].files == (
        "_internal/docx/templates/default-header.xml",
    )
    assert parts["python-docx"].modules == ("docx", "docx.api")
    assert parts["tomli-w"].modules == ("tomli_w",)
    assert found.ours == (
        "CongVan766.exe",
        "_internal/resources/icons/app.svg",
        "congvan766-cli.exe",
    )
    files = {name for part in found.parts for name in part.files} | {*found.ours}
    there = {
        one.relative_to(program).as_posix()
        for one in program.rglob("*")
        if one.is_file()
    }
    assert files == there


def test_versions_are_read_from_the_files_themselves(program):
    parts = named(components.survey(program, PACKAGES))
    assert parts["Python"].version == "3.11.9"
    assert parts["SQLite"].version == "3.45.1"
    assert parts["bzip2"].version == "1.0.8"
    assert parts["zlib"].version == "1.3.1"
    assert parts["python-docx"].version == metadata.version("python-docx")


def test_a_second_version_of_a_library_is_a_component_of_its_own(program):
    (program / "_internal" / "other").mkdir()
    other = program / "_internal" / "other" / "MSVCP140.dll"
    other.write_bytes(dll("14.40.33810.0"))
    runtimes = [
        (part.version, part.files)
        for part in components.survey(program, PACKAGES).parts
        if part.name == "Microsoft Visual C++ Runtime"
    ]
    assert sorted(runtimes) == [
        ("14.40.33810", ("_internal/other/MSVCP140.dll",)),
        ("14.44.35211", ("_internal/VCRUNTIME140.dll",)),
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("_internal/unknown.dll", "of no component"),
        ("_internal/resources/left-over.svg", "of no component"),
        ("_internal/PySide6/opengl32sw.dll", "Mesa"),
        ("_internal/icuuc.dll", "stand-in for Wine"),
        ("notes.txt", "of no component"),
    ],
)
def test_a_foreign_file_fails_the_build_by_its_name(program, name, said):
    path = program / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    with pytest.raises(components.Unaccounted, match=said) as caught:
        papers.collect(program, PACKAGES)
    assert name in str(caught.value)


def test_a_file_that_is_not_as_its_wheel_brought_it_fails_the_build(program):
    changed = program / "_internal" / "docx" / "templates" / "default-header.xml"
    changed.write_bytes(changed.read_bytes() + b" ")
    with pytest.raises(components.Unaccounted, match="not as python-docx brought it"):
        components.survey(program, PACKAGES)


def test_a_compiled_copy_is_ours_where_it_is_of_the_source(program):
    index = components.ROOT / "resources" / "catalogue" / "bo-chi-so-766.toml"
    folder = program / "_internal" / "resources" / "catalogue"
    folder.mkdir(parents=True)
    copy = compiled_toml.compile_file(index, folder)
    name = copy.relative_to(program).as_posix()
    assert name in components.survey(program, PACKAGES).ours

    copy.write_bytes(copy.read_bytes() + b" ")
    with pytest.raises(components.Unaccounted, match=r"766\.json: of no component"):
        components.survey(program, PACKAGES)


def test_a_resource_that_differs_from_the_source_fails_the_build(program):
    icon = program / "_internal" / "resources" / "icons" / "app.svg"
    icon.write_bytes(b"<svg/>")
    with pytest.raises(components.Unaccounted, match=r"app\.svg: of no component"):
        components.survey(program, PACKAGES)


def test_a_foreign_module_in_the_exe_fails_the_build(program, tmp_path):
    pack_exe(program / "CongVan766.exe", ("core", "spy.eyes"), tmp_path)
    with pytest.raises(components.Unaccounted, match=r"spy\.eyes in CongVan766\.exe"):
        components.survey(program, PACKAGES)


@pytest.mark.parametrize("lacks", ["licence", "text"])
def test_a_component_without_a_licence_fails_the_build(program, tmp_path, lacks):
    packages = tmp_path / "packages"
    shutil.copytree(PACKAGES / "tomli_w", packages / "tomli_w")
    for one in PACKAGES.glob("*.dist-info"):
        shutil.copytree(one, packages / one.name)
    info = next(packages.glob("tomli_w-*.dist-info"))
    if lacks == "text":
        (info / "LICENSE").unlink()
        record = (info / "RECORD").read_text(encoding="utf-8")
        kept = [line for line in record.splitlines() if "LICENSE" not in line]
        (info / "RECORD").write_text("\n".join(kept), encoding="utf-8")
    else:
        told = (info / "METADATA").read_text(encoding="utf-8")
        told = told.replace("Classifier: License", "Classifier: Topic")
        (info / "METADATA").write_text(told, encoding="utf-8")
    with pytest.raises(components.Unaccounted, match="tomli-w: no licence known"):
        components.survey(program, packages)


# ---------------------------------------------------------------------------- licences


def test_the_packed_folder_lists_what_is_in_it_as_the_program_reads_it(program):
    papers.collect(program, PACKAGES)
    listed = {one.name: one for one in licences.of_folder(program / licences.FOLDER)}
    packed = {part.name for part in components.survey(program, PACKAGES).parts}
    assert {*listed} == packed | {"NSIS"}
    assert listed["python-docx"].licence == "MIT"
    assert "Copyright (c) 2013 Steve Canny" in listed["python-docx"].text()
    for one in listed.values():
        assert one.about, one.name
        assert len(one.text()) > 200, one.name
        assert not one.text().startswith("\ufeff")
    ours = (program / licences.OURS).read_text(encoding="utf-8-sig")
    assert "Permission is hereby granted" in ours
    assert licences.FOLDER in ours


def test_qt_is_listed_with_lgpl_gpl_source_and_the_way_to_replace_it(program):
    qt = program / "_internal" / "PySide6" / "Qt6MadeUp.dll"  # no wheel has it
    qt.parent.mkdir(parents=True)
    qt.write_bytes(dll("6.11.3.0"))
    papers.collect(program, PACKAGES)
    listed = {one.name: one for one in licences.of_folder(program / licences.FOLDER)}
    text = listed["Qt"].text()
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
        r"_internal\PySide6",
        "You may replace them",
        "FreeType",
    ):
        assert words in text
    assert "6.11.3" in listed["Qt"].source


def test_collecting_twice_leaves_the_same_files(program):
    def contents():
        return {
            one.relative_to(program).as_posix(): one.read_bytes()
            for one in program.rglob("*")
            if one.is_file()
        }

    papers.collect(program, PACKAGES)
    first = contents()
    papers.collect(program, PACKAGES)
    assert contents() == first


def test_a_crate_without_a_licence_fails_the_build():
    with pytest.raises(components.Unaccounted, match="crate made-up"):
        papers.spdx({"name": "made-up", "version": "1.0", "licenses": []})


# --------------------------------------------------------------------------------- SBOM


def sbom_of(program):
    found = papers.collect(program, PACKAGES)
    return json.loads(sbom.text(program, VERSION, found))


def test_the_sbom_is_sound_by_its_schema(program):
    found = papers.collect(program, PACKAGES)
    check = JsonStrictValidator(SchemaVersion.V1_6)
    assert check.validate_str(sbom.text(program, VERSION, found)) is None
    assert check.validate_str('{"bomFormat": "CycloneDX"}') is not None


def test_the_sbom_holds_each_packed_file_once_with_its_sum(program):
    listed = sbom_of(program)
    whole = [listed["metadata"]["component"], *listed["components"]]
    files = [
        (one["name"], one["hashes"][0]["content"])
        for part in whole
        for one in part.get("components", ())
        if one["type"] == "file"
    ]
    names = [name for name, _ in files]
    there = {
        one.relative_to(program).as_posix()
        for one in program.rglob("*")
        if one.is_file()
    }
    assert sorted(names) == sorted(there)
    sums = release.sums([program / name for name, _ in files], program.parent / "sums")
    assert {digest for _, digest in files} == {
        line.split()[0] for line in sums.read_text(encoding="utf-8").splitlines()
    }


def test_each_component_of_the_sbom_has_purl_and_licence(program):
    for one in sbom_of(program)["components"]:
        assert one["purl"].startswith("pkg:"), one["name"]
        assert one["licenses"], one["name"]
        assert one["type"] == "library"


def test_the_same_folder_gives_the_same_sbom_and_another_folder_another(
    program, monkeypatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    first = sbom_of(program)
    assert sbom_of(program) == first
    assert first["metadata"]["timestamp"].startswith("2025-10-09T08:53:20")
    (program / "_internal" / "sqlite3.dll").write_bytes(dll("3.46.0.0"))
    assert sbom_of(program)["serialNumber"] != first["serialNumber"]


# -------------------------------------------------------------------- the committed list


def test_every_library_that_the_program_needs_is_described_for_users():
    """The closure of the program's dependencies, as this Python has them installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    waiting = [*project["project"]["dependencies"]]
    needed = set[str]()
    while waiting:
        words = waiting.pop().split(";")
        name = components.plain(re.split(r"[\[<>=!~ (]", words[0])[0])
        asked_for = len(words) == 1 or "extra" not in words[1]
        if name in needed or not asked_for:
            continue
        try:
            waiting += metadata.requires(name) or ()
        except metadata.PackageNotFoundError:
            continue  # for another system
        needed.add(name)
    described = {
        components.plain(one.wheel) for one in licences.declared() if one.wheel
    }
    assert needed - described == set()


def test_every_text_of_the_list_is_there_and_every_text_is_used():
    folder = ROOT / "resources" / "licences" / "texts"
    used = {name for one in licences.declared() for name in one.texts}
    assert used == {one.name for one in folder.iterdir()}
