"""The tool that plants faults: it changes what runs, and sees what notices it."""

import ast
import subprocess
import sys

import pytest

from tests.mutation import report
from tests.mutation.operators import mutants
from tests.mutation.running import KILLED, ROOT, SURVIVED, in_another

SOURCE = '''
LIMIT = 3

@decorated(5 < 6)
def f(a: "int | None", b=2) -> bool:
    """Say 4 < 5."""
    if not a:
        return None
    for one in b:
        if one < 3 and one != 1:
            continue
    return a + b
'''
ON_LINUX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")


def test_every_fault_is_one_change_of_what_runs():
    told = [(one.line, one.told) for one in mutants(SOURCE)]
    assert told == [
        (7, "not … → …"),
        (10, "if … → if not …"),
        (10, "And → Or"),
        (10, "Lt → LtE"),
        (10, "3 → 4"),
        (10, "NotEq → Eq"),
        (10, "1 → 2"),
        (11, "continue → break"),
        (12, "return … → return None"),
        (12, "Add → Sub"),
    ]


def test_each_mutant_differs_from_the_source_and_runs_as_python():
    plain = ast.unparse(ast.parse(SOURCE))
    texts = [ast.unparse(one.tree) for one in mutants(SOURCE)]
    assert plain not in texts
    assert len(set(texts)) == len(texts)
    for one in mutants(SOURCE):
        compile(one.tree, "mutant", "exec")


@ON_LINUX
def test_a_death_a_hang_or_an_exception_is_a_fault_noticed():
    assert in_another(lambda: SURVIVED) == SURVIVED
    assert in_another(lambda: 1 // 0) == KILLED


TRY = """
import sys
from tests.mutation.operators import mutants
from tests.mutation.running import ROOT, is_killed
source = "def two():\\n    return 1 + 1\\n"
(mutant,) = (one for one in mutants(source) if one.told == "Add → Sub")
print(is_killed(mutant, ROOT / "core" / "kind.py", [sys.argv[1]]))
"""


@ON_LINUX
@pytest.mark.parametrize(("wanted", "noticed"), [(2, "True"), (0, "False")])
def test_a_fault_in_the_code_is_seen_by_its_tests(tmp_path, wanted, noticed):
    test = tmp_path / "test_a.py"
    text = (
        f"from core.kind import two\n\ndef test_it():\n    assert two() == {wanted}\n"
    )
    test.write_text(text, encoding="utf-8")
    done = subprocess.run(  # a session of its own: this one is not to be forked
        [sys.executable, "-c", TRY, str(test)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,  # a hang
        check=True,
    )
    assert done.stdout.strip() == noticed


def test_the_page_keeps_the_last_outcome_of_a_family(tmp_path):
    page = tmp_path / "a.md"
    page.write_text("| family | x |\n|---|---|\n", encoding="utf-8")
    first = report.Outcome("N", 90, 40, ("a:1 x",) * 4, 766, "2026-11-21")
    report.keep(first, page)
    report.keep(report.Outcome("P", 9, 9, (), 766, "2026-11-21"), page)
    report.keep(report.Outcome("N", 91, 50, ("a:1 x",), 1, "2026-11-22"), page)
    assert page.read_text(encoding="utf-8").splitlines()[2:] == [
        "| N | 91 | 50 | 49 | 98% | 1 | 2026-11-22 |",
        "| P | 9 | 9 | 9 | 100% | 766 | 2026-11-21 |",
    ]
    assert first.told == "N: 36 of 40 faults noticed (90%; 90 can be planted)"
