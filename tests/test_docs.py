"""The pages say what is so: links, paths, commands, keys, the program's own words."""

import ast
import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

import dev
import main
from core import VERSION, cli
from core.cli.parsing import parser

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (DOCS / "architecture.md").read_text(encoding="utf-8")
GUIDE = (DOCS / "huong-dan.md").read_text(encoding="utf-8")
SAMPLE = "resources/samples/Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx"


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def every_page(test):
    """Run `test` for each page."""
    return pytest.mark.parametrize("page", PAGES, ids=named)(test)


# ----------------------------------------------------------------------- links and paths

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
PATH = re.compile(
    r"(?:core|ui|resources|tests|docs|\.ci|\.github)/[\w./*-]*"
    r"|[\w.-]+\.(?:py|md|toml|lock|spec)"
)


def prose(page: Path) -> str:
    """The page without what it shows as code."""
    return CODE.sub("", page.read_text(encoding="utf-8"))


def slug(heading: str) -> str:
    """The anchor of a heading, as the sites that show Markdown make it."""
    kept = re.sub(r"[^\w\s-]", "", heading.strip().lower())
    return re.sub(r"\s", "-", kept)


def anchors(page: Path) -> set[str]:
    found = re.findall(r"(?m)^#+ +(.+)$", page.read_text(encoding="utf-8"))
    return {slug(heading) for heading in found}


def broken_links(page: Path) -> list[str]:
    broken = []
    for link in LINK.findall(prose(page)):
        if link.startswith(("http:", "https:", "mailto:")):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = page.parent / path if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    return broken


FOLDERS = ("core", "ui", "resources", "tests", "docs")


@cache
def names_of_files() -> frozenset[str]:
    """The bare names of all files in the tree."""
    below = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*.*"))
    return frozenset(path.name for path in (*ROOT.glob("*.*"), *below))


def missing_paths(page: Path) -> list[str]:
    """The paths that stand in `code` in the page and lead nowhere."""
    missing = []
    for code in re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8")):
        if not PATH.fullmatch(code) or code in names_of_files():
            continue
        if not any(list(ROOT.glob(one)) for one in (code, f"{code}.py")):
            missing.append(code)
    return missing


@every_page
def test_every_link_leads_somewhere(page):
    assert broken_links(page) == []


@every_page
def test_every_path_that_is_named_is_there(page):
    in_the_data_folder = {"co-quan.toml"}
    assert set(missing_paths(page)) <= in_the_data_folder


def test_a_broken_link_and_a_missing_path_are_found(tmp_path):
    page = tmp_path / "a.md"
    text = (
        "# Một hai\n[x](#một-hai) [y](#ba) [z](b.md) `core/no.py` `core/cli/job.py`\n"
    )
    page.write_text(text, encoding="utf-8")
    assert broken_links(page) == ["#ba", "b.md"]
    assert missing_paths(page) == ["core/no.py"]


ABSOLUTE = re.compile(
    r"""(?<![^\s`(“"=])(?:/(?:[\w.-]+/)+[\w.-]+|[A-Z]:\\+\w[^\s`]*)"""
)


