"""Mutated exports open or are refused with a sentence: a short run, and all found before.

The long run is `dev.py fuzz`; what it finds is kept in tests/data/found.
"""

import sys
from collections.abc import Iterator
from random import Random

import pytest

from tests.fuzz import mutations
from tests.fuzz.running import FOUND, Opener, Outcome, Run, exports

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="limits on memory and time are set as on Linux"
)

FILES = 150


@pytest.fixture(scope="module")
def opener() -> Iterator[Opener]:
    opener = Opener()
    yield opener
    opener.close()


def test_mutated_exports_bring_no_traceback_no_hang_and_little_memory(tmp_path):
    run = Run(seed=766, folder=tmp_path)

    run.go(is_over=lambda count: count >= FILES)

    assert run.found == {}
    assert sum(run.counted.values()) == FILES
    assert run.counted["opened"] > 0 < run.counted["refused"]


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.name) for path in sorted(FOUND.glob("*-*.*"))]
)
def test_a_file_that_was_found_once_is_opened_or_refused(path, opener):
    outcome = opener.outcome(path)

    assert outcome.is_fine, outcome.told


def test_the_same_steps_make_the_same_file():
    path = exports()[0]
    mutation = mutations.chosen(Random(5), [path.name])  # noqa: S311 - no secret
    data = path.read_bytes()

    once, twice = (mutations.made(data, mutation) for _ in range(2))

    assert once == twice != data


def test_faults_are_told_apart_by_their_error_and_its_place():
    told = 'File "/a/core/importing/recognition/cells.py", line 12, in read\nValueError: of {}'

    one, other = (Outcome("fault", told.format(each)) for each in "ab")

    assert (
        one.signature == other.signature == "fault ValueError recognition/cells.py:12"
    )
