"""The tool that plants faults: it changes what runs, and sees what notices it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutation import report
from tests.mutation.operators import mutants
from tests.mutation.processes import KILLED, SURVIVED, in_another

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
ROOT = Path(__file__).resolve().parent.parent.parent
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


SHOP = """
from functools import cache

def marked(text):
    return text + "!" * 2

GREETING = marked("hi")

def price(a, b):
    return (
        a
        + b
    )

@cache
def doubled(a):
    return a * 2

def unasked(a):
    return a - 1
"""
TESTS_OF_SHOP = """
import pytest, shop

@pytest.fixture(scope="module")
def dear():
    return shop.price(3, 2)

def test_a_fixture_is_first_asked_here(dear):
    shop.doubled(2)

def test_it_is_asked_again(dear):
    assert dear == 5
    assert shop.doubled(2) == 4
    assert shop.GREETING == "hi!!"
"""
TRY = """
import sys
from pathlib import Path
sys.path.append(sys.argv[1])
from tests.mutation.operators import mutants
from tests.mutation.running import Fault, noticed
from tests.mutation.watching import watched
shop = Path("shop.py").resolve()
watch = watched(["test_shop.py"], [shop])
assert len(watch.seconds) == 2
faults = [Fault(shop, one) for one in mutants(shop.read_text())]
for fault, is_noticed in noticed(faults, watch, jobs=2):
    print(fault.told, "noticed" if is_noticed else "survived", sep=": ")
"""


@ON_LINUX
def test_a_fault_is_noticed_by_a_test_that_runs_it_and_looks_at_what_comes_of_it(
    tmp_path,
):
    (tmp_path / "shop.py").write_text(SHOP, encoding="utf-8")
    (tmp_path / "test_shop.py").write_text(TESTS_OF_SHOP, encoding="utf-8")
    done = subprocess.run(  # a session of its own: this one is not to be forked
        [sys.executable, "-c", TRY, str(ROOT)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,  # a hang
        check=True,
    )
    assert sorted(done.stdout.splitlines()) == [
        "shop.py:10 return … → return None: noticed",
        "shop.py:11 Add → Sub: noticed",
        "shop.py:17 2 → 3: noticed",
        "shop.py:17 Mult → Div: noticed",
        "shop.py:17 return … → return None: noticed",
        "shop.py:20 1 → 2: survived",
        "shop.py:20 Sub → Add: survived",
        "shop.py:20 return … → return None: survived",
        "shop.py:5 2 → 3: noticed",
        "shop.py:5 Add → Sub: noticed",
        "shop.py:5 Mult → Div: noticed",
        "shop.py:5 return … → return None: noticed",
    ]


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
