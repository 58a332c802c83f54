"""Mutants tried, each in a process of its own that knows the changed module only.

The tests are collected once; for each mutant the process is forked, the changed code takes
the place of the sound one, and the tests that run its lines are asked until one notices.
What runs at the import cannot be changed later: those mutants are imported anew.
"""

import importlib.abc
import importlib.machinery
import json
import os
import shutil
import sys
import tempfile
import types
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.mutation.operators import Mutant
from tests.mutation.processes import (
    KILLED,
    SURVIVED,
    begun,
    ended,
    in_another,
    told_by,
)
from tests.mutation.swapping import functions_of, swapped
from tests.mutation.watching import OPTIONS, Watched, forget, module_of

PATIENCE, TIMES = 60.0, 20.0
"""Seconds, and times the usual, after which a mutant hangs, and so is found."""

ANEW = 2
"""What a process gives whose mutant has to be imported anew."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A mutant of the module at `path`."""

    path: Path
    mutant: Mutant

    @property
    def told(self) -> str:
        """Where it is and what was changed."""
        shown = self.path.relative_to(Path.cwd()).as_posix()
        return f"{shown}:{self.mutant.line} {self.mutant.told}"


def noticed(
    faults: Sequence[Fault], watch: Watched, jobs: int = 1
) -> Iterator[tuple[Fault, bool]]:
    """Of each fault, whether a test that runs its lines notices it, as it becomes known."""
    anew: list[Fault] = []
    asked: list[Fault] = []
    for fault in faults:
        tests = watch.tests_of(fault.path, fault.mutant.lines)
        if not tests:
            yield fault, False
        elif watch.at_import(fault.path, fault.mutant.lines):
            anew.append(fault)
        else:
            asked.append(fault)
    if asked:
        for told in told_by(lambda say: _serve(asked, watch, jobs, say)):
            match told:
                case [int(number), int(outcome)] if outcome != ANEW:
                    yield asked[number], outcome == KILLED
                case [int(number), _]:
                    anew.append(asked[number])
    for fault in anew:
        tests = watch.tests_of(fault.path, fault.mutant.lines)
        yield fault, is_killed(fault.mutant, fault.path, tests)


# ------------------------------------------------------------------------- in their place


def _serve(
    faults: Sequence[Fault], watch: Watched, jobs: int, say: Callable[[object], None]
) -> None:
    files = dict.fromkeys(name.split("::")[0] for name in watch.seconds)
    with tempfile.TemporaryDirectory() as folder:
        plugin = _Server(faults, watch, jobs, say, Path(folder))
        pytest.main([*OPTIONS, *files], plugins=[plugin])


@dataclass(slots=True)
class _Server:
    """Runs, in place of all tests once, for each fault those that may notice it."""

    faults: Sequence[Fault]
    watch: Watched
    jobs: int
    say: Callable[[object], None]
    folder: Path
    good: Counter[str] = field(default_factory=Counter)
    """How many faults each test noticed: the best are asked first."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try each fault, some at the same time."""
        items = {item.nodeid: item for item in session.items}
        forget(module_of(Path(path)) for path in self.watch.lines)
        functions = {one: functions_of(one) for one in {it.path for it in self.faults}}
        at_work: dict[int, int] = {}
        for number, fault in enumerate(self.faults):
            if len(at_work) == self.jobs:
                self._wait(at_work)
            tests = [items[one] for one in self._order(fault) if one in items]
            usual = sum(self.watch.seconds[one.nodeid] for one in tests)

            def work() -> int:
                known = functions[fault.path]  # noqa: B023 - done before the next
                if not swapped(fault.mutant.tree, fault.path, known):  # noqa: B023
                    return ANEW
                return self._ask(session, tests)  # noqa: B023

            at_work[begun(work, PATIENCE + TIMES * usual)] = number
        while at_work:
            self._wait(at_work)
        return True

    def _order(self, fault: Fault) -> list[str]:
        """The tests that may notice the fault, the likeliest and the quickest first."""
        tests = self.watch.tests_of(fault.path, fault.mutant.lines)
        took: Counter[str] = Counter()
        for one in tests:
            took[one.split("::")[0]] += self.watch.seconds[one]  # type: ignore[assignment]
        return sorted(
            tests, key=lambda one: (-self.good[one], took[one.split("::")[0]])
        )

    def _ask(self, session: pytest.Session, tests: list[pytest.Item]) -> int:
        """Run the tests until one fails; it leaves its name behind."""
        own = self.folder / str(os.getpid())
        own.mkdir()
        session.config._tmp_path_factory._basetemp = own  # type: ignore[attr-defined]
        for item, following in zip(tests, [*tests[1:], None], strict=True):
            session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.testsfailed:
                (own / "noticed.json").write_text(json.dumps(item.nodeid))
                return KILLED
        return SURVIVED

    def _wait(self, at_work: dict[int, int]) -> None:
        child, status = os.waitpid(-1, 0)
        own = self.folder / str(child)
        if (note := own / "noticed.json").exists():
            self.good[json.loads(note.read_text())] += 1
        shutil.rmtree(own, ignore_errors=True)
        self.say([at_work.pop(child), ended(status)])


# --------------------------------------------------------------------------- imported anew


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the changed module to whoever imports it."""

    def __init__(self, module: str, path: Path, code: types.CodeType) -> None:
        self._module, self._path, self._code = module, path, code

    def find_spec(
        self, fullname: str, path: object = None, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        """The module's, if it is that one."""
        if fullname != self._module:
            return None
        spec = importlib.machinery.ModuleSpec(fullname, self, origin=str(self._path))
        spec.has_location = True
        return spec

    def exec_module(self, module: types.ModuleType) -> None:
        """Run the changed code as the module."""
        exec(self._code, module.__dict__)  # noqa: S102 - our own code, changed by us


def is_killed(mutant: Mutant, path: Path, tests: Sequence[str]) -> bool:
    """Whether one of the tests notices the fault in the module at `path`, imported anew."""
    module = module_of(path)
    code = compile(mutant.tree, str(path), "exec")

    def work() -> int:
        sys.meta_path.insert(0, _Finder(module, path, code))
        told = pytest.main([*OPTIONS, "-x", *tests])
        return SURVIVED if told == pytest.ExitCode.OK else KILLED

    return in_another(work) == KILLED
