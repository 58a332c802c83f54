"""Signatures made on Debian, with a certificate of our own that nobody trusts."""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.windows import installer, osslsign, release
from tests.windows.wine import Failed

pytestmark = pytest.mark.skipif(
    not (shutil.which("osslsigncode") and shutil.which("openssl")),
    reason="osslsigncode and openssl are not installed here",
)
needs_nsis = pytest.mark.skipif(
    not (Path("/usr/share/nsis") / installer.STUB).exists(),
    reason="NSIS is not installed here",
)


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch) -> Path:
    """A certificate that signs code; its .pfx and password are set for the command."""
    key, made, pfx = (tmp_path / one for one in ("key.pem", "made.pem", "made.pfx"))
    asked = ["-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Cong van 766"]
    asked += ["-addext", "extendedKeyUsage=codeSigning", "-days", "2"]
    _openssl("req", *asked, "-keyout", str(key), "-out", str(made))
    files = ["-inkey", str(key), "-in", str(made), "-out", str(pfx)]
    _openssl("pkcs12", "-export", *files, "-passout", "pass:bí mật")
    password = tmp_path / "password"
    password.write_text("bí mật", encoding="utf-8")
    monkeypatch.setenv(osslsign.CERTIFICATE, str(pfx))
    monkeypatch.setenv(osslsign.PASSWORD, str(password))
    monkeypatch.delenv(osslsign.STAMP, raising=False)
    script = shlex.quote(str(Path(osslsign.__file__)))
    command = f'{shlex.quote(sys.executable)} {script} "%1"'
    monkeypatch.setenv(release.SIGN_VARIABLE, command)
    return made


def _openssl(*arguments: str) -> None:
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)


def is_signed(program: Path, certificate: Path) -> bool:
    asked = ["osslsigncode", "verify", "-CAfile", str(certificate), "-in", str(program)]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


@pytest.fixture
def program(tmp_path: Path, monkeypatch) -> Path:
    """A folder to install, made without a signature."""
    folder = tmp_path / "Chương trình" / "CongVan766"
    folder.mkdir(parents=True)
    (folder / "CongVan766.exe").write_bytes(b"MZ")
    return folder


@needs_nsis
def test_the_installer_is_signed_in_its_place(program, certificate, tmp_path):
    setup = tmp_path / "CongVan766-0.1.0-setup.exe"
    installer.make(program, "0.1.0", setup, quick=True)
    assert is_signed(setup, certificate)
    whole = setup.read_bytes()
    (tmp_path / "changed.exe").write_bytes(whole[:-9000] + b"x" + whole[-8999:])
    assert not is_signed(tmp_path / "changed.exe", certificate)


@needs_nsis
def test_a_signature_that_fails_makes_no_installer(
    program, certificate, tmp_path, monkeypatch
):
    monkeypatch.setenv(osslsign.CERTIFICATE, str(tmp_path / "không có.pfx"))
    with pytest.raises(Failed, match="makensis"):
        installer.make(program, "0.1.0", tmp_path / "x-setup.exe", quick=True)


def test_a_program_that_cannot_be_signed_stays_as_it_was(
    program, certificate, tmp_path
):
    exe = program / "CongVan766.exe"
    with pytest.raises(subprocess.CalledProcessError):
        osslsign.sign(exe)  # two letters are no program
    assert exe.read_bytes() == b"MZ"
    assert [one.name for one in program.iterdir()] == ["CongVan766.exe"]
