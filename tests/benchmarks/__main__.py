"""Every benchmark in turn: `python dev.py bench [NAME …]`.

A benchmark is a module beside this one with `measure() -> float`, a ratio of two things
run in turn in one process or one session, and `TARGET`, the most it should be.
"""

import importlib
import sys
from pathlib import Path


def run(names: list[str]) -> int:
    """Print each ratio beside its target; 1 when one is above it."""
    code = 0
    for name in names:
        benchmark = importlib.import_module(f"tests.benchmarks.{name}")
        ratio, target = benchmark.measure(), benchmark.TARGET
        verdict = "ok" if ratio <= target else "TOO SLOW"
        unit = getattr(benchmark, "UNIT", "×")
        title = (benchmark.__doc__ or name).splitlines()[0]
        print(
            f"{name:10} {ratio:6.2f} {unit} (target {target} {unit}) {verdict:9} {title}",
            flush=True,
        )
        code = code or int(ratio > target)
    return code


if __name__ == "__main__":
    here = Path(__file__).parent
    modules = [path for path in here.glob("*.py") if path.stem[0] != "_"]
    known = sorted(
        path.stem for path in modules if "\ndef measure(" in path.read_text("utf-8")
    )
    sys.exit(run(sys.argv[1:] or known))
