"""dev.py and the lock: what they promise a fresh machine."""

import ast
import contextlib
import os
import re
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import core
import dev

ROOT = Path(dev.__file__).resolve().parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HERE = Path(sys.executable).absolute()
LOCK = dev.LOCK.read_text(encoding="utf-8")
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="asks about Linux only")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> dict[str, list[str]]:
    """The locked versions by package; numpy has one for each of two Pythons."""
    versions: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.MULTILINE):
        versions.setdefault(normal(name), []).append(version)
    return versions


# --------------------------------------------------------------------------- the lock


@pytest.mark.parametrize(
    "wanted",
    [*PYPROJECT["project"]["dependencies"], *PYPROJECT["dependency-groups"]["dev"]],
)
def test_every_dependency_is_locked_to_a_version_that_it_allows(wanted):
    requirement = Requirement(wanted)
    versions = locked()[normal(requirement.name)]
    assert versions
    assert all(version in requirement.specifier for version in versions)


def test_every_locked_package_has_a_hash():
    entries = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) == sum(map(len, locked().values()))
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_names_no_host_and_no_folder():
    assert re.findall(r".*(?:/|@ |\\\w).*", LOCK) == []


def test_the_lock_is_for_windows_too():
    for package in ("colorama", "pefile", "pywin32-ctypes"):
        assert re.search(
            rf"^{package}==\S+ ; sys_platform == 'win32'", LOCK, re.MULTILINE
        )


def test_pyside_is_the_version_found_sound():
    assert locked()["pyside6-essentials"] == ["6.11.3"]


def test_the_version_is_the_same_everywhere():
    assert PYPROJECT["project"]["version"] == core.VERSION


# ----------------------------------------------------------------------------- set-up


def test_dev_needs_nothing_but_the_standard_library():
    tree = ast.parse(Path(dev.__file__).read_text(encoding="utf-8"))
    names = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert names <= sys.stdlib_module_names


def test_another_lock_is_installed_again(tmp_path, monkeypatch):
    before = dev._stamp()
    other = tmp_path / "requirements.lock"
    other.write_text(LOCK + "\n", encoding="utf-8")
    monkeypatch.setattr(dev, "LOCK", other)
    assert dev._stamp() != before


@pytest.mark.parametrize(
    ("made_for", "fits"),
    [("{}.{}.0".format(*sys.version_info), True), ("3.1.4", False), ("2.7.18", False)],
)
def test_a_venv_of_another_python_is_made_anew(tmp_path, monkeypatch, made_for, fits):
    (tmp_path / "pyvenv.cfg").write_text(f"home = x\nversion = {made_for}\n")
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "PYTHON", HERE)
    assert dev._is_made_for_this_python() is fits


@ON_LINUX
def test_the_library_that_qt_lacks_is_read_from_the_error():
    error = "ImportError: libEGL.so.1: cannot open shared object file: No such file"
    assert "libEGL.so.1" in dev._missing_libraries(error)
    odd = "OSError: libodd-1.2.so.3: cannot open shared object file: No such file"
    assert "libodd-1.2.so.3" in dev._missing_libraries(odd)


def test_an_error_of_another_kind_names_no_library():
    assert dev._missing_libraries("ImportError: no module named PySide6") == []


@ON_LINUX
def test_every_library_of_qt_that_comes_from_outside_has_its_package():
    import PySide6

    folder = Path(PySide6.__file__).parent / "Qt"
    parts = [folder / f"lib/libQt6{name}.so.6" for name in ("Core", "Gui", "Widgets")]
    parts += [folder / "lib/libQt6DBus.so.6", folder / "lib/libQt6XcbQpa.so.6"]
    parts += [folder / "plugins/platforms/libqxcb.so"]
    with_every_system = re.compile(
        r"lib(c|m|dl|rt|pthread|stdc\+\+|gcc_s|Qt6\w+|icu\w+)\.so"
    )
    for part in parts:
        names = re.findall(rb"\0(lib[\w.+-]+\.so\.[\d.]+)(?=\0)", part.read_bytes())
        outside = {
            name.decode()
            for name in names
            if not with_every_system.match(name.decode())
        }
        assert outside, part.name
        assert outside <= dev.DEBIAN_PACKAGES.keys(), part.name


