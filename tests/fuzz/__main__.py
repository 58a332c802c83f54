"""Mutate the exports and open them: `python dev.py fuzz [--minutes N] [--seed N]`."""

import argparse
import secrets
import sys
import tempfile
from pathlib import Path

from tests.fuzz.running import Run, until


def main() -> int:
    """1 where a file brought a traceback, a hang, a death or too much memory."""
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32))
    asked = parser.parse_args()
    if sys.platform != "linux":
        print("Limits on memory and time are set as on Linux: not here.")
        return 2
    print(f"seed {asked.seed}, {asked.minutes:g} minutes", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        run = Run(asked.seed, Path(folder))
        run.go(
            is_over=until(asked.minutes * 60), tell=lambda text: print(text, flush=True)
        )
        counted = ", ".join(
            f"{verdict} {n}" for verdict, n in run.counted.most_common()
        )
        print(f"{sum(run.counted.values())} files: {counted}")
        for path in run.keep():
            print(f"kept for the tests: {path.name}")
    return int(bool(run.found))


if __name__ == "__main__":
    sys.exit(main())