@every_page
def test_no_page_names_a_folder_of_one_machine(page):
    assert ABSOLUTE.findall(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", ["/home" + "/lan/a.txt", "C:" + "\\Users\\lan"])
def test_a_folder_of_one_machine_is_found(path):
    assert ABSOLUTE.findall(f"see `{path}` and xã/phường, …/UBND-VP") == [path]


def test_the_index_of_decisions_lists_each_once():
    index = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", index)
    there = sorted(page.name for page in (DOCS / "decisions").glob("[0-9]*.md"))
    assert listed == there
    numbers = [name[:4] for name in there]
    assert len(numbers) == len(set(numbers))


# -------------------------------------------------------------------------- the versions


def test_the_changelog_begins_with_the_version_of_the_program():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    newest = re.findall(r"(?m)^## \[([^\]]+)\]", changelog)[0]
    assert newest == VERSION == project["project"]["version"]


# -------------------------------------------------------------------------- the commands


def shown_commands(text: str) -> list[list[str]]:
    """The commands in a page's blocks of code, each as its words."""
    shells = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    lines = "".join(shells).replace("\\\n", " ").splitlines()
    indented = re.findall(r"(?m)^ {4}(\S.*)$", re.sub(r"(?s)```.*?```", "", text))
    # what stands after several spaces says what the command does
    lines += [re.split(r" {3,}", line)[0] for line in indented]
    words = [shlex.split(line) for line in lines if ".py" in line]
    return [each for each in words if {"dev.py", "main.py"} & set(each)]


MAIN_COMMANDS = [
    words[words.index("main.py") + 1 :]
    for words in shown_commands(README)
    if "main.py" in words
]


@pytest.mark.parametrize(
    "page", [README, (ROOT / "CONTRIBUTING.md").read_text("utf-8")]
)
def test_every_command_of_dev_that_is_shown_is_one(page):
    shown = [words for words in shown_commands(page) if "dev.py" in words]
    assert len(shown) >= 5
    for words in shown:
        assert words[:2] == ["python3", "dev.py"]
        assert words[2] in dev.COMMANDS
        named_tests = [one for one in words[3:] if one.startswith("tests")]
        assert all((ROOT / one).exists() for one in named_tests)


def test_the_readme_shows_every_command_and_each_kind_of_letter():
    assert {words[0] for words in MAIN_COMMANDS} == {*cli.COMMANDS}
    said = {word for words in MAIN_COMMANDS for word in words}
    assert {"xa-truong-tay", "huyen-go-dau"} <= said


@pytest.mark.parametrize(
    "words", MAIN_COMMANDS, ids=[f"{n} {w[0]}" for n, w in enumerate(MAIN_COMMANDS)]
)
def test_a_command_of_the_readme_does_its_work(words, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    written = tmp_path / "letter.docx"
    for option in {"-o", "--comments"} & {*words}:
        words = [*words]
        words[words.index(option) + 1] = str(written)
    assert main.main(words) == (1 if words[0] == "audit" else 0)
    told = capsys.readouterr()
    assert told.err == ""
    if words[0] in ("letter", "audit"):
        assert written.read_bytes().startswith(b"PK")
    elif "--json" in words:
        assert json.loads(told.out)["units"]
    else:
        assert "Điểm cần xem" in told.out


def options_of(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))


def test_architecture_and_help_name_the_options_there_are():
    parsers = [parser(command) for command in cli.COMMANDS]
    known = {one for parser in parsers for one in parser._option_string_actions}
    known = {one for one in known if one.startswith("--")} - {"--output"}
    known.add(main.SELF_TEST)
    section = ARCHITECTURE.split("## 4. The command line")[1].split("### 4.1")[0]
    now = [line for line in section.splitlines() if not line.endswith("| later |")]
    assert options_of("\n".join(now)) == known
    assert options_of(cli.HELP) == known


@pytest.mark.parametrize("word", ["slips", "--each"])
def test_what_is_said_to_come_later_is_not_there_yet(word, capsys):
    rows = re.findall(rf"(?m)^\| `main\.py [^\n]*{word}.*\|$", ARCHITECTURE)
    assert [row.endswith("| later |") for row in rows] == [True]
    assert word not in cli.COMMANDS
    assert cli.run([word, SAMPLE]) == 2
    assert f"không có lệnh “{word}”" in capsys.readouterr().err


# ---------------------------------------------------------- names and words of the program


@cache
def programs_trees() -> tuple[tuple[str, ast.Module], ...]:
    """Module name and tree of every file of core, ui and main."""
    files = [ROOT / "main.py", *ROOT.glob("core/**/*.py"), *ROOT.glob("ui/**/*.py")]
    return tuple(
        (
            path.parent.name if path.stem == "__init__" else path.stem,
            ast.parse(path.read_text(encoding="utf-8")),
        )
        for path in files
    )


def members(body: list[ast.stmt]) -> Iterator[str]:
    for one in body:
        if isinstance(one, ast.FunctionDef | ast.ClassDef):
            yield one.name
        elif isinstance(one, ast.ImportFrom):
            yield from (alias.name for alias in one.names)


@cache
def dotted() -> frozenset[str]:
    """`module.function` and `Class.method` of the program."""
    found = set()
    for name, tree in programs_trees():
        found |= {f"{name}.{member}" for member in members(tree.body)}
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                found |= {f"{node.name}.{member}" for member in members(node.body)}
    return frozenset(found)


def test_the_walk_calls_what_is_there():
    walk = ARCHITECTURE.split("## 3. The walk")[1].split("\n## ")[0]
    calls = set(
        re.findall(
            r"(?:\w+\.)*?(\w+\.\w+)\b(?!\.)",
            "\n".join(line for line in walk.splitlines() if line.startswith("    ")),
        )
    )
    assert len(calls) > 30
    assert calls - dotted() == set()


@cache
def words_of_the_program() -> str:
    """Every text in the program and its data, with "…" for what varies, "&" left out."""
    texts = []
    for _, tree in programs_trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                texts.append(
                    "".join(
                        str(one.value) if isinstance(one, ast.Constant) else "…"
                        for one in node.values
                    )
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.append(re.sub(r"\{\w*\}", "…", node.value))
    data = sorted((ROOT / "resources").rglob("*.toml"))
    texts += [path.read_text(encoding="utf-8") for path in data]
    return "\n".join(texts).replace("&", "")


@pytest.mark.parametrize("words", sorted(set(re.findall(r"\*\*(.+?)\*\*", GUIDE))))
def test_what_the_guide_prints_bold_stands_in_the_program(words):
    if words == "in đậm":  # says what bold means
        return
    assert words in words_of_the_program()


def test_every_key_of_the_guide_is_one_of_the_program():
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "ui").rglob("*.py")
    )
    table = GUIDE.split("## 9. Phím tắt")[1].split("\n## ")[0]
    shortcuts = re.findall(r"\b((?:Ctrl|Shift)\+(?:[A-Z]|\d|F\d+)|F\d+)\b", table)
    assert len(shortcuts) > 12
    for keys in shortcuts:
        last = keys.rpartition("+")[2]
        standard = {"C": "Copy", "X": "Cut", "V": "Paste"}.get(last, "none such")
        known = rf'"{re.escape(keys)}"|Key_{last}\b|StandardKey\.{standard}\b'
        assert re.search(known, source), keys