# --------------------------------------------------------------------------- commands


def start(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, str(ROOT / "dev.py"), *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_help_lists_the_commands_on_a_terminal_that_knows_no_vietnamese():
    shown = start("--help", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert shown.returncode == 0, shown.stderr
    for command in ("run", "test", "check", "bench", "lock", "docs"):
        assert re.search(rf"^{command} ".encode(), shown.stdout, re.MULTILINE)


def test_the_first_sample_is_there():
    assert (ROOT / dev.SAMPLE).is_file()


@ON_LINUX
def test_a_missing_display_is_told_from_one_that_cannot_be_opened(monkeypatch):
    monkeypatch.setattr(dev, "PYTHON", HERE)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "neither DISPLAY nor WAYLAND_DISPLAY" in (dev._why_no_display() or "")
    monkeypatch.setenv("DISPLAY", ":4711")
    assert dev._why_no_display() == "the display :4711 cannot be opened"


@pytest.fixture
def small_tree(tmp_path, monkeypatch):
    """A folder with one passing test, which dev.py takes for its own."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_one.py").write_text(
        "def test_one():\n    assert 1 < 2\n"
    )
    settings = '[tool.ruff.lint]\nselect = ["F"]\n[tool.pytest.ini_options]\n'
    (tmp_path / "pyproject.toml").write_text(settings)
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "PYTHON", HERE)
    return tmp_path


def test_the_last_line_of_a_test_run_is_the_summary_of_pytest(small_tree, capfd):
    assert dev.test(["-p", "no:cacheprovider"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith(("format", "lint", "types"))]
    assert "1 passed" in lines[-1]


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("format", "x  =  1\n"),
        ("lint", "import os\n"),
        ("types", 'x: int = "one"\n'),
    ],
)
def test_the_first_failing_step_ends_the_run(small_tree, capfd, step, text):
    (small_tree / "dev.py").write_text(text)
    assert dev.test([]) == 1
    last = capfd.readouterr().out.splitlines()[-1]
    assert last == f"Stopped: {step} failed; the tests were not run."


def test_a_failing_test_is_told_by_the_exit_code(small_tree, capfd):
    (small_tree / "tests" / "test_two.py").write_text(
        "def test_two():\n    assert not 1\n"
    )
    assert dev.test(["-p", "no:cacheprovider"]) == 1
    assert "1 failed, 1 passed" in capfd.readouterr().out.splitlines()[-1]


# -------------------------------------------------------------------- run, as a whole


@ON_LINUX
def test_run_without_a_display_says_so_and_writes_the_letter():
    letter = ROOT / dev.LETTER
    letter.unlink(missing_ok=True)
    ran = start("run", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    said = ran.stdout.decode()
    assert ran.returncode == 0, ran.stderr.decode()
    assert said.startswith("No window: there is no display")
    assert said.splitlines()[-1] == f"The letter is here: {letter}"
    assert letter.read_bytes().startswith(b"PK")


@pytest.fixture
def screen():
    """The DISPLAY of a virtual screen, as large as a clerk's."""
    reading, writing = os.pipe()
    size = ["-screen", "0", "1366x768x24"]
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *size],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as answer:
            yield f":{answer.readline().strip()}"
        server.terminate()


def titles(screen: str) -> str:
    """The titles of the windows to be seen on `screen`."""
    search = ["xdotool", "search", "--onlyvisible", "--name", "."]
    seen = subprocess.run(
        [*search, "getwindowname", "%@"],
        env={**os.environ, "DISPLAY": screen},
        capture_output=True,
        check=False,
    )
    return seen.stdout.decode()


@pytest.mark.needs_xvfb
def test_run_with_a_display_opens_the_window_on_the_sample(screen):
    environment = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    last = time.monotonic() + 60
    with subprocess.Popen(
        [sys.executable, "dev.py", "run"],
        cwd=ROOT,
        env=environment,
        start_new_session=True,
    ) as program:
        try:
            while "Trường Tây" not in titles(screen):
                assert program.poll() is None
                assert time.monotonic() < last, titles(screen)
                time.sleep(0.1)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGTERM)
