#!/usr/bin/env python3
"""Set up, run and test Công văn 766: `python3 dev.py run`, `python3 dev.py test`.

Standard library only, the same on Windows and Linux. Every command first does the
set-up that a fresh machine needs; a second start finds it done.
"""

import argparse
import ctypes
import hashlib
import importlib.util
import io
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "congvan766.stamp"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST_PYTHON = (3, 11)
LOCKER = "uv==0.13.8"

SAMPLE = "resources/samples/Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx"
LETTER = "build/Công văn 766 - UBND xã Trường Tây - tháng 9-2024.docx"
OFFICE = ["--profile", "xa-truong-tay"]
# what the sample's table does not hold and its letter says
FIGURES = ["score_total=80,33", "rank=8/8", "score_mdsh=18,5", "score_tttt=5,1"]

SOURCES = ["main.py", "core", "ui", "tests", "dev.py"]

# Library that Qt loads -> the package of Debian and Ubuntu that has it.
DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

# Run in the .venv: says nothing where Qt's widgets and its X11 plugin can be loaded.
TRY_QT = """
import ctypes, pathlib, sys
import PySide6.QtWidgets
if sys.platform == "linux":
    plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
    ctypes.CDLL(str(plugins / "libqxcb.so"))
"""
TRY_SCREEN = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


class Stopped(Exception):  # noqa: N818 - it is said to the person, not raised as an error
    """The sentence that says why no more can be done."""


def say(text: str) -> None:
    """Print `text` before whatever a started program prints."""
    print(text, flush=True)


# ------------------------------------------------------------------------------- set-up


def set_up() -> None:
    """Make `.venv`, with the locked packages and the libraries Qt needs."""
    if not _is_made_for_this_python():
        _make_venv()
    stamp = _stamp()
    if not STAMP.exists() or STAMP.read_text(encoding="utf-8") != stamp:
        say("Installing the locked packages into .venv (once, some 600 MB on disk) …")
        _pip_install("--require-hashes", "--only-binary", ":all:", "-r", LOCK.name)
        STAMP.write_text(stamp, encoding="utf-8")
    if sys.platform == "linux":
        _install_what_qt_lacks()


def _stamp() -> str:
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{lock} python {sys.version_info[0]}.{sys.version_info[1]}\n"


def _is_made_for_this_python() -> bool:
    """Whether `.venv` works and has the version of the Python that runs this."""
    config = VENV / "pyvenv.cfg"
    if not (PYTHON.exists() and config.exists()):
        return False
    ours = r"^version\s*=\s*{}\.{}\.".format(*sys.version_info)
    return bool(re.search(ours, config.read_text("utf-8"), re.MULTILINE))


