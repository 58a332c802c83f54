"""Mutated files given to a process that opens them; what it did with each."""

import contextlib
import json
import re
import selectors
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic

from tests.fuzz import mutations
from tests.fuzz.mutations import Mutation

ROOT = Path(__file__).resolve().parents[2]
EXPORTS = ROOT / "tests" / "data" / "exports"
FOUND = ROOT / "tests" / "data" / "found"

MEGABYTES = 500
SECONDS = 5
_WALL_SECONDS = 30
"""Longest wait for an answer; a busy machine may give the process little time."""

FINE = {"opened", "refused"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: `verdict` is fine, or a fault, memory, hang or death."""

    verdict: str
    told: str = ""

    @property
    def is_fine(self) -> bool:
        """Whether the file was opened, or refused with a sentence."""
        return self.verdict in FINE

    @property
    def signature(self) -> str:
        """What tells one fault from another: its kind, its error, the last of our lines."""
        lines = re.findall(r'File ".*?([\w]+/[\w]+\.py)", line (\d+)', self.told)
        last = self.told.strip().rpartition("\n")[2].partition(":")[0][:60]
        where = ":".join(lines[-1]) if lines else ""
        return f"{self.verdict} {last} {where}".strip()


class Opener:
    """A process that opens files within limits; a new one after each that died."""

    def __init__(self) -> None:
        """Begin without a process."""
        self._process: subprocess.Popen[bytes] | None = None
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process

    def outcome(self, path: Path) -> Outcome:
        """What becomes of the file at `path`."""
        process = self._process or self._started()
        assert process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(json.dumps(str(path)).encode() + b"\n")
            process.stdin.flush()
        answer = self._answer(process, _WALL_SECONDS)
        if answer is not None:
            return Outcome(*answer)
        code = self._ended(process)
        self._said.seek(0)
        said = self._said.read().decode(errors="replace").strip().partition("\n")[0]
        verdict = "hang" if code in (-24, None) else "death"
        return Outcome(
            verdict, f"exit code {code} {re.sub('[0-9]+', 'N', said)}".strip()
        )

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._ended(self._process)
        self._said.close()

    def _started(self) -> "subprocess.Popen[bytes]":
        self._said.seek(0)
        self._said.truncate()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz.worker", str(MEGABYTES), str(SECONDS)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
        )
        ready = self._answer(self._process, 10 * _WALL_SECONDS)
        if ready != ["ready", ""]:
            message = f"the process that opens files does not begin: {ready}"
            raise RuntimeError(message)
        return self._process

    def _answer(
        self, process: "subprocess.Popen[bytes]", seconds: float
    ) -> list[str] | None:
        assert process.stdout is not None
        with selectors.DefaultSelector() as waiting:
            waiting.register(process.stdout, selectors.EVENT_READ)
            if not waiting.select(seconds):
                return None
        line = process.stdout.readline()
        answer: list[str] | None = json.loads(line) if line else None
        return answer

    def _ended(self, process: "subprocess.Popen[bytes]") -> int | None:
        """Its exit code; None where it had to be ended."""
        self._process = None
        try:
            return process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return None
        finally:
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(BrokenPipeError):
                        pipe.close()


@dataclass
class Run:
    """Many mutations, one after the other, from one seed.

    Attributes:
        seed: What all of it hangs on.
        folder: Where the mutated files are written.
        counted: How many files came to which end.
        found: The first mutation of each fault, with fewer steps where they will do.
    """

    seed: int
    folder: Path
    counted: Counter[str] = field(default_factory=Counter)
    found: dict[str, tuple[Mutation, Outcome]] = field(default_factory=dict)

    def go(
        self,
        *,
        is_over: Callable[[int], bool],
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Mutate and open until `is_over` of the number of files says so."""
        sources = {path.name: path.read_bytes() for path in exports()}
        random = Random(self.seed)  # noqa: S311 - repeatable, no secret
        opener = Opener()
        try:
            count = 0
            while not is_over(count):
                mutation = mutations.chosen(random, sorted(sources))
                outcome = self._opened(opener, mutation, sources)
                self.counted[outcome.verdict] += 1
                count += 1
                if not outcome.is_fine and outcome.signature not in self.found:
                    fewer = self._reduced(opener, mutation, outcome, sources)
                    self.found[outcome.signature] = (fewer, outcome)
                    tell(f"{outcome.signature}\n  {fewer}\n{outcome.told}")
        finally:
            opener.close()

    def keep(self, into: Path = FOUND) -> Iterator[Path]:
        """Write each found file where the tests open it from now on."""
        into.mkdir(exist_ok=True)
        for mutation, outcome in self.found.values():
            source = EXPORTS / mutation.source
            data = mutations.made(source.read_bytes(), mutation)
            name = f"{outcome.verdict}-{mutation.seeds[0]:012x}{source.suffix}"
            (into / name).write_bytes(data)
            yield into / name

    def _opened(
        self, opener: Opener, mutation: Mutation, sources: dict[str, bytes]
    ) -> Outcome:
        path = self.folder / mutation.source
        path.write_bytes(mutations.made(sources[mutation.source], mutation))
        return opener.outcome(path)

    def _reduced(
        self,
        opener: Opener,
        mutation: Mutation,
        outcome: Outcome,
        sources: dict[str, bytes],
    ) -> Mutation:
        """The mutation with as few steps as come to the same end."""
        number = 0
        while len(mutation.seeds) > 1 and number < len(mutation.seeds):
            fewer = mutation.without(number)
            again = self._opened(opener, fewer, sources)
            if again.signature == outcome.signature:
                mutation = fewer
            else:
                number += 1
        return mutation


def exports() -> list[Path]:
    """The files that are mutated."""
    return sorted(
        path for path in EXPORTS.iterdir() if path.is_file() and path.suffix != ".json"
    )


def until(seconds: float) -> Callable[[int], bool]:
    """Whether so many seconds are over, whatever the number of files."""
    end = monotonic() + seconds
    return lambda _count: monotonic() >= end
