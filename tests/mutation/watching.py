"""Which tests run which lines: only they can notice a fault there.

The tests are run once, without any fault, and watched (coverage).
"""

import functools
import gc
import importlib
import time
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import coverage
import pytest

from tests.mutation.processes import told_by

OPTIONS = ("-q", "-p", "no:cacheprovider", "--no-header")
IMPORTED = "import"
"""The name under which is kept what ran when the modules were imported."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What the tests run.

    Attributes:
        seconds: How long each test takes, by its id, in the order of the tests.
        failed: The tests that fail without any fault.
        lines: By module file and line the numbers of the tests, in that order, that run it.
        imported: By module file the lines that run when it is imported.
    """

    seconds: dict[str, float]
    failed: list[str]
    lines: dict[str, dict[int, list[int]]]
    imported: dict[str, set[int]]

    def tests_of(self, path: Path, lines: Sequence[int]) -> list[str]:
        """The tests that run one of the lines, in their order.

        What runs at the import may be used by any test that runs something of the module.
        """
        numbers: set[int] = set()
        there = self.lines.get(str(path), {})
        for line in there if self.at_import(path, lines) else lines:
            numbers.update(there.get(line, ()))
        ids = list(self.seconds)
        return [ids[number] for number in sorted(numbers)]

    def at_import(self, path: Path, lines: Sequence[int]) -> bool:
        """Whether one of the lines runs when the module is imported."""
        return not self.imported.get(str(path), set()).isdisjoint(lines)


def watched(tests: Sequence[str], paths: Sequence[Path]) -> Watched:
    """What the tests run of the modules at `paths`."""
    seconds: dict[str, float] = {}
    failed: list[str] = []
    lines: dict[str, dict[int, list[int]]] = {}
    imported: dict[str, set[int]] = {}
    for told in told_by(lambda say: _watch(tests, paths, say)):
        match told:
            case ["test", str(name), float(took), bool(fails)]:
                seconds[name] = took
                failed += [name] * fails
            case ["line", str(path), int(line), list(numbers), bool(at_import)]:
                lines.setdefault(path, {})[line] = [int(one) for one in numbers]
                if at_import:
                    imported.setdefault(path, set()).add(line)
    return Watched(seconds, failed, lines, imported)


def _watch(
    tests: Sequence[str], paths: Sequence[Path], say: Callable[[object], None]
) -> None:
    """Run the tests and say of each how it went, then of each line who ran it."""
    include = [str(path) for path in paths]
    watch = coverage.Coverage(data_file=None, config_file=False, include=include)
    watch.start()
    watch.switch_context(IMPORTED)
    for path in paths:
        importlib.import_module(module_of(path))
    watch.switch_context("test modules")
    plugin = _Watch(watch, {module_of(path) for path in paths})
    pytest.main([*OPTIONS, *tests], plugins=[plugin])
    watch.stop()
    for name, took in plugin.seconds.items():
        say(["test", name, took, name in plugin.failed])
    numbers = {name: number for number, name in enumerate(plugin.seconds)}
    data = watch.get_data()
    for file in data.measured_files():
        for line, contexts in data.contexts_by_lineno(file).items():
            ids = plugin.asking(contexts)
            at_import = IMPORTED in contexts
            say(["line", file, line, sorted(numbers[one] for one in ids), at_import])


def module_of(path: Path) -> str:
    """The name that the module at `path` is imported by, from the folder that we run in."""
    return ".".join(path.relative_to(Path.cwd()).with_suffix("").parts)


class _Watch:
    """Tells coverage whose lines are run: those of a test, or of a fixture that many share."""

    def __init__(self, watch: coverage.Coverage, modules: set[str]) -> None:
        self._watch = watch
        self._modules = frozenset(modules)
        self._sharing: dict[str, set[str]] = {}
        self.seconds: dict[str, float] = {}
        self.failed: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(
        self, item: pytest.Item
    ) -> Generator[None, object, object]:
        """Watch a test."""
        forget(self._modules)
        self._watch.switch_context(item.nodeid)
        begun = time.perf_counter()
        result = yield
        self.seconds[item.nodeid] = time.perf_counter() - begun
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(
        self,
        fixturedef: pytest.FixtureDef[object],
        request: pytest.FixtureRequest,
    ) -> Generator[None, object, object]:
        """Watch a fixture; one that many tests share counts for each of them."""
        if fixturedef.scope == "function":
            return (yield)
        name = f"fixture {fixturedef.baseid} {fixturedef.argname}"
        self._sharing[name] = {
            item.nodeid
            for item in request.session.items
            if item.nodeid.startswith(fixturedef.baseid)
            and fixturedef.argname in getattr(item, "fixturenames", ())
        }
        asking = request._pyfuncitem.nodeid
        self._watch.switch_context(name)
        try:
            return (yield)
        finally:
            self._watch.switch_context(asking)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a failure."""
        if report.failed:
            self.failed.add(report.nodeid)

    def asking(self, contexts: Iterable[str]) -> set[str]:
        """The tests that stand behind the names under which lines were run."""
        ids: set[str] = set()
        for name in contexts:
            ids |= self._sharing.get(name, {name} & self.seconds.keys())
        return ids


def forget(modules: Iterable[str]) -> None:
    """Let the functions of the modules keep no result: each test is to ask anew."""
    for clear in _keeping(frozenset(modules)):
        clear()


@functools.cache
def _keeping(modules: frozenset[str]) -> list[Callable[[], object]]:
    """What clears the results that functions of the modules, imported by now, keep."""
    kept = [one for one in gc.get_objects() if _keeps(one)]
    return [one.cache_clear for one in kept if one.__module__ in modules]


def _keeps(one: object) -> bool:
    return isinstance(one, functools._lru_cache_wrapper)
