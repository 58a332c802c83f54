"""The portable zip, sums, signatures, the tag and the version resource of a release."""

import subprocess
import sys
import zipfile

import pytest

from core import VERSION
from tests.windows import release, version_info


@pytest.fixture
def program(tmp_path):
    """A packed folder, small and made up."""
    folder = tmp_path / "made"
    (folder / "_internal").mkdir(parents=True)
    (folder / "CongVan766.exe").write_bytes(b"MZ")
    (folder / "_internal" / "python311.dll").write_bytes(b"MZ" * 99)
    return folder


# -------------------------------------------------------------------------- zip and sums


def test_the_portable_zip_unpacks_into_one_folder_that_keeps_its_data(
    program, tmp_path
):
    name = "Phụ lục 766.xlsx"
    (program / name).write_bytes(b"figures")
    made = release.portable(program, "0.1.0", tmp_path)
    assert made.name == "CongVan766-0.1.0-portable.zip"
    with zipfile.ZipFile(made) as packed:
        names = packed.namelist()
        assert names == sorted(names)
        assert all(one.startswith("CongVan766/") for one in names)
        assert packed.read(f"CongVan766/{name}") == b"figures"
        told = packed.read("CongVan766/portable.txt").decode("utf-8-sig")
        assert packed.testzip() is None
    assert "du-lieu" in told


def test_the_portable_zip_is_the_same_bytes_whenever_it_is_made(
    program, tmp_path, monkeypatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    first = release.portable(program, "0.1.0", tmp_path).read_bytes()
    for one in program.rglob("*.exe"):
        one.touch()
    assert release.portable(program, "0.1.0", tmp_path).read_bytes() == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000060")
    assert release.portable(program, "0.1.0", tmp_path).read_bytes() != first


def test_the_sums_are_as_sha256sum_reads_them(tmp_path):
    files = [tmp_path / "b.zip", tmp_path / "a.exe"]
    for one in files:
        one.write_bytes(b"abc")
    made = release.sums(files, tmp_path / "SHA256SUMS.txt")
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert made.read_bytes() == f"{digest} *a.exe\n{digest} *b.zip\n".encode()


# ------------------------------------------------------------------ signature and tag


def signer(tmp_path, code):
    """A command that does `code` with the file's path as `path`."""
    script = tmp_path / "signer.py"
    head = "import pathlib, sys\npath = pathlib.Path(sys.argv[1])\n"
    script.write_text(head + code, encoding="utf-8")
    return f'"{sys.executable}" "{script}" "%1"'


def test_programs_are_signed_only_where_a_command_is_set(
    program, tmp_path, monkeypatch
):
    exe = program / "CongVan766.exe"
    monkeypatch.delenv(release.SIGN_VARIABLE, raising=False)
    assert release.sign([exe]) == []
    assert exe.read_bytes() == b"MZ"
    command = signer(tmp_path, "path.write_bytes(path.read_bytes() + b'signed')")
    monkeypatch.setenv(release.SIGN_VARIABLE, command)
    assert release.sign([exe]) == [exe]
    assert exe.read_bytes() == b"MZsigned"


def test_a_signature_that_fails_stops_the_build(program, tmp_path, monkeypatch):
    monkeypatch.setenv(release.SIGN_VARIABLE, signer(tmp_path, "sys.exit(1)"))
    with pytest.raises(subprocess.CalledProcessError):
        release.sign(program.glob("*.exe"))


@pytest.mark.parametrize(
    ("tag", "heading", "why"),
    [
        (f"v{VERSION}", f"## [{VERSION}] – 2026-12-01", ""),
        ("v9.9.9", f"## [{VERSION}] – 2026-12-01", "the tag is v9.9.9"),
        (f"v{VERSION}", f"## [{VERSION}] – chưa phát hành", "no date"),
        (f"v{VERSION}", "## [9.9.9] – 2026-12-01", "does not begin with"),
    ],
)
def test_a_tag_is_released_when_version_and_changelog_agree(tag, heading, why):
    said = release.unready(tag, f"# Nhật ký\n\n{heading}\n\n- x\n")
    assert why in said
    assert bool(said) == bool(why)


# ---------------------------------------------------------------------- version resource


def struct(name, *parts, **named_parts):
    return (name, parts, named_parts)


def read_back(text):
    """The version file as plain values: the strings, the numbers, the language."""
    kinds = ["VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable"]
    kinds += ["StringStruct", "VarFileInfo", "VarStruct"]
    makers = {
        kind: (lambda *parts, kind=kind, **rest: struct(kind, *parts, **rest))
        for kind in kinds
    }
    return eval(text, {"__builtins__": {}}, makers)  # noqa: S307 - as PyInstaller does


def test_the_version_resource_names_program_version_and_language():
    _, _, whole = read_back(version_info.text("0.1.0", "CongVan766.exe"))
    assert whole["ffi"][2]["filevers"] == (0, 1, 0, 0)
    table = whole["kids"][0][1][0][0]
    assert table[1][0] == "042A04B0"  # Vietnamese, Unicode
    strings = dict(one[1] for one in table[1][1])
    assert strings["FileDescription"] == "Công văn 766"
    assert strings["OriginalFilename"] == "CongVan766.exe"
    assert strings["ProductVersion"] == "0.1.0"
    _, _, console = read_back(version_info.text("0.1.0", "congvan766-cli.exe"))
    told = dict(one[1] for one in console["kids"][0][1][0][0][1][1])
    assert told["FileDescription"] == "Công văn 766 (dòng lệnh)"


@pytest.mark.parametrize("wrong", ["", "1.2", "tháng 9", "1.2.70000"])
def test_what_is_no_version_is_refused(wrong):
    with pytest.raises(ValueError, match="is no version"):
        version_info.text(wrong, "CongVan766.exe")
