"""The shape of the program: who imports whom, how long things are, what is not there.

Each check is a function from the modules (or texts) to what it finds wrong, so that it is
shown to find it in a made-up tree before it is asked about the real one.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE, LONGEST_FUNCTION = 400, 50

# Library -> the only modules (with all below or beginning with that name) that import it.
# A new dependency is decided in docs/decisions before it stands here.
WHO_MAY_IMPORT = {
    "PySide6": ("ui", "main"),
    "shiboken6": ("ui", "main"),
    "pandas": ("core.importing.books",),
    "numpy": ("core.importing.books",),
    "openpyxl": ("core.importing",),
    "python_calamine": ("core.importing.books",),
    "xlrd": ("core.importing.books",),
    "docx": ("core.letter.docx",),
    "lxml": ("core.letter.docx", "core.importing.books"),
    "defusedxml": ("core",),
    "platformdirs": ("core", "main"),
    "tomli_w": ("core",),
    # of the standard library: the program works offline
    "socket": (),
    "ssl": (),
    "http": (),
    "urllib.request": (),
    "ftplib": (),
    "smtplib": (),
    # numbers and dates are Vietnamese, whatever the system is set to
    "locale": (),
}
NOT_BEFORE_THE_WINDOW = {"pandas", "numpy", "openpyxl", "docx", "lxml"}
FOUNDATION = {"report", "catalogue", "figures", "kind", "period", "office"}
FOUNDATION |= {"errors", "names"}
# Within the import: what a file holds, what it means, what is decided of it; never back.
NEVER_IN = {
    "core.importing.books": ("core.importing.recognition", "core.importing.choosing"),
    "core.importing.recognition": ("core.importing.books", "core.importing.choosing"),
    "core.importing.choosing": ("core.importing.books",),
}
BUILT_ON_IT = ("core.importing", "core.rules", "core.letter", "core.store", "core.cli")


@dataclass(frozen=True, slots=True)
class Module:
    name: str  # core.rules.period; a package's own file is the package
    path: str
    tree: ast.Module
    lines: int


def modules(root: Path, *parts: str) -> dict[str, Module]:
    """The Python files of `parts` (folders or files) below `root`, by module name."""
    found = {}
    for part in parts:
        top = root / part
        for path in [top] if top.is_file() else sorted(top.rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            inside = path.relative_to(root).with_suffix("").parts
            name = ".".join(inside).removesuffix(".__init__")
            shown = path.relative_to(root).as_posix()
            found[name] = Module(name, shown, ast.parse(text), text.count("\n"))
    return found


PROGRAM = modules(ROOT, "main.py", "core", "ui")
EVERYTHING = PROGRAM | modules(ROOT, "tests", "dev.py")


def within(name: str, parts: Iterable[str]) -> bool:
    """Whether module `name` is one of `parts` or below one."""
    return any(name == part or name.startswith(part + ".") for part in parts)


def imports(node: ast.AST, known: Iterable[str]) -> Iterator[str]:
    """The modules imported anywhere below `node`; of ours, the module that is meant."""
    for each in ast.walk(node):
        if isinstance(each, ast.Import):
            yield from (alias.name for alias in each.names)
        elif isinstance(each, ast.ImportFrom):
            assert each.level == 0, "relative imports hide who imports whom"
            package = each.module or ""
            for alias in each.names:
                full = f"{package}.{alias.name}"
                yield full if full in known or package == "urllib" else package


def imports_at_start(module: Module, known: Iterable[str]) -> Iterator[str]:
    """The modules imported when `module` is: those inside functions are left out."""
    for statement in module.tree.body:
        if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from imports(statement, known)


# ------------------------------------------------------------------------------- checks


def cycles(program: dict[str, Module]) -> list[str]:
    graph = {
        name: {each for each in imports(module.tree, program) if each in program}
        for name, module in program.items()
    }
    itself = [
        f"{name} imports itself" for name, others in graph.items() if name in others
    ]
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [*itself, " → ".join(reversed(error.args[1]))]
    return itself


def wrong_way(program: dict[str, Module]) -> list[str]:
    """Imports that go against main → ui → core, or from the foundation upwards."""
    wrong = []
    for name, module in program.items():
        never = ["main", "tests", "dev"]
        never += ["ui"] if within(name, ["core"]) else []
        never += BUILT_ON_IT if name.removeprefix("core.") in FOUNDATION else []
        never += ["core.cli"] if within(name, ["core"]) else []
        never += [
            other
            for package, others in NEVER_IN.items()
            if within(name, [package])
            for other in others
        ]
        wrong += [
            f"{name} imports {other}"
            for other in imports(module.tree, program)
            if within(other, never) and not (within(name, ["core.cli"]))
        ]
    return wrong


def not_theirs(program: dict[str, Module]) -> list[str]:
    """Imports of libraries by modules that are not to know them, or that none decided."""
    wrong = []
    for name, module in program.items():
        for other in imports(module.tree, program):
            library = next(
                (lib for lib in WHO_MAY_IMPORT if within(other, [lib])), None
            )
            top = other.split(".", maxsplit=1)[0]
            if library is None:
                if top not in {*sys.stdlib_module_names, "core", "ui"}:
                    wrong.append(f"{name} imports {other}, which nobody decided on")
            elif not name.startswith(WHO_MAY_IMPORT[library]):
                wrong.append(f"{name} imports {other}")
    return wrong


def heavy_at_start(program: dict[str, Module]) -> list[str]:
    """Heavy libraries that come with `import main`, with the module that brings them."""
    wrong, seen, waiting = [], set[str](), ["main"]
    while waiting:
        name = waiting.pop()
        if name in seen or name not in program:
            continue
        seen.add(name)
        waiting.append(name.rpartition(".")[0])
        for other in imports_at_start(program[name], program):
            waiting.append(other)
            if within(other, NOT_BEFORE_THE_WINDOW):
                wrong.append(f"{name} imports {other}")
    return wrong


def for_types_only(program: dict[str, Module]) -> list[str]:
    return [
        f"{module.path}:{node.lineno} TYPE_CHECKING"
        for module in program.values()
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Name) and node.id == "TYPE_CHECKING")
        or (isinstance(node, ast.Attribute) and node.attr == "TYPE_CHECKING")
    ]


def too_long(program: dict[str, Module]) -> list[str]:
    wrong = [
        f"{module.path}: {module.lines} lines"
        for module in program.values()
        if module.lines > LONGEST_FILE
    ]
    for module in program.values():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    wrong.append(
                        f"{module.path}:{node.lineno} {node.name}: {lines} lines"
                    )
    return wrong


CHANGES = {"append", "add", "update", "setdefault", "pop", "popitem", "clear", "extend"}
CHANGES |= {"insert", "remove", "discard", "sort", "reverse", "appendleft", "popleft"}


def global_state(program: dict[str, Module]) -> list[str]:
    """`global`, and functions that change what a name of their module holds."""
    wrong = []
    for module in program.values():
        names = {
            target.id
            for statement in module.tree.body
            if isinstance(statement, ast.Assign | ast.AnnAssign)
            for target in getattr(
                statement, "targets", [getattr(statement, "target", 0)]
            )
            if isinstance(target, ast.Name)
        }
        wrong += [
            f"{module.path}:{function.lineno} {function.name}"
            for function in ast.walk(module.tree)
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
            for node in ast.walk(function)
            if isinstance(node, ast.Global) or _changed(node) in names
        ]
    return wrong


def _changed(node: ast.AST) -> str | None:
    """The name whose contents `node` changes: NAME[x] = y, del NAME[x], NAME.add(x)."""
    holder: ast.expr | None = None
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        holder = node.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        holder = node.func.value if node.func.attr in CHANGES else None
    return holder.id if isinstance(holder, ast.Name) else None


# What is ours alone and no business of a reader: this machine, the reference texts, hosts
# of package registries. Written so that the patterns do not find themselves.
PRIVATE = re.compile(
    r"(?<![\w.>}])/(?:work|root|home|tmp|var/folders)/\w"
    r"|[A-Z]:\\{1,2}Users\\"
    r"|\.\./[s]hared|(?<!\w)shared/(?:\w+/|\w+\.md)"
    r"|py[p]i\.org|python[h]osted|--(?:extra-)?index[-]url|--find[-]links"
)
TEXT = {".py", ".md", ".toml", ".lock", ".yml", ".yaml", ".json", ".svg", ".spec"}
TEXT |= {
    ".csv",
    ".txt",
    ".nsi",
    ".iss",
    ".ps1",
    ".sh",
    ".ini",
    ".cfg",
    ".html",
    ".desktop",
}
NOT_OURS = {".git", ".venv", "build", "dist", "__pycache__", ".hypothesis"}
NOT_OURS |= {".mypy_cache", ".pytest_cache", ".ruff_cache", "htmlcov"}


def texts(root: Path) -> Iterator[Path]:
    for path in sorted(root.iterdir()):
        if path.is_dir():
            if path.name not in NOT_OURS:
                yield from texts(path)
        elif path.suffix in TEXT or path.name in {"run", ".gitignore", "LICENSE"}:
            yield path


def private_words(root: Path) -> list[str]:
    return [
        f"{path.relative_to(root).as_posix()}:{number} {line.strip()[:80]}"
        for path in texts(root)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if PRIVATE.search(line)
    ]


# ------------------------------------------------------- the checks find what they seek

BROKEN = {
    cycles: {
        "core/a.py": "import core.b",
        "core/b.py": "def f():\n  from core import a",
    },
    wrong_way: {"core/a.py": "def f():\n    import ui.b", "ui/b.py": ""},
    not_theirs: {"core/a.py": "from PySide6.QtCore import Qt"},
    heavy_at_start: {"main.py": "from ui import a", "ui/a.py": "import pandas as pd"},
    for_types_only: {"core/a.py": "import typing\nif typing.TYPE_CHECKING:\n    pass"},
    too_long: {"core/a.py": "def f():\n" + "    pass\n" * LONGEST_FUNCTION},
    global_state: {"core/a.py": "SEEN = {}\ndef f(x):\n    SEEN[x] = 1"},
}
MORE_BROKEN = [
    (cycles, {"core/a.py": "from core import a"}),
    (wrong_way, {"core/report.py": "import core.rules", "core/rules.py": ""}),
    (wrong_way, {"core/files.py": "from core.cli import main", "core/cli.py": ""}),
    (wrong_way, {"ui/a.py": "import main", "main.py": ""}),
    (
        wrong_way,
        {"core/importing/books/a.py": "from core.importing.choosing import b"}
        | {"core/importing/choosing/b.py": ""},
    ),
    (not_theirs, {"ui/a.py": "import openpyxl.utils"}),
    (not_theirs, {"core/letter/compose.py": "def f():\n    import docx"}),
    (not_theirs, {"main.py": "from urllib import request"}),
    (not_theirs, {"core/a.py": "import requests"}),
    (
        heavy_at_start,
        {"main.py": "import core.a.b", "core/a/__init__.py": "import docx"}
        | {"core/a/b.py": ""},
    ),
    (too_long, {"core/a.py": "\n" * (LONGEST_FILE + 1)}),
    (global_state, {"core/a.py": "N = 0\ndef f():\n    global N\n    N = 1"}),
    (global_state, {"core/a.py": "SEEN: list[int] = []\ndef f():\n    SEEN.append(1)"}),
]
SOUND = {
    "main.py": "import ui.window\nimport core.cli",
    "ui/window.py": "from PySide6.QtCore import Qt\nfrom core.report import Cell",
    "core/report.py": "class Cell: ...\nPARTS = {}",
    "core/cli.py": "def f():\n    from core.importing import read",
    "core/importing/__init__.py": "",
    "core/importing/books/read.py": "import pandas\nfrom core.report import Cell",
    "core/letter/docx_write.py": "import docx",
}


def tree(root: Path, files: dict[str, str]) -> dict[str, Module]:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return modules(
        root, *(part for part in ("main.py", "core", "ui") if (root / part).exists())
    )


@pytest.mark.parametrize(
    ("check", "files"),
    [*BROKEN.items(), *MORE_BROKEN],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_check_finds_what_it_is_for(tmp_path, check, files):
    assert check(tree(tmp_path, files))


@pytest.mark.parametrize("check", BROKEN, ids=lambda check: check.__name__)
def test_a_check_finds_nothing_in_a_sound_tree(tmp_path, check):
    assert check(tree(tmp_path, SOUND)) == []


@pytest.mark.parametrize(
    "line",
    [
        'open("/work' + '/main/x")',
        "see .." + "/sha" + "red/look.md",
        "C:\\" + "Users\\lan\\Desktop",
        "--index" + "-url somewhere",
        "cd /ro" + "ot/clone",
    ],
)
def test_what_is_private_is_found_in_a_text(tmp_path, line):
    (tmp_path / "a.md").write_text(f"first\n{line}\n", encoding="utf-8")
    assert [found.split()[0] for found in private_words(tmp_path)] == ["a.md:2"]


# ------------------------------------------------------------------- the program itself


def test_there_is_a_program_to_look_at():
    assert {"core.report", "core.catalogue", "core.figures"} <= PROGRAM.keys()


@pytest.mark.parametrize("check", BROKEN, ids=lambda check: check.__name__)
def test_the_program_keeps_its_shape(check):
    assert check(PROGRAM) == []


def test_tests_and_tools_are_short_too():
    assert too_long(EVERYTHING) == []


def test_no_text_names_this_machine_or_what_is_not_in_the_tree():
    assert private_words(ROOT) == []
