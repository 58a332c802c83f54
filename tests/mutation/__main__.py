"""How many small faults in the rules are noticed: `python3 dev.py mutate FAMILY`.

    python -m tests.mutation FAMILY [--sample N] [--seed S] [--jobs N] [--report]

FAMILY is a letter of docs/quy-tac.md (P, N, A, …), `shared` (what all rules stand on),
`figures` (core/figures.py and what it asks) or `all`. Without --sample every fault is tried.
--report keeps the outcome in docs/dot-bien.md. It is for people: CI never runs it.
"""

import argparse
import os
import random
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from tests.mutation import report
from tests.mutation.operators import mutants
from tests.mutation.processes import told_by
from tests.mutation.running import Fault, noticed
from tests.mutation.watching import Watched, watched

ROOT = Path(__file__).resolve().parent.parent.parent
FIGURES, SHARED = "figures", "shared"
OF_FIGURES = ("core.figures", "core.dates", "core.period_words", "core.status_words")
RULES = ROOT / "core" / "rules"
NO_RULES = ("__init__", "__main__", "examples")
TESTS = (
    "tests/core/rules",
    "--ignore=tests/core/rules/test_letter_mutants.py",  # it asks for 95 %: a fault is less
    "tests/core/paper",
    *(f"tests/core/test_{name}.py" for name in ("gains", "gain_words", "weaknesses")),
    *(f"tests/core/test_{name}.py" for name in ("summary", "reference")),
)
FIGURE_TESTS = (
    *(f"tests/core/test_{name}.py" for name in ("figures", "figures_at_limits")),
    *(f"tests/core/test_{name}.py" for name in ("dates", "period_words")),
    *(f"tests/core/importing/test_{name}.py" for name in ("titles", "times")),
    *(f"tests/core/test_{name}.py" for name in ("status_words", "patterns", "entry")),
)
TARGET = 0.85


def families() -> dict[str, list[Path]]:
    """The modules of each family: of rules, of what they share, of figures."""
    found: dict[str, list[Path]] = {}
    for told in told_by(_say_modules):
        match told:
            case [str(family), str(module)]:
                found.setdefault(family, []).append(_path(module))
    own = {path for paths in found.values() for path in paths}
    rest = [path for path in sorted(RULES.rglob("*.py")) if path not in own]
    shared = [path for path in rest if not path.stem.endswith(NO_RULES)]
    return found | {SHARED: shared, FIGURES: [_path(module) for module in OF_FIGURES]}


def _say_modules(say: Callable[[object], None]) -> None:
    """Say of each module with rules the family of most of them."""
    from core.rules.families import RULES as ALL

    counted: dict[str, list[str]] = {}
    for rule in ALL:
        counted.setdefault(rule.check.__module__, []).append(rule.id[0])
    for module, letters in counted.items():
        say([max(letters, key=letters.count), module])


def _path(module: str) -> Path:
    return ROOT / Path(*module.split(".")).with_suffix(".py")


def tried(
    family: str, paths: list[Path], watch: Watched, options: argparse.Namespace
) -> report.Outcome:
    """What became of the faults, or of some of them, in the modules of `family`."""
    found = [
        Fault(path, one)
        for path in paths
        for one in mutants(path.read_text(encoding="utf-8"))
    ]
    chosen = found
    if options.sample is not None and options.sample < len(found):
        chance = random.Random(options.seed)  # noqa: S311 - no secret
        chosen = chance.sample(found, options.sample)
    survivors = []
    for number, (fault, is_noticed) in enumerate(
        noticed(chosen, watch, options.jobs), start=1
    ):
        if not is_noticed:
            survivors.append(fault)
        sys.stderr.write(
            f"\r{family}: {number}/{len(chosen)}, {len(survivors)} survive "
        )
    sys.stderr.write("\n")
    survivors.sort(key=lambda one: (str(one.path), one.mutant.line))
    told = tuple(one.told for one in survivors)
    day = f"{datetime.now().astimezone().date():%Y-%m-%d}"
    return report.Outcome(family, len(found), len(chosen), told, options.seed, day)


def watch_of(tests: Sequence[str], paths: Sequence[Path]) -> Watched:
    """What the tests run; the end where one of them fails without any fault."""
    watch = watched(tests, paths)
    if watch.failed or not watch.seconds:
        message = f"mend first the tests that fail without any fault: {watch.failed}"
        raise SystemExit(message)
    return watch


def main() -> int:
    """Try the faults; exit code 1 where fewer than 85 % are noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("family", nargs="+")
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=766)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--report", action="store_true")
    options = parser.parse_args()
    os.chdir(ROOT)
    os.environ["CI"] = "1"  # Hypothesis asks the same of each mutant
    there = families()
    wanted = list(there) if options.family == ["all"] else options.family
    if unknown := set(wanted) - set(there):
        parser.error(f"no family {min(unknown)}; there are {', '.join(there)}")
    short = False
    for is_figures in (False, True):
        named = [one for one in wanted if (one == FIGURES) == is_figures]
        tests = FIGURE_TESTS if is_figures else TESTS
        paths = [path for one in named for path in there[one]]
        if not paths:
            continue
        watch = watch_of(tests, paths)
        for family in named:
            outcome = tried(family, there[family], watch, options)
            print(outcome.told, *outcome.survivors, sep="\n  ", flush=True)
            if options.report:
                report.keep(outcome)
            short |= outcome.share < TARGET
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
