"""What is printed goes somewhere, in UTF-8, wherever the program was started."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# In the windowed program Python has no standard output, whatever it was given.
WINDOWED = """
import sys
sys.stdout = sys.stderr = None
from core import console
console.prepare()
print("Đạt")
sys.stderr.write("Hỏng\\n")
sys.stdout.flush()
sys.stderr.flush()
sys.exit(3)
"""
NAME_THAT_IS_NO_TEXT = """
from core import console
console.prepare()
print("Xã \\udcff")
"""


def child(script: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_a_program_without_an_output_speaks_all_the_same():
    done = child(WINDOWED)
    assert done.returncode == 3
    if sys.platform == "win32":  # the pipes that it was handed
        assert done.stdout.decode().split() == ["Đạt"]
        assert done.stderr.decode().split() == ["Hỏng"]
    else:
        assert done.stdout + done.stderr == b""


def test_what_is_no_text_is_told_by_its_code():
    assert child(NAME_THAT_IS_NO_TEXT).stdout.decode().split() == ["Xã", "\\udcff"]
