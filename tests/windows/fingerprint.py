"""What the Windows build depends on, as one hash, and the note of what was tried.

`dev.py windows` writes the note when all of it held; `.ci/run` fails while the note is
of something else, and builds and tries anew when the note is new. A change that can
break the build changes the hash: the spec, the lock, the installer, the kit, which
module imports what, which resources there are, and code that speaks to Windows; the
version, the libraries that pyproject.toml asks for, and the screen it is tried on.
"""

import ast
import hashlib
import os
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOTE = "tests/windows/tried.txt"
BASE = "CONGVAN766_BASE"
"""Environment variable: the commit that a change is compared with.

GitHub tells of a new branch's as of forty noughts: that is none.
"""

_WHOLE = (
    *("build.spec", "requirements.lock"),
    *("core/__init__.py", "tests/virtual_screen.py"),
)
_PROJECT = "pyproject.toml"
_FOLDERS = ("resources/installer", "resources/licences", "tests/windows")
_CODE = ("core", "ui")
_WINDOWS_WORDS = ("win32", "winerror", "ctypes", "os.name", '"frozen"', "_MEIPASS")
_RECENT = "6 hours ago"


def current(root: Path = ROOT) -> str:
    """The hash, as hexadecimal digits."""
    whole = hashlib.sha256()
    for line in sorted(_lines(root)):
        whole.update(f"{line}\n".encode())
    return whole.hexdigest()


def noted(root: Path = ROOT) -> str:
    """The hash of what was tried last; empty where nothing was."""
    note = root / NOTE
    return _hash_in(note.read_text(encoding="utf-8")) if note.exists() else ""


def note(results: list[str], root: Path = ROOT) -> None:
    """Write down that what is here was tried, with what was found."""
    told = "\n".join(f"- {line}" for line in results)
    text = f"{current(root)}\n\nTried under Wine by dev.py windows:\n{told}\n"
    (root / NOTE).write_text(text, encoding="utf-8", newline="\n")


def is_new(root: Path = ROOT) -> bool:
    """Whether what was tried changed since the commit that CI compares with.

    That is the one `CONGVAN766_BASE` names, else the newest that is some hours old.
    Without such a commit it counts as changed.
    """
    named = os.environ.get(BASE, "")
    base = (
        named
        if named.strip("0")
        else _git(root, "rev-list", "-1", f"--before={_RECENT}", "HEAD")
    )
    if not base:
        return True
    return _hash_in(_git(root, "show", f"{base}:{NOTE}")) != noted(root)


def _hash_in(text: str) -> str:
    return text.split("\n", 1)[0].strip()


def _git(root: Path, *arguments: str) -> str:
    """What git prints; empty where it knows nothing or is not there."""
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=root,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _lines(root: Path) -> Iterator[str]:
    for name in _WHOLE:
        yield _content(root, root / name)
    yield f"{_PROJECT} {_asked_for((root / _PROJECT).read_text(encoding='utf-8'))}"
    for folder in _FOLDERS:
        for path in _files(root / folder):
            if (
                not path.name.startswith("test_")
                and path.relative_to(root).as_posix() != NOTE
            ):
                yield _content(root, path)
    for path in _files(root / "resources"):
        yield f"resource {path.relative_to(root).as_posix()}"
    for path in [
        root / "main.py",
        *(one for name in _CODE for one in _files(root / name)),
    ]:
        text = path.read_text(encoding="utf-8")
        yield f"{path.relative_to(root).as_posix()} imports {' '.join(sorted(_imports(text)))}"
        if any(word in text for word in _WINDOWS_WORDS):
            yield _content(root, path)


def _asked_for(project: str) -> str:
    """The Python and the libraries that a project asks for; its linters do not count."""
    told = tomllib.loads(project)
    asked = told["project"]
    wanted = [asked["requires-python"], *asked["dependencies"]]
    groups = told.get("dependency-groups", {}).values()
    return " ".join(sorted([*wanted, *(one for group in groups for one in group)]))


def _files(folder: Path) -> list[Path]:
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]


def _content(root: Path, path: Path) -> str:
    """A file's name and hash; line ends are those of the repository."""
    data = path.read_bytes().replace(b"\r\n", b"\n")
    return f"{path.relative_to(root).as_posix()} {hashlib.sha256(data).hexdigest()}"


def _imports(text: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found
