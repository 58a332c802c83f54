"""Every hostile file is refused by a sentence of its own, soon and in little memory."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from core import resources
from tests.core.importing.hostile_files import HOSTILE, MEGABYTES

SAMPLE = next((resources.folder() / "samples").glob("Phụ lục 766*.xlsx"))
pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="limits on work and memory are Linux's"
)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """By file, what it was refused with and the memory taken so far, in MB."""
    folder: Path = tmp_path_factory.mktemp("hostile")
    sample = SAMPLE.read_bytes()
    for name, (make, _) in HOSTILE.items():
        (folder / name).write_bytes(make(sample))
    before = _hashes(folder)
    run = subprocess.run(
        [sys.executable, "-m", "tests.core.importing.hostile_files", str(folder)],
        capture_output=True,
        text=True,
        cwd=resources.folder().parent,
        check=False,
    )
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(lines) == len(HOSTILE), f"ended after {lines[-1:]}: {run.stderr[-500:]}"
    assert _hashes(folder) == before
    return {name: (sentence, most) for name, sentence, most in lines}


def _hashes(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
    }


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_by_its_own_sentence(name, told):
    sentence, most = told[name]
    assert HOSTILE[name][1] in sentence
    assert f"“{name}”" in sentence
    assert most < MEGABYTES


def test_there_are_enough_of_them():
    assert len(HOSTILE) >= 20
