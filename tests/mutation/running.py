"""Mutants tried, each in a process of its own that knows the changed module only.

First the examples of the module's rules are asked, which takes a moment; whoever survives
them is held to the tests.
"""

import importlib.abc
import importlib.machinery
import os
import signal
import sys
import types
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.mutation.operators import Mutant

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 240
"""Seconds after which a mutant hangs, and so is found."""

KILLED, SURVIVED = 0, 1


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


def is_killed(mutant: Mutant, path: Path, tests: Iterable[str]) -> bool:
    """Whether an example or a test notices the fault in the module at `path`."""
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    code = compile(mutant.tree, str(path), "exec")
    return in_another(lambda: _try(module, path, code, tests)) == KILLED


def hold(tests: Iterable[str]) -> bool:
    """Whether the tests pass without any fault: else every fault would seem noticed."""
    return in_another(lambda: _pytest(tests)) == SURVIVED


def in_another(work: Callable[[], int]) -> int:
    """What `work` gives in a process of its own; a death or a hang is a fault found."""
    child = os.fork()
    if child == 0:
        code = KILLED
        try:
            _be_quiet()
            signal.alarm(PATIENCE)
            code = work()
        except BaseException:  # noqa: BLE001 - whatever it is, it was noticed
            code = KILLED
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else KILLED


def _be_quiet() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _try(module: str, path: Path, code: types.CodeType, tests: Iterable[str]) -> int:
    sys.meta_path.insert(0, _Finder(module, path, code))
    if module.startswith("core.rules") and not _examples_hold(module):
        return KILLED
    return _pytest(tests)


def _pytest(tests: Iterable[str]) -> int:
    import pytest

    options = ["-q", "-x", "-p", "no:cacheprovider", "--no-header"]
    told = pytest.main([*options, *tests])
    return SURVIVED if told == pytest.ExitCode.OK else KILLED


def _examples_hold(module: str) -> bool:
    """Whether the rules of the changed module speak, and are silent, as they must."""
    from core import catalogue
    from core.rules import check
    from core.rules.examples import context_of
    from core.rules.families import RULES

    index = catalogue.load()
    near = [one for one in RULES if one.check.__module__ == module] or RULES
    for rule in near:
        for own, examples in (({rule.id}, rule.broken), (set(), rule.sound)):
            for example in examples:
                found = check(context_of(example, index)).findings
                wanted = own | set(example.extra.get("also", ()))  # type: ignore[call-overload]
                if {one.rule.id for one in found} != wanted:
                    return False
    return True
