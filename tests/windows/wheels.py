"""The locked packages for Windows, installed where there is no Windows.

pip chooses wheels for another platform, but reads the lock's markers as those of the
machine it runs on: so the lock is read here, as Windows would read it.
"""

import re
import sys
from pathlib import Path

LOCK = Path(__file__).resolve().parents[2] / "requirements.lock"

_ENTRY = re.compile(r"^(?P<pin>[\w.-]+==[^\s;]+)(?:\s*;\s*(?P<marker>[^\\]+?))?\s*\\?$")
_WORDS = {
    "sys_platform": "win32",
    "platform_python_implementation": "CPython",
    "python_full_version": ".".join(str(part) for part in sys.version_info[:3]),
}
_TEST = re.compile(r"^(\w+)\s*(==|!=|<|>=)\s*'([^']+)'$")


def for_windows(lock: str) -> str:
    """The lines of `lock` that count on Windows, markers gone, hashes kept.

    Raises:
        ValueError: The lock has a line or a marker that is not understood.
    """
    kept: list[str] = []
    wanted = False
    for line in lock.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line.startswith(" "):
            entry = _ENTRY.match(line)
            if entry is None:
                message = f"the lock has a line that is not understood: {line}"
                raise ValueError(message)
            marker = entry["marker"]
            wanted = marker is None or all(map(_holds, marker.split(" and ")))
            line = f"{entry['pin']} \\"  # noqa: PLW2901 - the same line, less its marker
        if wanted:
            kept.append(line)
    return "\n".join(kept) + "\n"


def _holds(test: str) -> bool:
    found = _TEST.match(test.strip())
    if found is None or found[1] not in _WORDS:
        message = f"the lock has a marker that is not understood: {test}"
        raise ValueError(message)
    word, sign, value = found.groups()
    ours = _WORDS[word]
    if sign in {"==", "!="}:
        return (ours == value) is (sign == "==")
    return (_numbers(ours) < _numbers(value)) is (sign == "<")


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]