def _make_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if sys.prefix != "/usr" or not _apt_install([package]):
            raise Stopped(
                f"The Python at {sys.executable} cannot make virtual environments: its "
                f"module ensurepip is missing. On Debian and Ubuntu install {package}, "
                "elsewhere take Python from python.org; then run this again."
            )
        importlib.invalidate_caches()
    say("Making .venv …")
    try:
        venv.create(VENV, clear=VENV.exists(), with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Stopped(f"The virtual environment could not be made: {error}.") from error


def _install_what_qt_lacks() -> None:
    """Install the shared libraries that Qt needs and this system lacks, or name them."""
    error = _qt_error()
    if error is None:
        return
    missing = _missing_libraries(error)
    if not missing:
        raise Stopped(f"Qt cannot be loaded: {error}")
    packages = sorted(
        {DEBIAN_PACKAGES[lib] for lib in missing if lib in DEBIAN_PACKAGES}
    )
    say(f"Qt lacks {', '.join(missing)}.")
    if packages and _apt_install(packages):
        error = _qt_error()
        if error is None:
            return
        missing = _missing_libraries(error) or [error]
        packages = [DEBIAN_PACKAGES[lib] for lib in missing if lib in DEBIAN_PACKAGES]
    advice = f" (on Debian and Ubuntu: {' '.join(packages)})" if packages else ""
    raise Stopped(
        f"Qt needs shared libraries that this system lacks and that could not be "
        f"installed here: {', '.join(missing)}{advice}. Install them, then run this again."
    )


def _qt_error() -> "str | None":
    """The last line of what Python says when Qt does not load."""
    tried = subprocess.run(
        [PYTHON, "-c", TRY_QT],
        check=False,
        capture_output=True,
        text=True,
        errors="replace",
    )
    if tried.returncode == 0:
        return None
    return (tried.stderr.strip() or f"exit code {tried.returncode}").splitlines()[-1]


def _missing_libraries(error: str) -> "list[str]":
    """The library that `error` names, and all others of the list that do not load."""
    missing = set(re.findall(r"(lib[\w.+-]+\.so[\w.]*): cannot open", error))
    if missing:
        missing.update(library for library in DEBIAN_PACKAGES if not _loads(library))
    return sorted(missing)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _apt_install(packages: "list[str]") -> bool:
    """Whether `packages` could be installed: needs root on Debian or Ubuntu."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say(f"Installing {' '.join(packages)} with apt-get …")
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], install):
        done = subprocess.run(
            command,
            check=False,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    if done.returncode:
        say(done.stdout.decode(errors="replace"))
    return done.returncode == 0


def _venv_python(*arguments: str) -> int:
    """The exit code of the .venv's Python run with `arguments`, at the top folder."""
    return subprocess.run([str(PYTHON), *arguments], cwd=ROOT, check=False).returncode


def _pip_install(*what: str) -> None:
    """Install `what` into the .venv; what pip says is shown where it fails."""
    options = ["--quiet", "--no-input", "--disable-pip-version-check"]
    pip = subprocess.run(
        [str(PYTHON), "-m", "pip", "install", *options, *what],
        cwd=ROOT,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if pip.returncode:
        say(pip.stdout)
        raise Stopped(f"pip could not install {what[-1]}; it says why above.")


# ----------------------------------------------------------------------------- commands


def run(arguments: "list[str]") -> int:
    """Open the window on the first sample; without a display, do its job without one."""
    if arguments:
        return _venv_python("main.py", *arguments)
    reason = _why_no_display()
    if reason is None:
        return _venv_python("main.py", SAMPLE)
    say(f"No window: {reason}. The same job without one, from the first sample:\n")
    letter = ROOT / LETTER
    letter.parent.mkdir(exist_ok=True)
    sample = [SAMPLE, *OFFICE, *(part for each in FIGURES for part in ("--set", each))]
    code = _venv_python("main.py", "check", *sample)
    code = code or _venv_python("main.py", "letter", *sample, "-o", str(letter))
    if code == 0:
        say(f"\nThe letter is here: {letter}")
    return code


def _why_no_display() -> "str | None":
    """Why no window can be opened here, or None."""
    if sys.platform != "linux":
        return None
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return "QT_QPA_PLATFORM asks for none"
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not display:
        return "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    tried = subprocess.run([PYTHON, "-c", TRY_SCREEN], check=False, capture_output=True)
    if tried.returncode:
        return f"the display {display} cannot be opened"
    return None


def check(_arguments: "list[str]") -> int:
    """Format check, lint and types; the first that fails ends it."""
    sources = [name for name in SOURCES if (ROOT / name).exists()]
    steps = {
        "format": ["ruff", "format", "--check", "."],
        "lint": ["ruff", "check", "."],
        "types": ["mypy", *sources],
    }
    for name, step in steps.items():
        say(f"{name}: {' '.join(step)}")
        code = _venv_python("-m", *step)
        if code:
            say(f"Stopped: {name} failed; the tests were not run.")
            return code
    return 0


def test(arguments: "list[str]") -> int:
    """Everything a change must pass; pytest's summary is the last that is printed."""
    return check([]) or _venv_python("-m", "pytest", *arguments)


def bench(arguments: "list[str]") -> int:
    """Measure the speed as ratios (tests/benchmarks)."""
    return _venv_python("-m", "tests.benchmarks", *arguments)


def fuzz(arguments: "list[str]") -> int:
    """Open mutated exports for ten minutes or `--minutes N` (tests/fuzz)."""
    return _venv_python("-m", "tests.fuzz", *arguments)


def mutate(arguments: "list[str]") -> int:
    """Plant faults in a FAMILY of rules; docs/dot-bien.md (tests/mutation)."""
    return _venv_python("-m", "tests.mutation", *arguments)


def windows(arguments: "list[str]") -> int:
    """Build the installer and try it as on Windows (tests/windows)."""
    return _venv_python("-m", "tests.windows", *arguments)


def lock(arguments: "list[str]") -> int:
    """Write requirements.lock anew from pyproject.toml; `--upgrade` takes newer ones."""
    if not _is_made_for_this_python():
        _make_venv()
    _pip_install(LOCKER)
    compile_ = ["-m", "uv", "pip", "compile", "pyproject.toml", "--group", "dev"]
    compile_ += ["--universal", "--python-version", "{}.{}".format(*OLDEST_PYTHON)]
    compile_ += ["--generate-hashes", "--no-annotate", "--quiet"]
    compile_ += ["--custom-compile-command", "python dev.py lock"]
    return _venv_python(*compile_, "-o", LOCK.name, *arguments)


def docs(_arguments: "list[str]") -> int:
    """Write docs/quy-tac.md anew from the rules."""
    page = subprocess.run(
        [PYTHON, "-X", "utf8", "-m", "core.rules"],
        cwd=ROOT,
        check=False,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    if page.returncode == 0:
        target = ROOT / "docs" / "quy-tac.md"
        target.write_text(page.stdout, encoding="utf-8", newline="\n")
        say(f"Written: {target.relative_to(ROOT)}")
    return page.returncode


COMMANDS = {
    command.__name__: command
    for command in (run, test, check, bench, fuzz, mutate, windows, lock, docs)
}


def main(arguments: "list[str]") -> int:
    """The exit code of the command that `arguments` ask for."""
    for stream in (sys.stdout, sys.stderr):  # a terminal may not know these letters
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if sys.version_info < OLDEST_PYTHON:
        say(f"Python {sys.version.split()[0]} is too old: 3.11 or later is needed.")
        return 2
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"{name:8}{each.__doc__}" for name, each in COMMANDS.items()),
    )
    parser.add_argument("command", choices=COMMANDS, help="one of those below")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="handed on")
    asked = parser.parse_args(arguments)
    try:
        if asked.command != "lock":
            set_up()
        return COMMANDS[asked.command](asked.arguments)
    except Stopped as reason:
        print(reason, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
