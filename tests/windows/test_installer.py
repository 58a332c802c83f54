"""The installer as far as it can be tested without Windows: its list and its words."""

import os
import re
import shutil
from pathlib import Path

import pytest

from core.data_pack.manifest import ENDING
from tests.windows import installer
from tests.windows.wine import Failed

FOLDER = installer.SCRIPT.parent
WORDS = FOLDER / "ngon-ngu"
SCRIPTS = [*sorted(FOLDER.glob("*.ns[ih]")), *sorted(WORDS.glob("*.nsh"))]
NSIS_HOME = Path("/usr/share/nsis")
NAMES = (
    *("CongVan766.exe", "_internal/base.dll", "_internal/Thư mục có dấu/tệp.txt"),
    *("_internal/Thư mục có dấu/trong/giá 5$.txt", "_internal/a/b/c.txt", "a-b/x.txt"),
)
ENGLISH = re.compile(
    r"\b(?:the|you|your|please|click|cancel|install|setup|uninstall|next|back|browse"
    r"|folder|file|error|retry|finish|close|welcome|license|agree)\b",
    re.IGNORECASE,
)


@pytest.fixture
def program(tmp_path):
    for name in NAMES:
        path = tmp_path / "CongVan766" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    (tmp_path / "CongVan766" / "_internal" / "trống").mkdir()
    return tmp_path / "CongVan766"


def text(path):
    return path.read_text(encoding="utf-8")


def own_phrases():
    """What phrases.nsh defines, by name."""
    return dict(
        re.findall(
            r'^!define (P_\w+) "(.*)"$', text(FOLDER / "phrases.nsh"), re.MULTILINE
        )
    )


def page_phrases(path):
    """What a file of Modern UI says, by name."""
    return dict(
        re.findall(r'LangFileString\} (\w+) "(.*)"', path.read_text("utf-8-sig"))
    )


def built_in_phrases(path):
    """What a file of NSIS's own words says, by name."""
    found = re.findall(r"^# \^(\w+)\n(.*)$", path.read_text("utf-8-sig"), re.MULTILINE)
    return dict(found)


# -------------------------------------------------------------------------------- the list


def test_the_list_has_every_file_and_folder_and_what_the_installer_adds(program):
    lines = installer.list_text(installer.payload_of(program)).split("\r\n")
    there = {
        str(one.relative_to(program)).replace("/", "\\") for one in program.rglob("*")
    }
    listed = {line[2:] for line in lines if line}
    assert listed == there | {installer.LIST, installer.UNINSTALLER}


def test_a_folder_is_made_before_what_is_in_it_and_removed_after_it(program):
    lines = installer.list_text(installer.payload_of(program)).split("\r\n")
    place = {line: number for number, line in enumerate(lines)}
    inside, above = r"_internal\Thư mục có dấu\trong", r"_internal\Thư mục có dấu"
    assert place["D " + above] < place["D " + inside]
    assert (
        place["D " + inside] < place[rf"F {inside}\giá 5$.txt"] < place["R " + inside]
    )
    assert place["R " + inside] < place["R " + above]


def test_every_file_is_unpacked_into_the_staging_of_its_folder(program):
    folder, unpacked = "", set()
    for line in installer.script_text(
        program, installer.payload_of(program)
    ).splitlines():
        command, path = line.rstrip('"').split(' "')
        if command == "SetOutPath":
            assert path.startswith(r"$INSTDIR\~moi")
            folder = path.removeprefix(r"$INSTDIR\~moi").replace("\\", "/").strip("/")
        else:
            assert Path(path).parent == program / folder
            unpacked.add(Path(path))
    assert unpacked == {one for one in program.rglob("*") if one.is_file()}


def test_the_list_does_not_depend_on_the_order_of_the_disk(program, tmp_path):
    again = tmp_path / "again"
    for name in reversed(NAMES):
        (again / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(program / name, again / name)
    (again / "_internal" / "trống").mkdir()
    first, second = installer.payload_of(program), installer.payload_of(again)
    assert installer.list_text(first) == installer.list_text(second)


@pytest.mark.parametrize("name", [installer.UNINSTALLER, installer.LIST, "~moi/x"])
def test_a_file_that_would_be_taken_for_the_installers_own_is_refused(program, name):
    (program / name).parent.mkdir(exist_ok=True)
    (program / name).touch()
    with pytest.raises(Failed, match="name"):
        installer.payload_of(program)


@pytest.mark.skipif(os.name == "nt", reason="Windows itself refuses such a name")
def test_a_file_of_a_name_that_windows_does_not_take_is_refused(program):
    (program / 'a"b').touch()
    with pytest.raises(Failed, match="name"):
        installer.payload_of(program)


def test_without_a_program_there_is_no_installer(tmp_path):
    with pytest.raises(Failed, match="build the program first"):
        installer.payload_of(tmp_path)


# ------------------------------------------------------------------------------- the words


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_the_parts_of_the_script_are_short(path):
    assert len(text(path).splitlines()) <= 400


def test_nothing_is_said_in_english():
    said = own_phrases() | page_phrases(WORDS / "Vietnamese.nsh")
    said |= built_in_phrases(WORDS / "Vietnamese.nlf")
    assert len(said) > 150
    variables = re.compile(r"\$\(\^?\w+\)|\$\{?\w+\}?|\\[rn]|Page Down|/[A-Z]+=?")
    english = {
        name: phrase
        for name, phrase in said.items()
        if ENGLISH.search(variables.sub(" ", phrase))
    }
    assert english == {}


def test_what_is_said_is_defined_and_what_is_defined_is_said():
    used = {
        name
        for path in FOLDER.glob("*.ns[ih]")
        for name in re.findall(r"\$\{(P_\w+)\}", text(path))
    }
    assert used == own_phrases().keys()


@pytest.mark.skipif(not NSIS_HOME.exists(), reason="NSIS is not installed here")
def test_no_phrase_of_nsis_is_missing_and_would_be_english():
    theirs = NSIS_HOME / "Contrib" / "Language files"
    pages = page_phrases(theirs / "English.nsh").keys()
    assert pages - page_phrases(WORDS / "Vietnamese.nsh").keys() == set()
    built_in = built_in_phrases(theirs / "English.nlf").keys()
    assert built_in - built_in_phrases(WORDS / "Vietnamese.nlf").keys() == set()


def test_the_licence_page_explains_in_vietnamese_and_has_the_licence():
    page = installer.licence_text()
    assert page.startswith("CÔNG VĂN 766 LÀ PHẦN MỀM MIỄN PHÍ")
    assert page.endswith(text(installer.LICENCE))


# --------------------------------------------------------------------------- the installer


@pytest.mark.skipif(not shutil.which("makensis"), reason="NSIS is not installed here")
def test_the_script_compiles_to_the_same_installer_every_time(program, tmp_path):
    first, second = tmp_path / "bộ cài 1.exe", tmp_path / "bộ cài 2.exe"
    installer.make(program, "0.1.0", first, quick=True)
    (program / "CongVan766.exe").touch()
    installer.make(program, "0.1.0", second, quick=True)
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes().startswith(b"MZ")


def test_the_type_of_file_that_is_registered_is_that_of_data_packs():
    told = text(FOLDER / "registering.nsh")
    assert f'!define PACK_EXTENSION "{ENDING}"' in told
