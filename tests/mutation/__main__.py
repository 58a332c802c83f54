"""How many small faults in the rules are noticed: `python3 dev.py mutate FAMILY`.

    python -m tests.mutation FAMILY [--sample N] [--seed S] [--report]

FAMILY is a letter of docs/quy-tac.md (P, N, A, …), `figures` (core/figures.py) or `all`.
Without --sample every fault is tried, which takes hours. --report keeps the outcome in
docs/dot-bien.md. It is for people: CI never runs it.
"""

import argparse
import json
import os
import random
import sys
from datetime import datetime
from pathlib import Path

from tests.mutation import report
from tests.mutation.operators import mutants
from tests.mutation.running import ROOT, hold, in_another, is_killed

FIGURES = "figures"
RULE_TESTS = ("tests/core/rules", "--ignore=tests/core/rules/test_documentation.py")
FIGURE_TESTS = ("tests/core/test_figures.py", "tests/core/test_status_words.py")
TARGET = 0.85


def modules() -> dict[str, list[str]]:
    """The modules of each family of rules, asked in a process of its own."""
    read, write = os.pipe()

    def tell() -> int:
        from core.rules.families import RULES

        found: dict[str, list[str]] = {}
        for rule in RULES:
            names = found.setdefault(rule.id[0], [])
            if rule.check.__module__ not in names:
                names.append(rule.check.__module__)
        os.write(write, json.dumps(found).encode())
        return 1

    in_another(tell)
    os.close(write)
    with os.fdopen(read, "rb") as told:
        families: dict[str, list[str]] = json.loads(told.read())
    return families


def tried(
    family: str, names: list[str], sample: int | None, seed: int
) -> report.Outcome:
    """What became of the faults, or of some of them, in the modules of `family`."""
    found = []
    for name in names:
        path = ROOT / Path(*name.split(".")).with_suffix(".py")
        found += [(path, one) for one in mutants(path.read_text(encoding="utf-8"))]
    chosen = found
    if sample is not None and sample < len(found):
        chosen = random.Random(seed).sample(found, sample)  # noqa: S311 - no secret
    tests = FIGURE_TESTS if family == FIGURES else RULE_TESTS
    if not hold(tests):
        message = "the tests fail without any fault: mend them first"
        raise SystemExit(message)
    survivors = []
    for number, (path, mutant) in enumerate(chosen, start=1):
        if not is_killed(mutant, path, tests):
            shown = path.relative_to(ROOT).as_posix()
            survivors.append(f"{shown}:{mutant.line} {mutant.told}")
        sys.stderr.write(
            f"\r{family}: {number}/{len(chosen)}, {len(survivors)} survive "
        )
    sys.stderr.write("\n")
    day = datetime.now().astimezone().date()
    return report.Outcome(
        family, len(found), len(chosen), tuple(survivors), seed, f"{day:%Y-%m-%d}"
    )


def main() -> int:
    """Try the faults; exit code 1 where fewer than 85 % are noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("family")
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=766)
    parser.add_argument("--report", action="store_true")
    options = parser.parse_args()
    families = modules() | {FIGURES: ["core.figures"]}
    wanted = list(families) if options.family == "all" else [options.family]
    if unknown := set(wanted) - set(families):
        parser.error(f"no family {min(unknown)}; there are {', '.join(families)}")
    short = False
    for family in wanted:
        outcome = tried(family, families[family], options.sample, options.seed)
        print(outcome.told, *outcome.survivors, sep="\n  ")
        if options.report:
            report.keep(outcome)
        short |= outcome.share < TARGET
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
