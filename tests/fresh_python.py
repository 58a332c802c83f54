"""A Python of its own, in which nothing is loaded yet."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 60  # s, then something hangs


def printed(code: str, names: Mapping[str, str], longest: float = LONGEST) -> str:
    """What `code` prints where the program stands, with the environment `names`.

    Args:
        code: Python.
        names: The environment.
        longest: Seconds after which it is ended.

    Raises:
        CalledProcessError: It failed.
        TimeoutExpired: It took too long.
    """
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=names,
        capture_output=True,
        text=True,
        timeout=longest,
        check=True,
    )
    return done.stdout
